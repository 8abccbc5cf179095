"""A button that offers the fields that are not shown."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QPainter
from PySide6.QtWidgets import QMenu, QWidget

from quizapp.formats.card_form import FormField
from quizapp.ui import icons, theme
from quizapp.ui.editor.words import words
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.paint import MARGIN, mirrored

_SIGN = 14


class AddButton(Button):
    """Adds something to a form: a plus and words in the colour of links."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__("quiet", text, icon="plus", height=30, parent=parent)

    @property
    def _pad(self) -> int:
        return 6

    @property
    def _gap(self) -> int:
        return 5

    def paint_content(self, painter: QPainter, rect: QRectF, ink: QColor) -> None:
        super().paint_content(painter, rect, theme.color("accink"))


class MoreButton(Button):
    """Offers them in a menu, by their names."""

    chosen = Signal(str)
    """The key of a field."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__("quiet", text, height=36, parent=parent)
        self._offered: Sequence[FormField] = ()
        self._whose = ""
        self.clicked.connect(self._open)

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(theme.px(_SIGN) + self._gap, 0)

    def paint_content(self, painter: QPainter, rect: QRectF, ink: QColor) -> None:
        super().paint_content(painter, rect, ink)
        side = theme.px(_SIGN)
        sign = QRectF(rect.right() - self._pad - side, rect.center().y() - side / 2, side, side)
        icons.paint(painter, "chevron-down", mirrored(self, sign), ink)

    def show_fields(self, offered: Sequence[FormField], kind: str) -> None:
        """kind: by whose words they are called."""
        self._offered, self._whose = offered, kind
        self.setVisible(bool(offered))

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for field in self._offered:
            named = words.of(field, self._whose)
            action = menu.addAction(named.name.replace("&", "&&"))
            action.setToolTip(f"{named.about} ({field.key})")
            action.setData(field.key)
        menu.setToolTipsVisible(True)
        menu.triggered.connect(self._take)
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])
        menu.popup(self.mapToGlobal(QPoint(MARGIN, self.height())))

    def _take(self, action: QAction) -> None:
        self.chosen.emit(action.data())
