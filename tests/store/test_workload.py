"""What a simulation is told of a learner, and that it is made once a study day."""

from quizapp.core.workload import SAMPLE
from quizapp.store import log, workload
from quizapp.store.database import Database
from tests.store.made import Clock, answer, event, shelve


def test_the_sample_stands_for_all_cards_that_are_studied(db: Database, clock: Clock) -> None:
    names = [f"a{number}#" for number in range(SAMPLE * 2 + 5)]
    shelve(db, names)
    for name in names:
        answer(db, name)
    log.append_event(db, event(db, "suspend", names[0]))
    clock.next_day(3)
    known = workload.learner(db, db.now().study_day)
    assert known.cards == SAMPLE * 2 + 4
    assert SAMPLE <= len(known.sample) <= SAMPLE + 2
    assert {card.elapsed for card in known.sample} == {3}


def test_ratings_and_times_are_the_learners_own_once_there_are_enough(db: Database) -> None:
    shelve(db, ["a#"])
    answer(db, "a#", 3)
    assert workload.learner(db, db.now().study_day).passed == (0.1, 0.8, 0.1)
    for rating, times, ms in ((2, 30, 8_000), (3, 59, 4_000), (4, 10, 2_000), (1, 60, 9_000)):
        for _ in range(times):
            answer(db, "a#", rating, visible_ms=ms)
    known = workload.learner(db, db.now().study_day)
    assert known.passed == (0.3, 0.6, 0.1)
    assert known.seconds == 0.3 * 8 + 0.6 * 4 + 0.1 * 2
    assert known.seconds_failed == 9.0


def test_it_is_reckoned_once_a_study_day(db: Database, clock: Clock) -> None:
    shelve(db, ["a#"])
    assert workload.loads(db) == ()
    clock.next_day()
    answer(db, "a#")
    told: list[int] = []
    found = workload.gather(db, lambda done, total: told.append(done))
    assert len(found) == 28 == len(told)
    answer(db, "a#", 4)
    assert workload.loads(db, lambda done, total: told.append(done)) == found
    assert len(told) == 28
    clock.next_day()
    assert workload.loads(db) != found
