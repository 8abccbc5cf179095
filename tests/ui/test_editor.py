"""A deck in the editor of the real window, by keyboard: written, cured, saved, put in order, moved."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.paths import AppPaths
from quizapp.ui.editor.arrangement import FORM, PREVIEW, YAML
from quizapp.ui.editor.desk import EditorDesk
from quizapp.ui.navigation import Edit, Home
from quizapp.ui.screens.editor import EditorPlace
from quizapp.ui.screens.home import HomeScreen
from quizapp.ui.screens.study import StudyScreen
from tests.journeys.learner import Learner
from tests.ui.learning import RIVERS


class Author:
    """Somebody at the editor, with two decks."""

    def __init__(self, qtbot: QtBot, paths: AppPaths) -> None:
        self.file = paths.decks / "rivers.yaml"
        self.other = paths.decks / "lakes.yaml"
        self.other.write_text("title: Lakes\ncards:\n- q: The deepest?\n  a: Baikal\n")
        self.learner = Learner(qtbot, paths)
        self.qtbot, self.window = qtbot, self.learner.window
        self.open()

    def open(self, **route: object) -> None:
        self.window.go(Edit(**(route or {"path": str(self.file)})))  # type: ignore[arg-type]
        if self.place.desk is not None:
            self.desk.show_mode(YAML)
            self.desk.focus_start()
            self.wait_read()

    @property
    def place(self) -> EditorPlace:
        shown = self.window.shown
        assert isinstance(shown, EditorPlace)
        return shown

    @property
    def desk(self) -> EditorDesk:
        desk = self.place.desk
        assert desk is not None
        return desk

    @property
    def text(self) -> str:
        return self.desk.document.text

    def wait_read(self) -> None:
        self.qtbot.waitUntil(lambda: self.desk.document.is_read)

    def press(self, *keys: str) -> None:
        for key in keys:
            pressed = QKeySequence(key)[0]
            focus = QApplication.focusWidget()
            assert focus is not None, "the focus was lost"
            self.qtbot.keyClick(focus, pressed.key(), pressed.keyboardModifiers())

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(QApplication.focusWidget(), text)


@pytest.fixture
def author(qtbot: QtBot, own_deck: AppPaths) -> Iterator[Author]:
    author = Author(qtbot, own_deck)
    yield author
    author.learner.close()


def questions(path: Path) -> list[str]:
    return [line.split(": ", 1)[1].strip('"') for line in path.read_text().split("\n") if "q: " in line]


def test_a_deck_opens_at_a_line_with_the_focus_in_its_text(author: Author) -> None:
    author.open(path=str(author.file), line=12)
    assert author.desk.document.card == 1
    assert QApplication.focusWidget() is author.desk.yaml.text


def test_a_card_of_the_shelf_opens_at_its_place(author: Author) -> None:
    keys = author.learner.app.services.search("Paris").keys
    author.open(card=int(keys[0]))
    assert author.desk.document.card == 2


def test_what_is_typed_is_saved_on_leaving(author: Author) -> None:
    author.press("Ctrl+End")
    author.type("# the end")
    author.press("Alt+Left")
    assert isinstance(author.window.shown, HomeScreen)
    assert author.file.read_text() == RIVERS + "# the end"


def test_coming_back_finds_caret_and_history(author: Author) -> None:
    author.press("Ctrl+End")
    author.type("# the end")
    author.window.go(Home())
    author.open()
    assert author.desk.document.cursor.atEnd()
    author.press("Ctrl+Z")
    author.window.go(Home())
    assert author.file.read_text() == RIVERS


def test_a_problem_is_cured_by_one_key(author: Author) -> None:
    desk = author.desk
    desk.document.go_to_line(5)
    author.press("End")
    author.type(" What: now?")
    author.wait_read()
    assert [row.problem.code for row in desk.problems.rows] == ["quote_needed"]
    assert "1 error" in desk.title.status.words
    author.press("Ctrl+.")
    author.wait_read()
    assert 'q: "Which river runs through Rome? What: now?"' in author.text
    assert desk.problems.rows == []
    author.press("Ctrl+Z")
    assert 'q: "' not in author.text


def test_the_keys_walk_through_problems_of_all_cards(author: Author) -> None:
    text = author.text.replace("  hint: [", "  himt: [").replace("  a: Seine", "  anser: Seine")
    author.file.write_text(text)
    author.desk.keeper.look()
    author.wait_read()
    lines = []
    for key in ("F8", "F8", "F8", "Shift+F8"):
        author.press(key)
        lines.append(author.desk.document.cursor.blockNumber() + 1)
    assert lines == [8, 15, 17, 15]


def test_the_same_cure_is_done_for_all(author: Author) -> None:
    author.file.write_text(author.text.replace("  a: ", "  anser: "))
    author.desk.keeper.look()
    author.wait_read()
    desk = author.desk
    first = next(row for row in desk.problems.rows if row.button)
    assert first.problem.code == "unknown_key_like"
    first.all_wanted.emit(first.problem)
    author.wait_read()
    assert author.text == RIVERS.replace("  a: ", "  answer: ")
    assert not desk.document.loaded.problems


def test_the_views_change_by_one_key_and_the_caret_stays(author: Author) -> None:
    author.desk.document.go_to_line(12)
    place = author.desk.document.cursor.position()
    author.press("Ctrl+Tab")
    assert author.desk.arrangement.mode == FORM
    author.press("Ctrl+Tab")
    assert author.desk.arrangement.mode == YAML
    assert author.desk.document.cursor.position() == place


def test_cards_are_found_and_opened_by_keys(author: Author) -> None:
    author.press("Ctrl+F")
    author.type("paris")
    assert author.desk.cards.model.rowCount() == 1
    author.press("Down", "Return")
    assert author.desk.document.card == 2
    assert QApplication.focusWidget() is author.desk.yaml.text


def test_cards_move_and_are_deleted_in_the_list(author: Author) -> None:
    desk = author.desk
    desk.document.select(0)
    desk.cards.focus_list()
    author.press("Alt+Down")
    assert [item[:4] for item in _fronts(author)] == ["buda", "rome", "pari"]
    assert desk.cards.chosen == (1,)
    author.press("Delete")
    assert _fronts(author) == ["budapest", "paris"]
    assert desk.notice.words == "1 card deleted"
    author.press("Ctrl+Z", "Ctrl+Z")
    assert author.text == RIVERS


def _fronts(author: Author) -> list[str]:
    document = author.desk.document
    return [str((document.data(card) or {}).get("id")) for card in range(len(document.items))]


def test_cards_go_to_another_deck_and_come_back_in_both_files(author: Author) -> None:
    desk, lakes = author.desk, author.other.read_bytes()
    desk.document.select(1)
    desk.cards.choose((1, 2))
    _menu(author, "Move to another deck …")
    assert "lakes.yaml" in desk.task.files
    assert "rivers.yaml" in desk.task.files
    author.press("Return")
    assert questions(author.file) == ["Which river runs through Rome?"]
    assert questions(author.other)[1:] == [
        "Which river runs through Budapest?",
        "Which river runs through Paris?",
    ]
    desk.focus_start()
    author.press("Ctrl+Z")
    assert author.other.read_bytes() == lakes
    assert author.file.read_text() == RIVERS == author.text
    author.press("Ctrl+Shift+Z")
    assert len(questions(author.other)) == 3
    assert len(questions(author.file)) == 1


def test_a_move_is_not_undone_by_half(author: Author) -> None:
    desk = author.desk
    desk.document.select(0)
    _menu(author, "Move to another deck …")
    author.press("Return")
    after = author.file.read_text()
    author.other.write_text(author.other.read_text() + "# theirs\n")
    desk.focus_start()
    author.press("Ctrl+Z")
    assert author.file.read_text() == after == author.text
    assert author.other.read_text().endswith("# theirs\n")
    assert "lakes.yaml" in desk.notice.words


def test_cards_are_split_off_into_a_new_deck(author: Author) -> None:
    desk = author.desk
    desk.document.select(1)
    _menu(author, "Split into a new deck …")
    author.type("Long rivers")
    assert "long-rivers.yaml" in desk.task.files
    author.press("Return")
    new = author.file.parent / "long-rivers.yaml"
    assert questions(new) == ["Which river runs through Budapest?"]
    assert len(questions(author.file)) == 2
    desk.undo()
    assert not new.exists()
    assert author.file.read_text() == RIVERS


def test_another_deck_is_taken_in(author: Author) -> None:
    desk = author.desk
    next(action for action in desk.title.more.menu.actions() if "Merge" in action.text()).trigger()
    author.press("Return")
    assert not author.other.exists()
    assert questions(author.file)[-1] == "The deepest?"
    desk.undo()
    assert author.other.exists()
    assert author.file.read_text() == RIVERS


def test_tags_are_given_to_chosen_cards(author: Author) -> None:
    author.desk.cards.choose((0, 2))
    _menu(author, "Add tags …")
    author.type("europe, capitals")
    author.press("Return")
    assert author.text.count("capitals") == 2


def test_esc_leaves_a_task_and_the_focus_goes_back(author: Author) -> None:
    author.desk.cards.focus_list()
    _menu(author, "Split into a new deck …")
    author.press("Esc")
    assert author.desk.task.isHidden()
    assert QApplication.focusWidget() is author.desk.cards.view


def _menu(author: Author, words: str) -> None:
    menu = author.desk.cards_menu
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_a_change_elsewhere_is_told_above_the_panes(author: Author) -> None:
    desk = author.desk
    author.press("Ctrl+End")
    author.type("# mine")
    author.file.write_text(RIVERS + "# theirs\n")
    desk.keeper.look()
    assert desk.notice.words == "rivers.yaml changed on disk"
    compare, reload, _ = desk.notice.buttons
    compare.click()
    reload.click()
    assert author.text.endswith("# theirs\n")
    assert not desk.notice.isVisible() or desk.notice.words != "rivers.yaml changed on disk"
    desk.undo()
    assert author.text.endswith("# mine")


def test_a_new_deck_is_made_from_its_title(author: Author) -> None:
    author.window.go(Edit())
    author.type("Seas, first steps")
    author.press("Return")
    new = author.file.parent / "seas-first-steps.yaml"
    assert new.exists()
    author.press("Return")
    author.type("Which sea is salt?")
    assert author.desk.document.path == str(new)
    author.desk.save()
    assert questions(new) == ["Which sea is salt?"]


def test_study_edit_and_back_at_the_same_card(author: Author) -> None:
    author.window.go(Home())
    author.learner.press(Qt.Key.Key_Return)
    study = author.window.shown
    assert isinstance(study, StudyScreen)
    asked = study.asked
    assert asked is not None
    author.press("Alt+E" if study.column.answer.takes_text else "E")
    author.wait_read()
    note = author.desk.document.note(author.desk.document.card)
    assert note is not None
    assert note.front() == asked.note.front()
    author.press("Alt+Left")
    assert author.window.shown is study
    assert study.asked is not None
    assert study.asked.item.card_key == asked.item.card_key


def test_e_on_home_edits_the_deck(author: Author) -> None:
    author.window.go(Home())
    table = author.learner.window.home._decks.table
    table.setCurrentIndex(table.model().index(1, 0))
    table.setFocus()
    author.press("E")
    assert author.desk.document.path == str(author.file)


@pytest.mark.parametrize(("width", "modes", "listed"), [(1100, 2, True), (760, 3, True), (560, 3, False)])
def test_panes_give_way_where_there_is_no_room(author: Author, width: int, modes: int, listed: bool) -> None:
    author.window.resize(width, 760)
    QApplication.processEvents()
    desk = author.desk
    assert desk.arrangement.modes == modes
    assert desk.cards.isVisible() == listed
    assert desk.preview.isVisible() == (modes == 2)
    desk.show_mode(PREVIEW if modes == 3 else YAML)
    assert desk.preview.isVisible()
    if not listed:
        desk.show_mode(YAML)
        desk.arrangement.which.click()
        assert desk.cards.isVisible()
        author.press("Down", "Return")
        assert not desk.cards.isVisible()
        assert desk.yaml.isVisible()


def test_cards_are_added_in_a_row_with_tags_and_source(author: Author) -> None:
    desk = author.desk
    desk.document.select(0)
    desk.document.set_keys(0, {"tags": ["short"]})
    author.press("Ctrl+N", "Return")
    author.type("Which one runs through Pisa?")
    assert desk.document.card == 1
    data = desk.document.data(1)
    assert data is not None
    assert data["q"] == "Which one runs through Pisa?"
    assert (data["tags"], data["source"], data["wrong"]) == (["short"], "https://example.org/rivers", [])
    assert data["id"]
    author.wait_read()
    author.press("Ctrl+Return")
    author.type("And Arles?")
    author.press("Tab")
    author.type("Rhone")
    assert desk.document.card == 2
    data = desk.document.data(2)
    assert data is not None
    assert (data["q"], data["a"], data["tags"]) == ("And Arles?", "Rhone", ["short"])
    while desk.document.file.isUndoAvailable():
        author.press("Ctrl+Z")
    assert author.text == RIVERS


def test_a_deck_of_the_app_is_copied_to_be_written(author: Author) -> None:
    course = author.learner.paths.bundled_decks / "course.yaml"
    course.write_text(RIVERS.replace("title: Rivers", "title: Course"))
    author.open(path=str(course))
    author.type("x")
    assert author.text == course.read_text()
    assert author.desk.title.status.words == "For reading only"
    author.press("Ctrl+Z", "Ctrl+N")
    assert author.text == course.read_text()
    author.desk.notice.buttons[0].click()
    copy = author.file.parent / "course.yaml"
    assert copy.read_text() == course.read_text()
    assert author.desk.document.path == str(copy)
    assert not author.desk.document.read_only
