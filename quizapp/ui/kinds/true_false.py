"""true_false: is a statement true?"""

from PySide6.QtWidgets import QWidget

from quizapp.core.kinds.base import Prompt
from quizapp.core.kinds.true_false import TRUTHS, TrueFalse
from quizapp.ui.i18n import marked
from quizapp.ui.kinds.base import Sign
from quizapp.ui.kinds.picking import PickWidget
from quizapp.ui.richtext import Viewers
from quizapp.ui.widgets.choices import Choice


class TrueFalseWidget(PickWidget):
    """True and False, always in this order."""

    def __init__(
        self, question: TrueFalse, prompt: Prompt, *, viewers: Viewers, parent: QWidget | None = None
    ) -> None:
        super().__init__({key: Choice(marked(name)) for key, name in TRUTHS.items()}, viewers, parent)


WIDGET = TrueFalseWidget
SIGN = Sign("True/false", "R 2.5 5.5 15 9 4.5 O 7 10 2.2", "A statement to call true or false")
