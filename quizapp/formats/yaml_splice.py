"""Changes of a deck's text, made only if everything else stays what it was."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NoReturn

from msgspec import Struct

from quizapp.core.problems import Fix, QuizError
from quizapp.formats.yaml_outline import Outline, outline
from quizapp.formats.yaml_repair import difference
from quizapp.formats.yaml_trees import Tree

_LINE_END = re.compile(r"\r\n|\r|\n")


class Edited(Struct, frozen=True):
    """A text with what was changed to make it of another."""

    text: str
    changes: tuple[Fix, ...] = ()
    """Replacements in the old text, ascending, none touching another."""


def whole_change(before: str, after: str) -> Edited:
    """The smallest single change that makes one text of another."""
    return Edited(after, () if before == after else (difference(before, after),))


def then(first: Edited, second: Edited) -> Edited:
    """One edit of two, the second of which was made to what the first gave; changes that meet become one."""
    spans = deque(sorted((*_spans(first), *((fix.start, fix.end, 0, _grown(fix)) for fix in second.changes))))
    changes: list[Fix] = []
    old = new = 0  # by how much the text between the edits is shifted against the oldest and the newest
    while spans:
        start, end, *grown = spans.popleft()
        while spans and spans[0][0] <= end:
            _, other, *more = spans.popleft()
            end, grown = max(end, other), [grown[0] + more[0], grown[1] + more[1]]
        begin = start + new
        old, new = old - grown[0], new + grown[1]
        changes.append(Fix(start + old + grown[0], end + old, second.text[begin : end + new]))
    return Edited(second.text, tuple(changes))


def _spans(edited: Edited) -> Iterator[tuple[int, int, int, int]]:
    """Where changes stand in the text that they made: (start, end, by how much it grew, 0)."""
    shift = 0
    for fix in edited.changes:
        yield fix.start + shift, fix.start + shift + len(fix.text), _grown(fix), 0
        shift += _grown(fix)


def _grown(fix: Fix) -> int:
    return len(fix.text) - (fix.end - fix.start)


def refuse(reason: str) -> NoReturn:
    """Say why a text cannot be changed as asked."""
    raise QuizError("edit_refused", reason=reason)


def spliced(text: str, changes: Iterable[Fix], newline: str) -> Edited:
    """The text with the changes made, their line ends as those of the text; what changes nothing goes."""
    kept = []
    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        words = _LINE_END.sub(newline, change.text)
        if text[change.start : change.end] != words:
            kept.append(Fix(change.start, change.end, words))
    if any(after.start < before.end for before, after in pairwise(kept)):
        refuse("two changes meet in one place")
    parts, done = [], 0
    for change in kept:
        parts += [text[done : change.start], change.text]
        done = change.end
    return Edited("".join((*parts, text[done:])), tuple(kept))


def checked(
    before: Outline,
    changes: Iterable[Fix],
    items: Sequence[int | Tree],
    header: Mapping[str, Tree | None] = {},
) -> Edited:
    """The changed text, if it says what it should: else nothing is done, and why is said.

    items: each item afterwards, as the number of the one that it was, or by what it says. header: keys of the
    deck that say something else afterwards, None for one that is gone.
    """
    edited = spliced(before.text, changes, before.newline)
    after = outline(edited.text)
    wanted = {**before.head(), **header}
    if after.head() != {key: tree for key, tree in wanted.items() if tree is not None}:
        refuse("the deck’s own keys would read otherwise")
    if after.broken != before.broken:
        refuse("something would no longer be readable")
    if len(after.slots) != len(items):
        refuse("another card would be cut or joined")
    for index, item in enumerate(items):
        if isinstance(item, int):
            if after.source(index) != before.source(item) and after.tree(index) != before.tree(item):
                refuse("another card would read otherwise")
        elif after.tree(index) != item:
            refuse("it would not read as written")
    return edited
