"""Cards and decks in the editor: added, tagged, moved between files, split, merged; undone in all of them."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.paths import AppPaths
from quizapp.ui.navigation import Edit
from tests.ui.author import Author, questions
from tests.ui.learning import RIVERS


@pytest.fixture
def author(qtbot: QtBot, own_deck: AppPaths) -> Iterator[Author]:
    author = Author(qtbot, own_deck)
    yield author
    author.learner.close()


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


def test_a_picture_goes_with_its_card_into_another_folder(author: Author) -> None:
    folder = author.file.parent
    (folder / "far").mkdir()
    (folder / "map.png").write_bytes(b"map")
    card = "- q: Where? ![map](map.png) ![far](https://example.org/x.png)\n  a: Here\n"
    seas = folder / "far" / "seas.yaml"
    seas.write_text("title: Seas\ncards:\n- q: Salt?\n  a: All\n")
    author.file.write_text(RIVERS.rstrip("\n") + "\n" + card)
    library = author.learner.app.library
    author.qtbot.waitUntil(lambda: str(seas) in [file.path for file in library.files])
    author.desk.keeper.look()
    author.desk.document.select(3)
    _menu(author, "Move to another deck …")
    assert author.desk.task.field is not None
    author.desk.task.field.show_value(str(seas))
    author.press("Return")
    assert "![map](media/map.png) ![far](https://example.org/x.png)" in seas.read_text()
    assert (folder / "far" / "media" / "map.png").read_bytes() == b"map"
    author.desk.undo()
    assert author.file.read_text().endswith(card)


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
