"""The bar over every screen: what stands on it, and what a person asks of it."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import streamlit as st

from coprod_core import __version__
from coprod_core.store.values import Loaded
from coprod_ui.components.top_bar import top_bar, wishes
from coprod_ui.meeting import current
from coprod_ui.meeting.presentation import HOME, presentation
from coprod_ui.widgets import way
from coprod_ui.words import LANGUAGES, t, words
from coprod_ui.words.about import about

GROUPS: Mapping[str, tuple[str, ...]] = {
    "build": ("web", "scenarios"),
    "look": ("gap", "dilemmas", "history"),
    "room": ("join", "workshop"),
    "record": ("conditions", "report"),
}
"""The screens as they stand on the bar, each one click away."""

FURTHER = ("method",)
"""The screens in the menu."""

SCREENS = ("start", *(screen for screens in GROUPS.values() for screen in screens), *FURTHER)

DIGITS_ON = {
    "web": False,
    "gap": True,
    "dilemmas": True,
    "scenarios": False,
    "join": True,
    "conditions": False,
    "workshop": False,
    "report": True,
    "history": True,
    "method": True,
}
"""Whether a screen shows numbers until the person says otherwise: words first, digits where one analyses."""


def take_in(screen: str) -> None:
    """Does what was asked of the bar since the last run; called before anything is drawn."""
    for wish in wishes():
        match wish.partition(":"):
            case ("undo", _, _):
                current.undo()
            case ("redo", _, _):
                current.redo()
            case ("digits", _, _):
                st.session_state[f"digits_{screen}"] = not digits(screen)
            case ("back", _, _) if scenario := current.scenario():
                current.choose(str(scenario.forked_from))
            case ("language", _, code) if code in LANGUAGES:
                st.session_state["language"] = code
            case ("go", _, name) if name in SCREENS:
                way.go(name)


def digits(screen: str) -> bool:
    """Whether a screen shows numbers, as the person said last or else as it usually does."""
    shown: bool = st.session_state.setdefault(f"digits_{screen}", DIGITS_ON.get(screen, False))
    return shown


def draw(loaded: Loaded | None, screen: str) -> None:
    """Draws the bar; without a meeting, and on Start, it holds the mark, the name of the product and the menu."""
    inside = loaded is not None and screen != "start"
    top_bar(
        {
            "start": _screen("start", screen),
            **(_meeting(loaded, screen) if loaded is not None and inside else {"name": t("app.name")}),
            "groups": [
                {"title": t(f"bar.{group}"), "screens": [_screen(name, screen) for name in names]}
                for group, names in (GROUPS.items() if inside else ())
            ],
            "further": [_screen(name, screen) for name in FURTHER],
            "screens": t("bar.screens"),
            "menu": t("bar.menu"),
            "about": t("bar.about", version=__version__),
            "language": {"title": t("frame.language"), "code": st.session_state["language"], "all": _languages()},
        }
    )


def _meeting(loaded: Loaded, screen: str) -> dict[str, Any]:
    scenario, history = current.scenario(), loaded.history
    name = scenario.title if scenario else history.web.title
    name = name or t("frame.untitled")
    return {
        "name": t("scenarios.of", name=name) if scenario else name,
        "saved": _saved(loaded),
        "scenario": {"back": t("scenarios.back"), "help": t("scenarios.back_help")} if scenario else None,
        "undo": {"title": t("frame.undo"), "can": history.can_undo},
        "redo": {"title": t("frame.redo"), "can": history.can_redo},
        "room": {"title": t("room.open"), "href": room(), "held": _held()},
        "meeting": current.meeting_id(),
        "head": loaded.head,
        "digits": {"title": t("frame.digits"), "help": t("frame.digits_help"), "on": digits(screen)},
    }


def _screen(name: str, current_screen: str) -> dict[str, Any]:
    query = {"language": st.session_state["language"]}
    if meeting := current.meeting_id():
        query[current.PARAMETER] = meeting
    return {
        "name": name,
        "title": t(f"screens.{name}"),
        "help": t(f"screens_help.{name}"),
        "href": f"{'' if name == 'start' else name}?{urlencode(query)}",
        "current": name == current_screen,
    }


def _languages() -> list[dict[str, Any]]:
    chosen = st.session_state["language"]
    return [{"code": code, "name": about(code).name, "current": code == chosen} for code in LANGUAGES]


def _held() -> str:
    """That the room's picture stands still, as long as it does."""
    return t("room.holds_short") if presentation(current.meeting_id() or "").held is not None else ""


def room() -> str:
    """The address of the window for the room, seen from the page's base."""
    return f"{HOME.lstrip('/')}/{current.meeting_id()}?{urlencode({'language': st.session_state['language']})}"


def _saved(loaded: Loaded) -> str:
    zone = ZoneInfo(st.context.timezone or "Europe/Amsterdam")
    return t("frame.saved", time=words(st.session_state["language"]).time(loaded.saved_at, zone))
