"""Before version 5 of the web file an interest held a `reply`: what was done with it. Now that is a contribution.

Older files and logs are read as if it had always been one: its text the name of the interest, its `why` the reply.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from coprod_core.web.accounting import Contribution
from coprod_core.web.model import Web

REPLY = "reply"


def moved_in_web(body: Mapping[str, Any]) -> dict[str, Any]:
    """The data of a web, the replies in it as contributions. What is no sound reply stays, to be told as a fault."""
    interests = body.get("interests")
    if not isinstance(interests, list) or not any(map(_has_reply, interests)):
        return dict(body)
    answered = [item for item in interests if _has_reply(item) and item[REPLY].strip()]
    contributions = [
        {"id": f"reply_{nth}", "text": item["name"], "interest": item["id"], "why": item[REPLY]}
        for nth, item in enumerate(answered, 1)
    ]
    left = [without_reply(item) if _has_reply(item) else item for item in interests]
    return {**body, "interests": left, **({"accounting": {"contributions": contributions}} if contributions else {})}


def moved_in_act(data: Any) -> Any:
    """The data of an act in which no interest holds a reply any more; of what is no act the same."""
    if not isinstance(data, Mapping):
        return data
    match data:
        case {"web": Mapping() as web}:
            return {**data, "web": moved_in_web(web)}
        case {"commands": list() as commands}:
            return {**data, "commands": [moved_in_act(each) for each in commands]}
        case {"act": "add_interest", "interest": {"id": str() as id_, "reply": str() as reply} as interest}:
            added = {**data, "interest": without_reply(interest)}
            said = {"act": "change_interest", "id": id_, "changes": {REPLY: reply}}
            return {"act": "together", "commands": [added, said]} if reply else added
    return data


def moved_in_acts(data: Any) -> Any:
    """Data that holds acts anywhere inside, as the steps of a workshop do, with the replies in each moved."""
    if isinstance(data, list):
        return [moved_in_acts(each) for each in data]
    if not isinstance(data, Mapping):
        return data
    return moved_in_act(data) if "act" in data else {key: moved_in_acts(inside) for key, inside in data.items()}


def without_reply(item: Mapping[str, Any]) -> dict[str, Any]:
    """The data of an interest without its reply."""
    return {key: said for key, said in item.items() if key != REPLY}


def _has_reply(item: Any) -> bool:
    return isinstance(item, Mapping) and all(isinstance(item.get(key), str) for key in ("id", "name", REPLY))


def replied(web: Web, interest: str, reply: str) -> Web:
    """The web after somebody said, in a log of before, what was done with an interest; blank takes it away."""
    held = web.accounting
    known = next(iter(held.of_interest(interest)), None)
    if known is None and reply:
        name = web.interest_by_id[interest].name
        added = Contribution(_free_id(web), name, interest=interest, why=reply)
        return replace(web, accounting=replace(held, contributions=(*held.contributions, added)))
    answered = (replace(each, why=reply) if each is known else each for each in held.contributions)
    kept = tuple(each for each in answered if each.why or each.interest != interest)
    return replace(web, accounting=replace(held, contributions=kept))


def _free_id(web: Web) -> str:
    taken = {each.id for each in web.accounting.contributions}
    return next(id_ for nth in range(1, len(taken) + 2) if (id_ := f"reply_{nth}") not in taken)
