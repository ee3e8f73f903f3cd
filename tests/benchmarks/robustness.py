"""How long a thousand redraws of the gap take beside the point readings, how many dilemmas are redrawn in a second, and
what the front of many candidates costs and leaves open.

Run `python -m tests.benchmarks.robustness`. Linear algebra runs in one thread, as in the app. Webs are those of
`recompute`, half organisations, and the same with citizens alone, so that every party has a share in the gap. The first
redraw in a process makes the rows of chance and the quantiles, and is not counted. Point readings and readings with
bands take turns, and the medians are compared.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import time
from dataclasses import replace

from coprod_core.indicators.large_front import front_of_many
from coprod_core.indicators.overview import readings
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.redrawn_dilemmas import dilemma_draws
from coprod_core.indicators.robustness import gap_robustness
from coprod_core.indicators.weights import weights_of
from coprod_core.web.model import Sphere
from tests.benchmarks import recompute
from tests.core.test_large_front import crowd

SIZES = ((20, 0.1, 40), (20, 1.0, 40), (100, 0.1, 20), (100, 1.0, 9))
CROWDS = ((14, 10, 3), (20, 10, 3), (30, 10, 3), (50, 20, 4), (100, 20, 4), (100, 20, 0))


def bands() -> None:
    print(f"{'size':>9} {'parties':>12} {'stakes':>7} {'readings':>11} {'with bands':>12} {'ratio':>6}")
    for size, density, repeats in SIZES:
        mixed = recompute.web_of(size, density)
        citizens = tuple(replace(actor, sphere=Sphere.CITIZENS) for actor in mixed.actors)
        for name, web in (("mixed", mixed), ("all citizens", replace(mixed, actors=citizens))):
            acts = (lambda web=web: readings(web), lambda web=web: gap_robustness(readings(web).weights))
            point, whole = recompute.interleaved(repeats, *acts)
            print(
                f"{size:>4}x{size:<4} {name:>12} {len(web.stakes):>7} {point:>8.2f} ms {whole:>9.2f} ms"
                f" {whole / point:>6.1f}"
            )


def dilemmas(draws: int = 400, size: int = 10, candidates: int = 8) -> None:
    recompute.CANDIDATES = candidates
    weights = weights_of(recompute.web_of(size, 1.0))
    start = time.perf_counter()
    for _ in dilemma_draws(weights, draws):
        pass
    rate = draws / (time.perf_counter() - start)
    print(f"dilemmas at {size}x{size} with {candidates} candidates: {rate:.0f} draws a second")


def fronts() -> None:
    columns = f"{'candidates':>10} {'interests':>9} {'plans':>6} {'seconds':>8} {'exact':>6} {'points':>7}"
    print(f"{columns} {'mean bound':>13} tension")
    for candidates, interests, plans in CROWDS:
        weights = weights_of(crowd(1, candidates, interests, plans, 0.2))
        start = time.perf_counter()
        found = front_of_many(weights)
        taken = time.perf_counter() - start
        assert not isinstance(found, Undefined)
        open_above = sum(found.bounds) / len(found.bounds)
        print(
            f"{candidates:>10} {interests:>9} {plans or 'wishes':>6} {taken:>8.2f} {found.exact!s:>6}"
            f" {len(found.points):>7} {open_above:>13.3f} {found.tension_low:.3f}..{found.tension_high:.3f}"
        )


if __name__ == "__main__":
    bands()
    dilemmas()
    fronts()
