"""The door to imports: reads sources in the background, as often as they are to be read otherwise."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from quizapp.core.reviews import Moment
from quizapp.formats.base import Source
from quizapp.formats.sources import open_source
from quizapp.store import import_files, past_reviews
from quizapp.store.examining import Examined, Wanted, examine
from quizapp.store.import_files import Done, Logged, Undone
from quizapp.store.import_progress import log_progress, take_back
from quizapp.store.past_reviews import ReviewsReport
from quizapp.ui.kit import Kit
from quizapp.ui.services import Changes
from quizapp.ui.work import Job, Progress

if TYPE_CHECKING:
    from quizapp.store.database import Database


class Made(Struct, frozen=True, kw_only=True):
    """What became of one source."""

    found: Examined
    done: Done | None = None
    """None: only answers came."""
    answers: ReviewsReport | None = None


class ImportDesk(QObject):
    """One source after the other. What was asked for last is what is shown; older readings are dropped."""

    examined = Signal(object)
    """An Examined."""
    failed = Signal(object)
    """An exception: nothing was changed."""
    busy = Signal(bool)
    """It has been reading or writing for a while, or is done."""
    progressed = Signal(int, int)
    written = Signal(object)
    """A Made, of the last source; `made` has all."""
    undone = Signal(object)
    """An Undone."""
    listed = Signal(object)
    """The imports that can be taken back, newest first: a tuple of Done."""

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._job: Job | None = None
        self._looking: Job | None = None
        self._waiting: list[Path | Source] = []
        self._source: Path | Source | None = None
        self._examined: Examined | None = None
        self.writes = False
        """An import is being written."""
        self.count = 0
        """Of all sources that were given."""
        self.made: list[Made] = []
        """What was imported of them."""
        self.refused: list[str] = []
        """Why sources that were given could not be read, translated."""
        self.wanted = Wanted()

    @property
    def refusal(self) -> str:
        """The same, said together."""
        return " ".join(self.refused)

    @property
    def at(self) -> int:
        """Number of the present source, from 1."""
        return self.count - len(self._waiting)

    def open(self, sources: Sequence[Path | Source]) -> None:
        """Other sources, in this order."""
        self._waiting, self.count = list(sources), len(sources)
        self.made, self.refused = [], []
        self.wanted = Wanted()
        self.skip()

    def skip(self) -> bool:
        """On to the next source, with the same target; False if there is none."""
        if not self._waiting:
            return False
        self._source = self._waiting.pop(0)
        self.want(Wanted(into=self.wanted.into))
        return True

    def want(self, wanted: Wanted) -> None:
        """Read the source like this."""
        self.wanted, self._examined = wanted, None
        if self._source is not None:
            self._start(self._kit.work.run(
                _examine, self._kit.services.db, self._source, wanted, self._kit.decks,
                on_done=self._take_examined, on_failed=self._fail, on_progress=self._progress,
            ))  # fmt: skip

    def write(self) -> None:
        """Import what was examined."""
        found, services = self._examined, self._kit.services
        if found is not None:
            self._start(self._kit.work.run(
                _write, services.db, found, self._kit.data, services.new_id(), self.wanted.progress,
                on_done=self._take_written, on_failed=self._fail, on_progress=self._progress,
            ))  # fmt: skip
            self.writes = True

    def undo(self) -> None:
        """Take all that was just imported back."""
        self.take_back(tuple(made.done for made in reversed(self.made) if made.done is not None))

    def take_back(self, done: Sequence[Done]) -> None:
        """Take imports back, in this order."""
        if done:
            self._start(self._kit.work.run(
                _undo, self._kit.services.db, self._kit.data, done,
                on_done=self._take_undone, on_failed=self._fail,
            ))  # fmt: skip

    def look(self) -> None:
        """Which imports can be taken back?"""
        if self._looking is not None:
            self._looking.cancel()
        self._looking = self._kit.work.run(
            import_files.listing, self._kit.data, on_done=self.listed.emit, on_failed=self._fail
        )
        self._looking.ended.connect(self._forget_looking)

    def _forget_looking(self) -> None:
        self._looking = None

    def stop(self) -> None:
        """Nobody waits for anything any more."""
        if self._looking is not None:
            self._looking.cancel()
        if self._job is not None:
            self._job.cancel()
            self._end()

    def _start(self, job: Job) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job, self.writes = job, False
        job.slow.connect(self._say_busy)

    def _say_busy(self) -> None:
        self.busy.emit(True)

    def _progress(self, done: int, total: int) -> None:
        self.progressed.emit(done, total)

    def _end(self) -> None:
        self._job, self.writes = None, False
        self.busy.emit(False)

    def _take_examined(self, found: Examined) -> None:
        self._end()
        self._examined = found
        self.examined.emit(found)

    def _take_written(self, made: Made) -> None:
        self._end()
        self._examined = None
        self.made.append(made)
        self.written.emit(made)
        self._kit.services.changed.emit(Changes(progress=True, by=self))

    def _take_undone(self, undone: Undone) -> None:
        self._end()
        self.made = []
        self.undone.emit(undone)
        self._kit.services.changed.emit(Changes(progress=True, by=self))

    def _fail(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)


def _examine(
    db: "Database", source: Path | Source, wanted: Wanted, folder: Path, progress: Progress
) -> Examined:
    """For a worker: on a connection of its own."""
    opened = open_source(source) if isinstance(source, Path) else source
    with db.twin() as twin:
        return examine(twin, opened, wanted, folder, progress)


def _write(
    db: "Database", found: Examined, data: Path, import_id: str, with_progress: bool, progress: Progress
) -> Made:
    """For a worker: write what was planned, with the answers if that is wanted."""
    with db.twin() as twin:
        if found.imported.reviews:
            zone = Moment(0, _zone(found), twin.now().rollover_h)
            return Made(found=found, answers=past_reviews.take_in(twin, found.imported.reviews, zone=zone))
        moment = twin.now()
        done = import_files.write(
            found.plan,
            data,
            import_id,
            backups=data / "deck-backups",
            tick=progress,
            session=(lambda: log_progress(twin, found.plan, moment)) if with_progress else Logged,
        )
        return Made(found=found, done=done)


def _zone(found: Examined) -> int:
    return next((int(one.value) for one in found.imported.choices if one.key == "zone"), 0)


def _undo(db: "Database", data: Path, done: Sequence[Done]) -> Undone:
    """For a worker."""
    with db.twin() as twin:
        for one in done:
            take_back(twin, one.logged)
    undone = [import_files.undo(data, one) for one in done]
    return Undone(sum(one.restored for one in undone), tuple(path for one in undone for path in one.kept))
