"""Sentences about the power map: who is hit and has little power, where to begin a talk, and what a place asks of us.

They are about the organiser's own work. None says how to win anybody over, and unknown is never taken for the middle.
"""

from typing import NamedTuple

from coprod_core.indicators import power_map, silent
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.power_map import Hit, organiser_for
from coprod_core.indicators.power_map.attitudes import Stance
from coprod_core.indicators.power_map.trust import Talk, talks
from coprod_core.web.asked import Power, Ring
from coprod_core.web.model import Actor, Web
from coprod_core.web.rings import ring_of
from coprod_ui.sentences import names
from coprod_ui.sentences.fixed import was_asked
from coprod_ui.words import Words

# -- the corner -----------------------------------------------------------------------------------------------------


def corner(readings: Readings, web: Web, words: Words) -> list[str]:
    """Who is hit and has little power: the first sentence that holds, then who may be among them, and of whom we know
    nothing. Nothing where nobody is hit.
    """
    found = power_map.of(readings)
    quiet = [party for party in web.actors if found[party.id].quiet]
    perhaps = sum(found[party.id].perhaps_quiet for party in web.actors)
    said = [_quiet(quiet, words)] if quiet else []
    if perhaps:
        said.append(words.plural("say_power_map.perhaps", perhaps))
    if not said and _nobody_else(readings, web):
        said.append(words("say_power_map.quiet_nobody"))
    return said


def _quiet(quiet: list[Actor], words: Words) -> str:
    seated = sum(party.seated for party in quiet)
    if not seated:
        return words.plural("say_power_map.quiet_absent", len(quiet))
    return words.plural("say_power_map.quiet_seated", len(quiet), seated=words.count(seated))


def _nobody_else(readings: Readings, web: Web) -> bool:
    """Whether residents are hit, and of none it is unknown how hard, so that "no group" may be said."""
    found = power_map.of(readings)
    hit = [found[party.id].hit for party in web.actors if party.citizens]
    affected = any(each in (Hit.PLANS, Hit.HOME) for each in hit)
    return affected and None not in hit and not silent.of(readings).parties and not web.unknown


def power_not_asked(readings: Readings, web: Web, words: Words) -> str:
    """Of how many other parties nobody asked how much power they have; "" where there is none."""
    found = power_map.of(readings)
    count = sum(party.power is None and not found[party.id].perhaps_quiet for party in web.actors)
    return words.plural("say_power_map.not_asked", count) if count else ""


def nothing_known(readings: Readings, words: Words) -> str:
    """Of how many parties nobody said what is at stake for them; "" where there is none."""
    count = sum(party.hit is None for party in power_map.of(readings).values())
    return words.plural("say_power_map.nothing_known", count) if count else ""


def decides_for_others(readings: Readings, web: Web, words: Words) -> str:
    """The corner opposite: who has much power over what hardly touches it; "" where that is nobody."""
    found = power_map.of(readings)
    far = [
        names.actor(web, party.id)
        for party in web.actors
        if party.power is Power.MUCH and found[party.id].hit in (Hit.NONE, Hit.NOTICES)
    ]
    return words("say_power_map.decides_for_others", parties=names.some_listed(far, words)) if far else ""


# -- what a place asks of us ----------------------------------------------------------------------------------------


def ring_asks(ring: Ring, words: Words) -> str:
    """What a ring of influence asks of the organiser."""
    return words.choice("say_power_map.ring_asks", ring)


def place_asks(readings: Readings, web: Web, party: Actor, words: Words) -> str:
    """What the place of a party asks of the organiser; "" where it is in no ring."""
    ring = ring_of(party, web.process)
    if power_map.of(readings)[party.id].quiet and not party.seated and was_asked(web, party):
        return words("say_power_map.quiet_was_asked")
    return "" if ring is None else ring_asks(ring, words)


# -- where what is wanted differs -----------------------------------------------------------------------------------


def differs(party: Actor) -> bool:
    """Whether a party wants another ring than the organiser wants it in: both were asked."""
    return None not in (party.ring_theirs, party.ring_ours) and party.ring_theirs is not party.ring_ours


def rings_differ(party: Actor, words: Words) -> str:
    """That a party wants another ring than the organiser wants it in; "" where that is not so, or not asked."""
    return words("say_power_map.rings_differ", **_wanted(party, words)) if differs(party) else ""


def _wanted(party: Actor, words: Words) -> dict[str, str]:
    return {
        "theirs": words.choice("say_power_map.ring_wanted", str(party.ring_theirs)),
        "ours": words.choice("say_power_map.ring_wanted", str(party.ring_ours)),
    }


class ToExpect(NamedTuple):
    """A difference in rings as what a party expects of the organiser. `noted`: it stands among the expectations."""

    who: str
    of_whom: str
    what: str
    noted: bool


def to_expect(web: Web, party: Actor, words: Words) -> ToExpect | None:
    """What may be put among the expectations of a party that wants another ring; None where it does not, or where
    nobody organises to whom it could say so.
    """
    of_whom = organiser_for(web, party.id)
    if of_whom is None or not differs(party):
        return None
    what = words("say_power_map.rings_expected", **_wanted(party, words))
    known = {(each.who, each.of_whom, each.what) for each in web.conditions.expectations}
    return ToExpect(party.id, of_whom, what, (party.id, of_whom, what) in known)


def all_that_differ(web: Web, words: Words) -> list[str]:
    """The same for every party of which that is so, each with its name, in file order."""
    return [
        words("say_power_map.of_party", party=names.actor(web, party.id), said=rings_differ(party, words))
        for party in web.actors
        if differs(party)
    ]


def how_many_differ(web: Web, words: Words) -> list[str]:
    """Of how many parties that is so; nothing where it is of none."""
    count = sum(map(differs, web.actors))
    return [words.plural("say_power_map.differ", count)] if count else []


def noted_otherwise(party: Actor, stance: Stance, words: Words) -> str:
    """That somebody noted the opposite of what the web says; "" where nothing was noted."""
    if party.attitude is None:
        return ""
    noted = words.choice("attitudes", party.attitude)
    return words("say_power_map.noted_otherwise", noted=noted, stance=words.choice("say_power_map.stance", stance))


# -- where to begin a talk ------------------------------------------------------------------------------------------


def talk_first(readings: Readings, web: Web, viewpoint: str, words: Words) -> list[str]:
    """With whom the viewpoint may begin a talk: what both share and what they clash on; three at most."""
    return [_talk(web, talk, words) for talk in talks(readings, viewpoint)]


def _talk(web: Web, talk: Talk, words: Words) -> str:
    return words(
        "say_power_map.talk",
        party=names.actor(web, talk.id),
        share=_interests(web, talk.share, words),
        clash=_interests(web, talk.clash, words),
    )


def _interests(web: Web, pair: tuple[str, str], words: Words) -> str:
    """One interest, or theirs beside ours."""
    ours, theirs = (names.interest(web, id_) for id_ in pair)
    return f"*{ours}*" if pair[0] == pair[1] else words("say_power_map.ours_and_theirs", ours=ours, theirs=theirs)
