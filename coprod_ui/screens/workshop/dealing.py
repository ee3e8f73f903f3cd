"""Roles: how many people there are, and who plays whom."""

import streamlit as st

from coprod_core.workshop.roles import RoleCard, deal, deciding, groups_of
from coprod_core.workshop.values import Step
from coprod_ui.meeting import current
from coprod_ui.screens.workshop import groups
from coprod_ui.served import handout
from coprod_ui.widgets import controls
from coprod_ui.widgets.lines import listed
from coprod_ui.words import current_words, literal, t
from coprod_ui.workshop import session
from coprod_ui.workshop.session import Session

MOST_PEOPLE = 60


def draw(now: Session, step: Step) -> None:
    """Draws how many people there are, how the cards are dealt, and the sheet of cards to print."""
    cards = now.workshop.roles
    if not cards:
        st.markdown(t("role_cards.none"))
    else:
        _people(now)
        st.link_button(
            t("role_cards.print"),
            handout.address(now.meeting, "roles"),
            icon=":material/print:",
            help=t("role_cards.print_help"),
            key="workshop_role_cards",
        )
        if now.running.people:
            _dealt(now)
        st.markdown(f":gray[{t('role_cards.children')}]")


def _people(now: Session) -> None:
    count, split = st.columns([1, 1.6])
    with count:
        controls.shown(
            st.number_input,
            t("role_cards.people"),
            now.running.people,
            lambda people: current.attempt(lambda: session.count_people(now.meeting, int(people))),
            key=f"workshop_people_{now.meeting}",
            min_value=0,
            max_value=MOST_PEOPLE,
            step=1,
            help=t("role_cards.people_help"),
        )
    if now.may_split:
        with split:
            groups.draw(now)


def _dealt(now: Session) -> None:
    sizes = groups_of(now.running.people, len(now.paths))
    if len(sizes) < len(now.paths):
        st.markdown(t("role_cards.one_table"))
    names = [path.name for path in now.paths] if len(sizes) > 1 else [t("workshop.together")]
    for name, players in zip(names, sizes, strict=True):
        with st.expander(literal(name), expanded=len(sizes) == 1, key=f"workshop_deal_{name}"):
            decides = deciding(now.workshop.roles, now.workshop.web)
            listed(
                f"{t('role_cards.player', number=number)}: {_hand(hand, decides)}"
                for number, hand in enumerate(deal(now.workshop.roles, players), 1)
            )


def _hand(hand: tuple[RoleCard, ...], decides: RoleCard | None) -> str:
    return current_words().names([_named(card, decides) for card in hand]) or t("role_cards.watches")


def _named(card: RoleCard, decides: RoleCard | None) -> str:
    marks = [t("role_cards.absent")] if card.absent else []
    marks += [t("role_cards.decides")] if card == decides else []
    return f"**{literal(card.name)}**" + (f" :gray[({', '.join(marks)})]" if marks else "")
