"""GIFT as text: questions with their lines, braces matched, escapes kept until the parts are apart."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_ESCAPED: Final = re.compile(r"\\([~=#{}:nrt\\])|\\(.)", re.DOTALL)
_MEANT: Final = {"n": "\n", "r": "", "t": " "}
_ID: Final = re.compile(r"\[id:([^\]]+)\]")
_TAG: Final = re.compile(r"\[tag:([^\]]+)\]")
_TITLE: Final = re.compile(r"::((?:\\.|[^\\])*?)::", re.DOTALL)
FORMAT: Final = re.compile(r"\s*\[(html|markdown|moodle|plain)\]", re.IGNORECASE)


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


def questions(text: str) -> Iterator[Raw]:
    """All questions of a file: apart at blank lines, but for those between braces."""
    category: tuple[str, ...] = ()
    own, tags = "", []
    held: list[str] = []
    start = 0
    for line, words in _lines(text):
        if words is None:
            continue
        if words.startswith("//"):
            own = match[1].strip() if (match := _ID.search(words)) else own
            tags += [tag.strip() for tag in _TAG.findall(words)]
            continue
        if not held and words.startswith("$CATEGORY:"):
            category = _category(words)
            continue
        is_blank = not words.strip()
        if held and is_blank and not _is_open(held):
            yield Raw(start, "\n".join(held), category, own, tuple(tags))
            held, own, tags = [], "", []
        elif held or not is_blank:
            start = start if held else line
            held.append(words)
    if held:
        yield from _rest(held, start, category, own, tuple(tags))


def apart(text: str) -> Parts:
    """The parts of one question."""
    title = ""
    rest = text.strip()
    if match := _TITLE.match(rest):
        title, rest = match[1], rest[match.end() :]
    format_ = "moodle"
    if match := FORMAT.match(rest):
        format_, rest = match[1].lower(), rest[match.end() :]
    start = find(rest, "{")
    if start < 0:
        return Parts(title, format_, rest.strip(), None, "")
    end = find(rest, "}", start + 1)
    if end < 0:
        return Parts(title, format_, rest[:start], rest[start + 1 :], "", closed=False)
    return Parts(title, format_, rest[:start].strip(), rest[start + 1 : end], rest[end + 1 :].strip())


def find(text: str, signs: str, start: int = 0) -> int:
    """Where one of some signs stands without a backslash before it; -1 if nowhere."""
    at = start
    while at < len(text):
        if text[at] == "\\":
            at += 2
            continue
        if text[at] in signs:
            return at
        at += 1
    return -1


def split(text: str, signs: str) -> list[tuple[str, str]]:
    """(sign, what follows it) of each part; the first has no sign."""
    parts = []
    sign, at = "", 0
    while (found := find(text, signs, at)) >= 0:
        parts.append((sign, text[at:found]))
        sign, at = text[found], found + 1
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


def _lines(text: str) -> Iterator[tuple[int, str | None]]:
    for number, line in enumerate(text.split("\n"), 1):
        stripped = line.strip()
        yield number, stripped if stripped.startswith("//") else line


def _is_open(lines: list[str]) -> bool:
    text = "\n".join(lines)
    start = find(text, "{")
    return start >= 0 and find(text, "}", start + 1) < 0


def _rest(
    held: list[str], start: int, category: tuple[str, ...], own: str, tags: tuple[str, ...]
) -> Iterator[Raw]:
    """The end of a file. An open brace would swallow all that follows: it ends at the next blank line."""
    blank = next((at for at, words in enumerate(held) if not words.strip()), None)
    if blank is None or not _is_open(held):
        yield Raw(start, "\n".join(held), category, own, tags)
        return
    yield Raw(start, "\n".join(held[:blank]), category, own, tags)
    for raw in questions("\n".join(held[blank:])):
        yield raw._replace(line=raw.line + start + blank - 1, category=raw.category or category)


def _category(words: str) -> tuple[str, ...]:
    path = words.removeprefix("$CATEGORY:").strip().removeprefix("$course$").replace("//", "\0")
    parts = [part.replace("\0", "/").strip() for part in path.split("/")]
    return tuple(part for part in parts if part and part not in ("top", "$system$", "$cat1$"))
