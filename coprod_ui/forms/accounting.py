"""The forms of what accounts for a choice: the card of the report, and a contribution with its answer."""

from coprod_ui.forms import steps
from coprod_ui.forms.fields import Choice, Day, Field, Level, Line, Lines, OneOf, Switch
from coprod_ui.forms.web import PLAN

_BODY = "bodies"


def _lines(name: str, longest: int, height: int = 80) -> Lines:
    return Lines(name=name, label=f"card.{name}", key=f"card_{name}", longest=longest, height=height)


def _line(name: str, longest: int = 200) -> Line:
    return Line(name=name, label=f"card.{name}", key=f"card_{name}", longest=longest, warned=True)


def _day(name: str) -> Day:
    return Day(name=name, label=f"card.{name}", key=f"card_{name}")


ASKED: tuple[Field, ...] = (
    Choice(name="asked_of", label="card.asked_of", words="asked_of", key="card_asked_of"),
    _lines("asked", 700),
)
DECIDED: tuple[Field, ...] = (
    Choice(name="decided_by", label="card.decided_by", words=_BODY, key="card_decided_by"),
    _lines("decided", 700),
    _day("decided_on"),
)
PROMISED: tuple[Field, ...] = (
    Level(
        name="promised_level",
        label="card.promised_level",
        steps=steps.DELEGATED,
        may_be_unsaid=True,
        key="card_promised_level",
    ),
    _lines("promised", 1_000),
    _lines("differed", 1_000),
)
ONWARD: tuple[Field, ...] = (_lines("next_step", 250), _day("next_day"))
MADE_BY: tuple[Field, ...] = (
    Choice(name="status", label="card.status", words="statuses", key="card_status"),
    _line("version", 20),
    _line("author"),
    _line("contact"),
)
LOOKING_BACK: tuple[Field, ...] = (_day("shown_on"), _lines("evaluation", 2_000), _day("evaluate_on"))

OCCASION: tuple[Field, ...] = (
    Day(name="day", label="course.day", key="occasion_day"),
    Line(name="form", label="course.form", key="occasion_form", warned=True),
    Line(name="invited", label="course.invited", key="occasion_invited", longest=400, warned=True),
    Lines(name="differed", label="course.other", key="occasion_differed", longest=400, height=68),
)
DESCRIBED: tuple[Field, ...] = tuple(each for each in PLAN if each.name in ("description", "costs", "proposed_by"))
LONGEST_DESCRIPTION = 1_000

ANSWER = Choice(name="answer", label="contribution.answer", words="outcomes")
WHY = Lines(name="why", label="contribution.why", height=68)
CONTRIBUTION: tuple[Field, ...] = (
    Lines(name="text", label="contribution.text", longest=1_000, height=68, key="contribution_text"),
    Switch(name="literal", label="contribution.literal", tick=True),
    OneOf(
        name="actor", label="contribution.actor", among="actors", none="contribution.not_said", key="contribution_actor"
    ),
    Choice(name="by", label="contribution.by", words=_BODY, key="contribution_by"),
    Day(name="day", label="contribution.day", key="contribution_day"),
)
