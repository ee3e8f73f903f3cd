"""For everybody: WCAG A and AA by axe on every screen, a canvas with a name, and no need for a mouse."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect
from servers import ROOT, Server
from visitor import Visitor, prepared

from coprod_core.model import Web
from coprod_core.web_file import read

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PROJECTOR, PHONE = (1280, 720), (390, 844)
SOMETHING = re.compile(r"\S")

# The element that has the focus, also inside a component.
FOCUSED = """
  let at = document.activeElement
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
"""
WHERE = f"""() => {{{FOCUSED}
  const regions = {{
    header: "header", bar: ".st-key-bar", strip: "[class*='st-key-strip_']", toolbar: "[role=toolbar]",
    canvas: "[role=application]", line: "[class*='st-key-quick_entry']", inspector: ".st-key-inspector",
  }}
  const host = at.getRootNode().host ?? at
  return Object.keys(regions).find(name => at.closest(regions[name]) ?? host.closest(regions[name])) ?? ""
}}"""
# What has the focus and would look no different without it; "" when there is nothing to complain of.
UNSEEN = f"""async () => {{{FOCUSED}
  if (at === document.body || at.id === "stMain") return ""  // the page itself, to scroll it
  const looks = element => {{
    const {{ outline, boxShadow, borderColor, backgroundColor, color, textDecoration }} = getComputedStyle(element)
    return [outline, boxShadow, borderColor, backgroundColor, color, textDecoration].join()
  }}
  const above = element => element ? [element, ...above(element.parentElement)] : []
  const seen = () => [...at.children, ...above(at).slice(0, 5)].map(looks).join(";")
  const drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
  await drawn()
  const focused = seen()
  at.blur()
  await drawn()
  const without = seen()
  at.focus({{ focusVisible: true }})
  return focused === without ? at.outerHTML.slice(0, 160) : ""
}}"""

FOUNDATION = "Stevige fundering"
DILEMMAS = ("feasibility_inclusiveness", "role", "rules")
TABS = ("what", "who", "sure", "change", "thinking")


@pytest.fixture(scope="module")
def meeting(server: Server) -> str:
    return prepared(server, sewer())


def sewer() -> Web:
    return read((ROOT / "data" / "cases" / "sewer.nl.json").read_bytes())


def still(page: Page) -> Page:
    """A page on which nothing fades in, so that what is measured is what stays."""
    page.add_init_script(
        """addEventListener("DOMContentLoaded", () => {
          const style = document.createElement("style")
          style.textContent = "*, ::before, ::after { transition: none !important; animation: none !important }"
          document.head.append(style)
        })"""
    )
    return page


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands."""
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(AXE_SCRIPT)
    run = "tags => axe.run({ runOnly: tags, resultTypes: ['violations'] })"
    found: list[dict[str, Any]] = page.evaluate(run, WCAG)["violations"]
    return [f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


def scenes(me: Visitor, meeting: str) -> Iterator[str]:
    """Every screen in turn, in every state that looks different; gives what it is called."""
    me.go()
    yield "start"
    me.button("file_menu").first.click()
    expect(me.page.locator("input[type=file]")).to_be_attached()
    yield "start, open a file"
    me.go("web", meeting=meeting)
    yield "web, a party"
    me.line.fill("Winkeliers (25) aan tafel 1: parkeren ++")
    expect(me.side).to_contain_text("parkeren")
    yield "web, a line being typed"
    me.enter("Winkeliers: parkeren +++++")
    expect(me.warning).to_be_visible()
    yield "web, a warning"
    me.line.fill("")
    me.inspector.get_by_role("button", name=FOUNDATION).first.click()
    expect(me.key("exact_weight_foundation_residents_foundations")).to_be_visible()
    yield "web, a link"
    me.key("picker").locator("input").fill(FOUNDATION)
    me.press("Enter")
    expect(me.inspector).to_contain_text(me.words("inspector.held_by"))
    yield "web, an interest"
    for panel in ("plans", "rules", "process"):
        me.page.get_by_role("tab", name=me.words(f"inspector.{panel}")).click()
        me.arrived()
        yield f"web, {panel}"
    me.button("meeting_menu").first.click()
    expect(me.key("meeting_title")).to_be_visible()
    yield "web, the meeting's menu"
    for dialog in ("save_as", "bring_in"):
        me.button(dialog).click()
        expect(me.page.get_by_role("dialog")).to_contain_text(me.words(f"{dialog}.heading"))
        yield f"web, {dialog}"
        me.press("Escape")
        expect(me.page.get_by_role("dialog")).to_have_count(0)
        me.button("meeting_menu").first.click()
    me.press("Escape")
    me.key("view").get_by_role("radio", name=me.words("frame.list")).click()
    me.arrived()
    yield "web, the list"
    for tab in TABS:
        me.go("gap", meeting=meeting, q=tab)
        yield f"gap, {tab}"
    for name in DILEMMAS:
        me.go("dilemmas", meeting=meeting, d=name)
        yield f"dilemmas, {name}"
    me.go("method", meeting=meeting)
    me.key("method_unheard_limit").get_by_role("spinbutton").fill("0.5")
    me.press("Enter")
    expect(me.button("method_reset")).to_be_enabled()
    yield "method"
    me.go("gap")
    yield "no meeting"


@pytest.mark.parametrize(
    ("scheme", "sizes"), [("light", {"phone": PHONE, "projector": PROJECTOR}), ("dark", {"projector": PROJECTOR})]
)
def test_no_screen_breaks_wcag(
    page: Callable[..., Page], server: Server, meeting: str, scheme: str, sizes: dict[str, tuple[int, int]]
) -> None:
    me = Visitor(still(page(scheme=scheme)), server)
    found: dict[str, list[str]] = {}
    for scene in scenes(me, meeting):
        for size, (width, height) in sizes.items():
            me.page.set_viewport_size({"width": width, "height": height})
            me.page.mouse.move(1, 1)
            me.arrived()
            found[f"{scene} ({size})"] = violations(me.page)
    assert {scene: faults for scene, faults in found.items() if faults} == {}


def test_the_canvas_is_a_tab_stop_with_a_role_a_name_and_its_keys(
    page: Callable[..., Page], server: Server, meeting: str
) -> None:
    me = Visitor(page(), server).go("web", meeting=meeting)
    canvas = me.page.get_by_role("application", name=me.words("canvas.name"))
    expect(canvas).to_have_attribute("tabindex", "0")
    expect(canvas).to_have_accessible_description(me.words("canvas.keys"))


def test_every_button_of_the_canvas_has_a_name_and_is_large_enough(
    page: Callable[..., Page], server: Server, meeting: str
) -> None:
    me = Visitor(page(), server).go("web", meeting=meeting)
    buttons = me.page.get_by_role("toolbar").get_by_role("button")
    assert buttons.count() >= 6
    for button in buttons.all():
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
        expect(button).to_have_accessible_name(SOMETHING)


def test_every_chart_has_a_name_and_a_table(page: Callable[..., Page], server: Server, meeting: str) -> None:
    me = Visitor(page(), server)
    tabs = [("gap", {"q": tab}) for tab in TABS]
    for screen, query in (*tabs, *(("dilemmas", {"d": name}) for name in DILEMMAS)):
        me.go(screen, meeting=meeting, **query)
        charts = me.page.locator('[data-testid="stPlotlyChart"]').all()
        for chart in charts:
            named = chart.locator("xpath=self::*[@aria-label] | .//*[@aria-label]").first
            expect(named).to_have_accessible_name(SOMETHING)
        expect(me.page.get_by_text(me.words("frame.as_table"))).to_have_count(len(charts))
        for picture in me.page.locator("main svg[role=img]").all():
            expect(picture).to_have_accessible_name(SOMETHING)


def test_tab_goes_from_the_bar_over_the_strip_and_the_canvas_to_the_inspector(
    page: Callable[..., Page], server: Server, meeting: str
) -> None:
    me = Visitor(page(), server).go("web", meeting=meeting)
    me.page.locator("body").press("Tab")
    stops = []
    for _ in range(60):
        stops.append(me.page.evaluate(WHERE))
        if stops[-1] == "inspector":
            break
        me.press("Tab")
    seen = list(dict.fromkeys(stop for stop in stops if stop))
    assert seen == ["header", "bar", "strip", "toolbar", "canvas", "line", "inspector"]


def test_the_focus_can_be_seen_wherever_it_is(page: Callable[..., Page], server: Server, meeting: str) -> None:
    me = Visitor(still(page()), server).go("web", meeting=meeting)
    me.page.locator("body").press("Tab")
    unseen = []
    for _ in range(45):
        unseen.append(me.page.evaluate(UNSEEN))
        me.press("Tab")
    assert [stop for stop in unseen if stop] == []
