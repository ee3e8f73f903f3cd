"""Files that other programs made: small samples of ours in their formats, and what we take them for."""

import io
import json
import zipfile

import networkx
import openpyxl
import pytest

from coprod_core.exchange import INCOMING, Choices, format_of
from coprod_core.exchange.lz_utf16 import unpacked_text
from coprod_core.files.json_file import FileError
from coprod_core.web.model import Actor, Interest, Sphere, Stake, Web

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
    return INCOMING[name].read(content, "Bestand", **options)


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
    found = brought("kumu", KUMU, choices=Choices(parties={elements["Groen"]}))
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
        (b"partij,gewicht,belang\nA,9,B\n", "B2", "scale_unknown"),
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


# -- other shapes of networks ---------------------------------------------------------------------------------------

GEXF = """<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="%s">
<attributes class="node"><attribute id="0" title="Type" type="string"/></attributes>
<nodes><node id="1" label="Bewoners"><attvalues><attvalue for="0" value="Stakeholder"/></attvalues></node>
<node id="2" label="Rust"/></nodes><edges><edge id="0" source="1" target="2" weight="%s"/></edges></graph></gexf>"""


def test_a_file_of_gephi_comes_in_with_its_labels_types_and_weights():
    found = brought("gexf", (GEXF % ("undirected", "0.5")).encode())
    assert [actor.name for actor in found.web.actors] == ["Bewoners"]
    assert [stake.weight for stake in found.web.stakes] == [0.5]
    assert notes(found)["weights_from_0_to_1"] == 1


def test_weights_on_a_scale_of_their_own_are_not_used_until_a_person_says_its_top():
    content = (GEXF % ("directed", "4")).encode()
    found = brought("gexf", content)
    assert (found.weights_to, [stake.weight for stake in found.web.stakes]) == (4, [0.4])
    assert notes(found)["weights_on_own_scale"] == 1
    said = brought("gexf", content, choices=Choices(largest_weight=5))
    assert [stake.weight for stake in said.web.stakes] == [0.8]


@pytest.mark.parametrize("apart", [True, False])
def test_a_network_of_cytoscape_comes_in(apart):
    nodes = [{"data": {"id": "n1", "label": "Bewoners", "type": "group"}}, {"data": {"id": "n2", "name": "Rust"}}]
    edges = [{"data": {"id": "e", "source": "n1", "target": "n2", "interaction": "-"}}]
    elements = {"nodes": nodes, "edges": edges} if apart else [*nodes, *edges]
    found = brought("cytoscape", {"elements": elements})
    assert [actor.name for actor in found.web.actors] == ["Bewoners"]
    assert [stake.position for stake in found.web.stakes] == [-1]


def test_node_link_of_networkx_1_names_ends_by_number():
    data = {
        "directed": True,
        "graph": [],
        "multigraph": False,
        "nodes": [{"id": "Bewoners"}, {"id": "Rust"}],
        "links": [{"source": 0, "target": 1}],
    }
    assert [stake.actor for stake in brought("node_link", data).web.stakes] == ["a1"]


def test_a_group_of_yed_says_what_stands_in_it_and_is_no_element():
    label = '<data key="d6"><y:N xmlns:y="y"><y:NodeLabel>%s</y:NodeLabel></y:N></data>'
    text = (
        '<graphml><key for="node" id="d6" yfiles.type="nodegraphics"/><graph edgedefault="directed">'
        f'<node id="g">{label % "Stakeholders"}<graph><node id="a">{label % "Bewoners"}</node></graph></node>'
        f'<node id="b">{label % "Rust"}</node><edge source="b" target="a"/></graph></graphml>'
    )
    found = brought("graphml", text.encode())
    assert [actor.name for actor in found.web.actors] == ["Bewoners"]
    assert [interest.name for interest in found.web.interests] == ["Rust"]
    assert [note.params["names"] for note in found.notes if note.code == "groups_left_out"] == [("Stakeholders",)]


def test_a_note_that_prsm_keeps_with_a_layout_is_read_as_words():
    nodes = [{"id": "1", "label": "Buren", "grp": "g", "note": {"ops": [{"insert": "wonen "}, {"insert": "hier\n"}]}}]
    found = brought("prsm", {"nodes": nodes, "edges": [], "styles": {"nodes": {"g": {"groupLabel": "groep"}}}})
    assert found.web.actors[0].notes == "wonen hier"


def test_where_nothing_says_who_is_a_party_that_is_told():
    found = brought("node_link", {"nodes": [{"id": "Rust"}, {"id": "Groen"}], "links": []})
    assert (len(found.web.interests), notes(found)) == (2, {"no_parties": 2})


# -- OpenDocument ---------------------------------------------------------------------------------------------------

ODS = (
    '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"><office:automatic-styles>'
    '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    "</office:automatic-styles><office:body><office:spreadsheet>"
    '<table:table table:name="Oud" table:style-name="ta2"><table:table-row>'
    '<table:table-cell office:value-type="string">'
    "<text:p>Geheim</text:p></table:table-cell></table:table-row></table:table>"
    '<table:table table:name="Lijst">%s<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
    'table:number-columns-repeated="16384"/></table:table-row></table:table>'
    "</office:spreadsheet></office:body></office:document-content>"
)


def ods(*rows):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", ODS % "".join(f"<table:table-row>{row}</table:table-row>" for row in rows))
    return content.getvalue()


def cell(text, more=""):
    return f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p></table:table-cell>'


def test_a_spreadsheet_of_libreoffice_comes_in_with_merged_cells_and_without_hidden_sheets():
    heading = cell("Partij") + cell("Belang") + cell("Gewicht")
    half = '<table:table-cell office:value-type="float" office:value="0.5"/>'
    found = brought(
        "ods",
        ods(
            heading,
            cell("Bewoners<text:s/>Kade", 'table:number-rows-spanned="2"') + cell("Rust") + half,
            "<table:covered-table-cell/>" + cell("Groen") + half,
        ),
    )
    web = found.web
    assert [(stake.actor, stake.weight) for stake in web.stakes] == [("a1", 0.5), ("a1", 0.5)]
    assert web.actors[0].name == "Bewoners Kade"
    assert [note.params["names"] for note in found.notes if note.code == "sheets_hidden"] == [("Oud",)]


def test_a_cell_that_says_that_it_stands_there_a_million_times_is_refused():
    with pytest.raises(FileError) as refused:
        brought("ods", ods(cell("Partij"), cell("x", 'table:number-columns-repeated="1000000"')))
    assert (refused.value.code, refused.value.faults[0].place) == ("too_many", "Lijst!2")


def test_a_formula_in_a_spreadsheet_of_libreoffice_is_refused_where_it_is_used():
    with pytest.raises(FileError) as refused:
        brought("ods", ods(cell("Partij"), cell("x", 'table:formula="of:=1+1"')))
    assert (refused.value.code, refused.value.faults[0].place) == ("formula", "Lijst!A2")
