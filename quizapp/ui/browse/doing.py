"""What is done to cards from the table, and taken back: each step by events of the log, never by a change."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from quizapp.core.problems import QuizError
from quizapp.core.reviews import EventType
from quizapp.store.browse_rows import Row
from quizapp.ui.report import words_of
from quizapp.ui.services import Services


class Step(Struct, frozen=True):
    """Something that was done."""

    words: str
    """Translated: "4 cards suspended"."""
    back: Callable[[], None]
    """Takes it back."""


class _Mark(Struct, frozen=True):
    """How a state is set and taken away: events, and the row's field that tells."""

    on: EventType
    off: EventType
    state: str


_MARKS: Mapping[str, _Mark] = {
    "flag": _Mark("flag", "unflag", "flagged"),
    "suspend": _Mark("suspend", "unsuspend", "suspended"),
    "bury": _Mark("bury", "unbury", "buried"),
}


class Doings(QObject):
    """Marks cards through the services, and remembers how to undo it."""

    done = Signal(str)
    """What was done or undone, in words."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._steps: list[Step] = []

    @staticmethod
    def states(rows: Sequence[Row]) -> frozenset[str]:
        """The actions that all of these cards have had: to do them once more takes them back."""
        return frozenset(name for name, mark in _MARKS.items() if all(getattr(r, mark.state) for r in rows))

    def toggle(self, name: str, rows: Sequence[Row]) -> None:
        """Flag, suspend or put off all cards; where all are so already, take that back."""
        mark = _MARKS[name]
        on = not all(getattr(row, mark.state) for row in rows)
        ids = [row.card_id for row in rows if getattr(row, mark.state) is not on]
        self._mark(mark.on if on else mark.off, ids)

    def reset(self, rows: Sequence[Row]) -> None:
        """Let cards be as if they had never been studied."""
        self._mark("reset", [row.card_id for row in rows if row.due_day is not None])

    def set_due(self, rows: Sequence[Row], day: int) -> None:
        """Have cards that were studied come back on a study day."""
        self._mark("set_due", [row.card_id for row in rows if row.due_day is not None], {"day": day})

    def _mark(
        self, type_: EventType, ids: Sequence[str], payload: Mapping[str, object] | None = None
    ) -> None:
        if not ids:
            self.done.emit(self.tr("Nothing to change"))
            return
        events = self._services.mark_all(type_, ids, self, payload)
        self.keep(self._words(type_, len(ids)), lambda: self._unmark(events))

    def _unmark(self, events: Sequence[str]) -> None:
        self._services.unmark(events, self)

    def keep(self, words: str, back: Callable[[], None]) -> None:
        """Remember a step that was done."""
        self._steps.append(Step(words, back))
        self.done.emit(words)

    @property
    def last(self) -> Step | None:
        """What an undo takes back next."""
        return self._steps[-1] if self._steps else None

    def can_undo(self, words: str) -> bool:
        """True if this was the last step, and it stands."""
        return self.last is not None and self.last.words == words

    def undo(self) -> None:
        """Take the last step back."""
        if self._steps:
            step = self._steps.pop()
            try:
                step.back()
            except QuizError as error:  # a file was changed meanwhile
                self.done.emit(words_of(error))
                return
            self.done.emit(self.tr("Undone: {what}").format(what=step.words))

    def _words(self, type_: EventType, count: int) -> str:
        return {
            "flag": self.tr("%n cards flagged", "", count),
            "unflag": self.tr("%n flags removed", "", count),
            "suspend": self.tr("%n cards suspended", "", count),
            "unsuspend": self.tr("%n cards brought back", "", count),
            "bury": self.tr("%n cards put off to tomorrow", "", count),
            "unbury": self.tr("%n cards may come today", "", count),
            "reset": self.tr("%n cards start again as new", "", count),
            "set_due": self.tr("%n cards have another due day", "", count),
        }[type_]
