"""Who a request is from, and how often they may ask: those inside by their token, everybody else by their address.

Behind one address may be one laptop, or a whole hall. So nobody inside is silenced for what others at that address do:
each keeps a share of their own, and a code that is right is let in, however many wrong ones came before.
"""

import time
from asyncio import get_running_loop
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

from starlette.requests import Request

from coprod_core.store.limits import Rule
from coprod_core.store.live_values import Caller, PhoneState, Refusal, written_code
from coprod_ui.meeting import current

TOKEN_COOKIE = "mee"
LONGEST_COOKIE = 100

STRANGERS = Rule("strangers", burst=1_200, per_second=10)
JOINS = Rule("joins", burst=400, per_second=1)
WRONG_CODES = Rule("wrong codes", burst=20, per_second=0.2)
"""By address, for who is not inside."""

PHONE = Rule("phone", burst=60, per_second=2)
NEWS = Rule("news", burst=20, per_second=1)
OWN_SHARE = Rule("own share", burst=20, per_second=0.2)
"""By token, for who is."""

ADDRESS = Rule("address", burst=1_500, per_second=150)
OVERALL = Rule("overall", burst=3_000, per_second=600)
"""For those inside together: beyond these, each has only an own share."""

Asked = ParamSpec("Asked")
Answered = TypeVar("Answered")

# few: more threads would only stand in each other's way, each with a connection of its own to the database
_readers = ThreadPoolExecutor(3, "phone-pages")


async def read(what: Callable[Asked, Answered], *args: Asked.args, **kwargs: Asked.kwargs) -> Answered:
    """Asks the store without keeping the rest of the server waiting."""
    return await get_running_loop().run_in_executor(_readers, partial(what, *args, **kwargs))


def caller_of(request: Request) -> Caller | None:
    """Who a request says it is from, by its cookie; the store says whether that is true."""
    code, _, token = request.cookies.get(TOKEN_COOKIE, "")[:LONGEST_COOKIE].partition(".")
    known = written_code(code)
    return Caller(known, token) if known and token else None


def _allows(rule: Rule, key: str = "") -> bool:
    return current.store().limits.allows(rule, key)


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


# -- looking ---------------------------------------------------------------------------------------------------------


async def look(request: Request, caller: Caller) -> PhoneState | Refusal | None:
    """What a phone is shown; None for who must wait."""
    if not (_may_inside(request, caller) if _inside.knows(caller) else _allows(STRANGERS, _address(request))):
        return None
    state = await read(current.store().live.phone, caller)
    if isinstance(state, PhoneState):
        _inside.add(caller)
    return None if state is Refusal.NO_SUCH_CODE and not wrong_code(request) else state


def may_look(request: Request) -> bool:
    """Whether somebody who is not inside, as far as is known, may see a page now."""
    return _allows(STRANGERS, _address(request))


def wrong_code(request: Request) -> bool:
    """Counts a code that does not exist; whether this address may still try."""
    return _allows(WRONG_CODES, _address(request))


# -- doing -----------------------------------------------------------------------------------------------------------


async def may_do(request: Request, caller: Caller, *, joining: bool) -> bool:
    """Whether a phone may do something now."""
    if await is_inside(caller, request):
        return _may_inside(request, caller)
    return not joining or _allows(JOINS, _address(request))


async def may_ask_for_news(request: Request, caller: Caller) -> bool | None:
    """Whether a phone may ask for news now; None where it is not inside."""
    return _allows(NEWS, caller.token) if await is_inside(caller, request) else None


def _may_inside(request: Request, caller: Caller) -> bool:
    if not _allows(PHONE, caller.token):
        return False
    return (_allows(ADDRESS, _address(request)) and _allows(OVERALL)) or _allows(OWN_SHARE, caller.token)


async def is_inside(caller: Caller, request: Request) -> bool:
    """Whether this phone joined; looked up now and then, for waiting is what phones do most."""
    if _inside.knows(caller):
        return True
    if not _allows(STRANGERS, _address(request)):
        return False
    found = isinstance(await read(current.store().live.phone, caller), PhoneState)
    if found:
        _inside.add(caller)
    return found


class Inside:
    """Phones of which it was found that they are inside, for as long as that may be taken for granted."""

    MOST = 5_000
    SECONDS = 60.0

    def __init__(self) -> None:
        self._found: OrderedDict[Caller, float] = OrderedDict()

    def __len__(self) -> int:
        return len(self._found)

    def knows(self, caller: Caller) -> bool:
        """Whether it was found not long ago."""
        return time.monotonic() - self._found.get(caller, -self.SECONDS) < self.SECONDS

    def add(self, caller: Caller) -> None:
        """Notes that it was found."""
        self._found[caller] = time.monotonic()
        self._found.move_to_end(caller)
        if len(self._found) > self.MOST:
            self._found.popitem(last=False)

    def forget_all(self) -> None:
        """From here on every phone is looked up again."""
        self._found.clear()


_inside = Inside()


def inside() -> Inside:
    """The phones that were found inside lately, whichever their meeting."""
    return _inside
