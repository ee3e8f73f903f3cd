"""What was tried to reach a group that is not at the table: a line per attempt, and what came of it."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from coprod_core.acts import accounting as acts
from coprod_core.acts.command import Command
from coprod_core.acts.commands import ChangeActor, ChangeInterest, Together
from coprod_core.acts.ids import new_id
from coprod_core.indicators.overview import Readings
from coprod_core.web.accounting import Attempt, Result
from coprod_core.web.model import Actor, Invitation, Web
from coprod_ui.meeting import drafts
from coprod_ui.sentences.group_size import is_small
from coprod_ui.sentences.occasion_line import day_in
from coprod_ui.sentences.weighings import day_said
from coprod_ui.widgets import controls
from coprod_ui.widgets.button import button
from coprod_ui.widgets.privacy_note import privacy_note
from coprod_ui.widgets.removable import removable
from coprod_ui.words import current_words, literal, t

INVITED_BY_RESULT = {Result.COMES: Invitation.ASKED, Result.DECLINES: Invitation.DECLINED}
"""What an attempt says of the invitation of a group."""


def draw(actor: Actor, web: Web, readings: Readings) -> None:
    """Draws what was tried to reach a group, and a line to write down an attempt; of a small group that it is not."""
    if is_small(actor):
        st.caption(t("details.small_group"))
        return
    for held in web.accounting.attempts_at(actor.id):
        removable(_said(held), acts.RemoveAttempt(held.id), f"attempt_{held.id}")
    draft = drafts.of("attempt", actor.id)
    line = draft.field(st.text_input, t("details.attempt_line"), "line", placeholder=t("details.attempt_example"))
    privacy_note(line)
    unheard = unheard_of(actor.id, web, readings) if _parts(line, date.today())[2] else {}
    if unheard:
        draft.choices(t("details.spoken_for"), unheard, "spoken_for", tuple(unheard))
    with st.container(horizontal=True, key=f"attempt_results_{actor.id}"):
        for result in Result:
            key = f"attempt_{result}_{actor.id}"
            button(t(f"results.{result}"), _add, draft, actor.id, result, unheard, key=key, type="secondary")


def _said(held: Attempt) -> str:
    result = t(f"results.{held.result}")
    parts = (day_said(held.day, current_words()), literal(held.how), result, literal(held.said))
    return " · ".join(part for part in parts if part)


def _add(draft: drafts.Draft, actor: str, result: Result, unheard: Mapping[str, str]) -> None:
    line, spoken_for = draft.text("line"), tuple(draft.get("spoken_for") or ()) if unheard else ()
    if controls.do(lambda: attempted(line, actor, result, date.today(), spoken_for)):
        draft.close()


def attempted(line: str, actor: str, result: Result, today: date, spoken_for: Sequence[str] = ()) -> Command:
    """The act that writes an attempt down as a line says it: a day, how, and what they said.

    That they come, or decline, is said of their invitation too; who speaks for them, of the interests `spoken_for`.
    """
    day, how, said = _parts(line, today)
    added = acts.AddAttempt(Attempt(new_id("t"), actor, day, how[:200], result, said[:400]))
    invited = INVITED_BY_RESULT.get(result)
    spoken = spoken_for if result is Result.SOMEONE_SPEAKS and said else ()
    along: list[Command] = [ChangeInterest(id_, {"spoken_by": said[:200]}) for id_ in spoken]
    along += [] if invited is None else [ChangeActor(actor, {"invitation": invited})]
    return Together((added, *along)) if along else added


def _parts(line: str, today: date) -> tuple[str, str, str]:
    """The day a line begins with, where it does; how they were tried, and what they said."""
    first, _, rest = line.partition(",")
    day = day_in(first.strip(), today)
    how, _, said = (rest if day else line).partition(",")
    return day, how.strip(), said.strip()


def unheard_of(actor: str, web: Web, readings: Readings) -> dict[str, str]:
    """The interests of a group that residents do not bring in, and nobody for them yet, by id with their names."""
    unheard = () if readings.gap is None else readings.gap.unheard
    mine = {stake.interest for stake in web.stakes_of(actor) if stake.weight > 0}
    return {k.id: k.name for k in web.interests if k.id in mine and k.id in unheard and not k.spoken_by.strip()}
