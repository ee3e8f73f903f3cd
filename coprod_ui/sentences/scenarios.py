"""Sentences about webs held side by side: what is different, what holds in all, and what depends."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from coprod_core.comparing.conclusions import Answer, Conclusion
from coprod_core.comparing.webs import Difference
from coprod_core.web.model import Web
from coprod_ui.sentences import names
from coprod_ui.sentences.acts import weight_word
from coprod_ui.sentences.amounts import side
from coprod_ui.words import Words, literal

_LISTS = {"party": "actors", "interest": "interests", "plan": "options", "rule": "rules"}
_CLASH_STEPS = ((-0.75, "clash_much"), (0.0, "clash"), (0.75, "help"))


def difference(found: Difference, before: Web, after: Web, words: Words) -> str:
    """One thing that is different in `after`."""
    return _SAY.get(found.code, _plain)(found, before, after, words)


def _plain(found: Difference, before: Web, after: Web, words: Words) -> str:
    """A sentence about one thing by its name; a dilemma of people's own by its question."""
    if "question" in found.params:
        return words(f"say_different.{found.code}", question=literal(found.params["question"]))
    kind = next((kind for kind in _LISTS if kind in found.params), None)
    named = {} if kind is None else {"name": _name(kind, found.params[kind], before, after)}
    return words(f"say_different.{found.code}", **named)


def _name(kind: str, id_: str, before: Web, after: Web) -> str:
    named = {item.id: item.name for web in (before, after) for item in getattr(web, _LISTS[kind])}
    return literal(named.get(id_, id_))


def _renamed(found: Difference, before: Web, after: Web, words: Words) -> str:
    kind = next(kind for kind in _LISTS if kind in found.params)
    name = _name(kind, found.params[kind], before, after)
    return words("say_different.renamed", before=literal(found.params["before"]), name=name)


def _count(found: Difference, before: Web, after: Web, words: Words) -> str:
    was, now = (
        words("inspector.people_unknown") if found.params[at] is None else words.count(found.params[at])
        for at in ("before", "after")
    )
    instead = words("say_different.instead", before=was, after=now)
    name = _name("party", found.params["party"], before, after)
    return words(f"say_different.{found.code}", name=name, instead=instead)


def _invitation(found: Difference, before: Web, after: Web, words: Words) -> str:
    name = _name("party", found.params["party"], before, after)
    return words("say_different.invitation", name=name, state=words.choice("invitation", found.params["after"]))


def _link(found: Difference, before: Web, after: Web) -> dict[str, str]:
    return {
        "actor": _name("party", found.params["party"], before, after),
        "interest": _name("interest", found.params["interest"], before, after),
    }


def _about_link(found: Difference, before: Web, after: Web, words: Words) -> str:
    return words(f"say_different.{found.code}", **_link(found, before, after))


def _stake_added(found: Difference, before: Web, after: Web, words: Words) -> str:
    return words(
        "say_different.stake_added",
        **_link(found, before, after),
        weight=_weight(found.params["weight"], after, words),
        position=_position(found.params["position"], words),
    )


def _weight(weight: float, web: Web, words: Words) -> str:
    return words.choice("weights", weight_word(weight, web.conventions))


def _position(position: float, words: Words) -> str:
    return words.choice("positions", side(position))


def _stake_other(found: Difference, before: Web, after: Web, words: Words) -> str:
    was, now = found.params["before"], found.params["after"]
    if found.code == "stake_weight":
        shown = _weight(was, after, words), _weight(now, after, words)
    else:
        shown = _position(was, words), _position(now, words)
    if shown[0] == shown[1]:  # the words are too coarse to tell
        shown = words.number(was), words.number(now)
    instead = words("say_different.instead", before=shown[0], after=shown[1])
    return words("say_different.stake_other", **_link(found, before, after), instead=instead)


def _relation(found: Difference, before: Web, after: Web, words: Words) -> str:
    a, b = (_name("interest", found.params[end], before, after) for end in ("a", "b"))
    if found.code == "relation_removed":
        return words("say_different.relation_removed", a=a, b=b)
    return words("say_different.relation_set", a=a, b=b, how=_how(found.params["after"], words))


def _how(level: float, words: Words) -> str:
    if level == 0:
        return words("compatibility.apart")
    return words.choice("compatibility", next((how for most, how in _CLASH_STEPS if level <= most), "help_much"))


def _process(found: Difference, before: Web, after: Web, words: Words) -> str:
    return words("say_different.process", what=words.choice("process", found.params["field"]))


def _table_counted(found: Difference, before: Web, after: Web, words: Words) -> str:
    return words("say_different.table_counted", feature=literal(found.params["feature"]))


def _convention(found: Difference, before: Web, after: Web, words: Words) -> str:
    instead = words("say_different.instead", **{at: words.count(found.params[at]) for at in ("before", "after")})
    what = words.choice("conventions", found.params["field"])
    return words("say_different.convention", what=what, instead=instead)


def _conditions(found: Difference, before: Web, after: Web, words: Words) -> str:
    return words("say_different.conditions", part=words.choice("conditions_parts", found.params["part"]))


def _accounting(found: Difference, before: Web, after: Web, words: Words) -> str:
    return words("say_different.accounting", part=words.choice("accounting_parts", found.params["part"]))


_SAY: Mapping[str, Callable[[Difference, Web, Web, Words], str]] = {
    "renamed": _renamed,
    "seats": _count,
    "people": _count,
    "invitation": _invitation,
    "stake_added": _stake_added,
    "stake_weight": _stake_other,
    "stake_position": _stake_other,
    "stake_removed": _about_link,
    "stake_changed": _about_link,
    "unknown_added": _about_link,
    "unknown_removed": _about_link,
    "relation_set": _relation,
    "relation_removed": _relation,
    "process": _process,
    "convention": _convention,
    "conditions": _conditions,
    "accounting": _accounting,
    "table_counted": _table_counted,
}


# -- what holds -----------------------------------------------------------------------------------------------------


def holds(found: Conclusion, webs: Sequence[Web], words: Words) -> str | None:
    """What every web compared has in common in its answer; None when there is nothing."""
    if not found.in_all and not found.same:
        return None
    return _said(found, _answer(found, found.in_all, webs[0], words), webs[0], words)


def depends(found: Conclusion, webs: Mapping[str, Web], words: Words) -> str | None:
    """The answer in each web, by the name it is compared under; None when it is the same in all or known in none."""
    if found.same or not any(answer is not None for answer in found.answers):
        return None
    named: dict[str, list[str]] = {}
    for (name, web), answer in zip(webs.items(), found.answers, strict=True):
        named.setdefault(_answer(found, answer, web, words), []).append(literal(name))
    said = [words("say_holds.in_some", answer=answer, names=words.names(of)) for answer, of in named.items()]
    return _said(found, "; ".join(said), next(iter(webs.values())), words)


def _said(found: Conclusion, answer: str, web: Web, words: Words) -> str:
    about: dict[str, Any] = {} if found.plan is None else {"plan": names.the_plan(web, found.plan, words)}
    if found.way is not None:
        about = {"role": words.choice("roles_short", found.way)}
    return words("say_holds.answer", question=words(f"say_holds.{found.question}", **about), answer=answer)


def _answer(found: Conclusion, answer: Answer, web: Web, words: Words) -> str:
    if answer is None:
        return words("say_holds.unknown")
    if not answer:
        return words("say_holds.none")
    return names.listed((_named(found.question, id_, web, words) for id_ in sorted(answer)), words)


def _named(question: str, id_: str, web: Web, words: Words) -> str:
    match question:
        case "headline" | "top_interest":
            return names.interest(web, id_)
        case "strongest_dilemma" | "strengthened":
            return words.choice("dilemmas", id_)
        case "most_lost":
            return words.choice("say_role.side", id_)
        case "leads_to" | "best_plan":
            return names.plan(web, id_, words)
        case "strongest_rule":
            return names.rule(web, id_)
        case _:
            return names.actor(web, id_)
