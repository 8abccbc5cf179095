"""How wide and high a picture is, told by its first bytes."""

import re
import struct
from typing import Final

Size = tuple[float, float]
"""Pixels."""
_JPEG_SIZES: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_SVG: Final = re.compile(rb"<(?:\w+:)?svg\b[^>]*>", re.DOTALL)
_BOX: Final = re.compile(rb"viewBox\s*=\s*[\"']\s*([-\d.eE]+)[\s,]+([-\d.eE]+)[\s,]+([\d.]+)[\s,]+([\d.]+)")
_SIDE: Final = rb"\b%s\s*=\s*[\"']\s*([\d.]+)(?:px)?\s*[\"']"
_HEAD: Final = 8192


def size_of(data: bytes) -> Size | None:
    """None for what is no picture, or does not say."""
    try:
        size = _raster(data) or _drawing(data[:_HEAD])
    except (struct.error, IndexError, ValueError):
        return None
    return size if size is not None and min(size) > 0 else None


def _raster(data: bytes) -> Size | None:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        width, height = struct.unpack_from(">II", data, 16)
        return float(width), float(height)
    if data.startswith((b"GIF87a", b"GIF89a")):
        width, height = struct.unpack_from("<HH", data, 6)
        return float(width), float(height)
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp(data)
    return None


def _jpeg(data: bytes) -> Size | None:
    at = 2
    while at + 9 < len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker in _JPEG_SIZES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return float(width), float(height)
        at += 1 if marker == 0xFF else 2 + struct.unpack_from(">H", data, at + 2)[0]
    return None


def _webp(data: bytes) -> Size | None:
    sort = data[12:16]
    if sort == b"VP8X":
        return 1.0 + int.from_bytes(data[24:27], "little"), 1.0 + int.from_bytes(data[27:30], "little")
    if sort == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return 1.0 + (bits & 0x3FFF), 1.0 + (bits >> 14 & 0x3FFF)
    if sort == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return float(width & 0x3FFF), float(height & 0x3FFF)
    return None


def _drawing(head: bytes) -> Size | None:
    root = _SVG.search(head)
    if root is None:
        return None
    sides = [re.search(_SIDE % name, root[0]) for name in (b"width", b"height")]
    if sides[0] and sides[1]:
        return float(sides[0][1]), float(sides[1][1])
    box = _BOX.search(root[0])
    return (float(box[3]), float(box[4])) if box else None
