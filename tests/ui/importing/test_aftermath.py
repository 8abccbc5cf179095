"""After the import: what was done, undo of all of it, conflicts card by card, the last imports."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from quizapp.ui.navigation import Import
from quizapp.ui.screens.browse import BrowsePlace
from quizapp.ui.screens.study import StudyScreen
from tests.ui.importing.importer import Importer


def imported(importer: Importer, name: str = "words-a1.csv") -> Path:
    """Bring a file; the deck that it made."""
    importer.open(importer.file(name))
    importer.press("Ctrl+Return")
    return importer.owner.paths.decks / f"{Path(name).stem}.yaml"


def taken_in(importer: Importer, deck: Path) -> None:
    importer.hand.wait(lambda: importer.hand.taken_in(deck))


def test_what_was_done_is_said_and_can_be_studied(importer: Importer) -> None:
    deck = imported(importer)
    after = importer.place.after
    assert after.done.words == "3 cards were imported. 4 left out · in the deck “words-a1”"
    taken_in(importer, deck)
    importer.owner.qtbot.waitUntil(after.done.study.isEnabled)
    after.done.study.setFocus()
    importer.press("Space")
    assert isinstance(importer.owner.window.shown, StudyScreen)
    assert importer.owner.study.column.question_text in {"el gato", "la casa", "el agua"}


def test_the_cards_are_looked_at(importer: Importer) -> None:
    deck = imported(importer)
    taken_in(importer, deck)
    importer.owner.qtbot.waitUntil(importer.place.after.done.look.isEnabled)
    importer.place.after.done.look.click()
    shown = importer.owner.window.shown
    assert isinstance(shown, BrowsePlace)
    assert len(shown.model.keys) == 3


def test_ctrl_z_takes_all_of_it_back(importer: Importer) -> None:
    deck = imported(importer)
    assert deck.exists()
    importer.press("Ctrl+Z")
    assert not deck.exists()
    assert importer.told == "The import was taken back."
    assert importer.owner.focus is importer.place.begin_panel.choose


def test_an_import_is_taken_back_after_a_restart(importer: Importer) -> None:
    deck = imported(importer)
    importer.owner.close()
    importer.owner.open()
    place = importer.open()
    (row,) = place.past.rows
    assert row.done.source == "words-a1.csv"
    row.undo.setFocus()
    importer.press("Space")
    assert not deck.exists()
    assert not place.past.isVisible()


def test_what_was_changed_since_stays_and_is_named(importer: Importer) -> None:
    deck = imported(importer)
    deck.write_text(deck.read_text(encoding="utf-8") + "- q: mine\n  a: too\n", encoding="utf-8")
    importer.press("Ctrl+Z")
    assert deck.exists()
    assert importer.told == "The import was taken back. 1 file was changed since and stays: words-a1.yaml."


@pytest.fixture
def clash(importer: Importer) -> Path:
    """A card that was changed here and in its source; the deck, with the second import shown."""
    deck = imported(importer)
    text = deck.read_text(encoding="utf-8")
    deck.write_text(text.replace("the house", "my house"), encoding="utf-8")
    words = importer.file("words-a1.csv").read_text(encoding="utf-8")
    importer.open(
        importer.file("words-a1.csv", words.replace("the house", "the home").replace("fría", "fresca"))
    )
    return deck


def test_a_conflict_is_told_before_and_mine_stays(importer: Importer, clash: Path) -> None:
    assert importer.start == "Import 1 card"
    assert importer.fronts() == ["el agua"]
    assert "la casa: changed here and in the source; yours stays" in [words for _, words, _ in importer.rows]
    importer.press("Ctrl+Return")
    text = clash.read_text(encoding="utf-8")
    assert "my house" in text
    assert "fresca" in text
    assert importer.place.after.done.words.startswith("1 card was updated.")


def test_theirs_is_taken_and_given_back(importer: Importer, clash: Path) -> None:
    importer.press("Ctrl+Return")
    (row,) = importer.conflicts
    assert {"my house", "the home"} <= set(importer.seen())
    row.take.setFocus()
    importer.press("Space")
    assert "the home" in clash.read_text(encoding="utf-8")
    assert row.take.words == "Keep yours after all"
    importer.press("Space")
    assert "my house" in clash.read_text(encoding="utf-8")
    importer.press("Ctrl+Z")
    assert "fría" in clash.read_text(encoding="utf-8")


def test_a_card_that_has_gone_cannot_be_taken(importer: Importer, clash: Path) -> None:
    importer.press("Ctrl+Return")
    clash.write_text("title: words-a1\ncards:\n- q: other\n  a: card\n", encoding="utf-8")
    (row,) = importer.conflicts
    row.take.click()
    assert importer.told == "The card is no longer in words-a1.yaml."
    assert not row.taken


def test_several_files_one_after_the_other_with_a_sum(importer: Importer) -> None:
    first = importer.file("one.csv", "question,answer\na,b\n")
    second = importer.file("two.csv", "question,answer\nc,d\n")
    third = importer.file("three.csv", "question,answer\ne,f\n")
    place = importer.open(first, second, third)
    assert importer.fact.endswith("file 1 of 3")
    importer.choose("Into deck", "Rivers")
    importer.press("Ctrl+Return")
    assert (importer.title, importer.fact.rpartition(", ")[2]) == ("Import two.csv", "file 2 of 3")
    assert place.desk.wanted.into == importer.owner.paths.decks / "rivers.yaml"
    place.head.skip.click()
    importer.settle()
    importer.press("Ctrl+Return")
    assert place.after.done.words.startswith("2 cards were imported. from 2 files")
    importer.press("Ctrl+Z")
    text = (importer.owner.paths.decks / "rivers.yaml").read_text(encoding="utf-8")
    assert "q: a\n" not in text
    assert "q: e\n" not in text


@pytest.mark.parametrize(
    "order", [("none.csv", "a.csv", "b.csv"), ("a.csv", "none.csv"), ("a.csv", "none.csv", "b.csv")]
)
def test_a_file_that_cannot_be_read_is_named_to_the_end(order: tuple[str, ...], importer: Importer) -> None:
    importer.file("a.csv")
    importer.file("b.csv", "x,y\nz,w\n")
    importer.open(*(importer.folder / name for name in order))
    for _ in range(len(order) - 1):
        importer.press("Ctrl+Return")
    assert importer.place.after.isVisible()
    assert importer.told == f"{importer.folder / 'none.csv'} cannot be read: No such file or directory."
    importer.place.after.done.more.click()
    assert importer.told == ""


def test_text_is_pasted_here_and_on_the_first_screen(importer: Importer) -> None:
    QGuiApplication.clipboard().setText("dog\tperro\ncat\tgato\n")
    importer.open()
    importer.press("Ctrl+V")
    assert (importer.title, importer.start) == ("Import pasted text", "Import 2 cards")
    importer.owner.window.go_home()
    importer.press("Ctrl+V")
    assert (importer.title, importer.start) == ("Import pasted text", "Import 2 cards")
    QGuiApplication.clipboard().setText(" ")
    importer.open()
    importer.press("Ctrl+V")
    assert importer.told == "There is no text in the clipboard."


def test_files_are_chosen(importer: Importer, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def chosen(_parent: object, title: str, _folder: str, filters: str) -> tuple[list[str], str]:
        asked.append((title, filters))
        return [str(importer.file("words-a1.csv"))], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", chosen)
    importer.open()
    importer.press("Space")
    assert importer.title == "Import words-a1.csv"
    ((title, filters),) = asked
    assert title == "Import files"
    assert "*.apkg" in filters
    assert "GIFT" in filters


def test_leaving_while_it_reads_stops_it(importer: Importer) -> None:
    importer.owner.window.go(Import(path=str(importer.file("words-a1.csv"))))
    place, shown = importer.place, []
    place.desk.examined.connect(shown.append)
    importer.owner.window.go_home()
    importer.settle()
    assert shown == []
