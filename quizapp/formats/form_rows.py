"""Lists of all sorts as rows of cells, for forms, and back: see form_values."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from msgspec import Struct

from quizapp.formats.form_values import Sort, Value, plain, tidy


class Row(Struct, frozen=True):
    """A row of a list in a form. level: 1 belongs to the nearest row above that has 0."""

    cells: tuple[str, ...]
    level: int = 0

    @property
    def is_empty(self) -> bool:
        return not any(self.cells)


Rows: TypeAlias = tuple[Row, ...]


class RowsSort(Sort, frozen=True):
    """A list: rows of cells. One item alone is a list of one."""

    columns: tuple[str, ...] = ("",)
    """Names of the cells, as the struct of the items has them."""

    @property
    def nothing(self) -> Rows:
        return ()

    @property
    def blank(self) -> Value:
        return []

    def read(self, value: Value) -> Rows | None:
        found: list[Row] = []
        for item in _listed(value):
            rows = self._rows(item)
            if rows is None:
                return None
            found += rows
        return tuple(found)

    def _write(self, shown: Rows, old: Value | None) -> Value | None:
        before = [] if old is None else _listed(old)
        kept = {rows: item for item in before if (rows := self._rows(item))}
        items = [kept.get(rows, self._item(rows)) for rows in _together(_tidy(shown))]
        if len(items) == 1 and isinstance(old, str | dict) and isinstance(items[0], type(old)):
            return items[0]
        return items or None

    def _rows(self, item: Value) -> Rows | None:
        """The rows of an item; None if it cannot be shown."""
        text = plain(item)
        return None if text is None else (Row((text,)),)

    def _item(self, rows: Rows) -> Value:
        return rows[0].cells[0]


def _listed(value: Value) -> Sequence[Value]:
    return value if isinstance(value, list) else [value]


def _tidy(shown: Rows) -> Rows:
    return tuple(Row(tuple(map(tidy, row.cells)), row.level) for row in shown)


def _together(shown: Rows) -> list[Rows]:
    """Rows that make one item each, without empty ones."""
    found: list[list[Row]] = []
    for row in shown:
        if row.is_empty:
            continue
        if row.level and found:
            found[-1].append(row)
        else:
            found.append([row if not row.level else Row(row.cells)])
    return [tuple(rows) for rows in found]


class NestedSort(RowsSort, frozen=True):
    """A list whose items may be lists: of level 1 is what stands beside the first of such a list."""

    def _rows(self, item: Value) -> Rows | None:
        texts = [plain(text) for text in _listed(item)]
        if not texts or None in texts:
            return None
        return tuple(Row((text or "",), min(at, 1)) for at, text in enumerate(texts))

    def _item(self, rows: Rows) -> Value:
        return [row.cells[0] for row in rows] if len(rows) > 1 else rows[0].cells[0]


class PairsSort(RowsSort, frozen=True):
    """A list of `left: right`, or a map of them."""

    columns: tuple[str, ...] = ("left", "right")

    def read(self, value: Value) -> Rows | None:
        return super().read(_unfolded(value))

    def _write(self, shown: Rows, old: Value | None) -> Value | None:
        written = super()._write(shown, _unfolded(old) if old is not None else None)
        return _folded(written) if isinstance(old, dict) else written

    def _rows(self, item: Value) -> Rows | None:
        if isinstance(item, dict) and len(item) == 1:
            (left, right), *_ = item.items()
            cells = plain(left), plain(right)
            if None not in cells:
                return (Row((cells[0] or "", cells[1] or "")),)
        return None

    def _item(self, rows: Rows) -> Value:
        left, right = rows[0].cells
        return {left: right}


def _unfolded(value: Value) -> Value:
    """A map as the list of its pairs."""
    return [{key: one} for key, one in value.items()] if isinstance(value, dict) else value


def _folded(items: Value | None) -> Value | None:
    """A list of pairs as a map, if that says the same."""
    pairs = [item for item in items or () if isinstance(item, dict) and len(item) == 1]
    merged = {key: one for pair in pairs for key, one in pair.items()}
    return merged if items and len(merged) == len(items) else items


class ItemsSort(RowsSort, frozen=True):
    """A list of texts that may carry more: `text`, `text: more` (colon) or a map with the struct's keys."""

    colon: bool = False

    def read(self, value: Value) -> Rows | None:
        is_map = self.colon and isinstance(value, dict) and self._named(value) is None
        return super().read(_unfolded(value) if is_map else value)

    def _write(self, shown: Rows, old: Value | None) -> Value | None:
        if self.colon and isinstance(old, dict) and self._named(old) is None:
            return _folded(super()._write(shown, _unfolded(old)))
        return super()._write(shown, old)

    def _named(self, item: Value) -> dict[str, Value] | None:
        """A map with the struct's keys."""
        own = isinstance(item, dict) and any(key in self.columns for key in item)
        return item if own and isinstance(item, dict) else None

    def _rows(self, item: Value) -> Rows | None:
        named = self._named(item)
        cells: Iterable[str | None]
        if named is not None:
            cells = [plain(named.get(column, "")) for column in self.columns]
            if not named.keys() <= set(self.columns):
                return None
        elif self.colon and isinstance(item, dict) and len(item) == 1:
            cells = [plain(one) for pair in item.items() for one in pair]
        else:
            cells = [plain(item)]
        known = [cell for cell in cells if cell is not None]
        missing = len(self.columns) - len(known)
        return None if None in cells else (Row((*known, *[""] * missing)),)

    def _item(self, rows: Rows) -> Value:
        first, *more = rows[0].cells
        if not any(more):
            return first
        if self.colon and first and first not in self.columns and not any(more[1:]):
            return {first: more[0]}
        return {column: cell for column, cell in zip(self.columns, rows[0].cells, strict=True) if cell}


class TagsSort(RowsSort, frozen=True):
    """A list of texts, or one text split on commas."""

    def read(self, value: Value) -> Rows | None:
        text = plain(value)
        if text is not None:
            return tuple(Row((tag.strip(),)) for tag in text.split(",") if tag.strip())
        return super().read(value)

    def _write(self, shown: Rows, old: Value | None) -> Value | None:
        tags = [row.cells[0] for row in shown if not row.is_empty]
        if isinstance(old, str) and tags and not any("," in tag for tag in tags):
            return ", ".join(tags)
        return super()._write(shown, old if isinstance(old, list) else None)


class GroupsSort(Sort, frozen=True):
    """A map of names with a list each: names have level 0, what belongs to them 1."""

    @property
    def nothing(self) -> Rows:
        return ()

    @property
    def blank(self) -> Value:
        return {}

    def read(self, value: Value) -> Rows | None:
        if not isinstance(value, dict):
            return None
        found = []
        for name, items in value.items():
            texts = [plain(name), *(plain(item) for item in _grouped(items))]
            if None in texts:
                return None
            found += [Row((text or "",), min(at, 1)) for at, text in enumerate(texts)]
        return tuple(found)

    def _write(self, shown: Rows, old: Value | None) -> Value | None:
        """Of two groups with one name the items come together: see `twice`."""
        groups: dict[str, list[Value]] = {}
        name = ""
        for row in _tidy(shown):
            text = row.cells[0]
            if not row.level:
                name = text
            if text and (row.level or text not in groups):
                groups.setdefault(name, []).extend([text] if row.level else [])
        before = old if isinstance(old, dict) else {}
        kept = {name: items for name, items in before.items() if _grouped(items) == groups.get(name)}
        return {name: kept.get(name, items) for name, items in groups.items()} or None

    def twice(self, shown: Rows) -> str:
        """A name that two groups have; "" if none."""
        names = [row.cells[0] for row in shown if not row.level and not row.is_empty]
        return next((name for name in names if names.count(name) > 1), "")


def _grouped(items: Value) -> Sequence[Value]:
    """The items of a group; an empty value holds none."""
    return [] if items == "" else _listed(items)
