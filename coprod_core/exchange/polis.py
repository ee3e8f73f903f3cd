"""A Pol.is export as a file that comes in: its tables in a zip file. A web does not go out as one."""

import io
import zipfile
from dataclasses import replace

from coprod_core.exchange.brought import Brought
from coprod_core.exchange.choices import NONE_MADE, Choices
from coprod_core.exchange.limits import refused
from coprod_core.exchange.polis_export import read_export, sign_of
from coprod_core.exchange.polis_files import ZIP, files_of, holds_polis
from coprod_core.exchange.polis_web import USUAL_STATEMENTS, Names, polis_web

NAMES = Names("Pol.is", "Group {letter}", "Other participants", "Participants")
"""What groups are called where nobody says it in another language."""


class Polis:
    """Comments, votes and participants of a Pol.is conversation (docs/decisions/0012)."""

    name = "polis"

    def recognises(self, content: bytes) -> bool:
        """Whether this is a table of an export, or a zip file with one called `comments.csv`. Never raises."""
        if not content.startswith(ZIP):
            return holds_polis(content)
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                return any(name.lower().endswith("comments.csv") for name in archive.namelist())
        except Exception:  # zipfile raises whatever it meets in a damaged file; reading it says what is wrong
            return False

    def read(self, content: bytes, title: str = "", choices: Choices = NONE_MADE) -> Brought:
        """The twelve statements most people voted on, and the groups. Raises `FileError`, also where it is not clear
        which vote means that somebody agrees.
        """
        export = read_export(files_of(title or NAMES.title, content))
        sign = sign_of(export)
        if not sign.clear:
            raise refused("polis_sign_unclear")
        names = replace(NAMES, title=title or NAMES.title)
        return polis_web(export, sign.agree, USUAL_STATEMENTS, "most_voted", names)
