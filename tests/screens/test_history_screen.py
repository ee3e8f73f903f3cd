"""History: stepping through a meeting, its bookmarks, going on from a moment, and the file that holds it all."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from coprod_core.acts.commands import AddActor, ChangeActor, ChangeMeeting, Seat
from coprod_core.acts.history import Bookmark, Undo
from coprod_core.acts.rings import PutInRing
from coprod_core.comparing.course import LINES, MOST_POINTS, Point, course, largest_change, sampled
from coprod_core.files import meeting_file
from coprod_core.indicators.overview import readings
from coprod_core.store.snapshots import EVERY
from coprod_core.store.store import Store
from coprod_core.web.asked import Ring
from coprod_core.web.model import Actor, Web
from coprod_ui.charts.course import course_chart
from coprod_ui.meeting import current
from coprod_ui.meeting.timeline import timeline
from coprod_ui.sentences.strip import strip_gap
from coprod_ui.words import words
from tests.screens.window import Window


def lived(store: Store, web: Web) -> str:
    """A meeting in which a group was invited, that was undone, and an organisation got another place."""
    meeting = store.begin(web)
    for seen, act in enumerate([Seat("piles", 6), Undo(), Seat("city", 2)], 1):
        store.append(meeting, act, seen=seen)
    return meeting


def test_a_meeting_that_just_began_says_what_will_stand_here(small: Window) -> None:
    assert small.words("history.nothing_yet") in small.go("history").text


def test_the_steps_stand_in_words_with_the_newest_first_and_undone_ones_said_so(store: Store, small_web: Web) -> None:
    window = Window(lived(store, small_web), screen="history")
    newest_first = window.within("acts")
    invited = window.words("say_act.seated", name="Bewoners met rotte palen")
    told = [
        window.words("say_act.seated", name="Gemeente"),
        window.words("history.undone", what=invited),
        f"{invited} ({window.words('history.was_undone')})",
        window.words("history.began"),
    ]
    places = [newest_first.index(sentence) for sentence in told]
    assert places == sorted(places)


def test_a_moment_shows_the_readings_as_they_were_and_changes_nothing(store: Store, small_web: Web) -> None:
    window = Window(lived(store, small_web), screen="history")
    head = window.loaded.head
    window.press("moment_earlier").press("moment_earlier")
    assert window.value("moment_slider") == 2
    then = timeline(window.meeting, window.loaded).steps[1].now.web
    assert then.actor_by_id["piles"].seats == 6
    assert strip_gap(readings(then), then, window.words) in window.text
    assert window.words("history.since") in window.text
    assert window.loaded.head == head


def test_the_slider_the_list_and_the_buttons_choose_the_same_moment(store: Store, small_web: Web) -> None:
    window = Window(lived(store, small_web), screen="history")
    assert window.change("moment_slider", 3).value("moment_slider") == 3
    assert window.press("to_step_1").value("moment_slider") == 1
    assert window.app.get_by_key("moment_earlier").disabled
    assert window.press("moment_later").value("moment_slider") == 2


def test_who_looks_at_now_goes_along_and_who_looks_back_stays(store: Store, small_web: Web) -> None:
    window = Window(lived(store, small_web), screen="history")
    window.press("undo")
    assert window.value("moment_slider") == 5
    window.change("moment_slider", 2).press("redo")
    assert window.value("moment_slider") == 2


def test_a_copy_can_begin_at_an_earlier_moment_and_is_compared_at_once(store: Store, small_web: Web) -> None:
    window = Window(lived(store, small_web), screen="history")
    before = window.loaded.head
    window.change("moment_slider", 2)
    window.change(window.draft("copy_of_moment", "name"), "  toen de bewoners  meededen ").press("copy_sure")
    (scenario,) = store.forks_of(window.meeting)
    assert (scenario.title, scenario.forked_at_seq) == ("toen de bewoners meededen", 2)
    assert store.load(scenario.id).history.web.actor_by_id["piles"].seats == 6
    assert window.loaded.head == before
    assert window.value(f"compare_{scenario.id}")


def test_a_copy_from_a_moment_without_a_name_says_which_moment(store: Store, small_web: Web) -> None:
    window = Window(lived(store, small_web), screen="history")
    window.change("moment_slider", 3).press("copy_sure")
    assert [each.title for each in store.forks_of(window.meeting)] == [window.words("history.copied", seq=3)]


def test_a_bookmark_names_a_moment_is_found_again_and_leaves_undo_alone(store: Store, small_web: Web) -> None:
    window = Window(lived(store, small_web), screen="history")
    before = window.web
    window.change("moment_slider", 2).change("bookmark_2", "voordat de huurders spraken")
    assert window.loaded.history.bookmarks == {2: "voordat de huurders spraken"}
    assert window.web == before
    assert window.press("moment_later").press("to_bookmark_2").value("moment_slider") == 2
    window.change("bookmark_2", "")
    assert window.loaded.history.bookmarks == {}
    assert window.words("history.no_bookmarks") in window.text
    window.press("undo")
    assert not window.web.actor_by_id["city"].seated


def test_names_and_bookmarks_from_people_stand_as_plain_text(store: Store, small_web: Web) -> None:
    meeting = store.begin(small_web)
    store.append(meeting, AddActor(Actor("x", "<b>*sterk*</b>", "citizens")), seen=1)
    window = Window(meeting, screen="history").change("bookmark_2", "[klik](https://x.nl) <i>")
    assert "\\<b\\>\\*sterk\\*" in window.text
    assert "[klik]" not in window.within("bookmarks")


def test_going_on_with_an_earlier_web_is_one_act_that_can_be_undone(store: Store, small_web: Web) -> None:
    window = Window(lived(store, small_web), screen="history")
    assert window.app.get_by_key("go_on_from_here").disabled
    before, head = window.web, window.loaded.head
    window.change("moment_slider", 2).press("go_on_from_here")
    assert window.web.actor_by_id["piles"].seats == 6
    assert window.loaded.head == head + 1
    window.press("undo")
    assert window.web == before


def test_the_course_has_words_for_who_cannot_see_it_and_a_table_on_request(store: Store, small_web: Web) -> None:
    window = Window(lived(store, small_web), screen="history")
    for lines in ("gap", "feasible", "tensions"):
        window.change_state("course", lines)
        if window.words("course.nothing") not in window.text:
            assert window.app.get_by_key("figure_course").proto.alt
    window.change_state("course", "gap").open("table_course")
    (table,) = window.app.table
    assert len(table.value) == 4


POINTS = tuple(
    Point(seq, {"places": places, "views": 0.4, "attention": None})
    for seq, places in enumerate([None, 0.2, 0.8, 0.7], 1)
)
TIMES = {1: "20:01", 2: "20:01", 3: "20:02", 4: "20:02"}


def test_a_line_stands_only_where_there_was_a_reading_and_says_its_numbers_when_asked() -> None:
    drawn = [
        course_chart(POINTS, LINES["gap"], TIMES, 2, {}, str, words("nl"), digits, dark=False).figure
        for digits in (True, False)
    ]
    for figure in drawn:
        assert figure.data[0].y == (None, 20, 80, 70, 70)
        assert set(figure.data[2].y) == {None}
        assert figure.layout.xaxis.ticktext == ("20:01", "20:02")
    assert [line.name for line in drawn[0].data] == [
        f"{words('nl')('course_lines.places')} (20 → 70)",
        f"{words('nl')('course_lines.views')} (40 → 40)",
        words("nl")("course_lines.attention"),
    ]
    assert not any(char.isdigit() for line in drawn[1].data for char in line.name)


def test_the_course_in_words_says_where_each_line_began_and_ended() -> None:
    said = course_chart(POINTS, LINES["gap"], TIMES, 2, {}, str, words("en"), True, False).alt
    assert "gap in seats: from 20 in 100 to 70 in 100" in said
    assert "gap in attention: cannot be calculated yet" in said


def test_a_bookmark_in_the_picture_is_plain_text() -> None:
    hostile = {2: "<a href='https://x.nl'>klik</a>"}
    figure = course_chart(POINTS, LINES["gap"], TIMES, 2, hostile, str, words("nl"), digits=True, dark=True).figure
    assert [note.text[:5] for note in figure.layout.annotations] == ["&lt;a"]


def test_the_largest_change_is_found_among_the_lines_shown() -> None:
    assert largest_change(POINTS, LINES["gap"]) == POINTS[2]
    assert largest_change(POINTS, ("views",)) is None


def test_a_long_meeting_is_sampled_and_says_so(store: Store, small_web: Web) -> None:
    meeting = store.begin(small_web)
    acts = [(ChangeMeeting({"notes": f"{n}"}), None) for n in range(MOST_POINTS + 20)]
    store.append_all(meeting, acts, seen=1)
    window = Window(meeting, screen="history")
    count = MOST_POINTS + 21
    points = course(timeline(meeting, window.loaded).steps)
    assert window.words("course.sampled", shown=len(points), count=count) in window.text
    assert window.words("course.flat") in window.text
    assert (points[0].seq, points[-1].seq) == (1, count)
    assert MOST_POINTS / 2 < len(points) <= MOST_POINTS


@given(st.integers(1, 5000), st.integers(3, 60))
def test_moments_are_sampled_evenly_with_the_first_and_the_last(count: int, most: int) -> None:
    places = sampled(count, most)
    assert places[0] == 1
    assert places[-1] == count
    assert len(places) <= most
    assert len({later - earlier for earlier, later in pairwise(places[1:-1])}) <= 1
    assert set(sampled(count + 1, most)) <= {*places, count + 1}


@given(st.integers(EVERY * MOST_POINTS // 2, 1_000_000))
def test_in_a_long_meeting_a_web_is_kept_at_every_moment_that_is_shown(count: int) -> None:
    assert [place for place in sampled(count)[1:-1] if place % EVERY] == []


def test_what_was_known_of_a_timeline_is_not_done_again(store: Store, small_web: Web) -> None:
    meeting = lived(store, small_web)
    before = timeline(meeting, store.load(meeting))
    assert timeline(meeting, store.load(meeting)) is before
    store.append(meeting, Seat("street", 1), seen=4)
    after = timeline(meeting, store.load(meeting))
    assert after.steps[:4] == before.steps
    assert after.history.web == store.load(meeting).history.web


def test_a_meeting_saved_with_its_history_opens_elsewhere_with_every_step(store: Store, small_web: Web) -> None:
    meeting = lived(store, small_web)
    window = Window(meeting, screen="history").change("moment_slider", 2).change("bookmark_2", "hier")
    assert window.open("meeting_menu").shows("save_history")
    file = meeting_file.write(store.export(meeting)).encode()
    start = Window(screen="start")
    start.open("file_menu").app.get_by_key(start.draft("file", "file")).upload("oud.json", file, "application/json")
    start.run()
    assert start.words.plural("start.file_steps", 5) in start.text
    start.press("file_open")
    assert start.meeting != meeting
    assert start.web == window.web
    assert current.store().export(start.meeting) == store.export(meeting)
    assert "hier" in start.go("history").within("bookmarks")


def test_a_damaged_meeting_file_says_where_and_begins_nothing(store: Store, small_web: Web) -> None:
    text = meeting_file.write(store.export(lived(store, small_web))).replace('"seats": 2', '"seats": -2')
    start = Window(screen="start")
    start.open("file_menu").app.get_by_key(start.draft("file", "file")).upload(
        "oud.json", text.encode(), "application/json"
    )
    start.run()
    assert start.words("start.file_refused") in start.text
    assert "entries" in start.text
    assert not start.shows("file_open")
    assert len(store.meetings()) == 1


def test_who_moved_on_the_power_map_is_told_in_the_words_of_its_pictures(store: Store, small_web: Web) -> None:
    meeting = store.begin(small_web)
    acts = [
        ChangeActor("piles", {"power": "little", "ring_ours": "think"}),
        Bookmark(2, "verkenning"),
        PutInRing("piles", Ring.WORK, 2.0),
        ChangeActor("piles", {"power": "some", "trust": "weak"}),
    ]
    for seen, act in enumerate(acts, 1):
        store.append(meeting, act, seen=seen)
    window = Window(meeting, screen="history").open("moved")
    moved = window.words("moved.between", first="verkenning", last=window.words("moved.now"))
    assert moved in window.text
    told = window.within("moved_told")
    assert "macht buiten de tafel, eerst ‘weinig macht’, later ‘redelijk machtig’" in told
    assert "ring nu, eerst ‘buiten de ringen’, later ‘meewerken’" in told
    assert "verstandhouding" not in told.replace(window.words("moved.noted"), "")
    window.change("moved_noted", True)
    assert "verstandhouding met ons, eerst ‘nog niet gevraagd’, later ‘moet groeien’" in window.within("moved_told")
    window.change(f"moved_with_{len(acts) + 1}", 1)
    assert "eerst ‘nog niet gevraagd’, later ‘redelijk machtig’" in window.within("moved_told")


def test_where_nobody_moved_that_is_said_and_so_is_who_came(store: Store, small_web: Web) -> None:
    meeting = store.begin(small_web)
    store.append(meeting, AddActor(Actor("new", "Nieuw", "citizens")), seen=1)
    told = Window(meeting, screen="history").open("moved").within("moved_told")
    words_ = words("nl")
    assert words_("moved.nobody") in told
    assert words_.plural("moved.alone", 1) in told
