"""Bringing a file or a table into the open meeting: first what it would change, then one act that can be undone."""

import streamlit as st

from coprod_core.acts.commands import BringIn
from coprod_core.acts.history import Act
from coprod_core.comparing.webs import differences
from coprod_core.exchange import Brought
from coprod_core.files.json_file import FileError
from coprod_core.placing.layout import placed
from coprod_core.web.model import Web
from coprod_ui.files import file_notes, incoming, quadrants
from coprod_ui.meeting import current, drafts
from coprod_ui.meeting.drafts import Draft
from coprod_ui.sentences import changes as say_changes
from coprod_ui.sentences import scenarios as say_scenarios
from coprod_ui.widgets import controls
from coprod_ui.words import current_words, literal, t

SHOWN = 8
"""The differences that stand in sight; the others are behind a heading."""

_KIND = "bring_in"


def show() -> None:
    """Opens it in a dialog, with nothing asked for yet."""
    drafts.begin(_KIND)
    st.dialog(t("bring_in.heading"), width="medium")(draw)()


def draw() -> None:
    """Asks for a file or a table, and shows what it would change."""
    loaded = current.stored()
    if loaded is None:
        return
    st.markdown(t("bring_in.invitation"))
    draft = drafts.of(_KIND)
    source = incoming.ask(draft, t("start.file"))
    if source is None:
        return
    web = loaded.history.web
    try:
        read = incoming.read(draft, source, web)
        if read is None:
            return
        brought = _meant(draft, read)
        after = placed(brought.onto(web, _same(draft, brought, web)))
    except FileError as error:
        incoming.faults(error)
        return
    st.markdown(t(_said_to_do(brought)))
    if brought is not read:
        file_notes.told("", brought.left_out(web))
    if brought.quadrants:
        quadrants.draw(brought.quadrants, after, current.readings_of(after))
    _changes(web, after)
    st.markdown(f":gray[{t('bring_in.undo')}]")
    if st.button(t("bring_in.bring"), key="bring_in_sure", icon=":material/input:", disabled=web == after):
        if controls.do(lambda: _act(after, source.name)):
            draft.close()
        st.rerun()


def _meant(draft: Draft, brought: Brought) -> Brought:
    """A whole web as a person means it: in the place of what is here, or to update it."""
    if not brought.complete:
        return brought
    ways = {way: t(f"bring_in.whole_{way}") for way in ("replace", "update")}
    chosen = draft.choice(st.segmented_control, t("bring_in.whole_way"), ways, "whole", required=True)
    return brought.as_update if chosen == "update" else brought


def _said_to_do(brought: Brought) -> str:
    if brought.complete:
        return "bring_in.replaces"
    return "bring_in.updates" if brought.by_id else "bring_in.adds"


def _same(draft: Draft, brought: Brought, web: Web) -> dict[str, str]:
    """What a person says is here already under another name: ids in the file, with those here."""
    asked = brought.perhaps_renamed(web)[:MOST_RENAMED]
    if not asked:
        return {}
    st.markdown(f"**{t('bring_in.renamed')}** {t('bring_in.renamed_help')}")
    same = {}
    for each in asked:
        names = {"": t("bring_in.renamed_new"), **dict(zip(each.ids, each.names, strict=True))}
        chosen = draft.choice(
            st.selectbox, literal(each.name), names, f"same_{each.id}_{each.name}", "", filter_mode=None
        )
        if chosen:
            same[each.id] = chosen
    return same


MOST_RENAMED = 8
"""So many names are asked about; more would be a task of its own."""


def _act(after: Web, name: str) -> Act | None:
    """The act, unless the click before this one did it already."""
    loaded = current.stored()
    return None if loaded is None or loaded.history.web == after else BringIn(after, name)


def _changes(web: Web, after: Web) -> None:
    """What bringing this in would change, and what that does to the readings."""
    words = current_words()
    said = [f"- {say_scenarios.difference(each, web, after, words)}" for each in differences(web, after)]
    if not said:
        st.markdown(t("bring_in.nothing"))
        return
    st.markdown("\n".join([t("bring_in.changes"), "", *said[:SHOWN]]))
    if len(said) > SHOWN:
        with st.expander(words("say_different.more", count=len(said) - SHOWN), key="bring_in_more"):
            st.markdown("\n".join(said[SHOWN:]))
    readings = current.readings_of(web), current.readings_of(after)
    st.markdown(say_changes.what_changed(*readings, words, digits=False))
