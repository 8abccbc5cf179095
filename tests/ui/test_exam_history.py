"""All exams that were handed in: opened, taken again, compared, deleted as a whole."""

import pytest
from PySide6.QtCore import Qt

from quizapp.core.attempt import Attempt
from quizapp.core.exam import Plan
from quizapp.core.kinds.base import Answer, DontKnow, Picked, Typed
from quizapp.store import exams
from quizapp.ui.examiner import Examiner
from quizapp.ui.navigation import ExamHistory, ExamResult, TakeExam
from quizapp.ui.screens.exam_history import ExamHistoryPlace
from tests.ui.reader import Reader

RIGHT: dict[str, Answer] = {"rome": Picked("Tiber"), "budapest": Typed("Danube")}
PLAN = Plan(query="-paris")


def sat(reader: Reader, code: str, known: tuple[str, ...]) -> Attempt:
    examiner = Examiner(reader.school.services)
    reader.school.clock.next_day()
    attempt = examiner.begin(PLAN, "Rivers", examiner.candidates(PLAN), code)
    assert attempt is not None
    for at, posed in enumerate(attempt.questions):
        examiner.answer(at, RIGHT[posed.card_id] if posed.card_id in known else DontKnow())
    return examiner.hand_in()


@pytest.fixture
def both(reader: Reader) -> tuple[Attempt, Attempt]:
    return sat(reader, "kite-8402", ("rome",)), sat(reader, "moss-0001", ("rome", "budapest"))


@pytest.fixture
def place(reader: Reader, both: tuple[Attempt, Attempt]) -> ExamHistoryPlace:
    return arrived(reader)


def arrived(reader: Reader) -> ExamHistoryPlace:
    reader.window.go(ExamHistory())
    place = reader.window.shown
    assert isinstance(place, ExamHistoryPlace)
    return place


def routes_of(place: ExamHistoryPlace) -> list[object]:
    routes: list[object] = []
    place.go.disconnect()
    place.go.connect(routes.append)
    return routes


def rows(place: ExamHistoryPlace) -> list[str]:
    model = place.table.model()
    return [model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(model.rowCount())]


def test_the_last_one_first_and_the_trend_of_one_title(place: ExamHistoryPlace):
    assert [row.rsplit(" ·", 1)[0] for row in rows(place)] == [
        "Rivers, 100 % of 2 questions",
        "Rivers, 50 % of 2 questions",
    ]
    assert place.trend.isVisible()
    assert place.trend.chart.mark_count() == 2
    assert "50 %, likely 9 to 91 %" in place.trend.chart.mark_words(0)


def test_a_row_opens_its_result(reader: Reader, place: ExamHistoryPlace, both: tuple[Attempt, Attempt]):
    routes = routes_of(place)
    reader.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert routes == [ExamResult(session_id=both[0].session_id)]


def test_again_with_the_same_questions_or_with_others(reader: Reader, place: ExamHistoryPlace, both):
    routes = routes_of(place)
    reader.press("a")
    (route,) = routes
    assert isinstance(route, TakeExam)
    again = exams.load(reader.school.db, route.session_id)
    assert again is not None
    assert again.code == both[1].code
    assert [one.prompt() for one in again.questions] == [one.prompt() for one in both[1].questions]
    place.arrive(ExamHistory())
    reader.press("n")
    assert isinstance(routes[1], TakeExam)
    other = exams.load(reader.school.db, routes[1].session_id)
    assert other is not None
    assert other.code not in (both[0].code, both[1].code)


def test_two_are_compared_deck_by_deck_the_earlier_first(reader: Reader, place: ExamHistoryPlace):
    reader.press("c", Qt.Key.Key_Down, "c")
    assert place.comparison.isVisible()
    assert place.comparison.bars.accessibleName() == (
        "1  All: 1 of 2, likely 9 to 91 %; 2  All: 2 of 2, likely 34 to 100 %; "
        "1  Rivers: 1 of 2, likely 9 to 91 %; 2  Rivers: 2 of 2, likely 34 to 100 %"
    )


def test_deleting_asks_once_and_takes_the_whole(reader: Reader, place: ExamHistoryPlace, both):
    reader.press(Qt.Key.Key_Delete)
    assert place.delete.words == "Delete it for good?"
    assert len(rows(place)) == 2
    reader.press(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Delete)  # moving away takes the question back
    assert len(rows(place)) == 2
    reader.press(Qt.Key.Key_Delete)
    assert len(rows(place)) == 1
    assert exams.load(reader.school.db, both[1].session_id) is None
    assert exams.load(reader.school.db, both[0].session_id) is not None


def test_with_none_it_says_so(reader: Reader):
    place = arrived(reader)
    assert place.none.isVisible()
    assert not place.again.isVisible()
    reader.press(Qt.Key.Key_Escape)
    assert reader.window.shown is reader.window.home
