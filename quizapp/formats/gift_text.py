"""A question of GIFT as text: braces matched, its parts apart, escapes kept until then."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

_ESCAPED: Final = re.compile(r"\\([~=#{}:nrt\\])|\\(.)", re.DOTALL)
_MEANT: Final = {"n": "\n", "r": "", "t": " "}
TITLE: Final = re.compile(r"::((?:\\.|(?!::)[^\\])*)::", re.DOTALL)
BRACES: Final = re.compile(r"\\.|([{}])", re.DOTALL)
ANSWERS: Final = re.compile(
    r"\s*(?:[=~#]|$|(?:T|F|TRUE|FALSE)\s*(?:#|$)|(?:\\.|[^\\=~])*[=~])", re.DOTALL | re.IGNORECASE
)
"""How what stands between braces begins if it is answers."""
FORMAT: Final = re.compile(r"\s*\[(html|markdown|moodle|plain)\]", re.IGNORECASE)


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


def apart(text: str) -> Parts:
    """The parts of one question."""
    title = ""
    rest = text.strip()
    if match := TITLE.match(rest):
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
    likely = [span for span in spans if ANSWERS.match(text[span[0] + 1 : span[1]])]
    filled = [(start, end) for start, end in likely if text[start + 1 : end].strip()]
    return next(iter((*filled, *likely, *spans)), None)


def groups(text: str) -> Groups:
    """The braces of a text. One that does not fit another ends at the next that closes."""
    signs = [(match.start(), match[1]) for match in BRACES.finditer(text) if match[1]]
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
