"""The ways to begin a workshop: one that comes with the product, or a file; and what else can be done with one."""

import streamlit as st

from coprod_core.files.json_file import FileError
from coprod_core.store.values import Loaded
from coprod_core.workshop.file import read
from coprod_core.workshop.whole import Workshop
from coprod_ui.examples.cases import cases as case_files
from coprod_ui.examples.workshops import workshops
from coprod_ui.meeting import current, drafts
from coprod_ui.screens.workshop import opening
from coprod_ui.widgets import controls, way
from coprod_ui.widgets.button import button
from coprod_ui.words import current_words, literal, t
from coprod_ui.workshop import session
from coprod_ui.workshop.saving import save_button
from coprod_ui.workshop.session import Session
from coprod_ui.workshop.text import takes


def draw(loaded: Loaded | None, root: str | None, draft: Session | None) -> None:
    """Draws the workshop that is being written here; else the workshops there are, and the ways to make one."""
    if draft is not None:
        from coprod_ui.screens.workshop import editor  # Start, which writes none, need not wait for it

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
        button(
            t("workshop.own_here", title=literal(loaded.history.web.title) or t("frame.untitled")),
            opening.write_about,
            root,
            key="workshop_write_here",
            icon="edit",
        )
    webs = {case.name: case.web for case in case_files(st.session_state["language"])}
    titles = {name: web.title for name, web in webs.items()}
    chosen = controls.one_of(t("workshop.own_case"), titles, key="workshop_case")
    button(t("workshop.own_begin"), opening.write_from, webs[chosen], [], key="workshop_write_case", icon="edit")


def cards() -> None:
    """The workshops that come with the product, each with how long it takes and a button to begin."""
    words = current_words()
    for each in workshops(st.session_state["language"]):
        with st.container(border=True, key=f"workshop_card_{each.name}"):
            st.markdown(f"##### {literal(each.workshop.title)}")
            st.markdown(literal(each.workshop.about))
            st.markdown(f":gray[{takes(each.workshop, words)}]")
            with st.container(horizontal=True):
                begin_button(each.workshop, f"workshop_begin_{each.name}")
                _change_button(each.workshop, f"workshop_change_{each.name}")


def begin_button(workshop: Workshop, key: str) -> None:
    """A button that begins a meeting with a workshop."""
    button(t("workshop.begin"), opening.begin, workshop, [], key=key, icon="play_arrow")


def _change_button(workshop: Workshop, key: str) -> None:
    """A button that opens a workshop to change it."""
    button(t("workshop.change"), opening.change, workshop, [], key=key, icon="edit")


def open_file() -> None:
    """A workshop from a file; one that cannot be read says where it is wrong."""
    with st.popover(t("workshop.open_file"), icon=":material/folder_open:", key="workshop_file_menu"):
        uploaded = st.file_uploader(t("workshop.file"), type="json", key=drafts.of("workshop_file").key("file"))
        if uploaded is None:
            return
        try:
            workshop = read(uploaded.getvalue())
        except FileError as error:
            from coprod_ui.files import incoming

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
        save_button(now.workshop, "workshop_save")
        st.markdown(t("workshop.stop_warning"))
        button(t("workshop.stop"), _stop, now.meeting, key="workshop_stop", icon="stop")


def _stop(meeting: str) -> None:
    if current.attempt(lambda: session.drop(meeting)):
        way.go("web")
