"""The ways to begin a workshop: one that comes with the product, or a file; and what else can be done with one."""

import streamlit as st

from coprod_core.json_file import FileError
from coprod_core.store import Loaded
from coprod_core.workshop import Workshop, read, write
from coprod_ui import controls, current, incoming, way
from coprod_ui.cases import cases as case_files
from coprod_ui.words import current_words, literal, t
from coprod_ui.workshop import editor, opening, session
from coprod_ui.workshop.session import Session
from coprod_ui.workshop.shipped import workshops


def draw(loaded: Loaded | None, root: str | None, draft: Session | None) -> None:
    """Draws the workshop that is being written here; else the workshops there are, and the ways to make one."""
    if draft is not None:
        editor.draw(draft)
        return
    left, right = st.columns([1, 2.15], gap="large")
    with left:
        st.header(t("workshop.heading"), anchor=False)
        st.markdown(t("workshop.intro"))
        open_file()
        make_your_own(loaded, root)
    with right:
        st.markdown(f"##### {t('workshop.shipped')}")
        cards()


def make_your_own(loaded: Loaded | None, root: str | None) -> None:
    """A workshop of one's own: about the web of this meeting, or about an example."""
    st.markdown(f"##### {t('workshop.own')}")
    st.markdown(t("workshop.own_help"))
    if loaded is not None and root is not None and loaded.history.web.actors:
        st.button(
            t("workshop.own_here", title=literal(loaded.history.web.title) or t("frame.untitled")),
            key="workshop_write_here",
            icon=":material/edit:",
            on_click=opening.write_about,
            args=(root,),
        )
    webs = {case.name: case.web for case in case_files(st.session_state["language"])}
    titles = {name: web.title for name, web in webs.items()}
    chosen = controls.one_of(t("workshop.own_case"), titles, key="workshop_case")
    st.button(
        t("workshop.own_begin"),
        key="workshop_write_case",
        icon=":material/edit:",
        on_click=opening.write_from,
        args=(webs[chosen], []),
    )


def cards() -> None:
    """The workshops that come with the product, each with how long it takes and a button to begin."""
    words = current_words()
    for each in workshops(st.session_state["language"]):
        with st.container(border=True, key=f"workshop_card_{each.name}"):
            st.markdown(f"##### {literal(each.workshop.title)}")
            st.markdown(literal(each.workshop.about))
            minutes, count = words.count(each.workshop.minutes), len(each.workshop.steps)
            st.markdown(f":gray[{t('workshop.takes', minutes=minutes, count=count)}]")
            with st.container(horizontal=True):
                begin_button(each.workshop, f"workshop_begin_{each.name}")
                _change_button(each.workshop, f"workshop_change_{each.name}")


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
            on_click=opening.begin,
            args=(each.workshop, []),
        )


def begin_button(workshop: Workshop, key: str) -> None:
    """A button that begins a meeting with a workshop."""
    st.button(
        t("workshop.begin"),
        key=key,
        icon=":material/play_arrow:",
        on_click=opening.begin,
        args=(workshop, []),
    )


def _change_button(workshop: Workshop, key: str) -> None:
    """A button that opens a workshop to change it."""
    st.button(
        t("workshop.change"),
        key=key,
        icon=":material/edit:",
        on_click=opening.change,
        args=(workshop, []),
    )


def open_file() -> None:
    """A workshop from a file; one that cannot be read says where it is wrong."""
    with st.popover(t("workshop.open_file"), icon=":material/folder_open:", key="workshop_file_menu"):
        uploaded = st.file_uploader(t("workshop.file"), type="json", key="workshop_file")
        if uploaded is None:
            return
        try:
            workshop = read(uploaded.getvalue())
        except FileError as error:
            incoming.faults(error)
            return
        st.markdown(f"**{literal(workshop.title)}** {literal(workshop.about)}")
        begin_button(workshop, "workshop_begin_file")
        _change_button(workshop, "workshop_change_file")


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
