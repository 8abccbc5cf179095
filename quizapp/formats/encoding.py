"""Bytes → text: strict UTF-8, and a name for what the bytes look like if they are something else.

Not for deck files alone: every format of text begins here.
"""

import codecs
import re

from msgspec import Struct

_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_BINARY_SHARE = 0.1
"""Above this share of control characters a file is no text."""
_CONTROLS = bytes({*range(32)} - {*b"\t\n\v\f\r"})
_UNDECODED = re.compile("[\udc80-\udcff]")


class Decoded(Struct, frozen=True):
    """A file's text without its byte order mark; line ends stay as they are.

    Bytes that are no UTF-8 stand as lone surrogates, one a byte.
    """

    text: str
    bom: bool = False
    looks: str = ""
    """Empty for UTF-8, else the encoding that it looks like; "binary" if it is no text at all."""

    @property
    def meant(self) -> str:
        """The text as the encoding that it looks like reads it."""
        return _UNDECODED.sub(_as_windows, self.text)

    def encode(self, text: str) -> bytes:
        """The bytes of this file with an edited text: UTF-8, with a byte order mark if there was one."""
        return encode(text, bom=self.bom)


def encode(text: str, *, bom: bool) -> bytes:
    """A text as UTF-8; lone surrogates become the bytes that they stand for."""
    return (codecs.BOM_UTF8 if bom else b"") + text.encode("utf-8", "surrogateescape")


def decode(data: bytes) -> Decoded:
    """Read bytes as UTF-8, or find out what they are. Never raises."""
    wide = next((name for mark, name in _WIDE_MARKS if data.startswith(mark)), "")
    if wide:
        return _wide(data, wide, wide)
    bom = data.startswith(codecs.BOM_UTF8)
    body = data[len(codecs.BOM_UTF8) :] if bom else data
    endian = _half_zero(body)
    if endian:
        return _wide(body, endian, "UTF-16")
    if len(body) - len(body.translate(None, _CONTROLS)) > _BINARY_SHARE * len(body):
        return Decoded("", looks="binary")
    try:
        return Decoded(body.decode("utf-8"), bom)
    except UnicodeDecodeError:
        return Decoded(body.decode("utf-8", "surrogateescape"), bom, "Latin-1 (Windows-1252)")


def _wide(data: bytes, codec: str, name: str) -> Decoded:
    try:
        return Decoded(data.decode(codec), looks=name)
    except UnicodeDecodeError:
        return Decoded("", looks="binary")


def _half_zero(body: bytes) -> str:
    """The codec of UTF-16 without a mark: mostly Latin letters have every second byte zero."""
    even, odd = body[::2].count(0), body[1::2].count(0)
    if max(even, odd) <= 0.2 * len(body) or min(even, odd):
        return ""
    return "utf-16-be" if even else "utf-16-le"


def _as_windows(match: re.Match[str]) -> str:
    byte = match[0].encode("utf-8", "surrogateescape")
    try:
        return byte.decode("cp1252")
    except UnicodeDecodeError:
        return byte.decode("latin-1")
