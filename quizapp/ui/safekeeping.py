"""The door to copies of the progress, its deep check and what is saved of a damaged file: reads run in the
background, on connections of their own; the last step of a restore is the
window's, and nothing else is done while a repair or a purge changes the file."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from quizapp import __version__
from quizapp.core.problems import Problem
from quizapp.formats import log_files
from quizapp.formats.log_lines import FORMAT, Header
from quizapp.store import backup_folders, backups, compact, contents, exporting, integrity, restoring, salvage
from quizapp.store.backups import Backup, Made
from quizapp.store.contents import Contents
from quizapp.store.database import Database
from quizapp.ui.overhaul import Overhaul, Told
from quizapp.ui.services import Services
from quizapp.ui.work import Job, Progress, Work

Done = Callable[[Any], None]
Failed = Callable[[Exception], None]


class Kept(Struct, frozen=True):
    """A copy and what is in it."""

    backup: Backup
    contents: Contents


class Shelf(Struct, frozen=True):
    """All copies, newest first; files that were set aside; what is wrong with the folder of copies."""

    copies: tuple[Kept, ...]
    damaged: tuple[Path, ...]
    place: Path
    """Where the next copy goes."""
    told: Problem | None


def look(db: Database, progress: Progress) -> Shelf:
    """For a worker: what copies there are, and what is in them."""
    with db.twin() as twin:
        wanted = backup_folders.wanted(twin)
        listed = backups.listing(twin.folder)
        found = contents.look_at_all(twin.folder, [one.path for one in listed], progress)
        told = backup_folders.usable(wanted) if wanted else None
        place = wanted if wanted and told is None else backup_folders.beside(twin.folder)
        kept = tuple(Kept(one, found[one.path]) for one in listed if one.path in found)
        return Shelf(kept, salvage.damaged_files(twin.folder), place, told)


def _save(db: Database) -> Made:
    with db.twin() as twin:
        return backups.save(twin)


def _prepare(db: Database, path: Path) -> restoring.Prepared:
    with db.twin() as twin:
        return restoring.prepare(twin, path)


def _check(db: Database, progress: Progress) -> integrity.Report:
    with db.twin() as twin:
        return integrity.check(twin, progress)


def _salvage(db: Database, damaged: Path) -> salvage.Salvaged:
    with db.twin() as twin:
        return salvage.salvage(twin, damaged)


def _preview(db: Database) -> compact.Preview:
    with db.twin() as twin:
        return compact.preview(twin)


def _export(db: Database, path: Path) -> int:
    with db.twin() as twin:
        header = Header(format=FORMAT, app=__version__, device=twin.device_id)
        return log_files.create(path, header, exporting.export(twin))


class Safekeeping(QObject):
    """Each method runs one thing; `done` and `failed` are bound methods, called in the window's thread."""

    def __init__(self, services: Services, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._work = services, work
        self._overhaul = Overhaul(services, work, self)

    def look(self, done: Done, failed: Failed, progressed: Progress) -> Job:
        """A Shelf."""
        return self._run(look, on_done=done, on_failed=failed, on_progress=progressed)

    def save(self, done: Done, failed: Failed) -> Job:
        """Copy the progress now: a Made."""
        return self._run(_save, on_done=done, on_failed=failed)

    def compare(self, path: Path, done: Done, failed: Failed) -> Job:
        """What a restore would change: a Comparison."""
        folder = self._services.db.folder
        return self._work.run(restoring.compare, folder, path, on_done=done, on_failed=failed)

    def prepare(self, path: Path, done: Done, failed: Failed) -> Job:
        """Make ready what is to be put in place: a Prepared, for `put`."""
        return self._run(_prepare, path, on_done=done, on_failed=failed)

    def salvage(self, damaged: Path, done: Done, failed: Failed) -> Job:
        """Read a damaged file and join it with the rest: a Salvaged, whose `prepared` is for `put`."""
        return self._run(_salvage, damaged, on_done=done, on_failed=failed)

    def check(self, done: Done, failed: Failed, progressed: Progress) -> Job:
        """The deep check: a Report."""
        return self._run(_check, on_done=done, on_failed=failed, on_progress=progressed)

    def preview(self, done: Done, failed: Failed) -> Job:
        """What `compact` would delete: a Preview."""
        return self._run(_preview, on_done=done, on_failed=failed)

    def export(self, path: Path, done: Done, failed: Failed) -> Job:
        """Write the whole log into a file of that name: the number of its records."""
        return self._run(_export, path, on_done=done, on_failed=failed)

    def compact(self, told: Told, over: QWidget, title: str) -> Job | None:
        """Let go of what was deleted for good, with a sheet over the window: the copy of what was there."""
        return self._overhaul.run(compact.compact, told, over, title)

    def put(self, prepared: restoring.Prepared, by: object) -> Made:
        """Put it in place; the copy of what was there."""
        return self._services.replace(lambda db: restoring.put(db, prepared), by)

    def repair(self, told: Told, over: QWidget, title: str) -> Job | None:
        """Bring back what follows from the log, with a sheet over the window: the copy of what was there."""
        return self._overhaul.run(integrity.repair, told, over, title)

    def _run(self, fn: Callable[..., Any], *args: Any, **callbacks: Any) -> Job:
        return self._work.run(fn, self._services.db, *args, **callbacks)
