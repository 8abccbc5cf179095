"""The export screen: which decks, which format, what has no place in it, and where it went."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from quizapp.formats import load, writers
from quizapp.formats.base import Source
from quizapp.ui.exporting.panels import FormatPanel
from quizapp.ui.navigation import Export
from quizapp.ui.screens.exporting import ExportPlace
from tests.journeys.hand import Hand
from tests.journeys.learner import Learner

HILLS = "title: Hills\ncards:\n- q: Which hill?\n  a: Palatine\n  status: fact\n- q: Another?\n  a: Caelian\n"


class Leaver(Hand):
    """Takes decks along."""

    def open(self, **route: object) -> ExportPlace:
        self.owner.window.go(Export(**route))  # type: ignore[arg-type]
        self.settle()
        return self.place

    @property
    def place(self) -> ExportPlace:
        shown = self.owner.window.shown
        assert isinstance(shown, ExportPlace)
        return shown

    def settle(self) -> None:
        QApplication.processEvents()
        self.wait(lambda: not self.owner.window.kit.work.busy)

    def keys(self, *keys: str) -> None:
        for key in keys:
            self.press(key)
            self.settle()

    def choose_format(self, name: str) -> None:
        rows = self.place.formats.rows
        rows[[one.name for one in writers()].index(name)].click()
        self.settle()

    def deck_key(self, title: str) -> int:
        return next(file.deck_key for file in self.owner.app.library.files if file.title == title)


@pytest.fixture
def leaver(owner: Learner) -> Leaver:
    hand = Leaver(owner)
    path = hand.decks / "hills.yaml"
    path.write_text(HILLS, encoding="utf-8")
    hand.wait(lambda: hand.taken_in(path))
    hand.wait(lambda: owner.app.services.search("Palatine").keys)
    return hand


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "out.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    return path


def test_all_decks_go_unless_some_are_named(leaver: Leaver) -> None:
    place = leaver.open()
    assert [file.title for file in place.decks.chosen] == ["Hills", "Rivers"]
    assert leaver.name == "Export 5 cards"
    place = leaver.open(deck_keys=(leaver.deck_key("Hills"),))
    assert [file.title for file in place.decks.chosen] == ["Hills"]
    assert leaver.name == "Export 2 cards"


def test_every_format_that_writes_is_offered(leaver: Leaver) -> None:
    panel = FormatPanel(writers())
    assert len(panel.rows) == len(writers())
    for row, one in zip(panel.rows, writers(), strict=True):
        row.click()
        assert panel.chosen is one
        assert panel.progress.isHidden() is not one.carries_progress


def test_what_has_no_place_is_listed_and_counted_before(leaver: Leaver) -> None:
    place = leaver.open(deck_keys=(leaver.deck_key("Hills"),))
    leaver.choose_format("csv-text")
    assert place.lost.words == "1 thing has no place there"
    (row,) = place.lost.rows
    assert row.line.words.endswith(": 1 card")
    assert row.line.raw == "hills.yaml:3"
    leaver.choose_format("bundle")
    assert place.lost.words == "Decks in one file holds all of it."
    assert place.lost.rows == []


def test_decks_are_left_out_and_none_leaves_nothing(leaver: Leaver) -> None:
    place = leaver.open()
    leaver.to("Hills")
    leaver.keys("Space")
    assert place.head.start.words == "Export 3 cards"
    place.decks.all.click()
    leaver.settle()
    assert not place.head.start.isEnabled()
    assert place.head.told.text() == "No deck is chosen."
    place.decks.all.click()
    leaver.settle()
    assert place.head.start.words == "Export 5 cards"


def test_it_is_written_where_the_user_says(leaver: Leaver, out: Path) -> None:
    place = leaver.open(deck_keys=(leaver.deck_key("Hills"),))
    leaver.choose_format("csv-text")
    leaver.keys("Ctrl+Return")
    assert place.gone.isVisible()
    assert place.gone.words.replace("\u200b", "") == f"2 cards were written. {out}"
    assert leaver.owner.focus is place.gone.open
    assert load("csv-text").read(Source(out.name, out.read_bytes()), {}).cards == 2


def test_only_the_cards_of_a_search_go(leaver: Leaver, out: Path) -> None:
    place = leaver.open(query="Palatine")
    assert "Only the 1 card that “Palatine” finds" in place.decks.narrowed.text()
    assert place.head.start.words == "Export 1 card"
    leaver.choose_format("csv-text")
    leaver.keys("Ctrl+Return")
    text = out.read_text(encoding="utf-8")
    assert "Palatine" in text
    assert "Caelian" not in text


def test_selected_cards_of_browse_go(leaver: Leaver) -> None:
    keys = leaver.owner.app.services.search("deck:Hills").keys
    place = leaver.open(cards=tuple(keys[:1]))
    assert place.head.start.words == "Export 1 card"
    assert place.decks.narrowed.text() == "Only the 1 card that was selected"


def test_a_changed_mind_writes_nothing(leaver: Leaver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    place = leaver.open()
    leaver.keys("Ctrl+Return")
    assert not place.gone.isVisible()
    assert place.head.start.isEnabled()


def test_what_cannot_be_written_is_told(leaver: Leaver, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = leaver.open()
    leaver.choose_format("csv-text")
    out.parent.joinpath("file").write_text("x", encoding="utf-8")
    below = out.parent / "file" / "out.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(below), ""))
    leaver.keys("Ctrl+Return")
    assert place.head.told.text().startswith("It cannot be written in")
    assert place.head.start.isEnabled()
