"""The forms a report is written out in."""

from collections.abc import Mapping

from coprod_ui.report.document import Document
from coprod_ui.report.drawing import Progress

MIME: Mapping[str, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "html": "text/html",
}
"""The forms there are, by the ending of their file's name, with their media type."""


def written(document: Document, form: str, progress: Progress = lambda _: None, template: bytes | None = None) -> bytes:
    """The file that holds a report, in one of the forms of `MIME`; `progress` hears how far it is, 0..1.

    `template`: a Word file to write a DOCX in. Raises `UnfitTemplate` where that is none we may open.
    """
    # each brings a library that takes long to load and that no screen needs until a person asks for the file
    match form:
        case "docx":
            from coprod_ui.report.docx_file import docx_file

            return docx_file(document, progress, template)
        case "odt":
            from coprod_ui.report.odt_file import odt_file

            return odt_file(document, progress)
        case "pdf":
            from coprod_ui.report.pdf_file import pdf_file

            return pdf_file(document, progress)
        case "html":
            from coprod_ui.report.html_page import html_page

            return html_page(document, progress)
    raise ValueError(form)
