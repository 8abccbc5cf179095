"""The groups of settings: a list at the side, or a drop-down where there is no room for one."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from quizapp.ui import theme
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.cell import PaintedCell
from quizapp.ui.widgets.dropdown import Choice, DropDown
from quizapp.ui.widgets.paint import MARGIN, Styled, begin, box, ring
from quizapp.ui.widgets.roving import Roving

_HEIGHT, _BETWEEN, _PAD, _RADIUS, _COUNT_W = 34, 3, 12, 8, 24
WIDTH = 168
"""Of the list at 100 % text size, px."""


class Group(Struct, frozen=True):
    """A group as it is shown."""

    key: str
    """As in core.settings.GROUPS."""
    name: str
    """Translated."""
    count: int | None = None
    """How many of its settings were found; None while nothing is searched for."""
    here: bool = True
    """Something of it can be set in the scope that is shown."""


class GroupList(QWidget):
    """One tab stop; up and down choose."""

    chosen = Signal(str)
    """Key of the group that the user has chosen."""

    def __init__(self, groups: Sequence[Group], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Groups of settings"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        self.items = tuple(GroupItem(group) for group in groups)
        self._roving = Roving(self.items, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for item in self.items:
            column.addWidget(item)
            item.clicked.connect(self._on_clicked)
            item.walked.connect(self._on_walked)

    def show_groups(self, groups: Sequence[Group], current: str) -> None:
        """The same groups as they stand now. current: key of the one whose settings are shown; "": none."""
        for at, (item, group) in enumerate(zip(self.items, groups, strict=True)):
            item.show_group(group, current=group.key == current)
            if group.key == current:
                self._roving.stop_at(at)

    def _on_clicked(self) -> None:
        item = self.sender()
        assert isinstance(item, GroupItem)
        self.chosen.emit(item.shown.key)

    def _on_walked(self, by: int) -> None:
        item = self.sender()
        assert isinstance(item, GroupItem)
        at = self.items.index(item) + by
        if 0 <= at < len(self.items):
            self.items[at].setFocus(Qt.FocusReason.TabFocusReason)
            self.chosen.emit(self.items[at].shown.key)


class GroupItem(Styled, QAbstractButton):
    """A group's name, and how many of its settings were found."""

    walked = Signal(int)
    """1 or -1."""

    def __init__(self, group: Group, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = group
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_group(group, current=False)

    def show_group(self, group: Group, *, current: bool) -> None:
        self.shown = group
        self.setChecked(current)
        self.setText(group.name.replace("&", "&&"))
        found = self.tr("%n settings found", "", group.count or 0)
        self.setAccessibleName(group.name if group.count is None else f"{group.name}: {found}")
        self.update()

    def nextCheckState(self) -> None:
        """Which group is shown is not for the button to say."""

    @property
    def faded(self) -> bool:
        """There is nothing in it now."""
        return self.shown.count == 0 or not self.shown.here

    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(theme.font("button")).horizontalAdvance(self.shown.name)
        width = max(theme.px(WIDTH), round(words) + 2 * _PAD + theme.px(_COUNT_W))
        return QSize(width + 2 * MARGIN, theme.px(_HEIGHT) + _BETWEEN)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.walked.emit(steps[Qt.Key(event.key())])
        elif event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = QRectF(self.rect()).adjusted(MARGIN, _BETWEEN / 2, -MARGIN, -_BETWEEN / 2)
        if self.isChecked():
            box(painter, rect, _RADIUS, fill="accsoft")
        elif self.underMouse():
            box(painter, rect, _RADIUS, fill="hover")
        if self.hasFocus():
            ring(painter, rect.adjusted(3, 3, -3, -3), _RADIUS - 3)
        token = "accink" if self.isChecked() else "mut" if self.faded else "text"
        cell = PaintedCell(painter, rect, mirrored=self.isRightToLeft())
        words = cell.rect.adjusted(_PAD, 0, -_PAD, 0)
        role = "button" if self.isChecked() else "row"
        cell.words(words, (self.shown.name,), role, token)
        if self.shown.count:
            count = QLocale().toString(self.shown.count)
            cell.words(words, (count,), "small", "mut", at_end=True, tabular=True)
        painter.end()


class GroupPicker(DropDown):
    """The same as a drop-down."""

    group_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Group of settings"), parent=parent)
        self._groups: tuple[Group, ...] = ()
        self.chosen.connect(self._on_chosen)

    def show_groups(self, groups: Sequence[Group], current: str) -> None:
        """As GroupList; without a current one all groups are searched."""
        self._groups = tuple(groups)
        names = [group.name for group in groups]
        if current:
            self.show_choices([Choice(name) for name in names], [one.key for one in groups].index(current))
            return
        counts = [QLocale().toString(group.count or 0) for group in groups]
        words = [f"{name} ({count})" for name, count in zip(names, counts, strict=True)]
        self.show_choices([Choice(self.tr("All groups")), *map(Choice, words)], 0)

    def _on_chosen(self, at: int) -> None:
        self.group_chosen.emit(self._groups[at - (len(self._choices) - len(self._groups))].key)
