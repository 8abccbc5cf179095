"""Papers of the decks that come with the app, made without any store."""

from pathlib import Path

from quizapp.core.attempt import Posed
from quizapp.core.choices import Neighbours
from quizapp.core.context import Contexts
from quizapp.core.kinds.base import Context
from quizapp.core.papers import pose
from quizapp.core.plan import Asking
from tests.course import deck


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
