"""The figures: what they show, in words beside colour, and the sentence and table that stand for each."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import plotly.graph_objects as go
import pytest

from coprod_core.files import web_file
from coprod_core.indicators.dilemma_tipping import Invited, tipping_invitations, tipping_rule
from coprod_core.indicators.overview import Readings, readings
from coprod_core.indicators.positions import positions
from coprod_core.indicators.robustness import GapRobustness, gap_robustness
from coprod_core.indicators.role.orders import lens_ranks
from coprod_core.indicators.second_lens import SecondLens, second_lens
from coprod_core.web.model import Actor, Interest, Option, Rule, Sphere, Stake, Web
from coprod_ui.charts.certainty import ask_chart, gaps_chart, lenses_chart, standing_chart
from coprod_ui.charts.dilemmas import plane_chart, roles_chart, rules_chart
from coprod_ui.charts.gap import actor_causes_chart, attention_chart, interest_causes_chart, seats_chart
from coprod_ui.charts.orders import orders_chart
from coprod_ui.charts.parties import clash_chart, invite_chart
from coprod_ui.charts.plans import burdens_chart, plans_chart, shifted_chart
from coprod_ui.charts.shared import CONFIG, FEW, TOP, Chart, interest_names
from coprod_ui.charts.tension import tension_chart
from coprod_ui.charts.tipping import dials_chart, invited_chart
from coprod_ui.charts.views import drift_chart, positions_chart
from coprod_ui.sentences.tipping import DialRow, rule_rows
from coprod_ui.words import LANGUAGES, Words, of_100, words

CASES = Path(__file__).parents[2] / "data" / "cases"
NL, EN = words("nl"), words("en")
HOSTILE = '<script>alert(1)</script><b>vet</b> & <a href="http://x.nl">'


def sure(r: Readings) -> GapRobustness:
    found = gap_robustness(r.weights)
    assert isinstance(found, GapRobustness)
    return found


def by_lens(r: Readings, web: Web) -> tuple[Mapping[str, float], Mapping[str, float], dict[str, str]]:
    lens = second_lens(r.weights)
    assert isinstance(lens, SecondLens)
    return r.gap.by_interest, lens.gap.by_interest, interest_names(web)


def drifted(web: Web) -> Web:
    """The web, in which everybody at the table has come to say the opposite."""
    return replace(web, stakes=tuple(replace(stake, table_position=-stake.position) for stake in web.stakes))


def invited(found: Readings) -> tuple[Invited, ...]:
    return tipping_invitations(found.feasibility_inclusiveness)


def dials(found: Readings, web: Web, say: Words) -> list[DialRow]:
    return rule_rows(tipping_rule(found.weights, found.rules), web, say)


CHARTS: dict[str, Callable[..., Chart]] = {
    "attention": lambda r, web, *look: attention_chart(r.gap, web, *look),
    "seats": lambda r, web, *look: seats_chart(r.gap, web, *look),
    "interests": lambda r, web, *look: interest_causes_chart(r.gap, web, *look),
    "actors": lambda r, web, *look: actor_causes_chart(r.gap, web, *look),
    "plane": lambda r, web, *look: plane_chart(r.feasibility_inclusiveness, web, *look),
    "roles": lambda r, web, *look: roles_chart(r.role, *look),
    "rules": lambda r, web, *look: rules_chart(r.rules, web, *look),
    "plans": plans_chart,
    "shifted": shifted_chart,
    "burdens": lambda r, web, *look: burdens_chart(r, next(iter(r.options)), web, *look),
    "clash": clash_chart,
    "invitations": lambda r, web, *look: invite_chart(r.feasibility_inclusiveness, web, *look),
    "tension": lambda r, web, *look: tension_chart(r.role.tension, r.role.amplified, *look),
    "orders": lambda r, web, *look: orders_chart(lens_ranks(r.weights), web, *look),
    "invited": lambda r, web, *look: invited_chart(invited(r), web, *look),
    "dials": lambda r, web, say, *look: dials_chart(dials(r, web, say), say, *look),
    "gaps": lambda r, web, *look: gaps_chart(r.gap, sure(r), *look),
    "standing": lambda r, web, *look: standing_chart(
        sure(r).top_interest, interest_names(web), "charts.interest", *look
    ),
    "lenses": lambda r, web, *look: lenses_chart(*by_lens(r, web), "charts.interest", *look),
    "ask": lambda r, web, *look: ask_chart(sure(r).ask_first, web, *look),
    "positions": lambda r, web, *look: positions_chart(positions(r.weights), r.gap, web, *look),
    "drift": lambda r, web, *look: drift_chart(readings(drifted(web)).gap, web, *look),
}
"""Each from readings and web, as `words, digits, dark` say it."""

each = pytest.mark.parametrize("name", sorted(CHARTS))
both = pytest.mark.parametrize("language", LANGUAGES)


def case(name: str = "sewer", language: str = "nl") -> Web:
    return web_file.read((CASES / f"{name}.{language}.json").read_bytes())


def large() -> Web:
    """40 parties, 40 interests, 12 plans and 12 rules."""
    parties = tuple(
        Actor(f"a{i}", f"Groep {i} met een lange naam die niet past", Sphere.CITIZENS, people=10 + i, seats=i % 4)
        for i in range(40)
    )
    interests = tuple(Interest(f"k{i}", f"Belang {i}") for i in range(40))
    stakes = tuple(Stake(f"a{i}", f"k{(i + j) % 40}", (0.1, 0.4, 1.0)[j % 3]) for i in range(40) for j in range(5))
    options = tuple(Option(f"o{i}", f"Plan {i}", effects={f"k{i}": 1.0, f"k{i + 1}": -1.0}) for i in range(12))
    rules = tuple(Rule(f"r{i}", f"Regel {i}", protects={f"k{i}": 0.5}, hinders={f"k{i + 2}": 0.8}) for i in range(12))
    return Web(actors=parties, interests=interests, stakes=stakes, options=options, rules=rules)


def texts(figure: go.Figure) -> str:
    """Everything a person can read in a figure."""
    return json.dumps(figure.to_plotly_json(), default=lambda value: getattr(value, "tolist", lambda: str(value))())


@each
@both
@pytest.mark.parametrize("digits", [True, False])
def test_every_figure_is_static_and_in_the_pages_own_type(name: str, language: str, digits: bool):
    web = case("dog_fence", language)
    figure = CHARTS[name](readings(web), web, words(language), digits, digits).figure
    assert figure.layout.font.family == "Source Sans, sans-serif"
    assert figure.layout.hovermode is False
    assert figure.layout.height <= 720
    assert CONFIG == {"displayModeBar": False, "staticPlot": True}


@each
@pytest.mark.parametrize("dark", [False, True])
def test_no_figure_is_green_or_red(name: str, dark: bool):
    web = case()
    figure = CHARTS[name](readings(web), web, NL, True, dark).figure
    figure.layout.template = None
    hues = set(re.findall(r"#[0-9A-Fa-f]{6}", texts(figure)))
    light = {"#1B2430", "#CFCABD", "#0072B2", "#B34700", "#A9B4BF"}
    assert hues <= ({"#EEF1F4", "#414D59", "#56B4E9", "#F08A4B", "#5B6673"} if dark else light)


@each
@both
def test_every_figure_has_a_sentence_and_a_table(name: str, language: str):
    web, say = case("sewer", language), words(language)
    r = readings(web)
    chart = CHARTS[name](r, web, say, True, False)
    assert chart.alt.endswith((".", say("terms.unheard")))
    assert len(chart.table()) > 0


@pytest.mark.parametrize("name", ["attention", "seats", "interests", "actors", "positions", "rules", "plans"])
def test_forty_by_forty_stays_legible_and_the_tables_hold_every_row(name: str):
    web = large()
    r = readings(web)
    chart = CHARTS[name](r, web, NL, True, False)
    figure = chart.figure
    assert figure.layout.height <= 720
    assert len(figure.layout.yaxis.tickvals) == (TOP if name in ("rules", "plans") else FEW)
    assert len(chart.table()) == (12 if name in ("rules", "plans") else 40)


def test_what_is_left_out_of_a_figure_is_counted():
    web = large()
    figure = attention_chart(readings(web).gap, web, NL, True, False).figure
    assert figure.layout.annotations[0].text == "en nog 33: zie de tabel"


@each
def test_hostile_names_are_text(name: str):
    web = case()
    web = replace(
        web,
        actors=tuple(replace(actor, name=f"{HOSTILE}{actor.id}") for actor in web.actors),
        interests=tuple(replace(interest, name=f"{HOSTILE}{interest.id}") for interest in web.interests),
        options=tuple(replace(option, name=f"{HOSTILE}{option.id}") for option in web.options),
        rules=tuple(replace(rule, name=f"{HOSTILE}{rule.id}") for rule in web.rules),
    )
    shown = texts(CHARTS[name](readings(web), web, NL, True, False).figure)
    assert set(re.findall(r"</?\w+", shown)) <= {"<b", "</b", "<br"}
    assert "<b>vet" not in shown


@pytest.mark.parametrize("name", sorted(set(CHARTS) - {"roles", "tension", "dials", "gaps"}))
def test_names_in_a_table_are_no_markdown(name: str):
    picture = "![x](http://x.nl/a.png)"
    web = case()
    web = replace(
        web,
        actors=tuple(replace(actor, name=f"{picture}{actor.id}") for actor in web.actors),
        interests=tuple(replace(interest, name=f"{picture}{interest.id}") for interest in web.interests),
        options=tuple(replace(option, name=f"{picture}{option.id}") for option in web.options),
        rules=tuple(replace(rule, name=f"{picture}{rule.id}") for rule in web.rules),
    )
    written = CHARTS[name](readings(web), web, NL, True, False).table().to_csv()
    assert "\\!\\[x\\]" in written
    assert "![" not in written


def test_two_parties_with_one_name_stay_two_rows():
    web = case()
    web = replace(web, actors=tuple(replace(actor, name="Buren") for actor in web.actors))
    r = readings(web)
    assert len(seats_chart(r.gap, web, NL, True, False).figure.layout.yaxis.ticktext) == len(r.gap.mini)
    assert plans_chart(r, web, NL, True, False).table().columns.is_unique


def test_an_unheard_interest_says_so_in_words():
    web = case()
    gap = readings(web).gap
    bars = attention_chart(gap, web, NL, False, False).figure.data[1]
    assert "aan tafel: <b>nog niet gehoord</b>" in bars.text
    assert "Stevige fundering: nog niet gehoord" in attention_chart(gap, web, NL, True, False).alt


def test_seats_are_compared_in_the_words_of_the_glossary_and_by_the_numbers_shown():
    web = case()
    gap = readings(web).gap
    points = of_100(gap.mini["action_group"]) - of_100(gap.maxi["action_group"])
    shown = [text.replace("<br>", " ") for text in seats_chart(gap, web, NL, True, False).figure.data[0].text]
    assert f"{points} meer dan erbuiten" in shown
    assert any(text.endswith("minder dan erbuiten") for text in shown)
    assert "te veel" not in " ".join(shown)


def test_the_causes_go_both_ways():
    web = case()
    gap = readings(web).gap
    bars = actor_causes_chart(gap, web, NL, True, False).figure.data[0]
    assert max(bars.x) == of_100(gap.by_actor["foundation_residents"])
    assert min(bars.x) < 0
    assert (
        "Actiegroep van de straat: 12, maakt het verschil kleiner" in actor_causes_chart(gap, web, NL, True, False).alt
    )


def test_the_plane_shows_every_way_out_the_front_the_table_now_and_both_poles():
    web = case()
    reading = readings(web).feasibility_inclusiveness
    front, dots, here = plane_chart(reading, web, NL, True, False).figure.data
    ways = zip(reading.ways.inclusiveness, reading.ways.feasibility, strict=True)
    assert set(zip(dots.x, dots.y, strict=True)) == {(of_100(heard), of_100(plan)) for heard, plan in ways}
    assert list(front.x) == [100 * heard for heard, _ in reading.front]
    assert (here.x[0], here.y[0]) == (100 * reading.inclusiveness, 100 * reading.feasibility)
    written = texts(plane_chart(reading, web, NL, True, False).figure).replace("<br>", " ")
    missed = of_100(reading.feasible_pole[0])
    assert NL("charts.lost_heard", number=f"{missed} van de 100") in written
    left = of_100(reading.f_max * (1 - reading.inclusive_pole[1]))
    harder = NL("charts.lost_plan", number=f"{of_100(reading.f_max)} → {left}")
    assert harder.replace("→", "\\u2192") in written


def test_the_table_of_the_plane_names_who_joins():
    web = case()
    table = plane_chart(readings(web).feasibility_inclusiveness, web, NL, True, False).table()
    assert len(table) == 8
    assert table.iloc[0, 0] == ("met Bewoners met een rotte fundering, Andere buurtbewoners en Winkeliers in de straat")
    assert "alleen wie begon" in set(table.iloc[:, 0])


def test_per_role_the_heaviest_loss_is_hatched():
    web = case()
    role = readings(web).role
    figure = roles_chart(role, NL, True, False).figure
    for column, side in zip(figure.data, next(iter(role.losses.values())), strict=True):
        for way, shape in zip(role.losses, column.marker.pattern.shape, strict=True):
            heaviest = of_100(role.losses[way][side]) == of_100(role.regret[way]) > 0
            assert (shape == "/") == heaviest


def test_how_far_a_party_can_live_with_a_plan_is_a_number_or_a_word():
    web = case()
    r = readings(web)
    numbers = plans_chart(r, web, NL, True, False).figure.data[0].text
    plain = plans_chart(r, web, NL, False, False).figure.data[0].text
    lowest = of_100(min(r.options["do_nothing"].acceptance.values()))
    assert str(lowest) in numbers[0]
    assert {word for row in plain for word in row} <= {"ja", "deels", "nauwelijks"}


def test_wishes_are_named_after_their_party():
    web = replace(case(), options=())
    r = readings(web)
    assert NL("say_plans.wish", actor="Projectleider") in set(plans_chart(r, web, NL, True, False).table().iloc[:, 0])


def test_a_web_without_parties_has_empty_plans_and_no_error():
    web = Web(options=(Option("o", "Plan"),))
    r = readings(web)
    assert plans_chart(r, web, EN, True, False).figure.layout.height > 0
    assert plans_chart(r, web, EN, True, False).alt.startswith("Per plan and party")


@pytest.mark.parametrize("language", LANGUAGES)
def test_clash_and_accord_stand_side_by_side_for_the_pairs_that_clash_most(language: str) -> None:
    web = case("sewer", language)
    found = readings(web)
    drawn = clash_chart(found, web, words(language), True, False, everyone=True).figure
    pulls_apart, goes_together = (list(bar.x) for bar in drawn.data)
    assert pulls_apart == sorted(pulls_apart, reverse=True)
    assert len(pulls_apart) == len(goes_together) == TOP
    table = clash_chart(found, web, words(language), True, False, everyone=True).table()
    assert len(table) > TOP
    assert all(a + b <= 100 for a, b in zip(table.iloc[:, 2], table.iloc[:, 3], strict=True))


def test_benefit_and_burden_of_a_plan_are_never_netted() -> None:
    web = case("sewer", "nl")
    found = readings(web)
    plan = next(id_ for id_, reading in found.options.items() if any(reading.burden.values()))
    benefit, burden = burdens_chart(found, plan, web, words("nl"), True, False).figure.data
    assert min(benefit.x) >= 0
    assert max(burden.x) <= 0
    table = burdens_chart(found, plan, web, words("nl"), True, False).table()
    both = [row for row in table.itertuples(index=False) if row[1] and row[2]]
    assert both


def test_a_plan_that_burdens_nobody_says_so_instead_of_zero() -> None:
    web = Web(
        actors=(Actor("a", "A", Sphere.CITIZENS, people=10, seats=1),),
        interests=(Interest("k", "K"),),
        stakes=(Stake("a", "k", 1.0),),
        options=(Option("o", "Plan", effects={"k": 1.0}),),
    )
    found = readings(web)
    assert words("nl")("charts.no_burden") in shifted_chart(found, web, words("nl"), True, False).alt


def test_each_absent_group_shows_what_joining_brings_and_what_it_costs() -> None:
    web = case("sewer", "nl")
    reading = readings(web).feasibility_inclusiveness
    gain, loss = invite_chart(reading, web, words("nl"), True, False).figure.data
    assert list(gain.x) == sorted(gain.x, reverse=True)
    assert next(iter(gain.x)) == max(of_100(joining.gain) for joining in reading.invite.values())
    assert max(loss.x) == max(of_100(joining.loss) for joining in reading.invite.values())


def test_a_tension_that_nothing_strengthens_is_one_bar() -> None:
    assert list(tension_chart(0.2, None, words("nl"), True, False).figure.data[0].x) == [20]
    assert list(tension_chart(0.2, 0.3, words("nl"), True, False).figure.data[0].x) == [20, 30]


def test_each_side_has_its_own_column_and_each_plan_its_own_line() -> None:
    web = case("sewer", "nl")
    ranks = lens_ranks(readings(web).weights)
    drawn = orders_chart(ranks, web, NL, True, False).figure
    lines = {tuple(line.y) for line in drawn.data}
    assert lines == {tuple(ranks[lens][plan.id] for lens in ranks) for plan in web.options}


def test_a_dial_that_tips_nowhere_has_no_second_mark() -> None:
    rows = [DialRow("Ruimte", 0.1, 0.72, "een andere regel"), DialRow("Kracht", 1.0, None, "")]
    drawn = dials_chart(rows, NL, True, False).figure
    tips = [trace for trace in drawn.data if trace.marker.symbol == "diamond"]
    assert [(list(tip.x), list(tip.y)) for tip in tips] == [([0.72], [0])]
    table = dials_chart(rows, NL, True, False).table()
    assert list(table[NL("charts.dial_at")]) == ["0,72", NL("charts.never")]


def test_the_line_on_the_gap_runs_from_where_its_band_begins_to_where_it_ends():
    web = case()
    r = readings(web)
    found = sure(r)
    figure = gaps_chart(r.gap, found, NL, True, False).figure
    lines = {tuple(trace.x) for trace in figure.data if trace.type == "scatter"}
    bands = (found.places, found.views, found.attention)
    assert lines == {(of_100(band.low), of_100(band.high)) for band in bands}
    assert not [trace for trace in gaps_chart(r.gap, None, NL, True, False).figure.data if trace.type == "scatter"]


def test_where_people_stand_is_drawn_at_the_table_only_for_what_is_brought_up_there():
    web = case()
    r = readings(web)
    figure = positions_chart(positions(r.weights), r.gap, web, NL, True, False).figure
    outside, table = figure.data
    assert len(outside.x) == len(web.interests)
    assert len(table.x) == len(web.interests) - len(r.gap.unheard)
    said = [note.text for note in figure.layout.annotations]
    assert said.count(NL("terms.unheard")) == len(r.gap.unheard)
