"""What if: a copy to change, compared with the meeting, and taken over in one act."""

import pytest

from coprod_core.commands import AdoptScenario, Seat
from coprod_core.history import Undo
from coprod_core.indicators import readings
from coprod_core.store import Store
from coprod_ui import sentences
from coprod_ui.words import LANGUAGES
from tests.screens.conftest import OpenWindow
from tests.screens.window import Window


@pytest.fixture
def what_if(small: Window) -> Window:
    return small.go("scenarios")


def copied(window: Window, name: str = "Palen erbij") -> str:
    """Takes a copy by hand; its id."""
    before = {each.id for each in scenarios(window)}
    window.app.get_by_key("scenario_name").set_value(name)
    submit = next(button for button in window.app.button if button.label == window.words("scenarios.copy"))
    submit.click()
    window.run()
    (copy,) = {each.id for each in scenarios(window)} - before
    return copy


def scenarios(window: Window):
    from coprod_ui import current

    return current.store().forks_of(window.meeting)


def test_x(what_if: Window, store: Store) -> None:
    print(what_if.text)
    copy = copied(what_if)
    store.append(copy, Seat("piles", 8), seen=1)
    what_if.run()
    print(what_if.text)
