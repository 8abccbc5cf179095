"""The preview: the card as it is studied, answerable, beside its form or its text."""

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from quizapp.core import trial
from quizapp.core.deck import Deck, Note
from quizapp.ui.editor.document import DeckDocument
from quizapp.ui.editor.trial import Trial
from quizapp.ui.kit import Kit
from quizapp.ui.widgets.icon import Icon
from quizapp.ui.widgets.label import CutLabel, label
from quizapp.ui.widgets.paint import CARD_RADIUS, MARGIN, announce
from quizapp.ui.widgets.panel import Hairline, Panel
from quizapp.ui.widgets.segments import Segments
from quizapp.ui.widgets.stepper import Stepper

_QUESTION, _ANSWER = 0, 1


class Shown(Struct, frozen=True):
    """What the preview is asked to show."""

    note: Note | None
    """None: the card cannot be read."""
    deck: Deck | None = None
    part: str = ""
    last: Note | None = None
    """The last version of it that could be read."""
    others: int = 0
    """How many other cards of the deck can be studied."""


class PreviewPane(QWidget):
    """Heading, Question | Answer, and the card itself in a panel that scrolls.

    document: the deck whose present card is shown; None: `show_note` says what is.
    """

    link_clicked = Signal(str)

    def __init__(self, document: DeckDocument | None, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Preview"))
        self._document, self._kit = document, kit
        self._shown = Shown(None)
        self._part = ""
        self.trial: Trial | None = None
        self.side = Segments(self.tr("Preview shows"), (self.tr("Question"), self.tr("Answer")))
        self.side.chosen.connect(self._turn)
        keeping = self.side.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)
        self.side.setSizePolicy(keeping)
        self._head = self._heading()
        self._steps = Stepper(self.tr("Previous card of this text"), self.tr("Next card of this text"))
        self._steps.stepped.connect(self._step)
        self.panel = Panel(radius=CARD_RADIUS, padding=(15, 15, 15, 16))
        self._apology = _Apology()
        self.panel.content.addWidget(self._apology)
        self._lower = QVBoxLayout()
        self._lower.setContentsMargins(0, 0, 0, 0)
        self.panel.content.addLayout(self._lower)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._head)
        rows.addWidget(self._steps)
        rows.addWidget(self._scroll(), 1)
        self._refresh()
        if document is not None:
            document.card_changed.connect(self._take_card)
            document.read.connect(self._take_document)
            self._take_document()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """To where the card is answered, or to what is shown of it."""
        if self.trial is not None and not self.trial.focus_answer():
            self.side.focus_choice()

    def _heading(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 0, 0, 0)
        head.addWidget(CutLabel("heading", self.tr("Preview")), 1)
        head.addWidget(self.side)
        return head

    def _scroll(self) -> QScrollArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        column.addStretch(1)
        self._page = page = QScrollArea()
        page.setWidget(inner)
        page.setWidgetResizable(True)
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        return page

    @property
    def part(self) -> str:
        """Which card of the note is shown."""
        return self.trial.asked.prompt.part if self.trial else ""

    def show_note(
        self,
        note: Note | None,
        deck: Deck | None,
        part: str = "",
        *,
        last: Note | None = None,
        others: int = 0,
    ) -> None:
        """Show a card; the same one again changes nothing, not even an answer that was given.

        part: which card of the note; "" keeps to the one that is shown, if the note has it. note None: it
        cannot be read; last: the last version that could; others: how many cards of the deck are fine.
        """
        shown = Shown(note, deck, part, last, others)
        if shown == self._shown:
            return
        self._shown = shown
        self._part = part or self._part
        self._refresh()

    def clear(self) -> None:
        """There is no card."""
        self._part = ""
        self.side.show_choice(_QUESTION)
        self.show_note(None, None)

    def forget_part(self) -> None:
        """The next note is another one: its first card is shown, and its question."""
        self._part = ""
        self.side.show_choice(_QUESTION)

    def _take_card(self) -> None:
        """Another card of the document is the present one."""
        self.forget_part()
        self._take_document()

    def _take_document(self) -> None:
        """The document was read anew."""
        document = self._document
        assert document is not None
        at, deck = document.card, document.loaded.deck
        note = document.note(at) if at >= 0 else None
        if at < 0 or deck is None:
            self.clear()
            return
        others = len(deck.notes) - (note is not None)
        self.show_note(note, deck, last=document.last_note(at), others=others)

    def _refresh(self) -> None:
        """Build the card out of sight, then put it in the old one's place at once."""
        note = self._shown.note or self._shown.last
        readable = self._shown.note is not None
        fresh = self._make(note) if note else None
        self.setUpdatesEnabled(False)
        old, self.trial = self.trial, fresh
        if fresh is not None:
            self._lower.addWidget(fresh)
            fresh.show()
        if old is not None:
            old.hide()
            self._lower.removeWidget(old)
            old.deleteLater()
        self.panel.line = "line" if readable else "badline"
        self.panel.setVisible(readable or self._shown.deck is not None)
        self._apology.show_state(readable, self._shown.others, last=note is not None)
        parts = note.parts if note else ()
        self._steps.show_steps(parts.index(self.part) if self.part in parts else 0, len(parts))
        self.side.setVisible(note is not None)
        self.setUpdatesEnabled(True)
        self.panel.update()

    def _make(self, note: Note) -> Trial:
        assert self._shown.deck is not None
        asked = trial.asked(note, self._shown.deck, self._part)
        fresh = Trial(asked, self._kit.maths, solved=self.side.at == _ANSWER)
        fresh.judged.connect(self._on_judged)
        fresh.link_clicked.connect(self.link_clicked)
        return fresh

    def _turn(self, at: int) -> None:
        self._refresh()

    def _on_judged(self) -> None:
        """The user answered: what is shown is the answer now, theirs."""
        self.side.show_choice(_ANSWER)

    def _step(self, by: int) -> None:
        note = self._shown.note or self._shown.last
        if note is not None:
            at = (note.parts.index(self.part) + by) % len(note.parts)
            self._part = note.parts[at]
            self._refresh()
            announce(self, self._steps.words)


class _Apology(QWidget):
    """What is said above the last version of a card that cannot be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Icon("warning", size=20, token="bad"), alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(label("heading", self.tr("This card cannot be read"), "bad", wrap=True), 1)
        self._others = label("body", "", wrap=True)
        self._rule = Hairline()
        self._last = label("small", self.tr("Last version that worked"), "mut")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(MARGIN, 0, MARGIN, 4)
        rows.setSpacing(8)
        rows.addLayout(row)
        for widget in (self._others, self._rule, self._last):
            rows.addWidget(widget)

    def show_state(self, readable: bool, others: int, *, last: bool) -> None:
        """others: cards of the deck that are fine; last: an older version stands below."""
        self.setVisible(not readable)
        self._others.setVisible(others > 0)
        self._others.setText(self.tr("The other %n cards are fine and can be studied.", "", others))
        self._rule.setVisible(last)
        self._last.setVisible(last)
