"""Every place of the product in a language that is only a folder of words; `test_third_language.py` lays the folder.

Not collected with the other tests: in the house as it is there is no third language.
"""

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from coprod_core.files import web_file
from coprod_core.indicators.overview import readings
from coprod_core.rounds.values import asked_of
from coprod_core.store.store import Store
from coprod_core.workshop.values import Choose, Event, Predict
from coprod_ui.bar.top import SCREENS
from coprod_ui.examples.blank_webs import NAMES as BLANK
from coprod_ui.examples.blank_webs import blank_webs
from coprod_ui.examples.cases import NAMES as CASES
from coprod_ui.examples.cases import cases
from coprod_ui.examples.workshops import NAMES as WORKSHOPS
from coprod_ui.examples.workshops import workshops
from coprod_ui.files.save_as import OFFERED
from coprod_ui.meeting import live, presentation
from coprod_ui.report.__main__ import main
from coprod_ui.report.account import account_of_web
from coprod_ui.report.forms import MIME, written
from coprod_ui.report.sections import document
from coprod_ui.served import cards
from coprod_ui.served.board.strip import cells
from coprod_ui.served.board.wording import words_of_board
from coprod_ui.served.server import MIDDLEWARE, ROUTES
from coprod_ui.typed_line.reading import parse
from coprod_ui.words import LANGUAGES, words
from coprod_ui.words.about import about
from coprod_ui.workshop import session
from tests.phone.visitors import LAN, Phone
from tests.screens.conftest import OpenWindow
from tests.screens.test_files_screen import dialog
from tests.screens.test_frame import UNFILLED
from tests.screens.test_start import titled
from tests.screens.window import Window

(THIRD,) = set(LANGUAGES) - {"nl", "en"}
say = words(THIRD)


@pytest.fixture
def app(store: Store) -> Starlette:
    return Starlette(routes=ROUTES, middleware=MIDDLEWARE)


@pytest.fixture
def laptop(app: Starlette) -> TestClient:
    return TestClient(app, base_url="http://localhost:8501", client=("127.0.0.1", 50000))


def page(laptop: TestClient, address: str) -> str:
    answer = laptop.get(address)
    assert answer.status_code == 200
    assert f'lang="{THIRD}"' in answer.text
    return str(answer.text)


def test_every_screen_says_whole_sentences(open_case: OpenWindow) -> None:
    window = open_case("sewer", THIRD)
    assert window.words.language == THIRD
    for screen in SCREENS:
        text = window.go(screen).text
        assert not UNFILLED.search(text), screen
        assert window.told == [], screen
        assert screen == "web" or len(text) > 100, screen  # the board gets its words by a route


def test_the_board_gets_its_words_and_sentences_in_it(open_case: OpenWindow) -> None:
    web = open_case("sewer", THIRD).web
    assert words_of_board(say)["language"] == THIRD
    for cell in cells(web, readings(web), "m", say, False):
        for text in (cell["title"], cell["sentence"], cell["alt"]):
            assert text
            assert not UNFILLED.search(text)


def test_a_browser_that_asks_for_it_gets_it(store: Store) -> None:
    window = Window(None, None, "start", locale=f"{THIRD}-NL")
    assert window.words.language == THIRD
    assert say("start.heading") in window.text


def test_start_offers_the_cases_and_workshops_of_another_language(store: Store) -> None:
    assert [(case.name, case.web.language) for case in cases(THIRD)] == [(name, "en") for name in CASES]
    assert [(each.name, each.web.language) for each in blank_webs(THIRD)] == [(name, "en") for name in BLANK]
    assert [(each.name, each.workshop.language) for each in workshops(THIRD)] == [(name, "en") for name in WORKSHOPS]
    window = Window(None, THIRD, "start").press("open_sewer")
    assert window.web.language == "en"


def test_a_web_begun_in_it_is_written_in_it_and_read_again(store: Store, tmp_path: Path) -> None:
    window = titled(Window(None, THIRD, "start"), "Kade")
    assert window.web.language == THIRD
    file = tmp_path / "web.json"
    file.write_text(web_file.write(window.web), "utf-8")
    assert web_file.read(file.read_bytes()) == window.web
    assert main([str(file), "--to", "html"]) == 0
    assert f'lang="{THIRD}"' in file.with_suffix(".html").read_text("utf-8")


def test_the_typed_line_understands_it() -> None:
    phrase = about(THIRD).at_table[0]
    assert parse(f"Neighbours (25) {phrase} 3: quiet ++").at_table


def test_a_phone_is_offered_every_language_and_asked_in_this_one(small: Window, app: Starlette) -> None:
    live.open_meeting(small.meeting)
    open_now = live.status(small.meeting)
    assert open_now is not None
    live.open_round(small.meeting, small.web, "What matters?", interests=["dry"], groups=["street"])
    phone = Phone(app, "192.168.1.101", language=THIRD)
    welcome = phone.get(f"/{open_now.code}").text
    assert re.findall(r'value="([a-z]+)" lang="\1"', welcome) == list(LANGUAGES)
    assert about(THIRD).join_in in welcome
    asked = phone.join(open_now.code, THIRD).get().text
    assert f'lang="{THIRD}"' in asked
    assert say("phone.which_group") in asked


def test_the_room_and_the_cards_are_in_it(small: Window, laptop: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presentation, "own_addresses", lambda: (LAN,))
    live.open_meeting(small.meeting)
    assert say("room.point_camera") in unescape(page(laptop, f"/room/{small.meeting}?language={THIRD}"))
    questions = asked_of(small.web, "", ["dry"], ["street"], own_words=True)
    assert say("cards.promise") in page(laptop, cards.address(small.meeting, questions, THIRD))


def test_a_workshop_goes_from_the_first_step_to_the_last(store: Store, laptop: TestClient) -> None:
    window = Window(None, THIRD, "workshop").press("workshop_begin_sewer")
    (given,) = (each.workshop for each in workshops(THIRD) if each.name == "sewer")
    for place, step in enumerate(given.steps):
        assert step.heading in window.text.replace("\\", "")
        assert laptop.get(f"/room/{window.meeting}/now?language={THIRD}").status_code == 200
        if isinstance(step, Choose):
            window.change(f"workshop_choice_{step.id}_{window.meeting}", step.ways[0].id)
        if isinstance(step, Event | Predict):
            window.press("workshop_do")
        if place + 1 < len(given.steps):
            window.press("workshop_next")
    found = session.of(window.meeting)
    assert found is not None
    assert found.step == given.steps[-1]
    assert laptop.get(f"/handout/{window.meeting}").status_code == 200


@pytest.mark.parametrize("form", MIME)
def test_a_report_is_written_in_every_form(small: Window, form: str) -> None:
    made = document(account_of_web(small.web, say, date(2026, 11, 30)))
    assert made.language == THIRD
    assert len(written(made, form)) > 1_000


@pytest.mark.parametrize("name", OFFERED)
def test_a_web_goes_out_in_every_format(small: Window, name: str) -> None:
    app = dialog("save_as", small.meeting, THIRD, save_as_format=name)
    button, *_pictures = app.get("download_button")
    assert button.proto.label == say("save_as.save")
