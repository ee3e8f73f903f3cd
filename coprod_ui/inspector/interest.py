"""One interest: who holds it, and which interests it clashes or goes together with."""

import streamlit as st

from coprod_core.commands import ChangeInterest, RemoveInterest, SetRelation, SetStake
from coprod_core.model import Interest, Relation, Stake, Web
from coprod_ui import controls
from coprod_ui.inspector.links import relation_level, stake_row
from coprod_ui.privacy_note import privacy_note
from coprod_ui.words import literal, t


def interest_panel(web: Web, interest: Interest) -> None:
    """Draws the interest."""
    privacy_note(interest.name)
    st.markdown(f"**{t('inspector.held_by')}**")
    stakes = sorted((s for s in web.stakes if s.interest == interest.id), key=lambda stake: -stake.weight)
    _add_holder(web, interest, {stake.actor for stake in stakes})
    for stake in stakes:
        stake_row(web, stake, web.actor_by_id[stake.actor].name)
    _relations(web, interest)
    with st.expander(t("inspector.more"), key=f"more_{interest.id}", on_change="rerun") as more:
        if more.open:
            _details(interest)


def _add_holder(web: Web, interest: Interest, linked: set[str]) -> None:
    names = {actor.id: actor.name for actor in web.actors if actor.id not in linked}
    controls.adder(
        t("inspector.add_holder"),
        names,
        lambda actor: SetStake(Stake(actor, interest.id, web.conventions.weight_plans)),
        key=f"add_holder_{interest.id}",
    )


def _relations(web: Web, interest: Interest) -> None:
    st.markdown(f"**{t('inspector.relations')}**")
    related = {next(iter(r.pair - {interest.id})): r for r in web.relations if interest.id in r.pair}
    names = {i.id: i.name for i in web.interests if i.id != interest.id and i.id not in related}
    controls.adder(
        t("inspector.add_relation"),
        names,
        lambda other: SetRelation(Relation(interest.id, other, -0.5)),
        key=f"add_relation_{interest.id}",
    )
    for other, relation in related.items():
        relation_level(relation, literal(web.interest_by_id[other].name), f"{relation.a}_{relation.b}")


def _details(interest: Interest) -> None:
    def change(field: str) -> controls.ActOf:
        return lambda value: ChangeInterest(interest.id, {field: value})

    controls.text(t("inspector.name"), interest.name, change("name"), key=f"name_{interest.id}", max_chars=200)
    controls.notes(interest.notes, change("notes"), key=f"notes_{interest.id}")
    controls.act_button(
        t("inspector.remove_interest", name=literal(interest.name)),
        lambda: RemoveInterest(interest.id),
        key=f"remove_{interest.id}",
        icon=":material/delete:",
    )
