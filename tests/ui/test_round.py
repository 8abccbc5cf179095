"""Quick rounds at the keyboard: each answer is in the log at once, and the schedule stays as it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from quizapp.store import log, memory
from quizapp.ui.navigation import Back, Quiz, Round, Study
from quizapp.ui.screens.exam_setup import QuizPlace
from quizapp.ui.screens.round import RoundPlace
from quizapp.ui.widgets.choice_row import ChoiceRow
from quizapp.ui.widgets.label import Label
from tests.ui.learning import School
from tests.ui.reader import Reader
from tests.ui.rounding import CAPITALS, board_of, deck_of, join, partner, played


@pytest.fixture
def reader(qtbot: QtBot, tmp_path: Path) -> Iterator[Reader]:
    school = School(tmp_path, deck_of(CAPITALS))
    reader = Reader(qtbot, school)
    yield reader
    reader.close()
    school.close()


def outcomes(reader: Reader) -> list[str]:
    return [review.graded.outcome for review in log.reviews(reader.school.db)]


def shown(place: RoundPlace) -> list[str]:
    return [label.text() for label in place.findChildren(Label) if label.isVisible() and label.text()]


# Pairs


def test_a_board_by_keys_each_try_judged_and_logged_at_once(reader: Reader):
    place = played(reader, "pairs")
    board = board_of(place)
    assert [len(board.lefts), len(board.rights)] == [6, 7]
    assert board.lefts[0].hasFocus()
    wrong = next(at for at in range(7) if at != partner(place, 0))
    reader.press("1", str(wrong + 1))
    assert outcomes(reader) == ["wrong"]
    assert any(words.startswith("No pair: What is the capital of ") for words in shown(place))
    assert place.pairs.head.count.text() == "0 of 1 right at the first try"
    for left in range(6):
        join(reader, place, left, partner(place, left))
    assert outcomes(reader) == ["wrong", *["correct"] * 5]
    assert [row.state for row in board.lefts] == ["missed", *["right"] * 5]
    assert not board.open
    assert place.pairs.bar.next.hasFocus()
    assert place.pairs.bar.next.words == "More pairs"  # four cards are left: three pairs, and one answer more
    reader.press(Qt.Key.Key_Return)
    assert [len(board_of(place).lefts), len(board_of(place).rights)] == [3, 4]
    for left in range(3):
        join(reader, place, left, partner(place, left))
    reader.press(Qt.Key.Key_Return)
    assert place.result.title.text() == "8 of 9 right at the first try"
    assert "Worth another look" in shown(place)
    assert place.result.study.hasFocus()
    assert place.result.study.words == "Study this one"


def test_answers_stay_out_of_the_schedule(reader: Reader):
    place = played(reader, "pairs")
    join(reader, place, 0, partner(place, 0))
    (review,) = log.reviews(reader.school.db)
    assert review.mode == "cram"
    assert review.graded.kind == "choice"
    assert review.graded.options == 7
    key = reader.school.services.library.shelf.item_of(review.card_id)
    assert key is not None
    assert memory.get(reader.school.db, key.card_key) is None
    assert reader.school.services.overview().new == 10


def test_a_pair_that_is_found_stays(reader: Reader):
    place = played(reader, "pairs")
    join(reader, place, 0, partner(place, 0))
    join(reader, place, 1, partner(place, 0))
    join(reader, place, 0, partner(place, 1))
    assert dict(board_of(place).at) == {0: partner(place, 0)}
    assert outcomes(reader) == ["correct"]
    board_of(place).lefts[0].setFocus()
    reader.press(Qt.Key.Key_Backspace)
    assert dict(board_of(place).at) == {0: partner(place, 0)}


def test_showing_the_pairs_counts_the_rest_as_not_known(reader: Reader):
    place = played(reader, "pairs")
    join(reader, place, 0, partner(place, 0))
    reader.press("0")
    assert outcomes(reader) == ["correct", *["unknown"] * 5]
    assert [row.state for row in board_of(place).lefts] == ["right", *["missed"] * 5]
    assert dict(board_of(place).at) == {left: partner(place, left) for left in range(6)}


def test_the_missed_are_studied_outside_the_schedule(reader: Reader):
    place = played(reader, "pairs")
    routes: list[object] = []
    place.go.disconnect()
    place.go.connect(routes.append)
    reader.press("0", Qt.Key.Key_Escape)
    assert place.result.title.text() == "0 of 6 right at the first try"
    reader.press(Qt.Key.Key_Return)
    (study,) = routes
    assert isinstance(study, Study)
    assert len(study.cards) == 6
    assert study.mode == "repeat"
    reader.press(Qt.Key.Key_Escape)
    assert routes[1] == Back()


def test_boards_are_of_one_deck_each_has_its_turn(reader: Reader):
    reader.school.write(
        deck_of({f"{name}land": f"{name}ville" for name in "ABCDEFGH"}, "Lands"), "lands.yaml"
    )
    place = played(reader, "pairs")
    titles = []
    for _ in range(2):
        reader.press("0")
        titles.append(place.pairs.deck.text())
        reader.press(Qt.Key.Key_Return)
    assert set(titles) == {"Capitals", "Lands"}


def test_too_few_cards_are_told(reader: Reader):
    place = played(reader, "pairs", "vienna or dublin or oslo")
    assert any("it takes four of one deck" in words for words in shown(place))
    assert place.start.back.hasFocus()
    reader.press(Qt.Key.Key_Return)
    assert reader.window.shown is reader.window.home


# Against the clock


def rapid(reader: Reader, query: str = "") -> RoundPlace:
    place = played(reader, "rapid", query)
    reader.press(Qt.Key.Key_Return)
    return place


def pick(reader: Reader, place: RoundPlace, *, right: bool = True) -> None:
    asked = place.rapid.column
    country = next(name for name in CAPITALS if name in asked.question_text)
    rows = asked.findChildren(ChoiceRow)
    told = [row.accessibleName().startswith(CAPITALS[country]) for row in rows]
    reader.press(str(told.index(right) + 1))


def test_one_card_after_the_other_by_keys_alone(reader: Reader):
    place = played(reader, "rapid")
    assert place.start.begin.hasFocus()
    assert place.start.minutes.at == 1
    reader.press(Qt.Key.Key_Return)
    assert place.rapid.head.time.text() == "03:00 left"
    pick(reader, place)
    assert outcomes(reader) == ["correct"]
    assert place.rapid.column.panel is not None
    first = place.rapid.column
    reader.qtbot.wait(0)
    assert place.rapid.column is first  # it goes on by key, never by itself
    reader.press(Qt.Key.Key_Return)
    assert place.rapid.column is not first
    pick(reader, place, right=False)
    reader.press(Qt.Key.Key_Return, "0", Qt.Key.Key_Space, Qt.Key.Key_Escape)
    assert outcomes(reader) == ["correct", "wrong", "unknown"]
    assert place.result.title.text() == "1 of 3 right at the first try"
    assert place.result.study.words == "Study these 2"
    assert {review.mode for review in log.reviews(reader.school.db)} == {"cram"}


def test_each_card_comes_once_and_then_it_is_over(reader: Reader):
    place = rapid(reader)
    for _ in range(10):
        pick(reader, place)
        reader.press(Qt.Key.Key_Return)
    assert place.result.title.text() == "10 of 10 right at the first try"
    assert place.result.done.hasFocus()
    assert len({review.card_id for review in log.reviews(reader.school.db)}) == 10


def test_a_stopped_clock_covers_the_card(reader: Reader):
    place = rapid(reader)
    reader.press("p")
    assert not place.rapid.column.isVisible()
    reader.press("1")
    assert outcomes(reader) == []
    reader.press(Qt.Key.Key_Return)
    assert place.rapid.column.isVisible()
    pick(reader, place)
    assert outcomes(reader) == ["correct"]


def test_when_the_time_is_over_the_card_still_counts_and_there_may_be_more(reader: Reader):
    place = rapid(reader)
    place.rapid.clock.start(0)
    place.rapid.tick()
    assert place.rapid.head.time.text() == "00:00 left"
    pick(reader, place)
    assert outcomes(reader) == ["correct"]
    assert place.rapid.bar.next.words == "See the result"
    reader.press("m")
    assert place.rapid.bar.next.words == "Next card"
    assert place.rapid.head.time.text() == "01:00 left"
    reader.press(Qt.Key.Key_Return)
    pick(reader, place)
    assert outcomes(reader) == ["correct"] * 2


def test_ending_before_an_answer_leads_back(reader: Reader):
    rapid(reader)
    reader.press(Qt.Key.Key_Escape)
    assert reader.window.shown is reader.window.home


def test_cards_that_no_key_can_answer_are_told(reader: Reader):
    reader.school.write("title: N\ncards:\n- q: How many?\n  number: 3\n", "n.yaml")
    place = rapid(reader, "deck:N")
    assert any("so that one key answers it" in words for words in shown(place))


def test_cards_put_aside_are_not_asked(reader: Reader):
    item = reader.school.services.library.shelf.item(reader.school.key("peru"))
    assert item is not None
    reader.school.services.mark("suspend", item.card_id, None)
    place = rapid(reader)
    for _ in range(9):
        pick(reader, place)
        reader.press(Qt.Key.Key_Return)
    assert place.result.isVisible()
    assert all(review.card_id != item.card_id for review in log.reviews(reader.school.db))


# The ways to it


def test_from_the_set_up_of_an_exam_with_its_cards(reader: Reader):
    reader.window.go(Quiz(query="vienna or dublin or oslo or lima"))
    reader.qtbot.waitUntil(lambda: isinstance(reader.window.shown, QuizPlace))
    setup = reader.window.shown
    assert isinstance(setup, QuizPlace)
    setup.rounds.pairs.setFocus()
    reader.press(Qt.Key.Key_Return)
    place = reader.window.shown
    assert isinstance(place, RoundPlace)
    assert len(board_of(place).rights) == 4
    reader.press(Qt.Key.Key_Escape)
    assert reader.window.shown is setup


def test_with_cards_that_were_chosen(reader: Reader):
    keys = tuple(reader.school.key(note) for note in ("peru", "cuba", "japan", "ghana", "egypt"))
    reader.window.go(Round(kind="pairs", cards=keys))
    place = reader.window.shown
    assert isinstance(place, RoundPlace)
    assert {row.plain for row in board_of(place).rights} == {"Lima", "Havana", "Tokyo", "Accra", "Cairo"}
