"""Onto a device: a printer paints what the PDF holds, and formulas are waited for."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from quizapp.ui.maths import Maths
from quizapp.ui.paper.formulas import Formulas
from quizapp.ui.paper.press import Setup, paint, write_pdf
from quizapp.ui.paper.sheets import Sheet, quiz_sheet
from tests.core.papers import missing_from, of_question, paper, squeezed
from tests.course import EXAMPLES
from tests.ui.paper.printing import NoMaths, papers, text

pytestmark = pytest.mark.usefixtures("plain")
MATCH = next(path for path in EXAMPLES if path.stem == "match")


def test_a_printer_gets_the_same_pages(tmp_path: Path):
    (found,) = papers(paper(EXAMPLES[0]))

    def make() -> list[Sheet]:
        return [quiz_sheet(found, Formulas(NoMaths()), lettered=False)]

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    count = paint(printer, Setup(), make)
    reader = PdfReader(tmp_path / "printed.pdf")
    assert len(reader.pages) == count == write_pdf(str(tmp_path / "saved.pdf"), Setup(), make)
    wanted = [piece for one in found.questions for piece in of_question(one)]
    assert missing_from(squeezed(text(reader)), wanted) == ""


def test_formulas_are_waited_for_and_then_drawn(qtbot: QtBot, tmp_path: Path):
    maths = Maths()
    formulas = Formulas(maths)
    (found,) = papers(paper(MATCH))

    def make() -> list[Sheet]:
        return [quiz_sheet(found, formulas, lettered=False)]

    with qtbot.waitSignal(formulas.ready, timeout=20_000):
        formulas.gather(make)
    assert formulas.formula("x^2", display=False) is not None
    write_pdf(str(tmp_path / "drawn.pdf"), Setup(), make)
    assert "x^2" not in text(PdfReader(tmp_path / "drawn.pdf"))
    again = []
    formulas.ready.connect(lambda: again.append(True))
    formulas.gather(make)
    assert again == [True]
    maths.close()


def test_a_formula_that_does_not_come_stands_as_its_source(qtbot: QtBot, tmp_path: Path):
    class Never(Maths):
        def formula(self, source: str, *, display: bool, patience_ms: int = 0) -> None:
            return None

        def pending(self, source: str, *, display: bool) -> bool:
            return True

    formulas = Formulas(Never())
    formulas._limit.setInterval(1)
    (found,) = papers(paper(MATCH))

    def make() -> list[Sheet]:
        return [quiz_sheet(found, formulas, lettered=False)]

    with qtbot.waitSignal(formulas.ready):
        formulas.gather(make)
    write_pdf(str(tmp_path / "source.pdf"), Setup(), make)
    assert "x^2" in text(PdfReader(tmp_path / "source.pdf"))


def test_a_file_that_cannot_be_written_is_an_error_and_leaves_nothing(tmp_path: Path):
    with pytest.raises(OSError):  # noqa: PT011 - the words are the system's
        write_pdf(str(tmp_path / "no" / "such.pdf"), Setup(), list)
    assert list(tmp_path.iterdir()) == []
