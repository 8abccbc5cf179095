"""The way to a quick round, with the cards that are chosen for the exam."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quizapp.ui.setup.questions import PADDING, RADIUS
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.panel import Panel


class RoundsPanel(Panel):
    """Two buttons, and what a round is."""

    wanted = Signal(str)
    """A RoundKind."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=RADIUS, padding=PADDING, parent=parent)
        about = self.tr("A quick round with these cards. The schedule stays as it is.")
        self.pairs = Button("ghost", self.tr("Match the pairs"), height=36)
        self.rapid = Button("ghost", self.tr("Rapid round"), height=36)
        for words in (label("button", self.tr("Or just play")), label("small", about, "mut", wrap=True)):
            words.setContentsMargins(MARGIN, 0, MARGIN, 2)
            self.content.addWidget(words)
        self.content.addWidget(Flow(self.pairs, self.rapid))
        self.pairs.clicked.connect(lambda: self.wanted.emit("pairs"))
        self.rapid.clicked.connect(lambda: self.wanted.emit("rapid"))
