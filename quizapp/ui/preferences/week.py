"""Seven days, each with a bar as high as what it gets of the reviews."""

from typing import Any, get_args

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from quizapp.core.setting_values import Ease
from quizapp.core.settings import Setting
from quizapp.ui import theme
from quizapp.ui.preferences.controls import Control
from quizapp.ui.services import Services
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.label import advance
from quizapp.ui.widgets.paint import BUTTON_RADIUS, MARGIN, Styled, begin, box, inside, ring
from quizapp.ui.widgets.roving import Roving

_EASES: tuple[Ease, ...] = get_args(Ease)
_HEIGHTS = {"normal": 1.0, "less": 0.5, "least": 0.12}
_WIDTH, _HEIGHT, _BAR_W, _BAR_H, _TOP, _BELOW = 36, 58, 16, 24, 7, 22
DAYS = 7


class WeekControl(Control):
    """One tab stop: arrows left and right walk the days; up, down, Space and a press change one."""

    def __init__(self, setting: Setting, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(setting, services, parent)
        self.setAccessibleName(self.name)
        self.days = tuple(DayButton(day) for day in range(1, DAYS + 1))
        self._row.setSpacing(0)
        self.place(*self.days)
        self._roving = Roving(self.days, self)
        for day in self.days:
            day.eased.connect(self._on_eased)
            day.walked.connect(self._on_walked)
        self._roving.came_to.connect(self._on_came)
        self.setFocusProxy(self.days[0])

    def show_value(self, value: Any, general: Any = None) -> None:
        for day, ease in zip(self.days, value, strict=True):
            day.show_ease(ease)

    def _on_eased(self, at: int, ease: Ease) -> None:
        self.changed.emit(tuple(ease if day is self.days[at] else day.ease for day in self.days))

    def _on_came(self, at: int) -> None:
        self.setFocusProxy(self.days[at])

    def _on_walked(self, at: int) -> None:
        self.days[at % DAYS].setFocus(Qt.FocusReason.TabFocusReason)


class DayButton(Styled, QAbstractButton):
    """A day of the week."""

    eased = Signal(int, str)
    """(index of the day, the Ease that the user wants)."""
    walked = Signal(int)
    """Index of the day that the focus is to go to."""

    def __init__(self, day: int, parent: QWidget | None = None) -> None:
        """day: 1 is Monday."""
        super().__init__(parent)
        self._at = day - 1
        self.ease: Ease = "normal"
        locale = QLocale()
        self._day = locale.standaloneDayName(day)
        self._short = locale.standaloneDayName(day, QLocale.FormatType.ShortFormat)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    def show_ease(self, ease: Ease) -> None:
        """How much the day gets."""
        words = {
            "normal": self.tr("as many as any day"),
            "less": self.tr("fewer reviews"),
            "least": self.tr("hardly any review"),
        }
        self.ease = ease
        said = self.tr("{day}: {much}").format(day=self._day, much=words[ease])
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    def _on_clicked(self) -> None:
        self._step(1, round_again=True)

    def _step(self, by: int, *, round_again: bool) -> None:
        at = _EASES.index(self.ease) + by
        if round_again or 0 <= at < len(_EASES):
            self.eased.emit(self._at, _EASES[at % len(_EASES)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = -1 if self.isRightToLeft() else 1
        walks = {Qt.Key.Key_Left: -forward, Qt.Key.Key_Right: forward}
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in walks:
            self.walked.emit(self._at + walks[Qt.Key(event.key())])
        elif event.key() in steps:
            self._step(steps[Qt.Key(event.key())], round_again=False)
        elif event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = max(theme.px(_WIDTH), round(advance("small", self._short)) + 8)
        return QSize(width + 2 * MARGIN, theme.px(_HEIGHT) + 2 * MARGIN)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = inside(self)
        if self.underMouse():
            box(painter, rect, BUTTON_RADIUS, fill="hover")
        if self.hasFocus():
            ring(painter, rect, BUTTON_RADIUS)
        whole = QRectF(0, rect.top() + theme.px(_TOP), theme.px(_BAR_W), theme.px(_BAR_H))
        whole.moveLeft(rect.center().x() - whole.width() / 2)
        box(painter, whole, 3, fill="heat0")
        bar = QRectF(whole)
        bar.setTop(whole.bottom() - whole.height() * _HEIGHTS[self.ease])
        box(painter, bar, min(3, bar.height() / 2), fill="heat3" if self.ease == "normal" else "heat4")
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("mut" if self.ease == "normal" else "text"))
        words = rect.adjusted(0, rect.height() - theme.px(_BELOW), 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._short)
        painter.end()
