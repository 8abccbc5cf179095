"""Merges: commutative, associative, idempotent; what was purged stays purged; the folds come along."""

from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Raw, Struct
from msgspec.structs import replace

from quizapp.core.problems import Problem
from quizapp.formats.log_lines import ReviewLine, Unread
from quizapp.store import compact, exporting, log, memory, merging, sittings
from quizapp.store import settings as stored
from quizapp.store.database import Database
from tests.store.machines import all_tables, pour
from tests.store.made import DAY_MS, answer, drop_folds, event, fresh, play, review, tables, undo
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


def line_of(db: Database, type_: type[Struct]) -> Struct:
    (found,) = (line for line in exporting.export(db) if isinstance(line, type_))
    return found


def test_what_only_a_newer_version_reads_goes_on_as_it_came() -> None:
    with fresh() as one, fresh() as two, fresh() as three:
        answer(one, "a")
        line = line_of(one, ReviewLine)
        outcome = b'{"kind":"basic","outcome":"unscored","mood":[1.50,"fine"]}'
        newer = [replace(line, outcome=Raw(outcome)), Unread('{"type":"mood","is":"fine"}')]
        assert merging.merge(two, newer).unread == 1
        pour(two, three)
        pour(two, three)
        assert all_tables(two) == all_tables(three)
        assert bytes(line_of(three, ReviewLine).outcome) == outcome
        assert [one.text for one in exporting.export(three) if isinstance(one, Unread)] == [newer[1].text]


def test_what_was_kept_is_read_once_it_can_be() -> None:
    with fresh() as one, fresh() as two:
        answer(one, "a")
        later = msgspec.json.encode(line_of(one, ReviewLine)).decode()
        assert merging.merge(two, [Unread(later), Unread('{"type":"mood"}')]).reviews == 0
        assert merging.merge(two, []).reviews == 1
        assert all_tables(two)["unread"] == [('{"type":"mood"}',)]
        assert tables(two) == tables(one)


def test_the_last_word_on_a_setting_wins_whatever_the_order() -> None:
    with fresh() as one, fresh() as two:
        stored.put(one, "new_per_day", 5)
        two.now.at_ms += DAY_MS
        stored.put(two, "new_per_day", 9)
        stored.put(two, "text_size", 150)
        assert pour(two, one).settings == 1
        assert pour(one, two).settings == 0
        assert [stored.get(db, "new_per_day") for db in (one, two)] == [9, 9]
        assert stored.get(one, "text_size") == 100


def test_a_sitting_ends_where_it_was_begun_and_everywhere() -> None:
    with fresh() as one, fresh() as two:
        begun = sittings.start_session(one, mode="study", title="t", scope={"deck": [1]}, seed=3)
        early = list(exporting.export(one))
        sittings.end_session(one, begun.session_id)
        pour(one, two)
        merging.merge(two, early)
        assert all_tables(one)["session"] == all_tables(two)["session"]
        assert all_tables(two)["session"][0][-1] is not None


def test_how_a_card_read_last_is_the_same_everywhere() -> None:
    with fresh() as one, fresh() as two:
        for db, at_ms, back in ((one, 5, "old"), (two, 9, "new")):
            answer(db, "a")
            sql = "INSERT INTO past SELECT card_key, 'h', ?, 'Deck', 'q', ? FROM card"
            db.con.execute(sql, (at_ms, back))
        pour(one, two)
        pour(two, one)
        assert [all_tables(db)["past"] for db in (one, two)] == [[("a", "h", 9, "Deck", "q", "new")]] * 2


def test_broken_off_it_is_a_sound_log_with_less_in_it() -> None:
    with fresh() as one, fresh() as two:
        for number in range(1700):
            log.insert_review(one, review(one, f"c{number % 7}", session_id="S"))
        lines = list(exporting.export(one))

        def breaks() -> Iterator[object]:
            yield from lines[:1600]
            raise OSError("the stick was pulled out")

        with pytest.raises(OSError, match="pulled"):
            merging.merge(two, breaks())
        assert 0 < len(tables(two, "review")["review"]) < 1700
        assert merging.merge(two, lines).reviews > 0
        memory.rebuild(one)
        assert all_tables(one) == all_tables(two)


@pytest.mark.parametrize("few", [1, 10_000])
def test_few_and_many_lines_come_to_the_same(monkeypatch, few: int) -> None:
    monkeypatch.setattr(merging, "_SLICE", few)
    with fresh() as one, fresh() as two:
        for number in range(60):
            answer(one, f"c{number % 7}", 1 + number % 4)
            one.now.at_ms += DAY_MS // 3
        undo(one)
        log.append_event(one, event(one, "alias", "c1", to="c2"))
        log.append_event(one, event(one, "suspend", "c3"))
        merged = pour(one, two)
        assert (merged.reviews, merged.events, merged.cards) == (60, 3, 7)
        assert all_tables(one) == all_tables(two)


def test_problems_are_listed_up_to_a_number_and_counted() -> None:
    with fresh() as db:
        bad = [Problem(code="log_line", args={"reason": "x"})] * (merging.TOLD + 5)
        merged = merging.merge(db, bad)
        assert (len(merged.problems), merged.more_problems) == (merging.TOLD, 5)
