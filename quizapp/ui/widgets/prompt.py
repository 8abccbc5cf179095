"""The question card: chips, history, a lead line, the question, and a picture if there is one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.ui.richtext import Viewers
from quizapp.ui.widgets.chip import Chip
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.panel import Panel

_LONG = 90
"""Letters from which a question is set at title size; one of several paragraphs always is."""


class PromptCard(Panel):
    """Shows one question; its size is settled when it is built and stays.

    text: Markdown; chip: the kind in words; claim: "Author’s claim" where that is known before the answer;
    history: "Seen 3 times"; lead: a small line above the question; quoted: the text is a statement to judge;
    dense: the answers need the room; image, alt: a picture of the deck above the question; framed: False
    inside another card, which is small.
    """

    def __init__(
        self,
        viewers: Viewers,
        text: str,
        *,
        chip: str,
        claim: str = "",
        history: str = "",
        lead: str = "",
        quoted: bool = False,
        dense: bool = False,
        image: str = "",
        alt: str = "",
        framed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        padding = (32, 22, 32, 26) if framed else (0, 0, 0, 6)
        super().__init__(shadow=framed, padding=padding, parent=parent)
        if framed:
            self.content.addLayout(self._top(chip, claim, history))
        else:
            self.fill = self.line = ""
            chips = [Chip(claim, claim=True)] if claim else []
            self.content.addWidget(Flow(*chips, Chip(chip), gap=8))
        self.content.addSpacing(14)
        if image:
            self.picture = viewers.picture(image, alt)
            self.content.addWidget(self.picture)
            self.content.addSpacing(14)
        if lead:
            self.content.addWidget(Label("body", lead, token="mut", wrap=True))
            self.content.addSpacing(6)
        words = self.tr("“{statement}”").format(statement=text.strip()) if quoted else text
        self.question = viewers(words, role="display")
        plain = self.question.plain_text()
        if not framed or dense or quoted or len(plain) > _LONG or "\n" in plain:
            self.question.set_look(role="title")
        self.content.addWidget(self.question)

    def _top(self, chip: str, claim: str, history: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if claim:
            row.addWidget(Chip(claim, claim=True))
        row.addWidget(Chip(chip))
        row.addStretch(1)
        self.history = Label("small", history, token="mut")
        row.addWidget(self.history, alignment=Qt.AlignmentFlag.AlignVCenter)
        return row
