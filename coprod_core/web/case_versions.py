"""The versions in which a case can be opened: with nothing drawn yet, or as it stood before its rounds."""

from dataclasses import replace

from coprod_core.web.model import Web


def emptied(web: Web) -> Web:
    """The same story with nothing drawn: a title, a language and the case itself, for a group that builds the web.

    What was noted about the filled web goes too, and so does how government and citizens meet in it.
    """
    return Web(title=web.title, language=web.language, case=web.case)


def before_rounds(web: Web) -> Web:
    """The same web before anybody at the table said anything that differs from their own people."""
    return replace(web, stakes=tuple(replace(stake, table_weight=None, table_position=None) for stake in web.stakes))
