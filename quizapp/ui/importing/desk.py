"""The door to imports: reads a source in the background, as often as it is to be read otherwise."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from quizapp.core.reviews import Moment
from quizapp.formats.base import Source
from quizapp.store import import_files, past_reviews
from quizapp.store.examining import Examined, examine
from quizapp.store.import_files import Done, Undone
from quizapp.store.import_progress import log_progress
from quizapp.store.past_reviews import ReviewsReport
from quizapp.ui.kit import Kit
from quizapp.ui.services import Changes
from quizapp.ui.work import Job, Progress

if TYPE_CHECKING:
    from quizapp.store.database import Database


class Wanted(Struct, frozen=True, kw_only=True):
    """How a source is to be read, and where it is to go."""

    format: str = ""
    """"" for the likeliest."""
    choices: Mapping[str, str] = {}
    into: Path | None = None
    """The deck that gets all cards; None: new ones, or those that came from this source before."""
    progress: bool = False
    """Answers come along."""


class ImportDesk(QObject):
    """One source at a time. What was asked for last is what is shown; older readings are dropped."""

    examined = Signal(object)
    """An Examined."""
    failed = Signal(object)
    """An exception: nothing was changed."""
    busy = Signal(bool)
    """It has been reading or writing for a while, or is done."""
    progressed = Signal(int, int)
    written = Signal(object)
    """A Done, or a ReviewsReport where answers came by themselves."""
    undone = Signal(object)
    """An Undone."""

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._job: Job | None = None
        self._source: Source | None = None
        self._examined: Examined | None = None
        self._done: Done | None = None
        self.wanted = Wanted()

    @property
    def done(self) -> Done | None:
        """The import that `undo` takes back."""
        return self._done

    def open(self, source: Source) -> None:
        """Another source."""
        self._source, self._done = source, None
        self.want(Wanted())

    def want(self, wanted: Wanted) -> None:
        """Read the source like this."""
        self.wanted, self._examined = wanted, None
        source = self._source
        if source is not None:
            args = (source, wanted.format, wanted.choices, self._kit.decks, wanted.into)
            self._start(self._kit.work.run(
                _examine, self._kit.services.db, *args,
                on_done=self._take_examined, on_failed=self._fail, on_progress=self._progress,
            ))  # fmt: skip

    def write(self) -> None:
        """Import what was examined."""
        found = self._examined
        if found is None:
            return
        services = self._kit.services
        args = (found, self._kit.data, services.new_id(), self.wanted.progress)
        self._start(
            self._kit.work.run(
                _write,
                services.db,
                *args,
                on_done=self._take_written,
                on_failed=self._fail,
                on_progress=self._progress,
            )
        )

    def undo(self) -> None:
        """Take the import back."""
        if self._done is not None:
            job = self._kit.work.run(
                _undo,
                self._kit.services.db,
                self._kit.data,
                self._done,
                on_done=self._take_undone,
                on_failed=self._fail,
            )
            self._start(job)

    def stop(self) -> None:
        """Nobody waits for a reading any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self.busy.emit(False)

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

    def _take_examined(self, found: Examined) -> None:
        self._end()
        self._examined = found
        self.examined.emit(found)

    def _take_written(self, done: "Done | ReviewsReport") -> None:
        self._end()
        self._done = done if isinstance(done, Done) else None
        self._examined = None
        self.written.emit(done)
        self._kit.services.changed.emit(Changes(progress=True, by=self))

    def _take_undone(self, undone: Undone) -> None:
        self._end()
        self._done = None
        self.undone.emit(undone)
        self._kit.services.changed.emit(Changes(progress=True, by=self))

    def _fail(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)


def _examine(
    db: "Database",
    source: Source,
    name: str,
    choices: Mapping[str, str],
    folder: Path,
    into: Path | None,
    progress: Progress,
) -> Examined:
    """For a worker: on a connection of its own."""
    with db.twin() as twin:
        return examine(twin, source, name, choices, folder, into, progress)


def _write(
    db: "Database", found: Examined, data: Path, import_id: str, with_progress: bool, progress: Progress
) -> Done | ReviewsReport:
    """For a worker: write what was planned, with the answers if that is wanted."""
    with db.twin() as twin:
        if found.imported.reviews:
            zone = Moment(0, _zone(found), twin.now().rollover_h)
            return past_reviews.take_in(twin, found.imported.reviews, zone=zone)
        moment = twin.now()
        return import_files.write(
            found.plan,
            data,
            import_id,
            backups=data / "deck-backups",
            tick=progress,
            session=(lambda: log_progress(twin, found.plan, moment).session_id) if with_progress else str,
        )


def _zone(found: Examined) -> int:
    return next((int(one.value) for one in found.imported.choices if one.key == "zone"), 0)


def _undo(db: "Database", data: Path, done: Done) -> Undone:
    """For a worker."""
    with db.twin() as twin:
        if done.session_id:
            past_reviews.take_back(twin, done.session_id)
    return import_files.undo(data, done)
