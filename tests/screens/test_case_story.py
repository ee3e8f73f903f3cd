"""The story of a case can be read while one works on it."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from coprod_core.store.store import Store
from coprod_core.web.case import Case
from coprod_core.web.case_versions import emptied
from coprod_core.web.model import Actor, Web
from coprod_ui.examples.cases import NAMES, cases
from coprod_ui.words import LANGUAGES, Words, literal, words
from tests.screens.window import Window, alone

SEWER = cases("nl")[0]
NL: Words = words("nl")


def _page(web) -> None:
    from coprod_ui.screens.start import case_story

    case_story.draw(web)


def story(web: Web) -> AppTest:
    """What stands in the window that the button opens."""
    return alone(_page, {"language": str(web.language)}, web=web)


def said(app: AppTest) -> str:
    return "\n".join([*(block.value for block in app.markdown), *(fold.label for fold in app.expander)])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("index", range(len(NAMES)))
def test_it_holds_story_questions_what_to_notice_and_source(index: int, language: str) -> None:
    web = cases(language)[index].web
    text = said(story(web))
    for line in (web.case.story, *web.case.questions, *web.case.notice, web.case.source):
        assert literal(line) in text


def test_a_group_that_built_the_case_itself_sees_its_web_beside_ours() -> None:
    built = replace(emptied(SEWER.web), actors=(Actor("x", "Onze straat", "citizens"),))
    text = said(story(built))
    assert NL("cases.compare") in text
    assert "Onze straat" in text
    assert "Bewoners met een rotte fundering" in text
    assert NL("cases.none_yet") in text  # the group has no interests yet


def test_our_own_web_is_not_laid_beside_itself_and_nothing_beside_somebody_elses_story() -> None:
    changed = replace(SEWER.web, title="Ons riool", actors=SEWER.web.actors[:2], stakes=(), unknown=())
    elses = Web(case=Case(story="Een eigen verhaal."))
    for web in (SEWER.web, changed, elses):
        assert NL("cases.compare") not in said(story(web))


def test_ours_opens_as_a_meeting_of_its_own(store: Store) -> None:
    app = story(emptied(SEWER.web))
    app.get_by_key("open_ours").click()
    app.run()
    assert store.load(app.session_state["meeting"]).history.web == SEWER.web


def test_a_web_without_a_story_has_no_button_for_it(small: Window) -> None:
    assert not small.open("meeting_menu").shows("case_story")
