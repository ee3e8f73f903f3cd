"""One frozen value per act by which is kept what accounts for a choice; see `coprod_core.acts.command`."""

from dataclasses import replace
from typing import Any

from coprod_core.acts.command import Add, Change, ChangeOnly, PartAct, Remove
from coprod_core.checked.values import value
from coprod_core.web.accounting import Attempt, Contribution, Occasion, Reaction
from coprod_core.web.model import Web


@value(slots=False)
class AccountingAct(PartAct):
    """Base of every act on a part of the accounting."""

    def applied_to(self, web: Web) -> Web:
        return replace(web, accounting=self.told(web.accounting))


@value(slots=False)
class ChangeCard(AccountingAct, ChangeOnly):
    act, part = "change_card", "card"


@value(slots=False)
class AddOccasion(AccountingAct, Add):
    act, part = "add_occasion", "occasions"
    occasion: Occasion


@value(slots=False)
class ChangeOccasion(AccountingAct, Change):
    act, part = "change_occasion", "occasions"


@value(slots=False)
class RemoveOccasion(AccountingAct, Remove):
    act, part = "remove_occasion", "occasions"

    def along_with(self, holder: Any) -> dict[str, Any]:
        return {"contributions": holder.without("occasions", self.id).contributions}


@value(slots=False)
class AddAttempt(AccountingAct, Add):
    act, part = "add_attempt", "attempts"
    attempt: Attempt


@value(slots=False)
class ChangeAttempt(AccountingAct, Change):
    act, part = "change_attempt", "attempts"


@value(slots=False)
class RemoveAttempt(AccountingAct, Remove):
    act, part = "remove_attempt", "attempts"


@value(slots=False)
class AddContribution(AccountingAct, Add):
    act, part = "add_contribution", "contributions"
    contribution: Contribution


@value(slots=False)
class ChangeContribution(AccountingAct, Change):
    act, part = "change_contribution", "contributions"


@value(slots=False)
class RemoveContribution(AccountingAct, Remove):
    act, part = "remove_contribution", "contributions"


@value(slots=False)
class AddReaction(AccountingAct, Add):
    act, part = "add_reaction", "reactions"
    reaction: Reaction


@value(slots=False)
class ChangeReaction(AccountingAct, Change):
    act, part = "change_reaction", "reactions"


@value(slots=False)
class RemoveReaction(AccountingAct, Remove):
    act, part = "remove_reaction", "reactions"
