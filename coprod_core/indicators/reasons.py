"""Why a reading cannot be computed. A reading is never NaN."""


class Undefined(str):
    """The code of a reason, as it stands in the readings file; each is given where its indicator is computed."""

    __slots__ = ()
