"""How differently the sides of the second dilemma order the plans, pair by pair."""

from collections.abc import Mapping

from coprod_ui.words import Words, of_100

_ALMOST, _PARTLY = 20, 45


def orders(found: Mapping[tuple[str, str], float | None], words: Words, digits: bool) -> list[str]:
    """A sentence per pair of sides."""
    return [_pair(one, other, unlike, words, digits) for (one, other), unlike in found.items()]


def _pair(one: str, other: str, unlike: float | None, words: Words, digits: bool) -> str:
    first, second = words.choice("say_role.side", one), words.choice("say_role.side", other)
    sides = {"one": f"{first[:1].upper()}{first[1:]}", "other": second}
    if unlike is None:
        return words("say_orders.none", **sides)
    numbers = " " + words("say_orders.number", number=of_100(unlike)) if digits else ""
    return words(f"say_orders.{_word(of_100(unlike))}", **sides, numbers=numbers)


def _word(shown: int) -> str:
    """The name of the band the difference falls in; `shown` of 100."""
    if shown in (0, 100):
        return "reversed" if shown else "same"
    return "almost" if shown <= _ALMOST else "partly" if shown <= _PARTLY else "otherwise"
