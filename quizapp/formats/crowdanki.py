"""CrowdAnki's deck.json: Anki decks as JSON, with their note types, sub-decks and media beside them."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from quizapp.core.problems import Problem, QuizError, Where
from quizapp.formats import anki_notes
from quizapp.formats.anki_collection import Card, Note, NoteType, Template
from quizapp.formats.anki_found import Told, used
from quizapp.formats.base import Format, Imported, ImportedCard, ImportedDeck, Source, Tick, no_tick
from quizapp.formats.deck_text import shorten
from quizapp.formats.limits import MB, TEXT_MB
from quizapp.formats.media_refs import MediaRefs, among

_DEEPEST: Final = 20
"""Sub-decks within each other."""


class _Deck(NamedTuple):
    titles: tuple[str, ...]
    notes: list[Any]
    models: list[dict[str, Any]]
    about: str
    """HTML."""


class _CrowdAnki(Format):
    name = "crowdanki"
    label = "CrowdAnki"
    about = "A deck.json of CrowdAnki with its sub-decks, note types and the media folder beside it."
    unit = "note"
    suffixes = (".json",)

    def sniff(self, source: Source) -> int:
        head = source.data[:400_000]
        if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
            return 0
        return 95 if b'"note_models"' in source.data and b'"notes"' in source.data else 0

    def read(self, source: Source, choices: Mapping[str, str], tick: Tick = no_tick) -> Imported:
        root = _parsed(source, self.label)
        found = list(_decks(root))
        models = (model for deck in found for model in deck.models)
        types = {str(model.get("crowdanki_uuid")): _type(model) for model in models}
        reader = _Notes(source)
        decks: list[ImportedDeck] = []
        number = 0
        for deck in found:
            cards: list[ImportedCard] = []
            for raw in deck.notes:
                number += 1
                if number % 500 == 0:
                    tick(number, 0)
                type_ = types.get(str(raw.get("note_model_uuid"))) if isinstance(raw, dict) else None
                note = _note(number, raw, len(type_.templates) if type_ else 0)
                cards += reader.take(note, type_)
            if cards:
                *folders, title = deck.titles
                header = {"description": reader.refs.html(deck.about).markdown}
                decks.append(
                    ImportedDeck(title=title, folders=tuple(folders), cards=tuple(cards), header=header)
                )
        media, spare = used(reader.refs.media, decks, source.name)
        problems = (*reader.problems, *reader.refs.problems, *spare)
        return Imported(decks=tuple(decks), read=number, problems=problems, media=media)


class _Notes:
    """Makes cards of notes."""

    def __init__(self, source: Source) -> None:
        self._file = source.name
        self.refs = MediaRefs(source.name, among(source.sibling, ("media/", "")))
        self._told = Told()
        self.problems: list[Problem] = []

    def take(self, note: Note, type_: NoteType | None) -> Iterator[ImportedCard]:
        """The cards of a note."""
        where = Where(self._file, note.number)
        raw = shorten(" | ".join(note.fields))
        if type_ is None:
            self.problems.append(Problem(code="import_no_type", where=where, card=raw))
            return
        found = anki_notes.cards_of(note, type_, self.refs)
        for code, args in self._told.new_of(found):
            self.problems.append(Problem(code=code, where=where, args=dict(args), card=raw))
        for made in found.made:
            data = dict(made.data)
            if note.tags:
                data["tags"] = list(note.tags)
            yield ImportedCard(data=data, where=where, key=note.guid + made.suffix)


def _parsed(source: Source, label: str) -> dict[str, Any]:
    if len(source.data) > TEXT_MB * MB:
        args = {"file": source.name, "size": str(len(source.data) // MB), "limit": str(TEXT_MB)}
        raise QuizError("import_too_big", format=label, **args)
    try:
        root = json.loads(source.data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise QuizError("import_not", file=source.name, format=label, reason=str(error)) from error
    if not isinstance(root, dict):
        raise QuizError("import_not", file=source.name, format=label, reason="it is no map")
    return root


def _decks(root: Mapping[str, Any]) -> Iterator[_Deck]:
    """All decks from above; what is nested too deep comes into the folder above it."""
    waiting: list[tuple[Mapping[str, Any], tuple[str, ...]]] = [(root, ())]
    while waiting:
        node, above = waiting.pop()
        parts = (part for part in str(node.get("name", "Deck")).split("::") if part)
        titles = (*above, *parts)[:_DEEPEST] or ("Deck",)
        notes = node.get("notes")
        listed = notes if isinstance(notes, list) else []
        yield _Deck(titles, listed, _maps(node, "note_models"), str(node.get("desc") or ""))
        waiting += [(child, titles) for child in reversed(_maps(node, "children"))]


def _maps(node: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    found = node.get(key)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _type(model: Mapping[str, Any]) -> NoteType:
    return NoteType(
        name=str(model.get("name", "")),
        cloze=model.get("type") == 1,
        stock=model["originalStockKind"] if isinstance(model.get("originalStockKind"), int) else 0,
        fields=tuple(str(field.get("name", "")) for field in _maps(model, "flds")),
        templates=tuple(
            Template(str(one.get("name", "")), str(one.get("qfmt", "")), str(one.get("afmt", "")))
            for one in _maps(model, "tmpls")
        ),
    )


def _note(number: int, raw: Any, templates: int) -> Note:
    """A note with a card of each template: which of them there are, follows from what they show."""
    said = raw if isinstance(raw, dict) else {}
    fields, tags = said.get("fields"), said.get("tags")
    return Note(
        number=number,
        guid=str(said.get("guid", "")),
        type=0,
        tags=tuple(map(str, tags)) if isinstance(tags, list) else (),
        fields=tuple(map(str, fields)) if isinstance(fields, list) else (),
        cards=tuple(Card(id=0, ord=at, deck=0, suspended=False, flag=0) for at in range(templates)),
    )


FORMAT: Final = _CrowdAnki()
