"""Fingerprints and cards as rows: read for the ladder, written after it."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from quizapp.core.identity import WHOLE, Part, Print, card_id, uid_of
from quizapp.core.reviews import Event
from quizapp.store import log
from quizapp.store.packing import CHUNK, STRETCH

if TYPE_CHECKING:
    from quizapp.store.database import Database

_COLUMNS = "note_key, uid, deck, place, kind, front, back, parts, gone_ms"
_PUT = f"""
INSERT INTO fingerprint ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (note_key) DO UPDATE SET uid = excluded.uid, deck = excluded.deck, place = excluded.place,
kind = excluded.kind, front = excluded.front, back = excluded.back, parts = excluded.parts,
gone_ms = excluded.gone_ms
"""
_HELD = f"""
SELECT deck_key, {_COLUMNS} FROM fingerprint
JOIN (
    SELECT DISTINCT note_key, deck_key FROM cache.shelf
    WHERE deck_key IN (SELECT value FROM json_each(?))
    AND {STRETCH} NOT IN (SELECT value FROM json_each(?))
)
USING (note_key)
"""
_parts = msgspec.json.Decoder(tuple[Part, ...]).decode
_encode = msgspec.json.Encoder().encode


class Known(NamedTuple):
    """A fingerprint and its number."""

    note_key: int
    print: Print


def held_by(db: "Database", paths: Mapping[int, str], settled: Collection[int] = ()) -> list[Known]:
    """Fingerprints of the notes that decks have on the shelf.

    paths: of these decks, by key; settled: stretches that are left out.
    """
    rows = db.con.execute(_HELD, (json.dumps(list(paths)), CHUNK, json.dumps(list(settled))))
    return [_known(paths[deck_key], *row) for deck_key, *row in rows]


def of_uids(db: "Database", uids: Iterable[str]) -> list[Known]:
    """Fingerprints of notes that are known by these names, wherever they are."""
    sql = f"SELECT {_COLUMNS} FROM fingerprint WHERE uid IN (SELECT value FROM json_each(?))"
    return [_known("", *row) for row in db.con.execute(sql, (json.dumps(list(uids)),))]


def in_decks(db: "Database", decks: Iterable[str]) -> list[Known]:
    """Fingerprints of notes that are, or were last, in decks of these names."""
    sql = f"SELECT {_COLUMNS} FROM fingerprint WHERE deck IN (SELECT value FROM json_each(?)) ORDER BY uid"
    return [_known("", *row) for row in db.con.execute(sql, (json.dumps(list(decks)),))]


def off_shelf(db: "Database", *, forgotten: bool) -> list[Known]:
    """Fingerprints of notes that are in no deck, those last seen first.

    forgotten: the cache is new, so that notes may be in a deck of which we do not know yet.
    """
    where = "note_key NOT IN (SELECT note_key FROM cache.shelf)" if forgotten else "gone_ms IS NOT NULL"
    sql = f"SELECT {_COLUMNS} FROM fingerprint WHERE {where} ORDER BY gone_ms DESC, note_key"
    return [_known("", *row) for row in db.con.execute(sql)]


def _known(
    file: str,
    note_key: int,
    uid: str,
    deck: str,
    place: int,
    kind: str,
    front: str,
    back: str,
    parts: str,
    gone_ms: int | None,
) -> Known:
    found = _parts(parts) if parts else WHOLE
    return Known(note_key, Print(uid, file, deck, place, kind, front, back, found, gone_ms is not None))


def has(db: "Database", uid: str) -> bool:
    """True if a note is known by this name."""
    return db.con.execute("SELECT 1 FROM fingerprint WHERE uid = ?", (uid,)).fetchone() is not None


def next_note_key(db: "Database") -> int:
    (last,) = db.con.execute("SELECT coalesce(max(note_key), 0) FROM fingerprint").fetchone()
    return int(last) + 1


def aliases(db: "Database") -> dict[str, str]:
    """Uids whose cards became those of another uid -> that one."""
    rows = db.con.execute(
        "SELECT old.card_id, new.card_id FROM alias JOIN card AS old ON old.card_key = old_key "
        "JOIN card AS new ON new.card_key = new_key"
    )
    pairs = ((uid_of(old), uid_of(new)) for old, new in rows)
    return {old: new for old, new in pairs if old != new}


def put(db: "Database", known: Iterable[Known], now_ms: int) -> None:
    """Write fingerprints, new or changed. now_ms: since when those are gone that are."""
    db.con.executemany(_PUT, [_row(note_key, print_, now_ms) for note_key, print_ in known])


def _row(note_key: int, print_: Print, now_ms: int) -> tuple[Any, ...]:
    parts = "" if print_.parts == WHOLE else _encode(print_.parts).decode()
    what = (print_.uid, print_.deck, print_.place, print_.kind, print_.front, print_.back)
    return (note_key, *what, parts, now_ms if print_.gone else None)


def card_keys(
    db: "Database", card_ids: Sequence[str], deck_keys: Iterable[int], now_ms: int
) -> dict[str, int]:
    """The keys of cards by id; cards never seen before are entered. deck_keys: where most of them are."""
    keys: dict[str, int] = dict(
        db.con.execute(
            "SELECT card_id, card_key FROM card WHERE card_key IN (SELECT card_key FROM cache.shelf "
            "WHERE deck_key IN (SELECT value FROM json_each(?)))",
            (json.dumps(list(deck_keys)),),
        )
    )
    rest = json.dumps([card_id for card_id in card_ids if card_id not in keys])
    sql = "SELECT card_id, card_key FROM card WHERE card_id IN (SELECT value FROM json_each(?))"
    keys |= db.con.execute(sql, (rest,))
    (last,) = db.con.execute("SELECT coalesce(max(card_key), 0) FROM card").fetchone()
    new = [(key, card_id) for key, card_id in enumerate((i for i in card_ids if i not in keys), last + 1)]
    db.con.executemany(
        "INSERT INTO card (card_key, card_id, first_seen) VALUES (?, ?, ?)",
        [(key, card_id, now_ms) for key, card_id in new],
    )
    return keys | {card_id: key for key, card_id in new}


def rename(db: "Database", old: Print, uid: str) -> None:
    """Log that the cards of a note are known by another uid from now on, if anything is logged of them."""
    told_apart = _is_told_apart(db, old.uid)
    for part in old.parts:
        before = card_id(old.uid, part.key)
        if told_apart or _is_logged(db, before):
            log.append_event(
                db,
                Event(
                    event_id=db.new_id(),
                    type="alias",
                    target=before,
                    moment=db.now(),
                    device_id=db.device_id,
                    payload={"to": card_id(uid, part.key)},
                ),
            )


def _is_logged(db: "Database", card_id: str) -> bool:
    found = db.con.execute(
        "SELECT 1 FROM review WHERE card_key = (SELECT card_key FROM card WHERE card_id = :id) "
        "UNION ALL SELECT 1 FROM event WHERE target = :id "
        "UNION ALL SELECT 1 FROM alias JOIN card ON card_key = new_key WHERE card_id = :id LIMIT 1",
        {"id": card_id},
    )
    return found.fetchone() is not None


def _is_told_apart(db: "Database", uid: str) -> bool:
    """True if the learner said of a new note that it is not a missing one."""
    sql = "SELECT 1 FROM event WHERE type = 'apart' AND json_extract(payload, '$.from') = ?"
    return db.con.execute(sql, (uid,)).fetchone() is not None
