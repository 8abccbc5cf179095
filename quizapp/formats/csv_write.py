"""Decks as a table of text: a row a note, one column for each thing that notes say. Texts stay Markdown."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from io import StringIO
from typing import Final, NamedTuple

from quizapp.core.deck import Note
from quizapp.core.kinds.base import Option, Question
from quizapp.core.kinds.basic import Basic
from quizapp.core.kinds.choice import Choice
from quizapp.core.kinds.cloze import Cloze
from quizapp.core.kinds.multi import Multi
from quizapp.core.kinds.true_false import TrueFalse
from quizapp.core.kinds.typed import TypedQuestion
from quizapp.core.problems import Problem
from quizapp.formats.base import Shipped, Tick, Written, no_tick
from quizapp.formats.in_words import UNSPEAKABLE, sides
from quizapp.formats.leaving import (
    Leaving,
    changed,
    lost_parts,
    missing_files,
    named_files,
    notes,
    own_keys,
    refused,
)

COLUMNS: Final = ("id", "kind", "question", "answer", "explain", "tags", "source", "note", "image", "media")
"""Those that every table of ours begins with; hints, wrong answers and options follow."""
_BEYOND: Final = frozenset({"hint", "explain", "tags", "source", "note", "image", "media"})
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")
_APART: Final = re.compile(r"[,;|]")
_TICKS: Final = 500


class _Row(NamedTuple):
    """A note in a table."""

    kind: str
    """As `row_card.kind_of` reads it."""
    question: str
    answer: str = ""
    wrong: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    right: str = ""
    """Numbers of the right ones among the options."""


def _basic(question: Question) -> _Row:
    assert isinstance(question, Basic)
    return _Row("reversed" if question.reverse else "basic", question.q, question.a)


def _typed(question: Question) -> _Row:
    assert isinstance(question, TypedQuestion)
    return _Row("typed", question.q, question.a)


def _choice(question: Question) -> _Row:
    assert isinstance(question, Choice)
    return _Row("choice", question.q, question.a, _texts(question.wrong))


def _multi(question: Question) -> _Row:
    assert isinstance(question, Multi)
    right = ", ".join(str(number) for number in range(1, len(question.a) + 1))
    return _Row("several", question.q, options=(*question.a, *_texts(question.wrong)), right=right)


def _statement(question: Question) -> _Row:
    assert isinstance(question, TrueFalse)
    return _Row("true or false", question.statement, "true" if question.is_ else "false")


def _cloze(question: Question) -> _Row:
    assert isinstance(question, Cloze)
    return _Row("cloze", question.cloze)


def _texts(options: tuple[Option, ...]) -> tuple[str, ...]:
    return tuple(option.text for option in options)


_ROWS: Final[Mapping[type[Question], tuple[Callable[[Question], _Row], frozenset[str]]]] = {
    Basic: (_basic, frozenset({"q", "a", "reverse"})),
    TypedQuestion: (_typed, frozenset({"q", "a", "typed"})),
    Choice: (_choice, frozenset({"q", "a", "wrong"})),
    Multi: (_multi, frozenset({"q", "a", "wrong"})),
    TrueFalse: (_statement, frozenset({"statement", "is"})),
    Cloze: (_cloze, frozenset({"cloze"})),
}
"""Kinds that a row can hold: how, and which of their keys."""


def lost(shipped: tuple[Shipped, ...], label: str) -> Iterator[Problem]:
    """What a row has no place for."""
    for leaving in notes(shipped):
        kind = type(leaving.note.question)
        if kind in UNSPEAKABLE:
            yield refused(leaving, label)
            continue
        held = _ROWS[kind][1] if _is_held(leaving.note) else own_keys(leaving)
        if not _is_held(leaving.note):
            yield changed(leaving, leaving.note.kind.label, "question and answer", label)
        yield from lost_parts(leaving, label, held | _BEYOND)
        yield from (changed(leaving, what, became, label) for what, became in _small_losses(leaving))
        yield from missing_files(leaving)


def _small_losses(leaving: Leaving) -> Iterator[tuple[str, str]]:
    """What is lost of what has a place."""
    note = leaving.note
    if any(option.feedback for option in getattr(note.question, "wrong", ()) if isinstance(option, Option)):
        yield "a wrong answer with its reason", "a wrong answer"
    if any(_APART.search(tag) for tag in leaving.tags):
        yield "a tag with a comma", "several tags"
    if len(note.source) > 1 or any(one.at for one in note.source):
        yield "a source with its place", "a text"


def _is_held(note: Note) -> bool:
    """Whether a row says all of a kind; several choices of which one or none is right read otherwise."""
    several = not isinstance(note.question, Multi) or len(note.question.a) > 1
    return type(note.question) in _ROWS and several


def write(shipped: tuple[Shipped, ...], name: str, tick: Tick = no_tick, separator: str = ",") -> Written:
    """One file with the rows of all decks, and the files that they name."""
    going = [one for one in notes(shipped) if type(one.note.question) not in UNSPEAKABLE]
    rows = [_row(leaving) for leaving in going]
    hints = max((len(leaving.note.hint) for leaving in going), default=0)
    wrong = _width([row.wrong for row in rows])
    options = _width([row.options for row in rows])
    out = StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\n")
    names = [*_numbered("hint", hints), *_numbered("wrong", wrong), *_numbered("option", options)]
    writer.writerow([*COLUMNS, *names, *(["correct"] if options else [])])
    files: dict[str, bytes] = {}
    for number, (leaving, row) in enumerate(zip(going, rows, strict=True)):
        if number % _TICKS == 0:
            tick(number, len(going))
        spread = (
            *_padded(leaving.note.hint, hints),
            *_padded(row.wrong, wrong),
            *_padded(row.options, options),
        )
        cells = [*_cells(leaving, row), *spread, *([row.right] if options else [])]
        writer.writerow(map(guarded, cells))
        for path in named_files(leaving):
            data = leaving.shipped.folder(path)
            if data is not None:
                files[path] = data
    return Written({name: out.getvalue().encode("utf-8", "replace"), **files}, len(going))


def guarded(cell: str) -> str:
    """A value that no spreadsheet takes for a formula: an apostrophe stands before it."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """The value that was guarded."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _row(leaving: Leaving) -> _Row:
    if _is_held(leaving.note):
        return _ROWS[type(leaving.note.question)][0](leaving.note.question)
    return _Row("basic", *sides(leaving))


def _cells(leaving: Leaving, row: _Row) -> list[str]:
    note = leaving.note
    sources = "; ".join(", ".join(filter(None, (one.name, one.at))) for one in note.source)
    tags = ", ".join(" ".join(_APART.sub(" ", tag).split()) for tag in leaving.tags)
    tags += "," * (" " in tags and "," not in tags)
    about = (note.explain, tags, sources, note.note, note.image, note.media)
    return [note.id, row.kind, row.question, row.answer, *about]


def _width(lists: list[tuple[str, ...]]) -> int:
    """Columns for the longest; at least two where there is any: one alone may hold several values."""
    longest = max(map(len, lists), default=0)
    return max(longest, 2) if longest else 0


def _numbered(name: str, count: int) -> list[str]:
    return [f"{name} {number}" for number in range(1, count + 1)]


def _padded(values: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*values, *[""] * (width - len(values)))
