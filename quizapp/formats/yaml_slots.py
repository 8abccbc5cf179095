"""Where the items of a deck's lists of cards begin and end, found anew only where a text changed."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from yaml.nodes import CollectionNode, SequenceNode

from quizapp.formats.card_keys import CARDS
from quizapp.formats.deck_layout import Run
from quizapp.formats.deck_parts import Parts
from quizapp.formats.deck_text import DeckText
from quizapp.formats.reading import Reading
from quizapp.formats.yaml_nodes import JOINED, PIECE, Broken, Piece, Pieces
from quizapp.formats.yaml_repair import Keys

_REST_OF_LINE = re.compile(r"[ \t]*(?:(?<=[ \t])#[^\r\n]*)?(?=\r?\n|\r|\Z)")
_COMMENT_LINE = re.compile(r"\r?\n([ \t]*)#[^\r\n]*")
_BLANK_OR_COMMENT = re.compile(r"[ \t\r]*(?:#.*)?")


class Slot(NamedTuple):
    """One item of a list of cards."""

    start: int
    """Offset of its dash; in a list in brackets, of the item itself."""
    end: int
    """Behind its last word and the comment that follows it in that line or is indented below it."""
    line: int
    """From 1."""
    column: int
    """Of its dash, from 0."""
    base: int
    limit: int
    """text[base:limit] is what is parsed."""
    readable: bool
    """False if it does not parse."""
    list_: int
    """Which list of the file it is in."""


class CardList(NamedTuple):
    """A list of cards: hardly ever is there more than one."""

    start: int
    """Of the key `cards:`, or of the first item."""
    end: int
    """In brackets: behind the closing one."""
    flow: bool
    has_key: bool
    """True below a line `cards:`."""
    cuts: Sequence[int] = ()
    """Where items seem to begin; empty in brackets."""


class Layout(Parts):
    """The parts of a file with those that do not parse, undiagnosed."""

    def __init__(self, file: DeckText) -> None:
        self.lost: list[Broken] = []
        super().__init__(file, PIECE)
        self.lists = tuple(self._list(part) for part in self._lists)

    def _report_broken(self, broken: Broken, kind: type[CollectionNode], keys: Keys) -> None:
        self.lost.append(broken)

    def _list(self, part: Run | Piece) -> CardList:
        if isinstance(part, Piece):
            start, end = Reading(self._file, part.base).span(part.root)
            return CardList(start, end, flow=bool(part.root.flow_style), has_key=False)
        has_key = part.key >= 0
        start = part.key if has_key else part.cuts[0]
        return CardList(start, part.end, flow=False, has_key=has_key, cuts=part.cuts)

    def slots(self, number: int) -> Iterator[Slot]:
        """The items of a list."""
        part = self._lists[number]
        if isinstance(part, Piece):
            return self._in_brackets(part, number)
        return dashed(self._file, part.cuts, part.end, number)

    def _in_brackets(self, piece: Piece, number: int) -> Iterator[Slot]:
        at = Reading(self._file, piece.base)
        done = 0
        for node in piece.root.value:
            start, end = at.span(node)
            line = self._file.where(start).line
            yield Slot(start, end, line, 0, start, end, start >= done, number)
            done = end


def dashed(file: DeckText, cuts: Sequence[int], end: int, number: int) -> Iterator[Slot]:
    """The items of a stretch of a list, each with its dash on a line of its own."""
    line, counted = 1, 0
    for base, limit, found in _parsed(file, cuts, end):
        start = base
        while file.copy[start : start + 1] in (" ", "\t"):
            start += 1
        line += file.copy.count("\n", counted, start)
        counted = start
        column = start - base
        content = _content_end(file.copy, start, limit) if found is None else max(found, start + 1)
        last = _with_comments(file.copy, content, limit, column)
        yield Slot(start, last, line, column, base, limit, found is not None, number)


def _parsed(file: DeckText, cuts: Sequence[int], end: int) -> Iterator[tuple[int, int, int | None]]:
    """(start, end, where its last leaf ends) of each item; None for one that does not parse."""
    for piece in Pieces(file.copy, SequenceNode, CARDS, PIECE).parse(cuts, end):
        if isinstance(piece, Broken):
            yield piece.start, piece.end, None
            continue
        inside = (
            [cut for cut in cuts if piece.base < cut < piece.end] if not piece.edges else piece.edges[1:-1]
        )
        # One item may have lines that look like others.
        inside = inside if len(inside) + 1 == len(piece.root.value) else []
        at = Reading(file, piece.base)
        for node, (base, limit) in zip(
            piece.root.value, pairwise((piece.base, *inside, piece.end)), strict=True
        ):
            yield base, limit, at.span(node)[1]


def dashed_anew(
    file: DeckText, new: CardList, number: int, old_copy: str, old: CardList, slots: Sequence[Slot]
) -> list[Slot] | None:
    """The items of a list, those taken over that stand in what is the same as before.

    slots: the items of the old list. None if all of it must be parsed.
    """
    if not (old.cuts and new.cuts) or [slot.base for slot in slots] != list(old.cuts):
        return None
    copy, cuts = file.copy, new.cuts
    start = common_start(old_copy, copy)
    rest = common_end(old_copy, copy, start)
    shift = len(copy) - len(old_copy)
    if old.end - len(old_copy) + rest < 0 or new.end != old.end + shift:
        return None
    first = _same_before(old.cuts, cuts, start)
    behind = _same_behind(old.cuts, cuts, len(old_copy) - rest, shift)
    behind = min(behind, len(cuts) - first, len(slots) - first)
    first = next((at for at in range(max(first - JOINED, 0), first) if not slots[at].readable), first)
    last = len(cuts) - behind
    found = _stretch(file, new, first, last, number)
    if not _stands_alone(found, cuts[first:last]):
        last = _sure_end(slots, last - len(cuts) + len(slots)) + len(cuts) - len(slots)
        found = _stretch(file, new, first, last, number)
        tail = list(cuts[max(first, last - JOINED) : last])
        if last < len(cuts) and [slot.base for slot in found[-len(tail) :]] != tail:
            return None
    lines = copy.count("\n") - old_copy.count("\n")
    kept = slots[len(slots) - (len(cuts) - last) :] if last < len(cuts) else ()
    return [
        *slots[:first],
        *found,
        *(_moved(slot, shift, lines) for slot in kept),
    ]


def _moved(slot: Slot, by: int, lines: int) -> Slot:
    start, end, line, column, base, limit, readable, list_ = slot
    return Slot(start + by, end + by, line + lines, column, base + by, limit + by, readable, list_)


def _stretch(file: DeckText, new: CardList, first: int, last: int, number: int) -> list[Slot]:
    end = new.cuts[last] if last < len(new.cuts) else new.end
    return list(dashed(file, new.cuts[first:last], end, number)) if first < last else []


def _stands_alone(found: Sequence[Slot], cuts: Sequence[int]) -> bool:
    """True if nothing in a stretch may reach beyond it."""
    return [slot.base for slot in found] == list(cuts) and all(slot.readable for slot in found)


def _sure_end(slots: Sequence[Slot], last: int) -> int:
    """The end of a stretch in which what does not parse may look as far ahead as it does."""
    sure = 0
    while last < len(slots) and sure < JOINED:
        sure = sure + 1 if slots[last].readable else 0
        last += 1
    return last


def _same_before(old: Sequence[int], new: Sequence[int], start: int) -> int:
    """How many items end before a text changes."""
    count = 0
    while count + 1 < min(len(old), len(new)) and old[count + 1] == new[count + 1] <= start:
        count += 1
    return count if old[0] == new[0] <= start else 0


def _same_behind(old: Sequence[int], new: Sequence[int], end: int, shift: int) -> int:
    """How many items begin behind what changed."""
    count = 0
    while (
        count < min(len(old), len(new))
        and old[-1 - count] >= end
        and new[-1 - count] == old[-1 - count] + shift
    ):
        count += 1
    return count


def common_start(first: str, second: str) -> int:
    """How many signs two texts begin with alike."""
    most, at, step = min(len(first), len(second)), 0, 1 << 16
    while step:
        if at + step <= most and first[at : at + step] == second[at : at + step]:
            at += step
        else:
            step //= 2
    return at


def common_end(first: str, second: str, start: int) -> int:
    """How many signs two texts end with alike, not counting the first `start` ones."""
    most, at, step = min(len(first), len(second)) - start, 0, 1 << 16
    while step:
        ends = (len(first) - at, len(second) - at)
        if at + step <= most and first[ends[0] - step : ends[0]] == second[ends[1] - step : ends[1]]:
            at += step
        else:
            step //= 2
    return at


def _with_comments(copy: str, end: int, limit: int, column: int) -> int:
    rest = _REST_OF_LINE.match(copy, end)
    end = rest.end() if rest else end
    while (comment := _COMMENT_LINE.match(copy, end, limit)) and len(comment[1]) > column:
        end = comment.end()
    return end


def _content_end(text: str, start: int, end: int) -> int:
    """The end of text[start:end] without comments and blank lines behind it."""
    lines = text[start:end].split("\n")
    while len(lines) > 1 and _BLANK_OR_COMMENT.fullmatch(lines[-1]):
        lines.pop()
    return start + len("\n".join(lines).rstrip())
