"""GIFT as a file: its questions with their lines, categories, ids and tags."""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from itertools import accumulate
from typing import Final, NamedTuple

from quizapp.formats.gift_text import ANSWERS, BRACES, TITLE, find, groups

_ID: Final = re.compile(r"\[id:([^\]]+)\]")
_TAG: Final = re.compile(r"\[tag:([^\]]+)\]")
_CATEGORY: Final = "$CATEGORY:"
_CONTEXT: Final = re.compile(r"\$\w+\$")
_FEW: Final = 4
"""Lines of a title, with blank ones below it."""

Line = tuple[int, str]
"""Its number from 1, and its text."""


class Raw(NamedTuple):
    """A question as it stands in the file."""

    line: int
    text: str
    """With its escapes."""
    category: tuple[str, ...]
    id: str
    tags: tuple[str, ...]


def questions(text: str) -> Iterator[Raw]:
    """All questions of a file: apart at blank lines, but for those between braces."""
    return _Splitter(text).questions()


class _Splitter:
    """Cuts a file into questions, in one pass; lines come again at most once, where a brace never closes."""

    def __init__(self, text: str) -> None:
        self._lines = deque(enumerate(text.split("\n"), 1))
        self._category: tuple[str, ...] = ()
        self._id, self._tags = "", list[str]()
        self._held: list[Line] = []
        self._depth = 0
        self._blank = -1
        """In what is held, the first blank line since a brace is open."""
        self._braced = False
        """A brace stands in what is held."""
        self._preformatted = 0
        """`<pre>` that are open in what is held."""
        self._spanning = True
        """Blank lines may stand between braces; not any more once a brace has swallowed the rest."""

    def questions(self) -> Iterator[Raw]:
        while self._lines or self._held:
            while self._lines:
                yield from self._take(*self._lines.popleft())
            self._spanning = self._spanning and self._blank < 0
            yield from self._end()

    def _take(self, number: int, words: str) -> Iterator[Raw]:
        stripped = words.strip()
        if stripped.startswith("//"):
            self._comment(stripped)
            return
        if self._blank >= 0 and _begins(stripped):
            self._lines.appendleft((number, words))
            yield from self._end()
            return
        if stripped.startswith(_CATEGORY) and not self._depth:
            yield from self._end()
            self._category = _category(stripped)
        elif stripped:
            self._held.append((number, words))
            self._count(words)
        elif self._depth and self._spanning:
            self._blank = len(self._held) if self._blank < 0 else self._blank
            self._held.append((number, words))
        elif self._held and not self._braced and self._goes_on():
            self._held.append((number, ""))
        else:
            yield from self._end()

    def _goes_on(self) -> bool:
        """Whether a question goes on behind a blank line, against the rules: nothing but its title stands
        above, a `<pre>` is open, or the answers begin."""
        while self._lines and not self._lines[0][1].strip():
            self._lines.popleft()
        following = self._lines[0][1].lstrip() if self._lines else ""
        if following.startswith(("::", _CATEGORY)):
            return False
        is_title = len(self._held) < _FEW and TITLE.fullmatch(" ".join(words for _, words in self._held))
        return following.startswith("{") or self._preformatted > 0 or bool(is_title)

    def _comment(self, words: str) -> None:
        if match := _ID.search(words):
            self._id = match[1].strip()
        self._tags += [tag.strip() for tag in _TAG.findall(words)]

    def _count(self, words: str) -> None:
        for match in BRACES.finditer(words):
            self._depth += {"{": 1, "}": -1}.get(match[1] or "", 0)
            self._depth = max(self._depth, 0)
            self._braced = self._braced or match[1] is not None
        self._preformatted += words.count("<pre") - words.count("</pre")
        if not self._depth:
            self._blank = -1

    def _end(self) -> Iterator[Raw]:
        """What is held is one question or several; behind a brace that never closes it is read again."""
        held, blank = self._held, self._blank
        if blank >= 0:
            self._lines.extendleft(reversed(held[blank:]))
            held = held[:blank]
        self._held, self._depth, self._preformatted = [], 0, 0
        self._blank, self._braced = -1, False
        if not held:
            return
        for lines in _apart(held):
            text = "\n".join(words for _, words in lines)
            yield Raw(lines[0][0], text, self._category, self._id, tuple(self._tags))
            self._id, self._tags = "", []


def _begins(words: str) -> bool:
    """Whether a line, in braces that opened above a blank line, looks like a question of its own."""
    if words.startswith(("::", _CATEGORY)):
        return True
    return words[:1] not in ("=", "~", "#", "}", "") and find(words, "{") >= 0


def _apart(held: list[Line]) -> Iterator[list[Line]]:
    """Questions without a blank line between them: each begins behind the line in which answers closed."""
    text = "\n".join(words for _, words in held)
    starts = list(accumulate((len(words) + 1 for _, words in held), initial=0))
    done = 0
    for cut in _cuts(text):
        at = bisect_left(starts, cut)
        yield held[done:at]
        done = at
    yield held[done:]


def _cuts(text: str) -> Iterator[int]:
    """Where a further question begins."""
    found = groups(text)
    answers = [span for span in found.spans if ANSWERS.match(text[span[0] + 1 : span[1]])]
    openings = [*(start for start, _ in answers), *([found.open] if found.open >= 0 else [])]
    for at, (_, end) in enumerate(answers):
        is_last = at + 1 == len(openings)
        following = len(text) if is_last else openings[at + 1]
        titled = text.find("\n::", end, following)
        below = titled if titled >= 0 or is_last else text.find("\n", end, following)
        if below >= 0:
            yield below + 1


def _category(words: str) -> tuple[str, ...]:
    return category_of(words.removeprefix(_CATEGORY))


def category_of(path: str) -> tuple[str, ...]:
    """`$course$/top/Default/Loops//Arrays` → Default, then Loops/Arrays in it."""
    parts = [part.replace("\0", "/").strip() for part in path.strip().replace("//", "\0").split("/")]
    return tuple(part for part in parts if part and part != "top" and not _CONTEXT.fullmatch(part))
