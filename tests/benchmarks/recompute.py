"""How long one full recompute takes beside the bare matrix products it needs.

Run `python -m tests.benchmarks.recompute`. Every web has 10 candidates and no plans entered, so the wish of each party
stands in: n parties, n plans. Two webs per size: every party has a stake in everything, or in one interest in ten.
The products are the six of n x k by k x k or k x n that no implementation of sections 4 and 5 can do without. Ratios
come from one run: the two are timed in turn, and the medians compared. "After an act" has the arrays of the web before
it at hand, as a meeting has, and leaves clash and accord to who asks for them. Then the same without turning the web's
values into arrays; and with the readings that stand whole in one file each (`complete`), made when a screen asks.

On a machine with other work, count instead. With valgrind, now beside the last version without these readings:

    git worktree add ../before 01b4725
    python -m tests.benchmarks.recompute --before ../before

That counts the instructions of each as a ratio to the products, and now as a ratio to before, beside its limit. It
starts Python 28 times: some ten minutes on a quiet machine. docs/decisions/0027 has what came out.
"""

import argparse
import gc
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

import numpy as np

from coprod_core.acts.links import SetStake
from coprod_core.indicators.conflict import clash_and_accord
from coprod_core.indicators.feasible import feasible_or_inclusive
from coprod_core.indicators.found import modules_with
from coprod_core.indicators.gap import representation_gap
from coprod_core.indicators.invitation import Invitations
from coprod_core.indicators.overview import readings
from coprod_core.indicators.plans import plan_readings, plans_of
from coprod_core.indicators.role import steer_facilitate_or_lead
from coprod_core.indicators.rules import follow_or_deviate
from coprod_core.indicators.weights import weights_of
from coprod_core.web.conventions import DESIGN
from coprod_core.web.model import Actor, Interest, Relation, Rule, Sphere, Stake, Web

CANDIDATES = 10
SIZES = ((20, 200), (100, 60), (500, 12))
LIMITED, LIMIT = (20, 100), 1.2
"""At these sizes a recompute may take so many times what it took before, both as a ratio to the products."""

_COUNTED = """
import gc, sys
from tests.benchmarks import recompute
try:
    from coprod_core.indicators.overview import readings
except ImportError:
    from coprod_core.indicators import readings

act, size, density, times = sys.argv[1:]
web = recompute.web_of(int(size), float(density))
acts = {"products": lambda: recompute.bare_products(web), "recompute": lambda: lambda: readings(web).clash}
acts["all"] = lambda: lambda: recompute.with_all(web)
done = acts[act]()
gc.disable()
for _ in range(int(times)):
    done()
"""
_FEW, _MORE = 2, 7


def web_of(size: int, density: float) -> Web:
    """A web of `size` parties and interests: 10 candidates, the rest half initiators and half organisations."""
    chance = random.Random(size)

    def actor(i: int) -> Actor:
        citizens = i < CANDIDATES or i % 2 == 0
        return Actor(
            id=f"a{i}",
            name=f"Party {i}",
            sphere=Sphere.CITIZENS if citizens else Sphere.OTHER_ORGANISATION,
            people=chance.randint(5, 500),
            seats=0 if i < CANDIDATES else 1 + i % 5,
            initiator=i >= CANDIDATES,
        )

    pairs = [(i, k) for i in range(size) for k in range(size) if k == i or chance.random() < density]
    return Web(
        actors=tuple(actor(i) for i in range(size)),
        interests=tuple(Interest(f"k{k}", f"Interest {k}") for k in range(size)),
        stakes=tuple(
            Stake(f"a{i}", f"k{k}", chance.choice(DESIGN.weights[1:]), chance.choice((-1.0, -0.5, 0.5, 1.0)))
            for i, k in pairs
        ),
        relations=tuple(
            Relation(f"k{k}", f"k{k + 1}", chance.choice((-0.8, -0.2, 0.5))) for k in range(0, size - 1, 2)
        ),
        rules=tuple(Rule(f"r{r}", f"Rule {r}", 0.6, 0.2, {f"k{r}": 0.5}, {f"k{r + 1}": 0.9}) for r in range(5)),
    )


def bare_products(web: Web) -> Callable[[], None]:
    """Clash: |x||C|, that with |x|', xC, that with x'. Plans: effects with x', |effects| with |x|'."""
    weights = weights_of(web)
    x, strength = weights.pull, np.abs(weights.pull)
    compatibility, magnitude = weights.compatibility, np.abs(weights.compatibility)
    effects = np.where(weights.held, weights.position, weights.related_pull)
    size_of_effects = np.abs(effects)

    def products() -> None:
        strength @ magnitude @ strength.T
        x @ compatibility @ x.T
        effects @ x.T
        size_of_effects @ strength.T

    return products


def from_arrays(web: Web) -> Callable[[], None]:
    """A recompute with the web's arrays at hand; what the arrays derive by themselves is derived anew."""
    weights = weights_of(web)
    derived = ("voices", "table_voices", "strength", "related_pull", "people_at_stake")

    def recompute() -> None:
        for name in derived:
            vars(weights).pop(name, None)
        plans = plans_of(weights)
        invitations = Invitations(weights, plans)
        representation_gap(weights)
        feasible_or_inclusive(invitations)
        steer_facilitate_or_lead(invitations)
        follow_or_deviate(weights)
        plan_readings(plans)
        clash_and_accord(weights)

    return recompute


def with_all(web: Web) -> None:
    """A recompute with every reading asked for."""
    found = readings(web)
    for module in modules_with("PLACE"):
        module.of(found)


def interleaved(repeats: int, *acts: Callable[[], object]) -> list[float]:
    """The median time of each act in milliseconds, the acts taking turns."""
    times: list[list[float]] = [[] for _ in acts]
    for act in acts:
        act()
    gc.collect()
    for _ in range(repeats):
        for taken, act in zip(times, acts, strict=True):
            start = time.perf_counter()
            act()
            taken.append((time.perf_counter() - start) * 1000)
    return [median(taken) for taken in times]


def after_an_act(web: Web) -> tuple[Callable[[], object], Callable[[], object]]:
    """A recompute after one stake changed, upon the arrays of the web before it; and the arrays alone."""
    before, stake = weights_of(web), web.stakes[len(web.stakes) // 2]
    weight = DESIGN.weight_plans if stake.weight != DESIGN.weight_plans else DESIGN.weight_home
    after = SetStake(replace(stake, weight=weight)).applied_to(web)
    return lambda: readings(after, before=before), lambda: weights_of(after, before)


def instructions(checkout: Path, act: str, size: int, density: float) -> float:
    """How many a version needs for an act, in millions: the difference of a few and more of them."""
    alone = {"PYTHONPATH": str(checkout.resolve()), "OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}
    counting = "valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"

    def told(times: int, *under: str) -> str:
        command = [*under, sys.executable, "-c", _COUNTED, act, str(size), str(density), str(times)]
        run = subprocess.run(command, cwd=checkout, env=os.environ | alone, capture_output=True, text=True, check=True)
        return run.stderr

    def counted(times: int) -> int:
        found = re.search(r"I +refs: +([\d,]+)", told(times, *counting))
        assert found
        return int(found[1].replace(",", ""))

    told(1)  # what is compiled the first time is not counted
    return (counted(_MORE) - counted(_FEW)) / (_MORE - _FEW) / 1e6


def counted_beside(before: Path) -> None:
    """Now beside a version before, as ratios to the products, and as ratios to each other beside their limit."""
    here = Path.cwd()
    print(f"{'size':>9} {'density':>7} {'before':>7} {'now':>7} {'ratio':>6} {'with all':>8} {'ratio':>6} {'limit':>6}")
    for size in LIMITED:
        products = instructions(here, "products", size, 1.0)
        for density in (1.0, 0.1):
            was = instructions(before, "recompute", size, density) / products
            now, whole = (instructions(here, act, size, density) / products for act in ("recompute", "all"))
            told = f"{was:>7.1f} {now:>7.1f} {now / was:>6.2f} {whole:>8.1f} {whole / was:>6.2f} {LIMIT:>6.2f}"
            print(f"{size:>4}x{size:<4} {density:>7} {told}", flush=True)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--before", type=Path, help="a checkout of the version before, to count beside")
    before = asked.parse_args().before
    if before is None:
        timed()
    else:
        counted_beside(before)


def timed() -> None:
    """Every part of a recompute beside the products, in time."""
    heads = ("recompute", "after an act", "its arrays", "from arrays", "with all")
    print(f"{'size':>9} {'stakes':>7} {'products':>10}" + "".join(f" {head:>13} {'ratio':>6}" for head in heads))
    for size, repeats in SIZES:
        for density in (1.0, 0.1):
            web = web_of(size, density)
            whole = from_arrays(web), lambda web=web: with_all(web)
            acts = bare_products(web), lambda web=web: readings(web).clash, *after_an_act(web), *whole
            bare, *taken = interleaved(repeats, *acts)
            told = "".join(f" {took:>10.2f} ms {took / bare:>6.1f}" for took in taken)
            print(f"{size:>4}x{size:<4} {len(web.stakes):>7} {bare:>7.2f} ms{told}")


if __name__ == "__main__":
    main()
