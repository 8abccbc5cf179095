"""Between answer and verdict, by keys: how sure one is, another try; and what the log says."""

import pytest
from PySide6.QtCore import Qt

from quizapp.core.reviews import Graded, Rating
from quizapp.ui.screens.home import HomeScreen
from quizapp.ui.widgets.choice_row import ChoiceRow
from tests.ui.learning import RIVERS
from tests.ui.reader import ALT, CTRL, Reader, hints, said
from tests.ui.samples import settle

ENTER, SPACE, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape


def wish(reader: Reader, **settings: object) -> None:
    for key, value in settings.items():
        reader.school.services.set(key, value, None)


def last(reader: Reader) -> Graded:
    return reader.school.logged()[-1].graded


def name(reader: Reader) -> str:
    """What a screen reader calls the widget with the focus."""
    return reader.focus.accessibleName()


def rows(reader: Reader) -> dict[str, str]:
    """Words of each option on screen -> its state."""
    found = reader.study.findChildren(ChoiceRow)
    return {row.accessibleName(): row.state for row in found if row.isVisible()}


# How sure


@pytest.fixture
def asking(at: Reader) -> Reader:
    """At a choice; how sure one is will be asked."""
    wish(at, confidence=True)
    return at


def sure_of(reader: Reader) -> tuple[float | None, int]:
    """Confidence and rating of the last answer, which is rated as suggested."""
    reader.press(SPACE)
    return last(reader).confidence, reader.school.logged()[-1].rating


@pytest.mark.parametrize(
    ("key", "logged"), [("1", 1 / 3), ("2", 0.5), ("3", 0.7), ("4", 0.85), ("5", 0.97), (ENTER, None)]
)
def test_how_sure_is_asked_before_the_check(asking: Reader, key: str | Qt.Key, logged: float | None):
    asking.pick("Po")
    assert asking.judged is None
    assert set(rows(asking).values()) == {"open"}
    assert asking.focus.accessibleDescription() == "", "the question is read out once, not with each answer"
    asking.press(key)
    assert asking.judged is not None
    assert sure_of(asking) == (logged, Rating.AGAIN)


def test_a_guess_that_was_right_is_a_guess(asking: Reader):
    asking.pick("Tiber")
    asking.press("1")
    assert asking.judged is not None
    assert asking.judged.guess
    assert "say_guess" not in hints(asking)
    assert sure_of(asking) == (1 / 3, Rating.AGAIN)


def test_a_guess_in_writing_is_right_all_the_same(asking: Reader):
    asking.press("0", SPACE)
    asking.type("Danube")
    asking.press(ENTER, "1")
    assert sure_of(asking) == (0.25, Rating.GOOD)


def test_who_does_not_know_is_not_asked(asking: Reader):
    asking.press("0")
    assert asking.judged is not None
    assert sure_of(asking) == (None, Rating.AGAIN)


def test_a_card_that_is_turned_is_not_asked_about(reader: Reader):
    wish(reader, confidence=True)
    reader.sit_down(cards=(reader.school.key("paris"),))
    reader.press(ENTER)
    assert reader.judged is not None


@pytest.mark.parametrize("back", ["escape", "undo"])
def test_back_to_the_answer_before_the_check(asking: Reader, back: str):
    asking.pick("Po")
    asking.press(ESCAPE) if back == "escape" else asking.press("z", modifier=CTRL)
    assert isinstance(asking.focus, ChoiceRow)
    asking.pick("Tiber")
    asking.press("5", SPACE)
    assert (last(asking).outcome, last(asking).confidence) == ("correct", 0.97)


def test_back_in_a_field_the_answer_is_still_there(asking: Reader):
    asking.press("0", SPACE)
    asking.type("Danub")
    asking.press(ENTER, ESCAPE)
    asking.type("e")
    asking.press(ENTER, "4", SPACE)
    assert (last(asking).answer, last(asking).confidence) == ({"type": "typed", "text": "Danube"}, 0.85)


def test_typing_on_instead_takes_the_question_back(asking: Reader):
    asking.press("0", SPACE)
    asking.type("Danub")
    asking.press(ENTER)
    field = asking.study.column.answer.findChildren(type(asking.study.column.answer._field))[0]
    field.setFocus()
    asking.type("e")
    assert asking.study._bar.check.isVisible()
    asking.press(ENTER, "2")
    assert asking.judged is not None
    assert asking.judged.verdict.outcome == "correct"


def test_how_sure_by_mouse(asking: Reader):
    asking.pick("Po")
    row = asking.study._bar._sure
    assert row is not None
    asking.qtbot.mouseClick(row.buttons[3], Qt.MouseButton.LeftButton)
    assert not row.isVisible()
    assert sure_of(asking)[0] == 0.85


def test_skip_is_a_button_too(asking: Reader):
    asking.pick("Po")
    assert name(asking) == "Skip"
    asking.press(SPACE)
    assert sure_of(asking) == (None, Rating.AGAIN)


def test_the_bar_says_what_the_digits_mean(asking: Reader):
    asking.pick("Po")
    settle()
    assert hints(asking) == {"": "1–5", "go_on": "Enter", "leave": "Esc"}
    assert len({button.y() for button in asking.study._bar._sure.buttons}) == 1  # type: ignore[union-attr]
    assert asking.study._bar.height() == 100


def test_a_window_that_is_closed_while_it_is_asked_comes_back_to_the_card(asking: Reader):
    before = asking.asked
    asking.pick("Po")
    asking.restart()
    assert asking.school.logged() == []
    asking.sit_down()
    assert asking.asked == before
    asking.pick("Po")
    asking.press("5", SPACE)
    assert last(asking).confidence == 0.97


def test_leaving_while_it_is_asked_leaves_no_trace(asking: Reader):
    before = asking.asked
    asking.pick("Po")
    asking.press(ESCAPE, ESCAPE)
    assert isinstance(asking.window.shown, HomeScreen)
    assert asking.school.logged() == []
    asking.sit_down()
    assert asking.asked == before


# Tries


@pytest.fixture
def trying(at: Reader) -> Reader:
    """At a choice with two hints; three tries."""
    wish(at, tries=3)
    return at


def test_a_wrong_pick_is_out_and_the_next_hint_comes_by_itself(trying: Reader):
    trying.pick("Po")
    assert trying.judged is None
    assert rows(trying) == {"Po, chosen": "wrong", "Arno": "open", "Tiber": "open"}
    assert {"Not yet", "1 of 3 tries"} <= set(said(trying))
    assert trying.study.column.hint_panel.isVisible()
    assert isinstance(trying.focus, ChoiceRow)
    trying.pick("Po")  # it is out
    assert trying.judged is None
    trying.pick("Tiber")
    assert trying.judged is not None
    assert (trying.judged.tries, trying.judged.suggestion.rating) == (2, Rating.AGAIN)
    assert rows(trying) == {"Po, chosen": "wrong", "Arno": "left_out", "Tiber, your answer": "right"}
    assert "Try 2 earns 2/3 of a right answer. The first try counts." in [
        fact.text for fact in trying.study.column.panel._facts
    ]
    trying.press(SPACE)
    graded = last(trying)
    assert (graded.outcome, graded.fraction, graded.tries, graded.hints) == ("wrong", "0", 2, 1)
    assert [graded.answer["text"], *(later["text"] for later in graded.later)] == ["Po", "Tiber"]


def test_of_three_options_the_last_is_no_try(trying: Reader):
    trying.pick("Po")
    trying.pick("Arno")
    assert trying.judged is not None


def test_a_field_keeps_what_was_typed_and_takes_no_answer_twice(trying: Reader):
    trying.press("0", SPACE)
    trying.type("Rhine")
    trying.press(ENTER)
    assert trying.judged is None
    assert trying.focus.selectedText() == "Rhine"  # type: ignore[attr-defined]
    trying.press(ENTER)
    assert "1 of 3 tries" in said(trying)
    trying.type("Elbe")
    trying.press(ENTER)
    assert {"2 of 3 tries"} <= set(said(trying))
    trying.type("Danube")
    trying.press(ENTER)
    assert trying.judged is not None
    assert trying.judged.verdict.outcome == "correct"
    trying.press(SPACE)
    assert (last(trying).outcome, last(trying).tries, last(trying).hints) == ("wrong", 3, 1)


def test_nothing_of_the_answer_is_shown_between_tries(trying: Reader):
    trying.press("0", SPACE)
    trying.type("Danubio river")
    trying.press(ENTER)
    settle()
    assert not any("Danube" in text for text in said(trying))
    assert "Number of words: 1 expected, 2 typed." in [
        fact.text
        for fact in trying.study.column.aside._facts  # type: ignore[union-attr]
    ]


def test_i_do_not_know_ends_the_tries(trying: Reader):
    trying.press("0", SPACE)
    trying.type("Rhine")
    trying.press(ENTER)
    trying.press(Qt.Key.Key_0, modifier=ALT)
    assert trying.judged is not None
    assert trying.study.column.aside is None
    facts = [fact.text for fact in trying.study.column.panel._facts]
    assert not any(text.startswith("Try") for text in facts)
    trying.press(SPACE)
    assert (last(trying).outcome, last(trying).tries) == ("wrong", 1)
    assert last(trying).later == [{"type": "unknown"}]


def test_how_sure_is_asked_before_the_first_try_only(trying: Reader):
    wish(trying, confidence=True)
    trying.pick("Po")
    trying.press("4")
    assert "1 of 3 tries" in said(trying)
    trying.pick("Tiber")
    trying.press(SPACE)
    assert (last(trying).outcome, last(trying).confidence, last(trying).tries) == ("wrong", 0.85, 2)


def test_leaving_between_tries_counts_the_first(trying: Reader):
    trying.pick("Po")
    trying.press(ESCAPE)
    assert isinstance(trying.window.shown, HomeScreen)
    assert (last(trying).outcome, trying.school.logged()[0].rating) == ("wrong", Rating.AGAIN)
    trying.restart()
    trying.sit_down()
    assert trying.note == "budapest"


def test_undo_between_tries_asks_afresh(trying: Reader):
    trying.pick("Po")
    trying.press("z", modifier=CTRL)
    assert set(rows(trying).values()) == {"open"}
    trying.pick("Tiber")
    trying.press(SPACE)
    assert (last(trying).outcome, last(trying).tries, last(trying).hints) == ("correct", 1, 0)


def test_a_widget_without_tries_of_its_own_is_made_anew(trying: Reader):
    trying.school.write(RIVERS.replace("a: Tiber", "a: [Tiber, Aniene]"))
    trying.sit_down()
    before = trying.study.column.answer
    trying.pick("Po")
    trying.press(ENTER)
    assert trying.judged is None
    assert trying.study.column.answer is not before
    assert trying.study.isAncestorOf(trying.focus)
    for text in ("Tiber", "Aniene"):
        trying.pick(text)
    trying.press(ENTER)
    assert trying.judged is not None
    assert trying.judged.verdict.outcome == "correct"
