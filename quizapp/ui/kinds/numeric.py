"""numeric: give a number."""

from PySide6.QtWidgets import QWidget

from quizapp.core.kinds.base import Prompt
from quizapp.core.kinds.numeric import Numeric
from quizapp.ui.kinds.base import Sign
from quizapp.ui.kinds.writing import WritingWidget
from quizapp.ui.richtext import Viewers


class NumericWidget(WritingWidget):
    """A field for a number; it says which unit is asked."""

    def __init__(
        self, question: Numeric, prompt: Prompt, *, viewers: Viewers, parent: QWidget | None = None
    ) -> None:
        unit = question.unit[0] if question.unit else ""
        name = self.tr("Your answer, a number in {unit}") if unit else self.tr("Your answer, a number")
        placeholder = self.tr("In {unit}").format(unit=unit) if unit else ""
        super().__init__(name.format(unit=unit), placeholder=placeholder, parent=parent)


WIDGET = NumericWidget
SIGN = Sign(
    "Number",
    "M 7.8 3 L 6.2 17 M 13.8 3 L 12.2 17 M 3.4 7.5 L 17 7.5 M 3 12.5 L 16.6 12.5",
    "A number, with its tolerance and unit",
)
