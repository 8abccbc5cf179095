"""Merges: commutative, associative, idempotent; what was purged stays purged; the folds come along."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.store import compact, exporting, memory, merging
from tests.store.machines import all_tables, pour
from tests.store.made import drop_folds, fresh, play
from tests.store.test_merge import histories, tombstones


def settled(db) -> dict:
    """All that machines agree on. Rows that a tombstone covers may still be on one of them."""
    compact.compact(db)
    assert memory.is_current(db)
    found = all_tables(db)
    drop_folds(db)
    memory.rebuild(db)
    assert all_tables(db) == found
    return found


def check_algebra(parts, tombs) -> None:
    """Three machines that know parts of one history."""
    with fresh() as a, fresh() as b, fresh() as c, fresh() as d, fresh() as e:
        for db, (reviews, events) in zip((a, b, c), parts, strict=True):
            play(db, [*reviews, *events])
        play(a, tombs)
        logs = [list(exporting.export(db)) for db in (a, b, c)]
        for number in (0, 1, 2):
            merging.merge(d, logs[number])
        for number in (2, 0, 1, 1, 2):
            merging.merge(e, logs[number])
        pour(b, a)
        pour(c, b)
        pour(b, a)
        pour(a, c)
        pour(a, b)
        found = settled(d)
        for db in (e, a, b, c):
            assert settled(db) == found
        for one in logs:
            assert not merging.merge(d, one).is_new
        assert settled(d) == found


@st.composite
def shared_histories(draw):
    """One history of which each of three machines knows a part."""
    reviews, events = draw(histories())
    lines = [*reviews, *events]
    parts = []
    for _ in range(3):
        known = [line for line in lines if draw(st.booleans())]
        parts.append(([one for one in known if one in reviews], [one for one in known if one in events]))
    return parts


@given(shared_histories(), tombstones)
@settings(max_examples=20)
def test_merges_are_commutative_associative_and_idempotent(parts, tombs) -> None:
    check_algebra(parts, tombs)


@pytest.mark.slow
@given(shared_histories(), tombstones)
@settings(max_examples=60)
def test_merges_are_commutative_associative_and_idempotent_in_full(parts, tombs) -> None:
    check_algebra(parts, tombs)
