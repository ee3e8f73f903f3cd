"""People in the room with their phones, at the door of the store that their pages use."""

from collections.abc import Mapping, Sequence

from coprod_core.rounds.values import Answer
from coprod_core.store.live_values import Caller, ChooseGroup, GiveAnswer, Join, PhoneAct, SayOwnWords, new_token
from coprod_ui.meeting import current, live

STRONGLY, STRONGLY_NOT = Answer("home", True), Answer("home", False)


class Phone:
    """One phone that joined a meeting."""

    def __init__(self, meeting: str) -> None:
        status = live.status(meeting)
        assert status is not None
        self.meeting = meeting
        self.caller = Caller(status.code, new_token())
        self._done(Join(self.caller))

    def _done(self, act: PhoneAct) -> None:
        assert current.store().live.do(act) is None

    @property
    def _round(self) -> int:
        asked = live.latest_round(self.meeting)
        assert asked is not None
        return asked.number

    def answer(self, group: str, answers: Mapping[str, Answer]) -> "Phone":
        self._done(ChooseGroup(self.caller, self._round, group))
        for interest, answer in answers.items():
            self._done(GiveAnswer(self.caller, self._round, interest, answer))
        return self

    def say(self, words: str) -> "Phone":
        self._done(SayOwnWords(self.caller, self._round, words))
        return self


def joined(meeting: str, count: int) -> list[Phone]:
    return [Phone(meeting) for _ in range(count)]


def all_say(phones: Sequence[Phone], group: str, answers: Mapping[str, Answer]) -> None:
    for phone in phones:
        phone.answer(group, answers)
