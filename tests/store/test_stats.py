"""Statistics: each number against a count by hand, of logs with travels, corrections and several machines."""

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import settings as tries
from hypothesis import strategies as st

from quizapp.core.settings import Settings
from quizapp.core.stats import FORECAST_DAYS, HEAT_DAYS, PERIODS, SPANS, Period, Recall, Statistics
from quizapp.store import due, log, memory, spans, stats, totals
from quizapp.store.database import Database
from quizapp.store.shelf import Shelf
from tests.store import recount
from tests.store.made import DAY_MS, Clock, answer, event, fresh, key_of, play, shelve
from tests.store.recount import CARDS, DECKS, Answer, Line

QUERIES = {"": CARDS, 'deck:"Deck 1"': DECKS["Deck 1"], 'deck:"Deck 2"': DECKS["Deck 2"]}

FACTS = {
    "a#": ("basic", "fact", "history\nmaps"),
    "b#": ("basic", "claim", "maps"),
    "c#": ("cloze", "", ""),
    "d#": ("cloze", "fact", "history"),
    "e#": ("basic", "claim", "history"),
    "f#": ("typed", "", ""),
}
"""Kind, status and tags of the cards on the shelf."""


def statistics(db: Database, query: str = "", period: Period = "year") -> Statistics:
    return stats.statistics(db, Shelf(db), query, period, settings=Settings())


@contextmanager
def collection() -> Iterator[tuple[Database, Clock]]:
    """Two decks on the shelf."""
    clock = Clock()
    with fresh(clock) as db:
        for number, cards in enumerate(DECKS.values(), 1):
            shelve(db, list(cards), deck=number, suspended=("c#",))
        db.con.execute("UPDATE shelf SET note_key = card_key")
        for card, fact in FACTS.items():
            key = key_of(db, card)
            db.con.execute("INSERT INTO face VALUES (?, ?, ?, '', '')", (key, key, card))
            db.con.execute("INSERT INTO fact VALUES (?, ?, ?, ?, '', 0, NULL)", (key, *fact))
        yield db, clock


def check(found: Statistics, all_lines: Sequence[Line], cards: Sequence[str]) -> None:
    """Each number of the answers."""
    today, period = found.today, found.period
    all_ = [one for one in recount.answers(all_lines) if one.card in cards]
    begin = today - SPANS[period] if period in SPANS else -1_000_000
    inside = [one for one in all_ if one.review.study_day > begin]
    heat = [one for one in all_ if period == "all" or one.review.study_day > today - HEAT_DAYS]
    assert (found.reviews, found.visible_ms) == (len(inside), recount.visible(inside))
    assert _pair(found.recall) == recount.recall(inside)
    assert [(day.day, day.reviews, day.visible_ms) for day in found.days] == recount.by_day(heat)
    assert [(hour.hour, hour.reviews, *_pair(hour.recall)) for hour in found.hours] == [
        (hour, len(those), *recount.recall(those))
        for hour in range(24)
        for those in [[one for one in inside if one.hour == hour]]
    ]
    check_months(found, all_)
    check_today(found, all_)
    ids = [card for card in FACTS if card in cards]
    check_groups(found, inside, ids)
    assert [(card.front, card.forgotten, card.reviews) for card in found.hard] == [
        *recount.hardest(all_, ids)
    ]


def check_months(found: Statistics, all_: Sequence[Answer]) -> None:
    months = recount.by_month(all_)
    for month in found.months:
        assert _pair(month.recall) == months.pop((month.year, month.month), (0, 0))
    first, last = found.months[0], found.months[-1]
    assert len(found.months) == 1 + (last.year - first.year) * 12 + last.month - first.month
    if found.period == "all":
        assert not months
    else:
        assert len(found.months) == 12
        assert all(month < (first.year, first.month) for month in months)


def check_today(found: Statistics, all_: Sequence[Answer]) -> None:
    day, today = found.day, found.today
    now = [one for one in all_ if one.review.study_day == today]
    usual = [one for one in all_ if today - 30 <= one.review.study_day < today]
    assert (day.reviews, day.visible_ms, day.due) == (len(now), recount.visible(now), found.forecast[0])
    assert (_pair(day.recall), _pair(day.usual)) == (recount.recall(now), recount.recall(usual))
    assert day.weeks == recount.weeks_in_a_row(all_, today)


def check_groups(found: Statistics, inside: Sequence[Answer], ids: Sequence[str]) -> None:
    names: tuple[Callable[[str], Sequence[str]], ...] = (
        lambda card: [title for title, cards in DECKS.items() if card in cards],
        lambda card: FACTS[card][2].splitlines(),
        lambda card: FACTS[card][:1],
        lambda card: FACTS[card][1:2],
    )
    groups = found.groups
    for told, names_of in zip((groups.decks, groups.tags, groups.kinds, groups.statuses), names, strict=True):
        assert sorted(group.name for group in told) == sorted(
            {name for card in ids for name in names_of(card)}
        )
        for group in told:
            cards = [card for card in ids if group.name in names_of(card)]
            those = [one for one in inside if one.card in cards]
            assert (group.cards, group.reviews) == (len(cards), len(those))
            assert (_pair(group.recall), group.visible_ms) == (recount.recall(those), recount.visible(those))
        assert list(told) == sorted(told, key=lambda group: (-group.reviews, -group.cards, group.name))


def check_cards(db: Database, found: Statistics) -> None:
    """The forecast is the scheduler's due list; each card is in one state, each studied one in one bin."""
    now = db.now()
    rows = due.counts(db, now)
    assert found.forecast[0] == sum(row.due + row.learning for row in rows)
    waits = [_wait(db, card, now.study_day) for cards in DECKS.values() for card in cards if card != "c#"]
    assert list(found.forecast) == [waits.count(day) for day in range(FORECAST_DAYS)]
    for days in range(1, FORECAST_DAYS):
        ahead = sum(row.count for row in due.forecast(db, now, days))
        assert sum(found.forecast[: days + 1]) == ahead
    states = found.states
    assert states.new + states.learning + states.young + states.mature + states.suspended == 6
    known = [memory.get(db, key_of(db, card)) for cards in DECKS.values() for card in cards]
    for one in found.stability:
        held = [card for card in known if card and one.low <= card.stability < (one.high or float("inf"))]
        assert one.cards == len(held)


def _wait(db: Database, card: str, today: int) -> int | None:
    known = memory.get(db, key_of(db, card))
    state = db.con.execute(
        "SELECT suspended, buried_day FROM card_state WHERE card_key = ?", (key_of(db, card),)
    ).fetchone()
    suspended, buried_day = state or (0, None)
    if known is None or suspended:
        return None
    return max(known.due_day - today, int(buried_day == today))


def _pair(recall: Recall) -> tuple[int, int]:
    return recall.counted, recall.recalled


def check_all(db: Database, all_lines: Sequence[Line]) -> None:
    for query, cards in QUERIES.items():
        for period in PERIODS:
            check(statistics(db, query, period), all_lines, cards)
    check_cards(db, statistics(db))


def check_log(chance: random.Random, reviews: int, days: int) -> None:
    """Answer by answer over the years, looked at now and then; and the same made anew."""
    made = recount.lines(chance, reviews, days)
    with collection() as (db, clock):
        for at, line in enumerate(made):
            play(db, [line])
            clock.at_ms = line.moment.at_ms
            clock.utc_offset_min, clock.rollover_h = chance.choice(((0, 4), (-600, 0), (120, 4)))
            if chance.random() < 4 / len(made):
                check_all(db, made[: at + 1])
        clock.at_ms += chance.choice((0, 3, 40, 400)) * DAY_MS
        check_all(db, made)
        found = [statistics(db, query, period) for query in QUERIES for period in PERIODS]
        memory.rebuild(db)
        assert [statistics(db, query, period) for query in QUERIES for period in PERIODS] == found


@given(st.randoms(use_true_random=False), st.integers(1, 40), st.integers(2, 900))
@tries(max_examples=20)
def test_each_number_is_that_of_a_recount(chance: random.Random, reviews: int, days: int) -> None:
    check_log(chance, reviews, days)


@pytest.mark.slow
@given(st.randoms(use_true_random=False), st.integers(1, 60), st.integers(2, 900))
@tries(max_examples=80)
def test_each_number_is_that_of_a_recount_in_full(chance: random.Random, reviews: int, days: int) -> None:
    check_log(chance, reviews, days)


@pytest.mark.parametrize("seed", range(3))
def test_each_number_is_that_of_a_recount_of_a_long_log(seed: int) -> None:
    check_log(random.Random(seed), 250, 700)


def test_travels_and_another_day_start_change_no_past_day() -> None:
    with collection() as (db, clock):
        play(db, recount.lines(random.Random(5), 60, 300))
        before = statistics(db, period="all")
        clock.utc_offset_min, clock.rollover_h = -660, 23
        clock.next_day(3)
        answer(db, "a#")
        after = statistics(db, period="all")
        assert after.days[: len(before.days)] == before.days
        assert after.months[: len(before.months) - 1] == before.months[:-1]
        assert len(after.days) == len(before.days) + 1


def test_what_is_put_aside_for_today_is_due_tomorrow() -> None:
    with collection() as (db, _):
        answer(db, "a#", 1)
        log.append_event(db, event(db, "bury", "a#"))
        assert statistics(db).forecast[:2] == (0, 1)


def test_a_leech_is_told_by_the_settings() -> None:
    with collection() as (db, clock):
        for _ in range(9):
            answer(db, "a#", 3)
            clock.next_day(4)
            answer(db, "a#", 1)
            answer(db, "b#", 1)
            clock.next_day()
        (leech,) = statistics(db).leeches
        assert (leech.front, leech.deck, leech.leech) == ("a#", "Deck 1", True)
        assert leech.lapses >= Settings().leech_lapses


def test_nothing_is_written_where_only_reading_is_allowed() -> None:
    with collection() as (db, clock):
        for _ in range(40):
            answer(db, "a#", 3)
            clock.next_day()
        spans.bring_up(db, db.now().study_day)
        clock.next_day(20)
        db.con.execute("PRAGMA query_only = ON")
        held = totals.day_of(db)
        reading = [statistics(db, query, period) for query in QUERIES for period in PERIODS]
        assert totals.day_of(db) == held
        db.con.execute("PRAGMA query_only = OFF")
        assert [statistics(db, query, period) for query in QUERIES for period in PERIODS] == reading
        assert totals.day_of(db) == held + 20


def test_a_long_count_can_be_stopped() -> None:
    class StoppedError(Exception):
        pass

    def stop(done: int, of: int) -> None:
        raise StoppedError

    with collection() as (db, _):
        answer(db, "a#")
        answer(db, "e#")
        with pytest.raises(StoppedError):
            stats.statistics(db, Shelf(db), 'deck:"Deck 1"', "year", settings=Settings(), progress=stop)
        assert not db.con.in_transaction
