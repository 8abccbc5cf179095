"""What the learner decides about deck files and folders: what is studied, and from where."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget

from quizapp.core.notices import Notice
from quizapp.core.problems import QuizError
from quizapp.core.setting_values import CopyChoice
from quizapp.core.settings import Settings
from quizapp.ui.navigation import Edit, Home, Import, Study
from quizapp.ui.screens.home import HomeScreen
from quizapp.ui.services import Changes, Services
from quizapp.ui.work import Work


class Shelving(QObject):
    """Keeps home's banners, and does what they offer; opens decks from anywhere."""

    go = Signal(object)
    """A Route."""
    told = Signal(object)
    """Notices, for home."""

    def __init__(self, services: Services, decks: Path, work: Callable[[], Work], window: QWidget) -> None:
        """decks: the learner's own deck folder; work: makes what copies folders, when that is wanted."""
        super().__init__(window)
        self._services, self._decks, self._work, self._window = services, decks, work, window
        self._offers: tuple[Notice, ...] = ()
        self._done: Notice | None = None
        self._before: Settings | None = None
        """The settings that `undo` brings back."""
        self._waiting: list[Path] = []
        """What was opened before the shelf was known."""
        self._ready = False
        self._apply()
        services.changed.connect(self._take_changes)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def serve(self, home: HomeScreen) -> None:
        """Do what home's banners and buttons ask for."""
        home.open_deck.connect(self.open_deck)
        home.show_folders.connect(self.show_folders)
        home.notice_answered.connect(self.answer)
        self.told.connect(home.show_notices)

    # Opening

    def begin(self) -> None:
        """The shelf is as the files are: what was opened before can be told from what is there."""
        self._ready = True
        self.refresh()
        while self._waiting:
            self.offer(self._waiting.pop(0))

    def open_deck(self) -> None:
        """Let the learner choose a deck file."""
        words = self.tr("Decks (*.yaml *.yml)")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open a deck"), "", words)
        if name:
            self.offer(Path(name))

    def add_folder(self) -> None:
        """Let the learner choose a folder whose decks are studied where they lie."""
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Add a folder with decks"))
        if name:
            self._add(Path(name))

    def show_folders(self) -> None:
        """Which folders there are beside My decks and what was decided of copies, and what can be done."""
        menu = QMenu(self._window)
        menu.setAccessibleName(self.tr("Folders with decks"))
        menu.addAction(self.tr("Add a folder with decks…"), self.add_folder)
        for path in self._services.settings.folders:
            words = self.tr("Remove {folder}").format(folder=path).replace("&", "&&")
            menu.addAction(words, partial(self.remove_folder, path))
        if copies := self._services.settings.copies:
            menu.addSeparator()
            for one in copies:
                words = self.tr("Ask again about the copy {name}").format(name=Path(one.path).name)
                menu.addAction(words.replace("&", "&&"), partial(self.ask_again, one.path))
        menu.aboutToHide.connect(menu.deleteLater)
        button = QApplication.focusWidget() or self._window
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def remove_folder(self, path: str) -> None:
        """Leave out a folder; progress on its decks is kept."""
        left = tuple(folder for folder in self._services.settings.folders if folder != path)
        self._set("folders", left, self.tr("{name} is not studied any more.").format(name=path))

    def ask_again(self, path: str) -> None:
        """Take back what was decided about a copy."""
        left = tuple(one for one in self._services.settings.copies if one.path != path)
        self._set(
            "copies", left, self.tr("What to do with {name} is open again.").format(name=Path(path).name)
        )

    def offer(self, path: Path) -> None:
        """Study a deck or folder of the library at once; ask what to do with any other."""
        from quizapp.store.adopting import is_ours

        if not self._ready:
            self._waiting.append(path)
            return
        path = path.absolute()
        if not is_ours(path):
            self.go.emit(Import(path=str(path)))
            return
        if keys := self._keys_below(path):
            self.go.emit(Study(deck_keys=keys))
            return
        offer = Notice(kind="offer", path=str(path))
        self._offers = (offer, *(one for one in self._offers if one != offer))
        self.refresh()
        self.go.emit(Home())

    def offer_all(self, paths: Sequence[Path]) -> None:
        """Offer decks one by one, and import all that is none, one after the other."""
        from quizapp.store.adopting import is_ours

        ours = [path for path in paths if is_ours(path)]
        others = [str(path.absolute()) for path in paths if path not in ours]
        for path in ours:
            self.offer(path)
        if others:
            self.go.emit(Import(path=others[0], more=tuple(others[1:])))

    def tell(self, notice: Notice) -> None:
        """Show something until it is closed, or until there is something newer of its kind to tell."""
        others = (one for one in self._offers if one.kind != notice.kind or notice.problem != one.problem)
        self._offers = (notice, *others)
        self.refresh()

    def _keys_below(self, path: Path) -> tuple[int, ...]:
        """The studied decks in a file or folder of the library; none for a folder that reaches beyond it."""
        if not any(path.is_relative_to(root.path) for root in self._services.library.roots):
            return ()
        files = (file for file in self._services.library.files if file.studied)
        return tuple(file.deck_key for file in files if Path(file.path).is_relative_to(path))

    # Banners

    def refresh(self) -> None:
        """Tell home what is to be told now."""
        from quizapp.store.notices import notices

        folders = self._services.settings.folders
        found = [replace(one, removable=one.path in folders) for one in notices(self._services.library)]
        done = [self._done] if self._done else []
        self.told.emit((*done, *self._offers, *found))

    def answer(self, notice: Notice, action: str) -> None:
        """Do what a banner offers."""
        {
            "open": self._open,
            "import": self._import,
            "ignore": self._settle_copy,
            "prefer": self._settle_copy,
            "separate": self._settle_copy,
            "remove": self._remove,
            "add": self._add_offered,
            "copy": self._copy_offered,
            "dismiss": self._dismiss,
            "undo": self._undo,
        }[action](notice, action)

    def _open(self, notice: Notice, _: str) -> None:
        line = notice.problem.where.line if notice.problem else 0
        self.go.emit(Edit(path=notice.path, line=line))

    def _import(self, notice: Notice, _: str) -> None:
        self.go.emit(Import(path=notice.path))

    def _settle_copy(self, notice: Notice, action: str) -> None:
        words = {
            "ignore": self.tr("{name} is left alone and not studied."),
            "prefer": self.tr("{name} is studied now instead of the other."),
            "separate": self.tr("{name} is studied now with cards of its own."),
        }[action].format(name=Path(notice.path).name)
        others = (
            one for one in self._services.settings.copies if one.path not in (notice.path, notice.other)
        )
        chosen = msgspec.convert({"path": notice.path, "choice": action}, CopyChoice)
        self._set("copies", (*others, chosen), words)

    def _remove(self, notice: Notice, _: str) -> None:
        self.remove_folder(notice.path)

    def _add_offered(self, notice: Notice, _: str) -> None:
        self._dismiss(notice, "")
        self._add(Path(notice.path))

    def _copy_offered(self, notice: Notice, _: str) -> None:
        from quizapp.store.adopting import adopt

        self._dismiss(notice, "")
        self._work().run(
            adopt, Path(notice.path), self._decks, on_done=self._take_copy, on_failed=self._take_failure
        )

    def _take_copy(self, path: Path) -> None:
        """The library finds it by itself."""

    def _take_failure(self, error: Exception) -> None:
        if isinstance(error, QuizError):  # the hooks tell any other
            raise error

    def _dismiss(self, notice: Notice, _: str) -> None:
        self._offers = tuple(one for one in self._offers if one != notice)
        self._done = None if self._done == notice else self._done
        self.refresh()

    # Settings

    def _add(self, path: Path) -> None:
        folders = self._services.settings.folders
        if str(path) not in folders:
            words = self.tr("{name} is part of your decks now.").format(name=path.name)
            self._set("folders", (*folders, str(path)), words)

    def _set(self, key: str, value: object, words: str) -> None:
        """Change a setting so that it can be undone."""
        self._before = self._services.settings
        self._done = Notice(kind="done", did=words)
        self._services.set(key, value, self)

    def _undo(self, notice: Notice, _: str) -> None:
        before, self._before, self._done = self._before, None, None
        if before is not None:
            for key in ("folders", "copies"):
                if getattr(self._services.settings, key) != getattr(before, key):
                    self._services.set(key, getattr(before, key), self)
        self.refresh()

    def _take_changes(self, changes: Changes) -> None:
        if changes.settings:
            self._apply()
        if self._ready and (changes.library or changes.settings):
            self.refresh()

    def _apply(self) -> None:
        """Tell the library what the settings say of copies."""
        from quizapp.store.notices import twins

        library = self._services.library
        choices = {one.path: one.choice for one in self._services.settings.copies}
        if choices == library.choices:
            return
        changed = {path for path, _ in choices.items() ^ dict(library.choices).items()}
        library.choices = choices
        if self._ready and library.resettle(changed | twins(library, changed)):
            self._services.library_changed(self)

    # Dropping

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter and _dropped(event):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.offer_all(_dropped(event))
            event.acceptProposedAction()
            return True
        return super().eventFilter(watched, event)


def _dropped(event: QDropEvent) -> Sequence[Path]:
    """The files and folders that are dragged."""
    paths = (Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
    return [path for path in paths if path.exists()]
