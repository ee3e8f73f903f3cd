"""The whole report: what goes into it, how it looks, and the files it is made into."""

from collections.abc import Collection, Mapping

import streamlit as st

from coprod_core.checked.errors import CoprodError
from coprod_core.files.organisation import LARGEST_TEMPLATE, report_template
from coprod_core.store.values import Loaded
from coprod_ui.files.file_names import file_name
from coprod_ui.meeting import current, drafts
from coprod_ui.report import drafting
from coprod_ui.report.forms import MIME, written
from coprod_ui.report.gaps import not_on_record
from coprod_ui.report.sections import SECTIONS, SHORT, document
from coprod_ui.report.sections.gaps_on_record import gap_said, name_in
from coprod_ui.screens.report.accounts import account, key_of, report_on_screen
from coprod_ui.screens.report.personal import all_read
from coprod_ui.screens.report.preview import preview
from coprod_ui.widgets.button import button
from coprod_ui.words import current_words, t

HEIGHT = 900
_MADE = "report_made"


def draw(loaded: Loaded, digits: bool) -> None:
    """Draws the choice of sections and files, and beside it the report itself."""
    _not_on_record(loaded)
    choices, shown = st.columns([1, 2.3], gap="large")
    with choices:
        st.markdown(t("report_screen.whole_said"))
        chosen = _sections()
        st.divider()
        files = st.container(key="report_files")
    made = report_on_screen(loaded, digits).only(chosen)
    with shown, st.container(height=HEIGHT, border=True, key="report_preview"):
        preview(made)
    with files:
        _files(loaded, chosen, digits, read=all_read(made))


def _sections() -> tuple[str, ...]:
    """Short or full; a tick per section, folded away, makes it neither."""
    parts = {"short": SHORT, "full": SECTIONS}
    chosen = tuple(name for name in SECTIONS if st.session_state.setdefault(f"section_{name}", True))
    st.session_state["report_length"] = next((each for each, those in parts.items() if those == chosen), None)
    st.segmented_control(
        t("report_screen.length"),
        list(parts),
        format_func=lambda each: t(f"report_length.{each}"),
        key="report_length",
        on_change=_take_length,
        args=(parts,),
    )
    with st.expander(t("report_screen.other_parts"), key="report_parts"), st.container(gap=None, key="report_sections"):
        for name in SECTIONS:
            st.checkbox(t(f"report_sections.{name}"), key=f"section_{name}", persist_state="session")
    return chosen


def _take_length(parts: Mapping[str, Collection[str]]) -> None:
    """Ticks the sections of the length a person chose; pressing the same again leaves them as they are."""
    wanted = parts.get(st.session_state["report_length"] or "")
    for name in SECTIONS if wanted is not None else ():
        st.session_state[f"section_{name}"] = name in (wanted or ())


def _not_on_record(loaded: Loaded) -> None:
    """How many things a report needs that nobody wrote down; each opens the tab where one does."""
    web = loaded.history.web
    found = not_on_record(web, current.readings_of(web), loaded.history.weighings)
    if not found:
        return
    with st.expander(t("not_on_record.count", count=len(found)), key="not_on_record", icon=":material/edit_note:"):
        for nth, gap in enumerate(found):
            said = gap_said(gap, name_in(web, gap.about), current_words())
            button(said, _open, gap.tab, key=f"not_on_record_{nth}", type="tertiary")


def _open(tab: str) -> None:
    st.session_state[drafting.TAB] = tab


def _files(loaded: Loaded, chosen: tuple[str, ...], digits: bool, read: bool) -> None:
    """The form, the button that makes the file while a bar says how far it is, and then the file. `read`: whether a
    person looked at everything that seems to point at one person.
    """
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
    template = _template() if form == "docx" else None
    key = (*key_of(loaded, digits), chosen, form, hash(template))
    if st.button(t("report_screen.make"), key="make_report", icon=":material/description:", disabled=not read):
        st.session_state[_MADE] = key, _made(loaded, chosen, digits, form, template)
    made_of, content = st.session_state.get(_MADE, (None, b""))
    if made_of == key and content:
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


def _template() -> bytes | None:
    """A municipality's own Word file, folded away: the one given in this window, else that of this installation."""
    own = report_template()
    with st.expander(t("report_screen.house_style"), key="report_template"):
        given = st.file_uploader(
            t("report_screen.template"),
            type=["docx", "dotx"],
            key=drafts.of("report_template").key("file"),
            max_upload_size=LARGEST_TEMPLATE // 1_000_000,
            help=t("report_screen.template_help"),
        )
        if own is not None:
            st.caption(t("report_screen.template_here"))
    return own if given is None else given.getvalue()


def _made(loaded: Loaded, chosen: tuple[str, ...], digits: bool, form: str, template: bytes | None) -> bytes:
    """The file; nothing where the template cannot be used, which is told. Whoever presses Stop draws the page again,
    which ends this at the next step.
    """
    label = t("report_screen.making")
    bar = st.progress(0.0, text=label)
    st.button(t("report_screen.stop"), key="stop_report", icon=":material/stop:")

    def heard(part: float) -> None:
        bar.progress(part, text=label)

    try:
        return written(document(account(loaded, digits), chosen), form, heard, template)
    except CoprodError as error:
        st.warning(t(f"errors.{error.code}"))
        return b""
    finally:
        bar.empty()
