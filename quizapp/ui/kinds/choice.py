"""choice: one right option among wrong ones."""

from PySide6.QtWidgets import QWidget

from quizapp.core.kinds.choice import Choice as Question
from quizapp.core.kinds.picking import ChoicePrompt
from quizapp.ui.kinds.base import Sign
from quizapp.ui.kinds.picking import PickWidget
from quizapp.ui.richtext import Viewers
from quizapp.ui.widgets.choices import Choice


class ChoiceWidget(PickWidget):
    """The options in the order of the prompt."""

    def __init__(
        self, question: Question, prompt: ChoicePrompt, *, viewers: Viewers, parent: QWidget | None = None
    ) -> None:
        super().__init__({option.text: Choice(option.text) for option in prompt.options}, viewers, parent)


WIDGET = ChoiceWidget
SIGN = Sign("Choice", "O 5 6 1.8 O 5 14 1.8 M 10 6 L 17 6 M 10 14 L 17 14", "One right answer among several")
