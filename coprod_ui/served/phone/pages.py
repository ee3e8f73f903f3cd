"""The phones' pages as plain HTML: one question a page, usable without scripts. The templates stand beside this."""

from collections.abc import Iterator, Mapping
from typing import Any

from coprod_core.rounds.polls import VOTES
from coprod_core.rounds.results import InterestResults
from coprod_core.rounds.values import LONGEST_OWN_WORDS, NO_GROUP
from coprod_core.store.live_values import PhoneState, Refusal, Round
from coprod_core.web.conventions import WEIGHT_NAMES
from coprod_ui.meeting.addresses import HOME
from coprod_ui.served.phone.flow import Place, interest_at, steps_of
from coprod_ui.served.phone.sentences import answer_told, beside_the_room, estimate_told, given_told
from coprod_ui.words import LANGUAGES, Words
from coprod_ui.words.about import about
from coprod_ui.words.templates import filled

ASK_AGAIN = 15
"""Seconds after which a phone without scripts looks whether there is something new."""


def page(
    template: str, title: str, words: Words, *, waits: str = "", refresh: int = 0, over: bool = False, **given: object
) -> str:
    """A whole page. `waits`: the latest news it knows of, where it waits for more; `refresh`: seconds after which a
    phone without scripts asks again, 0 = never; `over`: nothing that was typed need stay on the phone.
    """
    about_page = {"title": title, "say": words, "home": HOME, "waits": waits, "refresh": refresh, "over": over}
    return filled(f"served/phone/{template}.html", **about_page, **given)


# -- coming in ------------------------------------------------------------------------------------------------------


def enter_code(words: Words, wrong: str | None = None) -> str:
    """Asks for the code, for who typed the address; `wrong`: a code that is not known."""
    return page("enter_code", words("phone.enter_code"), words, wrong=wrong)


def welcome(code: str, words: Words, *, by_card: bool = False, card: str = "") -> str:
    """Asks for a language; choosing one is joining. `by_card`: asks for the code on a card too."""
    languages = {language: about(language).join_in for language in LANGUAGES}
    title = words("phone.welcome")
    return page("welcome", title, words, code=code, languages=languages, by_card=by_card, card=card)


_OVER = frozenset({Refusal.LEFT, Refusal.PUT_OUT, Refusal.MEETING_CLOSED})
"""After these nothing that was typed stays on the phone."""


def message(key: str, words: Words, *, seen: str = "", link: str = "") -> str:
    """A page that only says something. `seen`: the latest news it knows of, on a page that waits for more."""
    title, further = words.choice("phone_messages", key), words.choice("phone_messages_next", key)
    again = ASK_AGAIN if seen else 0
    return page("message", title, words, waits=seen, refresh=again, next=further, link=link, over=key in _OVER)


def ask_secret(words: Words, *, wrong: bool = False) -> str:
    """Asks a facilitator on another machine for the secret."""
    return page("secret", words("phone.secret"), words, problem=words("phone.wrong_secret") if wrong else "")


def logged_in(words: Words, *, here: bool) -> str:
    """For a facilitator: on to the screens, or out. `here`: on the laptop itself, where nobody has to log in."""
    title = words("sessions.elsewhere" if here else "sessions.logged_in")
    return page("logged_in", title, words, here=here)


# -- the questions --------------------------------------------------------------------------------------------------


def question(
    state: PhoneState, spot: Place, words: Words, seen: str, *, problem: str = "", given: str | None = None
) -> str:
    """The page of the place where a phone is in an open round.

    `seen` names the latest news this page knows of. `problem`: what was missing in the answer just sent; `given`: the
    weight that did come.
    """
    assert state.round is not None
    current = state.round
    template, title, asked = {
        "group": lambda: _group(state, current, words),
        "own": lambda: _own(state, current, words),
        "interest": lambda: _interest(state, current, spot, problem, given),
        "review": lambda: _review(state, current, words),
    }[spot.step]()
    return page(
        template,
        title,
        words,
        waits=seen,
        refresh=ASK_AGAIN if spot.step == "review" else 0,
        asked=current.questions.question,
        progress=_progress(current, spot, words),
        number=current.number,
        problem=problem,
        **asked,
    )


Asked = tuple[str, str, dict[str, Any]]
"""The template of a question, its title, and what else it shows."""


def _progress(current: Round, spot: Place, words: Words) -> str:
    steps = steps_of(current)
    if spot.path not in steps:
        return ""
    return words("phone.progress", number=steps.index(spot.path) + 1, count=len(steps))


def _group(state: PhoneState, current: Round, words: Words) -> Asked:
    groups = [*((group.id, group.name) for group in current.questions.groups), (NO_GROUP, words("phone.no_group"))]
    return "group", words("phone.which_group"), {"groups": groups, "chosen": state.group}


def _draft(state: PhoneState, current: Round, of: str) -> str:
    """Under what name the phone keeps an answer until it was received."""
    return f"{state.meeting}.{current.number}.{of}"


def _own(state: PhoneState, current: Round, words: Words) -> Asked:
    shown = {"said": state.words or "", "longest": LONGEST_OWN_WORDS, "draft": _draft(state, current, "own")}
    return "own", words("phone.own"), shown


def _interest(state: PhoneState, current: Round, spot: Place, problem: str, given: str | None) -> Asked:
    interest = interest_at(current, spot)
    answer = state.answers.get(interest.id)
    shown = {"interest": interest.id, "draft": _draft(state, current, interest.id)}
    if current.questions.poll:
        options = [option.name for option in current.questions.poll]
        chosen = None if answer is None else VOTES.index(answer)
        return "poll", interest.name, {**shown, "options": options, "chosen": chosen}
    weight = given if given is not None else answer.weight if answer else ""
    wants = "" if answer is None or not answer.affected or problem else "yes" if answer.wants else "no"
    return (
        "interest",
        interest.name,
        {
            **shown,
            "at": spot.path,
            "weights": WEIGHT_NAMES,
            "chosen": weight,
            "wants": wants,
        },
    )


def _review(state: PhoneState, current: Round, words: Words) -> Asked:
    return "review", words("phone.kept"), {"given": list(_given(state, current, words))}


def _given(state: PhoneState, current: Round, words: Words) -> Iterator[tuple[str, str, str]]:
    """What was asked, what the phone said, and where to change it."""
    questions = current.questions
    if questions.groups:
        names = {group.id: group.name for group in questions.groups}
        yield words("phone.your_group"), names.get(state.group or "", words("phone.no_group")), "group"
    if questions.own_words:
        yield words("phone.your_words"), state.words or words("phone.nothing_added"), "own"
    for place, interest in enumerate(questions.interests, 1):
        yield interest.name, given_told(current, state.answers[interest.id], words), str(place)


# -- after a round --------------------------------------------------------------------------------------------------


def result(state: PhoneState, results: Mapping[str, InterestResults], words: Words, seen: str) -> str:
    """Oneself beside the room in one sentence, and beside what had been estimated of one's group."""
    told, estimates = beside_the_room(state, results, words), list(_estimates(state, words))
    title = words("phone.round_closed")
    return page("result", title, words, waits=seen, refresh=ASK_AGAIN, told=told, estimates=estimates)


def _estimates(state: PhoneState, words: Words) -> Iterator[tuple[str, str, str]]:
    """Per interest: its name, what was estimated of one's group, and what one says."""
    assert state.round is not None
    questions = state.round.questions
    estimates = questions.estimates_of(state.group or NO_GROUP)
    for interest in questions.interests:
        if interest.id in state.answers and interest.id in estimates:
            guessed = estimate_told(estimates[interest.id], questions.levels, words)
            yield interest.name, guessed, answer_told(state.answers[interest.id], words)
