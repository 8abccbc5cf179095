"""Charts and their numbers on the way out: pictures, tables of text, PDF, the printer."""

import csv
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QImage, QPdfWriter
from PySide6.QtWidgets import QApplication, QFileDialog

from quizapp.ui.stats import exporting
from tests.ui.reader import CTRL
from tests.ui.stats.looking import Looker, menu, pick


@pytest.fixture
def saved_to(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the dialog saves: what it offers, in the last of its kinds."""

    def name(parent: object, title: str, offered: str, kinds: str) -> tuple[str, str]:
        return str(tmp_path / Path(offered).stem), kinds.split(";;")[-1]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", name)
    return tmp_path


def test_a_chart_and_its_table_are_saved(looker: Looker, saved_to: Path):
    panel = looker.board.charts["states"]
    panel.chart.setFocus()
    panel.menu_wanted.emit(panel, panel.rect().center())
    assert menu(looker) == ["Save picture …", "Save table …"]
    pick(0)
    drawing = (saved_to / "Cards by state.svg").read_text("utf-8")
    assert "<title>Cards by state</title>" in drawing
    assert looker.told.startswith("Saved: ")
    panel.menu_wanted.emit(panel, panel.rect().center())
    menu(looker)
    pick(1)
    rows = list(csv.reader((saved_to / "Cards by state.csv").read_text("utf-8").splitlines()))
    assert rows[:2] == [["State", "Cards", "Share"], ["New", "12", "0.9231"]]


def test_a_picture_is_twice_as_fine_as_the_screen(looker: Looker):
    image = QImage.fromData(exporting.png(looker.board.charts["states"].plot))
    assert image.width() == 2 * (420 + 36)


def test_all_of_it_becomes_a_pdf(looker: Looker, saved_to: Path):
    looker.place.pdf_button.click()
    pages = PdfReader(saved_to / "Statistics.pdf").pages
    words = " ".join(" ".join(page.extract_text() for page in pages).split())
    for heading in ("Statistics", "Retention", "Cards by state", "Hardest cards", "Groups, Decks"):
        assert heading in words
    assert "Which river runs through Rome?" in words
    assert "December 2025" in words
    assert looker.told.startswith("Saved: ")


def test_ctrl_p_prints(looker: Looker, saved_to: Path, monkeypatch: pytest.MonkeyPatch):
    printer = QPdfWriter(str(saved_to / "printed.pdf"))
    monkeypatch.setattr(exporting, "printer_of", lambda owner, title: printer)
    looker.press("p", modifier=CTRL)
    assert looker.told.endswith("sent to the printer")
    assert len(PdfReader(saved_to / "printed.pdf").pages) >= 2


@pytest.mark.parametrize("as_table", [False, True])
def test_the_menu_opens_by_key_on_chart_and_table(looker: Looker, as_table: bool):
    panel = looker.board.charts["due"]
    panel.show_as_table(as_table)
    panel.focus_values()
    focus = looker.reader.focus
    by_key = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(focus, QContextMenuEvent(by_key, focus.rect().center(), QPoint()))
    assert menu(looker) == ["Save picture …", "Save table …"]
    pick_nothing()


def pick_nothing() -> None:
    shown = QApplication.activePopupWidget()
    assert shown is not None
    shown.close()
