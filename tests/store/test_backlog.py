"""After days away: what waits beyond the limit is told, and a few of the most useful cards can be had."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.settings import Settings
from quizapp.store import due
from quizapp.store.database import Database
from tests.store.made import TODAY, Clock, answer, fresh, shelve

NAMES = [f"a{number}#" for number in range(30)]


def learn(db: Database, names=NAMES) -> None:
    shelve(db, list(names))
    for at, name in enumerate(names):
        answer(db, name, due_day=TODAY + 1 + at % 5)


@given(st.integers(0, 40), st.integers(0, 45), st.integers(0, 10))
def test_late_is_what_waits_beyond_the_limit(limit: int, days: int, done: int) -> None:
    clock = Clock()
    with fresh(clock) as db:
        learn(db)
        clock.next_day(days)
        for name in NAMES[:done] if days else ():
            answer(db, name, due_day=db.now().study_day + 30)
        seen = due.overview(db, db.now(), Settings(reviews_per_day=limit, new_per_day=0))
        waiting = sum(row.due for row in seen.rows)
        assert seen.due + seen.late == waiting
        assert seen.late == max(0, waiting - max(0, limit - (done if days else 0)))
        assert seen.away == days, "today's own answers do not end it"


def test_nobody_is_away_who_never_began(db: Database) -> None:
    shelve(db, NAMES)
    seen = due.overview(db, db.now(), Settings())
    assert (seen.late, seen.away) == (0, 0)


def test_the_most_useful_are_those_most_worth_keeping_and_nothing_new(db: Database, clock: Clock) -> None:
    learn(db, NAMES[:20])
    shelve(db, NAMES[20:], deck=2)
    clock.next_day(40)
    settings = Settings(reviews_per_day=3, backlog="hardest", backlog_new=True)
    few = due.plan(db, db.now(), settings, seed=1, most=5)
    assert (few.due, few.new) == (5, 0)
    kept = due.plan(db, db.now(), Settings(reviews_per_day=5, backlog="kept"), seed=1)
    assert few.queue == kept.queue
    answer(db, NAMES[0], due_day=db.now().study_day + 9)
    assert due.plan(db, db.now(), settings, seed=1, most=5).due == 5, "beside what was done today"
