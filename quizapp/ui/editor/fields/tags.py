"""Tags in a form: each can be removed, and a text at the end adds more."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from quizapp.formats.card_form import FormField
from quizapp.formats.form_rows import Row, Rows
from quizapp.ui import icons, theme
from quizapp.ui.editor.fields.base import FieldEditor, Setting
from quizapp.ui.editor.fields.cell import Cell
from quizapp.ui.editor.words import FieldWords
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import (
    BUTTON_RADIUS,
    MARGIN,
    Styled,
    announce,
    begin,
    box,
    inside,
    mirrored,
    ring,
)

_HEIGHT, _PAD, _CROSS, _RADIUS = 24, 8, 12, 6
_CLAIM = "claim"


class Tag(Styled, QAbstractButton):
    """One tag. A press on its cross, or Delete and Backspace, remove it."""

    removed = Signal(object)
    """Itself."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tag = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setAccessibleDescription(self.tr("Delete removes it"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(theme.font("small")).horizontalAdvance(self.tag)
        width = round(words + 0.5) + 2 * _PAD + 6 + theme.px(_CROSS)
        return QSize(width + 2 * MARGIN, theme.px(_HEIGHT) + 2 * MARGIN)

    def _cross(self) -> QRectF:
        rect, side = inside(self), theme.px(_CROSS)
        place = QRectF(rect.right() - _PAD - side, rect.center().y() - side / 2, side, side)
        return mirrored(self, place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._cross().adjusted(-6, -6, 6, 6).contains(event.position()):
            self.removed.emit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = inside(self)
        fill, ink = ("claimsoft", "claim") if self.tag == _CLAIM else ("key", "text")
        box(painter, rect, _RADIUS, fill=fill)
        if self.hasFocus():
            ring(painter, rect, _RADIUS)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color(ink))
        words = mirrored(self, rect.adjusted(_PAD, 0, -_PAD - theme.px(_CROSS) - 6, 0))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.tag)
        icons.paint(painter, "cross", self._cross(), theme.color("mut" if ink == "text" else ink))
        painter.end()


class TagsEditor(FieldEditor):
    """Enter or a comma adds what was written; Backspace in an empty text goes to the last tag."""

    def __init__(self, field: FormField, words: FieldWords, parent: QWidget | None = None) -> None:
        super().__init__(field, words, parent)
        self._tags: list[Tag] = []
        self._bad = False
        self.cell = Cell(words.name, placeholder=words.columns[0], role="row", one_line=True)
        self.cell.setMinimumWidth(theme.px(90))
        self.cell.entered.connect(self._take)
        self.cell.edited.connect(self._on_typed)
        self.cell.backed.connect(self._to_last)
        self.cell.focus_changed.connect(self._on_focus)
        self.cell.lines_pasted.connect(self._paste)
        self.describe(self.cell)
        self.aside = self._from_deck = label("small", "", "mut")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(MARGIN + 9, MARGIN + 1, MARGIN + 9, MARGIN + 1)
        self._rows.setSpacing(0)
        self._flow: Flow | None = None
        self._arrange()
        self.entrance = self.cell

    def value(self) -> Rows:
        return tuple(Row((tag.tag,)) for tag in self._tags)

    def show_value(self, shown: Rows) -> None:
        if shown != self.value():
            self._show([row.cells[0] for row in shown])

    def _show(self, texts: list[str]) -> None:
        old = {tag.tag: tag for tag in self._tags}
        self._tags = [old.pop(text) if text in old else self._tag(text) for text in dict.fromkeys(texts)]
        self._arrange()
        for tag in old.values():
            tag.hide()
            tag.deleteLater()

    def _tag(self, text: str) -> Tag:
        tag = Tag(text, self)
        tag.removed.connect(self._remove)
        return tag

    def _arrange(self) -> None:
        old = self._flow
        had = self.cell.hasFocus()
        self._flow = Flow(*self._tags, self.cell, gap=0)
        self._rows.addWidget(self._flow)
        for widget in (*self._tags, self.cell):
            widget.show()
        if old is not None:
            self._rows.removeWidget(old)
            old.deleteLater()
        if had:
            self.cell.setFocus()
        self.update()

    def _texts(self) -> list[str]:
        return [tag.tag for tag in self._tags]

    def _on_typed(self, text: str) -> None:
        if "," in text:
            self._take()

    def _on_focus(self) -> None:
        self.update()
        if not self.cell.hasFocus():
            self._take()

    def _take(self) -> None:
        """What was written becomes tags."""
        fresh = [part.strip() for part in self.cell.text.split(",") if part.strip()]
        if fresh:
            self.cell.show_text("")
            self._show([*self._texts(), *fresh])
            self.edited.emit()

    def _paste(self, texts: Sequence[str]) -> None:
        self._show([*self._texts(), *texts])
        self.edited.emit()

    def _remove(self, tag: Tag) -> None:
        self.cell.setFocus()
        self._show([text for text in self._texts() if text != tag.tag])
        announce(self, self.tr("Removed {tag}").format(tag=tag.tag))
        self.edited.emit()

    def _to_last(self) -> None:
        if self._tags:
            self._tags[-1].setFocus()

    def show_problem(self, sentence: str) -> None:
        self._bad = bool(sentence)
        self.describe(self.cell, sentence)
        self.update()

    def show_setting(self, setting: Setting) -> None:
        """Beside the label: tags that the deck adds."""
        count = len(setting.deck.tags) if setting.deck else 0
        self._from_deck.setText(self.tr("%n from the deck are added", "", count) if count else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = inside(self)
        box(painter, rect, BUTTON_RADIUS, fill="card", line="bad" if self._bad else "edge")
        if self.cell.hasFocus():
            ring(painter, rect, BUTTON_RADIUS)
        painter.end()
