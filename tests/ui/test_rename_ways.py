"""Ways to and from "Did you rename these?": from an edited file, by hand, by its keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.identity import normal
from quizapp.store import log
from quizapp.ui.keys import MISSING_KEYS, RENAME_KEYS
from quizapp.ui.rail import Rail
from quizapp.ui.screens.missing import MissingPlace
from quizapp.ui.screens.rename import RenamesPlace
from quizapp.ui.widgets.button import Button
from tests.store.made import review
from tests.store.shelves import capital, card
from tests.ui.asking import folded, fronts, place, remembered
from tests.ui.learning import School
from tests.ui.reader import Reader
from tests.ui.renaming import OLD, card_id


def test_from_file_to_file_the_progress_stays(qtbot: QtBot, school: School) -> None:
    """A card changes beyond recognition in its file; one key on home's line later it is known again."""
    others = [capital("Sweden"), capital("Denmark"), capital("Finland")]
    school.world.write("a.yaml", [capital("Norway"), *others], title="Europe")
    school.world.refresh()
    log.append_review(school.db, review(school.db, card_id(school, "norway")))
    albania = card("What is the capital of Albania?", "Tirana")
    school.world.write("a.yaml", [albania, *others], title="Europe")
    school.world.refresh()
    reader = Reader(qtbot, school)
    line = next(one for one in reader.window.home.findChildren(Button) if "renamed" in one.words)
    assert line.words == "1 card may have been renamed"
    line.setFocus()
    reader.press(Qt.Key.Key_Return, "Y", Qt.Key.Key_Escape)
    assert not line.isVisible()
    assert remembered(school, "albania") == 1
    reader.close()


def test_what_was_linked_by_hand_is_listed_to_be_taken_back(asking: Reader) -> None:
    school = asking.school
    school.services.identities.link(card_id_of(school, OLD[3][0]), "paris", None)
    QApplication.processEvents()
    assert folded(asking) == ["Linked: “Which river runs through Paris?”"]
    place(asking).answered[0].undo.click()
    assert folded(asking) == []
    assert len(fronts(asking)) == 4


def card_id_of(school: School, front: str) -> str:
    """The uid of a missing note."""
    sql = "SELECT uid FROM fingerprint WHERE front = ?"
    return str(school.db.con.execute(sql, (normal(front),)).fetchone()[0])


def test_every_key_does_what_it_says() -> None:
    assert all(callable(getattr(RenamesPlace, binding.action)) for binding in RENAME_KEYS)
    assert all(callable(getattr(MissingPlace, binding.action)) for binding in MISSING_KEYS)


def test_the_rail_says_where_one_is(asking: Reader) -> None:
    rail = asking.window.findChild(Rail)
    assert rail is not None
    assert [item.accessibleName() for item in rail.items if item.isChecked()] == ["Browse"]
