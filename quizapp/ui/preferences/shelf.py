"""The column of panels: which rows stand in it, built once each and lent to the panels."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.settings import Setting
from quizapp.ui.kit import Kit
from quizapp.ui.preferences.book import ROWS
from quizapp.ui.preferences.controls import control_for
from quizapp.ui.preferences.doors import Door
from quizapp.ui.preferences.extra import ExtraPanel
from quizapp.ui.preferences.listing import Section
from quizapp.ui.preferences.panels import DoorRow, SectionPanel
from quizapp.ui.preferences.row import SettingRow
from quizapp.ui.widgets.paint import MARGIN

Row = SettingRow | DoorRow


class RowShelf(QWidget):
    """Keeps the rows; shows those of the sections it is given, in panels."""

    changed = Signal(object, object)
    """(Setting, the value that the user wants; None: the general one)."""
    go = Signal(object)

    def __init__(self, kit: Kit, doors: Sequence[Door], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._made: dict[str, Row] = {}
        self._doors = {door.name: door for door in doors}
        self._sections: tuple[Section, ...] = ()
        self._extras: dict[str, ExtraPanel] = {}
        self.extras: list[ExtraPanel] = []
        """Panels of their own that are shown now."""
        self.panels: list[SectionPanel] = []
        self._parked = QWidget(self)
        self._parked.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12 - 2 * MARGIN)
        self._below = QVBoxLayout()
        self._below.setSpacing(12 - 2 * MARGIN)
        self._column.addLayout(self._below)

    def row(self, key: str) -> Row:
        """The row of a setting or of a door."""
        if key not in self._made:
            self._made[key] = self._door(key) if key in self._doors else self._setting(key)
        return self._made[key]

    def setting_rows(self) -> list[SettingRow]:
        """Those that are shown now."""
        rows = [self._made.get(key) for section in self._sections for key in section.rows]
        return [row for row in rows if isinstance(row, SettingRow)]

    def rows(self) -> list[Row]:
        """All that were ever made."""
        return list(self._made.values())

    def show_sections(self, sections: Sequence[Section]) -> bool:
        """Show these; False if they are what is shown already."""
        if tuple(sections) == self._sections:
            return False
        self._sections = tuple(sections)
        for row in self.rows():
            row.setParent(self._parked)
        for panel in self.panels:
            panel.hide()
            panel.deleteLater()
        self.panels = [
            SectionPanel(section.heading, [self.row(key) for key in section.rows]) for section in sections
        ]
        for panel in self.panels:
            self._column.insertWidget(self._column.count() - 1, panel)
            panel.show()
        return True

    def show_extras(self, keys: Sequence[str]) -> None:
        """Show these panels of their own, below; those that were not there before take things as they are."""
        shown = [self._extra(key) for key in keys]
        for panel in self._extras.values():
            panel.setVisible(panel in shown)
        for panel in shown:
            if panel not in self.extras:
                panel.arrive()
        self.extras = shown

    def texts(self, key: str) -> tuple[str, ...]:
        """What a search looks into."""
        return self._extra(key).texts() if ":" in key else self.row(key).texts()

    def _extra(self, key: str) -> ExtraPanel:
        if key not in self._extras:
            module, name = key.split(":")
            panel: ExtraPanel = getattr(import_module(module), name)(self._kit)
            panel.go.connect(self.go)
            panel.hide()
            self._below.addWidget(panel)
            self._extras[key] = panel
        return self._extras[key]

    def _setting(self, key: str) -> SettingRow:
        setting = next(one for one in ROWS if one.key == key)
        row = SettingRow(setting, control_for(setting, self._kit.services), self._parked)
        row.changed.connect(self._on_changed)
        return row

    def _door(self, key: str) -> DoorRow:
        row = DoorRow(self._doors[key], self._parked)
        row.go.connect(self.go)
        return row

    def _on_changed(self, setting: Setting, value: Any) -> None:
        self.changed.emit(setting, value)
