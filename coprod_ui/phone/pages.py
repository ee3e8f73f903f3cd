"""The phones' pages as plain HTML: one question a page, usable without scripts, people's words always escaped."""

from collections.abc import Iterable, Mapping

from coprod_core.conventions import WEIGHT_NAMES
from coprod_core.rounds import LONGEST_OWN_WORDS, NO_GROUP, Answer, InterestResults, Named
from coprod_core.rounds.polls import VOTES
from coprod_core.store import PhoneState, Round
from coprod_ui.phone import HOME
from coprod_ui.phone.flow import Place, interest_at, steps_of
from coprod_ui.phone.sentences import answer_told, as_answer, beside_the_room, given_told
from coprod_ui.words import LANGUAGES, Words, html_text


def document(title: str, body: str, words: Words, *, waits: str = "", refresh: int = 0) -> str:
    """A whole page. `waits`: the latest news it knows of, where it waits for more; `refresh`: seconds after which a
    phone without scripts asks again, 0 = never.
    """
    wait = f' data-wait="{html_text(waits)}"' if waits else ""
    again = f'<noscript><meta http-equiv="refresh" content="{refresh}"></noscript>' if refresh else ""
    return (
        f'<!doctype html><html lang="{words.language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{html_text(title)} - {html_text(words('app.name'))}</title>{again}"
        f'<link rel="stylesheet" href="{HOME}/phone.css"><script src="{HOME}/phone.js" defer></script></head>'
        f"<body{wait}><main>{body}</main>"
        f'<p id="trouble" role="alert" hidden>{html_text(words("phone.not_sent"))}</p></body></html>'
    )


# -- coming in ------------------------------------------------------------------------------------------------------


def enter_code(words: Words, wrong: str | None = None) -> str:
    """Asks for the code, for who typed the address; `wrong`: a code that is not known."""
    problem = f'<p class="problem" role="alert">{html_text(words("phone.wrong_code"))}</p>' if wrong is not None else ""
    body = (
        f'<h1>{html_text(words("phone.enter_code"))}</h1>{problem}<form action="{HOME}" method="get">'
        f'<label for="code">{html_text(words("phone.code"))}</label>'
        f'<input id="code" name="code" class="code" value="{html_text(wrong or "")}" maxlength="12" required'
        ' autocomplete="off" autocapitalize="characters" spellcheck="false">'
        f"<button>{html_text(words('phone.go_on'))}</button></form>"
    )
    return document(words("phone.enter_code"), body, words)


def welcome(code: str, words: Words) -> str:
    """Asks for a language; choosing one is joining."""
    choices = "".join(
        f'<button name="language" value="{language}" lang="{language}">{html_text(words(f"phone.join_in_{language}"))}'
        "</button>"
        for language in LANGUAGES
    )
    body = (
        f"<h1>{html_text(words('phone.welcome'))}</h1><p>{html_text(words('phone.promise'))}</p>"
        f'<form action="{HOME}/join" method="post" class="choices">'
        f'<input type="hidden" name="code" value="{html_text(code)}">{choices}</form>'
    )
    return document(words("phone.welcome"), body, words)


def message(key: str, words: Words, *, seen: str = "", link: str = "") -> str:
    """A page that only says something. `seen`: the latest news it knows of, on a page that waits for more."""
    title = words.choice("phone_messages", key)
    further = f'<p><a href="{html_text(link)}">{html_text(words("phone.go_on"))}</a></p>' if link else ""
    body = f"<h1>{html_text(title)}</h1><p>{html_text(words.choice('phone_messages_next', key))}</p>{further}"
    return document(title, body, words, waits=seen, refresh=15 if seen else 0)


def ask_secret(words: Words, *, wrong: bool = False) -> str:
    """Asks a facilitator on another machine for the secret."""
    title = words("phone.secret")
    problem = _told(words("phone.wrong_secret")) if wrong else ""
    body = (
        f'<h1><label for="secret">{html_text(title)}</label></h1>{problem}<form action="/facilitator" method="post">'
        '<input id="secret" name="secret" type="password" class="secret" required autocomplete="current-password">'
        f"<button>{html_text(words('phone.go_on'))}</button></form>"
    )
    return document(title, body, words)


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
    title, asked = {
        "group": lambda: _group(state, current, words),
        "own": lambda: _own(state, current, words, problem),
        "interest": lambda: _interest(state, current, spot, words, problem, given),
        "review": lambda: _review(state, current, words),
    }[spot.step]()
    steps = steps_of(current)
    progress = ""
    if spot.path in steps:
        progress = words("phone.progress", number=steps.index(spot.path) + 1, count=len(steps))
        progress = f'<p class="soft">{html_text(progress)}</p>'
    head = f'<p class="soft">{html_text(current.questions.question)}</p>' if current.questions.question else ""
    return document(title, head + progress + asked, words, waits=seen, refresh=15 if spot.step == "review" else 0)


def _form(action: str, current: Round, inside: str, attributes: str) -> str:
    return (
        f'<form action="{HOME}/{action}" method="post" {attributes}>'
        f'<input type="hidden" name="round" value="{current.number}">{inside}</form>'
    )


def _group(state: PhoneState, current: Round, words: Words) -> tuple[str, str]:
    title = words("phone.which_group")
    names = [*((group.id, group.name) for group in current.questions.groups), (NO_GROUP, words("phone.no_group"))]
    buttons = "".join(
        f'<button name="group" value="{html_text(id_)}"{_pressed(state.group == id_)}>{html_text(name)}</button>'
        for id_, name in names
    )
    return title, f"<h1>{html_text(title)}</h1>{_form('group', current, buttons, 'class=choices')}"


def _draft(state: PhoneState, current: Round, of: str) -> str:
    """Under what name the phone keeps an answer until it was received."""
    return f'data-draft="{html_text(f"{state.meeting}.{current.number}.{of}")}"'


def _pressed(chosen: bool) -> str:
    return ' aria-pressed="true"' if chosen else ""


def _own(state: PhoneState, current: Round, words: Words, problem: str) -> tuple[str, str]:
    title = words("phone.own")
    inside = (
        f'<textarea name="words" id="words" rows="4" maxlength="{LONGEST_OWN_WORDS}" aria-describedby="help">'
        f"{html_text(state.words or '')}</textarea>"
        f'<div class="bar"><button>{html_text(words("phone.go_on"))}</button>'
        f'<button class="plain" name="skip" value="1">{html_text(words("phone.skip"))}</button></div>'
    )
    help_ = f'<p id="help">{html_text(words("phone.own_help"))}</p>'
    label = f'<h1><label for="words">{html_text(title)}</label></h1>'
    return title, label + help_ + _told(problem) + _form("own", current, inside, _draft(state, current, "own"))


def _interest(
    state: PhoneState, current: Round, spot: Place, words: Words, problem: str, given: str | None
) -> tuple[str, str]:
    interest = interest_at(current, spot)
    if current.questions.poll:
        return _poll(state, current, interest, words, problem)
    answer = state.answers.get(interest.id)
    chosen = given if given is not None else answer.weight if answer else ""
    wants = "" if answer is None or not answer.affected or problem else "yes" if answer.wants else "no"
    weights = _choices("weight", "phone_weights", WEIGHT_NAMES, chosen, words, required=True)
    sides = _choices("wants", "phone_wants", ("yes", "no"), wants, words, required=False)
    inside = (
        f'<input type="hidden" name="interest" value="{html_text(interest.id)}">'
        f'<input type="hidden" name="at" value="{spot.path}">'
        f"<fieldset><legend>{html_text(words('phone.how_important'))}</legend>{weights}</fieldset>{_told(problem)}"
        f"<fieldset{' aria-describedby=problem' if problem else ''}><legend>{html_text(words('phone.do_you_want'))}"
        f'</legend><div class="two">{sides}</div></fieldset>'
        f'<div class="bar"><button>{html_text(words("phone.send"))}</button></div>'
    )
    form = _form("answer", current, inside, _draft(state, current, interest.id))
    return interest.name, f"<h1>{html_text(interest.name)}</h1>{form}"


def _poll(state: PhoneState, current: Round, asked: Named, words: Words, problem: str) -> tuple[str, str]:
    """One question with a few options."""
    given = state.answers.get(asked.id)
    options = "".join(
        f'<label class="choice"><input type="radio" name="vote" value="{place}" required'
        f"{' checked' if VOTES[place] == given else ''}><span>{html_text(option.name)}</span></label>"
        for place, option in enumerate(current.questions.poll)
    )
    inside = (
        f'<input type="hidden" name="interest" value="{html_text(asked.id)}">'
        '<input type="hidden" name="poll" value="1"><input type="hidden" name="at" value="1">'
        f'<fieldset aria-labelledby="asked">{options}</fieldset>{_told(problem)}'
        f'<div class="bar"><button>{html_text(words("phone.send"))}</button></div>'
    )
    form = _form("answer", current, inside, _draft(state, current, asked.id))
    return asked.name, f'<h1 id="asked">{html_text(asked.name)}</h1>{form}'


def _told(problem: str) -> str:
    return f'<p class="problem" role="alert" id="problem">{html_text(problem)}</p>' if problem else ""


def _choices(name: str, table: str, values: Iterable[str], chosen: str, words: Words, *, required: bool) -> str:
    must = " required" if required else ""
    return "".join(
        f'<label class="choice"><input type="radio" name="{name}" value="{value}"{must}'
        f"{' checked' if value == chosen else ''}><span>{html_text(words.choice(table, value))}</span></label>"
        for value in values
    )


def _review(state: PhoneState, current: Round, words: Words) -> tuple[str, str]:
    title = words("phone.kept")
    questions = current.questions
    rows = []
    if questions.groups:
        names = {group.id: group.name for group in questions.groups}
        rows.append((words("phone.your_group"), names.get(state.group or "", words("phone.no_group")), "group"))
    if questions.own_words:
        rows.append((words("phone.your_words"), state.words or words("phone.nothing_added"), "own"))
    for i, interest in enumerate(questions.interests):
        rows.append((interest.name, given_told(current, state.answers[interest.id], words), str(i + 1)))
    change = html_text(words("phone.change"))
    lines = "".join(
        f"<li><div><b>{html_text(name)}</b><br>{html_text(said)}</div>"
        f'<a href="{HOME}?at={at}" aria-label="{change}: {html_text(name)}">{change}</a></li>'
        for name, said, at in rows
    )
    return title, f"<h1>{html_text(title)}</h1><p>{html_text(words('phone.kept_next'))}</p><ul>{lines}</ul>"


# -- after a round --------------------------------------------------------------------------------------------------


def result(state: PhoneState, results: Mapping[str, InterestResults], words: Words, seen: str) -> str:
    """Oneself beside the room in one sentence, and beside what had been estimated of one's group."""
    assert state.round is not None
    title = words("phone.round_closed")
    sentence = html_text(beside_the_room(state, results, words))
    body = f'<h1>{html_text(title)}</h1><p class="told">{sentence}</p>{_estimates(state, words)}'
    body += f"<p>{html_text(words('phone.wait_for_next'))}</p>"
    return document(title, body, words, waits=seen, refresh=15)


def _estimates(state: PhoneState, words: Words) -> str:
    assert state.round is not None
    questions = state.round.questions
    estimates = questions.estimates_of(state.group or NO_GROUP)
    rows = "".join(
        _beside(interest.name, as_answer(estimates[interest.id], questions.levels), state.answers[interest.id], words)
        for interest in questions.interests
        if interest.id in state.answers and interest.id in estimates
    )
    if not rows:
        return ""
    heads = "".join(f"<th scope=col>{html_text(words(f'phone.{key}'))}</th>" for key in ("we_guessed", "you_say"))
    return (
        f"<h2>{html_text(words('phone.estimate_heading'))}</h2><p>{html_text(words('phone.estimate_next'))}</p>"
        f"<table><thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _beside(name: str, estimate: Answer, answer: Answer, words: Words) -> str:
    mark = "" if answer == estimate else " class=other"
    return (
        f"<tr><th scope=row>{html_text(name)}</th><td>{html_text(answer_told(estimate, words))}</td>"
        f"<td{mark}>{html_text(answer_told(answer, words))}</td></tr>"
    )
