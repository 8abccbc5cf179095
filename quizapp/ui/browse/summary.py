"""What the selected cards have in common: in the preview's place."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from quizapp.store.browse_rows import Row
from quizapp.ui import theme
from quizapp.ui.bindings import show_key
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.cell import PaintedCell, words_width
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import Label, label
from quizapp.ui.widgets.paint import Styled, begin, box
from quizapp.ui.widgets.panel import Panel

LOOKED_AT = 2000
"""Rows of a selection that are read for its summary; of more it gives the number alone."""
_TAGS = 12
_TAG_H, _PAD, _RADIUS = 24, 8, 6


class Tag(Styled, QLabel):
    """A tag with the number of cards that have it."""

    def __init__(self, name: str, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(f"{name}  {count}" if count else name)
        self._claim = name == "claim"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def restyle(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(round(words_width(self.text(), "small")) + 2 * _PAD + 1, theme.px(_TAG_H))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = QRectF(self.rect())
        box(painter, rect, _RADIUS, fill="claimsoft" if self._claim else "key")
        cell = PaintedCell(painter, rect.adjusted(_PAD, 0, -_PAD, 0), mirrored=self.isRightToLeft())
        cell.words(cell.rect, (self.text(),), "small", "claim" if self._claim else "text")
        painter.end()


class SelectionPanel(Panel):
    """Decks, due cards, stability and tags of what is selected."""

    tag_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=14, padding=(20, 16, 20, 16), parent=parent)
        self.facts = label("row", wrap=True)
        self._tags = Flow()
        self.add_tag = Button("link", self.tr("+ Add tag"), height=16)
        self.add_tag.clicked.connect(self.tag_wanted)
        self.content.addWidget(label("heading", self.tr("In this selection")))
        self.content.addSpacing(8)
        self.content.addWidget(self.facts)
        self.content.addSpacing(10)
        self._at = self.content.count()
        self.content.addWidget(self._tags)
        self.content.addStretch(1)
        note = self.tr(
            "Changes to the schedule can be undone with {key}. "
            "Tag and move write to the deck files and are listed first."
        )
        told = label("small", token="mut", wrap=True)
        show_key(told, lambda key: told.setText(note.format(key=key)), "browse", "undo")
        self.content.addWidget(told)

    def show_rows(self, rows: Sequence[Row], count: int, today: int) -> None:
        """rows: the first of them, at most LOOKED_AT; count: of all."""
        self.facts.setText(self._facts(rows, count, today))
        self._show_tags(Counter(tag for row in rows for tag in row.tags))

    def _facts(self, rows: Sequence[Row], count: int, today: int) -> str:
        due = sum(1 for row in rows if row.due_day is not None and row.due_day <= today and not row.suspended)
        decks = len({row.deck_key for row in rows})
        parts = [self.tr("%n decks", "", decks), self.tr("%n due", "", due)]
        if count > len(rows):
            parts.insert(0, self.tr("of the first %n", "", len(rows)))
        known = [round(row.stability) for row in rows if row.stability is not None]
        if known and min(known) != max(known):
            low, high = min(known), max(known)
            parts.append(self.tr("stability from {low} to {high} days").format(low=low, high=high))
        elif known:
            parts.append(self.tr("stability %n days", "", known[0]))
        if answered := sum(row.reviews for row in rows):
            parts.append(self.tr("asked %n times so far", "", answered))
        return ", ".join(parts)

    def _show_tags(self, tags: Counter[str]) -> None:
        old, shown = self._tags, tags.most_common(_TAGS)
        named: list[QWidget] = [Tag(name, count) for name, count in shown]
        heading = Label("small", self.tr("Tags"), token="mut")
        heading.setMinimumHeight(theme.px(_TAG_H) + 2)
        self._tags = Flow(heading, *named, self.add_tag, gap=6)
        self.add_tag.show()  # what changes its parent is hidden
        self.content.replaceWidget(old, self._tags)
        self._tags.show()
        old.hide()
        old.deleteLater()
