"""The course on Details: a line per time that people came together or were asked, and days that are known already."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from coprod_core.acts import accounting as acts
from coprod_core.acts.ids import new_id
from coprod_core.store.values import Loaded
from coprod_core.web.accounting import MOST_CAME, Occasion
from coprod_core.web.model import Web
from coprod_ui.forms.accounting import OCCASION
from coprod_ui.meeting import current, drafts
from coprod_ui.meeting.timeline import timeline
from coprod_ui.screens.report.accounts import rounds_held
from coprod_ui.sentences.occasion_line import OccasionLine, read_occasion
from coprod_ui.sentences.weighings import day_said
from coprod_ui.widgets import controls, form
from coprod_ui.widgets.button import button
from coprod_ui.widgets.privacy_note import privacy_note
from coprod_ui.words import current_words, literal, t

LEAST_ACTS = 10
"""From so many acts on one day on, that day is offered as one on which people worked on the web."""


def draw(loaded: Loaded) -> None:
    """Draws the line for an occasion, those on record, and the days that can be taken over."""
    web = loaded.history.web
    st.markdown(f"##### {t('details.course')}")
    draft = drafts.of("occasion")
    line = draft.field(st.text_input, t("details.occasion_line"), "line", placeholder=t("details.occasion_example"))
    if line.strip():
        st.caption(_understood(read_occasion(line, date.today())))
        privacy_note(line)
    button(t("details.add"), _add, draft, key="add_occasion", icon="add", disabled=not line.strip())
    for held in sorted(web.accounting.occasions, key=lambda each: each.day):
        _held(held, web)
    for offer in _offers(loaded):
        controls.act_button(
            t("details.take_over", what=offer.said),
            lambda found=offer.occasion: acts.AddOccasion(found),  # type: ignore[misc]
            key=f"take_over_{offer.occasion.day}_{offer.occasion.form}",
            icon=":material/event_available:",
            type="tertiary",
        )


def _understood(said: OccasionLine) -> str:
    """What a line says, and which part of it was not understood."""
    return " · ".join(
        (
            day_said(said.day, current_words()) or t("details.no_day"),
            literal(said.form) or t("details.no_form"),
            literal(said.invited) or t("details.no_invited"),
            _people(said.people) or t("details.no_people"),
        )
    )


def _people(count: float | None) -> str:
    return "" if count is None else current_words().plural("report.people_counted", int(count))


def _add(draft: drafts.Draft) -> None:
    said = read_occasion(draft.text("line"), date.today())
    added = Occasion(new_id("n"), said.day, said.form, said.invited, said.people)
    if controls.do(lambda: acts.AddOccasion(added)):
        draft.close()


def _held(held: Occasion, web: Web) -> None:
    """One occasion, and folded away its fields: what went otherwise stands there only."""
    said = (day_said(held.day, current_words()), literal(held.form), literal(held.invited), _people(held.people))
    text, more = st.columns([5, 1.3], vertical_alignment="center")
    text.markdown(" · ".join(filter(None, said)))
    with more, st.popover(t("contribution.more"), key=f"occasion_more_{held.id}"):
        form.draw(OCCASION, held, _change(held.id), web, held.id)
        controls.number(
            t("course.people"),
            held.people,
            _change(held.id)("people"),
            key=f"occasion_people_{held.id}",
            may_be_empty=True,
            max_value=float(MOST_CAME),
        )
        remove = acts.RemoveOccasion(held.id)
        controls.act_button(t("details.remove"), lambda: remove, key=f"remove_occasion_{held.id}")


def _change(id_: str) -> form.Change:
    return lambda name: lambda said: acts.ChangeOccasion(id_, {name: said})


# -- what is known already ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Offer:
    """A day that is known to the program, and what would be written down of it."""

    said: str
    occasion: Occasion


def _offers(loaded: Loaded) -> Iterator[_Offer]:
    """Each round that was held, and each other day on which much was done to the web, that is not on record yet."""
    written = loaded.history.web.accounting.occasions
    on_record = {(each.day, each.form) for each in written}
    days = {each.day for each in written}
    for held in rounds_held():
        name, day = t("details.round", number=held.number), "" if held.day is None else held.day.isoformat()
        days.add(day)
        if (day, name) not in on_record:
            answers = current_words().plural("details.answers", held.people) if held.people else ""
            yield _offer(Occasion(new_id("n"), day, name, people=held.people or None), answers)
    for day, count in sorted(_acts_by_day(loaded).items()):
        if count >= LEAST_ACTS and day not in days:
            yield _offer(Occasion(new_id("n"), day, t("details.worked")), "")


def _offer(found: Occasion, also: str) -> _Offer:
    return _Offer(", ".join(filter(None, (day_said(found.day, current_words()), found.form, also))), found)


def _acts_by_day(loaded: Loaded) -> Mapping[str, int]:
    entries = timeline(current.meeting_id() or "", loaded).entries
    return Counter(entry.at.astimezone().date().isoformat() for entry in entries)
