"""A Pol.is export as a web: which vote agrees, who is a group, what is told of whom, and what is refused."""

import csv
import io
import random
import zipfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.exchange.brought import Brought
from coprod_core.exchange.polis_export import Export, read_export, sign_of
from coprod_core.exchange.polis_files import files_of, holds_polis
from coprod_core.exchange.polis_web import By, Names, polis_web
from coprod_core.files.fault_text import line
from coprod_core.files.json_file import FileError
from coprod_core.indicators.overview import readings

SAMPLES = Path(__file__).parents[1] / "samples" / "polis"
NAMES = Names("Pol.is", "Groep {letter}", "Overige deelnemers", "Deelnemers")
FILES = {path.name: path.read_bytes() for path in SAMPLES.glob("*.csv")}

PEOPLE = "participants-votes.csv"


def sample(*leave_out: str) -> Export:
    return read_export({name: content for name, content in FILES.items() if name not in leave_out})


def table(rows: Sequence[Sequence[Any]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def conversation(
    votes: Sequence[Sequence[int | None]],
    groups: Sequence[str] | None = None,
    authors: Sequence[int | str] | None = None,
    turned: int = 1,
) -> Export:
    """An export of people (rows) who voted on statements; `turned` -1: written with the sign the other way round."""
    count = len(votes[0])
    said = [[row[nth] for row in votes] for nth in range(count)]
    comments = [["comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body"]]
    for nth in range(count):
        author = authors[nth] if authors else ""
        comments.append([nth, author, said[nth].count(1), said[nth].count(-1), 1, f"Stelling {nth}"])
    head = ["participant", *([] if groups is None else ["group-id"]), "n-votes", *map(str, range(count))]
    people = [head]
    for person, row in enumerate(votes):
        cells = ["" if vote is None else vote * turned for vote in row]
        people.append([person, *([] if groups is None else [groups[person]]), len(row), *cells])
    return read_export({"c.csv": table(comments), "p.csv": table(people)})


def web_of(export: Export, most: int = 12, by: By = "most_voted") -> Brought:
    return polis_web(export, sign_of(export).agree, most, by, NAMES)


def stakes(brought: Brought) -> dict[tuple[str, str], dict[str, Any]]:
    return {(stake["actor"], stake["interest"]): stake for stake in brought.data["stakes"]}


# -- which vote agrees ----------------------------------------------------------------------------------------------

ballots = st.integers(1, 6).flatmap(
    lambda wide: st.lists(
        st.lists(st.sampled_from([1, 1, 0, -1, None]), min_size=wide, max_size=wide), min_size=5, max_size=20
    )
)


@given(ballots, st.sampled_from([1, -1]))
def test_the_vote_that_agrees_is_found_whichever_way_round_the_file_has_it(votes: list, turned: int) -> None:
    sign = sign_of(conversation(votes, turned=turned))
    columns = list(zip(*votes, strict=True))
    lopsided = any(column.count(1) != column.count(-1) for column in columns)
    assert sign.clear == lopsided
    if lopsided:
        assert sign.agree == turned
        assert sign.fits == sign.of == sum(1 in column or -1 in column for column in columns)


@given(ballots)
def test_turning_the_sign_round_changes_nothing_in_the_web(votes: list) -> None:
    one, other = conversation(votes), conversation(votes, turned=-1)
    if sign_of(one).clear:
        try:
            brought = web_of(one)
        except FileError:
            with pytest.raises(FileError):
                web_of(other)
        else:
            assert brought.data == web_of(other).data


def test_totals_that_are_out_of_date_at_some_statements_do_not_turn_it_round() -> None:
    wrong = FILES["comments.csv"].replace(b",0,1,30,17,1,", b",0,1,3,40,1,")
    assert wrong != FILES["comments.csv"]
    sign = sign_of(read_export({**FILES, "comments.csv": wrong}))
    assert (sign.agree, sign.clear) == (1, True)
    assert sign.fits == sign.of - 1


def test_the_list_of_votes_and_the_table_of_people_tell_the_same_votes() -> None:
    by_people, by_votes = sample(), sample("participants-votes.csv")
    order = [by_votes.people.index(person) for person in by_people.people if person in by_votes.people]
    voted = [nth for nth, person in enumerate(by_people.people) if person in by_votes.people]
    assert (by_people.votes[voted] == by_votes.votes[order]).all()
    assert sign_of(by_people) == sign_of(by_votes)


def test_of_a_person_who_voted_again_the_last_vote_counts_in_whatever_order_the_file_is() -> None:
    comments = table([["comment-id", "agrees", "disagrees", "comment-body"], [0, 0, 1, "Stelling"]])
    head = ["timestamp", "comment-id", "voter-id", "vote"]
    for rows in ([[1, 0, 7, 1], [2, 0, 7, -1]], [[2, 0, 7, -1], [1, 0, 7, 1]]):
        export = read_export({"c.csv": comments, "v.csv": table([head, *rows])})
        assert export.votes.tolist() == [[-1]]


# -- groups and people ----------------------------------------------------------------------------------------------


def test_a_conversation_becomes_parties_interests_and_positions() -> None:
    web = web_of(sample()).web
    assert web.title == "De Waterkant opnieuw"
    assert [(actor.name, actor.people, actor.seats) for actor in web.actors] == [
        ("Groep A", 30, 9),
        ("Groep B", 22, 3),
        ("Groep C", 8, 0),
        ("Overige deelnemers", 9, 0),
    ]
    trees = next(interest for interest in web.interests if interest.name == "Oude bomen blijven staan")
    a, b = (web.stake_by_pair[group, trees.id] for group in ("g1", "g2"))
    assert a.position < -0.5 < 0.5 < b.position
    assert {stake.provenance for stake in web.stakes} == {"data"}
    assert readings(web).gap is not None


def test_what_a_moderator_rejected_is_no_interest_and_is_told() -> None:
    brought = web_of(sample(), most=60)
    assert not [interest for interest in brought.data["interests"] if "scooter" in interest["name"]]
    assert {note.code: dict(note.params) for note in brought.notes}["polis_rejected"] == {"count": 1}


def test_without_groups_everybody_is_one_party_and_it_is_told() -> None:
    brought = web_of(sample("participants-votes.csv"))
    assert [actor.name for actor in brought.web.actors] == ["Deelnemers"]
    assert "polis_no_groups" in {note.code for note in brought.notes}


def ones(people: int, statements: int = 1) -> list[list[int | None]]:
    return [[1] * statements for _ in range(people)]


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ({"0": 6, "1": 4}, ["Groep A"]),
        ({"0": 6, "1": 4, "": 1}, ["Groep A", "Overige deelnemers"]),
        ({"0": 6, "1": 3, "2": 2}, ["Groep A", "Overige deelnemers"]),
        ({"0": 3, "1": 3}, ["Overige deelnemers"]),
        ({"0": 5, "1": 5}, ["Groep A", "Groep B"]),
    ],
)
def test_a_group_of_fewer_than_five_is_not_shown_as_a_group(sizes: dict[str, int], shown: list[str]) -> None:
    groups = [group for group, count in sizes.items() for _ in range(count)]
    brought = web_of(conversation(ones(len(groups)), groups))
    assert [actor["name"] for actor in brought.data["actors"]] == shown


def test_fewer_than_five_people_are_refused() -> None:
    with pytest.raises(FileError) as refused:
        web_of(conversation(ones(4), ["0"] * 4))
    assert refused.value.code == "too_few_people"


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["0", "1", "2", ""]), st.lists(st.sampled_from([1, -1, 0, None]), min_size=3, max_size=3)
        ),
        min_size=5,
        max_size=40,
    ),
    st.lists(st.integers(0, 39), min_size=3, max_size=3),
)  # fmt: skip
def test_nothing_told_of_a_group_rests_on_fewer_than_five_people(people: list, authors: list[int]) -> None:
    groups, votes = [group for group, _ in people], [row for _, row in people]
    try:
        brought = web_of(conversation(votes, groups, authors))
    except FileError:
        return
    assert all(actor["people"] >= 5 for actor in brought.data["actors"])
    shown = {actor["name"]: actor["id"] for actor in brought.data["actors"]}
    letters = {"0": "Groep A", "1": "Groep B", "2": "Groep C"}
    for (actor, interest), stake in stakes(brought).items():
        inside = [g for g, name in letters.items() if shown.get(name) == actor]
        outside = [g for g in ("0", "1", "2", "") if letters.get(g) not in shown]
        of = [n for n, group in enumerate(groups) if group in (inside or outside)]
        asked = {n for n in of if votes[n][int(interest[1:])] is not None}
        wrote = asked & set(authors)
        assert len(asked) >= 5
        assert ("table_position" in stake) == (len(wrote) >= 5 and len(asked - wrote) >= 5)


# -- statements -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "weight", "position"),
    [
        ([1] * 6, 0.4, 1.0),
        ([1, 1, 1, -1, 0, 0], 0.4, 0.5),
        ([1, 1, 0, 0, 0, 0], 0.1, 1.0),
        ([0] * 6, 0.0, 0.0),
        ([1, -1, 0, 0, 0, None], 0.1, 0.0),
    ],
)
def test_the_weight_is_a_word_by_how_many_took_a_side_and_never_the_heaviest(
    said: list[int | None], weight: float, position: float
) -> None:
    (stake,) = web_of(conversation([[vote] for vote in said])).data["stakes"]
    assert (stake["weight"], stake["position"]) == (weight, position)


def test_a_pair_of_which_fewer_than_five_were_asked_is_a_hole_to_ask_about() -> None:
    votes = [[1, 1]] * 4 + [[1, None]] * 4 + [[-1, 1]] * 6
    brought = web_of(conversation(votes, ["0"] * 8 + ["1"] * 6))
    assert brought.data["unknown"] == [{"actor": "g1", "interest": "s1"}]
    assert ("g2", "s1") in stakes(brought)


def test_one_chooses_how_many_statements_and_by_what_and_hears_what_is_left_out() -> None:
    voted, dividing = (web_of(sample(), 3, by) for by in ("most_voted", "most_dividing"))
    assert len(voted.data["interests"]) == len(dividing.data["interests"]) == 3
    assert {note.code: dict(note.params) for note in voted.notes}["polis_left_out_statements"] == {"count": 10}
    names = [interest["name"] for interest in dividing.data["interests"]]
    assert "Oude bomen blijven staan" in names
    assert "Hondenbezitters ruimen zelf op" not in names


def test_a_long_statement_is_cut_off_and_stands_whole_in_the_notes() -> None:
    long = "woord " * 60
    comments = FILES["comments.csv"].replace(b"Oude bomen blijven staan.", long.encode())
    brought = web_of(read_export({**FILES, "comments.csv": comments}))
    (cut,) = [interest for interest in brought.data["interests"] if interest["name"].startswith("woord")]
    assert len(cut["name"]) == 200
    assert cut["notes"] == long.strip()


# -- files ----------------------------------------------------------------------------------------------------------


def zipped(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def test_a_zip_file_brings_what_its_files_bring() -> None:
    packed = zipped({f"export-2024/{name}": content for name, content in FILES.items()} | {"x/readme.txt": b"hello"})
    assert web_of(read_export(files_of("export.zip", packed))).data == web_of(sample()).data


def test_an_export_is_known_by_its_columns_not_by_its_name() -> None:
    assert {name for name, content in FILES.items() if holds_polis(content)} == set(FILES) - {"summary.csv"}
    assert not holds_polis(b"feature,value,count\n")
    renamed = {f"{nth}.csv": content for nth, content in enumerate(FILES.values())}
    assert web_of(read_export(renamed)).data == web_of(sample()).data


def test_columns_may_be_written_otherwise_and_new_ones_are_passed_by() -> None:
    comments = FILES["comments.csv"].replace(b"timestamp,datetime,comment-id", b"importance,is-meta,Comment ID")
    assert len(read_export({**FILES, "comments.csv": comments}).statements) == 14


def test_files_that_are_no_part_of_it_are_named() -> None:
    assert read_export({**FILES, "stats-history.csv": b"n_votes,created\n1,2\n"}).not_used == ("stats-history.csv",)


def changed(name: str, old: str, new: str) -> dict[str, bytes]:
    content = FILES[name].decode()
    assert old in content
    return {**FILES, name: content.replace(old, new, 1).encode()}


@pytest.mark.parametrize(
    ("files", "code", "place"),
    [
        ({}, "polis_without_statements", ""),
        ({"votes.csv": FILES["votes.csv"]}, "polis_without_statements", ""),
        ({"comments.csv": FILES["comments.csv"]}, "polis_without_votes", ""),
        ({**FILES, "again.csv": FILES["votes.csv"]}, "same_table_twice", ", 1"),
        (changed("comments.csv", "agrees,", "agreed,"), "column_missing", "comments.csv, 1"),
        (changed("comments.csv", ",2,4,", ",2,x,"), "not_whole", "comments.csv, 4, author-id"),
        (changed("comments.csv", "60000,,1,", "60000,,0,"), "duplicate_id", "comments.csv, 3, comment-id"),
        (changed(PEOPLE, "0,1,1,11,5,4,-1", "0,1,1,11,5,4,3"), "not_a_vote", f"{PEOPLE}, 2, 0"),
        (changed(PEOPLE, ",12,13\n", ",12,99\n"), "no_such_statement", f"{PEOPLE}, 1, 99"),
        (changed(PEOPLE, ",12,13\n", ",12,12\n"), "duplicate_key", f"{PEOPLE}, 1, 12"),
        (changed(PEOPLE, "\n1,0,", "\n0,0,"), "duplicate_id", f"{PEOPLE}, 3, participant"),
        (changed(PEOPLE, "\n1,0,", "\n1,0,9,"), "row_too_long", f"{PEOPLE}, 3"),
        ({**FILES, "comments.csv": b"\xff\xfe\x00"}, "not_text_file", "comments.csv"),
        ({**FILES, "comments.csv": b""}, "empty_table", "comments.csv, 1"),
        ({**FILES, "comments.csv": FILES["comments.csv"].split(b"\n")[0]}, "empty_table", "comments.csv, 1"),
    ],
)  # fmt: skip
def test_a_refusal_says_the_file_the_line_and_the_column(files: dict[str, bytes], code: str, place: str) -> None:
    with pytest.raises(FileError) as refused:
        read_export(files)
    (fault,) = refused.value.faults
    assert fault.code == code
    assert fault.place.endswith(place) if code == "same_table_twice" else fault.place == place
    assert line(fault).isprintable()


def test_a_vote_in_the_list_of_votes_that_is_none_is_refused_at_its_line() -> None:
    files = changed("votes.csv", ",0,0,-1\n", ",0,0,2\n")
    del files["participants-votes.csv"]
    with pytest.raises(FileError) as refused:
        read_export(files)
    assert [(fault.code, fault.place) for fault in refused.value.faults] == [("not_a_vote", "votes.csv, 2, vote")]


def damaged(content: bytes, luck: random.Random) -> bytes:
    """The file with something wrong: cut off, bytes changed, a piece doubled or left out, odd text put in."""
    one, other = sorted(luck.randrange(len(content) + 1) for _ in range(2))
    odd = luck.choice(
        [b'"', b"\n", b",,,,,,", b"\x00", b"\xff", b";", b"-1e999", "\u202e".encode(), b"=1+1", b"9" * 40]
    )
    kinds = [
        content[:one],
        content[:one] + odd + content[one:],
        content[:one] + content[other:],
        content[:other] + content[one:],
        content[:one] + bytes(luck.randrange(256) for _ in range(5)) + content[one + 5 :],
    ]
    return luck.choice(kinds)


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_file_is_a_web_or_a_refusal_and_never_anything_else(seed: int) -> None:
    luck = random.Random(seed)
    outcomes: Counter[str] = Counter()
    for _ in range(150):
        name = luck.choice(sorted(FILES))
        files = {**FILES, name: damaged(FILES[name], luck)}
        if luck.random() < 0.3:
            files.pop("participants-votes.csv", None)
        packed = zipped(files) if luck.random() < 0.1 else b""
        try:
            held = files_of("x.zip", damaged(packed, luck)) if packed else files
            web_of(read_export(held)).web  # noqa: B018  # made when it is asked for
            outcomes["web"] += 1
        except FileError as error:
            outcomes["refused" if all(line(fault).isprintable() for fault in error.faults) else "unprintable"] += 1
    assert set(outcomes) == {"web", "refused"}
    assert min(outcomes.values()) > 10


def test_an_empty_table_that_is_not_needed_keeps_no_other_from_being_read() -> None:
    export = read_export({**FILES, "stats-history.csv": b""})
    assert export.people == sample().people
    assert "stats-history.csv" in export.not_used
