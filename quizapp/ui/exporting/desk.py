"""The door to exports: what a format cannot hold is found out in the background; it writes there, too."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from quizapp.core.problems import Problem
from quizapp.formats import load
from quizapp.formats.base import Shipped
from quizapp.store.shipping import narrowed, ship, with_progress, write_files
from quizapp.ui.kit import Kit
from quizapp.ui.work import Job, Progress

if TYPE_CHECKING:
    from quizapp.store.database import Database


class Freight(Struct, frozen=True, kw_only=True):
    """What is to be taken along, and how."""

    paths: tuple[str, ...]
    """Of the deck files."""
    only: Mapping[str, frozenset[int]] = {}
    """Path of a deck of which only some notes go -> their places in it."""
    format: str
    progress: bool = False
    """With what is known of the cards."""


class Checked(Struct, frozen=True, kw_only=True):
    """What would come of it."""

    freight: Freight
    cards: int
    """Notes that can go."""
    lost: tuple[Problem, ...]
    """Errors: cards that cannot go; warnings: parts of cards."""


class Gone(Struct, frozen=True, kw_only=True):
    """What was written."""

    out: Path
    """A file, or the folder with several."""
    files: int
    cards: int


class ExportDesk(QObject):
    """What was asked for last is what is told."""

    checked = Signal(object)
    """A Checked."""
    written = Signal(object)
    """A Gone."""
    failed = Signal(object)
    """An exception; nothing was written."""
    busy = Signal(bool)
    progressed = Signal(int, int)

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._job: Job | None = None

    def check(self, freight: Freight) -> None:
        """Find out what the format cannot hold."""
        self._start(self._kit.work.run(
            _check, self._kit.services.db, freight,
            on_done=self._take_checked, on_failed=self._fail, on_progress=self._progress,
        ))  # fmt: skip

    def write(self, freight: Freight, out: Path) -> None:
        """Write it there."""
        self._start(self._kit.work.run(
            _write, self._kit.services.db, freight, out,
            on_done=self._take_written, on_failed=self._fail, on_progress=self._progress,
        ))  # fmt: skip

    def stop(self) -> None:
        """Nobody waits for it any more."""
        if self._job is not None:
            self._job.cancel()
            self._end()

    def _start(self, job: Job) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = job
        job.slow.connect(self._say_busy)

    def _say_busy(self) -> None:
        self.busy.emit(True)

    def _progress(self, done: int, total: int) -> None:
        self.progressed.emit(done, total)

    def _end(self) -> None:
        self._job = None
        self.busy.emit(False)

    def _take_checked(self, found: Checked) -> None:
        self._end()
        self.checked.emit(found)

    def _take_written(self, gone: Gone) -> None:
        self._end()
        self.written.emit(gone)

    def _fail(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)


def _load(db: "Database", freight: Freight) -> tuple[Shipped, ...]:
    shipped = narrowed(ship([Path(path) for path in freight.paths]), freight.only)
    return with_progress(db, shipped) if freight.progress else shipped


def _check(db: "Database", freight: Freight, progress: Progress) -> Checked:
    """For a worker."""
    progress(0, 2)
    with db.twin() as twin:
        shipped = _load(twin, freight)
        progress(1, 2)
        lost = load(freight.format).lost(shipped)
    refused = {(one.where.file, one.where.line) for one in lost if one.severity == "error"}
    notes = sum(len(one.deck.notes) for one in shipped)
    return Checked(freight=freight, cards=notes - len(refused), lost=lost)


def _write(db: "Database", freight: Freight, out: Path, progress: Progress) -> Gone:
    """For a worker."""
    with db.twin() as twin:
        shipped = _load(twin, freight)
        written = load(freight.format).write(shipped, progress)
    if len(written.files) > 1:
        out = out.with_suffix("")
    write_files(written, out, shipped)
    return Gone(out=out, files=len(written.files), cards=written.cards)
