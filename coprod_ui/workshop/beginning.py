"""The ways to begin a workshop: one that comes with the product, or a file; and what else can be done with one."""

import streamlit as st

from coprod_core.errors import CoprodError
from coprod_core.json_file import FileError
from coprod_core.store import Loaded
from coprod_core.workshop import Workshop, read, write
from coprod_ui import current, start, way
from coprod_ui.once import once
from coprod_ui.words import current_words, literal, t
from coprod_ui.workshop import session
from coprod_ui.workshop.session import Session
from coprod_ui.workshop.shipped import workshops


def draw(_loaded: Loaded | None, _root: str | None, _draft: Session | None) -> None:
    """Draws the workshops there are, and the way to open one from a file."""
    left, right = st.columns([1, 2.15], gap="large")
    with left:
        st.header(t("workshop.heading"), anchor=False)
        st.markdown(t("workshop.intro"))
        open_file()
    with right:
        st.markdown(f"##### {t('workshop.shipped')}")
        cards()


def cards() -> None:
    """The workshops that come with the product, each with how long it takes and a button to begin."""
    words = current_words()
    for each in workshops(st.session_state["language"]):
        with st.container(border=True, key=f"workshop_card_{each.name}"):
            st.markdown(f"##### {literal(each.workshop.title)}")
            st.markdown(literal(each.workshop.about))
            minutes, count = words.count(each.workshop.minutes), len(each.workshop.steps)
            st.markdown(f":gray[{t('workshop.takes', minutes=minutes, count=count)}]")
            begin_button(each.workshop, f"workshop_begin_{each.name}")


def on_start() -> None:
    """The same for the start screen: a button each."""
    st.markdown(f"##### {t('workshop.on_start')}")
    words = current_words()
    for each in workshops(st.session_state["language"]):
        st.button(
            t("workshop.named", title=literal(each.workshop.title), minutes=words.count(each.workshop.minutes)),
            key=f"workshop_start_{each.name}",
            type="tertiary",
            icon=":material/play_arrow:",
            help=literal(each.workshop.about),
            on_click=_begin,
            args=(each.workshop, []),
        )


def begin_button(workshop: Workshop, key: str) -> None:
    """A button that begins a meeting with a workshop."""
    st.button(
        t("workshop.begin"),
        key=key,
        icon=":material/play_arrow:",
        on_click=_begin,
        args=(workshop, []),
    )


def _begin(workshop: Workshop, begun: list[str]) -> None:
    try:
        current.choose(once(begun, lambda: session.begin(workshop)))
    except CoprodError as error:
        current.tell(error)
        return
    way.go("workshop")


def open_file() -> None:
    """A workshop from a file; one that cannot be read says where it is wrong."""
    with st.popover(t("workshop.open_file"), icon=":material/folder_open:", key="workshop_file_menu"):
        uploaded = st.file_uploader(t("workshop.file"), type="json", key="workshop_file")
        if uploaded is None:
            return
        try:
            workshop = read(uploaded.getvalue())
        except FileError as error:
            start.faults(error)
            return
        st.markdown(f"**{literal(workshop.title)}** {literal(workshop.about)}")
        begin_button(workshop, "workshop_begin_file")


def more(now: Session) -> None:
    """Saving a workshop as a file, and leaving it while the meeting stays."""
    with st.popover(t("workshop.more"), icon=":material/more_horiz:", key="workshop_more", on_change="rerun") as opened:
        if not opened.open:
            return
        st.download_button(
            t("workshop.save"),
            write(now.workshop),
            file_name=f"{t('workshop.file_name')}.json",
            mime="application/json",
            icon=":material/download:",
            key="workshop_save",
        )
        st.markdown(t("workshop.stop_warning"))
        st.button(t("workshop.stop"), key="workshop_stop", icon=":material/stop:", on_click=_stop, args=(now.meeting,))


def _stop(meeting: str) -> None:
    if current.attempt(lambda: session.drop(meeting)):
        way.go("web")
