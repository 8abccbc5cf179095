"""A check-list that learners mark themselves by."""

from quizapp.ui.richtext import DeckText
from quizapp.ui.widgets.choice_row import ChoiceRow
from quizapp.ui.widgets.choices import ChoiceList


class PointList(ChoiceList):
    """Rows without key caps, for digits rate then. Space changes a row, Enter is the screen's."""

    def make_row(self, text: DeckText, note: DeckText | None, number: int) -> ChoiceRow:
        return ChoiceRow(text, note, 0, multi=self.multi, parent=self)

    def columns_at(self, width: int) -> int:
        """A list is read from top to bottom."""
        return 1
