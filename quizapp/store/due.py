"""What waits to be studied, counted and listed from shelf, memory and totals."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from quizapp.core import agenda, chance
from quizapp.core.agenda import Agenda, Candidate, Candidates, Done
from quizapp.core.overview import DayCount, DeckRow, Overview
from quizapp.core.reviews import Moment
from quizapp.core.session import Item
from quizapp.core.setting_values import Backlog
from quizapp.core.settings import Settings
from quizapp.store import caps, scopes

if TYPE_CHECKING:
    from quizapp.store.database import Database

WEEKS = 10
HEAT_DAYS = 53 * 7
PACE_DAYS = 30
"""Study days that the time estimate looks back on."""
SECONDS_A_CARD = 10
"""The estimate before there is anything to look back on."""

_ELAPSED = "max(1, :today - last_day)"
RECALL = f"pow(1 + (SELECT factor FROM curve) * {_ELAPSED} / stability, -(SELECT decay FROM curve))"
"""SQL: how likely a card of memory is recalled, by the forgetting curve in force (core.schedule)."""
AWAKE = "coalesce(card_state.suspended, shelf.suspended) = 0 AND card_state.buried_day IS NOT :today"
"""SQL: a card of the shelf with its card_state is not put aside."""
_CANDIDATE = f"card_key, deck_key, sibling, due_day, due_ms, difficulty, {RECALL} AS recall"

# Recall is told as of tomorrow for what was studied today: nobody is sure to know a card.
_ROWS = f"""
SELECT deck.deck_key, title, course, avg({RECALL}),
    coalesce(sum(memory.card_key IS NULL AND {AWAKE}), 0),
    coalesce(sum(step > 0 AND due_day <= :today AND {AWAKE}), 0),
    coalesce(sum(step = 0 AND due_day <= :today AND {AWAKE}), 0),
    problems
FROM deck
LEFT JOIN shelf ON shelf.deck_key = deck.deck_key AND studied
LEFT JOIN memory USING (card_key) LEFT JOIN card_state USING (card_key)
GROUP BY deck.deck_key HAVING studied OR problems
ORDER BY path
"""
_WAITING = f"""
SELECT {_CANDIDATE} FROM memory JOIN shelf USING (card_key) LEFT JOIN card_state USING (card_key)
WHERE due_day <= :today AND {AWAKE} AND deck_key IN (SELECT value FROM json_each(:decks))
"""
_LEARNING = f"{_WAITING} AND step > 0"
_DUE = f"{_WAITING} AND step = 0 ORDER BY "
_BACKLOGS: Mapping[Backlog, str] = {
    "kept": "recall DESC, card_key",
    "oldest": "due_day, recall DESC, card_key",
    "hardest": "difficulty DESC, recall DESC, card_key",
}
"""Which of the cards that are due come where not all can."""
_NEW = f"""
SELECT card_key, sibling FROM shelf LEFT JOIN card_state USING (card_key)
WHERE deck_key = :deck AND {AWAKE}
AND NOT EXISTS (SELECT 1 FROM memory WHERE memory.card_key = shelf.card_key)
ORDER BY note, card_key
"""
_COMING = "memory JOIN shelf USING (card_key) LEFT JOIN card_state USING (card_key) WHERE " + (
    "coalesce(card_state.suspended, shelf.suspended) = 0"
)


def counts(db: "Database", now: Moment) -> tuple[DeckRow, ...]:
    """What waits in each deck, before any limit, in the order of their paths."""
    return tuple(
        DeckRow(
            deck_key=key,
            title=title,
            course=course,
            recalled=recalled,
            new=new,
            learning=learning,
            due=due,
            problems=problems,
        )
        for key, title, course, recalled, new, learning, due, problems in db.con.execute(
            _ROWS, {"today": now.study_day}
        )
    )


def plan(
    db: "Database",
    now: Moment,
    settings: Settings,
    *,
    seed: int,
    decks: Collection[int] | None = None,
    extra_new: int = 0,
    most: int = 0,
) -> Agenda:
    """The cards of a sitting with all decks, or some. extra_new: asked for beyond the day's limit.

    most: so many reviews, those most worth keeping, and no new cards; 0: as many as the day has.
    """
    done = _done(db, now.study_day)
    if most:
        settings = replace(settings, reviews_per_day=done.reviews + most, new_per_day=0, backlog="kept")
    chosen = _decks(db, decks)
    args = {"today": now.study_day, "decks": json.dumps(list(chosen))}
    own = scopes.decks_with_own(db)
    alone = frozenset(key for key in chosen if not own.get(key, settings).siblings)
    by_chance = frozenset(key for key in chosen if own.get(key, settings).new_order == "random")
    candidates = Candidates(
        learning=[_candidate(row, alone) for row in db.con.execute(_LEARNING, args)],
        due=(_candidate(row, alone) for row in db.con.execute(_DUE + _BACKLOGS[settings.backlog], args)),
        new=_new(db, chosen, now.study_day, alone, {deck: chance.drawer(seed, deck) for deck in by_chance}),
        decks=tuple(chosen),
    )
    return agenda.plan(
        candidates,
        settings,
        done,
        now_ms=now.at_ms,
        seed=seed,
        extra_new=extra_new,
        caps=caps.today(db, now.study_day),
    )


def items(db: "Database", card_keys: Sequence[int]) -> tuple[Item, ...]:
    """The cards of a queue as a session takes them; those that have left the shelf are left out."""
    rows = db.con.execute(
        "SELECT card_key, card_id, deck_key, note, part FROM json_each(?) "
        "JOIN shelf ON shelf.card_key = value JOIN card USING (card_key) ORDER BY json_each.key",
        (json.dumps(list(card_keys)),),
    )
    return tuple(Item(*row) for row in rows)


def overview(db: "Database", now: Moment, settings: Settings) -> Overview:
    """Home at a glance."""
    today = now.study_day
    rows = counts(db, now)
    planned = plan(db, now, settings, seed=0)
    due = planned.learning + planned.due
    waiting = sum(row.due for row in rows)
    heat = tuple(DayCount(*row) for row in db.con.execute(_HEAT, (today - HEAT_DAYS, today)))
    return Overview(
        today=today,
        rows=rows,
        due=due,
        new=planned.new,
        new_waiting=sum(row.new for row in rows),
        learning=planned.learning,
        seconds=round((due or planned.new) * _pace(db, today)),
        next_due=None if due else _next_due(db, today),
        heat=heat,
        weeks_studied=len({(today - day.day) // 7 for day in heat if today - day.day < 7 * WEEKS}),
        weeks=WEEKS,
        renamed=_renamed(db),
        missing=_missing(db),
        late=waiting - planned.due if planned.backlog else 0,
        away=today - max((day.day for day in heat if day.day < today), default=today),
    )


def _renamed(db: "Database") -> int:
    """Pairs to ask about. Most days there is no guess, and a start loads nothing for it."""
    if db.con.execute("SELECT 1 FROM guess LIMIT 1").fetchone() is None:
        return 0
    from quizapp.store import renames

    return renames.count(db)


def _missing(db: "Database") -> int:
    """Cards without a text; looked for where at least one note is gone."""
    if db.con.execute("SELECT 1 FROM fingerprint WHERE gone_ms IS NOT NULL LIMIT 1").fetchone() is None:
        return 0
    from quizapp.store import orphans

    return orphans.count(db)


def forecast(db: "Database", now: Moment, days: int) -> tuple[DayCount, ...]:
    """Due cards of each of the next study days, tomorrow first; what waits today is due tomorrow still."""
    first = now.study_day + 1
    sql = f"SELECT max(due_day, :first), count(*) FROM {_COMING} AND due_day < :end GROUP BY 1"
    due = dict(db.con.execute(sql, {"first": first, "end": first + days}).fetchall())
    return tuple(DayCount(day, due.get(day, 0)) for day in range(first, first + days))


def load(db: "Database", now: Moment) -> dict[int, int]:
    """Study day -> cards due on it, from tomorrow on: what a new due day is balanced against."""
    sql = "SELECT due_day, count(*) FROM memory WHERE due_day > ? GROUP BY due_day"
    return dict(db.con.execute(sql, (now.study_day,)).fetchall())


_HEAT = """
SELECT study_day, sum(cards) FROM day_total WHERE study_day > ? AND study_day <= ?
GROUP BY study_day HAVING sum(cards) > 0
"""


def _decks(db: "Database", wanted: Collection[int] | None) -> dict[int, bool]:
    """Deck -> whether its new cards stay together, in the order of their paths."""
    rows = db.con.execute("SELECT deck_key, sequence = 'blocked' FROM deck WHERE studied ORDER BY path")
    return {key: bool(blocked) for key, blocked in rows if wanted is None or key in wanted}


def _candidate(row: tuple[Any, ...], alone: Collection[int]) -> Candidate:
    """alone: decks whose siblings may come on one day."""
    key, deck, group, due_day, due_ms, difficulty, recall = row
    return Candidate(
        card_key=key,
        deck_key=deck,
        group=None if deck in alone else group,
        due_day=due_day,
        due_ms=due_ms,
        difficulty=difficulty,
        recall=recall,
    )


def _new(
    db: "Database",
    decks: dict[int, bool],
    today: int,
    alone: Collection[int],
    by_chance: Mapping[int, Callable[[str], float]],
) -> Iterator[Candidate]:
    """New cards, one of each deck in turn, each deck in its own order, or in the order that is drawn."""
    left = [
        (deck, blocked, _new_rows(db, deck, today, by_chance.get(deck))) for deck, blocked in decks.items()
    ]
    while left:
        served = []
        for deck, blocked, rows in left:
            row = next(rows, None)
            if row is not None:
                group = None if deck in alone else row[1]
                yield Candidate(card_key=row[0], deck_key=deck, group=group, blocked=blocked)
                served.append((deck, blocked, rows))
        left = served


def _new_rows(
    db: "Database", deck: int, today: int, draw: Callable[[str], float] | None
) -> Iterator[tuple[int, int | None]]:
    rows: Iterator[tuple[int, int | None]] = db.con.execute(_NEW, {"deck": deck, "today": today})
    return iter(sorted(rows, key=lambda row: draw(str(row[0])))) if draw else rows


def _done(db: "Database", today: int) -> Done:
    new, reviews = db.con.execute(
        "SELECT coalesce(sum(fresh), 0), coalesce(sum(due), 0) FROM day_total WHERE study_day = ?", (today,)
    ).fetchone()
    groups = db.con.execute(
        "SELECT sibling FROM memory JOIN shelf USING (card_key) WHERE last_day = ? AND sibling NOTNULL",
        (today,),
    )
    return Done(new=new, reviews=reviews, groups=frozenset(group for (group,) in groups))


def _pace(db: "Database", today: int) -> float:
    """Seconds that a card took on the last study days, all its tries of a day together."""
    visible_ms, cards = db.con.execute(
        "SELECT sum(visible_ms), sum(fresh + due) FROM day_total WHERE study_day > ? AND mode = 'study'",
        (today - PACE_DAYS,),
    ).fetchone()
    return visible_ms / cards / 1000 if cards and visible_ms else SECONDS_A_CARD


def _next_due(db: "Database", today: int) -> DayCount | None:
    """The next study day with due cards. What is held back today counts for tomorrow."""
    nearest = db.con.execute(f"SELECT due_day FROM {_COMING} ORDER BY due_day LIMIT 1").fetchone()
    if nearest is None:
        return None
    day = max(nearest[0], today + 1)
    (count,) = db.con.execute(f"SELECT count(*) FROM {_COMING} AND due_day <= ?", (day,)).fetchone()
    return DayCount(day, count)
