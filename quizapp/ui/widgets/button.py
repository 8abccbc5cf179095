"""The app's button: primary, ghost, plain, quiet or link; an icon at the left, a key cap at the right."""

from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from quizapp.ui import icons, theme
from quizapp.ui.widgets.keycap import cap_width, paint_cap
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

ButtonKind = Literal["primary", "ghost", "plain", "quiet", "link", "bare"]
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Look(Struct, frozen=True):
    fill: str
    hover: str
    line: str
    ink: str
    role: str = "button"


_LOOKS: dict[str, _Look] = {
    "primary": _Look("acc", "acchover", "", "acctext"),
    "ghost": _Look("card", "hover", "line", "text"),
    "plain": _Look("", "hover", "", "text"),
    "quiet": _Look("", "hover", "", "mut"),
    "link": _Look("", "", "", "accink", "small"),
    "bare": _Look("", "hover", "", "accink", "cap"),
}
_PADS = {"link": 0, "bare": 4}
"""Of kinds that stand in a line of words, px."""
_DISABLED = _Look("key", "key", "line", "mut")


class Button(Styled, QAbstractButton):
    """A button whose focus ring lies outside its border, in the 4 px that it owns on each side.

    kind: at most one primary on a screen; key: the words of the key cap ("Enter", "Alt 0"), "" = none;
    icon: a name of `icons`; icon_after: it stands behind the words; height: of the border box at 100 % text
    size; pad: beside the words, px, where not as usual. Space and Enter press it.
    """

    def __init__(
        self,
        kind: ButtonKind,
        text: str,
        *,
        key: str = "",
        icon: str = "",
        icon_after: bool = False,
        height: int = 44,
        pad: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._own_pad = pad
        self._kind, self._words, self._key, self._icon, self._height = kind, text, key, icon, height
        self._icon_after = icon_after
        self.setText(text)
        self.setAccessibleDescription(key)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.restyle()

    @property
    def kind(self) -> ButtonKind:
        return self._kind

    def set_kind(self, kind: ButtonKind) -> None:
        """Another kind, same place."""
        self._kind = kind
        self.update()

    @property
    def words(self) -> str:
        """What stands on the button, as given."""
        return self._words

    def setText(self, text: str) -> None:
        """Other words. Deck titles may stand here: an ampersand is an ampersand, never a mnemonic."""
        self._words = text
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_key(self, key: str) -> None:
        """Another key cap."""
        self._key = key
        self.setAccessibleDescription(key)
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str) -> None:
        """Another icon; "" for none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        self.setFont(theme.font(_LOOKS[self._kind].role))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = 2 * self._pad + self._words_width()
        if self._key:
            width += self._gap + cap_width(self._key, self._cap_height)
        if self._icon:
            width += self._gap + self._icon_side
        return QSize(round(width + 0.5) + 2 * MARGIN, theme.px(self._height) + 2 * MARGIN)

    def minimumSizeHint(self) -> QSize:
        """Without the key cap: it gives way where room is short."""
        hint = self.sizeHint()
        cap = self._gap + cap_width(self._key, self._cap_height) if self._key else 0
        return QSize(hint.width() - int(cap), hint.height())

    @property
    def _pad(self) -> int:
        if self._own_pad is not None:
            return self._own_pad
        if self._kind in _PADS:
            return _PADS[self._kind]
        return {48: 16, 44: 16, 36: 14}.get(self._height, 10)

    @property
    def _gap(self) -> int:
        return 10 if self._height > 30 else 7

    @property
    def _icon_side(self) -> int:
        return theme.px(18 if self._height > 30 else 16)

    @property
    def _cap_height(self) -> int:
        return theme.px(24 if self._height >= 40 else 20)

    def _words_width(self) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance(self._words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = inside(self)
        look = _LOOKS[self._kind] if self.isEnabled() else _DISABLED
        active = self.isEnabled() and (self.underMouse() or self.isDown() or self.isChecked())
        box(painter, rect, BUTTON_RADIUS, fill=look.hover if active else look.fill, line=look.line)
        if self.hasFocus():
            ring(painter, rect, BUTTON_RADIUS)
        self.paint_content(painter, rect, theme.color(look.ink))
        painter.end()

    def paint_content(self, painter: QPainter, rect: QRectF, ink: QColor) -> None:
        """Icon, words and key cap, on the border box."""
        capped = bool(self._key) and self.width() >= self.sizeHint().width()
        asked = self.sizeHint() if capped else self.minimumSizeHint()
        spare = max(0, self.width() - asked.width())
        x = rect.left() + self._pad + spare / 2
        size = self._icon_side
        if self._icon:
            left = x + self._words_width() + self._gap if self._icon_after else x
            place = QRectF(left, rect.center().y() - size / 2, size, size)
            icons.paint(painter, self._icon, mirrored(self, place), ink)
            x += 0 if self._icon_after else size + self._gap
        painter.setFont(self.font())
        painter.setPen(ink)
        words = QRectF(x, rect.top(), self._words_width() + 1, rect.height())
        painter.drawText(mirrored(self, words), Qt.AlignmentFlag.AlignVCenter | leading(self), self._words)
        if self._kind == "link":
            base = rect.center().y() + QFontMetricsF(self.font()).ascent() / 2
            painter.drawLine(QPointF(words.left(), base), QPointF(words.right(), base))
        if capped:
            width = cap_width(self._key, self._cap_height)
            place = QRectF(rect.right() - self._pad - width, 0, width, self._cap_height)
            place.moveTop(rect.center().y() - self._cap_height / 2)
            self.paint_key(painter, mirrored(self, place), ink)

    def paint_key(self, painter: QPainter, place: QRectF, ink: QColor) -> None:
        """The key cap, in the button's own ink where that has a fill of its own."""
        if self._kind == "primary" and self.isEnabled():
            edge = QColor(ink)
            edge.setAlphaF(0.55)
            paint_cap(painter, place, self._key, ink=ink, fill="", line=edge)
        else:
            paint_cap(painter, place, self._key)
