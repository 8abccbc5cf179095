"""What the actions of the table do, by their names."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from quizapp.core.reviews import Mode
from quizapp.store.browse_rows import Row
from quizapp.ui.browse.actions import ACTIONS
from quizapp.ui.browse.doing import Doings
from quizapp.ui.browse.lower import Lower
from quizapp.ui.browse.menus import RowMenu
from quizapp.ui.kit import Kit
from quizapp.ui.navigation import Edit, Study


class Commands(QObject):
    """Runs an action on some rows: at once, or with a task that asks for more."""

    go = Signal(object)
    """A Route."""
    found = Signal(object, str)
    """card_keys that no query names, and what they are."""
    ended = Signal()
    """A task is over."""

    def __init__(self, kit: Kit, doings: Doings, lower: Lower, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit, self._doings, self._lower = kit, doings, lower
        self._does: dict[str, Callable[[Sequence[Row]], None]] = {
            "edit": self._edit,
            "study": self._study,
            "count": self._study_for_real,
            "flag": lambda rows: doings.toggle("flag", rows),
            "suspend": lambda rows: doings.toggle("suspend", rows),
            "bury": lambda rows: doings.toggle("bury", rows),
            "reset": doings.reset,
        }

    @property
    def names(self) -> tuple[str, ...]:
        """Of the actions that can be done."""
        return tuple(action.name for action in ACTIONS if action.name in self._does)

    def do(self, name: str, rows: Sequence[Row]) -> None:
        """Do it, if there is anything to do it to."""
        if rows and name in self._does:
            self._does[name](rows)

    def open_menu(self, rows: Sequence[Row], at: QPoint, parent: QWidget) -> None:
        """The menu of some rows."""
        menu = RowMenu(self._does, Doings.states(rows), parent)
        menu.wanted.connect(lambda name: self.do(name, rows))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def end(self) -> None:
        """Close the task."""
        self._lower.show_task(None)
        self.ended.emit()

    def open_folder(self) -> None:
        self._kit.decks.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._kit.decks)))

    def open_link(self, address: str) -> None:
        from quizapp.ui.linksheet import LinkSheet

        LinkSheet(address, self._lower.window()).open()

    def _edit(self, rows: Sequence[Row]) -> None:
        row = rows[0]
        if row.missing:
            return
        note = self._kit.services.library.shelf.note(row.deck_key, row.note)
        self.go.emit(Edit(path=row.path, line=note.span.line))

    def _study(self, rows: Sequence[Row]) -> None:
        """A look at the cards that leaves their schedule as it is."""
        self._sit(rows, "repeat")

    def _study_for_real(self, rows: Sequence[Row]) -> None:
        self._sit(rows, "study")

    def _sit(self, rows: Sequence[Row], mode: Mode) -> None:
        keys = tuple(row.card_key for row in rows if not row.missing)
        if keys:
            self.go.emit(Study(cards=keys, mode=mode))
