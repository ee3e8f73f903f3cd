"""One party: who they are, how many, at the table or not, and what is at stake for them."""

from enum import StrEnum

import streamlit as st

from coprod_core.commands import ChangeActor, RemoveActor, Seat, SetStake
from coprod_core.history import History, seats_on_invitation
from coprod_core.model import Actor, Stake, Web
from coprod_ui import controls
from coprod_ui.document import focus_on
from coprod_ui.inspector.links import stake_row
from coprod_ui.privacy_note import privacy_note
from coprod_ui.selection import wants_focus
from coprod_ui.words import literal, t


def party_panel(history: History, party: Actor) -> None:
    """Draws the party; a party that is not at the table can be invited from here."""
    where = "terms.at_table" if party.seated else "terms.not_at_table"
    st.markdown(f":gray[{t(f'spheres.{party.sphere}')} · {t(where)}]")
    privacy_note(party.name)
    if party.citizens:
        _people_and_seats(party)
        if not party.seated:
            _invite(history, party)
    else:
        _at_table(party)
    _stakes(history.web, party)
    with st.expander(t("inspector.more"), key=f"more_{party.id}", on_change="rerun") as more:
        if more.open:
            _details(party)


def _change(party: Actor, field: str) -> controls.ActOf:
    return lambda value: ChangeActor(party.id, {field: value})


def _people_and_seats(party: Actor) -> None:
    people, seats = st.columns(2, gap="small")
    with people:
        controls.number(
            t("inspector.people"),
            party.people,
            lambda value: ChangeActor(party.id, {"people": value or None}),
            key=f"people_{party.id}",
            placeholder=t("inspector.people_unknown"),
            may_be_empty=True,
        )
    with seats:
        controls.number(
            t("inspector.seats"), party.seats, lambda value: Seat(party.id, value or 0.0), key=f"seats_{party.id}"
        )
    occasion = wants_focus("seats")
    if occasion:
        focus_on(controls.widget_key(f"seats_{party.id}"), occasion)


def _at_table(party: Actor) -> None:
    controls.controlled(
        st.toggle,
        t("inspector.at_table"),
        party.seated,
        lambda on: Seat(party.id, 1.0 if on else 0.0),
        key=f"at_table_{party.id}",
    )


def _invite(history: History, party: Actor) -> None:
    controls.act_button(
        t("inspector.invite"),
        lambda: Seat(party.id, seats_on_invitation(history, party.id)),
        key=f"invite_{party.id}",
        icon=":material/group_add:",
        width="stretch",
    )
    _choice(party, "invitation", party.invitation, "invitation")


def _choice(party: Actor, field: str, value: StrEnum, words: str) -> None:
    controls.choice(t(f"inspector.{field}"), value, words, _change(party, field), key=f"{field}_{party.id}")


def _stakes(web: Web, party: Actor) -> None:
    stakes = sorted(web.stakes_of(party.id), key=lambda stake: -stake.weight)
    st.markdown(f"**{t('inspector.at_stake')}**")
    _add_stake(web, party, {stake.interest for stake in stakes})
    for stake in stakes:
        stake_row(web, stake, web.interest_by_id[stake.interest].name)


def _add_stake(web: Web, party: Actor, linked: set[str]) -> None:
    names = {interest.id: interest.name for interest in web.interests if interest.id not in linked}
    controls.adder(
        t("inspector.add_stake" if names else "inspector.all_linked"),
        names,
        lambda interest: SetStake(Stake(party.id, interest, web.conventions.weight_plans)),
        key=f"add_stake_{party.id}",
    )


def _details(party: Actor) -> None:
    controls.text(t("inspector.name"), party.name, _change(party, "name"), key=f"name_{party.id}", max_chars=200)
    _choice(party, "sphere", party.sphere, "spheres")
    if party.citizens:
        controls.controlled(
            st.toggle,
            t("inspector.initiator"),
            party.initiator,
            _change(party, "initiator"),
            key=f"initiator_{party.id}",
            help=t("inspector.initiator_help"),
        )
    controls.slider(
        t("inspector.influence"),
        party.influence,
        _change(party, "influence"),
        key=f"influence_{party.id}",
        help=t("inspector.influence_help"),
    )
    controls.slider(
        t("inspector.reach"),
        party.reach,
        _change(party, "reach"),
        key=f"reach_{party.id}",
        help=t("inspector.reach_help"),
    )
    controls.number(
        t("inspector.effort"),
        party.effort,
        _change(party, "effort"),
        key=f"effort_{party.id}",
        step=0.1,
        help=t("inspector.effort_help"),
    )
    controls.number(
        t("inspector.hit"),
        party.hit,
        _change(party, "hit"),
        key=f"hit_{party.id}",
        step=0.1,
        max_value=1.0,
        placeholder=t("inspector.hit_default"),
        may_be_empty=True,
        help=t("inspector.hit_help"),
    )
    controls.notes(party.notes, _change(party, "notes"), key=f"notes_{party.id}")
    controls.act_button(
        t("inspector.remove_party", name=literal(party.name)),
        lambda: RemoveActor(party.id),
        key=f"remove_{party.id}",
        icon=":material/delete:",
    )
