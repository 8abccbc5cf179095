"""A title that is also a choice: pressed, it offers a menu."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from quizapp.ui import icons, theme
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.cell import PaintedCell, is_cut, line_height, lines_of, tip, words_width
from quizapp.ui.widgets.paint import BUTTON_RADIUS, MARGIN, Styled, begin, mirrored, ring

_ROLE, _ARROW, _ARROW_GAP = "title", 18, 8


class TitlePicker(Styled, QAbstractButton):
    """Shows the present choice at title size, in up to two lines. With one choice it is only a title."""

    picked = Signal(int)
    """Place of the new choice."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """name: what is chosen ("Course"), translated."""
        super().__init__(parent)
        self._name = name
        self._choices: tuple[str, ...] = ("",)
        self._at = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self.open_menu)
        self.show_choices(("",), 0)

    def show_choices(self, choices: tuple[str, ...], at: int) -> None:
        """choices: at least one, translated; at: the present one."""
        self._choices, self._at = choices, at
        several = len(choices) > 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if several else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if several else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(f"{self._name}: {choices[at]}")
        cut = is_cut(choices[at], self._lines(self.width()))
        self.setToolTip(tip(choices[at]) if cut else "")
        self.updateGeometry()
        self.update()

    def open_menu(self) -> None:
        """Offer the choices."""
        if len(self._choices) < 2:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for at, choice in enumerate(self._choices):
            action = menu.addAction(choice.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(at == self._at)
            action.setData(at)
            group.addAction(action)
        group.triggered.connect(self._on_triggered)
        menu.setActiveAction(menu.actions()[self._at])
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _on_triggered(self, action: object) -> None:
        self.picked.emit(action.data())  # type: ignore[attr-defined]

    def restyle(self) -> None:
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*ENTER, Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(len(self._lines(width)) * line_height(_ROLE)) + 2 * MARGIN

    def sizeHint(self) -> QSize:
        width = round(words_width(self._choices[self._at], _ROLE)) + 1 + self._aside
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), round(line_height(_ROLE)) + 2 * MARGIN)

    @property
    def _aside(self) -> int:
        """What margins and arrow take, px."""
        arrow = theme.px(_ARROW) + _ARROW_GAP if len(self._choices) > 1 else 0
        return arrow + 2 * MARGIN

    def _lines(self, width: int) -> tuple[str, ...]:
        return lines_of(self._choices[self._at], _ROLE, width - self._aside)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        lines = self._lines(self.width())
        widest = max(words_width(line, _ROLE) for line in lines)
        whole = QRectF(MARGIN, 0, widest + self._aside - 2 * MARGIN, self.height())
        if self.hasFocus():
            ring(painter, mirrored(self, whole.adjusted(0, MARGIN, 0, -MARGIN)), BUTTON_RADIUS - 4)
        cell = PaintedCell(painter, mirrored(self, whole), mirrored=self.isRightToLeft())
        cell.words(cell.rect, lines, _ROLE, "text")
        if len(self._choices) > 1:
            size = theme.px(_ARROW)
            place = QRectF(cell.rect.right() - size, cell.rect.center().y() - size / 2 + 1, size, size)
            icons.paint(painter, "chevron-down", cell.place(place), theme.color("mut"))
        painter.end()
