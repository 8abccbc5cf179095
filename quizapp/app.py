"""The composition root: builds everything once, by hand, and knows all rooms."""

import gc
import logging
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from quizapp import log
from quizapp.core.notices import Notice
from quizapp.core.problems import Problem, QuizError
from quizapp.core.reviews import Moment
from quizapp.core.settings import Settings
from quizapp.paths import AppPaths
from quizapp.profile import clock as clock
from quizapp.store.database import Database
from quizapp.store.folders import Root
from quizapp.store.library import Library
from quizapp.store.steady import SteadyClock
from quizapp.ui import appicon, i18n, interrupts, theme
from quizapp.ui.report import Reporter, words_of
from quizapp.ui.services import Changes, Services
from quizapp.ui.window import Window

if TYPE_CHECKING:
    from quizapp.store.backups import Made
    from quizapp.ui.loading import Loading
    from quizapp.ui.work import Work

COURSE = "U.S. force and organised crime"
"""Title of the included course."""
OWN = "My decks"
EXAMPLES = "examples"
"""Folder of the included decks that documents the format and is not for studying."""

_log = logging.getLogger(__name__)


class App(QObject):
    """All parts of a running app, joined. `close` it before the process ends."""

    ready = Signal()
    """The shelf is as the deck files are."""

    def __init__(
        self,
        paths: AppPaths,
        *,
        now: Callable[[], Moment] = clock,
        entropy: Callable[[int], bytes] = os.urandom,
        synced: Path | None = None,
    ) -> None:
        """now: the hour at which a day starts is taken from the settings; synced: the folder shared with
        other machines, in place of that in the settings. QuizError if the learner's data cannot be opened."""
        super().__init__()
        self._synced = synced
        self._clock = SteadyClock(now)
        self._day_start = Settings().day_start_hour
        self._backed_up = 0
        """The study day whose copy was seen to."""
        self.db = Database.open(paths.data, now=self._now, entropy=entropy)
        self._clock_told = self._clock.begin(self.db)
        paths.decks.mkdir(parents=True, exist_ok=True)
        self._paths = paths
        self.library = Library(self.db, ())
        self.services = Services(self.db, self.library, trace=log.trace, parent=self)
        self.loading: Loading | None = None
        if language := self.services.settings.language:
            i18n.speak(_application(), paths.bundled_assets / "translations", language)
        self._take_settings()
        self.window = Window(self.services, decks=paths.decks, data=paths.data)
        self.window.painted.connect(self._begin)
        self._work: Work | None = None
        self.services.changed.connect(self._take_changes)
        self._following = QApplication.styleHints().colorSchemeChanged.connect(self._take_settings)

    def show(self) -> None:
        """Open the window; what else there is to do begins once it is painted."""
        self.window.show()

    def close(self) -> None:
        """Close window and files."""
        QObject.disconnect(self._following)
        self.window.close()
        if self.loading is not None:
            self._watcher.stop()
            self.loading.stop()
            self.loading = None
            self._warm_up.stop()
            self._collector.stop()
        if self._work is not None:
            self._work.close()
            self._syncing.finish()
        self.db.close()

    def _now(self) -> Moment:
        moment = self._clock()
        return Moment(moment.at_ms, moment.utc_offset_min, self._day_start)

    def _begin(self) -> None:
        """Home is on the display: catch up with the files and with the log."""
        from quizapp.ui.collecting import Collector
        from quizapp.ui.loading import Loading
        from quizapp.ui.syncing import Syncing
        from quizapp.ui.warmup import WarmUp
        from quizapp.ui.watching import Watcher

        log.trace("home_painted")
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
        self._collector = Collector(self)
        self._work = self.window.kit.work
        self.loading = Loading(self.services, self._work, self)
        self.services.replacing.connect(self.loading.abandon)
        self.loading.progressed.connect(self.window.home.show_busy)
        self.loading.ended.connect(self.window.catch_up)
        self.loading.ended.connect(self.ready)
        self.loading.ended.connect(self.window.shelving.begin)
        self._syncing = Syncing(
            self.services, lambda: self.window.kit.work, self.window.home, self, folder=self._synced
        )
        self._syncing.told.connect(self.window.shelving.tell)
        self.loading.ended.connect(self._syncing.start, Qt.ConnectionType.SingleShotConnection)
        self._watcher = Watcher(self)
        self._watcher.changed.connect(self.loading.start)
        self.loading.surveyed.connect(self._watcher.watch)
        self._warm_up = WarmUp(self.window.prepare_study, parent=self)
        self.loading.ended.connect(self._warm_up.start)
        if self.db.notices:
            self._tell_damage()
        self._tell(self._clock_told)
        self._catch_up()
        self._look_at_clock()
        self.loading.start()
        # Not everything can be watched: whoever comes back to the window finds the decks as they are now.
        _application().applicationStateChanged.connect(self._look_again)

    def _catch_up(self) -> None:
        """Fold the log anew if the folds are of other rules, or of a copy."""
        from quizapp.store import memory

        if self._work is not None and not memory.is_current(self.db):
            self._work.run(self._rebuild, on_done=self._take_rebuilt, on_failed=self._ignore)

    def _tell(self, problem: Problem | None) -> None:
        """Tell something about the progress calmly, on home."""
        if problem is not None:
            _log.warning("%s", problem.message)
            self.window.shelving.tell(Notice(kind="progress", problem=problem))

    def _tell_damage(self) -> None:
        from quizapp.ui.damage import DamageSheet

        sheet = DamageSheet(self.db.notices, self.window)
        sheet.go.connect(self.window.go)
        sheet.open()

    def _look_again(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive and self.loading is not None:
            self.loading.start()
            self._look_at_clock()

    def _look_at_clock(self) -> None:
        """A new study day wants a copy of its own; a clock that was set back meanwhile is told."""
        assert self._work is not None
        moment = self.services.now()
        if moment.study_day != self._backed_up:
            self._backed_up = moment.study_day
            self._work.run(self._back_up, on_done=self._take_backup, on_failed=self._ignore)
        told, self._clock_told = self._clock_told, self._clock.keep(self.db)
        if self._clock_told != told:
            self._tell(self._clock_told)

    def _back_up(self) -> "Made | None":
        """Once a study day, copy the progress file; on a connection of the worker's own."""
        from quizapp.store import backups

        with self.db.twin() as twin:
            return backups.daily(twin)

    def _take_backup(self, made: "Made | None") -> None:
        if made is None:
            return
        _log.info("Backed up to %s", made.path)
        self._tell(made.told)

    def _rebuild(self) -> None:
        """Fold the whole log anew, on a connection of the worker's own."""
        from quizapp.store import memory

        with self.db.twin() as twin:
            memory.rebuild(twin)

    def _take_rebuilt(self, _: None) -> None:
        self.services.changed.emit(Changes(progress=True, library=True, by=self))

    def _ignore(self, error: Exception) -> None:
        """The reporter has told it already."""
        _log.error("A job in the background failed: %s", error)

    def _take_changes(self, changes: Changes) -> None:
        if changes.replaced and self.loading is not None:
            self.loading.start()
            self._catch_up()
        if changes.settings:
            self._take_settings()

    def _take_settings(self) -> None:
        settings = self.services.settings
        self._day_start = settings.day_start_hour
        dress(settings.theme, settings.text_size, motion=settings.motion != "reduced")
        roots = _roots(self._paths, settings.folders)
        if roots != self.library.roots:
            self.library.roots = roots
            if self.loading is not None:
                self.loading.start()


def _roots(paths: AppPaths, folders: Sequence[str]) -> tuple[Root, ...]:
    """The course, the learner's own folder, and the folders and files added to them."""
    return (
        Root(paths.bundled_decks, COURSE, frozenset({EXAMPLES}), included=True),
        Root(paths.decks, OWN),
        *(Root(path, (path.parent if path.suffix else path).name) for path in map(Path, folders)),
    )


def dress(scheme: theme.SchemeSetting, text_percent: int, *, motion: bool = True) -> None:
    """Give the application its look, unless it has it: all widgets are styled anew for that."""
    look = theme.Theme(scheme=theme.resolve(scheme), text_percent=text_percent, motion=motion)
    if look != theme.current() or not theme.changes():
        theme.install(_application(), look)


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def run(paths: AppPaths, argv: Sequence[str], opened: Sequence[Path] = (), synced: Path | None = None) -> int:
    """Open the window and stay until it is closed; returns the exit code.

    opened: decks and folders to be studied, or asked about; synced: see App.
    """
    with log.writing(paths.log):
        qt = QApplication(list(argv))
        qt.setApplicationName("quizapp")
        qt.setDesktopFileName("quizapp")
        qt.setWindowIcon(appicon.load(paths.bundled_assets / "icons"))
        i18n.speak(qt, paths.bundled_assets / "translations")
        reporter = Reporter()
        reporter.install()
        try:
            app = App(paths, synced=synced)
        except QuizError as error:
            if error.code == "already_running" and opened:
                error = QuizError("already_running_open", file=str(opened[0]))
            return _refuse(qt, error)
        for path in opened:
            app.window.shelving.offer(path)
        app.show()
        with interrupts.closing(app.window):
            code = qt.exec()
        app.close()
        reporter.uninstall()
        return code


def _refuse(qt: QApplication, error: QuizError) -> int:
    """Say in a dialog why the app cannot start."""
    from quizapp.ui.reportdialog import ReportDialog

    dress("system", 100)
    _log.error("Not started: %s", error)
    ReportDialog(words_of(error), "").exec()
    return 1
