"""Statistics: what was answered, what is due, how cards stand; of all cards or those a query finds."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import compress
from typing import TYPE_CHECKING

from quizapp.core import stats_sums
from quizapp.core.settings import Settings
from quizapp.core.stats import (
    BINS,
    FORECAST_DAYS,
    HARDEST,
    HEAT_DAYS,
    OFTEN,
    Bin,
    Day,
    Groups,
    Hard,
    Period,
    States,
    Statistics,
    Today,
)
from quizapp.core.stats_sums import CardSums, DaySums
from quizapp.store import browse_rows, leeches, spans, stats_answers, stats_cards
from quizapp.store.browse import Browse
from quizapp.store.spans import Progress
from quizapp.store.stats_cards import Cards, Standing, standing_of

if TYPE_CHECKING:
    from quizapp.store.database import Database
    from quizapp.store.shelf import Shelf

USUAL_DAYS = 30
"""Study days before today's that it is compared with."""
MONTHS = 12
_HARDEST = """
SELECT card_key FROM card_total JOIN shelf USING (card_key) WHERE counted >= :often {among}
ORDER BY 1.0 * recalled / counted, recalled - counted, card_key LIMIT :most
"""
_LEECHES = "SELECT card_key FROM memory JOIN shelf USING (card_key) WHERE {condition} {among}"
_ANSWERED = """
SELECT card_key, counted, recalled FROM card_total WHERE card_key IN (SELECT value FROM json_each(:keys))
"""
Hards = tuple[Hard, ...]


def statistics(
    db: "Database",
    shelf: "Shelf",
    query: str,
    period: Period,
    *,
    settings: Settings,
    progress: Progress | None = None,
) -> Statistics:
    """Everything of the cards that a query of the search language finds; of all answers if it is empty.

    progress: called with (cards done, all) where it takes long; what it raises ends the work.
    """
    today = db.now().study_day
    spans.bring_up(db, today, progress)
    with _snapshot(db):
        only = sorted(Browse(db, shelf).search(query).keys) if query.strip() else None
        if only is None:
            answers = stats_answers.everything(db, period, today)
        else:
            answers = stats_answers.of_cards(db, only, period, today, progress)
        cards = stats_cards.read(db, today, period, only, spans.moved(db, today, progress))
        inside = [day for day in answers.days if day.day >= stats_answers.first_day(period, today)]
        groups = _groups(db, cards)
        hard, lapsed = _hard(db, shelf, only)
    standings = {standing_of(number): count for number, count in Counter(cards.standings).items()}
    forecast = _forecast(standings)
    return Statistics(
        query=query,
        period=period,
        today=today,
        day=_today(answers.days, today, forecast[0]),
        reviews=sum(day.reviews for day in inside),
        visible_ms=sum(day.visible_ms for day in inside),
        days=_days(answers.days, period, today),
        recall=stats_sums.recall_of(inside),
        months=stats_sums.months(answers.days, today, None if period == "all" else MONTHS),
        desired=settings.desired_retention,
        forecast=forecast,
        states=_states(standings),
        stability=_stability(standings),
        groups=groups,
        hours=answers.hours,
        hard=hard,
        leeches=lapsed,
    )


@contextmanager
def _snapshot(db: "Database") -> Iterator[None]:
    """What is read inside is of one moment, whatever another connection writes."""
    if db.con.in_transaction:
        yield
        return
    db.con.execute("BEGIN")
    try:
        yield
    finally:
        db.con.execute("COMMIT")


def _today(days: Sequence[DaySums], today: int, due: int) -> Today:
    now = next((day for day in days if day.day == today), DaySums(today, 0, 0, 0, 0))
    usual = (day for day in days if today - USUAL_DAYS <= day.day < today)
    return Today(
        reviews=now.reviews,
        recall=stats_sums.recall_of((now,)),
        usual=stats_sums.recall_of(usual),
        visible_ms=now.visible_ms,
        due=due,
        weeks=stats_sums.weeks_in_a_row((day.day for day in days), today),
    )


def _days(days: Sequence[DaySums], period: Period, today: int) -> tuple[Day, ...]:
    return tuple(
        Day(day.day, day.reviews, day.visible_ms)
        for day in days
        if period == "all" or day.day > today - HEAT_DAYS
    )


def _forecast(standings: Mapping[Standing, int]) -> tuple[int, ...]:
    counts = _counted((standing.wait, cards) for standing, cards in standings.items())
    return tuple(counts[wait] for wait in range(FORECAST_DAYS))


def _states(standings: Mapping[Standing, int]) -> States:
    counts = _counted((standing.state, cards) for standing, cards in standings.items())
    return States(**{name: counts[state] for state, name in enumerate(States.__struct_fields__)})


def _stability(standings: Mapping[Standing, int]) -> tuple[Bin, ...]:
    counts = _counted((standing.bin, cards) for standing, cards in standings.items())
    ends = (*BINS[1:], 0.0)
    return tuple(
        Bin(low, high, counts[place]) for place, (low, high) in enumerate(zip(BINS, ends, strict=True))
    )


def _counted(cards: Iterable[tuple[int, int]]) -> Counter[int]:
    counts: Counter[int] = Counter()
    for key, number in cards:
        counts[key] += number
    return counts


def _groups(db: "Database", cards: Cards) -> Groups:
    titles = dict(db.con.execute("SELECT deck_key, title FROM cache.deck").fetchall())
    facts = stats_sums.sums_of(zip(cards.decks, cards.kinds, cards.statuses, strict=True), cards.sums)
    tagged = CardSums(*(list(compress(column, cards.tags)) for column in cards.sums))
    tags = stats_sums.sums_of(filter(None, cards.tags), tagged)
    return Groups(
        decks=stats_sums.named((titles[deck], numbers) for (deck, _, _), numbers in facts.items()),
        tags=stats_sums.named(
            (tag, numbers) for lines, numbers in tags.items() for tag in lines.splitlines()
        ),
        kinds=stats_sums.named((kind, numbers) for (_, kind, _), numbers in facts.items()),
        statuses=stats_sums.named((status, numbers) for (_, _, status), numbers in facts.items()),
    )


def _hard(db: "Database", shelf: "Shelf", only: Sequence[int] | None) -> tuple[Hards, Hards]:
    """The hardest cards, and the leeches."""
    among = "" if only is None else "AND card_key IN (SELECT value FROM json_each(:keys))"
    args = {"keys": json.dumps(only), "often": OFTEN, "most": HARDEST}
    hardest = [key for (key,) in db.con.execute(_HARDEST.format(among=among), args)]
    sql = _LEECHES.format(condition=leeches.condition(db), among=among)
    lapsed = [key for (key,) in db.con.execute(sql, args)]
    wanted = list({*hardest, *lapsed})
    answers = {
        key: (counted, recalled)
        for key, counted, recalled in db.con.execute(_ANSWERED, {"keys": json.dumps(wanted)})
    }
    found = {}
    for row in browse_rows.read(db, shelf, wanted):
        counted, recalled = answers.get(row.card_key, (0, 0))
        found[row.card_key] = Hard(
            card_key=row.card_key,
            front=row.question,
            deck=row.deck,
            forgotten=counted - recalled,
            reviews=counted,
            stability=row.stability,
            lapses=row.lapses,
            leech=row.leech,
        )
    worst = sorted((found[key] for key in lapsed), key=lambda card: (-card.lapses, card.card_key))
    return tuple(found[key] for key in hardest), tuple(worst)
