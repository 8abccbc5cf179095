"""What a collection of Anki holds beside notes, in the form that all versions read: schema, types, decks."""

import json
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any, Final, TypeAlias

from quizapp.formats.anki_types import CSS, OwnType

Row: TypeAlias = tuple[str | int | None, ...]

SCHEMA: Final = """
CREATE TABLE col (
    id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
    ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL,
    conf text NOT NULL, models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL
);
CREATE TABLE notes (
    id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
    usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL,
    csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL
);
CREATE TABLE cards (
    id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
    mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL,
    due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL,
    lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL,
    flags integer NOT NULL, data text NOT NULL
);
CREATE TABLE revlog (
    id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
    ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL,
    type integer NOT NULL
);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
"""
INDEXES: Final = """
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_notes_csum ON notes (csum);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_revlog_cid ON revlog (cid);
"""
VERSION: Final = 11
"""Of the schema; the newest that older versions of Anki know."""
DAY_S: Final = 86_400
_ROLLOVER_S: Final = 4 * 3600
DEFAULT_DECK: Final = 1
UNSENT: Final = -1
"""Anki's mark for what no sync has seen."""


def collection(
    types: Iterable[OwnType], decks: Mapping[int, tuple[str, str]], first_day: int, now: int
) -> Row:
    """The one row of `col`. decks: id -> (name, description); first_day: from which due days count."""
    conf = {
        "schedVer": 2,
        "sched2021": True,
        "creationOffset": 0,
        "curDeck": DEFAULT_DECK,
        "activeDecks": [DEFAULT_DECK],
        "nextPos": 1,
        "collapseTime": 1200,
    }
    models = {str(one.id): _model(one, now) for one in types}
    own = {str(key): _deck(key, name, about, now) for key, (name, about) in decks.items()}
    listed = {str(DEFAULT_DECK): _deck(DEFAULT_DECK, "Default", "", now)} | own
    created = first_day * DAY_S + _ROLLOVER_S
    texts = [json.dumps(one, ensure_ascii=False) for one in (conf, models, listed, _OPTIONS, {})]
    return (1, created, now * 1000, now * 1000, VERSION, 0, 0, 0, *texts)


def deck_id(name: str) -> int:
    """A number for a deck, the same in every export."""
    digest = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=5).digest()
    return 1_600_000_000_000 + int.from_bytes(digest) % 100_000_000_000


def _model(one: OwnType, now: int) -> dict[str, Any]:
    fields = [
        {"name": name, "ord": at, "sticky": False, "rtl": False, "font": "Arial", "size": 20}
        | ({"tag": at, "preventDeletion": at < 4} if one.stock == 6 and at < 5 else {})
        for at, name in enumerate(one.all_fields)
    ]
    cards = [
        {"name": side.name, "ord": at, "qfmt": side.front, "afmt": side.back, "did": None}
        | {"bqfmt": "", "bafmt": ""}
        for at, side in enumerate(one.sides)
    ]
    made: dict[str, Any] = {
        "id": one.id,
        "name": one.name,
        "type": int(one.cloze),
        "mod": now,
        "usn": UNSENT,
        "sortf": 0,
        "did": None,
        "flds": fields,
        "tmpls": cards,
        "css": CSS,
        "latexPre": "\\documentclass{article}\n\\pagestyle{empty}\n\\begin{document}\n",
        "latexPost": "\\end{document}",
        "latexsvg": False,
        "req": [[at, "any", [_asked(one, at)]] for at in range(len(one.sides))],
        "tags": [],
        "vers": [],
    }
    return made | ({"originalStockKind": one.stock} if one.stock else {})


def _asked(one: OwnType, at: int) -> int:
    """Which field must be filled for a card to be made."""
    return at if len(one.sides) > 1 else 0


def _deck(key: int, name: str, about: str, now: int) -> dict[str, Any]:
    today = {f"{what}Today": [0, 0] for what in ("new", "rev", "lrn", "time")}
    rest = {
        "collapsed": False,
        "browserCollapsed": False,
        "dyn": 0,
        "conf": 1,
        "extendNew": 0,
        "extendRev": 0,
    }
    return {"id": key, "name": name, "desc": about, "mod": now, "usn": UNSENT, **today, **rest}


_OPTIONS: Final = {
    "1": {
        "id": 1,
        "name": "Default",
        "mod": 0,
        "usn": 0,
        "maxTaken": 60,
        "autoplay": True,
        "timer": 0,
        "replayq": True,
        "dyn": False,
        "new": {"delays": [1, 10], "ints": [1, 4, 0], "initialFactor": 2500, "order": 1, "perDay": 20},
        "rev": {"perDay": 200, "ease4": 1.3, "ivlFct": 1, "maxIvl": 36500, "hardFactor": 1.2},
        "lapse": {"delays": [10], "mult": 0, "minInt": 1, "leechFails": 8, "leechAction": 1},
    }
}
"""Anki's own defaults; decks of the person who imports keep theirs."""
