"""The power map: who is hit and who can do something about it, and how far in each party is.

Whom the organiser trusts stands in it only where a person said so; what attitude was noted of a party never does.
"""

from coprod_core.indicators.power_map import viewpoint_of
from coprod_core.indicators.power_map.attitudes import plan_of
from coprod_core.web.model import Actor, Web
from coprod_core.web.rings import INWARDS
from coprod_ui.charts.power_map.choices import Choices, Perspective, Picture
from coprod_ui.charts.power_map.frame import sentences
from coprod_ui.charts.power_map.picture import slide
from coprod_ui.charts.power_map.sheet import IN_TEXT
from coprod_ui.report.account import Account
from coprod_ui.report.document import Block, Heading, MapPicture, Table, bullets, capital, paragraphs
from coprod_ui.sentences import power_map as say_map
from coprod_ui.sentences.fixed import fixed_lines
from coprod_ui.words import Words
from coprod_ui.words.plain_text import writable

ASKED = ("power", "network_role", "ring_now", "ring_theirs", "ring_ours")
"""What is asked of a party for the map and may stand in a report."""

_WORDS = {"power": "powers", "network_role": "network_roles"}
"""Of what is asked, the table of its words; those of rings stand in their own."""


def power_map(account: Account) -> tuple[Block, ...]:
    """The pictures with what they say, what was asked and who says so; nothing where nobody asked anything."""
    web, words = account.web, account.words
    if not was_asked(web) and not (account.trust and _knows_trust(web)):
        return ()
    return (
        *paragraphs([words("report_map.said")]),
        *_hit(account),
        *_attitude(account),
        *_trust(account),
        *_rings(account),
        _asked_table(web, words),
        *paragraphs(fixed_lines(web, words)),
    )


def was_asked(web: Web) -> bool:
    """Whether anything was asked for the map that may stand in a report."""
    return any(getattr(party, name) is not None for party in web.actors for name in ASKED)


def _knows_trust(web: Web) -> bool:
    return any(party.trust is not None for party in web.actors)


def _hit(account: Account) -> tuple[Block, ...]:
    decides = say_map.decides_for_others(account.readings, account.web, account.words)
    return _picture(account, Picture.HIT, [decides])


def _attitude(account: Account) -> tuple[Block, ...]:
    """How parties stand to the plan that was chosen, or else the best there is; nothing while no plan is entered."""
    return _picture(account, Picture.ATTITUDE) if account.web.options else ()


def _trust(account: Account) -> tuple[Block, ...]:
    return _picture(account, Picture.TRUST) if account.trust and _knows_trust(account.web) else ()


def _rings(account: Account) -> tuple[Block, ...]:
    """How far in each party is, or should be where that was asked; what each ring asks, and where wishes differ."""
    web, words = account.web, account.words
    asks = [
        words("report_map.ring_asks", ring=words.choice("rings", ring), asks=say_map.ring_asks(ring, words))
        for ring in reversed(INWARDS)
    ]
    return (
        *_picture(account, Picture.RINGS, say_map.all_that_differ(web, words)),
        *paragraphs([words("report_map.rings_ask")]),
        *bullets(asks),
    )


def _picture(account: Account, picture: Picture, more: list[str] | None = None) -> tuple[Block, ...]:
    """A picture under its name, with its sentences."""
    words = account.words
    made = slide(account.readings, _choices(account, picture), account.made, words, IN_TEXT)
    lines = sentences(account.readings, _choices(account, picture), words)
    name = words.choice("power_map.picture", picture)
    return (
        Heading(name),
        MapPicture(f"map_{picture}", _caption(account, picture), f"{made.title}. {made.said}", made),
        *bullets([*lines, *(more or [])]),
    )


def _choices(account: Account, picture: Picture) -> Choices:
    plan = account.chosen_plan or plan_of(account.readings)
    wanted = any(party.ring_ours is not None for party in account.web.actors)
    perspective = Perspective.OURS if picture is Picture.RINGS and wanted else Perspective.NOW
    public = picture is Picture.TRUST and account.trust
    return Choices(picture, plan, viewpoint_of(account.readings), perspective, may_be_public=public)


def _caption(account: Account, picture: Picture) -> str:
    """The name of a picture with its official term, and what it is about: a plan, a viewpoint or a perspective."""
    words, choices = account.words, _choices(account, picture)
    about = []
    if picture is Picture.RINGS:
        about.append(words.choice("power_map_drawn.perspectives", choices.perspective))
    elif choices.plan is not None:
        about.append(words("report_map.plan", plan=writable(account.web.option_by_id[choices.plan].name)))
    if picture is Picture.TRUST and choices.viewpoint is not None:
        about.append(words("report_map.viewpoint", party=writable(account.web.actor_by_id[choices.viewpoint].name)))
    named = words.choice("power_map.picture", picture), words.choice("power_map_drawn.term", picture)
    return words("report_map.caption", name=named[0], term=named[1], about="; ".join(about) or "–")


def _asked_table(web: Web, words: Words) -> Table:
    """What was asked of each party, and who says so."""
    header = (words("charts.party"), *(capital(words.choice("asked", name)) for name in (*ASKED, "placed_by")))
    rows = tuple((writable(party.name), *_asked_of(party, words)) for party in web.actors)
    return Table(words("report_map.asked"), header, rows)


def _asked_of(party: Actor, words: Words) -> list[str]:
    said = [
        "–" if getattr(party, name) is None else words.choice(_WORDS.get(name, "rings"), getattr(party, name))
        for name in ASKED
    ]
    nothing = all(each == "–" for each in said)
    return [*said, "–" if nothing else words.choice("provenance", party.placed_by)]
