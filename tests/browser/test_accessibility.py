"""For everybody: WCAG A and AA by axe on every screen, a canvas with a name, and no need for a mouse."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect
from servers import ROOT, Server
from visitor import Visitor, prepared

from coprod_core.files.web_file import read
from coprod_core.web.model import Web

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that other colours can break: in the dark the page is the same, and all other rules saw it in the light."""

PROJECTOR, PHONE = (1280, 720), (390, 844)
SOMETHING = re.compile(r"\S")

# The element that has the focus, also inside a component.
FOCUSED = """
  let at = document.activeElement
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
"""
WHERE = f"""() => {{{FOCUSED}
  const regions = {{
    bar: ".st-key-bar", strip: ".strip", toolbar: "[role=toolbar]",
    canvas: "[role=application]", line: ".edge", drawer: ".drawer",
  }}
  const host = at.getRootNode().host ?? at
  return Object.keys(regions).find(name => at.closest(regions[name]) ?? host.closest(regions[name])) ?? ""
}}"""
# What has the focus and would look no different without it; "" when there is nothing to complain of.
UNSEEN = f"""async () => {{{FOCUSED}
  if (at === document.body || at.id === "stMain") return ""  // the page itself, to scroll it
  const looks = element => {{
    const {{ outline, boxShadow, borderColor, backgroundColor, color, textDecoration, stroke, strokeWidth }} =
      getComputedStyle(element)
    return [outline, boxShadow, borderColor, backgroundColor, color, textDecoration, stroke, strokeWidth].join()
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
TABS = ("who", "places", "views", "equal", "sure", "change", "estimates", "thinking")


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


def violations(page: Page, only: list[str] | None = None, within: str = "html") -> list[str]:
    """What axe finds on the page as it stands, or in one part of it, by every rule or by some."""
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(AXE_SCRIPT)
    rules = {"type": "rule", "values": only} if only else {"type": "tag", "values": WCAG}
    # nothing asked here needs style sheets or media to be fetched first
    how = "{ runOnly: rules, resultTypes: ['violations'], preload: false }"
    run = f"([within, rules]) => axe.run(within, {how})"
    found: list[dict[str, Any]] = page.evaluate(run, [within, rules])["violations"]
    return [f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


def scenes(me: Visitor, meeting: str) -> Iterator[str]:
    """Every screen in turn, in every state that looks different; gives what it is called."""
    me.go()
    yield "start"
    me.button("file_menu").first.click()
    expect(me.page.locator("input[type=file]")).to_be_attached()
    yield "start, open a file"
    me.go("web", meeting=meeting)
    yield "web"
    me.strip("gap").click()
    expect(me.reading("gap")).to_be_visible()
    yield "web, the readings"
    me.press("Escape")
    me.line.fill("Winkeliers (25) aan tafel 1: parkeren ++")
    expect(me.preview).to_contain_text("parkeren")
    yield "web, a line being typed"
    me.line.fill("Winkeliers: parkeren +++++")
    expect(me.page.locator(".board .marks mark")).to_be_visible()
    yield "web, a line that is not understood"
    me.line.fill("")
    me.find("Bewoners met een rotte fundering")
    expect(me.drawer).to_contain_text(FOUNDATION)
    yield "web, a party"
    me.drawer.get_by_role("button", name=FOUNDATION).first.click()
    expect(me.field("exact_weight_foundation_residents_foundations")).to_be_visible()
    yield "web, a link"
    me.find(FOUNDATION)
    expect(me.drawer).to_contain_text(me.words("inspector.held_by"))
    yield "web, an interest"
    me.press("Escape")
    me.tool("sheet").click()
    for panel in ("plans", "rules", "process"):
        me.field(f"tab_{panel}").click()
        yield f"web, {panel}"
    me.press("Escape")
    me.tool("find").click()
    yield "web, finding"
    me.press("Escape")
    me.tool("keys").click()
    yield "web, the keys"
    me.press("Escape")
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
    me.tool("list").click()
    me.arrived()
    yield "web, the list"
    me.tool("list").click()
    for tab in TABS:
        me.go("gap", meeting=meeting, q=tab)
        yield f"gap, {tab}"
    for name in DILEMMAS:
        me.go("dilemmas", meeting=meeting, d=name)
        yield f"dilemmas, {name}"
    yield from _own_dilemma(me, meeting)
    me.go("method", meeting=meeting)
    me.key("method_unheard_limit").get_by_role("spinbutton").fill("0.5")
    me.press("Enter")
    expect(me.button("method_reset")).to_be_enabled()
    yield "method"
    me.go("gap")
    yield "no meeting"


def _own_dilemma(me: Visitor, meeting: str) -> Iterator[str]:
    """A dilemma of one's own, typed with a party of the web in it, shown, changed with the keyboard and taken away."""
    me.go("dilemmas", meeting=meeting, d="own")
    line = me.draft("own_dilemma_line", "line").get_by_role("textbox")
    line.click()
    me.page.keyboard.type("Eerst de straat? | ja: bewoners met een rotte fundering, rust; wie later komt")
    me.press("Enter")
    expect(me.key("own_line")).to_be_visible()
    expect(me.page.locator("main")).to_contain_text(me.words("errors.own_too_few_ways", count=1, least=2))
    yield "dilemmas, a line for an own one that is no dilemma yet"
    line.click()
    me.press("End")
    me.page.keyboard.type(" | nee")
    me.press("Enter")
    expect(me.page.locator("main em").filter(has_text="rotte fundering").first).to_be_visible()
    me.button("add_own").click()
    expect(me.key("own_ways")).to_contain_text("wie later komt")
    expect(me.key("own_ways").locator("em")).to_have_text("Bewoners met een rotte fundering")
    yield "dilemmas, an own one"
    me.button("change_own").focus()
    me.press("Enter")
    expect(me.button("keep_own")).to_be_visible()
    yield "dilemmas, an own one being changed"
    me.draft("own_dilemma", "text_1").get_by_role("textbox").fill("later")
    me.button("keep_own").click()
    expect(me.key("own_ways")).to_contain_text("later")
    me.button("remove_own").click()
    expect(me.key("own_ways")).to_have_count(0)


def check_charts(me: Visitor) -> None:
    """Every chart on the screen has a name and a table, every picture a name."""
    charts = me.page.locator('[data-testid="stPlotlyChart"]').all()
    for chart in charts:
        named = chart.locator("xpath=self::*[@aria-label] | .//*[@aria-label]").first
        expect(named).to_have_accessible_name(SOMETHING)
    expect(me.page.get_by_text(me.words("frame.as_table"))).to_have_count(len(charts))
    for picture in me.page.locator("main svg[role=img]").all():
        expect(picture).to_have_accessible_name(SOMETHING)


@pytest.mark.parametrize(
    ("scheme", "sizes", "rules"),
    [("light", {"phone": PHONE, "projector": PROJECTOR}, None), ("dark", {"projector": PROJECTOR}, COLOURS)],
    ids=["light", "dark"],
)
def test_no_screen_breaks_wcag_and_every_chart_has_a_name_and_a_table(
    page: Callable[..., Page],
    server: Server,
    meeting: str,
    scheme: str,
    sizes: dict[str, tuple[int, int]],
    rules: list[str] | None,
) -> None:
    me = Visitor(still(page(scheme=scheme)), server)
    found: dict[str, list[str]] = {}
    for scene in scenes(me, meeting):
        if scene.startswith(("gap", "dilemmas")):
            check_charts(me)
        for size, (width, height) in sizes.items():
            me.page.set_viewport_size({"width": width, "height": height})
            me.page.mouse.move(1, 1)
            me.arrived()
            found[f"{scene} ({size})"] = violations(me.page, rules)
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


def test_tab_goes_from_the_bar_over_the_strip_and_the_tools_to_the_drawing_and_the_line(
    page: Callable[..., Page], server: Server, meeting: str
) -> None:
    me = Visitor(page(), server).go("web", meeting=meeting)
    me.page.locator("body").press("Tab")
    stops = []
    for _ in range(60):
        stops.append(me.page.evaluate(WHERE))
        if stops[-1] == "line":
            break
        me.press("Tab")
    seen = list(dict.fromkeys(stop for stop in stops if stop))
    assert seen == ["bar", "strip", "toolbar", "canvas", "line"]


def test_the_focus_can_be_seen_wherever_it_is(page: Callable[..., Page], server: Server, meeting: str) -> None:
    me = Visitor(still(page()), server).go("web", meeting=meeting)
    me.page.locator("body").press("Tab")
    unseen = []
    for _ in range(45):
        unseen.append(me.page.evaluate(UNSEEN))
        me.press("Tab")
    assert [stop for stop in unseen if stop] == []
