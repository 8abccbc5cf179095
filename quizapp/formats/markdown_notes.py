"""Cards in Markdown notes, in the three ways that people write them: found with their lines."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

_LETTER: Final = re.compile(r"^([QAC]):(?:\s+|$)")
_SCHEDULE: Final = re.compile(r"<!--SR:.*?-->", re.DOTALL)
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_FENCE: Final = re.compile(r"^\s*(`{3,}|~{3,})")
_HEADING: Final = re.compile(r"^(#{1,6})\s+(.*?)\s*#*\s*$")
_RULE: Final = re.compile(r"^\s*(?:-{3,}|\*{3,}|_{3,})\s*$")
_TAG_LINE: Final = re.compile(r"^\s*(?:#[\w/-]+\s*)+$")
_TAG: Final = re.compile(r"(?<!\S)#([\w/-]+)")
_LINE_CARD: Final = re.compile(r"^(?!\s*[-*+]?\s*`)(.*?\S)\s*(:::?)\s*(\S.*)$")
_SPANS: Final = re.compile(
    r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|\$\$[^$]+\$\$|\$(?=\S)[^$\n]*?\S\$|!?\[\[[^\[\]]*\]\]", re.DOTALL
)
_HIGHLIGHT: Final = re.compile(r"==(?=\S)(.+?)(?<=\S)==|\{\{(?:c\d+::)?(.+?)\}\}", re.DOTALL)
_BRACKETED: Final = re.compile(r"(?<![\\!\]])\[([^\[\]]+)\](?!\()")
_WIKI: Final = re.compile(r"(!?)\[\[([^\]|#]*)(?:#[^\]|]*)?(?:\|([^\]]*))?\]\]")


class Found(NamedTuple):
    """A card where it stands."""

    line: int
    kind: str
    """basic, reverse or cloze."""
    front: str
    back: str = ""
    tags: tuple[str, ...] = ()


def hashcards(lines: list[str]) -> Iterator[Found]:
    """`Q:` and `A:`, and `C:` with holes in brackets, each up to the next or to a line ---."""
    block: dict[str, list[str]] = {}
    letter, start = "", 0
    for number, line in _outside_comments(lines):
        match = _LETTER.match(line)
        if match and not (match[1] == "A" and letter == "Q"):
            yield from _lettered(block, start)
            block, start = {}, number
        if match:
            letter = match[1]
            block[letter] = [line[match.end() :]]
        elif _RULE.match(line) and not _in_fence(block.get(letter, [])):
            yield from _lettered(block, start)
            block, letter = {}, ""
        elif letter:
            block[letter].append(line)
    yield from _lettered(block, start)


def obsidian(lines: list[str]) -> Iterator[Found]:
    """`front::back`, `?` between lines, and texts with highlighted holes; apart at blank lines."""
    tags: tuple[str, ...] = ()
    for start, paragraph in _paragraphs(lines):
        if all(_TAG_LINE.match(line) for line in paragraph):
            tags = tuple(tag for tag in _TAG.findall(" ".join(paragraph)) if tag != "flashcards")
            continue
        text = "\n".join(paragraph)
        turn = next((at for at, line in enumerate(paragraph) if line.strip() in ("?", "??")), None)
        if turn:
            kind = "reverse" if paragraph[turn].strip() == "??" else "basic"
            back = "\n".join(paragraph[turn + 1 :])
            yield Found(start, kind, "\n".join(paragraph[:turn]), back, tags)
            continue
        cards = [(at, match) for at, line in enumerate(paragraph) if (match := _line_card(line))]
        for at, match in cards:
            kind = "reverse" if match[2] == ":::" else "basic"
            yield Found(start + at, kind, _unlisted(match[1]), match[3], tags)
        if not cards and _HIGHLIGHT.search(_blanked(text)):
            yield Found(start, "cloze", text, "", tags)


def headings(lines: list[str]) -> Iterator[Found]:
    """A heading is the front, what stands below it the back; headings above are tags."""
    above: list[tuple[int, str]] = []
    front: tuple[int, str] | None = None
    body: list[str] = []
    fence = ""
    for number, line in enumerate([*lines, "# "], 1):
        mark = _FENCE.match(line)
        fence = "" if fence and mark and mark[1][:3] == fence[:3] else fence or (mark[1] if mark else "")
        match = None if fence else _HEADING.match(line)
        if match is None and not (number > len(lines)):
            body.append(line)
            continue
        if front is not None and any(each.strip() for each in body):
            yield Found(front[0], "basic", front[1], "\n".join(body), tuple(name for _, name in above[:-1]))
        if match is not None:
            depth = len(match[1])
            above = [one for one in above if one[0] < depth] + [(depth, match[2])]
            front, body = (number, match[2]), []


STYLES: Final[Mapping[str, tuple[str, Callable[[list[str]], Iterator[Found]]]]] = {
    "hashcards": ("Q:, A: and C: (hashcards)", hashcards),
    "obsidian": (":: and ? (Obsidian)", obsidian),
    "headings": ("headings are fronts", headings),
}
"""Style -> (label, what finds its cards)."""


def guess(lines: list[str]) -> str:
    """The style that a file is written in."""
    if any(_LETTER.match(line) and line[0] in "QC" for line in lines):
        return "hashcards"
    return "obsidian" if next(obsidian(lines), None) is not None else "headings"


def body_of(text: str) -> tuple[dict[str, str], list[str]]:
    """What a file's head between --- says, and all its lines, those of the head empty."""
    lines = text.split("\n")
    said: dict[str, str] = {}
    if not lines or lines[0].strip() not in ("---", "+++"):
        return said, lines
    end = next((at for at in range(1, len(lines)) if lines[at].strip() == lines[0].strip()), None)
    if end is None:
        return said, lines
    for line in lines[1:end]:
        match = re.match(r"\s*([\w-]+)\s*[:=]\s*(.*)", line)
        if match:
            said[match[1].lower()] = match[2].strip().strip("\"'")
    return said, [""] * (end + 1) + lines[end + 1 :]


def holes(text: str, style: str) -> str:
    """A cloze text with our holes."""
    pattern = _BRACKETED if style == "hashcards" else _HIGHLIGHT
    out: list[str] = []
    at = 0
    for span in _SPANS.finditer(text):
        out.append(pattern.sub(_hole, text[at : span.start()]))
        out.append(span[0])
        at = span.end()
    out.append(pattern.sub(_hole, text[at:]))
    joined = "".join(out)
    return _bracketed_spans(joined) if style == "hashcards" else joined


def without_schedule(text: str) -> str:
    return _COMMENT.sub("", _SCHEDULE.sub("", text)).strip()


def unlinked(text: str) -> str:
    """Links between notes as their words, embedded pictures as pictures."""
    return _WIKI.sub(lambda match: f"![]({match[2]})" if match[1] else match[3] or match[2], text)


def _hole(match: re.Match[str]) -> str:
    return "{{" + next(group for group in match.groups() if group) + "}}"


def _bracketed_spans(text: str) -> str:
    """`[$x$]` and `` [`x`] ``: holes round maths and code."""
    return re.sub(r"(?<![\\!\]])\[((?:\$[^$\n]+\$|`[^`\n]+`))\](?!\()", r"{{\1}}", text)


def _lettered(block: Mapping[str, list[str]], start: int) -> Iterator[Found]:
    if "C" in block:
        yield Found(start, "cloze", "\n".join(block["C"]).strip())
    elif block:
        question, answer = ("\n".join(block.get(letter, [])).strip() for letter in "QA")
        yield Found(start, "basic", question, answer)


def _paragraphs(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    held: list[str] = []
    start = 0
    for number, line in _outside_comments(lines):
        if line.strip() and not _HEADING.match(line):
            start = start if held else number
            held.append(line)
        elif held and not _in_fence(held):
            yield start, held
            held = []
        elif held:
            held.append(line)
    if held:
        yield start, held


def _outside_comments(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Lines without comments that take whole lines; those of a schedule stay in their line."""
    inside = False
    for number, line in enumerate(lines, 1):
        stripped = line.strip()
        if not inside and stripped.startswith("<!--") and not stripped.startswith("<!--SR:"):
            inside = "-->" not in stripped
            continue
        if inside:
            inside = "-->" not in stripped
            continue
        yield number, line


def _in_fence(lines: list[str]) -> bool:
    return sum(_FENCE.match(line) is not None for line in lines) % 2 == 1


def _line_card(line: str) -> re.Match[str] | None:
    match = _LINE_CARD.match(without_schedule(line))
    if match is None or "://" in match[0][match.start(2) - 1 : match.end(2) + 2]:
        return None
    blanked = _blanked(match[0])
    return match if blanked[match.start(2) : match.end(2)] == match[2] else None


def _blanked(text: str) -> str:
    """With code, maths and links out of sight."""
    return _SPANS.sub(lambda match: " " * len(match[0]), text)


def _unlisted(text: str) -> str:
    return re.sub(r"^\s*(?:[-*+]|\d+\.)\s+", "", text)
