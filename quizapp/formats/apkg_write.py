"""Decks as a package of Anki, in the older form that all its versions read: a database, and media.

A note is known again by its guid, so that a later package updates what an earlier one made.
"""

import json
import re
import zipfile
from collections.abc import Mapping
from hashlib import sha1
from html import unescape
from io import BytesIO
from typing import Final

from msgspec import Struct

from quizapp.formats import anki_out, anki_rows, foreign_sqlite
from quizapp.formats.anki_media import MediaOut
from quizapp.formats.anki_progress import NEW, Progress
from quizapp.formats.anki_rows import UNSENT, Row
from quizapp.formats.anki_sheet import Outgoing, Sheet, deck_name, guid_of, html_of
from quizapp.formats.base import Shipped, Tick, Written, no_tick
from quizapp.formats.leaving import Leaving, notes

_TAG: Final = re.compile(r"<img\b[^>]*\bsrc=\"([^\"]*)\"[^>]*>|<[^>]*>", re.IGNORECASE)
_TICKS: Final = 200
_STORED: Final = frozenset({"png", "jpg", "jpeg", "gif", "webp", "mp3", "ogg", "oga", "opus", "m4a", "flac"})
"""Endings of files that are packed already."""


class _Tables(Struct):
    """The rows of a package, as they are made."""

    notes: list[Row]
    cards: list[Row]
    reviews: dict[int, Row]
    """By their time in milliseconds, which is their key there."""


def write(shipped: tuple[Shipped, ...], name: str, now: int, tick: Tick = no_tick) -> Written:
    """The package. name: of the file; now: seconds since 1970, by which Anki tells newer notes from older."""
    media = MediaOut()
    leaving = list(notes(shipped))
    progress = Progress(shipped, now)
    decks = {id(one): deck_name(one) for one in shipped}
    tables = _Tables([], [], {})
    guids: dict[str, int] = {}
    types = {}
    first_id = now * 1000 - len(leaving) * 1000
    for number, one in enumerate(leaving):
        if number % _TICKS == 0:
            tick(number, len(leaving))
        sheet = _sheet(one, media)
        types[sheet.type.id] = sheet.type
        key = first_id + number * 1000
        tables.notes.append(_note(one, sheet, key, now, _unique(guid_of(one), guids)))
        deck = anki_rows.deck_id(decks[id(one.shipped)])
        _add_cards(tables, one, sheet, (key, deck, number), progress, now)
    named = _named(shipped, decks)
    col = anki_rows.collection(types.values(), named, progress.first_day, now)
    rows = {
        "col": [col],
        "notes": tables.notes,
        "cards": tables.cards,
        "revlog": [*tables.reviews.values()],
    }
    data = foreign_sqlite.written(anki_rows.SCHEMA, rows, anki_rows.INDEXES)
    return Written({name: _zipped(data, media.files)}, len(leaving))


def _named(shipped: tuple[Shipped, ...], decks: Mapping[int, str]) -> dict[int, tuple[str, str]]:
    """Id -> (name, description) of all decks, and of those above them."""
    about = {decks[id(one)]: html_of(lambda path: "")(one.deck.description) for one in shipped}
    above = (
        "::".join(name.split("::")[:depth]) for name in about for depth in range(1, name.count("::") + 1)
    )
    return {anki_rows.deck_id(name): (name, about.get(name, "")) for name in (*above, *about)}


def _sheet(leaving: Leaving, media: MediaOut) -> Sheet:
    def file(path: str) -> str:
        return media.name(leaving.shipped, path)

    return anki_out.sheet_of(Outgoing(leaving, html_of(file), file))


def _unique(guid: str, taken: dict[str, int]) -> str:
    """A guid that no earlier note of the package has."""
    taken[guid] = taken.get(guid, 0) + 1
    return guid if taken[guid] == 1 else f"{guid}~{taken[guid]}"


def _note(leaving: Leaving, sheet: Sheet, key: int, now: int, guid: str) -> Row:
    fields = [sheet.fields.get(name, "").replace("\x1f", "") for name in sheet.type.all_fields]
    first = unescape(_TAG.sub(lambda match: f" {match[1]} " if match[1] else "", fields[0])).strip()
    check = int(sha1(first.encode("utf-8", "replace")).hexdigest()[:8], 16)
    tags = "".join(f" {tag}" for tag in map(tag_there, leaving.tags) if tag)
    tags = f"{tags} " if tags else ""
    return key, guid, sheet.type.id, now, UNSENT, tags, "\x1f".join(fields), first, check, 0, ""


def tag_there(tag: str) -> str:
    """A tag in Anki's form, which has no blanks."""
    return "_".join(tag.split())


def _add_cards(
    tables: _Tables, leaving: Leaving, sheet: Sheet, place: tuple[int, int, int], progress: Progress, now: int
) -> None:
    key, deck, number = place
    for part, ord_ in sheet.ords.items():
        card = key + ord_
        state, answers = progress.of(leaving, part)
        data = json.dumps(state.data, separators=(",", ":")) if state.data else ""
        due = number + 1 if state.type == NEW else state.due
        learnt = (state.type, state.queue, due, state.interval, state.factor, state.reps, state.lapses)
        tables.cards.append((card, key, deck, ord_, now, UNSENT, *learnt, 0, 0, 0, 0, data))
        for at_ms, *rest in answers:
            while at_ms in tables.reviews:
                at_ms += 1
            tables.reviews[at_ms] = (at_ms, card, UNSENT, *rest)


def _zipped(collection: bytes, media: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("collection.anki2", collection)
        for number, (name, data) in enumerate(media.items()):
            packed = name.rpartition(".")[2].lower() in _STORED
            archive.writestr(str(number), data, zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED)
        listed = {str(number): name for number, name in enumerate(media)}
        archive.writestr("media", json.dumps(listed, ensure_ascii=False))
    return out.getvalue()
