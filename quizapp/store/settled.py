"""Which notes of edited decks need no look: they stand where they stood, in a stretch that did not change.

One card edited among thousands, or a hundred decks that git checks out, must not hold up whoever studies
meanwhile.
"""

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from quizapp.core.deck import Deck
from quizapp.store.drafts import Draft, Drafts
from quizapp.store.packing import CHUNK, STRETCH, pack, stretch, unpack_keys, unpack_notes
from quizapp.store.shelf import chunks_of
from quizapp.store.trust import is_forgotten

if TYPE_CHECKING:
    from quizapp.store.database import Database


def settled(db: "Database", drafts: Drafts, aliases: Mapping[str, str]) -> frozenset[int]:
    """The stretches of a pass whose notes are as they were, identity and all.

    Empty where another note could be taken for one of these: then all are looked at.
    """
    if is_forgotten(db):
        return frozenset()
    found = frozenset(
        number
        for draft in drafts.by_key.values()
        if _is_edited(db, drafts, draft)
        for number in _same(db, draft)
    )
    return frozenset() if not found or _meet(db, drafts, found, aliases) else found


def _is_edited(db: "Database", drafts: Drafts, draft: Draft) -> bool:
    """True if the deck was studied before at this place with this header, and depends on no other one."""
    was = drafts.known.get(draft.file.path)
    if was is None or was.deck_key != draft.file.deck_key or draft.fresh or not draft.file.studied:
        return False
    row = db.con.execute(
        "SELECT header, EXISTS (SELECT 1 FROM cache.tie WHERE :key IN (deck_key, other)) "
        "FROM cache.deck WHERE deck_key = :key",
        {"key": was.deck_key},
    ).fetchone()
    return bool(was.studied) and row == (draft.packed.header, 0)


def _same(db: "Database", draft: Draft) -> list[int]:
    """The stretches of a deck that did not change; none if most of them did."""
    key, chunks = draft.file.deck_key, draft.packed.chunks
    pairs = zip(chunks_of(db, key), chunks, strict=False)
    same = [stretch(key, at * CHUNK) for at, (old, new) in enumerate(pairs) if old.notes == new.notes]
    return same if 2 * len(same) >= len(chunks) else []


def _meet(db: "Database", drafts: Drafts, found: frozenset[int], aliases: Mapping[str, str]) -> bool:
    """True if a note elsewhere has or had the text or the id of a settled one, or another id once."""
    held: set[int] = set()
    others: set[int] = set()
    ids: set[str] = set()
    for key, draft in drafts.by_key.items():
        for place, entry in enumerate(draft.packed.entries if draft.file.studied else ()):
            is_settled = stretch(key, place) in found
            (held if is_settled else others).update(entry.keys)
            if not is_settled and entry.seen.id:
                ids.add(entry.seen.id)
    if not ids.isdisjoint(aliases) or _is_inherited(db, ids, found):
        return True
    for key in (*drafts.by_key, *drafts.gone):
        others.update(_before(db, key, found))
    return not held.isdisjoint(others)


def _is_inherited(db: "Database", ids: set[str], found: frozenset[int]) -> bool:
    """True if a settled note is known by one of these ids, though it may not have it in its file any more."""
    row = db.con.execute(
        "SELECT 1 FROM fingerprint JOIN cache.shelf USING (note_key) "
        "WHERE uid IN (SELECT value FROM json_each(?)) "
        f"AND {STRETCH} IN (SELECT value FROM json_each(?)) LIMIT 1",
        (json.dumps([*ids]), CHUNK, json.dumps([*found])),
    )
    return row.fetchone() is not None


def _before(db: "Database", deck_key: int, found: frozenset[int]) -> Iterator[int]:
    """The keys that the notes of a deck had which are not settled."""
    chunks = chunks_of(db, deck_key)
    left = [chunk for at, chunk in enumerate(chunks) if stretch(deck_key, at * CHUNK) not in found]
    if len(left) < len(chunks):
        notes = tuple(note for chunk in left for note in unpack_notes(chunk.notes))
        for entry in pack(Deck(path="", notes=notes)).entries:
            yield from entry.keys
        return
    row = db.con.execute("SELECT keys FROM cache.deck WHERE deck_key = ?", (deck_key,)).fetchone()
    yield from unpack_keys(row[0]) if row else ()
