"""The keys of the study screen before and at the verdict, in a text field and not."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from quizapp.core.reviews import Rating
from quizapp.ui.keys import STUDY_KEYS
from quizapp.ui.linksheet import LinkSheet
from quizapp.ui.screens.study import StudyScreen
from tests.ui.reader import ALT, CTRL, Reader, hints, windows
from tests.ui.samples import settle

ENTER, SPACE, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape


# Each key, with the focus on an option, in a text field, and at the verdict


def test_every_key_of_the_list_has_a_method_and_each_is_tried_in_tests():
    tried = {
        "go_on", "dont_know", "take_hint", "say_guess", "go_to_source", "undo", "flag", "suspend", "leave",
        "show_keys", "say_right", "say_slip", "show_solution", "edit", "play_sound",
        "show_history", "rate_again", "rate_hard", "rate_good", "rate_easy",
        "bury", "bury_siblings",
    }  # fmt: skip
    assert {binding.action for binding in STUDY_KEYS} == tried
    assert all(callable(getattr(StudyScreen, binding.action)) for binding in STUDY_KEYS)


def test_digits_pick(at: Reader):
    at.press("9")
    assert at.judged is None
    at.press("1")
    assert at.judged is not None
    assert at.judged.verdict.options == 3


def test_digits_of_the_number_pad_too(at: Reader):
    at.press(Qt.Key.Key_1, modifier=Qt.KeyboardModifier.KeypadModifier)
    assert at.judged is not None


def test_a_digit_with_alt_is_no_answer(at: Reader):
    at.press(Qt.Key.Key_1, modifier=ALT)
    assert at.judged is None


def test_space_and_enter_pick_the_focused_option(at: Reader):
    at.press(Qt.Key.Key_Down, SPACE)
    assert at.judged is not None


@pytest.mark.parametrize("key", [SPACE, ENTER, Qt.Key.Key_Enter])
def test_space_and_enter_take_the_suggested_rating(at: Reader, key: Qt.Key):
    at.answer()
    at.press(key)
    assert [review.rating for review in at.school.logged()] == [3]
    assert at.note == "budapest"


@pytest.mark.parametrize("rating", Rating)
def test_digits_rate_at_the_verdict(at: Reader, rating: Rating):
    at.answer()
    at.press("5")
    assert at.school.logged() == []
    at.press(str(int(rating)))
    assert [review.rating for review in at.school.logged()] == [rating]


def test_a_key_held_down_answers_nothing_by_itself(at: Reader):
    at.answer()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, Qt.Key.Key_3, Qt.KeyboardModifier.NoModifier, "3", True)
        QApplication.sendEvent(at.focus, event)
    assert at.school.logged() == []


def test_i_do_not_know(at: Reader):
    at.press("0")
    assert at.judged is not None
    assert at.judged.verdict.outcome == "unknown"
    at.press("0")  # at the verdict it means nothing
    at.press(SPACE)
    assert [review.graded.outcome for review in at.school.logged()] == ["unknown"]


def test_i_do_not_know_while_typing(typing: Reader):
    typing.press("0")
    assert typing.judged is None
    typing.press(Qt.Key.Key_0, modifier=ALT)
    assert typing.judged is not None
    assert typing.judged.verdict.outcome == "unknown"


@pytest.mark.parametrize("words", ["", "   "])
def test_enter_in_an_empty_field_checks_nothing(typing: Reader, words: str):
    typing.type(words)
    typing.press(ENTER)
    assert typing.judged is None
    assert not typing.study._bar.check.isEnabled()


def test_enter_checks_what_was_typed(typing: Reader):
    typing.type("danube")
    assert typing.study._bar.check.isEnabled()
    typing.press(ENTER)
    assert typing.judged is not None
    assert typing.judged.verdict.outcome == "correct"


def test_enter_while_composing_checks_nothing(typing: Reader):
    QApplication.sendEvent(typing.focus, QInputMethodEvent("Dan", []))
    typing.press(ENTER)
    assert typing.judged is None
    commit = QInputMethodEvent("", [])
    commit.setCommitString("Danube")
    QApplication.sendEvent(typing.focus, commit)
    typing.press(ENTER)
    assert typing.judged is not None


def test_letters_are_text_while_typing(typing: Reader):
    typing.type("hgsfp?0123")
    settle()
    assert typing.focus.text() == "hgsfp?0123"  # type: ignore[attr-defined]
    assert typing.judged is None
    assert typing.school.events() == []
    assert windows() == [typing.window]


def test_hints_one_by_one(at: Reader):
    assert at.study._bar.hint.isVisible()
    at.press("h")
    assert at.study.column.hint_panel.isVisible()
    at.press("H")
    assert not at.study._bar.hint.isVisible()
    at.press("h")  # there is none left
    at.answer()
    at.press("h", SPACE)
    assert [review.graded.hints for review in at.school.logged()] == [2]
    assert [review.rating for review in at.school.logged()] == [2]


def test_hint_while_typing(typing: Reader):
    typing.press(Qt.Key.Key_H, modifier=ALT)
    assert typing.study.column.hint_panel.isVisible()
    typing.answer()
    typing.press(SPACE)
    assert typing.school.logged()[-1].graded.hints == 1


def test_the_hints_of_one_card_are_not_counted_for_the_next(at: Reader):
    at.press("h", "h")
    at.answer()
    at.press(SPACE)
    assert not at.study.column.hint_panel.isVisible()
    at.answer()
    at.press(SPACE)
    assert [review.graded.hints for review in at.school.logged()] == [2, 0]


def test_a_guess_can_be_said_of_a_right_pick_only(at: Reader):
    at.press("g")
    at.pick("Po")
    assert "say_guess" not in hints(at)
    at.press("g")
    assert at.judged is not None
    assert not at.judged.guess
    at.press("z", modifier=CTRL)
    at.pick("Tiber")
    assert hints(at)["say_guess"] == "G"
    at.press("g")
    assert at.judged is not None
    assert at.judged.guess
    assert "say_guess" not in hints(at)
    at.press("g", SPACE)
    (review,) = at.school.logged()
    assert (review.rating, review.graded.guess) == (Rating.AGAIN, True)


def test_the_focus_goes_with_the_suggestion_when_a_guess_is_said(at: Reader):
    at.answer()
    assert at.focus.text() == "Good"  # type: ignore[attr-defined]
    at.press("g")
    assert at.focus.text() == "Again"  # type: ignore[attr-defined]


def test_the_source_by_key_then_back_to_rating(at: Reader):
    at.press("s")  # not before the answer
    at.answer()
    at.press("s")
    assert at.focus in at.study.column.panel.links
    at.press("3")
    assert len(at.school.logged()) == 1


def test_no_source_no_key(at: Reader):
    at.go_to("paris")
    at.answer()
    assert "go_to_source" not in hints(at)
    before = at.focus
    at.press("s")
    assert at.focus is before


def test_a_link_asks_before_it_opens(at: Reader):
    at.answer()
    at.press("s", ENTER)
    sheets = at.window.findChildren(LinkSheet)
    assert len(sheets) == 1
    at.qtbot.waitUntil(sheets[0].isActiveWindow)
    at.press(ESCAPE)
    assert windows() == [at.window]
