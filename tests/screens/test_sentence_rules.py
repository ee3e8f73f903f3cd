"""The rules for sentences, over every sentence of hundreds of webs in both languages; each has one that must fail."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache

import pytest

from coprod_core.acts.commands import Seat
from coprod_core.acts.history import after, opened
from coprod_core.indicators import silent
from coprod_core.indicators.overview import Readings, readings
from coprod_core.web.model import Actor, Interest, Sphere, Stake, Web
from coprod_ui.report.account import account_of_web
from coprod_ui.report.document import Bullets, Document, Notice, Paragraph
from coprod_ui.report.sections import SECTIONS, document
from coprod_ui.sentences import amounts
from coprod_ui.sentences.all_known import all_known
from coprod_ui.sentences.headline import headline
from coprod_ui.sentences.strip import strip_dilemma, strip_gap
from coprod_ui.served.room.reading import said_of
from coprod_ui.words import LANGUAGES, catalogue, of_100, words
from tests.screens.hard_webs import CLOSE, OPEN, hard_webs, marked
from tests.screens.listening import DILEMMAS, About, Line, after_seats, can_be_heard, heard, name_of, speakers

NAME = re.compile(f"{OPEN}[^{CLOSE}…]*(?:{CLOSE}|…)")
N = "\ue002"
"""Stands where a name was cut out."""

WORD_JOINER = "\u2060"
FRAGMENTS = re.compile(
    r"^(names|amounts|group_size)\.|^(joining\.declined|roles\.(hardest|whose_reading|leads_to)|rule_sides\.force|tables\.brought_in)$"
    r"|\.(room_word|reach_word|standings|fixed_lines)$"
)
"""Functions of which the answer stands inside a sentence, or is a head with what people filled in."""


def cut(text: str) -> str:
    """The text with every name cut out, and the marks of Markdown with it."""
    return re.sub(r"[*\\]", "", NAME.sub(N, text)).replace(WORD_JOINER, "").replace(":gray[", "")


@cache
def corpus() -> tuple[Line, ...]:
    """Every different thing that is said of the hard webs."""
    found: dict[tuple[str, str, bool], Line] = {}
    for web in hard_webs():
        for language in LANGUAGES:
            for digits in (True, False):
                lines = heard(About(web, language, digits))
                for line in (*lines, *(after_seats(web, language, digits) if digits else ())):
                    found.setdefault((line.text, line.language, line.digits), line)
    return tuple(found.values())


# -- rules over one text --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Rule:
    """`broken`: what is wrong in a line, nothing where it is right; `planted`: a line that must be found."""

    name: str
    broken: Callable[[Line], object]
    planted: Line


def sentences_in(text: str) -> list[str]:
    """The sentences of a text from which the names were cut."""
    return [each.strip() for each in re.split(r"(?<=[.?!…])\s+|\n", text) if each.strip()]


def unfilled(line: Line) -> object:
    return re.search(r"[{}]|\bNone\b(?! of)|\bnan\b|\b[a-z]+_[a-z_]*\.[a-z_]+|\[\]|\(\)", cut(line.text))


_BEFORE_A_NAME = re.compile(rf"(^|‘|: |; |\(|\n|[.?!…] |:.*(, | en | and |{N} ))$", re.S)


def bare_name(line: Line) -> object:
    """A name that does not stand after a colon, in a list that began after one, or in quotes."""
    text = cut(line.text)
    if FRAGMENTS.search(line.by):
        return None
    return [text for found in re.finditer(N, text) if not _BEFORE_A_NAME.search(text[: found.start()])]


_NL_VERBS = (
    "is|zijn|zit|zitten|staat|staan|kan|kunnen|wil|willen|heeft|hebben|vindt|vinden|komt|komen|doet|doen|krijgt|krijgen"
    "|heet|begon|verwacht|ziet"
)
_EN_VERBS = "is|are|was|were|has|have|wants?|needs?|takes?|do|does|can|sees?|expects?"
_NL_NOUNS, _EN_NOUNS = "groep|partij|belang|plan|regel|ronde", "group|party|interest|plan|rule|round"


def verb_by_a_name(line: Line) -> object:
    verbs, nouns = (_NL_VERBS, _NL_NOUNS) if line.language == "nl" else (_EN_VERBS, _EN_NOUNS)
    text = re.sub(rf"(?:{nouns}) ‘{N}’|(?:wens van|wish of) ‘{N}’", "X", cut(line.text), flags=re.I)
    after_it = re.search(rf"{N}’? (?:{verbs})\b", text)
    before_it = re.search(rf"\b(?:doen|doet|hebben|heeft|kan|kunnen|wil|willen|vindt|vinden) ‘?{N}", text, re.I)
    return after_it or (line.language == "nl" and before_it)


def capital_and_stop(line: Line) -> object:
    text = cut(line.text)
    if FRAGMENTS.search(line.by) or not re.search(r"\s", text):
        return None
    faults = [each for each in sentences_in(text) if not re.match(rf"[A-Z0-9‘“(–{N}]", each)]
    faults += re.findall(r"[?!]\.|\.\.|\s[.,](?=\s|$)|  ", text)
    return faults or not re.search(rf"[.?!:)…{N}’\d]$", text.rstrip("*").strip())


def counts_disagree(line: Line) -> object:
    text = cut(line.text)
    if line.language == "nl":
        plural = r"\b(?:1|één) (?:mensen|plekken|groepen|belangen|partijen|plannen|regels|stoelen)\b|\béén \w+ zijn\b"
        return re.search(plural + r"|\b0 (?:mensen|plekken|groepen|belangen|partijen|plannen|regels)\b", text)
    plural = r"\b(?:1|one) (?:people|seats|groups|times|interests|parties|plans|rules|chairs)\b"
    return re.search(plural + r"|\b0 (?:people|seats|groups|interests|parties|plans|rules)\b", text)


COUNTED = {
    "say_fixed.more",
    "undefined.too_many_candidates",
    "say_claim.claim",
}
"""Keys that hold a count, which always stands, beside those with `.one` and `.other`."""


def digit_of_a_reading(line: Line) -> object:
    if line.digits or any(key in COUNTED or key.endswith((".one", ".other")) for key in line.keys):
        return None
    return None if FRAGMENTS.search(line.by) else re.search(r"\d|van de 100|in 100\b|→", cut(line.text))


_GROWS = re.compile(r"groter|\bmeer\b|makkelijker|sterker|larger|\bmore\b|easier|stronger")
_SHRINKS = re.compile(r"kleiner|minder|lastiger|smaller|\bless\b|harder")
_OF_THE_AGENDA = re.compile(r"om over te praten|to talk about")


def wrong_number(line: Line) -> object:
    """A share above 100, an arrow that goes nowhere or against its word, or a decimal in another language's way."""
    text = cut(line.text)
    faults = [n for n in re.findall(r"(\d+) (?:van de|in) 100\b", text) if int(n) > 100]
    for sentence in sentences_in(text):
        for was, now in re.findall(r"\((\d+) → (\d+)\)", sentence):
            up, agenda = int(now) > int(was), _OF_THE_AGENDA.search(sentence) is not None
            wrong = _SHRINKS.search(sentence) if up != agenda else _GROWS.search(sentence)
            right = _GROWS.search(sentence) if up != agenda else _SHRINKS.search(sentence)
            if was == now or (wrong and not right):
                faults.append(sentence)
    decimal = r"\d\.\d{1,2}(?!\d)" if line.language == "nl" else r"\d,\d{1,2}(?!\d)"
    return faults or re.search(decimal + r"|\d[.,]\d{4,}", text)


MOST_WORDS = 20
LONG = {
    "say_sure.bands",
}
"""Keys whose sentence is longer still. This list may only shrink."""


def too_long(line: Line) -> object:
    if line.keys & LONG:
        return None
    plain = re.sub(rf"(?:de wens van|the wish of) ‘{N}’", N, cut(line.text))
    one_list = re.sub(rf"{N}(?:, {N})*(?: (?:en|and) (?:nog \d+|\d+ more|{N}))?", N, plain)
    without_brackets = re.sub(r"\([^)]*\)", "", one_list)
    parts = (part for each in sentences_in(without_brackets) for part in re.split(r": (?=[A-Z])", each))
    return [each for each in parts if len(re.findall(rf"[\w{N}’'-]+", each)) > MOST_WORDS]


def haar_or_hem(line: Line) -> object:
    return line.language == "nl" and re.search(r"\b(?:haar|hem)\b", cut(line.text))


def other_language(line: Line) -> object:
    other = r"\b(?:the|with|which|not)\b" if line.language == "nl" else r"\b(?:de|het|een|van|niet|wij)\b"
    return re.search(other, cut(line.text))


def ranked(line: Line) -> object:
    """Words that judge, order or set a target (words.md, section 7)."""
    never = {
        "nl": r"\bscore|\btarget|stakeholder|kost het minst|kleinste verlies|het antwoord is|betaalt de prijs|\bkost\b"
        r"|te (?:veel|weinig) (?:mensen|bewoners)|trekkingen|het ontwerp|verschil in plekken|doet pijn",
        "en": r"\bscore|\btarget|stakeholder|costs? least|smallest loss|the answer is|pays the price|\bcosts?\b"
        r"|too (?:many|few) (?:people|residents)|think otherwise|carry the downsides|take over",
    }
    return re.search(never[line.language], cut(line.text), re.I)


def planted(text: str, language: str = "nl", digits: bool = True, by: str = "gap.planted") -> Line:
    return Line(text, language, digits, by)


A = marked("Actiegroep van de straat")
RULES = (
    Rule("1 nothing unfilled", unfilled, planted("Nog niet gehoord: {interest}.")),
    Rule("2 no bare name", bare_name, planted(f"Wat wil *{A}* hier?")),
    Rule("3 no verb by a name", verb_by_a_name, planted(f"Nu eerst: *{A}* willen dit.")),
    Rule("4 capitals and stops", capital_and_stop, planted(f"daar botst het met dat van: *{A}*.")),
    Rule("5 counts agree", counts_disagree, planted("We know nothing about 1 groups.", "en")),
    Rule("6 digits off", digit_of_a_reading, planted("De kloof wordt groter (3 → 5).", digits=False)),
    Rule("7 digits on", wrong_number, planted("De kloof wordt kleiner (3 → 5).")),
    Rule("14 length", too_long, planted(" ".join(["Woord", *["woord"] * 20]) + ".")),
    Rule("15 forbidden", ranked, planted("Helpen kost het minst.")),
    Rule("16 things are not haar or hem", haar_or_hem, planted("Open eerst de bijeenkomst en bewaar hem.")),
    Rule("18 one language", other_language, planted("This is van ons.", "en")),
)
by_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


@by_rule
def test_a_rule_finds_the_line_that_breaks_it(rule: Rule) -> None:
    assert rule.broken(rule.planted)


@pytest.mark.slow
@by_rule
def test_no_sentence_of_any_web_breaks_a_rule(rule: Rule) -> None:
    broken = {f"{line.by} [{line.language}]": line.text for line in corpus() if rule.broken(line)}
    assert broken == {}


# -- rules over all that is said of one web -------------------------------------------------------------------------


@dataclass(frozen=True)
class Told:
    """A web, what is read of it, and every key that is said of it anywhere."""

    web: Web
    readings: Readings
    keys: frozenset[str]


@cache
def told() -> tuple[Told, ...]:
    """What is said of each hard web, in words."""
    return tuple(told_of(web) for web in hard_webs())


def told_of(web: Web) -> Told:
    about = About(web, "nl", False)
    keys = frozenset(key for line in heard(about) for key in line.keys)
    return Told(web, about.readings, keys)


_ALL = {
    "nl": r"(?i)\b(alle|alles|iedereen|elke?|niemand|geen|niets|nergens|nooit|altijd)\b",
    "en": r"(?i)\b(all|every\w*|nobody|none|nothing|no (one|side|group|party|interest|plan|resident)|never|always)\b",
}
_HEDGED = {"nl": r"(?i)voor zover wij weten", "en": r"(?i)as far as we know"}


def says_all(key: str) -> bool:
    """Whether a text says all or nobody without "as far as we know"; a question says nothing."""
    texts = {language: catalogue(language)[key] for language in LANGUAGES}
    return any(
        re.search(_ALL[language], re.sub(r"[^.?!]*\?", "", text)) and not re.search(_HEDGED[language], text)
        for language, text in texts.items()
    )


def residents(web: Web) -> list[Actor]:
    return [actor for actor in web.actors if actor.citizens]


def table_is_known(readings: Readings, web: Web) -> bool:
    """Whether no group is silent, and of each party at the table it is known how it stands in everything."""
    return not silent.of(readings).parties and not any(web.actor_by_id[pair.actor].seated for pair in web.unknown)


def loses_on_the_way(readings: Readings) -> bool:
    """Whether with the table now, or at either pole, something at stake has nobody who feels it as strongly."""
    reading = readings.feasibility_inclusiveness
    places = [] if reading is None else [reading.here, reading.feasible_pole, reading.inclusive_pole]
    return any(lost is not None and lost[0] > 0 for lost in places)


def nothing_lost_here(readings: Readings, web: Web) -> bool:
    reading = readings.feasibility_inclusiveness
    assert reading is not None
    return max(reading.here) <= 1e-9 < reading.fit and all_known(readings, web, reading.best.plan)


def nothing_lost_by_roles(readings: Readings, web: Web) -> bool:
    role = readings.role
    assert role is not None
    ways = ("facilitate", "lead")
    lost = [loss for way in ways for loss in (*role.losses[way].values(), *role.unweighted[way].values())]
    return max(lost) <= 1e-9 and all(all_known(readings, web, role.plans[way]) for way in ways)


HOLDS: Mapping[str, Callable[[Readings, Web], bool]] = {
    "say_gap.nobody": lambda _, web: not any(actor.seated for actor in web.actors),
    "say_gap.no_residents": lambda _, web: not any(actor.seated for actor in residents(web)),
    "say_gap.nothing_missing_known": lambda r, web: r.gap is not None and r.gap.headline is None and all_known(r, web),
    "say_voice.nobody": lambda r, web: table_is_known(r, web),
    "say_voice.no_resident": lambda r, web: table_is_known(r, web),
    "say_feasible.strip_heard": lambda r, _: bool(r.gap and r.gap.unheard),
    "say_feasible.strip_less_felt": lambda r, _: loses_on_the_way(r),
    "say_feasible.not_felt": lambda r, _: loses_on_the_way(r),
    "say_feasible.strip_none": nothing_lost_here,
    "say_best.none_works": lambda r, _: r.feasibility_inclusiveness.fit <= 1e-9,
    "say_plans.everyone_happy": lambda r, web: any(
        min(plan.acceptance.values(), default=1) >= 1 - 1e-9 and all_known(r, web, id_)
        for id_, plan in r.options.items()
    ),
    "look_role.same_plan": lambda r, _: len(set(r.role.plans.values())) == 1,
    "say_feasible.no_plan": lambda r, _: not of_100(r.feasibility_inclusiveness.f_max),
    "say_role.strip_no_loss": nothing_lost_by_roles,
    "say_rules.room_none": lambda _, web: any(not of_100(rule.discretion) for rule in web.rules),
    "say_rules.tension_room": lambda _, web: any(rule.discretion == 1 for rule in web.rules),
    "say_rules.no_organisations": lambda _, web: sum(not actor.citizens for actor in web.actors) < 2,
    "say_fixed.nobody_yet": lambda _, web: not residents(web),
    "say_fixed.all_asked": lambda _, web: all(a.seated or a.invitation != "not_asked" for a in residents(web)),
    "say_solve.no_plan": lambda _, web: bool(web.options) and all(option.barred for option in web.options),
    "say_plans.provisional": lambda _, web: not web.options,
    "say_headline.silent.one": lambda r, _: len(silent.of(r).parties) == 1,
    "say_headline.silent.other": lambda r, _: len(silent.of(r).parties) > 1,
    "undefined.no_initiators": lambda r, _: "no_initiators" in r.undefined.values(),
    "undefined.no_rules": lambda _, web: not web.rules,
    "undefined_short.no_rules": lambda _, web: not web.rules,
}
"""When a text that says all, nobody or nothing is so."""

CLAIMS_NOTHING = {
    r"^(dilemmas|dilemma_poles|strip|parts|times|charts|people_parts|lenses|weights)\b": "a name, or a band (rule 8)",
    r"^say_shifted\.|^parts_of_residents\.": "a band, by exactly its share (rule 8)",
    r"\.strip_plan$|^say_change\.fit|^say_joining\.": "a plan that suits everyone is what is looked for",
    r"^say_fixed\.method$|^say_sure\.|^say_lens\.|^say_dilemma_sure\.|\.pole$|inclusive_pole$": "how it is worked out",
    r"^say_gap_tip\.|^say_tip\.": "what we tried, and say that we tried",
    r"^say_stronger\.nothing$": "of what was filled in, per dilemma",
    r"^say_solve\.together$": "exact: found over every table there is",
    r"^say_gap\.(views|places|chairs)": "as a part of the whole, with or without not at all",
    r"^say_claim\.(chairs|once)": "chairs that are counted",
    r"^say_table\.no_number$": "a number that is not given",
    r"^gap_look\.speaks_for$": "a question, and what not to write as its answer",
    r"^say_feasible\.tension_": "of a table that rests on that, and only where something is lost there",
    r"^say_change\.": "by the numbers shown",
    r"^say_claim\.chairs\.": "a count of the chairs there are",
    r"^say_ask\.|^ask_group\.": "questions",
}
"""Texts with such a word that claim nothing of the web, and why."""


def unfounded(said: Told) -> list[str]:
    """The keys said of a web that say all or nobody where that is not so, or of which nobody said when it is."""
    doubtful = [key for key in said.keys if says_all(key) and not any(re.search(free, key) for free in CLAIMS_NOTHING)]
    return [key for key in doubtful if key not in HOLDS or not HOLDS[key](said.readings, said.web)]


@pytest.mark.slow
def test_what_says_all_or_nobody_is_so_and_has_a_test_of_its_own() -> None:
    """Rule 9."""
    assert sorted({key for said in told() for key in unfounded(said)}) == []


def test_a_text_that_says_nobody_where_somebody_sits_is_found() -> None:
    web = Web(actors=(Actor("a", marked("Buurt"), Sphere.CITIZENS, seats=1),))
    assert unfounded(Told(web, readings(web), frozenset({"say_gap.nobody"}))) == ["say_gap.nobody"]


_UNKNOWN = r"^say_headline\.silent\."
_UNHEARD = r"^say_gap\.(missing|hardly|unheard|hardly_heard|alarm)$"
_NO_LOSS = r"^say_feasible\.strip_none$|^say_role\.strip_no_loss$|^weighing\.lost_nothing_known$"
NEVER_TOGETHER = (
    (r"^say_gap\.nothing_missing", _UNHEARD),
    (r"^say_gap\.nothing_missing_known$", _UNKNOWN),
    (r"^say_gap\.nothing_missing", r"^say_feasible\.strip_(heard|less_felt)$"),
    (_NO_LOSS, _UNKNOWN),
    (_NO_LOSS, r"^say_plans\.hole|^say_role\.not_counted|strip_best_hard$"),
    (r"^say_gap\.nobody$", r"^say_gap\.(no_residents|nobody_with_stake|top_actor_seated)$"),
    (r"^say_gap\.missing$", r"^say_gap\.least_attention$"),
    (r"^say_feasible\.strip_plan$", r"^say_feasible\.strip_(agenda|none|neither)$"),
)
"""Rule 10, as far as keys tell it: two that would contradict each other on the screens of one web."""


def contradictions(keys: frozenset[str]) -> list[tuple[str, str]]:
    def among(pattern: str) -> list[str]:
        return [key for key in keys if re.search(pattern, key)]

    return [(one, other) for one, other in NEVER_TOGETHER if among(one) and among(other)]


@pytest.mark.slow
def test_no_two_sentences_of_one_web_contradict_each_other() -> None:
    """Rule 10."""
    assert sorted({pair for said in told() for pair in contradictions(said.keys)}) == []


def test_two_sentences_that_contradict_each_other_are_found() -> None:
    assert contradictions(frozenset({"say_gap.nothing_missing", "say_gap.alarm"}))


# -- one claim has one key ------------------------------------------------------------------------------------------


def twice(texts: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Keys of sentences that say the very same of the readings; what was done and what differs may sound alike."""
    by_text: dict[str, list[str]] = {}
    for key, text in texts.items():
        if re.search(r"[.?!]$", text) and re.match(r"say_(?!act|different)|weighing\.", key):
            by_text.setdefault(re.sub(r"[*{}]", "", text), []).append(key)
    return [tuple(keys) for keys in by_text.values() if len(keys) > 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_claim_has_one_key(language: str) -> None:
    """Rule 11."""
    assert twice(catalogue(language)) == []


def test_a_claim_with_two_keys_is_found() -> None:
    assert twice({"say_gap.missing": "Nog niet gehoord: *{i}*.", "say_other.missing": "Nog niet gehoord: *{i}*."})


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_room_says_what_the_strip_says(language: str) -> None:
    """Rule 11. Before a dilemma's sentence may stand for whom even the best plan is hard."""
    say = words(language)
    for said in told():
        strip = {"gap": strip_gap(said.readings, said.web, say)}
        strip |= {name: strip_dilemma(said.readings, name, said.web, say) for name in DILEMMAS}
        room = {name: said_of(said.readings, name, said.web, say, False) for name in strip}
        assert {name: strip[name] in room[name][:2] for name in strip} == dict.fromkeys(strip, True)
        assert room["gap"][0] == strip["gap"]


# -- a promise is kept ----------------------------------------------------------------------------------------------


def broken_promises(web: Web, made: Readings) -> list[str]:
    """The absent groups of which something else holds once they sit there than was said if they came."""
    reading = made.feasibility_inclusiveness
    found = []
    for actor, promise in ({} if reading is None else reading.invite).items():
        assert reading is not None
        if web.actor_by_id[actor].initiator:
            continue  # comes back as initiator and moves the base
        then = readings(after(opened(web), Seat(actor, promise.seats)).web)
        now = then.feasibility_inclusiveness
        if now is None or then.gap is None or made.gap is None:
            continue
        promised = (reading.inclusiveness + promise.gain, promise.fit_to, promise.pace_to, promise.views_to)
        kept = (now.inclusiveness, now.fit, now.pace, then.gap.views)
        heard_now = {id_ for id_ in made.gap.unheard if id_ not in then.gap.unheard and then.gap.table[id_] > 1e-9}
        shown = [None if share is None else of_100(share) for share in promised]
        if shown != [of_100(share) for share in kept] or heard_now != set(promise.first_heard):
            found.append(actor)
    return found


@pytest.mark.slow
def test_what_an_invitation_promises_is_what_is_said_once_they_sit_there() -> None:
    """Rule 12. Only where those at the table are marked initiators or there are none to mark: the first act marks."""
    marked_webs = [said for said in told() if any(a.initiator and a.seated for a in residents(said.web))]
    assert marked_webs
    assert [broken_promises(said.web, said.readings) for said in marked_webs[:40]] == [[]] * len(marked_webs[:40])


def test_a_promise_that_is_not_kept_is_found() -> None:
    web = Web(
        actors=(
            Actor("a", marked("Buurt"), Sphere.CITIZENS, people=10, seats=1, initiator=True),
            Actor("b", marked("Straat"), Sphere.CITIZENS, people=10),
        ),
        interests=(Interest("k", marked("Rust")), Interest("m", marked("Groen"))),
        stakes=(Stake("a", "k", 1.0), Stake("b", "m", 1.0)),
    )
    made = readings(web)
    assert made.feasibility_inclusiveness is not None
    assert broken_promises(web, made) == []
    invite = {"b": made.feasibility_inclusiveness.invite["b"]._replace(gain=0.0)}
    false = replace(made, feasibility_inclusiveness=replace(made.feasibility_inclusiveness, invite=invite))
    assert broken_promises(web, false) == ["b"]


# -- words of bands -------------------------------------------------------------------------------------------------

BANDS = ((0.85, "nearly"), (0.6, "most"), (0.4, "half"), (0.2, "some"), (0.01, "little"), (0.0, "hardly"))


def band(share: float) -> str:
    """The word of a share, as words.md has it: all and none only where it is exactly that."""
    if share >= 1 - 1e-9:
        return "all"
    if share <= 1e-9:
        return "none"
    return next(word for least, word in BANDS if of_100(share) >= round(least * 100))


@pytest.mark.parametrize(
    "share", [0, 1e-12, 1e-6, 0.004, 0.01, 0.19, 0.2, 0.39, 0.4, 0.6, 0.85, 0.999999, 1 - 1e-12, 1]
)
def test_a_band_has_its_own_word_and_all_and_none_only_where_it_is_so(share: float) -> None:
    """Rule 8."""
    assert amounts.part_word(share) == band(share)


_EVERY = {"nl": r"\b(alles|altijd|iedereen|niets|nooit)\b", "en": r"\b(all|always|everything|nothing|never)\b"}
_NEARLY = {"nl": r"(?i)bijna \w+( nadelen)?", "en": r"(?i)(nearly|hardly) \w+( \w+)?"}


def wrong_word(word: str, said: str, language: str) -> bool:
    """Whether the text of a band says all or none where the band is not that, or does not say it where it is."""
    strong = re.search(_EVERY[language], re.sub(_NEARLY[language], "", said), re.I) is not None
    return strong and word not in ("all", "none")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", ["parts", "times", "say_shifted"])
def test_only_the_words_of_all_and_none_say_all_and_none(language: str, table: str) -> None:
    """Rule 8."""
    words_of_bands = ("nearly", "most", "half", "some", "little", "hardly")
    said = {word: catalogue(language)[f"{table}.{word}"] for word in words_of_bands}
    assert [word for word, text in said.items() if wrong_word(word, text, language)] == []


def bands_broken(word_of: Callable[[float], str]) -> list[float]:
    """The shares that a way of putting shares into words gives another word than theirs."""
    return [share for share in (0, 1e-6, 0.004, 0.2, 0.39, 0.4, 0.6, 0.85, 0.999, 1) if word_of(share) != band(share)]


def test_a_band_that_says_more_than_its_share_is_found() -> None:
    """Rule 8: all by rounding, nothing by rounding, and a word that says all of what is not."""
    assert bands_broken(amounts.part_word) == []
    assert bands_broken(lambda share: amounts.part_word(round(share, 2))) == [1e-6, 0.004, 0.999]
    assert bands_broken(lambda share: "all" if share > 0.99 else amounts.part_word(share)) == [0.999]
    assert wrong_word("nearly", "alle of bijna alles", "nl") is False
    assert wrong_word("nearly", "alles", "nl")
    assert wrong_word("hardly", "nothing", "en")


# -- position 0, and of whom nothing is known -----------------------------------------------------------------------


SWAPPED = {"for": "against", "against": "for", "divided": "divided"}
POSITIONS = {0.0: "divided", 1e-9: "for", -1e-9: "against", 1.0: "for", -1.0: "against"}


def sides_broken(side_of: Callable[[float], str]) -> list[float]:
    """The positions that are told as another side than theirs, or of which the reversed wording does not swap it."""
    return [at for at, side in POSITIONS.items() if side_of(at) != side or side_of(-at) != SWAPPED[side]]


def test_who_stands_in_the_middle_is_divided() -> None:
    """Rule 20: the wording of an interest reversed swaps the sides and leaves who is divided."""
    assert sides_broken(amounts.side) == []


def test_a_middle_that_is_told_as_a_side_is_found() -> None:
    assert sides_broken(lambda at: "for" if at >= 0 else "against") == [0.0]


def told_wants(web: Web, language: str) -> list[str]:
    """What is said anywhere of a web in which everybody is divided, and yet says that somebody wants it or does not."""
    wants = {"nl": r"\b(wil dit|willen dit|wil dit niet)\b", "en": r"\b(wants? this|does not want this)\b"}
    lines = heard(About(web, language, True))
    return [line.text for line in lines if re.search(wants[language], cut(line.text))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_a_web_in_which_everybody_is_divided_nothing_says_who_wants_what(language: str) -> None:
    """Rule 20."""
    for web in hard_webs(40):
        divided = replace(web, stakes=tuple(replace(s, position=0.0, table_position=None) for s in web.stakes))
        assert told_wants(divided, language) == []


def with_a_silent_group(web: Web) -> Web:
    group = Actor("quiet", marked("Nachtploeg"), Sphere.CITIZENS, people=500)
    return replace(web, actors=(*web.actors, group))


_SURE = {"say_gap.nothing_missing_known", "say_feasible.strip_none", "say_role.strip_no_loss"}
"""What is said only where nothing is left that is not known."""


def silence_passed_over(said: Sequence[str], keys: frozenset[str]) -> list[str]:
    """What is wrong where a group of which nothing is known is not named first, or something is said of all."""
    first = said[0] if said else ""
    named = first.startswith("We know nothing yet about") and "Nachtploeg" in first
    return [*([] if named else [first]), *sorted(keys & _SURE)]


def test_a_group_of_which_nothing_is_known_is_named_first_and_nothing_is_said_of_all() -> None:
    """Rule 21."""
    for web in hard_webs(40):
        known_less = with_a_silent_group(web)
        said = headline(readings(known_less), known_less, words("en"))
        assert silence_passed_over(said, told_of(known_less).keys) == []


def test_a_group_that_is_passed_over_in_silence_is_found() -> None:
    assert silence_passed_over(["Not heard yet: *Quiet*."], frozenset({"say_feasible.strip_none"})) == [
        "Not heard yet: *Quiet*.",
        "say_feasible.strip_none",
    ]


# -- both languages say the same ------------------------------------------------------------------------------------


def differs(one: str, other: str) -> bool:
    """Whether two texts have another number of sentences, questions or bold parts."""

    def shape(text: str) -> tuple[int, int]:
        return text.count("?"), text.count("**")

    sentences = [len(re.findall(r"[.?!](?=\s|$)", text)) for text in (one, other)]
    return shape(one) != shape(other) or abs(sentences[0] - sentences[1]) > 1


def test_both_languages_say_the_same_number_of_things() -> None:
    """Rule 23."""
    nl, en = catalogue("nl"), catalogue("en")
    assert sorted(key for key in nl if re.match(r"say_|weighing\.", key) and differs(nl[key], en[key])) == []


def test_a_question_that_one_language_does_not_ask_is_found() -> None:
    assert differs("Weet de rest dit?", "The others know.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_of_one_is_said_of_more_too(language: str) -> None:
    """Rule 5: `.one` stands wherever `.other` does."""
    texts = catalogue(language)
    counted = [key for key, text in texts.items() if key.endswith(".other") and "{count}" in text]
    assert counted
    assert [key for key in counted if f"{key[:-6]}.one" not in texts] == []


# -- who is listened to ---------------------------------------------------------------------------------------------


def test_whatever_is_told_of_the_readings_is_listened_to() -> None:
    """A function that tells readings and asks for something else has to say in `listening` where that comes from."""
    unheard = [name_of(each) for each in speakers() if "readings" in each.__annotations__ and not can_be_heard(each)]
    assert sorted(unheard) == sorted(TOLD_ELSEWHERE)


TOLD_ELSEWHERE = {
    "consequences.lines": "of a choice in a workshop, in test_consequences_told",
    "plan_ways.losses_of": "of one plan, in test_report_document",
    "representation.beside_the_gap": "of a population, in test_people",
    "tables.in_full": "as columns of tables, in test_dilemmas_screen",
    "tables.who": "as columns of tables, in test_dilemmas_screen",
    "weighings.ways_considered": "as ways out of a weighing, in test_report_document",
}
"""Functions that tell readings of something a web here does not hold, and where they are tested."""


# -- the report -----------------------------------------------------------------------------------------------------

_TO_THE_READER = {
    "nl": r"^(Vraag|Kijk|Klik|Noem|Sleep|Kies|Voeg)\b|\b(u|uw)\b",
    "en": r"^(Ask|Look|Click|Name|Drag|Choose|Add)\b|\b(you|your)\b",
}
NAMED_BY_QUESTIONS = {"agreements"}
"""The sections of which the parts are named by a question, as headings are."""


def speaks_to_the_reader(line: Line) -> list[str]:
    """The sentences that ask or tell the reader to do something: they were not there."""
    wrong = _TO_THE_READER[line.language]
    return [each for each in sentences_in(cut(line.text)) if each.endswith("?") or re.search(wrong, each)]


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_tells_readings_as_statements_and_asks_its_readers_nothing(language: str) -> None:
    """Rule 17."""
    told = [name for name in SECTIONS if name not in NAMED_BY_QUESTIONS]
    for web in hard_webs(40):
        made = document(account_of_web(web, words(language), datetime(2026, 3, 4, tzinfo=UTC), digits=True), told)
        assert [wrong for text in running(made) for wrong in speaks_to_the_reader(planted(text, language))] == []


def running(made: Document) -> list[str]:
    """The running text of a report: its paragraphs and its lists, without headings and what stands under a label."""
    blocks = [block for block in made.blocks() if isinstance(block, Bullets | Paragraph | Notice)]
    items = [item for block in blocks for item in (block.items if isinstance(block, Bullets) else (block.runs,))]
    return ["".join(run.text for run in item) for item in items]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_report_says_in_its_own_voice_fills_in_what_the_screen_does(language: str) -> None:
    texts = catalogue(language)
    own = {key: key.removeprefix("in_report.") for key in texts if key.startswith("in_report.")}
    assert {key for key, on_screen in own.items() if filled(texts[key]) != filled(texts[on_screen])} == set()


def filled(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", text))


def test_a_report_that_asks_its_reader_is_found() -> None:
    assert speaks_to_the_reader(planted("Vraag het de groepen zelf."))
    assert speaks_to_the_reader(planted("Weet de rest dit?"))
