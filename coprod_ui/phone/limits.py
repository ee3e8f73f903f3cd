"""How often somebody may do something. Counted on a clock that only runs forward, whatever the calendar says."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

MOST_KNOWN = 20_000


class Limit:
    """For each key at most `burst` at once, and from then on `per_second`. Whoever was away longest is forgotten."""

    def __init__(self, burst: float, per_second: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._burst = burst
        self._per_second = per_second
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def allows(self, key: str = "") -> bool:
        """Takes one from what is left for this key, if there is one."""
        with self._lock:
            left, now = self._now_left(key)
            allowed = left >= 1
            self._left[key] = (left - 1 if allowed else left, now)
            if len(self._left) > MOST_KNOWN:
                self._left.popitem(last=False)
        return allowed

    def is_spent(self, key: str = "") -> bool:
        """Whether nothing is left for this key now; takes nothing."""
        with self._lock:
            left, now = self._now_left(key)
            self._left[key] = (left, now)
        return left < 1

    def _now_left(self, key: str) -> tuple[float, float]:
        now = self._clock()
        left, at = self._left.pop(key, (self._burst, now))
        return min(self._burst, left + max(0.0, now - at) * self._per_second), now
