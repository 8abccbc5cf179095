"""Which entry of a list stands for which item: the assignment that is best for the learner."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Fits(NamedTuple):
    """The items that one entry may stand for."""

    items: frozenset[int]
    slip: bool
    """True if it stands for them only by a slip of the fingers."""

    def __bool__(self) -> bool:
        return bool(self.items)


class Pairing(NamedTuple):
    """Entries and the items that they stand for, one to one, by index."""

    hits: Mapping[int, int]
    misplaced: Mapping[int, int]
    """Entries that stand for an item which nothing else does, but out of order."""

    def outright(self, fits: Sequence[Fits]) -> int:
        """Hits without a slip."""
        return sum(not fits[entry].slip for entry in self.hits)


def in_any_order(fits: Sequence[Fits], items: int) -> Pairing:
    """As many hits as possible, and of those as few slips as possible.

    All items of one entry count alike, so the best set of entries is found greedily: outright ones first,
    each taken if some augmenting path makes room for it (the sets that have room form a matroid).
    """
    return Pairing(_matched(fits, range(len(fits)), range(items)), {})


def in_order(fits: Sequence[Fits], items: int) -> Pairing:
    """The longest common subsequence of entries and items, with as few slips as possible.

    Of several, one with most entries at the very place of their items.
    """
    best: list[list[tuple[int, int, int]]] = [[(0, 0, 0)] * (items + 1) for _ in range(len(fits) + 1)]
    for at in range(len(fits) - 1, -1, -1):
        for item in range(items - 1, -1, -1):
            best[at][item] = max(best[at + 1][item], best[at][item + 1])
            if item in fits[at].items:
                best[at][item] = max(best[at][item], _more(best[at + 1][item + 1], fits, at, item))
    hits, at, item = {}, 0, 0
    while at < len(fits) and item < items:
        if item in fits[at].items and best[at][item] == _more(best[at + 1][item + 1], fits, at, item):
            hits[at] = item
            at, item = at + 1, item + 1
        elif best[at][item] == best[at][item + 1]:
            item += 1
        else:
            at += 1
    others = [entry for entry in range(len(fits)) if entry not in hits]
    free = [item for item in range(items) if item not in hits.values()]
    return Pairing(hits, _matched(fits, others, free))


def _more(counted: tuple[int, int, int], fits: Sequence[Fits], at: int, item: int) -> tuple[int, int, int]:
    """The count with one more hit: (hits, outright, at home)."""
    hits, outright, home = counted
    return hits + 1, outright + (not fits[at].slip), home + (at == item)


def _matched(fits: Sequence[Fits], entries: Sequence[int], items: Sequence[int]) -> dict[int, int]:
    """A matching of most of the entries, outright ones first."""
    owner: dict[int, int] = {}
    free = set(items)

    def place(entry: int, seen: set[int]) -> bool:
        """Find an item for the entry, moving others to another of theirs if need be."""
        for item in sorted(fits[entry].items & free - seen):
            seen.add(item)
            if item not in owner or place(owner[item], seen):
                owner[item] = entry
                return True
        return False

    for entry in sorted(entries, key=lambda entry: fits[entry].slip):
        place(entry, set())
    return {entry: item for item, entry in sorted(owner.items())}
