"""Runs of text with their marks, gathered into lines and paragraphs of Markdown."""

import re
from collections.abc import Callable
from itertools import groupby
from typing import Final, NamedTuple

from quizapp.formats.escaping import backslashed, escape
from quizapp.formats.markup import to_plain

_SPACES: Final = re.compile(r"[ \t\r\n\f\xa0]+")
_ORDER: Final = ("~~", "**", "*")


class _Run(NamedTuple):
    text: str
    marks: frozenset[str]
    raw: bool
    """Markdown already."""


class Lines:
    """Collects what is written; `markdown` gives it."""

    def __init__(self) -> None:
        self._line: list[_Run] = []
        self._paragraphs: list[list[list[_Run] | str]] = [[]]
        """Each of lines, or one block alone."""

    def text(self, text: str, marks: tuple[str, ...]) -> None:
        """Plain text; blanks count as one space."""
        text = _SPACES.sub(" ", text)
        if text:
            self._line.append(_Run(text, frozenset(marks), False))

    def raw(self, markdown: str) -> None:
        """Markdown within a line."""
        self._line.append(_Run(markdown, frozenset(), True))

    def line(self, *, empty: bool = False) -> None:
        """What follows stands in a new line. empty: also if nothing stands in this one: then a paragraph."""
        if any(run.text.strip() for run in self._line):
            self._paragraphs[-1].append(self._line)
        elif empty:
            self.paragraph()
        self._line = []

    def paragraph(self) -> None:
        """What follows is a new paragraph."""
        if any(run.text.strip() for run in self._line):
            self._paragraphs[-1].append(self._line)
        self._line = []
        if self._paragraphs[-1]:
            self._paragraphs.append([])

    def block(self, markdown: str) -> None:
        """A paragraph that is Markdown already."""
        self.paragraph()
        if markdown:
            self._paragraphs[-1].append(markdown)
            self._paragraphs.append([])

    def markdown(self, *, tight: bool = False) -> str:
        """All of it. tight: within a list, whose items have no blank lines between lines and lists."""
        self.paragraph()
        gap = "\n" if tight else "\n\n"
        alone = not tight and sum(map(len, self._paragraphs)) == 1
        paragraphs = [
            "\\\n".join(line if isinstance(line, str) else _written(line, alone) for line in lines)
            for lines in self._paragraphs
            if lines
        ]
        return gap.join(paragraphs)


def _written(line: list[_Run], alone: bool) -> str:
    """A line with its marks; without them where Markdown would read them otherwise.

    alone: there is no other line.
    """
    runs = [
        _Run("".join(run.text for run in group), *key)
        for key, group in groupby(line, lambda run: (run.marks, run.raw))
    ]
    if len(runs) == 1 and not runs[0].raw and not runs[0].marks:
        return escape(runs[0].text.strip(), alone=alone)
    words = "".join(to_plain(run.text) if run.raw else run.text for run in runs).split()
    for write in (_lightly_marked, _fully_marked):
        markdown = "".join(map(write, runs)).strip()
        if to_plain(markdown).split() == words:
            return markdown
    return "".join(run.text if run.raw else backslashed(run.text) for run in runs).strip()


def _lightly_marked(run: _Run) -> str:
    return _marked(run, escape)


def _fully_marked(run: _Run) -> str:
    return _marked(run, backslashed)


def _marked(run: _Run, escaped: Callable[[str], str]) -> str:
    """A run between its marks, its blanks outside of them."""
    inner = run.text.strip(" ")
    if run.raw or not inner:
        return run.text
    marks = "".join(mark for mark in _ORDER if mark in run.marks)
    words = _code(inner) if "`" in run.marks else escaped(inner)
    before, after = " " * run.text.startswith(" "), " " * run.text.endswith(" ")
    return f"{before}{marks}{words}{marks[::-1]}{after}"


def _code(text: str) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence, gap = "`" * (longest + 1), " " * (longest > 0)
    return f"{fence}{gap}{text}{gap}{fence}"
