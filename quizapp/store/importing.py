"""An import planned: which deck files it makes or changes, card by card. Nothing is written here.

A source that was imported before is merged three-way by the ids of its cards: what changed in it and not here
is taken over; where both changed, mine stays and the card is listed.
"""

from collections.abc import Container, Iterable, Mapping
from pathlib import Path

from msgspec.structs import replace

from quizapp.core.problems import Problem
from quizapp.core.slugs import slug
from quizapp.core.three_way import merge
from quizapp.formats import imported_once
from quizapp.formats.base import Imported, ImportedCard, ImportedDeck, Tick, no_tick
from quizapp.formats.composing import compose, distinct, front_of, key_of, told_apart
from quizapp.formats.deck_text import shorten
from quizapp.formats.imported_once import Brought, Record
from quizapp.formats.media_names import named
from quizapp.formats.yaml_edit import Value, emit_item, insert_items, item_data, items, set_keys
from quizapp.store.deck_edits import new_deck, open_deck
from quizapp.store.import_media import MediaPlan, joined, plan_media, with_names
from quizapp.store.import_plan import Conflict, DeckPlan, Origin, Plan


def plan(
    imported: Imported,
    folder: Path,
    origin: Origin,
    *,
    into: Path | None = None,
    taken: Container[str] = frozenset(),
    tick: Tick = no_tick,
) -> Plan:
    """What an import would do. folder: where new decks go; into: the deck file that gets all cards instead;
    taken: ids that cards of other decks have. QuizError if a deck here cannot be read."""
    decks = imported.decks if into is None else (joined(imported.decks),)
    used: set[Path] = set()
    made: list[DeckPlan] = []
    media: list[MediaPlan] = []
    problems = list(imported.problems)
    files = {one.name: one for one in imported.media}
    given: set[str] = set()
    for number, given_deck in enumerate(decks):
        cards, same = distinct(given_deck.cards)
        problems += same
        deck = replace(given_deck, cards=told_apart(cards))
        path = into or _path(folder, deck, origin, used)
        used.add(path)
        named_here = {name for card in deck.cards for name in named(dict(card.data))}
        wanted = [files[name] for name in sorted(named_here & files.keys())]
        found = plan_media([*wanted, *deck.media], path.parent, tick)
        media += found.media
        problems += found.problems
        one, told = _plan_deck(with_names(deck, found.names), path, origin, _Either(taken, given))
        given |= _ids(one.cards)
        made.append(one)
        problems += told
        tick(number + 1, len(decks))
    return Plan(read=imported.read, decks=tuple(made), media=tuple(media), problems=tuple(problems))


def record_beside(path: Path) -> Record | None:
    """What was imported into a deck last; None if nothing is known."""
    try:
        return imported_once.decode(path.with_name(imported_once.file_name(path.name)).read_bytes())
    except OSError:
        return None


def _path(folder: Path, deck: ImportedDeck, origin: Origin, used: Container[Path]) -> Path:
    """The file that came from this deck before, else a free name."""
    below = folder.joinpath(*(_file_stem(title) for title in deck.folders))
    stem = _file_stem(deck.title)
    number = 1
    while True:
        path = below / f"{stem}{f' {number}' if number > 1 else ''}.yaml"
        if path not in used and (not path.exists() or _is_ours(path, deck, origin)):
            return path
        number += 1


def _is_ours(path: Path, deck: ImportedDeck, origin: Origin) -> bool:
    record = record_beside(path)
    return record is not None and (record.format, record.deck) == (origin.format, deck.title)


def _file_stem(title: str) -> str:
    return slug(title) or "deck"


def _plan_deck(
    deck: ImportedDeck, path: Path, origin: Origin, taken: Container[str]
) -> tuple[DeckPlan, tuple[Problem, ...]]:
    if not path.exists():
        composed = compose(deck, taken)
        plan = DeckPlan(
            opened=new_deck(path),
            text=composed.text,
            title=deck.title,
            record=_record(deck, origin, composed.cards),
            added=len(composed.cards),
            cards=composed.cards,
            fresh=_ids(composed.cards),
        )
        return plan, composed.problems
    return _update(deck, path, origin, taken)


def _ids(cards: Iterable[ImportedCard]) -> frozenset[str]:
    return frozenset(str(card.data["id"]) for card in cards)


def _record(deck: ImportedDeck, origin: Origin, cards: tuple[ImportedCard, ...]) -> Record:
    brought = {key_of(card): Brought(str(card.data["id"]), dict(card.data)) for card in cards}
    return Record(
        format=origin.format, source=origin.source, deck=deck.title, at_ms=origin.at_ms, cards=brought
    )


class _Here:
    """The deck as it is, its cards by id."""

    def __init__(self, text: str) -> None:
        self.items = items(text)
        self.data: dict[str, dict[str, Value]] = {}
        self.index: dict[str, int] = {}
        for index, item in enumerate(self.items):
            if item.readable:
                data = item_data(text, index)
                own = data.get("id")
                if isinstance(own, str):
                    self.data[own], self.index[own] = data, index


def _update(
    deck: ImportedDeck, path: Path, origin: Origin, taken: Container[str]
) -> tuple[DeckPlan, tuple[Problem, ...]]:
    opened = open_deck(path)
    before = record_beside(path)
    known = before.cards if before else {}
    here = _Here(opened.text)
    cards = tuple(_with_known_id(card, known) for card in deck.cards)
    theirs = compose(replace(deck, cards=cards), _Other(taken, here))
    met = _Met(here, known)
    for card in theirs.cards:
        met.take(card)
    text = set_keys(opened.text, met.changes).text if met.changes else opened.text
    if met.fresh:
        text = insert_items(text, len(here.items), [emit_item(card.data) for card in met.fresh]).text
    plan = DeckPlan(
        opened=opened,
        text=text,
        title=deck.title,
        record=_record(deck, origin, theirs.cards),
        added=len(met.fresh),
        updated=len(met.changes),
        unchanged=met.unchanged,
        gone=len(known.keys() - {key_of(card) for card in theirs.cards}),
        removed=met.removed,
        conflicts=tuple(met.conflicts),
        cards=theirs.cards,
        fresh=_ids(met.fresh),
        before=before,
    )
    return plan, theirs.problems


class _Met:
    """What becomes of each card of a source that meets a deck."""

    def __init__(self, here: _Here, known: Mapping[str, Brought]) -> None:
        self._here, self._known = here, known
        self.fresh: list[ImportedCard] = []
        self.changes: dict[int, dict[str, Value | None]] = {}
        self.conflicts: list[Conflict] = []
        self.unchanged = 0
        self.removed = 0

    def take(self, card: ImportedCard) -> None:
        own = str(card.data["id"])
        base = self._known.get(key_of(card))
        if own in self._here.data:
            self._merge(own, base, card)
        elif base is None:
            self.fresh.append(card)
        else:
            self.removed += 1

    def _merge(self, own: str, base: Brought | None, card: ImportedCard) -> None:
        index = self._here.index[own]
        merged = merge(base.data if base else None, self._here.data[own], dict(card.data))
        if merged.clashes:
            line, front = self._here.items[index].line, shorten(front_of(card.data))
            self.conflicts.append(Conflict(id=own, line=line, front=front, clashes=merged.clashes))
        if merged.changes:
            self.changes[index] = merged.changes
        elif not merged.clashes:
            self.unchanged += 1


class _Either:
    """Ids that other decks have, here or in this import."""

    def __init__(self, *ids: Container[str]) -> None:
        self._ids = ids

    def __contains__(self, own: object) -> bool:
        return any(own in some for some in self._ids)


class _Other:
    """Ids that are taken, without those of this deck."""

    def __init__(self, taken: Container[str], here: _Here) -> None:
        self._taken, self._here = taken, here

    def __contains__(self, own: object) -> bool:
        return own in self._taken and own not in self._here.data


def _with_known_id(card: ImportedCard, known: Mapping[str, Brought]) -> ImportedCard:
    """With the id that it got when it was imported first."""
    before = known.get(key_of(card))
    if before is None:
        return card
    return replace(card, data={"id": before.id, **{key: card.data[key] for key in card.data if key != "id"}})
