"""The acts of a card or of a way out: what they say, and short forms to add one."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from coprod_core.acts.command import Command
from coprod_core.acts.commands import AddOption, ChangeActor, ChangeOption, ChangeProcess, ChangeRule, Seat
from coprod_core.acts.ids import new_id
from coprod_core.checked.fields import LONGEST_NAME
from coprod_core.web.model import Option, Web
from coprod_core.workshop.editing import acts_of, with_acts, with_step, with_way
from coprod_core.workshop.values import MOST_WAYS, Choose, Event, Way
from coprod_core.workshop.whole import Workshop
from coprod_ui.meeting import drafts
from coprod_ui.meeting.drafts import Draft
from coprod_ui.screens.workshop.editor import leading
from coprod_ui.screens.workshop.editor.changing import Change
from coprod_ui.sentences import acts as say_acts
from coprod_ui.widgets import controls
from coprod_ui.widgets.button import button
from coprod_ui.words import Words, current_words, t
from coprod_ui.workshop.text import letter

FORMS = ("invite", "leave", "people", "bar", "allow", "room", "meddling", "emphasis", "steering", "delegated", "plan")
PROCESS = ("meddling", "emphasis", "steering", "delegated")
SERVED, HARMED = 0.7, -0.7


def way(workshop: Workshop, place: int, each: Way, number: int, change: Change) -> None:
    """One way out: its words, its acts, and taking it away."""
    step = workshop.steps[place]
    assert isinstance(step, Choose)
    kept = tuple(other for other in step.ways if other.id != each.id)
    with st.container(border=True, gap="xsmall", key=f"workshop_way_{step.id}_{each.id}"):
        said, more, away = st.columns([3.6, 2.1, 1], vertical_alignment="bottom", gap="small")
        with said:
            controls.shown(
                st.text_input,
                t("workshop_editor.way", letter=letter(number)),
                each.text,
                lambda text: change(lambda draft: with_way(draft, place, each.id, {"text": text})),
                key=f"workshop_way_text_{step.id}_{each.id}",
                max_chars=LONGEST_NAME,
            )
        away.button(
            t("workshop_editor.remove"),
            key=f"workshop_way_remove_{step.id}_{each.id}",
            icon=":material/delete:",
            disabled=len(step.ways) < 3,
            on_click=controls.pressed(change),
            args=(lambda draft: with_step(draft, place, {"ways": kept}),),
        )
        leading.way(workshop, place, each, change)
        target = acts(workshop, place, each.id, change)
        with more:
            add_act(target)


def more_ways(step: Choose, place: int, change: Change) -> None:
    """A button that adds a way out."""
    further = (*step.ways, Way(new_id("way"), t("workshop_sketch.other")))
    button(
        t("workshop_editor.add_way"),
        change,
        lambda draft: with_step(draft, place, {"ways": further}),
        key=f"workshop_way_add_{step.id}",
        icon="add",
        disabled=len(step.ways) >= MOST_WAYS,
    )


def acts(workshop: Workshop, place: int, way_id: str, change: Change) -> "Target":
    """What a card or a way out does, in words, each to take away; gives where a further one goes."""
    step, web, words = workshop.steps[place], _found(workshop, place, way_id), current_words()
    known = acts_of(step, way_id)
    for number, act in enumerate(known):
        after = act.applied_to(web)
        without = (*known[:number], *known[number + 1 :])
        said, away = st.columns([5, 1.4], vertical_alignment="center")
        said.markdown(f"- {act_told(act, web, after, words)}")
        away.button(
            t("workshop_editor.remove"),
            key=f"workshop_act_remove_{step.id}_{way_id}_{number}",
            icon=":material/close:",
            type="tertiary",
            on_click=controls.pressed(change),
            args=(lambda draft, left=without: with_acts(draft, place, way_id, left),),
        )
        web = after
    return Target(workshop, place, way_id, web, change)


def _found(workshop: Workshop, place: int, part: str) -> Web:
    """The web that a card or a way out finds; a variant of a card that of those who chose so."""
    step = workshop.steps[place]
    picked = (
        {when.step: when.way} if isinstance(step, Event) and part and (when := step.variants[int(part)].when) else {}
    )
    return workshop.webs_found(picked)[place]


def add_act(target: "Target") -> None:
    """A form to add an act to a card or a way out."""
    place = f"{target.workshop.steps[target.place].id}_{target.way}"
    key = f"workshop_act_{place}"
    with st.popover(t("workshop_editor.add_act"), icon=":material/add:", key=key, on_change="rerun") as opened:
        if opened.open:
            _form(target, drafts.of("workshop_act", place), key)


def act_told(act: Command, web: Web, after: Web, words: Words) -> str:
    """An act in words; of how government and citizens meet, what becomes how strong."""
    if isinstance(act, ChangeProcess):
        said = [
            f"{words.choice('workshop_forms', name)}: {words.count(level)}"
            for name, level in act.changes.items()
            if name in PROCESS
        ]
        if said:
            return ", ".join(said)
    return say_acts.what_was_done(act, web, after, words)


@dataclass(frozen=True)
class Target:
    """Where a new act goes: a card or a way out of a step, and the web it would find there."""

    workshop: Workshop
    place: int
    way: str
    web: Web
    change: Change

    def add(self, act: Command, draft: Draft) -> None:
        """Puts one more act behind those of the step; the form it was filled in on goes."""
        known = acts_of(self.workshop.steps[self.place], self.way)
        if self.change(lambda workshop: with_acts(workshop, self.place, self.way, (*known, act))):
            draft.close()


def _form(target: Target, draft: Draft, key: str) -> None:
    forms = {name: t(f"workshop_forms.{name}") for name in FORMS}
    form = draft.choice(st.selectbox, t("workshop_editor.which_act"), forms, "form")
    act = _FILLED[form](target.web, draft, form) if form in _FILLED else _process(draft, form)
    button(
        t("workshop_editor.add_this"),
        target.add,
        act,
        draft,
        key=f"{key}_add",
        icon="check",
        type="primary",
        disabled=act is None,
    )


def _party(web: Web, draft: Draft, form: str) -> str | None:
    return _one(t("workshop_forms.party"), {actor.id: actor.name for actor in web.actors}, draft, form)


def _one(label: str, names: dict[str, str], draft: Draft, form: str) -> str | None:
    chosen: str | None = draft.choice(st.selectbox, label, names, f"{form}_which")
    return chosen


def _whole(label: str, draft: Draft, field: str, usual: int) -> float:
    """A number of people or seats, one at least."""
    return float(draft.field(st.number_input, label, field, usual, min_value=1, step=1))


def _invite(web: Web, draft: Draft, form: str) -> Command | None:
    party = _party(web, draft, form)
    seats = _whole(t("workshop_forms.seats"), draft, f"{form}_seats", 2)
    return Seat(party, seats) if party else None


def _leave(web: Web, draft: Draft, form: str) -> Command | None:
    party = _party(web, draft, form)
    return Seat(party, 0.0) if party else None


def _people(web: Web, draft: Draft, form: str) -> Command | None:
    party = _party(web, draft, form)
    count = _whole(t("workshop_forms.how_many"), draft, f"{form}_people", 20)
    return ChangeActor(party, {"people": count}) if party else None


def _plan_of(web: Web, draft: Draft, form: str) -> str | None:
    return _one(t("workshop_forms.which_plan"), {plan.id: plan.name for plan in web.options}, draft, form)


def _bar(web: Web, draft: Draft, form: str) -> Command | None:
    plan = _plan_of(web, draft, form)
    return ChangeOption(plan, {"barred": True}) if plan else None


def _allow(web: Web, draft: Draft, form: str) -> Command | None:
    plan = _plan_of(web, draft, form)
    return ChangeOption(plan, {"barred": False}) if plan else None


def _room(web: Web, draft: Draft, form: str) -> Command | None:
    rule = _one(t("workshop_forms.which_rule"), {rule.id: rule.name for rule in web.rules}, draft, form)
    level = _level(t("workshop_forms.how_much_room"), draft, form)
    return ChangeRule(rule, {"discretion": level}) if rule else None


def _level(label: str, draft: Draft, form: str) -> float:
    steps = [step / 20 for step in range(21)]
    level: float = draft.field(
        st.select_slider, label, f"{form}_level", 0.7, options=steps, format_func=current_words().number
    )
    return level


def _process(draft: Draft, form: str) -> Command:
    return ChangeProcess({form: _level(t("workshop_forms.how_strong"), draft, form)})


def _plan(web: Web, draft: Draft, form: str) -> Command | None:
    name = draft.field(st.text_input, t("workshop_forms.plan_name"), f"{form}_name", max_chars=LONGEST_NAME)
    names = {interest.id: interest.name for interest in web.interests}
    served, harmed = (
        draft.choices(t(f"workshop_forms.{side}"), names, f"{form}_{side}") for side in ("serves", "harms")
    )
    if not name.strip():
        return None
    effects = {**dict.fromkeys(served, SERVED), **dict.fromkeys(harmed, HARMED)}
    return AddOption(Option(new_id("plan"), name.strip(), effects=effects))


_FILLED: dict[str, Callable[[Web, Draft, str], Command | None]] = {
    "invite": _invite,
    "leave": _leave,
    "people": _people,
    "bar": _bar,
    "allow": _allow,
    "room": _room,
    "plan": _plan,
}
