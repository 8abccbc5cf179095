"""What waits: counts against a fold in Python, plans, home at a glance, forecast."""

from pathlib import Path

import pytest

from quizapp.core import schedule
from quizapp.core.overview import DayCount
from quizapp.core.reviews import Moment
from quizapp.core.session import Item
from quizapp.core.settings import Settings
from quizapp.store import due, log, memory
from quizapp.store.database import Database
from tests.store.made import DAY_MS, START_MS, TODAY, Clock, answer, event, hasty, shelve


def study(db: Database, *card_ids: str, due_in: int = 1) -> None:
    """Pass each card now, to be due again in some days."""
    for card_id in card_ids:
        before = memory.get(
            db, db.con.execute("SELECT card_key FROM card WHERE card_id = ?", (card_id,)).fetchone()[0]
        )
        previous = before.last_review_id if before else ""
        answer(db, card_id, due_day=db.now().study_day + due_in, prev_review_id=previous)


def row_counts(db: Database, now: Moment) -> list[tuple[int, int, int]]:
    return [(row.new, row.learning, row.due) for row in due.counts(db, now)]


def test_an_empty_profile(db: Database) -> None:
    seen = due.overview(db, db.now(), Settings())
    assert (seen.rows, seen.due, seen.new, seen.new_waiting, seen.seconds) == ((), 0, 0, 0, 0)
    assert (seen.next_due, seen.heat, seen.weeks_studied, seen.weeks) == (None, (), 0, 10)
    assert due.plan(db, db.now(), Settings(), seed=1).queue == ()


def test_a_card_goes_from_new_over_learning_to_due(db: Database, clock: Clock) -> None:
    shelve(db, ["a#", "b#"])
    assert row_counts(db, db.now()) == [(2, 0, 0)]
    answer(db, "a#", 1)
    assert row_counts(db, db.now()) == [(1, 1, 0)]
    study(db, "a#", due_in=2)
    assert row_counts(db, db.now()) == [(1, 0, 0)]
    clock.next_day()
    assert row_counts(db, db.now()) == [(1, 0, 0)]
    clock.next_day()
    assert row_counts(db, db.now()) == [(1, 0, 1)]


def test_likely_recalled_is_the_mean_of_the_cards_seen(db: Database, clock: Clock) -> None:
    keys = shelve(db, ["a#", "b#", "c#"])
    assert due.counts(db, db.now())[0].recalled is None
    study(db, "a#", "b#")
    now = db.now()
    memories = [memory.get(db, keys[card_id]) for card_id in ("a#", "b#")]
    assert None not in memories
    recalls = [schedule.retrievability(one, now.study_day + 1) for one in memories if one]
    assert due.counts(db, now)[0].recalled == pytest.approx(sum(recalls) / 2)
    clock.next_day(9)
    recalls = [schedule.retrievability(one, now.study_day + 9) for one in memories if one]
    assert due.counts(db, db.now())[0].recalled == pytest.approx(sum(recalls) / 2)


def test_suspended_and_buried_cards_do_not_wait(db: Database, clock: Clock) -> None:
    shelve(db, ["a#", "b#", "c#", "d#"], suspended=("c#", "d#"))
    log.append_event(db, event(db, "suspend", "a#"))
    log.append_event(db, event(db, "bury", "b#"))
    log.append_event(db, event(db, "unsuspend", "d#"))
    assert row_counts(db, db.now()) == [(1, 0, 0)]
    assert len(due.plan(db, db.now(), Settings(), seed=1).queue) == 1
    clock.next_day()
    assert row_counts(db, db.now()) == [(2, 0, 0)]


def test_decks_that_are_not_studied_show_their_problems_only(db: Database) -> None:
    shelve(db, ["a#"], deck=1, studied=False)
    shelve(db, ["b#"], deck=2, studied=False, problems=3)
    shelve(db, [], deck=3)
    rows = due.counts(db, db.now())
    assert [(row.deck_key, row.title, row.new, row.problems) for row in rows] == [
        (2, "Deck 2", 0, 3),
        (3, "Deck 3", 0, 0),
    ]
    assert due.plan(db, db.now(), Settings(), seed=1).queue == ()


def test_cards_that_left_the_shelf_are_archived(db: Database, clock: Clock) -> None:
    study(db, *shelve(db, ["a#", "b#"]))
    clock.next_day(3)
    db.con.execute("DELETE FROM shelf WHERE note = 0")
    seen = due.overview(db, db.now(), Settings())
    assert seen.due == 1
    assert due.forecast(db, db.now(), 1)[0].count == 1


def test_a_sitting_with_some_decks(db: Database, clock: Clock) -> None:
    one = shelve(db, ["a#", "b#"], deck=1)
    two = shelve(db, ["c#", "d#"], deck=2)
    study(db, "a#", "c#")
    answer(db, "d#", 1)
    clock.next_day()
    assert set(due.plan(db, db.now(), Settings(), seed=1).queue) == {*one.values(), *two.values()}
    agenda = due.plan(db, db.now(), Settings(), seed=1, decks=[2])
    assert set(agenda.queue) == set(two.values())
    assert (agenda.learning, agenda.due, agenda.new) == (1, 1, 0)
    assert due.plan(db, db.now(), Settings(), seed=1, decks=[]).queue == ()


def test_new_cards_come_from_each_deck_in_turn_in_its_order(db: Database) -> None:
    one = shelve(db, ["a#", "b#", "c#", "d#"], deck=1)
    two = shelve(db, ["e#"], deck=2)
    three = shelve(db, ["f#", "g#", "h#"], deck=3, sequence="blocked")
    queue = due.plan(db, db.now(), Settings(new_per_day=6), seed=1).queue
    keys = {key: card_id for card_id, key in (one | two | three).items()}
    assert [keys[key] for key in queue] == ["a#", "e#", "f#", "g#", "b#", "c#"]


def test_limits_count_the_whole_collection_today(db: Database, clock: Clock) -> None:
    shelve(db, [f"a{n}#" for n in range(10)], deck=1)
    shelve(db, [f"b{n}#" for n in range(10)], deck=2)
    study(db, *(f"a{n}#" for n in range(6)))
    limits = Settings(new_per_day=8, reviews_per_day=4)
    assert due.plan(db, db.now(), limits, seed=1, decks=[2]).new == 2
    assert due.plan(db, db.now(), limits, seed=1, decks=[2], extra_new=5).new == 7
    clock.next_day()
    agenda = due.plan(db, db.now(), limits, seed=1)
    assert (agenda.due, agenda.new, agenda.backlog) == (4, 0, True)
    study(db, "a0#", "a1#", due_in=9)
    agenda = due.plan(db, db.now(), limits, seed=1)
    assert (agenda.due, agenda.backlog) == (2, True)


def test_a_backlog_starts_with_the_best_remembered(db: Database, clock: Clock) -> None:
    keys = shelve(db, ["a#", "b#", "c#"])
    answer(db, "b#", 4, due_day=TODAY + 5)
    answer(db, "c#", 3, due_day=TODAY + 5)
    clock.next_day(3)
    answer(db, "a#", 3, due_day=TODAY + 5)
    clock.next_day(4)
    queue = due.plan(db, db.now(), Settings(reviews_per_day=2), seed=1).queue
    assert queue == (keys["b#"], keys["a#"])


def test_one_sibling_a_day_even_after_a_restart(tmp_path: Path) -> None:
    clock = Clock()
    groups = dict.fromkeys(("a#", "b#", "c#"), 7)
    with hasty(tmp_path, clock) as db:
        keys = shelve(db, ["a#", "b#", "c#", "d#"], groups=groups)
        assert due.plan(db, db.now(), Settings(), seed=1).queue == (keys["a#"], keys["d#"])
        study(db, "a#", due_in=2)
    with hasty(tmp_path, clock, seed=2) as db:
        assert due.plan(db, db.now(), Settings(), seed=1).queue == (keys["d#"],)
        clock.next_day()
        assert due.plan(db, db.now(), Settings(), seed=1).queue == (keys["b#"], keys["d#"])


def test_items_are_as_a_session_takes_them(db: Database) -> None:
    keys = shelve(db, ["a#", "b#", "c#"], deck=4)
    wanted = [keys["c#"], 999, keys["a#"]]
    assert due.items(db, wanted) == (
        Item(keys["c#"], "c#", 4, 2, ""),
        Item(keys["a#"], "a#", 4, 0, ""),
    )


def test_the_estimate_is_the_pace_of_the_last_days(db: Database, clock: Clock) -> None:
    shelve(db, ["a#", "b#", "c#"])
    assert due.overview(db, db.now(), Settings()).seconds == 30
    answer(db, "a#", 1, visible_ms=9_000)
    answer(db, "a#", 3, visible_ms=6_000, due_day=TODAY + 1)
    clock.next_day()
    seen = due.overview(db, db.now(), Settings())
    assert (seen.due, seen.seconds) == (1, 15)
    clock.next_day(60)
    assert due.overview(db, db.now(), Settings()).seconds == 10
    answer(db, "b#", 1, visible_ms=0)
    assert due.overview(db, db.now(), Settings()).seconds == 20


def test_next_due(db: Database, clock: Clock) -> None:
    shelve(db, ["a#", "b#", "c#", "d#"])
    study(db, "a#", "b#", due_in=3)
    study(db, "c#", due_in=4)
    assert due.overview(db, db.now(), Settings()).next_due == DayCount(TODAY + 3, 2)
    clock.next_day(3)
    assert due.overview(db, db.now(), Settings()).next_due is None
    held_back = due.overview(db, db.now(), Settings(reviews_per_day=0))
    assert (held_back.due, held_back.next_due) == (0, DayCount(TODAY + 4, 3))


def test_forecast(db: Database, clock: Clock) -> None:
    shelve(db, ["a#", "b#", "c#", "d#"])
    study(db, "a#", due_in=1)
    study(db, "b#", due_in=3)
    study(db, "c#", due_in=9)
    log.append_event(db, event(db, "suspend", "d#"))
    assert [day.count for day in due.forecast(db, db.now(), 4)] == [1, 0, 1, 0]
    clock.next_day(2)
    assert due.forecast(db, db.now(), 3) == tuple(
        DayCount(TODAY + day, count) for day, count in ((3, 2), (4, 0), (5, 0))
    )


def test_load_is_what_is_due_later(db: Database) -> None:
    shelve(db, ["a#", "b#", "c#"])
    study(db, "a#", "b#", due_in=3)
    answer(db, "c#", 1)
    assert due.load(db, db.now()) == {TODAY + 3: 2}


def test_heat_and_weeks(db: Database, clock: Clock) -> None:
    shelve(db, ["a#", "b#"])
    days = []
    for wait in (0, 1, 6, 7, 60, 400):
        clock.next_day(wait)
        days.append(db.now().study_day)
        answer(db, "a#", 1)
        answer(db, "a#")
        answer(db, "b#", mode="repeat")
    now = db.now()
    seen = due.overview(db, now, Settings())
    assert seen.heat == (DayCount(now.study_day, 2),)
    assert seen.weeks_studied == 1
    past = due.overview(db, Moment(now.at_ms - 400 * 86_400_000), Settings())
    assert past.heat == tuple(DayCount(day, 2) for day in days[:-1])
    assert past.weeks_studied == 3


@pytest.mark.parametrize(
    ("ago", "weeks"),
    [((0,), 1), ((6,), 1), ((0, 6), 1), ((0, 7), 2), ((6, 7), 2), ((69,), 1), ((70,), 0), (range(90), 10)],
)
def test_weeks_studied_of_the_last_ten(db: Database, clock: Clock, ago, weeks: int) -> None:
    now = db.now()
    for days in ago:
        answer(db, "a#", moment=Moment(now.at_ms - days * DAY_MS))
    assert due.overview(db, now, Settings()).weeks_studied == weeks


def test_counts_do_not_care_for_travel(db: Database) -> None:
    """The same moment elsewhere is another study day, but what was logged stays where it was."""
    shelve(db, ["a#"])
    study(db, "a#", due_in=1)
    there = Moment(START_MS + 5, utc_offset_min=14 * 60)
    assert there.study_day == TODAY
    west = Moment(START_MS + 5, utc_offset_min=-12 * 60, rollover_h=4)
    assert west.study_day == TODAY - 1
    seen = due.overview(db, west, Settings())
    assert (seen.due, seen.heat) == (0, ())
    assert due.overview(db, there, Settings()).heat == (DayCount(TODAY, 1),)
