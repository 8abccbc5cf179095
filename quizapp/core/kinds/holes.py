r"""The holes of a cloze text: `{{hidden}}`, `{{hidden :: hint}}`, `{{c1::hidden}}`.

Braces are counted, so `{{c1::e^{x}}}` works; the last ` :: ` starts the hint; `\{{` is literal. Code and
maths have no holes unless written `{{cN::`.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

import regex

_START = regex.compile(r"\{\{(?:c(\d{1,4})::)?")
_VERBATIM = regex.compile(
    r"""
      ^[ ]{0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n(?s:.*?)(?:^[ ]{0,3}(?P=fence)[`~]*[ ]*$|\Z)   # fenced code
    | (?<!`)(?P<ticks>`+)(?!`)(?s:.+?)(?<!`)(?P=ticks)(?!`)                                  # code
    | (?<!\\)\$\$(?!\s*\$)(?:(?!\n\s*\n)[^$\\]|\\.)+\$\$                                      # maths, as in
    | (?<!\\)\$(?=[^\s$])(?:(?!\n\s*\n)[^$\\]|\\.)*?(?:[^\s$\\]|\\.)\$(?!\d)                  # Pandoc
    """,
    regex.VERBOSE | regex.MULTILINE,
)


class Hole(NamedTuple):
    """A hidden stretch of the text."""

    start: int
    end: int
    part: str
    """The card it belongs to: "c1", or the hidden text with its ordinal; stable under edits elsewhere."""
    hidden: str
    hint: str
    verbatim: bool
    """True inside code or maths, where Markdown means nothing."""


class Flaw(NamedTuple):
    """A mistake in the text: a code of MESSAGES and the text concerned."""

    code: str
    text: str


class Parsed(NamedTuple):
    """A cloze text taken apart."""

    holes: tuple[Hole, ...]
    flaws: tuple[Flaw, ...]

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(hole.part for hole in self.holes))


@lru_cache(maxsize=2048)
def holes(text: str) -> Parsed:
    """The holes of a text, in order, and what is wrong with it."""
    found: list[Hole] = []
    flaws: list[Flaw] = []
    ordinals: Counter[str] = Counter()
    for start, end, number, inner, verbatim in _stretches(text):
        hidden, _, hint = inner.rpartition(" :: ") if " :: " in inner else (inner, "", "")
        hidden, hint = hidden.strip(), hint.strip()
        if end < 0:
            flaws.append(Flaw("cloze_unclosed", text[start : start + 40]))
            break
        if not hidden:
            flaws.append(Flaw("cloze_empty", text[start:end]))
        if "{{" in inner and not verbatim:
            flaws.append(Flaw("cloze_nested", text[start:end]))
        part = f"c{int(number)}" if number else _part(hidden, ordinals)
        found.append(Hole(start, end, part, hidden, hint, verbatim))
    if not found and not flaws:
        flaws.append(Flaw("cloze_no_hole", text[:40]))
    return Parsed(tuple(found), tuple(flaws))


def _stretches(text: str) -> Iterator[tuple[int, int, str, str, bool]]:
    """(start, end, number, what is inside, in code or maths) of each pair of braces; end -1 if unclosed."""
    verbatim = [match.span() for match in _VERBATIM.finditer(text)]
    at = 0
    while match := _START.search(text, at):
        start, inside = match.span()
        within = any(first < start < last for first, last in verbatim)
        escaped = _backslashes(text, start) % 2 == 1
        if escaped or (within and not match[1]):
            at = start + 1 if within else inside
            continue
        end = _close(text, inside)
        yield start, end, match[1] or "", text[inside : end - 2], within
        at = end if end > 0 else len(text)


def _backslashes(text: str, end: int) -> int:
    return end - len(text[:end].rstrip("\\"))


def _close(text: str, at: int) -> int:
    """Where the braces opened before `at` are closed; -1 if never."""
    depth = 2
    for index in range(at, len(text)):
        depth += {"{": 1, "}": -1}.get(text[index], 0)
        if depth == 0:
            return index + 1
    return -1


def _part(hidden: str, ordinals: Counter[str]) -> str:
    key = " ".join(hidden.casefold().split())[:40]
    ordinals[key] += 1
    return f"{key}#{ordinals[key]}"


def fill(text: str, show: Callable[[Hole], str]) -> str:
    """The text with each hole replaced by what `show` makes of it."""
    pieces: list[str] = []
    at = 0
    for hole in holes(text).holes:
        pieces += text[at : hole.start], show(hole)
        at = hole.end
    return "".join([*pieces, text[at:]])
