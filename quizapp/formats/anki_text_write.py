"""Decks as Anki’s text: a note a line, with guid, note type and deck, for the types that every Anki has."""

import re
from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Final, NamedTuple

from quizapp.core.kinds.base import Question
from quizapp.core.kinds.basic import Basic
from quizapp.core.kinds.cloze import Cloze
from quizapp.core.kinds.typed import TypedQuestion
from quizapp.core.problems import Problem
from quizapp.formats.anki_gaps import cloze_html, hole_numbers
from quizapp.formats.anki_media import MediaOut
from quizapp.formats.anki_sheet import Html, deck_name, guid_of, html_of, image
from quizapp.formats.base import Shipped, Tick, Written, no_tick
from quizapp.formats.in_words import UNSPEAKABLE, sides
from quizapp.formats.leaving import Leaving, changed, lost_parts, missing_files, notes, own_keys, refused

MEDIA_FOLDER: Final = "collection.media"
"""As the folder of Anki's is called into which its files are put by hand."""
_HEADER: Final = (
    "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n"
)
_ODD: Final = re.compile(r"[\t\n\r\"]|^[#\s]|\s$")
_BEYOND: Final = frozenset({"tags", "image", "alt", "media"})
_TICKS: Final = 500


class _Sides(NamedTuple):
    """The two fields of a note, as HTML, and the note type that they are of."""

    type: str
    front: str
    back: str


def _basic(leaving: Leaving, html: Html) -> _Sides:
    question = leaving.note.question
    assert isinstance(question, Basic)
    type_ = "Basic (and reversed card)" if question.reverse else "Basic"
    return _Sides(type_, html(question.q), html(question.a))


def _typed(leaving: Leaving, html: Html) -> _Sides:
    question = leaving.note.question
    assert isinstance(question, TypedQuestion)
    return _Sides("Basic (type in the answer)", html(question.q), html(question.a))


def _cloze(leaving: Leaving, html: Html) -> _Sides:
    question = leaving.note.question
    assert isinstance(question, Cloze)
    text = cloze_html(question.cloze, hole_numbers(question.cloze), html)
    return _Sides("Cloze", text, html(leaving.note.explain))


_MAKERS: Final[Mapping[type[Question], tuple[Callable[[Leaving, Html], _Sides], frozenset[str]]]] = {
    Basic: (_basic, frozenset({"q", "a", "reverse"})),
    TypedQuestion: (_typed, frozenset({"q", "a", "typed"})),
    Cloze: (_cloze, frozenset({"cloze", "explain"})),
}
"""Kinds that Anki's own note types hold: how, and which of their keys."""


def _in_words(leaving: Leaving, html: Html) -> _Sides:
    spoken = sides(leaving)
    return _Sides("Basic", html(spoken.front), html(spoken.back))


def lost(shipped: tuple[Shipped, ...], label: str) -> Iterator[Problem]:
    """What becomes something else, or has no place."""
    for leaving in notes(shipped):
        kind = type(leaving.note.question)
        if kind in UNSPEAKABLE:
            yield refused(leaving, label)
            continue
        if kind not in _MAKERS:
            yield changed(leaving, leaving.note.kind.label, "front and back", label)
        held = _MAKERS[kind][1] if kind in _MAKERS else own_keys(leaving)
        yield from lost_parts(leaving, label, held | _BEYOND)
        for key, value in (("image", leaving.note.image), ("media", leaving.note.media)):
            if value:
                yield changed(leaving, key, "part of the front", label)
        yield from missing_files(leaving)


def write(shipped: tuple[Shipped, ...], tick: Tick = no_tick) -> Written:
    """The notes of all decks, and the files that they name."""
    media = MediaOut()
    going = [leaving for leaving in notes(shipped) if type(leaving.note.question) not in UNSPEAKABLE]
    lines = [_HEADER]
    for number, leaving in enumerate(going):
        if number % _TICKS == 0:
            tick(number, len(going))
        lines.append("\t".join(map(_cell, _row(leaving, media))) + "\n")
    files = {f"{MEDIA_FOLDER}/{name}": data for name, data in media.files.items()}
    return Written({"notes.txt": "".join(lines).encode("utf-8", "replace"), **files}, len(going))


def _row(leaving: Leaving, media: MediaOut) -> tuple[str, ...]:
    note = leaving.note

    def file(path: str) -> str:
        return media.name(leaving.shipped, path)

    html = html_of(file)
    make = _MAKERS.get(type(note.question), (_in_words, frozenset()))[0]
    made = make(leaving, html)
    picture = image(file(note.image), note.alt) if note.image else ""
    sound = file(note.media) if note.media else ""
    front = f"{made.front}<div>{picture}</div>" if picture else made.front
    front += f"[sound:{escape(sound, quote=False)}]" if sound else ""
    tags = " ".join("_".join(tag.split()) for tag in leaving.tags)
    return guid_of(leaving), made.type, deck_name(leaving.shipped), front, made.back, tags


def _cell(value: str) -> str:
    """A value as Anki reads it back."""
    doubled = value.replace('"', '""')
    return f'"{doubled}"' if _ODD.search(value) else value
