"""The column of panels: which rows stand in it, built once each and lent to the panels."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.settings import Setting
from quizapp.ui.i18n import marked
from quizapp.ui.preferences.book import ROWS
from quizapp.ui.preferences.controls import control_for
from quizapp.ui.preferences.doors import Door
from quizapp.ui.preferences.panels import DoorRow, SectionPanel
from quizapp.ui.preferences.row import SettingRow
from quizapp.ui.services import Services
from quizapp.ui.widgets.paint import MARGIN

Row = SettingRow | DoorRow


class Section(Struct, frozen=True):
    """What is to stand in one panel."""

    heading: str
    """Translated."""
    rows: tuple[str, ...]
    """Keys of settings, names of doors."""


class RowShelf(QWidget):
    """Keeps the rows; shows those of the sections it is given, in panels."""

    changed = Signal(object, object)
    """(Setting, the value that the user wants; None: the general one)."""
    go = Signal(object)

    def __init__(self, services: Services, doors: Sequence[Door], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._made: dict[str, Row] = {}
        self._doors = {door.name: door for door in doors}
        self._sections: tuple[Section, ...] = ()
        self.panels: list[SectionPanel] = []
        self._parked = QWidget(self)
        self._parked.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12 - 2 * MARGIN)

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
            self._column.addWidget(panel)
            panel.show()
        return True

    def _setting(self, key: str) -> SettingRow:
        setting = next(one for one in ROWS if one.key == key)
        row = SettingRow(setting, control_for(setting, self._services), self._parked)
        row.changed.connect(self._on_changed)
        return row

    def _door(self, key: str) -> DoorRow:
        row = DoorRow(self._doors[key], self._parked)
        row.go.connect(self.go)
        return row

    def _on_changed(self, setting: Setting, value: Any) -> None:
        self.changed.emit(setting, value)


def by_section(rows: Sequence[tuple[str, str]]) -> list[Section]:
    """Sections of (heading, key), those with the same heading together, in the order of their first."""
    headings = dict.fromkeys(heading for heading, _ in rows)
    return [
        Section(marked(heading), tuple(key for one, key in rows if one == heading)) for heading in headings
    ]
