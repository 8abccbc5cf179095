"""The controls of settings: each shows a value and says what the user makes of it."""

from pathlib import Path
from typing import Any, get_args

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from quizapp.core.settings import BY_KEY, SETTINGS
from quizapp.ui.preferences.book import ROWS
from quizapp.ui.preferences.controls import (
    Control,
    HourControl,
    NumberControl,
    ShareControl,
    TongueControl,
    control_for,
)
from quizapp.ui.preferences.folders import FolderControl, FoldersControl
from quizapp.ui.preferences.week import WeekControl
from quizapp.ui.preferences.words import values
from tests.ui.learning import School
from tests.ui.stage import show

NORMAL = ("normal",) * 7


class Hand:
    """Somebody at a control that keeps what they choose."""

    def __init__(self, qtbot: QtBot, school: School, key: str) -> None:
        self.control = control_for(BY_KEY[key], school.services)
        self.chosen: list[Any] = []
        self.control.changed.connect(self._take)
        self.control.show_value(BY_KEY[key].default)
        self.window = show(qtbot, self.control)
        self.control.setFocus()

    def _take(self, value: Any) -> None:
        self.chosen.append(value)
        self.control.show_value(value)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, key)


def test_every_setting_with_a_section_has_a_row_but_the_keys_which_have_a_panel() -> None:
    sectioned = [setting.key for setting in SETTINGS if setting.about.section]
    assert [setting.key for setting in ROWS] == [key for key in sectioned if key != "keys"]


@pytest.mark.parametrize("setting", ROWS, ids=lambda setting: setting.key)
def test_every_control_shows_all_bounds_and_says_nothing_by_itself(
    qtbot: QtBot, school: School, setting: Any
) -> None:
    hand = Hand(qtbot, school, setting.key)
    for value in (setting.low, setting.high, *setting.choices, setting.default):
        if value is not None:
            hand.control.show_value(setting.check(value))
            assert values.of(setting, value)
    assert hand.chosen == []
    assert QApplication.focusWidget() is not None
    assert hand.control.isAncestorOf(QApplication.focusWidget())


def test_an_hour_is_written_as_on_a_clock(qtbot: QtBot, school: School) -> None:
    hand = Hand(qtbot, school, "day_start_hour")
    assert isinstance(hand.control, HourControl)
    assert hand.control.number.text() == "04:00"
    hand.press(*[Qt.Key.Key_Down] * 5)
    assert hand.chosen == [3, 2, 1, 0, 23]
    hand.control.number.selectAll()
    QTest.keyClicks(QApplication.focusWidget(), "7")
    assert hand.chosen[-1] == 7


def test_text_grows_by_ten(qtbot: QtBot, school: School) -> None:
    hand = Hand(qtbot, school, "text_size")
    hand.press(Qt.Key.Key_Up)
    assert hand.chosen == [110]
    assert isinstance(hand.control, NumberControl)
    assert hand.control.number.text() == "110 %"


def test_slider_and_number_of_a_share_are_one(qtbot: QtBot, school: School) -> None:
    hand = Hand(qtbot, school, "desired_retention")
    control = hand.control
    assert isinstance(control, ShareControl)
    slider = control.slider
    hand.press(Qt.Key.Key_Left, Qt.Key.Key_PageDown, Qt.Key.Key_Home)
    assert hand.chosen == [0.89, 0.84, 0.7]
    assert control.number.value() == 70
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 6, slider.height() // 2))
    assert hand.chosen[-1] == 0.97
    control.number.setFocus()
    hand.press(Qt.Key.Key_Down)
    assert (hand.chosen[-1], slider.value()) == (0.96, 96)


def test_a_slider_runs_the_other_way_where_one_writes_so(
    qtbot: QtBot, school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = Hand(qtbot, school, "desired_retention")
    assert isinstance(hand.control, ShareControl)
    slider = hand.control.slider
    hand.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(6, slider.height() // 2))
    assert hand.chosen == [0.97]
    slider.setFocus()
    hand.press(Qt.Key.Key_Right)
    assert hand.chosen[-1] == 0.96


def test_the_days_of_the_week_by_arrows(qtbot: QtBot, school: School) -> None:
    hand = Hand(qtbot, school, "easy_days")
    assert isinstance(hand.control, WeekControl)
    hand.press(Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert hand.chosen == [(*NORMAL[:6], "less"), (*NORMAL[:6], "least")]
    focus = QApplication.focusWidget()
    assert focus is hand.control.days[6]
    assert focus.accessibleName() == "Sunday: hardly any review"
    hand.press(Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert hand.chosen[2:] == [NORMAL, ("less", *NORMAL[1:])]
    assert (
        values.of(BY_KEY["easy_days"], ("less", *NORMAL[1:6], "least")) == "Monday fewer, Sunday hardly any"
    )
    assert values.of(BY_KEY["easy_days"], NORMAL) == "all days alike"


def test_languages_are_those_with_a_translation(qtbot: QtBot, school: School) -> None:
    hand = Hand(qtbot, school, "language")
    assert isinstance(hand.control, TongueControl)
    assert hand.control.choices() == ("", "en")
    hand.press(Qt.Key.Key_Down)
    assert hand.chosen == ["en"]
    assert hand.control.choice.accessibleName().startswith("Language: ")


def asks(monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    """The dialog that asks for a folder is answered."""

    def ask(owner: QWidget, title: str, start: str) -> str:
        return answer

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", ask)


def test_a_folder_is_chosen_and_taken_away(
    qtbot: QtBot, school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = Hand(qtbot, school, "backup_folder")
    control = hand.control
    assert isinstance(control, FolderControl)
    assert (control.shown.text(), control.clear.isVisible()) == ("none", False)
    asks(monkeypatch, "")
    hand.press(Qt.Key.Key_Return)
    asks(monkeypatch, "/media/disk")
    hand.press(Qt.Key.Key_Return)
    assert hand.chosen == ["/media/disk"]
    assert (control.shown.text(), control.clear.isVisible()) == ("/media/disk", True)
    control.clear.setFocus()
    hand.press(Qt.Key.Key_Return)
    assert hand.chosen == ["/media/disk", ""]
    assert QApplication.focusWidget() is control.choose


def test_folders_are_added_and_removed_in_place(
    qtbot: QtBot, school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = Hand(qtbot, school, "folders")
    control = hand.control
    assert isinstance(control, FoldersControl)
    for path in ("/law", str(school.folder / "decks"), "/law"):
        asks(monkeypatch, path)
        control.add.setFocus()
        hand.press(Qt.Key.Key_Return)
    assert hand.chosen[-1] == ("/law", str(school.folder / "decks")), "no folder twice"
    assert [row._decks.text() for row in control.rows] == ["no deck found", "1 deck"]
    assert control.rows[1].remove.accessibleName() == f"Remove {Path(school.folder / 'decks')}"
    control.rows[0].remove.setFocus()
    hand.press(Qt.Key.Key_Return)
    assert hand.chosen[-1] == (str(school.folder / "decks"),)
    assert QApplication.focusWidget() is control.rows[0].remove
    hand.press(Qt.Key.Key_Return)
    assert hand.chosen[-1] == ()
    assert QApplication.focusWidget() is control.add


def test_a_control_has_to_say_how_it_shows_a_value(qtbot: QtBot, school: School) -> None:
    control = Control(BY_KEY["tries"], school.services)
    qtbot.addWidget(control)
    with pytest.raises(NotImplementedError):
        control.show_value(1)


def test_words_of_values() -> None:
    def said(key: str, value: object) -> str:
        return values.of(BY_KEY[key], value)

    assert said("retype", True) == "on"
    assert said("retype", False) == "off"
    assert said("learning_step_min", 5) == "5\u00a0min"
    assert said("desired_retention", 0.85) == "85 %"
    assert said("day_start_hour", 4) == "04:00"
    assert said("backup_folder", "/media") == "/media"
    assert [said("order", one) for one in get_args(BY_KEY["order"].plain)] == list(
        BY_KEY["order"].about.names
    )
