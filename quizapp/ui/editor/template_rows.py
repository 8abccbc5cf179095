"""What a new deck begins with: the templates as rows to choose from."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from quizapp.formats.deck_templates import TEMPLATES, Template
from quizapp.ui import theme
from quizapp.ui.i18n import marked
from quizapp.ui.widgets.paint import RADIUS, Styled, begin, box, inside, leading, mirrored, ring

_HEIGHT, _PAD, _DOT, _GAP = 56, 14, 18, 12


class TemplateRow(Styled, QAbstractButton):
    """A radio button of two lines: the name, and what it is for."""

    def __init__(self, template: Template, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._about = marked(template.label), marked(template.about)
        self.setCheckable(True)
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(self._about)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(_HEIGHT) + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = inside(self)
        box(
            painter,
            rect,
            RADIUS,
            fill="accsoft" if self.isChecked() else "hover" if self.underMouse() else "",
        )
        if self.hasFocus():
            ring(painter, rect, RADIUS)
        side = theme.px(_DOT)
        dot = mirrored(self, QRectF(rect.left() + _PAD, rect.center().y() - side / 2, side, side))
        box(painter, dot, side / 2, fill="card", line="acc" if self.isChecked() else "edge", width=1.5)
        if self.isChecked():
            inset = side * 0.27
            box(painter, dot.adjusted(inset, inset, -inset, -inset), side / 2, fill="acc")
        left = rect.left() + _PAD + side + _GAP
        for words, role, token, top, edge in (
            (self._name, "button", "text", rect.top(), Qt.AlignmentFlag.AlignBottom),
            (self._about, "small", "mut", rect.center().y(), Qt.AlignmentFlag.AlignTop),
        ):
            painter.setFont(theme.font(role))
            painter.setPen(theme.color(token))
            place = QRectF(left, top, rect.right() - _PAD - left, rect.height() / 2)
            line = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(place.width()))
            painter.drawText(mirrored(self, place), edge | leading(self), line)
        painter.end()


class TemplateRows(QWidget):
    """One tab stop; the arrow keys choose."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Begin with"))
        self._group = QButtonGroup(self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for at, template in enumerate(TEMPLATES):
            row = TemplateRow(template)
            self._group.addButton(row, at)
            rows.addWidget(row)
        self.choose(TEMPLATES[0])
        self._group.idToggled.connect(self._tell)

    @property
    def template(self) -> Template:
        return TEMPLATES[self._group.checkedId()]

    def choose(self, template: Template) -> None:
        """Another one is chosen."""
        self._group.button(TEMPLATES.index(template)).setChecked(True)

    def _tell(self, at: int, checked: bool) -> None:
        if checked:
            self.chosen.emit()
