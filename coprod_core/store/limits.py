"""How often somebody may do something. Counted on a clock that only runs forward, whatever the calendar says.

This process counts by itself; where several processes share a database, they will count together behind this door.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

MOST_KNOWN = 20_000


@dataclass(frozen=True, slots=True)
class Rule:
    """For each key at most `burst` at once, and from then on `per_second`."""

    name: str
    burst: float
    per_second: float


class Limits:
    """What is left for everybody. Whoever was away longest is forgotten."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._left: dict[str, OrderedDict[str, tuple[float, float]]] = {}
        self._lock = threading.Lock()

    def allows(self, rule: Rule, key: str = "") -> bool:
        """Takes one from what a rule leaves for this key, if there is one."""
        with self._lock:
            known, left, now = self._now_left(rule, key)
            allowed = left >= 1
            known[key] = (left - 1 if allowed else left, now)
            if len(known) > MOST_KNOWN:
                known.popitem(last=False)
        return allowed

    def _now_left(self, rule: Rule, key: str) -> tuple[OrderedDict[str, tuple[float, float]], float, float]:
        known, now = self._left.setdefault(rule.name, OrderedDict()), self._clock()
        left, at = known.pop(key, (rule.burst, now))
        return known, min(rule.burst, left + max(0.0, now - at) * rule.per_second), now
