"""The steps of a meeting in words, for its timeline."""

from coprod_core.acts.commands import OpenWeb
from coprod_core.acts.history import Bookmark, Redo, RemoveBookmark, Step, Undo
from coprod_core.acts.moment import Moment
from coprod_core.acts.weighing import LookAgain, RecordWeighing, ReviseWeighing, WithdrawWeighing
from coprod_ui.sentences.acts import what_was_done
from coprod_ui.sentences.weighings import weighing_act
from coprod_ui.words import Words, literal


def step_told(step: Step, words: Words) -> str:
    """What was done in one step; of an undo or redo also what it was about."""
    match step.act:
        case Undo():
            assert step.before is not None  # an opening cannot be taken back
            return words("history.undone", what=_done(step.before, words))
        case Redo():
            return words("history.redone", what=_done(step.now, words))
        case Bookmark(seq, text):
            return words("history.marked", seq=seq, text=literal(text))
        case RemoveBookmark(seq):
            return words("history.unmarked", seq=seq)
        case RecordWeighing() | ReviseWeighing() | LookAgain() | WithdrawWeighing():
            return weighing_act(step.act, words)
        case _:
            return _done(step.now, words)


def _done(moment: Moment, words: Words) -> str:
    if moment.before is None:
        return words("history.began")
    if isinstance(moment.command, OpenWeb):
        return words("history.went_back")
    return what_was_done(moment.command, moment.before.web, moment.web, words)
