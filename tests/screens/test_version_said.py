"""Every file that goes out says which version of the program made it, and so does the app."""

import ast
import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import coprod_ui
from coprod_core import __version__
from coprod_core.exchange import FORMATS, Card
from coprod_core.exchange.polis_round import write_round
from coprod_core.files import meeting_file
from coprod_core.indicators.overview import readings
from coprod_core.rounds.results import InterestResults
from coprod_core.rounds.values import asked_of
from coprod_core.workshop.file import read
from coprod_ui.charts.power_map.choices import Picture, chosen
from coprod_ui.examples.cases import cases
from coprod_ui.examples.workshops import workshops
from coprod_ui.files import drawing_file, quotas, slide_file
from coprod_ui.files.save_as import sheet_as_file
from coprod_ui.report import forms
from coprod_ui.report.account import account_of_web
from coprod_ui.report.sections import document
from coprod_ui.screens.start.recovery import stick_name
from coprod_ui.words import words
from coprod_ui.workshop.saving import as_file

MADE_WITH = f"Belangenweb {__version__}"
CARD = Card(datetime(2026, 3, 4, tzinfo=UTC))
WEB = next(case.web for case in cases("nl") if case.web.interests)
TODAY = date(2026, 3, 4)


def text_in(content: bytes) -> str:
    """What a file holds, with what is packed in it."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(text_in(archive.read(name)) for name in archive.namelist())


def meeting() -> bytes:
    entries = meeting_file.read(FORMATS["meeting"].write(WEB, CARD)).entries
    return meeting_file.write(entries, CARD.lines(WEB)).encode()


def a_round() -> bytes:
    shown: dict[str, InterestResults] = {}
    return write_round("Kade", asked_of(WEB, "", [WEB.interests[0].id]), CARD.at, shown, {})


def report(form: str) -> bytes:
    return forms.written(document(account_of_web(WEB, words("nl"), TODAY), ["method"]), form)


def a_slide(form: str) -> bytes:
    read = readings(WEB)
    return slide_file.as_file(read, chosen(read, Picture.HIT, may_be_public=False), form, TODAY, words("nl"))


SAVED: dict[str, dict[str, Callable[[], bytes | str]]] = {
    "bar/meeting_menu.py": {"web": lambda: FORMATS["web"].write(WEB, CARD), "meeting": meeting},
    "files/save_as.py": {
        **{name: lambda name=name: FORMATS[name].write(WEB, CARD) for name in FORMATS},  # type: ignore[misc]
        "sheet": lambda: sheet_as_file(WEB, "not_stated", words("nl"), noted=False),
    },
    "files/drawing_file.py": {
        kind: lambda kind=kind: drawing_file.as_file(WEB, kind, words("nl"))  # type: ignore[misc]
        for kind in drawing_file.MIMES
    },
    "files/power_map_pictures.py": {form: lambda form=form: a_slide(form) for form in slide_file.MIMES},  # type: ignore[misc]
    "files/quotas.py": {what: lambda what=what: quotas.file_name(what) for what in ("quotas", "population")},  # type: ignore[misc]
    "screens/join/saving.py": {"round": a_round},
    "screens/report/whole.py": {form: lambda form=form: report(form) for form in forms.MIME},  # type: ignore[misc]
    "screens/start/recovery.py": {"stick": lambda: stick_name(TODAY)},
    "workshop/saving.py": {"workshop": lambda: as_file(workshops("nl")[0].workshop)},
}
"""What is saved, by the module that offers it: the file, or its name where its columns are not ours to choose."""


def test_every_place_that_offers_a_file_is_known_here() -> None:
    root = Path(coprod_ui.__file__).parent
    found = set()
    for path in root.rglob("*.py"):
        called = (node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
        if any(isinstance(each, ast.Attribute) and each.attr == "download_button" for each in called):
            found.add(path.relative_to(root).as_posix())
    assert found == SAVED.keys()


@pytest.mark.parametrize(("place", "what"), [(place, what) for place, offered in SAVED.items() for what in offered])
def test_a_file_that_goes_out_says_which_version_made_it(place: str, what: str) -> None:
    made = SAVED[place][what]()
    if isinstance(made, str):
        assert f"belangenweb-{__version__}" in made
    else:
        assert MADE_WITH in text_in(made)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="reads a PDF by pdftotext")
def test_who_reads_the_pdf_sees_the_version(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(report("pdf"))
    read_out = subprocess.run(["pdftotext", tmp_path / "report.pdf", "-"], capture_output=True, check=True)
    assert MADE_WITH in read_out.stdout.decode()


def test_a_workshop_comes_back_out_of_its_file_without_the_card() -> None:
    workshop = workshops("nl")[0].workshop
    assert read(as_file(workshop)) == workshop
