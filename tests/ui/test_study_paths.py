"""What leads away from a card on the study screen: aside, back, out, to the keys, to a second look."""

import pytest
from PySide6.QtCore import Qt

from quizapp.store import cards
from quizapp.ui.keysheet import KeySheet
from quizapp.ui.screens.home import HomeScreen
from quizapp.ui.screens.study import StudyScreen
from quizapp.ui.screens.summary import SummaryScreen
from quizapp.ui.widgets.actionbar import HintButton
from tests.store.made import DAY_MS
from tests.ui.reader import ALT, CTRL, Reader, said, windows

ENTER, SPACE, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape


def test_flag_and_unflag(at: Reader):
    key = at.asked.item.card_key
    at.press("f")
    assert cards.is_flagged(at.school.db, key)
    assert "Flagged · New" in said(at)
    at.answer()
    at.press("f")
    assert not cards.is_flagged(at.school.db, key)
    assert "New" in said(at)


def test_flag_while_typing(typing: Reader):
    typing.press(Qt.Key.Key_F, modifier=ALT)
    assert typing.school.events() == ["flag"]


def test_put_aside(at: Reader):
    at.press("p")
    assert at.note == "budapest"
    assert (at.asked.position, at.asked.total) == (1, 2)
    assert "1 of 2" in said(at)
    at.press(Qt.Key.Key_P, modifier=ALT)
    assert at.note == "paris"
    at.press("p")
    assert isinstance(at.window.shown, SummaryScreen)
    assert at.school.events() == ["suspend"] * 3


def test_what_was_put_aside_is_taken_back(at: Reader):
    at.answer()
    at.press(SPACE)
    at.press(Qt.Key.Key_P, modifier=ALT)
    assert at.note == "paris"
    at.press("z", modifier=CTRL)
    assert (at.note, at.asked.position, at.asked.total) == ("budapest", 2, 3)
    at.press("z", modifier=CTRL)
    assert (at.note, at.asked.position) == ("rome", 1), "then the rating before it"
    at.press("p")
    at.press(Qt.Key.Key_P, modifier=ALT)
    at.press("z", "z", modifier=CTRL)
    assert (at.note, at.asked.total) == ("rome", 3)
    assert at.school.events() == [
        "suspend",
        "void",
        "void",
        "suspend",
        "suspend",
        "void",
        "void",
    ]
    at.go_to("paris")


@pytest.mark.parametrize("answered", [0, 2])
def test_the_last_card_comes_back_from_the_summary(at: Reader, answered: int):
    for _ in range(answered):
        at.answer()
        at.press(SPACE)
    while isinstance(at.window.shown, StudyScreen):
        last = at.note
        at.press(Qt.Key.Key_P, modifier=ALT)
    at.press("z", modifier=CTRL)
    assert (at.note, at.asked.total) == (last, answered + 1)
    assert not cards.suspended(at.school.db, [at.asked.item.card_key])
    at.press(Qt.Key.Key_P, modifier=ALT)
    summary = at.window.shown
    assert isinstance(summary, SummaryScreen)
    hint = next(one for one in summary.findChildren(HintButton) if one.hint.action == "undo")
    assert hint.hint.words == "undo the last step", "which was no rating"
    at.qtbot.mouseClick(hint, Qt.MouseButton.LeftButton)
    assert at.note == last


def test_undo_before_and_after_the_rating(at: Reader):
    at.pick("Po")
    at.press("z", modifier=CTRL)
    assert at.judged is None
    at.answer()
    at.press(SPACE)
    at.press("z", modifier=CTRL)  # in the empty field of the next card
    assert at.note == "rome"
    assert at.school.logged() == []
    at.press("z", modifier=CTRL)  # nothing left
    assert at.note == "rome"


def test_undo_in_a_field_takes_back_typing_first(typing: Reader):
    typing.type("Dan")
    typing.press("z", modifier=CTRL)
    assert typing.note == "budapest"
    assert typing.focus.text() == ""  # type: ignore[attr-defined]
    typing.press("z", modifier=CTRL)
    assert typing.note == "rome"


def test_undo_from_the_summary(at: Reader):
    at.go_to("paris")
    at.answer()
    at.press(SPACE)
    assert isinstance(at.window.shown, SummaryScreen)
    at.press("z", modifier=CTRL)
    assert at.note == "paris"
    assert at.judged is None


def test_undo_goes_on_over_a_restart(at: Reader):
    at.answer()
    at.press(SPACE)
    at.restart()
    at.sit_down()
    assert at.note == "budapest"
    at.press("z", modifier=CTRL)
    assert at.note == "rome"
    assert at.school.logged() == []


@pytest.mark.parametrize("way", ["key", "arrow", "window"])
def test_leaving_counts_the_verdict_on_screen(at: Reader, way: str):
    at.pick("Po")
    {
        "key": lambda: at.press(ESCAPE),
        "arrow": lambda: at.study.head.back.click(),
        "window": at.window.close,
    }[way]()
    assert [(review.rating, review.graded.outcome) for review in at.school.logged()] == [(1, "wrong")]
    assert way == "window" or isinstance(at.window.shown, HomeScreen)


def test_leaving_while_typing_logs_nothing_and_comes_back(typing: Reader):
    typing.type("Da")
    before = typing.asked
    typing.press(ESCAPE)
    assert isinstance(typing.window.shown, HomeScreen)
    assert len(typing.school.logged()) == 1
    typing.sit_down()
    assert typing.asked == before


def test_resumed_on_the_same_day_only(typing: Reader):
    typing.restart()
    typing.sit_down()
    assert (typing.note, typing.asked.position) == ("budapest", 2)
    typing.press(ESCAPE)
    typing.school.clock.at_ms += DAY_MS
    typing.sit_down()
    assert typing.asked.position == 1


@pytest.mark.parametrize(
    ("note", "key"), [("rome", "?"), ("rome", Qt.Key.Key_F1), ("budapest", Qt.Key.Key_F1)]
)
def test_all_keys(at: Reader, note: str, key: Qt.Key | str):
    at.go_to(note)
    before = at.focus
    at.press(key)
    sheets = at.window.findChildren(KeySheet)
    assert len(sheets) == 1
    at.qtbot.waitUntil(sheets[0].isActiveWindow)
    at.press(ESCAPE)
    assert windows() == [at.window]
    at.activate()
    assert at.note == note
    assert at.focus is before


def test_other_keys_do_nothing(at: Reader):
    at.press("x", Qt.Key.Key_F7, Qt.Key.Key_Home)
    assert at.judged is None
    assert at.note == "rome"


def test_in_a_second_look_no_interval_is_promised(reader: Reader):
    reader.sit_down(cards=(reader.school.key("rome"),), mode="repeat")
    reader.answer()
    assert {button.accessibleDescription() for button in reader.study._bar._ratings.buttons} == {""}


def test_the_missed_are_repeated_from_the_summary(at: Reader):
    at.pick("Po")
    at.press(SPACE)
    while isinstance(at.window.shown, StudyScreen):
        at.answer()
        at.press(SPACE)
    before = at.school.remembered("rome")
    at.press(ENTER)
    assert at.note == "rome"
    assert at.window._desk._sitting.session.title == "Another look"  # type: ignore[union-attr]
    at.answer()
    at.press(SPACE)
    assert isinstance(at.window.shown, SummaryScreen)
    assert at.school.logged()[-1].mode == "repeat"
    assert at.school.remembered("rome") == before
