"""Files that other programs made: small samples of ours in their formats, and what we take them for."""

import io
import json

import networkx
import openpyxl
import pytest

from coprod_core.exchange import FORMATS, format_of
from coprod_core.exchange.lz_utf16 import unpacked_text
from coprod_core.json_file import FileError
from coprod_core.model import Actor, Interest, Sphere, Stake, Web

KUMU = {
    "elements": [
        {"id": "e1", "label": "Bewoners Kade", "type": "Stakeholder", "description": "Aan het water", "tags": ["a"]},
        {"label": "Waterschap", "type": "Organisation"},
        {"label": "Droge kelder", "type": "Need"},
        {"label": "Groen", "type": "Need"},
    ],
    "connections": [
        {"from": "e1", "to": "Droge kelder", "direction": "directed", "type": "+"},
        {"from": "Groen", "to": "Waterschap", "type": "against"},
        {"from": "Droge kelder", "to": "Groen", "type": "-"},
        {"from": "e1", "to": "Waterschap"},
        {"from": "e1", "to": "Droge kelder"},
        {"from": "Groen", "to": "Groen"},
    ],
}
PRSM = {
    "mapTitle": "Kade",
    "styles": {"nodes": {"group1": {"groupLabel": "actoren"}, "group2": {"groupLabel": "Sample"}}},
    "nodes": [
        {"id": "1", "label": "Bewoners\nKade", "grp": "group1", "x": 1, "y": 2},
        {"id": "2", "label": "Droge kelder", "grp": "group2"},
    ],
    "edges": [{"id": "x", "from": "1", "to": "2", "grp": "edge0"}],
}
# what LZ-string 1.5.0 (compressToUTF16) makes of the text beside it
PACKED = (
    "ᯡࡍ䄬Āᔤ堥总Ŭ‷Ц䡠ጴ@ঘᠬ䈠ᨰǸߗ恓䌡嫁旣ࠢᡉҤ¬⢰㠢ࣀޑ勂䀩棠៼嗛☠☾㺣䍐¨擰ݔိ㈿䍄Ṡ⻅੼⎭桸䇐獩‬濌ϗ┤ᨮ㫕幨  ",
    '{"mapTitle":"Kade é☃","nodes":[{"id":"1","label":"Bewoners"},{"id":"2","label":"Droge kelder"}],'
    '"edges":[{"id":"e","from":"1","to":"2"}]}',
)


def brought(name, data, **options):
    content = data if isinstance(data, bytes) else json.dumps(data).encode()
    assert format_of(content).name == name
    return FORMATS[name].read(content, "Bestand", **options)


def notes(found):
    return {note.code: note.params["count"] for note in found.notes}


def test_a_kumu_map_says_which_elements_are_parties_and_which_links_are_against():
    found = brought("kumu", KUMU)
    assert [(a.name, a.sphere) for a in found.web.actors] == [
        ("Bewoners Kade", Sphere.CITIZENS),
        ("Waterschap", Sphere.OTHER_ORGANISATION),
    ]
    assert [interest.name for interest in found.web.interests] == ["Droge kelder", "Groen"]
    assert [stake.position for stake in found.web.stakes] == [1, -1]
    assert [relation.compatibility for relation in found.web.relations] == [-0.5]
    assert (found.web.title, found.web.actors[0].notes) == ("Bestand", "Aan het water")


def test_what_was_assumed_or_left_out_is_told():
    assert notes(brought("kumu", KUMU)) == {
        "assumed_sphere": 1,
        "assumed_weight": 2,
        "left_out_between_parties": 1,
        "left_out_doubles": 1,
        "left_out_loops": 1,
        "assumed_parties": 2,
    }


def test_a_person_says_which_elements_are_parties():
    elements = {element.name: element.id for element in brought("kumu", KUMU).elements}
    found = brought("kumu", KUMU, parties={elements["Groen"]})
    assert [actor.name for actor in found.web.actors] == ["Groen"]
    assert "assumed_parties" not in notes(found)


def test_without_types_the_parties_are_those_from_which_arrows_leave_and_at_which_none_arrive():
    found = brought("prsm", {**PRSM, "styles": {}})
    assert [actor.name for actor in found.web.actors] == ["Bewoners Kade"]
    assert found.web.title == "Kade"


def test_a_prsm_style_that_got_a_name_is_a_type():
    assert [(e.type, e.role) for e in brought("prsm", PRSM).elements] == [("actoren", "party"), ("", "interest")]


def test_a_packed_prsm_map_is_unpacked():
    packed, text = PACKED
    assert unpacked_text(packed) == text
    found = brought("prsm", packed.encode())
    assert [actor.name for actor in found.web.actors] == ["Bewoners"]


def test_what_a_packed_text_unpacks_to_is_bounded():
    with pytest.raises(FileError) as refused:
        unpacked_text(PACKED[0], most=20)
    assert refused.value.code == "unpacks_too_large"


def test_a_network_of_networkx_comes_in_from_graphml_and_node_link_alike():
    graph = networkx.DiGraph()
    graph.add_node(1, label="Bewoners", type="group")
    graph.add_node(2, label="Groen", type="value")
    graph.add_edge(1, 2, weight=0.7)
    content = io.BytesIO()
    networkx.write_graphml(graph, content)
    for name, data in (("graphml", content.getvalue()), ("node_link", networkx.node_link_data(graph, edges="edges"))):
        web = brought(name, data).web
        assert [actor.name for actor in web.actors] == ["Bewoners"]
        assert [stake.weight for stake in web.stakes] == [0.7]


def workbook(**sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


@pytest.mark.parametrize(("factors", "links"), [("Factors", "Links"), ("elements", "connections")])
def test_the_sheets_of_prsm_and_kumu_come_in(factors, links):
    content = workbook(
        **{
            factors: [["Label", "Type"], ["Bewoners", "group"], ["Groen", "value"]],
            links: [["From", "To", "Strength"], ["Bewoners", "Groen", -0.4], ["Bewoners", "Droge kelder", None]],
        }
    )
    web = brought("workbook", content).web
    assert [interest.name for interest in web.interests] == ["Groen", "Droge kelder"]
    assert [(stake.weight, stake.position) for stake in web.stakes] == [(0.4, -1), (0.4, 1)]


def test_a_sheet_of_ones_own_comes_in_as_a_table():
    content = workbook(
        Blad1=[["Partij", "Mensen", "Belang", "Gewicht"], ["Bewoners", 60, "Groen", "++"], [12, 3, "Rust", 1]]
    )
    web = brought("workbook", content).web
    assert [(actor.name, actor.people) for actor in web.actors] == [("Bewoners", 60), ("12", 3)]


@pytest.mark.parametrize(
    "table",
    [
        "partij,mensen,belang,gewicht\nDe buurt,60,Groen,0.4\n",
        "Partij;Mensen;Belang;Gewicht\r\nDe buurt;60;Groen;0,4\r\n",
        "party\tpeople\tinterest\tweight\nDe buurt\t60\tGroen\t++\n",
        "\ufeffinterest,party,weight,people,extra\nGroen,De buurt,0.4,60,x\n",
    ],
)
def test_a_table_is_read_however_it_was_written(table):
    web = Web(
        title="Bestand",
        actors=(Actor("a1", "De buurt", "citizens", people=60),),
        interests=(Interest("k1", "Groen"),),
        stakes=(Stake("a1", "k1", 0.4),),
    )
    assert brought("table", table.encode()).web == web
    assert brought("table", table.lstrip("\ufeff").encode("utf-16")).web == web


def test_letters_as_windows_writes_them_are_read():
    assert brought("table", "partij;belang\nCafé;Één\n".encode("cp1252")).web.actors[0].name == "Café"


def test_an_assumption_never_replaces_what_was_known():
    web = Web(
        actors=(Actor("a", "Bewoners Kade", "political_authority", people=9),),
        interests=(Interest("k", "Droge kelder"),),
        stakes=(Stake("a", "k", 0.9, -0.5),),
    )
    onto = brought("kumu", {**KUMU, "connections": [{"from": "e1", "to": "Droge kelder"}]}).onto(web)
    assert (onto.actors[0].sphere, onto.actors[0].people) == ("political_authority", 9)
    assert onto.stakes == web.stakes


# -- refused, with the place ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "place", "code"),
    [
        (b"", "", "unknown_format"),
        (b"hello", "", "unknown_format"),
        (b"{}", "", "unknown_format"),
        (b'{"format": "coprod-web",}', "", "not_json"),
        (b"PK\x03\x04xl/ nothing", "", "damaged_archive"),
        (b"partij,gewicht,belang\nA,9,B\n", "B2", "out_of_range"),
        (b"partij,gewicht,belang\nA,x,B\n", "B2", "not_a_number"),
        (b"partij,soort\nA,reus\n", "B2", "unknown_choice"),
        (b"partij,gewicht\nA,1\n", "B2", "missing"),
        (b"partij\n", "", "nothing_in_it"),
        (b'{"elements": []}', "", "nothing_in_it"),
        (b'{"elements": [{"label": 3}, 4]}', "elements[1]", "not_an_object"),
        (b'{"elements": [{"label": "a"}], "connections": [{"from": "a"}]}', "connections[0].to", "missing"),
        (
            b'{"elements": [{"label": "a"}], "connections": [{"from": "a", "to": "b"}]}',
            "connections[0]",
            "no_such_element",
        ),
        (b'<!DOCTYPE graphml [<!ENTITY a "b">]><graphml>&a;</graphml>', "", "xml_with_declarations"),
        (b"<graphml><graph/><graph/></graphml>", "", "not_one_graph"),
        (b"<graphml><graph><node/></graph></graphml>", "node[0].id", "missing"),
        (b"<graphml><graph>", "", "not_xml"),
        (b'<?xml version="1.0" encoding="utf-16"?><graphml/>', "", "not_utf8"),
        (workbook(Factors=[["Label"], ["=1+1"]], Links=[["From", "To"]]), "Factors!A2", "formula"),
        (workbook(Links=[["From", "To"], ["a", None]]), "Links!B2", "missing"),
    ],
    ids=range(21),
)
def test_a_file_that_cannot_be_read_says_where(content, place, code):
    with pytest.raises(FileError) as refused:
        format_of(content).read(content).web  # noqa: B018 - that is where the faults between items show
    assert (refused.value.faults[0].place, refused.value.faults[0].code) == (place, code)
