"""A sitting as a value: order, return of failed cards, undo, resume."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core import session as sessions
from quizapp.core.session import Answered, Item, Session


def begin(count: int, now_ms: int = 0) -> Session:
    items = [Item(key, f"card{key}", 1, key, "") for key in range(1, count + 1)]
    return sessions.start("s", "Deck", "study", 7, items, now_ms)


def reply(key: int, number: int, *, passed: bool, again_ms: int) -> Answered:
    return Answered(
        card_key=key,
        review_id=f"r{number}",
        outcome="correct" if passed else "wrong",
        passed=passed,
        again_ms=again_ms,
        fraction="1" if passed else "0",
        visible_ms=5000,
    )


def play(session: Session, marks: list[bool], step_ms: int = 1000) -> list[Session]:
    """The session after each answer; a failed card comes back ten minutes later."""
    states = [session]
    for number, passed in enumerate(marks):
        session = states[-1]
        if session.current is None:
            break
        now = number * step_ms
        answered = reply(session.current, number, passed=passed, again_ms=0 if passed else now + 600_000)
        states.append(sessions.answer(session, answered, now))
    return states


def test_cards_come_in_order_and_the_session_ends():
    states = play(begin(3), [True, True, True])
    assert [state.current for state in states] == [1, 2, 3, None]
    assert states[-1].finished
    assert states[-1].done == states[-1].total == 3


def test_a_failed_card_returns_after_the_others_even_before_its_time():
    states = play(begin(3), [False, True, True, True])
    assert [state.current for state in states] == [1, 2, 3, 1, None]


def test_a_failed_card_returns_when_its_time_has_come():
    states = play(begin(4), [False, True, True, True, True], step_ms=400_000)
    assert [state.current for state in states] == [1, 2, 3, 1, 4, None]


def test_the_only_card_left_may_follow_itself():
    states = play(begin(1), [False, False, True])
    assert [state.current for state in states] == [1, 1, 1, None]


def test_two_failed_cards_alternate():
    states = play(begin(2), [False, False, False, False, True, True])
    assert [state.current for state in states] == [1, 2, 1, 2, 1, 2, None]


def test_early_the_next_one_due_comes_back_and_of_those_due_the_one_answered_first():
    session = begin(3)
    for number, again in enumerate([900, 300, 600]):
        assert session.current is not None
        answered = reply(session.current, number, passed=False, again_ms=again)
        session = sessions.answer(session, answered, 0)
    assert session.current == 2
    due = sessions.resume(begin(3), session.answers, 600)
    assert due.current == 2
    assert sessions.resume(begin(3), session.answers, 900).current == 1


def test_any_number_may_be_the_key_of_a_card():
    items = [Item(key, f"card{key}", 1, key, "") for key in (0, 1)]
    session = sessions.start("s", "Deck", "study", 7, items, 0)
    assert session.current == 0
    session = sessions.answer(session, reply(0, 0, passed=False, again_ms=600_000), 0)
    session = sessions.answer(session, reply(1, 1, passed=True, again_ms=0), 600_000)
    assert (session.current, session.finished) == (0, False)


def test_missed_and_score_count_the_first_try():
    final = play(begin(2), [False, True, True])[-1]
    assert final.missed() == (1,)
    assert [first.passed for first in final.first_tries()] == [False, True]
    assert [final.tries_of(key) for key in (1, 2, 3)] == [2, 1, 0]


def test_position_counts_only_cards_that_will_not_come_back():
    states = play(begin(3), [False, True])
    assert (states[-1].done, states[-1].total) == (1, 3)


def test_a_dropped_card_is_skipped_and_not_counted():
    session = sessions.drop(begin(3), [1], 0)
    assert session.current == 2
    assert session.total == 2
    assert sessions.drop(session, [3], 0).current == 2


def test_back_on_a_fresh_session_does_nothing():
    assert sessions.back(begin(2)) == begin(2)


@given(st.integers(1, 8), st.lists(st.booleans(), max_size=30))
def test_undo_returns_to_the_state_before(count: int, marks: list[bool]):
    states = play(begin(count), marks)
    for before, after in pairwise(states):
        assert sessions.back(after) == before


@given(st.integers(1, 8), st.lists(st.booleans(), max_size=30))
def test_resume_gives_back_the_session(count: int, marks: list[bool]):
    final = play(begin(count), marks)[-1]
    now = (len(final.answers) - 1) * 1000
    assert sessions.resume(begin(count), final.answers, now) == final


@given(st.integers(1, 8), st.lists(st.booleans(), max_size=30))
def test_every_card_is_passed_before_the_end(count: int, marks: list[bool]):
    final = play(begin(count), marks + [True] * 2 * count)[-1]
    assert final.finished
    last = {answered.card_key: answered.passed for answered in final.answers}
    assert last == dict.fromkeys(range(1, count + 1), True)
