"""Cards in Markdown notes, in the ways that people write them: found with their lines."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from quizapp.formats.markdown_holes import HIGHLIGHT
from quizapp.formats.markdown_lines import Line, masked

_LETTER: Final = re.compile(r"([QAC]):(?:[ \t]+|$)")
_HEADING: Final = re.compile(r"(#{1,6})[ \t]+(\S.*)")
_RULES: Final = frozenset("-*_")
_TAG: Final = re.compile(r"(?<!\S)#(\w[\w/-]*)")
_CARD_TAG: Final = re.compile(r"(?<!\S)#(?:flash)?card(?P<both>[-/]rever\w+)?(?=\s|$)")
_TAGS_BEHIND: Final = re.compile(r"(?:[ \t]+#\w[\w/-]*)++$")
_BULLET: Final = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+")
_DECKS: Final = "flashcards"


class Found(NamedTuple):
    """A card where it stands."""

    line: int
    kind: str
    """basic, reverse or cloze."""
    front: str
    back: str = ""
    tags: tuple[str, ...] = ()
    deck: tuple[str, ...] = ()
    """The deck that its tag names, outermost first."""


class _Context(NamedTuple):
    """What holds for the cards below."""

    tags: tuple[str, ...] = ()
    deck: tuple[str, ...] = ()
    headings: tuple[tuple[int, str], ...] = ()
    """(depth, words) of those above."""

    @property
    def all_tags(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*(words for _, words in self.headings), *self.tags)))

    def below(self, depth: int, words: str) -> "_Context":
        kept = tuple(one for one in self.headings if one[0] < depth)
        return self._replace(headings=(*kept, (depth, words)))

    def tagged(self, names: Iterable[str]) -> "_Context":
        """With the tags of a line: #flashcards/a/b names a deck."""
        tags, deck = parted_tags(names)
        return self._replace(tags=tags, deck=deck or self.deck)


# Q: and A:


def hashcards(lines: list[Line], holes: re.Pattern[str] = HIGHLIGHT) -> Iterator[Found]:
    """`Q:` and `A:`, and `C:` with holes in brackets, each up to the next or to a line ---."""
    block: dict[str, list[str]] = {}
    letter, start = "", 0
    for line in lines:
        match = None if line.code else _LETTER.match(line.text)
        if match and not (match[1] == "A" and letter == "Q"):
            yield from _lettered(block, start)
            block, start = {}, line.number
        if match:
            letter = match[1]
            block[letter] = [line.text[match.end() :]]
        elif not line.code and _is_rule(line.text):
            yield from _lettered(block, start)
            block, letter = {}, ""
        elif letter:
            block[letter].append(line.text)
    yield from _lettered(block, start)


def _lettered(block: Mapping[str, list[str]], start: int) -> Iterator[Found]:
    if "C" in block:
        yield Found(start, "cloze", "\n".join(block["C"]).strip())
    elif block:
        question, answer = ("\n".join(block.get(letter, [])).strip() for letter in "QA")
        yield Found(start, "basic", question, answer)


# :: and ?


def obsidian(lines: list[Line], holes: re.Pattern[str] = HIGHLIGHT) -> Iterator[Found]:
    """`front::back`, `?` between lines, `#card`, and texts with holes; apart at blank lines.

    holes: what a hole looks like.
    """
    context = _Context()
    for paragraph in _paragraphs(lines):
        first = paragraph[0]
        heading = None if first.code else _HEADING.match(first.text)
        if heading and not _CARD_TAG.search(first.text):
            names = _TAG.findall(heading[2])
            context = context.tagged(names) if names else context
            context = context.below(len(heading[1]), _TAGS_BEHIND.sub("", _bare_heading(heading[2])))
        elif names := _only_tags(paragraph):
            context = context.tagged(names)
        else:
            yield from _block(paragraph, context, holes)


def _block(paragraph: list[Line], context: _Context, holes: re.Pattern[str]) -> Iterator[Found]:
    """The cards of lines that belong together."""
    tags, deck = context.all_tags, context.deck
    turn = next((at for at, one in enumerate(paragraph) if one.text.strip() in ("?", "??") and at), None)
    if turn is not None:
        kind = "reverse" if paragraph[turn].text.strip() == "??" else "basic"
        front, more, own = _untagged(_joined(paragraph[:turn]))
        back = _joined(paragraph[turn + 1 :])
        yield Found(paragraph[0].number, kind, front, back, (*tags, *more), own or deck)
        return
    if any(not line.code and _CARD_TAG.search(line.text) for line in paragraph):
        yield from _marked(paragraph, context, holes)
        return
    text = _joined(paragraph)
    cards = [(line, parted) for line in paragraph if not line.code and (parted := _parted(line.text))]
    for line, (kind, left, right) in cards:
        front, more, own = _untagged(left)
        yield Found(line.number, kind, unlisted(front), right, (*tags, *more), own or deck)
    if not cards and holes.search(masked(text)):
        plain, more, own = _untagged(text)
        yield Found(paragraph[0].number, "cloze", plain, "", (*tags, *more), own or deck)


def _marked(paragraph: list[Line], context: _Context, holes: re.Pattern[str]) -> Iterator[Found]:
    """Fronts with `#card`, each with the lines below it."""
    starts = [at for at, one in enumerate(paragraph) if not one.code and _CARD_TAG.search(one.text)]
    for at, end in zip(starts, [*starts[1:], len(paragraph)], strict=True):
        line = paragraph[at].text
        mark = _CARD_TAG.search(line)
        kind = "reverse" if mark and mark["both"] else "basic"
        heading = _HEADING.match(line)
        bare = _CARD_TAG.sub("", heading[2] if heading else unlisted(line)).strip()
        behind = _TAGS_BEHIND.search(bare)
        front, more, own = _untagged(f"{behind[0].strip()} {bare[: behind.start()]}" if behind else bare)
        back = _outdented([one.text for one in paragraph[at + 1 : end]])
        tags = (*context.all_tags, *more)
        if not back and holes.search(masked(front)):
            kind = "cloze"
        yield Found(paragraph[at].number, kind, unlisted(front), back, tags, own or context.deck)


def _parted(line: str) -> tuple[str, str, str] | None:
    """Kind and sides of a line with `::` or `:::`; None if it has none outside of code, maths and links."""
    at = HIGHLIGHT.sub(lambda match: "#" * len(match[0]), masked(line)).find("::")
    if at < 0:
        return None
    sign = ":::" if line.startswith(":::", at) else "::"
    left, right = line[:at].strip(), line[at + len(sign) :].strip()
    if not unlisted(left) or not right or right.startswith(":"):
        return None
    return "reverse" if sign == ":::" else "basic", left, right


def _paragraphs(lines: list[Line]) -> Iterator[list[Line]]:
    """Lines without blank ones between them; a heading stands alone, unless it is a card's front."""
    held: list[Line] = []
    for line in lines:
        heading = not line.code and _HEADING.match(line.text)
        if (not line.text.strip() and not line.code) or heading:
            if held:
                yield held
            held = []
        if heading:
            if _CARD_TAG.search(line.text):
                held = [line]
            else:
                yield [line]
        elif line.text.strip() or line.code:
            held.append(line)
    if held:
        yield held


def _only_tags(paragraph: list[Line]) -> list[str]:
    """The tags of lines that are nothing else; empty if there is more in them."""
    words = [word for line in paragraph for word in line.text.split()]
    tags = [word[1:] for word in words if _TAG.fullmatch(word)]
    return tags if len(tags) == len(words) and not any(_CARD_TAG.fullmatch(word) for word in words) else []


def _untagged(text: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """A text without the tags before it, these tags, and the deck among them."""
    names: list[str] = []
    while match := _TAG.match(text):
        rest = text[match.end() :].lstrip(" \t")
        if not rest.strip():
            break
        names.append(match[1])
        text = rest.lstrip("\n")
    tags, deck = parted_tags(names)
    return text, tags, deck


def parted_tags(names: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Tags, and the deck that one of them names: #flashcards/a/b is b in a."""
    tags: list[str] = []
    deck: tuple[str, ...] = ()
    for name in names:
        first, *path = name.strip("/").split("/")
        if first.casefold() != _DECKS:
            tags.append(name)
        elif path:
            deck = tuple(path)
    return tuple(tags), deck


# Headings


def headings(lines: list[Line], holes: re.Pattern[str] = HIGHLIGHT) -> Iterator[Found]:
    """A heading is the front, what stands below it the back; headings above are tags."""
    context = _Context()
    front: Line | None = None
    body: list[str] = []
    for line in [*lines, Line(0, "# end")]:
        match = None if line.code else _HEADING.match(line.text)
        if match is None:
            body.append(line.text)
            continue
        if front is not None and any(each.strip() for each in body):
            above = tuple(words for _, words in context.headings[:-1])
            yield Found(front.number, "basic", context.headings[-1][1], "\n".join(body).strip("\n"), above)
        context = context.below(len(match[1]), _bare_heading(match[2]))
        front, body = line, []


def title_of(lines: list[Line]) -> tuple[str, str, list[Line]]:
    """The title that a note begins with, what stands below it, and all lines behind: a heading of the first
    depth that is the only one, with others below it. Without such a title: "", "" and all lines."""
    found = [
        (at, len(match[1]))
        for at, line in enumerate(lines)
        if not line.code and (match := _HEADING.match(line.text))
    ]
    depths = [depth for _, depth in found]
    if (
        len(found) < 2
        or depths[0] >= min(depths[1:])
        or any(line.text.strip() for line in lines[: found[0][0]])
    ):
        return "", "", lines
    first, second = found[0][0], found[1][0]
    match = _HEADING.match(lines[first].text)
    about = "\n".join(line.text for line in lines[first + 1 : second]).strip()
    return _bare_heading(match[2]) if match else "", about, lines[second:]


STYLES: Final[Mapping[str, tuple[str, Callable[[list[Line], re.Pattern[str]], Iterator[Found]]]]] = {
    "hashcards": ("Q:, A: and C: (hashcards)", hashcards),
    "obsidian": (":: and ? (Obsidian)", obsidian),
    "headings": ("headings are fronts", headings),
}
"""Style -> (label, what finds its cards)."""


def guess(lines: list[Line], below: list[Line]) -> str:
    """The style that a note is written in. below: the lines without the title and what stands under it."""
    if any(not line.code and _LETTER.match(line.text) and line.text[0] in "QC" for line in lines):
        return "hashcards"
    ours = sum(1 for _ in obsidian(lines))
    if ours and any(f"#{_DECKS}" in line.text for line in lines):
        return "obsidian"
    fronts = sum(1 for _ in headings(below))
    return "obsidian" if ours * 3 > fronts and ours else "headings"


def _is_rule(line: str) -> bool:
    signs = line.strip()
    return len(signs) >= 3 and signs[0] in _RULES and set(signs) == {signs[0]}


def _bare_heading(words: str) -> str:
    bare = words.rstrip()
    return bare.rstrip("#").rstrip() or bare


def _joined(lines: list[Line]) -> str:
    return "\n".join(line.text for line in lines).strip("\n")


def _outdented(lines: list[str]) -> str:
    """Lines without the margin that all of them have; one item alone is no list."""
    margins = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
    cut = [line[min(margins, default=0) :].rstrip() for line in lines]
    text = "\n".join(cut).strip("\n")
    return unlisted(text) if sum(bool(_BULLET.match(line)) for line in cut) == 1 else text


def unlisted(text: str) -> str:
    """Without the sign of a list before it."""
    match = _BULLET.match(text)
    return text[match.end() :] if match else text
