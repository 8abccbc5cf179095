"""Values for the decks of a folder: set there, told where all decks are shown, undone where they were set."""

from PySide6.QtCore import Qt

from quizapp.ui.preferences.book import Scope
from tests.ui.preferences.test_preferences import Guest, guest, own

__all__ = ["guest"]
PONDS = "title: Ponds\ncards:\n- {id: frog, q: Who lives here?, a: A frog}\n"


def choose(guest: Guest, scope: Scope) -> None:
    """By the arrows, as from the menu."""
    bar = guest.place.scope
    bar.scope.choose(bar.scopes.index(scope))


def test_a_folder_has_values_of_its_own(guest: Guest) -> None:
    school = guest.school
    school.write(PONDS, "water/ponds.yaml")
    school.services.library_changed(None)
    guest.arrive()
    here = guest.place.book.folders()
    assert [one.name.split(" / ")[1:] for one in here] == [[], ["water"]]
    choose(guest, Scope(folder=here[1].path))
    assert guest.place.scope.fact.text() == "Nothing is set here"
    assert "day_start_hour" not in guest.rows
    guest.rows["learning_step_min"].control.setFocus()
    guest.press(Qt.Key.Key_Up)
    ponds, rivers = school.world.deck_key("water/ponds.yaml"), school.deck_key
    assert school.services.settings_of(ponds).learning_step_min == 11
    assert school.services.settings_of(rivers).learning_step_min == 10
    assert guest.rows["learning_step_min"].own.isVisible()
    own(guest, "learning_step_min", 30, "water/ponds.yaml")
    assert guest.rows["learning_step_min"].decks.text() == "1 deck sets its own: Ponds 30\u00a0min."
    guest.arrive(deck_key=ponds)
    assert guest.rows["learning_step_min"].general.text() == "Its folder: 11\u00a0min."
    guest.arrive()
    said = guest.rows["learning_step_min"].decks.text()
    assert said.startswith("1 folder sets its own: ")
    assert said.endswith(" / water 11\u00a0min. 1 deck sets its own: Ponds 30\u00a0min.")
    guest.undo()
    assert guest.place.book.shown.folder.endswith("water"), "undone where it was made"
    assert not guest.rows["learning_step_min"].own.isVisible()
