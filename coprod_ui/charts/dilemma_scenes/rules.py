"""Follow the rules or deviate: each rule as a balance of named interests, and where to look beside it."""

from dataclasses import dataclass

from markupsafe import Markup

from coprod_core.indicators.overview import Readings
from coprod_core.indicators.rule_sides import Sides, Weighed, sides_of
from coprod_core.indicators.rules import Rules
from coprod_core.web.model import Rule, Web
from coprod_ui.charts.dilemma_scenes.drawn import Place, hatched
from coprod_ui.palette import Colours
from coprod_ui.sentences import dilemmas as say_dilemmas
from coprod_ui.sentences import names
from coprod_ui.sentences import rule_sides as say_rule
from coprod_ui.sentences.undefined import undefined
from coprod_ui.words import Words
from coprod_ui.words.templates import filled

MOST_BALANCES = 2
"""So many rules at most have a balance each, those with most tension; the others stand behind "more"."""

_LARGE, _SMALL = (700.0, 210.0), (540.0, 140.0)
_MOST_CLASHES = 2


@dataclass(frozen=True)
class Balance:
    """A rule as it is drawn: its name and kind, its balance, and what is said of either side and between."""

    name: str
    force: str
    picture: Markup
    follow: list[str]
    follow_heaviest: str
    deviate: list[str]
    deviate_heaviest: str
    room: str
    room_picture: Markup
    third: str
    protects: str


def rules_scene(readings: Readings, web: Web, words: Words, place: Place) -> Markup:
    """What the third dilemma shows first; the sentence that says why where it cannot be computed."""
    rules = readings.rules
    shown = [] if rules is None else _most_tension(rules, web)
    clashes = say_dilemmas.organisation_clashes(readings, web)[:_MOST_CLASHES]
    return filled(
        "charts/dilemma_scenes/rules.html",
        say=words,
        place=place,
        headline=[
            undefined(readings, "rules", words) if rules is None else say_rule.headline(readings, rules, web, words)
        ],
        balances=[_balance(readings, rules, rule, web, words, place, len(shown) == 1) for rule in shown if rules],
        more=len(web.rules) - len(shown),
        clashes=[(names.actor(web, a), names.actor(web, b)) for a, b in clashes],
        no_clash=say_dilemmas.clashes_between_organisations(readings, web, words)[0] if not clashes else "",
        cross=place.picture(24, 24, _cross),
        stone=place.picture(20, 20, lambda c: _stone(10, 10, 8, c)),
        law=place.picture(20, 20, lambda c: _law(10, 10, 8, c)),
        estimated=say_rule.estimated(web, words),
    )


def room_balance(readings: Readings, web: Web, words: Words) -> Markup:
    """The rule with most tension as a balance, for the room."""
    rules = readings.rules
    if rules is None:
        return Markup("")
    return filled(
        "charts/dilemma_scenes/room_balance.html",
        say=words,
        rule=_balance(readings, rules, web.rule_by_id[rules.strongest], web, words, Place(room=True), False),
    )


def _most_tension(rules: Rules, web: Web) -> list[Rule]:
    """The rules to draw, in file order."""
    most = sorted(rules.rules, key=lambda id_: -rules.rules[id_].tension)[:MOST_BALANCES]
    return [rule for rule in web.rules if rule.id in most]


def _balance(
    readings: Readings, rules: Rules, rule: Rule, web: Web, words: Words, place: Place, alone: bool
) -> Balance:
    sides, reading = sides_of(readings.weights, rule), rules.rules[rule.id]
    size = _LARGE if alone else _SMALL
    return Balance(
        name=names.rule(web, rule.id),
        force=say_rule.force(rule, web, words),
        picture=place.picture(*size, lambda c: balance(sides, rule.force, reading.follow, reading.deviate, *size, c)),
        follow=say_rule.at_the_expense("follow", sides.hindered, web, words),
        follow_heaviest=say_rule.heaviest_for(sides.hindered, web, words),
        deviate=say_rule.at_the_expense("deviate", sides.protected, web, words),
        deviate_heaviest=say_rule.heaviest_for(sides.protected, web, words),
        room=say_rule.room(rule, words),
        room_picture=place.picture(168, 26, lambda c: _room(rule.discretion, c)),
        third=say_rule.third(readings, rule, web, words),
        protects=say_rule.protects(sides.protected, web, words),
    )


# -- a rule as a balance --------------------------------------------------------------------------------------------


def balance(sides: Sides, force: float, follow: float, deviate: float, wide: float, high: float, c: Colours) -> str:
    """A balance that leans to the heavier side (`follow`, `deviate`: 0..1). On its pans what either choice is at the
    expense of: a stone per interest, and for the rule itself a square one, by its `force`.
    """
    tilt = max(-13.0, min(13.0, 60 * (deviate - follow)))
    middle, top = wide / 2, 26.0
    arm, half = 0.3 * wide, 92.0
    drop = high - 68.0
    left, right = (middle - arm, top - tilt), (middle + arm, top + tilt)
    post = (
        f'<path d="M{middle:g} {top:g}V{high - 6:g}M{middle - 46:g} {high - 6:g}h92" fill="none" stroke="{c["ink"]}" '
        'stroke-width="2.5" stroke-linecap="round"/>'
    )
    beam = (
        f'<path d="M{left[0]:g} {left[1]:g}L{right[0]:g} {right[1]:g}" stroke="{c["ink"]}" stroke-width="5" '
        f'stroke-linecap="round"/><circle cx="{middle:g}" cy="{top:g}" r="7" fill="{c["ink"]}"/>'
    )
    most = 32.0 if high > 180 else 24.0
    on_left = _stones(sides.hindered, 0.0, left[0], left[1] + drop, most, c)
    on_right = _stones(sides.protected, force, right[0], right[1] + drop, most, c)
    return post + beam + _pan(*left, drop, half, c) + _pan(*right, drop, half, c) + on_left + on_right


def _pan(x: float, y: float, drop: float, half: float, c: Colours) -> str:
    low, cord = y + drop, half - 16
    return (
        f'<path d="M{x:g} {y:g}l{-cord:g} {drop:g}M{x:g} {y:g}l{cord:g} {drop:g}" fill="none" stroke="{c["soft"]}" '
        f'stroke-width="1.2"/><path d="M{x - half:g} {low:g}h{2 * half:g}q-14 22-{half:g} 22t-{half:g}-22z" '
        f'fill="{c["second_ground"]}" stroke="{c["ink"]}" stroke-width="1.6"/>'
    )


def _stones(weighed: tuple[Weighed, ...], force: float, x: float, ground: float, most: float, c: Colours) -> str:
    sizes = [4 + (most - 4) * one.weight for one in weighed]
    law = [4 + (most - 4) * force] if force > 0 else []
    total = sum(2 * r + 8 for r in (*sizes, *law)) - 8
    scale = min(1.0, 168 / total) if total > 0 else 1.0
    at, drawn = x - scale * total / 2, []
    for place, r in enumerate((*sizes, *law)):
        shape = _stone if place < len(sizes) else _law
        drawn.append(shape(at + r * scale, ground - r * scale - 1, r * scale, c))
        at += (2 * r + 8) * scale
    return "".join(drawn)


def _stone(x: float, y: float, r: float, c: Colours) -> str:
    defs, fill = hatched("stone", c["sore"])
    shape = f'cx="{x:g}" cy="{y:g}" r="{r:g}"'
    stone = f'<circle {shape} fill="{fill}" stroke="{c["sore"]}" stroke-width="2"/>'
    return f'{defs}<circle {shape} fill="{c["card"]}"/>{stone}'


def _law(x: float, y: float, r: float, c: Colours) -> str:
    side = 1.8 * r
    return (
        f'<rect x="{x - side / 2:g}" y="{y + r - side:g}" width="{side:g}" height="{side:g}" rx="3" fill="{c["card"]}" '
        f'stroke="{c["ink"]}" stroke-width="2"/>'
    )


def _room(discretion: float, c: Colours) -> str:
    """Two walls, as far apart as there is room between the rules."""
    wall = (1 - discretion) * 78
    edges = f'<path d="M2 3v20M166 3v20" stroke="{c["ink"]}" stroke-width="2.5" stroke-linecap="round"/>'
    walls = "".join(
        f'<rect x="{x:g}" y="6" width="{wall:g}" height="14" fill="{c["line"]}"/>' for x in (4.0, 164 - wall)
    )
    return edges + walls


def _cross(c: Colours) -> str:
    return f'<path d="M5 5l14 14M19 5L5 19" stroke="{c["sore"]}" stroke-width="3.5" stroke-linecap="round"/>'
