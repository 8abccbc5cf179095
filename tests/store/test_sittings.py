"""Sittings that can be gone on with after a crash."""

from pathlib import Path

from quizapp.store import log, sittings
from quizapp.store.database import Database
from tests.store.made import Clock, event, hasty, review

SCOPE = {"decks": [1, 2], "cards": [5, 7], "extra_new": 10}


def start(db: Database, mode: str = "study") -> sittings.Sitting:
    return sittings.start_session(db, mode=mode, title="All decks", scope=SCOPE, seed=99)


def test_an_unfinished_sitting_is_found_with_its_answers(tmp_path: Path) -> None:
    clock = Clock()
    with hasty(tmp_path, clock) as db:
        assert sittings.open_session(db) is None
        begun = start(db)
        first = review(db, session_id=begun.session_id)
        undone = review(db, session_id=begun.session_id, rating=1)
        second = review(db, "deck/other#", session_id=begun.session_id)
        for answer in (first, undone, second):
            log.append_review(db, answer)
        log.append_event(db, event(db, "void", undone.review_id))
    with hasty(tmp_path, clock, seed=2) as db:
        found = sittings.open_session(db)
        assert found is not None
        assert (found.session_id, found.scope, found.seed, found.title) == (
            begun.session_id,
            SCOPE,
            99,
            "All decks",
        )
        assert found.started_ms == begun.started_ms
        assert found.reviews == (first, second)
        sittings.end_session(db, found.session_id)
        assert sittings.open_session(db) is None


def test_a_new_sitting_ends_the_one_before_of_its_mode(db: Database) -> None:
    start(db)
    exam = start(db, "exam")
    second = start(db)
    assert sittings.open_session(db) == second
    sittings.end_session(db, second.session_id)
    assert sittings.open_session(db) is None
    assert sittings.open_session(db, "exam") == exam


def test_the_end_stays_what_it_was(db: Database) -> None:
    begun = start(db)
    sittings.end_session(db, begun.session_id)
    (ended,) = db.con.execute("SELECT ended_ms FROM session").fetchone()
    sittings.end_session(db, begun.session_id)
    assert db.con.execute("SELECT ended_ms FROM session").fetchone() == (ended,)


def test_a_sitting_of_another_machine_is_not_ours(db: Database) -> None:
    start(db)
    db.con.execute("UPDATE session SET device_id = 'other'")
    assert sittings.open_session(db) is None
