"""What stands round a picture: the head of the official form above it, and what a reader must know under it."""

from collections.abc import Mapping, Sequence
from datetime import date

from coprod_core import MADE_WITH
from coprod_core.indicators import power_map
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.power_map.attitudes import Stance
from coprod_core.web.model import Sphere, Web
from coprod_ui.charts.power_map.cards import Card
from coprod_ui.charts.power_map.choices import Choices, Picture, seen_by_plan
from coprod_ui.charts.power_map.letters import LEAST, cut, width, wrapped
from coprod_ui.charts.power_map.sheet import Box, Line, Paper, Sheet, high, lines
from coprod_ui.charts.power_map.told import ring_sign, with_official
from coprod_ui.sentences import power_map as say_map
from coprod_ui.sentences.fixed import fixed_lines
from coprod_ui.sentences.weighings import date_said
from coprod_ui.words import Words
from coprod_ui.words.plain_text import runs, writable

OFFICIAL_ROOM = 20
"""So many parties the official form has room for."""

_TITLE, _SAID, _SIGN = 36.0, 22.0, 30.0
_BETWEEN = 26.0
_MAKER = 260.0
"""The room for what made a slide, at its foot."""

VIEWPOINT_HIGH = 90.0
"""The room above a picture for whom it is seen from, where it has no head."""


def head(paper: Paper, readings: Readings, choices: Choices, made: date, say: Words) -> tuple[Sheet, float]:
    """The name of the picture and the head of the form, and how far they come."""
    if not paper.alone:
        return Sheet(), VIEWPOINT_HIGH if choices.picture is Picture.TRUST else 0.0
    sheet, left, name = Sheet(), paper.margin, say.choice("power_map.picture", choices.picture)
    sheet.text.append(Line(left, 70, name, _TITLE, bold=True))
    term = f"({say.choice('power_map_drawn.term', choices.picture)})"
    sheet.text.append(Line(left + width(name, _TITLE, bold=True) + 16, 70, term, 24, colour="soft"))
    fields = form_head(readings, choices, made, say)
    wide = paper.room / len(fields)
    values = [wrapped(value, wide - 24, LEAST, 2, bold=True) for _, value in fields]
    for nth, ((label, _), value) in enumerate(zip(fields, values, strict=True)):
        x = left + nth * wide
        sheet.text += lines((cut(label, wide - 24, LEAST),), x, 92, colour="soft")
        sheet.text += lines(value, x, 92 + high(1, LEAST), bold=True)
    bottom = 92 + high(1 + max(map(len, values)), LEAST) + 8
    sheet.rules.append(Box(left, bottom, paper.room, 0))
    return sheet, bottom


def form_head(readings: Readings, choices: Choices, made: date, say: Words) -> list[tuple[str, str]]:
    """The fields of the form's head that this picture has, with what is filled in."""
    web, nothing = readings.weights.web, say("power_map_drawn.not_filled_in")
    plan = web.option_by_id[choices.plan].name if choices.plan else say("power_map_drawn.no_plan")
    given = {
        "project": web.title.strip() or say("frame.untitled"),
        "date": date_said(made, say),
        "phase": web.phase.strip() or nothing,
        "perspective": say.choice("power_map_drawn.perspectives", choices.perspective),
        "plan": plan,
        "viewpoint": _viewpoint(web, choices.viewpoint, say),
    }
    left_out = {"plan"} if choices.picture is Picture.RINGS else {"perspective"}
    left_out |= set() if choices.picture is Picture.TRUST else {"viewpoint"}
    return [
        (say("power_map.from") if name == "viewpoint" else say.choice("power_map_drawn.head", name), writable(value))
        for name, value in given.items()
        if name not in left_out
    ]


def _viewpoint(web: Web, viewpoint: str | None, say: Words) -> str:
    plan = seen_by_plan(web, viewpoint)
    if plan is not None:
        return say("power_map.by_plan", plan=web.option_by_id[plan].name)
    return say("power_map_drawn.no_viewpoint") if viewpoint is None else web.actor_by_id[viewpoint].name


# -- under it ---------------------------------------------------------------------------------------------------------


def foot(
    paper: Paper, readings: Readings, choices: Choices, cards: Mapping[str, Card], left_out: int, say: Words
) -> tuple[Sheet, float]:
    """The legend, what the picture says, the three fixed lines and the estimates; and where they begin."""
    legend = _legend(paper, choices, cards, say)
    sentence = _sentence(paper, readings, choices, say)
    official = wrapped(_official(choices, say), paper.room, LEAST, 3)
    fixed = _fixed(paper, readings, say) if paper.alone else []
    last = wrapped(" ".join(counted(readings, left_out, say)), paper.room - _MAKER, LEAST, 1 if paper.alone else 2)
    tall = high(len(legend), _SIGN) + high(len(official), LEAST) + high(len(sentence), _SAID) + 10
    tall += high(max(map(len, fixed), default=0), LEAST) + 6 + high(len(last), LEAST)
    top = y = paper.high - 0.55 * paper.margin - tall
    sheet = Sheet()
    for row in legend:
        _signs(sheet, row, paper.margin, y)
        y += high(1, _SIGN)
    sheet.text += lines(official, paper.margin, y, colour="soft")
    y += high(len(official), LEAST)
    sheet.text += lines(sentence, paper.margin, y + 4, _SAID)
    y += high(len(sentence), _SAID) + 10
    for nth, column in enumerate(fixed):
        x = paper.margin + nth * paper.room / len(fixed)
        sheet.text += lines(column[:1], x, y, bold=True)
        sheet.text += lines(column[1:], x, y + high(1, LEAST))
    y = paper.high - 0.55 * paper.margin - high(len(last), LEAST)
    sheet.text += lines(last, paper.margin, y, colour="soft")
    if paper.alone:
        sheet.text += lines((MADE_WITH,), paper.wide - paper.margin, y, anchor="end", colour="soft")
    return sheet, top


def _sentence(paper: Paper, readings: Readings, choices: Choices, say: Words) -> tuple[str, ...]:
    said = " ".join(sentences(readings, choices, say)) if paper.alone else ""
    return wrapped(said, paper.room, _SAID, 2)


def _official(choices: Choices, say: Words) -> str:
    """The words of the official form for the corners of trust; they stand in the legend alone."""
    return say("power_map.official_trust") if choices.picture is Picture.TRUST else ""


def sentences(readings: Readings, choices: Choices, say: Words) -> list[str]:
    """What a picture says, in plain words."""
    web = readings.weights.web
    match choices.picture:
        case Picture.HIT:
            told = [
                *say_map.corner(readings, web, say),
                say_map.power_not_asked(readings, web, say),
                say_map.nothing_known(readings, say),
            ]
        case Picture.ATTITUDE:
            told = []  # marks are not added up: each opens a question
        case Picture.TRUST:
            told = []
            if choices.viewpoint is not None and choices.viewpoint in web.actor_by_id:
                told = say_map.talk_first(readings, web, choices.viewpoint, say)[:1]
        case Picture.RINGS:
            told = say_map.how_many_differ(web, say)
    return ["".join(run.text for run in runs(line)) for line in told if line]


def counted(readings: Readings, left_out: int, say: Words) -> list[str]:
    """How many parties rest on estimates alone, whether the form would have room, and how many are not drawn."""
    parties = len(readings.weights.web.actors)
    guessed = sum(party.estimated for party in power_map.of(readings).values())
    told = [say("power_map_drawn.estimates", guessed=say.count(guessed), parties=say.count(parties))]
    if parties > OFFICIAL_ROOM:
        told.append(say("power_map_drawn.form_has_room", room=OFFICIAL_ROOM, parties=say.count(parties)))
    if left_out:
        told.append(say.plural("power_map_drawn.left_out", left_out))
    return told


def _fixed(paper: Paper, readings: Readings, say: Words) -> list[tuple[str, ...]]:
    """The three fixed lines, each as a head with what is said under it."""
    found = []
    for line in fixed_lines(readings.weights.web, say, brief=True):
        first, *rest = runs(line)
        said = "".join(run.text for run in rest)
        found.append((first.text, *wrapped(said, paper.room / 3 - 24, LEAST, 2)))
    return found


Signs = list[tuple[str, str]]
"""Signs of a legend with what each says."""


def _legend(paper: Paper, choices: Choices, cards: Mapping[str, Card], say: Words) -> list[Signs]:
    spheres: Signs = [
        (f"tile {sphere}", say.choice("spheres", sphere))
        for sphere in Sphere
        if any(card.sphere == sphere for card in cards.values())
    ]
    if choices.picture is Picture.RINGS:
        rings: Signs = [(f"ring {name}", ring_sign(name, say)) for name in _RING_SIGNS]
        return [*_in_rows(paper, rings), *_in_rows(paper, spheres)]
    marks: Signs = [(f"mark {stance}", _marked(stance, say)) for stance in Stance]
    if any(card.badge and card.sphere is Sphere.CITIZENS for card in cards.values()):
        marks.append(("badge", say("power_map_drawn.badge")))
    edges: Signs = [("edge dashed", say("power_map.estimated"))]
    if choices.picture is Picture.HIT:
        edges.append(("edge alarm", say("power_map_drawn.alarm")))
    if not paper.alone:
        return _in_rows(paper, [*marks, *edges, *spheres])
    return [*_in_rows(paper, marks), *_in_rows(paper, [*edges, *spheres])]


_RING_SIGNS = ("asked", "by_web", "wanted", "differs", "not_wanted")


def _marked(stance: Stance, say: Words) -> str:
    return with_official(stance, say)


def _in_rows(paper: Paper, signs: Sequence[tuple[str, str]]) -> list[Signs]:
    """The signs on as many rows as they need."""
    rows: list[Signs] = []
    used = paper.room
    for sign, said in signs:
        wide = _SIGN + 10 + width(said, LEAST) + _BETWEEN
        if used + wide - _BETWEEN > paper.room:
            rows.append([])
            used = 0.0
        rows[-1].append((sign, said))
        used += wide
    return rows


def _signs(sheet: Sheet, row: Signs, left: float, y: float) -> None:
    x = left
    for sign, said in row:
        sheet.signs.append((sign, x + _SIGN / 2, y + _SIGN / 2))
        sheet.text.append(Line(x + _SIGN + 10, y + _SIGN / 2 + 6, said))
        x += _SIGN + 10 + width(said, LEAST) + _BETWEEN
