"""Who took part and who did not, what was tried to reach them, and who brings their interests in meanwhile."""

from coprod_core.indicators import voiced_by
from coprod_core.indicators.missing import missing
from coprod_core.indicators.reasons import Undefined
from coprod_core.web.model import Actor, Interest, Invitation, Web
from coprod_ui.report.account import Account
from coprod_ui.report.document import Block, Heading, Table, bullets, paragraphs
from coprod_ui.report.page_one import closed, tried
from coprod_ui.report.sections.neighbourhood import who_lives_here
from coprod_ui.sentences import names
from coprod_ui.sentences.group_size import is_small, people_said, seats_said
from coprod_ui.words import Words, literal
from coprod_ui.words.plain_text import writable

_INITIATIVE = {0.0: "government", 0.5: "shared", 1.0: "citizens"}
_REASONS = ("not_asked", "no_time", "feels_less_able")


def people(account: Account) -> tuple[Block, ...]:
    """Whose table it is and who sits at it, the groups that are not there, and who lives here; nothing without any."""
    web, words = account.web, account.words
    if not web.actors:
        return ()
    return (
        *paragraphs([_whose_table(web, words), _at_the_table(web, words)]),
        _parties(web, words),
        *_absent(account),
        *_voiced(account),
        *who_lives_here(account),
    )


def _whose_table(web: Web, words: Words) -> str:
    whose = min(_INITIATIVE, key=lambda at: abs(at - web.process.initiative))
    return words.choice("report_initiative", _INITIATIVE[whose])


def _at_the_table(web: Web, words: Words) -> str:
    groups = [actor for actor in web.actors if actor.citizens]
    seated = sum(actor.seated for actor in groups)
    return words("report.at_the_table", seated=seated, groups=len(groups)) if groups else ""


def _parties(web: Web, words: Words) -> Table:
    header = tuple(
        words(key) for key in ("charts.party", "report.kind", "report.people", "report.seats", "report.part_taken")
    )
    rows = tuple(
        (
            writable(actor.name),
            words.choice("spheres", actor.sphere),
            people_said(actor, words),
            seats_said(actor, words),
            _part_taken(web, actor, words),
        )
        for actor in sorted(web.actors, key=lambda actor: (not actor.seated, not actor.citizens))
    )
    return Table(words("report.parties_caption"), header, rows)


def _part_taken(web: Web, actor: Actor, words: Words) -> str:
    """What a party did; of a group that is not there what came of asking it, the last attempt where nothing else is."""
    if actor.seated:
        return words("report.began") if actor.initiator and actor.citizens else words("report.joined")
    attempts = web.accounting.attempts_at(actor.id)
    if attempts and actor.invitation == Invitation.NOT_ASKED:
        return words.choice("results", attempts[-1].result)
    return words.choice("invitation", actor.invitation) if actor.citizens else ""


# -- who did not --------------------------------------------------------------------------------------------------


def _absent(account: Account) -> tuple[Block, ...]:
    """Per group that is not at the table what was tried and why it stays away, as far as either is on record."""
    web, words = account.web, account.words
    absent = [web.actor_by_id[id_] for id_ in missing(account.readings) if not web.actor_by_id[id_].seated]
    if not absent:
        return ()
    lines = [" ".join(_tried_with(account, actor)) for actor in absent]
    return Heading(words("people_said.absent")), *bullets(lines)


def _tried_with(account: Account, actor: Actor) -> list[str]:
    words, web = account.words, account.web
    named = words("people_said.group", group=names.actor(web, actor.id))
    if is_small(actor):
        return [named, words("people_said.small")]
    said = [named, tried(account, actor.id)]
    answered = [each.said for each in web.accounting.attempts_at(actor.id) if each.said.strip()]
    if answered:
        said.append(words("people_said.they_said", said=closed(literal(answered[-1]))))
    return [*said, *_reasons(web, actor, words)]


def _reasons(web: Web, actor: Actor, words: Words) -> list[str]:
    away = web.conditions.of_party("absences", actor.id)
    reasons = [words(f"reasons_away.{name}") for name in _REASONS if getattr(away, name)]
    reasons += [literal(away.other)] if away.other.strip() else []
    return [words("people_said.reasons", reasons=closed("; ".join(reasons)))] if reasons else []


def _voiced(account: Account) -> tuple[Block, ...]:
    """Who brings in what residents at the table do not, or hardly: a role, an organisation or nobody."""
    lines = [line for interest in account.web.interests for line in _voice(account, interest)]
    return (Heading(account.words("people_said.voiced")), *bullets(lines)) if lines else ()


def _voice(account: Account, interest: Interest) -> list[str]:
    words, web, name = account.words, account.web, literal(interest.name)
    if interest.spoken_by.strip():
        return [words("people_said.spoken_by", interest=name, role=literal(interest.spoken_by))]
    found = voiced_by.of(account.readings)
    voiced = None if isinstance(found, Undefined) else found[interest.id]
    if voiced is None or voiced.by == "residents":
        return []
    organisations = names.some_listed((names.actor(web, id_) for id_ in voiced.organisations), words)
    return [words(f"people_said.voiced_by.{voiced.by}", interest=name, organisations=organisations)]
