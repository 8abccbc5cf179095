"""While something is read or written: how far it is, and a way out."""

from quizapp.ui.navigation import Import
from tests.ui.importing.importer import Importer


def test_a_reading_that_takes_long_shows_how_far_it_is_and_can_be_stopped(importer: Importer) -> None:
    path = importer.file("words-a1.csv")
    importer.owner.window.go(Import(path=str(path)))
    place = importer.place
    assert importer.start == "(Import)"
    place.desk.busy.emit(True)
    place.desk.progressed.emit(3, 10)
    place.head.cancel.setFocus()
    importer.press("Return")
    assert importer.told == "Stopped; nothing was changed."
    assert not place.head.cancel.isVisible()
    assert place.begin_panel.isVisible()


def test_a_stopped_change_leaves_what_was_shown(importer: Importer) -> None:
    place = importer.open(importer.file("words-a1.csv"))
    place.body.columns.swapped.emit({})
    place.desk.busy.emit(True)
    place.head.cancel.setFocus()
    importer.hand.press("Return")
    importer.settle()
    assert place.body.isVisible()
    assert importer.start == "Import 3 cards"
    assert importer.owner.focus is place.head.start


def test_a_new_choice_supersedes_the_reading_that_runs(importer: Importer) -> None:
    place = importer.open(importer.file("words-a1.csv"))
    shown = []
    place.desk.examined.connect(shown.append)
    for header in ("values", "names", "values"):
        place.body.file.chosen.emit("header", header)
    importer.settle()
    assert len(shown) == 1
    (found,) = shown
    assert next(one.value for one in found.imported.choices if one.key == "header") == "values"


def test_what_is_being_written_comes_to_its_end_when_one_leaves(importer: Importer) -> None:
    importer.open(importer.file("words-a1.csv"))
    importer.hand.press("Ctrl+Return")
    importer.owner.window.go_home()
    importer.settle()
    assert (importer.owner.paths.decks / "words-a1.yaml").exists()
    place = importer.open()
    importer.settle()
    assert [row.done.source for row in place.past.rows] == ["words-a1.csv"]
