"""What the schedule knows of the card in the preview: a few lines and the last answers."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.core.fsrs6 import Weights
from quizapp.core.reviews import Memory
from quizapp.core.schedule import retrievability
from quizapp.store.browse_rows import Row
from quizapp.ui import icons, theme
from quizapp.ui.browse.words import words
from quizapp.ui.widgets.label import Label, label
from quizapp.ui.widgets.paint import Styled, begin, box, mirrored

LAST = 10
"""Answers shown."""
_W, _H, _GAP, _ICON = 17, 22, 3, 12
_MARKS = {1: ("cross", "bad"), 2: ("minus", "warn"), 3: ("check", "good"), 4: ("check", "good")}
"""Rating -> icon and colour."""


class LastAnswers(Styled, QWidget):
    """The last ratings as small boxes, oldest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ratings: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_ratings(self, ratings: Sequence[int]) -> None:
        self._ratings = tuple(ratings)[-LAST:]
        names = {1: self.tr("again"), 2: self.tr("hard"), 3: self.tr("good"), 4: self.tr("easy")}
        heard = ", ".join(names[rating] for rating in self._ratings)
        self.setAccessibleName(self.tr("Last answers: {list}").format(list=heard))
        self.setToolTip(heard)
        self.update()

    def restyle(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(LAST * (theme.px(_W) + _GAP), theme.px(_H))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        wide, high, size = theme.px(_W), theme.px(_H), theme.px(_ICON)
        for at, rating in enumerate(self._ratings):
            sign, token = _MARKS[rating]
            place = mirrored(self, QRectF(at * (wide + _GAP), 0, wide, high))
            box(painter, place, 5, fill=f"{token}soft", line=f"{token}line")
            inner = QRectF(0, 0, size, size)
            inner.moveCenter(place.center())
            icons.paint(painter, sign, inner, theme.color(token), stroke=2.2)
        painter.end()


class MemoryPanel(QWidget):
    """Due, likely recalled, stability, difficulty, forgotten; the last answers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Memory"))
        self._values = {key: Label("cap", tabular=True) for key in self._names()}
        self._names_shown: list[Label] = []
        self._last_words = label("small", self.tr("Last answers"), "mut")
        self.last = LastAnswers()
        self._new = label("small", self.tr("Never studied."), "mut", wrap=True)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(5)
        for at, (key, name) in enumerate(self._names().items()):
            shown = Label("small", name, token="mut")
            self._names_shown.append(shown)
            self._grid.addWidget(shown, at, 0)
            self._grid.addWidget(self._values[key], at, 1)
        self._grid.setColumnStretch(1, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(label("heading", self.tr("Memory")))
        rows.addSpacing(8)
        rows.addWidget(self._new)
        rows.addLayout(self._grid)
        rows.addSpacing(12)
        rows.addWidget(self._last_words)
        rows.addSpacing(6)
        rows.addWidget(self.last)
        rows.addStretch(1)

    def _names(self) -> dict[str, str]:
        return {
            "due": self.tr("Due"),
            "recalled": self.tr("Likely recalled"),
            "stability": self.tr("Stability"),
            "difficulty": self.tr("Difficulty"),
            "forgotten": self.tr("Forgotten"),
        }

    def show_card(
        self, row: Row, memory: Memory | None, ratings: Sequence[int], today: int, weights: Weights
    ) -> None:
        """ratings: of its answers that count, oldest first; today: the study day; weights: those in force."""
        studied = memory is not None
        for key, text in self._texts(row, memory, today, weights).items():
            self._values[key].setText(text)
        for widget in (*self._names_shown, *self._values.values()):
            widget.setVisible(studied)
        self._new.setVisible(not studied)
        for part in (self._last_words, self.last):
            part.setVisible(bool(ratings))
        self.last.show_ratings(ratings)

    def _texts(self, row: Row, memory: Memory | None, today: int, weights: Weights) -> dict[str, str]:
        if memory is None:
            return {}
        # Recall is told as of tomorrow for what was studied today: nobody is sure to know a card.
        recalled = retrievability(memory, max(today, memory.last_day + 1), weights)
        return {
            "due": words.due(row, today),
            "recalled": words.share(recalled),
            "stability": words.days(memory.stability),
            "difficulty": self.tr("{number} of 10").format(number=words.number(memory.difficulty)),
            "forgotten": self.tr("%n times", "", memory.lapses),
        }

    def line(self, row: Row, memory: Memory | None, today: int, weights: Weights) -> str:
        """The same in one line, where there is no room for the panel."""
        names = self._names()
        texts = self._texts(row, memory, today, weights)
        return " · ".join(f"{names[key]}: {text}" for key, text in texts.items()) or self._new.text()
