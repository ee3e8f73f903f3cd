"""One line that says how people came together: `12-11, bewonersavond, brief aan alle adressen, 34`."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from coprod_ui.words import LANGUAGES, words

_NUMBERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}))?")
_NAMED = re.compile(r"(\d{1,2}) ([^\W\d]{3,})\.?(?: (\d{4}))?")
_PEOPLE = re.compile(r"\d{1,7}")


@dataclass(frozen=True)
class OccasionLine:
    """What a line says; `people` None where its last part is no whole number, `day` "" where its first is no day."""

    day: str
    form: str
    invited: str
    people: int | None


def read_occasion(line: str, today: date) -> OccasionLine:
    """What a line says: its first part a day, its last a number of people, between them the form and how invited."""
    parts = [part.strip() for part in line.split(",") if part.strip()]
    day = day_in(parts[0], today) if parts else ""
    parts = parts[1:] if day else parts
    people = int(parts.pop()) if parts and _PEOPLE.fullmatch(parts[-1]) else None
    form, *invited = parts or [""]
    return OccasionLine(day, form, ", ".join(invited), people)


def day_in(text: str, today: date) -> str:
    """The day a text says, as `2026-11-12`; without a year the latest that is not after tomorrow, "" for no day."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    if found := _NUMBERS.fullmatch(text):
        return _latest(int(found[1]), int(found[2]), found[3], today)
    found = _NAMED.fullmatch(text.lower())
    month = _month(found[2]) if found else None
    return _latest(int(found[1]), month, found[3], today) if found and month else ""


def _month(name: str) -> int | None:
    """The month whose name in any language begins with these letters."""
    for language in LANGUAGES:
        say = words(language)
        for month in range(1, 13):
            if say.choice("months", str(month)).lower().startswith(name):
                return month
    return None


def _latest(day: int, month: int, year: str | None, today: date) -> str:
    years = [int(year)] if year else [today.year + 1, today.year, *range(today.year - 1, today.year - 9, -1)]
    for each in years:
        try:
            found = date(each, month, day)
        except ValueError:
            continue
        if year or found <= today + timedelta(days=1):
            return found.isoformat()
    return ""
