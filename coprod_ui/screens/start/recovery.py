"""Copies of everything: what there is, what is in it, bringing a meeting back, and taking everything along."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import streamlit as st

from coprod_core import __version__
from coprod_core.checked.errors import CoprodError
from coprod_core.store import recovery as recovering
from coprod_core.store.backups import Copy, Kind, copies
from coprod_core.store.errors import StoreFailure
from coprod_core.store.looking import database_file
from coprod_core.store.recovery import content_of
from coprod_core.store.values import Loaded, Summary
from coprod_ui.files import noted_along
from coprod_ui.meeting import current, drafts
from coprod_ui.meeting.once import once
from coprod_ui.widgets import messages
from coprod_ui.widgets.button import button
from coprod_ui.words import Words, current_words, literal, t
from coprod_ui.words.told_apart import told_apart

Enter = Callable[[Callable[[], str], list[str]], None]
"""Begins a meeting, once: how to begin it, and what the button keeps of an earlier click."""


def unfinished() -> None:
    """What was deleted here and may still stand in other files; nothing where all is done."""
    left = current.store().erasing.unfinished()
    if not left:
        return
    oldest = min(one.asked_at for one in left)
    reason = next((one.reason for one in left if one.reason), "")
    st.warning(t("recovery.unfinished", when=_when(oldest, current_words()), reason=literal(reason)))
    button(t("recovery.finish"), _finish, key="recovery_finish", icon="delete_forever")


def _finish() -> None:
    current.attempt(current.store().erasing.finish)


def draw(enter: Enter) -> None:
    """A part of Start that unfolds."""
    with st.expander(t("recovery.heading"), icon=":material/shield:", key="recovery", on_change="rerun") as opened:
        if opened.open:
            _how_it_stands()
            _take_along()
            _look_into(enter)


def _how_it_stands() -> None:
    store = current.store()
    found, words = store.recovery.copies(), current_words()
    newest = _when(found[0].made_at, words) if found else t("recovery.none_yet")
    st.markdown(t("recovery.each_day", newest=newest))
    if store.recovery.failed_backup is not None:
        st.warning(messages.sentence(store.recovery.failed_backup.code, store.recovery.failed_backup.params))
    button(t("recovery.make"), _make, key="recovery_make", icon="content_copy")
    if store.recovery.has_wal_reset_bug:
        st.markdown(f":gray[{t('recovery.sqlite_fault')}]")


def _make() -> None:
    current.attempt(current.store().recovery.backup)


def _take_along() -> None:
    st.markdown(f"**{t('recovery.stick')}**")
    st.markdown(t("recovery.stick_next"))
    noted = noted_along.tick("noted_along_stick")
    st.download_button(
        t("recovery.stick_save"),
        partial(current.store().recovery.everything, noted=noted),
        file_name=stick_name(date.today()),
        mime="application/vnd.sqlite3",
        icon=":material/usb:",
        key="recovery_stick",
        on_click="ignore",
    )


def stick_name(day: date) -> str:
    """What the file with everything is called: its version stands where anyone sees it before opening anything."""
    return f"belangenweb-{__version__}-{day:%Y-%m-%d}.db"


# -- what is in a copy ----------------------------------------------------------------------------------------------


def _look_into(enter: Enter) -> None:
    st.markdown(f"**{t('recovery.bring_back')}**")
    st.markdown(t("recovery.bring_back_next"))
    words = current_words()
    found = {copy.file.name: copy for copy in current.store().recovery.copies()}
    named = told_apart({name: _named(copy, words) for name, copy in found.items()})
    chosen = st.selectbox(
        t("recovery.which"),
        list(found),
        index=None,
        format_func=lambda name: named.get(name, ""),
        placeholder=t("recovery.choose"),
        key="recovery_copy",
        disabled=not found,
    )
    draft = drafts.of("recovery", meeting=drafts.NO_MEETING)
    brought = st.file_uploader(t("recovery.or_file"), type=["db"], key=draft.key("file"))
    if brought is not None:
        _content("file", brought.getvalue(), enter)
    elif chosen in found:
        _content(chosen, found[chosen].file.read_bytes(), enter)
        _throw_away(found[chosen])


def _named(copy: Copy, words: Words) -> str:
    return t(f"recovery_kinds.{copy.kind}", when=_when(copy.made_at, words))


def _content(name: str, content: bytes, enter: Enter) -> None:
    inside = content_of(content)
    if not inside.readable:
        st.warning(t("recovery.not_readable"))
        return
    words = current_words()
    st.markdown(words.plural("recovery.holds", len(inside.meetings)))
    for summary in inside.meetings:
        _meeting(name, content, summary, enter, words)


def _meeting(name: str, content: bytes, summary: Summary, enter: Enter, words: Words) -> None:
    title, when = literal(summary.title) or t("frame.untitled"), _when(summary.changed_at, words)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{title} · {when} · {words.plural('recovery.steps', summary.acts)}", width="stretch")
        button(
            t("recovery.bring"),
            enter,
            lambda: current.store().recovery.bring_back(content, summary.id),
            [],
            key=f"recovery_bring_{name}_{summary.id}",
            icon="restore",
            help=t("recovery.bring_help", title=title),
        )


def _throw_away(copy: Copy) -> None:
    with st.popover(t("recovery.throw_away"), icon=":material/delete:", key="recovery_throw", type="tertiary"):
        st.markdown(t("recovery.throw_away_warning"))
        button(t("recovery.throw_away_sure"), _thrown_away, copy, key="recovery_throw_sure", icon="delete")


def _thrown_away(copy: Copy) -> None:
    current.attempt(lambda: current.store().recovery.throw_away(copy))


def _when(moment: datetime, words: Words) -> str:
    zone = ZoneInfo(st.context.timezone or "Europe/Amsterdam")
    return f"{words.day(moment, datetime.now(UTC), zone)} {words.time(moment, zone)}"


def damage(loaded: Loaded) -> None:
    """Says that a meeting is shown as it was before its damage, with a way on; nothing where it is whole."""
    meeting = current.meeting_id()
    if loaded.damage is None or meeting is None:
        return
    with st.container(key="damage", gap="xsmall"):
        st.warning(t("recovery.damaged", seq=loaded.damage.params["seq"]), icon=":material/healing:")
        button(t("recovery.go_on_before"), _go_on_before, meeting, [], key="recovery_go_on_before", icon="restore")


def _go_on_before(meeting: str, begun: list[str]) -> None:
    def rescued() -> None:
        current.choose(once(begun, lambda: current.store().recovery.rescue(meeting)))

    current.attempt(rescued)


# -- when nothing opens ---------------------------------------------------------------------------------------------


def instead(error: CoprodError) -> None:
    """Says why the storage does not open, and offers what a person can do about it: nothing is done without them."""
    st.error(messages.sentence(error.code, error.params))
    file = database_file()
    if file is None:
        return
    messages.show()
    if error.code == "log_left_behind":
        button(
            t("recovery.go_on_without"), _then_open, lambda: recovering.go_on_without_log(file), key="recovery_go_on"
        )
    words = current_words()
    for copy in reversed(copies(file)):
        if copy.kind is Kind.SOUND:
            _offer(file, copy, words)


def _offer(file: Path, copy: Copy, words: Words) -> None:
    inside = content_of(copy.file.read_bytes())
    titles = ", ".join(literal(summary.title) for summary in inside.meetings)
    with st.container(horizontal=True, vertical_alignment="center", key=f"recovery_offer_{copy.number}"):
        st.markdown(f"{_named(copy, words)} · {titles}", width="stretch")
        with st.popover(t("recovery.put_back"), icon=":material/restore:"):
            st.markdown(t("recovery.put_back_warning"))
            put_back = partial(recovering.put_back, file, copy.file, datetime.now(UTC))
            button(t("recovery.put_back_sure"), _then_open, put_back, key=f"recovery_put_back_{copy.number}")


def _then_open(act: Callable[[], object]) -> None:
    """The next run opens the store anew."""
    try:
        act()
    except OSError as error:
        current.tell(StoreFailure("cannot_open", reason=str(error)))
