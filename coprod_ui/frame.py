"""The frame round every screen: navigation, the bar with the meeting's name, undo, redo, language and save state."""

import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import streamlit as st

ROOT = Path(__file__).parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from coprod_core.errors import CoprodError  # noqa: E402
from coprod_core.store import Loaded  # noqa: E402
from coprod_ui import case_story, current, messages, reception, scenario_sign, way  # noqa: E402
from coprod_ui.document import document_language  # noqa: E402
from coprod_ui.meeting_menu import meeting_menu  # noqa: E402
from coprod_ui.theme import is_dark  # noqa: E402
from coprod_ui.words import LANGUAGES, t, words  # noqa: E402

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
DIGITS_ON = {
    "web": False,
    "gap": True,
    "dilemmas": True,
    "scenarios": True,
    "join": True,
    "conditions": False,
    "workshop": False,
    "report": True,
    "history": True,
    "method": True,
}
"""Whether a screen shows numbers until the person says otherwise: words first, digits where one analyses."""


def _choose_language() -> None:
    """The language chosen in this window, else the one in the address, else the browser's, else Dutch.

    The address is kept here and not by the control: a bound control would keep buttons from switching screens.
    """
    if st.session_state.get("language") not in LANGUAGES:
        asked = st.query_params.get("language") or st.context.locale or ""
        st.session_state["language"] = asked[:2].lower() if asked[:2].lower() in LANGUAGES else LANGUAGES[0]
    if st.query_params.get("language") != st.session_state["language"]:
        st.query_params["language"] = st.session_state["language"]


def _logo() -> None:
    tone = "dark" if is_dark() else "light"
    st.logo(str(ROOT / "coprod_ui" / "assets" / f"logo-{tone}.svg"), size="large")


def _pages() -> dict[str, st.Page]:
    return {
        name: st.Page(
            ROOT / "pages" / f"{name}.py",
            title=t(f"screens.{name}"),
            url_path=name,
            default=name == "start",
            help=t(f"screens_help.{name}"),
        )
        for name in SCREENS
    }


def _bar(loaded: Loaded, screen: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="bar"):
        scenario = current.scenario()
        scenario_sign.draw(scenario)
        meeting_menu(loaded, named=scenario is None)
        case_story.button(loaded.history.web)
        if screen == "web":
            views = {view: t(f"frame.{view}") for view in ("drawing", "list")}
            st.segmented_control(
                t("frame.view"),
                list(views),
                format_func=lambda view: views[view],
                default="drawing",
                required=True,
                key="view",
                label_visibility="collapsed",
                persist_state="session",
            )
        st.space("stretch")
        st.markdown(f":gray[{_saved(loaded)}]", width="content")
        st.button(
            t("frame.undo"),
            icon=":material/undo:",
            key="undo",
            disabled=not loaded.history.can_undo,
            on_click=current.undo,
        )
        st.button(
            t("frame.redo"),
            icon=":material/redo:",
            key="redo",
            disabled=not loaded.history.can_redo,
            on_click=current.redo,
        )
        _digits_switch(screen)
        _language_switch()


def _saved(loaded: Loaded) -> str:
    zone = ZoneInfo(st.context.timezone or "Europe/Amsterdam")
    return t("frame.saved", time=words(st.session_state["language"]).time(loaded.saved_at, zone))


def _digits_switch(screen: str) -> None:
    key = f"digits_{screen}"
    st.session_state.setdefault(key, DIGITS_ON[screen])
    st.toggle(t("frame.digits"), key=key, help=t("frame.digits_help"), persist_state="session")


def _language_switch() -> None:
    st.segmented_control(
        t("frame.language"),
        LANGUAGES,
        format_func=str.upper,
        required=True,
        key="language",
        label_visibility="collapsed",
    )
    document_language(st.session_state["language"])


def _store_opens() -> bool:
    try:
        current.store()
    except CoprodError as error:
        st.error(messages.sentence(error.code, error.params))
        return False
    return True


def _run() -> None:
    st.set_page_config(t("app.name"), layout="wide", page_icon=str(ROOT / "coprod_ui" / "assets" / "mark.svg"))
    _choose_language()
    _logo()
    pages = _pages()
    st.session_state["pages"] = pages
    chosen = st.navigation(list(pages.values()), position="top")
    way.go_where_asked()
    screen = chosen.url_path or "start"
    st.html(ROOT / "coprod_ui" / "frame.css")
    if not _store_opens():
        return
    reception.take_in()
    loaded = current.meeting()
    with st.container(key="frame", gap="xsmall"):
        if loaded and screen != "start":
            _bar(loaded, screen)
        else:
            with st.container(horizontal=True, vertical_alignment="center", key="bar"):
                st.header(t("start.heading"), anchor=False)
                st.space("stretch")
                _language_switch()
        messages.show()
        chosen.run()


_run()
