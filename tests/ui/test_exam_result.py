"""The result of an exam: what it says, each question as it was seen, and what may be done with it."""

import pytest
from PySide6.QtCore import Qt

from quizapp.core.exam import Plan
from quizapp.core.kinds.base import Answer, DontKnow, Picked, Typed
from quizapp.store import memory
from quizapp.ui.examiner import Examiner
from quizapp.ui.navigation import ExamResult, Study
from quizapp.ui.screens.exam_result import ExamResultPlace
from quizapp.ui.widgets.label import Label
from tests.ui.learning import School
from tests.ui.reader import Reader

RIGHT: dict[str, Answer] = {"rome": Picked("Tiber"), "budapest": Typed("Danube")}


def handed_in(reader: Reader, answers: dict[str, tuple[Answer, int]]) -> ExamResultPlace:
    plan = Plan(query="-paris", shuffle=False)
    examiner = Examiner(reader.school.services)
    attempt = examiner.begin(plan, "Rivers", examiner.candidates(plan), "kite-8402")
    assert attempt is not None
    for at, posed in enumerate(attempt.questions):
        if posed.card_id in answers:
            answer, sure = answers[posed.card_id]
            examiner.answer(at, answer, sure=sure, visible_ms=30_000)
    examiner.hand_in()
    reader.window.go(ExamResult(session_id=attempt.session_id))
    place = reader.window.shown
    assert isinstance(place, ExamResultPlace)
    return place


@pytest.fixture
def place(reader: Reader) -> ExamResultPlace:
    return handed_in(reader, {"rome": (Picked("Po"), 5), "budapest": (Typed("Danube"), 2)})


def words(place: ExamResultPlace) -> list[str]:
    return [label.text() for label in place.findChildren(Label) if label.isVisible()]


def rows(place: ExamResultPlace) -> list[str]:
    model = place.questions.table.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def test_it_says_the_score_its_range_and_the_rule(place: ExamResultPlace):
    said = words(place)
    assert "50 %" in said
    assert "1 of 2" in said
    assert "Not passed" in said
    assert "With 2 questions, your true share is likely between 9 and 91 % (95 % range)." in said
    assert "The range reaches over the pass mark: one exam does not settle it." in said
    assert any("1 mark for right, 0 for wrong" in text for text in said)
    assert "Shown from 20 answers of stated certainty. This has 2." in said
    assert any("kite-8402" in text for text in said)


def test_what_was_surely_wrong_is_told_first(place: ExamResultPlace):
    said = words(place)
    assert "97 % sure" in said
    assert "Yours: Po" in said
    assert "Right: Tiber" in said


def test_each_question_and_as_it_was_seen(reader: Reader, place: ExamResultPlace):
    assert rows(place) == [
        "1: Which river runs through Rome?, wrong, Po",
        "2: Which river runs through Budapest?, right, Danube",
    ]
    table = place.questions.table
    table.setFocus()
    reader.press(Qt.Key.Key_Return)
    column = place.questions.column
    assert column is not None
    assert column.panel is not None
    assert column.question_text == "Which river runs through Rome?"
    reader.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert place.questions.column is not column


def test_the_question_that_is_opened_comes_into_view(reader: Reader, place: ExamResultPlace):
    reader.window.resize(900, 500)
    place.questions.table.setFocus()
    reader.press(Qt.Key.Key_Return)
    column = place.questions.column
    assert column is not None
    reader.qtbot.waitUntil(lambda: not column.visibleRegion().isEmpty())
    assert column.card.visibleRegion().boundingRect().height() > 0


def test_a_question_left_blank_shows_its_key(reader: Reader):
    place = handed_in(reader, {"rome": (DontKnow(), 0)})
    assert rows(place) == [
        "1: Which river runs through Rome?, I don’t know",
        "2: Which river runs through Budapest?, left blank",
    ]
    place.questions.table.setFocus()
    reader.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert place.questions.column is not None
    assert place.questions.column.panel is not None
    assert not place.confident.isVisible()


def test_the_missed_are_studied_without_touching_the_schedule(reader: Reader, place: ExamResultPlace):
    routes: list[object] = []
    place.go.disconnect()
    place.go.connect(routes.append)
    assert place.study.hasFocus()
    assert place.study.words == "Review the 1 missed"
    reader.press(Qt.Key.Key_Return)
    assert routes == [Study(cards=(reader.school.key("rome"),), mode="repeat")]


def test_only_its_button_puts_cards_at_the_front_of_tomorrow(reader: Reader, school: School):
    key = school.key("rome")
    school.begin(cards=(key,), mode="study").give(rating=4)
    place = handed_in(reader, {"rome": (Picked("Po"), 0)})
    before = memory.get(school.db, key)
    assert before is not None
    tomorrow = school.services.now().study_day + 1
    assert before.due_day > tomorrow
    place.tomorrow.click()
    after = memory.get(school.db, key)
    assert after is not None
    assert after.due_day == tomorrow
    assert not place.tomorrow.isEnabled()
    assert "1 card comes back tomorrow. 1 is new and comes as new cards do." in words(place)


def test_an_attempt_that_is_gone_leads_back(reader: Reader, school: School):
    reader.window.go(ExamResult(session_id="gone"))
    assert reader.window.shown is reader.window.home


def test_escape_leads_home(reader: Reader, place: ExamResultPlace):
    reader.press(Qt.Key.Key_Escape)
    assert reader.window.shown is reader.window.home
