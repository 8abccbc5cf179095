"""GIFT as text: questions with their lines, braces matched, escapes kept until the parts are apart."""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import Final, NamedTuple

_ESCAPED: Final = re.compile(r"\\([~=#{}:nrt\\])|\\(.)", re.DOTALL)
_MEANT: Final = {"n": "\n", "r": "", "t": " "}
_ID: Final = re.compile(r"\[id:([^\]]+)\]")
_TAG: Final = re.compile(r"\[tag:([^\]]+)\]")
_TITLE: Final = re.compile(r"::((?:\\.|(?!::)[^\\])*)::", re.DOTALL)
_CATEGORY: Final = "$CATEGORY:"
_BRACES: Final = re.compile(r"\\.|([{}])", re.DOTALL)
_ANSWERS: Final = re.compile(
    r"\s*(?:[=~#]|$|(?:T|F|TRUE|FALSE)\s*(?:#|$)|(?:\\.|[^\\=~])*[=~])", re.DOTALL | re.IGNORECASE
)
"""How what stands between braces begins if it is answers."""
_CONTEXT: Final = re.compile(r"\$\w+\$")
FORMAT: Final = re.compile(r"\s*\[(html|markdown|moodle|plain)\]", re.IGNORECASE)

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


class Parts(NamedTuple):
    """A question taken apart; all texts still with their escapes."""

    title: str
    format: str
    """html, markdown, moodle or plain."""
    before: str
    answer: str | None
    """What stands between the braces; None: there are none."""
    after: str
    closed: bool = True
    """False if a brace is open at the end."""


class Groups(NamedTuple):
    """The braces of a text that are in no others."""

    spans: tuple[tuple[int, int], ...]
    """Where each opens and closes."""
    open: int
    """Where one opens that never closes; -1 if none does."""


# Questions of a file


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
        else:
            yield from self._end()

    def _comment(self, words: str) -> None:
        if match := _ID.search(words):
            self._id = match[1].strip()
        self._tags += [tag.strip() for tag in _TAG.findall(words)]

    def _count(self, words: str) -> None:
        for match in _BRACES.finditer(words):
            self._depth += {"{": 1, "}": -1}.get(match[1] or "", 0)
            self._depth = max(self._depth, 0)
        if not self._depth:
            self._blank = -1

    def _end(self) -> Iterator[Raw]:
        """What is held is one question or several; behind a brace that never closes it is read again."""
        held, blank = self._held, self._blank
        if blank >= 0:
            self._lines.extendleft(reversed(held[blank:]))
            held = held[:blank]
        self._held, self._depth, self._blank = [], 0, -1
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
    answers = [span for span in found.spans if _ANSWERS.match(text[span[0] + 1 : span[1]])]
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


# A question


def apart(text: str) -> Parts:
    """The parts of one question."""
    title = ""
    rest = text.strip()
    if match := _TITLE.match(rest):
        title, rest = match[1].strip(), rest[match.end() :]
    format_ = "moodle"
    if match := FORMAT.match(rest):
        format_, rest = match[1].lower(), rest[match.end() :]
    found = groups(rest)
    span = _answers(rest, found.spans)
    if span is None and found.open >= 0:
        return Parts(title, format_, rest[: found.open], rest[found.open + 1 :], "", closed=False)
    if span is None:
        return Parts(title, format_, rest.strip(), None, "")
    start, end = span
    return Parts(title, format_, rest[:start].strip(), rest[start + 1 : end], rest[end + 1 :].strip())


def _answers(text: str, spans: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The braces with the answers; others can stand before them in formulas, against the rules."""
    likely = [span for span in spans if _ANSWERS.match(text[span[0] + 1 : span[1]])]
    filled = [(start, end) for start, end in likely if text[start + 1 : end].strip()]
    return next(iter((*filled, *likely, *spans)), None)


def groups(text: str) -> Groups:
    """The braces of a text. One that does not fit another ends at the next that closes."""
    signs = [(match.start(), match[1]) for match in _BRACES.finditer(text) if match[1]]
    partner = _partners([sign for _, sign in signs])
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(signs):
        if signs[at][1] == "}":
            at += 1
            continue
        end = partner[at]
        if end is None:
            return Groups(tuple(spans), signs[at][0])
        spans.append((signs[at][0], signs[end][0]))
        at = end + 1
    return Groups(tuple(spans), -1)


def _partners(signs: Sequence[str]) -> list[int | None]:
    """For each sign that opens the one that closes it, by number."""
    partner: list[int | None] = [None] * len(signs)
    waiting: list[int] = []
    for at, sign in enumerate(signs):
        if sign == "{":
            waiting.append(at)
        elif waiting:
            partner[waiting.pop()] = at
    next_close: int | None = None
    for at in range(len(signs) - 1, -1, -1):
        if signs[at] == "}":
            next_close = at
        elif partner[at] is None:
            partner[at] = next_close
    return partner


@cache
def _either(signs: str) -> re.Pattern[str]:
    return re.compile(rf"\\.|([{re.escape(signs)}])", re.DOTALL)


def find(text: str, signs: str, start: int = 0) -> int:
    """Where one of some signs stands without a backslash before it; -1 if nowhere."""
    return next((match.start() for match in _either(signs).finditer(text, start) if match[1]), -1)


def split(text: str, signs: str) -> list[tuple[str, str]]:
    """(sign, what follows it) of each part; the first has no sign."""
    parts = []
    sign, at = "", 0
    for match in _either(signs).finditer(text):
        if match[1]:
            parts.append((sign, text[at : match.start()]))
            sign, at = match[1], match.end()
    parts.append((sign, text[at:]))
    return parts


def unescaped(text: str) -> str:
    """A part without its escapes; line ends that only wrap it are blanks."""
    wrapped = " ".join(line.strip() for line in text.strip().split("\n"))
    return _ESCAPED.sub(_meant, wrapped).strip()


def kept_lines(text: str) -> str:
    """The same with its line ends, for Markdown and HTML."""
    return _ESCAPED.sub(_meant, text.strip("\n")).strip()


def _meant(match: re.Match[str]) -> str:
    if match[2] is not None:
        return match[0]
    return _MEANT.get(match[1], match[1])
