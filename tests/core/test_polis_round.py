"""A round of ours as the tables of a Pol.is export: counts by group, read back as the same groups and sides."""

import csv
import io
import zipfile
from datetime import UTC, datetime

from coprod_core.exchange import INCOMING, format_of
from coprod_core.exchange.polis_round import write_round
from coprod_core.rounds.results import InterestResults, results_of
from coprod_core.rounds.values import NO_GROUP, Answer, Named, Questions
from coprod_core.web.conventions import WEIGHT_NAMES

NOT_AFFECTED = Answer(WEIGHT_NAMES[0], True)
FOR, AGAINST = Answer(WEIGHT_NAMES[2], True), Answer(WEIGHT_NAMES[3], False)
LEVELS = (0.0, 0.1, 0.4, 1.0)
ASKED = Questions("Wat vindt u van de kade?", (Named("k1", "Rust"), Named("k2", "=Terras"), Named("k3", "Groen")))
GROUPS = {"a1": "Bewoners", "a2": "Winkeliers", NO_GROUP: "Iedereen anders"}
OPENED = datetime(2026, 3, 4, 20, 15, tzinfo=UTC)


def shown() -> dict[str, InterestResults]:
    """Of Groen nothing may be shown."""
    rust = results_of({"a1": {FOR: 7, NOT_AFFECTED: 2}, "a2": {AGAINST: 6}}, LEVELS)
    terras = results_of({"a1": {AGAINST: 8}}, LEVELS)
    assert rust is not None
    assert terras is not None
    return {"k1": rust, "k2": terras}


def tables(content: bytes) -> dict[str, list[list[str]]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: list(csv.reader(io.StringIO(archive.read(name).decode()))) for name in archive.namelist()}


def written() -> bytes:
    return write_round("Kade", ASKED, OPENED, shown(), GROUPS)


def test_a_round_stands_in_the_columns_of_pol_is_with_counts_by_group() -> None:
    found = tables(written())
    heading, rust, terras = found["comment-groups.csv"]
    assert heading[:7] == [
        *("comment-id", "comment", "total-votes", "total-agrees", "total-disagrees", "total-passes"),
        "group-a-votes",
    ]
    assert rust == ["0", "Rust", "15", "7", "6", "2", "9", "7", "0", "2", "6", "0", "6", "0"]
    assert terras == ["1", "'=Terras", "8", "0", "8", "0", "8", "0", "8", "0", "0", "0", "0", "0"]
    assert [row[-1] for row in found["comments.csv"]] == ["comment-body", "Rust", "'=Terras"]
    assert found["summary.csv"][0] == ["topic", "Wat vindt u van de kade?"]


def test_no_table_says_what_one_person_said_and_what_may_not_be_shown_is_not_there() -> None:
    found = tables(written())
    assert set(found) == {"summary.csv", "comments.csv", "comment-groups.csv"}
    assert "Groen" not in str(found)
    assert {name for row in found["summary.csv"] for name in row} & {"Bewoners", "Winkeliers", "Iedereen anders"} == {
        "Bewoners",
        "Winkeliers",
    }


def test_it_reads_back_as_the_same_groups_with_the_same_sides() -> None:
    content = written()
    assert format_of(content).name == "polis"
    brought = INCOMING["polis"].read(content, "kade")
    web = brought.web
    assert [(actor.name, actor.people) for actor in web.actors] == [("Bewoners", 9), ("Winkeliers", 6)]
    assert {interest.name for interest in web.interests} == {"Rust", "=Terras"}
    by_name = {(web.actor_by_id[s.actor].name, web.interest_by_id[s.interest].name): s.position for s in web.stakes}
    assert by_name == {("Bewoners", "Rust"): 1, ("Winkeliers", "Rust"): -1, ("Bewoners", "=Terras"): -1}
    assert "polis_by_group" in {note.code for note in brought.notes}


def test_counts_by_group_of_pol_is_itself_are_read_with_who_is_in_no_group() -> None:
    rows = [
        "comment-id,comment,total-votes,total-agrees,total-disagrees,total-passes,"
        "group-a-votes,group-a-agrees,group-a-disagrees,group-a-passes",
        "4,Meer bomen,20,14,5,1,12,10,2,0",
    ]
    comments = ["comment-id,author-id,agrees,disagrees,moderated,comment-body", "4,1,14,5,1,Meer bomen"]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("comments.csv", "\n".join(comments))
        archive.writestr("x-comment-groups.csv", "\n".join(rows))
    web = INCOMING["polis"].read(packed.getvalue()).web
    assert [(actor.name, actor.people) for actor in web.actors] == [("Group A", 12), ("Other participants", 8)]
