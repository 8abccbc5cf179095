"""Anki's packages: .apkg and .colpkg in all their versions, with pictures, sounds and progress."""

import json
import time
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Final
from unicodedata import normalize

from msgspec.structs import replace

from quizapp.core.problems import Problem, QuizError, Where
from quizapp.core.reviews_in import PastReview
from quizapp.formats import anki_collection, anki_notes, apkg_lost, apkg_write, protobuf
from quizapp.formats.anki_collection import Card, Collection, Deck, Note, Review
from quizapp.formats.anki_found import Told, used
from quizapp.formats.base import (
    Format,
    Imported,
    ImportedCard,
    ImportedDeck,
    PartProgress,
    Shipped,
    Source,
    Tick,
    Written,
    no_tick,
)
from quizapp.formats.composing import id_of
from quizapp.formats.deck_text import shorten
from quizapp.formats.limits import MEDIA_MB, TEXT_MB, Archive, capped, member_names
from quizapp.formats.media_refs import MediaRefs
from quizapp.formats.yaml_emit import Value

_COLLECTIONS: Final = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""The newest first: where it is, the others only say that Anki should be updated."""
_COLLECTION_MB: Final = 500
_ZSTD: Final = b"\x28\xb5\x2f\xfd"
_FILTERED, _BY_HAND = 3, 4
_DEFAULT: Final = Deck("Default")
"""Where notes are whose deck is not in the package."""
_OLD_STEPS: Final = {2: 3, 3: 4}
"""The first scheduler had three buttons while learning."""


class _Apkg(Format):
    name = "apkg"
    label = "Anki package"
    about = (
        "Decks of Anki with their pictures, sounds, tags and sub-decks: front and back, reversed, typed, "
        "cloze, image occlusion; other note types as they look. Progress comes along if you want. What is "
        "written has note types of its own: a later export updates it in Anki, but notes that came from "
        "there stay as they are."
    )
    unit = "note"
    suffixes = (".apkg", ".colpkg")
    writes = True
    carries_progress = True

    def sniff(self, source: Source) -> int:
        if not source.data.startswith(b"PK"):
            return 0
        names = member_names(source.data)
        if names is None:
            return 30 if source.suffix in self.suffixes else 0
        return 100 if not names.isdisjoint(_COLLECTIONS) else 0

    def read(self, source: Source, choices: Mapping[str, str], tick: Tick = no_tick) -> Imported:
        archive = Archive(source.data, source.name)
        name = next((name for name in _COLLECTIONS if name in archive), "")
        if not name:
            raise QuizError(
                "import_not", file=source.name, format=self.label, reason="it holds no collection"
            )
        data = _unpacked(archive.read(name, _COLLECTION_MB), name, source.name, _COLLECTION_MB)
        collection = anki_collection.read(data, source.name, tick)
        find, listing = _finder(archive, source.name)
        refs = MediaRefs(source.name, find)
        reader = _Notes(source.name, collection, refs)
        for note in collection.notes:
            if note.number % 500 == 0:
                tick(note.number, len(collection.notes))
            reader.take(note)
        decks = reader.decks()
        media, spare = used(refs.media, decks, source.name)
        return Imported(
            decks=decks,
            read=len(collection.notes),
            problems=(*archive.problems, *listing, *reader.problems, *refs.problems, *spare),
            media=media,
        )

    def lost(self, shipped: tuple[Shipped, ...]) -> tuple[Problem, ...]:
        return tuple(apkg_lost.lost(shipped, self.label))

    def write(self, shipped: tuple[Shipped, ...], tick: Tick = no_tick) -> Written:
        return apkg_write.write(shipped, "deck.apkg", int(time.time()), tick)


class _Notes:
    """Makes cards of notes, deck by deck."""

    def __init__(self, file: str, collection: Collection, refs: MediaRefs) -> None:
        self._file, self._collection, self._refs = file, collection, refs
        self._cards: dict[Deck, list[ImportedCard]] = {}
        self._told = Told()
        self.problems: list[Problem] = []

    def take(self, note: Note) -> None:
        type_ = self._collection.types.get(note.type)
        if type_ is None:
            self._tell("import_no_type", note, {})
            return
        found = anki_notes.cards_of(note, type_, self._refs)
        for code, args in self._told.new_of(found):
            self._tell(code, note, args)
        deck = self._collection.decks.get(note.cards[0].deck if note.cards else 0, _DEFAULT)
        for made in found.made:
            own: dict[str, Value] = {"id": id_of(note.guid)} if anki_notes.is_own(type_) else {}
            data = own | made.data
            if note.tags:
                data["tags"] = list(note.tags)
            card = ImportedCard(
                data=data,
                where=Where(self._file, note.number),
                key=note.guid + made.suffix,
                progress=tuple(
                    self._progress(card, made.parts) for card in note.cards if card.ord in made.parts
                ),
            )
            self._cards.setdefault(deck, []).append(card)

    def decks(self) -> tuple[ImportedDeck, ...]:
        """In the order of their names, sub-decks below the others."""
        made = []
        for deck in sorted(self._cards, key=lambda deck: deck.name):
            *folders, last = [part.strip() or "Deck" for part in deck.name.split("::")]
            about = self._refs.html(deck.about).markdown
            made.append(
                ImportedDeck(
                    title=last,
                    header={"description": about},
                    folders=tuple(folders),
                    cards=tuple(self._cards[deck]),
                )
            )
        return tuple(made)

    def _progress(self, card: Card, parts: Mapping[int, str]) -> PartProgress:
        reviews = self._collection.reviews.get(card.id, ())
        taken = (_review(review, old=self._collection.old_scheduler) for review in reviews)
        return PartProgress(
            part=parts[card.ord],
            reviews=tuple(review for review in taken if review is not None),
            suspended=card.suspended,
            flagged=card.flag > 0,
        )

    def _tell(self, code: str, note: Note, args: Mapping[str, str]) -> None:
        raw = shorten(" | ".join(note.fields))
        where = Where(self._file, note.number)
        self.problems.append(Problem(code=code, where=where, args=dict(args), card=raw))


def _review(review: Review, *, old: bool) -> PastReview | None:
    """An answer; None for what was no answer: a card that was moved by hand."""
    if review.kind >= _BY_HAND or not 1 <= review.ease <= 4 or review.at_ms <= 0:
        return None
    rating = _OLD_STEPS.get(review.ease, review.ease) if old and review.kind in (0, 2) else review.ease
    past = PastReview(card="", rating=rating, at_ms=review.at_ms, duration_ms=max(0, review.taken_ms))
    return replace(past, kind="cram") if review.kind == _FILTERED else past


def _unpacked(data: bytes, name: str, file: str, limit_mb: int) -> bytes:
    """Data that newer packages press once more."""
    if not data.startswith(_ZSTD):
        return data
    import zstandard  # late: only packages need it

    try:
        reader = zstandard.ZstdDecompressor().stream_reader(BytesIO(data))
        return capped(reader.read, limit_mb, name, file, packed=len(data))
    except zstandard.ZstdError as error:
        raise QuizError("archive_broken", file=file, reason=str(error)) from error


def _finder(
    archive: Archive, file: str
) -> tuple[Callable[[str], Callable[[], bytes] | None], tuple[Problem, ...]]:
    """Gives what reads a media file by its name in Anki; a word if its list of media cannot be read."""
    members: dict[str, str] = {}
    problems: tuple[Problem, ...] = ()
    try:
        members = _media(archive, file)
    except (ValueError, RecursionError, QuizError) as error:
        args = {"name": "media", "reason": str(error)}
        problems = (Problem(code="import_media_unreadable", where=Where(file), args=args),)
    alike = {_alike(name): member for name, member in members.items()}

    def find(name: str) -> Callable[[], bytes] | None:
        member = members.get(name) or alike.get(_alike(name))
        if member is None or member not in archive:
            return None
        return lambda: _unpacked(archive.read(member, MEDIA_MB), name, file, MEDIA_MB)

    return find, problems


def _alike(name: str) -> str:
    """What names of one file have in common on systems that do not tell them apart."""
    return normalize("NFC", name).casefold()


def _media(archive: Archive, file: str) -> dict[str, str]:
    """Name of a media file -> the member that holds it: a JSON map, or in newer packages a list."""
    if "media" not in archive:
        return {}
    data = _unpacked(archive.read("media"), "media", file, TEXT_MB)
    if data.lstrip()[:1] in (b"{", b"["):
        listed = json.loads(data)
        if not isinstance(listed, dict):
            raise ValueError("it is no map")
        return {str(name): str(member) for member, name in listed.items()}
    entries = protobuf.parse(data).get(1, [])
    names = [protobuf.text(protobuf.parse(entry), 1) for entry in entries if isinstance(entry, bytes)]
    return {name: str(number) for number, name in enumerate(names)}


FORMAT: Final = _Apkg()
