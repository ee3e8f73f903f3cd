"""What a report says: its sections, its sentences as plain text, its small groups, and the choices on record."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.text import Text

from coprod_core.acts.accounting import AddContribution
from coprod_core.acts.commands import OpenWeb, Seat
from coprod_core.acts.history import History, replay
from coprod_core.acts.weighing import Dilemma, Finding, LookAgain, LookedAgain, RecordWeighing, WayOut, Weighing
from coprod_core.indicators.overview import readings
from coprod_core.web.accounting import Accounting, Attempt, Contribution, Result
from coprod_core.web.all_conditions import Conditions
from coprod_core.web.conditions import Answer, Expectation, Frame
from coprod_core.web.model import Actor, Stake, Web
from coprod_ui.examples.cases import cases
from coprod_ui.report.account import Account, RoundHeld, account_of, account_of_web
from coprod_ui.report.document import (
    Block,
    Bullets,
    Chart,
    Document,
    Heading,
    Notice,
    Paragraph,
    Table,
    WebPicture,
    widths,
)
from coprod_ui.report.letters import literal_text
from coprod_ui.report.on_paper import on_paper
from coprod_ui.report.sections import SECTIONS, document
from coprod_ui.report.voice import InReport
from coprod_ui.sentences import weighings as say_weighings
from coprod_ui.words import LANGUAGES, catalogue, literal, words
from coprod_ui.words.plain_text import Run, plain, runs, said
from tests.screens.hard_webs import hard_webs
from tests.screens.test_forbidden_words import EVERYWHERE, RULES

MADE = date(2026, 11, 22)
SEWER = next(case.web for case in cases("nl") if case.name == "sewer")


NOT_SAID = ("power_map", "choices", "agreements", "reactions")
"""The sections of which a case says nothing: nobody placed anybody on the power map, chose, agreed or reacted yet."""


def texts(blocks: Iterator[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(text, _):
                yield text
            case Paragraph(said) | Notice(said):
                yield "".join(run.text for run in said)
            case Bullets(items):
                yield from ("".join(run.text for run in said) for said in items)
            case Table(caption, header, rows):
                yield caption
                yield from (cell for row in (header, *rows) for cell in row)
            case Chart() | WebPicture():
                yield block.caption
                yield block.alt


def text(made: Document) -> str:
    titles = [section.title for section in made.sections]
    return "\n".join([made.title, made.subtitle, *titles, *texts(made.blocks())])


def account(web: Web, language: str = "nl", digits: bool = True) -> Account:
    return account_of_web(web, words(language), MADE, digits=digits)


# -- position 0 -----------------------------------------------------------------------------------------------------


def test_who_is_divided_has_a_column_of_its_own_where_there_is_anybody() -> None:
    nl = words("nl")
    first, *others = SEWER.stakes
    divided = replace(SEWER, stakes=(replace(first, position=0.0), *others))
    said = document(account(divided), ["figures"])
    tables = {block.caption: block for block in said.blocks() if isinstance(block, Table)}
    links, interests = tables[nl("report.links_caption")], tables[nl("report.interests_caption")]
    row = next(row for row in links.rows if row[0] == divided.actor_by_id[first.actor].name)
    about = next(row for row in interests.rows if row[0] == divided.interest_by_id[first.interest].name)
    assert links.header[1:] == (nl("report.wants"), nl("report.divided"), nl("report.wants_not"))
    assert divided.interest_by_id[first.interest].name in row[2]
    assert divided.interest_by_id[first.interest].name not in row[1]
    assert divided.actor_by_id[first.actor].name in about[2]
    assert nl("report.divided") not in text(document(account(SEWER), ["figures"])).splitlines()


# -- sentences as plain text ----------------------------------------------------------------------------------------


@given(st.text())
def test_a_persons_words_come_through_markdown_unchanged(typed: str) -> None:
    as_shown = " ".join(typed.split()).replace("\u2060", "").replace("\ufffe", "").replace("\uffff", "")
    kept = "".join(char for char in as_shown if ord(char) >= 32)
    assert plain(literal(typed)) == kept
    assert plain(f"*{literal(typed)}* is **{literal(typed)}**.") == f"{kept} is {kept}."


def test_what_is_strong_or_in_italics_stays_so() -> None:
    assert runs(r"Doen *A\*B* mee: **45** → 76") == (
        Run("Doen "),
        Run("A*B", emphasis=True),
        Run(" mee: "),
        Run("45", strong=True),
        Run(" → 76"),
    )


# -- the document ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "digits"), [("nl", True), ("en", False)])
def test_a_case_gets_a_report_that_says_all_it_has_to_say(language: str, digits: bool) -> None:
    for case in cases(language)[:4]:
        made = document(account(case.web, language, digits))
        assert [section.name for section in made.sections] == [name for name in SECTIONS if name not in NOT_SAID]
        said = text(made)
        assert "{" not in said
        assert "nan" not in said.split()
        assert "**" not in said
        assert all(block.alt for block in made.blocks() if isinstance(block, Chart | WebPicture))
        assert all(len(row) == len(t.header) for t in made.blocks() if isinstance(t, Table) for row in t.rows)


def test_a_column_has_room_for_its_longest_word_and_long_text_gets_what_is_left() -> None:
    row = ("Buurtpreventieteam", "overgenomen", "Dit past in het plan. " * 9)
    held = Table("", ("Van", "Antwoord", "Waarom"), (row,))
    shares = widths(held)
    of_84 = [84 * share / sum(shares) for share in shares]
    assert of_84[0] > len("Buurtpreventieteam")
    assert of_84[1] > len("overgenomen")
    assert of_84[2] > 84 / 2
    assert all(share > 0 for share in widths(Table("", ("a", ""), (("", ""),))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_read_off_a_table_or_a_picture_is_explained_with_every_sign_in_it(language: str) -> None:
    assert all(f"({sign})" in words(language)("report.web_legend") for sign in "+−·")
    blocks = document(account(SEWER, language), ["plans"]).sections[0].blocks
    legend = Paragraph(said(words(language)("plan_look.legend")))
    assert isinstance(blocks[blocks.index(legend) + 1], Table)


def test_no_two_charts_of_a_report_have_one_name() -> None:
    names = [block.name for block in document(account(SEWER)).blocks() if isinstance(block, Chart)]
    assert len(names) == len(set(names)) > 5


def test_what_paper_cannot_show_is_refused_and_never_left_out() -> None:
    figure = go.Figure(go.Heatmap(z=[[1, 2]]))
    figure.update_layout(xaxis={"range": [0, 1]}, yaxis={"range": [0, 1]})
    with pytest.raises(TypeError, match="heatmap"):
        on_paper(figure)


@pytest.mark.parametrize(
    ("said", "drawn"),
    [("👩 漢 é", "□ □ é"), ("$x^2$\nΣ", "$x^2$\nΣ"), ("a\U000e0100", "a")],
    ids=["no letter", "no formula", "no width"],
)
def test_what_paper_has_no_letter_for_is_a_square(said: str, drawn: str) -> None:
    text = literal_text(Text(0, 0, said))
    assert text.get_text() == drawn
    assert not text.get_parse_math()


def test_a_meeting_in_which_nothing_stands_yet_has_a_report_too() -> None:
    assert words("nl")("report.no_stakes") in text(document(account(Web())))


def test_a_section_can_be_left_out_but_what_is_estimated_never() -> None:
    made = document(account(SEWER), ["plans"])
    assert [section.name for section in made.sections] == ["plans"]
    assert any(isinstance(block, Notice) for block in made.opening)
    assert "schatting" in text(document(account(SEWER), []))


def test_the_estimates_are_told_as_they_are() -> None:
    say = words("nl")
    assert plain(say("report.estimated_links_all")) in text(document(account(SEWER)))
    said = replace(SEWER, stakes=tuple(replace(stake, provenance="self") for stake in SEWER.stakes))
    assert plain(say("report.estimated_links_none")) in text(document(account(said)))


class Heard(InReport):
    """The words of a report that remember what they were asked for."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.keys: set[str] = set()

    def __call__(self, key: str, /, **params: object) -> str:
        own = f"in_report.{key}"
        self.keys.add(own if own in self else key)
        return super().__call__(key, **params)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "speaks"),
    [("nl", r"\b(wij|ons|onze|u|uw)\b"), ("en", r"\b(we|our|us|you|your)\b")],
)
def test_a_report_speaks_in_no_we_and_to_no_you(language: str, speaks: str) -> None:
    heard, texts = Heard(language), catalogue(language)
    webs = [*(case.web for case in cases(language)[:3]), *list(hard_webs(6))[:6]]
    for web in webs:
        document(replace(account(web, language), words=heard, dials=True))
    assert len(heard.keys) > 200
    told = {key: texts[key] for key in heard.keys if key in texts}
    assert {key: said for key, said in told.items() if re.search(speaks, said, re.IGNORECASE)} == {}


@pytest.mark.slow
@pytest.mark.parametrize(("language", "asks"), [("nl", "Noem geen namen|Vraag het"), ("en", "Name no names|Ask them")])
def test_no_report_says_what_the_glossary_forbids_or_asks_the_group_anything(language: str, asks: str) -> None:
    of_language = [rule for rule in RULES if rule.language == language and rule.within == EVERYWHERE]
    rules = [rule for rule in of_language if not rule.allowed]  # those are held where the exempt place is known
    assert rules
    for case in cases(language):
        for line in text(document(account(case.web, language))).splitlines():
            said = without_names(line, case.web)
            assert not re.search(asks, said), case.name
            assert [rule.pattern for rule in rules if rule.breaks("", said)] == [], f"{case.name}: {line}"


def without_names(line: str, web: Web) -> str:
    """What our own words say in a line: no name that people gave, no story of a case, and no path in the readings."""
    named = [each.name for kind in ("actors", "interests", "options", "rules") for each in getattr(web, kind)]
    for words_of_people in sorted({web.title, web.case.story, web.missing_plan, *named} - {""}, key=len, reverse=True):
        line = line.replace(words_of_people, "…")
    return re.sub(r"^\w+(\.\w+)+$", "…", line)


# -- small groups ---------------------------------------------------------------------------------------------------


def small(web: Web, *names: str) -> Web:
    groups = tuple(Actor(f"s{n}", name, "citizens", people=4, seats=n) for n, name in enumerate(names))
    stakes = tuple(Stake(group.id, web.interests[0].id, 1.0) for group in groups)
    return replace(web, actors=(*web.actors, *groups), stakes=(*web.stakes, *stakes))


def test_a_group_of_fewer_than_five_people_has_no_name_and_no_number_in_a_report() -> None:
    said = text(document(account(small(SEWER, "Bewoners van Kade 1", "Bewoners van Kade 3"))))
    assert "Kade" not in said
    assert "Kleine groep 1" in said
    assert words("nl")("report.small_groups_said") in said
    assert words("nl")("report.fewer_than", count=5) in said


def test_small_groups_still_count_in_every_reading() -> None:
    web = small(SEWER, "Bewoners van Kade 1")
    assert account(web).readings.gap.by_actor == readings(web).gap.by_actor
    two = replace(web, actors=(*web.actors[:-1], replace(web.actors[-1], people=2)))
    assert account(two).readings.gap.by_actor == account(web).readings.gap.by_actor


def test_a_report_without_small_groups_does_not_speak_of_them() -> None:
    assert words("nl")("report.small_groups_said") not in text(document(account(SEWER)))


# -- choices, replies and rounds ------------------------------------------------------------------------------------


def lived() -> History:
    choice = Weighing(
        Dilemma.RULES,
        "Wijk af",
        why="De kelders staan onder water.",
        by="wijkteam",
        for_losers="Een fonds voor herstel.",
        again="2027-03-01",
        rule=SEWER.rules[0].id,
        ways=(WayOut("Volg de regel", "droge kelders", "follow"), WayOut("Wijk af", "de fundering", "deviate")),
    )
    absent = next(actor for actor in SEWER.actors if actor.citizens and not actor.seated)
    return replay(
        [
            OpenWeb(SEWER),
            RecordWeighing(choice),
            Seat(absent.id, 4),
            LookAgain(2, LookedAgain(Finding.STANDS, "Het fonds werkt.", "wijkteam")),
            AddContribution(Contribution("c1", "Droog", SEWER.interests[0].id, why="Dit staat nu in het plan.")),
        ]
    )


def test_a_choice_is_told_with_its_reasons_its_price_and_what_has_changed_since() -> None:
    times = {2: datetime(2026, 3, 4, tzinfo=UTC), 4: datetime(2026, 9, 1, tzinfo=UTC)}
    made = document(account_of(lived(), words("nl"), MADE, times=times), ["choices"])
    said = text(made)
    for part in (
        "Vastgelegd op 4 maart 2026.",
        "Opnieuw bekeken op 1 september 2026",
        "De kelders staan onder water.",
        "Een fonds voor herstel.",
        "deze keuze blijft (wijkteam). Het fonds werkt.",
        "Dit is sinds deze keuze veranderd:",
    ):
        assert part in said
    ways = next(block for block in made.blocks() if isinstance(block, Table))
    assert ways.rows == (("Volg de regel", "droge kelders"), ("Wijk af", "de fundering"))


def test_what_is_lost_on_each_way_stands_beside_what_was_lost_then() -> None:
    recorded = lived().weighings[2]
    then = readings(recorded.web)
    rule = SEWER.rules[0].id
    changed = replace(
        recorded.web, rules=tuple(replace(r, force=1.0) if r.id == rule else r for r in recorded.web.rules)
    )
    rows = say_weighings.losses_then_and_now(recorded, then, readings(changed), words("nl"), True)
    assert [name for name, _, _ in rows] == ["Volg de regel", "Wijk af"]
    assert rows[0][1] == rows[0][2]
    assert rows[1][2] == "100 van de 100" != rows[1][1]


def test_what_was_done_with_an_interest_is_told_to_those_who_brought_it_in() -> None:
    said = text(document(account_of(lived(), words("nl"), MADE), ["contributions"]))
    assert "Dit staat nu in het plan." in said
    assert words("nl")("outcomes.open") in said


def test_rounds_are_told_with_no_more_than_may_be_shown_of_them() -> None:
    rounds = [RoundHeld(1, "Wat telt?", 15), RoundHeld(2, "", 0)]
    said = text(document(account_of(replay([OpenWeb(SEWER)]), words("nl"), MADE, rounds=rounds), ["course"]))
    assert "Ronde 1, Wat telt?: ten minste 15 mensen gaven antwoord." in said
    assert "Ronde 2, zonder naam: wat is gezegd" in said


@pytest.mark.parametrize("dilemma", sorted(set(Dilemma) - {Dilemma.OWN}))  # of one's own there is no reading
def test_the_ways_out_are_filled_in_from_the_readings_in_plain_words(dilemma: Dilemma) -> None:
    rule = SEWER.rules[0].id if dilemma == Dilemma.RULES else ""
    for digits in (True, False):
        ways = say_weighings.ways_considered(dilemma, rule, readings(SEWER), SEWER, words("nl"), digits)
        assert len(ways) >= 2
        assert all(way.name and way.code and way.loses for way in ways)
        assert not any("*" in way.loses or "\\" in way.loses for way in ways)


def test_of_a_role_one_party_is_said_to_have_it_hardest_and_not_two_by_two_measures() -> None:
    for case in cases("nl"):
        for way in say_weighings.ways_considered(Dilemma.ROLE, "", readings(case.web), case.web, words("nl"), True):
            assert way.loses.lower().count("lastigst") <= 1


def test_a_group_that_answered_is_never_told_as_not_asked() -> None:
    absent = next(each for each in SEWER.actors if each.citizens and not each.seated and each.invitation == "not_asked")
    nl = words("nl")

    def told(result: Result) -> tuple[str, str]:
        kept = Accounting(attempts=(Attempt("t1", absent.id, how="gebeld", result=result),))
        made = document(account(replace(SEWER, accounting=kept)), ["people", "method"])
        parties = next(block for block in made.blocks() if isinstance(block, Table))
        row = next(row for row in parties.rows if row[0] == absent.name)
        (line,) = (each for each in texts(made.blocks()) if each.startswith(nl("say_fixed.not_asked")))
        return row[-1], line

    role, not_asked = told(Result.NOT_NOW)
    assert (role, absent.name in not_asked) == (nl("results.not_now"), False)
    role, not_asked = told(Result.NO_ANSWER)
    assert (role, absent.name in not_asked) == (nl("results.no_answer"), True)


def test_without_a_reading_the_ways_out_stand_there_to_be_filled_in() -> None:
    for dilemma in set(Dilemma) - {Dilemma.PLANS, Dilemma.OWN}:
        ways = say_weighings.ways_considered(dilemma, "", readings(Web()), Web(), words("en"), True)
        assert len(ways) >= 2
        assert {way.loses for way in ways} == {""}


def test_what_was_agreed_beforehand_stands_in_the_report_and_nothing_else_of_it() -> None:
    frame = Frame(hear_back="Na elke avond een brief.", fixed="De buizen worden vervangen.")
    first, second = (actor.id for actor in SEWER.actors[:2])
    expected = Expectation("e1", first, second, "een brief vooraf", met=Answer.PARTLY)
    web = replace(SEWER, conditions=Conditions(frame=frame, expectations=(expected,)))
    said = text(document(account(web), ["agreements"]))
    assert "De buizen worden vervangen." in said
    assert "een brief vooraf" in said
    assert words("nl")("conditions.not_said") not in said
    assert "Na elke avond een brief." in text(document(account(web), ["contributions"]))
