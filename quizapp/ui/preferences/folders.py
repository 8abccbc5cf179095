"""Folders as values: one that is chosen, and a list that is added to and taken from in place."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.settings import Setting
from quizapp.ui.preferences.controls import Control
from quizapp.ui.preferences.words import values
from quizapp.ui.services import Services
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import CutLabel, Label
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.stepper import IconButton

_BUTTON = 30


class FolderControl(Control):
    """The folder, a button that lets one choose it, and one that takes it away."""

    wide = True

    def __init__(self, setting: Setting, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(setting, services, parent)
        self._path = ""
        self.shown = CutLabel("row")
        self.shown.setContentsMargins(MARGIN, 0, 0, 0)
        self.choose = Button("ghost", self.tr("Choose a folder…"), height=_BUTTON)
        self.clear = IconButton("cross", self.tr("Use no folder"))
        self._row.addWidget(self.shown, 1)
        self.place(self.choose, self.clear)
        self.choose.clicked.connect(self._on_choose)
        self.clear.clicked.connect(self._on_clear)
        self.setFocusProxy(self.choose)

    def show_value(self, value: Any, general: Any = None) -> None:
        self._path = value
        self.shown.setText(values.of(self.setting, value))
        self.shown.set_token("text" if value else "mut")
        if not value and self.clear.hasFocus():
            self.choose.setFocus()
        self.clear.setVisible(bool(value))

    def _on_choose(self) -> None:
        if path := _ask(self, self.name, self._path):
            self.changed.emit(path)

    def _on_clear(self) -> None:
        self.changed.emit("")


class FoldersControl(Control):
    """A row a folder, with how many decks of it are known, and a button for one more."""

    wide = True

    def __init__(self, setting: Setting, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(setting, services, parent)
        self._paths: tuple[str, ...] = ()
        self.rows: list[FolderRow] = []
        self.add = Button("ghost", self.tr("Add a folder…"), icon="plus", height=_BUTTON)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(self.add)
        self._row.addLayout(self._column, 1)
        self.add.clicked.connect(self._on_add)
        self.setFocusProxy(self.add)

    def show_value(self, value: Any, general: Any = None) -> None:
        had_focus = next((at for at, row in enumerate(self.rows) if row.remove.hasFocus()), None)
        if value != self._paths:
            self._paths = value
            self._renew()
            if had_focus is not None:
                self._focus(had_focus)
        for row in self.rows:
            row.show_decks(
                sum(Path(file.path).is_relative_to(row.path) for file in self.services.library.files)
            )

    def _renew(self) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [FolderRow(path) for path in self._paths]
        for at, row in enumerate(self.rows):
            row.removed.connect(self._on_removed)
            self._column.insertWidget(at, row)
            row.show()
        before: QWidget = self
        for row in self.rows:
            QWidget.setTabOrder(before, row.remove)
            before = row.remove
        QWidget.setTabOrder(before, self.add)

    def _focus(self, at: int) -> None:
        """Where a row was removed, the next one has the focus."""
        (self.rows[min(at, len(self.rows) - 1)].remove if self.rows else self.add).setFocus()

    def _on_add(self) -> None:
        path = _ask(self, self.tr("Add a folder with decks"), "")
        if path and path not in self._paths:
            self.changed.emit((*self._paths, path))

    def _on_removed(self, path: str) -> None:
        self.changed.emit(tuple(one for one in self._paths if one != path))


class FolderRow(QWidget):
    """A folder of the list."""

    removed = Signal(str)
    """Its path."""

    def __init__(self, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._decks = Label("small", token="mut", tabular=True)
        self.remove = IconButton("cross", self.tr("Remove {folder}").format(folder=path))
        name = CutLabel("row", path)
        name.setContentsMargins(MARGIN, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(name, 1)
        for widget in (self._decks, self.remove):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.remove.clicked.connect(self._on_remove)

    def show_decks(self, count: int) -> None:
        words = self.tr("%n decks", "", count)
        self._decks.setText(words if count else self.tr("no deck found"))
        self.remove.setAccessibleDescription(self._decks.text())

    def _on_remove(self) -> None:
        self.removed.emit(self.path)


def _ask(owner: QWidget, title: str, start: str) -> str:
    """Let the learner choose a folder; "" if they think better of it."""
    return QFileDialog.getExistingDirectory(owner, title, start)
