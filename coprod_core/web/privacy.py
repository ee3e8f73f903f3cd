"""Signs that a text names one person. A party is a group: these are hints to warn with, never a reason to refuse."""

import enum
import re
from collections.abc import Callable, Mapping


class Hint(enum.StrEnum):
    """What a text seems to hold."""

    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    CITIZEN_NUMBER = "citizen_number"
    ADDRESSED_NAME = "addressed_name"


def personal_data_hints(text: str) -> tuple[Hint, ...]:
    """What in a text seems to point at one person, in the order of `Hint`; empty when nothing does."""
    tidy = " ".join(text.split())
    return tuple(hint for hint, seen in _SIGNS.items() if seen(tidy))


_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")


def _has_email(text: str) -> bool:
    return _EMAIL.search(text) is not None


_PHONE = re.compile(
    r"""
    (?<![\w.,+-])                                       # not the tail of an account number or an amount
    (?!06-\d\d-(?:19|20)\d\d)                           # not the sixth of a month
    (?: (?:\+|00) [1-9] (?:[ ().-]{0,3}\d){8,13}        # from abroad: +31 (0)6 12 34 56 78
      | 06 [ -]{0,3} [1-9] (?:[ -]?\d){7}               # mobile: 06-12345678
      | \(? 0[1-9]\d \)? [ -]{0,3} \d{3} (?:[ -]?\d\d){2}                             # (020) 123 45 67
      | \(? 0[1-9]\d{2} \)? [ -]{0,3} (?: \d{3}[ -]?\d{3} | \d\d (?:[ -]?\d\d){2} )   # 0180-12 34 56
    )
    (?![\w-])
    """,
    re.VERBOSE,
)


def _has_phone(text: str) -> bool:
    return _PHONE.search(text) is not None


_POSTCODE = r"[1-9]\d{3}(?: ?[A-Z]{2}|[a-z]{2})"
_HOUSE = r"\d{1,5} ?[a-zA-Z]?"
_ADDRESS = re.compile(
    rf"\b{_POSTCODE}[ ,/-]{{1,3}}(?:nr\.? ?|huisnummer )?{_HOUSE}\b|\b{_HOUSE}[ ,]{{1,3}}{_POSTCODE}\b"
)


def _has_address(text: str) -> bool:
    return _ADDRESS.search(text) is not None


_NINE_DIGITS = re.compile(r"(?<![\w.,+€-])(?<!€ )(?:\d{4}([. ]?)\d\d\1\d{3}|\d{3} \d{3} \d{3})(?![\w-]|[.,]\d)")
_FACTORS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def _has_citizen_number(text: str) -> bool:
    return any(_passes_eleven_test(re.sub(r"\D", "", found[0])) for found in _NINE_DIGITS.finditer(text))


def _passes_eleven_test(digits: str) -> bool:
    """The check that every Dutch citizen number (BSN) passes: the weighted sum of its digits divides by 11."""
    total = sum(factor * int(digit) for factor, digit in zip(_FACTORS, digits, strict=True))
    return total > 0 and total % 11 == 0


_SHORT_FORM = r"(?i:dhr|mevr|mvr|mw|mej|fam|mr|mrs|drs|dr|prof|ir)|Ms"
_LONG_FORM = r"(?i:de heer|meneer|mevrouw|mejuffrouw|familie|mister|miss)"
_PARTICLES = r"(?:(?:van|von|de|den|der|ter|ten|het|'t|in|op|el|al|la|le|du|di|da|dos) ){0,3}"
_ADDRESSED = re.compile(
    rf"\b(?:(?:{_SHORT_FORM})(?:\. ?| )|(?:{_LONG_FORM}) )(?:[A-Z]\. ?){{0,4}}{_PARTICLES}([^\W\d_][\w'’-]*)"
)
_PLACE = re.compile(r"(?:straat|laan|weg|plein|kade|hof|park|singel|gracht|plantsoen|dreef|dijk|brug|school|huis)$")


def _has_addressed_name(text: str) -> bool:
    return any(_is_name(found[1]) for found in _ADDRESSED.finditer(text))


def _is_name(word: str) -> bool:
    """Whether the word after a form of address is a person's; streets and schools carry forms of address too."""
    return word[0].isupper() and not _PLACE.search(word)


_SIGNS: Mapping[Hint, Callable[[str], bool]] = {
    Hint.EMAIL: _has_email,
    Hint.PHONE: _has_phone,
    Hint.ADDRESS: _has_address,
    Hint.CITIZEN_NUMBER: _has_citizen_number,
    Hint.ADDRESSED_NAME: _has_addressed_name,
}
