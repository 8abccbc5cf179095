"""A source that was read: its choices at the side, its cards beside them, the report below."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from quizapp.store.examining import Examined, Wanted
from quizapp.ui import theme
from quizapp.ui.importing.cards import CardsPane
from quizapp.ui.importing.choices import FilePanel
from quizapp.ui.importing.columns import ColumnsPanel
from quizapp.ui.importing.lines import unit_of
from quizapp.ui.importing.report import ReportPanel
from quizapp.ui.kit import Kit
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.tickrow import TickRow

_SIDE, _ROOMY = 452, 860
"""Width of the column with the choices, and of the page from which it stands beside the cards; px."""


class ImportBody(QWidget):
    """Shows an Examined; speaks by its signals and those of its panels."""

    wanted = Signal(object)
    """Fields of Wanted that are to be otherwise: name -> value."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.file, self.columns = FilePanel(), ColumnsPanel()
        self.progress = TickRow()
        self._means = label("small", token="mut", wrap=True)
        self._means.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self.cards, self.report = CardsPane(kit), ReportPanel()
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(12 - 2 * MARGIN)
        side.addWidget(self.file)
        side.addWidget(self.columns)
        side.addStretch(1)
        self.file.content.addWidget(self.progress)
        self.file.content.addWidget(self._means)
        self._panes = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._panes.setSpacing(14 - 2 * MARGIN)
        self._panes.addWidget(self._side)
        self._panes.addWidget(self.cards, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12 - 2 * MARGIN)
        rows.addLayout(self._panes)
        rows.addWidget(self.report)
        self.file.chosen.connect(self._on_choice)
        self.file.format_chosen.connect(self._on_format)
        self.file.target_chosen.connect(self._on_target)
        self.columns.chosen.connect(self._on_choice)
        self.columns.swapped.connect(self._on_choices)

    def show_examined(self, found: Examined, wanted: Wanted) -> None:
        """wanted: how it was read."""
        self.file.show_examined(found, wanted, self._own_decks())
        columns = tuple(one for one in found.imported.choices if one.column)
        named = any(one.key == "header" and one.value == "names" for one in found.imported.choices)
        self.columns.show_columns(columns, named=named)
        self.cards.show_previews(found.previews, unit_of(found))
        self.cards.setVisible(not found.imported.reviews)
        self.report.show_examined(found)
        comes = found.reviews > 0 and not found.imported.reviews
        self.progress.show_words(self.tr("Take over %n answers as well", "", found.reviews))
        self.progress.show_on(wanted.progress)
        self._means.setText(
            self.tr("Cards you have learned elsewhere then come when they are due there, not as new.")
        )
        self.progress.setVisible(comes)
        self._means.setVisible(comes)

    def _own_decks(self) -> list[tuple[str, Path]]:
        """Titles and files of those that can get cards: all but the app's own."""
        library = self._kit.services.library
        kept = library.included()
        return [
            (file.title, Path(file.path))
            for file in library.files
            if file.studied and not any(Path(file.path).is_relative_to(root) for root in kept)
        ]

    def fit(self, width: int) -> None:
        """Arrange for a page of this width, px."""
        roomy = width >= _ROOMY and theme.roomy()
        towards = QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom
        self._panes.setDirection(towards)
        self._side.setMaximumWidth(_SIDE if roomy else 16_777_215)
        self._side.setMinimumWidth(_SIDE if roomy else 0)

    def _on_choice(self, key: str, value: str) -> None:
        self._on_choices({key: value})

    def _on_choices(self, chosen: dict[str, str]) -> None:
        self.wanted.emit({"choices": chosen})

    def _on_format(self, name: str) -> None:
        self.wanted.emit({"format": name, "choices": {}})

    def _on_target(self, path: Path | None) -> None:
        self.wanted.emit({"into": path})
