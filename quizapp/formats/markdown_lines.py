"""Lines of Markdown notes without their comments, and what in them means nothing but itself.

Everything here takes time in proportion to the text, whatever stands in it.
"""

import re
from bisect import bisect_right
from typing import Final, NamedTuple

_FENCE: Final = re.compile(
    r"[ \t]{0,12}(?P<before>(?:[QAC]:|[-*+]|\d{1,9}[.)])[ \t]+)?(?P<fence>`{3,}|~{3,})"
)
_OPEN, _CLOSE, _SCHEDULE = "<!--", "-->", "<!--SR:"
_SIGNS: Final = re.compile(
    r"\\.|(?P<ticks>`+)|(?P<maths>\$\$?)|(?P<link>!?\[\[[^\[\]\n]{0,500}\]\])|(?P<target>\]\([^()\n]{0,2000}\))"
    r"|(?P<address>\bhttps?://[^\s<>]+)"
)
_HIDDEN: Final = "\ufffc"


class Line(NamedTuple):
    """A line of a note."""

    number: int
    """From 1."""
    text: str
    """Without comments."""
    code: bool = False
    """It belongs to a fenced block."""


class Lines(NamedTuple):
    """The lines of a note."""

    lines: list[Line]
    """Without those that are comments alone."""
    schedules: int
    """Comments in which Obsidian's plugin keeps what it knows of a card."""


def lines_of(texts: list[str]) -> Lines:
    """The lines of a note with their numbers."""
    found: list[Line] = []
    fence, inside, schedules = "", False, 0
    for number, raw in enumerate(texts, 1):
        if fence:
            found.append(Line(number, raw, True))
            fence = "" if _closes(raw, fence) else fence
            continue
        schedules += raw.count(_SCHEDULE)
        text, inside, had = _uncommented(raw, inside)
        if had and not text.strip():
            continue
        opening = _FENCE.match(text)
        fence = opening["fence"] if opening and not _one_line(text, opening) else ""
        inner = bool(fence and opening and not opening["before"])
        found.append(Line(number, text.rstrip() if had else text, inner))
    return Lines(found, schedules)


def masked(text: str) -> str:
    """A text of the same length, with code, maths, links and escaped signs out of sight."""
    out: list[str] = []
    at = 0
    for start, end in _spans(text):
        out += (text[at:start], _HIDDEN * (end - start))
        at = end
    return "".join([*out, text[at:]])


def _closes(line: str, fence: str) -> bool:
    stripped = line.strip()
    return len(stripped) >= len(fence) and set(stripped) == {fence[0]}


def _one_line(text: str, opening: re.Match[str]) -> bool:
    """Whether what looks like a fence is code within a line: ```x```."""
    return opening["fence"][0] == "`" and "`" in text[opening.end() :]


def _uncommented(line: str, inside: bool) -> tuple[str, bool, bool]:
    """A line without comments, whether one goes on behind it, and whether there was any."""
    if not inside and _OPEN not in line:
        return line, False, False
    out: list[str] = []
    at = 0
    while at < len(line):
        mark = line.find(_CLOSE if inside else _OPEN, at)
        if not inside:
            out.append(line[at : mark if mark >= 0 else len(line)])
        if mark < 0:
            break
        at = mark + (len(_CLOSE) if inside else len(_OPEN))
        inside = not inside
    return "".join(out), inside, True


def _spans(text: str) -> list[tuple[int, int]]:
    """Where nothing means anything, in order."""
    runs: dict[int, list[int]] = {}
    for run in re.finditer("`+", text):
        runs.setdefault(len(run[0]), []).append(run.start())
    found: list[tuple[int, int]] = []
    at = 0
    while match := _SIGNS.search(text, at):
        at = match.end()
        if match["ticks"]:
            starts = runs[len(match[0])]
            next_one = bisect_right(starts, match.start())
            at = starts[next_one] + len(match[0]) if next_one < len(starts) else at
        elif match["maths"]:
            at = _formula_end(text, match.start(), match[0]) or at
        if at > match.end() or not (match["ticks"] or match["maths"]):
            found.append((match.start(), at))
    return found


def _formula_end(text: str, start: int, sign: str) -> int:
    """Where a formula ends; 0 if none begins here, as Pandoc has it."""
    inner = start + len(sign)
    close = text.find("$", inner)
    if close < 0 or close == inner or "\n\n" in text[inner:close]:
        return 0
    if sign == "$$":
        return close + 2 if text.startswith("$$", close) else 0
    fits = not text[inner].isspace() and not text[close - 1].isspace()
    return close + 1 if fits and not text[close + 1 : close + 2].isdecimal() else 0
