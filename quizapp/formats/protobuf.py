"""Just enough of Protocol Buffers' wire format to read and write the few messages of Anki's packages."""

from collections.abc import Iterable
from typing import Final, TypeAlias

Fields: TypeAlias = dict[int, list[int | bytes]]
"""Number of a field -> its values, in order: integers, or the bytes of texts and messages."""
_LONGEST_VARINT: Final = 10
_FIXED: Final = {1: 8, 5: 4}


def parse(data: bytes) -> Fields:
    """The fields of a message. ValueError for what is none."""
    fields: Fields = {}
    at = 0
    while at < len(data):
        tag, at = _varint(data, at)
        number, wire = tag >> 3, tag & 7
        value: int | bytes
        if wire == 0:
            value, at = _varint(data, at)
        elif wire == 2:
            size, at = _varint(data, at)
            value, at = data[at : at + size], at + size
        elif wire in _FIXED:
            value, at = data[at : at + _FIXED[wire]], at + _FIXED[wire]
        else:
            raise ValueError(f"wire type {wire}")
        if at > len(data) or not number:
            raise ValueError("cut short")
        fields.setdefault(number, []).append(value)
    return fields


def number(fields: Fields, key: int, default: int = 0) -> int:
    """The last integer of a field."""
    found = [value for value in fields.get(key, ()) if isinstance(value, int)]
    return found[-1] if found else default


def text(fields: Fields, key: int) -> str:
    """The last text of a field."""
    found = [value for value in fields.get(key, ()) if isinstance(value, bytes)]
    return found[-1].decode("utf-8", "replace") if found else ""


def message(fields: Iterable[tuple[int, int | bytes | str]]) -> bytes:
    """A message of fields, in order; zeros and empty texts are left out, as the format has it."""
    parts = []
    for key, value in fields:
        if isinstance(value, int):
            if value:
                parts.append(_encoded(key << 3) + _encoded(value))
            continue
        data = value.encode() if isinstance(value, str) else value
        if data:
            parts.append(_encoded(key << 3 | 2) + _encoded(len(data)) + data)
    return b"".join(parts)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    for count in range(_LONGEST_VARINT):
        if at + count >= len(data):
            raise ValueError("cut short")
        byte = data[at + count]
        value |= (byte & 0x7F) << shift
        if not byte & 0x80:
            return value, at + count + 1
        shift += 7
    raise ValueError("number too long")


def _encoded(value: int) -> bytes:
    out = bytearray()
    while True:
        value, low = value >> 7, value & 0x7F
        out.append(low | 0x80 if value else low)
        if not value:
            return bytes(out)
