"""Who is missing, as cards: what is heard once a group comes, what it needs, and one thing to do about it."""

from functools import partial

import streamlit as st

from coprod_core.acts.commands import ChangeActor, ChangeInterest, Seat
from coprod_core.acts.history import History, seats_on_invitation
from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Actor, Interest, Invitation, Web
from coprod_ui.charts import gap_people
from coprod_ui.screens.gap.first import cards_for
from coprod_ui.screens.gap.more import open_sheet
from coprod_ui.sentences import joining
from coprod_ui.sentences.amounts import reach_word
from coprod_ui.sentences.undefined import known
from coprod_ui.widgets import controls
from coprod_ui.widgets.button import button
from coprod_ui.widgets.privacy_note import privacy_note
from coprod_ui.words import Words, literal, t
from coprod_ui.words.templates import filled

MOST_CARDS = 3
"""So many groups have a card; the others stand behind *More*."""


def draw(history: History, readings: Readings, digits: bool, words: Words, dark: bool) -> None:
    """A card for each of the largest groups that are missing, and the way to the others."""
    absent = cards_for(readings, history.web)
    if not absent:
        return
    with st.container(key="gap_cards"):
        for id_, column in zip(absent[:MOST_CARDS], st.columns(MOST_CARDS, gap="small"), strict=False):
            with column, st.container(border=True, gap="xxsmall", key=f"gap_card_{id_}"):
                _card(history, readings, history.web.actor_by_id[id_], digits, words, dark)
    left = len(absent) - MOST_CARDS
    if left > 0:
        more = words.plural("gap_look.more_groups", left)
        button(more, open_sheet, "who", key="gap_more_groups", type="tertiary")


def _card(history: History, readings: Readings, party: Actor, digits: bool, words: Words, dark: bool) -> None:
    web = history.web
    st.html(
        filled(
            "screens/gap/card.html",
            figure=gap_people.who(party, readings, dark),
            name=party.name,
            state=" · ".join(_state(web, party, words)),
            heard=joining.heard(readings, web, party.id, words, digits),
            needs=words(f"gap_look.{'who_speaks_asked' if _declined(party) else 'who_asks'}"),
            ask=words("gap_look.finding_a_plan"),
            plan=[*joining.finding_a_plan(readings, web, party.id, words, digits=False), words("say_joining.in_life")],
        )
    )
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        _note(web, party, readings, words)
        controls.act_button(
            t("gap_look.invite"),
            lambda: Seat(party.id, seats_on_invitation(history, party.id)),
            key=f"gap_invite_{party.id}",
            icon=":material/group_add:",
            help=t("gap_screen.invite", name=literal(party.name)),
        )


def _state(web: Web, party: Actor, words: Words) -> list[str]:
    if _declined(party):
        return [gap_people.people(party, words), joining.declined(web, words)]
    reach = reach_word(party.reach, False, words)
    return [gap_people.people(party, words), words.choice("invitation", party.invitation), *([reach] if reach else [])]


def _declined(party: Actor) -> bool:
    return party.invitation == Invitation.DECLINED


def _note(web: Web, party: Actor, readings: Readings, words: Words) -> None:
    """Folds out to what the group needs, or where it declined to who brings in meanwhile what is not heard."""
    unheard = _unheard_of(web, party, readings) if _declined(party) else []
    label = words("gap_look.who_speaks" if unheard else "gap_look.note_needs")
    with st.popover(label, key=f"gap_note_{party.id}", on_change="rerun") as opened:
        if opened.open and unheard:
            for interest in unheard:
                _spoken_by(party, interest)
            st.markdown(f":gray[{t('gap_look.spoken_help')}]")
        elif opened.open:
            controls.long_text(
                t("gap_look.needs_label"),
                party.notes,
                lambda said: ChangeActor(party.id, {"notes": said}),
                key=f"gap_needs_{party.id}",
            )
            privacy_note(party.notes)


def _unheard_of(web: Web, party: Actor, readings: Readings) -> list[Interest]:
    """The interests of a group that are not heard at the table."""
    unheard = known(readings.gap).unheard
    held = {stake.interest for stake in web.stakes_of(party.id) if stake.weight > 0}
    return [interest for interest in web.interests if interest.id in held and interest.id in unheard]


def _spoken_by(party: Actor, interest: Interest) -> None:
    controls.text(
        t("gap_look.speaks_for", interest=literal(interest.name)),
        interest.spoken_by,
        partial(_says_who, interest.id),
        key=f"gap_spoken_{party.id}_{interest.id}",
        max_chars=200,
    )
    privacy_note(interest.spoken_by)


def _says_who(interest: str, role: str) -> ChangeInterest:
    return ChangeInterest(interest, {"spoken_by": role})
