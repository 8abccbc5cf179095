"""What a package of Anki has no place for, note by note, before it is written."""

from collections.abc import Iterator, Mapping
from typing import Final

from msgspec.structs import fields

from quizapp.core.kinds.base import Question
from quizapp.core.kinds.basic import Basic
from quizapp.core.kinds.choice import Choice
from quizapp.core.kinds.cloze import Cloze
from quizapp.core.kinds.image import Image
from quizapp.core.kinds.multi import Multi
from quizapp.core.kinds.true_false import TrueFalse
from quizapp.core.kinds.typed import TypedQuestion
from quizapp.core.problems import Problem
from quizapp.formats import anki_out, apkg_write
from quizapp.formats.base import Shipped
from quizapp.formats.leaving import Leaving, lost_parts, notes, refused
from quizapp.formats.markup import images

_BEYOND: Final = frozenset({"explain", "hint", "tags", "source", "image", "media"})
_HELD: Final[Mapping[type[Question], frozenset[str]]] = {
    Basic: frozenset({"q", "a", "reverse"}),
    TypedQuestion: frozenset({"q", "a", "typed", "reverse"}),
    Choice: frozenset({"q", "a", "wrong"}),
    Multi: frozenset({"q", "a", "wrong"}),
    TrueFalse: frozenset({"statement", "is"}),
    Cloze: frozenset({"cloze", "typed"}),
    Image: frozenset({"q", "image", "regions", "hide"}),
}
"""Kinds that Anki can be taught, and which of their keys."""


def lost(shipped: tuple[Shipped, ...], label: str) -> Iterator[Problem]:
    """Warnings for what becomes something else or stays here; an error for each card that cannot go."""
    told: set[str] = set()
    for leaving in notes(shipped):
        kind = type(leaving.note.question)
        if kind not in anki_out.MAKERS:
            yield refused(leaving, label)
            continue
        if kind not in _HELD:
            yield _changed(leaving, f"“{leaving.note.kind.label}”", "front and back", label)
        yield from lost_parts(leaving, label, _HELD.get(kind, _own(leaving)) | _BEYOND)
        if any(option.credit for option in getattr(leaving.note.question, "wrong", ())):
            yield Problem(
                code="export_lost",
                where=leaving.where,
                args={"what": "credit", "format": label},
                card=leaving.front,
            )
        yield from _missing(leaving)
        for tag in leaving.tags:
            if tag not in told and apkg_write.tag_there(tag) != tag:
                yield _changed(leaving, f"The tag “{tag}”", f"“{apkg_write.tag_there(tag)}”", label)
            told.add(tag)


def _own(leaving: Leaving) -> frozenset[str]:
    return frozenset(one.encode_name for one in fields(leaving.note.question))


def _changed(leaving: Leaving, what: str, became: str, label: str) -> Problem:
    args = {"what": what, "became": became, "format": label}
    return Problem(code="export_changed", where=leaving.where, args=args, card=leaving.front)


def _missing(leaving: Leaving) -> Iterator[Problem]:
    """Files that a card names and that are not there."""
    note = leaving.note
    texts = (*note.kind.texts(note.question), note.explain, *note.hint)
    named = [*note.files, *(path for text in texts for path in images(text))]
    for path in dict.fromkeys(named):
        if leaving.shipped.folder(path) is None:
            yield Problem(
                code="export_media_missing", where=leaving.where, args={"name": path}, card=leaving.front
            )
