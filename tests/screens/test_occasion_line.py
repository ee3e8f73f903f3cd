"""A line that says how people came together, read as a person meant it; what is not understood is left open."""

from datetime import date

import pytest

from coprod_core.acts.accounting import AddAttempt
from coprod_core.acts.commands import Together
from coprod_core.web.accounting import Result
from coprod_core.web.model import Invitation
from coprod_ui.sentences.occasion_line import OccasionLine, day_in, read_occasion
from coprod_ui.widgets.attempts import attempted

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("12-11, avond, brief, 34", OccasionLine("2026-11-12", "avond", "brief", 34)),
        ("12 nov, avond, brief, kaart, 34", OccasionLine("2026-11-12", "avond", "brief, kaart", 34)),
        ("2025-03-04, avond", OccasionLine("2025-03-04", "avond", "", None)),
        ("avond, brief", OccasionLine("", "avond", "brief", None)),
        ("32-13, avond, veel", OccasionLine("", "32-13", "avond, veel", None)),
        ("", OccasionLine("", "", "", None)),
    ],
)
def test_a_line_is_a_day_a_form_how_people_were_invited_and_how_many_came(line: str, said: OccasionLine) -> None:
    assert read_occasion(line, TODAY) == said


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1-12", "2026-12-01"),  # tomorrow
        ("2-12", "2025-12-02"),
        ("29-2", "2024-02-29"),
        ("12/11/2024", "2024-11-12"),
        ("3 march", "2026-03-03"),
        ("3 maart 2027", "2027-03-03"),
        ("31-4", ""),
        ("morgen", ""),
    ],
)
def test_a_day_without_a_year_is_the_latest_that_is_not_after_tomorrow(text: str, day: str) -> None:
    assert day_in(text, TODAY) == day


def test_an_attempt_says_what_it_means_for_the_invitation_and_for_who_speaks() -> None:
    plain = attempted("12-11, aangebeld, niemand thuis", "flats", Result.NO_ANSWER, TODAY)
    assert isinstance(plain, AddAttempt)
    held = plain.attempt
    assert (held.day, held.how, held.said, held.result) == (
        "2026-11-12",
        "aangebeld",
        "niemand thuis",
        Result.NO_ANSWER,
    )
    declined = attempted("gebeld", "flats", Result.DECLINES, TODAY)
    assert isinstance(declined, Together)
    assert declined.commands[1].changes == {"invitation": Invitation.DECLINED}
    spoken = attempted("12-11, gebeld, de wijkverpleegkundige", "flats", Result.SOMEONE_SPEAKS, TODAY, ("dry",))
    assert isinstance(spoken, Together)
    assert spoken.commands[1].changes == {"spoken_by": "de wijkverpleegkundige"}
