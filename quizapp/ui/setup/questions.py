"""How many questions, and how they are shared out among the decks or tags."""

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.exam import Outline, Topic, apportioned
from quizapp.core.plan import Plan
from quizapp.ui import theme
from quizapp.ui.setup.topics import MOST, TopicRow
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.numberbox import NumberBox
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.panel import Hairline, Panel
from quizapp.ui.widgets.segments import Segments
from quizapp.ui.widgets.share_bar import TOKENS, ShareBar

RADIUS = 14
PADDING = (14, 10, 14, 10)
_ROOMY = 390
"""Width from which heading, number and switch stand in one line, px at 100 %."""
_SHOWN = 20
"""Topics on the page at first, and more with each press."""


class QuestionsPanel(Panel):
    """Numbers sum to the total; changing one of them goes over to By hand, and the total follows."""

    changed = Signal(object)
    """The Plan as the user wants it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=RADIUS, padding=PADDING, parent=parent)
        self._plan, self._topics = Plan(), tuple[Topic, ...]()
        self._weights: dict[str, int] = {}
        """The shares that were set by hand: another total is shared out as they are."""
        self._scaled: dict[str, int] = {}
        self._shown, self._width = _SHOWN, 0
        self.rows: list[TopicRow] = []
        self._lines: list[Hairline] = []
        self.count = NumberBox(self.tr("Number of questions"), 1, MOST)
        self.way = Segments(self.tr("Shares"), (self.tr("In proportion"), self.tr("By hand")))
        self.more = Button("quiet", "", icon="chevron-down", height=36)
        self._bar = ShareBar()
        self._lay_out()
        self.count.chosen.connect(self._on_count)
        self.way.chosen.connect(self._on_way)
        self.more.clicked.connect(self._on_more)

    def _lay_out(self) -> None:
        heading = label("heading", self.tr("Questions"))
        heading.setContentsMargins(MARGIN, 0, 12, 0)
        head = self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(4)
        head.addWidget(heading, 1)
        head.addWidget(Flow(self.count, self.way))
        bar = QHBoxLayout()
        bar.setContentsMargins(MARGIN, 6, MARGIN, 6)
        bar.addWidget(self._bar)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.content.addLayout(head)
        self.content.addLayout(bar)
        self.content.addLayout(self._list)
        self.content.addWidget(self.more)

    def show_plan(self, plan: Plan, outline: Outline) -> None:
        """Show what a plan comes to."""
        if plan.topics != self._plan.topics or plan.query != self._plan.query:
            self._shown = _SHOWN
        self._plan, self._topics = plan, outline.topics
        if plan.shares != self._scaled:
            self._weights = dict(plan.shares)
        total = outline.count if plan.shares else plan.count
        self.count.show_number(total)
        self.way.show_choice(1 if plan.shares else 0)
        self._bar.show_shares([(topic.count, _token(at)) for at, topic in enumerate(outline.topics)])
        shown = outline.topics[: self._shown]
        self._make_rows(len(shown))
        for at, topic in enumerate(shown):
            self.rows[at].show_topic(topic, self._title(topic), outline.count, _token(at))
        hidden = len(outline.topics) - len(shown)
        self.more.setText(self.tr("Show %n more", "", hidden))
        self.more.setVisible(hidden > 0)

    def _title(self, topic: Topic) -> str:
        without = self.tr("Without a tag") if self._plan.topics == "tag" else self.tr("Without a title")
        return topic.name or without

    def _make_rows(self, count: int) -> None:
        while len(self.rows) < count:
            line, row = Hairline(inset=MARGIN), TopicRow()
            row.chosen.connect(self._on_share)
            row.fit(self._width)
            self._list.addWidget(line)
            self._list.addWidget(row)
            self._lines.append(line)
            self.rows.append(row)
        for at, row in enumerate(self.rows):
            row.setVisible(at < count)
            self._lines[at].setVisible(0 < at < count)

    def fit(self, width: int) -> None:
        """Arrange for a panel of this width, px."""
        self._width = width
        roomy = width >= theme.px(_ROOMY)
        way = QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom
        self._head.setDirection(way)
        for row in self.rows:
            row.fit(width)

    # What the user does

    def _on_count(self, count: int) -> None:
        """By hand the shares keep their proportion."""
        if self._plan.shares:
            self._scaled = self._within(apportioned(count, self._weights))
        self.changed.emit(replace(self._plan, count=count, shares=self._scaled if self._plan.shares else {}))

    def _within(self, shares: dict[str, int]) -> dict[str, int]:
        sizes = {topic.name: topic.of for topic in self._topics}
        return {name: min(number, sizes.get(name, number)) for name, number in shares.items()}

    def _on_way(self, at: int) -> None:
        self.changed.emit(replace(self._plan, shares=self._counts() if at else {}))

    def _counts(self) -> dict[str, int]:
        return {topic.name: topic.count for topic in self._topics}

    def _on_share(self, name: str, number: int) -> None:
        shares = {**self._counts(), name: number}
        total = max(1, min(MOST, sum(shares.values())))
        self.changed.emit(replace(self._plan, count=total, shares=shares))

    def _on_more(self) -> None:
        first = self._shown
        self._shown += _SHOWN
        self.changed.emit(self._plan)
        if first < len(self.rows):
            self.rows[first].number.setFocus()


def _token(at: int) -> str:
    return TOKENS[at % len(TOKENS)]
