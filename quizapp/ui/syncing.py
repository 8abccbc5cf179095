"""The synced folder while the window is open: at the start, after sittings and at the end."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from quizapp.core.notices import Notice
from quizapp.core.problems import Problem, QuizError
from quizapp.store.database import Database
from quizapp.ui.services import Changes, Services
from quizapp.ui.work import Work

if TYPE_CHECKING:
    from quizapp.store.sync import Synced


_GAP_S = 0.015
"""So that an answer given meanwhile is written at once."""
_ON_ITS_WAY = "sync_unfinished"
"""A drive may be bringing the file just now: told if it is so at the next look as well."""


class Syncing(QObject):
    """Keeps this machine and a folder in step, where the settings name one."""

    told = Signal(object)
    """A Notice, for home: what came, or what went wrong; each thing once."""

    def __init__(
        self,
        services: Services,
        work: Callable[[], Work],
        home: QWidget,
        parent: QObject | None = None,
        *,
        folder: Path | None = None,
    ) -> None:
        """home: whoever is back there has ended a sitting; folder: in place of that in the settings."""
        super().__init__(parent)
        self._services, self._work, self._given = services, work, folder
        self._due = False
        """Something was logged or set that may not be in the folder yet."""
        self._busy = self._held = False
        self._said: set[tuple[str, str]] = set()
        self._waiting: set[str] = set()
        """Files that had not arrived in full at the last look."""
        self._folder = self.folder
        services.changed.connect(self._take_changes)
        services.replacing.connect(self._wait)
        home.installEventFilter(self)

    @property
    def folder(self) -> Path | None:
        """The folder that is in use; None: none is."""
        named = self._services.settings.sync_folder
        return self._given or (Path(named) if named else None)

    def start(self) -> None:
        """Write what is new here, read what is new there; later, if it is being done."""
        self._due = True
        if self._busy or self._held or self.folder is None:
            return
        self._due, self._busy = False, True
        self._work().run(
            _sync, self._services.db, self.folder, on_done=self._take, on_failed=self._take_failure
        )

    def finish(self) -> None:
        """The window has closed: write what is new here, so that the other machines find it."""
        if self._due and self.folder is not None:
            try:
                _write(self._services.db, self.folder)
            except QuizError:
                return  # told at the next start, if it is still so

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._due:
            self.start()
        return super().eventFilter(watched, event)

    def _wait(self) -> None:
        """Another progress is put in place: not before that is there."""
        self._held = True

    def _take_changes(self, changes: Changes) -> None:
        if changes.by is self:
            return
        self._held = self._held and not changes.replaced
        self._due = True
        if changes.settings and self.folder != self._folder:
            self._folder = self.folder
            self.start()

    def _take(self, synced: "Synced") -> None:
        self._busy = False
        merged = synced.merged
        if merged.is_new:
            if merged.settings:
                self._services.settings_changed(self)
            self._services.changed.emit(Changes(progress=True, library=True, by=self))
            self.told.emit(Notice(kind="arrived", did=self._words(merged.reviews)))
        for problem in (*synced.problems, *merged.problems):
            if problem.code != _ON_ITS_WAY or problem.args["file"] in self._waiting:
                self._tell(problem)
        self._waiting = {one.args["file"] for one in synced.problems if one.code == _ON_ITS_WAY}

    def _take_failure(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, QuizError):  # the hooks tell any other
            self._tell(Problem(code=error.code, args=error.args_by_name))

    def _words(self, answers: int) -> str:
        if not answers:
            return self.tr("What you changed on your other machines is here now.")
        return self.tr("%n answers from your other machines are here now.", "", answers)

    def _tell(self, problem: Problem) -> None:
        """The same is told once while the window is open."""
        key = (problem.code, str(problem.args or problem.where))
        if key not in self._said:
            self._said.add(key)
            self.told.emit(Notice(kind="sync", problem=problem))


def _sync(db: Database, folder: Path) -> "Synced":
    """On a connection of the worker's own. A copy is made before, if there is none of this study day."""
    from quizapp.store import backups, sync

    with db.twin() as twin:
        backups.daily(twin)
        return sync.sync(twin, folder, gap=_GAP_S)


def _write(db: Database, folder: Path) -> None:
    from quizapp.store import sync

    sync.write(db, folder)
