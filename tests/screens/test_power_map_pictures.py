"""The power map as slides: everybody once, nothing outside its frame, and no word about people that is not theirs."""

import random
import re
import struct
from dataclasses import replace
from datetime import date
from math import hypot
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.files import web_file
from coprod_core.indicators.overview import readings
from coprod_core.indicators.power_map.attitudes import Stance
from coprod_core.web.asked import Attitude, NetworkRole, Power, Ring, Trust, is_small_group
from coprod_core.web.model import Actor, Interest, Option, Sphere, Stake, Web
from coprod_ui.charts.power_map.choices import Choices, NotForThePublic, Perspective, Picture, chosen, stances
from coprod_ui.charts.power_map.dots import png
from coprod_ui.charts.power_map.frame import OFFICIAL_ROOM
from coprod_ui.charts.power_map.letters import LEAST, width, wrapped
from coprod_ui.charts.power_map.manner import HANDED_IN
from coprod_ui.charts.power_map.picture import Slide, slide
from coprod_ui.charts.power_map.places import placed
from coprod_ui.charts.power_map.sheet import IN_TEXT, SLIDE, Box, Paper
from coprod_ui.words import LANGUAGES, words
from tests.core.webs import webs
from tests.examples import examples

CASES = sorted((Path(__file__).parents[2] / "data" / "cases").glob("*.json"))
DAY = date(2026, 11, 28)
FORBIDDEN = re.compile(r"(?i)tegenstander|vijand|tegenspeler|stakeholder|opponent|counterpart|enem")
both = pytest.mark.parametrize("language", LANGUAGES)
four = pytest.mark.parametrize("picture", Picture)
seen = st.sampled_from([(picture, perspective) for picture in Picture for perspective in Perspective])


def drawn(
    web: Web,
    picture: Picture,
    perspective: Perspective = Perspective.NOW,
    language: str = "nl",
    paper: Paper = SLIDE,
) -> Slide:
    read = readings(web)
    choices = chosen(read, picture, may_be_public=True, perspective=perspective)
    return slide(read, choices, DAY, words(language), paper)


def asked_of(web: Web, seed: int) -> Web:
    """The same web with what is asked for the map filled in for many."""
    rng = random.Random(seed)

    def party(actor: Actor) -> Actor:
        few = is_small_group(actor.sphere, actor.people)
        return replace(
            actor,
            power=rng.choice((*Power, None)),
            trust=None if few else rng.choice((*Trust, None)),
            attitude=None if few else rng.choice((*Attitude, None)),
            network_role=rng.choice((*NetworkRole, None)),
            ring_now=rng.choice((*Ring, None)),
            ring_theirs=rng.choice((*Ring, None)),
            ring_ours=rng.choice((*Ring, None)),
        )

    return replace(web, actors=tuple(party(actor) for actor in web.actors))


asked = st.builds(asked_of, webs(), st.integers(0, 1_000))
NAMES = (
    "Bewoners van de Lange Lindelaan",
    "Ondernemersvereniging Binnenstad-Oost",
    "Waterschap Rijn en IJssel",
    "Raad",
)


def crowd(count: int, seed: int = 1, *, in_one_cell: bool = False) -> Web:
    """A web of so many parties that everybody has something at stake in."""
    rng = random.Random(seed)
    spheres = (*Sphere, *(Sphere.CITIZENS,) * 5)
    parties = tuple(
        Actor(f"a{n}", f"{rng.choice(NAMES)} {n}", Sphere.CITIZENS if in_one_cell else rng.choice(spheres), people=50)
        for n in range(count)
    )
    stakes = tuple(
        Stake(party.id, f"k{k}", 1.0 if in_one_cell else rng.choice((0.1, 0.4, 1.0)), rng.choice((1.0, -1.0)))
        for party in parties
        for k in range(3)
    )
    web = Web(
        title="Een project",
        actors=parties,
        interests=tuple(Interest(f"k{k}", f"Belang {k}") for k in range(3)),
        stakes=stakes,
        options=(Option("o", "Plan", effects={"k0": 1.0}),),
    )
    if in_one_cell:
        return replace(web, actors=tuple(replace(p, power="little", network_role="user") for p in web.actors))
    return asked_of(web, seed)


def shown(made: Slide) -> list[str]:
    """Who is drawn, by id."""
    return [one.card.id for one in (*made.sheet.cards, *made.sheet.nodes)]


# -- everybody once ---------------------------------------------------------------------------------------------------


@examples(20)
@given(asked, seen)
def test_every_party_stands_in_every_picture_once(web: Web, about: tuple[Picture, Perspective]):
    made = drawn(web, *about)
    assert sorted([*shown(made), *made.sheet.left_out]) == sorted(web.actor_by_id)
    titles = re.findall(r'<g class="party"><title>', made.drawing.svg)
    assert len(titles) == len(shown(made))


@examples(20)
@given(asked, seen)
def test_cells_and_trays_together_are_the_parties_of_trust_all_but_the_viewpoint(
    web: Web, about: tuple[Picture, Perspective]
):
    read = readings(web)
    choices = chosen(read, about[0], may_be_public=True, perspective=about[1])
    where = placed(read, choices)
    beside = {where.beside} - {None}
    assert beside == ({choices.viewpoint} - {None} if about[0] is Picture.TRUST else set())
    everyone = [id_ for parties in where.held.values() for id_ in parties]
    assert sorted(everyone) == sorted(web.actor_by_id.keys() - beside)


@examples(20)
@given(asked, seen, st.randoms())
def test_another_order_in_the_file_changes_only_the_order_within_cells(
    web: Web, about: tuple[Picture, Perspective], rng: random.Random
):
    read = readings(web)
    choices = chosen(read, about[0], may_be_public=True, perspective=about[1])
    parties = list(web.actors)
    rng.shuffle(parties)
    turned = readings(replace(web, actors=tuple(parties)))
    before, after = placed(read, choices).held, placed(turned, choices).held
    assert {where: set(held) for where, held in before.items()} == {where: set(held) for where, held in after.items()}
    order = [party.id for party in parties]
    assert all(list(held) == sorted(held, key=order.index) for held in after.values())


# -- what is told of people -------------------------------------------------------------------------------------------


@both
@examples(10)
@given(asked, seen)
def test_no_word_joins_an_adversary_to_a_party(language: str, web: Web, about: tuple[Picture, Perspective]):
    """The official words stand in the legend of trust alone, as what a matrix calls its corners."""
    made = drawn(web, *about, language)
    legend = set(wrapped(words(language)("power_map.official_trust"), SLIDE.room, LEAST, 3))
    rest = [line.said for line in made.sheet.text if line.said not in legend]
    assert [line for line in (*rest, made.title, made.said) if FORBIDDEN.search(line)] == []
    parties = re.findall(r'<g class="party">.*?</g>\s*(?=<)', made.drawing.svg, re.DOTALL)
    assert [party for party in parties if FORBIDDEN.search(party)] == []
    assert (about[0] is Picture.TRUST) == bool(FORBIDDEN.search(made.drawing.svg))


def test_trust_is_not_drawn_unless_somebody_says_that_it_may_become_public():
    read = readings(crowd(6))
    with pytest.raises(NotForThePublic):
        chosen(read, Picture.TRUST, may_be_public=False)
    with pytest.raises(TypeError):
        chosen(read, Picture.TRUST)  # nobody forgets to ask
    with pytest.raises(NotForThePublic):
        Choices(Picture.TRUST, None, None, Perspective.NOW, may_be_public=False)


@four
def test_what_was_noted_of_a_party_is_shown_only_where_that_may_become_public(picture: Picture):
    web = replace(crowd(4), options=())
    read = readings(replace(web, actors=tuple(replace(party, attitude="positive") for party in web.actors)))
    if picture is not Picture.TRUST:
        hidden = chosen(read, picture, may_be_public=False)
        assert set(stances(read, hidden).values()) == {Stance.UNKNOWN}
    assert set(stances(read, chosen(read, picture, may_be_public=True)).values()) == {Stance.CAN}


@both
@four
def test_what_people_typed_is_text_and_nothing_else(picture: Picture, language: str):
    typed = '<script>alert("x")</script> & {{ 7*7 }} <b>'
    web = crowd(6)
    web = replace(
        web,
        title=typed,
        phase=typed,
        actors=tuple(replace(party, name=f"{typed} {party.id}") for party in web.actors),
        options=(Option("o", typed, effects={"k0": 1.0}),),
    )
    made = drawn(web, picture, language=language)
    tree = ElementTree.fromstring(made.drawing.svg)
    assert {element.tag.partition("}")[2] for element in tree.iter()} <= {
        "svg", "title", "desc", "metadata", "g", "rect", "circle", "ellipse", "path", "text"
    }  # fmt: skip
    assert "<script>" in made.said
    assert "{{ 7*7 }}" in made.said


# -- where it all is --------------------------------------------------------------------------------------------------


@both
@four
@pytest.mark.parametrize("count", [0, 1, 12, 20, 21, 60])
def test_nothing_stands_outside_the_sheet_and_no_letter_is_too_small(count: int, picture: Picture, language: str):
    for web in (crowd(count), crowd(count, in_one_cell=True)):
        held_in_frame(drawn(web, picture, Perspective.OURS, language))
        held_in_frame(drawn(web, picture, Perspective.OURS, language, IN_TEXT))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_every_case_is_drawn_in_its_frame(case: Path):
    web = web_file.read(case.read_bytes())
    for seed, picture in enumerate(Picture):
        for each in (web, asked_of(web, seed)):
            held_in_frame(drawn(each, picture, Perspective.THEIRS, web.language))
            held_in_frame(drawn(each, picture, Perspective.THEIRS, web.language, IN_TEXT))


def held_in_frame(made: Slide) -> None:
    sheet, whole = made.sheet, Box(0, 0, made.drawing.width, made.drawing.height)
    names = [line for one in (*sheet.cards, *sheet.nodes) for line in one.name]
    for line in (*sheet.text, *names):
        assert whole.holds(line.box), line
        assert line.size >= LEAST
    cards = [one.box for one in sheet.cards]
    assert all(any(cell.box.holds(card) for cell in sheet.cells) for card in cards if card.y > 90)
    assert all(whole.holds(card) for card in cards)
    assert not any(a.meets(b) for nth, a in enumerate(cards) for b in cards[nth + 1 :])
    for one in sheet.cards:
        assert all(one.box.holds(line.box) for line in one.name), one.card.name
    foot = min(y for _, _, y in sheet.signs)
    assert all(cell.box.bottom < foot for cell in sheet.cells)
    assert min(map(float, re.findall(r'font-size="([\d.]+)"', made.drawing.svg))) >= LEAST


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_in_the_rings_nobody_and_no_name_stands_on_another(case: Path):
    for seed in range(3):
        web = asked_of(web_file.read(case.read_bytes()), seed)
        made = drawn(web, Picture.RINGS, Perspective.OURS, web.language)
        assert made.sheet.nodes
        nodes, said = made.sheet.nodes, [line.box for line in made.sheet.text]
        assert all(
            hypot(a.x - b.x, a.y - b.y) >= 2 * HANDED_IN.node for nth, a in enumerate(nodes) for b in nodes[nth + 1 :]
        )
        node = HANDED_IN.node
        around = [Box(one.x - node, one.y - node, 2 * node, 2 * node) for one in nodes]
        names = {one.card.id: [line.box for line in one.name] for one in nodes}
        every = [box for boxes in names.values() for box in boxes]
        assert not any(a.meets(b) for a in [*around, *every] for b in said)
        assert not any(a.meets(b) for a in around for b in every)
        assert not any(a.meets(b) for x in names for y in names if x < y for a in names[x] for b in names[y])


@four
def test_a_few_parties_have_a_mark_and_a_badge_and_more_than_fifteen_get_small_cards(picture: Picture):
    few, many = (drawn(web, picture).sheet.cards for web in (worked(), crowd(21)))
    if picture is not Picture.RINGS:
        assert all(one.badge is not None for one in few if one.card.badge)
        assert all(one.mark for one in few)
    assert all(one.badge is None for one in many if one.box.y > 90)


@four
def test_who_has_no_room_is_counted_where_it_would_stand_and_named_in_the_text(picture: Picture):
    web = crowd(200, in_one_cell=True)
    made = drawn(web, picture)
    assert made.sheet.left_out
    chips = [line.said for line in made.sheet.text if re.fullmatch(r"nog \d+", line.said)]
    assert sum(int(chip.split()[1]) for chip in chips) == len(made.sheet.left_out)
    assert all(web.actor_by_id[id_].name in made.said for id_ in made.sheet.left_out)
    assert any(f"{len(made.sheet.left_out)} partijen passen niet" in line.said for line in made.sheet.text)


def test_above_twenty_parties_a_line_says_that_the_form_has_room_for_no_more():
    told = [" ".join(line.said for line in drawn(crowd(n), Picture.HIT).sheet.text) for n in (20, 21)]
    assert [f"plaats voor {OFFICIAL_ROOM}" in said for said in told] == [False, True]
    assert "Schattingen: 21 van 21 partijen." in told[1]


# -- what is on it ----------------------------------------------------------------------------------------------------


def worked(language: str = "nl") -> Web:
    """The worked example of the design: the sewer with invented placements."""
    path = next(path for path in CASES if path.name == f"sewer.{language}.json")
    given = {
        "municipality": {"power": "much", "network_role": "supplier", "ring_now": "work", "ring_ours": "work"},
        "council": {"power": "much", "network_role": "decider", "ring_now": "know", "ring_theirs": "decide"},
        "action_group": {"power": "some", "network_role": "user", "ring_now": "decide", "ring_ours": "work"},
        "water_board": {"power": "some", "network_role": "influencer", "ring_now": "think", "ring_ours": "think"},
        "foundation_residents": {"power": "little", "network_role": "user", "ring_ours": "think"},
        "neighbours": {"power": "little", "network_role": "user", "ring_ours": "know"},
        "shopkeepers": {"power": "little", "network_role": "user", "ring_theirs": "think", "ring_ours": "know"},
    }
    web = web_file.read(path.read_bytes())
    return replace(
        web, phase="verkenning", actors=tuple(replace(party, **given.get(party.id, {})) for party in web.actors)
    )


@both
def test_the_head_of_the_form_stands_above_every_picture(language: str):
    say = words(language)
    for picture in Picture:
        text = " ".join(line.said for line in drawn(worked(language), picture, language=language).sheet.text)
        for name in ("project", "date", "phase"):
            assert say.choice("power_map_drawn.head", name) in text
        assert "verkenning" in text
        assert "28 november 2026" in text.lower()
        wanted = "perspective" if picture is Picture.RINGS else "plan"
        assert say.choice("power_map_drawn.head", wanted) in text
        assert all(say.choice("say_fixed", line) in text for line in ("filled_in_by", "not_asked", "missing_plan"))


def test_the_corner_is_marked_and_its_sentence_stands_under_it():
    made = drawn(worked(), Picture.HIT)
    assert [cell.look for cell in made.sheet.cells].count("quiet") == 1
    corner = next(cell.box for cell in made.sheet.cells if cell.look == "quiet")
    inside = {one.card.id for one in made.sheet.cards if corner.holds(one.box)}
    assert inside == {"foundation_residents", "shopkeepers"}
    assert {one.card.id for one in made.sheet.cards if one.card.alarm} == {"foundation_residents"}
    text = " ".join(line.said for line in made.sheet.text)
    assert "2 groepen worden geraakt en hebben weinig macht: niemand van hen zit aan tafel." in text


def test_the_rings_show_who_wants_another_ring_than_is_intended():
    nodes = {one.card.id: one for one in drawn(worked(), Picture.RINGS, Perspective.OURS).sheet.nodes}
    assert {id_ for id_, one in nodes.items() if one.card.differs} == {"shopkeepers"}
    assert nodes["action_group"].card.to is Ring.WORK
    assert nodes["action_group"].to is not None
    assert nodes["water_board"].to is None
    assert nodes["council"].card.not_wanted


def test_trust_can_be_seen_by_how_parties_stand_to_a_plan():
    read = readings(worked())
    by_plan = chosen(read, Picture.TRUST, may_be_public=True, viewpoint="plan:own_plan")
    made = slide(read, by_plan, DAY, words("nl"))
    assert sorted(shown(made)) == sorted(worked().actor_by_id)
    assert any(line.said.startswith("standpunt bij plan:") for line in made.sheet.text)
    gone = chosen(read, Picture.TRUST, may_be_public=True, viewpoint="plan:gone")
    assert gone.viewpoint == "municipality"


def test_a_picture_says_in_words_what_it_shows():
    made = drawn(worked(), Picture.HIT)
    assert made.title == "Geraakt en macht: Riool en fundering"
    assert "Weinig macht, raakt hun plannen: Winkeliers in de straat (0/15, kan ermee leven)." in made.said
    assert f'<desc id="power-map-hit-said">{made.said}' in made.drawing.svg


@four
def test_the_same_picture_goes_out_as_dots(picture: Picture):
    made = drawn(worked(), picture)
    dots = png(made)
    assert dots.startswith(b"\x89PNG")
    assert struct.unpack(">II", dots[16:24]) == (1920, 1080)
    assert made.said.encode() in dots


def test_words_are_measured_and_broken_where_they_have_no_room():
    assert wrapped("Ondernemersvereniging", 120, 18, 3)[0].endswith("-")
    assert all(width(line, 18) <= 120 for line in wrapped("Ondernemersvereniging Binnenstad", 120, 18, 9))
    assert wrapped("een twee drie vier vijf", 80, 18, 2)[1].endswith("…")
    assert wrapped("", 80, 18, 2) == ()
