"""The log: append-only, idempotent, undone by voids, and always in step with its folds."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from quizapp.core import schedule
from quizapp.core.reviews import Event, Graded, Memory, Moment, Review
from quizapp.store import compact, log, memory
from quizapp.store.database import Database
from tests.store.made import (
    DAY_MS,
    FOLDS,
    START_MS,
    TODAY,
    Clock,
    drop_folds,
    event,
    fresh,
    hasty,
    key_of,
    opened,
    review,
    tables,
)


def undo(db: Database, session_id: str = "S") -> Review:
    last = log.last_voidable(db, session_id)
    assert last is not None
    log.append_event(db, event(db, "void", last.review_id))
    return last


def memory_of(db: Database, card_id: str = "deck/note#") -> Memory | None:
    return memory.get(db, key_of(db, card_id))


def test_a_review_comes_back_as_it_was_logged(db: Database) -> None:
    answer = review(
        db,
        moment=Moment(START_MS + 5, utc_offset_min=-480, rollover_h=3),
        graded=Graded(
            kind="multi",
            outcome="partial",
            fraction="2/3",
            because="right_minus_wrong",
            answer={"type": "picked", "texts": ["a", "ü"]},
            hints=1,
            tries=2,
            guess=True,
            confidence=0.85,
            options=5,
            seed=123,
            suggested=2,
            front="Was heißt ‘x’?",
        ),
        rule_version=3,
        due_day=TODAY + 4,
        prev_review_id="P",
        retention=0.87,
        step_min=15,
        fit_id="F",
        content_hash="H",
    )
    log.append_review(db, answer)
    assert list(log.reviews(db)) == [answer]
    assert list(log.reviews(db, "deck/note#")) == [answer]
    assert list(log.reviews(db, "deck/other#")) == []
    assert log.history(db, key_of(db, "deck/note#")) == [answer]
    assert log.of_session(db, "S") == [answer]


def test_an_event_comes_back_as_it_was_logged(db: Database) -> None:
    one = event(db, "exclude", "deck/note#", text="Zetas", more={"a": [1, None]})
    log.append_event(db, one)
    assert list(log.events(db)) == [one]
    assert all(not rows for rows in tables(db, *FOLDS).values())


def test_an_answer_moves_the_memory_and_the_day(db: Database, clock: Clock) -> None:
    first = log.append_review(db, review(db))
    assert first == memory_of(db)
    assert first is not None
    clock.next_day(3)
    second = log.append_review(db, review(db, rating=1, prev_review_id=first.last_review_id))
    assert second is not None
    assert (second.reps, second.lapses, second.step, second.last_day) == (2, 1, 1, TODAY + 3)
    assert tables(db, "day_total")["day_total"] == [
        (TODAY, "study", 1, 1, 1, 0, 0, 4_000),
        (TODAY + 3, "study", 1, 1, 0, 1, 1, 4_000),
    ]
    assert memory.is_current(db)


def test_only_study_moves_the_schedule(db: Database) -> None:
    for mode in ("repeat", "quiz", "exam", "cram"):
        assert log.append_review(db, review(db, mode=mode)) is None
    assert memory_of(db) is None
    assert [row[1:5] for row in tables(db, "day_total")["day_total"]] == [
        ("cram", 1, 0, 0),
        ("exam", 1, 0, 0),
        ("quiz", 1, 0, 0),
        ("repeat", 1, 1, 0),
    ]


def test_the_same_review_again_changes_nothing(db: Database) -> None:
    answer = review(db)
    log.append_review(db, answer)
    before = tables(db)
    assert log.append_review(db, replace(answer, rating=1)) == memory_of(db)
    assert tables(db) == before
    suspend = event(db, "suspend", "deck/note#")
    log.append_event(db, suspend)
    before = tables(db)
    log.append_event(db, replace(suspend, type="unsuspend"))
    assert tables(db) == before


def test_a_rating_that_is_none_is_refused_not_dropped(db: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        log.append_review(db, review(db, rating=7))
    assert not list(log.reviews(db))
    assert memory.is_current(db)


def test_undo_goes_back_several_steps_and_over_a_restart(tmp_path: Path) -> None:
    states, answers = [], []
    clock = Clock()
    with hasty(tmp_path, clock) as db:
        for number in range(6):
            states.append(tables(db, "memory", "day_total"))
            answers.append(review(db, f"deck/{number % 2}#", rating=1 + number % 4))
            log.append_review(db, answers[-1])
            clock.next_day()
        for _ in range(3):
            assert undo(db) == answers.pop()
            assert tables(db, "memory", "day_total") == states.pop()
    with hasty(tmp_path, clock, seed=2) as db:
        while answers:
            assert undo(db) == answers.pop()
            assert tables(db, "memory", "day_total") == states.pop()
        assert log.last_voidable(db, "S") is None
        assert len(list(log.reviews(db))) == 6
        assert memory.is_current(db)


def test_undo_is_of_the_session_alone(db: Database) -> None:
    mine, other = review(db), review(db, session_id="T")
    log.append_review(db, mine)
    log.append_review(db, other)
    assert log.last_voidable(db, "S") == mine
    undo(db)
    assert log.last_voidable(db, "S") is None
    assert log.of_session(db, "T") == [other]


def test_a_review_that_comes_late_is_put_in_its_place(db: Database) -> None:
    early, late = review(db, rating=1), review(db)
    log.append_review(db, late)
    after = log.append_review(db, early)
    assert after == schedule.replay([early, late])
    assert after is not None
    assert after.last_review_id == late.review_id


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE review SET rating = 4",
        "DELETE FROM review",
        "INSERT OR REPLACE INTO review SELECT * FROM review",
        "UPDATE event SET type = 'flag'",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event SELECT * FROM event",
    ],
)
def test_the_log_cannot_be_changed(db: Database, statement: str) -> None:
    log.append_review(db, review(db))
    log.append_event(db, event(db, "suspend", "deck/note#"))
    before = tables(db)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.con.execute(statement)
    assert tables(db) == before


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
    assert tables(db, "day_total")["day_total"][1] == (TODAY + 2, "study", 1, 1, 0, 1, 1, 4_000)
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


CARDS = ("a#", "b#", "c#")
SESSIONS = ("S", "T")


@st.composite
def histories(draw) -> tuple[list[Review], list[Event]]:
    """What several machines may have logged, in any order of ids and times."""
    reviews = []
    for number in range(draw(st.integers(0, 8))):
        at_ms = START_MS + draw(st.integers(0, 4)) * DAY_MS + draw(st.integers(0, 3))
        moment = Moment(at_ms, draw(st.sampled_from((-600, 0, 120))))
        reviews.append(
            Review(
                review_id=f"R{number}",
                card_id=draw(st.sampled_from(CARDS)),
                session_id=draw(st.sampled_from(SESSIONS)),
                device_id=draw(st.sampled_from(("D", "E"))),
                moment=moment,
                study_day=moment.study_day,
                mode=draw(st.sampled_from(("study", "study", "quiz"))),
                graded=Graded(kind="basic", outcome="unscored", guess=draw(st.booleans())),
                rating=draw(st.integers(1, 4)),
                due_day=draw(st.sampled_from((0, moment.study_day + 3))),
                prev_review_id=draw(st.sampled_from(("", f"R{number - 1}", f"R{number - 2}"))),
                visible_ms=draw(st.integers(0, 60_000)),
            )
        )
    events = []
    for number in range(draw(st.integers(0, 6))):
        type_ = draw(
            st.sampled_from(("void", "void", "suspend", "unsuspend", "bury", "flag", "alias", "exclude"))
        )
        target = f"R{draw(st.integers(0, 7))}" if type_ == "void" else draw(st.sampled_from(CARDS))
        events.append(
            Event(
                event_id=f"E{number}",
                type=type_,
                target=target,
                moment=Moment(START_MS + draw(st.integers(0, 5)) * DAY_MS),
                device_id="D",
                payload={"to": draw(st.sampled_from(CARDS))} if type_ == "alias" else {},
            )
        )
    return reviews, events


tombstones = st.lists(
    st.builds(
        lambda number, target, day: Event(
            event_id=f"T{number}",
            type="tombstone",
            target=target,
            moment=Moment(START_MS + day * DAY_MS),
            device_id="D",
        ),
        st.integers(0, 3),
        st.sampled_from((*CARDS, *SESSIONS)),
        st.integers(0, 4),
    ),
    max_size=2,
    unique_by=lambda one: one.event_id,
)


def play(db: Database, log_lines: list[Review | Event]) -> None:
    for line in log_lines:
        if isinstance(line, Review):
            log.append_review(db, line)
        else:
            log.append_event(db, line)


def check_any_order(history: tuple[list[Review], list[Event]], tombs: list[Event], chance) -> None:
    lines = [*history[0], *history[1], *tombs]
    shuffled = lines + chance.sample(lines, len(lines) // 2)
    chance.shuffle(shuffled)
    with fresh() as one, fresh() as other, fresh() as merged:
        play(one, lines)
        play(other, shuffled)
        log.append_all(merged, history[0], [*history[1], *tombs])
        for db in (one, other, merged):
            assert memory.is_current(db)
            compact.compact(db)
        found = tables(one)
        assert tables(other) == found
        assert tables(merged) == found
        drop_folds(one)
        if history[0] or history[1] or tombs:
            assert not memory.is_current(one)
        memory.rebuild(one)
        assert tables(one) == found


@given(histories(), tombstones, st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_any_order_and_repetition_gives_the_same_tables(history, tombs, chance) -> None:
    check_any_order(history, tombs, chance)


@pytest.mark.slow
@given(histories(), tombstones, st.randoms(use_true_random=False))
@settings(max_examples=1000)
def test_any_order_and_repetition_gives_the_same_tables_in_full(history, tombs, chance) -> None:
    check_any_order(history, tombs, chance)


@given(histories(), st.sets(st.integers(0, 7), max_size=4))
@settings(max_examples=25)
def test_a_void_makes_it_as_if_the_review_had_never_been(history, numbers: set[int]) -> None:
    reviews, events = history
    voided = {f"R{number}" for number in numbers}
    events = [one for one in events if one.type != "void"]
    with fresh() as one, fresh() as other:
        play(one, [*reviews, *events])
        for at, target in enumerate(sorted(voided)):
            log.append_event(one, event(one, "void", target))
            assert memory.is_current(one), at
        play(other, [*(answer for answer in reviews if answer.review_id not in voided), *events])
        assert tables(one, "memory", "day_total") == tables(other, "memory", "day_total")


@given(histories())
@settings(max_examples=25)
def test_the_memory_is_the_replay_of_the_log(history) -> None:
    reviews, events = history
    events = [one for one in events if one.type != "alias"]
    with fresh() as db:
        play(db, [*reviews, *events])
        voids = {one.target for one in events if one.type == "void"}
        for card_id in {answer.card_id for answer in reviews}:
            replayed = schedule.replay(log.reviews(db, card_id), voids)
            assert memory_of(db, card_id) == replayed


def test_a_durable_database_waits_for_the_disk(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        log.append_review(db, review(db))
        assert (tmp_path / "progress.sqlite3-wal").stat().st_size > 0
