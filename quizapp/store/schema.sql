-- progress.sqlite3: what must never be lost. review and event are the truth; what is marked "fold" can be
-- dropped at any time and is rebuilt from them.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE card (
    card_key INTEGER PRIMARY KEY,   -- local: never leaves this file and its cache
    card_id TEXT NOT NULL UNIQUE,
    first_seen INTEGER NOT NULL     -- UTC milliseconds
) STRICT;

-- fingerprint: how a note looked when it was last seen
CREATE TABLE fingerprint (
    note_key INTEGER PRIMARY KEY,   -- local, as card_key
    uid TEXT NOT NULL UNIQUE,       -- what card ids begin with
    deck TEXT NOT NULL,             -- its id or title
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    front TEXT NOT NULL,            -- normalised, as back
    back TEXT NOT NULL,
    parts TEXT NOT NULL,            -- JSON of its cards: [sub-key, name last seen, still there]; '': one, unnamed
    gone_ms INTEGER                 -- since when it is in no deck; NULL: it is in one
) STRICT;
CREATE INDEX fingerprint_gone ON fingerprint (gone_ms) WHERE gone_ms IS NOT NULL;

-- How cards with progress read before their text changed or left the decks, in plain words.
CREATE TABLE past (
    card_key INTEGER NOT NULL REFERENCES card,
    content_hash TEXT NOT NULL,
    at_ms INTEGER NOT NULL,         -- until when it read so, UTC milliseconds
    deck TEXT NOT NULL,             -- title
    front TEXT NOT NULL,
    back TEXT NOT NULL,
    PRIMARY KEY (card_key, content_hash)
) STRICT, WITHOUT ROWID;

-- A new note that may be a missing one, renamed.
CREATE TABLE guess (
    new_key INTEGER NOT NULL REFERENCES fingerprint,
    old_key INTEGER NOT NULL REFERENCES fingerprint,
    score REAL NOT NULL,            -- how alike they are; above 1 if they share a back of their own
    PRIMARY KEY (new_key, old_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    session_id TEXT PRIMARY KEY,
    device_id TEXT NOT NULL,
    mode TEXT NOT NULL,
    title TEXT NOT NULL,
    scope TEXT NOT NULL,            -- JSON: what was to be studied
    seed INTEGER NOT NULL,
    started_ms INTEGER NOT NULL,
    ended_ms INTEGER                -- NULL: unfinished
) STRICT, WITHOUT ROWID;

CREATE TABLE review (
    seq INTEGER PRIMARY KEY,
    review_id TEXT NOT NULL UNIQUE,
    card_key INTEGER NOT NULL REFERENCES card,
    session_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    utc_offset_min INTEGER NOT NULL,
    rollover_h INTEGER NOT NULL,
    study_day INTEGER NOT NULL,
    mode TEXT NOT NULL,
    outcome TEXT NOT NULL,          -- JSON of Graded
    rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
    rule_version INTEGER NOT NULL,
    due_day INTEGER NOT NULL,
    prev_review_id TEXT NOT NULL,
    retention REAL NOT NULL,
    step_min INTEGER NOT NULL,
    fit_id TEXT NOT NULL,
    visible_ms INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    guess INTEGER NOT NULL          -- as in outcome: a generated column would keep the index from covering
) STRICT;

-- All that a replay and the daily totals read, in the order they read it.
CREATE INDEX review_replay ON review (
    card_key, at_ms, review_id, study_day, mode, rating, guess, due_day, prev_review_id, retention, step_min,
    fit_id, visible_ms, utc_offset_min
);
CREATE INDEX review_session ON review (session_id);

CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    event_id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    target TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    utc_offset_min INTEGER NOT NULL,
    rollover_h INTEGER NOT NULL,
    device_id TEXT NOT NULL,
    payload TEXT NOT NULL           -- JSON
) STRICT;

CREATE INDEX event_target ON event (target, type, at_ms);
CREATE INDEX event_type ON event (type, at_ms, event_id);

-- Rows of the log stay as they are. `compact` alone removes what a tombstone covers, and says so in meta.
CREATE TRIGGER review_is_final BEFORE UPDATE ON review
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER event_is_final BEFORE UPDATE ON event
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER review_stays BEFORE DELETE ON review
WHEN NOT EXISTS (SELECT 1 FROM meta WHERE key = 'compacting')
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER event_stays BEFORE DELETE ON event
WHEN NOT EXISTS (SELECT 1 FROM meta WHERE key = 'compacting')
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;

CREATE TABLE setting (
    scope TEXT NOT NULL,            -- device, all, folder:PATH, deck:ID
    key TEXT NOT NULL,
    value TEXT NOT NULL,            -- JSON
    at_ms INTEGER NOT NULL,
    device_id TEXT NOT NULL,
    PRIMARY KEY (scope, key)
) STRICT, WITHOUT ROWID;

-- fold: parameters of the schedule that were fitted to the learner, or chosen again; not those taken back
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

-- Lines of other machines' logs that only a newer version can read in full: they go on as they came.
CREATE TABLE unread (line TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- Files of the synced folder that need no look.
CREATE TABLE sync_file (
    name TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    own INTEGER NOT NULL            -- written by this one
) STRICT, WITHOUT ROWID;

-- What is in the synced folder of all that stands beside the log, hashed.
CREATE TABLE sync_line (hash BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;

-- The forgetting curve in force: R = pow(1 + factor * days / stability, -decay). Without a fit, that of FSRS-6.
CREATE VIEW curve AS
SELECT decay, factor FROM (
    SELECT at_ms, fit_id, decay, factor FROM param_fit WHERE accepted
    UNION ALL SELECT -1, '', 0.1542, 0.9803464944134797
) ORDER BY at_ms DESC, fit_id DESC LIMIT 1;

-- fold: reviews that a void or a tombstone took back
CREATE TABLE dead (seq INTEGER PRIMARY KEY REFERENCES review ON DELETE CASCADE) STRICT;

-- fold: reviews that count otherwise than they were logged, by the learner's word
CREATE TABLE regrade (
    seq INTEGER PRIMARY KEY REFERENCES review ON DELETE CASCADE,
    outcome TEXT NOT NULL,          -- as in review, with what the learner changed
    rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
    guess INTEGER NOT NULL
) STRICT;

-- fold: cards that turned out to be another card; new_key is never an old_key
CREATE TABLE alias (
    old_key INTEGER PRIMARY KEY REFERENCES card,
    new_key INTEGER NOT NULL REFERENCES card
) STRICT;
CREATE INDEX alias_new ON alias (new_key);

-- fold: what the learner did to a card
CREATE TABLE card_state (
    card_key INTEGER PRIMARY KEY REFERENCES card,
    suspended INTEGER,              -- NULL: as the deck says
    buried_day INTEGER,             -- hidden on this study day
    flagged INTEGER NOT NULL
) STRICT;

-- fold: what the scheduler knows
CREATE TABLE memory (
    card_key INTEGER PRIMARY KEY REFERENCES card,
    stability REAL NOT NULL,
    difficulty REAL NOT NULL,
    last_day INTEGER NOT NULL,
    due_day INTEGER NOT NULL,
    due_ms INTEGER NOT NULL,
    step INTEGER NOT NULL,
    reps INTEGER NOT NULL,
    lapses INTEGER NOT NULL,
    last_review_id TEXT NOT NULL,
    fit_id TEXT NOT NULL
) STRICT;
CREATE INDEX memory_due ON memory (due_day);
CREATE INDEX memory_last ON memory (last_day);

-- fold: a study day in numbers
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

-- The reviews that stand, of the card they count for and as they count. Where the learner changed a rating, the
-- day that was chosen for the old one is worth nothing. counts: it moves the schedule; of other modes than study
-- those after which a day was chosen.
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
