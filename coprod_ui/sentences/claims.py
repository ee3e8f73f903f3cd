"""A claim to seats, said as people and chairs. A question, never a quota."""

from coprod_core.indicators import claims
from coprod_core.indicators.claims import Claim
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.reasons import Undefined
from coprod_core.web.model import Provenance, Web
from coprod_ui.sentences import names
from coprod_ui.sentences.amounts import part_word
from coprod_ui.words import Words, literal


def claims_of(readings: Readings) -> tuple[Claim, ...]:
    """The claims of a web, the largest first; none while no resident sits at the table."""
    found = claims.of(readings)
    return () if isinstance(found, Undefined) else found


def claim(one: Claim, readings: Readings, web: Web, words: Words) -> list[str]:
    """How large a part of the residents want the same, what they hold, and who estimated that."""
    groups = names.some_listed((names.actor(web, id_) for id_ in one.parties), words, most=3)
    part = words.choice("parts_of_residents", part_word(one.share))
    has = words.count(one.has)
    said = words.plural("say_claim.claim", round(_seats(readings)), part=part, groups=groups, has=has)
    return [said, *_estimated(one, web, words)]


def claim_behind(one: Claim, web: Web, words: Words) -> list[str]:
    """What binds these groups, and the chairs that come with their part."""
    interests = dict.fromkeys(id_ for id_, _ in one.interests)
    bound = names.some_listed((names.interest(web, id_) for id_ in interests), words)
    return [words("say_claim.binds", interests=bound), words.plural("say_claim.earned", one.earned)]


def under_the_claims(readings: Readings, words: Words) -> list[str]:
    """What stands once under a list of claims: that they do not add up, and whose the chairs are."""
    of_residents, chairs = claims.chairs_of_residents(readings.weights)
    if chairs == 1:
        return [words("say_claim.once"), words("say_claim.only_chair")]
    return [words("say_claim.once"), words.plural("say_claim.chairs", of_residents, chairs=words.count(chairs))]


def _seats(readings: Readings) -> float:
    """The seats of residents with a stake, among whom a claim is made."""
    weights = readings.weights
    return float((weights.seats * weights.people_at_stake).sum())


def _estimated(one: Claim, web: Web, words: Words) -> list[str]:
    held = {(party, interest) for party in one.parties for interest, _ in one.interests}
    stakes = [stake for stake in web.stakes if (stake.actor, stake.interest) in held]
    if all(stake.provenance != Provenance.ESTIMATE for stake in stakes):
        return []
    who = literal(web.filled_in_by.strip())
    return [words("say_claim.estimated_by", who=who) if who else words("say_claim.estimated")]
