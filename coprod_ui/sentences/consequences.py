"""What a choice or a card does to people, in at most five lines: where it leads, who is heard, who pays, who gains."""

from collections.abc import Sequence

from coprod_core.comparing.consequences import Consequences, Moved
from coprod_core.indicators.marks import Mark, PlanMarks
from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Web
from coprod_ui.sentences import dilemmas as say_dilemmas
from coprod_ui.sentences import names
from coprod_ui.sentences.amounts import part
from coprod_ui.words import Words

_DILEMMA_OF = {"emphasis": "feasibility_inclusiveness", "meddling": "role", "steering": "role"}
_TIE = 1e-9


def lines(found: Consequences, readings: Readings, words: Words, *, most: int = 5, card: bool = False) -> list[str]:
    """What a step did, each line one thing; a sentence where there is nothing to tell.

    `readings`: of the web as it is after it. `most`: the most groups named in a line. `card`: whether nobody chose it;
    then also what the dials that it turned up can do.
    """
    web = readings.weights.web
    besides = [*_ownership(found, readings, words), *_rules(found, readings, words)]
    told = (
        leads(found, web, words),
        " ".join([*_heard(found, web, words), *_seats(found, web, words)]),
        " ".join(pays(found, web, words, most)),
        gains(found, web, words, most),
        " ".join([*besides, *(_dials(found, words) if card else [])]),
    )
    return [line for line in told if line] or [nothing(found, words)]


def leads(found: Consequences, web: Web, words: Words) -> str:
    """Where it probably ends up."""
    return "" if found.leads_to is None else words("felt.leads", plan=names.plan(web, found.leads_to, words))


def pays(found: Consequences, web: Web, words: Words, most: int = 5) -> list[str]:
    """Who goes back, then which groups of residents lose what; those at the table are told to be there."""
    back = _moved("back", found.back, web, words, most)
    lost = [] if found.losing is None else [_loss(found.losing, id_, web, words) for id_ in found.losing.losing]
    left = len(lost) - most
    more = [words.plural("felt.more_lose", left)] if left > 0 else []
    return [*([back] if back else []), *lost[:most], *more]


def gains(found: Consequences, web: Web, words: Words, most: int = 5) -> str:
    """Who goes forward."""
    return _moved("forward", found.forward, web, words, most)


def nothing(found: Consequences, words: Words) -> str:
    """What is asked where there is nothing to tell."""
    return words("felt.no_difference" if found.web_changed else "felt.nothing")


def losers(found: Consequences, web: Web, words: Words, most: int = 2) -> str:
    """The groups of residents that lose by what it leads to, by name."""
    losing = () if found.losing is None else found.losing.losing
    return names.some_listed((names.actor(web, id_) for id_ in losing), words, most)


def _moved(key: str, moved: Sequence[Moved], web: Web, words: Words, most: int) -> str:
    if not moved:
        return ""
    return words(f"felt.{key}", names=names.some_listed((names.actor(web, one.party) for one in moved), words, most))


def _loss(losing: PlanMarks, party: str, web: Web, words: Words) -> str:
    marked, seated = losing.parties[party], web.actor_by_id[party].seated
    interests = marked.loses or ((marked.little_of,) if marked.little_of else ())
    quoted = words.names([f"‘{names.interest(web, id_)}’{names.unwanted(web, party, id_, words)}" for id_ in interests])
    kind = "loss" if marked.loses else "little"
    hard = words("felt.hard") if marked.mark is Mark.HARD and marked.loses else ""
    return words(f"felt.{kind}{'_here' if seated else ''}", interests=quoted, party=names.actor(web, party), hard=hard)


def _heard(found: Consequences, web: Web, words: Words) -> list[str]:
    kinds = {"first_heard": found.first_heard, "better_heard": found.better_heard}
    return [
        words(f"felt.{kind}", interests=names.some_listed((names.interest(web, id_) for id_ in ids), words))
        for kind, ids in kinds.items()
        if ids
    ]


def _seats(found: Consequences, web: Web, words: Words) -> list[str]:
    new = [each.party for each in found.seats if not each.before]
    told = [words("felt.chair", names=names.listed((names.actor(web, id_) for id_ in new), words))] if new else []
    return told + [
        words(
            "felt.seats",
            party=names.actor(web, each.party),
            before=words.count(each.before),
            after=words.count(each.after),
        )
        for each in found.seats
        if each.before
    ]


def _ownership(found: Consequences, readings: Readings, words: Words) -> list[str]:
    """What a role that was just taken does to residents' ownership, by our convention."""
    role = readings.role
    if not found.role or role is None or found.role not in role.regret:
        return []
    if role.ownership <= _TIE:
        return [words("look_role.ownership_none")]
    taken = readings.weights.web.conventions.ownership_cost[found.role]
    if not taken:
        return [words("say_role.ownership_kept")]
    return [words("say_role.ownership_taken", part=part(taken, words))]


def _rules(found: Consequences, readings: Readings, words: Words) -> list[str]:
    known = readings.rules.rules if readings.rules is not None else {}
    web = readings.weights.web
    return [say_dilemmas.rule_sides(readings, web, id_, words) for id_ in found.rules[:1] if id_ in known]


def _dials(found: Consequences, words: Words) -> list[str]:
    touched = dict.fromkeys(_DILEMMA_OF[name] for name in found.dials)
    return [words("felt.dial", dilemma=words.choice("dilemmas", name)) for name in touched]
