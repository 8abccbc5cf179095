"""PDFs of papers in tests, and what can be read in them."""

from collections.abc import Sequence
from pathlib import Path

from pypdf import PdfReader

from quizapp.core.attempt import Posed
from quizapp.core.printed import VERSIONS, printed, version, version_code
from quizapp.ui.maths import Formula, Maths
from quizapp.ui.paper.formulas import Formulas
from quizapp.ui.paper.press import Make, Setup, write_pdf
from quizapp.ui.paper.sheets import Paper, key_sheet, quiz_sheet

CODE = "kite-8402"


class NoMaths(Maths):
    """Draws no formula: it stands there as its source."""

    def formula(self, source: str, *, display: bool, patience_ms: int = 0) -> Formula | None:
        return None


def papers(questions: Sequence[Posed], count: int = 1) -> list[Paper]:
    """The versions of a paper."""
    codes = [version_code(CODE, letter) for letter in VERSIONS[:count]]
    return [Paper("Rivers", code, printed(version(questions, code, shuffle=True))) for code in codes]


def quiz_pdf(folder: Path, found: Sequence[Paper], setup: Setup | None = None) -> PdfReader:
    maths = Formulas(NoMaths())
    return pdf(folder, lambda: [quiz_sheet(one, maths, lettered=len(found) > 1) for one in found], setup)


def key_pdf(folder: Path, found: Sequence[Paper], setup: Setup | None = None) -> PdfReader:
    maths = Formulas(NoMaths())
    return pdf(folder, lambda: [key_sheet(found, maths)], setup)


def pdf(folder: Path, make: Make, setup: Setup | None = None) -> PdfReader:
    path = folder / "paper.pdf"
    count = write_pdf(str(path), setup or Setup(), make)
    reader = PdfReader(path)
    assert len(reader.pages) == count
    return reader


def text(reader: PdfReader) -> str:
    """All that can be selected, without the feet of the pages."""
    pages = (page.extract_text().replace("\t", " ") for page in reader.pages)
    return "".join(page[: page.rindex("Rivers · ")] for page in pages)


def sizes(reader: PdfReader) -> set[float]:
    """The sizes of all text, points."""
    found: set[float] = set()

    def note(words: str, page: list[float], text: list[float], _: object, size: float) -> None:
        if words.strip():
            found.add(round(size * abs(page[3] * text[3]), 1))

    for page in reader.pages:
        page.extract_text(visitor_text=note)
    return found
