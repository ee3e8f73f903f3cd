"""Own words as they lie in piles: kept beside the answers, and gone with them from every file."""

from contextlib import closing
from pathlib import Path

import pytest

from coprod_core.acts.commands import AddInterest
from coprod_core.files import meeting_file
from coprod_core.rounds.values import asked_of
from coprod_core.store.live_rows import NotLive
from coprod_core.store.live_values import Caller, Join, Leave, OwnWords, SayOwnWords, new_token
from coprod_core.store.store import Store
from coprod_core.web.model import Interest, Web

WEB = Web(title="Plein", interests=(Interest("green", "Meer groen"),))
SAID = ("naald-bomen", "naald-groen", "naald-stank", "naald-bank")
PILES = ("naald-stapel-een", "naald-stapel-twee", "naald-weigering")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "meetings.db"


@pytest.fixture
def store(file: Path):
    with closing(Store(f"sqlite:///{file}")) as opened:
        yield opened


class Room:
    """A meeting with a round in which every phone said something in its own words."""

    def __init__(self, store: Store) -> None:
        self.live = store.live
        self.meeting = store.begin(WEB)
        code = self.live.open(self.meeting).code
        self.round = self.live.open_round(self.meeting, asked_of(WEB, "Wat?", ["green"]))
        self.phones = [Caller(code, new_token()) for _ in SAID]
        for phone, words in zip(self.phones, SAID, strict=True):
            assert {self.live.do(act) for act in (Join(phone), SayOwnWords(phone, self.round, words))} == {None}

    @property
    def said(self) -> dict[str, OwnWords]:
        return {one.words: one for one in self.live.own_words(self.meeting)}

    def ids(self, *words: str) -> list[str]:
        return [self.said[each].id for each in words]

    def lies(self) -> dict[str, str | None]:
        return {words: one.pile for words, one in self.said.items()}


@pytest.fixture
def room(store: Store) -> Room:
    return Room(store)


def test_a_text_lies_in_one_pile_and_goes_where_it_is_laid_last(room: Room):
    bomen, groen, stank, _ = SAID
    room.live.lay_in_piles(room.meeting, {"one": room.ids(bomen, groen), "other": room.ids(stank)})
    room.live.lay_in_piles(room.meeting, {"other": room.ids(groen)})
    assert room.lies() == dict(zip(SAID, ("one", "other", "other", None), strict=True))
    room.live.lay_in_piles(room.meeting, {"other": ["nothing that is there"]})
    assert len(room.lies()) == len(SAID)


def test_what_is_refused_lies_apart_and_can_be_put_together_again(room: Room):
    bomen, groen, stank, _ = SAID
    ids = room.ids(bomen, groen, stank)
    room.live.lay_in_piles(room.meeting, {"one": ids})
    room.live.refuse_pile(room.meeting, "one")
    apart = [room.lies()[words] for words in (bomen, groen, stank)]
    assert len({*apart, "one", None}) == 5
    assert room.live.refused_piles(room.meeting) == {"one": tuple(sorted(ids))}
    room.live.lay_in_piles(room.meeting, {"elsewhere": room.ids(groen)})
    room.live.restore_pile(room.meeting, "one")
    assert {room.lies()[words] for words in (bomen, groen, stank)} == {"one"}
    assert room.live.refused_piles(room.meeting) == {}


def test_what_became_of_several_texts_is_noted_for_all_of_them_or_for_none(room: Room):
    bomen, groen, *_ = SAID
    room.live.settle_own_words(room.meeting, room.ids(bomen, groen), "green")
    assert [room.said[words].became for words in (bomen, groen)] == ["green", "green"]
    with pytest.raises(NotLive):
        room.live.settle_own_words(room.meeting, [*room.ids(bomen), "gone"], None)
    assert room.said[bomen].became == "green"


def test_who_says_something_else_is_off_the_pile_and_who_says_the_same_again_is_not(room: Room):
    bomen, groen, *_ = SAID
    room.live.lay_in_piles(room.meeting, {"one": room.ids(bomen, groen)})
    for phone, words in ((room.phones[0], bomen), (room.phones[1], "toch een bankje")):
        assert room.live.do(SayOwnWords(phone, room.round, words)) is None
    assert (room.lies()[bomen], room.lies()["toch een bankje"]) == ("one", None)


def in_piles(room: Room) -> None:
    """Texts on a pile that became an interest, on one that was refused, and moved from one to another."""
    bomen, groen, stank, bank = SAID
    first, second, refused = PILES
    room.live.lay_in_piles(room.meeting, {first: room.ids(bomen, bank), refused: room.ids(stank, groen)})
    room.live.refuse_pile(room.meeting, refused)
    room.live.lay_in_piles(room.meeting, {second: room.ids(bank, groen)})
    room.live.settle_own_words(room.meeting, room.ids(bomen), "green")


def found(file: Path, needles: list[str]) -> set[str]:
    contents = [path.read_bytes() for path in file.parent.rglob("*") if path.is_file()]
    return {needle for needle in needles for content in contents if needle.encode() in content}


def test_piles_what_lay_in_them_and_what_was_refused_are_erased_with_the_answers(room: Room, store: Store, file: Path):
    in_piles(room)
    needles = [*SAID, *PILES, *room.ids(*SAID)]
    store.append(room.meeting, AddInterest(Interest("made", "Van een stapel")), seen=store.load(room.meeting).head)
    store.recovery.backup()
    assert found(file, needles) == set(needles)
    room.live.close(room.meeting)
    room.live.erase(room.meeting)
    assert found(file, needles) == set()
    assert room.live.refused_piles(room.meeting) == {}
    assert "made" in store.load(room.meeting).history.web.interest_by_id
    for copy in store.recovery.copies():
        with closing(Store(f"sqlite:///{copy.file}")) as backup:
            assert backup.live.own_words(room.meeting) == ()
            assert backup.live.refused_piles(room.meeting) == {}


def test_nothing_of_it_leaves_the_program_nor_stands_in_the_log(room: Room, store: Store):
    in_piles(room)
    needles = [*SAID, *PILES, *room.ids(*SAID)]
    taken_along = store.recovery.everything(noted=True)
    saved = meeting_file.write(store.export(room.meeting)).encode()
    assert [needle for needle in needles if needle.encode() in taken_along + saved] == []


def test_a_phone_that_leaves_takes_its_text_off_every_pile_also_off_refused_ones(room: Room, file: Path):
    in_piles(room)
    (groen,) = room.ids("naald-groen")
    assert room.live.do(Leave(room.phones[SAID.index("naald-groen")])) is None
    assert found(file, ["naald-groen", groen]) == set()
    assert {id_ for ids in room.live.refused_piles(room.meeting).values() for id_ in ids} == {*room.ids("naald-stank")}


def test_a_deleted_meeting_takes_its_piles_along(room: Room, store: Store, file: Path):
    in_piles(room)
    needles = [*SAID, *PILES, *room.ids(*SAID)]
    store.delete(room.meeting)
    assert found(file, needles) == set()
