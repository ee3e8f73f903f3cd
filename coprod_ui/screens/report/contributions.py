"""Contributions and answers: what was brought in, and for each what was done with it and why."""

from collections.abc import Callable

import streamlit as st

from coprod_core.acts.accounting import AddContribution, ChangeContribution, RemoveContribution
from coprod_core.acts.command import Command
from coprod_core.acts.commands import Together
from coprod_core.acts.ids import new_id
from coprod_core.web.accounting import Body, Contribution, Outcome
from coprod_core.web.model import Interest, Web
from coprod_ui.forms.accounting import ANSWER, CONTRIBUTION, WHY
from coprod_ui.meeting import drafts
from coprod_ui.sentences.accounting_acts import occasion_name
from coprod_ui.widgets import controls, form
from coprod_ui.widgets.button import button
from coprod_ui.widgets.privacy_note import privacy_note
from coprod_ui.words import current_words, literal, t

HEIGHT = 620
LONGEST = 1_000


def draw(web: Web) -> None:
    """Draws a line to add a contribution, and a row for each one and for each interest without one."""
    st.markdown(t("contribution.said"))
    _adding(web)
    _answered_by(web)
    with st.container(height=HEIGHT, border=False, key="contributions"):
        for contribution in web.accounting.contributions:
            _row(contribution, web)
        for interest in web.interests:
            if not web.accounting.of_interest(interest.id):
                _without(interest, web)


def _adding(web: Web) -> None:
    draft = drafts.of("contribution")
    nobody = {"": t("contribution.not_said")}
    with st.container(horizontal=True, vertical_alignment="bottom", key="add_contribution_row"):
        draft.field(st.text_input, t("contribution.new"), "text", max_chars=LONGEST)
        draft.choice(st.selectbox, t("contribution.interest"), {**nobody, **_names(web.interests)}, "interest", "")
        draft.choice(st.selectbox, t("contribution.actor"), {**nobody, **_names(web.actors)}, "actor", "")
        button(t("contribution.add"), _add, draft, key="add_contribution", icon="add")
    privacy_note(draft.text("text"))


def _names(items: tuple[object, ...]) -> dict[str, str]:
    return {item.id: item.name for item in items}  # type: ignore[attr-defined]


def _add(draft: drafts.Draft) -> None:
    text = draft.text("text")
    if not text:
        return
    added = Contribution(new_id("c"), text, draft.get("interest") or "", draft.get("actor") or "")
    if controls.do(lambda: AddContribution(added)):
        draft.close()


def _answered_by(web: Web) -> None:
    """Who answers every contribution of which that is not said yet, chosen once."""
    unsaid = [each for each in web.accounting.contributions if each.by == Body.NONE]
    bodies = {str(body): t(f"bodies.{body}") for body in Body if body != Body.NONE}

    def by(body: str) -> Command:
        return Together(tuple(ChangeContribution(each.id, {"by": body}) for each in unsaid))

    if unsaid:
        controls.adder(t("contribution.by_all"), bodies, by, key="contributions_by")


def _row(held: Contribution, web: Web) -> None:
    left, middle, right = st.columns([1.3, 0.9, 1.6], gap="medium")
    with left:
        st.markdown(literal(held.text))
        st.caption(_about(held, web))
        with st.popover(t("contribution.more"), icon=":material/edit:", key=f"contribution_more_{held.id}"):
            form.draw(CONTRIBUTION, held, _change(held.id), web, held.id)
            _occasion(held, web)
            remove = RemoveContribution(held.id)
            controls.act_button(t("contribution.remove"), lambda: remove, key=f"remove_contribution_{held.id}")
    with middle:
        form.draw([ANSWER], held, _change(held.id), web, held.id)
    with right:
        form.draw([WHY], held, _change(held.id), web, held.id)


def _about(held: Contribution, web: Web) -> str:
    """From whom and to which interest a contribution belongs, and when it was brought in."""
    occasions = {each.id: occasion_name(each, current_words()) for each in web.accounting.occasions}
    said = [
        web.actor_by_id[held.actor].name if held.actor else "",
        web.interest_by_id[held.interest].name if held.interest else "",
        occasions.get(held.occasion, ""),
    ]
    return " · ".join(literal(each) for each in said if each)


def _occasion(held: Contribution, web: Web) -> None:
    words = current_words()
    named = {"": t("contribution.not_said"), **{o.id: occasion_name(o, words) for o in web.accounting.occasions}}
    key = f"contribution_occasion_{held.id}"
    controls.among(t("contribution.occasion"), held.occasion, named, _change(held.id)("occasion"), key=key)


def _change(id_: str) -> form.Change:
    return lambda name: lambda said: ChangeContribution(id_, {name: said})


def _without(interest: Interest, web: Web) -> None:
    """A row for an interest nobody wrote a contribution for; the first answer makes one of it, under its name."""
    left, middle, right = st.columns([1.3, 0.9, 1.6], gap="medium")
    empty = Contribution(new_id("c"), interest.name, interest.id)
    with left:
        st.markdown(literal(interest.name))
    for column, field in ((middle, ANSWER), (right, WHY)):
        with column:
            form.draw([field], empty, _answer(interest), web, interest.id)


def _answer(interest: Interest) -> Callable[[str], controls.ActOf]:
    def act_of(name: str, said: object) -> Command:
        answered = {name: Outcome(str(said)) if name == "answer" else str(said).strip()}
        return AddContribution(Contribution(new_id("c"), interest.name, interest.id, **answered))  # type: ignore[arg-type]

    return lambda name: lambda said: act_of(name, said)
