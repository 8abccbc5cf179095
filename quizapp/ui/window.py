"""The window: a stack of screens, the rail beside them, and the keys that work everywhere."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from quizapp.core.problems import Problem
from quizapp.ui.history import History
from quizapp.ui.keyboard import Keyboard
from quizapp.ui.looks import Looks
from quizapp.ui.navigation import (
    Back,
    Browse,
    CustomStudy,
    Edit,
    Home,
    Import,
    Preferences,
    Quiz,
    Resume,
    Route,
    Statistics,
    Study,
    Summary,
)
from quizapp.ui.rail import Rail, entries
from quizapp.ui.screens.home import HomeScreen
from quizapp.ui.services import Changes, Services
from quizapp.ui.shelving import Shelving

if TYPE_CHECKING:
    from quizapp.ui.desk import Desk
    from quizapp.ui.kit import Kit
    from quizapp.ui.places import Places

_WIDTH, _HEIGHT = 1100, 760
_COUNT_MS = 500
"""With 100,000 cards the numbers take a tenth of a second: too long for each portion that is read."""
_LEAST_WIDTH, _LEAST_HEIGHT = 480, 480


class Window(QWidget):
    """Shows the screen of a route. Screens say where to go; only the window goes there."""

    painted = Signal()
    """Home was painted for the first time."""

    def __init__(self, services: Services, *, decks: Path, data: Path) -> None:
        """decks: the learner's own deck folder; data: where progress and backups lie."""
        super().__init__()
        self._services, self._decks_folder, self._data = services, decks, data
        self._kit: Kit | None = None
        self._desk: Desk | None = None
        self._places: Places | None = None
        self._history = History()
        self._keyboard = Keyboard(self, services, self.go)
        self._looks = Looks(services, self)
        self.shelving = Shelving(services, decks, lambda: self.kit.work, self)
        self.setWindowTitle("quizapp")
        self.resize(_WIDTH, _HEIGHT)
        self.setMinimumSize(_LEAST_WIDTH, _LEAST_HEIGHT)
        self._home = HomeScreen(
            quiz=Quiz(), add_deck=Edit(), import_file=Import(), custom_study=CustomStudy()
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._home)
        self._rail = Rail(entries(self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._stack, 1)
        self._arrivals: dict[type[Route], Callable[..., None]] = {
            Home: self._to_home,
            Study: self._to_study,
            Summary: self._to_summary,
            Resume: self._to_resume,
            Back: self._to_where_one_was,
        }
        self._counted = QTimer(self, singleShot=True, interval=_COUNT_MS)
        self._counted.timeout.connect(self.catch_up)
        self._count_again = False
        self._connect()
        self._rail.show_current(Home())
        self._home.show_overview(services.overview())

    def _connect(self) -> None:
        self._home.installEventFilter(self)
        self._home.go.connect(self.go)
        self._home.search_changed.connect(self._search)
        self._home.open_folder.connect(self._open_folder)
        self._home.show_problems.connect(self._show_problems)
        self._rail.go.connect(self.go)
        self._services.changed.connect(self._take_changes)
        self.shelving.serve(self._home)
        self.shelving.go.connect(self.go)
        self._keyboard.bind({"window": self, "shelving": self.shelving, "looks": self._looks})

    @property
    def kit(self) -> "Kit":
        """What screens need; made when the first of them is."""
        if self._kit is None:
            from quizapp.ui.kit import made

            self._kit = made(self._services, self._decks_folder, self._data, self)
        return self._kit

    @property
    def home(self) -> HomeScreen:
        return self._home

    @property
    def shown(self) -> QWidget | None:
        """The screen that is shown."""
        return self._stack.currentWidget()

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Tell what is wrong with files; with the learner's own data first of all."""
        from quizapp.ui.problems import ProblemsDialog

        ProblemsDialog(problems, self).open()

    def prepare_study(self) -> None:
        """Build the study screen before it is needed."""
        self._desk_of()

    # Going places

    def go(self, route: Route) -> None:
        """Show a route's screen."""
        self._arrivals.get(type(route), self._to_place)(route)

    def go_home(self) -> None:
        self.go(Home())

    def go_browse(self) -> None:
        self.go(Browse())

    def go_quiz(self) -> None:
        self.go(Quiz())

    def go_statistics(self) -> None:
        self.go(Statistics())

    def go_preferences(self) -> None:
        self.go(Preferences())

    def _to_home(self, route: Home) -> None:
        if self._desk is not None:
            self._desk.leave()
        self._home.show_overview(self._services.overview())
        self._show(self._home, route, rail=True)
        self._home.focus_start()

    def _to_study(self, route: Study) -> None:
        self._desk_of().begin(route)

    def _to_resume(self, route: Resume) -> None:
        self._desk_of().resume()

    def _to_summary(self, route: Summary) -> None:
        self._desk_of().show_summary()

    def _to_place(self, route: Route) -> None:
        """One of ui/places.py."""
        screen = self._places_of().screen(route)
        self._show(screen, route, rail=True)
        screen.arrive(route)

    def _to_where_one_was(self, route: Back) -> None:
        self.go(self._history.back())

    def _places_of(self) -> "Places":
        if self._places is None:
            from quizapp.ui.places import Places

            self._places = Places(self.kit, self)
            self._places.go.connect(self.go)
            self._places.made.connect(self._stack.addWidget)
        return self._places

    def _desk_of(self) -> "Desk":
        """Study and summary; made when first needed, or while the learner looks at home."""
        if self._desk is None:
            from quizapp.ui.desk import Desk

            self._desk = Desk(self._services, self.kit.maths, self)
            self._desk.go.connect(self.go)
            for screen in self._desk.screens:
                self._stack.addWidget(screen)
            self._desk.shown.connect(self._show_desk)
            self._desk.keys_wanted.connect(self._keyboard.show_keys)
            self._desk.link_wanted.connect(self._ask_to_open)
        return self._desk

    def _show_desk(self, screen: QWidget) -> None:
        self._show(screen, Resume(), rail=False)

    def _show(self, screen: QWidget, route: Route, *, rail: bool) -> None:
        if self._places is not None:
            self._places.leave_for(screen)
        self._history.enter(route)
        self._rail.setVisible(rail)
        self._rail.keep_narrow(getattr(screen, "narrow_rail", False))
        self._rail.show_aside(getattr(screen, "aside", None))
        self._rail.show_current(route)
        self._stack.setCurrentWidget(screen)

    # Keys

    def quit(self) -> None:
        """Close the window; the sitting can be resumed."""
        self.close()

    def show_palette(self) -> None:
        """Find what can be done, and do it."""
        self._keyboard.show_palette()

    # What others say

    def _take_changes(self, changes: Changes) -> None:
        if changes.settings or (changes.library and not self._counted.isActive()):
            self._count()
        elif changes.library:
            self._count_again = True
        if changes.library and self._desk is not None:
            self._desk.take_library()
        if self._places is not None:
            self._places.take_changes(changes)

    def _count(self) -> None:
        """Bring home's numbers up to date; while decks are being read, now and then and at the end."""
        self._count_again = False
        if self.shown is self._home:
            self._home.show_overview(self._services.overview())
        self._counted.start()

    def catch_up(self) -> None:
        """Nothing more will come soon: count what was put off, unless the window has closed meanwhile."""
        if self._count_again and self.isVisible():
            self._count()

    def _search(self, words: str) -> None:
        if words.strip():
            self._home.show_found(self._services.found(words))

    def _open_folder(self) -> None:
        self._decks_folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._decks_folder)))

    def _ask_to_open(self, address: str) -> None:
        from quizapp.ui.linksheet import LinkSheet

        LinkSheet(address, self).open()

    def _show_problems(self, deck_key: int) -> None:
        self.show_problems(self._services.problems(deck_key))

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._home.removeEventFilter(self)
            QTimer.singleShot(0, self, self.painted.emit)
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._rail.fit(self.width())
        self._home.focus_start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._rail.fit(event.size().width())
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._places is not None:
            self._places.leave_for(None)
        if self._desk is not None:
            self._desk.leave()
        if self._kit is not None:
            self._kit.maths.close()
            self._kit.work.close()
        super().closeEvent(event)
