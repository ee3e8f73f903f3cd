"""What a button makes or throws away, once, also when it is clicked twice.

The run of a second click goes on beside that of the first, or cuts it off; so what came of the first is kept with the
button as it was drawn: a list, empty until then, among its `args`.
"""

from collections.abc import Callable
from threading import Lock
from typing import TypeVar

Outcome = TypeVar("Outcome")

_one_at_a_time = Lock()


def once(done: list[Outcome], act: Callable[[], Outcome]) -> Outcome:
    """What came of `act`, done now or by an earlier click. When it raises, the next click tries again."""
    with _one_at_a_time:
        if not done:
            done.append(act())
    return done[0]
