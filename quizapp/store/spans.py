"""The numbers of many cards at once, and the spans of days that those in card_total are of.

A span ends with a study day, so the next day something leaves it: only the cards answered on the days that
left are read again.
"""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from quizapp.core.problems import QuizError
from quizapp.core.stats import SPANS
from quizapp.store import memory, overrides, totals
from quizapp.store.totals import COLUMNS, RESET, SPAN_DAY, CardRows, Totals

if TYPE_CHECKING:
    from quizapp.store.database import Database

Progress = Callable[[int, int], None]
"""Takes (done, total) now and then; what it raises ends the work."""

_STEP = 1_000
"""Cards read at once: some 30 ms for ten reviews each."""

_KEYS = "SELECT value FROM json_each(:keys)"
_OF_CARDS = f"""
SELECT subject, {COLUMNS} FROM (
    SELECT subject, {COLUMNS}, review_id AS id FROM standing
    WHERE subject IN ({_KEYS})
    AND card_key IN ({_KEYS} UNION SELECT old_key FROM alias WHERE new_key IN ({_KEYS}))
    UNION ALL SELECT coalesce(new_key, card_key), 0, type, 0, 0, at_ms, 0, event_id
    FROM event JOIN card ON card_id = target LEFT JOIN alias ON old_key = card_key
    WHERE type = '{RESET}' AND coalesce(new_key, card_key) IN ({_KEYS}) AND {overrides.STANDS}
) ORDER BY subject, at_ms, id
"""
_LEFT = " OR ".join(["study_day >= ? AND study_day < ?"] * len(SPANS))
_ANSWERED = f"""
SELECT DISTINCT coalesce(new_key, card_key) FROM review LEFT JOIN alias ON old_key = card_key WHERE {_LEFT}
"""
"""The cards answered on days that left a span. An index of days would be faster once a day, but SQLite would
take it for searches, too, where the index that holds all they read is the better one."""
_row = itemgetter(slice(1, None))


def of_cards(db: "Database", keys: Sequence[int], today: int, progress: Progress | None = None) -> Totals:
    """What some cards add to the numbers, in spans that end today."""
    sums = Totals(today)
    for at in range(0, len(keys), _STEP):
        if progress:
            progress(at, len(keys))
        rows = db.con.execute(_OF_CARDS, {"keys": json.dumps([*keys[at : at + _STEP]])})
        for subject, reviews in groupby(rows, key=itemgetter(0)):
            sums.take(subject, map(_row, reviews))
    return sums


def moved(db: "Database", today: int, progress: Progress | None = None) -> CardRows:
    """The rows of card_total that would be others if the spans ended today; none if they do."""
    then = totals.day_of(db)
    if then == today:
        return {}
    ends = [end for days in SPANS.values() for end in sorted((then - days + 1, today - days + 1))]
    keys = sorted(key for (key,) in db.con.execute(_ANSWERED, ends))
    return of_cards(db, keys, today, progress).cards


def bring_up(db: "Database", today: int, progress: Progress | None = None) -> None:
    """Let the spans end today, if that can be written; if not, whoever reads them asks what has `moved`."""
    if totals.day_of(db) == today or db.con.execute("PRAGMA query_only").fetchone() == (1,):
        return
    at = memory.stamp(db)
    rows = moved(db, today, progress)
    # A full disk is no reason to show nothing.
    with suppress(QuizError), db.transaction():
        if memory.stamp(db) == at:
            db.con.executemany(totals.CARD.put, [(*key, *numbers) for key, numbers in rows.items()])
            db.set_meta(SPAN_DAY, str(today))
