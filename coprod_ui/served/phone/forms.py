"""What phones send, read strictly: a form becomes an act, or it is no form of ours, or something was left out."""

import asyncio
from collections.abc import Mapping
from typing import TypeAlias
from urllib.parse import parse_qs

from starlette.requests import ClientDisconnect, Request

from coprod_core.checked.fields import Text
from coprod_core.rounds.polls import VOTES
from coprod_core.rounds.values import LONGEST_OWN_WORDS, Answer
from coprod_core.store.live_values import Caller, ChooseGroup, GiveAnswer, Join, Leave, PhoneAct, SayOwnWords
from coprod_core.web.conventions import WEIGHT_NAMES
from coprod_ui.words import LANGUAGES

LONGEST_BODY = 8_192

PATIENCE = 20.0
"""Seconds in which a form must be here."""

MISSING = ("weight", "wants", "words", "vote")
"""What may be missing in, or wrong with, what somebody filled in."""


class Unfit(Exception):
    """A form that none of our pages sends."""


class Missing(Exception):
    """A form in which a person left something out: one of `MISSING`, and what was given."""

    def __init__(self, what: str, given: str = "") -> None:
        super().__init__(what)
        self.what, self.given = what, given


Form: TypeAlias = Mapping[str, str]


async def body_of(request: Request) -> bytes:
    """All of what is sent. Raises `Unfit` where that is too much, or takes too long."""
    body = b""
    try:
        async with asyncio.timeout(PATIENCE):
            async for part in request.stream():
                body += part
                if len(body) > LONGEST_BODY:
                    raise Unfit
    except (TimeoutError, ClientDisconnect):
        raise Unfit from None
    return body


async def form_of(request: Request) -> Form:
    """What a form holds, each field once. Raises `Unfit`."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/x-www-form-urlencoded":
        raise Unfit
    body = await body_of(request)
    try:
        found = parse_qs(
            body.decode("ascii"), keep_blank_values=True, strict_parsing=True, max_num_fields=10, errors="strict"
        )
    except ValueError:
        raise Unfit from None
    if any(len(values) > 1 for values in found.values()):
        raise Unfit
    return {name: values[0] for name, values in found.items()}


def joining(caller: Caller, form: Form) -> PhoneAct:
    """Coming in. This and the next three raise `Unfit`, `Missing`, or `KeyError` for a field that is not there."""
    if form["code"] != caller.code or form["language"] not in LANGUAGES:
        raise Unfit
    return Join(caller, form.get("card", ""))


def leaving(caller: Caller, form: Form) -> PhoneAct:
    """Taking back everything, and leaving."""
    if form["sure"] != "1":
        raise Unfit
    return Leave(caller)


def group_choice(caller: Caller, form: Form) -> PhoneAct:
    """Choosing a group."""
    return ChooseGroup(caller, _round(form), form["group"])


def own_words(caller: Caller, form: Form) -> PhoneAct:
    """Naming an interest in one's own words, or skipping that."""
    said = "" if "skip" in form else " ".join(form["words"].split())
    if Text(LONGEST_OWN_WORDS).faults(said):
        raise Missing("words")
    return SayOwnWords(caller, _round(form), said)


def answer(caller: Caller, form: Form) -> PhoneAct:
    """Answering about one interest."""
    if "poll" in form:
        return GiveAnswer(caller, _round(form), form["interest"], _vote(form.get("vote", "")))
    given, wants = form.get("weight", ""), form.get("wants", "")
    if given not in ("", *WEIGHT_NAMES) or wants not in ("", "yes", "no"):
        raise Unfit
    if not given:
        raise Missing("weight")
    if given != WEIGHT_NAMES[0] and not wants:
        raise Missing("wants", given)
    said = Answer(given, wants != "no")
    return GiveAnswer(caller, _round(form), form["interest"], said)


def _vote(place: str) -> Answer:
    if not place:
        raise Missing("vote")
    if place not in map(str, range(len(VOTES))):
        raise Unfit
    return VOTES[int(place)]


def _round(form: Form) -> int:
    number = form["round"]
    if not (number.isascii() and number.isdigit() and len(number) < 6):
        raise Unfit
    return int(number)
