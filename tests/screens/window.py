"""One browser window on the app: what a person sees in it and does with it, and what is on disk meanwhile."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest

from coprod_core.acts.ids import new_id
from coprod_core.files import web_file
from coprod_core.store.values import Loaded, Origin
from coprod_core.web.model import Web
from coprod_ui.components import board, drawing, top_bar
from coprod_ui.examples.cases import GROUPS
from coprod_ui.meeting import acting, current
from coprod_ui.words import Words, words

FRAME = Path(__file__).parents[2] / "coprod_ui" / "frame.py"
ON_THE_BAR = ("undo", "redo", "back")

Difference = tuple[str, Any, Any]
"""A place in the web file, what stood there and what stands there now; None for what is not there."""


@cache
def _components() -> BidiComponentManager:
    """One for all windows: looking through every installed package takes longer than a run."""
    found = BidiComponentManager()
    found.discover_and_register_components(start_file_watching=False)
    return found


def run(app: AppTest) -> AppTest:
    """Runs once, and is held to raise nothing."""
    app._bidi_component_manager = _components()
    app.run()
    assert not app.exception, [(e.message, e.stack_trace) for e in app.exception]
    return app


def alone(draw: Callable[..., None], held: Mapping[str, Any], **what: Any) -> AppTest:
    """A piece of screen by itself. `draw`: runs by its source alone, and knows no name of its module; `held`: what the
    session holds before.
    """
    app = AppTest.from_function(draw, kwargs=what, default_timeout=60)
    for key, value in held.items():
        app.session_state[key] = value
    return run(app)


class Window:
    """One window, on a meeting or on none. Every run is held to raise nothing."""

    def __init__(
        self,
        meeting: str | None = None,
        language: str | None = "nl",
        screen: str = "web",
        locale: str | None = None,
    ) -> None:
        self.app = AppTest.from_file(str(FRAME), default_timeout=60)
        self.app.context = {"locale": locale}
        if language is not None:
            self.app.query_params["language"] = language
        if meeting is not None:
            self.app.query_params["meeting"] = meeting
        self.go(screen)

    # -- doing -------------------------------------------------------------------------------------------------------

    def run(self) -> "Window":
        run(self.app)
        return self

    def go(self, screen: str) -> "Window":
        """Goes to a screen, as the navigation does."""
        self.app.switch_page(f"../pages/{screen}.py")
        self.run()
        self.app._page_hash = ""  # from here on the app itself decides which screen comes next
        return self

    def change(self, key: str, value: Any) -> "Window":
        """Changes a widget as a hand does; the language and the digits stand on the bar."""
        if key == "language":
            return self.wish(f"language:{value}")
        if key.startswith("digits_"):
            return self if self.value(key) == value else self.wish("digits")
        self.app.get_by_key(self.drawn(key)).set_value(value)
        return self.run()

    def press(self, key: str) -> "Window":
        if key in ON_THE_BAR:
            return self.wish(key)
        self.app.get_by_key(key).click()
        return self.run()

    def wish(self, what: str) -> "Window":
        """Asks something of the bar, as its component does."""
        said = self.app.session_state[top_bar.KEY] if top_bar.KEY in self.app.session_state else {}  # noqa: SIM401 - the session of AppTest has no get
        asked = [*(said.get("asked") or []), {"n": len(said.get("asked") or []) + 1, "what": what}]
        return self.change_state(top_bar.KEY, {"asked": asked})

    def open(self, key: str) -> "Window":
        """Opens what folds out."""
        self.app.session_state[key] = True
        return self.run()

    def dilemma(self, name: str) -> "Window":
        """Opens a tab of Dilemmas."""
        return self.change_state("dilemma_tab", self.words(f"dilemmas.{name}"), dilemma=name)

    def gap(self, name: str) -> "Window":
        """Opens a sheet of Gap."""
        return self.change_state("gap_sheet", name)

    def example(self, how: str, name: str) -> "Window":
        """Opens a case from Start: "open" for the web as it is filled in, "empty" for the story alone."""
        group = next(group for group, names in GROUPS.items() if name in names)
        self.change_state("examples_tab", self.words(f"cases.groups.{group}"), examples=group)
        return self.press(f"{how}_{name}")

    def change_state(self, key: str, value: Any, **further: Any) -> "Window":
        for name, held in {key: value, **further}.items():
            self.app.session_state[name] = held
        return self.run()

    def act(self, act: str, **fields: Any) -> "Window":
        """Does an act as the board's own route does it, after which the screen follows."""
        origin, head = Origin(new_id("c"), 1), self.loaded.head
        answer = acting.do_asked(self.meeting, {"act": act, **fields}, seen=head, origin=origin)
        assert answer.refused is None, answer.refused
        return self.run()

    # -- seeing ------------------------------------------------------------------------------------------------------

    @property
    def words(self) -> Words:
        return words(self.app.session_state["language"])

    def value(self, key: str) -> Any:
        """What a widget shows."""
        if key.startswith("digits_"):
            return self.app.session_state[key]
        return self.app.get_by_key(self.drawn(key)).value

    def shows(self, key: str) -> bool:
        return any(getattr(node, "key", None) == self.drawn(key) for node in self.app)

    def drawn(self, key: str) -> str:
        """The key of a widget as it was drawn last: one that shows what came from elsewhere is a new widget."""
        if self._has(f"{key}__{self._on}"):
            return f"{key}__{self._on}"
        drawn = self.app.session_state["drawn"] if "drawn" in self.app.session_state else {}  # noqa: SIM401 - the session of AppTest has no get
        version, _ = drawn.get(key, (1, None))
        return key if version == 1 else f"{key}__{version}"

    def draft(self, kind: str, field: str, about: str = "") -> str:
        """The key of a field of what is being written here, or for a meeting to begin."""
        return draft_key(self.app, kind, field, about)

    @property
    def _on(self) -> str:
        return _meeting_on(self.app)

    def _has(self, key: str) -> bool:
        return any(getattr(node, "key", None) == key for node in self.app)

    @property
    def bar(self) -> dict[str, Any]:
        """What stands on the bar."""
        (drawn,) = (
            node.proto for node in self.app.get("bidi_component") if node.proto.component_name == top_bar.COMPONENT
        )
        shown: dict[str, Any] = json.loads(drawn.json)[0]
        return shown

    @property
    def board(self) -> dict[str, Any]:
        """What the board was told, of which it asks the rest itself."""
        (drawn,) = (
            node.proto for node in self.app.get("bidi_component") if node.proto.component_name == board.COMPONENT
        )
        told: dict[str, Any] = json.loads(drawn.json)
        return told

    @property
    def drawings(self) -> list[str]:
        """The HTML of what our templates drew, in order."""
        return [html for node in self.app.get("bidi_component") if (html := _drawn(node))]

    @property
    def told(self) -> list[str]:
        """What went wrong, as told."""
        return [warning.value for warning in (*self.app.warning, *self.app.error)]

    def within(self, key: str) -> str:
        """The text in a keyed container."""
        return "\n".join(_texts(self.app.get_by_key(key)))

    @property
    def text(self) -> str:
        """Everything the screen says, its labels too."""
        return "\n".join(_texts(self.app.main))

    # -- what is on disk ---------------------------------------------------------------------------------------------

    @property
    def meeting(self) -> str:
        return self.app.session_state["meeting"]

    @property
    def loaded(self) -> Loaded:
        return current.store().load(self.meeting)

    @property
    def web(self) -> Web:
        return self.loaded.history.web


def draft_key(app: AppTest, kind: str, field: str, about: str = "") -> str:
    """The key of a field of what is being written in the meeting on screen, or for a meeting to begin."""
    (key,) = (
        f"draft:{meeting}:{of_kind}:{record}:{field}"
        for (meeting, of_kind, record), written in app.session_state["drafts"].items()
        if of_kind == kind and written.about == about and meeting in (_meeting_on(app), "")
    )
    return key


def _meeting_on(app: AppTest) -> str:
    return app.session_state["meeting"] if "meeting" in app.session_state else ""  # noqa: SIM401 - as above


def _drawn(node: Any) -> str:
    """The HTML of a drawing of ours; nothing where this is something else."""
    if getattr(node, "type", None) != "bidi_component" or node.proto.component_name != drawing.COMPONENT:
        return ""
    return str(json.loads(node.proto.json)["html"])


def _texts(block: Any) -> Iterator[str]:
    for node in block:
        if getattr(node, "type", None) == "popover":
            yield node.proto.popover.label
        if getattr(node, "type", None) == "html":
            yield _read(node.proto.body)
        if page := _drawn(node):
            yield _read(page)
        for part in ("label", "value", "text", "placeholder", "help", "alt"):
            shown = getattr(node, part, None)
            text = shown if isinstance(shown, str) and shown else getattr(getattr(node, "proto", None), part, None)
            if isinstance(text, str) and text:
                yield text


def _read(page: str) -> str:
    """What a page says, without what makes it up."""
    said = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", said)).split())


def differences(before: Web, after: Web) -> set[Difference]:
    """What differs between two webs, as their files hold it; parties and the like are named by their ids."""
    old, new = (dict(_leaves(json.loads(web_file.write(web)))) for web in (before, after))
    return {(place, old.get(place), new.get(place)) for place in {*old, *new} if old.get(place) != new.get(place)}


def _leaves(value: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from _leaves(inside, f"{place}.{key}" if place else key)
    elif isinstance(value, list) and all(isinstance(item, dict) for item in value):
        for item in value:
            yield from _leaves(item, f"{place}[{_name(item)}]")
    else:
        yield place, value


def _name(item: dict[str, Any]) -> str:
    return item["id"] if "id" in item else "+".join(item[end] for end in ("actor", "interest", "a", "b") if end in item)
