"""Plain text of other programs as Markdown that means it."""

import re
from typing import Final

from quizapp.formats.markup import to_plain

_SPECIAL: Final = re.compile(r"[\\*`\[\]<&$~]|(?<![^\W_])_|_(?![^\W_])")
_AT_START: Final = re.compile(r"^(\s*)(?:([-+#])(?=\s|#|$)|(\d{1,9})([.)])(?=\s|$))")


def escape(text: str) -> str:
    """Plain text as Markdown that means it."""
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
