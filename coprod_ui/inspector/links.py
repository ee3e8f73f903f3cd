"""A link between a party and an interest, and between two interests."""

from dataclasses import replace

import streamlit as st

from coprod_core.commands import MarkUnknown, RemoveRelation, RemoveStake, SetRelation, SetStake
from coprod_core.model import Provenance, Relation, Stake, Web
from coprod_ui import controls
from coprod_ui.selection import select
from coprod_ui.words import literal, t


def _set(stake: Stake, field: str) -> controls.ActOf:
    return lambda value: SetStake(replace(stake, **{field: value}))


def _key(stake: Stake, field: str) -> str:
    return f"{field}_{stake.actor}_{stake.interest}"


def stake_row(web: Web, stake: Stake, name: str) -> None:
    """One stake in two words: for or against, and how important; its name opens the rest."""
    with st.container(gap=None):
        about, side = st.columns([2.2, 1], gap="xxsmall", vertical_alignment="center")
        about.button(
            f"{literal(name)} {provenance_badge(stake)}",
            key=_key(stake, "open"),
            type="tertiary",
            help=t("inspector.open_stake"),
            on_click=select,
            args=(("stake", stake.actor, stake.interest),),
        )
        with side:
            controls.sign(
                t("inspector.sign_of", name=literal(name)),
                stake.position,
                _set(stake, "position"),
                key=_key(stake, "sign"),
            )
        controls.levels(
            t("inspector.weight_of", name=literal(name)),
            stake.weight,
            controls.weight_steps(web.conventions),
            _set(stake, "weight"),
            key=_key(stake, "weight"),
            label_visibility="collapsed",
        )


def provenance_badge(stake: Stake) -> str:
    """Who says so, in words; an estimate stands out."""
    colour = "orange" if stake.provenance == Provenance.ESTIMATE else "gray"
    return f":{colour}-badge[{t(f'provenance.{stake.provenance}')}]"


def stake_panel(web: Web, stake: Stake) -> None:
    """Everything about one stake, with exact numbers."""
    st.markdown(
        f"**{literal(web.interest_by_id[stake.interest].name)}**  \n{literal(web.actor_by_id[stake.actor].name)}"
    )
    controls.levels(
        t("inspector.weight"),
        stake.weight,
        controls.weight_steps(web.conventions),
        _set(stake, "weight"),
        key=_key(stake, "weight"),
    )
    controls.slider(t("inspector.exact_weight"), stake.weight, _set(stake, "weight"), key=_key(stake, "exact_weight"))
    controls.slider(
        t("inspector.position"),
        stake.position,
        _set(stake, "position"),
        key=_key(stake, "position"),
        low=-1.0,
        help=t("inspector.position_help"),
    )
    controls.choice(
        t("inspector.provenance"),
        stake.provenance,
        "provenance",
        _set(stake, "provenance"),
        key=_key(stake, "provenance"),
    )
    if web.actor_by_id[stake.actor].seated:
        _at_table(stake)
    controls.notes(stake.notes, _set(stake, "notes"), key=_key(stake, "notes"))
    controls.act_button(
        t("inspector.mark_unknown"),
        lambda: MarkUnknown(stake.actor, stake.interest),
        key=_key(stake, "unknown"),
        icon=":material/help:",
    )
    controls.act_button(
        t("inspector.remove_stake"),
        lambda: RemoveStake(stake.actor, stake.interest),
        key=_key(stake, "remove"),
        icon=":material/delete:",
    )


def unknown_panel(web: Web, actor: str, interest: str) -> None:
    """A hole in what is known: what to do about it."""
    st.markdown(f"**{literal(web.interest_by_id[interest].name)}**  \n{literal(web.actor_by_id[actor].name)}")
    st.markdown(t("inspector.unknown"))
    key = f"{actor}_{interest}"
    controls.act_button(
        t("inspector.known_now"),
        lambda: SetStake(Stake(actor, interest, web.conventions.weight_plans)),
        key=f"known_{key}",
        icon=":material/edit:",
    )
    controls.act_button(
        t("inspector.remove_stake"),
        lambda: RemoveStake(actor, interest),
        key=f"remove_unknown_{key}",
        icon=":material/delete:",
    )


def _at_table(stake: Stake) -> None:
    differs = stake.table_weight is not None or stake.table_position is not None

    def set_both(on: bool) -> SetStake:
        weight, position = (stake.weight, stake.position) if on else (None, None)
        return SetStake(replace(stake, table_weight=weight, table_position=position))

    controls.controlled(
        st.toggle,
        t("inspector.differs"),
        differs,
        set_both,
        key=_key(stake, "differs"),
        help=t("inspector.differs_help"),
    )
    if differs:
        controls.slider(
            t("inspector.table_weight"),
            stake.weight if stake.table_weight is None else stake.table_weight,
            _set(stake, "table_weight"),
            key=_key(stake, "table_weight"),
        )
        controls.slider(
            t("inspector.table_position"),
            stake.position if stake.table_position is None else stake.table_position,
            _set(stake, "table_position"),
            key=_key(stake, "table_position"),
            low=-1.0,
        )


def compatibility_steps() -> list[tuple[float, str]]:
    """How two interests get along, in words."""
    named = ((-1.0, "clash_much"), (-0.5, "clash"), (0.0, "apart"), (0.5, "help"), (1.0, "help_much"))
    return [(level, t(f"compatibility.{name}")) for level, name in named]


def relation_panel(web: Web, relation: Relation) -> None:
    """How two interests get along."""
    key = f"{relation.a}_{relation.b}"
    a, b = (literal(web.interest_by_id[id_].name) for id_ in (relation.a, relation.b))
    st.markdown(f"**{a}** · **{b}**")
    relation_level(relation, t("inspector.compatibility"), key)
    controls.slider(
        t("inspector.exact_compatibility"),
        relation.compatibility,
        lambda value: SetRelation(replace(relation, compatibility=value)),
        key=f"exact_compatibility_{key}",
        low=-1.0,
    )
    controls.notes(
        relation.notes,
        lambda value: SetRelation(replace(relation, notes=value)),
        key=f"notes_relation_{key}",
    )
    controls.act_button(
        t("inspector.remove_relation"),
        lambda: RemoveRelation(relation.a, relation.b),
        key=f"remove_relation_{key}",
        icon=":material/delete:",
    )


def relation_level(relation: Relation, label: str, key: str) -> None:
    """The choice of how two interests get along."""
    controls.levels(
        label,
        relation.compatibility,
        compatibility_steps(),
        lambda value: SetRelation(replace(relation, compatibility=value)),
        key=f"compatibility_{key}",
    )
