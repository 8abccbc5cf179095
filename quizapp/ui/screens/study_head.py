"""The top line of a sitting: back, the deck, how far."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.core.problems import Problem
from quizapp.ui import icons, theme
from quizapp.ui.bindings import show_tip
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import CutLabel, Label
from quizapp.ui.widgets.paint import MARGIN, announce, mirrored
from quizapp.ui.widgets.panel import Column
from quizapp.ui.widgets.progress import ProgressLine

_TOP, _BELOW = 10, 4
_BEFORE_PLACE, _NOTE_SIDE = 16, 10
_ARROW, _BACK_HEIGHT = 18, 30


class BackButton(Button):
    """An arrow alone; its name is for tool tip and screen reader."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("quiet", "", icon="back", height=36, parent=parent)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_ARROW), theme.px(_BACK_HEIGHT)) + QSize(2 * MARGIN, 2 * MARGIN)

    def paint_content(self, painter: QPainter, rect: QRectF, ink: QColor) -> None:
        square = QRectF(0, 0, theme.px(18), theme.px(18))
        square.moveCenter(rect.center())
        icons.paint(painter, "back", mirrored(self, square), theme.color("text"))


class StudyHead(Column):
    """Stays in place while the page below it scrolls."""

    left = Signal()

    def __init__(self, *, widest: int = 760, back: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(widest=widest, parent=parent)
        self._mistake: Problem | None = None
        self._title = CutLabel("button")
        self._note = CutLabel("small", token="warn")
        self._note.setContentsMargins(_NOTE_SIDE, 0, _NOTE_SIDE, 0)
        self._note.hide()
        self._place = Label("small", token="mut", tabular=True)
        self._bar = ProgressLine()
        self._bar.setAccessibleName(self.tr("Progress"))
        row = QHBoxLayout()
        row.setSpacing(0)
        if back:
            self.back = BackButton(self.tr("Leave, resume later"))
            show_tip(self.back, self.tr("Leave, resume later"), "study", "leave")
            self.back.clicked.connect(self.left)
            row.addWidget(self.back)
        row.addWidget(self._title, 1)
        row.addWidget(self._note)
        row.addSpacing(_BEFORE_PLACE)
        row.addWidget(self._place)
        row.addSpacing(MARGIN)
        self.content.setContentsMargins(0, _TOP, 0, _BELOW)
        self.content.addLayout(row)
        self.content.addWidget(self._bar)

    def show_mistake(self, problem: Problem | None) -> None:
        """The deck on screen was saved with a mistake, or is well (again); in a line that is there."""
        words = ""
        if problem is not None:
            words = self.tr("The deck has a mistake. Its cards stay as they were.")
            if problem.where.line:
                words = self.tr("The deck has a mistake in line {line}. Its cards stay as they were.")
                words = words.format(line=problem.where.line)
        if words and problem != self._mistake:
            announce(self, words)
        self._mistake = problem
        self._show_note(words)

    def tell(self, words: str) -> None:
        """What came of the last answer, until the next one."""
        announce(self, words)
        self._show_note(words)

    def _show_note(self, words: str) -> None:
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def show_place(self, title: str, position: int, total: int) -> None:
        """title: of the deck; the `position`th of `total` cards is shown."""
        self._title.setText(title)
        self._place.setText(self.tr("{number} of {total}").format(number=position, total=total))
        self._bar.set_progress(position - 1, total)
