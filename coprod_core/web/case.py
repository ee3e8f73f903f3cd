"""The story a web tells, when it is an example."""

from typing import Annotated

from coprod_core.checked.fields import Number, Words
from coprod_core.checked.several import Texts
from coprod_core.checked.values import value


@value
class Case:
    """The story a web tells, when it is an example.

    `questions`: to discuss. `notice`: what a trainer may point at. `minutes`: how long a talk about it takes.
    """

    story: Words = ""
    dilemma: Words = ""
    questions: Texts = ()
    source: Words = ""
    notice: Texts = ()
    minutes: Annotated[float | None, Number(0, 600, above=True, optional=True)] = None
