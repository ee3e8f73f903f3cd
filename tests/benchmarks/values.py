"""What making, changing and reading values costs beside a fixed floor of the same run.

Run `python -m tests.benchmarks.values`. The floor of the first five is Python's own `json.loads` on the file of 20,000
stakes, that of the last the bare matrix products of a dense web of 100 x 100 (see `recompute.py`). All take turns, and
processor time is measured, so that a busy machine says the same; one ratio compares minima, the other medians.
"""

import gc
import json
import time
from collections.abc import Callable
from dataclasses import replace
from statistics import median

from threadpoolctl import threadpool_limits

from coprod_core.acts.commands import ChangeActor, OpenWeb, Seat
from coprod_core.acts.history import Act, replay
from coprod_core.acts.links import SetStake
from coprod_core.files import web_file
from coprod_core.files.log_format import act_from_data, act_to_data
from coprod_core.indicators.overview import readings
from coprod_core.web.model import Actor, Interest, Sphere, Stake, Web
from tests.benchmarks.recompute import bare_products, web_of

SIDE = (200, 100)
ACTS = 10_000
REPEATS = 9

Times = dict[str, list[float]]


def large_web(parties: int, interests: int) -> Web:
    """A web in which every party has a stake in everything."""
    return Web(
        actors=tuple(Actor(f"a{i}", f"Party {i}", Sphere.CITIZENS, people=10.0 + i) for i in range(parties)),
        interests=tuple(Interest(f"k{k}", f"Interest {k}") for k in range(interests)),
        stakes=tuple(
            Stake(f"a{i}", f"k{k}", 0.4, -0.5, notes="said in May") for i in range(parties) for k in range(interests)
        ),
    )


def log_of(web: Web) -> list[dict[str, object]]:
    """A log of 10,000 acts on a small web, as plain data: stakes, seats and changes in turn."""
    actors, interests = len(web.actors), len(web.interests)
    acts: list[Act] = [OpenWeb(web)]
    for n in range(ACTS - 1):
        actor = f"a{n % actors}"
        match n % 3:
            case 0:
                acts.append(SetStake(Stake(actor, f"k{n % interests}", n % 10 / 10)))
            case 1:
                acts.append(Seat(actor, n % 4))
            case 2:
                acts.append(ChangeActor(actor, {"influence": n % 5 / 5}))
    return [act_to_data(act) for act in acts]


def interleaved(acts: dict[str, Callable[[], object]]) -> Times:
    """The processor time of each act in milliseconds, the acts taking turns."""
    times: Times = {name: [] for name in acts}
    for act in acts.values():
        act()
    for _ in range(REPEATS):
        for name, act in acts.items():
            gc.collect()
            start = time.process_time()
            act()
            times[name].append((time.process_time() - start) * 1000)
    return times


def main() -> None:
    web, dense = large_web(*SIDE), web_of(100, 1.0)
    text = web_file.write(web)
    data, log = json.loads(text), log_of(large_web(12, 10))
    rows = [(stake.actor, stake.interest, stake.weight, stake.position) for stake in web.stakes]
    parse, products = "parse JSON", "matrix products"
    acts: dict[str, Callable[[], object]] = {
        parse: lambda: json.loads(text),
        f"make {len(rows):,} stakes": lambda: [Stake(*row) for row in rows],
        f"replace {len(rows):,} stakes": lambda: [replace(stake, weight=0.5) for stake in web.stakes],
        f"read {len(rows):,} stakes": lambda: web_file.from_data(data),
        f"write {len(rows):,} stakes": lambda: web_file.as_data(web),
        f"replay {ACTS:,} acts": lambda: replay(map(act_from_data, log)),
        products: bare_products(dense),
        "recompute 100x100": lambda: readings(dense),
    }
    with threadpool_limits(1):
        times = interleaved(acts)
    print(f"{'':<22} {'min':>9} {'median':>9} {'max':>9}  {'min ratio':>9} {'median ratio':>12}")
    floor = parse
    for name, taken in times.items():
        floor = name if name in (parse, products) else floor
        below = times[floor]
        print(
            f"{name:<22} {min(taken):>6.1f} ms {median(taken):>6.1f} ms {max(taken):>6.1f} ms"
            f"  {min(taken) / min(below):>9.2f} {median(taken) / median(below):>12.2f}"
        )


if __name__ == "__main__":
    main()
