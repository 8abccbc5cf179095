"""Each study day in numbers: a fold of the log that statistics and limits read."""

from typing import TYPE_CHECKING

from quizapp.store.cards import KEYS_OF_SUBJECT

if TYPE_CHECKING:
    from quizapp.store.database import Database

Totals = dict[tuple[int, str], tuple[int, ...]]
"""(study day, mode) -> the numbers of day_total, in the order of its columns."""

NUMBERS = ("reviews", "cards", "fresh", "due", "again", "visible_ms")

_FOLD = """
SELECT study_day, mode, count(*), sum(first_of_day), sum(fresh), sum(due), sum(rating = 1), sum(visible_ms)
FROM (
    SELECT study_day, mode, rating, visible_ms,
        row_number() OVER day = 1 AS first_of_day,
        mode = 'study' AND row_number() OVER life = 1 AS fresh,
        mode = 'study' AND row_number() OVER day_of_mode = 1
            AND study_day <> first_value(study_day) OVER life AS due
    FROM standing
    {where}
    WINDOW day AS (PARTITION BY subject, study_day ORDER BY at_ms, review_id),
        day_of_mode AS (PARTITION BY subject, mode, study_day ORDER BY at_ms, review_id),
        life AS (PARTITION BY subject, mode ORDER BY at_ms, review_id)
)
GROUP BY study_day, mode
"""
_FOLD_ALL = _FOLD.format(where="")
_FOLD_CARD = _FOLD.format(where=f"WHERE subject = :subject AND card_key IN {KEYS_OF_SUBJECT}")

_ADD = f"""
INSERT INTO day_total VALUES ({", ".join("?" * (2 + len(NUMBERS)))})
ON CONFLICT DO UPDATE SET {", ".join(f"{name} = {name} + excluded.{name}" for name in NUMBERS)}
"""


def of_card(db: "Database", subject: int) -> Totals:
    """What one card's reviews add to the days."""
    rows = db.con.execute(_FOLD_CARD, {"subject": subject})
    return {(day, mode): tuple(numbers) for day, mode, *numbers in rows}


def move(db: "Database", before: Totals, after: Totals) -> None:
    """Replace what a card added before by what it adds now."""
    none = (0,) * len(NUMBERS)
    for key in before.keys() | after.keys():
        old, new = before.get(key, none), after.get(key, none)
        if old == new:
            continue
        db.con.execute(_ADD, (*key, *(now - then for then, now in zip(old, new, strict=True))))
        if not new[0]:
            db.con.execute("DELETE FROM day_total WHERE study_day = ? AND mode = ? AND reviews = 0", key)


def rebuild(db: "Database") -> None:
    """Fold the whole log anew."""
    db.con.execute("DELETE FROM day_total")
    db.con.execute(f"INSERT INTO day_total {_FOLD_ALL}")
