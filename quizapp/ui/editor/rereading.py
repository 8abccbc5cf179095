"""Reading the text again while it is written: in the background, after a pause, the newest text alone."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from quizapp.core.problems import Problem
from quizapp.formats import yaml_deck
from quizapp.formats.yaml_deck import Loaded
from quizapp.formats.yaml_edit import Item
from quizapp.ui.editor.layout import items
from quizapp.ui.work import Job, Work

if TYPE_CHECKING:
    from quizapp.core.deck import Note

PAUSE_MS = 150
"""A pause in typing after which the text is read."""


class Reread(Struct, frozen=True):
    """A text as it was last read, card by card."""

    text: str | None = None
    """None: nothing was read yet."""
    loaded: Loaded = Loaded(None)
    lines: tuple[int, ...] = ()
    """Where each card begins."""
    notes: "tuple[Note | None, ...]" = ()
    """The card there, None if it has an error."""
    working: "tuple[Note | None, ...]" = ()
    """The same, or what it was when it last had none."""
    problems: dict[int, tuple[Problem, ...]] = {}
    """Index of a card -> what is wrong with it; -1: with the rest of the file."""

    def followed_by(self, text: str, loaded: Loaded, lines: Sequence[int]) -> "Reread":
        """What a later text says."""
        found: dict[int, Note] = {}
        for note in loaded.deck.notes if loaded.deck else ():
            found[bisect_right(lines, note.span.line) - 1] = note
        notes = tuple(found.get(index) for index in range(len(lines)))
        problems: dict[int, tuple[Problem, ...]] = {}
        for problem in loaded.problems:
            index = bisect_right(lines, problem.where.line) - 1
            problems[index] = (*problems.get(index, ()), problem)
        before = self._in_place_of(notes)
        working = tuple(note or old for note, old in zip(notes, before, strict=True))
        return Reread(text, loaded, tuple(lines), notes, working, problems)

    def _in_place_of(self, notes: "Sequence[Note | None]") -> "list[Note | None]":
        """For each card, the one that stood in its place: cards are added and taken away at one spot."""
        old = self.working
        kept, added = min(len(notes), len(old)), len(notes) - len(old)
        fronts, before = [*map(_fronts, notes)], [*map(_fronts, old)]
        if added:
            at = _spot(fronts, before, kept)
            return [*old[:at], *[None] * max(0, added), *old[at + max(0, -added) :]]
        return list(old)

    def note(self, index: int) -> "Note | None":
        return self.notes[index] if 0 <= index < len(self.notes) else None

    def last(self, index: int) -> "Note | None":
        """The card as it last could be read."""
        return self.working[index] if 0 <= index < len(self.working) else None

    def problems_of(self, index: int) -> tuple[Problem, ...]:
        return self.problems.get(index, ())


def _fronts(note: "Note | None") -> str | None:
    return None if note is None else note.front(next(iter(note.parts), ""))


def _spot(fronts: Sequence[str | None], before: Sequence[str | None], kept: int) -> int:
    """Before which card others came or went, if as many as can be are to stay what they were."""
    head = [0, *accumulate(_same(*pair) for pair in zip(fronts[:kept], before, strict=False))]
    ends = zip(reversed(fronts), reversed(before), strict=False)
    tail = [0, *accumulate(_same(*pair) for pair in islice(ends, kept))]
    return max(range(kept + 1), key=lambda at: (head[at] + tail[kept - at], at))


def _same(front: str | None, before: str | None) -> bool:
    return front is not None and front == before


class Rereading(QObject):
    """Reads one text at a time; a newer one waits for the end of the one before."""

    due = Signal()
    """The pause is long enough: `start` with the present text."""
    done = Signal(str, object)
    """The text that was read; its Loaded, and its items."""

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._job: Job | None = None
        self._next: tuple[str, str] | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.due)
        self._reading = ""
        self._before = Loaded(None)  # what it read need not be read again

    def wait(self) -> None:
        """The text is another; read it after a pause."""
        self._pause.start()

    def start(self, text: str, path: str) -> None:
        """Read a text now, or as soon as the one before is read."""
        self._pause.stop()
        if self._job is not None:
            self._next = (text, path)
            return
        self._reading = text
        self._job = self._work.run(
            _read, text, path, self._before, on_done=self._take, on_failed=self._give_up
        )

    def _take(self, found: tuple[Loaded, tuple[Item, ...]]) -> None:
        text, self._job = self._reading, None
        self._before = found[0]
        self.done.emit(text, found)
        self._go_on()

    def _give_up(self, error: Exception) -> None:
        self._job = None
        self._go_on()

    def _go_on(self) -> None:
        if self._next is not None:
            following, self._next = self._next, None
            self.start(*following)


def _read(text: str, path: str, before: Loaded) -> tuple[Loaded, tuple[Item, ...]]:
    loaded = yaml_deck.read(text.encode("utf-8", "surrogateescape"), path, kept=before.kept)
    return loaded, items(text, broken=loaded.broken)
