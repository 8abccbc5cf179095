"""Did you rename these? Pairs of a missing and a new note, and the learner's word on them.

"The same" is an `alias` of each card, "different" an `apart`: target the missing note's uid, payload
{"from": the new one's, "alike": score}. An `apart` is read from the log, so that any order of arrival says
the same, and a void takes it back.
"""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import replace

from quizapp.core.identity import Part, adopt_parts, card_id, uid_of
from quizapp.core.renames import Answer, Pair, Wording
from quizapp.core.reviews import Event
from quizapp.store import identities, log, past, stakes
from quizapp.store.identities import Known
from quizapp.store.shelf import Shelf

if TYPE_CHECKING:
    from quizapp.store.database import Database

ASKED = 100
"""Pairs that are read in full: some 30 ms."""
_GUESSES = """
SELECT old.uid, new.uid, score FROM guess
JOIN fingerprint AS old ON old.note_key = old_key JOIN fingerprint AS new ON new.note_key = new_key
WHERE old.gone_ms IS NOT NULL AND EXISTS (SELECT 1 FROM cache.shelf WHERE note_key = new_key)
ORDER BY score DESC, new_key, old_key
"""
_SAID = """
SELECT event_id, type, target, payload, at_ms FROM event AS said
WHERE type IN ('alias', 'apart') AND json_extract(payload, '$.alike') IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM event WHERE target = said.event_id AND type = 'void')
ORDER BY at_ms, event_id
"""


class _Guess(NamedTuple):
    old: str
    new: str
    score: float


def count(db: "Database") -> int:
    """How many pairs there are to ask about."""
    return len(_open(_guesses(db), _Notes(db, None)))


def pairs(db: "Database", shelf: Shelf) -> tuple[tuple[Pair, ...], int]:
    """The pairs to ask about next, likest first, each note in one of them; and how many there are."""
    notes, guesses = _Notes(db, shelf), _guesses(db)
    found, rivals = _open(guesses, notes), _by_note(guesses)
    asked = found[:ASKED]
    return tuple(replace(_pair(notes, one), rival=_rival(one, rivals)) for one in asked), len(found)


def likely(db: "Database", shelf: Shelf, uid: str) -> tuple[Pair, ...]:
    """The new notes that a missing one may be, likest first."""
    notes = _Notes(db, shelf)
    return tuple(_pair(notes, guess) for guess in _guesses(db) if guess.old == uid)


def answers(db: "Database", shelf: Shelf, since_ms: int) -> tuple[Answer, ...]:
    """What the learner said since then and did not take back, in the order of time."""
    said: dict[tuple[str, str, str], list[tuple[str, float]]] = {}
    for event_id, type_, target, payload, at_ms in db.con.execute(_SAID):
        if at_ms >= since_ms:
            told = json.loads(payload)
            key = (type_, uid_of(target), uid_of(str(told.get("from") or told.get("to"))))
            said.setdefault(key, []).append((event_id, float(told["alike"])))
    notes = _Notes(db, shelf)
    return tuple(
        Answer(
            pair=_told(notes, _Guess(old, new, events[0][1]), type_),
            same=type_ == "alias",
            events=tuple(event_id for event_id, _ in events),
        )
        for (type_, old, new), events in said.items()
    )


def link(db: "Database", old_uid: str, new_uid: str, alike: float) -> tuple[str, ...]:
    """The missing note is the new one: its cards become that one's. The ids of the events, for an undo."""
    notes = _Notes(db, None)
    old, new = notes.known(old_uid), notes.known(new_uid)
    if old is None or new is None or old_uid == new_uid:
        return ()
    adopted = adopt_parts(old.print.parts, new.print.parts)
    events = [
        Event(
            event_id=db.new_id(),
            type="alias",
            target=card_id(old_uid, was),
            moment=db.now(),
            device_id=db.device_id,
            payload={"to": card_id(new_uid, now), "alike": alike},
        )
        for was, now in adopted.pairs
    ]
    with db.transaction():
        if adopted.parts != new.print.parts:
            identities.put(db, [Known(new.note_key, replace(new.print, parts=adopted.parts))], 0)
        log.append_events(db, events)
    return tuple(event.event_id for event in events)


class _Notes:
    """Notes by uid, each read once."""

    def __init__(self, db: "Database", shelf: Shelf | None) -> None:
        self.db, self._shelf = db, shelf
        self._known: dict[str, Known | None] = {}
        self._progress: dict[str, list[stakes.Progress]] = {}

    def preload(self, uids: Iterable[str]) -> None:
        """Read many notes and the progress of their cards at once."""
        for known in identities.of_uids(self.db, uids):
            self._known[known.print.uid] = known
        ids = [card_id(uid, part.key) for uid in self._known for part in self.parts(uid)]
        for card in stakes.by_id(self.db, ids):
            self._progress.setdefault(uid_of(card.card_id), []).append(card)

    def known(self, uid: str) -> Known | None:
        if uid not in self._known:
            self._known[uid] = next(iter(identities.of_uids(self.db, [uid])), None)
        return self._known[uid]

    def parts(self, uid: str) -> tuple[Part, ...]:
        known = self.known(uid)
        return known.print.parts if known else ()

    def progress(self, uid: str) -> list[stakes.Progress]:
        if uid not in self._progress:
            ids = [card_id(uid, part.key) for part in self.parts(uid)]
            self._progress[uid] = stakes.by_id(self.db, ids)
        return self._progress[uid]

    def wording(self, uid: str) -> Wording:
        """As it stands in its deck, or stood there last."""
        return self._present(uid) or self._past(uid)

    def _present(self, uid: str) -> Wording | None:
        known = self.known(uid)
        row = (
            known
            and self.db.con.execute(
                "SELECT deck_key, note, part, title FROM cache.shelf JOIN cache.deck USING (deck_key) "
                "WHERE note_key = ? ORDER BY shelf.card_key LIMIT 1",
                (known.note_key,),
            ).fetchone()
        )
        if not row or self._shelf is None:
            return None
        note, part = self._shelf.note(row[0], row[1]), row[2]
        return Wording(uid=uid, deck=row[3], front=note.front(part), back=note.back(part))

    def _past(self, uid: str) -> Wording:
        cards = {card.card_id: card.card_key for card in self.progress(uid)}
        kept = past.last(self.db, cards.values())
        for part in self.parts(uid):
            text = kept.get(cards.get(card_id(uid, part.key), 0))
            if text:
                return Wording(uid=uid, deck=text.deck, front=text.front, back=text.back)
        known = self.known(uid)
        if known is None:
            return Wording(uid=uid, deck="", front="", back="", exact=False)
        print_ = known.print
        return Wording(uid=uid, deck=print_.deck, front=print_.front, back=print_.back, exact=False)


def _guesses(db: "Database") -> list[_Guess]:
    """What the ladder was not sure of and the learner has not spoken of."""
    aliases = identities.aliases(db)
    apart = {
        (old, aliases.get(new, new))
        for old, new in (_ends_of_apart(row) for row in db.con.execute(_SAID))
        if new
    }
    rows = (_Guess(*row) for row in db.con.execute(_GUESSES).fetchall())
    return [guess for guess in rows if guess.old not in aliases and (guess.old, guess.new) not in apart]


def _ends_of_apart(row: tuple[Any, ...]) -> tuple[str, str]:
    """(missing, new) of an `apart`; the second is empty for an alias."""
    _, _, target, payload, _ = row
    return target, str(json.loads(payload).get("from", ""))


def _by_note(guesses: list[_Guess]) -> dict[str, list[_Guess]]:
    """The guesses that a note is in, by its uid."""
    found: dict[str, list[_Guess]] = {}
    for guess in guesses:
        for uid in (guess.old, guess.new):
            found.setdefault(uid, []).append(guess)
    return found


def _rival(guess: _Guess, by_note: dict[str, list[_Guess]]) -> float:
    """The best score that either note of a guess has in another one."""
    others = (one.score for uid in (guess.old, guess.new) for one in by_note[uid] if one != guess)
    return max(others, default=0.0)


def _open(guesses: list[_Guess], notes: _Notes) -> list[_Guess]:
    """The guesses with something at stake, each note in the likest one."""
    used: set[str] = set()
    found = []
    notes.preload({guess.old for guess in guesses})
    for guess in guesses:
        if not used & {guess.old, guess.new} and stakes.total(notes.progress(guess.old)).cards:
            used |= {guess.old, guess.new}
            found.append(guess)
    return found


def _pair(notes: _Notes, guess: _Guess) -> Pair:
    return Pair(
        old=notes.wording(guess.old),
        new=notes.wording(guess.new),
        score=guess.score,
        stake=stakes.total(notes.progress(guess.old)),
        fresh=stakes.total(notes.progress(guess.new)).reviews,
    )


def _told(notes: _Notes, guess: _Guess, type_: str) -> Pair:
    """A pair that was answered: linked, the progress is the new one's."""
    pair = _pair(notes, guess)
    return replace(pair, stake=stakes.total(notes.progress(guess.new))) if type_ == "alias" else pair
