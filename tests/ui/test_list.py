"""A list written entry by entry: the field, the rows above it, and their marks after the check."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.kinds.base import DontKnow, Filled
from quizapp.core.kinds.list import ListQuestion
from quizapp.ui import theme
from quizapp.ui.kinds import list as list_kind
from quizapp.ui.widgets import entry_list
from quizapp.ui.widgets.entry_list import EntryField
from quizapp.ui.widgets.entry_row import EntryRow
from tests.ui.desk import QUESTIONS, Desk
from tests.ui.stage import pixel, role_and_name

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
ENTER, UP, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Down
GREEK = ListQuestion(q="?", items=(("alpha",), ("beta",), ("gamma",)), ordered=True)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told besides the focus."""
    said: list[str] = []
    for module in (list_kind, entry_list):
        monkeypatch.setattr(module, "announce", lambda widget, text: said.append(text))
    return said


class Sheet(Desk):
    """A question on screen whose answer is a list."""

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            self.qtbot.keyClick(self.focus, key, modifier)

    def enter(self, *entries: str) -> None:
        for entry in entries:
            self.type(entry)
            self.press(ENTER)

    @property
    def field(self) -> EntryField:
        return self.widget.findChildren(EntryField)[0]

    @property
    def entries(self) -> list[EntryRow]:
        """The rows on screen, from top to bottom."""
        rows = [row for row in self.widget.findChildren(EntryRow) if row.isVisible()]
        return sorted(rows, key=lambda row: row.y())

    @property
    def words(self) -> list[str]:
        return [row.words for row in self.entries]

    @property
    def names(self) -> list[str]:
        return [row.accessibleName() for row in self.entries]


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    return Sheet(qtbot, QUESTIONS["list"])


@pytest.fixture
def ordered(qtbot: QtBot) -> Sheet:
    return Sheet(qtbot, GREEK)


# Writing


def test_enter_adds_and_enter_on_nothing_ends(sheet: Sheet, heard: list[str]) -> None:
    assert sheet.focus is sheet.field
    assert not sheet.widget.can_submit()
    sheet.press(ENTER)
    assert sheet.widget.progress == "0 of 3"
    sheet.enter("Estonia", "Livonia")
    assert (sheet.words, sheet.field.text(), sheet.widget.progress) == (["Estonia", "Livonia"], "", "2 of 3")
    assert sheet.names == ["Estonia, 1 of 2", "Livonia, 2 of 2"]
    assert heard == ["Estonia added, 1 of 3", "Livonia added, 2 of 3"]
    assert sheet.field.accessibleDescription() == "2 of 3"
    assert sheet.answers == []
    sheet.press(ENTER)
    assert sheet.answers == [Filled(("Estonia", "Livonia"))]


def test_control_enter_ends_at_once(sheet: Sheet) -> None:
    sheet.enter("Estonia")
    sheet.type("Latvia")
    sheet.press(ENTER, modifier=CTRL)
    assert sheet.answers == [Filled(("Estonia", "Latvia"))]


def test_control_enter_on_nothing_does_nothing(sheet: Sheet) -> None:
    sheet.press(ENTER, modifier=CTRL)
    assert sheet.answers == []


def test_the_button_says_which_key_checks(sheet: Sheet) -> None:
    assert (sheet.widget.action_key, sheet.widget.key_hints) == ("", ())
    sheet.type("E")
    assert (sheet.widget.action_key, sheet.widget.key_hints) == ("Ctrl Enter", (("Enter", "add it"),))
    sheet.press(ENTER)
    assert sheet.widget.action_key == ""
    assert sheet.widget.key_hints == (("Backspace", "take the last one back"),)


def test_enter_while_composing_adds_nothing(sheet: Sheet) -> None:
    QApplication.sendEvent(sheet.field, QInputMethodEvent("エスト", []))
    sheet.press(ENTER)
    sheet.press(ENTER, modifier=CTRL)
    sheet.press(Qt.Key.Key_Backspace)
    assert (sheet.words, sheet.answers) == ([], [])


@pytest.mark.parametrize(
    ("question", "typed", "entries"),
    [
        (QUESTIONS["list"], "Estonia, Latvia,, 1,000 ", ["Estonia", "Latvia", "1,000"]),
        (QUESTIONS["list"], "a；b、c; d", ["a", "b", "c", "d"]),
        (ListQuestion(q="?", items=(("Paris, Texas",), ("Rome",))), "Paris, Texas", ["Paris, Texas"]),
        (ListQuestion(q="?", items=(("Paris, Texas",), ("Rome",))), "Rome; Oslo", ["Rome", "Oslo"]),
    ],
)
def test_commas_part_entries_where_no_item_has_one(
    qtbot: QtBot, question: ListQuestion, typed: str, entries: list[str]
) -> None:
    sheet = Sheet(qtbot, question)
    sheet.field.setText(typed)
    sheet.press(ENTER)
    assert sheet.words == entries


def test_pasted_lines_are_entries(sheet: Sheet, heard: list[str]) -> None:
    QApplication.clipboard().setText("Estonia\r\n\n  Latvia \nLithuania")
    sheet.press(Qt.Key.Key_V, modifier=CTRL)
    assert (sheet.words, sheet.field.text()) == (["Estonia", "Latvia", "Lithuania"], "")
    assert heard == ["Estonia, Latvia, Lithuania added, 3 of 3"]


def test_there_is_an_end_to_pasting(sheet: Sheet) -> None:
    sheet.field.setText("\n".join(map(str, range(150))))
    assert len(sheet.entries) == 100
    assert sheet.widget.progress == "100 entries, 3 asked for, no more fit"
    sheet.enter("Estonia")
    assert (len(sheet.entries), sheet.field.text()) == (100, "Estonia")


def test_what_was_typed_is_no_markdown(sheet: Sheet) -> None:
    sheet.enter("*a* `b` <b>")
    assert sheet.words == ["*a* `b` <b>"]


# Mending


def test_backspace_on_nothing_takes_the_last_one_back(sheet: Sheet, heard: list[str]) -> None:
    sheet.press(Qt.Key.Key_Backspace)
    sheet.enter("Estonia", "Latvai")
    sheet.press(Qt.Key.Key_Backspace)
    assert (sheet.words, sheet.field.text(), heard[-1]) == (["Estonia"], "Latvai", "Latvai taken back")
    sheet.press(Qt.Key.Key_Backspace)
    assert (sheet.words, sheet.field.text()) == (["Estonia"], "Latva")


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space])
def test_an_entry_is_taken_back_to_its_place(sheet: Sheet, key: Qt.Key) -> None:
    sheet.enter("Estonia", "Latvia", "Lithuania")
    sheet.press(UP, UP, UP)
    assert role_and_name(sheet.focus) == (QAccessible.Role.Button, "Estonia, 1 of 3")
    sheet.press(DOWN, key)
    assert (sheet.focus, sheet.field.text()) == (sheet.field, "Latvia")
    sheet.enter("n")
    assert sheet.words == ["Estonia", "Latvian", "Lithuania"]


def test_a_text_in_the_field_is_added_before_another_comes_back(sheet: Sheet) -> None:
    sheet.enter("Estonia")
    sheet.type("Latvia")
    sheet.qtbot.mouseClick(sheet.entries[0], Qt.MouseButton.LeftButton)
    assert (sheet.words, sheet.field.text()) == (["Latvia"], "Estonia")
    sheet.press(ENTER)
    assert sheet.words == ["Estonia", "Latvia"]


def test_the_cross_removes(sheet: Sheet, heard: list[str]) -> None:
    sheet.enter("Estonia", "Latvia", "Lithuania")
    sheet.press(UP, UP, Qt.Key.Key_Delete)
    sheet.field.setText("Livonia")
    (cross,) = sheet.entries[0].findChildren(QAbstractButton)
    assert cross.accessibleName() == "Remove Estonia"
    sheet.qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert (heard[-1], sheet.focus) == ("Estonia removed, 1 of 3", sheet.field)
    sheet.press(ENTER)
    assert sheet.words == ["Livonia", "Lithuania"]


def test_the_way_between_field_and_rows(sheet: Sheet) -> None:
    sheet.press(UP)
    assert sheet.focus is sheet.field
    sheet.enter("Estonia", "Latvia")
    sheet.press(UP, UP)
    assert sheet.focus is sheet.entries[0]
    sheet.press(DOWN, DOWN)
    assert sheet.focus is sheet.field
    sheet.press(UP)
    sheet.type("0h")
    assert (sheet.focus, sheet.field.text(), sheet.words) == (sheet.field, "0h", ["Estonia", "Latvia"])


def test_where_the_order_counts_entries_move(ordered: Sheet, heard: list[str]) -> None:
    ordered.enter("beta", "alpha", "gamma")
    assert ordered.widget.key_hints[-1] == ("Alt ↑ ↓", "move an entry")
    ordered.press(UP, UP)
    ordered.press(UP, UP, modifier=ALT)
    assert (ordered.words, heard[-1]) == (["alpha", "beta", "gamma"], "alpha, now 1 of 3")
    assert ordered.focus is ordered.entries[0]
    ordered.widget.submit()
    assert ordered.answers == [Filled(("alpha", "beta", "gamma"))]


def test_entries_in_any_order_stay(sheet: Sheet) -> None:
    sheet.enter("Estonia", "Latvia")
    sheet.press(UP)
    sheet.press(UP, modifier=ALT)
    assert sheet.words == ["Estonia", "Latvia"]


def test_the_same_entries_are_no_new_try(sheet: Sheet) -> None:
    sheet.enter("Estonia")
    sheet.widget.submit()
    assert sheet.widget.try_again(None)  # type: ignore[arg-type]
    assert not sheet.widget.can_submit()
    sheet.enter("Latvia")
    assert sheet.widget.can_submit()


# Marks


def test_entries_and_what_was_missed_are_marked(sheet: Sheet) -> None:
    sheet.enter("Esttonia", "Poland", "Latvia", "latvia")
    sheet.press(ENTER)
    sheet.reveal(sheet.answers[0])
    assert sheet.names == [
        "Esttonia, almost: Estonia", "Poland, not on the list", "Latvia, right", "latvia, Latvia twice",
        "Lithuania, missed",
    ]  # fmt: skip
    sheet.qtbot.waitUntil(lambda: sheet.widget.height() == 252)
    fills = ["warnsoft", "badsoft", "goodsoft", "card", "card"]
    assert [pixel(row, 300, 9) for row in sheet.entries] == [theme.color(fill) for fill in fills]
    assert not sheet.field.isVisible()


def test_items_in_markdown_are_shown_so(sheet: Sheet) -> None:
    sheet.reveal(Filled(("Estonia", "Latvia")))
    assert sheet.names == ["Estonia, right", "Latvia, right", "Lithuania, missed"]


def test_not_knowing_shows_the_items(sheet: Sheet) -> None:
    sheet.enter("Estonia")
    sheet.reveal(DontKnow())
    assert sheet.names == ["Estonia", "Latvia", "Lithuania"]
    assert {row.fate.state for row in sheet.entries} == {"missed"}


def test_a_misplaced_entry_says_its_place(ordered: Sheet) -> None:
    ordered.reveal(Filled(("gamma", "beta", "alpha")))
    assert ordered.names == ["gamma, belongs at place 3", "beta, right", "alpha, belongs at place 1"]


def test_more_than_enough(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ListQuestion(q="?", items=(("Rome",), ("Oslo",), ("Bern",)), need=1))
    sheet.reveal(Filled(("Oslo",)))
    assert sheet.names == ["Oslo, right", "Rome, also right", "Bern, also right"]


def test_nothing_is_taken_back_after_the_check(sheet: Sheet) -> None:
    sheet.reveal(Filled(("Estonia", "Latvia")))
    sheet.entries[0].setFocus()
    sheet.press(Qt.Key.Key_Delete, Qt.Key.Key_Space)
    sheet.entries[0].click()
    sheet.type("x")
    assert sheet.names[0] == "Estonia, right"
    sheet.press(DOWN, DOWN, DOWN)
    assert sheet.focus is sheet.entries[2]


def test_large_text_wraps(sheet: Sheet, qtbot: QtBot, qapp: QApplication) -> None:
    sheet.window.resize(360, 900)
    theme.install(qapp, theme.Theme(text_percent=200))
    sheet.reveal(Filled(("Estonia and another country that is not", "Latvia")))
    qtbot.waitUntil(lambda: sheet.entries[0].height() > sheet.entries[1].height() + 60)
    qtbot.waitUntil(lambda: all(row.height() == row.heightForWidth(row.width()) for row in sheet.entries))
