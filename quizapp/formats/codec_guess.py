"""Which encoding a text has that is not UTF-8: by the letters that come of it."""

import re
from typing import Final

_ASIAN: Final = (
    ("shift_jis", re.compile("[\u3041-\u30ff]"), 0.25),
    ("euc_kr", re.compile("[\uac00-\ud7a3]"), 0.6),
)
"""Codec, letters that are frequent in its language, and their least share of what is not ASCII."""
_COMMON: Final = (0xB0, 0xD7)
"""First bytes of the characters of GB 2312 that are in daily use."""
_CYRILLIC: Final = re.compile(rb"[\xc0-\xff]")
_HIGH: Final = re.compile(rb"[\x80-\xff]")
_CENTRAL: Final = re.compile(rb"(?<=[a-z\xb3\xea\xf3])[\xb3\xb9\xbf\x9c\x9f]|[\xb3\xb9\xbf\x9c\x9f](?=[a-z])")
"""Letters of Polish that are signs in Western Europe."""
_CARONS: Final = re.compile(rb"[\x9a\x9e\x8a\x8e]")
"""Letters of Czech, Slovak, Slovene and Croatian that are rare in Western Europe."""


def guess_codec(data: bytes) -> str:
    """The name of a codec. data: the first part of a text."""
    high = len(_HIGH.findall(data))
    for codec, frequent, least in _ASIAN:
        text = _strictly(data, codec)
        others = sum(character > "\x7f" for character in text)
        if others and len(frequent.findall(text)) >= least * others:
            return codec
    if _is_chinese(data):
        return "gb18030"
    letters = len(re.findall(rb"[A-Za-z]", data))
    if high > 3 and len(_CYRILLIC.findall(data)) >= 0.95 * high and _pairs(data) * 2 > high:
        return "cp1251"
    if _CENTRAL.search(data) or (letters and len(_CARONS.findall(data)) > 1):
        return "cp1250"
    return "cp1252"


def _strictly(data: bytes, codec: str) -> str:
    """The text, "" if these are not its bytes; the last character may have been cut."""
    for end in (len(data), -1, -2):
        try:
            return data[:end].decode(codec)
        except UnicodeDecodeError:
            continue
    return ""


def _is_chinese(data: bytes) -> bool:
    text = _strictly(data, "gb2312")
    others = [character for character in text if character > "\x7f"]
    if len(others) < 2:
        return False
    low, high = _COMMON
    firsts = [character.encode("gb2312")[0] for character in others[:1000]]
    return sum(low <= first <= high for first in firsts) > 0.7 * len(firsts)


def _pairs(data: bytes) -> int:
    """Letters behind another that is not ASCII either: words of such letters alone."""
    return len(re.findall(rb"(?<=[\xc0-\xff])[\xc0-\xff]", data))
