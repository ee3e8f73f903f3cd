"""Tables of who lives in a neighbourhood, our own and those of CBS: what they bring, and what is refused."""

import csv
import io
import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.exchange import cbs
from coprod_core.exchange.cbs import CbsFile, Choice, headcounts
from coprod_core.exchange.population_csv import holds_population, read_population, write_population, write_quotas
from coprod_core.files.fault_text import line
from coprod_core.files.json_file import FileError
from coprod_core.indicators.quotas import Quota
from coprod_core.web.headcount import Headcount

SAMPLES = Path(__file__).parents[1] / "samples"
POPULATION = (SAMPLES / "population.csv").read_bytes()
STATLINE, KWB = ((SAMPLES / f"cbs_{name}.csv").read_bytes() for name in ("statline", "kwb"))

names = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Zs"), include_characters=" '=+-@"), max_size=9
).map(lambda text: f"{text.strip()}x"[::-1].strip())
tables = st.lists(
    st.builds(Headcount, names, names, st.integers(0, 9_000), st.none() | st.integers(0, 30), st.just("CBS")),
    min_size=1,
    max_size=6,
    unique_by=lambda held: held.kind,
).map(tuple)


# -- feature,value,count --------------------------------------------------------------------------------------------


def test_a_table_of_feature_value_and_count_is_read() -> None:
    found = read_population("population.csv", POPULATION)
    assert found[0] == Headcount("Leeftijd", "tot 25", 555, source="population.csv")
    assert [held.kind for held in found][-1] == ("Woning", "koop")
    assert holds_population(POPULATION)


@given(tables)
def test_what_is_written_reads_back_as_it_was(population: tuple[Headcount, ...]) -> None:
    assert read_population("x.csv", write_population(population, with_table=True)) == population


@given(tables)
def test_no_cell_that_goes_out_is_a_formula(population: tuple[Headcount, ...]) -> None:
    quotas = [Quota(held.feature, held.value, 0, 1) for held in population]
    for content in (write_population(population), write_quotas(quotas)):
        cells = [cell for row in csv.reader(io.StringIO(content.decode())) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_quotas_go_out_as_tools_for_drawing_lots_read_them() -> None:
    assert write_quotas([Quota("Leeftijd", "tot 25", 3, 5)]) == b"feature,value,min,max\nLeeftijd,tot 25,3,5\n"


@pytest.mark.parametrize("head", ["Feature;Value;Count", "kenmerk;waarde;aantal", '"value";"count";"feature"'])
def test_other_marks_dutch_words_and_another_order_are_read_too(head: str) -> None:
    row = "b;3;a" if head.startswith('"') else "a;b;3"
    assert read_population("x.csv", f"{head}\r\n\r\n{row}\r\n".encode()) == (Headcount("a", "b", 3, source="x.csv"),)


def test_what_a_spreadsheet_on_windows_writes_is_read_too() -> None:
    (held,) = read_population("x.csv", "feature;value;count\nHerkomst;één;3\n".encode("cp1252"))
    assert held.value == "één"


HEAD = "feature,value,count\n"


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("", "empty_table", "x.csv, 1"),
        (HEAD, "empty_table", "x.csv, 1"),
        ("feature,value\na,b\n", "column_missing", "x.csv, 1"),
        ("feature,value,count,count\na,b,1,2\n", "duplicate_key", "x.csv, 1, count"),
        (HEAD + "a,b,\n", "not_whole", "x.csv, 2, count"),
        (HEAD + "a,b,many\n", "not_whole", "x.csv, 2, count"),
        (HEAD + "a,b,1.5\n", "not_whole", "x.csv, 2, count"),
        (HEAD + "a,b,1.250\n", "not_whole", "x.csv, 2, count"),
        (HEAD + "a,b,-1\n", "out_of_range", "x.csv, 2, count"),
        (HEAD + "a,b,9999999999\n", "out_of_range", "x.csv, 2, count"),
        (HEAD + "a,,1\n", "blank", "x.csv, 2, value"),
        (HEAD + "a,b\u202ec,1\n", "hidden_character", "x.csv, 2, value"),
        (HEAD + f"a,{'b' * 201},1\n", "too_long", "x.csv, 2, value"),
        (HEAD + "a,b,1\na,b,2\n", "duplicate_headcount", "x.csv, 3, value"),
        (HEAD + "a,b,1,9\n", "row_too_long", "x.csv, 2"),
        (HEAD + 'a,"b,1\n', "damaged_table", "x.csv, 2"),
        (HEAD + 'a,"b"c,1\n', "damaged_table", "x.csv, 2"),
        (HEAD + "".join(f"a,{n},1\n" for n in range(501)), "too_many_rows", "x.csv, 502"),
    ],
)
def test_a_refusal_names_the_file_the_line_and_the_column(text: str, code: str, place: str) -> None:
    with pytest.raises(FileError) as refused:
        read_population("x.csv", text.encode())
    (fault,) = refused.value.faults
    assert (fault.code, fault.place) == (code, place)
    assert line(fault).isprintable()


# -- the file of CBS ------------------------------------------------------------------------------------------------


def choices(file: CbsFile, *features: str) -> list[Choice]:
    """What is known of the columns, as a person would take it over."""
    return [
        Choice(column, known.feature, known.value, bool(known.of), file.total(known))
        for column, known in file.preset.items()
        if not features or known.feature in features
    ]


def counted(file: CbsFile, name: str, *features: str) -> dict[tuple[str, str], float]:
    region = next(region for region in file.regions if region.name == name)
    found = headcounts(file.row(region.line), choices(file, *features))
    return {held.kind: held.count for held in found.headcounts}


@pytest.mark.parametrize("content", [STATLINE, KWB], ids=["statline", "kwb"])
def test_a_region_of_either_file_becomes_headcounts(content: bytes) -> None:
    file = CbsFile("cbs.csv", content)
    kade = next(region for region in file.regions if region.name == "De Kade")
    assert (kade.sort, kade.place, kade.code) == ("Buurt", "Voorbeeldstad", "BU99980101")
    found = counted(file, "De Kade")
    assert found["age", "from_15"] == 315
    assert found["household", "one_person"] == 560
    assert {feature for feature, _ in found} == {"age", "sex", "household", "tenure"}


def test_a_percentage_counts_as_that_part_of_what_it_is_of_with_a_decimal_comma() -> None:
    found = counted(CbsFile("cbs.csv", STATLINE), "De Kade", "tenure")
    assert found == {
        ("tenure", "owned"): 308,
        ("tenure", "housing_association"): 616,
        ("tenure", "other_landlord"): 196,
    }


def test_rented_dwellings_together_are_taken_where_the_file_does_not_say_who_lets_them() -> None:
    found = counted(CbsFile("cbs.csv", KWB), "De Kade", "tenure")
    assert found == {("tenure", "owned"): 302, ("tenure", "rented"): 806}


def test_where_the_whole_is_not_known_a_percentage_is_so_many_of_100() -> None:
    file = CbsFile("cbs.csv", STATLINE)
    (choice, *_) = choices(file, "tenure")
    row = file.row(file.regions[1].line)
    assert headcounts(row, [Choice(choice.column, "Home", "owned", percent=True)]).headcounts[0].count == 28


def test_what_is_secret_is_left_out_and_named_and_never_guessed() -> None:
    file = CbsFile("cbs.csv", STATLINE)
    dike = next(region for region in file.regions if region.name == "Achter de Dijk")
    found = headcounts(file.row(dike.line), choices(file, "age", "tenure"))
    assert {held.value for held in found.headcounts} == {"from_25", "from_45", "from_65"}
    assert found.not_given[:2] == ("k_0Tot15Jaar_8", "k_15Tot25Jaar_9")
    assert len(found.not_given) == 5


def test_where_people_come_from_is_never_taken_over_by_itself() -> None:
    with_origin = STATLINE.replace(b'"Mannen_6"', b'"Nederland_17"').replace(b'"Vrouwen_7"', b'"BuitenEuropa_19"')
    assert {known.feature for known in CbsFile("x.csv", with_origin).preset.values()} == {"age", "household", "tenure"}


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        ("k_15Tot25Jaar_9", "3 15", "not_whole"),
        ("Koopwoningen_47", "half", "not_a_number"),
        ("Koopwoningen_47", "107", "out_of_range"),
    ],
)
def test_a_number_that_is_none_is_refused_at_its_line_and_column(column: str, text: str, code: str) -> None:
    was = {"k_15Tot25Jaar_9": b'"     315"', "Koopwoningen_47": b'"    27,5"'}[column]
    file = CbsFile("cbs.csv", STATLINE.replace(was, f'"{text}"'.encode()))
    with pytest.raises(FileError) as refused:
        counted(file, "De Kade")
    assert [(fault.code, fault.place) for fault in refused.value.faults] == [(code, f"cbs.csv, 3, {column}")]


def test_a_file_that_is_too_large_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cbs, "LARGEST_FILE", 10)
    with pytest.raises(FileError) as refused:
        CbsFile("cbs.csv", STATLINE)
    assert refused.value.code == "file_too_large"


def test_a_file_with_too_many_regions_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cbs, "MOST_REGIONS", 2)
    with pytest.raises(FileError) as refused:
        CbsFile("cbs.csv", STATLINE)
    assert [(fault.code, fault.place) for fault in refused.value.faults] == [("too_many_rows", "cbs.csv, 4")]


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_table_is_read_or_refused_and_never_anything_else(seed: int) -> None:
    luck = random.Random(seed)
    outcomes: Counter[str] = Counter()
    for _ in range(150):
        name, content = luck.choice([("population", POPULATION), ("cbs", STATLINE), ("cbs", KWB)])
        one, other = sorted(luck.randrange(len(content) + 1) for _ in range(2))
        odd = luck.choice([b'"', b"\n", b";;;;", b"\x00", b"\x81", b".", b"-1", "\u202e".encode(), b"9" * 40])
        broken = luck.choice(
            [content[:one], content[:one] + odd + content[one:], content[:one] + content[other:], content + odd]
        )
        try:
            if name == "population":
                read_population("x.csv", broken)
            else:
                file = CbsFile("x.csv", broken)
                headcounts(file.row(luck.choice(file.regions).line), choices(file))
            outcomes["read"] += 1
        except FileError as error:
            outcomes["refused" if all(line(fault).isprintable() for fault in error.faults) else "unprintable"] += 1
    assert set(outcomes) == {"read", "refused"}
    assert min(outcomes.values()) > 10
