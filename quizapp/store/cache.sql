-- cache.sqlite3: parsed decks, shelf and search; made anew at any time from the decks.

CREATE TABLE IF NOT EXISTS cache.about (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- A deck file as it was last read. While a file is broken, all but the stamp and its problems is from before.
CREATE TABLE IF NOT EXISTS cache.deck (
    deck_key INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    course TEXT NOT NULL,
    studied INTEGER NOT NULL,       -- 0: a copy of another deck, never on the shelf
    sequence TEXT NOT NULL,         -- blocked, or empty
    problems INTEGER NOT NULL,      -- errors
    deck_id TEXT NOT NULL DEFAULT '',
    notes INTEGER NOT NULL DEFAULT 0,
    broken INTEGER NOT NULL DEFAULT 0,
    size INTEGER NOT NULL DEFAULT -1,       -- with mtime_ns: the file's stamp; -1: read it again
    mtime_ns INTEGER NOT NULL DEFAULT 0,
    hash BLOB NOT NULL DEFAULT x'',         -- of the file's bytes
    reading BLOB NOT NULL DEFAULT x'',      -- msgpack: problems found by reading it
    standing BLOB NOT NULL DEFAULT x'',     -- msgpack: problems of its identity among the others
    header BLOB NOT NULL DEFAULT x'',       -- msgpack: Deck without its notes
    keys BLOB NOT NULL DEFAULT x''          -- int64: ids and texts of its notes, hashed
) STRICT;

-- The notes of a deck, some at a time, so that one card costs little.
CREATE TABLE IF NOT EXISTS cache.chunk (
    deck_key INTEGER NOT NULL,
    number INTEGER NOT NULL,
    notes BLOB NOT NULL,            -- msgpack: tuple of Note, their spans counted from their items
    origins BLOB NOT NULL,          -- of each note: hash of its item's text, offset and line of that
    PRIMARY KEY (deck_key, number)
) STRICT;

-- How a deck is read depends on another one: it is a copy of it, or lost an id to it.
CREATE TABLE IF NOT EXISTS cache.tie (
    deck_key INTEGER NOT NULL,
    other INTEGER NOT NULL,
    PRIMARY KEY (deck_key, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS cache.shelf (
    card_key INTEGER PRIMARY KEY,   -- of main.card
    deck_key INTEGER NOT NULL,
    note INTEGER NOT NULL,          -- index in the deck
    part TEXT NOT NULL,
    sibling INTEGER,                -- cards of one group; NULL: alone
    suspended INTEGER NOT NULL,     -- by the deck
    note_key INTEGER NOT NULL DEFAULT 0     -- of main.fingerprint
) STRICT;
CREATE INDEX IF NOT EXISTS cache.shelf_deck ON shelf (deck_key, note);
CREATE INDEX IF NOT EXISTS cache.shelf_note ON shelf (note_key);

-- Search: rowid = note_key. `pending` lists the notes whose row is not up to date.
CREATE VIRTUAL TABLE IF NOT EXISTS cache.words USING fts5 (
    text, front UNINDEXED, tokenize = 'trigram', detail = 'none', columnsize = 0
);
CREATE TABLE IF NOT EXISTS cache.pending (note_key INTEGER PRIMARY KEY) STRICT;

-- What a search asks of a note beside its words; made with them. Names are as in the deck, `folded` as in words.
CREATE TABLE IF NOT EXISTS cache.fact (
    note_key INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    tags TEXT NOT NULL,             -- one a line
    tag_rank TEXT NOT NULL,         -- sorts as they are read
    has INTEGER NOT NULL,           -- a bit for each of facts.PARTS
    valid_day INTEGER               -- the last day it is valid on; NULL: no end
) STRICT;
CREATE TABLE IF NOT EXISTS cache.name (
    what TEXT NOT NULL,             -- tag, source, by, id
    folded TEXT NOT NULL,
    note_key INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (what, folded, note_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS cache.name_note ON name (note_key);

-- The question of each card in a line.
CREATE TABLE IF NOT EXISTS cache.face (
    card_key INTEGER PRIMARY KEY,
    note_key INTEGER NOT NULL,
    front TEXT NOT NULL,
    rank TEXT NOT NULL,             -- sorts as the front is read
    content TEXT NOT NULL           -- hash of question and answer, as a review logs it
) STRICT;
CREATE INDEX IF NOT EXISTS cache.face_note ON face (note_key);
CREATE INDEX IF NOT EXISTS cache.face_rank ON face (rank);
