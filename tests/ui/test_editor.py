"""A deck in the editor of the real window, by keyboard: written, cured, saved, put in order."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.paths import AppPaths
from quizapp.ui.editor.arrangement import FORM, PREVIEW, YAML
from quizapp.ui.navigation import Home
from quizapp.ui.screens.home import HomeScreen
from quizapp.ui.screens.study import StudyScreen
from tests.ui.author import Author
from tests.ui.learning import RIVERS
from tests.ui.stage import role_and_name


@pytest.fixture
def author(qtbot: QtBot, own_deck: AppPaths) -> Iterator[Author]:
    author = Author(qtbot, own_deck)
    yield author
    author.learner.close()


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


def test_everything_that_takes_the_focus_has_a_name(author: Author) -> None:
    for mode in (FORM, YAML):
        author.desk.show_mode(mode)
        stops = [
            widget
            for widget in author.desk.findChildren(QWidget)
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        nameless = [
            widget for widget in stops if not role_and_name(widget)[1] and widget.focusProxy() is None
        ]
        assert nameless == []
        assert len(stops) > 10


def test_in_a_deck_for_reading_the_focus_is_on_what_is_shown(author: Author) -> None:
    included = author.learner.paths.bundled_decks / "course.yaml"
    included.write_text(RIVERS)
    for mode in (FORM, YAML):
        author.open(path=str(included))
        author.desk.show_mode(mode)
        author.desk.focus_start()
        assert author.learner.focus.isVisible()


def test_a_deck_for_reading_opens_at_a_line_as_well(author: Author) -> None:
    included = author.learner.paths.bundled_decks / "course.yaml"
    included.write_text(RIVERS)
    author.open(path=str(included), line=RIVERS[: RIVERS.index("budapest")].count("\n") + 1)
    assert author.desk.document.card == 1


def test_a_card_that_cannot_be_put_in_is_told_and_the_focus_stays(author: Author) -> None:
    author.file.write_text("title]: x\na> b{\n")
    author.desk.keeper.look()
    author.wait_read()
    author.press("Ctrl+N", "4")
    assert author.desk.notice.isVisible()
    assert author.learner.focus.isVisible()


def test_the_keys_of_panes_lead_into_form_and_preview(author: Author) -> None:
    author.desk.show_mode(FORM)
    author.desk.cards.focus_list()
    for pane in (author.desk.form, author.desk.preview):
        author.press("F6")
        assert pane.isAncestorOf(author.learner.focus)


def test_a_problem_that_is_gone_to_is_told_once(author: Author, heard: list[str]) -> None:
    author.file.write_text(author.text.replace("  a: Seine", "  anser: Seine"))
    author.desk.keeper.look()
    author.wait_read()
    author.press("Ctrl+Home")
    heard.clear()
    author.press("F8")
    assert heard == ["“a” is missing. a: is missing."]


def test_the_tab_key_goes_through_everything_and_round(author: Author) -> None:
    author.desk.show_mode(FORM)
    author.desk.focus_start()
    stops: list[QWidget] = []
    while (focus := author.learner.focus) not in stops:
        stops.append(focus)
        author.press("Tab")
    assert focus is stops[0], "it goes round in a part of them alone"
    heard = [role_and_name(stop)[1] for stop in stops]
    assert {"Question", "Cards", "Deck", "Back", "Study deck", "More"} <= {*heard}
    at = heard.index("Right answer")
    assert heard[at - 1] == "Question"


@pytest.mark.parametrize("key", ["F8", "F6", "Shift+F6", "Ctrl+F", "Ctrl+Tab"])
def test_a_key_that_leads_elsewhere_ends_the_choice_of_a_kind(author: Author, key: str) -> None:
    author.file.write_text(author.text.replace("  a: Seine", "  anser: Seine"))
    author.desk.keeper.look()
    author.wait_read()
    author.press("Ctrl+N")
    assert author.desk.kinds.isVisible()
    author.press(key)
    assert author.learner.focus.isVisible()
    assert not author.desk.kinds.isVisible()
    assert author.desk.arrangement.isVisible()
