"""Purging for good: what would go is told before, exactly that goes, and no merge brings it back."""

import pytest

from quizapp.store import backups, compact, exporting, log, memory, merging
from quizapp.store.database import Database
from tests.store.machines import all_tables, pour
from tests.store.made import answer, event, fresh, tables


def filled(db: Database) -> None:
    for card in ("a", "b", "c"):
        answer(db, card)
        answer(db, card, session_id="exam-1", mode="exam")
    for type_ in ("exam", "paper", "step"):
        log.append_event(db, event(db, type_, "exam-1"))
    db.con.execute("INSERT INTO past SELECT card_key, 'h', 1, 'Deck', 'q', 'a' FROM card WHERE card_id = 'a'")


def test_without_tombstones_nothing_would_go() -> None:
    with fresh() as db:
        filled(db)
        assert not compact.preview(db)


def test_what_is_told_is_what_goes() -> None:
    with fresh() as db:
        filled(db)
        log.append_event(db, event(db, "tombstone", "a"))
        log.append_event(db, event(db, "tombstone", "exam-1"))
        answer(db, "a")
        before = all_tables(db)
        told = compact.preview(db)
        assert all_tables(db) == before
        assert told == compact.Preview(reviews=4, cards=3, attempts=1, texts=1)
        backup = compact.compact(db)
        after = all_tables(db)
        assert len(before["review"]) - len(after["review"]) == told.reviews
        assert len(before["event"]) - len(after["event"]) == 3
        assert (len(before["past"]), len(after["past"])) == (1, 0)
        assert backup in [one.path for one in backups.listing(db.folder)]
        assert memory.is_current(db)
        for name in ("memory", "day_total", "card_state"):
            assert after[name] == before[name]
        assert not compact.preview(db)


def test_a_merge_brings_nothing_back() -> None:
    with fresh() as one, fresh() as other:
        filled(one)
        pour(one, other)
        for target in ("a", "exam-1"):
            log.append_event(one, event(one, "tombstone", target))
        compact.compact(one)
        left = all_tables(one)
        merged = pour(other, one)
        assert (merged.reviews, merged.events, merged.purged) == (0, 0, 7)
        assert all_tables(one) == left
        pour(one, other)
        compact.compact(other)
        assert all_tables(other) == left


def test_many_at_once_bring_nothing_back_either(monkeypatch) -> None:
    monkeypatch.setattr(merging, "_SLICE", 2)
    with fresh() as one, fresh() as other:
        filled(one)
        lines = list(exporting.export(one))
        other.now.at_ms = one.now.at_ms
        log.append_event(other, event(other, "tombstone", "a"))
        log.append_event(other, event(other, "tombstone", "exam-1"))
        merged = merging.merge(other, lines)
        assert (merged.reviews, merged.events, merged.purged) == (2, 0, 7)
        assert tables(other, "review")["review"] == [
            row for row in tables(one, "review")["review"] if row[0] in ("b", "c") and "exam-1" not in row
        ]
        assert memory.is_current(other)


class _StoppedError(Exception):
    pass


@pytest.mark.parametrize("step", range(3))
def test_one_that_is_stopped_at_any_step_has_deleted_nothing(step: int) -> None:
    def stop(done: int, total: int) -> None:
        assert total == 3
        if done == step:
            raise _StoppedError

    with fresh() as db:
        filled(db)
        log.append_event(db, event(db, "tombstone", "a"))
        before = all_tables(db)
        with pytest.raises(_StoppedError):
            compact.compact(db, stop)
        assert all_tables(db) == before
        assert memory.is_current(db)
        compact.compact(db)
        assert not compact.preview(db)
