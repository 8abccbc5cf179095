"""The ladder: notes as they stand in the deck files against the fingerprints last seen.

Its rungs go from sure to likely: same id; same front and back; same front; similar text, where an equal back
weighs much, with a clear best. Each looks in the note's own deck first, then everywhere. What no rung is sure
of is a new note, and the old one keeps its progress, off the shelf.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from quizapp.core import likeness
from quizapp.core.identity import Print, Seen

SIMILAR = 0.7
"""Notes at least this alike (see `likeness`) may be one note, edited."""
CLEAR = 0.07
"""By how much the best match must beat the second, on both sides."""
RETURNED = 0.85
"""How alike a note must be to one that was already gone."""
CANDIDATE = 0.4
"""Texts with at least this ratio are worth the question "Did you rename this?"."""
SAME_BACK = 0.2
"""What a pair gains if no other note has or had its back."""
SAME_ANSWER = 0.5
"""How much of the words of two answers is left if they are one, edited."""
ELSEWHERE = 0.04
"""What a match in another deck loses against one in the note's own."""
MOST = 10_000
"""Notes, new or old, that are compared by likeness in one pass: some seconds at worst."""
SAMPLE = 400
"""Texts from which the usual words of the decks are told."""


class Twice(Struct, frozen=True):
    """Two notes with one id, by index; the winner keeps it."""

    loser: int
    winner: int


class Guess(Struct, frozen=True):
    """A new note that may be a missing one, renamed."""

    seen: int
    uid: str
    score: float


class Links(Struct, frozen=True):
    """What the ladder found."""

    uids: tuple[str | None, ...]
    """For each note seen: its uid; None for a new note without an id."""
    renamed: tuple[tuple[str, str], ...] = ()
    """Old uid -> the explicit id that the note has now."""
    twice: tuple[Twice, ...] = ()
    guesses: tuple[Guess, ...] = ()


Either = Seen | Print
Key = Callable[[Either], Hashable]


def link(
    seen: Sequence[Seen],
    prints: Sequence[Print],
    aliases: Mapping[str, str],
    former: Sequence[Print] = (),
    among: Sequence[Seen] = (),
) -> Links:
    """Find each note seen among the fingerprints.

    seen: all notes of the decks that changed (or are tied to those), in the order of files and places.
    prints: those of these decks before the change, of the ids that they claim, and of notes gone long ago.
    aliases: uids that were renamed -> what they are called now.
    former: how notes looked under such a uid, by the uid they have now: a text that returns is that note's.
    among: all notes of these decks, if some of them surely are what they were and only count.
    """
    ladder = _Ladder(seen, prints, among or seen)
    ladder.by_id(aliases)
    ladder.twins(lambda note: (note.file, note.front, note.back))
    ladder.twins(lambda note: (note.deck, note.front, note.back))
    ladder.twins(lambda note: (note.front, note.back))
    ladder.returned(former)
    ladder.same_front(lambda note: (note.deck, note.front))
    ladder.same_front(lambda note: note.front)
    ladder.drop_pinned()
    guesses = ladder.similar()
    return Links(tuple(ladder.uids), tuple(ladder.renamed), tuple(ladder.twice), guesses)


def text(note: Either) -> str:
    """Front and back in one."""
    return f"{note.front}\n{note.back}"


class _Pair(NamedTuple):
    """A note and a fingerprint that may be one."""

    score: float
    seen: int
    old: Print


class _Ladder:
    """The state between the rungs: notes still open, fingerprints still free."""

    def __init__(self, seen: Sequence[Seen], prints: Sequence[Print], among: Sequence[Seen]) -> None:
        self.seen = seen
        self.among = among
        self.prints = prints
        self.uids: list[str | None] = [None] * len(seen)
        self.free = {
            old.uid: old for old in sorted(prints, key=lambda old: (old.gone, old.place * (not old.gone)))
        }
        self.open = dict.fromkeys(range(len(seen)))
        self.pinned: dict[int, str] = {}
        """Open notes with an id never seen before: -> the id."""
        self.renamed: list[tuple[str, str]] = []
        self.twice: list[Twice] = []

    def by_id(self, aliases: Mapping[str, str]) -> None:
        """Rung 0: explicit ids, each to one note."""
        claims: dict[str, list[int]] = defaultdict(list)
        for index, note in enumerate(self.seen):
            if note.id:
                claims[aliases.get(note.id, note.id)].append(index)
        for uid, claimants in claims.items():
            winner = self._nearest(claimants, self.free.get(uid))
            self.twice += [Twice(loser, winner) for loser in claimants if loser != winner]
            if uid in self.free:
                self._take(winner, self.free[uid])
            else:
                self.pinned[winner] = uid

    def _nearest(self, claimants: list[int], old: Print | None) -> int:
        """Of several notes with one id the one most like its fingerprint; the first if there is none."""
        if old is None or len(claimants) == 1:
            return claimants[0]
        was = text(old)

        def nearness(index: int) -> tuple[bool, float, bool, bool, int]:
            note = self.seen[index]
            alike = likeness.ratio(text(note), was)
            return note.id == old.uid, alike, note.deck == old.deck, note.place == old.place, -index

        return max(claimants, key=nearness)

    def twins(self, key: Key) -> None:
        """Rung 1: equal text. Identical notes are paired in the order of their places."""
        free: dict[Hashable, list[Print]] = defaultdict(list)
        for old in self.free.values():
            free[key(old)].append(old)
        for olds in free.values():
            olds.reverse()
        for index in list(self.open):
            olds = free.get(key(self.seen[index]), [])
            if olds:
                self._take(index, olds.pop())

    def returned(self, former: Sequence[Print]) -> None:
        """Rung 1, once more: equal text that a note had before the learner linked it to another one."""
        uids = {(old.front, old.back): old.uid for old in former}
        for index in list(self.open):
            uid = uids.get((self.seen[index].front, self.seen[index].back), "")
            if uid in self.free:
                self._take(index, self.free[uid])

    def same_front(self, key: Key) -> None:
        """Rung 2: a front that no other note has or had."""
        for index, old in self._sole(key):
            self._take(index, old)

    def _sole(self, key: Key) -> list[tuple[int, Print]]:
        """Open notes and free fingerprints that share a key which no other note has or had."""
        if not self.open or not self.free:
            return []
        has = Counter(map(key, self.among))
        had = Counter(map(key, self.prints))
        if self.among is not self.seen:
            had += has - Counter(map(key, self.seen))
        free = {key(old): old for old in self.free.values()}
        found = ((index, free.get(key(self.seen[index]))) for index in self.open)
        return [(index, old) for index, old in found if old and had[key(old)] == has[key(old)] == 1]

    def drop_pinned(self) -> None:
        """A new explicit id takes over progress with the same text only: else its author means a new card."""
        for index, uid in self.pinned.items():
            self.uids[index] = uid
            del self.open[index]
        self.pinned = {}

    def similar(self) -> tuple[Guess, ...]:
        """Rung 3: much the same text, and no other nearly as much; return the pairs that are not sure."""
        if not (self.open and self.free):
            return ()
        pairs = self._pairs()
        ranked = [
            (pair.score - ELSEWHERE * (self.seen[pair.seen].deck != pair.old.deck), pair) for pair in pairs
        ]
        for pair in _clear(ranked):
            sure = RETURNED if pair.old.gone else SIMILAR
            if pair.score >= sure and self._one_fact(self.seen[pair.seen], pair.old):
                self._take(pair.seen, pair.old)
        return tuple(
            Guess(pair.seen, pair.old.uid, pair.score)
            for pair in pairs
            if pair.seen in self.open and pair.old.uid in self.free
        )

    def _one_fact(self, note: Seen, old: Print) -> bool:
        """False if the answer is another one, and a telling word of the question too: a card of its own."""
        weights = self._weights
        answered = weights.kept(note.back, old.back, likeness.MISTYPED) >= SAME_ANSWER
        return answered or not weights.swapped(note.front, old.front)

    def _pairs(self) -> list[_Pair]:
        """Open notes and free fingerprints that are somewhat alike, or have a back of their own in common."""
        new, old = list(self.open)[:MOST], list(self.free.values())[:MOST]
        weights = self._weights
        found = likeness.matches(
            [text(self.seen[index]) for index in new], [text(was) for was in old], weights, CANDIDATE
        )
        scores = {(new[match.new], old[match.old].uid): match.score for match in found}
        for index, was in self._sole(lambda note: note.back):
            alike = likeness.score(text(self.seen[index]), text(was), weights)
            scores[index, was.uid] = alike + SAME_BACK
        return [_Pair(score, index, self.free[uid]) for (index, uid), score in scores.items()]

    @cached_property
    def _weights(self) -> likeness.Weights:
        return likeness.Weights([text(note) for note in self.among[:: max(1, len(self.among) // SAMPLE)]])

    def _take(self, index: int, old: Print) -> None:
        uid = self.pinned.pop(index, old.uid)
        if uid != old.uid:
            self.renamed.append((old.uid, uid))
        self.uids[index] = uid
        del self.open[index]
        del self.free[old.uid]


def _clear(ranked: Sequence[tuple[float, _Pair]]) -> list[_Pair]:
    """The pairs that clearly beat all others of their note and all others of their fingerprint."""
    scores: dict[int | str, list[float]] = defaultdict(list)
    for score, pair in ranked:
        scores[pair.seen].append(score)
        scores[pair.old.uid].append(score)

    def clear(score: float, rivals: list[float]) -> bool:
        best, *others = sorted(rivals, reverse=True)
        return score == best and all(best - other >= CLEAR for other in others)

    return [
        pair
        for score, pair in ranked
        if clear(score, scores[pair.seen]) and clear(score, scores[pair.old.uid])
    ]
