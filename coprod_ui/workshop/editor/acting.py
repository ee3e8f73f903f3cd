"""The acts of a card or of a way out: what they say, and short forms to add one."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from coprod_core.commands import AddOption, ChangeActor, ChangeOption, ChangeProcess, ChangeRule, Command, Seat
from coprod_core.fields import LONGEST_NAME
from coprod_core.ids import new_id
from coprod_core.model import Option, Web
from coprod_core.workshop import Choose, Way, Workshop, webs_found
from coprod_core.workshop.editing import acts_of, with_acts, with_step, with_way
from coprod_core.workshop.values import MOST_WAYS
from coprod_ui import controls, sentences
from coprod_ui.words import Words, current_words, t
from coprod_ui.workshop.text import letter

Change = Callable[[Callable[[Workshop], Workshop]], bool]
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
                lambda text: change(lambda draft: with_way(draft, place, each.id, text)),
                key=f"workshop_way_text_{step.id}_{each.id}",
                max_chars=LONGEST_NAME,
            )
        away.button(
            t("workshop_editor.remove"),
            key=f"workshop_way_remove_{step.id}_{each.id}",
            icon=":material/delete:",
            disabled=len(step.ways) < 3,
            on_click=change,
            args=(lambda draft: with_step(draft, place, {"ways": kept}),),
        )
        target = acts(workshop, place, each.id, change)
        with more:
            add_act(target)


def more_ways(step: Choose, place: int, change: Change) -> None:
    """A button that adds a way out."""
    further = (*step.ways, Way(new_id("way"), t("workshop_sketch.other")))
    st.button(
        t("workshop_editor.add_way"),
        key=f"workshop_way_add_{step.id}",
        icon=":material/add:",
        disabled=len(step.ways) >= MOST_WAYS,
        on_click=change,
        args=(lambda draft: with_step(draft, place, {"ways": further}),),
    )


def acts(workshop: Workshop, place: int, way_id: str, change: Change) -> "Target":
    """What a card or a way out does, in words, each to take away; gives where a further one goes."""
    step, web, words = workshop.steps[place], webs_found(workshop)[place], current_words()
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
            on_click=change,
            args=(lambda draft, left=without: with_acts(draft, place, way_id, left),),
        )
        web = after
    return Target(workshop, place, way_id, web, change)


def add_act(target: "Target") -> None:
    """A form to add an act to a card or a way out."""
    key = f"workshop_act_{target.workshop.steps[target.place].id}_{target.way}"
    with st.popover(t("workshop_editor.add_act"), icon=":material/add:", key=key, on_change="rerun") as opened:
        if opened.open:
            _form(target, key)


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
    return sentences.what_was_done(act, web, after, words)


@dataclass(frozen=True)
class Target:
    """Where a new act goes: a card or a way out of a step, and the web it would find there."""

    workshop: Workshop
    place: int
    way: str
    web: Web
    change: Change

    def add(self, act: Command) -> None:
        known = acts_of(self.workshop.steps[self.place], self.way)
        self.change(lambda draft: with_acts(draft, self.place, self.way, (*known, act)))


def _form(target: Target, key: str) -> None:
    forms = {name: t(f"workshop_forms.{name}") for name in FORMS}
    form = controls.one_of(t("workshop_editor.which_act"), forms, key=f"{key}_form")
    act = _FILLED[form](target.web, f"{key}_{form}") if form in _FILLED else _process(form, f"{key}_{form}")
    st.button(
        t("workshop_editor.add_this"),
        key=f"{key}_add",
        icon=":material/check:",
        type="primary",
        disabled=act is None,
        on_click=target.add,
        args=(act,),
    )


def _party(web: Web, key: str) -> str | None:
    return _one(t("workshop_forms.party"), {actor.id: actor.name for actor in web.actors}, key)


def _one(label: str, names: dict[str, str], key: str) -> str | None:
    return st.selectbox(label, list(names), format_func=lambda id_: names.get(id_, ""), key=f"{key}_which")


def _invite(web: Web, key: str) -> Command | None:
    party = _party(web, key)
    seats = st.number_input(t("workshop_forms.seats"), min_value=1, value=2, step=1, key=f"{key}_seats")
    return Seat(party, float(seats)) if party else None


def _leave(web: Web, key: str) -> Command | None:
    party = _party(web, key)
    return Seat(party, 0.0) if party else None


def _people(web: Web, key: str) -> Command | None:
    party = _party(web, key)
    count = st.number_input(t("workshop_forms.how_many"), min_value=1, value=20, step=1, key=f"{key}_people")
    return ChangeActor(party, {"people": float(count)}) if party else None


def _plan_of(web: Web, key: str) -> str | None:
    return _one(t("workshop_forms.which_plan"), {plan.id: plan.name for plan in web.options}, key)


def _bar(web: Web, key: str) -> Command | None:
    plan = _plan_of(web, key)
    return ChangeOption(plan, {"barred": True}) if plan else None


def _allow(web: Web, key: str) -> Command | None:
    plan = _plan_of(web, key)
    return ChangeOption(plan, {"barred": False}) if plan else None


def _room(web: Web, key: str) -> Command | None:
    rule = _one(t("workshop_forms.which_rule"), {rule.id: rule.name for rule in web.rules}, key)
    level = _level(t("workshop_forms.how_much_room"), key)
    return ChangeRule(rule, {"discretion": level}) if rule else None


def _level(label: str, key: str) -> float:
    steps = [step / 20 for step in range(21)]
    return st.select_slider(label, steps, value=0.7, format_func=current_words().number, key=f"{key}_level")


def _process(name: str, key: str) -> Command:
    return ChangeProcess({name: _level(t("workshop_forms.how_strong"), key)})


def _plan(web: Web, key: str) -> Command | None:
    name = st.text_input(t("workshop_forms.plan_name"), max_chars=LONGEST_NAME, key=f"{key}_name")
    names = {interest.id: interest.name for interest in web.interests}
    served, harmed = (
        st.multiselect(
            t(f"workshop_forms.{side}"), list(names), format_func=lambda id_: names.get(id_, ""), key=f"{key}_{side}"
        )
        for side in ("serves", "harms")
    )
    if not name.strip():
        return None
    effects = {**dict.fromkeys(served, SERVED), **dict.fromkeys(harmed, HARMED)}
    return AddOption(Option(new_id("plan"), name.strip(), effects=effects))


_FILLED: dict[str, Callable[[Web, str], Command | None]] = {
    "invite": _invite,
    "leave": _leave,
    "people": _people,
    "bar": _bar,
    "allow": _allow,
    "room": _room,
    "plan": _plan,
}
