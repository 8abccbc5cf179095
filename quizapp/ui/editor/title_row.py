"""The editor's title row: back, which deck, how its file stands, Form or YAML, and study."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from quizapp.core.problems import Problem
from quizapp.ui import icons, theme
from quizapp.ui.bindings import show_tip
from quizapp.ui.editor.keeper import State
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import CutLabel
from quizapp.ui.widgets.paint import MARGIN, mirrored
from quizapp.ui.widgets.segments import Segments


class TitleRow(QWidget):
    """Speaks by its signals; shows what it is told."""

    back_wanted = Signal()
    status_pressed = Signal()
    """To the first problem, or why the file is not saved."""
    mode_chosen = Signal(int)
    study_wanted = Signal()

    def __init__(self, menu: QMenu, parent: QWidget | None = None) -> None:
        """menu: what can be done with the deck as a whole."""
        super().__init__(parent)
        self.back = IconButton("back", self.tr("Back"))
        show_tip(self.back, self.tr("Back"), "editor", "back")
        self.back.clicked.connect(self.back_wanted)
        self._title = CutLabel("title")
        self._file = CutLabel("mono", token="mut")
        self.status = StatusButton()
        self.status.clicked.connect(self.status_pressed)
        self._slot = QHBoxLayout()
        self._slot.setContentsMargins(0, 0, 0, 0)
        self.modes = Segments("", (" ",))
        self.show_modes((self.tr("Form"), self.tr("YAML")), 0)
        self.more = MenuButton(self.tr("Deck"), menu)
        self.study = Button("ghost", self.tr("Study deck"), icon="play", height=36)
        self.study.clicked.connect(self.study_wanted)
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(4)
        tools.addLayout(self._slot)
        tools.addWidget(self.more)
        tools.addStretch(1)
        tools.addWidget(self.study)
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        self._row.addWidget(self.back)
        self._row.addWidget(self._title)
        self._row.addSpacing(6)
        self._row.addWidget(self._file, 1)
        self._row.addWidget(self.status)
        self._row.addWidget(self._tools)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._rows.addLayout(self._row)

    def show_modes(self, words: Sequence[str], at: int) -> None:
        """The views there is room to choose between."""
        self._slot.removeWidget(self.modes)
        self.modes.hide()
        self.modes.deleteLater()
        self.modes = Segments(self.tr("View"), words)
        self.modes.show_choice(at)
        self.modes.chosen.connect(self.mode_chosen)
        self._slot.addWidget(self.modes)

    def show_deck(self, title: str, file: str) -> None:
        """title: of the deck; file: its name."""
        self._title.setText(title)
        self._file.setText(file)
        self._file.setAccessibleName(self.tr("File {name}").format(name=file))

    def show_status(self, state: State, problems: Sequence[Problem], card: int) -> None:
        """card: the number, from 1, of the only card with problems; 0 for several, -1 for none of them."""
        errors = sum(problem.severity == "error" for problem in problems)
        warnings = len(problems) - errors
        counts = [self.tr("%n errors", "", errors)] * bool(errors)
        counts += [self.tr("%n warnings", "", warnings)] * bool(warnings)
        words = ", ".join(counts)
        if card > 0:
            words = self.tr("{problems} in card {number}").format(problems=words, number=card)
        if state == "failed":
            self.status.show_state("error", "bad", self.tr("Not saved"))
        elif problems:
            self.status.show_state("error" if errors else "warning", "bad" if errors else "warn", words)
        else:
            states = {
                "saved": self.tr("Saved"),
                "unsaved": self.tr("Saving …"),
                "reading": self.tr("For reading only"),
            }
            self.status.show_state("check" if state == "saved" else "", "mut", states[state])

    def show_room(self, *, roomy: bool) -> None:
        """Without room what is chosen from stands in a row of its own."""
        self._row.removeWidget(self._tools)
        self._rows.removeWidget(self._tools)
        (self._row if roomy else self._rows).addWidget(self._tools)


class IconButton(Button):
    """An icon alone; its name and key are in the tool tip."""

    def __init__(self, icon: str, name: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__("quiet", "", icon=icon, height=36, parent=parent)
        self.setAccessibleName(name)
        self.setAccessibleDescription(key)
        self.setToolTip(f"{name} ({key})" if key else name)

    def sizeHint(self) -> QSize:
        side = theme.px(36) + 2 * MARGIN
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paint_content(self, painter: QPainter, rect: QRectF, ink: QColor) -> None:
        size = theme.px(18)
        place = QRectF(0, 0, size, size)
        place.moveCenter(rect.center())
        painter.save()
        if self.isRightToLeft():
            painter.translate(2 * place.center().x(), 0)
            painter.scale(-1, 1)
        icons.paint(painter, self._icon, place, ink)
        painter.restore()


class MenuButton(Button):
    """Opens a menu; the arrow behind its words says so."""

    def __init__(self, words: str, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__("quiet", words, height=36, parent=parent)
        self.menu = menu
        self.clicked.connect(self.open_menu)

    def open_menu(self) -> None:
        """Below the button."""
        self.menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + theme.px(18) + 6, hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paint_content(self, painter: QPainter, rect: QRectF, ink: QColor) -> None:
        size = theme.px(16)
        words = rect.adjusted(14, 0, -14, 0)
        painter.setFont(self.font())
        painter.setPen(ink)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(words, flags, self.words)
        place = QRectF(rect.right() - 12 - size, rect.center().y() - size / 2, size, size)
        icons.paint(painter, "chevron-down", mirrored(self, place), ink)


class StatusButton(Button):
    """How the deck stands: a tick and “Saved”, or what is wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("quiet", "", height=36, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._token = "mut"

    def show_state(self, icon: str, token: str, words: str) -> None:
        """icon: "" for none; token: of the colour."""
        self._icon, self._token = icon, token
        if words != self.words:
            self.setText(words)
        self.update()

    def restyle(self) -> None:
        self.setFont(theme.font("button"))
        self.updateGeometry()

    def paint_content(self, painter: QPainter, rect: QRectF, ink: QColor) -> None:
        super().paint_content(painter, rect, theme.color(self._token))
