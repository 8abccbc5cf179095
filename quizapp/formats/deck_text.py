"""The text of a deck file on its way to cards: what the parser gets to see, and where each problem stands."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from quizapp.core.problems import Fix, Problem, Where

REFUSED = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
"""Characters that YAML refuses or takes for the end of a line."""
BLANK = "\u00a0\u1680\u2000-\u200f\u202f\u205f\u2060\u3000"
"""Characters that look like a space, or like nothing: good in a text, but no part of YAML's structure."""
_ODD = re.compile(f"[{REFUSED}{BLANK}\udc80-\udcff]")
_SPACE = rf"[ \t{BLANK}{REFUSED}]"
_STRUCTURE = re.compile(
    rf"(?P<lead>{_SPACE}*)(?P<dashes>(?:-{_SPACE}+)*)(?:[\w.-]+ *:(?P<gap>[{BLANK}{REFUSED}]+))?"
)
_LINE_ENDS = "\x85\u2028\u2029"
_NO_WIDTH = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_KEY_FOLLOWS = re.compile(r"\s*(?:-[ ]+)?\w+:\s")
_BLOCK = re.compile(r"(?:.*[\s:-])?[|>][-+0-9]{0,2}[ \t]*(?:[ \t]#.*)?\r?$")
_SHOWN = 60
_LOOKED = 2000
"""Characters in which those are found, so that a long text is not gone through for each word of it."""
"""Characters of a file's text in a message."""
_MOST = 100
"""Odd characters told one by one."""


class DeckText:
    """A deck file being read. All offsets count characters of `text`."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.copy = re.sub("\r(?!\n)", "\n", text) if "\r" in text else text
        """`text` as the parser sees it: odd characters replaced one by one, so that offsets hold."""
        self.problems: list[Problem] = []
        self.undecoded: list[int] = []
        """Offsets of bytes that are no UTF-8."""
        self._starts: list[int] = []
        if _ODD.search(self.copy):
            self._replace_odd()

    def where(self, offset: int) -> Where:
        """Line and column of an offset."""
        if not self._starts:
            self._starts = [0, *(match.end() for match in re.finditer("\n", self.copy))]
        line = bisect_right(self._starts, offset)
        return Where(self.path, line, offset - self._starts[line - 1] + 1)

    def report(self, code: str, offset: int, *, card: str = "", fix: Fix | None = None, **args: str) -> None:
        """Note down a problem at an offset."""
        self.problems.append(Problem(code=code, where=self.where(offset), args=args, card=card, fix=fix))

    def shown(self, start: int, end: int) -> str:
        """A stretch of the file for a message: in one line, shortened."""
        return shorten(self.copy[start:end])

    def _replace_odd(self) -> None:
        structure = dict(_structure(self.copy))
        parts, done, told = [], 0, 0
        for match in _ODD.finditer(self.copy):
            offset, character = match.start(), match[0]
            if "\udc80" <= character <= "\udcff":
                self.undecoded.append(offset)
                read_as = "\ufffd"
            elif offset in structure or re.match(f"[{REFUSED}]", character):
                read_as = " "
                told += 1
                if told <= _MOST:
                    self._report_odd(offset, character, structure.get(offset, ""))
            else:
                continue
            parts += [self.copy[done:offset], read_as]
            done = offset + 1
        if told > _MOST:
            self.report("more_odd_characters", 0, count=str(told - _MOST))
        self.copy = "".join((*parts, self.copy[done:]))

    def _report_odd(self, offset: int, character: str, cure: str) -> None:
        code = "odd_space" if re.match(f"[{BLANK}]", character) else "control_character"
        if character in _LINE_ENDS:
            code = "line_separator"
            cure = "\n" if _KEY_FOLLOWS.match(self.text, offset + 1) else " "
        elif character in _NO_WIDTH:
            code = "zero_width"
        elif code == "odd_space":
            cure = " "
        name = f"U+{ord(character):04X}"
        self.report(code, offset, fix=Fix(offset, offset + 1, cure), character=name)


def _structure(text: str) -> Iterator[tuple[int, str]]:
    """Odd characters in indentation, behind a dash or a key: (offset, what to write for an invisible one)."""
    start, block, above = 0, -1, 0
    for line in text.split("\n"):
        parts = _STRUCTURE.match(line)
        assert parts is not None  # every part of the pattern may be empty
        column = parts.end("dashes")
        if block < 0 or (line.strip() and column <= block):
            in_lead = "" if column == above + 1 else " "
            for cure, stretch in (
                (in_lead, parts.span("lead")),
                (" ", parts.span("dashes")),
                (" ", parts.span("gap")),
            ):
                yield from ((start + odd.start(), cure) for odd in _ODD.finditer(line, *stretch))
            block = column if _BLOCK.match(line, column) else -1
            above = column
        start += len(line) + 1


def shorten(text: str) -> str:
    """A text in one line, at most 60 characters long."""
    line = " ".join(text[:_LOOKED].split())
    is_whole = len(line) <= _SHOWN and not text[_LOOKED:].strip()
    return line if is_whole else line[: _SHOWN - 1] + "…"
