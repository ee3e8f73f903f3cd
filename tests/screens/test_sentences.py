"""What the readings say: the numbers shown, in both languages, with people's words as plain text."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_core import commands as c
from coprod_core import web_file
from coprod_core.adoption import Adopt, GroupAnswer
from coprod_core.conditions import acts as spoken
from coprod_core.conditions import values as v
from coprod_core.conditions.whole import Conditions
from coprod_core.conventions import DESIGN
from coprod_core.headcounts import CountTable, SetPopulation
from coprod_core.history import History, Redo, Undo, after, opened
from coprod_core.indicators import (
    Readings,
    Undefined,
    gap_robustness,
    positions,
    readings,
    second_lens,
    tipping,
    to_solve,
)
from coprod_core.log_format import COMMANDS
from coprod_core.model import Actor, Headcount, Interest, Invitation, Option, Relation, Rule, Sphere, Stake, Web
from coprod_core.workshop_act import TakeStep
from coprod_ui import sentences
from coprod_ui.words import LANGUAGES, Words, of_100, words
from tests.core.webs import webs

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
        sentences.strip_gap(r, web, say, digits),
        *(sentences.strip_dilemma(r, name, web, say, digits) for name in dilemmas),
        *sentences.gap_sentences(r, web, say, digits).values(),
        *sure_of(r, web, say, digits),
        *sentences.unheard(r, web, say),
        *sentences.alarm(r, web, say),
        *sentences.without_them(r, web, say, digits),
        *sentences.feasible_or_inclusive(r, web, say, digits),
        *sentences.role_sentences(r, web, say, digits),
        *sentences.rules_sentences(r, web, say, digits),
        *sentences.clashes_between_organisations(r, web, say),
        *(line for name in dilemmas for line in sentences.stronger(r, name, say, digits)),
        *(line for lines in sentences.ways_out(r, web, say, digits).values() for line in lines),
        *(line for lines in sentences.plan_sentences(r, web, say, digits).values() for line in lines),
        *sentences.fixed_lines(web, say),
        sentences.method_line(say),
    ]
    for actor in web.actors:
        lines += [line for line in (sentences.invite(r, web, actor.id, say, digits),) if line]
        if actor.citizens:
            lines += [line for line in (sentences.estimates(r, web, say, digits, actor.id),) if line]
    return lines


def sure_of(r: Readings, web: Web, say: Words, digits: bool) -> list[str]:
    """How sure the gap is, what tips it, what people want, and the questions for the group."""
    found, lens = gap_robustness(r.weights), second_lens(r.weights)
    absent = {a.id: 3.0 for a in web.actors if a.citizens and not a.seated and r.gap and r.gap.by_actor.get(a.id)}
    tips, apart = tipping(r.weights, absent), positions(r.weights)
    if r.gap is None or any(isinstance(each, Undefined) for each in (found, lens, tips)):
        return []
    return [
        *sentences.main_causes(r, found, web, say, digits),
        *sentences.certainty(found, web, say, digits),
        *sentences.ask_first(found.ask_first, web, say, digits),
        *sentences.two_lenses(r, lens, web, say),
        *sentences.what_tips(tips, web, say, digits),
        *sentences.apart(apart, r.gap, web, say, digits),
        *sentences.drift(r.gap, web, say, digits),
        *sentences.about_what(r.gap, web, say),
        *sentences.about_certainty(found, web, say),
        *sentences.about_change(lens, say),
        *sentences.about_views(apart, r.gap, web, say),
        *(line for actor in absent for line in solved(r, web, actor, say, digits)),
        *sentences.together(r, web, say),
        *(line for actor in (None, *absent) for line in sentences.about_who(web, actor, say)),
    ]


def solved(r: Readings, web: Web, actor: str, say: Words, digits: bool) -> list[str]:
    found = to_solve(r.weights, actor)
    return [] if isinstance(found, Undefined) else sentences.solving(found, web, say, digits)


def done(web: Web, *acts: c.Command | Undo | Redo) -> History:
    history = opened(web)
    for act in acts:
        history = after(history, act)
    return history


def quiet(web: Web, *acts: c.Command | Undo | Redo, language: str = "nl", digits: bool = True) -> str:
    """The quiet sentence after the last of these acts."""
    h = done(web, *acts)
    was, now = readings(h.web_before), readings(h.web)
    return sentences.after_act(was, now, h.last, h.web_before, h.web, words(language), digits)


# -- the gap --------------------------------------------------------------------------------------------------------


def test_the_strip_names_what_is_most_missing():
    web = sewer()
    assert sentences.strip_gap(readings(web), web, NL, False) == "Het meest ontbreekt: *stevige fundering*."
    assert sentences.strip_gap(readings(web), web, EN, False) == "Most missing: *stevige fundering*."


def test_the_strip_says_that_nobody_is_at_the_table_yet():
    web = c.Seat("group", 0).applied_to(sewer())
    assert sentences.strip_gap(readings(web), web, NL, False) == "Er zit nog niemand aan tafel."


def test_the_strip_says_when_nothing_that_matters_outside_is_missing():
    web = replace(sewer(), actors=(replace(sewer().actors[0], people=6),), stakes=(Stake("group", "dry", 1.0),))
    assert sentences.strip_gap(readings(web), web, EN, False) == "What matters outside gets attention at the table too."


@both
def test_the_sentences_of_the_gap_hold_the_numbers_shown(language: str):
    web = web_file.read((CASES / f"sewer.{language}.json").read_bytes())
    r = readings(web)
    said = sentences.gap_sentences(r, web, words(language), True)
    for part in ("places", "views", "attention"):
        assert str(of_100(getattr(r.gap, part))) in re.findall(r"\d+", said[part])
    assert str(of_100(r.gap.places)) in said["overlap"]


def test_places_and_attention_are_said_in_the_words_of_the_glossary():
    said = sentences.gap_sentences(readings(sewer()), sewer(), NL, True)
    number = of_100(readings(sewer()).gap.places)
    assert said["places"] == (
        f"De groepen zijn aan tafel anders verdeeld dan erbuiten: **{number} van elke 100 plekken** verschil. "
        "Zwaar geraakte groepen tellen zwaarder."
    )
    assert said["attention"].startswith("Naar schatting gaat **")
    assert "overlap" not in said


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


def test_a_group_that_rests_on_estimates_is_to_be_asked_itself():
    web = sewer()
    said = sentences.estimates(readings(web), web, NL, True, "piles")
    assert said == ("**Alles** over *bewoners met een rotte fundering* is hier een schatting. Vraag het de groep zelf.")


def test_part_of_the_gap_that_rests_on_estimates_is_said_as_a_number_or_a_word():
    web = web_file.read((CASES / "dog_fence.nl.json").read_bytes())
    r = readings(web)
    r = replace(r, gap=replace(r.gap, estimated_share=0.23))
    assert sentences.estimates(r, web, NL, True) == (
        "**23 van de 100** hiervan berust op schattingen. Vraag het de groepen zelf."
    )
    assert sentences.estimates(r, web, EN, False) == "**Part** of this rests on estimates. Ask the groups themselves."


def test_nothing_is_said_of_estimates_where_there_are_none():
    web = sewer()
    r = readings(web)
    assert sentences.estimates(replace(r, gap=replace(r.gap, estimated_share=0.0)), web, NL, True) is None


def test_an_interest_with_some_attention_is_hardly_heard_and_one_without_not_heard_yet():
    web = web_file.read((CASES / "prevention_team.nl.json").read_bytes())
    said = sentences.unheard(readings(web), web, NL)
    assert [line.partition(":")[0] for line in said] == ["Nog niet gehoord", "Weinig gehoord"]


# -- whom to invite -------------------------------------------------------------------------------------------------


def test_an_invitation_is_worded_as_what_they_need_and_never_as_a_reason_to_leave_them_out():
    web, r = sewer(), readings(sewer())
    reading = r.feasibility_inclusiveness
    heard = of_100(reading.inclusiveness), of_100(reading.inclusiveness + reading.invite["piles"].gain)
    plan = of_100(reading.feasibility), of_100(reading.feasibility - reading.invite["piles"].loss)
    assert sentences.invite(r, web, "piles", NL, True) == (
        "Doen *bewoners met een rotte fundering* mee, dan worden meer belangen gehoord "
        f"({heard[0]} → {heard[1]}). Een plan voor iedereen vinden wordt lastiger ({plan[0]} → {plan[1]}). "
        "Dat is geen reden om hen niet te vragen. Wat hebben zij nodig om te komen?"
    )


def test_of_a_group_that_will_not_come_it_is_asked_who_speaks_for_them():
    web = c.ChangeActor("piles", {"invitation": Invitation.DECLINED}).applied_to(sewer())
    said = sentences.invite(readings(web), web, "piles", EN, False)
    assert said.endswith("What do they need to join? They will not or cannot come now. Who speaks for them until then?")


def test_a_group_at_the_table_is_not_invited_again():
    assert sentences.invite(readings(sewer()), sewer(), "group", NL, True) is None


def test_beside_an_invitation_stands_who_carries_the_downsides_and_the_alarm():
    said = sentences.without_them(readings(sewer()), sewer(), NL, True)
    assert said[0] == (
        "Alle nadelen van *pomp en laag peil* komen terecht bij mensen die niet aan tafel zitten (100 van de 100)."
    )
    assert said[-1].startswith("*bewoners met een rotte fundering*: dit raakt hen hard")


@pytest.mark.parametrize(
    ("share", "start"),
    [
        (1.0, "All downsides"),
        (0.89, "Nearly all"),
        (0.7, "Most of"),
        (0.5, "About half"),
        (0.3, "Part of"),
        (0.1, "A small part"),
        (0.0, "The downsides of *pomp en laag peil* do not"),
        (None, "*pomp en laag peil* has no downsides"),
    ],
)
def test_the_burden_shifted_is_said_in_words(share: float | None, start: str):
    r = readings(sewer())
    r = replace(r, options={"pump": replace(r.options["pump"], shifted=share)})
    assert sentences.shifted(r, sewer(), "pump", EN, False).startswith(start)


# -- the dilemmas ---------------------------------------------------------------------------------------------------


def test_the_first_dilemma_says_what_is_lost_whichever_way():
    web, r = sewer(), readings(sewer())
    number = of_100(r.feasibility_inclusiveness.tension)
    assert sentences.strip_dilemma(r, "feasibility_inclusiveness", web, NL, False) == (
        "Nog niet alle belangen zijn gehoord."
    )
    assert (
        f"Welke weg u ook kiest: minstens **{number} van de 100** gaat verloren, aan gehoorde belangen of aan een "
        "plan dat lukt."
    ) in sentences.feasible_or_inclusive(r, web, NL, True)


def test_a_tension_of_nothing_is_not_said_to_be_no_problem():
    web = sewer()
    alone = replace(web, actors=web.actors[:1], stakes=web.stakes[:1])
    said = " ".join(sentences.feasible_or_inclusive(readings(alone), alone, EN, True))
    assert "That does not mean there is no problem" in said


def test_the_second_dilemma_says_what_helping_and_leading_cost():
    web = sewer(delegated=0.75, initiative=0.5)
    said = sentences.role_sentences(readings(web), web, NL, True)
    assert said[0] == "Helpen kost het algemeen belang het meest, leiden kost het eigenaarschap van bewoners."


def test_every_role_says_who_loses_most_and_which_plan_it_leads_to():
    web = sewer(delegated=0.75)
    r = readings(web)
    said = sentences.ways_out(r, web, EN, True)
    assert set(said) == set(r.role.regret)
    assert said["facilitate"][1] == "Supporting leads to *pomp en laag peil*."
    assert f"({of_100(r.role.regret['lead'])} in 100)" in said["lead"][0]


def test_the_third_dilemma_names_the_rule_and_both_sides():
    web, r = sewer(), readings(sewer())
    assert sentences.strip_dilemma(r, "rules", web, NL, False) == "**Volgen** kost meer: *Peilbesluit*."
    assert sentences.rule_balance(r, web, "level", NL, False) == (
        "Volgen kost *droge souterrains*, afwijken kost *stevige fundering*. Er is weinig ruimte tussen de regels. "
        "Wie let op mensen die deze regel beschermt? Noem geen namen."
    )


@pytest.mark.parametrize(("discretion", "word"), [(0, "none"), (0.1, "little"), (0.5, "some"), (0.9, "much")])
def test_the_room_between_the_rules_has_a_word(discretion: float, word: str):
    assert sentences.room_word(Rule("r", "r", discretion=discretion)) == word


def test_a_rule_that_protects_and_hinders_nothing_still_costs_trust():
    web = replace(sewer(), rules=(Rule("habit", "Gewoonte", 0.2),))
    said = sentences.rule_balance(readings(web), web, "habit", EN, False)
    assert said.startswith("Following blocks no interest. Deviating costs trust in the rule itself.")


def test_the_clash_between_organisations_is_shown_as_the_source():
    web = sewer()
    assert sentences.clashes_between_organisations(readings(web), web, NL) == [
        "*Waterschap* en *Gemeente* willen deels het omgekeerde."
    ]
    calm = replace(web, stakes=web.stakes[:2])
    assert sentences.clashes_between_organisations(readings(calm), calm, NL) == [
        "De organisaties in dit web willen geen omgekeerde dingen."
    ]


def test_what_strengthens_a_dilemma_is_said_apart_from_the_tension():
    web = sewer(emphasis=1.0, meddling=0.5, delegated=0.75)
    r = readings(web)
    reading = r.feasibility_inclusiveness
    shown = f"({of_100(reading.tension)} → {of_100(reading.amplified)})"
    assert sentences.stronger(r, "feasibility_inclusiveness", NL, True) == [
        "De politiek legt nadruk op één partij.",
        f"Daarmee wordt de spanning sterker {shown}.",
    ]
    assert "Politics steps in." in sentences.stronger(r, "role", EN, False)
    assert sentences.stronger(r, "rules", EN, False) == ["Nothing in this web makes this tension stronger."]


# -- what cannot be computed ----------------------------------------------------------------------------------------


@both
def test_an_empty_web_says_for_every_reading_what_to_do_next(language: str):
    web, say = Web(), words(language)
    r = readings(web)
    for name in ("gap", "feasibility_inclusiveness", "role", "rules"):
        assert sentences.undefined(r, name, say) == say.choice("undefined", r.undefined[name])
        assert sentences.undefined_short(r, name, say)
    assert all(line for line in said_of(web, language, digits=True))


def test_without_a_rule_a_person_is_told_to_add_one():
    web = replace(sewer(), rules=())
    assert sentences.rules_sentences(readings(web), web, NL, True) == [
        "Nog geen regel ingevuld. Voeg een regel toe die in de weg zit of iemand beschermt."
    ]


def test_with_one_plan_a_person_is_told_to_add_another():
    web = c.RemoveOption("high").applied_to(sewer())
    assert "Add a plan" in sentences.role_sentences(readings(web), web, EN, True)[0]


def test_with_too_many_candidates_the_table_as_it_is_is_still_told():
    web = sewer()
    many = tuple(Actor(f"a{i}", f"Groep {i}", Sphere.CITIZENS, people=10) for i in range(15))
    stakes = tuple(Stake(actor.id, "sound", 0.4) for actor in many)
    web = replace(web, actors=(*web.actors, *many), stakes=(*web.stakes, *stakes))
    here, why = sentences.feasible_or_inclusive(readings(web), web, NL, True)
    assert here.startswith("Waar de tafel nu is")
    assert why.startswith("Er kunnen meer dan 14 groepen meedoen")


def test_wishes_that_stand_in_for_plans_are_said_to_be_wishes():
    web = replace(sewer(), options=())
    r = readings(web)
    assert sentences.provisional(r, EN).startswith("No plan is filled in yet.")
    assert sentences.least_happy(r, web, "wish:group", NL, False).startswith("Met *wat Actiegroep wil* kan")
    assert sentences.provisional(readings(sewer()), EN) is None


# -- the lines under every picture ----------------------------------------------------------------------------------


def test_three_fixed_lines_say_who_filled_this_in_who_was_not_asked_and_which_plan_is_missing():
    web = replace(sewer(), filled_in_by="de projectleider", missing_plan="")
    assert sentences.fixed_lines(web, NL) == [
        "**Ingevuld door** de projectleider",
        "**Niet gevraagd** bewoners met een rotte fundering",
        "**Plan dat ontbreekt** nog niet ingevuld",
    ]


def test_a_long_list_of_groups_not_asked_is_cut_off_with_how_many_more():
    many = tuple(Actor(f"a{i}", f"Groep {i}", Sphere.CITIZENS) for i in range(7))
    assert sentences.fixed_lines(replace(sewer(), actors=many, stakes=(), rules=(), options=()), EN)[1].endswith(
        "Groep 4 and 2 more"
    )


# -- after every act ------------------------------------------------------------------------------------------------


def test_inviting_a_group_tells_what_is_heard_and_what_gets_harder_with_the_numbers_shown():
    web = sewer()
    was, now = readings(web), readings(c.Seat("piles", 4).applied_to(web))
    before, then = was.feasibility_inclusiveness, now.feasibility_inclusiveness
    assert quiet(web, c.Seat("piles", 4)) == (
        "*bewoners met een rotte fundering* zit nu aan tafel. Er worden meer belangen gehoord "
        f"({of_100(before.inclusiveness)} → {of_100(then.inclusiveness)}). Een plan voor iedereen vinden wordt "
        f"lastiger ({of_100(before.feasibility)} → {of_100(then.feasibility)})."
    )


def test_without_digits_the_size_of_a_change_is_a_word():
    assert "veel meer belangen" in quiet(sewer(), c.Seat("piles", 4), digits=False)
    assert not re.search(r"\d", quiet(sewer(), c.Seat("piles", 4), language="en", digits=False))


def test_an_act_that_changes_no_number_says_so():
    new = c.AddInterest(Interest("new", "groen"))
    assert quiet(sewer(), new) == "Nieuw belang: *groen*. Dit verandert de kloof niet."


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
            c.SetStake(Stake("shop", "park", 0.4)),
            c.SetStake(Stake("shop", "dry", 0.1)),
        )
    )
    assert quiet(sewer(), line).startswith("*Winkeliers* staat nu in het web, met 2 belangen.")


SPOKEN = Conditions(
    expectations=(v.Expectation("e", "group", "city", "Een antwoord"),),
    shared_words=(v.SharedWord("w", "straks"),),
    appreciations=(v.Appreciation("t", "city", "group", "Zij kennen de straat"),),
    reflections=(v.Reflection("l", did="Door de straat gelopen"),),
)
ACTS = {
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
    "set_stake": c.SetStake(Stake("piles", "dry", 0.4, -1.0)),
    "remove_stake": c.RemoveStake("piles", "sound"),
    "mark_unknown": c.MarkUnknown("piles", "dry"),
    "set_relation": c.SetRelation(Relation("dry", "sound", -0.8)),
    "remove_relation": c.RemoveRelation("dry", "sound"),
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
}


@both
@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_act_has_a_sentence(name: str, language: str):
    lives_here = (Headcount("Leeftijd", "65+", 10),)
    web = replace(sewer(), relations=(Relation("dry", "sound", 0.2),), population=lives_here, conditions=SPOKEN)
    said = quiet(web, ACTS[name], language=language)
    assert said.endswith((".", "*"))
    assert "{" not in said


def test_what_a_word_no_longer_means_to_a_party_is_told_as_such():
    web = replace(sewer(), conditions=SPOKEN)
    assert quiet(web, spoken.SayMeaning("w", "group", "")) == "Weggehaald: wat *straks* betekent voor *Actiegroep*."


def test_a_party_that_leaves_or_gets_other_seats_is_told():
    assert quiet(sewer(), c.Seat("group", 0)).startswith("*Actiegroep* zit niet meer aan tafel.")
    assert quiet(sewer(), c.Seat("group", 1)).startswith("*Actiegroep*: 1 plek aan tafel.")
    assert quiet(sewer(), c.Seat("group", 2.5)).startswith("*Actiegroep*: 2,5 plekken aan tafel.")


def test_an_invitation_and_a_new_name_are_told_as_such():
    asked = c.ChangeActor("piles", {"invitation": Invitation.ASKED})
    assert quiet(sewer(), asked).startswith("*bewoners met een rotte fundering*: gevraagd.")
    assert quiet(sewer(), c.ChangeActor("group", {"name": "Straat"})).startswith("*Actiegroep* heet nu *Straat*.")


@pytest.mark.parametrize(("weight", "word"), [(0, "none"), (0.1, "notices"), (0.3, "plans"), (0.9, "home")])
def test_a_weight_takes_the_nearest_word(weight: float, word: str):
    assert sentences.weight_word(weight, DESIGN) == word


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


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(webs(), st.sampled_from(LANGUAGES), st.booleans())
def test_every_web_has_its_sentences(web: Web, language: str, digits: bool):
    for line in said_of(web, language, digits):
        assert line.strip()
        assert "nan" not in re.findall(r"[a-z]+", line)
