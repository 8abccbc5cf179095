"""What the empty screen shows: how to bring something, and the last imports, which can be taken back."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.formats import readers
from quizapp.store.import_files import Done
from quizapp.ui.bindings import keyed
from quizapp.ui.i18n import marked
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import CutLabel, label
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.panel import Hairline, Panel


class StartPanel(Panel):
    """Says what can be brought, and how."""

    file_wanted = Signal()
    folder_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=14, padding=(24, 20, 20, 18), parent=parent)
        self.choose = Button("primary", self.tr("Choose files …"), height=36)
        self.folder = Button("ghost", self.tr("Choose a folder …"), height=36)
        self.paste = keyed(Button("ghost", self.tr("Paste text"), height=36), "import", "paste")
        self.choose.clicked.connect(self.file_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        self.paste.clicked.connect(self.paste_wanted)
        lead = self.tr(
            "Bring cards from another program, a table, or text that you copied. You see every card before "
            "anything is written. Files can also be dropped onto the window."
        )
        self.content.setSpacing(8)
        self.content.addWidget(self._flush(label("body", lead, wrap=True)))
        known = self.tr("Read: {formats}.").format(formats=", ".join(marked(one.label) for one in readers()))
        self.content.addWidget(self._flush(label("small", known, "mut", wrap=True)))
        self.content.addWidget(Flow(self.choose, self.folder, self.paste, gap=4))

    def _flush(self, words: QWidget) -> QWidget:
        words.setContentsMargins(MARGIN, 0, MARGIN, 0)
        return words


class PastPanel(Panel):
    """The last imports, newest first; hidden while there is none."""

    undo_wanted = Signal(object)
    """A Done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=14, padding=(18, 12, 14, 10), parent=parent)
        self.rows: list[_PastRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.content.setSpacing(6)
        self.content.addWidget(label("heading", self.tr("Last imports")))
        self.content.addLayout(self._list)
        self.hide()

    def show_past(self, past: Sequence[Done]) -> None:
        """Show these."""
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = [_PastRow(one) for one in past]
        for row in self.rows:
            row.undo.clicked.connect(partial(self.undo_wanted.emit, row.done))
            self._list.addWidget(Hairline(inset=MARGIN))
            self._list.addWidget(row)
        self.setVisible(bool(past))


class _PastRow(QWidget):
    """What was brought when, and a button to take it back."""

    def __init__(self, done: Done, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.done = done
        name = done.source or self.tr("pasted text")
        at = QLocale().toString(QDateTime.fromMSecsSinceEpoch(done.at_ms), QLocale.FormatType.ShortFormat)
        facts = [
            at,
            self.tr("%n cards", "", done.added) if done.added else "",
            self.tr("%n updated", "", done.updated) if done.updated else "",
            ", ".join(Path(path).name for path in done.decks[:3]) + (" …" if len(done.decks) > 3 else ""),
        ]
        self.undo = Button("ghost", self.tr("Undo"), icon="undo", height=30)
        self.undo.setAccessibleDescription(name)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(CutLabel("button", name))
        texts.addWidget(CutLabel("small", " · ".join(filter(None, facts)), token="mut"))
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 4, 0, 4)
        row.addLayout(texts, 1)
        row.addWidget(self.undo)
