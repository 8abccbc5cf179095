"""All cards in a table: which ones a query finds, in which order, and what stands in their rows."""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any, Literal, get_args

from msgspec import Struct

from quizapp.core.query import Both, Either, Leaf, Mistake, Node, Not, Query, parse
from quizapp.core.query_nodes import leaves
from quizapp.core.query_tests import Is, Test
from quizapp.store import browse_rows, masks
from quizapp.store.browse_rows import Row as Row
from quizapp.store.due import RECALL
from quizapp.store.finding import MISSING, Asked, find
from quizapp.store.shelf import Shelf

if TYPE_CHECKING:
    from quizapp.store.database import Database

Column = Literal[
    "question", "kind", "deck", "tags", "due", "stability", "difficulty", "recall", "interval",
    "reviews", "lapses", "added", "status",
]  # fmt: skip
COLUMNS: tuple[Column, ...] = get_args(Column)
LEAVES_KEPT = 64


class Sort(Struct, frozen=True):
    """By which column; cards without a value in it come last either way."""

    column: Column = "due"
    descending: bool = False


BY_DUE = Sort()


class Rows(Struct, frozen=True, kw_only=True):
    """What a query found."""

    keys: Sequence[int]
    """card_key of each row, in order."""
    total: int
    """Cards there are."""
    mistakes: tuple[Mistake, ...] = ()
    """What could not be searched for."""


class Without(Struct, frozen=True):
    """A part of a query, and how many cards there would be without it."""

    part: Node
    text: str
    """The query without it."""
    count: int


_WITH_MEMORY = "shelf LEFT JOIN memory USING (card_key)"
_WITH_FACT = "shelf LEFT JOIN cache.fact USING (note_key)"
_ORDERS: Mapping[Column, tuple[str, str, str]] = {
    "question": ("shelf LEFT JOIN cache.face USING (card_key)", "rank", ""),
    "kind": (_WITH_FACT, "kind", ""),
    "deck": ("shelf JOIN cache.deck USING (deck_key)", "title COLLATE NOCASE", "note"),
    "tags": (_WITH_FACT, "nullif(tags, '') COLLATE NOCASE", ""),
    "due": (_WITH_MEMORY, "due_day", "due_ms"),
    "stability": (_WITH_MEMORY, "stability", ""),
    "difficulty": (_WITH_MEMORY, "difficulty", ""),
    "recall": (_WITH_MEMORY, RECALL, ""),
    "interval": (_WITH_MEMORY, "due_day - last_day", ""),
    "reviews": (_WITH_MEMORY, "reps", ""),
    "lapses": (_WITH_MEMORY, "lapses", ""),
    "added": ("shelf JOIN card USING (card_key)", "first_seen", ""),
    "status": (_WITH_FACT, "nullif(status, '')", ""),
}
"""Column -> what to read, what it is sorted by, and what within equals; at last by age."""


class Browse:
    """Searches in one state of the files; what was found before is kept until they change."""

    def __init__(self, db: "Database", shelf: Shelf) -> None:
        self._db = db
        self._shelf = shelf
        self._state: tuple[int, ...] = ()
        self._size = 0
        self._on_shelf = 0
        self._leaves: dict[Test, int] = {}
        self._orders: dict[tuple[Column, bool], array[int]] = {}

    def search(self, query: str | Query, sort: Sort = BY_DUE) -> Rows:
        """The cards that a query finds, sorted."""
        query = parse(query) if isinstance(query, str) else query
        self._look()
        found = self._found(query.root)
        return Rows(
            keys=masks.kept(self._order(sort), found, self._size),
            total=masks.count(self._on_shelf),
            mistakes=query.mistakes,
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
        """What stands in some rows, in this order; cards that are gone for good are left out."""
        return browse_rows.read(self._db, self._shelf, keys)

    def row(self, card_key: int) -> Row | None:
        """What stands in the row of a card."""
        return next(iter(self.rows((card_key,))), None)

    def _look(self) -> None:
        """Forget what was found if anything changed since."""
        con = self._db.con
        (version,) = con.execute("PRAGMA main.data_version").fetchone()
        (cached,) = con.execute("PRAGMA cache.data_version").fetchone()
        state = (con.total_changes, version, cached, self._db.now().study_day)
        if state != self._state:
            self._state = state
            self._leaves.clear()
            self._orders.clear()
            (last,) = con.execute("SELECT coalesce(max(card_key), 0) FROM card").fetchone()
            self._size = last + 1
            self._on_shelf = masks.of(_keys(con.execute("SELECT card_key FROM shelf")), self._size)

    def _found(self, node: Node) -> int:
        """Cards, as a set, among all that the query can be about: it has to name the missing ones."""
        universe = self._on_shelf
        if any(leaf.test == _IS_MISSING for leaf in leaves(node)):
            universe |= self._leaf(_IS_MISSING)
        return self._set(node, universe)

    def _set(self, node: Node, universe: int) -> int:
        return _SETS[type(node)](self, node, universe)

    def _leaf(self, test: Test) -> int:
        if test not in self._leaves:
            if len(self._leaves) >= LEAVES_KEPT:
                self._leaves.pop(next(iter(self._leaves)))
            now = self._db.now()
            asked = Asked(self._db, now.study_day, now.at_ms)
            self._leaves[test] = masks.of(_keys(find(asked, test)), self._size)
        return self._leaves[test]

    def _order(self, sort: Sort) -> "array[int]":
        """All cards in this order, the missing ones last."""
        key = (sort.column, sort.descending)
        if key not in self._orders:
            source, by, then = _ORDERS[sort.column]
            direction = "DESC" if sort.descending else "ASC"
            within = f"{then} {direction}," if then else ""
            sql = f"SELECT card_key FROM {source} ORDER BY {by} {direction} NULLS LAST, {within} card_key"
            args = {"today": self._db.now().study_day}
            order = array("q", _keys(self._db.con.execute(sql, args)))
            order.extend(_keys(self._db.con.execute(MISSING)))
            self._orders[key] = order
        return self._orders[key]


_IS_MISSING = Is("is", "missing")
_SETS: Mapping[type[Any], Callable[[Browse, Any, int], int]] = {
    Leaf: lambda browse, node, universe: browse._leaf(node.test) & universe,
    Not: lambda browse, node, universe: universe ^ browse._set(node.part, universe),
    Both: lambda browse, node, universe: reduce(
        and_, (browse._set(part, universe) for part in node.parts), universe
    ),
    Either: lambda browse, node, universe: reduce(or_, (browse._set(part, universe) for part in node.parts)),
}


def _keys(rows: Iterable[tuple[int]]) -> Iterable[int]:
    return (key for (key,) in rows)
