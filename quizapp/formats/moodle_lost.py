"""What Moodle's formats have no place for, card by card, before it is written."""

from collections.abc import Callable, Iterator
from typing import Final

from quizapp.core.problems import Problem
from quizapp.formats.base import Shipped
from quizapp.formats.checking import named_files
from quizapp.formats.leaving import Leaving, lost_parts, notes, refused
from quizapp.formats.moodle_sheet import Sheet

MISSING: Final = "export_media_missing"
Sheets = Callable[[Leaving], Sheet | None]


def lost(
    shipped: tuple[Shipped, ...], label: str, sheets: Sheets, beyond: frozenset[str]
) -> Iterator[Problem]:
    """Warnings for what becomes something else or stays here; an error for each card that cannot go.

    beyond: keys of any card that the format has a place for.
    """
    for leaving in notes(shipped):
        sheet = sheets(leaving)
        if sheet is None:
            yield refused(leaving, label)
            continue
        for what, became in sheet.changed:
            args = {"what": what.capitalize(), "became": became, "format": label}
            yield Problem(code="export_changed", where=leaving.where, args=args, card=leaving.front)
        yield from lost_parts(leaving, label, sheet.held | beyond)


def missing_files(shipped: tuple[Shipped, ...]) -> Iterator[Problem]:
    """Files that cards name and that are not there."""
    for leaving in notes(shipped):
        for name in named_files(leaving.note):
            if leaving.shipped.folder(name) is None:
                yield _named(leaving, MISSING, name=name)


def left_files(shipped: tuple[Shipped, ...], label: str) -> Iterator[Problem]:
    """Files that a format without files leaves behind."""
    for leaving in notes(shipped):
        own = set(leaving.note.files)
        for name in named_files(leaving.note):
            if name not in own:
                yield _named(leaving, "export_lost", what=f"the picture {name}", format=label)


def _named(leaving: Leaving, code: str, **args: str) -> Problem:
    return Problem(code=code, where=leaving.where, args=args, card=leaving.front)
