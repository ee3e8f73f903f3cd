"""The quiet sentence after every act: what was done, and what it changed."""

from collections.abc import Iterable

from coprod_core.acts import commands as c
from coprod_core.acts import links
from coprod_core.acts.accounting import AccountingAct
from coprod_core.acts.adoption import Adopt
from coprod_core.acts.conditions import ConditionsAct
from coprod_core.acts.headcounts import CountTable, SetPopulation
from coprod_core.acts.history import Act, Redo, Undo
from coprod_core.acts.own_dilemmas import DilemmaAct
from coprod_core.acts.rings import PutInRing
from coprod_core.acts.workshop_act import TakeStep
from coprod_core.indicators.overview import Readings
from coprod_core.web.conventions import WEIGHT_NAMES, Conventions
from coprod_core.web.deviations import DESIGN_OF_PROCESS
from coprod_core.web.model import Actor, Interest, Option, Process, Rule, Web
from coprod_ui.sentences.accounting_acts import what_was_kept
from coprod_ui.sentences.amounts import side
from coprod_ui.sentences.changes import seats_moved, what_changed
from coprod_ui.sentences.conditions_acts import what_was_said
from coprod_ui.sentences.map_acts import ASKED, asked_for_map, put_in_ring
from coprod_ui.sentences.own_dilemmas import losses_left_in_words, what_was_written
from coprod_ui.words import Words, literal

Agreed = Conventions | Process

_CHANGES_NO_READING = (
    c.MoveNodes,
    c.ChangeMeeting,
    c.OpenWeb,
    ConditionsAct,
    AccountingAct,
    DilemmaAct,
    SetPopulation,
    CountTable,
)


def after_act(
    before: Readings | None, after: Readings, act: Act, web_before: Web, web_after: Web, words: Words, digits: bool
) -> str:
    """What an act did, and what it changed: of a group that came to the table what is heard and what got harder, and
    why the gap grew or shrank; of anything else the largest change in the readings, by the numbers shown.
    """
    done = what_was_done(act, web_before, web_after, words)
    if before is None or isinstance(act, _CHANGES_NO_READING):
        return done
    moved = seats_moved(before, after, web_before, web_after, words, digits)
    return " ".join([done, *(moved or [what_changed(before, after, words, digits)])])


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
            return words("say_act.adopt_scenario", screen=words("screens.scenarios"), name=literal(act.name))
        case Adopt():
            return words("say_act.adopt", name=_name_in(web, "actors", act.actor), round=act.round)
        case ConditionsAct():
            return what_was_said(act, web_before, web, words)
        case AccountingAct():
            return what_was_kept(act, web_before, web, words)
        case DilemmaAct():
            return what_was_written(act, web_before, web, words)
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
            return _removed(act, web_before, words)
        case c.ChangeActor() | c.ChangeInterest() | c.ChangeOption() | c.ChangeRule():
            return _changed(act, web_before, web, words)
        case c.Seat():
            return _seated(act, web_before, web, words)
        case PutInRing():
            return put_in_ring(act, web_before, web, words)
        case c.ChangeConventions():
            return _counted(act.changes, web_before.conventions, web.conventions, words)
        case c.ChangeProcess() if set(act.changes) <= set(DESIGN_OF_PROCESS):
            return _counted(act.changes, web_before.process, web.process, words)
        case _:
            return _linked(act, web, words)


def _together(act: c.Together, web_before: Web, web: Web, words: Words) -> str:
    """The act people have in mind: a party added with its interests, an interest added, or the first of them."""
    parties = [part for part in act.commands if isinstance(part, c.AddActor)]
    if len(parties) > 1:
        return words.plural("say_act.add_actors", len(parties))
    for added in parties:
        count = sum(isinstance(part, links.SetStake) for part in act.commands)
        if count:
            return words.plural("say_act.add_actor_with", count, name=literal(added.actor.name))
        return what_was_done(added, web_before, web, words)
    if not act.commands:
        return ""
    if sum(isinstance(part, PutInRing) for part in act.commands) > 1:
        return words("say_act.rings")
    whole = c.AddInterest | c.Seat | PutInRing
    main = next((part for part in act.commands if isinstance(part, whole)), act.commands[0])
    return what_was_done(main, web_before, web, words)


def _added(act: c.AddActor | c.AddInterest | c.AddOption | c.AddRule) -> Actor | Interest | Option | Rule:
    added: Actor | Interest | Option | Rule = getattr(act, act.act.removeprefix("add_"))
    return added


def _name_in(web: Web, list_name: str, id_: str) -> str:
    return next((literal(item.name) for item in getattr(web, list_name) if item.id == id_), literal(id_))


def _removed(
    act: c.RemoveActor | c.RemoveInterest | c.RemoveOption | c.RemoveRule, web_before: Web, words: Words
) -> str:
    """That something is gone, and what went with a party or is in words from now on."""
    said = [words(f"say_act.{act.act}", name=_name_in(web_before, act.part, act.id))]
    if isinstance(act, c.RemoveActor):
        attempts = len(web_before.accounting.attempts_at(act.id))
        said += [words.plural("say_act.attempts_gone", attempts)] if attempts else []
        said += losses_left_in_words(act.id, web_before, words)
    return " ".join(said)


def _changed(
    act: c.ChangeActor | c.ChangeInterest | c.ChangeOption | c.ChangeRule, web_before: Web, web: Web, words: Words
) -> str:
    name, before = _name_in(web, act.part, act.id), _name_in(web_before, act.part, act.id)
    if name != before:
        return words("say_act.rename", before=before, name=name)
    if isinstance(act, c.ChangeActor) and set(act.changes) <= ASKED:
        return asked_for_map(act, name, words)
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


def _linked(act: Act, web: Web, words: Words) -> str:
    match act:
        case links.SetStake(stake):
            return words(
                "say_act.set_stake",
                interest=_name_in(web, "interests", stake.interest),
                actor=_name_in(web, "actors", stake.actor),
                weight=words.choice("weights", weight_word(stake.weight, web.conventions)),
                position=words.choice("positions", side(stake.position)),
            )
        case links.RemoveStake() | links.MarkUnknown():
            interest, actor = _name_in(web, "interests", act.interest), _name_in(web, "actors", act.actor)
            return words(f"say_act.{act.act}", interest=interest, actor=actor)
        case links.SetRelation(relation):
            level = relation.compatibility
            how = "against" if level < 0 else "along" if level > 0 else "apart"
            a, b = (_name_in(web, "interests", end) for end in (relation.a, relation.b))
            return words(f"say_act.relation_{how}", a=a, b=b)
        case links.RemoveRelation():
            a, b = (_name_in(web, "interests", end) for end in (act.a, act.b))
            return words("say_act.remove_relation", a=a, b=b)
        case _:
            assert not isinstance(act, Undo | Redo)  # `what_was_done` has said those
            return words.choice("say_act", act.act)


def weight_word(weight: float, conventions: Conventions) -> str:
    """The name of the weight word nearest to a weight, at the levels of a meeting."""
    distance = dict(zip(WEIGHT_NAMES, (abs(level - weight) for level in conventions.weights), strict=True))
    return min(distance, key=distance.__getitem__)
