"""date: give a day, a month or a year."""

from PySide6.QtWidgets import QWidget

from quizapp.core.kinds.date import DatePrompt, DateQuestion
from quizapp.ui.kinds.base import Sign
from quizapp.ui.kinds.writing import WritingWidget
from quizapp.ui.richtext import Viewers


class DateWidget(WritingWidget):
    """A field for a date; it says how precise that has to be."""

    def __init__(
        self,
        question: DateQuestion,
        prompt: DatePrompt,
        *,
        viewers: Viewers,
        parent: QWidget | None = None,
    ) -> None:
        asked = {
            "year": self.tr("Year"),
            "month": self.tr("Month and year"),
            "day": self.tr("Day, month and year"),
        }[prompt.precision]
        name = self.tr("Your answer: {asked}").format(asked=asked)
        super().__init__(name, placeholder=asked, parent=parent)


WIDGET = DateWidget
SIGN = Sign(
    "Date", "R 3 4.5 14 12.5 2 M 3 8.7 L 17 8.7 M 7 2.5 L 7 6 M 13 2.5 L 13 6", "A day, a month or a year"
)
