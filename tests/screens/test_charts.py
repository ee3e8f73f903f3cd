"""The figures: what they show, in words beside colour, and the sentence and table that stand for each."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import pytest

from coprod_core import web_file
from coprod_core.indicators import (
    GapRobustness,
    Readings,
    SecondLens,
    gap_robustness,
    lens_ranks,
    positions,
    readings,
    second_lens,
)
from coprod_core.indicators.dilemma_tipping import Invited, tipping_dials, tipping_invitations
from coprod_core.model import Actor, Interest, Option, Rule, Sphere, Stake, Web
from coprod_ui import charts
from coprod_ui.sentences.tipping import DialRow, dial_rows
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
    return r.gap.by_interest, lens.gap.by_interest, charts.interest_names(web)


def drifted(web: Web) -> Web:
    """The web, in which everybody at the table has come to say the opposite."""
    return replace(web, stakes=tuple(replace(stake, table_position=-stake.position) for stake in web.stakes))


Figure = Callable[[Readings, Web, Words, bool, bool], go.Figure]


def invited(found: Readings) -> tuple[Invited, ...]:
    return tipping_invitations(found.feasibility_inclusiveness)


def dials(found: Readings, web: Web, say: Words) -> list[DialRow]:
    return dial_rows(web.process, tipping_dials(found.weights), say)


FIGURES: dict[str, Figure] = {
    "attention": lambda r, web, say, digits, dark: charts.attention_figure(r.gap, web, say, digits, dark),
    "seats": lambda r, web, say, digits, dark: charts.seats_figure(r.gap, web, say, digits, dark),
    "interests": lambda r, web, say, digits, dark: charts.interest_causes_figure(r.gap, web, say, digits, dark),
    "actors": lambda r, web, say, digits, dark: charts.actor_causes_figure(r.gap, web, say, digits, dark),
    "plane": lambda r, web, say, digits, dark: charts.plane_figure(r.feasibility_inclusiveness, web, say, digits, dark),
    "roles": lambda r, web, say, digits, dark: charts.roles_figure(r.role, say, digits, dark),
    "rules": lambda r, web, say, digits, dark: charts.rules_figure(r.rules, web, say, digits, dark),
    "plans": charts.plans_figure,
    "shifted": charts.shifted_figure,
    "burdens": lambda r, web, say, digits, dark: charts.burdens_figure(
        r, next(iter(r.options)), web, say, digits, dark
    ),
    "clash": charts.clash_figure,
    "invitations": lambda r, web, say, digits, dark: charts.invite_figure(
        r.feasibility_inclusiveness, web, say, digits, dark
    ),
    "tension": lambda r, web, say, digits, dark: charts.tension_figure(
        r.role.tension, r.role.amplified, say, digits, dark
    ),
    "orders": lambda r, web, say, digits, dark: charts.orders_figure(lens_ranks(r.weights), web, say, digits, dark),
    "invited": lambda r, web, say, digits, dark: charts.invited_figure(invited(r), web, say, digits, dark),
    "dials": lambda r, web, say, digits, dark: charts.dials_figure(dials(r, web, say), say, digits, dark),
    "gaps": lambda r, web, say, digits, dark: charts.gaps_figure(r.gap, sure(r), say, digits, dark),
    "standing": lambda r, web, say, digits, dark: charts.standing_figure(
        sure(r).top_interest, charts.interest_names(web), say, digits, dark
    ),
    "lenses": lambda r, web, say, digits, dark: charts.lenses_figure(*by_lens(r, web), say, digits, dark),
    "ask": lambda r, web, say, digits, dark: charts.ask_figure(sure(r).ask_first, web, say, digits, dark),
    "positions": lambda r, web, say, digits, dark: charts.positions_figure(
        positions(r.weights), r.gap, web, say, digits, dark
    ),
    "drift": lambda r, web, say, digits, dark: charts.drift_figure(readings(drifted(web)).gap, web, say, digits, dark),
}
ALTS: dict[str, Callable[[Readings, Web, Words], str]] = {
    "attention": lambda r, web, say: charts.attention_alt(r.gap, web, say),
    "seats": lambda r, web, say: charts.seats_alt(r.gap, web, say),
    "interests": lambda r, web, say: charts.interest_causes_alt(r.gap, web, say),
    "actors": lambda r, web, say: charts.actor_causes_alt(r.gap, web, say),
    "plane": lambda r, web, say: charts.plane_alt(r.feasibility_inclusiveness, web, say),
    "roles": lambda r, web, say: charts.roles_alt(r.role, say),
    "rules": lambda r, web, say: charts.rules_alt(r.rules, web, say),
    "plans": charts.plans_alt,
    "shifted": charts.shifted_alt,
    "burdens": lambda r, web, say: charts.burdens_alt(r, next(iter(r.options)), web, say),
    "clash": charts.clash_alt,
    "invitations": lambda r, web, say: charts.invite_alt(r.feasibility_inclusiveness, web, say),
    "tension": lambda r, web, say: charts.tension_alt(r.role.tension, r.role.amplified, say),
    "orders": lambda r, web, say: charts.orders_alt(lens_ranks(r.weights), web, say),
    "invited": lambda r, web, say: charts.invited_alt(invited(r), web, say),
    "dials": lambda r, web, say: charts.dials_alt(dials(r, web, say), say),
    "gaps": lambda r, web, say: charts.gaps_alt(r.gap, sure(r), say),
    "standing": lambda r, web, say: charts.standing_alt(sure(r).top_interest, charts.interest_names(web), say),
    "lenses": lambda r, web, say: charts.lenses_alt(*by_lens(r, web), say),
    "ask": lambda r, web, say: charts.ask_alt(sure(r).ask_first, web, say),
    "positions": lambda r, web, say: charts.positions_alt(positions(r.weights), r.gap, web, say),
    "drift": lambda r, web, say: charts.drift_alt(readings(drifted(web)).gap, web, say),
}
TABLES: dict[str, Callable[[Readings, Web, Words], pd.DataFrame]] = {
    "attention": lambda r, web, say: charts.attention_table(r.gap, web, say),
    "seats": lambda r, web, say: charts.seats_table(r.gap, web, say),
    "interests": lambda r, web, say: charts.interest_causes_table(r.gap, web, say),
    "actors": lambda r, web, say: charts.actor_causes_table(r.gap, web, say),
    "plane": lambda r, web, say: charts.plane_table(r.feasibility_inclusiveness, web, say),
    "roles": lambda r, web, say: charts.roles_table(r.role, say),
    "rules": lambda r, web, say: charts.rules_table(r.rules, web, say),
    "plans": charts.plans_table,
    "shifted": charts.shifted_table,
    "burdens": lambda r, web, say: charts.burdens_table(r, next(iter(r.options)), web, say),
    "clash": charts.clash_table,
    "invitations": lambda r, web, say: charts.invite_table(r.feasibility_inclusiveness, web, say),
    "tension": lambda r, web, say: charts.tension_table(r.role.tension, r.role.amplified, say),
    "orders": lambda r, web, say: charts.orders_table(lens_ranks(r.weights), web, say),
    "invited": lambda r, web, say: charts.invited_table(invited(r), web, say),
    "dials": lambda r, web, say: charts.dials_table(dials(r, web, say), say),
    "gaps": lambda r, web, say: charts.gaps_table(r.gap, sure(r), say),
    "standing": lambda r, web, say: charts.standing_table(
        sure(r).top_interest, charts.interest_names(web), "charts.interest", say
    ),
    "lenses": lambda r, web, say: charts.lenses_table(*by_lens(r, web), "charts.interest", say),
    "ask": lambda r, web, say: charts.ask_table(sure(r).ask_first, web, say),
    "positions": lambda r, web, say: charts.positions_table(positions(r.weights), r.gap, web, say),
    "drift": lambda r, web, say: charts.drift_table(readings(drifted(web)).gap, web, say),
}
each = pytest.mark.parametrize("name", sorted(FIGURES))
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
    figure = FIGURES[name](readings(web), web, words(language), digits, digits)
    assert figure.layout.font.family == "Source Sans, sans-serif"
    assert figure.layout.hovermode is False
    assert figure.layout.height <= 720
    assert charts.CONFIG == {"displayModeBar": False, "staticPlot": True}


@each
@pytest.mark.parametrize("dark", [False, True])
def test_no_figure_is_green_or_red(name: str, dark: bool):
    web = case()
    figure = FIGURES[name](readings(web), web, NL, True, dark)
    figure.layout.template = None
    hues = set(re.findall(r"#[0-9A-Fa-f]{6}", texts(figure)))
    light = {"#1B2430", "#CFCABD", "#0072B2", "#B34700", "#A9B4BF"}
    assert hues <= ({"#EEF1F4", "#414D59", "#56B4E9", "#F08A4B", "#5B6673"} if dark else light)


@each
@both
def test_every_figure_has_a_sentence_and_a_table(name: str, language: str):
    web, say = case("sewer", language), words(language)
    r = readings(web)
    assert ALTS[name](r, web, say).endswith((".", say("terms.unheard")))
    assert len(TABLES[name](r, web, say)) > 0


@pytest.mark.parametrize("name", ["attention", "seats", "interests", "actors", "positions", "rules", "plans"])
def test_forty_by_forty_stays_legible_and_the_tables_hold_every_row(name: str):
    web = large()
    r = readings(web)
    figure = FIGURES[name](r, web, NL, True, False)
    assert figure.layout.height <= 720
    assert len(figure.layout.yaxis.tickvals) == (charts.TOP if name in ("rules", "plans") else charts.FEW)
    assert len(TABLES[name](r, web, NL)) == (12 if name in ("rules", "plans") else 40)


def test_what_is_left_out_of_a_figure_is_counted():
    web = large()
    figure = charts.attention_figure(readings(web).gap, web, NL, True, False)
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
    shown = texts(FIGURES[name](readings(web), web, NL, True, False))
    assert set(re.findall(r"</?\w+", shown)) <= {"<b", "</b", "<br"}
    assert "<b>vet" not in shown


@pytest.mark.parametrize("name", sorted(set(TABLES) - {"roles", "tension", "dials", "gaps"}))
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
    written = TABLES[name](readings(web), web, NL).to_csv()
    assert "\\!\\[x\\]" in written
    assert "![" not in written


def test_two_parties_with_one_name_stay_two_rows():
    web = case()
    web = replace(web, actors=tuple(replace(actor, name="Buren") for actor in web.actors))
    r = readings(web)
    assert len(charts.seats_figure(r.gap, web, NL, True, False).layout.yaxis.ticktext) == len(r.gap.mini)
    assert charts.plans_table(r, web, NL).columns.is_unique


def test_an_unheard_interest_says_so_in_words():
    web = case()
    gap = readings(web).gap
    bars = charts.attention_figure(gap, web, NL, False, False).data[1]
    assert "aan tafel: <b>nog niet gehoord</b>" in bars.text
    assert "Stevige fundering: nog niet gehoord" in charts.attention_alt(gap, web, NL)


def test_seats_are_compared_in_the_words_of_the_glossary_and_by_the_numbers_shown():
    web = case()
    gap = readings(web).gap
    points = of_100(gap.mini["action_group"]) - of_100(gap.maxi["action_group"])
    shown = [text.replace("<br>", " ") for text in charts.seats_figure(gap, web, NL, True, False).data[0].text]
    assert f"{points} meer dan erbuiten" in shown
    assert any(text.endswith("minder dan erbuiten") for text in shown)
    assert "te veel" not in " ".join(shown)


def test_the_causes_go_both_ways():
    web = case()
    gap = readings(web).gap
    bars = charts.actor_causes_figure(gap, web, NL, True, False).data[0]
    assert max(bars.x) == of_100(gap.by_actor["foundation_residents"])
    assert min(bars.x) < 0
    assert "Actiegroep van de straat: 12, maakt het verschil kleiner" in charts.actor_causes_alt(gap, web, NL)


def test_the_plane_shows_every_way_out_the_front_the_table_now_and_both_poles():
    web = case()
    reading = readings(web).feasibility_inclusiveness
    front, dots, here = charts.plane_figure(reading, web, NL, True, False).data
    ways = zip(reading.ways.inclusiveness, reading.ways.feasibility, strict=True)
    assert set(zip(dots.x, dots.y, strict=True)) == {(of_100(heard), of_100(plan)) for heard, plan in ways}
    assert list(front.x) == [100 * heard for heard, _ in reading.front]
    assert (here.x[0], here.y[0]) == (100 * reading.inclusiveness, 100 * reading.feasibility)
    written = texts(charts.plane_figure(reading, web, NL, True, False)).replace("<br>", " ")
    assert f"kost {of_100(reading.feasible_pole[0])} van de 100 aan gehoorde belangen" in written
    assert f"kost {of_100(reading.inclusive_pole[1])} van de 100 aan een plan dat lukt" in written


def test_the_table_of_the_plane_names_who_joins():
    web = case()
    table = charts.plane_table(readings(web).feasibility_inclusiveness, web, NL)
    assert len(table) == 8
    assert table.iloc[0, 0] == ("met Bewoners met rotte fundering, Andere buurtbewoners en Winkeliers in de straat")
    assert "alleen wie begon" in set(table.iloc[:, 0])


def test_per_role_the_heaviest_loss_is_hatched():
    web = case()
    role = readings(web).role
    figure = charts.roles_figure(role, NL, True, False)
    for column, side in zip(figure.data, next(iter(role.losses.values())), strict=True):
        for way, shape in zip(role.losses, column.marker.pattern.shape, strict=True):
            heaviest = of_100(role.losses[way][side]) == of_100(role.regret[way]) > 0
            assert (shape == "/") == heaviest


def test_how_far_a_party_can_live_with_a_plan_is_a_number_or_a_word():
    web = case()
    r = readings(web)
    numbers = charts.plans_figure(r, web, NL, True, False).data[0].text
    plain = charts.plans_figure(r, web, NL, False, False).data[0].text
    lowest = of_100(min(r.options["do_nothing"].acceptance.values()))
    assert str(lowest) in numbers[0]
    assert {word for row in plain for word in row} <= {"ja", "deels", "nauwelijks"}


def test_wishes_are_named_after_their_party():
    web = replace(case(), options=())
    r = readings(web)
    assert "wat Projectleider wil" in set(charts.plans_table(r, web, NL).iloc[:, 0])


def test_a_web_without_parties_has_empty_plans_and_no_error():
    web = Web(options=(Option("o", "Plan"),))
    r = readings(web)
    assert charts.plans_figure(r, web, EN, True, False).layout.height > 0
    assert charts.plans_alt(r, web, EN).startswith("Per plan and party")


@pytest.mark.parametrize("language", LANGUAGES)
def test_clash_and_accord_stand_side_by_side_for_the_pairs_that_clash_most(language: str) -> None:
    web = case("sewer", language)
    found = readings(web)
    drawn = charts.clash_figure(found, web, words(language), True, False, everyone=True)
    pulls_apart, goes_together = (list(bar.x) for bar in drawn.data)
    assert pulls_apart == sorted(pulls_apart, reverse=True)
    assert len(pulls_apart) == len(goes_together) == charts.TOP
    table = charts.clash_table(found, web, words(language), everyone=True)
    assert len(table) > charts.TOP
    assert all(a + b <= 100 for a, b in zip(table.iloc[:, 2], table.iloc[:, 3], strict=True))


def test_benefit_and_burden_of_a_plan_are_never_netted() -> None:
    web = case("sewer", "nl")
    found = readings(web)
    plan = next(id_ for id_, reading in found.options.items() if any(reading.burden.values()))
    benefit, burden = charts.burdens_figure(found, plan, web, words("nl"), True, False).data
    assert min(benefit.x) >= 0
    assert max(burden.x) <= 0
    table = charts.burdens_table(found, plan, web, words("nl"))
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
    assert words("nl")("charts.no_burden") in charts.shifted_alt(found, web, words("nl"))


def test_each_absent_group_shows_what_joining_brings_and_what_it_costs() -> None:
    web = case("sewer", "nl")
    reading = readings(web).feasibility_inclusiveness
    gain, loss = charts.invite_figure(reading, web, words("nl"), True, False).data
    assert list(gain.x) == sorted(gain.x, reverse=True)
    assert next(iter(gain.x)) == max(of_100(joining.gain) for joining in reading.invite.values())
    assert max(loss.x) == max(of_100(joining.loss) for joining in reading.invite.values())


def test_a_tension_that_nothing_strengthens_is_one_bar() -> None:
    assert list(charts.tension_figure(0.2, None, words("nl"), True, False).data[0].x) == [20]
    assert list(charts.tension_figure(0.2, 0.3, words("nl"), True, False).data[0].x) == [20, 30]


def test_each_side_has_its_own_column_and_each_plan_its_own_line() -> None:
    web = case("sewer", "nl")
    ranks = lens_ranks(readings(web).weights)
    drawn = charts.orders_figure(ranks, web, NL, True, False)
    lines = {tuple(line.y) for line in drawn.data}
    assert lines == {tuple(ranks[lens][plan.id] for lens in ranks) for plan in web.options}


def test_a_dial_that_tips_nowhere_has_no_second_mark() -> None:
    rows = [DialRow("Ruimte", 0.1, 0.72, "een andere regel"), DialRow("Kracht", 1.0, None, "")]
    drawn = charts.dials_figure(rows, NL, True, False)
    tips = [trace for trace in drawn.data if trace.marker.symbol == "diamond"]
    assert [(list(tip.x), list(tip.y)) for tip in tips] == [([0.72], [0])]
    table = charts.dials_table(rows, NL)
    assert list(table[NL("charts.dial_at")]) == ["0,72", NL("charts.never")]


def test_the_line_on_the_gap_runs_from_where_its_band_begins_to_where_it_ends():
    web = case()
    r = readings(web)
    found = sure(r)
    figure = charts.gaps_figure(r.gap, found, NL, True, False)
    lines = {tuple(trace.x) for trace in figure.data if trace.type == "scatter"}
    bands = (found.places, found.views, found.attention)
    assert lines == {(of_100(band.low), of_100(band.high)) for band in bands}
    assert not [trace for trace in charts.gaps_figure(r.gap, None, NL, True, False).data if trace.type == "scatter"]


def test_where_people_stand_is_drawn_at_the_table_only_for_what_is_brought_up_there():
    web = case()
    r = readings(web)
    figure = charts.positions_figure(positions(r.weights), r.gap, web, NL, True, False)
    outside, table = figure.data
    assert len(outside.x) == len(web.interests)
    assert len(table.x) == len(web.interests) - len(r.gap.unheard)
    said = [note.text for note in figure.layout.annotations]
    assert said.count(NL("terms.unheard")) == len(r.gap.unheard)
