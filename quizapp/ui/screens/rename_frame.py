"""What stands round the pairs of "Did you rename these?": title and actions, foot, and nothing to ask."""

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui import bindings, theme
from quizapp.ui.bindings import cap_of, keyed, of
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.icon import Icon
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.legend import Legend
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.panel import Panel

_ROOMY = 540
"""Width of the column at 100 % text size, px, from which title and actions stand side by side."""
_LEGEND = 740
"""From which the keys stand at the foot."""


class Head(QWidget):
    """The title, how far one is, and what can be done at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = label("small", token="mut")
        self.link_all = Button("ghost", "", height=36)
        self._told = label("body", token="mut", wrap=True)
        self._told.setContentsMargins(MARGIN, 4, MARGIN, 0)
        title = label("title", self.tr("Did you rename these?"), wrap=True)
        title.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(8)
        self._line.addWidget(title, 1)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self._count)
        tools.addWidget(self.link_all)
        tools.addStretch(0)
        self._line.addLayout(tools)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._line)
        whole.addWidget(self._told)

    def show_count(self, answered: int, left: int, sure: int) -> None:
        """sure: pairs that can be linked all at once."""
        self._count.setText(self.tr("{done} of %n answered", "", answered + left).format(done=answered))
        self.link_all.setVisible(sure > 0)
        self.link_all.setText(self.tr("Link %n above 80 %", "", sure))
        self._told.setText(
            self.tr("%n cards left your files and similar ones appeared. ", "", answered + left)
            + self.tr("Linking keeps what you remember; no file changes.")
        )

    def show_nothing(self, nothing: bool) -> None:
        self._count.setVisible(not nothing)
        self._told.setVisible(not nothing)

    def fit(self, width: int) -> None:
        roomy = width >= theme.px(_ROOMY)
        down = QBoxLayout.Direction.TopToBottom
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if roomy else down)
        self._count.setContentsMargins(0 if roomy else MARGIN, 0, 0, 0)


class Empty(Panel):
    """What stands here while there is nothing to ask."""

    def __init__(self) -> None:
        super().__init__(padding=(24, 20, 24, 20))
        words = self.tr(
            "A card is found again by its id, or by its text as long as enough of that stays. "
            "Where the text leaves a doubt, both cards are shown here, and you say whether they are one."
        )
        self.button = keyed(Button("primary", self.tr("Back"), height=36), "rename", "back")
        self.content.addWidget(label("heading", self.tr("Nothing to ask"), wrap=True))
        self.content.addSpacing(6)
        self.content.addWidget(label("body", words, "mut", wrap=True))
        self.content.addSpacing(14)
        self.content.addWidget(self.button)


class Foot(QWidget):
    """What happens to pairs that are left, and the keys."""

    def __init__(self) -> None:
        super().__init__()
        words = self.tr("Not sure? Leave it: the old card is kept, and this list stays.")
        self._legend = self._made_legend()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(MARGIN, 8, MARGIN, 14)
        self._line.setSpacing(8)
        self._line.addWidget(Icon("info", size=16))
        self._line.addWidget(label("small", words, "mut", wrap=True), 1)
        self._line.addWidget(self._legend)
        bindings.current().changed.connect(self._renew_legend)

    def _made_legend(self) -> Legend:
        keys = {one.action: cap_of(one.key) for one in of("rename")}
        return Legend(
            (
                ((keys["previous"], keys["next"]), self.tr("move")),
                ((keys["say_same"],), self.tr("same")),
                ((keys["say_different"],), self.tr("different")),
                ((keys["undo"],), self.tr("undo")),
            )
        )

    def _renew_legend(self) -> None:
        """Other keys are in force."""
        old, self._legend = self._legend, self._made_legend()
        self._line.replaceWidget(old, self._legend)
        self._legend.setVisible(not old.isHidden())
        old.deleteLater()

    def fit(self, width: int) -> None:
        """The keys stand on the buttons of the current pair as well: they go where there is no room."""
        self._legend.setVisible(width >= theme.px(_LEGEND))
