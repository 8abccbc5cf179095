"""Statistics of a small collection, by hand."""

from quizapp.core.settings import Settings
from quizapp.core.stats import Recall
from quizapp.store import log, stats
from quizapp.store.database import Database
from quizapp.store.shelf import Shelf
from tests.store.made import TODAY, Clock, answer, event, shelve


def test_a_few_answers(db: Database, clock: Clock) -> None:
    shelve(db, ["a", "b", "c"], suspended=("c",))
    answer(db, "a", 3)
    clock.next_day(2)
    answer(db, "a", 1, due_day=0)
    answer(db, "b", 4)
    answer(db, "b", 1, mode="quiz")
    found = stats.statistics(db, Shelf(db), "", "year", settings=Settings())
    assert (found.today, found.reviews, found.recall) == (TODAY + 2, 4, Recall(1, 0))
    assert found.day.reviews == 3
    assert found.day.due == found.forecast[0] == 1
    assert (found.states.learning, found.states.young, found.states.suspended) == (1, 1, 1)
    assert [(day.day, day.reviews) for day in found.days] == [(TODAY, 1), (TODAY + 2, 3)]


def test_what_is_put_aside_for_today_is_due_tomorrow(db: Database, clock: Clock) -> None:
    shelve(db, ["a"])
    answer(db, "a", 1)
    log.append_event(db, event(db, "bury", "a"))
    found = stats.statistics(db, Shelf(db), "", "year", settings=Settings())
    assert found.forecast[:2] == (0, 1)
