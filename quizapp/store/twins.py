"""Notes to which two machines gave two names: found by the ladder after a merge, joined by aliases.

A note without an id is named after its text at first sight. Who saw it first after an edit gave it another
name; both machines find that out by the same rule, so that both log the same aliases.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING

from msgspec.structs import replace

from quizapp.core.identity import Print, Seen, adopt_parts, card_id, link_parts, uid_of
from quizapp.core.ladder import link
from quizapp.core.reviews import Event, Moment
from quizapp.formats.log_lines import NoteLine
from quizapp.store import identities, log, memory, placing, trust
from quizapp.store.aliases import TWIN_MS, rank
from quizapp.store.cards import key_of
from quizapp.store.exporting import end
from quizapp.store.identities import Known

if TYPE_CHECKING:
    from quizapp.store.database import Database

FEW = 50
"""Aliases that are logged one by one; with more the log is folded anew."""
_NO_ONE = "~"
"""A uid that no note has."""
_BY = "merge"
"""In place of a device: every machine logs the same."""


def join(db: "Database", notes: Iterable[NoteLine]) -> tuple[int, int]:
    """Keep fingerprints that came with a log, and find those that are notes of ours.

    How many, and how many aliases were logged that say so.
    """
    theirs = {note.uid: _print(note) for note in notes}
    if not theirs:
        return 0, 0
    known = {one.print.uid: one for one in identities.of_uids(db, theirs)}
    # Before the transaction: the ladder may take a while, and answers are given meanwhile.
    pairs = _pairs(db, [one for uid, one in theirs.items() if uid not in known], theirs)
    events = [event for loser, winner in pairs for event in _events(loser, winner)]
    with db.transaction():
        before = end(db).event
        _keep(db, theirs, known)
        if len(events) <= FEW:
            log.append_events(db, events)
        else:
            for event in events:
                log.insert_event(db, event)
        logged = end(db).event - before
    if not memory.is_current(db):
        memory.rebuild(db)
    return len(pairs), logged


def _keep(db: "Database", theirs: Mapping[str, Print], known: Mapping[str, Known]) -> None:
    """Put fingerprints beside ours. Of a note that is in a deck here, ours is kept."""
    first = identities.next_note_key(db)
    new = [one for uid, one in theirs.items() if uid not in known]
    kept = [Known(key, replace(one, gone=True)) for key, one in enumerate(new, first)]
    kept += [
        Known(one.note_key, replace(theirs[uid], gone=True)) for uid, one in known.items() if one.print.gone
    ]
    identities.put(db, kept, db.now().at_ms)


def _pairs(db: "Database", new: Sequence[Print], theirs: Collection[str]) -> list[tuple[Print, Print]]:
    """Notes of theirs and of ours that are one, deck by deck: (the other, that which stands for both)."""
    if not new:
        return []
    aliases = identities.aliases(db)
    mine: dict[str, list[Print]] = defaultdict(list)
    other: dict[str, list[Print]] = defaultdict(list)
    for one in new:
        if one.uid not in aliases:
            other[one.deck].append(one)
    for known in identities.in_decks(db, other):
        if known.print.uid not in theirs and known.print.uid not in aliases:
            mine[known.print.deck].append(known.print)
    apart = _told_apart(db)
    return [
        (loser, winner)
        for deck in sorted(mine)
        for loser, winner in _alike(mine[deck], other[deck])
        if frozenset((loser.uid, winner.uid)) not in apart
    ]


def _alike(mine: Sequence[Print], other: Sequence[Print]) -> list[tuple[Print, Print]]:
    """The ladder over both, held so that the other machine holds it likewise. Two ids of decks stay two."""
    low, high = sorted(([*mine], [*other]), key=lambda some: min(one.uid for one in some))
    low.sort(key=lambda one: (one.place, one.uid))
    high.sort(key=lambda one: (one.place, one.uid))
    by_uid = {one.uid: one for one in (*low, *high)}
    links = link([_seen(one) for one in low], [replace(one, gone=False, file="") for one in high], {})
    found = [(one.uid, uid) for one, uid in zip(low, links.uids, strict=True) if uid in by_uid]
    found += links.renamed
    pairs = [sorted(pair, key=rank) for pair in found if pair[0] != pair[1]]
    return [(by_uid[loser], by_uid[winner]) for winner, loser in pairs if loser.startswith("~")]


def _events(loser: Print, winner: Print) -> list[Event]:
    """What says that they are one; the same on every machine."""
    found = []
    for was, now in adopt_parts(loser.parts, winner.parts).pairs:
        old, new = card_id(loser.uid, was), card_id(winner.uid, now)
        digest = blake2b(f"{old}\0{new}".encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
        found.append(
            Event(
                event_id=f"twin-{digest}",
                type="alias",
                target=old,
                moment=Moment(TWIN_MS),
                device_id=_BY,
                payload={"to": new},
            )
        )
    return found


def _told_apart(db: "Database") -> set[frozenset[str]]:
    """Pairs of notes of which the learner said that they are two."""
    rows = db.con.execute(
        "SELECT target, json_extract(payload, '$.from') FROM event AS said WHERE type = 'apart' "
        "AND NOT EXISTS (SELECT 1 FROM event WHERE target = said.event_id AND type = 'void')"
    )
    return {frozenset(pair) for pair in rows}


def _print(note: NoteLine) -> Print:
    return Print(note.uid, "", note.deck, note.place, note.kind, note.front, note.back, note.parts)


def _seen(one: Print) -> Seen:
    explicit = "" if one.uid.startswith("~") else one.uid
    names = tuple(part.seen for part in one.parts if part.live)
    return Seen("", one.deck, one.place, explicit, one.kind, one.front, one.back, names)


# The shelf


def follow(db: "Database") -> bool:
    """Give the notes on the shelf the names that they have by now; True if any has another one."""
    with db.transaction():
        moved = [(known, uid) for known, uid in _moved(db) if _rename(db, known, uid)]
        if moved:
            trust.renew(db)
    return bool(moved)


def _moved(db: "Database") -> list[tuple[Known, str]]:
    """Notes on the shelf of which a card became another one, and the uid of that."""
    rows = db.con.execute(
        "SELECT fingerprint.uid, min(card.card_id) FROM cache.shelf JOIN alias ON old_key = shelf.card_key "
        "JOIN card ON card.card_key = new_key JOIN fingerprint USING (note_key) GROUP BY note_key"
    )
    to = {uid: uid_of(became) for uid, became in rows}
    return [(known, to[known.print.uid]) for known in identities.of_uids(db, to)]


def _rename(db: "Database", known: Known, uid: str) -> bool:
    """Let a note on the shelf change names with one that is off it; False if that is on it too."""
    on_shelf = "SELECT 1 FROM cache.shelf JOIN fingerprint USING (note_key) WHERE uid = ?"
    if uid == known.print.uid or db.con.execute(on_shelf, (uid,)).fetchone():
        return False
    live = [part.seen for part in known.print.parts if part.live]
    other = next(iter(identities.of_uids(db, [uid])), None)
    parts = link_parts(other.print.parts if other else known.print.parts, live)
    if other:
        for name, key in (
            (_NO_ONE, other.note_key),
            (uid, known.note_key),
            (known.print.uid, other.note_key),
        ):
            db.con.execute("UPDATE fingerprint SET uid = ? WHERE note_key = ?", (name, key))
    now_ms = db.now().at_ms
    identities.put(db, [Known(known.note_key, replace(known.print, uid=uid, parts=parts))], now_ms)
    db.con.executemany(
        "UPDATE cache.shelf SET card_key = ? WHERE note_key = ? AND part = ?",
        [
            (key_of(db, card_id(uid, part.key), now_ms), known.note_key, part.seen)
            for part in parts[: len(live)]
        ],
    )
    placing.put_pending(db, [known.note_key])
    return True
