"""Changes behind the folds, which take long: in a thread; the window lives and nobody else writes."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from quizapp.store.database import Database
from quizapp.ui.busysheet import BusySheet
from quizapp.ui.services import Services
from quizapp.ui.work import Job, Progress, Work

Change = Callable[[Database, Progress], Path]
"""Changes the progress, on a connection of its own; the copy of what was there. It may be given up wherever
it tells how far it is."""


class _GivenUpError(Exception):
    """Raised out of a change that is not wanted any more."""


class _Wish:
    """Said in the window's thread, read in the worker's."""

    given_up = False


class Told(NamedTuple):
    """Whom to tell: bound methods, called in the window's thread."""

    done: Callable[[Path], None]
    given_up: Callable[[], None]
    failed: Callable[[Exception], None]


class Overhaul(QObject):
    """One change at a time. What works on the progress stops before, and all is read anew after."""

    def __init__(self, services: Services, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._work = services, work
        self._sheet: BusySheet | None = None
        self._wish = _Wish()
        self._told: Told | None = None

    def run(self, change: Change, told: Told, over: QWidget, title: str) -> Job | None:
        """Make a change, with a sheet over this widget's window; None while another is being made."""
        if self._told is not None:
            return None
        self._told, self._wish = told, _Wish()
        about = self.tr("A copy is made first. Nothing else can be done until this has ended.")
        self._sheet = BusySheet(title, about, over)
        self._sheet.given_up.connect(self._give_up)
        self._services.replacing.emit()
        self._sheet.open()
        job = self._work.run(
            _changed,
            self._services.db,
            change,
            self._wish,
            on_done=self._on_done,
            on_failed=self._on_failed,
            on_progress=self._on_progress,
        )
        job.ended.connect(self._sheet.finish)  # before any word of it, also when the window goes
        return job

    def _give_up(self) -> None:
        self._wish.given_up = True

    def _on_progress(self, done: int, total: int) -> None:
        if self._sheet is not None:
            self._sheet.show_progress(done, total)

    def _on_done(self, before: Path | None) -> None:
        told = self._end()
        if before is None:
            told.given_up()
        else:
            told.done(before)

    def _on_failed(self, error: Exception) -> None:
        self._end().failed(error)

    def _end(self) -> Told:
        """The window is free again, and reads what is there now."""
        assert self._told is not None
        told, self._told = self._told, None
        self._sheet = None
        self._services.renew(self)
        return told


def _changed(db: Database, change: Change, wish: _Wish, *, progress: Progress) -> Path | None:
    """For a worker. None: it was given up."""

    def step(done: int, total: int) -> None:
        if wish.given_up:
            raise _GivenUpError
        progress(done, total)

    try:
        with db.twin() as twin:
            return change(twin, step)
    except _GivenUpError:
        return None
