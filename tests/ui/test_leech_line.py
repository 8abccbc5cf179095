"""Cards that an exam or a quick round makes leeches are told with its result."""

import pytest

from quizapp.core.kinds.base import DontKnow
from quizapp.store.leeches import Marked
from quizapp.ui.rounds import Rounds
from quizapp.ui.screens.leech_line import LeechLine
from quizapp.ui.screens.round_result import RoundResult
from tests.ui.reader import Reader
from tests.ui.test_exam_result import handed_in
from tests.ui.test_sitting_aside import make_hard

FLAGGED = "1 card was forgotten so often that it is flagged now."


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Marked(), ""),
        (Marked(flagged=1), FLAGGED),
        (Marked(suspended=2), "2 cards were forgotten so often that they are put aside now."),
        (
            Marked(flagged=1, suspended=1),
            f"1 card was forgotten so often that it is put aside now. {FLAGGED}",
        ),
    ],
)
def test_its_words(qapp, found: Marked, words: str) -> None:
    line = LeechLine()
    line.show_marked(found)
    assert line.text() == words
    assert line.isHidden() == (not words)


@pytest.mark.parametrize(("count", "words"), [("wrong", FLAGGED), ("never", "")])
def test_an_exam(reader: Reader, count: str, words: str) -> None:
    make_hard(reader.school)
    reader.school.services.set("exams_count", count, None)
    place = handed_in(reader, {"rome": (DontKnow(), 0)})
    assert place.leeches.text() == words
    assert place.leeches.isVisible() == bool(words)


def test_a_round(reader: Reader) -> None:
    make_hard(reader.school)
    reader.school.services.set("exams_count", "wrong", None)
    rounds = Rounds(reader.school.services)
    rounds.begin("", (reader.school.key("rome"),))
    asked = rounds.next_question()
    assert asked is not None
    rounds.judge(asked, DontKnow(), 0)
    result = RoundResult()
    result.show_result(rounds.right, rounds.asked, rounds.missed, rounds.leeches)
    assert result.leeches.text() == FLAGGED
