"""What answers say about a deck, on screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from quizapp.core.kinds.base import Picked, Revealed, Typed
from quizapp.ui.navigation import AuthorView, Edit
from quizapp.ui.screens.author import AuthorPlace
from quizapp.ui.widgets.label import Label
from tests.ui.learning import RIVERS, School
from tests.ui.reader import Reader

LATE = RIVERS + "- {id: late, q: Who is mayor of Paris?, a: Nobody knows, valid_until: 2020-05}\n"


@pytest.fixture
def author(reader: Reader) -> AuthorPlace:
    school = reader.school
    school.write(LATE)
    for _ in range(6):
        seat = school.begin(cards=tuple(map(school.key, ("rome", "budapest", "paris"))), mode="repeat")
        for _ in range(3):
            answers = {"rome": Picked("Po"), "budapest": Typed("Danube"), "paris": Revealed()}
            seat.give(answers[seat.note], rating=3)
    reader.window.go(AuthorView(deck_key=school.deck_key))
    place = reader.window.shown
    assert isinstance(place, AuthorPlace)
    reader.qtbot.waitUntil(lambda: place.panels[-1].isVisible())
    return place


def shown(author: AuthorPlace) -> dict[str, list[str]]:
    """Panel -> its rows, as a screen reader hears them."""
    rows = {}
    for panel in author.panels:
        model = panel.table.model()
        if panel.isVisible():
            rows[panel.table.accessibleName()] = [
                model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
                for row in range(model.rowCount())
            ]
    return rows


def test_each_card_stands_where_there_is_something_to_say(author: AuthorPlace):
    rome, paris = "Which river runs through Rome?", "Which river runs through Paris?"
    assert shown(author) == {
        "Hard": [f"{rome}, 0 % of 6 answers"],
        "Taken for right more often than the key": [f"{rome}, Po"],
        "Wrong options that nobody picks": [f"{rome}, Arno"],
        "Out of date": ["Who is mayor of Paris?, valid until 2020-05"],
        "All cards": [
            f"{rome}, 0 % of 6 answers",
            "Which river runs through Budapest?, 100 % of 6 answers",
            f"{paris}, not graded yet",
            "Who is mayor of Paris?, not graded yet",
        ],
    }
    words = [label.text() for label in author.findChildren(Label) if label.isVisible()]
    assert words[0] == "What answers say about Rivers"
    assert "12 answers to 2 of 4 questions. Nothing of this is written into the deck." in words


def test_a_card_opens_in_the_editor_at_its_line(reader: Reader, author: AuthorPlace):
    routes: list[object] = []
    author.go.disconnect()
    author.go.connect(routes.append)
    reader.press(*(Qt.Key.Key_Tab,) * 3, Qt.Key.Key_Return)
    path = reader.school.services.deck(reader.school.deck_key).path
    assert routes == [Edit(path=path, line=4)]
    reader.press("e")
    assert routes[1:] == [Edit(path=path)]


def test_escape_leads_back(reader: Reader, author: AuthorPlace):
    reader.press(Qt.Key.Key_Escape)
    assert reader.window.shown is reader.window.home


def test_it_follows_what_changes(reader: Reader, author: AuthorPlace):
    school = reader.school
    seat = school.begin(cards=(school.key("paris"), school.key("rome")), mode="repeat")
    while seat.note != "rome":
        seat.give(rating=3)
    seat.give(Picked("Arno"))
    reader.qtbot.waitUntil(lambda: "Wrong options that nobody picks" not in shown(author))
    school.write(RIVERS)
    school.services.library_changed(None)
    reader.qtbot.waitUntil(lambda: "Out of date" not in shown(author))


def test_without_answers_it_says_so(reader: Reader):
    reader.window.go(AuthorView(deck_key=reader.school.deck_key))
    place = reader.window.shown
    assert isinstance(place, AuthorPlace)
    reader.qtbot.waitUntil(lambda: place.panels[-1].isVisible())
    assert list(shown(place)) == ["All cards"]
    assert any(
        "Study it, then look again" in one.text() for one in place.findChildren(Label) if one.isVisible()
    )


def test_a_screen_reader_meets_tables_with_names(author: AuthorPlace):
    interface = QAccessible.queryAccessibleInterface(author.panels[0].table)
    assert interface.role() == QAccessible.Role.Table
    assert interface.text(QAccessible.Text.Name) == "Hard"


def test_a_deck_that_has_gone_shows_nothing(reader: Reader, author: AuthorPlace, school: School):
    (school.folder / "decks" / "rivers.yaml").unlink()
    school.world.refresh()
    school.services.library_changed(None)
    reader.qtbot.waitUntil(lambda: not shown(author))
