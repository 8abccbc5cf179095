"""basic: turn the card over and rate yourself."""

from PySide6.QtWidgets import QWidget

from quizapp.core.kinds.base import Prompt
from quizapp.core.kinds.basic import Basic
from quizapp.ui.kinds.base import Sign
from quizapp.ui.kinds.turning import TurnWidget
from quizapp.ui.richtext import Viewers


class BasicWidget(TurnWidget):
    """The back of the card, when it is asked for."""

    def __init__(
        self, question: Basic, prompt: Prompt, *, viewers: Viewers, parent: QWidget | None = None
    ) -> None:
        super().__init__(prompt.shows, viewers, parent)


WIDGET = BasicWidget
SIGN = Sign("Recall", "R 2.5 5 15 10 2 M 6 10 L 14 10", "A question, turned over and rated")
