"""What a phone is told of a round that closed: oneself beside the room, and beside what had been estimated."""

from collections.abc import Mapping, Sequence

from coprod_core.rounds.picture import most_different
from coprod_core.rounds.polls import chosen
from coprod_core.rounds.results import InterestResults
from coprod_core.rounds.values import Answer, Estimated
from coprod_core.store.live_values import PhoneState, Round
from coprod_core.web.conventions import WEIGHT_NAMES
from coprod_ui.words import Words


def answer_told(answer: Answer, words: Words) -> str:
    """An answer as the person gave it."""
    weight = words.choice("phone_weights", answer.weight)
    if not answer.affected:
        return weight
    return f"{weight}, {words.choice('phone_wants', 'yes' if answer.wants else 'no')}"


def given_told(asked: Round, given: Answer, words: Words) -> str:
    """What a person gave in a round: an answer, or the option of a poll."""
    if not asked.questions.poll:
        return answer_told(given, words)
    option = chosen(asked.questions, given)
    return option.name if option else ""


def as_answer(estimate: Estimated, levels: Sequence[float]) -> Answer:
    """What had been estimated, as the answer nearest to it; `levels`: the four weight words as numbers."""
    nearest = min(range(len(levels)), key=lambda i: abs(levels[i] - estimate.weight))
    return Answer(WEIGHT_NAMES[nearest], estimate.position >= 0)


def estimate_told(estimate: Estimated, levels: Sequence[float], words: Words) -> str:
    """What had been estimated, in the words people choose from; position 0 is no answer of theirs: divided."""
    nearest = as_answer(estimate, levels)
    if estimate.position or not nearest.affected:
        return answer_told(nearest, words)
    return f"{words.choice('phone_weights', nearest.weight)}, {words('positions.divided')}"


def beside_the_room(state: PhoneState, results: Mapping[str, InterestResults], words: Words) -> str:
    """One sentence on the interest people differ on most; plain words when nothing may be shown."""
    assert state.round is not None
    asked = [interest for interest in state.round.questions.interests if interest.id in state.answers]
    shown = {interest.id: results[interest.id].room for interest in asked if interest.id in results}
    if not shown:
        return words("phone.too_few")
    interest = most_different({id_: room.picture for id_, room in shown.items()}) or next(iter(shown))
    name = next(asked_one.name for asked_one in asked if asked_one.id == interest)
    own = state.answers[interest]
    said = given_told(state.round, own, words)
    return words(f"phone.beside_{_how_many(shown[interest].share(own))}", interest=name, answer=said)


def _how_many(share: float) -> str:
    """The part of the room that says the same, in words: no digit would be as true of a changing room."""
    if share >= 0.85:
        return "nearly_all"
    if share > 0.5:
        return "most"
    if share >= 0.2:
        return "some"
    return "few"
