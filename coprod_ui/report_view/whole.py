"""The whole report: what goes into it, how it looks, and the files it is made into."""

import streamlit as st

from coprod_core.store import Loaded
from coprod_ui.meeting_menu import file_name
from coprod_ui.report.forms import MIME, written
from coprod_ui.report.sections import SECTIONS, document
from coprod_ui.report_view.accounts import account, key_of, report_on_screen
from coprod_ui.report_view.preview import preview
from coprod_ui.words import t

HEIGHT = 900
_MADE = "report_made"


def draw(loaded: Loaded, digits: bool) -> None:
    """Draws the choice of sections and files, and beside it the report itself."""
    choices, shown = st.columns([1, 2.3], gap="large")
    with choices:
        st.markdown(t("report_screen.whole_said"))
        chosen = _sections()
        st.divider()
        files = st.container(key="report_files")
    with shown, st.container(height=HEIGHT, border=True, key="report_preview"):
        preview(report_on_screen(loaded, digits).only(chosen))
    with files:
        _files(loaded, chosen, digits)


def _sections() -> tuple[str, ...]:
    st.markdown(f"**{t('report_screen.sections')}**")
    with st.container(gap=None, key="report_sections"):
        chosen = [
            name
            for name in SECTIONS
            if st.checkbox(t(f"report_sections.{name}"), True, key=f"section_{name}", persist_state="session")
        ]
    return tuple(chosen)


def _files(loaded: Loaded, chosen: tuple[str, ...], digits: bool) -> None:
    """The form, the button that makes the file while a bar says how far it is, and then the file."""
    form = st.segmented_control(
        t("report_screen.form"),
        list(MIME),
        format_func=lambda name: t(f"report_forms.{name}"),
        default=next(iter(MIME)),
        required=True,
        key="report_form",
        persist_state="session",
    )
    st.markdown(f":gray[{t(f'report_forms_said.{form}')}]")
    key = (*key_of(loaded, digits), chosen, form)
    if st.button(t("report_screen.make"), key="make_report", icon=":material/description:"):
        st.session_state[_MADE] = key, _made(loaded, chosen, digits, form)
    made_of, content = st.session_state.get(_MADE, (None, b""))
    if made_of == key:
        title = file_name(loaded.history.web.title)
        st.download_button(
            t("report_screen.save"),
            content,
            file_name=f"{title}-{file_name(t('screens.report'))}.{form}",
            mime=MIME[form],
            icon=":material/download:",
            key="save_report",
            on_click="ignore",
        )


def _made(loaded: Loaded, chosen: tuple[str, ...], digits: bool, form: str) -> bytes:
    label = t("report_screen.making")
    bar = st.progress(0.0, text=label)

    def heard(part: float) -> None:
        bar.progress(part, text=label)

    content = written(document(account(loaded, digits), chosen), form, heard)
    bar.empty()
    return content
