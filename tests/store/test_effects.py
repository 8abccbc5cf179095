"""What events do: states, aliases, tombstones, compaction."""

import sqlite3

import pytest
from msgspec.structs import replace

from quizapp.core import schedule
from quizapp.store import compact, log, memory
from quizapp.store.database import Database
from tests.store.made import (
    TODAY,
    Clock,
    event,
    key_of,
    memory_of,
    play,
    review,
    tables,
    undo,
)


def states(db: Database) -> list[tuple]:
    return tables(db, "card_state")["card_state"]


def test_states_follow_the_last_word(db: Database) -> None:
    for type_ in ("suspend", "flag", "bury"):
        log.append_event(db, event(db, type_, "deck/note#"))
    assert states(db) == [("deck/note#", 1, TODAY, 1)]
    for type_ in ("unflag", "unbury", "unsuspend"):
        log.append_event(db, event(db, type_, "deck/note#"))
    assert states(db) == [("deck/note#", 0, None, 0)]


def test_the_last_word_is_that_of_the_clock_not_of_arrival(db: Database) -> None:
    suspend, unsuspend = event(db, "suspend", "deck/note#"), event(db, "unsuspend", "deck/note#")
    log.append_event(db, unsuspend)
    log.append_event(db, suspend)
    assert states(db) == [("deck/note#", 0, None, 0)]


def test_an_alias_takes_the_history_along(db: Database, clock: Clock) -> None:
    log.append_review(db, review(db, "old#"))
    log.append_event(db, event(db, "flag", "old#"))
    clock.next_day(2)
    log.append_review(db, review(db, "new#", rating=1))
    log.append_event(db, event(db, "alias", "old#", to="new#"))
    assert memory_of(db, "old#") is None
    moved = memory_of(db, "new#")
    assert moved is not None
    assert (moved.reps, moved.lapses) == (2, 1)
    assert len(log.history(db, key_of(db, "new#"))) == 2
    assert states(db) == [("new#", None, None, 1)]
    # The two were two cards once; now the second is no new one.
    assert tables(db, "day_total")["day_total"][1] == (TODAY + 2, "study", 1, 1, 0, 1, 1, 4_000, 1, 0)
    clock.next_day(2)
    assert log.append_review(db, review(db, "old#")) == memory_of(db, "new#")
    undo(db)
    assert memory_of(db, "new#") == moved


def test_aliases_form_chains_and_no_circles(db: Database) -> None:
    def link(old: str, new: str) -> None:
        log.append_event(db, event(db, "alias", old, to=new))

    log.append_review(db, review(db, "a#"))
    link("a#", "b#")
    link("b#", "c#")
    assert tables(db, "alias")["alias"] == [("a#", "c#"), ("b#", "c#")]
    link("c#", "a#")
    assert tables(db, "alias")["alias"] == [("b#", "a#"), ("c#", "a#")]
    assert memory_of(db, "a#") is not None
    link("a#", "a#")
    assert tables(db, "alias")["alias"] == [("b#", "a#"), ("c#", "a#")]


def test_a_void_takes_an_alias_back_whenever_it_arrives(db: Database) -> None:
    for card_id in ("a#", "b#", "c#"):
        log.append_review(db, review(db, card_id))
    before = tables(db, "alias", "card_state", "memory", "day_total")
    first, second = event(db, "alias", "a#", to="b#"), event(db, "alias", "b#", to="c#")
    void, other = event(db, "void", first.event_id), event(db, "void", second.event_id)
    play(db, [first, second])
    assert tables(db, "alias")["alias"] == [("a#", "c#"), ("b#", "c#")]
    log.append_event(db, void)
    assert tables(db, "alias")["alias"] == [("b#", "c#")]
    assert memory_of(db, "a#") is not None
    joined = memory_of(db, "c#")
    assert joined is not None
    assert joined.reps == 2
    log.append_event(db, other)
    assert tables(db, "alias", "card_state", "memory", "day_total") == before
    late = event(db, "alias", "c#", to="a#")
    play(db, [event(db, "void", late.event_id), late])
    assert tables(db, "alias", "card_state", "memory", "day_total") == before
    assert memory.is_current(db)


def test_a_tombstone_purges_a_card_until_then(db: Database) -> None:
    log.append_review(db, review(db))
    log.append_review(db, review(db, "deck/other#"))
    log.append_event(db, event(db, "flag", "deck/note#"))
    late = review(db)
    log.append_event(db, event(db, "tombstone", "deck/note#"))
    assert memory_of(db) is None
    assert states(db) == []
    log.append_review(db, late)
    assert memory_of(db) is None
    again = log.append_review(db, review(db))
    assert again is not None
    assert again.reps == 1
    assert len(list(log.reviews(db))) == 3


def test_a_tombstone_purges_a_sitting(db: Database) -> None:
    kept = review(db, session_id="T")
    for answer in (kept, review(db), review(db, "deck/other#")):
        log.append_review(db, answer)
    log.append_event(db, event(db, "tombstone", "S"))
    assert log.of_session(db, "S") == []
    assert memory_of(db) == schedule.replay([kept])
    assert memory_of(db, "deck/other#") is None


@pytest.mark.parametrize("target", ["deck/note#", "S"])
@pytest.mark.parametrize("first", ["review", "tombstone"])
def test_a_tombstone_covers_its_own_moment(db: Database, target: str, first: str) -> None:
    answer = review(db)
    tombstone = replace(event(db, "tombstone", target), moment=answer.moment)
    play(db, [answer, tombstone] if first == "review" else [tombstone, answer])
    assert memory_of(db) is None


def test_compact_removes_what_a_tombstone_covers_after_a_backup(db: Database) -> None:
    answers = [review(db), review(db), review(db, "deck/other#")]
    for answer in answers:
        log.append_review(db, answer)
    undo(db)
    log.append_event(db, event(db, "tombstone", "deck/note#"))
    folds = tables(db, "alias", "card_state", "memory", "day_total")
    backup = compact.compact(db)
    assert backup.exists()
    assert list(log.reviews(db)) == answers[2:]
    assert [one.type for one in log.events(db)] == ["void", "tombstone"]
    assert tables(db, "alias", "card_state", "memory", "day_total") == folds
    assert memory.is_current(db)
    log.append_all(db, answers)
    assert list(log.reviews(db)) == answers[2:]
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.con.execute("DELETE FROM review")
