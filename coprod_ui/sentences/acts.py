"""The quiet sentence after every act: what was done, and what it changed."""

from collections.abc import Iterable

from coprod_core import commands as c
from coprod_core.adoption import Adopt
from coprod_core.conditions.acts import ConditionsAct
from coprod_core.conventions import WEIGHT_NAMES, Conventions
from coprod_core.headcounts import CountTable, SetPopulation
from coprod_core.history import Act, Redo, Undo
from coprod_core.indicators import Readings
from coprod_core.model import DESIGN_OF_PROCESS, Process, Web
from coprod_core.workshop_act import TakeStep
from coprod_ui.sentences.amounts import change_numbers, how_much
from coprod_ui.sentences.conditions_acts import what_was_said
from coprod_ui.words import Words, literal, of_100

Agreed = Conventions | Process

_DILEMMAS = ("feasibility_inclusiveness", "role", "rules")
_CHANGES_NO_READING = (c.MoveNodes, c.ChangeMeeting, c.OpenWeb, ConditionsAct, SetPopulation, CountTable)


def after_act(
    before: Readings | None, after: Readings, act: Act, web_before: Web, web_after: Web, words: Words, digits: bool
) -> str:
    """What an act did, and the largest change in the readings, by the numbers shown."""
    done = what_was_done(act, web_before, web_after, words)
    if before is None or isinstance(act, _CHANGES_NO_READING):
        return done
    return f"{done} {what_changed(before, after, words, digits)}"


# -- what changed ---------------------------------------------------------------------------------------------------


def what_changed(before: Readings, after: Readings, words: Words, digits: bool) -> str:
    """The largest change among the gap in views, interests heard, a plan that works and the three tensions.

    Interests heard and a plan that works are told together: the one alone would hide who pays.
    """
    appeared = _appeared(before, after, words)
    if appeared is not None:
        return appeared
    was, now = _measures(before), _measures(after)
    points = {name: of_100(now[name]) - of_100(was[name]) for name in now if name in was}
    moved = {name: change for name, change in points.items() if change}
    if not moved:
        return words("say_change.nothing")
    largest = max(moved, key=lambda name: abs(moved[name]))
    pair = ("inclusiveness", "feasibility")
    told = [name for name in pair if name in moved] if largest in pair else [largest]
    return " ".join(_change(name, moved[name], was[name], now[name], words, digits) for name in told)


def _change(name: str, points: int, was: float, now: float, words: Words, digits: bool) -> str:
    return words(
        f"say_change.{name}.{'more' if points > 0 else 'less'}",
        how=how_much(points, words, digits),
        numbers=change_numbers(was, now, words, digits),
    )


def _measures(readings: Readings) -> dict[str, float]:
    found: dict[str, float | None] = {}
    if readings.gap is not None:
        found["views"] = readings.gap.views
    dilemma = readings.feasibility_inclusiveness
    if dilemma is not None:
        found["inclusiveness"], found["feasibility"] = dilemma.inclusiveness, dilemma.feasibility
    for name in _DILEMMAS:
        reading = getattr(readings, name)
        found[name] = None if reading is None else reading.tension
    return {name: value for name, value in found.items() if value is not None}


def _appeared(before: Readings, after: Readings, words: Words) -> str | None:
    if (before.gap is None) != (after.gap is None):
        return words("say_change.gap_appears" if before.gap is None else "say_change.gap_disappears")
    for name in _DILEMMAS:
        was, now = getattr(before, name), getattr(after, name)
        if (was is None) != (now is None):
            key = "say_change.dilemma_appears" if was is None else "say_change.dilemma_disappears"
            return words(key, dilemma=words.choice("dilemmas", name))
    return None


# -- what was done --------------------------------------------------------------------------------------------------


def what_was_done(act: Act, web_before: Web, web: Web, words: Words) -> str:
    """An act in words."""
    match act:
        case Undo():
            return words("say_act.undo")
        case Redo():
            return words("say_act.redo")
        case c.OpenWeb():
            return words("say_act.open_web" if web.actors else "say_act.open_empty")
        case c.BringIn():
            return words("say_act.bring_in", name=literal(act.name))
        case c.AdoptScenario():
            return words("say_act.adopt_scenario", name=literal(act.name))
        case Adopt():
            return words("say_act.adopt", name=_name_in(web, "actors", act.actor), round=act.round)
        case ConditionsAct():
            return what_was_said(act, web_before, web, words)
        case SetPopulation():
            return words("say_act.set_population" if act.headcounts else "say_act.no_population")
        case CountTable():
            return words("say_act.count_table", feature=literal(act.feature))
        case TakeStep():
            return words("say_act.take_step", name=literal(act.named))
        case c.Together():
            return _together(act, web_before, web, words)
        case c.AddActor() | c.AddInterest() | c.AddOption() | c.AddRule():
            return words(f"say_act.{act.act}", name=literal(_added(act).name))
        case c.RemoveActor() | c.RemoveInterest() | c.RemoveOption() | c.RemoveRule():
            return words(f"say_act.{act.act}", name=_name_in(web_before, act.out_of, act.id))
        case c.ChangeActor() | c.ChangeInterest() | c.ChangeOption() | c.ChangeRule():
            return _changed(act, web_before, web, words)
        case c.Seat():
            return _seated(act, web_before, web, words)
        case c.ChangeConventions():
            return _counted(act.changes, web_before.conventions, web.conventions, words)
        case c.ChangeProcess() if set(act.changes) <= set(DESIGN_OF_PROCESS):
            return _counted(act.changes, web_before.process, web.process, words)
        case _:
            return _linked(act, web, words)


def _together(act: c.Together, web_before: Web, web: Web, words: Words) -> str:
    """The act people have in mind: a party added with its interests, an interest added, or the first of them."""
    added = next((part for part in act.commands if isinstance(part, c.AddActor)), None)
    if added is not None:
        count = sum(isinstance(part, c.SetStake) for part in act.commands)
        if count:
            return words.plural("say_act.add_actor_with", count, name=literal(added.actor.name))
        return what_was_done(added, web_before, web, words)
    if not act.commands:
        return ""
    main = next((part for part in act.commands if isinstance(part, c.AddInterest | c.Seat)), act.commands[0])
    return what_was_done(main, web_before, web, words)


def _added(act: c.AddActor | c.AddInterest | c.AddOption | c.AddRule) -> c.Actor | c.Interest | c.Option | c.Rule:
    return getattr(act, act.act.removeprefix("add_"))


def _name_in(web: Web, list_name: str, id_: str) -> str:
    return next((literal(item.name) for item in getattr(web, list_name) if item.id == id_), literal(id_))


def _changed(
    act: c.ChangeActor | c.ChangeInterest | c.ChangeOption | c.ChangeRule, web_before: Web, web: Web, words: Words
) -> str:
    name, before = _name_in(web, act.inside, act.id), _name_in(web_before, act.inside, act.id)
    if name != before:
        return words("say_act.rename", before=before, name=name)
    if isinstance(act, c.ChangeActor) and set(act.changes) == {"invitation"}:
        return words("say_act.invitation", name=name, state=words.choice("invitation", act.changes["invitation"]))
    return words(f"say_act.{act.act}", name=name)


def _seated(act: c.Seat, web_before: Web, web: Web, words: Words) -> str:
    name, before = _name_in(web, "actors", act.actor), web_before.actor_by_id.get(act.actor)
    was_seated = before is not None and before.seated
    if was_seated and act.seats > 0:
        return words.plural("say_act.seats", act.seats, name=name)
    return words("say_act.seated" if act.seats > 0 else "say_act.left", name=name)


def _counted(changed: Iterable[str], before: Agreed, after: Agreed, words: Words) -> str:
    said = [
        words(
            "say_act.convention",
            what=words.choice("conventions", name),
            before=words.count(getattr(before, name)),
            after=words.count(getattr(after, name)),
        )
        for name in changed
    ]
    return words("say_act.change_conventions", what=words.names(said))


def _linked(act: c.Command, web: Web, words: Words) -> str:
    match act:
        case c.SetStake(stake):
            return words(
                "say_act.set_stake",
                interest=_name_in(web, "interests", stake.interest),
                actor=_name_in(web, "actors", stake.actor),
                weight=words.choice("weights", weight_word(stake.weight, web.conventions)),
                position=words.choice("positions", "for" if stake.position >= 0 else "against"),
            )
        case c.RemoveStake() | c.MarkUnknown():
            interest, actor = _name_in(web, "interests", act.interest), _name_in(web, "actors", act.actor)
            return words(f"say_act.{act.act}", interest=interest, actor=actor)
        case c.SetRelation(relation):
            level = relation.compatibility
            how = "against" if level < 0 else "along" if level > 0 else "apart"
            a, b = (_name_in(web, "interests", end) for end in (relation.a, relation.b))
            return words(f"say_act.relation_{how}", a=a, b=b)
        case c.RemoveRelation():
            a, b = (_name_in(web, "interests", end) for end in (act.a, act.b))
            return words("say_act.remove_relation", a=a, b=b)
        case _:
            return words.choice("say_act", act.act)


def weight_word(weight: float, conventions: Conventions) -> str:
    """The name of the weight word nearest to a weight, at the levels of a meeting."""
    distance = dict(zip(WEIGHT_NAMES, (abs(level - weight) for level in conventions.weights), strict=True))
    return min(distance, key=distance.__getitem__)
