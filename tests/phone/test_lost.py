"""A mistyped address is a page of ours, also for a path within a path, and for nobody a screen of Streamlit."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from coprod_core import places
from coprod_ui.meeting.addresses import HOME
from tests.phone.visitors import OpenPhone

MISTYPED = ["/webb", "/Gap", "/web/gap", "/start/nergens/ver/weg", "/room", "/handout/x/y", "/api/act", "/<b>vet"]


@pytest.fixture
def laptop(app: Starlette) -> TestClient:
    return TestClient(app, base_url="http://localhost:8501", client=("127.0.0.1", 40000))


def asked(laptop: TestClient, path: str, language: str = "nl"):
    return laptop.get(path, headers={"accept": "text/html", "accept-language": language})


@pytest.mark.parametrize("path", MISTYPED)
@pytest.mark.parametrize(("language", "said"), [("nl", "Deze pagina is er niet"), ("en", "There is no page here")])
def test_a_mistyped_address_says_so_and_leads_to_start(laptop: TestClient, path: str, language: str, said: str) -> None:
    answer = asked(laptop, path, language)
    assert answer.status_code == 404
    assert said in answer.text
    assert 'href="/?"' in answer.text
    assert "<b>" not in answer.text


def test_the_meeting_and_the_language_go_along_to_start(laptop: TestClient) -> None:
    answer = asked(laptop, "/webb?meeting=abc&language=en&other=1")
    assert "There is no page here" in answer.text
    assert 'href="/?meeting=abc&amp;language=en"' in answer.text


def test_a_screen_and_a_file_of_streamlit_are_left_to_streamlit(laptop: TestClient) -> None:
    screens = [f"/{script.stem}" for script in places.shipped("pages").glob("*.py")]
    for path in ["/", *screens, "/static/js/index.js", "/_stcore/health", "/media/x.png"]:
        assert asked(laptop, path).text == "Not Found", path  # by an app that has our routes alone


def test_what_asks_for_no_page_gets_a_short_answer(laptop: TestClient) -> None:
    assert laptop.get("/web/_stcore/host-config", headers={"accept": "*/*"}).text == "Not found"


def test_a_phone_that_lost_its_way_is_led_to_where_it_joins(phone: OpenPhone) -> None:
    answer = phone().client.get(f"{HOME}/dit/is/er/niet", headers={"accept": "text/html"})
    assert answer.status_code == 404
    assert f'href="{HOME}"' in answer.text
