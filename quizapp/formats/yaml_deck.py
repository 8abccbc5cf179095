"""A deck file → a Deck and every problem in it, with line and column.

Strict, and it never gives up on a deck: what cannot be read costs its card alone.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import PurePath

from msgspec import Struct

from quizapp.core.collection import no_collection
from quizapp.core.deck import Deck, Note
from quizapp.core.problems import Fix, Problem, Where
from quizapp.formats.card_reader import CardReader
from quizapp.formats.deck_parts import Parts
from quizapp.formats.deck_text import DeckText, shorten
from quizapp.formats.encoding import Decoded, decode
from quizapp.formats.fixes import new_id
from quizapp.formats.yaml_nodes import PIECE, Piece
from quizapp.formats.yaml_traps import SUSPECT

_MANY = 10
"""Cards with the same unknown key that make one problem, if every other card has it."""
_ALIAS = re.compile(r"-\s+(?P<alias>\*\S+)")


class Loaded(Struct, frozen=True):
    """A deck file as it was read."""

    deck: Deck | None
    """With the cards that have no error; None if nothing can be read as a deck."""
    problems: tuple[Problem, ...] = ()
    """In the order of the file."""
    broken: bool = False
    """True if a part of the file could not be parsed: a card that is not in the deck may still be there."""


def read(data: bytes, path: str, *, piece: int = PIECE) -> Loaded:
    """Read a deck file. Never raises.

    path: as the file was opened, for messages and the title; piece: characters parsed at one go.
    """
    decoded = decode(data)
    file = DeckText(path, decoded.text)
    deck, broken = None, True
    with no_collection():
        if _is_text(decoded, file):
            deck, broken = _read(file, piece)
    problems = sorted(file.problems, key=lambda problem: (problem.where.line, problem.where.column))
    return Loaded(deck, tuple(problems), broken or deck is None or bool(decoded.looks))


def _is_text(decoded: Decoded, file: DeckText) -> bool:
    """Report a wrong encoding; False if the file must not be read as it is."""
    if decoded.looks == "binary":
        file.report("file_binary", 0)
        return False
    if decoded.looks:
        fix = Fix(0, len(decoded.text), decoded.meant)
        first = file.undecoded[0] if file.undecoded else 0
        file.report("file_encoding", first, fix=fix, encoding=decoded.looks)
        return bool(file.undecoded)
    if not file.copy.strip():
        file.report("file_empty", 0)
        return False
    return True


def _read(file: DeckText, size: int) -> tuple[Deck | None, bool]:
    """The deck, and whether a part did not parse."""
    parts = Parts(file, size)
    header = parts.header
    strange = "" if parts.has_list else header.foreign()
    if strange:
        _report_foreign(file, strange, file.where(header.place(strange)))
        return None, True
    values = header.values()
    reader = CardReader(file, header.common(values))
    notes = tuple(note for piece in parts.cards() for note in _notes(file, piece, reader))
    if reader.unknown and not reader.ours:
        first = next(filter(_is_unknown, file.problems))
        _report_foreign(file, first.args["key"], first.where)
        return None, True
    _sum_up_unknown(file, reader)
    _report_same_ids(file, notes)
    values.setdefault("title", PurePath(file.path).stem)
    deck = Deck(path=file.path, notes=notes, **values)
    if parts.has_list or "cards" in header.entries:
        return deck, parts.broken
    if not file.problems:
        file.report("cards_missing", 0)
    return deck if header.entries else None, True


def _notes(file: DeckText, piece: Piece, reader: CardReader) -> Iterator[Note]:
    """The notes of a piece of the list."""
    suspect = SUSPECT.search(file.copy, piece.base, piece.end) is not None
    done = -1
    for node in piece.root.value:
        start, end = node.start_mark.index, node.end_mark.index
        if start < done:
            alias = _ALIAS.search(file.copy, piece.base + done)
            file.report("alias_card", alias.start("alias") if alias else piece.base + done)
            continue
        before, start, end = piece.base + max(done, 0), piece.base + start, piece.base + end
        done = node.end_mark.index
        if file.undecoded and bisect_left(file.undecoded, start) < bisect_left(file.undecoded, end):
            continue
        careful = suspect and SUSPECT.search(file.copy, before, end) is not None
        note = reader.read(node, piece.base, piece.line, careful=careful)
        if note is not None:
            yield note


def _report_foreign(file: DeckText, key: str, where: Where) -> None:
    """Say once, and instead of all else, that the file is another program's."""
    file.problems[:] = [Problem(code="file_foreign", where=where, args={"key": key})]


def _is_unknown(problem: Problem) -> bool:
    return problem.code.startswith("unknown_key")


def _sum_up_unknown(file: DeckText, reader: CardReader) -> None:
    """A key that stands in most cards is no slip: one problem instead of one a card."""
    for key, count in reader.unknown.items():
        if count < _MANY or 2 * count < reader.items:
            continue
        told = [_is_unknown(problem) and problem.args["key"] == key for problem in file.problems]
        where = file.problems[told.index(True)].where
        file.problems[:] = [
            problem for problem, is_told in zip(file.problems, told, strict=True) if not is_told
        ]
        args = {"key": key, "count": str(count)}
        file.problems.append(Problem(code="unknown_key_often", where=where, args=args))


def _report_same_ids(file: DeckText, notes: tuple[Note, ...]) -> None:
    lines: dict[str, int] = {}
    taken = {note.id for note in notes}
    for note in notes:
        if not note.id:
            continue
        first = lines.setdefault(note.id, note.span.line)
        if first != note.span.line:
            args = {"id": note.id, "first": str(first)}
            where = Where(file.path, note.span.line, note.span.column)
            front = shorten(note.front(next(iter(note.parts), "")))
            fix = new_id(file.copy, note.span, taken)
            taken.add(fix.text.strip("\"'") if fix else "")
            file.problems.append(Problem(code="duplicate_id", where=where, args=args, card=front, fix=fix))
