"""The learner's word on a verdict, the answer once more, key A, and keys that come too soon."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quizapp.core.kinds.base import Picks
from quizapp.core.reviews import Graded, Rating
from quizapp.ui.screens.study_asides import RetypePanel
from quizapp.ui.widgets.diff import DiffView
from tests.ui.learning import RIVERS
from tests.ui.reader import CTRL, NONE, Reader, hints, said

ENTER, SPACE, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape


def last(reader: Reader) -> Graded:
    return reader.school.logged()[-1].graded


def give(reader: Reader, text: str) -> None:
    reader.type(text)
    reader.press(ENTER)


def heading(reader: Reader) -> str:
    panel = reader.study.column.panel
    assert panel is not None
    return panel.accessibleName()


def meanings(reader: Reader) -> dict[str, str]:
    """Action of each key in the bar -> what it does."""
    return {hint.action: hint.words for hint in reader.study._bar.keys.shown()}


# The learner's word


def test_my_answer_is_right(typing: Reader):
    give(typing, "Donau")
    assert meanings(typing)["say_right"] == "my answer is right"
    typing.press("r")
    assert heading(typing) == "Right"
    assert {"by your word", "Rule"} <= set(said(typing))
    assert meanings(typing)["say_right"] == "take that back"
    assert typing.focus.text() == "Good"  # type: ignore[attr-defined]
    typing.press(SPACE)
    assert (last(typing).outcome, last(typing).because) == ("correct", "regraded")
    assert last(typing).answer == {"type": "typed", "text": "Donau"}
    assert typing.school.logged()[-1].rating == Rating.GOOD


def test_that_was_no_typo(typing: Reader):
    give(typing, "Danbue")
    assert meanings(typing)["say_slip"] == "that was no typo"
    typing.press("t")
    assert heading(typing) == "Not yet"
    assert typing.focus.text() == "Again"  # type: ignore[attr-defined]
    (view,) = [one for one in typing.study.findChildren(DiffView) if one.isVisible()]
    assert view._outcome == "wrong"
    typing.press(SPACE)
    assert (last(typing).outcome, last(typing).because) == ("wrong", "no_slip")


@pytest.mark.parametrize(("text", "key", "outcome"), [("Donau", "r", "wrong"), ("Danbue", "t", "almost")])
def test_the_second_press_takes_it_back(typing: Reader, text: str, key: str, outcome: str):
    give(typing, text)
    before = heading(typing)
    typing.press(key, key)
    assert heading(typing) == before
    assert "by your word" not in said(typing)
    typing.press(SPACE)
    assert last(typing).outcome == outcome


@pytest.mark.parametrize(("text", "key"), [("Danube", "r"), ("Danube", "t"), ("Donau", "t"), ("Danbue", "r")])
def test_a_word_that_does_not_apply_changes_nothing(typing: Reader, text: str, key: str):
    give(typing, text)
    before = typing.judged
    typing.press(key)
    assert typing.judged is before


def test_before_the_answer_the_keys_say_nothing(at: Reader):
    at.press("r", "t", "a", "g")
    assert at.judged is None


def test_undo_after_the_word_asks_again(typing: Reader):
    give(typing, "Donau")
    typing.press("r")
    typing.press("z", modifier=CTRL)
    assert (typing.note, typing.judged) == ("budapest", None)
    give(typing, "Donau")
    assert heading(typing) == "Not yet"


def test_after_a_restart_the_word_still_counts(typing: Reader):
    give(typing, "Donau")
    typing.press("r", SPACE)
    typing.restart()
    typing.sit_down()
    assert typing.note == "paris"


def test_the_focus_survives_when_the_panel_changes(at: Reader):
    at.answer()
    at.press("s")
    at.press("g")
    assert at.study.isAncestorOf(at.focus)
    assert at.focus.text() == "Again"  # type: ignore[attr-defined]


# An answer that is amended after the reveal


def test_an_amended_answer_is_judged_again_and_keeps_the_focus(at: Reader):
    at.school.write(RIVERS.replace("a: Tiber", "a: [Tiber, Aniene]"))
    at.sit_down()
    at.pick("Tiber")
    at.press(ENTER)
    answer = at.study.column.answer
    answer.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    answer.setFocus()
    answer.amended.emit(Picks(("Tiber", "Aniene")))
    assert at.judged is not None
    assert at.judged.verdict.outcome == "correct"
    assert heading(at) == "Right"
    assert at.focus is answer
    at.press("3")
    assert last(at).outcome == "correct"


# The right answer in place


def test_key_a_shows_the_right_order_and_the_learners_again(reader: Reader):
    reader.school.write("title: T\ncards:\n- q: From west to east?\n  order: [Lisbon, Madrid, Rome, Sofia]\n")
    reader.sit_down()
    reader.press("a")
    assert reader.judged is None
    reader.press(ENTER)
    assert meanings(reader)["show_solution"] == "show the right order"
    before = reader.focus
    reader.press("a")
    assert meanings(reader)["show_solution"] == "show your order"
    reader.press("a")
    assert meanings(reader)["show_solution"] == "show the right order"
    assert reader.focus is before


def test_where_nothing_is_to_be_shown_key_a_is_not_offered(typing: Reader):
    give(typing, "Danbue")
    assert "show_solution" not in meanings(typing)
    before = typing.focus
    typing.press("a")
    assert typing.focus is before


# The answer once more


@pytest.fixture
def retyping(typing: Reader) -> Reader:
    """After a typo; the answer is to be typed once more."""
    typing.school.services.set("retype", True, None)
    give(typing, "Danbue")
    return typing


def test_after_a_typo_the_answer_is_typed_once_more(retyping: Reader):
    panel = retyping.study.column.retyping
    assert isinstance(panel, RetypePanel)
    assert retyping.focus is panel.field
    assert panel.field.accessibleName() == "Type it once more: Danube"
    assert hints(retyping) == {"": "Enter", "leave": "Esc"}
    give(retyping, "Danbue")
    assert "There is still a slip in it. Type it once more" in said(retyping)
    assert panel.field.selectedText() == "Danbue"
    give(retyping, "Danube 3")
    panel.field.selectAll()
    give(retyping, "danube")
    assert retyping.study.column.retyping is None
    assert retyping.focus.text() == "Good"  # type: ignore[attr-defined]
    retyping.press(SPACE)
    assert (last(retyping).answer, last(retyping).later) == ({"type": "typed", "text": "Danbue"}, [])


def test_it_can_be_left(retyping: Reader):
    retyping.press(ENTER)  # nothing was typed
    retyping.press(ESCAPE)
    assert retyping.study.column.retyping is None
    retyping.press("t")
    assert retyping.study.column.retyping is None
    retyping.press("t")
    assert retyping.study.column.retyping is None, "once is enough"
    retyping.press(SPACE)
    assert last(retyping).outcome == "almost"


def test_only_after_a_typo(typing: Reader):
    typing.school.services.set("retype", True, None)
    give(typing, "Danube")
    assert typing.study.column.retyping is None


def test_undo_and_leaving_while_typing_once_more(retyping: Reader):
    retyping.press("z", modifier=CTRL)
    assert retyping.judged is None
    give(retyping, "Danbue")
    retyping.window.close()
    assert (last(retyping).outcome, len(retyping.school.logged())) == ("almost", 2)


# Keys that come too soon


def press_at(reader: Reader, key: Qt.Key, at_ms: int) -> None:
    """A key press and its release as the system sends them: with a time, and announced to the shortcuts."""
    focus = reader.focus
    kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
    for kind in kinds:
        event = QKeyEvent(kind, key, NONE, "\r" if key == ENTER else chr(key))
        event.setTimestamp(at_ms)
        if kind == QEvent.Type.ShortcutOverride:
            event.ignore()
        QApplication.sendEvent(focus, event)


@pytest.mark.parametrize("key", [ENTER, SPACE, Qt.Key.Key_3])
def test_a_key_pressed_twice_does_not_rate_what_it_revealed(at: Reader, key: Qt.Key):
    at.go_to("paris")
    count = len(at.school.logged())
    press_at(at, ENTER, 5_000)
    assert at.judged is not None
    press_at(at, key, 5_120)
    assert len(at.school.logged()) == count
    press_at(at, key, 5_260)
    assert len(at.school.logged()) == count + 1


def test_nor_does_it_answer_the_next_card(at: Reader):
    press_at(at, Qt.Key.Key_0, 1_000)
    rome = at.school.key("rome")
    at.sit_down(cards=(at.school.key("paris"), rome), mode="repeat")
    press_at(at, ENTER, 2_000)
    press_at(at, SPACE, 3_000)
    assert at.note == "rome"
    for key in (SPACE, ENTER, Qt.Key.Key_1):
        press_at(at, key, 3_100)
    assert at.judged is None
    press_at(at, SPACE, 3_300)
    assert at.judged is not None


def test_what_is_typed_is_never_too_soon(at: Reader):
    press_at(at, Qt.Key.Key_0, 1_000)
    press_at(at, SPACE, 2_000)
    assert at.note == "budapest"
    press_at(at, Qt.Key.Key_D, 2_050)
    assert at.focus.text() == "D"  # type: ignore[attr-defined]


def test_a_double_press_turns_no_card(at: Reader):
    at.go_to("budapest")
    give(at, "Danube")
    press_at(at, SPACE, 2_000)
    assert at.note == "paris"
    press_at(at, SPACE, 2_100)
    assert at.judged is None
    press_at(at, SPACE, 2_400)
    assert at.judged is not None


def test_the_mouse_is_never_too_soon_but_a_double_click_is_one_click(at: Reader):
    press_at(at, Qt.Key.Key_1, 1_000)
    button = at.study._bar._ratings.buttons[2]
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)  # what Qt makes of the second click
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert at.school.logged() == []
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(at.school.logged()) == 1
