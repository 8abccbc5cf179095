"""A source read and planned at one go, with the cards as they will be: what a screen shows of it."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from quizapp.core.deck import Deck, Note
from quizapp.formats import recognised, sources
from quizapp.formats.base import Format, Imported, Source, Tick, no_tick
from quizapp.formats.yaml_deck import read
from quizapp.store.import_progress import reviews_in
from quizapp.store.importing import Origin, Plan, plan

if TYPE_CHECKING:
    from quizapp.store.database import Database


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
    """All that the source may be in, likeliest first."""
    imported: Imported
    plan: Plan
    previews: tuple[Preview, ...]
    reviews: int
    """Answers that could come along."""


def examine(
    db: "Database",
    source: Source,
    name: str,
    choices: Mapping[str, str],
    folder: Path,
    into: Path | None,
    tick: Tick = no_tick,
) -> Examined:
    """Read and plan. name: of the format, "" for the likeliest; folder: for new decks; into: gets all cards.

    QuizError where the source cannot be read, or a deck here.
    """
    reading = sources.read(source, name, choices, tick)
    origin = Origin(reading.format.name, source.name, db.now().at_ms)
    planned = plan(reading.imported, folder, origin, into=into, taken=ids_elsewhere(db, into), tick=tick)
    return Examined(
        source=source,
        format=reading.format,
        formats=recognised(source) or (reading.format,),
        imported=reading.imported,
        plan=planned,
        previews=_previews(planned),
        reviews=len(reading.imported.reviews) or reviews_in(planned),
    )


def ids_elsewhere(db: "Database", into: Path | None) -> frozenset[str]:
    """The ids that cards of other decks have."""
    rows = db.con.execute(
        "SELECT name, path FROM cache.name JOIN cache.shelf USING (note_key) "
        "JOIN cache.deck USING (deck_key) WHERE what = 'id'"
    )
    return frozenset(name for name, path in rows if into is None or path != str(into))


def _previews(planned: Plan) -> tuple[Preview, ...]:
    """The cards that are new or different, as the files will have them."""
    found = []
    for one in planned.decks:
        lines = {str(card.data["id"]): card.where.line for card in one.cards}
        loaded = read(one.text.encode(), str(one.opened.path))
        if loaded.deck is not None:
            notes = (note for note in loaded.deck.notes if note.id in lines)
            found += [Preview(loaded.deck, note, lines[note.id]) for note in notes]
    return tuple(found)
