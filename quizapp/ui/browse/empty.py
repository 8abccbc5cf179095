"""What stands in the table's place where nothing is listed."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.store.browse import Without
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import label


class NothingPanel(QWidget):
    """Names the part of the query that excludes most; or, without any cards, how to get some."""

    query_wanted = Signal(str)
    """The query without that part."""
    deck_wanted = Signal()
    import_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._without = ""
        self.words = label("body", token="mut", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.without = Button("ghost", "", height=36)
        self.add = Button("ghost", self.tr("Add a deck"), icon="plus", height=36)
        self.bring = Button("ghost", self.tr("Import a file"), icon="file", height=36)
        self.bring.clicked.connect(self.import_wanted)
        self.folder = Button("quiet", self.tr("Open the decks folder"), icon="file", height=36)
        self.without.clicked.connect(self._on_without)
        self.add.clicked.connect(self.deck_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 24, 24, 24)
        rows.setSpacing(8)
        rows.addStretch(2)
        rows.addWidget(self.words)
        for button in (self.without, self.add, self.bring, self.folder):
            rows.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(3)

    def minimumSizeHint(self) -> QSize:
        """The table, in whose place it stands, may be lower."""
        return QSize(0, 0)

    def show_no_hits(self, parts: Sequence[Without]) -> None:
        """parts: of the query, the one that excludes most first."""
        self.words.setText(self.tr("No card is like that."))
        self._show_buttons(none=False)
        most = next((part for part in parts if part.count), None)
        self.without.setVisible(most is not None)
        if most is not None:
            self._without = most.text
            words = self.tr("Without “{part}”: %n cards", "", most.count)
            self.without.setText(words.format(part=most.part))

    def show_no_cards(self) -> None:
        """There is no card at all."""
        self.words.setText(self.tr("There are no cards yet."))
        self._show_buttons(none=True)
        self.without.hide()

    def _show_buttons(self, *, none: bool) -> None:
        self.add.setVisible(none)
        self.bring.setVisible(none)
        self.folder.setVisible(none)

    def _on_without(self) -> None:
        self.query_wanted.emit(self._without)
