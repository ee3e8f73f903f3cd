"""A dilemma of one's own: typed on a line or in fields, shown without a number, changed, weighed and told."""

from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from coprod_core.acts.commands import RemoveActor
from coprod_core.acts.own_dilemmas import AddDilemma, ChangeDilemma, RemoveDilemma
from coprod_core.acts.weighing import Dilemma, RecordWeighing, Weighing
from coprod_core.checked.errors import CoprodError
from coprod_core.indicators.strongest import DILEMMAS
from coprod_core.store.store import Store
from coprod_core.web.model import Actor, Sphere, Web
from coprod_core.web.own_dilemmas import MOST_DILEMMAS, Loss, OwnDilemma, OwnWay
from coprod_ui.report.account import account_of_web
from coprod_ui.report.forms import MIME, written
from coprod_ui.report.sections import document
from coprod_ui.report.sections.dilemmas import dilemmas as in_report
from coprod_ui.sentences.acts import what_was_done
from coprod_ui.typed_line.own_dilemma import loss_line, read_dilemma
from coprod_ui.words import words
from tests.screens.test_report_accounting import PDFTOTEXT, texts_in
from tests.screens.window import Window

PARTIES = {"t": "Huurders", "b": "Kopers", "bn": "Kopers, nieuw"}
LINE = "Eerst huurders of eerst kopers? | huurders: kopers, rust; wie later komt | kopers: Huurders, een droog huis; bn"
ACTORS = tuple(Actor(id_, name, Sphere.CITIZENS, people=40) for id_, name in PARTIES.items())
FIRST = OwnDilemma(
    "d1",
    "Eerst huurders of eerst kopers?",
    (
        OwnWay("w1", "huurders", (Loss("b", "rust"), Loss(what="wie later komt"))),
        OwnWay("w2", "kopers", (Loss("t", "een droog huis"),)),
    ),
    "Alleen voor ons",
)
WEB = Web(actors=ACTORS, dilemmas=(FIRST,))


# -- the line -------------------------------------------------------------------------------------------------------


def test_a_line_says_the_question_the_choices_and_who_loses_what() -> None:
    read = read_dilemma(LINE, PARTIES)
    assert read.question == "Eerst huurders of eerst kopers?"
    assert [(way.text, way.loses) for way in read.ways] == [
        ("huurders", (Loss("b", "rust"), Loss(what="wie later komt"))),
        ("kopers", (Loss("t", "een droog huis"), Loss(what="bn"))),
    ]
    assert read.id
    assert len({way.id for way in read.ways}) == 2


@pytest.mark.parametrize(
    ("said", "loss"),
    [
        ("kopers", Loss("b")),
        ("KOPERS,rust,  en stilte", Loss("b", "rust, en stilte")),
        ("Kopers, nieuw, licht", Loss("bn", "licht")),
        ("kopers rust", Loss(what="kopers rust")),
        ("het dorp, rust", Loss(what="het dorp, rust")),
    ],
)
def test_who_loses_is_a_party_where_its_whole_name_stands_before_a_comma(said: str, loss: Loss) -> None:
    (way, _) = read_dilemma(f"Wie? | a: {said} | b", PARTIES).ways
    assert way.loses == (loss,)
    (again, _) = read_dilemma(f"Wie? | a: {loss_line(loss, PARTIES)} | b", PARTIES).ways
    assert again.loses == way.loses


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("| a | b", "own_without_question"),
        ("Wie?", "own_too_few_ways"),
        ("Wie? | a |", "own_too_few_ways"),
        ("Wie? | a | b | c | d | e | f | g", "own_too_many_ways"),
        ("Wie? | a | : kopers, rust", "own_way_without_words"),
        (f"Wie? | a | b: {'; '.join('abcdefghi')}", "own_too_many_losses"),
        (f"{'x' * 201} | a | b", "own_text_too_long"),
        (f"Wie? | {'x' * 201} | b", "own_text_too_long"),
        (f"Wie? | a: Kopers, {'x' * 201} | b", "own_text_too_long"),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_line_that_makes_no_dilemma_is_told_in_words(line: str, code: str, language: str) -> None:
    with pytest.raises(CoprodError) as refused:
        read_dilemma(line, PARTIES)
    assert refused.value.code == code
    assert f"errors.{code}" in words(language)


def test_a_name_that_two_parties_have_is_asked_about_and_not_guessed() -> None:
    with pytest.raises(CoprodError) as refused:
        read_dilemma("Wie? | a: kopers, rust | b", {"b": "Kopers", "c": "kopers"})
    assert refused.value.code == "own_party_unclear"


# -- the screen -----------------------------------------------------------------------------------------------------


def own(store: Store, web: Web = WEB, language: str = "nl") -> Window:
    return Window(store.begin(web), language, "dilemmas").dilemma("own")


def field(window: Window, name: str) -> str:
    return window.draft("own_dilemma", name)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_one_is_shown_in_words_and_without_a_number(store: Store, language: str) -> None:
    window = own(store, language=language)
    shown = window.text
    for said in (FIRST.question, "huurders", "een droog huis", "wie later komt", "Kopers", FIRST.notes):
        assert said in shown
    for key in ("said", "questions", "ask.who_else", "ask.for_losers", "who_loses"):
        assert window.words(f"own_dilemma.{key}") in shown
    assert "van de 100" not in shown
    assert "in 100" not in shown


def test_typed_on_a_line_it_is_shown_first_and_then_added_and_undone(store: Store) -> None:
    window = own(store, replace(WEB, dilemmas=()))
    line = window.draft("own_dilemma_line", "line")
    window.change(line, "Wie eerst? | huurders: kopers, rust")
    assert window.words("errors.own_too_few_ways", count=1, least=2) in window.text
    window.press("add_own")
    assert window.web.dilemmas == ()
    window.change(line, LINE)
    assert "wie later komt" in window.text
    window.press("add_own")
    (added,) = window.web.dilemmas
    assert added.ways[0].loses == FIRST.ways[0].loses
    assert window.value(window.draft("own_dilemma_line", "line")) == ""
    assert window.press("undo").web.dilemmas == ()


def test_fields_write_one_and_change_it(store: Store) -> None:
    window = own(store, replace(WEB, dilemmas=())).press("write_own")
    window.change(field(window, "question"), "Nu of later?").press("add_own_way")
    for nth, text in enumerate(("nu", "later", "nooit")):
        window.change(field(window, f"text_{nth}"), text)
    window.change(field(window, "loses_1"), "Kopers, rust\nwie later komt").press("keep_own")
    (kept,) = window.web.dilemmas
    assert [(way.text, len(way.loses)) for way in kept.ways] == [("nu", 0), ("later", 2), ("nooit", 0)]
    window.press("change_own").change(field(window, "text_2"), "").change(field(window, "notes"), "Stil").press(
        "keep_own"
    )
    (changed,) = window.web.dilemmas
    assert (changed.id, changed.notes, changed.ways) == (kept.id, "Stil", kept.ways[:2])
    assert window.press("undo").web.dilemmas == (kept,)
    window.press("change_own").press("drop_own").press("remove_own")
    assert window.web.dilemmas == ()


def test_a_loss_stays_whose_it_was_though_another_party_has_that_name_by_now(store: Store) -> None:
    twins = (*ACTORS, Actor("b2", "Kopers", Sphere.CITIZENS))
    window = own(store, replace(WEB, actors=twins)).press("change_own")
    window.change(field(window, "question"), "Wie eerst?").press("keep_own")
    assert window.web.dilemmas == (replace(FIRST, question="Wie eerst?"),)


def test_fields_that_make_no_dilemma_are_told_and_kept(store: Store) -> None:
    window = own(store).press("change_own")
    window.change(field(window, "text_0"), "").press("keep_own")
    assert window.words("errors.own_way_without_words", part="Kopers, rust; wie later komt") in window.text
    assert window.value(field(window, "question")) == FIRST.question
    assert window.web == WEB


def test_there_is_room_for_twelve_and_the_next_is_refused_in_words(store: Store) -> None:
    full = tuple(replace(FIRST, id=f"d{n}", question=f"Vraag {n}?") for n in range(MOST_DILEMMAS))
    window = own(store, replace(WEB, dilemmas=full))
    window.change(window.draft("own_dilemma_line", "line"), LINE).press("add_own")
    assert window.words("errors.too_many", count=MOST_DILEMMAS + 1, most=MOST_DILEMMAS) in window.text
    assert len(window.web.dilemmas) == MOST_DILEMMAS


def test_weighing_one_takes_its_choices_as_typed_and_says_which_it_is_about(store: Store) -> None:
    window = own(store).press("weigh_own")
    assert window.value(window.draft("weighing", "name_0")) == "huurders"
    assert window.value(window.draft("weighing", "loses_0")) == "Kopers: rust; wie later komt"
    window.change(window.draft("weighing", "chosen"), "kopers").press("keep_weighing")
    (recorded,) = window.loaded.history.weighings.values()
    assert (recorded.weighing.dilemma, recorded.weighing.own) == (Dilemma.OWN, "d1")
    assert all(way.code == "" for way in recorded.weighing.ways)
    assert FIRST.question in window.text
    assert window.web == WEB


def test_a_weighing_turns_to_a_dilemma_of_ones_own_only_where_there_is_one(store: Store) -> None:
    window = Window(store.begin(replace(WEB, dilemmas=())), screen="report")
    tab = {"report_part": "weighings"}
    window.change_state("report_part_tab", window.words("report_tabs.weighings"), **tab)
    assert not window.shows("weigh_own")
    window = Window(store.begin(WEB), screen="report")
    window.change_state("report_part_tab", window.words("report_tabs.weighings"), **tab).press("weigh_role")
    window.change(window.draft("weighing", "dilemma"), "own")
    assert window.value(window.draft("weighing", "name_1")) == "kopers"


# -- told elsewhere -------------------------------------------------------------------------------------------------


def test_history_and_the_quiet_sentence_say_what_was_done_with_it() -> None:
    say, bare = words("nl"), replace(WEB, dilemmas=())
    told = (
        (AddDilemma(FIRST), bare, WEB),
        (ChangeDilemma("d1", {"notes": ""}), WEB, replace(WEB, dilemmas=(replace(FIRST, notes=""),))),
        (RemoveDilemma("d1"), WEB, bare),
    )
    for act, before, after in told:
        assert what_was_done(act, before, after, say) == say(f"say_act.{act.act}", question=FIRST.question)
    gone = RemoveActor("t")
    said = what_was_done(gone, WEB, gone.applied_to(WEB), say)
    assert say.plural("say_act.losses_left", 1) in said


def section_6(web: Web) -> str:
    return str(in_report(account_of_web(web, words("nl"), date(2026, 3, 4))))


def test_section_6_of_the_report_shows_it_in_words_without_notes_or_a_small_group() -> None:
    said = section_6(WEB)
    for part in (FIRST.question, "huurders", "Kopers: rust; wie later komt", "Huurders: een droog huis"):
        assert part in said
    assert FIRST.notes not in said
    assert words("nl")("report.own_dilemma") in said
    few = replace(WEB, actors=(replace(ACTORS[0], people=3), *ACTORS[1:]))
    assert "Huurders" not in section_6(few)
    assert section_6(Web()) == "()"


@pytest.mark.parametrize("form", MIME)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_stands_in_every_form_of_a_report(form: str, language: str) -> None:
    account = account_of_web(WEB, words(language), date(2026, 3, 4))
    content = written(document(account, ["dilemmas"]), form)
    parts = [content] if form == "html" else texts_in(content, form)
    read = b"\n".join(parts).decode("utf-8", "replace")
    if form == "pdf" and PDFTOTEXT is None:
        return
    for said in (FIRST.question, "een droog huis", "wie later komt", words(language)("report.own_dilemma_ways")):
        assert said in " ".join(unescape(read).split())
    assert FIRST.notes not in read


def test_it_is_none_of_the_dilemmas_that_are_worked_out(store: Store) -> None:
    assert "own" not in DILEMMAS
    meeting = store.begin(WEB)
    store.append(meeting, RecordWeighing(Weighing(Dilemma.OWN, "kopers", own="d1")), seen=1)
    window = Window(meeting, screen="report")
    assert "kopers" in window.text
    assert FIRST.question not in window.go("scenarios").text
