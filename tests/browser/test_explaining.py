"""How a number came about, asked for without a mouse: read, and left again where one was."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from servers import Server
from test_accessibility import COLOURS, PHONE, PROJECTOR, sewer, still, violations
from visitor import Visitor, prepared

from coprod_core.indicators.explanation import READINGS

CODE = "gap.by_interest"


@pytest.fixture(scope="module")
def meeting(server: Server) -> str:
    return prepared(server, sewer())


@pytest.mark.parametrize(("scheme", "rules"), [("light", None), ("dark", COLOURS)], ids=["light", "dark"])
def test_an_explanation_opens_and_closes_by_keyboard(
    page: Callable[..., Page], server: Server, meeting: str, scheme: str, rules: list[str] | None
) -> None:
    me = Visitor(still(page(scheme=scheme)), server).go("gap", meeting=meeting, q="views")
    button = me.button("explain_icon_gap_by_interest").first
    button.focus()
    me.press("Enter")
    dialog = me.page.get_by_role("dialog")
    expect(dialog).to_contain_text(READINGS[CODE].formula)
    expect(dialog).to_contain_text(me.words("explain.own"))
    for width, height in (PHONE, PROJECTOR):
        me.page.set_viewport_size({"width": width, "height": height})
        me.arrived()
        assert violations(me.page, rules) == []
        assert dialog.evaluate("it => it.scrollWidth <= it.clientWidth")
    me.press("Escape")
    expect(dialog).to_have_count(0)
    expect(button).to_be_focused()
