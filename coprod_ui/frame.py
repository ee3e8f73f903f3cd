"""The frame round every screen: navigation, the bar with the meeting's name, undo, redo, language and save state."""

import sys
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from coprod_core import places  # noqa: E402
from coprod_core.checked.errors import CoprodError  # noqa: E402
from coprod_core.store.values import Loaded  # noqa: E402
from coprod_ui.bar import top  # noqa: E402
from coprod_ui.meeting import current, drafts  # noqa: E402
from coprod_ui.screens.start import case_story, recovery  # noqa: E402
from coprod_ui.widgets import messages, way  # noqa: E402
from coprod_ui.words import LANGUAGES, spoken, t  # noqa: E402


def _choose_language() -> None:
    """The language chosen in this window, else the one in the address, else the browser's, else Dutch.

    The address is kept here and not by the control: a bound control would keep buttons from switching screens.
    """
    if st.session_state.get("language") not in LANGUAGES:
        st.session_state["language"] = spoken(st.query_params.get("language") or st.context.locale)
    if st.query_params.get("language") != st.session_state["language"]:
        st.query_params["language"] = st.session_state["language"]


def _pages() -> dict[str, st.Page]:
    return {
        name: st.Page(
            places.shipped("pages", f"{name}.py"),
            title=t(f"screens.{name}"),
            url_path=name,
            default=name == "start",
            help=t(f"screens_help.{name}"),
        )
        for name in top.SCREENS
    }


def _store_opens() -> bool:
    try:
        current.store()
    except CoprodError as error:
        recovery.instead(error)
        return False
    why = current.store().recovery.read_only
    if why is not None:
        st.warning(messages.sentence("read_only", {"reason": why}))
    return True


def _bar(loaded: Loaded | None, screen: str) -> None:
    with st.container(key="bar", gap=None):
        top.draw(loaded, screen)
        if loaded is not None and screen != "start":
            from coprod_ui.bar.meeting_menu import meeting_menu  # Start, which has none, need not wait for its files

            meeting_menu(loaded)


def _let_go(screen: str) -> None:
    """Of what was being written for a meeting that is gone, or for one to begin by who has left Start."""
    drafts.forget_erased()
    if screen != "start":
        drafts.forget(drafts.NO_MEETING)


def _run() -> None:
    st.set_page_config(t("app.name"), layout="wide")
    _choose_language()
    pages = _pages()
    st.session_state["pages"] = pages
    chosen = st.navigation(list(pages.values()), position="hidden")
    screen = chosen.url_path or "start"
    st.html(ROOT / "coprod_ui" / "frame.css")
    if not _store_opens():
        return
    top.take_in(screen)
    way.go_where_asked()
    way.go_on_from(screen)
    _let_go(screen)
    loaded = current.meeting()
    top.digits(screen)
    with st.container(key="frame", gap="xsmall"):
        _bar(loaded, screen)
        if loaded is not None:
            case_story.show_where_asked(loaded.history.web)
            recovery.damage(loaded)
        messages.show()
        chosen.run()


_run()
