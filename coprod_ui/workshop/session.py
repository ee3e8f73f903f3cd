"""The only door from screens, the room's window and paper to workshops: where one stands, and what is done in it.

Whoever follows the room is told at once.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from coprod_core.acts.commands import Together
from coprod_core.acts.history import Act, History, Undo
from coprod_core.acts.with_places import with_places
from coprod_core.acts.workshop_act import TakeStep
from coprod_core.placing.layout import placed
from coprod_core.store.errors import NoSuchMeeting
from coprod_core.store.workshops import KeptWorkshop
from coprod_core.web.model import Web
from coprod_core.workshop.file import read, write
from coprod_core.workshop.running import Running, from_text, to_text
from coprod_core.workshop.stepping import act_of, done, is_last, own_way, ways_taken
from coprod_core.workshop.values import OWN, Choose, Reveal, Step, Way
from coprod_core.workshop.whole import Workshop
from coprod_ui.meeting import acting, current
from coprod_ui.meeting.hub import hub, stage
from coprod_ui.meeting.presentation import present

if TYPE_CHECKING:  # Start, which computes nothing, need not wait for what does
    from coprod_core.indicators.overview import Readings

read_once = lru_cache(maxsize=16)(read)
"""A workshop never changes once it is read; every run of every window asks for it."""


@dataclass(frozen=True)
class Path:
    """The way a group goes, or everybody together: the meeting it is kept in, its name, and where it stands."""

    meeting: str
    name: str
    history: History

    @property
    def web(self) -> Web:
        """The web as it stands on this path now."""
        return self.history.web

    @property
    def readings(self) -> "Readings":
        """What is read in that web."""
        return current.readings_at(self.history)

    def took(self, step: Choose) -> TakeStep | None:
        """What this group did at a choice; None while it has not chosen."""
        return done(self.history).get(step.id)

    def chose(self, step: Choose) -> Way | None:
        """The way out that this group chose, in its own words where it is one of its own."""
        taken = self.took(step)
        if taken is not None and taken.way == OWN:
            return Way(OWN, taken.named, plan=taken.plan)
        return next((way for way in step.ways if taken and way.id == taken.way), None)


@dataclass(frozen=True)
class Session:
    """A workshop in the meeting it belongs to. `paths`: one for each group, or the one of everybody together."""

    meeting: str
    workshop: Workshop
    running: Running
    paths: tuple[Path, ...]

    @property
    def place(self) -> int:
        """Where the step one is at stands among the steps."""
        return self.workshop.place_of(self.running.step)

    @property
    def step(self) -> Step:
        """The step the room is at."""
        return self.workshop.steps[self.place]

    @property
    def choices(self) -> tuple[Choose, ...]:
        """The steps at which the room chooses a way, in order."""
        return tuple(step for step in self.workshop.steps if isinstance(step, Choose))

    def is_done(self, step: str) -> bool:
        """Whether what a step does stands in every path."""
        return all(step in done(path.history) for path in self.paths)

    def waiting(self, step: Choose) -> list[str]:
        """The groups that have not chosen at a step, by name."""
        return [path.name for path in self.paths if path.took(step) is None]

    def are_told(self, step: Choose) -> bool:
        """Whether the room sees the choices of a step: once every group has chosen, or earlier when they are shown."""
        return step.id in self.running.told or not self.waiting(step)

    @property
    def may_split(self) -> bool:
        """Whether nobody chose or placed anything yet, so that the room can still be split into other groups."""
        chosen = any(step.id in done(path.history) for path in self.paths for step in self.choices)
        return not chosen and not self.running.anything_placed


def of(meeting: str) -> Session | None:
    """The workshop of a meeting; None when it has none. Raises `CoprodError` when it cannot be read."""
    kept = current.store().workshops.of(meeting)
    if kept is None:
        return None
    running = from_text(kept.running)
    return Session(meeting, read_once(kept.plan), running, _paths(meeting, running))


def _paths(meeting: str, running: Running) -> tuple[Path, ...]:
    store, found = current.store(), []
    for group in running.groups:
        with suppress(NoSuchMeeting):  # a group's path that somebody threw away is not there any more
            found.append(Path(group, store.summary(group).title, store.load(group).history))
    return tuple(found) or (Path(meeting, "", store.load(meeting).history),)


# -- beginning and going on -----------------------------------------------------------------------------------------


def begin(workshop: Workshop) -> str:
    """Begins a meeting with a workshop, at its first step; returns the meeting's id."""
    workshop = replace(workshop, web=placed(workshop.web))
    meeting = current.store().begin(workshop.opening)
    keep(meeting, workshop, Running(workshop.steps[0].id))
    go(meeting, 0)
    present(meeting, scene="workshop")
    return meeting


def keep(meeting: str, workshop: Workshop, running: Running) -> None:
    """Keeps a workshop, and where it stands."""
    current.store().workshops.keep(meeting, KeptWorkshop(write(workshop), to_text(running)))
    hub.tell(stage(meeting))


def drop(meeting: str) -> None:
    """Lets go of a workshop; the meeting stays, with everything that was done in it."""
    current.store().workshops.drop(meeting)
    present(meeting, scene="meeting")


def change(meeting: str, changed: Callable[[Running], Running]) -> None:
    """Notes something about how a workshop goes."""
    kept = current.store().workshops.of(meeting)
    if kept is None:
        return
    running = changed(from_text(kept.running))
    current.store().workshops.keep(meeting, KeptWorkshop(kept.plan, to_text(running)))
    hub.tell(stage(meeting))


def go(meeting: str, place: int) -> None:
    """Goes to a step; steps that bring something in do so on the way, once."""
    session = of(meeting)
    if session is None:
        return
    steps = session.workshop.steps
    target = max(0, min(place, len(steps) - 1))
    for step in steps[min(session.place + 1, target) : target + 1]:
        if isinstance(step, Reveal):
            _do_everywhere(session, step)
            session = replace(session, paths=_paths(meeting, session.running))
    change(meeting, lambda running: running.at(steps[target].id))


def do_step(meeting: str) -> None:
    """Does what the step one is at does to the web, in every path where that does not stand yet."""
    session = of(meeting)
    if session is not None:
        _do_everywhere(session, session.step)
        hub.tell(stage(meeting))


def _do_everywhere(session: Session, step: Step) -> None:
    for path in session.paths:
        if step.id not in done(path.history):
            _take(session, path, step, None)


def _take(session: Session, path: Path, step: Step, way: Way | None) -> None:
    act = act_of(session.workshop.web, step, path.web, way, ways_taken(path.history))
    if act is not None:
        settled = with_places(act, path.web)
        assert isinstance(settled, Together)
        _append(path.meeting, replace(act, commands=settled.commands))


def _append(meeting: str, act: Act) -> None:
    acting.do(meeting, act, seen=current.store().load(meeting).head)


# -- groups and their choices ---------------------------------------------------------------------------------------


def split(meeting: str, names: tuple[str, ...]) -> None:
    """Gives each group a path of its own from here on; fewer than two names: everybody stays together."""
    session = of(meeting)
    if session is None or not session.may_split:
        return
    store = current.store()
    for group in session.running.groups:
        with suppress(NoSuchMeeting):
            store.delete(group)
    groups = tuple(store.fork(meeting, name) for name in names) if len(names) > 1 else ()
    change(meeting, lambda running: replace(running, groups=groups, shown=""))


def choose(meeting: str, group: str, step: Choose, way: Way) -> None:
    """Takes a way out in one path; another choice made there just before is taken back first."""
    _choose(meeting, group, step, lambda session, path: _take(session, path, step, way))


def choose_own(meeting: str, group: str, step: Choose, text: str, plan: str, no_to: str) -> None:
    """Takes a way in one path that the group said in its own words, to the plan it names, if any."""
    _choose(meeting, group, step, lambda _, path: _append(path.meeting, own_way(step, text, plan, no_to)))


def _choose(meeting: str, group: str, step: Choose, take: Callable[[Session, Path], None]) -> None:
    session = of(meeting)
    path = next((each for each in session.paths if each.meeting == group), None) if session else None
    if session is None or path is None:
        return
    if is_last(path.history, step.id):
        _append(path.meeting, Undo())
        path = replace(path, history=current.store().load(path.meeting).history)
    if step.id not in done(path.history):
        take(session, path)
    hub.tell(stage(meeting))


def may_choose(path: Path, step: Choose) -> bool:
    """Whether this group can choose here, or choose differently: nothing else happened since it chose."""
    return step.id not in done(path.history) or is_last(path.history, step.id)


# -- what people expected -------------------------------------------------------------------------------------------


def count_hands(meeting: str, step: str, guess: str, hands: int) -> None:
    """Keeps how many hands a guess got, beside what the others got."""
    change(meeting, lambda running: running.counted(step, {**running.hands.get(step, {}), guess: hands}))


def tell_answer(meeting: str, step: str) -> None:
    """Lets the room see the answer, the choices, or what was placed."""
    change(meeting, lambda running: running.telling(step))


def place(meeting: str, step: str, group: str, party: str, cell: str) -> None:
    """Keeps where a group places a party, beside the web; an empty cell takes it away."""
    change(meeting, lambda running: running.placing(step, group, party, cell))


def show_ours(meeting: str, step: str) -> None:
    """Lets the room see what the web says beside what groups placed."""
    change(meeting, lambda running: running.showing_ours(step))


def count_people(meeting: str, people: int) -> None:
    """Keeps how many people play."""
    change(meeting, lambda running: replace(running, people=people))


def ask_next(meeting: str, step: str) -> None:
    """Goes to the next question of a debrief."""
    change(meeting, lambda running: running.asking(step, running.asked.get(step, 0) + 1))


def show_path(meeting: str, path: str) -> None:
    """Chooses whose web the room sees where there are more."""
    change(meeting, lambda running: replace(running, shown=path))


def shown_path(session: Session) -> Path:
    """Whose web is shown: the one chosen, else the first."""
    return next((path for path in session.paths if path.meeting == session.running.shown), session.paths[0])
