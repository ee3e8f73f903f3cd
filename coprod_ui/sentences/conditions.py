"""Sentences about the conditions for working together: words first, and never a verdict."""

from coprod_core.checked.values import kinds
from coprod_core.indicators.conditions import (
    DANGERS,
    MOTIVES,
    PerceptionGap,
    continuity_risk,
    difference,
    rule_support,
    said_dangers,
)
from coprod_core.web.all_conditions import Conditions
from coprod_core.web.conditions import (
    Answer,
    Appreciation,
    Continuity,
    Engagement,
    Expectation,
    Frame,
    Need,
    Reflection,
    SharedWord,
)
from coprod_core.web.model import Rule, Web
from coprod_ui.sentences import names
from coprod_ui.sentences.dilemmas import room_word
from coprod_ui.sentences.weighings import day_said
from coprod_ui.words import Words, literal, of_100

_CLOSE, _SOME = 10, 30  # of 100: how far partners may lie apart and still see almost the same, or differ a little
_SUPPORTED = 75  # of 100: from here on rules are told to be a support


# -- what is agreed and expected --------------------------------------------------------------------------------------


def frame_to_talk_about(frame: Frame, words: Words) -> str:
    """Which parts of the frame nobody said anything about yet."""
    open_ = [words.choice("frame_fields", name) for name, _ in kinds(Frame) if not getattr(frame, name).strip()]
    return words("frame_told.open", what=words.names(open_)) if open_ else words("frame_told.all")


def expectation(one: Expectation, web: Web, words: Words) -> str:
    """Who expects what of whom."""
    return words(
        "expectations.told",
        who=names.actor(web, one.who),
        of_whom=names.actor(web, one.of_whom),
        what=literal(one.what),
    )


def appreciation(one: Appreciation, web: Web, words: Words) -> str:
    """What one party values in another."""
    return words(
        "appreciation.told",
        who=names.actor(web, one.who),
        of_whom=names.actor(web, one.of_whom),
        what=literal(one.what),
    )


def shared_word(word: SharedWord, web: Web, words: Words) -> list[str]:
    """What a word means to each party, and what they agreed."""
    said = [
        words("shared_words.told", name=names.actor(web, actor), word=literal(word.word), meaning=literal(meaning))
        for actor, meaning in word.means.items()
    ]
    agreed = words("shared_words.told_agreed", word=literal(word.word), meaning=literal(word.agreed))
    return [*said, agreed] if word.agreed else said or [f"*{literal(word.word)}*"]


def reflection(entry: Reflection, words: Words) -> list[str]:
    """What was done, seen and will be tried; of what nobody wrote nothing is said."""
    day = [f":gray[{day_said(entry.day, words)}]"] if entry.day else []
    said = [
        f"**{words.choice('logbook', name)}** {literal(getattr(entry, name))}"
        for name in ("did", "saw", "next", "prevailed")
        if getattr(entry, name).strip()
    ]
    return [*day, *said]


# -- people -----------------------------------------------------------------------------------------------------------


def motives(conditions: Conditions, actor: str, words: Words) -> str:
    """Why a party joins in, as people list reasons; empty when nobody said."""
    held = conditions.of_party("motivations", actor)
    return words.names([words.choice("motives", name) for name in MOTIVES if getattr(held, name)])


def still_needed(conditions: Conditions, web: Web, words: Words) -> list[str]:
    """Per party what it needs and is not there yet."""
    found = {
        entry.actor: [
            words.choice("needs", name)
            for name in ("information", "tasks", "mentor", "appreciation")
            if getattr(entry, name) == Need.NEEDED
        ]
        for entry in conditions.needs
    }
    return [f"*{names.actor(web, actor)}*: {words.names(needs)}" for actor, needs in found.items() if needs]


def perception(gap: PerceptionGap, web: Web, words: Words, digits: bool) -> list[str]:
    """How far two partners differ about each other's engagement, who sees less or more, and what is still to ask."""
    if gap.gap is None:
        return [words("perception.ask", a=names.actor(web, gap.a), b=names.actor(web, gap.b))]
    points = of_100(gap.gap)
    size = "close" if points < _CLOSE else "some" if points < _SOME else "much"
    number = _number(gap.gap, words, digits)
    if gap.unasked:
        (entry,) = gap.told
        key, who = f"perception.one_{size}", _directed(entry, web)
        return [words(key, number=number, **who), *_sees(gap, web, words), words("perception.other_way")]
    who = {"a": names.actor(web, gap.a), "b": names.actor(web, gap.b)}
    return [words(f"perception.both_{size}", number=number, **who), *_sees(gap, web, words)]


def _sees(gap: PerceptionGap, web: Web, words: Words) -> list[str]:
    """Who sees clearly less or more in the other than the other does."""
    apart = [(entry, difference(entry) or 0.0) for entry in gap.told]
    return [
        words("perception.less" if by < 0 else "perception.more", **_directed(entry, web))
        for entry, by in apart
        if of_100(abs(by)) >= _CLOSE
    ]


def _directed(entry: Engagement, web: Web) -> dict[str, str]:
    return {"actor": names.actor(web, entry.actor), "partner": names.actor(web, entry.partner)}


def support(actor: str, burden: float | None, web: Web, words: Words, digits: bool) -> str:
    """Whether rules support the people of an organisation in this work, with a question when they do little."""
    level = rule_support(burden)
    assert level is not None
    assert burden is not None
    kind = "supports" if of_100(level) >= _SUPPORTED else "bare" if burden < 0.4 else "heavy"
    return words(f"rule_support.{kind}", name=names.actor(web, actor), number=_number(level, words, digits))


def open_culture(conditions: Conditions, web: Web, words: Words) -> list[str]:
    """Where people in an organisation cannot yet speak about this work, or only in part."""
    return [
        words(f"open_culture.{field}", name=names.actor(web, entry.actor))
        for entry in conditions.workplaces
        for field in ("say", "colleagues", "superiors")
        if getattr(entry, field) in (Answer.NO, Answer.PARTLY)
    ]


# -- keeping going ----------------------------------------------------------------------------------------------------


def continuity(held: Continuity, words: Words) -> list[str]:
    """That each danger that was named can bring the work to a stop, and which to talk about first."""
    if continuity_risk(held) is None:
        return [words("continuity.unsaid")]
    first, z = next(iter(said_dangers(held).items()))
    told = [words("continuity.chance"), words("continuity.first", danger=words.choice("dangers", first))] if z else []
    return [*told, words("continuity.no_forecast")]


def against_stopping(held: Continuity, words: Words) -> list[str]:
    """What to agree against each danger that was named, likeliest first; against all when none was."""
    named = [name for name, z in said_dangers(held).items() if z > 0]
    return [words.choice("against_stopping", name) for name in named or DANGERS]


def staying_away(conditions: Conditions, web: Web, words: Words) -> list[str]:
    """Per absent party and per reason it stays away: what may help."""
    told: list[str] = []
    for entry in conditions.absences:
        actor = web.actor_by_id[entry.actor]
        if not actor.seated:
            name = names.actor(web, entry.actor)
            reasons = (field for field in ("not_asked", "no_time", "feels_less_able") if getattr(entry, field))
            told += [words(f"staying_away.{field}", name=name) for field in reasons]
            if entry.other.strip():
                told.append(words("staying_away.other", name=name, why=literal(entry.other)))
    return told


# -- rules ------------------------------------------------------------------------------------------------------------


def rule_in_web(rule: Rule, web: Web, words: Words) -> list[str]:
    """Which interests a rule guards and which it blocks, as the web has it."""
    sides = {"guards": rule.protects, "blocks": rule.hinders}
    found = {key: [names.interest(web, id_) for id_, z in levels.items() if z > 0] for key, levels in sides.items()}
    return [words(f"rule_room.{key}", interests=names.listed(ids, words)) for key, ids in found.items() if ids]


def rule_room(rule: str, web: Web, words: Words) -> list[str]:
    """What a group says of a rule and its room."""
    held = web.conditions.rule_room(rule)
    room = words(f"say_rules.room_{room_word(web.rule_by_id[rule])}")
    said = [
        f"**{words.choice('rule_room', name)}** {literal(getattr(held, name))}"
        for name in ("protects", "hinders", "room", "try_out")
        if getattr(held, name).strip()
    ]
    return [f"*{names.rule(web, rule)}*. {room}", *said]


def to_try(conditions: Conditions, web: Web, words: Words) -> list[str]:
    """Per rule what the group may try."""
    return [
        f"*{names.rule(web, held.rule)}*: {literal(held.try_out)}"
        for held in conditions.rule_rooms
        if held.try_out.strip()
    ]


def _number(share: float, words: Words, digits: bool) -> str:
    return words("conditions.of_100", number=of_100(share)) if digits else ""
