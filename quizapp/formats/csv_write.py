"""Decks as a table of text: a row a note, one column for each thing that notes say."""

import csv
from collections.abc import Callable, Iterator, Mapping
from io import StringIO
from typing import Final

from quizapp.core.kinds.base import Question
from quizapp.core.kinds.basic import Basic
from quizapp.core.kinds.choice import Choice
from quizapp.core.kinds.cloze import Cloze
from quizapp.core.kinds.typed import TypedQuestion
from quizapp.core.problems import Problem
from quizapp.formats.base import Shipped, Written
from quizapp.formats.leaving import Leaving, lost_parts, notes, refused

COLUMNS: Final = ("id", "question", "answer", "explain", "hint", "tags", "source", "note", "image", "media")
_HELD: Final = frozenset(
    {"q", "a", "wrong", "cloze", "hint", "explain", "tags", "source", "note", "image", "media"}
)
Sides = tuple[str, str, tuple[str, ...]]
"""Question, answer, wrong answers."""


def _basic(question: Question) -> Sides:
    assert isinstance(question, Basic | TypedQuestion)
    return question.q, question.a, ()


def _choice(question: Question) -> Sides:
    assert isinstance(question, Choice)
    return question.q, question.a, tuple(option.text for option in question.wrong)


def _cloze(question: Question) -> Sides:
    assert isinstance(question, Cloze)
    return question.cloze, "", ()


SIDES: Final[Mapping[type[Question], Callable[[Question], Sides]]] = {
    Basic: _basic,
    TypedQuestion: _basic,
    Choice: _choice,
    Cloze: _cloze,
}
"""Kinds that a row can hold."""


def lost(shipped: tuple[Shipped, ...], label: str) -> Iterator[Problem]:
    """What a row has no place for."""
    for leaving in notes(shipped):
        if type(leaving.note.question) in SIDES:
            yield from lost_parts(leaving, label, _HELD)
        else:
            yield refused(leaving, label)


def write(shipped: tuple[Shipped, ...], name: str, separator: str = ",") -> Written:
    """One file with the rows of all decks."""
    rows = [_row(leaving) for leaving in notes(shipped) if type(leaving.note.question) in SIDES]
    width = max((len(wrong) for _, wrong in rows), default=0)
    out = StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\n")
    writer.writerow([*COLUMNS, *(f"wrong {number + 1}" for number in range(width))])
    for cells, wrong in rows:
        writer.writerow([*cells, *wrong, *[""] * (width - len(wrong))])
    return Written({name: out.getvalue().encode()}, len(rows))


def _row(leaving: Leaving) -> tuple[list[str], tuple[str, ...]]:
    note = leaving.note
    question, answer, wrong = SIDES[type(note.question)](note.question)
    sources = "; ".join(", ".join(filter(None, (one.name, one.at))) for one in note.source)
    beyond = (note.explain, " | ".join(note.hint), ", ".join(leaving.tags), sources, note.note)
    return [note.id, question, answer, *beyond, note.image, note.media], wrong
