"""The column of one question on the study screen: its card, hints and answer, then the verdict.

One column serves one question and goes with it, so that nothing of an old question can speak later.
"""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.desk import Asked, Judged
from quizapp.ui.i18n import marked
from quizapp.ui.kinds import widget_for
from quizapp.ui.maths import Maths
from quizapp.ui.richtext import Viewers
from quizapp.ui.screens.study_words import words
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN, announce
from quizapp.ui.widgets.panel import Panel
from quizapp.ui.widgets.prompt import PromptCard
from quizapp.ui.widgets.verdict import VerdictPanel


class QuestionColumn(QWidget):
    """Built for an Asked; shows its hints one by one, then its Judged."""

    submitted = Signal(object)
    """An Answer."""
    changed = Signal()
    """The answer may be complete now, or no longer."""
    link_clicked = Signal(str)
    in_use = Signal(QWidget)
    """Where the learner works now."""

    def __init__(self, asked: Asked, maths: Maths | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = asked
        # Pictures are found below the folder of the deck, and nowhere else.
        self._viewers = Viewers(Path(asked.deck.path).parent, maths)
        self.hints_shown = 0
        self.panel: VerdictPanel | None = None
        self.card = self._card()
        self.hint_panel = Panel(radius=12, padding=(20, 12, 20, 12))
        self.hint_panel.content.addWidget(label("small", self.tr("Hint"), "mut"))
        self.hint_panel.hide()
        make = widget_for(asked.kind.name)
        self.answer = make(asked.question, asked.prompt, viewers=self._viewers, parent=self)
        self.answer.submitted.connect(self.submitted)
        self.answer.changed.connect(self.changed)
        self.answer.in_use.connect(self.in_use)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        for widget in (self.card, self.hint_panel, self.answer):
            self._rows.addWidget(widget)

    def _card(self) -> PromptCard:
        asked, note, prompt = self._asked, self._asked.note, self._asked.prompt
        return PromptCard(
            self._viewers,
            prompt.text,
            chip=marked(asked.kind.label),
            claim="" if prompt.quoted else words.claim_chip(note, prompt.part),
            history=words.seen(asked.seen, flagged=asked.flagged),
            lead=marked(prompt.lead) if prompt.lead else "",
            quoted=prompt.quoted,
            dense=prompt.dense,
            image=note.image,
            alt=note.alt,
        )

    @property
    def hints_left(self) -> int:
        return len(self._asked.note.hint) - self.hints_shown

    @property
    def question_text(self) -> str:
        """The question as it is read out."""
        return self.card.question.plain_text()

    def height_at(self, width: int) -> int:
        """Height in px of card and answer, where the visible column has this width."""
        full = width + 2 * MARGIN
        return sum(max(widget.heightForWidth(full), 0) for widget in (self.card, self.answer))

    def show_history(self, *, flagged: bool) -> None:
        """The card was flagged, or is no longer."""
        self.card.history.setText(words.seen(self._asked.seen, flagged=flagged))

    def show_hint(self) -> None:
        """Show the next hint, and have it read out."""
        viewer = self._viewers(self._asked.note.hint[self.hints_shown])
        self.hint_panel.content.addWidget(viewer)
        self.hint_panel.show()
        self.hints_shown += 1
        announce(self, self.tr("Hint: {text}").format(text=viewer.plain_text()))

    def show_verdict(self, judged: Judged) -> None:
        """Mark the answer and say what it earned, once."""
        asked = self._asked
        self.answer.reveal(judged.verdict)
        self.panel = VerdictPanel(
            self._viewers,
            judged.verdict.outcome,
            words.heading(asked, judged),
            explanation=asked.note.explain,
            facts=words.facts(asked, judged),
            aside=self.tr("by choice") if judged.verdict.options else "",
        )
        self.panel.link_clicked.connect(self.link_clicked)
        self._rows.addWidget(self.panel)
        self.panel.show()
        self.panel.announce(words.spoken_next(judged))
