"""Plain pages as Jinja templates that stand beside the code which fills them. What they are given is escaped, always.

Templates are named from the dashboard's own folder on, such as `served/phone/welcome.html`.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from coprod_ui.words.plain_text import Run, Runs, runs

ROOT = Path(__file__).parents[1]


def shown(pieces: Runs) -> Markup:
    """Pieces of text as HTML, strong and with emphasis where they are."""
    return Markup("").join(_shown(run) for run in pieces)


def marked(sentence: str) -> Markup:
    """One of our sentences, which are Markdown in which people's words stand escaped, as HTML."""
    return shown(runs(sentence))


def filled(template: str, /, **given: object) -> Markup:
    """A template with what it shows. Raises `jinja2.UndefinedError` for a name it needs and is not given."""
    return Markup(_templates().get_template(template).render(given))


def macro(template: str, name: str) -> Callable[..., Markup]:
    """One macro of a template, to be called with what it shows."""
    return cast(Callable[..., Markup], getattr(_templates().get_template(template).module, name))


@cache
def _templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(ROOT),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {"shown": shown, "marked": marked}
    return made


def _shown(run: Run) -> Markup:
    text = escape(run.text).replace("\n", Markup("<br>"))
    text = Markup("<em>{}</em>").format(text) if run.emphasis else text
    return Markup("<strong>{}</strong>").format(text) if run.strong else text
