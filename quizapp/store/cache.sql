-- cache.sqlite3: parsed decks, shelf and search; made anew at any time from the decks.

CREATE TABLE IF NOT EXISTS cache.deck (
    deck_key INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    course TEXT NOT NULL,
    studied INTEGER NOT NULL,       -- 0: never counted as due or new (examples)
    sequence TEXT NOT NULL,         -- blocked, or empty
    problems INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS cache.shelf (
    card_key INTEGER PRIMARY KEY,   -- of main.card
    deck_key INTEGER NOT NULL,
    note INTEGER NOT NULL,          -- index in the deck
    part TEXT NOT NULL,
    sibling INTEGER,                -- cards of one group; NULL: alone
    suspended INTEGER NOT NULL      -- by the deck
) STRICT;
