"""What "Did you rename these?" is made of: a panel a pair, and the line it folds to when answered."""

from PySide6.QtCore import QEvent, QLocale, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.core.renames import Answer, Pair
from quizapp.ui import theme
from quizapp.ui.bindings import cap
from quizapp.ui.screens.progress_words import StakeWords
from quizapp.ui.screens.wordings import Wordings
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.icon import Icon
from quizapp.ui.widgets.keycap import cap_width
from quizapp.ui.widgets.label import CutLabel, ElidedLabel, Label
from quizapp.ui.widgets.paint import MARGIN, mirrored
from quizapp.ui.widgets.panel import Panel
from quizapp.ui.widgets.progress import ProgressLine
from quizapp.ui.widgets.verdict import stopped

PADDING, RADIUS = (18, 12, 14, 12), 14
_SIDE_W = 196
ROOMY = 560
"""Width of a panel at 100 % text size, px, from which texts and buttons stand side by side."""
_FOLDED = 48


class WideButton(Button):
    """A button as wide as its column: the words in the middle, the key at the end."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__("ghost", text, height=36, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paint_content(self, painter: QPainter, rect: QRectF, ink: QColor) -> None:
        painter.setFont(self.font())
        painter.setPen(ink)
        words = QFontMetricsF(self.font()).elidedText(self.words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
        width = cap_width(self._key, theme.px(20)) if self._key else 0.0
        room = (rect.width() - QFontMetricsF(self.font()).horizontalAdvance(words)) / 2
        if width and room >= width + 2 * MARGIN:
            height = theme.px(20)
            place = QRectF(rect.right() - 8 - width, rect.center().y() - height / 2, width, height)
            self.paint_key(painter, mirrored(self, place), ink)


class Likeness(QWidget):
    """A bar and "86 % alike"."""

    def __init__(self, alike: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        percent = QLocale().toString(int(100 * alike))
        words = Label("label", self.tr("{percent} % alike").format(percent=percent), tabular=True)
        bar = ProgressLine(height=6, fill="heat3")
        bar.set_progress(int(100 * alike), 100)
        bar.setAccessibleName(words.text())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, MARGIN, 0)
        row.setSpacing(12)
        row.addWidget(bar, 1)
        row.addWidget(words)


class PairPanel(Panel):
    """A pair to be answered."""

    same, different = Signal(object), Signal(object)
    """The Pair: it is one card; these are two."""
    entered = Signal(object)
    """The Pair that the focus went into."""

    def __init__(self, pair: Pair, words: StakeWords, today: int, parent: QWidget | None = None) -> None:
        """today: the study day."""
        super().__init__(radius=RADIUS, padding=PADDING, parent=parent)
        self.pair = pair
        self.texts = Wordings(pair.old, pair.new, self._stake(words, today))
        self.same_button = WideButton(self.tr("Same card"))
        self.different_button = WideButton(self.tr("Different cards"))
        self._side = QWidget()
        buttons = QVBoxLayout(self._side)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(1)
        buttons.addWidget(Likeness(pair.alike))
        buttons.addSpacing(8)
        buttons.addWidget(self.same_button)
        buttons.addWidget(self.different_button)
        buttons.addStretch(1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(16)
        self._both.addWidget(self.texts, 1)
        self._both.addWidget(self._side)
        self.content.addLayout(self._both)
        self.same_button.clicked.connect(self._on_same)
        self.different_button.clicked.connect(self._on_different)
        for button in (self.same_button, self.different_button):
            button.installEventFilter(self)
        self.set_current(False)

    def set_current(self, current: bool) -> None:
        """Only the current pair shows keys, and its first button is the primary."""
        self.same_button.set_kind("primary" if current else "ghost")
        old, new = self.pair.old.front, self.pair.new.front
        told = self.tr("Was: {old} Now: {new}").format(old=stopped(old), new=new)
        for button, action in ((self.same_button, "say_same"), (self.different_button, "say_different")):
            key = cap("rename", action)
            button.set_key(key if current else "")
            button.setAccessibleDescription(". ".join(filter(None, (key if current else "", told))))

    def fit(self, width: int) -> None:
        """Arrange for a column of this width, px."""
        beside = width >= theme.px(ROOMY)
        down = QBoxLayout.Direction.TopToBottom
        self._both.setDirection(QBoxLayout.Direction.LeftToRight if beside else down)
        self._side.setFixedWidth(theme.px(_SIDE_W)) if beside else self._side.setMaximumWidth(width)
        self._side.setMinimumWidth(theme.px(_SIDE_W) if beside else 0)

    def _stake(self, words: StakeWords, today: int) -> str:
        pair = self.pair
        decks = dict.fromkeys(filter(None, (pair.old.deck, pair.new.deck)))
        told = [words.all_of(pair.stake, today), " → ".join(decks)]
        if pair.fresh:
            told.append(self.tr("The new card has %n reviews; both histories count", "", pair.fresh))
        return ". ".join(filter(None, told))

    def _on_same(self) -> None:
        self.same.emit(self.pair)

    def _on_different(self) -> None:
        self.different.emit(self.pair)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self.pair)
        return super().eventFilter(watched, event)


class AnsweredRow(Panel):
    """A pair that was answered, in one line."""

    undone = Signal(object)
    """The Answer to be taken back."""

    def __init__(self, answer: Answer, words: StakeWords, parent: QWidget | None = None) -> None:
        super().__init__(radius=RADIUS, padding=(18, 0, 6, 0), parent=parent)
        self.answer = answer
        front = answer.pair.new.front if answer.same else answer.pair.old.front
        told = self.tr("Linked: “{front}”") if answer.same else self.tr("Different cards: “{front}”")
        self.words = ElidedLabel("rail", told.format(front=" ".join(front.split())))
        self.words.setMinimumWidth(1)
        self._stake = CutLabel("small", words.brief(answer.pair.stake), token="mut")
        self.undo = Button("quiet", self.tr("Undo"), icon="undo", height=30)
        self.undo.setAccessibleDescription(self.words.text())
        self.undo.clicked.connect(self._on_undo)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Icon("check" if answer.same else "minus", token="good" if answer.same else "mut"))
        row.addWidget(self.words)
        row.addWidget(self._stake, 1)
        row.addWidget(self.undo)
        self.content.addLayout(row)
        self.fit(0)

    def fit(self, width: int) -> None:
        """Arrange for a column of this width, px."""
        self.setFixedHeight(theme.px(_FOLDED) + 2 * MARGIN)
        self._stake.setVisible(width >= theme.px(ROOMY))

    def _on_undo(self) -> None:
        self.undone.emit(self.answer)
