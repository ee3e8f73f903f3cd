"""Meetings with phones in the store: tokens, answers, and erasing them for good."""

import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coprod_core.checked.errors import CannotApply, InvalidValue
from coprod_core.rounds.values import NO_GROUP, Answer, Source, asked_of
from coprod_core.store.errors import NoSuchMeeting
from coprod_core.store.live_rows import NotLive
from coprod_core.store.live_values import (
    Caller,
    ChooseGroup,
    GiveAnswer,
    Join,
    PhoneState,
    Refusal,
    SayOwnWords,
    new_token,
    written_code,
)
from coprod_core.store.store import Store
from coprod_core.web.model import Actor, Interest, Stake, Web

WEB = Web(
    title="Riool",
    actors=(Actor("street", "De straat", "citizens", people=60),),
    interests=(Interest("dry", "Droge kelder"), Interest("sound", "Stevige fundering")),
    stakes=(Stake("street", "dry", 0.4),),
)
OpenStore = Callable[[], Store]
SECRET_WORDS = "mijn kelder stinkt naar goudvissen"


class Evening:
    """A meeting with an open round, and phones that joined."""

    def __init__(self, store: Store, phones: int = 0) -> None:
        self.store = store
        self.meeting = store.begin(WEB)
        self.code = store.live.open(self.meeting).code
        self.round = store.live.open_round(self.meeting, asked_of(WEB, "Wat?", ["dry", "sound"], ["street"]))
        self.phones = [self.phone() for _ in range(phones)]

    def phone(self) -> Caller:
        caller = Caller(self.code, new_token())
        assert self.store.live.do(Join(caller)) is None
        return caller

    def answer(self, caller: Caller, interest: str = "dry", weight: str = "plans") -> Refusal | None:
        return self.store.live.do(GiveAnswer(caller, self.round, interest, Answer(weight, True)))

    def state(self, caller: Caller) -> PhoneState:
        state = self.store.live.phone(caller)
        assert isinstance(state, PhoneState)
        return state


def test_a_phone_is_known_again_after_a_restart(store: Store, open_store: OpenStore):
    evening = Evening(store)
    caller = evening.phone()
    evening.answer(caller)
    state = open_store().live.phone(caller)
    assert isinstance(state, PhoneState)
    assert state.answers == {"dry": Answer("plans", True)}


def test_joining_and_answering_twice_counts_once(store: Store):
    evening = Evening(store)
    caller = evening.phone()
    twice = [Join(caller), Join(caller), *(GiveAnswer(caller, 1, "dry", Answer(w, True)) for w in ("home", "plans"))]
    assert [future.result() for future in [store.live.submit(act) for act in twice]] == [None] * 4
    assert evening.state(caller).answers == {"dry": Answer("plans", True)}
    assert store.live.heads(evening.meeting, 1) == 1
    status = store.live.status(evening.meeting)
    assert status is not None
    assert status.phones == 1


def test_a_burst_is_answered_in_order_and_all_of_it_is_there(store: Store):
    evening = Evening(store, 60)
    acts = [GiveAnswer(phone, 1, "dry", Answer("home", True)) for phone in evening.phones]
    strangers = [GiveAnswer(Caller(evening.code, new_token()), 1, "dry", Answer("home", True)) for _ in range(5)]
    outcomes = [future.result() for future in [store.live.submit(act) for act in (*acts, *strangers)]]
    assert outcomes == [None] * 60 + [Refusal.NOT_JOINED] * 5
    assert store.live.heads(evening.meeting, 1) == 60


def test_whoever_moves_to_another_group_takes_the_answers_along(store: Store):
    evening = Evening(store, 5)
    for phone in evening.phones:
        evening.answer(phone)
        store.live.do(ChooseGroup(phone, 1, "street"))
    store.live.close_round(evening.meeting, 1)
    assert set(store.live.results(evening.meeting, 1)["dry"].groups) == {"street"}


def test_answers_in_a_closed_round_stand(store: Store):
    evening = Evening(store, 1)
    evening.answer(evening.phones[0])
    store.live.close_round(evening.meeting, 1)
    assert evening.answer(evening.phones[0], weight="home") is Refusal.ROUND_CLOSED
    assert evening.state(evening.phones[0]).answers == {"dry": Answer("plans", True)}
    with pytest.raises(NotLive):
        store.live.close_round(evening.meeting, 1)


def test_what_is_shown_survives_a_restart_and_stays_the_same(store: Store, open_store: OpenStore):
    evening = Evening(store, 12)
    for phone in evening.phones:
        evening.answer(phone)
    before = store.live.results(evening.meeting, 1)
    evening.answer(evening.phones[0], weight="home")
    assert open_store().live.results(evening.meeting, 1) == before
    assert before["dry"].room.picture.people == 5


def test_two_rounds_are_never_open_at_once(store: Store):
    evening = Evening(store)
    with pytest.raises(NotLive):
        store.live.open_round(evening.meeting, asked_of(WEB, "", ["dry"]))


def test_a_round_is_numbered_after_those_of_elsewhere(store: Store):
    evening = Evening(store)
    store.live.close_round(evening.meeting, 1)
    assert store.live.open_round(evening.meeting, asked_of(WEB, "", ["dry"]), after=3) == 4


def test_hands_and_paper_count_with_the_phones(store: Store):
    evening = Evening(store, 5)
    for phone in evening.phones:
        evening.answer(phone)
    live, of = store.live, (evening.meeting, 1)
    live.type_in(*of, Source.HANDS, NO_GROUP, "dry", {Answer("home", True): 9})
    live.type_in(*of, Source.HANDS, NO_GROUP, "dry", {Answer("home", True): 2})
    live.type_in(*of, Source.PAPER, NO_GROUP, "dry", {Answer("home", False): 1})
    live.close_round(*of)
    counts = live.results(*of)["dry"].room.counts
    assert counts == Counter({Answer("plans", True): 5, Answer("home", True): 2, Answer("home", False): 1})
    with pytest.raises(NotLive):
        live.type_in(*of, Source.PAPER, NO_GROUP, "dry", {})


@pytest.mark.parametrize(("group", "interest"), [("city", "dry"), ("street", "wet")])
def test_nothing_is_typed_in_that_was_not_asked(store: Store, group: str, interest: str):
    evening = Evening(store)
    with pytest.raises(CannotApply):
        store.live.type_in(evening.meeting, 1, Source.PAPER, group, interest, {})
    with pytest.raises(InvalidValue):
        store.live.type_in(evening.meeting, 1, Source.PAPER, "street", "dry", {Answer("home", True): -1})


def test_own_words_wait_for_the_facilitator_and_again_when_they_change(store: Store):
    evening = Evening(store, 2)
    for phone, words in zip(evening.phones, (SECRET_WORDS, ""), strict=True):
        assert store.live.do(SayOwnWords(phone, 1, words)) is None
    (said,) = store.live.own_words(evening.meeting)
    assert (said.words, said.became) == (SECRET_WORDS, None)
    store.live.settle_own_words(evening.meeting, [said.id], "dry")
    store.live.do(SayOwnWords(evening.phones[0], 1, SECRET_WORDS))
    assert store.live.own_words(evening.meeting)[0].became == "dry"
    store.live.do(SayOwnWords(evening.phones[0], 1, "toch iets anders"))
    assert store.live.own_words(evening.meeting)[0].became is None


def test_no_token_is_kept_as_it_is(store: Store, file: Path, open_store: OpenStore):
    evening = Evening(store, 3)
    assert not [path for path in files_beside(file) for phone in evening.phones if holds(path, phone.token)]


def test_closing_ends_every_token_and_opening_again_gives_new_ones(store: Store):
    evening = Evening(store, 1)
    store.live.close(evening.meeting)
    assert store.live.phone(evening.phones[0]) is Refusal.MEETING_CLOSED
    again = store.live.open(evening.meeting)
    assert again.code != evening.code
    assert store.live.phone(Caller(again.code, evening.phones[0].token)) is Refusal.NOT_JOINED
    assert store.live.phone(evening.phones[0]) is Refusal.NO_SUCH_CODE


def test_only_an_open_meeting_has_a_door(store: Store):
    with pytest.raises(NoSuchMeeting):
        store.live.open("nowhere")
    meeting = store.begin(WEB)
    for act in (store.live.close, store.live.erase, lambda m: store.live.let_in(m, True)):
        with pytest.raises(NotLive):
            act(meeting)
    with pytest.raises(InvalidValue):
        store.live.open(meeting, 0)
    store.live.open(meeting)
    with pytest.raises(NotLive):
        store.live.erase(meeting)


def test_deleting_a_meeting_deletes_what_phones_said(store: Store):
    evening = Evening(store, 2)
    evening.answer(evening.phones[0])
    store.delete(evening.meeting)
    assert store.live.status(evening.meeting) is None
    assert store.live.heads(evening.meeting, 1) == 0


def test_a_code_is_read_as_people_type_it():
    assert written_code(" k7q-2mx ") == "K7Q2MX"
    assert [written_code(typed) for typed in ("K7Q2M", "K7Q2M0", "K7Q2MX7", "", "ééééééé")] == [None] * 5


# -- for good -------------------------------------------------------------------------------------------------------


def files_beside(file: Path) -> list[Path]:
    return [path for path in file.parent.rglob("*") if path.is_file()]


def holds(path: Path, text: str) -> bool:
    return text.encode() in path.read_bytes()


@pytest.fixture
def sqlite_only(url: str) -> None:
    if not url.startswith("sqlite"):
        pytest.skip("a server keeps its own files")


@pytest.mark.usefixtures("sqlite_only")
def test_erasing_leaves_no_byte_of_raw_answers_in_any_file(store: Store, file: Path):
    other = Evening(store, 1)
    store.live.do(SayOwnWords(other.phones[0], 1, "dit blijft staan"))
    evening = Evening(store, 40)
    for i, phone in enumerate(evening.phones):
        evening.answer(phone)
        store.live.do(SayOwnWords(phone, 1, f"{SECRET_WORDS} {i}"))
        if i == 20:
            store.recovery.backup()
    store.recovery.backup()
    with closing(sqlite3.connect(file)) as connection:
        kept = "SELECT token FROM live_phone WHERE meeting_id = ?"
        tokens = [row[0] for row in connection.execute(kept, (evening.meeting,))]
        (key,) = connection.execute(
            "SELECT token_key FROM live_meeting WHERE meeting_id = ?", (evening.meeting,)
        ).fetchone()
    raw = [SECRET_WORDS, key, *tokens]
    assert len([path for path in files_beside(file) if holds(path, SECRET_WORDS)]) >= 3
    broken_off = file.parent / "backups" / f"{file.stem}-20250101T000000000000Z.1.part"
    broken_off.write_bytes(SECRET_WORDS.encode())
    store.live.close(evening.meeting)
    assert [path for path in files_beside(file) if holds(path, key)] == []
    store.live.erase(evening.meeting)
    assert [(path.name, text) for path in files_beside(file) for text in raw if holds(path, text)] == []
    assert "dit blijft staan" in store.live.own_words(other.meeting)[0].words
    assert store.live.results(evening.meeting, 1)["dry"].room.picture.people == 40
    for copy in (file.parent / "backups").glob("*.db"):
        with closing(Store(f"sqlite:///{copy}")) as backup:
            assert backup.load(evening.meeting).history.web == WEB
            assert backup.live.own_words(evening.meeting) == ()


def test_raw_answers_are_erased_when_their_time_has_come(store: Store):
    evening = Evening(store, 1)
    evening.answer(evening.phones[0])
    status = store.live.status(evening.meeting)
    assert status is not None
    assert timedelta(days=29) < status.erase_at - datetime.now(UTC) < timedelta(days=31)
    early, due = status.erase_at - timedelta(seconds=1), status.erase_at
    assert store.live.erase_due(early, "monday") == store.live.erase_due(early, "tuesday") == ()
    assert store.live.erase_due(due, "wednesday") == ()
    assert store.live.heads(evening.meeting, 1) == 1
    assert store.live.erase_due(due, "thursday") == (evening.meeting,)
    assert store.live.heads(evening.meeting, 1) == 0
    assert store.live.erase_due(due, "friday") == ()
