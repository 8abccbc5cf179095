"""Cards changed since they were learned, for their author: kept, learned anew, taken back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.content import content_hash
from quizapp.store import log, memory
from quizapp.ui import theme
from quizapp.ui.navigation import AuthorView
from quizapp.ui.screens import changed as module
from quizapp.ui.screens.author import AuthorPlace
from quizapp.ui.screens.changed import ChangedPane
from quizapp.ui.widgets.worded import WordedText
from tests.store.made import review
from tests.store.shelves import card
from tests.ui.learning import School
from tests.ui.reader import Reader
from tests.ui.renaming import card_id

THEN = (("Capital of Norway?", "Bergen"), ("Capital of Chad?", "Abéché"), ("Capital of Peru?", "Lima"))
NOW = (("Capital of Norway?", "Oslo"), ("Capital of Chad?", "N’Djamena"), ("Capital of Peru?", "Lima"))


def write(school: School, *texts: tuple[str, str]) -> int:
    school.world.write("a.yaml", [card(*text) for text in texts], title="Capitals")
    school.world.refresh()
    return school.world.deck_key("a.yaml")


@pytest.fixture
def author(qtbot: QtBot, school: School) -> Iterator[Reader]:
    """At the author's view of a deck of which two cards were corrected."""
    write(school, *THEN)
    for text in THEN:
        answer = review(school.db, card_id(school, text[0]), content_hash=content_hash(*text))
        log.append_review(school.db, answer)
    key = write(school, *NOW)
    reader = Reader(qtbot, school)
    reader.window.go(AuthorView(deck_key=key))
    QApplication.processEvents()
    yield reader
    reader.close()


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    words: list[str] = []
    monkeypatch.setattr(module, "announce", lambda widget, text: words.append(text))
    return words


def pane(reader: Reader) -> ChangedPane:
    shown = reader.window.shown
    assert isinstance(shown, AuthorPlace)
    return shown.changed


def fronts(reader: Reader) -> list[str]:
    return [row.card.now.front for row in pane(reader).rows]


def remembered(reader: Reader, front: str) -> bool:
    return memory.get(reader.school.db, reader.school.world.key(front)) is not None


def test_both_texts_and_what_changed(author: Reader) -> None:
    assert pane(author).isVisible()
    assert pane(author)._heading.text() == "2 cards changed since they were learned"
    assert fronts(author) == ["Capital of Norway?", "Capital of Chad?"]
    marked = [text.marked for text in pane(author).rows[0].findChildren(WordedText)]
    assert marked == [(), ("Bergen",), (), ("Oslo",)]


def test_kept_it_is_remembered_and_told_no_more(author: Reader, said: list[str]) -> None:
    pane(author).rows[0].keep_button.setFocus()
    author.press(Qt.Key.Key_Return)
    assert fronts(author) == ["Capital of Chad?"]
    assert remembered(author, "norway")
    assert said == ["Kept: “Capital of Norway?”"]
    assert author.focus is pane(author).rows[0].keep_button


def test_learned_anew_it_begins_again_and_can_be_taken_back(author: Reader, said: list[str]) -> None:
    pane(author).rows[1].reset_button.setFocus()
    author.press(Qt.Key.Key_Return)
    assert not remembered(author, "chad")
    assert fronts(author) == ["Capital of Norway?"]
    pane(author).undo.setFocus()
    author.press(Qt.Key.Key_Return)
    assert remembered(author, "chad")
    assert fronts(author) == ["Capital of Norway?", "Capital of Chad?"]
    assert not pane(author).undo.isVisible()
    assert said == ["To be learned anew: “Capital of Chad?”", "Taken back."]


def test_all_are_kept_at_once_and_taken_back_at_once(author: Reader, said: list[str]) -> None:
    pane(author).keep_all.setFocus()
    author.press(Qt.Key.Key_Return)
    assert fronts(author) == []
    assert author.focus is pane(author).undo
    assert said == ["2 cards kept"]
    author.press(Qt.Key.Key_Return)
    assert len(fronts(author)) == 2


def test_it_is_hidden_where_nothing_changed(author: Reader) -> None:
    write(author.school, *THEN)
    author.school.services.library_changed(None)
    QApplication.processEvents()
    assert not pane(author).isVisible()


def test_a_deck_that_goes_takes_its_changes_along(author: Reader) -> None:
    author.school.world.remove("a.yaml")
    author.school.world.refresh()
    author.school.services.library_changed(None)
    QApplication.processEvents()
    assert not pane(author).isVisible()


def test_a_text_that_is_not_known_is_not_made_up(author: Reader) -> None:
    author.school.db.con.execute("DELETE FROM past")
    pane(author).show_deck(author.school.world.deck_key("a.yaml"))
    row = pane(author).rows[0]
    texts = row.findChildren(WordedText)
    assert [(text.text(), text.marked) for text in texts] == [("Capital of Norway?", ()), ("Oslo", ())]
    assert "How it read then is not known." in " ".join(
        label.text() for label in row.findChildren(module.QWidget) if hasattr(label, "text")
    )


@pytest.mark.parametrize(("width", "percent"), [(720, 100), (1024, 200)])
def test_it_fits(author: Reader, qapp: QApplication, width: int, percent: int) -> None:
    theme.install(qapp, theme.Theme(text_percent=percent))
    author.window.resize(width, 700)
    QApplication.processEvents()
    for row in pane(author).rows:
        assert row.width() <= pane(author).width()
        for text in row.findChildren(WordedText):
            assert text.height() >= text.heightForWidth(text.width())
