"""Rows read straight from the pages of a damaged SQLite file, whatever led to them is broken or not.

The format: https://www.sqlite.org/fileformat2.html. What does not look like a row is passed over.
"""

from collections.abc import Iterator
from struct import unpack
from typing import NamedTuple

_HEADER = 100
_TABLE_LEAF = 0x0D
_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
"""Bytes of a value by its serial type, up to 9; above, blobs and texts say their own length."""
_LONGEST = 16 * 1024 * 1024
"""A row longer than this is none."""

Value = int | float | bytes | None


class Row(NamedTuple):
    """One row of a page; texts are bytes."""

    rowid: int
    values: tuple[Value, ...]


class _Payload(NamedTuple):
    rowid: int
    data: bytes


def page_size(header: bytes) -> int:
    """Bytes of a page; 0 if the header does not say."""
    size = int.from_bytes(header[16:18], "big")
    size = 65536 if size == 1 else size
    return size if 512 <= size <= 65536 and size & (size - 1) == 0 else 0


def rows(data: bytes, size: int, columns: frozenset[int]) -> Iterator[Row]:
    """All rows with so many columns, in the order of the pages. size: of a page."""
    for start in range(0, len(data) - size + 1, size):
        for payload in _payloads(data, start, size):
            try:
                values = _record(payload.data, columns)
            except (IndexError, ValueError):
                continue
            if values is not None:
                yield Row(payload.rowid, values)


def _payloads(data: bytes, start: int, size: int) -> Iterator[_Payload]:
    """What the cells of a table's leaf page hold."""
    head = start + (_HEADER if start == 0 else 0)
    if data[head] != _TABLE_LEAF:
        return
    cells = int.from_bytes(data[head + 3 : head + 5], "big")
    for number in range(min(cells, size // 4)):
        at = head + 8 + 2 * number
        place = int.from_bytes(data[at : at + 2], "big")
        if not 8 <= place < size:
            continue
        try:
            yield _payload(data, start + place, size)
        except (IndexError, ValueError):
            continue


def _payload(data: bytes, at: int, size: int) -> _Payload:
    """A cell's content, with what overflowed onto other pages."""
    length, at = _varint(data, at)
    rowid, at = _varint(data, at)
    if not 0 < length <= _LONGEST:
        raise ValueError(length)
    local = _local(length, size)
    found = bytearray(data[at : at + local])
    following = int.from_bytes(data[at + local : at + local + 4], "big") if local < length else 0
    while len(found) < length:
        start = (following - 1) * size
        if following < 2 or start + size > len(data):
            raise ValueError(following)
        found += data[start + 4 : start + min(size, 4 + length - len(found))]
        following = int.from_bytes(data[start : start + 4], "big")
    return _Payload(rowid, bytes(found))


def _local(length: int, size: int) -> int:
    """How much of a payload stands in the cell itself."""
    least = (size - 12) * 32 // 255 - 23
    most = size - 35
    if length <= most:
        return length
    fitting = least + (length - least) % (size - 4)
    return fitting if fitting <= most else least


def _record(data: bytes, columns: frozenset[int]) -> tuple[Value, ...] | None:
    """The values of a record; None if it has another number of columns."""
    end, at = _varint(data, 0)
    types = []
    while at < end:
        kind, at = _varint(data, at)
        types.append(kind)
    if at != end or len(types) not in columns:
        return None
    values = []
    for kind in types:
        width = _SIZES[kind] if kind < len(_SIZES) else (kind - 12) // 2
        if kind in (10, 11) or at + width > len(data):
            raise ValueError(kind)
        values.append(_value(kind, data[at : at + width]))
        at += width
    return tuple(values)


def _value(kind: int, data: bytes) -> Value:
    if kind == 0:
        return None
    if kind == 7:
        number: float = unpack(">d", data)[0]
        return number
    if kind in (8, 9):
        return kind - 8
    return int.from_bytes(data, "big", signed=True) if kind < 12 else data


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of 1-9 bytes, and where it ends."""
    number = 0
    for _ in range(8):
        byte = data[at]
        at += 1
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, at
    number = number << 8 | data[at]
    return number - (1 << 64 if number >> 63 else 0), at + 1
