"""Beginning a workshop, or beginning to write one: a button's own doing."""

from coprod_core.checked.errors import CoprodError
from coprod_core.placing.layout import placed
from coprod_core.web.model import Web
from coprod_core.workshop.running import Running
from coprod_core.workshop.whole import Workshop
from coprod_ui.meeting import current
from coprod_ui.meeting.once import once
from coprod_ui.widgets import way
from coprod_ui.words import current_words
from coprod_ui.workshop import session


def begin(workshop: Workshop, begun: list[str]) -> None:
    """Begins a meeting with a workshop; a second click on the same button goes along to it."""
    try:
        current.choose(once(begun, lambda: session.begin(workshop)))
    except CoprodError as error:
        current.tell(error)
        return
    way.go("workshop")


def write_about(meeting: str) -> None:
    """Makes a first version of a workshop about a meeting's web, to be changed in that meeting."""
    from coprod_ui.screens.workshop.editor.sketch import sketched  # Start, which writes none, need not wait for it

    def sketch() -> None:
        web = current.store().load(meeting).history.web
        session.keep(meeting, sketched(placed(web), current_words()), Running())

    current.attempt(sketch)


def write_from(web: Web, begun: list[str]) -> None:
    """Begins a meeting with a web, and in it a workshop about that web."""
    try:
        meeting = once(begun, lambda: current.store().begin(placed(web)))
    except CoprodError as error:
        current.tell(error)
        return
    current.choose(meeting)
    write_about(meeting)


def change(workshop: Workshop, begun: list[str]) -> None:
    """Begins a meeting in which a workshop that is there already can be changed."""
    try:
        write = once(begun, lambda: current.store().begin(workshop.web))
    except CoprodError as error:
        current.tell(error)
        return
    current.choose(write)
    current.attempt(lambda: session.keep(write, workshop, Running()))
