"""The four ways to begin, and what can be done with meetings of before."""

import json
from dataclasses import replace
from urllib.parse import quote

import pytest

from coprod_core.files import web_file
from coprod_core.indicators.strongest import DILEMMAS
from coprod_core.rounds.drift import drift_over_rounds
from coprod_core.store.store import Store
from coprod_core.web.case_versions import emptied
from coprod_core.web.conventions import RINGS_WITH_A_SEAT
from coprod_core.web.model import Web
from coprod_core.web.renumbered import ASKED
from coprod_ui.charts.web_small import case_picture
from coprod_ui.examples.blank_webs import blank_webs
from coprod_ui.examples.cases import GROUPS, NAMES, cases
from coprod_ui.examples.stories import stories
from coprod_ui.screens.start.start import SHOWN_MEETINGS
from coprod_ui.words import LANGUAGES, literal
from tests.screens.window import Window


@pytest.fixture
def start(store: Store) -> Window:
    return Window(None, "nl", "start")


def titled(start: Window, title: str, kind: str | None = None, button: str = "begin") -> Window:
    start.app.text_input(key=start.draft("new_meeting", "title")).set_value(title)
    if kind is not None:
        start.app.selectbox(key=start.draft("new_meeting", "kind")).set_value(kind)
    return start.press(button)


# -- new -------------------------------------------------------------------------------------------------------------


def test_a_title_begins_an_empty_meeting_on_the_web_screen(start: Window) -> None:
    titled(start, "  Riool   Oost ")
    assert start.bar["undo"]
    assert (start.web.title, start.web.language, start.web.actors) == ("Riool Oost", "nl", ())
    assert start.board["meeting"] == start.meeting
    assert start.bar["name"] == "Riool Oost"


def test_without_a_title_a_meeting_begins_all_the_same(start: Window) -> None:
    assert titled(start, "").web.title == start.words("start.untitled")


def test_a_title_that_may_not_exist_is_told_and_no_meeting_begins(start: Window, store: Store) -> None:
    titled(start, "Riool \u202eOost")
    assert len(start.told) == 1
    assert store.meetings() == ()


def test_a_new_meeting_is_in_the_language_on_screen(store: Store) -> None:
    window = titled(Window(None, "en", "start"), "Sewer")
    assert window.web.language == "en"


# -- a blank web -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_meeting_begins_with_the_parties_and_interests_of_a_kind_of_project(store: Store, language: str) -> None:
    window = titled(Window(None, language, "start"), "Kade", "sewer")
    (blank,) = (each.web for each in blank_webs(language) if each.name == "sewer")
    web = window.web
    assert (web.title, web.language, web.notes) == ("Kade", language, blank.notes)
    assert [actor.name for actor in web.actors] == [actor.name for actor in blank.actors]
    assert [interest.name for interest in web.interests] == [interest.name for interest in blank.interests]
    assert None not in [item.x for item in (*web.actors, *web.interests)]
    assert window.board["meeting"] == window.meeting


def test_a_kind_of_project_gives_its_name_to_a_meeting_without_a_title(start: Window) -> None:
    assert titled(start, " ", "energy").web.title == "Windpark of zonnepark"


def test_start_offers_every_kind_of_project_with_none_of_them_first(start: Window) -> None:
    offered = start.app.selectbox(key=start.draft("new_meeting", "kind"))
    assert offered.options == [start.words("blank_webs.own"), *(each.web.title for each in blank_webs("nl"))]
    assert offered.value == "own"


def test_a_new_power_map_begins_a_meeting_as_any_and_goes_to_the_web(start: Window) -> None:
    window = titled(start, "Kade", "street", button="begin_power_map")
    assert window.web.title == "Kade"
    assert len(window.web.actors) == 14
    assert window.board["meeting"] == window.meeting


# -- a case ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_case_is_a_working_web_within_one_click(store: Store, name: str, language: str) -> None:
    window = Window(None, language, "start").example("open", name)
    (case,) = (case for case in cases(language) if case.name == name)
    assert window.web.title == case.web.title
    assert [actor.name for actor in window.web.actors] == [actor.name for actor in case.web.actors]
    assert None not in [actor.x for actor in window.web.actors]
    assert window.board["meeting"] == window.meeting
    assert window.web == case.web
    assert window.bar["undo"]["can"] == bool(case.rounds)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_case_opened_to_build_is_its_story_with_nothing_drawn(store: Store, name: str, language: str) -> None:
    window = Window(None, language, "start").example("empty", name)
    (case,) = (case for case in cases(language) if case.name == name)
    assert window.web == emptied(case.web)
    assert window.board["meeting"] == window.meeting
    assert window.open("meeting_menu").shows("case_story")
    assert "story_asked" not in window.app.session_state  # the story was opened, and is not asked for again


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_says_what_its_case_shows_and_how_long_it_takes(store: Store, language: str) -> None:
    window = Window(None, language, "start")
    for case in cases(language):
        group = next(group for group, names in GROUPS.items() if case.name in names)
        window.change_state("examples_tab", window.words(f"cases.groups.{group}"), examples=group)
        card = window.within(f"case_{case.name}")
        about = case.web.case
        key = f"dilemmas.{about.dilemma}" if about.dilemma in DILEMMAS else f"cases.shows.{about.dilemma}"
        assert window.words(key) in card
        assert window.words("cases.minutes", minutes=int(about.minutes or 0)) in card
        (picture,) = (each for each in window.app.get_by_key(f"case_{case.name}") if each.type == "html")
        assert quote(case_picture(case.web, False)) in picture.proto.body


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_story_begins_at_its_dilemma_within_one_click(store: Store, language: str) -> None:
    for story in stories(language):
        window = Window(None, language, "start")
        window.change_state("examples_tab", window.words("cases.groups.stories"), examples="stories")
        card = window.within(f"story_{story.name}")
        (dilemma,) = story.web.dilemmas
        for said in (story.web.title, story.web.case.story, dilemma.question):
            assert literal(said) in card or said in card
        assert window.words(f"stories.shows.{story.name}") in card
        window.press(f"begin_{story.name}")
        assert window.web == story.web
        for said in (dilemma.question, window.words("own_dilemma.said"), *story.web.case.questions):
            assert said in window.text


def test_the_first_cards_are_those_of_the_dilemmas(start: Window) -> None:
    assert [name for name in NAMES if start.shows(f"open_{name}")] == list(GROUPS["dilemmas"])


def test_a_case_with_rounds_opens_with_them_to_look_back_at_and_to_undo(start: Window) -> None:
    start.example("open", "client_council")
    drifted = [one.drift for one in drift_over_rounds(start.loaded.history)]
    assert len(drifted) == 3
    assert drifted[-1] > drifted[0]
    start.press("undo")
    assert start.web != next(case.web for case in cases("nl") if case.name == "client_council")


def test_a_case_opened_twice_is_two_meetings(start: Window, store: Store) -> None:
    start.press("open_sewer").go("start").press("open_sewer")
    assert len(store.meetings()) == 2


def test_a_case_opens_with_nothing_over_its_drawing(start: Window) -> None:
    assert start.press("open_sewer").board["asked"] is None


# -- meetings of before ----------------------------------------------------------------------------------------------


@pytest.fixture
def earlier(store: Store) -> list[str]:
    return [store.begin(Web(title=f"Bijeenkomst {number}")) for number in range(SHOWN_MEETINGS + 2)]


def listed(window: Window) -> list[str]:
    return [button.key.removeprefix("go_on_") for button in window.app.button if button.key.startswith("go_on_")]


def test_the_meeting_changed_last_stands_first_and_the_oldest_are_behind_a_switch(earlier: list[str]) -> None:
    window = Window(None, "nl", "start")
    assert listed(window) == earlier[::-1][:SHOWN_MEETINGS]
    window.change("all_meetings", True)
    assert listed(window) == earlier[::-1]


def test_going_on_opens_the_meeting_as_it_was_left(small: Window) -> None:
    small.act("change_actor", id="street", changes={"people": 70})
    window = Window(None, "nl", "start").press(f"go_on_{small.meeting}")
    assert window.meeting == small.meeting
    assert window.web.actor_by_id["street"].people == 70
    assert window.board["head"] == 2
    assert window.bar["undo"]["can"]


def test_going_on_with_another_meeting_forgets_what_was_asked_of_this_ones_board(small: Window, store: Store) -> None:
    other = store.begin(Web(title="Ander"))
    small.go("gap").gap("estimates").press("open_first_asked")
    assert small.board["asked"]["select"][0] == "actor"
    small.go("start").press(f"go_on_{other}")
    assert small.meeting == other
    assert small.board["asked"] is None
    assert small.app.query_params["meeting"] == other


def test_a_meeting_gets_another_name_as_an_act_that_can_be_undone(earlier: list[str], store: Store) -> None:
    id_ = earlier[-1]
    window = Window(None, "nl", "start").open(f"menu_{id_}").change(f"title_{id_}", "Met een naam")
    assert store.meetings()[0].title == "Met een naam"
    window.press(f"go_on_{id_}").press("undo")
    assert window.web.title == f"Bijeenkomst {SHOWN_MEETINGS + 1}"


def test_a_name_that_may_not_exist_is_told_and_the_old_one_stays(earlier: list[str], store: Store) -> None:
    id_ = earlier[-1]
    window = Window(None, "nl", "start").open(f"menu_{id_}").change(f"title_{id_}", "\u2066")
    assert len(window.told) == 1
    assert store.load(id_).history.web.title == f"Bijeenkomst {SHOWN_MEETINGS + 1}"
    assert window.value(f"title_{id_}") == f"Bijeenkomst {SHOWN_MEETINGS + 1}"


def test_a_copy_stands_on_its_own(small: Window, store: Store) -> None:
    id_ = small.meeting
    window = Window(None, "nl", "start").open(f"menu_{id_}").press(f"duplicate_{id_}")
    (copy,) = (summary for summary in store.meetings() if summary.id != id_)
    assert copy.title == "Kopie van Nieuw riool"
    window.press(f"go_on_{copy.id}").act("change_actor", id="street", changes={"people": 99})
    assert store.load(id_).history.web.actor_by_id["street"].people == 60


def test_a_copy_of_the_longest_title_is_made_too(store: Store) -> None:
    id_ = store.begin(Web(title="x" * 200))
    window = Window(None, "nl", "start").open(f"menu_{id_}").press(f"duplicate_{id_}")
    assert window.told == []
    assert len(store.meetings()) == 2


def test_deleting_a_meeting_warns_first_and_removes_it_whole(small: Window, store: Store) -> None:
    id_ = small.meeting
    small.go("start").open(f"menu_{id_}")
    assert small.words("start.delete_warning") in small.text
    small.press(f"delete_{id_}")
    assert store.meetings() == ()
    assert listed(small) == []
    assert "meeting" not in small.app.query_params
    assert small.go("web").told == []
    assert small.words("empty.no_meeting") in small.text


def test_a_meeting_somebody_else_deleted_is_told(earlier: list[str], store: Store) -> None:
    window = Window(None, "nl", "start")
    store.delete(earlier[-1])
    window.press(f"go_on_{earlier[-1]}")
    assert window.told == [window.words("errors.no_such_meeting")]


# -- a file ----------------------------------------------------------------------------------------------------------


def upload(window: Window, content: bytes, name: str = "web.json") -> Window:
    window.open("file_menu").app.file_uploader(key=window.draft("file", "file")).upload(name, content)
    return window.run()


def test_a_file_begins_a_meeting_with_the_same_web(start: Window, small_web: Web) -> None:
    upload(start, web_file.write(small_web).encode())
    assert "**Nieuw riool**: 4 partijen en 3 belangen" in start.text
    start.press("file_open")
    assert start.web == small_web


def test_a_file_of_before_says_that_what_nobody_wrote_down_is_not_known_now(start: Window, small_web: Web) -> None:
    line = start.words("errors.from_before")
    web = replace(small_web, interests=tuple(replace(each, spoken_by="") for each in small_web.interests))
    data = json.loads(web_file.write(web))
    upload(start, json.dumps(data).encode())
    assert line not in start.text
    for part, names in {"process": ("emphasis_on", "own_reading")}.items():
        data[part] = {key: value for key, value in data[part].items() if key not in names}
    for interest in data["interests"]:
        del interest["spoken_by"]
    for name in (
        "hard_to_live_with",
        "ambivalent_from",
        "can_live_with",
        "mixed_limit",
        "tell_from",
        "tell_change",
        *RINGS_WITH_A_SEAT,
    ):
        del data["conventions"][name]
    for party in data["actors"]:
        for name in ASKED:
            del party[name]
    del data["phase"]
    for plan in data["options"]:
        for name in ("description", "costs", "proposed_by"):
            del plan[name]
    del data["accounting"], data["dilemmas"], data["conditions"]
    upload(start, json.dumps({**data, "version": 3}).encode())
    assert line in start.text


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no json",
        b"\xff\xfe\x00",
        b"[]",
        b"{}",
        b'{"format": "coprod-web", "version": 99}',
        b"[" * 5000,
        b'{"format": "coprod-web", "version": 1, "actors": 3}',
        b'{"format": "coprod-web", "version": 1, "half \\ud800": 3}',
        b'{"format": "coprod-web", "version": 1, "options": [{"id": "o", "name": "P", "effects": {"\\ud800": 9}}]}',
        b'{"format": "coprod-web", "version": 1, "<script>alert(1)</script>": 3}',
    ],
    ids=range(11),
)
def test_a_file_that_cannot_be_read_says_why_and_no_meeting_begins(start: Window, store: Store, content: bytes) -> None:
    upload(start, content)
    assert start.words("start.file_refused") in start.text
    assert not start.shows("file_open")
    assert not [block for block in start.app.markdown if "<script>" in block.value]  # as text to copy it is never read
    assert start.words("errors.unexpected", code="")[:20] not in start.text
    assert store.meetings() == ()


def test_of_a_file_with_many_faults_the_first_are_told_and_the_others_counted(start: Window, small_web: Web) -> None:
    data = json.loads(web_file.write(small_web))
    data["actors"] = [{"id": f"a{i}", "name": "", "sphere": "citizens"} for i in range(15)]
    data["stakes"] = []
    upload(start, json.dumps(data).encode())
    assert "actors\\[0\\]\\.name" in start.text
    assert "En nog 5 andere fouten" in start.text
