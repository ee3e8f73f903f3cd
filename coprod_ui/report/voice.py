"""The voice of a report: what a screen says to those who are there, told to readers who were not."""

from functools import cache

from coprod_ui.words import Words


class InReport(Words):
    """The words of a report: where a text speaks to who sits at the screen, the one under `in_report` stands for it."""

    def __call__(self, key: str, /, **params: object) -> str:
        own = f"in_report.{key}"
        return super().__call__(own if own in self else key, **params)


@cache
def in_report(language: str) -> InReport:
    """The words of a report in a language, read once."""
    return InReport(language)
