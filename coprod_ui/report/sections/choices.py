"""The choices on record: what was weighed, what was chosen and why, and what has changed since."""

from coprod_core.acts.weighing import LookedAgain, Recorded
from coprod_core.indicators.overview import readings
from coprod_ui.report.account import Account
from coprod_ui.report.document import Block, Heading, Table, bullets, labelled, paragraphs
from coprod_ui.sentences.weighings import changed_since, date_said, day_said, losses_then_and_now, weighing_about
from coprod_ui.words.plain_text import plain, said, writable

MOST_CHANGES = 12


def choices(account: Account) -> tuple[Block, ...]:
    """Every weighing on record, the first one first."""
    words = account.words
    if not account.weighings:
        return ()
    blocks: list[Block] = list(paragraphs([words("report.choices_said")]))
    for seq, recorded in account.weighings.items():
        blocks += _choice(account, seq, recorded)
    return tuple(blocks)


def _choice(account: Account, seq: int, recorded: Recorded) -> list[Block]:
    words, weighing = account.words, recorded.weighing
    about = weighing_about(weighing, recorded.web, words)
    blocks: list[Block] = [Heading(words("report.choice", about=plain(about), chosen=writable(weighing.chosen)))]
    if seq in account.times:
        blocks += paragraphs([words("report.recorded_on", date=date_said(account.times[seq], words))])
    if weighing.ways:
        header = (words("report.way"), words("weighing.loses"))
        rows = tuple((writable(way.name), writable(way.loses)) for way in weighing.ways)
        blocks.append(Table(words("report.ways_caption"), header, rows))
    told = {field: getattr(weighing, field) for field in ("chosen", "prevails", "why", "by", "for_losers")}
    told["again"] = day_said(recorded.again, words)
    blocks += [
        labelled(f"{words(f'weighing.{field}')}:", said(text) or said(words("say_fixed.nobody_said")))
        for field, text in told.items()
    ]
    blocks += [_looked_again(account, at, looked) for at, looked in recorded.looked_again]
    return [*blocks, *_since(account, recorded)]


def _looked_again(account: Account, at: int, looked: LookedAgain) -> Block:
    words = account.words
    when = account.times.get(at)
    label = words("report.looked_again") if when is None else words("report.looked_on", date=date_said(when, words))
    found = words.choice("findings", looked.finding)
    by = f" ({looked.by})" if looked.by else ""
    return labelled(f"{label}:", said(f"{found}{by}. {looked.said}".strip()))


def _since(account: Account, recorded: Recorded) -> list[Block]:
    words = account.words
    changes = changed_since(recorded, account.web, words)
    if not changes:
        return list(paragraphs([words("weighing.nothing_changed")]))
    more = len(changes) - MOST_CHANGES
    shown = [*changes[:MOST_CHANGES], *([words("say_fixed.more", count=more)] if more > 0 else [])]
    rows = losses_then_and_now(recorded, readings(recorded.web), account.readings, words, account.digits)
    header = (words("report.way"), words("weighing.then"), words("weighing.today"))
    blocks: list[Block] = [*paragraphs([f"**{words('weighing.since')}**"]), *bullets(shown)]
    if rows:
        blocks.append(Table(words("weighing.lost_then_and_now"), header, tuple(map(_writable, rows))))
    return blocks


def _writable(row: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(writable(cell) for cell in row)
