"""A source read and planned at one go, with the cards as they will be: what a screen shows of it."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from quizapp.core.deck import Deck, Note
from quizapp.core.problems import QuizError
from quizapp.formats import recognised, sources
from quizapp.formats.base import Format, Imported, Source, Tick, no_tick
from quizapp.formats.line_edits import lines_at, with_lines
from quizapp.formats.yaml_deck import read
from quizapp.store.import_plan import DeckPlan, Origin, Plan
from quizapp.store.import_progress import reviews_in
from quizapp.store.importing import plan

if TYPE_CHECKING:
    from quizapp.store.database import Database


class Wanted(Struct, frozen=True, kw_only=True):
    """How a source is to be read, and where it is to go."""

    format: str = ""
    """"" for the likeliest."""
    choices: Mapping[str, str] = {}
    edits: Mapping[int, str] = {}
    """Number of a line, from 1 -> what it is to say instead."""
    into: Path | None = None
    """The deck that gets all cards; None: new ones, or those that came from this source before."""
    progress: bool = False
    """Answers come along."""


class Preview(Struct, frozen=True):
    """A card as it will be."""

    deck: Deck
    note: Note
    line: int
    """Its place in the source."""


class Examined(Struct, frozen=True, kw_only=True):
    """What would come of a source, read in one way."""

    source: Source
    format: Format
    formats: tuple[Format, ...]
    """Those that the source looks like, likeliest first; it may be read as another one."""
    imported: Imported
    plan: Plan
    previews: tuple[Preview, ...]
    reviews: int
    """Answers that could come along."""
    raw: Mapping[int, str]
    """Lines that are left out, whole, by number; empty for sources that are no lines."""

    @property
    def count(self) -> int:
        """Cards, or answers by themselves, that the import brings."""
        return len(self.imported.reviews) or self.plan.added + self.plan.updated

    @property
    def unnamed(self) -> bool:
        """It was pasted."""
        return not self.source.name


def examine(db: "Database", source: Source, wanted: Wanted, folder: Path, tick: Tick = no_tick) -> Examined:
    """Read and plan. folder: for new decks. QuizError where the source cannot be read, or a deck here."""
    into = wanted.into
    source = with_lines(source, wanted.edits, wanted.choices.get("encoding", ""))
    reading = sources.read(source, wanted.format, wanted.choices, tick)
    origin = Origin(reading.format.name, source.name, db.now().at_ms)
    planned = plan(reading.imported, folder, origin, into=into, taken=ids_elsewhere(db, into), tick=tick)
    return Examined(
        source=source,
        format=reading.format,
        formats=recognised(source),
        imported=reading.imported,
        plan=planned,
        previews=_previews(planned),
        reviews=len(reading.imported.reviews) or reviews_in(planned),
        raw=_raw(source, reading.format, reading.imported, planned),
    )


def ids_elsewhere(db: "Database", into: Path | None) -> frozenset[str]:
    """The ids that cards of other decks have."""
    rows = db.con.execute(
        "SELECT name, path FROM cache.name JOIN cache.shelf USING (note_key) "
        "JOIN cache.deck USING (deck_key) WHERE what = 'id'"
    )
    return frozenset(name for name, path in rows if into is None or path != str(into))


def _raw(source: Source, format_: Format, imported: Imported, planned: Plan) -> Mapping[int, str]:
    """What the lines say that are left out."""
    numbers = {problem.where.line for problem in planned.skipped if problem.where.line}
    if format_.unit != "line" or not numbers:
        return {}
    codec = next((one.value for one in imported.choices if one.key == "encoding"), "")
    try:
        return lines_at(source, numbers, codec)
    except QuizError:
        return {}


def _previews(planned: Plan) -> tuple[Preview, ...]:
    """The cards that are new or different, as the files will have them."""
    found = []
    for one in planned.decks:
        lines = {str(card.data["id"]): card.where.line for card in one.cards}
        loaded = read(one.text.encode(), str(one.opened.path))
        if loaded.deck is not None:
            before = _before(one)
            notes = (note for note in loaded.deck.notes if note.id in lines)
            found += [
                Preview(loaded.deck, note, lines[note.id])
                for note in notes
                if not _same(note, before.get(note.id))
            ]
    return tuple(found)


def _before(one: DeckPlan) -> Mapping[str, Note]:
    """What a deck says now, by id."""
    deck = read(one.opened.text.encode(), str(one.opened.path)).deck if not one.is_new else None
    return {note.id: note for note in deck.notes} if deck is not None else {}


def _same(note: Note, before: Note | None) -> bool:
    return before is not None and replace(note, span=before.span) == before
