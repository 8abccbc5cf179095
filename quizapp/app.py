"""The composition root: builds everything once, by hand, and knows all rooms."""

import logging
import os
import time
from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QLocale, QObject, QTimer
from PySide6.QtWidgets import QApplication

from quizapp import log
from quizapp.core.problems import QuizError
from quizapp.core.reviews import Moment
from quizapp.paths import AppPaths
from quizapp.store import memory
from quizapp.store import settings as stored_settings
from quizapp.store.database import Database
from quizapp.store.folders import Root
from quizapp.store.library import Library
from quizapp.ui import i18n, theme
from quizapp.ui.interrupts import Interrupts
from quizapp.ui.loading import Loading
from quizapp.ui.report import Reporter, words_of
from quizapp.ui.services import Changes, Services
from quizapp.ui.window import Window
from quizapp.ui.work import Work

COURSE = "U.S. force and organised crime"
"""Title of the included course."""
OWN = "My decks"
EXAMPLES = "examples"
"""Folder of the included decks that documents the format and is not for studying."""

_log = logging.getLogger(__name__)


def clock(rollover_h: int = 4) -> Moment:
    """The present moment, as this machine tells the time."""
    now = datetime.now().astimezone()
    offset = now.utcoffset()
    minutes = int(offset.total_seconds() // 60) if offset else 0
    return Moment(time.time_ns() // 1_000_000, minutes, rollover_h)


class App(QObject):
    """All parts of a running app, joined. `close` it before the process ends."""

    def __init__(
        self,
        paths: AppPaths,
        *,
        now: Callable[[], Moment] = clock,
        entropy: Callable[[int], bytes] = os.urandom,
    ) -> None:
        """QuizError if the learner's data cannot be opened."""
        super().__init__()
        self.db = Database.open(paths.data, now=now, entropy=entropy)
        settings = stored_settings.load(self.db)
        dress(settings.theme, settings.text_size)
        roots = (
            Root(paths.bundled_decks, COURSE, frozenset({EXAMPLES})),
            Root(paths.decks, OWN),
        )
        self.library = Library(self.db, tuple(root for root in roots if root.path.is_dir()))
        self.services = Services(self.db, self.library, trace=log.trace, parent=self)
        self.work = Work(self)
        self.loading = Loading(self.services, self.work, self)
        self.window = Window(self.services, paths.decks)
        self.loading.progressed.connect(self.window.home.show_busy)
        self.services.changed.connect(self._take_changes)
        QApplication.styleHints().colorSchemeChanged.connect(self._take_system_scheme)

    def show(self) -> None:
        """Open the window; decks are looked at once it is there."""
        if os.environ.get("QUIZAPP_TRACE"):
            self.window.trace_paints()
        self.window.show()
        QTimer.singleShot(0, self, self._begin)

    def close(self) -> None:
        self.window.close()
        self.work.close()
        self.db.close()

    def _begin(self) -> None:
        if self.db.notices:
            self.window.show_problems(tuple(self.db.notices))
        if not memory.is_current(self.db):
            self.work.run(self._rebuild, on_done=self._take_rebuilt, on_failed=self._ignore)
        self.loading.start()

    def _rebuild(self) -> None:
        """Fold the whole log anew, on a connection of the worker's own."""
        with self.db.twin() as twin:
            memory.rebuild(twin)

    def _take_rebuilt(self, _: None) -> None:
        self.services.changed.emit(Changes(progress=True, library=True, by=self))

    def _ignore(self, error: Exception) -> None:
        """The reporter has told it already."""
        _log.error("The log could not be folded: %s", error)

    def _take_changes(self, changes: Changes) -> None:
        if changes.settings:
            self._take_system_scheme()

    def _take_system_scheme(self) -> None:
        dress(self.services.settings.theme, self.services.settings.text_size)


def dress(scheme: theme.SchemeSetting, text_percent: int) -> None:
    """Give the application its look."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.install(app, theme.Theme(scheme=theme.resolve(scheme), text_percent=text_percent))


def run(paths: AppPaths, argv: Sequence[str]) -> int:
    """Open the window and stay until it is closed; returns the exit code."""
    with log.writing(paths.log):
        qt = QApplication(list(argv))
        qt.setApplicationName("quizapp")
        qt.setDesktopFileName("quizapp")
        translators = i18n.install(qt, paths.bundled_assets / "translations", QLocale())
        reporter = Reporter()
        reporter.install()
        try:
            app = App(paths)
        except QuizError as error:
            return _refuse(qt, error)
        interrupts = Interrupts()
        interrupts.came.connect(app.window.close)
        app.show()
        code = qt.exec()
        interrupts.close()
        app.close()
        reporter.uninstall()
        del translators
        return code


def _refuse(qt: QApplication, error: QuizError) -> int:
    """Say in a dialog why the app cannot start."""
    from quizapp.ui.report import ReportDialog

    dress("system", 100)
    _log.error("Not started: %s", error)
    ReportDialog(words_of(error), "").exec()
    return 1
