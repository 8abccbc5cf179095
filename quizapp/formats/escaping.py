"""Plain text of other programs as Markdown that means it."""

import re
from typing import Final

from quizapp.formats.markup import to_plain

_SPECIAL: Final = re.compile(r"[\\*`\[\]<&$~]|(?<![^\W_])_|_(?![^\W_])")
_AT_START: Final = re.compile(r"^(\s*)(?:([-+#])(?=\s|#|$)|(\d{1,9})([.)])(?=\s|$))")
_MARK: Final = re.compile(r"\s*(?:(?:[-+*]|\d{1,9}[.)])\s*$|```|~~~)")
"""What begins a list without words, or code."""


def escape(text: str, *, alone: bool = True) -> str:
    """Plain text as Markdown that means it. alone: nothing else stands in that Markdown.

    A text that is nothing but a mark, such as `*`, means itself only if it is alone.
    """
    if not alone and _MARK.match(text):
        return backslashed(text)
    if to_plain(text) == text and not text.startswith(("#", "- ", "+ ")) and not re.match(r"\d+[.)]\s", text):
        return text
    return backslashed(text)


def backslashed(text: str) -> str:
    """The same with every sign escaped that could mean something, wherever the text is put."""
    lines = (_SPECIAL.sub(r"\\\g<0>", line) for line in text.split("\n"))
    return "\n".join(_AT_START.sub(_escaped_start, line) for line in lines)


def _escaped_start(match: re.Match[str]) -> str:
    space, sign, digits, stop = match.groups()
    return f"{space}\\{sign}" if sign else f"{space}{digits}\\{stop}"
