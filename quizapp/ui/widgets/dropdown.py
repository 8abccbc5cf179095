"""A drop-down: one of a few choices, offered in a menu."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QIcon, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from quizapp.ui import icons, theme
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.icon import paint_any
from quizapp.ui.widgets.paint import (
    BUTTON_RADIUS,
    MARGIN,
    Styled,
    begin,
    box,
    inside,
    leading,
    mirrored,
    ring,
)

_HEIGHT, _PAD, _SIGN, _GAP, _CHEVRON = 36, 12, 18, 10, 14


class Choice(Struct, frozen=True):
    """One of the choices. icon: a name of `icons`, or an outline; "" for none."""

    words: str
    icon: str = ""


class DropDown(Styled, QAbstractButton):
    """Shows the present choice; Up and Down change it, Enter, Space or a press opens the menu."""

    chosen = Signal(int)
    """Index of the user's choice."""

    def __init__(self, name: str, *, direct: bool = True, parent: QWidget | None = None) -> None:
        """name: what is chosen, for screen readers; direct: False where a choice weighs much: then Up and
        Down open the menu instead."""
        super().__init__(parent)
        self._direct = direct
        self._name, self._bad = name, False
        self._choices: tuple[Choice, ...] = ()
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)

    @property
    def at(self) -> int:
        """Index of the present choice; -1 before there are any."""
        return self._at

    def show_choices(self, choices: Sequence[Choice], at: int) -> None:
        """choices: translated; at: the present one."""
        self._choices, self._at = tuple(choices), at
        words = choices[at].words if 0 <= at < len(choices) else ""
        self.setAccessibleName(f"{self._name}: {words}" if words else self._name)
        self.updateGeometry()
        self.update()

    def show_bad(self, bad: bool) -> None:
        """There is something to mend in it."""
        self._bad = bad
        self.update()

    def open_menu(self) -> None:
        """Offer the choices; the menu is never wider than the field has to be."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for at, choice in enumerate(self._choices):
            action = menu.addAction(choice.words.replace("&", "&&"))
            action.setData(at)
            action.setCheckable(not choice.icon)
            action.setChecked(at == self._at)
            if choice.icon:
                action.setIcon(_icon(choice.icon))
        menu.triggered.connect(self._take)
        if 0 <= self._at < len(self._choices):
            menu.setActiveAction(menu.actions()[self._at])
        menu.popup(self.mapToGlobal(QPoint(MARGIN, self.height() - MARGIN)))

    def _take(self, action: object) -> None:
        self.choose(action.data())  # type: ignore[attr-defined]

    def choose(self, at: int) -> None:
        """The user's choice."""
        if at != self._at and 0 <= at < len(self._choices):
            self.chosen.emit(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif event.key() in ENTER or (
            event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            self.click()
        elif event.key() in steps and not self._direct:
            self.open_menu()
        elif event.key() in steps:
            self.choose(self._at + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _widest(self) -> float:
        metrics = QFontMetricsF(theme.font("row"))
        return max((metrics.horizontalAdvance(choice.words) for choice in self._choices), default=0)

    def sizeHint(self) -> QSize:
        icon = theme.px(_SIGN) + _GAP if any(choice.icon for choice in self._choices) else 0
        width = self._widest() + icon + 2 * _PAD + _GAP + theme.px(_CHEVRON)
        return QSize(min(round(width + 1), theme.px(320)) + 2 * MARGIN, theme.px(_HEIGHT) + 2 * MARGIN)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(96), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = inside(self)
        fill = "hover" if self.underMouse() else "card"
        box(painter, rect, BUTTON_RADIUS, fill=fill, line="bad" if self._bad else "edge")
        if self.hasFocus():
            ring(painter, rect, BUTTON_RADIUS)
        self._paint_choice(painter, rect)
        side = theme.px(_CHEVRON)
        sign = QRectF(rect.right() - _PAD - side, rect.center().y() - side / 2, side, side)
        icons.paint(painter, "chevron-down", mirrored(self, sign), theme.color("mut"))
        painter.end()

    def _paint_choice(self, painter: QPainter, rect: QRectF) -> None:
        if not 0 <= self._at < len(self._choices):
            return
        choice, left = self._choices[self._at], rect.left() + _PAD
        if choice.icon:
            side = theme.px(_SIGN)
            sign = QRectF(left, rect.center().y() - side / 2, side, side)
            paint_any(painter, choice.icon, mirrored(self, sign), "mut")
            left += side + _GAP
        painter.setFont(theme.font("row"))
        painter.setPen(theme.color("text"))
        room = rect.right() - _PAD - theme.px(_CHEVRON) - _GAP - left
        words = painter.fontMetrics().elidedText(choice.words, Qt.TextElideMode.ElideRight, int(room))
        place = mirrored(self, QRectF(left, rect.top(), room, rect.height()))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | leading(self), words)


def _icon(name: str) -> QIcon:
    side = theme.px(_SIGN)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_any(painter, name, QRectF(0, 0, side, side), "mut")
    painter.end()
    return QIcon(pixmap)
