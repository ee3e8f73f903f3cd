"""Questions for the group: open ones, made of what a screen shows, that judge nobody."""

from coprod_core.indicators.gap import Gap
from coprod_core.indicators.positions import Positions
from coprod_core.indicators.robustness import GapRobustness
from coprod_core.indicators.second_lens import SecondLens
from coprod_core.web.model import Invitation, Web
from coprod_ui.sentences import names
from coprod_ui.words import Words, of_100


def about_what(gap: Gap, web: Web, words: Words) -> list[str]:
    """About what is missing, and why."""
    said = []
    most = next((id_ for id_ in sorted(gap.unheard, key=lambda id_: -gap.outside[id_])), gap.top_interest)
    if most is not None:
        said.append(words("ask_group.heard", interest=names.interest(web, most)))
    if gap.top_actor is not None:
        said.append(words("ask_group.in_their_words", actor=names.actor(web, gap.top_actor)))
    return [*said, words("ask_group.not_on_the_web")]


def about_who(web: Web, actor: str | None, words: Words) -> list[str]:
    """About who is not there; `actor`: the absent group that is looked at."""
    if actor is None:
        return [words("ask_group.nobody_missing")]
    name = names.actor(web, actor)
    declined = web.actor_by_id[actor].invitation == Invitation.DECLINED
    first = words("ask_group.speaks_for" if declined else "ask_group.who_asks", actor=name)
    return [first, words("ask_group.feel_welcome", actor=name)]


def about_certainty(found: GapRobustness, web: Web, words: Words) -> list[str]:
    """About what we are not sure of."""
    said = []
    if found.ask_first.stakes:
        ask = found.ask_first.stakes[0]
        interest, actor = names.interest(web, ask.interest), names.actor(web, ask.actor)
        said.append(words("ask_group.who_knows", interest=interest, actor=actor))
    return [*said, words("ask_group.otherwise")]


def about_change(lens: SecondLens, words: Words) -> list[str]:
    """About what would give another main cause."""
    both = lens.same_interest and lens.same_actor
    return [words("ask_group.what_if_wrong"), *([] if both else [words("ask_group.heads_or_groups")])]


def about_views(found: Positions, gap: Gap, web: Web, words: Words) -> list[str]:
    """About people who want different things, and about people who came to think otherwise."""
    said = []
    apart = {id_: distance for id_, distance in found.distance.items() if distance is not None and of_100(distance)}
    if apart:
        most = max(apart, key=lambda id_: apart[id_])
        said.append(words("ask_group.why_apart", interest=names.interest(web, most)))
    said.append(words("ask_group.own_people_know" if of_100(gap.drift) else "ask_group.changed_mind"))
    return said
