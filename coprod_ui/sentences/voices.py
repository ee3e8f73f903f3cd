"""Who brings in what people outside the table want: nobody who is not a resident counts as heard."""

from coprod_core.indicators import silent
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.voiced_by import VoicedBy
from coprod_core.web.model import Sphere, Web
from coprod_ui.sentences import names
from coprod_ui.words import Words, literal


def who_brings_in(
    voiced: VoicedBy, interest: str, before: VoicedBy | None, readings: Readings, web: Web, words: Words
) -> list[str]:
    """Who brings an interest in, sentence by sentence; nothing where residents do.

    `before`: who brings in the interest above it; the same organisations and plan are then not told at length again.
    """
    match voiced.by:
        case "hardly":
            return [words("say_voice.hardly")]
        case "agreed":
            return [_no_resident(readings, web, words), _agreed(interest, web, words)]
        case "organisation":
            return _organisations(voiced, before, readings, web, words)
        case "nobody":
            said = "say_voice.nobody" if _all_known(readings, web) else "say_voice.nobody_known"
            return [words(said), words("say_voice.nobody_asked")]
    return []


def _no_resident(readings: Readings, web: Web, words: Words) -> str:
    return words("say_voice.no_resident" if _all_known(readings, web) else "say_voice.no_resident_known")


def _agreed(interest: str, web: Web, words: Words) -> str:
    role = literal(web.interest_by_id[interest].spoken_by)
    if web.filled_in_by.strip():
        return words("say_voice.agreed", who=literal(web.filled_in_by), role=role)
    return words("say_voice.agreed_estimated", role=role)


def _organisations(voiced: VoicedBy, before: VoicedBy | None, readings: Readings, web: Web, words: Words) -> list[str]:
    organisations = names.some_listed((names.actor(web, id_) for id_ in voiced.organisations), words)
    again = before is not None and before.organisations == voiced.organisations
    if again:
        said = [words("say_voice.organisation_again", organisations=organisations)]
    else:
        said = [_no_resident(readings, web, words), words("say_voice.organisation", organisations=organisations)]
    dilemma = readings.feasibility_inclusiveness
    if voiced.plan_against and dilemma is not None and dilemma.best.plan is not None:
        told = again and before is not None and before.plan_against
        plan = names.plan(web, dilemma.best.plan, words)
        said.append(words("say_voice.plan_against_again") if told else words("say_voice.plan_against", plan=plan))
    if not again and any(_council(web, id_) for id_ in voiced.organisations):
        said.append(words("say_voice.council"))
    return said


def _council(web: Web, party: str) -> bool:
    return web.actor_by_id[party].sphere == Sphere.POLITICAL_AUTHORITY


def _all_known(readings: Readings, web: Web) -> bool:
    """Whether no group is silent, and it is known of every party at the table how it stands in everything."""
    return not silent.of(readings).parties and not any(web.actor_by_id[pair.actor].seated for pair in web.unknown)
