"""What several writers need: the notes to be exported, what each says beyond its kind, and what is lost."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from msgspec import NODEFAULT
from msgspec.structs import FieldInfo, fields

from quizapp.core.deck import Note
from quizapp.core.problems import Problem, Where
from quizapp.formats.base import Shipped
from quizapp.formats.markup import images

_BEYOND: Final = (
    "tags", "hint", "explain", "source", "status", "by", "as_of", "valid_until", "image", "media", "not_with",
    "group", "note",
)  # fmt: skip
"""Keys that any card may have, and that some format may have no place for."""


class Leaving(NamedTuple):
    """A note on its way out."""

    shipped: Shipped
    note: Note

    @property
    def where(self) -> Where:
        return Where(self.shipped.deck.path, self.note.span.line)

    @property
    def front(self) -> str:
        """For messages."""
        return self.note.front(self.note.parts[0]) if self.note.parts else ""

    @property
    def tags(self) -> tuple[str, ...]:
        """The note's own and its deck's."""
        return tuple(dict.fromkeys((*self.shipped.deck.tags, *self.note.tags)))


def notes(shipped: tuple[Shipped, ...]) -> Iterator[Leaving]:
    """All notes of all decks, in order."""
    for one in shipped:
        for note in one.deck.notes:
            yield Leaving(one, note)


def said(leaving: Leaving) -> tuple[str, ...]:
    """The keys that a note says, its kind's own first, without those that say what holds anyway."""
    question = leaving.note.question
    own = [one.encode_name for one in fields(question) if getattr(question, one.name) != _unsaid(one)]
    return (*own, *(key for key in _BEYOND if getattr(leaving.note, key) and key not in own))


def _unsaid(one: FieldInfo) -> Any:
    """What a key is where it is not said; of one that must be said, a value that it never has."""
    return one.default if one.default_factory is NODEFAULT else one.default_factory()


def lost_parts(leaving: Leaving, label: str, held: frozenset[str]) -> Iterator[Problem]:
    """A warning for each key of a card that the format has no place for. held: those that it has."""
    for key in said(leaving):
        if key not in held:
            args = {"what": key, "format": label}
            yield Problem(code="export_lost", where=leaving.where, args=args, card=leaving.front)


def refused(leaving: Leaving, label: str) -> Problem:
    """A card that cannot go at all."""
    args = {"kind": leaving.note.kind.label, "format": label}
    return Problem(code="export_kind", where=leaving.where, args=args, card=leaving.front)


def changed(leaving: Leaving, what: str, became: str, label: str) -> Problem:
    """A part of a card that becomes something else there."""
    args = {"what": what, "became": became, "format": label}
    return Problem(code="export_changed", where=leaving.where, args=args, card=leaving.front)


def own_keys(leaving: Leaving) -> frozenset[str]:
    """The keys of a note's kind."""
    return frozenset(one.encode_name for one in fields(leaving.note.question))


def named_files(leaving: Leaving, *, sounds: bool = True) -> tuple[str, ...]:
    """Paths of the pictures and sounds that a note names, from its deck's folder."""
    note = leaving.note
    texts = (*note.kind.texts(note.question), note.explain, *note.hint)
    named = [*note.files, *(path for text in texts for path in images(text))]
    return tuple(path for path in dict.fromkeys(named) if sounds or path != note.media)


def missing_files(leaving: Leaving) -> Iterator[Problem]:
    """A warning for each file that a card names and that is not there."""
    for path in named_files(leaving):
        if leaving.shipped.folder(path) is None:
            args = {"name": path}
            yield Problem(code="export_media_missing", where=leaving.where, args=args, card=leaving.front)
