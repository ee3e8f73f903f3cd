"""How far proposals for own words agree with a grouping made by hand, beside what asks for no comparing at all.

Run `python -m tests.benchmarks.own_words`. The answers are invented (`tests/samples/own_words/README.md`). *Rand* is
the adjusted Rand index: 1 where two groupings are the same, about 0 where they agree as chance would. *Right*: of all
pairs that were put together, the part that belongs together; *found*: of all pairs that belong together, the part that
was put together. *Acts*: what a person still does to come from the proposal to the grouping by hand: texts to move off
a pile and piles to lay on another.
"""

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from math import comb
from pathlib import Path
from statistics import median
from typing import NamedTuple

from coprod_core.rounds.likeness import proposed

FILES = sorted((Path(__file__).parents[1] / "samples" / "own_words").glob("*.txt"))
ALONE = "[alone]"
WORST = 6

Groups = Sequence[Sequence[str]]


class Said(NamedTuple):
    """Invented answers by id, and which of them were put together by hand."""

    words: Mapping[str, str]
    by_hand: Groups


def read(file: Path) -> Said:
    """The answers of a file: one a line, below the name of what they are about; below `[alone]` each by itself."""
    words: dict[str, str] = {}
    groups: list[list[str]] = []
    alone = False
    for line in filter(None, file.read_text("utf-8").splitlines()):
        if line.startswith("["):
            alone = line == ALONE
            groups.append([])
            continue
        id_ = f"{len(words):03}"
        words[id_] = line
        if alone and groups[-1]:
            groups.append([])
        groups[-1].append(id_)
    return Said(words, groups)


class Agreement(NamedTuple):
    """How far a grouping agrees with one by hand."""

    rand: float
    right: float
    found: float
    acts: int


def agreement(groups: Groups, by_hand: Groups) -> Agreement:
    """Compares two groupings of the same answers."""
    hand = {id_: number for number, group in enumerate(by_hand) for id_ in group}
    crossed = [Counter(hand[id_] for id_ in group) for group in groups]
    both = _pairs(count for counts in crossed for count in counts.values())
    ours, theirs = _pairs(map(len, groups)), _pairs(map(len, by_hand))
    chance = ours * theirs / comb(len(hand), 2)
    most = (ours + theirs) / 2
    mains = [counts.most_common(1)[0] for counts in crossed]
    moved = len(hand) - sum(count for _, count in mains)
    laid = len(mains) - len({number for number, _ in mains})
    rand = (both - chance) / (most - chance) if most != chance else 1.0
    return Agreement(rand, both / ours if ours else 1.0, both / theirs, moved + laid)


def _pairs(sizes: Iterable[int]) -> int:
    return sum(comb(size, 2) for size in sizes)


def each_alone(words: Mapping[str, str]) -> Groups:
    return [[id_] for id_ in words]


def all_in_one(words: Mapping[str, str]) -> Groups:
    return [list(words)]


def same_words(words: Mapping[str, str]) -> Groups:
    """Those together that say exactly the same, in whatever capitals."""
    return _by(words, str.casefold)


def shared_word(words: Mapping[str, str]) -> Groups:
    """Those together that share their longest word: the simplest comparing there is."""
    return _by(words, lambda said: max(said.casefold().split(), key=len))


def _by(words: Mapping[str, str], key: Callable[[str], str]) -> Groups:
    groups: dict[str, list[str]] = defaultdict(list)
    for id_, said in words.items():
        groups[key(said)].append(id_)
    return [*groups.values()]


FLOORS: Mapping[str, Callable[[Mapping[str, str]], Groups]] = {
    "each alone": each_alone,
    "all in one": all_in_one,
    "same words": same_words,
    "same longest word": shared_word,
}


def missed(said: Said, groups: Groups) -> list[list[str]]:
    """Groups by hand that the proposal tears most, each as the first text of every pile it is torn into."""
    pile = {id_: number for number, group in enumerate(groups) for id_ in group}
    torn = [[said.words[min(part)] for part in _parts(group, pile)] for group in said.by_hand]
    return sorted(torn, key=len, reverse=True)[:WORST]


def _parts(group: Sequence[str], pile: Mapping[str, int]) -> Groups:
    parts: dict[int, list[str]] = defaultdict(list)
    for id_ in group:
        parts[pile[id_]].append(id_)
    return [*parts.values()]


def mixed(said: Said, groups: Groups) -> list[list[str]]:
    """Piles that hold most pairs that do not belong together, as what was said."""
    hand = {id_: number for number, group in enumerate(said.by_hand) for id_ in group}
    wrong = {tuple(group): sum(hand[a] != hand[b] for a, b in combinations(group, 2)) for group in groups}
    worst = sorted((group for group in wrong if wrong[group]), key=lambda group: -wrong[group])[:WORST]
    return [[said.words[id_] for id_ in group] for group in worst]


def seconds(words: Mapping[str, str]) -> float:
    """Processor time of one proposal, the median of five."""
    took = []
    for _ in range(5):
        begun = time.process_time()
        proposed(words)
        took.append(time.process_time() - begun)
    return median(took)


def main() -> None:
    for file in FILES:
        said = read(file)
        groups = proposed(said.words)
        ways = {"proposed": groups, **{name: way(said.words) for name, way in FLOORS.items()}}
        print(f"\n{file.stem}: {len(said.words)} answers, {len(said.by_hand)} groups by hand, {len(groups)} proposed")
        for name, way in ways.items():
            found = agreement(way, said.by_hand)
            print(f"{name:>18}  Rand {found.rand:5.2f}  right {found.right:4.2f}  found {found.found:4.2f}", end="")
            print(f"  acts {found.acts:3}")
        for what, shown in (("torn", missed(said, groups)), ("mixed", mixed(said, groups))):
            for texts in shown:
                print(f"  {what}: {' | '.join(texts)}")
    everything = [words for file in FILES for words in read(file).words.values()]
    many = {str(place): words for place, words in enumerate(everything[:300])}
    print(f"\n{len(many)} answers: {seconds(many):.2f} s of processor time")


if __name__ == "__main__":
    main()
