"""The data card that goes with every export: what this is, from when, how it counts, and who may use it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from coprod_core import MADE_WITH
from coprod_core.checked.errors import Fault, InvalidValue
from coprod_core.exchange.tables import Table
from coprod_core.files import web_file
from coprod_core.web.deviations import deviations
from coprod_core.web.model import Provenance, Web

LICENCES: Mapping[str, str] = {
    "not_stated": "not stated: ask those who filled it in",
    "cc0": "CC0-1.0",
    "cc_by": "CC-BY-4.0",
}
"""Under which terms whoever exports hands the data on, by code."""

PAGE = "docs/formats.md"
"""Where every format is described, in the project."""


@dataclass(frozen=True)
class Card:
    """What whoever exports says of an export: when it was made (UTC), and its licence, a code of `LICENCES`.

    `decimal`: the sign before decimals where whoever opens the file lives, for tables that a spreadsheet opens as text.
    `beside`: tables worked out from the web, which stand before its own where a format holds sheets.
    """

    at: datetime
    licence: str = "not_stated"
    decimal: Literal[".", ","] = "."
    beside: tuple[Table, ...] = ()

    def __post_init__(self) -> None:
        if self.licence not in LICENCES:
            raise InvalidValue(
                [Fault("licence", "unknown_choice", {"value": self.licence, "choices": tuple(LICENCES)})]
            )

    def lines(self, web: Web) -> dict[str, str]:
        """The card of a web, ready to show: every value is text."""
        guessed = sum(stake.provenance == Provenance.ESTIMATE for stake in web.stakes)
        counted = ", ".join(f"{name} (designed: {designed:g})" for name, designed in deviations(web).items())
        return {
            "what": f"A web of interests: {len(web.actors)} parties, {len(web.interests)} interests, "
            f"{len(web.stakes)} stakes of which {guessed} estimated",
            "title": web.title,
            "language": str(web.language),
            "filled_in_by": web.filled_in_by,
            "made_at": self.at.astimezone(UTC).isoformat(timespec="seconds"),
            "made_with": f"{MADE_WITH}, {web_file.FORMAT} version {web_file.VERSION}",
            "conventions": f"as designed, except {counted}" if counted else "as designed",
            "licence": LICENCES[self.licence],
            "schema": PAGE,
        }
