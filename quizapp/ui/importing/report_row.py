"""One row of the report: where, why, what it says, and what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui import theme
from quizapp.ui.importing.esc_field import EscField
from quizapp.ui.importing.lines import Line
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.icon import Icon
from quizapp.ui.widgets.label import CutLabel, label
from quizapp.ui.widgets.paint import MARGIN

_PLACE, _CURE = 92, 108
_SIGNS = {"error": ("warning", "warn"), "conflict": ("info", "accink"), "warning": ("info", "mut")}


class ReportRow(QWidget):
    """Speaks by its signals; the line can be edited in place: Enter reads it again, Esc leaves it."""

    split_wanted = Signal(object)
    """The Line that is to be split by its other sign."""
    edited = Signal(object, str)
    """(Line, what it is to say)"""

    def __init__(self, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self._place = CutLabel("cap", line.place, token="mut")
        self._words = label("row", line.words, wrap=True)
        self._raw = CutLabel("mono", " ".join(line.raw.split()), token="mut")
        self.cure: Button | None = self._cure()
        self.field: EscField | None = None
        self._texts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._texts.setSpacing(12)
        self._lay_out()
        self.setAccessibleName(", ".join(filter(None, (line.place, line.words, line.raw))))

    def _cure(self) -> Button | None:
        line = self.line
        if line.split:
            sign = {"\t": self.tr("tab")}.get(line.split, line.split)
            button = Button("ghost", self.tr("Split at {sign}").format(sign=sign), height=30)
            button.clicked.connect(self._on_split)
        elif line.number:
            button = Button("ghost", self.tr("Edit line"), height=30)
            button.clicked.connect(self.edit)
        else:
            return None
        button.setAccessibleDescription(", ".join(filter(None, (line.place, line.words))))
        return button

    def _lay_out(self) -> None:
        name, token = _SIGNS[self.line.weight]
        head = QWidget()
        first = QHBoxLayout(head)
        first.setContentsMargins(0, 0, 0, 0)
        first.setSpacing(8)
        if self.line.place:
            self._place.setFixedWidth(theme.px(_PLACE))
            first.addWidget(self._place)
        else:
            first.addWidget(Icon(name, size=16, token=token))
        first.addWidget(self._words, 1)
        self._texts.addWidget(head, 5 if self.line.raw else 1)
        self._texts.addWidget(self._raw, 6)
        if not self.line.raw:  # shown without a parent it would be a window of its own
            self._raw.hide()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(self._texts, 1)
        if self.line.weight == "error":
            row.addWidget(self._end())
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(MARGIN, 1, 0, 1)
        self._rows.setSpacing(0)
        self._rows.addLayout(row)
        self.setMinimumHeight(theme.px(40))

    def _end(self) -> QWidget:
        """The cure, or that there is none."""
        end = QWidget()
        end.setMinimumWidth(theme.px(_CURE))
        cells = QHBoxLayout(end)
        cells.setContentsMargins(0, 0, 0, 0)
        cells.addStretch(1)
        if self.cure is not None:
            cells.addWidget(self.cure)
        else:
            left = label("small", self.tr("left out"), "mut")
            left.setContentsMargins(0, 0, MARGIN, 0)
            cells.addWidget(left)
        return end

    def fit(self, *, roomy: bool) -> None:
        """The text of the line beside the reason, or below it."""
        towards = QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom
        self._texts.setDirection(towards)
        self._texts.setSpacing(12 if roomy else 0)

    def edit(self) -> None:
        """Let the line be changed in place."""
        if self.field is None:
            name = self.tr("{place}, as it is to be read").format(place=self.line.place)
            self.field = EscField(name, role="mono", height=36)
            self.field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            self.field.setText(self.line.raw)
            self.field.submitted.connect(self._on_submitted)
            self.field.left.connect(self._on_left)
            self._again = Button("ghost", self.tr("Read again"), key="Enter", height=30)
            self._again.clicked.connect(self._on_submitted)
            row = QHBoxLayout()
            row.addWidget(self.field, 1)
            row.addWidget(self._again)
            self._rows.addLayout(row)
            if self.cure is not None:
                self.cure.hide()
        self.field.setFocus()

    def _on_left(self) -> None:
        """Esc: the line stays as it is."""
        if self.field is not None:
            self.field.hide()
            self._again.hide()
            self.field.deleteLater()
            self._again.deleteLater()
            self.field = None
        if self.cure is not None:
            self.cure.show()
            self.cure.setFocus()

    def _on_submitted(self) -> None:
        if self.field is not None:
            self.edited.emit(self.line, self.field.text())

    def _on_split(self) -> None:
        self.split_wanted.emit(self.line)
