"""The forms of what stands in a web: a party, an interest, a stake, a relation, a plan, a rule and the process."""

from coprod_core.web.model import Actor
from coprod_ui.forms import steps
from coprod_ui.forms.fields import (
    Choice,
    Field,
    Level,
    LevelPerInterest,
    Line,
    Lines,
    Number,
    OneOf,
    Share,
    Switch,
    notes,
)

_NAME = Line(name="name", label="inspector.name")
_INITIATOR = Switch(name="initiator", label="inspector.initiator", help="inspector.initiator_help")

PEOPLE = Number(name="people", label="inspector.people", may_be_empty=True, placeholder="inspector.people_unknown")
SEATS = Number(name="seats", label="inspector.seats")
INVITATION = Choice(name="invitation", label="inspector.invitation", words="invitation")


def party(actor: Actor) -> tuple[Field, ...]:
    """The details of a party; only a group of citizens can have begun it."""
    return (
        _NAME,
        Choice(name="sphere", label="inspector.sphere", words="spheres"),
        *((_INITIATOR,) if actor.citizens else ()),
        Share(name="influence", label="inspector.influence", help="inspector.influence_help"),
        Share(name="reach", label="inspector.reach", help="inspector.reach_help"),
        Number(name="effort", label="inspector.effort", step=0.1, help="inspector.effort_help"),
        Number(
            name="hit",
            label="inspector.hit",
            step=0.1,
            most=1.0,
            may_be_empty=True,
            placeholder="inspector.hit_default",
            help="inspector.hit_help",
        ),
        notes(),
    )


INTEREST: tuple[Field, ...] = (
    _NAME,
    Line(name="spoken_by", label="inspector.spoken_by", help="inspector.spoken_by_help", warned=True),
    notes(),
)

STAKE: tuple[Field, ...] = (
    Level(name="weight", label="inspector.weight", steps=steps.weights),
    Share(name="weight", label="inspector.exact_weight", key="exact_weight"),
    Share(name="position", label="inspector.position", low=-1.0, help="inspector.position_help"),
    Choice(name="provenance", label="inspector.provenance", words="provenance"),
)
STAKE_AT_TABLE: tuple[Field, ...] = (
    Share(name="table_weight", label="inspector.table_weight"),
    Share(name="table_position", label="inspector.table_position", low=-1.0),
)

COMPATIBILITY = Level(name="compatibility", label="inspector.compatibility", steps=steps.COMPATIBILITY)
RELATION: tuple[Field, ...] = (
    COMPATIBILITY,
    Share(name="compatibility", label="inspector.exact_compatibility", key="exact_compatibility", low=-1.0),
    notes("notes_relation"),
)

PLAN: tuple[Field, ...] = (
    Line(name="name", label="inspector.name", warned=True),
    Lines(name="description", label="plans.description", longest=1_000),
    Line(name="costs", label="plans.costs", warned=True),
    OneOf(name="proposed_by", label="plans.proposed_by", among="actors", none="plans.proposed_by_nobody"),
    Share(name="feasibility", label="plans.feasibility", help="plans.feasibility_help"),
    Switch(name="barred", label="plans.barred", help="plans.barred_help"),
    LevelPerInterest(
        name="effects", label="plans.effects", key="effect", steps=steps.EFFECTS, left_out="effects.not_known"
    ),
    notes(),
)

FORCE = Level(name="force", label="rules.force", steps=steps.forces)
RULE: tuple[Field, ...] = (
    Line(name="name", label="inspector.name", warned=True),
    FORCE,
    Share(name="discretion", label="rules.discretion", help="rules.discretion_help"),
    LevelPerInterest(name="protects", label="rules.protects", steps=steps.SHARES),
    LevelPerInterest(name="hinders", label="rules.hinders", steps=steps.SHARES),
    notes(),
)

PROCESS: tuple[Field, ...] = (
    Level(name="initiative", label="process.initiative", steps=steps.INITIATIVE, help="process.initiative_help"),
    Level(name="delegated", label="process.delegated", steps=steps.DELEGATED),
    Share(name="steering", label="process.steering"),
    Share(name="meddling", label="process.meddling"),
    Share(name="emphasis", label="process.emphasis"),
    OneOf(name="emphasis_on", label="process.emphasis_on", among="actors", none="process.not_said"),
    OneOf(
        name="own_reading",
        label="process.own_reading",
        help="process.own_reading_help",
        among="options",
        none="process.not_said",
    ),
    Number(name="agenda_capacity", label="process.agenda_capacity", help="process.agenda_capacity_help"),
    Share(name="worst_off_weight", label="process.worst_off_weight", help="process.worst_off_weight_help"),
)
