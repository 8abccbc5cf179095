"""An exam or a quick round on a disk that is full: told beside the question, kept, and tried again."""

import pytest
from PySide6.QtCore import Qt

from quizapp.core.exam import Plan
from quizapp.core.problems import QuizError
from quizapp.store import log
from quizapp.ui.rounds import Rounds
from quizapp.ui.screens.exam import ExamPlace
from quizapp.ui.screens.exam_result import ExamResultPlace
from quizapp.ui.screens.study_asides import UnsavedPanel
from quizapp.ui.screens.study_frame import StudyFrame
from quizapp.ui.widgets.label import Label
from tests.full_disk import full_disk
from tests.ui.reader import Reader
from tests.ui.rounding import board_of, join, partner, played
from tests.ui.test_exam import begun, outcomes
from tests.ui.test_round import reader as player

__all__ = ["player"]
ENTER = Qt.Key.Key_Return


def told(screen: StudyFrame) -> str:
    aside = screen.column.aside
    return aside.words if isinstance(aside, UnsavedPanel) else ""


def typing(reader: Reader) -> ExamPlace:
    """At the second question, which is answered by typing."""
    place = begun(reader, Plan(query="-paris", shuffle=False, confidence=False))
    place.desk.show_question(1)
    return place


def test_an_answer_stays_in_its_field(reader: Reader) -> None:
    place = typing(reader)
    reader.type("Danube")
    with full_disk():
        reader.press(ENTER)
        assert told(place.desk).startswith("This answer is not saved yet. Progress cannot be saved in ")
        assert outcomes(place) == ["", ""]
        assert place.desk.here == 1
        assert place.desk.column.answer.can_submit(), "what was typed is still there"
        assert place.desk.bar.check.isVisible()
    reader.press(ENTER)
    assert outcomes(place) == ["", "correct"]
    assert place.desk.here == 0
    assert told(place.desk) == ""


def test_how_sure_one_is_is_asked_again(reader: Reader) -> None:
    place = begun(reader, Plan(query="-paris", shuffle=False))
    place.desk.show_question(1)
    reader.type("Danube")
    reader.press(ENTER)
    assert place.desk.asks
    with full_disk():
        reader.press("3")
        assert told(place.desk)
        assert not place.desk.asks
    reader.press(ENTER, "3")
    assert outcomes(place) == ["", "correct"]


def test_a_flag_and_more_time(reader: Reader) -> None:
    place = begun(reader, Plan(query="-paris", shuffle=False, minutes=5))
    for wish in ("flag", "extend"):
        with full_disk():
            place.desk.do(wish)
            assert told(place.desk).startswith("This could not be saved.")
            assert not place.examiner.attempt.flagged - {0}
        place.desk.do(wish)
        assert told(place.desk) == ""
    assert place.examiner.attempt.flagged == {0}
    assert place.examiner.attempt.limit_ms == 10 * 60_000


def test_the_end(reader: Reader) -> None:
    place = typing(reader)
    place.desk.hand_in()
    with full_disk():
        place.desk.bar.finish.click()
        assert told(place.desk).startswith("This is not handed in yet.")
        assert reader.window.shown is place
        assert not place.examiner.attempt.handed_in
    used = place.examiner.used_ms
    reader.qtbot.waitUntil(lambda: place.examiner.used_ms > used)
    place.desk.bar.finish.click()
    assert isinstance(reader.window.shown, ExamResultPlace)


def test_a_rapid_round(player: Reader) -> None:
    place = played(player, "rapid")
    player.press(ENTER)
    with full_disk():
        player.press("1")
        assert told(place.rapid).startswith("This answer is not saved yet.")
        assert not list(log.reviews(player.school.db))
    player.press("1")
    assert len(list(log.reviews(player.school.db))) == 1
    assert told(place.rapid) == ""


def test_pairs(player: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    place = played(player, "pairs")
    board = board_of(place)

    def shown() -> list[str]:
        return [one.text() for one in place.findChildren(Label) if one.isVisible() and one.text()]

    with full_disk():
        join(player, place, 0, partner(place, 0))
        assert any(words.startswith("Not saved. Progress cannot be saved in ") for words in shown())
        assert board.open
        place.pairs.do("dont_know")
        assert board.open
    join(player, place, 0, partner(place, 0))
    (only,) = log.reviews(player.school.db)
    assert only.graded.outcome == "correct"

    calls: list[int] = []
    give_up = Rounds.give_up

    def third_fails(rounds: Rounds, board: object, left: int, free: object) -> None:
        calls.append(left)
        if len(calls) == 3:
            raise QuizError("progress_unwritable", folder="/f", reason="the disk is full")
        give_up(rounds, board, left, free)  # type: ignore[arg-type]

    monkeypatch.setattr(Rounds, "give_up", third_fails)
    place.pairs.do("dont_know")
    assert board.open
    place.pairs.do("dont_know")
    assert not board.open
    assert len(list(log.reviews(player.school.db))) == 6, "each card once"
