"""A deck file → a Deck and every problem in it, with line and column.

Strict, and it never gives up on a deck: what cannot be read costs its card alone.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from quizapp.core.collection import no_collection
from quizapp.core.deck import Deck, Note
from quizapp.core.problems import Fix, Problem, Where
from quizapp.formats.card_reader import CardReader
from quizapp.formats.deck_parts import Parts
from quizapp.formats.deck_text import DeckText, shorten
from quizapp.formats.encoding import Decoded, decode
from quizapp.formats.fixes import other_id
from quizapp.formats.kept import NOTHING, NOWHERE, Digest, Kept, Origin, digests, lifted, placed
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
    unsure: bool = False
    """True if that part may hold more than single cards: what else was read is not to be relied on."""
    origins: tuple[Origin, ...] = ()
    """Of the notes of the deck, in their order."""

    @property
    def kept(self) -> Kept:
        """What the next reading of the edited file need not read again."""
        notes = self.deck.notes if self.deck else ()
        return {
            origin.digest: lifted(note, origin)
            for note, origin in zip(notes, self.origins, strict=True)
            if origin.digest
        }


def read(data: bytes, path: str, *, piece: int = PIECE, kept: Kept = NOTHING) -> Loaded:
    """Read a deck file. Never raises.

    path: as the file was opened, for messages and the title; piece: characters parsed at one go; kept: of an
    earlier reading, which changes nothing but the time it takes.
    """
    decoded = decode(data)
    file = DeckText(path, decoded.text)
    found = Loaded(None, broken=True, unsure=True)
    with no_collection():
        if _is_text(decoded, file):
            found = _read(file, piece, NOTHING if file.undecoded else kept)
    problems = sorted(file.problems, key=lambda problem: (problem.where.line, problem.where.column))
    is_odd = found.deck is None or bool(decoded.looks)
    return replace(
        found, problems=tuple(problems), broken=found.broken or is_odd, unsure=found.unsure or is_odd
    )


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


def _read(file: DeckText, size: int, kept: Kept) -> Loaded:
    """The deck; its problems are still with the file."""
    parts = Parts(file, size)
    header = parts.header
    strange = "" if parts.has_list else header.foreign()
    if strange:
        _report_foreign(file, strange, file.where(header.place(strange)))
        return Loaded(None)
    values = header.values()
    reader = CardReader(file, header.common(values))
    digest = digests(header.given(values, parts.lead))
    read_notes = [
        found
        for part in parts.cards(digest, kept.keys())
        for found in (
            _notes(file, part, reader, digest) if isinstance(part, Piece) else [_same(part, kept, reader)]
        )
    ]
    notes = tuple(note for note, _ in read_notes)
    if reader.unknown and not reader.ours:
        first = next(filter(_is_unknown, file.problems))
        _report_foreign(file, first.args["key"], first.where)
        return Loaded(None)
    _sum_up_unknown(file, reader)
    _report_same_ids(file, notes)
    values.setdefault("title", PurePath(file.path).stem)
    deck = Deck(path=file.path, notes=notes, **values)
    origins = tuple(NOWHERE if reader.doubtful else origin for _, origin in read_notes)
    if parts.has_list or "cards" in header.entries:
        return Loaded(deck, broken=parts.broken, unsure=parts.unsure, origins=origins)
    if not file.problems:
        file.report("cards_missing", 0)
    return Loaded(deck if header.entries else None, broken=True, unsure=True)


def _same(origin: Origin, kept: Kept, reader: CardReader) -> tuple[Note, Origin]:
    """The note of an item that was read before."""
    reader.count()
    return placed(kept[origin.digest], origin), origin


def _notes(file: DeckText, piece: Piece, reader: CardReader, digest: Digest) -> Iterator[tuple[Note, Origin]]:
    """The notes of a piece of the list."""
    suspect = SUSPECT.search(file.copy, piece.base, piece.end) is not None
    done = -1
    for number, node in enumerate(piece.root.value):
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
        told = len(file.problems)
        note = reader.read(node, piece.base, piece.line, careful=careful)
        if note is not None:
            keeps = piece.edges and len(file.problems) == told
            yield note, _origin(file, note, piece.edges, number, digest) if keeps else NOWHERE


def _origin(file: DeckText, note: Note, edges: Sequence[int], number: int, digest: Digest) -> Origin:
    """Where an item begins that was read without a word."""
    start, end = edges[number], edges[number + 1]
    line = note.span.line - 1 - file.copy.count("\n", start, note.span.start)
    return Origin(digest(file.copy[start:end]), start, line)


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
            fix = other_id(file.copy, note.span, taken)
            taken.add(fix.text.strip("\"'") if fix else "")
            file.problems.append(Problem(code="duplicate_id", where=where, args=args, card=front, fix=fix))
