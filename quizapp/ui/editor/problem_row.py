"""One problem: what, where and why; its cure as two lines of the file, and as a button."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.core import cures
from quizapp.core.problems import Problem
from quizapp.formats.cures import Preview
from quizapp.ui import theme
from quizapp.ui.bindings import cap
from quizapp.ui.i18n import marked
from quizapp.ui.report import words_of
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.icon import Icon
from quizapp.ui.widgets.label import CutLabel, label
from quizapp.ui.widgets.paint import Styled, begin, box

ICONS = {"error": ("error", "bad"), "warning": ("warning", "warn")}
_ROW, _LINES, _WIDE, _BUTTONS = 74, 352, 720, 150
_HEAD, _WORD, _QUOTES = 10, 12, ("'", '"')


class CureLines(Styled, QWidget):
    """A line of the file before and after a cure; what changes is in view."""

    def __init__(self, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview = preview
        self.setAccessibleName(
            self.tr("Before: {before}. After: {after}").format(before=preview.before, after=preview.after)
        )
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_LINES), 2 * theme.px(22) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        height, width = theme.px(22), self.width()
        font = theme.font("mono")
        room = int((width - 16) / QFontMetricsF(font).horizontalAdvance("0")) - 2
        before, after = cut(*self._preview, room)
        for number, (sign, line, fill) in enumerate((("−", before, "badsoft"), ("+", after, "goodsoft"))):
            place = QRectF(0, number * (height + 2), width, height)
            box(painter, place, 4, fill=fill)
            painter.setFont(font)
            painter.setPen(theme.color("text"))
            words = f"{sign} {line}"
            painter.drawText(place.adjusted(8, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()


def cut(before: str, after: str, column: int, room: int) -> tuple[str, str]:
    """Two lines in so many characters each, without their lead: what differs from `column` on is in view.

    The same end of both is left, so that they stand above each other.
    """
    lead = len(before) - len(before.lstrip(" -"))
    if not after.startswith(before[:lead]):
        lead = 0
    lines = before[lead:], after[lead:]
    if max(map(len, lines)) <= room:
        return lines
    head = min(max(0, column - lead), _HEAD)
    opened = after[column : column + 1] if after[column : column + 1] in _QUOTES else ""
    longer = max(0, len(lines[1]) - len(lines[0]) - len(opened))
    kept = max(0, min(room - head - 2 - len(opened) - longer, len(lines[0]) - head))
    tail = lines[0][len(lines[0]) - kept :]
    tail = tail[tail.find(" ", 0, _WORD) + 1 :]
    end = lines[1][len(lines[1]) - len(tail) - longer :]
    return f"{lines[0][:head]}… {tail}", f"{lines[1][:head]}{opened}… {end}"


class ProblemRow(QWidget):
    """Speaks of one problem; a click shows its place."""

    cure_wanted = Signal(object)
    """The Problem."""
    all_wanted = Signal(object)
    shown = Signal(object)

    def __init__(
        self,
        problem: Problem,
        preview: Preview | None,
        *,
        first: bool,
        alike: int,
        may_write: bool,
        parent: QWidget | None = None,
    ) -> None:
        """first: its button is the primary; alike: how many problems of the deck have this very cure."""
        super().__init__(parent)
        self.problem = problem
        name, token = ICONS[problem.severity]
        title = marked(cures.title(problem), problem.args)
        place = self.tr("line {line}, column {column}").format(
            line=problem.where.line, column=problem.where.column
        )
        self.setAccessibleName(f"{title}, {place}. {words_of(problem)}")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(label("button", title))
        head.addWidget(CutLabel("small", place if problem.where.line else "", token="mut"), 1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addLayout(head)
        self._why = label("small", words_of(problem), "mut", wrap=True)
        words.addWidget(self._why)
        self._lines = CureLines(preview) if preview is not None else None
        self.button: Button | None = None
        self._grid = row = QGridLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setHorizontalSpacing(12)
        row.setVerticalSpacing(6)
        row.setColumnStretch(1, 1)
        row.setColumnMinimumWidth(3, theme.px(_BUTTONS))
        row.addWidget(Icon(name, token=token), 0, 0)
        row.addLayout(words, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        cure = marked(cures.cure(problem), problem.args)
        if cure and may_write:
            row.addWidget(self._buttons(cure, first=first, alike=alike), 0, 3)
        self.show_room(_WIDE)
        self.setMinimumHeight(theme.px(_ROW))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_room(self, width: int) -> None:
        """Without room, px, the lines of the cure stand below the words."""
        if self._lines is not None:
            self._grid.removeWidget(self._lines)
            below = width < theme.px(_WIDE)
            self._grid.addWidget(self._lines, 1 if below else 0, 1 if below else 2, 1, 3 if below else 1)

    def _buttons(self, cure: str, *, first: bool, alike: int) -> QWidget:
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        key = cap("editor", "cure_first") if first else ""
        self.button = Button("primary" if first else "ghost", cure, key=key, height=30)
        self.button.clicked.connect(self._cure)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignRight)
        if alike > 1:
            every = Button("link", self.tr("Do this for all %n", "", alike), height=22)
            every.clicked.connect(self._cure_all)
            column.addWidget(every, alignment=Qt.AlignmentFlag.AlignRight)
        return both

    def _cure(self) -> None:
        self.cure_wanted.emit(self.problem)

    def _cure_all(self) -> None:
        self.all_wanted.emit(self.problem)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.shown.emit(self.problem)
