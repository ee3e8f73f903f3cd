"""The forms of the conditions for working together, row by row as they are asked."""

from coprod_core.indicators.conditions import DANGERS, MOTIVES
from coprod_ui.forms import steps
from coprod_ui.forms.fields import Choice, Field, Level, Lines, Switch, notes


def _frame(name: str) -> Lines:
    question, example = f"frame_questions.{name}", f"frame_examples.{name}"
    return Lines(name=name, label=question, placeholder=example, key=f"frame_{name}")


FRAME: tuple[tuple[Field, ...], ...] = (
    (_frame("fixed"), _frame("negotiable"), _frame("budget")),
    (_frame("decides"), _frame("answers_for"), _frame("residents_think")),
)
HEARD_AND_JOINED: tuple[Field, ...] = (_frame("hear_back"), _frame("whose_table"))
FRAME_OF_PROCESS: tuple[Field, ...] = (
    Level(name="delegated", label="process.delegated", steps=steps.DELEGATED, key="frame_delegated"),
    Level(name="initiative", label="process.initiative", steps=steps.INITIATIVE, key="frame_initiative"),
)

EXPECTATION_SAID = Switch(name="said", label="expectations.said", tick=True, key="expectation_said")
EXPECTATION_MET = Choice(name="met", label="expectations.met", words="answers", key="expectation_met")
EXPECTATION: tuple[Field, ...] = (
    Lines(name="what", label="expectations.what", key="expectation_what"),
    notes("expectation_notes"),
)

MOTIVATION: tuple[Field, ...] = (
    *(Switch(name=motive, label=f"motives.{motive}", tick=True, key=f"motive_{motive}") for motive in MOTIVES),
    Choice(name="feedback", label="working.feedback", words="amounts_wanted"),
    Choice(name="growth", label="working.growth", words="amounts_wanted"),
    notes("motivation_notes"),
)
NEEDS: tuple[Field, ...] = (
    *(
        Choice(name=need, label=f"needs.{need}", words="need_states", key=f"need_{need}")
        for need in ("information", "tasks", "mentor", "appreciation")
    ),
    notes("needs_notes"),
)
ENGAGEMENT: tuple[Field, ...] = (
    Level(name="own", label="engagement.own", steps=steps.ENGAGED, may_be_unsaid=True, key="engaged_own"),
    Level(name="seen", label="engagement.seen", steps=steps.ENGAGED, may_be_unsaid=True, key="engaged_seen"),
)
BURDEN = Level(name="burden", label="workplace.burden", steps=steps.BURDENS, may_be_unsaid=True)
CULTURE: tuple[Field, ...] = (
    *(
        Choice(name=name, label=f"workplace.{name}", words="answers", key=f"workplace_{name}")
        for name in ("say", "colleagues", "superiors")
    ),
    notes("workplace_notes"),
)

CONTINUITY: tuple[Field, ...] = (
    *(
        Level(name=danger, label=f"dangers.{danger}", steps=steps.LIKELY, may_be_unsaid=True, key=f"danger_{danger}")
        for danger in DANGERS
    ),
    notes("continuity_notes"),
)
ABSENCE: tuple[Field, ...] = (
    *(
        Switch(name=reason, label=f"reasons_away.{reason}", tick=True, key=f"away_{reason}")
        for reason in ("not_asked", "no_time", "feels_less_able")
    ),
    Lines(name="other", label="reasons_away.other", key="away_other"),
)


def _own_words(question: str, placeholder: str = "") -> Lines:
    """A question to answer in people's own words, which the field is called after."""
    return Lines(
        name=question.rpartition(".")[2], label=question, key=question.replace(".", "_"), placeholder=placeholder
    )


NEIGHBOURHOODS: tuple[tuple[Field, ...], ...] = (
    (_own_words("neighbourhoods.organised"), _own_words("neighbourhoods.others")),
    (_own_words("neighbourhoods.difference"), _own_words("neighbourhoods.answer")),
)
LOGBOOK: tuple[Lines, ...] = (
    *(_own_words(f"logbook.{name}") for name in ("did", "saw", "next")),
    Lines(name="prevailed", label="logbook.prevailed_asked", key="logbook_prevailed", longest=1_000),
)
THANKS = Lines(name="what", label="appreciation.what", key="thanks_what")
AGREED = Lines(name="agreed", label="shared_words.agreed", key="agreed")

RULE_IN_WEB: tuple[Field, ...] = (
    Level(name="force", label="rules.force", steps=steps.forces, key="rule_room_force"),
    Level(
        name="discretion",
        label="rule_room.how_much",
        steps=steps.ROOM,
        key="rule_room_discretion",
        help="rules.discretion_help",
    ),
)
RULE_ROOM: tuple[tuple[Field, ...], ...] = (
    (_own_words("rule_room.protects"), _own_words("rule_room.hinders", "rule_room.no_names")),
    (_own_words("rule_room.room"), _own_words("rule_room.try_out")),
)
