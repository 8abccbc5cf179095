"""A newcomer brings what they have, changes how it is read, studies it, takes it back, and brings it anew."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from quizapp.formats import load
from quizapp.formats.base import Source
from quizapp.store import log
from quizapp.store.shipping import ship
from quizapp.ui.screens.exporting import ExportPlace
from quizapp.ui.screens.importing import ImportPlace
from quizapp.ui.screens.study import StudyScreen
from tests.journeys.hand import Hand
from tests.journeys.learner import Learner
from tests.journeys.test_opening import drop

CSV = """\
Spanish,English,Example
el gato,the cat,El gato duerme.
la casa,the house,La casa es grande.
el perro;the dog
"""


class Newcomer(Hand):
    """Brings files."""

    def bring(self, *paths: Path) -> ImportPlace:
        """Drop files onto the window."""
        assert drop(self.owner, *paths)
        self.settle()
        return self.place

    def settle(self) -> None:
        QApplication.processEvents()
        self.wait(lambda: not self.owner.window.kit.work.busy)

    def keys(self, *keys: str) -> None:
        for key in keys:
            self.press(key)
            self.settle()

    @property
    def place(self) -> ImportPlace:
        shown = self.owner.window.shown
        assert isinstance(shown, ImportPlace)
        return shown


@pytest.fixture
def newcomer(owner: Learner) -> Newcomer:
    return Newcomer(owner)


def words(folder: Path, text: str = CSV) -> Path:
    path = folder / "brought" / "words.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def package(newcomer: Newcomer, folder: Path) -> Path:
    """A package of Anki with the cards of the learner's own deck."""
    written = load("apkg").write(ship([newcomer.decks / "rivers.yaml"]))
    path = folder / "brought" / "old.apkg"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(next(iter(written.files.values())))
    return path


def test_a_table_is_mapped_mended_imported_studied_and_taken_back(newcomer: Newcomer, tmp_path: Path) -> None:
    newcomer.bring(words(tmp_path))
    assert newcomer.name == "Import 2 cards"
    newcomer.to("Split at ;")
    newcomer.keys("Return")
    assert newcomer.name == "Import 3 cards"
    newcomer.to("Swap sides", "Shift+Tab")
    newcomer.keys("Space")
    newcomer.keys("Ctrl+Return")
    deck = newcomer.decks / "words.yaml"
    assert newcomer.questions("words.yaml") == ["the cat", "the house", "the dog"]
    newcomer.wait(lambda: newcomer.taken_in(deck))
    newcomer.wait(newcomer.place.after.done.study.isEnabled)
    newcomer.to("Study them now", "Shift+Tab")
    newcomer.press("Return")
    assert isinstance(newcomer.owner.window.shown, StudyScreen)
    newcomer.owner.answer()
    assert len(list(log.reviews(newcomer.owner.app.db))) == 1
    newcomer.owner.window.go_home()
    newcomer.press("Ctrl+K")
    newcomer.type("import files")
    newcomer.press("Return")
    newcomer.settle()
    newcomer.to("Undo")
    newcomer.keys("Return")
    assert not deck.exists()


def test_a_package_of_anki(newcomer: Newcomer, tmp_path: Path) -> None:
    path = package(newcomer, tmp_path)
    (newcomer.decks / "rivers.yaml").unlink()
    newcomer.wait(lambda: not newcomer.owner.app.services.overview().rows)
    newcomer.bring(path)
    assert newcomer.name.startswith("Import ")
    count = newcomer.place.body.cards.present
    assert count is not None
    newcomer.keys("Ctrl+Return")
    newcomer.wait(lambda: newcomer.owner.app.services.overview().rows)
    (row,) = newcomer.owner.app.services.overview().rows
    assert (row.title, row.new) == ("Rivers", 3)


def test_an_updated_source_brings_what_is_new_and_overwrites_nothing(
    newcomer: Newcomer, tmp_path: Path
) -> None:
    newcomer.bring(words(tmp_path))
    newcomer.keys("Ctrl+Return")
    deck = newcomer.decks / "words.yaml"
    mine = deck.read_text(encoding="utf-8").replace("the house", "my house")
    deck.write_text(mine, encoding="utf-8")
    newer = CSV.replace("the house", "the home").replace("the cat", "the tomcat") + "el sol,the sun,\n"
    newcomer.bring(words(tmp_path, newer))
    assert newcomer.name == "Import 2 cards"
    newcomer.keys("Ctrl+Return")
    text = deck.read_text(encoding="utf-8")
    assert all(word in text for word in ("my house", "the tomcat", "the sun"))
    newcomer.to("Take theirs")
    newcomer.keys("Return")
    assert "the home" in deck.read_text(encoding="utf-8")
    newcomer.keys("Return")
    newcomer.keys("Ctrl+Z")
    assert deck.read_text(encoding="utf-8") == mine


def test_decks_and_others_are_dropped_together(newcomer: Newcomer, tmp_path: Path) -> None:
    foreign = tmp_path / "quiz.yaml"
    foreign.write_text("questions:\n- question: What?\n  answer: That\n", encoding="utf-8")
    place = newcomer.bring(words(tmp_path), foreign)
    assert place.desk.count == 2
    place.head.skip.click()
    newcomer.settle()
    assert place.head._title.text() == "Import quiz.yaml"
    assert newcomer.name == "Import 1 card"


def test_another_programs_file_among_the_decks_is_imported(newcomer: Newcomer) -> None:
    path = newcomer.decks / "quiz.yaml"
    path.write_text("questions:\n- question: What?\n  answer: That\n", encoding="utf-8")
    newcomer.wait(lambda: newcomer.owner.window.home._banners.banners)
    newcomer.to("Import it")
    newcomer.keys("Return")
    assert newcomer.place.head._title.text() == "Import quiz.yaml"
    assert newcomer.name == "Import 1 card"


def test_decks_are_taken_along_and_come_back(
    newcomer: Newcomer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "rivers.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    newcomer.press("Tab")
    newcomer.owner.window.home._decks.table.setFocus()
    newcomer.choose("Export")
    newcomer.settle()
    place = newcomer.owner.window.shown
    assert isinstance(place, ExportPlace)
    assert newcomer.name == "Export 3 cards"
    newcomer.to("Anki package")
    newcomer.to("CSV or pasted text", "Down")
    newcomer.settle()
    assert place.formats.chosen.name == "csv-text"
    newcomer.keys("Ctrl+Return")
    assert place.gone.words.startswith("3 cards were written.")
    source = Source(out.name, out.read_bytes())
    assert load("csv-text").read(source, {}).cards == 3
