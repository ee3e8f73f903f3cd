"""Details: the card of the report, the course, the plans, what was tried to reach whom, and reactions to the report."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from coprod_core.acts import accounting as acts
from coprod_core.acts.commands import ChangeOption
from coprod_core.acts.ids import new_id
from coprod_core.indicators.missing import missing
from coprod_core.store.values import Loaded
from coprod_core.web.accounting import Reaction
from coprod_core.web.model import Option, Web
from coprod_ui.forms import accounting as forms
from coprod_ui.forms.fields import Field
from coprod_ui.meeting import current, drafts
from coprod_ui.report.small_groups import without_small_groups
from coprod_ui.screens.report import course
from coprod_ui.screens.report.accounts import DIALS_SEEN, TRUST_TOLD
from coprod_ui.sentences.group_size import is_small, size_and_place
from coprod_ui.sentences.strengthening import dials
from coprod_ui.widgets import attempts, controls, form
from coprod_ui.widgets.button import button
from coprod_ui.widgets.privacy_note import privacy_note
from coprod_ui.widgets.removable import removable
from coprod_ui.words import current_words, literal, t


def draw(loaded: Loaded) -> None:
    """Draws the fields of the card, and the lists of what happened."""
    web = loaded.history.web
    card, happened, after = st.columns(3, gap="medium")
    with card:
        _part("asked", forms.ASKED, web)
        _part("onward", forms.ONWARD, web)
        _part("decided", forms.DECIDED, web)
        _part("promised", forms.PROMISED, web)
    with happened:
        course.draw(loaded)
        _attempts(web)
        _plans(web)
        _dials(web)
        _trust(web)
    with after:
        _part("made_by", forms.MADE_BY, web)
        _reactions(web)


def _part(name: str, fields: Sequence[Field], web: Web) -> None:
    st.markdown(f"##### {t(f'details.{name}')}")
    decides = web.conditions.frame.decides.strip()
    if name == "decided" and decides:
        st.caption(t("details.frame_says", said=literal(decides)))
    card, hints = web.accounting.card, {"author": web.filled_in_by}
    for each in fields:
        form.field(each, getattr(card, each.name), _change_card, web, "", hints.get(each.name))


def _change_card(name: str) -> controls.ActOf:
    return lambda said: acts.ChangeCard({name: said})


# -- the plans --------------------------------------------------------------------------------------------------------


def _plans(web: Web) -> None:
    """Per plan what it is, what it costs and who proposed it; what is in its notes only where a person says so."""
    if not web.options:
        return
    st.markdown(f"##### {t('report_sections.plans')}")
    for plan in web.options:
        with st.expander(literal(plan.name), key=f"details_plan_{plan.id}"):
            _note(plan)
            form.draw(forms.DESCRIBED, plan, _change_plan(plan.id), web, plan.id)


def _change_plan(id_: str) -> form.Change:
    return lambda name: lambda said: ChangeOption(id_, {name: said})


def _note(plan: Option) -> None:
    note = plan.notes.strip()
    if note and not plan.description.strip():
        described = ChangeOption(plan.id, {"description": note[: forms.LONGEST_DESCRIPTION]})
        controls.act_button(t("details.use_note"), lambda: described, key=f"use_note_{plan.id}", type="tertiary")


# -- what is estimated of politics and the professional ---------------------------------------------------------------


def _dials(web: Web) -> None:
    """What would be told of the estimates about politics and the professional, and a tick that it may be."""
    said = dials(without_small_groups(web, current_words()), current_words())
    if said:
        st.markdown(f"##### {t('details.dials')}")
        st.markdown(said)
        st.checkbox(t("details.dials_told"), key=current.of_this(DIALS_SEEN), persist_state="session")


# -- whom the organiser trusts ----------------------------------------------------------------------------------------


def _trust(web: Web) -> None:
    """A tick that it may be told whom the organiser trusts, where that was noted."""
    if any(party.trust is not None for party in web.actors):
        st.markdown(f"##### {t('report_sections.power_map')}")
        st.checkbox(t("details.trust_told"), key=current.of_this(TRUST_TOLD), persist_state="session")


# -- who was tried ----------------------------------------------------------------------------------------------------


def _attempts(web: Web) -> None:
    st.markdown(f"##### {t('details.attempts')}")
    readings = current.readings_of(web)
    absent = missing(readings)
    if not absent:
        st.markdown(t("details.nobody_absent"))
    for id_ in absent:
        actor = web.actor_by_id[id_]
        st.markdown(f"**{literal(actor.name)}** ({size_and_place(actor, current_words())})")
        attempts.draw(actor, web, readings)


# -- reactions --------------------------------------------------------------------------------------------------------


def _reactions(web: Web) -> None:
    st.markdown(f"##### {t('details.reactions')}")
    form.draw(forms.LOOKING_BACK, web.accounting.card, _change_card, web)
    for held in web.accounting.reactions:
        who = literal(web.actor_by_id[held.actor].name) if held.actor else t("accounting.somebody")
        removable(f"**{who}**: {literal(held.said)}", acts.RemoveReaction(held.id), f"reaction_{held.id}")
        controls.long_text(
            t("details.reaction_answer"),
            held.answer,
            lambda said, id_=held.id: acts.ChangeReaction(id_, {"answer": said.strip()}),  # type: ignore[misc]
            key=f"reaction_answer_{held.id}",
            height=68,
            max_chars=1_000,
        )
    draft = drafts.of("reaction")
    parties = {"": t("accounting.somebody"), **{a.id: a.name for a in web.actors if not is_small(a)}}
    draft.choice(st.selectbox, t("details.reaction_of"), parties, "actor", "")
    said = draft.field(st.text_area, t("details.reaction_said"), "said", height=80, max_chars=2_000)
    privacy_note(said)
    button(t("details.add"), _add_reaction, draft, key="add_reaction", icon="add", disabled=not said.strip())


def _add_reaction(draft: drafts.Draft) -> None:
    added = Reaction(new_id("r"), draft.get("actor") or "", date.today().isoformat(), draft.text("said"))
    if controls.do(lambda: acts.AddReaction(added)):
        draft.close()
