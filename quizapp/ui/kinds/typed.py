"""typed: write the answer."""

from PySide6.QtWidgets import QWidget

from quizapp.core.kinds.base import Prompt
from quizapp.core.kinds.typed import TypedQuestion
from quizapp.ui.kinds.base import Sign
from quizapp.ui.kinds.writing import WritingWidget
from quizapp.ui.richtext import Viewers


class TypedWidget(WritingWidget):
    """A field for any text."""

    def __init__(
        self, question: TypedQuestion, prompt: Prompt, *, viewers: Viewers, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Your answer"), parent=parent)


WIDGET = TypedWidget
SIGN = Sign("Typed", "R 2.5 5.5 15 9 2 M 6 8.4 L 6 11.6", "The answer is written, and checked")
