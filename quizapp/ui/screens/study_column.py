"""The column of one question on the study screen: its card, hints and answer, then the verdict.

One column serves one question and goes with it, so that nothing of an old question can speak later.
"""

from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.desk import Asked, Judged, TryAgain
from quizapp.core.kinds.base import Answer, Verdict
from quizapp.ui.bindings import cap
from quizapp.ui.i18n import marked
from quizapp.ui.kinds import widget_for
from quizapp.ui.kinds.base import AnswerWidget
from quizapp.ui.maths import Maths
from quizapp.ui.richtext import Viewers
from quizapp.ui.screens.study_asides import RetypePanel
from quizapp.ui.screens.study_words import words
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN, announce
from quizapp.ui.widgets.panel import Panel
from quizapp.ui.widgets.prompt import PromptCard
from quizapp.ui.widgets.soundbar import SoundBar
from quizapp.ui.widgets.verdict import Fact, VerdictPanel


class QuestionColumn(QWidget):
    """Built for an Asked; shows its hints one by one, then its Judged."""

    submitted = Signal(object)
    """An Answer."""
    changed = Signal()
    """The answer may be complete now, or no longer."""
    amended = Signal(object)
    """An Answer in place of the one that was judged."""
    retyped = Signal(str)
    link_clicked = Signal(str)
    in_use = Signal(QWidget)
    """Where the learner works now."""

    def __init__(
        self,
        asked: Asked,
        maths: Maths | None = None,
        parent: QWidget | None = None,
        *,
        framed: bool = True,
        rated: bool = True,
    ) -> None:
        """framed: False if it stands on a card already, as in a preview; rated: False where no rating follows
        the verdict, as in an exam."""
        super().__init__(parent)
        self._asked, self._framed, self._rated = asked, framed, rated
        # Pictures are found below the folder of the deck, and nowhere else.
        self._viewers = Viewers(Path(asked.deck.path).parent, maths)
        self.hints_shown = 0
        self.panel: VerdictPanel | None = None
        self._said: _Said | None = None
        self.aside: QWidget | None = None
        """Below the answer, and gone with the next step: the last try, or what has to be made clear."""
        self.retyping: RetypePanel | None = None
        self.card = self._card()
        self.sound = self._sound()
        self.hint_panel = Panel(radius=12, padding=(20, 12, 20, 12))
        self.hint_panel.content.addWidget(label("small", self.tr("Hint"), "mut"))
        self.hint_panel.hide()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        # Screen readers go through the children in the order in which they come here.
        self._rows.addWidget(self.card)
        if self.sound is not None:
            self._rows.addWidget(self.sound)
        self._rows.addWidget(self.hint_panel)
        self.answer = self._fresh_answer()
        self._rows.addWidget(self.answer)
        if self.sound is not None and self.answer.takes_text:
            self.sound.button.set_key(cap("study", "play_sound", in_text=True))

    def _fresh_answer(self) -> AnswerWidget:
        asked = self._asked
        make = widget_for(asked.kind.name)
        answer = make(asked.question, asked.prompt, viewers=self._viewers, parent=self)
        answer.submitted.connect(self.submitted)
        answer.changed.connect(self.changed)
        answer.amended.connect(self.amended)
        answer.in_use.connect(self.in_use)
        return answer

    def _card(self) -> PromptCard:
        asked, note, prompt = self._asked, self._asked.note, self._asked.prompt
        return PromptCard(
            self._viewers,
            prompt.text,
            chip=marked(asked.kind.label),
            claim="" if prompt.quoted else words.claim_chip(note, asked.item.part),
            history=words.seen(asked.seen, flagged=asked.flagged),
            lead=marked(prompt.lead) if prompt.lead else "",
            quoted=prompt.quoted,
            dense=prompt.dense,
            image=note.image,
            alt=note.alt,
            framed=self._framed,
        )

    def _sound(self) -> SoundBar | None:
        asked = self._asked
        if not asked.note.media:
            return None
        return SoundBar(Path(asked.deck.path).parent, asked.note.media, key=cap("study", "play_sound"))

    def _above(self, full: int) -> int:
        """Height of what stands above the answer."""
        card = max(self.card.heightForWidth(full), 0)
        return card if self.sound is None else card + self.sound.height_at(full) + self._rows.spacing()

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
        return self._above(full) + max(self.answer.heightForWidth(full), 0)

    def show_room(self, height: int, width: int) -> None:
        """How much height there is for card and answer before the page scrolls, px; `width` as above."""
        self.answer.show_room(height - self._above(width + 2 * MARGIN))

    def show_history(self, *, flagged: bool) -> None:
        """The card was flagged, or is no longer."""
        self.card.history.setText(words.seen(self._asked.seen, flagged=flagged))
        announce(self, self.tr("Flagged") if flagged else self.tr("No longer flagged"))

    def show_hint(self) -> None:
        """Show the next hint, and have it read out."""
        viewer = self._viewers(self._asked.note.hint[self.hints_shown])
        self.hint_panel.content.addWidget(viewer)
        self.hint_panel.show()
        self.hints_shown += 1
        announce(self, self.tr("Hint: {text}").format(text=viewer.plain_text()))

    def show_try(self, missed: TryAgain) -> None:
        """Say that the answer was not right yet, and make ready for another."""
        verdict = missed.verdict
        place = self.tr("{number} of {total} tries").format(number=missed.tries, total=missed.of)
        panel = VerdictPanel(
            self._viewers,
            verdict.outcome,
            words.try_heading(verdict),
            facts=words.try_facts(verdict),
            aside=place,
        )
        self.show_aside(panel)
        panel.announce(then=place)
        if not self.answer.try_again(verdict):
            self._renew_answer()

    def _renew_answer(self) -> None:
        old, self.answer = self.answer, self._fresh_answer()
        old.blockSignals(True)
        self._rows.replaceWidget(old, self.answer)
        self.answer.show()
        self.answer.focus_answer()
        old.hide()
        old.deleteLater()

    def show_aside(self, aside: QWidget | None) -> None:
        """Show something below the answer in place of what is there; None: nothing."""
        old, self.aside = self.aside, aside
        if aside is not None:
            self._rows.addWidget(aside)
            aside.show()
        _let_go(old)

    def show_verdict(self, judged: Judged, *, heard: bool = True) -> None:
        """Mark the answer and say what it earned; again when that has changed.

        heard: have it read out, too.
        """
        said = self._say(judged)
        if self._said is None:
            self.show_aside(None)
            self.answer.reveal(judged.verdict)
        elif judged.answer == self._said.answer and judged.verdict != self._said.verdict:
            self.answer.reveal_again(judged.verdict)
        if self._said is None or not said.sounds_like(self._said):
            self._show_panel(judged, said)
            if heard:
                self._announce(judged, said)
        self._said = said

    def _say(self, judged: Judged) -> "_Said":
        asked = self._asked
        if judged.word:
            aside = self.tr("by your word")
        else:
            aside = self.tr("by choice") if judged.verdict.options else ""
        return _Said(
            judged.answer,
            judged.verdict,
            words.heading(asked, judged),
            tuple(words.facts(asked, judged)),
            aside,
        )

    def _show_panel(self, judged: Judged, said: "_Said") -> None:
        old = self.panel
        self.panel = VerdictPanel(
            self._viewers,
            judged.verdict.outcome,
            said.heading,
            explanation=self._asked.note.explain,
            facts=said.facts,
            aside=said.aside,
        )
        self.panel.link_clicked.connect(self.link_clicked)
        self._rows.insertWidget(self._rows.indexOf(self.answer) + 1, self.panel)
        self.panel.show()
        _let_go(old)

    def _announce(self, judged: Judged, said: "_Said") -> None:
        """Have the verdict read out; again only as far as it has changed."""
        assert self.panel is not None
        marking = self.answer.wants_focus_after_reveal
        then = words.spoken_next(judged, marking=marking) if self._rated else ""
        if self._said is None or (said.answer == self._said.answer and said.heading != self._said.heading):
            self.panel.announce(words.spoken_answer(self._asked, judged), then)
        elif said.heading != self._said.heading:
            announce(self, f"{said.heading}. {then}")
        else:
            announce(self, then)

    def start_retyping(self, expected: str) -> None:
        """Ask for the answer once more, below the verdict."""
        self.retyping = RetypePanel(expected)
        self.retyping.typed.connect(self.retyped)
        self._rows.addWidget(self.retyping)
        self.retyping.show()
        self.retyping.field.setFocus()

    def stop_retyping(self) -> None:
        """It was typed rightly, or is left."""
        _let_go(self.retyping)
        self.retyping = None


class _Said(Struct, frozen=True):
    """What the verdict says, to tell whether anything of it has changed."""

    answer: Answer
    verdict: Verdict
    heading: str
    facts: tuple[Fact, ...]
    aside: str

    def sounds_like(self, other: "_Said") -> bool:
        """True if the panel would be the same."""
        shown = (self.verdict.outcome, self.heading, self.facts, self.aside)
        return shown == (other.verdict.outcome, other.heading, other.facts, other.aside)


def _let_go(widget: QWidget | None) -> None:
    """A widget that is done: it may be in the middle of a signal of its own."""
    if widget is not None:
        widget.hide()
        widget.deleteLater()
