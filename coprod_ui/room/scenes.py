"""What the room sees, as HTML: large, without controls, people's words always escaped."""

from collections.abc import Mapping

from coprod_core.model import Web
from coprod_core.rounds import InterestResults, Result, at_least
from coprod_core.store import LiveMeeting, Round
from coprod_ui import current, live, sentences
from coprod_ui.charts.spread import pull, reach
from coprod_ui.phone.addresses import join_address, qr_code, typed_address
from coprod_ui.room.marked import marked
from coprod_ui.room.presentation import Presentation, address_of, presentation
from coprod_ui.room.reading import reading
from coprod_ui.sentences.rounds import difference, interest_names, stake_told
from coprod_ui.words import Words, html_text
from coprod_ui.workshop.room_scene import scene as workshop_scene

MOST_ROWS = 6
"""The most interests on the projector at once, those people differ on most; the facilitator's screen has all."""


def scene(meeting: str, words: Words) -> str:
    """What a meeting's window shows now. Raises what loading the meeting raises."""
    web = current.store().load(meeting).history.web
    shown = presentation(meeting)
    if shown.scene == "meeting":
        return _meeting(meeting, web, shown, words)
    if shown.scene == "workshop":
        return workshop_scene(meeting, shown.numbers, words) or _meeting(meeting, web, shown, words)
    return reading(web, shown.scene, shown.numbers, words)


# -- the meeting with its phones ------------------------------------------------------------------------------------


def _meeting(meeting: str, web: Web, shown: Presentation, words: Words) -> str:
    status, asked = live.status(meeting), live.latest_round(meeting)
    if asked is not None and (asked.open or live.results(meeting, asked.number)):
        return _round(meeting, status, asked, shown, words)
    return _waiting(meeting, status, web, shown, words)


def _waiting(meeting: str, status: LiveMeeting | None, web: Web, shown: Presentation, words: Words) -> str:
    title = html_text(web.title or words("frame.untitled"))
    if status is None or not status.open:
        said = words("room.thanks") if status is not None else words("room.soon")
        return f"<h1>{title}</h1><p>{html_text(said)}</p>"
    if not status.joining:
        return f"<h1>{title}</h1><p>{html_text(words('room.paused'))}</p>{_inside(status, shown, words)}"
    return f"<h1>{title}</h1>{_way_in(meeting, status, shown, words)}"


def _way_in(meeting: str, status: LiveMeeting, shown: Presentation, words: Words) -> str:
    address = address_of(meeting)
    if address is None:
        return _inside(status, shown, words)
    picture = qr_code(join_address(address, status.code))
    alt = html_text(words("join.qr_alt", address=join_address(address, status.code)))
    return (
        f'<div class="way-in"><div class="qr" role="img" aria-label="{alt}">{picture}</div><div>'
        f"<p>{html_text(words('room.point_camera'))}</p><p>{html_text(words('room.or_type'))}<br>"
        f'<b class="address">{html_text(typed_address(address))}</b></p>'
        f'<p>{html_text(words("room.code"))}<br><b class="code">{status.code[:3]} {status.code[3:]}</b></p>'
        f"{_inside(status, shown, words)}</div></div>"
    )


def _inside(status: LiveMeeting, shown: Presentation, words: Words) -> str:
    if not shown.numbers:
        return ""
    return f'<p class="count">{html_text(words.plural("room.inside", status.phones))}</p>'


def _round(meeting: str, status: LiveMeeting | None, asked: Round, shown: Presentation, words: Words) -> str:
    results = live.results(meeting, asked.number)
    if asked.open:
        said = html_text(_come_in(meeting, shown, words))
    else:
        most = live.next_to_discuss(results)
        said = marked(sentences.room_told(results, most, interest_names(asked), words))
    body = _results(asked, results, shown, words) if results else _asked(asked, words)
    return (
        f'<div class="head"><div><h1>{html_text(asked.questions.question or words("room.weigh_in"))}</h1>'
        f"<p>{said}</p></div>{_small_way_in(meeting, status, words)}</div>{body}"
    )


def _come_in(meeting: str, shown: Presentation, words: Words) -> str:
    """How many answered, in steps of five, so that no one arrival shows."""
    counts = live.counts(meeting)
    answered = at_least(counts.answered) if counts else 0
    if not answered or not shown.numbers:
        return words("room.answers_come")
    return words("room.answered", count=words.count(answered))


def _small_way_in(meeting: str, status: LiveMeeting | None, words: Words) -> str:
    """For who comes in late."""
    address = address_of(meeting)
    if status is None or not status.joining or address is None:
        return ""
    whole = join_address(address, status.code)
    return (
        f'<div class="late"><div class="qr" role="img" aria-label="{html_text(words("join.qr_alt", address=whole))}">'
        f'{qr_code(whole)}</div><b class="code">{status.code[:3]} {status.code[3:]}</b></div>'
    )


def _asked(asked: Round, words: Words) -> str:
    names = [*([words("phone.own")] if asked.questions.own_words else []), *interest_names(asked).values()]
    many = " many" if len(names) > MOST_ROWS else ""
    return f'<ul class="asked{many}">{"".join(f"<li>{html_text(name)}</li>" for name in names)}</ul>'


def _results(asked: Round, results: Mapping[str, InterestResults], shown: Presentation, words: Words) -> str:
    """Picture and table in one: a row per interest, with the bar that is fat where people differ, and words."""
    names, levels = interest_names(asked), asked.questions.levels
    most_different = sorted(results, key=lambda id_: -results[id_].room.picture.spread)[:MOST_ROWS]
    rows = "".join(_row(names[id_], results[id_].room, levels, words) for id_ in results if id_ in most_different)
    ends = "".join(f"<span>{html_text(words.choice('room_ends', side))}</span>" for side in ("against", "for"))
    heads = (
        f"<th scope=col>{html_text(words('charts.interest'))}</th>"
        f'<th scope=col class="ends"><div>{ends}</div></th>'
        f"<th scope=col>{html_text(words('charts.differ'))}</th>"
    )
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    least = min(of.room.people for of in results.values())
    people = (
        f'<p class="soft">{html_text(words("room.at_least", count=words.count(least)))}</p>' if shown.numbers else ""
    )
    return table + people


def _row(name: str, room: Result, levels: tuple[float, ...], words: Words) -> str:
    low, high = reach(room.picture)
    left, wide, middle = _along(low), _along(high) - _along(low), _along(pull(room.picture))
    tall = 10 + 80 * room.picture.spread
    how = difference(room.picture.spread)
    said = html_text(stake_told(room.picture.weight, room.picture.position, levels, words))
    bar = (
        f'<svg viewBox="0 0 400 100" preserveAspectRatio="none" role="img" aria-label="{said}">'
        '<line class="axis" x1="0" x2="400" y1="50" y2="50"/><line class="axis" x1="200" x2="200" y1="0" y2="100"/>'
        f'<rect class="{how}" x="{left:.1f}" y="{50 - tall / 2:.1f}" width="{max(8.0, wide):.1f}" '
        f'height="{tall:.1f}" rx="6"/><line class="mean" x1="{middle:.1f}" x2="{middle:.1f}" y1="4" y2="96"/></svg>'
    )
    return (
        f"<tr><th scope=row>{html_text(name)}</th><td>{bar}</td>"
        f"<td>{html_text(words.choice('room_difference', how))}</td></tr>"
    )


def _along(place: float) -> float:
    """A place from -1 to 1, on a line 400 wide."""
    return (place + 1) * 200
