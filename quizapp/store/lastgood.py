"""A deck with mistakes, completed by what was last read of the cards that the mistakes hide.

Cards that still read are as the file has them now. One that was read before and is not found any more stays
as it was if there is a mistake at its place; elsewhere it was cut.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from quizapp.core.deck import Deck, Note
from quizapp.core.identity import Print, see
from quizapp.core.ladder import link
from quizapp.formats.kept import Origin
from quizapp.formats.yaml_deck import Loaded


class _Was(NamedTuple):
    """What was read before."""

    notes: Sequence[Note]
    origins: Sequence[Origin]


def completed(loaded: Loaded, notes: Sequence[Note], origins: Sequence[Origin]) -> Loaded:
    """A reading with the notes that its errors hide. notes, origins: of the last good state."""
    lines = sorted(problem.where.line for problem in loaded.problems if problem.severity == "error")
    if loaded.deck is None or not lines or not notes:
        return loaded
    found = _found(loaded.deck, loaded.origins, _Was(notes, origins))
    behind: dict[int, list[int]] = defaultdict(list)
    for old, before in _hidden(loaded.deck.notes, found, lines, len(notes)):
        behind[before].append(old)
    merged = [(notes[old], origins[old]) for old in behind[-1]]
    for index, pair in enumerate(zip(loaded.deck.notes, loaded.origins, strict=True)):
        merged.append(pair)
        merged += [(notes[old], origins[old]) for old in behind.get(index, ())]
    deck = replace(loaded.deck, notes=tuple(note for note, _ in merged))
    return replace(loaded, deck=deck, origins=tuple(origin for _, origin in merged))


def _found(deck: Deck, origins: Sequence[Origin], was: _Was) -> dict[int, int]:
    """The notes of the last good state that are in the deck now: index then -> index now."""
    by_digest: dict[bytes, list[int]] = {}
    for index in reversed(range(len(was.notes))):
        by_digest.setdefault(was.origins[index].digest, []).append(index)
    found, open_ = {}, []
    for index, origin in enumerate(origins):
        olds = by_digest.get(origin.digest, []) if origin.digest else []
        if olds:
            found[olds.pop()] = index
        else:
            open_.append(index)
    left = [index for index in range(len(was.notes)) if index not in found]
    if open_ and left:
        found |= _linked(deck, open_, was, left)
    return found


def _linked(deck: Deck, open_: Sequence[int], was: _Was, left: Sequence[int]) -> dict[int, int]:
    """The same for notes whose text is another one now, as far as the ladder is sure."""
    seen = see(replace(deck, notes=tuple(deck.notes[index] for index in open_)))
    before = see(replace(deck, notes=tuple(was.notes[index] for index in left)))
    by_uid: dict[str, int] = {}
    prints = []
    for index, one in zip(left, before, strict=True):
        uid = one.id if one.id and one.id not in by_uid else f"~{index}"
        by_uid[uid] = index
        prints.append(Print(uid, one.file, one.deck, one.place, one.kind, one.front, one.back))
    uids = link(seen, prints, {}).uids
    return {by_uid[uid]: index for uid, index in zip(uids, open_, strict=True) if uid in by_uid}


def _hidden(
    notes: Sequence[Note], found: dict[int, int], lines: Sequence[int], count: int
) -> Iterator[tuple[int, int]]:
    """Old notes with a mistake between their neighbours, and behind which note they belong; -1: none."""
    order = sorted(found)
    for old in range(count):
        if old in found:
            continue
        at = bisect_right(order, old)
        before = found[order[at - 1]] if at else -1
        after = found[order[at]] if at < len(order) else len(notes)
        low, high = sorted((before, after))
        first = notes[low].span.line if low >= 0 else 0
        last = notes[high].span.line if high < len(notes) else lines[-1] + 1
        if any(first < line < last for line in lines):
            yield old, before
