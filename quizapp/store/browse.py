"""All cards in a table: which ones a query finds, in which order, and what stands in their rows."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from quizapp.core import query_scan
from quizapp.core.query import Both, Either, Leaf, Mistake, Node, Not, Query, closest, parse
from quizapp.core.query_nodes import leaves
from quizapp.core.query_tests import Is, Matches, Test
from quizapp.store import browse_rows, finding, masks, memory, names, ordering
from quizapp.store.browse_rows import Row as Row
from quizapp.store.expressions import TooSlowError
from quizapp.store.ordering import COLUMNS as COLUMNS
from quizapp.store.ordering import Column as Column
from quizapp.store.ordering import Sort as Sort
from quizapp.store.shelf import Shelf
from quizapp.store.trust import TOKEN

if TYPE_CHECKING:
    from quizapp.store.database import Database

LEAVES_KEPT = 64
"""Conditions whose cards are remembered: 100 kB each for 100,000 cards."""
BY_DUE = Sort()
IS_MISSING = Is("is", "missing")


class Rows(Struct, frozen=True, kw_only=True):
    """What a query found."""

    keys: Sequence[int]
    """card_key of each row, in order."""
    total: int
    """Cards there are in all decks."""
    mistakes: tuple[Mistake, ...] = ()
    """What could not be searched for."""


class Without(Struct, frozen=True):
    """A part of a query, and how many cards there would be without it."""

    part: Node
    text: str
    """The query without it."""
    count: int


class Browse:
    """Searches. What was found is kept until the decks or the progress change, whichever it depends on."""

    def __init__(self, db: "Database", shelf: Shelf) -> None:
        self._db = db
        self._shelf = shelf
        self._decks: tuple[Any, ...] = ()
        self._progress: tuple[Any, ...] = ()
        self._size = 0
        """One more than the largest card_key."""
        self._all: list[int] = []
        """The cards on the shelf, by age."""
        self._on_shelf = 0
        self._leaves: dict[Test, int] = {}
        self._slow: set[Test] = set()
        self._orders: dict[Sort, list[int]] = {}

    def search(self, query: str | Query, sort: Sort = BY_DUE) -> Rows:
        """The cards that a query finds, sorted."""
        query = parse(query) if isinstance(query, str) else query
        self._look()
        found = self._found(query.root)
        return Rows(
            keys=self._sorted(found, sort),
            total=len(self._all),
            mistakes=(*query.mistakes, *self._mistakes(query)),
        )

    def counts(self, queries: Iterable[str]) -> tuple[int, ...]:
        """How many cards each query finds."""
        self._look()
        return tuple(masks.count(self._found(parse(query).root)) for query in queries)

    def without(self, query: str | Query) -> tuple[Without, ...]:
        """For a query without hits: what leaving out one part would find, most first."""
        query = parse(query) if isinstance(query, str) else query
        self._look()
        parts = query.parts
        found = [
            Without(part, query.cut(part), masks.count(self._found(Both(parts[:at] + parts[at + 1 :]))))
            for at, part in enumerate(parts)
        ]
        return tuple(sorted(found, key=lambda one: -one.count))

    def rows(self, keys: Sequence[int]) -> tuple[Row, ...]:
        """What stands in some rows, in this order; keys of no card are left out."""
        return browse_rows.read(self._db, self._shelf, keys)

    def row(self, card_key: int) -> Row | None:
        """What stands in the row of a card."""
        return next(iter(self.rows((card_key,))), None)

    def _look(self) -> None:
        """Forget what may be otherwise now."""
        decks, progress = self._state_of_decks(), self._state_of_progress()
        if (decks, progress) == (self._decks, self._progress):
            return
        if decks != self._decks:
            self._leaves.clear()
            self._orders.clear()
            self._read_shelf()
        kept = [test for test in self._leaves if finding.of_decks_alone(test) and test not in self._slow]
        self._leaves = {test: self._leaves[test] for test in kept}
        self._orders = {sort: keys for sort, keys in self._orders.items() if ordering.of_decks_alone(sort)}
        self._slow.clear()
        self._decks, self._progress = decks, progress

    def _state_of_decks(self) -> tuple[Any, ...]:
        """The last pass over the decks, what is still to be indexed, and the cards ever seen."""
        row: tuple[Any, ...] = self._db.con.execute(
            "SELECT (SELECT value FROM cache.about WHERE key = ?), (SELECT count(*) FROM cache.pending), "
            "(SELECT total(mtime_ns) FROM cache.deck), (SELECT max(card_key) FROM card)",
            (TOKEN,),
        ).fetchone()
        return row

    def _state_of_progress(self) -> tuple[Any, ...]:
        """How far the log goes and is folded, the day, and the settings, which say what a leech is."""
        settings = self._db.con.execute("SELECT count(*), total(at_ms) FROM setting").fetchone()
        return memory.stamp(self._db), self._db.meta("folded"), self._db.now().study_day, settings

    def _read_shelf(self) -> None:
        (last,) = self._db.con.execute("SELECT coalesce(max(card_key), 0) FROM card").fetchone()
        self._size = last + 1
        self._all = masks.keys(self._db, "SELECT card_key FROM shelf ORDER BY card_key")
        self._on_shelf = masks.of(self._all, self._size)

    def _found(self, node: Node) -> int:
        """Cards, as a set, among all that the query can be about: the missing ones it has to name."""
        universe = self._on_shelf
        if any(leaf.test == IS_MISSING for leaf in leaves(node)):
            universe |= self._leaf(IS_MISSING)
        return self._set(node, universe)

    def _set(self, node: Node, universe: int) -> int:
        return _SETS[type(node)](self, node, universe)

    def _leaf(self, test: Test) -> int:
        if test not in self._leaves:
            if len(self._leaves) >= LEAVES_KEPT:
                self._leaves.pop(next(iter(self._leaves)))
            self._leaves[test] = self._find(test)
        return self._leaves[test]

    def _find(self, test: Test) -> int:
        now = self._db.now()
        try:
            keys = finding.find(finding.Asked(self._db, now.study_day, now.at_ms), test)
        except TooSlowError:
            self._slow.add(test)
            return self._on_shelf
        return masks.of(keys, self._size)

    def _mistakes(self, query: Query) -> Iterator[Mistake]:
        """What turned out only now: names that nothing has, expressions that were given up."""
        for leaf in leaves(query.root):
            if leaf.test in self._slow:
                yield Mistake(code="re_slow", start=leaf.start, end=leaf.end)
            elif isinstance(leaf.test, Matches) and not self._leaf(leaf.test):
                yield self._no_such(leaf, leaf.test)

    def _no_such(self, leaf: Leaf, test: Matches) -> Mistake:
        near = closest(test.pattern.replace("*", ""), names.names(self._db, test.what))
        return Mistake(
            code="no_such_near" if near else "no_such",
            start=leaf.start,
            end=leaf.end,
            args={"key": test.what, "value": test.pattern, "near": near},
            fix=f"{test.what}:{query_scan.value(near)}" if near else "",
        )

    def _sorted(self, found: int, sort: Sort) -> "array[int]":
        """The cards of a set in this order; those without a value in the column last, by age."""
        if sort not in self._orders:
            self._orders[sort] = ordering.ordered(self._db, sort, self._db.now().study_day)
        keys = masks.kept(self._orders[sort], found, self._size)
        if len(keys) < masks.count(found):
            rest = found & ~masks.of(keys, self._size)
            keys.extend(masks.kept(range(self._size), rest, self._size))
        return keys


_SETS: Mapping[type[Any], Callable[[Browse, Any, int], int]] = {
    Leaf: lambda browse, node, universe: browse._leaf(node.test) & universe,
    Not: lambda browse, node, universe: universe ^ browse._set(node.part, universe),
    Both: lambda browse, node, universe: reduce(
        and_, (browse._set(part, universe) for part in node.parts), universe
    ),
    Either: lambda browse, node, universe: reduce(or_, (browse._set(part, universe) for part in node.parts)),
}
