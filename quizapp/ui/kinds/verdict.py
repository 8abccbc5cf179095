"""verdict: what does a source make of a statement?"""

from PySide6.QtWidgets import QWidget

from quizapp.core.kinds.base import Prompt
from quizapp.core.kinds.verdict import VERDICTS, VerdictQuestion
from quizapp.ui.i18n import marked
from quizapp.ui.kinds.base import Sign
from quizapp.ui.kinds.picking import PickWidget
from quizapp.ui.richtext import Viewers
from quizapp.ui.widgets.choices import Choice


class VerdictWidget(PickWidget):
    """The four fixed verdicts, each with a line of meaning."""

    def __init__(
        self, question: VerdictQuestion, prompt: Prompt, *, viewers: Viewers, parent: QWidget | None = None
    ) -> None:
        meanings = {
            "fact": self.tr("Reported as settled"),
            "claim": self.tr("Argued, and open to dispute"),
            "contradicted": self.tr("The source says the opposite"),
            "not stated": self.tr("The source neither says nor denies it"),
        }
        options = {key: Choice(marked(name), meanings[key]) for key, name in VERDICTS.items()}
        super().__init__(options, viewers, parent)


WIDGET = VerdictWidget
SIGN = Sign(
    "Verdict",
    "M 2 10.2 L 4.6 12.8 L 9 6.8 M 12 7.4 L 17.2 12.6 M 17.2 7.4 L 12 12.6",
    "What does the source make of it?",
)
