"""Why a reading cannot be computed. A reading is never NaN."""

import enum


class Undefined(enum.StrEnum):
    """The reason codes of the readings file."""

    NO_CITIZEN_STAKES = "no_citizen_stakes"
    NO_INITIATORS = "no_initiators"
    NEEDS_TWO_PLANS = "needs_two_plans"
    NO_RULES = "no_rules"
    TOO_MANY_CANDIDATES = "too_many_candidates"
    TABLE_NOT_COUNTED = "table_not_counted"
    NOBODY_LIVES_HERE = "nobody_lives_here"
