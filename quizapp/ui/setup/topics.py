"""How many questions are asked of each deck or tag."""

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from quizapp.core.exam import Topic
from quizapp.ui import theme
from quizapp.ui.widgets.label import CutLabel, Label
from quizapp.ui.widgets.numberbox import NumberBox
from quizapp.ui.widgets.paint import MARGIN, Styled, begin, box

_MARK, _OF_W, _SHARE_W = 10, 56, 46
MOST = 500
"""Questions of one paper."""


class TopicRow(Styled, QWidget):
    """A topic with its cards, its share of the paper and its number."""

    chosen = Signal(str, int)
    """(name of the topic, how many questions the user wants)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._topic = Topic("", 0, 0)
        self._mark = _Mark()
        self._title = CutLabel("row")
        self._of = Label("small", token="mut", tabular=True)
        self._share = Label("small", token="mut", tabular=True)
        self.number = NumberBox(self.tr("Questions"), 0, MOST)
        self.number.chosen.connect(self._on_chosen)
        end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        self._of.setAlignment(end)
        self._share.setAlignment(end)
        name = QHBoxLayout()
        name.setContentsMargins(MARGIN, 0, 0, 0)
        name.setSpacing(9)
        name.addWidget(self._mark)
        name.addWidget(self._title, 1)
        numbers = QHBoxLayout()
        numbers.setSpacing(4)
        numbers.addStretch(1)
        for widget in (self._of, self._share, self.number):
            numbers.addWidget(widget)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(0)
        self._both.addLayout(name, 1)
        self._both.addLayout(numbers)
        self.restyle()

    def show_topic(self, topic: Topic, title: str, total: int, token: str) -> None:
        """title: as it is shown; total: questions of the whole paper; token: of its mark."""
        self._topic = topic
        locale = QLocale()
        self._mark.show_token(token)
        self._title.setText(title)
        self._of.setText(self.tr("of {cards}").format(cards=locale.toString(topic.of)))
        percent = locale.toString(round(100 * topic.count / total) if total else 0)
        self._share.setText(self.tr("{share} %").format(share=percent))
        self.number.setAccessibleName(self.tr("Questions of {topic}").format(topic=title))
        self.number.setAccessibleDescription(f"{self._of.text()}, {self._share.text()}")
        self.number.show_number(topic.count, min(topic.of, MOST))

    def restyle(self) -> None:
        self._of.setMinimumWidth(theme.px(_OF_W))
        self._share.setMinimumWidth(theme.px(_SHARE_W))

    def fit(self, width: int) -> None:
        """The numbers stand below the title where one line has no room for both."""
        roomy = width >= theme.px(380)
        way = QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom
        self._both.setDirection(way)

    def _on_chosen(self, number: int) -> None:
        self.chosen.emit(self._topic.name, number)


class _Mark(Styled, QWidget):
    """The square that has the colour of the topic's part of the bar."""

    def __init__(self) -> None:
        super().__init__()
        self._token = "edge"

    def show_token(self, token: str) -> None:
        self._token = token
        self.update()

    def restyle(self) -> None:
        self.setFixedSize(QSize(theme.px(_MARK), theme.px(_MARK)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        box(painter, QRectF(self.rect()), 3, fill=self._token, line="edge")
        painter.end()
