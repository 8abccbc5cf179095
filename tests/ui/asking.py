"""What is seen of "Did you rename these?" in tests."""

from quizapp.store import memory
from quizapp.ui.screens import rename as module
from quizapp.ui.screens.rename import RenamesPlace
from quizapp.ui.widgets.button import Button
from tests.ui.learning import School
from tests.ui.reader import Reader


def place(reader: Reader) -> RenamesPlace:
    shown = reader.window.shown
    assert isinstance(shown, RenamesPlace)
    return shown


def fronts(reader: Reader) -> list[str]:
    return [panel.pair.old.front for panel in place(reader).panels]


def current(reader: Reader) -> str:
    panel = place(reader).current
    assert panel is not None
    assert reader.focus in (panel.same_button, panel.different_button)
    return panel.pair.old.front


def folded(reader: Reader) -> list[str]:
    return [row.words.text() for row in place(reader).answered]


def remembered(school: School, front: str) -> int:
    """Answers that a card is remembered by."""
    found = memory.get(school.db, school.world.key(front))
    return found.reps if found else 0


def head(reader: Reader) -> Button:
    return place(reader).findChild(module.Head).link_all  # type: ignore[union-attr]
