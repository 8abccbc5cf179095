"""Which notes of an edited deck need no look: they stand where they stood, in a stretch that did not change.

One card edited among thousands must not hold up whoever studies meanwhile.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from quizapp.core.deck import Deck
from quizapp.store.drafts import Draft, Drafts
from quizapp.store.packing import CHUNK, Chunk, pack, unpack_notes
from quizapp.store.shelf import chunks_of
from quizapp.store.trust import is_forgotten

if TYPE_CHECKING:
    from quizapp.store.database import Database


def settled(db: "Database", drafts: Drafts, aliases: Mapping[str, str]) -> frozenset[int]:
    """Numbers of the chunks of the one deck of a pass whose notes are as they were, identity and all.

    Empty where another note could be taken for one of these, or most have changed: then all are looked at.
    """
    if len(drafts.by_key) != 1 or drafts.gone or is_forgotten(db):
        return frozenset()
    (draft,) = drafts.by_key.values()
    if not _is_edited(db, drafts, draft):
        return frozenset()
    before = chunks_of(db, draft.file.deck_key)
    same = frozenset(
        number
        for number, (old, new) in enumerate(zip(before, draft.packed.chunks, strict=False))
        if old.notes == new.notes
    )
    if 2 * len(same) < len(draft.packed.chunks) or _meet(draft, before, same, aliases):
        return frozenset()
    return same


def _is_edited(db: "Database", drafts: Drafts, draft: Draft) -> bool:
    """True if the deck was studied before, under the same name, at the same place, with the same header."""
    was = drafts.known.get(draft.file.path)
    if was is None or was.deck_key != draft.file.deck_key or draft.fresh or not draft.file.studied:
        return False
    row = db.con.execute(
        "SELECT header, EXISTS (SELECT 1 FROM cache.tie WHERE :key IN (deck_key, other)) "
        "FROM cache.deck WHERE deck_key = :key",
        {"key": was.deck_key},
    ).fetchone()
    return bool(was.studied) and row == (draft.packed.header, 0)


def _meet(draft: Draft, before: Sequence[Chunk], same: frozenset[int], aliases: Mapping[str, str]) -> bool:
    """True if a note elsewhere in the deck has or had the text or the id of a settled one."""
    keys: dict[bool, set[int]] = {True: set(), False: set()}
    for place, entry in enumerate(draft.packed.entries):
        is_settled = place // CHUNK in same
        keys[is_settled].update(entry.keys)
        if not is_settled and entry.seen.id in aliases:
            return True
    gone = (chunk for number, chunk in enumerate(before) if number not in same)
    notes = tuple(note for chunk in gone for note in unpack_notes(chunk.notes))
    keys[False].update(key for entry in pack(Deck(path="", notes=notes)).entries for key in entry.keys)
    return not keys[True].isdisjoint(keys[False])
