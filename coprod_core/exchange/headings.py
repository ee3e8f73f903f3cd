"""The words above a column and in its cells: what people call a party, an interest and what is said of them."""

from collections.abc import Mapping
from types import MappingProxyType

from coprod_core.web.model import Provenance, Sphere

HEADINGS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "party": {
            "nl": (
                *("partij", "partijen", "belanghebbende", "belanghebbenden", "betrokkene", "betrokkenen", "groep"),
                *("doelgroep", "organisatie", "naam partij", "naam stakeholder", "naam organisatie", "naam"),
            ),
            "en": ("party", "stakeholder", "stakeholders", "actor", "actors", "group", "organisation", "organization"),
        },
        "sphere": {"nl": ("soort", "soort partij"), "en": ("sphere", "kind of party")},
        "people": {"nl": ("mensen", "aantal mensen", "aantal personen", "inwoners"), "en": ("people",)},
        "seats": {"nl": ("plekken", "plekken aan tafel", "zetels"), "en": ("seats",)},
        "interest": {"nl": ("belang", "belangen"), "en": ("interest", "interests")},
        "weight": {"nl": ("gewicht", "hoe belangrijk"), "en": ("weight", "how important")},
        "position": {"nl": ("standpunt", "voor of tegen"), "en": ("position", "for or against")},
        "said_by": {"nl": ("wie zegt dit",), "en": ("said_by", "said by", "who says so", "provenance")},
        "notes": {"nl": ("aantekeningen",), "en": ("notes",)},
        "power": {
            "nl": ("macht", "invloed", "mate van invloed", "macht buiten de tafel"),
            "en": ("power", "influence", "power outside the table"),
        },
        "trust": {
            "nl": ("vertrouwen", "relatie", "verstandhouding", "verstandhouding met ons"),
            "en": ("trust", "relationship", "relation", "how we get on"),
        },
        "role": {"nl": ("rol", "functie in het netwerk"), "en": ("role",)},
        "attitude": {
            "nl": ("houding", "opstelling", "steun", "kleur"),
            "en": ("attitude", "stance", "support", "colour"),
        },
        "quadrant": {"nl": ("kwadrant",), "en": ("quadrant",)},
        "concern": {"nl": ("betrokkenheid", "mate van belang"), "en": ("concern", "level of interest")},
        "strategy": {"nl": ("strategie", "aanpak"), "en": ("strategy", "approach")},
    }
)
"""The words that people put above a column, by role and language; the first that fits goes first."""

SIDES: Mapping[str, float] = MappingProxyType(
    {
        **dict.fromkeys(("voor", "voorstander", "for", "pro", "+"), 1.0),
        **dict.fromkeys(("tegen", "tegenstander", "against", "contra", "-", "−", "–"), -1.0),
        **dict.fromkeys(("neutraal", "neutral", "verdeeld", "divided"), 0.0),
    }
)
"""Words for a position."""

WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "sphere": {
            **{str(sphere): str(sphere) for sphere in Sphere},
            **dict.fromkeys(("residents", "bewoners"), "citizens"),
            **dict.fromkeys(("own organisation", "eigen organisatie"), "own_organisation"),
            **dict.fromkeys(("other organisation", "andere organisatie"), "other_organisation"),
            **dict.fromkeys(("politics", "politiek"), "political_authority"),
            **dict.fromkeys(("the professional", "de professional"), "professional"),
        },
        "said_by": {
            **{str(who): str(who) for who in Provenance},
            **dict.fromkeys(("said themselves", "zelf gezegd"), "self"),
            "schatting": "estimate",
            **dict.fromkeys(("figures", "cijfers"), "data"),
        },
    }
)
"""Words for the kinds of party and for who says something."""
