"""Papers of the decks that come with the app, made without any store, and what is to be read in them."""

import re
from collections.abc import Sequence
from pathlib import Path

from quizapp.core.attempt import Posed
from quizapp.core.choices import Neighbours
from quizapp.core.context import Contexts
from quizapp.core.kinds.base import Context
from quizapp.core.papers import pose
from quizapp.core.plan import Asking
from quizapp.core.printed import Printed
from quizapp.formats.markup import to_plain
from tests.course import deck

_MATHS = re.compile(r"\$[^$]*\$|!\[[^\]]*\]\([^)]*\)")
_LETTERS = re.compile(r"[^A-Za-z0-9.]+")


def paper(path: Path, code: str = "kite-8402", ask: Asking = "written") -> tuple[Posed, ...]:
    """Every card of a deck that can be graded, in the order of the deck."""
    found = deck(path)
    contexts = Contexts(found)
    posed = (
        pose(
            f"{path.stem}/{at}#{part}",
            note,
            part,
            found,
            ask=ask,
            code=code,
            topic=found.title,
            neighbours=lambda: Neighbours(found, contexts),
        )
        for at, note, part in found.cards()
        if note.kind.name != "open"
    )
    return tuple(one for one in posed if one is not None)


def context_of(posed: Posed, path: Path) -> Context:
    return posed.context(Contexts(deck(path)).of(posed.note, posed.part))


def squeezed(words: str) -> str:
    """Its Latin letters and digits alone: how spaces and other scripts come out of a PDF differs."""
    return _LETTERS.sub("", words)


def pieces(markdown: str) -> list[str]:
    """What of a Markdown text can be found in a PDF: what is between formulas and pictures."""
    parts = (squeezed(to_plain(part.strip())) for part in _MATHS.split(markdown))
    return [part for part in parts if part]


def of_question(one: Printed) -> list[str]:
    """Number, text and whatever it offers, in order."""
    form = one.form
    offers: list[str] = []
    for name in ("options", "items", "lefts"):
        offers += getattr(form, name, ())
    for blank in getattr(form, "blanks", ()):
        offers += blank.options
    return [f"{one.number}.", *pieces(one.text), *(piece for text in offers for piece in pieces(text))]


def missing_from(read: str, wanted: Sequence[str]) -> str:
    """The first of the pieces that does not follow those before it; "" if all are there, in order."""
    at = 0
    for piece in wanted:
        found = read.find(piece, at)
        if found < 0:
            return piece
        at = found + len(piece)
    return ""
