"""What the readings say: the numbers shown, in both languages, with people's words as plain text."""

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.acts import accounting as kept
from coprod_core.acts import commands as c
from coprod_core.acts import conditions as spoken
from coprod_core.acts import links
from coprod_core.acts.adoption import Adopt, GroupAnswer
from coprod_core.acts.command import Command
from coprod_core.acts.headcounts import CountTable, SetPopulation
from coprod_core.acts.history import History, Redo, Undo, after, opened
from coprod_core.acts.own_dilemmas import AddDilemma, ChangeDilemma, RemoveDilemma
from coprod_core.acts.rings import PutInRing
from coprod_core.acts.workshop_act import TakeStep
from coprod_core.files import web_file
from coprod_core.files.log_format import COMMANDS
from coprod_core.indicators.dilemma_tipping import rounded_away
from coprod_core.indicators.gap import Reference
from coprod_core.indicators.gap_tipping import tipping
from coprod_core.indicators.joining import to_solve
from coprod_core.indicators.overview import Readings, readings
from coprod_core.indicators.positions import positions
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.robustness import gap_robustness
from coprod_core.indicators.second_lens import second_lens
from coprod_core.web import conditions as v
from coprod_core.web.accounting import Accounting, Attempt, Contribution, Occasion, Reaction
from coprod_core.web.all_conditions import Conditions
from coprod_core.web.conventions import DESIGN
from coprod_core.web.headcount import Headcount
from coprod_core.web.model import Actor, Interest, Invitation, Option, Relation, Rule, Sphere, Stake, Unknown, Web
from coprod_core.web.own_dilemmas import OwnDilemma, OwnWay
from coprod_ui.sentences import acts as say_acts
from coprod_ui.sentences import certainty as say_certainty
from coprod_ui.sentences import dilemmas as say_dilemmas
from coprod_ui.sentences import fixed as say_fixed
from coprod_ui.sentences import gap as say_gap
from coprod_ui.sentences import gap_questions as say_gap_questions
from coprod_ui.sentences import gap_tipping as say_gap_tipping
from coprod_ui.sentences import joining as say_joining
from coprod_ui.sentences import plans as say_plans
from coprod_ui.sentences import strengthening as say_stronger
from coprod_ui.sentences import undefined as say_undefined
from coprod_ui.sentences import views as say_views
from coprod_ui.sentences.all_known import all_known
from coprod_ui.sentences.amounts import reach_word
from coprod_ui.sentences.strip import strip_dilemma, strip_gap
from coprod_ui.words import LANGUAGES, Words, of_100, words
from tests.core.webs import webs
from tests.examples import examples

CASES = Path(__file__).parents[2] / "data" / "cases"
NL, EN = words("nl"), words("en")
both = pytest.mark.parametrize("language", LANGUAGES)


def sewer(**process: float) -> Web:
    """Two streets: one at the table, one hit as hard and absent; what helps the one harms the other."""
    return Web(
        actors=(
            Actor("group", "Actiegroep", Sphere.CITIZENS, people=60, seats=6, initiator=True),
            Actor("piles", "bewoners met een rotte fundering", Sphere.CITIZENS, people=80),
            Actor("water", "Waterschap", Sphere.OTHER_ORGANISATION, seats=1),
            Actor("city", "Gemeente", Sphere.OWN_ORGANISATION, seats=1),
        ),
        interests=(Interest("dry", "droge souterrains"), Interest("sound", "stevige fundering")),
        stakes=(
            Stake("group", "dry", 1.0),
            Stake("piles", "sound", 1.0),
            Stake("water", "dry", 0.4, -1.0),
            Stake("city", "dry", 0.4),
        ),
        options=(
            Option("pump", "pomp en laag peil", 0.9, {"dry": 1.0, "sound": -1.0}),
            Option("high", "hoog peil", 0.9, {"dry": -0.6, "sound": 1.0}),
        ),
        rules=(Rule("level", "Peilbesluit", 0.6, 0.1, {"sound": 0.6}, {"dry": 0.9}),),
        process=replace(Web().process, **process),
    )


def said_of(web: Web, language: str, digits: bool) -> list[str]:
    """Every sentence the screens can show for a web."""
    r, say = readings(web), words(language)
    dilemmas = ("feasibility_inclusiveness", "role", "rules")
    lines = [
        strip_gap(r, web, say),
        *(strip_dilemma(r, name, web, say) for name in dilemmas),
        *say_gap.gap_sentences(r, web, say, digits).values(),
        *sure_of(r, web, say, digits),
        *say_gap.unheard(r, web, say),
        *say_gap.alarm(r, web, say),
        *say_gap.without_them(r, web, say, digits),
        *say_dilemmas.feasible_or_inclusive(r, web, say, digits),
        *say_dilemmas.role_sentences(r, web, say, digits),
        *say_dilemmas.rules_sentences(r, web, say, digits),
        *say_dilemmas.clashes_between_organisations(r, web, say),
        *(line for name in dilemmas for line in say_stronger.stronger(r, name, web, say, digits)),
        *(line for lines in say_dilemmas.ways_out(r, web, say, digits).values() for line in lines),
        *(line for lines in say_plans.plan_sentences(r, web, say, digits).values() for line in lines),
        *say_fixed.fixed_lines(web, say),
        say_fixed.method_line(say),
    ]
    for actor in web.actors:
        lines += say_joining.joining(r, web, actor.id, say, digits)
        if actor.citizens:
            lines.append(say_joining.ask(web, actor.id, say))
            lines += [line for line in (say_gap.estimates(r, web, say, digits, actor.id),) if line]
    return lines


def sure_of(r: Readings, web: Web, say: Words, digits: bool) -> list[str]:
    """How sure the gap is, what tips it, what people want, and the questions for the group."""
    found, lens = gap_robustness(r.weights), second_lens(r.weights)
    absent = {a.id: 3.0 for a in web.actors if a.citizens and not a.seated and r.gap and r.gap.by_actor.get(a.id)}
    tips, apart = tipping(r.weights, absent), positions(r.weights)
    if r.gap is None or any(isinstance(each, Undefined) for each in (found, lens, tips)):
        return []
    return [
        *say_certainty.main_causes(r, found, web, say, digits),
        *say_certainty.certainty(found, web, say, digits),
        *say_certainty.ask_first(found.ask_first, web, say, digits),
        *say_certainty.two_lenses(r, lens, web, say),
        *say_gap_tipping.what_tips(tips, web, say, digits),
        *say_views.apart(apart, r.gap, web, say, digits),
        *say_views.drift(r.gap, web, say, digits),
        *say_gap_questions.about_what(r.gap, web, say),
        *say_gap_questions.about_certainty(found, web, say),
        *say_gap_questions.about_change(lens, say),
        *say_gap_questions.about_views(apart, r.gap, web, say),
        *(line for actor in absent for line in solved(r, web, actor, say, digits)),
        *say_gap.together(r, web, say),
        *(line for actor in (None, *absent) for line in say_gap_questions.about_who(web, actor, say)),
    ]


def solved(r: Readings, web: Web, actor: str, say: Words, digits: bool) -> list[str]:
    found = to_solve(r.weights, actor)
    return [] if isinstance(found, Undefined) else say_gap.solving(found, web, say, digits)


def done(web: Web, *acts: Command | Undo | Redo) -> History:
    history = opened(web)
    for act in acts:
        history = after(history, act)
    return history


def quiet(web: Web, *acts: Command | Undo | Redo, language: str = "nl", digits: bool = True) -> str:
    """The quiet sentence after the last of these acts."""
    h = done(web, *acts)
    was, now = readings(h.web_before), readings(h.web)
    return say_acts.after_act(was, now, h.last, h.web_before, h.web, words(language), digits)


# -- the gap --------------------------------------------------------------------------------------------------------


def headline(web: Web, say: Words = NL) -> str:
    return strip_gap(readings(web), web, say)


def test_the_headline_names_an_interest_that_is_not_heard_hardly_heard_or_short_of_attention():
    web = sewer()
    assert headline(web) == NL("say_gap.missing", interest="stevige fundering")
    assert headline(web, EN) == "Not heard yet: *stevige fundering*."
    hardly = links.SetStake(Stake("group", "sound", 0.1)).applied_to(web)
    assert headline(hardly) == NL("say_gap.hardly", interest="stevige fundering")
    heard = links.SetStake(Stake("group", "sound", 0.5)).applied_to(web)
    assert headline(heard) == NL("say_gap.least_attention", interest="stevige fundering")


def test_the_headline_names_what_is_short_of_most_attention_beside_an_interest_that_is_not_heard():
    web = sewer()
    web = replace(
        web,
        interests=(*web.interests, Interest("trees", "bomen")),
        stakes=(*web.stakes, Stake("group", "sound", 0.6), Stake("piles", "trees", 0.1)),
    )
    assert headline(web) == " ".join(
        [NL("say_gap.missing", interest="bomen"), NL("say_gap.also", interest="stevige fundering")]
    )


def test_the_headline_says_why_no_seat_counts():
    web = sewer()
    organisations = c.Seat("group", 0).applied_to(web)
    nobody = replace(organisations, actors=tuple(replace(actor, seats=0) for actor in organisations.actors))
    no_say = c.ChangeActor("group", {"influence": 0.0}).applied_to(web)
    unknown = links.RemoveStake("group", "dry").applied_to(web)
    assert headline(nobody) == NL("say_gap.nobody")
    assert headline(organisations) == NL("say_gap.no_residents")
    assert headline(unknown).endswith(NL("say_gap.nobody_with_stake"))
    assert headline(no_say) == NL("say_gap.without_influence")


def all_there() -> Web:
    """One group, all of it at the table, of which everything is known."""
    return replace(sewer(), actors=(replace(sewer().actors[0], people=6),), stakes=(Stake("group", "dry", 1.0),))


def test_that_nothing_is_missing_is_said_only_where_everything_is_known():
    web, doubt = all_there(), replace(all_there(), unknown=(Unknown("group", "sound"),))
    assert headline(web, EN) == EN("say_gap.nothing_missing_known")
    assert headline(doubt, EN).startswith("As far as we know")
    assert headline(doubt).startswith("Voor zover wij weten")


def test_of_whom_nothing_is_known_is_said_before_that_nothing_is_missing():
    quiet_group = Actor("night", "nachtploeg", Sphere.CITIZENS, people=6)
    web = replace(all_there(), actors=(*all_there().actors, quiet_group))
    assert headline(web, EN).startswith("We know nothing yet about one group: *nachtploeg*. That is about half of")
    assert EN("say_gap.nothing_missing_known") not in headline(web, EN)


@both
def test_the_sentences_of_the_gap_hold_the_numbers_shown(language: str):
    web = web_file.read((CASES / f"sewer.{language}.json").read_bytes())
    r = readings(web)
    said = say_gap.gap_sentences(r, web, words(language), True)
    for part in ("views", "attention"):
        assert str(of_100(getattr(r.gap, part))) in re.findall(r"\d+", said[part])
    assert str(of_100(r.gap.places)) in said["overlap"]


def test_the_gap_in_seats_is_told_in_chairs_where_numbers_are_shown_and_in_words_elsewhere():
    web, r = sewer(), readings(sewer())
    chairs = round(6 * r.gap.places)
    assert say_gap.gap_sentences(r, web, NL, True)["places"] == (
        f"Verdeeld naar hoe hard het raakt, gaan {chairs} van de 6 plekken naar andere groepen. "
        "Wie hard geraakt wordt, telt zwaarder."
    )
    assert "**heel anders**" in say_gap.gap_sentences(r, web, NL, False)["places"]


def test_a_share_is_told_in_words_with_its_number_behind_it():
    web, r = sewer(), readings(sewer())
    assert say_gap.gap_sentences(r, web, NL, True)["attention"] == (
        "Van de aandacht aan tafel gaat naar schatting **het grootste deel** naar iets anders dan wat erbuiten "
        f"belangrijk is ({of_100(r.gap.attention)} van de 100)."
    )


@both
def test_without_digits_no_number_of_the_readings_is_shown(language: str):
    for case in ("sewer", "dog_fence", "prevention_team", "wind_turbines"):
        web = web_file.read((CASES / f"{case}.{language}.json").read_bytes())
        web = replace(web, missing_plan="", filled_in_by="")
        names = [literal_free(item.name) for kind in (web.actors, web.options, web.rules) for item in kind]
        for line in said_of(web, language, digits=False):
            for name in names:
                line = literal_free(line).replace(name, "")
            assert not re.search(r"\d", line), line


def literal_free(text: str) -> str:
    return text.replace("\\", "")


def test_how_much_rests_on_estimates_is_said_as_a_word_with_its_number():
    web = sewer()
    assert say_gap.estimates(readings(web), web, NL, True, "piles") == (
        "Van wat hier staat over ‘bewoners met een rotte fundering’, berust **alles** op schattingen (100 van de 100)."
    )
    web = web_file.read((CASES / "dog_fence.nl.json").read_bytes())
    r = readings(web)
    r = replace(r, gap=replace(r.gap, estimated_share=0.23))
    assert say_gap.estimates(r, web, NL, True) == "Van dit verschil berust **een deel** op schattingen (23 van de 100)."
    assert say_gap.estimates(r, web, EN, False) == "Of this difference, **part** rests on estimates."


def test_nothing_is_said_of_estimates_where_there_are_none():
    web = sewer()
    r = readings(web)
    assert say_gap.estimates(replace(r, gap=replace(r.gap, estimated_share=0.0)), web, NL, True) is None


def test_an_interest_with_some_attention_is_hardly_heard_and_one_without_not_heard_yet():
    web = web_file.read((CASES / "prevention_team.nl.json").read_bytes())
    said = say_gap.unheard(readings(web), web, NL)
    assert [line.partition(":")[0] for line in said] == ["Nog niet gehoord", "Weinig gehoord"]


# -- whom to invite -------------------------------------------------------------------------------------------------


def test_an_invitation_says_what_changes_and_what_a_plan_without_them_hides():
    web, r = sewer(), readings(sewer())
    promise = r.feasibility_inclusiveness.invite["piles"]
    plan, talk = (
        f"({of_100(was)} → {of_100(then)})"
        for was, then in ((promise.fit_from, promise.fit_to), (promise.pace_from, promise.pace_to))
    )
    assert say_joining.joining(r, web, "piles", NL, True) == [
        "Stel: de groep ‘bewoners met een rotte fundering’ komt aan tafel.",
        "Dan wordt voor het eerst gehoord: *stevige fundering*.",
        f"Een plan dat bij iedereen past, is veel lastiger te vinden {plan}.",
        f"Er is meer om over te praten {talk}.",
        "Zonder deze groep lijkt een plan makkelijker: wie ermee moet leven, zit er dan niet bij.",
    ]
    assert say_joining.ask(web, "piles", NL) == NL("say_joining.needs")


def test_an_invitation_that_makes_nothing_harder_says_so_only_as_far_as_it_is_known():
    web, r = sewer(), readings(sewer())
    reading = r.feasibility_inclusiveness
    joins = reading.invite["piles"]._replace(fit_to=reading.invite["piles"].fit_from)
    r = replace(r, feasibility_inclusiveness=replace(reading, invite={"piles": joins}))
    known = all_known(r, web)
    said = say_joining.finding_a_plan(r, web, "piles", EN, False)
    assert said[0] == EN("say_joining.not_harder" if known else "say_joining.not_harder_known")
    web = replace(web, unknown=(Unknown("piles", "dry"),))
    assert say_joining.finding_a_plan(r, web, "piles", EN, False)[0] == EN("say_joining.not_harder_known")


@pytest.mark.parametrize(
    ("reach", "word"),
    [(0.9, "likely to come"), (0.5, "may come"), (0.2, "hard to reach"), (1, ""), (0, "will not")],
)
def test_how_likely_a_group_is_to_come_is_a_word_and_nothing_where_nobody_filled_it_in(reach: float, word: str):
    said = reach_word(reach, False, EN)
    assert said.startswith(word)
    assert bool(said) == bool(word)


def test_of_a_group_that_will_not_come_it_is_asked_who_speaks_for_them():
    web = c.ChangeActor("piles", {"invitation": Invitation.DECLINED}).applied_to(sewer())
    assert say_joining.ask(web, "piles", EN) == EN("say_joining.declined")


def test_a_group_at_the_table_is_not_invited_again():
    assert say_joining.joining(readings(sewer()), sewer(), "group", NL, True) == []


def test_beside_an_invitation_stands_who_carries_the_downsides_and_the_alarm():
    said = say_gap.without_them(readings(sewer()), sewer(), NL, True)
    assert said[0] == NL("say_shifted.all", plan="het plan ‘pomp en laag peil’", numbers=" (100 van de 100)", known="")
    assert said[-1] == NL("say_gap.alarm", actors="*bewoners met een rotte fundering*")


@pytest.mark.parametrize(
    ("share", "start"),
    [
        (1.0, "All downsides"),
        (0.999, "Nearly all"),
        (0.89, "Nearly all"),
        (0.7, "Most of"),
        (0.5, "About half"),
        (0.3, "Part of"),
        (0.1, "A small part"),
        (0.001, "Of the downsides of the plan ‘pomp en laag peil’, hardly anything"),
        (0.0, "The downsides of the plan ‘pomp en laag peil’ fall on residents at the table"),
        (None, "As far as we know, the plan ‘pomp en laag peil’ has no downsides"),
    ],
)
def test_the_burden_shifted_is_said_in_words(share: float | None, start: str):
    r = readings(sewer())
    pump = r.options["pump"]
    shifted = np.where(np.arange(len(pump.plans.ids)) == pump.row, np.nan if share is None else share, np.nan)
    r = replace(r, options={"pump": replace(pump, plans=replace(pump.plans, shifted=shifted))})
    assert say_plans.shifted(r, sewer(), "pump", EN, False).startswith(start)


def test_that_a_group_declined_is_told_with_who_says_so():
    web = replace(sewer(), filled_in_by="de *buurtregisseur*")
    assert say_joining.declined(web, NL) == "wil of kan nu niet komen, volgens: de *buurtregisseur*"
    assert say_joining.declined(replace(web, filled_in_by=" "), EN) == EN("say_joining.declined_by_nobody")


def test_the_voice_of_a_group_of_which_everybody_sits_there_is_never_short_of_seats():
    web = sewer()
    drifts = replace(web.stakes[0], table_weight=0.0)
    turned = Stake("group", "sound", 0.1, table_weight=1.0)
    seated = tuple(replace(actor, seats=actor.people or 1.0) if actor.citizens else actor for actor in web.actors)
    full = replace(web, actors=seated, stakes=(drifts, *web.stakes[1:], turned))
    r = readings(full, Reference.AFFECTED_PUBLIC)
    found = gap_robustness(r.weights, Reference.AFFECTED_PUBLIC, draws=40)
    assert found.top_actor.id is not None
    said = " ".join(say_certainty.main_causes(r, found, full, NL, True))
    assert "plekken komen tekort" not in said
    assert "stem die het meest ontbreekt" not in said


# -- the dilemmas ---------------------------------------------------------------------------------------------------


def test_the_first_dilemma_says_that_something_is_lost_whatever_one_chooses():
    web, r = sewer(), readings(sewer())
    reading = r.feasibility_inclusiveness
    number = of_100(reading.tension)
    assert strip_dilemma(r, "feasibility_inclusiveness", web, NL) == NL("say_feasible.strip_heard")
    said = say_dilemmas.feasible_or_inclusive(r, web, NL, True)
    assert NL(f"say_feasible.tension_{reading.binding}", numbers=f" ({number} van de 100)") in said


def test_a_table_says_for_how_much_nobody_feels_as_strongly_and_how_much_harder_a_plan_is():
    web, r = sewer(), readings(sewer())
    reading = r.feasibility_inclusiveness
    here = say_dilemmas.feasible_or_inclusive(r, web, NL, True)[0]
    missed = of_100(1 - reading.inclusiveness)
    assert NL("say_feasible.not_felt", part="**ongeveer de helft**", numbers=f" ({missed} van de 100)") in here
    everyone = say_dilemmas.feasible_or_inclusive(r, web, NL, True)[-2]
    assert f"({of_100(reading.f_max)} → " in everyone


def test_a_tension_of_nothing_is_not_said_to_be_no_problem():
    web = sewer()
    alone = replace(web, actors=web.actors[:1], stakes=web.stakes[:1])
    said = say_dilemmas.feasible_or_inclusive(readings(alone), alone, EN, True)
    assert f"{EN('say_feasible.tension_none')} {EN('say_feasible.tension_none_ask')}" in said


def test_the_second_dilemma_names_sides_and_never_an_order_of_roles():
    web = sewer(delegated=0.75, initiative=0.5)
    said = say_dilemmas.role_sentences(readings(web), web, NL, True)
    assert said[0] == "Helpen raakt het meest: *algemeen belang*. Leiden: *initiatiefnemers*."
    assert strip_dilemma(readings(web), "role", web, NL) == said[0]


def test_every_role_says_where_it_ends_up_what_it_takes_and_which_side_loses_most():
    web = sewer(delegated=0.75)
    r = readings(web)
    said = say_dilemmas.ways_out(r, web, EN, True)
    assert set(said) == set(r.role.regret)
    assert said["facilitate"][0] == "Supporting probably ends up at: *pomp en laag peil*." + (
        " That is hardest for: *bewoners met een rotte fundering*, because of: *stevige fundering*."
    )
    assert said["facilitate"][1] == EN("say_role.ownership_kept")
    assert said["steer"][1] == EN("say_role.ownership_taken", part="**about half**")
    assert f"({of_100(r.role.losses['lead'][r.role.sides['lead']])} in 100)" in said["lead"][2]
    without = replace(web, process=replace(web.process, delegated=0.0, initiative=0.0))
    kept = say_dilemmas.ways_out(readings(without), without, EN, True)
    assert kept["lead"][1] == EN("say_role.ownership_none")


def test_the_third_dilemma_names_the_rule_and_both_sides():
    web, r = sewer(), readings(sewer())
    assert strip_dilemma(r, "rules", web, NL) == "De meeste spanning: *Peilbesluit*."
    assert say_dilemmas.rule_balance(r, web, "level", NL, False) == (
        "Volgen gaat ten koste van: *droge souterrains*. Afwijken gaat ten koste van: *stevige fundering*. "
        "Er is weinig ruimte tussen de regels."
    )


def test_without_tension_it_is_said_whether_the_room_between_the_rules_is_why():
    room = c.ChangeRule("level", {"discretion": 1.0}).applied_to(sewer())
    calm = replace(sewer(), rules=(Rule("habit", "Gewoonte", 0.2),))
    assert say_dilemmas.rules_sentences(readings(room), room, NL, True)[0] == NL("say_rules.tension_room")
    assert say_dilemmas.rules_sentences(readings(calm), calm, NL, True)[0] == NL("say_rules.tension_none")


@pytest.mark.parametrize(("discretion", "word"), [(0, "none"), (0.1, "little"), (0.5, "some"), (0.9, "much")])
def test_the_room_between_the_rules_has_a_word(discretion: float, word: str):
    assert say_dilemmas.room_word(Rule("r", "r", discretion=discretion)) == word


def test_deviating_from_a_rule_that_protects_and_hinders_nothing_may_harm_trust_in_it():
    web = replace(sewer(), rules=(Rule("habit", "Gewoonte", 0.2),))
    said = say_dilemmas.rule_balance(readings(web), web, "habit", EN, False)
    assert said.startswith(EN("say_rules.neither"))


def test_the_clash_between_organisations_is_shown_as_the_source():
    web = sewer()
    assert say_dilemmas.clashes_between_organisations(readings(web), web, NL) == [
        NL("say_rules.clash", a="Waterschap", b="Gemeente")
    ]
    calm = replace(web, stakes=web.stakes[:2])
    assert say_dilemmas.clashes_between_organisations(readings(calm), calm, NL) == [NL("say_rules.no_clash")]


def test_what_may_strengthen_a_dilemma_is_told_as_an_estimate_with_who_made_it():
    web = sewer(emphasis=1.0, meddling=0.5, delegated=0.75)
    r = readings(web)
    reading = r.feasibility_inclusiveness
    shown = f"({of_100(reading.tension)} → {of_100(reading.amplified)})"
    assert say_stronger.stronger(r, "feasibility_inclusiveness", web, NL, True) == [
        "Geschat, niet gezegd door wie: de politiek kan heel sterk nadruk leggen op één partij.",
        f"Dat kan de spanning sterker maken {shown}.",
    ]
    signed = replace(web, filled_in_by="the district team")
    said = say_stronger.stronger(readings(signed), "role", signed, EN, False)
    assert said[0].startswith("Estimated by ‘the district team’: the professional steers")
    assert "Politics may step in strongly." in said[0]
    assert say_stronger.stronger(r, "rules", web, EN, False) == [EN("say_stronger.nothing")]


def test_plans_that_a_demand_rules_out_are_named():
    web = c.ChangeOption("pump", {"barred": True}).applied_to(sewer())
    said = say_stronger.stronger(readings(web), "feasibility_inclusiveness", web, NL, True)
    assert said[0] == "Uitgesloten door een eis: *pomp en laag peil*."


# -- what cannot be computed ----------------------------------------------------------------------------------------


@both
def test_an_empty_web_says_for_every_reading_what_to_do_next(language: str):
    web, say = Web(), words(language)
    r = readings(web)
    for name in ("gap", "feasibility_inclusiveness", "role", "rules"):
        assert say_undefined.undefined(r, name, say) == say.choice("undefined", r.undefined[name])
        assert say_undefined.undefined_short(r, name, say)
    assert all(line for line in said_of(web, language, digits=True))


def test_without_a_rule_a_person_is_told_to_add_one():
    web = replace(sewer(), rules=())
    assert say_dilemmas.rules_sentences(readings(web), web, NL, True) == [
        "Nog geen regel ingevuld. Voeg een regel toe die in de weg zit of iemand beschermt."
    ]


def test_with_one_plan_a_person_is_told_to_add_another():
    web = c.RemoveOption("high").applied_to(sewer())
    assert "Add a plan" in say_dilemmas.role_sentences(readings(web), web, EN, True)[0]


def test_with_too_many_candidates_the_table_as_it_is_is_still_told():
    web = sewer()
    many = tuple(Actor(f"a{i}", f"Groep {i}", Sphere.CITIZENS, people=10) for i in range(15))
    stakes = tuple(Stake(actor.id, "sound", 0.4) for actor in many)
    web = replace(web, actors=(*web.actors, *many), stakes=(*web.stakes, *stakes))
    here, why = say_dilemmas.feasible_or_inclusive(readings(web), web, NL, True)
    assert here.startswith("**De tafel van nu:**")
    assert why == NL("undefined.too_many_candidates")


def test_wishes_that_stand_in_for_plans_are_said_to_be_wishes():
    web = replace(sewer(), options=())
    r = readings(web)
    assert say_plans.provisional(r, EN).startswith("No plan is filled in yet.")
    assert "de wens van ‘Actiegroep’" in say_plans.least_happy(r, web, "wish:group", NL, False)
    assert say_plans.provisional(readings(sewer()), EN) is None


# -- the lines under every picture ----------------------------------------------------------------------------------


def test_three_fixed_lines_say_who_filled_this_in_who_was_not_asked_and_which_plan_is_missing():
    web = replace(sewer(), filled_in_by="de projectleider", missing_plan="")
    assert say_fixed.fixed_lines(web, NL) == [
        "**Ingevuld door** de projectleider",
        "**Niet gevraagd** bewoners met een rotte fundering",
        "**Plan dat ontbreekt** nog niet ingevuld",
    ]


def test_a_long_list_of_groups_not_asked_is_cut_off_with_how_many_more():
    many = tuple(Actor(f"a{i}", f"Groep {i}", Sphere.CITIZENS) for i in range(7))
    assert say_fixed.fixed_lines(replace(sewer(), actors=many, stakes=(), rules=(), options=()), EN)[1].endswith(
        "Groep 4 and 2 more"
    )


# -- after every act ------------------------------------------------------------------------------------------------


def test_a_group_that_comes_is_told_as_what_is_heard_first_and_apart_what_gets_harder():
    web = sewer()
    was, now = readings(web), readings(c.Seat("piles", 4).applied_to(web))
    numbers = f"({of_100(was.gap.views)} → {of_100(now.gap.views)})"
    assert quiet(web, c.Seat("piles", 4)) == (
        "Nu aan tafel: *bewoners met een rotte fundering*. Nu wordt voor het eerst gehoord: *stevige fundering*. "
        "Een plan dat bij iedereen past, is veel lastiger te vinden. Er is meer om over te praten. "
        f"De kloof in standpunten wordt veel kleiner {numbers}."
    )


def test_a_gap_that_grows_when_a_group_comes_says_why():
    light = Actor("shops", "winkeliers", Sphere.CITIZENS, people=500)
    web = replace(sewer(), actors=(*sewer().actors, light), stakes=(*sewer().stakes, Stake("shops", "dry", 0.1)))
    said = quiet(web, c.Seat("shops", 6))
    assert "De kloof wordt" in said
    assert said.endswith("Er kwam geen stem bij over: *stevige fundering*.")


def test_a_gap_that_shrinks_because_seats_went_is_not_told_as_a_gain():
    web = c.Seat("piles", 1).applied_to(sewer())
    said = quiet(web, c.Seat("group", 1))
    assert said.endswith("Dat is niet vanzelf winst: minder plekken voor ‘Actiegroep’.")


def test_a_plan_that_looks_easier_without_a_group_is_told_as_that():
    web = c.Seat("piles", 4).applied_to(sewer())
    said = quiet(web, c.Seat("piles", 0))
    assert said.endswith(NL("say_table.without.one"))
    assert "makkelijker te vinden" not in said


def test_without_digits_the_size_of_a_change_is_a_word():
    assert "veel kleiner" in quiet(sewer(), c.Seat("piles", 4), digits=False)
    assert not re.search(r"\d", quiet(sewer(), c.Seat("piles", 4), language="en", digits=False))


def test_an_act_that_changes_no_number_says_so():
    new = c.AddInterest(Interest("new", "groen"))
    assert quiet(sewer(), new) == f"Nieuw belang: *groen*. {NL('say_change.nothing')}"


def test_that_nothing_changes_is_not_said_while_another_number_on_screen_moves():
    other_rule = c.AddRule(Rule("habit", "Gewoonte", 0.2))
    assert quiet(sewer(), other_rule).endswith(NL("say_change.elsewhere"))


def test_that_another_number_changed_is_said_where_only_one_party_accepts_a_barred_plan_otherwise():
    nothing = {"dry": 0.0, "sound": 0.0}
    barred = c.AddOption(Option("third", "niets doen", 0.9, nothing, barred=True))
    worse = c.ChangeOption("third", {"effects": {**nothing, "dry": -0.5}})
    same = c.ChangeOption("third", {"notes": "later bekijken"})
    assert quiet(sewer(), barred, worse).endswith(NL("say_change.elsewhere"))
    assert quiet(sewer(), barred, same).endswith(NL("say_change.nothing"))


def test_moving_and_naming_say_only_what_was_done():
    assert quiet(sewer(), c.MoveNodes({"group": (1.0, 2.0)}, {}), language="en") == "The drawing has been moved."
    assert quiet(sewer(), c.ChangeMeeting({"title": "x"})) == "De gegevens van de bijeenkomst zijn aangepast."


def test_a_reading_that_appears_or_disappears_is_told():
    assert quiet(sewer(), c.RemoveRule("level")).endswith("niet meer te berekenen: *Regels volgen of afwijken?*")
    assert quiet(sewer(), c.RemoveRule("level"), Undo(), language="en") == (
        "Undone. This dilemma can be seen now: *Follow the rules or deviate?*"
    )
    assert quiet(sewer(), c.RemoveRule("level"), Undo(), Redo()).startswith("Opnieuw gedaan.")


def test_undo_tells_the_change_the_other_way_round():
    forth, back = quiet(sewer(), c.Seat("piles", 4)), quiet(sewer(), c.Seat("piles", 4), Undo())
    (was, now), *_ = re.findall(r"(\d+) → (\d+)", forth)
    assert f"{now} → {was}" in back


def test_a_party_added_with_its_interests_is_one_act():
    line = c.Together(
        (
            c.AddActor(Actor("shop", "Winkeliers", Sphere.CITIZENS)),
            c.AddInterest(Interest("park", "parkeren")),
            links.SetStake(Stake("shop", "park", 0.4)),
            links.SetStake(Stake("shop", "dry", 0.1)),
        )
    )
    assert quiet(sewer(), line).startswith("Nieuw in het web, met 2 belangen: *Winkeliers*.")


SPOKEN = Conditions(
    expectations=(v.Expectation("e", "group", "city", "Een antwoord"),),
    shared_words=(v.SharedWord("w", "straks"),),
    appreciations=(v.Appreciation("t", "city", "group", "Zij kennen de straat"),),
    reflections=(v.Reflection("l", did="Door de straat gelopen"),),
)
KEPT = Accounting(
    occasions=(Occasion("o", form="Avond in het buurthuis"),),
    attempts=(Attempt("p", "piles", how="Langs de deur"),),
    contributions=(Contribution("b", "De pomp maakt lawaai"),),
    reactions=(Reaction("r", said="Zo was het"),),
)
FIRST = OwnDilemma("d1", "Eerst de straat?", (OwnWay("w1", "ja"), OwnWay("w2", "nee")))
ACTS = {
    "change_card": kept.ChangeCard({"next_step": "De raad praat erover"}),
    "add_occasion": kept.AddOccasion(Occasion("new", form="Wandeling")),
    "change_occasion": kept.ChangeOccasion("o", {"people": 12}),
    "remove_occasion": kept.RemoveOccasion("o"),
    "add_attempt": kept.AddAttempt(Attempt("new", "piles", how="Brief")),
    "change_attempt": kept.ChangeAttempt("p", {"said": "Geen tijd"}),
    "remove_attempt": kept.RemoveAttempt("p"),
    "add_contribution": kept.AddContribution(Contribution("new", "Meer groen")),
    "change_contribution": kept.ChangeContribution("b", {"literal": True}),
    "remove_contribution": kept.RemoveContribution("b"),
    "add_reaction": kept.AddReaction(Reaction("new", said="Dank")),
    "change_reaction": kept.ChangeReaction("r", {"answer": "Wij passen het aan"}),
    "remove_reaction": kept.RemoveReaction("r"),
    "open_web": c.OpenWeb(Web()),
    "adopt": Adopt(2, "group", (GroupAnswer("dry", 0.4, 1.0, False),)),
    "bring_in": c.BringIn(Web(), "tabel.csv"),
    "adopt_scenario": c.AdoptScenario(Web(), "Iedereen"),
    "take_step": TakeStep((c.Seat("piles", 3),), "choose", "invite", "Nodig hen uit"),
    "together": c.Together((c.Seat("piles", 3),)),
    "set_population": SetPopulation((Headcount("Woning", "huur", 9),)),
    "count_table": CountTable("Leeftijd", {"65+": 3}),
    "add_actor": c.AddActor(Actor("new", "Nieuw", Sphere.CITIZENS)),
    "change_actor": c.ChangeActor("piles", {"people": 90}),
    "remove_actor": c.RemoveActor("piles"),
    "add_interest": c.AddInterest(Interest("new", "Nieuw")),
    "change_interest": c.ChangeInterest("dry", {"name": "geen water"}),
    "remove_interest": c.RemoveInterest("dry"),
    "add_option": c.AddOption(Option("new", "Nieuw")),
    "change_option": c.ChangeOption("pump", {"barred": True}),
    "remove_option": c.RemoveOption("pump"),
    "add_rule": c.AddRule(Rule("new", "Nieuw")),
    "change_rule": c.ChangeRule("level", {"force": 1.0}),
    "remove_rule": c.RemoveRule("level"),
    "seat": c.Seat("group", 8),
    "put_in_ring": PutInRing("piles", "think", 3),
    "set_stake": links.SetStake(Stake("piles", "dry", 0.4, -1.0)),
    "remove_stake": links.RemoveStake("piles", "sound"),
    "mark_unknown": links.MarkUnknown("piles", "dry"),
    "set_relation": links.SetRelation(Relation("dry", "sound", -0.8)),
    "remove_relation": links.RemoveRelation("dry", "sound"),
    "change_process": c.ChangeProcess({"delegated": 0.75}),
    "change_conventions": c.ChangeConventions({"weight_plans": 0.5, "spread_data": 100}),
    "reset_conventions": c.ResetConventions(),
    "change_meeting": c.ChangeMeeting({"title": "x"}),
    "move_nodes": c.MoveNodes({"group": (0.0, 0.0)}, {}),
    "change_frame": spoken.ChangeFrame({"fixed": "De pijpen", "hear_back": "Elke maand"}),
    "change_continuity": spoken.ChangeContinuity({"stops": 0.3}),
    "change_neighbourhoods": spoken.ChangeNeighbourhoods({"others": "De flats"}),
    "add_expectation": spoken.AddExpectation(v.Expectation("new", "group", "city", "Een antwoord")),
    "change_expectation": spoken.ChangeExpectation("e", {"said": True}),
    "remove_expectation": spoken.RemoveExpectation("e"),
    "add_shared_word": spoken.AddSharedWord(v.SharedWord("new", "snel")),
    "change_shared_word": spoken.ChangeSharedWord("w", {"agreed": "binnen een week"}),
    "say_meaning": spoken.SayMeaning("w", "group", "morgen"),
    "remove_shared_word": spoken.RemoveSharedWord("w"),
    "add_appreciation": spoken.AddAppreciation(v.Appreciation("new", "city", "group", "Geduld")),
    "change_appreciation": spoken.ChangeAppreciation("t", {"what": "Geduld"}),
    "remove_appreciation": spoken.RemoveAppreciation("t"),
    "add_reflection": spoken.AddReflection(v.Reflection("new")),
    "change_reflection": spoken.ChangeReflection("l", {"saw": "Water"}),
    "remove_reflection": spoken.RemoveReflection("l"),
    "change_motivation": spoken.ChangeMotivation("group", {"own": True}),
    "change_needs": spoken.ChangeNeeds("piles", {"mentor": "needed"}),
    "change_engagement": spoken.ChangeEngagement("group", "city", {"own": 0.9}),
    "change_workplace": spoken.ChangeWorkplace("city", {"burden": 0.5}),
    "change_absence": spoken.ChangeAbsence("piles", {"no_time": True}),
    "change_block": spoken.ChangeBlock("trust", {"talk": "talking"}),
    "change_rule_room": spoken.ChangeRuleRoom("level", {"room": "In droge jaren"}),
    "add_dilemma": AddDilemma(replace(FIRST, id="d2")),
    "change_dilemma": ChangeDilemma("d1", {"notes": "Vraag door"}),
    "remove_dilemma": RemoveDilemma("d1"),
}


@both
@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_act_has_a_sentence(name: str, language: str):
    lives_here = (Headcount("Leeftijd", "65+", 10),)
    web = replace(
        sewer(),
        relations=(Relation("dry", "sound", 0.2),),
        population=lives_here,
        conditions=SPOKEN,
        accounting=KEPT,
        dilemmas=(FIRST,),
    )
    said = quiet(web, ACTS[name], language=language)
    assert said.endswith((".", "*"))
    assert "{" not in said


def test_what_a_word_no_longer_means_to_a_party_is_told_as_such():
    web = replace(sewer(), conditions=SPOKEN)
    assert quiet(web, spoken.SayMeaning("w", "group", "")) == ("Betekenis weggehaald, van ‘straks’ voor ‘Actiegroep’.")


def test_a_party_that_leaves_or_gets_other_seats_is_told():
    assert quiet(sewer(), c.Seat("group", 0)).startswith("Niet meer aan tafel: *Actiegroep*.")
    assert quiet(sewer(), c.Seat("group", 1)).startswith("*Actiegroep*: 1 plek aan tafel.")
    assert quiet(sewer(), c.Seat("group", 2.5)).startswith("*Actiegroep*: 2,5 plekken aan tafel.")


def test_an_invitation_and_a_new_name_are_told_as_such():
    asked = c.ChangeActor("piles", {"invitation": Invitation.ASKED})
    assert quiet(sewer(), asked).startswith("*bewoners met een rotte fundering*: gevraagd.")
    assert quiet(sewer(), c.ChangeActor("group", {"name": "Straat"})).startswith(
        "Nieuwe naam voor ‘Actiegroep’: *Straat*."
    )


@pytest.mark.parametrize(
    ("position", "side"), [(1.0, "for"), (0.2, "for"), (0.0, "divided"), (-0.2, "against"), (-1.0, "against")]
)
def test_a_position_has_one_of_three_words_by_its_sign(position: float, side: str):
    told = quiet(sewer(), links.SetStake(Stake("piles", "dry", 0.4, position)))
    assert f", {NL.choice('positions', side)}." in told


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_printed_threshold_lies_beyond_the_threshold_seen_from_where_the_dial_stands(at: float, now: float):
    printed = rounded_away(at, now)
    assert abs(printed - at) < 0.01 + 1e-9
    assert printed >= at - 1e-9 if at > now else printed <= at + 1e-9


@pytest.mark.parametrize(("weight", "word"), [(0, "none"), (0.1, "notices"), (0.3, "plans"), (0.9, "home")])
def test_a_weight_takes_the_nearest_word(weight: float, word: str):
    assert say_acts.weight_word(weight, DESIGN) == word


# -- people's words, and any web ------------------------------------------------------------------------------------

HOSTILE = "<script>alert(1)</script> **vet** [x](http://x.nl) $a$ :red[b]\n# kop"


@both
def test_hostile_names_stand_in_every_sentence_as_plain_text(language: str):
    web = sewer()
    web = replace(
        web,
        actors=tuple(replace(actor, name=f"{HOSTILE} {actor.id}") for actor in web.actors),
        interests=tuple(replace(interest, name=f"{HOSTILE} {interest.id}") for interest in web.interests),
        options=tuple(replace(option, name=f"{HOSTILE} {option.id}") for option in web.options),
        rules=tuple(replace(rule, name=f"{HOSTILE} {rule.id}") for rule in web.rules),
        filled_in_by=HOSTILE,
        missing_plan=HOSTILE,
    )
    lines = [*said_of(web, language, digits=True), quiet(web, c.Seat("piles", 4), language=language)]
    for line in lines:
        assert not re.search(r"(?<!\\)[<$\[\]`#]|\*\*vet|\n", line), line


@examples(40)
@given(webs(), st.sampled_from(LANGUAGES), st.booleans())
def test_every_web_has_its_sentences(web: Web, language: str, digits: bool):
    for line in said_of(web, language, digits):
        assert line.strip()
        assert "nan" not in re.findall(r"[a-z]+", line)
