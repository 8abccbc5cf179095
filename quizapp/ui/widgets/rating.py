"""The four ratings: how well it went decides when the card comes back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from quizapp.ui.widgets.digits import DigitButton, DigitRow


class RatingRow(DigitRow):
    """Four equal buttons, two by two where the text is large; the suggested one is the primary."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__([DigitButton(str(digit)) for digit in (1, 2, 3, 4)], narrowest=2, parent=parent)
        self._suggested = 3

    def show_ratings(self, entries: Sequence[tuple[str, str]], suggested: int) -> None:
        """entries: name and next interval ("3 days", may be empty) of each; suggested: 1 to 4."""
        self._suggested = suggested
        for digit, (button, (name, interval)) in enumerate(zip(self.buttons, entries, strict=True), start=1):
            button.show_words(name, interval)
            button.set_kind("primary" if digit == suggested else "ghost")
        self.restyle()

    def focus_suggested(self) -> None:
        """Give the suggested button the focus: Space or Enter takes it."""
        self.buttons[self._suggested - 1].setFocus(Qt.FocusReason.OtherFocusReason)
