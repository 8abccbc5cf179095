"""One pass over all deck files that changed: notes find their progress again, in one transaction."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from quizapp.core.collection import no_collection
from quizapp.core.identity import Print, Seen, link_parts, mint
from quizapp.core.ladder import Links, link
from quizapp.store import identities, past, placing, trust
from quizapp.store.drafts import Draft, Drafts
from quizapp.store.folders import Survey
from quizapp.store.identities import Known
from quizapp.store.packing import Entry, stretch
from quizapp.store.parsing import Parsed
from quizapp.store.placing import Placed
from quizapp.store.settled import settled
from quizapp.store.shelf import DeckFile
from quizapp.store.standing import standing

if TYPE_CHECKING:
    from quizapp.store.database import Database

GUESSES = 3
"""Missing notes that are proposed for one new note."""


class Changes(Struct, frozen=True, kw_only=True):
    """What a pass changed."""

    decks: frozenset[int] = frozenset()
    """Decks whose notes, problems or place are others now."""
    removed: frozenset[int] = frozenset()
    """Decks whose file is gone."""
    new: int = 0
    """Notes never seen before."""
    missing: int = 0
    """Notes that are in no deck any more; their progress is kept."""

    def __bool__(self) -> bool:
        return bool(self.decks or self.removed)

    def __or__(self, later: "Changes") -> "Changes":
        """What two passes changed, one after the other."""
        return Changes(
            decks=self.decks | later.decks,
            removed=self.removed | later.removed,
            new=self.new + later.new,
            missing=self.missing + later.missing,
        )


def reconcile(
    db: "Database",
    survey: Survey,
    parsed: Sequence[Parsed],
    known: Mapping[str, DeckFile],
    choices: Mapping[str, str] = {},
    anew: Sequence[int] = (),
) -> Changes:
    """Settle who is who in the files that were looked at and those that are gone.

    known: rows by path; choices: what is to become of copies, by path; anew: keys of decks that are taken for
    new ones where copies are told.
    """
    drafts = Drafts(db, survey, known, choices)
    for deck_key in anew:
        drafts.take_again(deck_key, fresh=True)
    for one in parsed:
        drafts.take(one)
    drafts.join()
    drafts.find_copies()
    if not (drafts.by_key or drafts.gone or drafts.settled):
        return Changes()
    with no_collection(), db.transaction():
        told = _put_settled(db, drafts)
        if not (drafts.by_key or drafts.gone):
            return Changes(decks=told)
        changes = _Pass(db, drafts).run()
        trust.renew(db)
    return replace(changes, decks=changes.decks | told)


def _put_settled(db: "Database", drafts: Drafts) -> frozenset[int]:
    """Write the rows of decks whose notes are as before; those of which more than the stamp changed."""
    was = {file.deck_key: file for file in drafts.known.values()}
    told = set()
    for key, (file, reading) in drafts.settled.items():
        stamp_only = replace(file, size=was[key].size, mtime_ns=was[key].mtime_ns, hash=was[key].hash)
        if stamp_only != was[key] or reading != drafts.reading(key):
            told.add(key)
        placing.put_settled(db, file, reading)
    return frozenset(told)


class _Pass:
    """The notes of one pass, by index, in the order of decks and places."""

    def __init__(self, db: "Database", drafts: Drafts) -> None:
        self.db = db
        self.drafts = drafts
        self.now_ms = db.now().at_ms
        self.aliases = identities.aliases(db)
        self.settled = settled(db, drafts, self.aliases)
        """Stretches of which nothing is looked at."""
        self.all: list[tuple[Draft, Entry]] = [
            (draft, entry)
            for _, draft in sorted(drafts.by_key.items())
            if draft.file.studied
            for entry in draft.packed.entries
        ]
        self.notes = self.all
        if self.settled:
            self.notes = [
                (draft, entry)
                for draft, entry in self.all
                if stretch(draft.file.deck_key, entry.seen.place) not in self.settled
            ]
        self.seen: list[Seen] = [entry.seen for _, entry in self.notes]
        self.former: list[Print] = []
        """How notes looked before they were linked to another, by the uid they have now."""
        self.known = self._gather()
        """Fingerprints that take part, by uid."""

    def run(self) -> Changes:
        prints = [known.print for known in self.known.values()]
        among = [entry.seen for _, entry in self.all] if self.settled else ()
        links = link(self.seen, prints, self.aliases, self.former, among)
        placed, changed, new = self._place(links, self._named(links))
        missing = self._missing(links)
        past.keep(self.db, self._losing(changed, missing), self.now_ms)
        identities.put(self.db, [*changed, *missing], self.now_ms)
        for old, uid in links.renamed:
            identities.rename(self.db, self.known[old].print, uid)
        self._write(links, placed)
        return Changes(
            decks=frozenset(self.drafts.by_key),
            removed=frozenset(self.drafts.gone),
            new=new,
            missing=len(missing),
        )

    def _losing(self, changed: Sequence[Known], missing: Sequence[Known]) -> list[int]:
        """The note_keys of notes whose text is another one now, or gone."""
        was = {known.note_key: known.print for known in self.known.values()}
        reworded = [
            known.note_key
            for known in changed
            if known.note_key in was and _words(known.print) != _words(was[known.note_key])
        ]
        return [*reworded, *(known.note_key for known in missing)]

    def _gather(self) -> dict[str, Known]:
        """The fingerprints of these decks, of the ids they claim, and if texts are new of notes long gone."""
        paths = {key: file.path for key, file in self.drafts.gone.items()}
        paths |= {key: draft.file.path for key, draft in self.drafts.by_key.items()}
        known = {one.print.uid: one for one in identities.held_by(self.db, paths, self.settled)}
        ids = {seen.id for seen in self.seen if seen.id} - known.keys()
        known |= {one.print.uid: one for one in identities.of_uids(self.db, ids)}
        texts = {(one.print.front, one.print.back) for one in known.values()}
        forgotten = trust.is_forgotten(self.db)
        if forgotten or any(
            seen.id not in known and (seen.front, seen.back) not in texts for seen in self.seen
        ):
            others = identities.off_shelf(self.db, forgotten=forgotten)
            linked = [one.print for one in others if one.print.uid in self.aliases]
            self.former = [replace(print_, uid=self.aliases[print_.uid]) for print_ in linked]
            known = {one.print.uid: one for one in others if one.print.uid not in self.aliases} | known
        return known

    def _named(self, links: Links) -> list[str]:
        """The uid of every note; new ones without an id get theirs."""
        new = [seen for seen, uid in zip(self.seen, links.uids, strict=True) if uid is None]
        minted = iter(mint(new, self._is_taken))
        return [next(minted) if uid is None else uid for uid in links.uids]

    def _is_taken(self, uid: str) -> bool:
        return uid in self.known or uid in self.aliases or identities.has(self.db, uid)

    def _place(self, links: Links, uids: Sequence[str]) -> tuple[list[Placed], list[Known], int]:
        """All notes with their fingerprints, the fingerprints to be written, and how many notes are new."""
        renamed = {uid: self.known[old] for old, uid in links.renamed}
        next_key = first_key = identities.next_note_key(self.db)
        placed, changed = [], []
        for (draft, entry), uid in zip(self.notes, uids, strict=True):
            old = renamed.get(uid) or self.known.get(uid)
            seen = entry.seen
            parts = link_parts(old.print.parts if old else (), seen.parts)
            print_ = Print(uid, seen.file, seen.deck, seen.place, seen.kind, seen.front, seen.back, parts)
            note_key = old.note_key if old else next_key
            next_key += old is None
            if old is None or old.print != print_:
                changed.append(Known(note_key, print_))
            placed.append(Placed(draft, entry, note_key, print_))
        return placed, changed, next_key - first_key

    def _missing(self, links: Links) -> list[Known]:
        """The fingerprints of notes that were in these decks and are nowhere now."""
        found = {*links.uids, *(old for old, _ in links.renamed)}
        return [
            Known(known.note_key, replace(known.print, gone=True))
            for uid, known in self.known.items()
            if uid not in found and not known.print.gone
        ]

    def _write(self, links: Links, placed: Sequence[Placed]) -> None:
        decks = {*self.drafts.by_key, *self.drafts.gone}
        twice = [(self.notes[pair.loser], self.notes[pair.winner]) for pair in links.twice]
        problems, ties = standing(self.drafts, self.all, twice)
        placing.remove_decks(self.db, self.drafts.gone)
        chunks = {
            key: placing.put_deck(self.db, draft, problems[key]) for key, draft in self.drafts.by_key.items()
        }
        placing.put_ties(self.db, decks, ties)
        moved = placing.put_shelf(self.db, decks, placed, self.now_ms, self.settled)
        placing.put_pending(self.db, moved | set(placing.in_chunks(placed, chunks)))
        self._put_guesses(links, placed)

    def _put_guesses(self, links: Links, placed: Sequence[Placed]) -> None:
        rows = defaultdict(list)
        for guess in sorted(links.guesses, key=lambda guess: -guess.score):
            new_key, old_key = placed[guess.seen].note_key, self.known[guess.uid].note_key
            rows[new_key].append((new_key, old_key, guess.score))
        self.db.con.executemany(
            "INSERT OR REPLACE INTO guess VALUES (?, ?, ?)",
            [row for found in rows.values() for row in found[:GUESSES]],
        )


def _words(print_: Print) -> tuple[object, ...]:
    return (print_.front, print_.back, print_.parts)
