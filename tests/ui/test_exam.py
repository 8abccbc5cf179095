"""Taking an exam at the keyboard: answers in any order, flags, the time, handing in, and coming back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from quizapp.core.exam import Plan
from quizapp.store import exams, log
from quizapp.ui.examiner import Examiner
from quizapp.ui.navigation import ExamResult, TakeExam
from quizapp.ui.player import Player
from quizapp.ui.screens.exam import ExamPlace
from quizapp.ui.widgets.label import Label
from tests.ui.learning import School
from tests.ui.reader import ALT, CTRL, Reader

EXAMPLES = sorted((Path(__file__).parents[2] / "decks" / "examples").glob("*.yaml"))


def begun(reader: Reader, plan: Plan, code: str = "kite-8402") -> ExamPlace:
    examiner = Examiner(reader.school.services)
    attempt = examiner.begin(plan, "Rivers", examiner.candidates(plan), code)
    assert attempt is not None
    return taken(reader, attempt.session_id)


def taken(reader: Reader, session_id: str) -> ExamPlace:
    reader.window.go(TakeExam(session_id=session_id))
    place = reader.window.shown
    assert isinstance(place, ExamPlace)
    return place


@pytest.fixture
def place(reader: Reader) -> ExamPlace:
    return begun(reader, Plan(query="-paris", shuffle=False))


def outcomes(place: ExamPlace) -> list[str]:
    attempt = place.examiner.attempt
    last = [attempt.last(at) for at in range(len(attempt.questions))]
    return [one.verdict.outcome if one else "" for one in last]


def heard(place: ExamPlace) -> list[str]:
    return [button.accessibleName() for button in place.numbers.buttons]


def test_answers_are_saved_with_how_sure_one_is_and_nothing_is_told_of_them(reader: Reader, place: ExamPlace):
    assert [posed.card_id for posed in place.examiner.attempt.questions] == ["rome", "budapest"]
    digit = next(
        at
        for at, option in enumerate(place.examiner.asked(0).prompt.options, 1)  # type: ignore[attr-defined]
        if option.text == "Tiber"
    )
    reader.press(str(digit))
    assert outcomes(place) == ["", ""]
    reader.press("5")
    assert outcomes(place) == ["correct", ""]
    assert place.desk.column.panel is None
    assert place.desk.here == 1
    reader.type("Rhine")
    reader.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert outcomes(place) == ["correct", "wrong"]
    given = [place.examiner.attempt.last(at) for at in range(2)]
    assert [one and one.confidence for one in given] == [0.97, None]
    assert place.desk.bar.finish.hasFocus()  # all is answered: hand in?
    assert list(log.reviews(reader.school.db)) == []


def test_an_answer_may_be_changed_until_handing_in(reader: Reader, place: ExamPlace):
    reader.press("0")
    assert outcomes(place) == ["unknown", ""]
    reader.press("b", modifier=ALT)
    assert place.desk.here == 0
    words = [label.text() for label in place.desk.column.findChildren(Label) if label.isVisible()]
    assert "Your answer so far: I don’t know. Another one takes its place." in words
    reader.press("1", "1")
    assert outcomes(place)[0] in ("correct", "wrong")
    assert len(place.examiner.attempt.given[0]) == 2


def test_numbers_say_what_is_answered_blank_and_flagged(reader: Reader, place: ExamPlace):
    reader.press("f", "0")
    assert heard(place) == ["Question 1, answered, flagged", "Question 2, blank, on screen"]
    place.numbers.buttons[1].setFocus()
    reader.press(Qt.Key.Key_Left, Qt.Key.Key_Return)
    assert place.desk.here == 0
    assert heard(place)[0] == "Question 1, answered, flagged, on screen"


def test_handing_in_says_what_is_open_and_asks_once(reader: Reader, place: ExamPlace):
    routes: list[object] = []
    place.go.disconnect()
    place.go.connect(routes.append)
    reader.press("f")
    reader.press(Qt.Key.Key_Return, modifier=CTRL)
    assert place.desk.bar.warning.text() == (
        "2 questions are blank. 1 is flagged. Nothing can be changed afterwards."
    )
    reader.press(Qt.Key.Key_Escape)
    assert routes == []
    reader.press(Qt.Key.Key_Return, modifier=CTRL)
    reader.press(Qt.Key.Key_Return)
    assert routes == [ExamResult(session_id=place.examiner.attempt.session_id)]
    assert [review.graded.outcome for review in log.reviews(reader.school.db)] == ["blank", "blank"]


def test_leaving_and_coming_back_to_the_first_blank_question(reader: Reader, place: ExamPlace):
    session_id = place.examiner.attempt.session_id
    reader.press("0")
    reader.press(Qt.Key.Key_Escape)
    assert reader.window.shown is reader.window.home
    reader.restart()
    again = taken(reader, session_id)
    assert again.desk.here == 1
    assert outcomes(again) == ["unknown", ""]


def test_with_feedback_at_once_each_verdict_is_shown_and_final(reader: Reader):
    place = begun(reader, Plan(query="-paris", shuffle=False, feedback="each", confidence=False))
    reader.press("1")
    assert place.desk.column.panel is not None
    assert len(place.examiner.attempt.given[0]) == 1
    reader.press("2", "0")
    assert len(place.examiner.attempt.given[0]) == 1
    reader.press(Qt.Key.Key_Return)
    assert place.desk.here == 1


def test_whoever_comes_back_to_a_verdict_cannot_answer_anew(reader: Reader):
    """The key was shown: another answer would count for what was read there."""
    place = begun(reader, Plan(query="-paris", shuffle=False, feedback="each", confidence=False))
    reader.press("0", Qt.Key.Key_Return)
    assert place.desk.here == 1
    reader.press("b", modifier=ALT)
    assert place.desk.here == 0
    assert place.desk.column.panel is not None
    reader.press("1", "2", "0")
    assert len(place.examiner.attempt.given[0]) == 1
    reader.press(Qt.Key.Key_Return)
    assert place.desk.here == 1
    assert place.desk.column.panel is None


def test_after_a_verdict_handing_in_can_be_put_off(reader: Reader):
    place = begun(reader, Plan(query="-paris", shuffle=False, feedback="each", confidence=False))
    reader.press("0")
    reader.press(Qt.Key.Key_Return, modifier=CTRL)
    reader.press(Qt.Key.Key_Escape)
    assert not place.desk.bar.finish.isVisible()
    assert place.desk.bar.next.hasFocus()
    reader.press(Qt.Key.Key_Return)
    assert place.desk.here == 1


def test_what_was_answered_stays_told_and_is_heard(
    reader: Reader, place: ExamPlace, monkeypatch: pytest.MonkeyPatch
):
    said: list[str] = []
    monkeypatch.setattr("quizapp.ui.screens.exam_desk.announce", lambda widget, text: said.append(text))
    before = "Your answer so far: I don’t know. Another one takes its place."
    reader.press("0")
    reader.press("b", modifier=ALT)
    assert said[-1].endswith(before)
    reader.press(Qt.Key.Key_Return, modifier=CTRL)
    reader.press(Qt.Key.Key_Escape)
    words = [label.text() for label in place.desk.column.findChildren(Label) if label.isVisible()]
    assert before in words


def test_further_tries_are_for_learning_and_the_first_counts(reader: Reader):
    place = begun(reader, Plan(query="budapest", feedback="each", tries=3, confidence=False))
    for text, tried in (("Rhine", 1), ("Elbe", 1), ("Danube", 1)):
        place.desk.column.answer.focus_answer()
        reader.press(Qt.Key.Key_A, modifier=CTRL)
        reader.type(text)
        assert place.desk.column.panel is None
        reader.press(Qt.Key.Key_Return)
        assert len(place.examiner.attempt.given[0]) == tried
    assert outcomes(place) == ["wrong"]
    assert place.desk.column.panel is not None


def test_where_skipping_is_not_allowed_the_keys_do_nothing(reader: Reader):
    place = begun(reader, Plan(query="-paris", shuffle=False, skip=False))
    reader.press("n")
    place.numbers.buttons[1].click()
    assert place.desk.here == 0
    reader.press("0")
    assert place.desk.here == 1


def test_the_time_is_shown_and_may_be_extended_when_it_is_over(reader: Reader):
    place = begun(reader, Plan(query="-paris", minutes=1))
    reader.window.go_home()
    exams.use(reader.school.db, place.examiner.attempt.session_id, 60_000)
    place = taken(reader, place.examiner.attempt.session_id)
    assert place.desk.head.time.text() == "00:00 left"
    assert place.desk.bar.finish.isVisible()
    reader.press("m")
    assert place.examiner.left_ms is not None
    assert 290_000 < place.examiner.left_ms <= 300_000
    assert not place.desk.bar.finish.isVisible()


@pytest.fixture
def course(qtbot: QtBot, tmp_path: Path) -> Iterator[Reader]:
    school = School(tmp_path)
    for file in EXAMPLES:
        school.world.save(file.name, file.read_text(encoding="utf-8"))
    school.world.refresh()
    reader = Reader(qtbot, school)
    yield reader
    reader.close()
    school.close()


def test_a_paper_of_all_kinds_by_keyboard(course: Reader):
    """Every question answered as its solution says; the paper is full and most of it right."""
    place = begun(course, Plan(count=30, confidence=False))
    questions = place.examiner.attempt.questions
    assert len({posed.kind.name for posed in questions}) >= 9
    player = Player(course.window)
    place.go.disconnect()
    for _ in questions:
        at, answer = place.desk.here, place.desk.column.answer
        player.fill_in(
            answer, place.examiner.asked(at), lambda at=at: not place.examiner.attempt.is_blank(at)
        )
    assert place.examiner.attempt.blank == ()
    assert set(outcomes(place)) == {"correct"}
    course.press(Qt.Key.Key_Return)
    assert place.examiner.attempt.handed_in
    assert [review.graded.fraction for review in log.reviews(course.school.db)] == ["1"] * 30
