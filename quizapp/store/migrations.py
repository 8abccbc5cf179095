"""The schema of the progress file, version by version."""

import sqlite3
from importlib.resources import files

APPLICATION_ID = 0x5175697A
"""Marks a progress file in SQLite's header: "Quiz"."""

_REGRADES = """
CREATE TABLE regrade (
    seq INTEGER PRIMARY KEY REFERENCES review ON DELETE CASCADE,
    outcome TEXT NOT NULL,          -- as in review, with what the learner changed
    rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
    guess INTEGER NOT NULL
) STRICT;

DROP VIEW standing;
CREATE VIEW standing AS
SELECT
    review.seq, review_id, review.card_key, session_id, device_id, at_ms, utc_offset_min, rollover_h,
    study_day, mode, coalesce(regrade.outcome, review.outcome) AS outcome,
    coalesce(regrade.rating, review.rating) AS rating, rule_version,
    iif(regrade.rating <> review.rating, 0, due_day) AS due_day, prev_review_id, retention, step_min, fit_id,
    visible_ms, content_hash, coalesce(regrade.guess, review.guess) AS guess,
    coalesce(alias.new_key, review.card_key) AS subject
FROM review
LEFT JOIN alias ON alias.old_key = review.card_key
LEFT JOIN regrade ON regrade.seq = review.seq
WHERE NOT EXISTS (SELECT 1 FROM dead WHERE dead.seq = review.seq);
"""

_RENAMES = """
CREATE TABLE past (
    card_key INTEGER NOT NULL REFERENCES card,
    content_hash TEXT NOT NULL,
    at_ms INTEGER NOT NULL,         -- until when it read so, UTC milliseconds
    deck TEXT NOT NULL,             -- title
    front TEXT NOT NULL,
    back TEXT NOT NULL,
    PRIMARY KEY (card_key, content_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE guess (
    new_key INTEGER NOT NULL REFERENCES fingerprint,
    old_key INTEGER NOT NULL REFERENCES fingerprint,
    score REAL NOT NULL,            -- how alike they are; above 1 if they share a back of their own
    PRIMARY KEY (new_key, old_key)
) STRICT, WITHOUT ROWID;
"""

_COUNTED = """
DROP VIEW standing;
CREATE VIEW standing AS
SELECT
    review.seq, review_id, review.card_key, session_id, device_id, at_ms, utc_offset_min, rollover_h,
    study_day, mode, coalesce(regrade.outcome, review.outcome) AS outcome,
    coalesce(regrade.rating, review.rating) AS rating, rule_version,
    iif(regrade.rating <> review.rating, 0, due_day) AS due_day, prev_review_id, retention, step_min, fit_id,
    visible_ms, content_hash, coalesce(regrade.guess, review.guess) AS guess,
    coalesce(alias.new_key, review.card_key) AS subject,
    mode = 'study' OR review.due_day > 0 AS counts
FROM review
LEFT JOIN alias ON alias.old_key = review.card_key
LEFT JOIN regrade ON regrade.seq = review.seq
WHERE NOT EXISTS (SELECT 1 FROM dead WHERE dead.seq = review.seq);
"""

_NUMBERS = """
DROP TABLE day_total;
CREATE TABLE day_total (
    study_day INTEGER NOT NULL,
    mode TEXT NOT NULL,
    reviews INTEGER NOT NULL,
    cards INTEGER NOT NULL,         -- seen for the first time that day, in any mode
    fresh INTEGER NOT NULL,         -- new cards
    due INTEGER NOT NULL,           -- other cards, once a day
    again INTEGER NOT NULL,
    visible_ms INTEGER NOT NULL,
    counted INTEGER NOT NULL,       -- for the retention: on a later day than all before, see core.stats
    recalled INTEGER NOT NULL,      -- those of them rated above Again
    PRIMARY KEY (study_day, mode)
) STRICT, WITHOUT ROWID;

-- fold: an hour of the day, where the learner was
CREATE TABLE hour_total (
    study_day INTEGER NOT NULL,
    hour INTEGER NOT NULL,          -- 0-23
    reviews INTEGER NOT NULL,
    counted INTEGER NOT NULL,       -- for the retention, as in day_total
    recalled INTEGER NOT NULL,
    PRIMARY KEY (study_day, hour)
) STRICT, WITHOUT ROWID;

-- fold: the answers to a card, of all time and of the spans of days that end with meta's span_day
CREATE TABLE card_total (
    card_key INTEGER PRIMARY KEY REFERENCES card,
    reviews INTEGER NOT NULL,
    counted INTEGER NOT NULL,
    recalled INTEGER NOT NULL,
    visible_ms INTEGER NOT NULL,
    year_reviews INTEGER NOT NULL,
    year_counted INTEGER NOT NULL,
    year_recalled INTEGER NOT NULL,
    year_visible_ms INTEGER NOT NULL,
    month_reviews INTEGER NOT NULL,
    month_counted INTEGER NOT NULL,
    month_recalled INTEGER NOT NULL,
    month_visible_ms INTEGER NOT NULL
) STRICT;

DROP INDEX review_replay;
CREATE INDEX review_replay ON review (
    card_key, at_ms, review_id, study_day, mode, rating, guess, due_day, prev_review_id, retention, step_min,
    fit_id, visible_ms, utc_offset_min
);
"""

_SYNC = """
CREATE TABLE unread (line TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE sync_file (
    name TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    own INTEGER NOT NULL            -- written by this one
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_line (hash BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
"""

_FITS = """
DROP TABLE param_fit;
CREATE TABLE param_fit (
    fit_id TEXT PRIMARY KEY,        -- of its event
    at_ms INTEGER NOT NULL,
    algorithm TEXT NOT NULL,
    parameters TEXT NOT NULL,       -- JSON
    scope TEXT NOT NULL,            -- whose: all
    n INTEGER NOT NULL,             -- rows it was judged by
    loss_before REAL NOT NULL,
    loss_after REAL NOT NULL,
    accepted INTEGER NOT NULL,      -- the last one that is, by (at_ms, fit_id), is in force
    chosen INTEGER NOT NULL,        -- by the learner, who had them before
    decay REAL NOT NULL,            -- of its forgetting curve, as factor
    factor REAL NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIEW curve AS
SELECT decay, factor FROM (
    SELECT at_ms, fit_id, decay, factor FROM param_fit WHERE accepted
    UNION ALL SELECT -1, '', 0.1542, 0.9803464944134797
) ORDER BY at_ms DESC, fit_id DESC LIMIT 1;
"""

_STEP_4: tuple[str, ...] = (
    _COUNTED,
    _NUMBERS,
    _SYNC,
    _FITS,
)
"""Parts of the step to version 4, which is still open."""

STEPS: tuple[str, ...] = (_REGRADES, _RENAMES, "\n".join(_STEP_4))
"""SQL from each version to the next; the first leads from version 1 to 2. schema.sql is the last version."""


def schema_version(steps: tuple[str, ...] = STEPS) -> int:
    """The version that this program reads and writes."""
    return 1 + len(steps)


def create(con: sqlite3.Connection, progress_id: str) -> None:
    """Fill an empty file, which nobody knows yet, with the newest schema. progress_id: letters and digits."""
    schema = (files("quizapp.store") / "schema.sql").read_text("utf-8")
    own = f"INSERT INTO meta VALUES ('progress_id', '{progress_id}')"
    con.execute("PRAGMA journal_mode = MEMORY")
    _run(con, f"PRAGMA application_id = {APPLICATION_ID};\n{schema};\n{own}", schema_version())


def upgrade(con: sqlite3.Connection, steps: tuple[str, ...] = STEPS) -> None:
    """Bring an older file up to date, each step in its own transaction."""
    (version,) = con.execute("PRAGMA user_version").fetchone()
    for step in steps[version - 1 :]:
        version += 1
        _run(con, step, version)


def _run(con: sqlite3.Connection, script: str, version: int) -> None:
    try:
        con.executescript(f"BEGIN IMMEDIATE;\n{script};\nPRAGMA user_version = {version};\nCOMMIT;")
    except sqlite3.Error:
        con.rollback()
        raise
