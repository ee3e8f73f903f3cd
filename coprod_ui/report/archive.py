"""The report for an archive that takes no file inside another: the PDF, and beside it what it was computed from."""

import io
import zipfile

from coprod_ui.report.document import Document
from coprod_ui.report.drawing import Progress
from coprod_ui.report.pdf_file import pdf_file

PDF = "report.pdf"


def archive(document: Document, progress: Progress = lambda _: None) -> bytes:
    """The bytes of a zip with the report as PDF/UA-1 and A-2a, and each file that is inside the PDF otherwise."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(PDF, pdf_file(document, progress, alone=True))
        for name, held in document.attachments.items():
            packed.writestr(name, held)
    return written.getvalue()
