"""One browser window on the app: what a person sees in it and does with it, and what is on disk meanwhile."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from coprod_core import web_file
from coprod_core.model import Web
from coprod_core.store import Loaded
from coprod_ui import current, web_editor
from coprod_ui.cases import GROUPS
from coprod_ui.words import Words, words

FRAME = Path(__file__).parents[2] / "coprod_ui" / "frame.py"
SCREENS = (
    "start",
    "web",
    "gap",
    "dilemmas",
    "scenarios",
    "join",
    "conditions",
    "workshop",
    "report",
    "history",
    "method",
)

Difference = tuple[str, Any, Any]
"""A place in the web file, what stood there and what stands there now; None for what is not there."""


class Window:
    """One window, on a meeting or on none. Every run is held to raise nothing."""

    _components: Any = None  # shared by all windows: looking through every installed package takes longer than a run

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
        self.app._bidi_component_manager = Window._components
        self.go(screen)
        Window._components = self.app._bidi_component_manager

    # -- doing -------------------------------------------------------------------------------------------------------

    def run(self) -> "Window":
        self.app.run()
        assert not self.app.exception, [(e.message, e.stack_trace) for e in self.app.exception]
        return self

    def go(self, screen: str) -> "Window":
        """Goes to a screen, as the navigation does."""
        self.app.switch_page(f"../pages/{screen}.py")
        self.run()
        self.app._page_hash = ""  # from here on the app itself decides which screen comes next
        return self

    def change(self, key: str, value: Any) -> "Window":
        """Changes a widget as a hand does."""
        self.app.get_by_key(self.drawn(key)).set_value(value)
        return self.run()

    def press(self, key: str) -> "Window":
        self.app.get_by_key(key).click()
        return self.run()

    def open(self, key: str) -> "Window":
        """Opens what folds out."""
        self.app.session_state[key] = True
        return self.run()

    def panel(self, name: str) -> "Window":
        """Opens a tab of the inspector."""
        return self.change_state("panel", name)

    def dilemma(self, name: str) -> "Window":
        """Opens a tab of Dilemmas."""
        return self.change_state("dilemma_tab", self.words(f"dilemmas.{name}"), dilemma=name)

    def gap(self, name: str) -> "Window":
        """Opens a tab of Gap."""
        return self.change_state("gap_question_tab", self.words(f"gap_tabs.{name}"), gap_question=name)

    def example(self, how: str, name: str) -> "Window":
        """Opens a case from Start: "open" for the web as it is filled in, "empty" for the story alone."""
        group = next(group for group, names in GROUPS.items() if name in names)
        self.change_state("examples_tab", self.words(f"cases.groups.{group}"), examples=group)
        return self.press(f"{how}_{name}")

    def select(self, *selection: str) -> "Window":
        """Selects something on the canvas."""
        return self.change_state("selection", selection, panel="selected")

    def change_state(self, key: str, value: Any, **further: Any) -> "Window":
        for name, held in {key: value, **further}.items():
            self.app.session_state[name] = held
        return self.run()

    def draw(self, *ops: dict[str, Any]) -> "Window":
        """Sends operations as the canvas of this meeting does."""
        return self.draw_on(self.meeting, *ops)

    def draw_on(self, meeting: str, *ops: dict[str, Any]) -> "Window":
        self.app.session_state[f"{web_editor.KEY}_{meeting}"] = {"ops": list(ops), "selection": None}
        return self.run()

    def type(self, *lines: dict[str, Any], draft: str = "") -> "Window":
        """Sends lines as the one-line entry does, with what is being typed."""
        self.app.session_state[f"quick_entry_{self.meeting}"] = {"lines": list(lines), "draft": draft}
        return self.run()

    # -- seeing ------------------------------------------------------------------------------------------------------

    @property
    def words(self) -> Words:
        return words(self.app.session_state["language"])

    def value(self, key: str) -> Any:
        """What a widget shows."""
        return self.app.get_by_key(self.drawn(key)).value

    def shows(self, key: str) -> bool:
        return any(getattr(node, "key", None) == self.drawn(key) for node in self.app)

    def drawn(self, key: str) -> str:
        """The key of a widget as it was drawn last: one that shows what came from elsewhere is a new widget."""
        drawn = self.app.session_state["drawn"] if "drawn" in self.app.session_state else {}  # noqa: SIM401 - the session of AppTest has no get
        version, _ = drawn.get(key, (1, None))
        return key if version == 1 else f"{key}__{version}"

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


def _texts(block: Any) -> Iterator[str]:
    for node in block:
        if getattr(node, "type", None) == "popover":
            yield node.proto.popover.label
        for part in ("label", "value", "text", "placeholder", "help", "alt"):
            shown = getattr(node, part, None)
            text = shown if isinstance(shown, str) and shown else getattr(getattr(node, "proto", None), part, None)
            if isinstance(text, str) and text:
                yield text


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
