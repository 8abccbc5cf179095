"""Things at targets, with undo; and such cards in a sitting, by keys alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from quizapp.core.kinds.categorise import Sorted
from quizapp.core.kinds.match import Pairs
from quizapp.ui.kinds import placing
from quizapp.ui.kinds.placing import Placing, PlacingWidget
from tests.ui.learning import School
from tests.ui.reader import CTRL, Reader, hints

ENTER, BACKSPACE = Qt.Key.Key_Return, Qt.Key.Key_Backspace

steps = st.lists(st.tuples(st.booleans(), st.integers(0, 3), st.integers(0, 4)), max_size=12)


def played(moves: list[tuple[bool, int, int]], *, exclusive: bool) -> Placing:
    placed = Placing(4, exclusive=exclusive)
    for puts, thing, target in moves:
        if puts:
            placed.put(thing, target)
        else:
            placed.take(thing)
    return placed


@given(steps, st.integers(0, 3), st.integers(0, 4), st.booleans())
def test_a_thing_stands_where_it_was_put_last(
    moves: list[tuple[bool, int, int]], thing: int, target: int, exclusive: bool
) -> None:
    placed = played(moves, exclusive=exclusive)
    before = dict(placed.at)
    placed.put(thing, target)
    assert placed.at[thing] == target
    assert len(set(placed.at.values())) == len(placed.at) or not exclusive
    others = {other: its for other, its in before.items() if other != thing}
    assert placed.at.items() - {(thing, target)} == {
        pair for pair in others.items() if not (exclusive and pair[1] == target)
    }


@given(steps, steps, st.booleans())
def test_every_step_can_be_taken_back(
    moves: list[tuple[bool, int, int]], more: list[tuple[bool, int, int]], exclusive: bool
) -> None:
    """Down to where it began; a step that changed nothing is none."""
    placed = played(moves, exclusive=exclusive)
    seen = [dict(placed.at)]
    for puts, thing, target in more:
        if puts:
            placed.put(thing, target)
        else:
            placed.take(thing)
        if placed.at != seen[-1]:
            seen.append(dict(placed.at))
    for state in reversed(seen[:-1]):
        assert placed.undo() is not None
        assert placed.at == state
    while placed.undo() is not None:
        pass
    assert placed.at == {}


@given(steps, st.integers(0, 3))
def test_the_next_open_thing(moves: list[tuple[bool, int, int]], after: int) -> None:
    placed = played(moves, exclusive=False)
    found = placed.next_open(after)
    assert placed.done == (len(placed.at) == 4)
    if set(range(4)) - {after} <= placed.at.keys():
        assert found == after
    else:
        assert found not in placed.at
        between = [(after + step) % 4 for step in range(1, (found - after) % 4)]
        assert set(between) <= placed.at.keys()


@given(steps, st.sets(st.integers(0, 3)))
def test_what_is_kept_cannot_be_taken_back(moves: list[tuple[bool, int, int]], things: set[int]) -> None:
    placed = played(moves, exclusive=True)
    kept = {thing: target for thing, target in placed.at.items() if thing in things}
    placed.keep(things)
    assert placed.at == kept
    assert placed.undo() is None


# In a sitting

DECK = """\
title: Pairs
language: en
cards:
- id: coins
  q: Which currency?
  match: [Poland: złoty, Czechia: koruna, Hungary: forint]
- id: animals
  q: Which class?
  categories: {Mammals: [bat, whale], Birds: [emu]}
"""


@pytest.fixture
def pairs(qtbot: QtBot, tmp_path: Path) -> Iterator[Reader]:
    """At a match, an item of a sitting."""
    school = School(tmp_path, DECK)
    reader = Reader(qtbot, school)
    reader.sit_down()
    yield reader
    reader.close()
    school.close()


def answer_of(reader: Reader) -> PlacingWidget:
    found = reader.study.findChildren(PlacingWidget)
    return next(widget for widget in found if widget.isVisible())


def digits_for(reader: Reader, *, wrong: bool = False) -> list[str]:
    """The keys that join each left to its partner: "1", "3", "2", "1" …; wrong: to the next one."""
    prompt, question = reader.asked.prompt, reader.asked.note.question
    places = [prompt.rights.index(right) for _, right in question.match]
    keys = [str(place + 1) for place in (places[1:] + places[:1] if wrong else places)]
    return [key for number, right in enumerate(keys, 1) for key in (str(number), right)]


def test_a_match_by_digits_alone(pairs: Reader) -> None:
    assert ("1–3", "left, then right") in answer_of(pairs).key_hints
    pairs.press(ENTER, Qt.Key.Key_Left)
    assert pairs.judged is None, "nothing is complete yet"
    pairs.press(*digits_for(pairs))
    assert pairs.judged is None
    pairs.press(ENTER)
    assert pairs.judged is not None
    assert pairs.judged.answer == Pairs((("Poland", "złoty"), ("Czechia", "koruna"), ("Hungary", "forint")))
    assert pairs.judged.verdict.fraction == 1
    pairs.press(Qt.Key.Key_Space)
    assert pairs.note == "animals"


def test_undo_is_the_pairs_first_and_the_sitting_s_then(pairs: Reader) -> None:
    pairs.press(*digits_for(pairs), ENTER, Qt.Key.Key_Space)
    assert len(pairs.school.logged()) == 1
    pairs.press("1", "2")
    widget = answer_of(pairs)
    assert widget.progress == "2 of 3 sorted"
    pairs.press("Z", modifier=CTRL)
    pairs.press("Z", modifier=CTRL)
    assert (widget.progress, pairs.note) == ("0 of 3 sorted", "animals")
    pairs.press("Z", modifier=CTRL)
    assert pairs.note == "coins", "now the rating was taken back"


def test_the_solution_is_shown_and_hidden(pairs: Reader) -> None:
    pairs.press(*digits_for(pairs, wrong=True), ENTER)
    assert pairs.judged is not None
    assert pairs.judged.verdict.fraction == 0
    widget = answer_of(pairs)
    assert hints(pairs)["show_solution"] == "A"
    assert widget.solution_hint == "show the right pairs"
    pairs.press("A")
    assert widget.solution_hint == "show your pairs"
    pairs.press("A")
    assert widget.solution_hint == "show the right pairs"


def test_groups_by_digits(pairs: Reader) -> None:
    pairs.press(*digits_for(pairs), ENTER, Qt.Key.Key_Space)
    groups = {item: group for group, items in (("1", ("bat", "whale")), ("2", ("emu",))) for item in items}
    pairs.press(*(groups[item] for item in pairs.asked.prompt.items))
    pairs.press(ENTER)
    assert pairs.judged is not None
    assert isinstance(pairs.judged.answer, Sorted)
    assert pairs.judged.verdict.fraction == 1


def test_i_do_not_know_keeps_no_half_answer(pairs: Reader) -> None:
    pairs.press("1", "2", "0")
    assert pairs.judged is not None
    assert pairs.judged.verdict.outcome == "unknown"
    assert answer_of(pairs).solution_hint == ""


def test_each_step_is_told(pairs: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(placing, "announce", lambda widget, text: said.append(text))
    place = pairs.asked.prompt.rights.index("koruna") + 1
    pairs.press("2", str(place))
    pairs.press(BACKSPACE, BACKSPACE)
    assert said == ["Czechia with koruna, 1 of 3 matched", "Czechia has no partner, 0 of 3 matched"]
