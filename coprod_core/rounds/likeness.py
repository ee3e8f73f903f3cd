"""Answers in people's own words, put together by likeness: a proposal, and nothing is decided by it.

Two answers are alike as far as they share stems of words and pieces of words, rare ones counting for more. That finds
*parkeerplek* beside *parkeren* and forgives a slip of the pen. It knows nothing of meaning: *herrie* and *lawaai* stay
apart until a person puts them together. The same answers always give the same proposal, in whatever order they come.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from threading import Lock
from typing import Any, TypeAlias

import numpy as np
import snowballstemmer
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from coprod_core.rounds.function_words import FUNCTION_WORDS

Pile: TypeAlias = tuple[str, ...]
"""Answers that are put together, by id."""

Likeness: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]
"""How alike (0..1) answers are, each with each."""

ALIKE = 0.12
"""How alike the answers of two piles are, on average, before they become one: chosen on one invented street."""

PIECES = (3, 4, 5)
"""How many signs the pieces have in which words are compared."""

STEM_COUNTS = 2.0
"""What a stem that is shared counts, beside a piece that is."""

_STEMMERS = {name: snowballstemmer.stemmer(name) for name in ("dutch", "english")}
"""For the languages people answer in. Each word goes through both, for a room may use both."""

_STEMMING = Lock()  # a stemmer works on one word at a time, and every window has a thread of its own


def proposed(answers: Mapping[str, str], piles: Sequence[Collection[str]] = ()) -> tuple[Pile, ...]:
    """Every answer in one pile, those that are alike together; the largest pile first, then as the words sort.

    `answers`: the words, by id. `piles`: those that a person has looked at already, of which none is in two. They stay
    whole and apart, and a pile of new answers joins the one it is most like, where it is alike enough.
    """
    ordered = sorted(answers, key=lambda id_: (_tidy(answers[id_]), answers[id_], id_))
    kept = [found for pile in piles if (found := [at for at, id_ in enumerate(ordered) if id_ in pile])]
    new = sorted(set(range(len(ordered))) - {at for pile in kept for at in pile})
    likeness = _likeness([answers[id_] for id_ in ordered])
    made = _with(kept, _together(likeness, new), likeness)
    return tuple(tuple(ordered[at] for at in pile) for pile in sorted(made, key=lambda pile: (-len(pile), pile)))


def _with(kept: Sequence[list[int]], new: Sequence[list[int]], likeness: Likeness) -> list[list[int]]:
    """The piles there are with the new ones laid upon them, or beside them."""
    made = [*map(list, kept)]
    for pile in new:
        alike = [float(likeness[np.ix_(pile, there)].mean()) for there in kept]
        best = max(range(len(kept)), key=alike.__getitem__, default=None)
        if best is None or alike[best] < ALIKE:
            made.append(pile)
        else:
            made[best] += pile
    return [sorted(pile) for pile in made]


def _together(likeness: Likeness, places: Sequence[int]) -> list[list[int]]:
    """Those that are alike on average, together: the two most alike first, for as long as they are alike enough."""
    if len(places) < 2:
        return [[at] for at in places]
    among = squareform(1 - likeness[np.ix_(places, places)], checks=False)
    numbers = fcluster(linkage(among, "average"), 1 - ALIKE, "distance")
    return [[at for at, of in zip(places, numbers, strict=True) if of == number] for number in sorted({*numbers})]


def _likeness(texts: Sequence[str]) -> Likeness:
    """The cosine of what each says; 1 where two say the same, also where that is nothing we can compare."""
    tidy = [_tidy(text) for text in texts]
    signs = [dict(_signs(text)) for text in tidy]
    column = {sign: at for at, sign in enumerate(sorted({sign for of in signs for sign in of}))}
    holds = np.zeros((len(texts), len(column)))
    for row, of in enumerate(signs):
        for sign, counts in of.items():
            holds[row, column[sign]] = counts
    rare = np.log((1 + len(texts)) / (1 + (holds > 0).sum(axis=0))) + 1
    said = holds * rare
    long = np.linalg.norm(said, axis=1, keepdims=True)
    said = np.divide(said, long, out=np.zeros_like(said), where=long > 0)
    same = np.array([[one == other for other in tidy] for one in tidy])
    return np.where(same, 1.0, np.clip(said @ said.T, 0.0, 1.0))


def _tidy(text: str) -> str:
    """Small letters without accents, and one space between words."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign))
    return " ".join(re.findall(r"\w+", plain))


def _signs(tidy: str) -> Iterator[tuple[str, float]]:
    """What an answer can share with another, and what that counts: its stems, and the pieces of its words."""
    for word in tidy.split():
        if word in FUNCTION_WORDS:
            continue
        for stem in _stems(word):
            yield stem, STEM_COUNTS
        marked = f"<{word}>"
        for length in PIECES:
            for at in range(len(marked) - length + 1):
                yield marked[at : at + length], 1.0


@lru_cache(maxsize=10_000)
def _stems(word: str) -> tuple[str, ...]:
    with _STEMMING:
        return tuple(f"{name} {stemmer.stemWord(word)}" for name, stemmer in _STEMMERS.items())
