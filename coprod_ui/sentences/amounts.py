"""Shares and differences as people say them: a number where a person asked for numbers, a word elsewhere."""

from coprod_ui.words import Words, of_100

_PARTS = ((100, "all"), (85, "nearly"), (60, "most"), (40, "half"), (20, "some"), (1, "little"), (0, "none"))
_LITTLE, _MUCH = 5, 20


def part_word(share: float) -> str:
    """The name of the band a share falls in, by the number that would be shown."""
    shown = of_100(share)
    return next(word for least, word in _PARTS if shown >= least)


def part(share: float, words: Words, digits: bool, table: str = "parts") -> str:
    """`54 van de 100`, or `ongeveer de helft`, in bold."""
    return f"**{plain_part(share, words, digits, table)}**"


def plain_part(share: float, words: Words, digits: bool, table: str = "parts") -> str:
    """The same without marks, for what is no Markdown."""
    if digits:
        return words(f"{table}.digits", number=of_100(share))
    return words.choice(table, part_word(share))


def change_numbers(before: float, after: float, words: Words, digits: bool) -> str:
    """` (45 → 76)` to stand behind a sentence; nothing without digits."""
    if not digits:
        return ""
    return " " + words("say_change.numbers", before=of_100(before), after=of_100(after))


def how_much(points: int, words: Words, digits: bool) -> str:
    """`iets ` up to 5 of 100, `veel ` above 20, nothing between; nothing where the numbers say it."""
    if digits:
        return ""
    size = "little" if abs(points) <= _LITTLE else "much" if abs(points) > _MUCH else "plain"
    return words.choice("say_change.how", size)
