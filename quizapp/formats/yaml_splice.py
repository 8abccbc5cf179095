"""Changes of a deck's text, made only if everything else stays what it was."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NoReturn

from msgspec import Struct

from quizapp.core.problems import Fix, QuizError
from quizapp.formats.yaml_outline import Outline, outline
from quizapp.formats.yaml_repair import difference
from quizapp.formats.yaml_trees import Tree


class Edited(Struct, frozen=True):
    """A text with what was changed to make it of another."""

    text: str
    changes: tuple[Fix, ...] = ()
    """Replacements in the old text, ascending, none touching another."""


def whole_change(before: str, after: str) -> Edited:
    """The smallest single change that makes one text of another."""
    return Edited(after, () if before == after else (difference(before, after),))


def then(before: str, first: Edited, second: Edited) -> Edited:
    """One edit of two, the second of which was made to what the first gave."""
    changes = _both(first.changes, second.changes)
    return whole_change(before, second.text) if changes is None else Edited(second.text, changes)


def _both(first: Sequence[Fix], second: Sequence[Fix]) -> tuple[Fix, ...] | None:
    """The changes of two edits, all in the oldest text; None if some of them meet."""
    spans, shift = [], 0
    for change in first:
        start = change.start + shift
        spans.append((start, start + len(change.text)))
        shift += len(change.text) - (change.end - change.start)
    moved = []
    for change in second:
        before = sum(end < change.start for _, end in spans)
        if before < len(spans) and spans[before][0] <= change.end:
            return None
        shift = sum(len(done.text) - (done.end - done.start) for done in first[:before])
        moved.append(Fix(change.start - shift, change.end - shift, change.text))
    return tuple(sorted((*first, *moved), key=lambda change: change.start))


def refuse(reason: str) -> NoReturn:
    """Say why a text cannot be changed as asked."""
    raise QuizError("edit_refused", reason=reason)


def spliced(text: str, changes: Iterable[Fix]) -> Edited:
    """The text with the changes made, line ends as in the text; what changes nothing is left out."""
    newline = outline(text).newline
    kept = []
    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        words = change.text if newline == "\n" else change.text.replace("\n", newline)
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
    edited = spliced(before.text, changes)
    if not edited.changes:
        return edited
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
