"""The spans of days that end today: what leaves them is read again, and no more than that."""

from quizapp.core.stats import SPANS
from quizapp.store import memory, spans, totals
from quizapp.store.database import Database
from tests.store.made import TODAY, Clock, answer, key_of


def reviews(db: Database) -> dict[int, tuple[int, ...]]:
    """card_key -> reviews of all time, of the last year, of the last month."""
    rows = db.con.execute("SELECT card_key, reviews, year_reviews, month_reviews FROM card_total")
    return {key: tuple(numbers) for key, *numbers in rows}


def test_an_answer_leaves_a_span_the_day_after_its_last(db: Database, clock: Clock) -> None:
    answer(db, "a#")
    a = key_of(db, "a#")
    for days, left in ((0, (1, 1, 1)), (SPANS["month"] - 1, (1, 1, 1)), (SPANS["month"], (1, 1, 0))):
        spans.bring_up(db, TODAY + days)
        assert reviews(db) == {a: left}
    spans.bring_up(db, TODAY + SPANS["year"])
    assert reviews(db) == {a: (1, 0, 0)}
    spans.bring_up(db, TODAY)  # the clock was wrong for a while
    assert reviews(db) == {a: (1, 1, 1)}


def test_only_cards_answered_on_the_days_that_left_are_read(db: Database, clock: Clock) -> None:
    spans.bring_up(db, TODAY)
    answer(db, "a#")
    clock.next_day()
    answer(db, "b#")
    assert spans.moved(db, TODAY) == {}
    assert [key for (key,) in spans.moved(db, TODAY + SPANS["month"])] == [key_of(db, "a#")]


def test_answers_are_taken_in_as_of_the_day_the_spans_end_with(db: Database, clock: Clock) -> None:
    spans.bring_up(db, TODAY - 100)
    answer(db, "a#")
    clock.next_day(200)
    answer(db, "a#")
    assert reviews(db) == {key_of(db, "a#"): (2, 2, 2)}
    spans.bring_up(db, TODAY + 200)
    assert reviews(db) == {key_of(db, "a#"): (2, 2, 1)}
    memory.rebuild(db)
    assert totals.day_of(db) == TODAY + 200
    assert reviews(db) == {key_of(db, "a#"): (2, 2, 1)}


def test_many_cards_are_read_by_an_index_alone(db: Database) -> None:
    plan = [row[3] for row in db.con.execute(f"EXPLAIN QUERY PLAN {spans._OF_CARDS}", {"keys": "[1]"})]
    assert "SEARCH review USING COVERING INDEX review_replay (card_key=?)" in plan
    plan = [row[3] for row in db.con.execute(f"EXPLAIN QUERY PLAN {spans._ANSWERED}", (1, 2, 3, 4))]
    assert "SCAN review USING COVERING INDEX review_replay" in plan


def test_progress_is_told_and_may_end_it(db: Database) -> None:
    told = []
    spans.of_cards(db, range(2_500), TODAY, lambda done, of: told.append((done, of)))
    assert told == [(0, 2_500), (1_000, 2_500), (2_000, 2_500)]
