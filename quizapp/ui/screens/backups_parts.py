"""The parts of the screen of copies: the list's model, the bar that restores, panels with one thing to do."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.models.cards import ASIDE, CardModel
from quizapp.ui.models.decks import Index
from quizapp.ui.safekeeping import Kept
from quizapp.ui.screens.backups_words import BackupWords, when
from quizapp.ui.screens.card_rows import CardDelegate
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.cell import words_width
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import Label, label
from quizapp.ui.widgets.paint import MARGIN, announce
from quizapp.ui.widgets.panel import Panel

RADIUS = 14
_GAP = 24


class BackupModel(CardModel):
    """Copies by the time they were made, with what is in them."""

    def __init__(self, words: BackupWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def front(self, value: Kept) -> str:
        return when(value.backup.at_ms)

    def aside(self, value: Kept) -> str:
        return self._words.contents(value)

    def sentence(self, value: Kept) -> str:
        return f"{self.front(value)}: {self.aside(value)}, {self._words.more(value)}"


class BackupDelegate(CardDelegate):
    """A copy: what is in it takes what its time leaves of the row."""

    def _aside_width(self, index: Index, width: float) -> float:
        room = width - words_width(index.data(), self.role) - 2 * _GAP
        return min(words_width(index.data(ASIDE), self.aside_role) + 1, max(room, width / 3))


class RestoreBar(Panel):
    """Says what a restore would change, does it on a second word, and tells how it is taken back."""

    confirmed = Signal()
    """Restore it."""
    taken_back = Signal()
    """Restore what was there before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=RADIUS, padding=(18, 8, 10, 8), parent=parent)
        self._head, self._words = label("strong", wrap=True), label("row", wrap=True)
        self.restore = Button("ghost", self.tr("Restore this copy"), height=36)
        self.keep = Button("primary", self.tr("Keep what is there"), key=self.tr("Esc"), height=36)
        self.undo = Button("ghost", self.tr("Take it back"), height=36)
        self.content.setSpacing(2)
        for words in (self._head, self._words):
            words.setContentsMargins(0, MARGIN // 2, MARGIN, MARGIN // 2)
            self.content.addWidget(words)
        self.content.addWidget(Flow(self.restore, self.keep, self.undo, gap=4))
        self.restore.clicked.connect(self.confirmed)
        self.keep.clicked.connect(self.close_question)
        self.undo.clicked.connect(self.taken_back)
        self.hide()

    @property
    def asking(self) -> bool:
        """True while it waits for the second word."""
        return self.isVisible() and self.restore.isVisibleTo(self)

    @property
    def words(self) -> str:
        """What it says."""
        return " ".join(filter(None, (self._head.text(), self._words.text())))

    def ask(self, head: str, words: str) -> None:
        """Wait for the second word."""
        self._tell(head, words, self.restore, self.keep)
        self.restore.setFocus()

    def show_busy(self, words: str) -> None:
        """Something is under way."""
        self._tell("", words)

    def show_done(self, head: str, words: str, *, undo: bool = False) -> None:
        """What came of it."""
        self._tell(head, words, *((self.undo,) if undo else ()))
        if undo:
            self.undo.setFocus()

    def close_question(self) -> None:
        """Nothing was restored."""
        self.hide()

    def _tell(self, head: str, words: str, *buttons: Button) -> None:
        self._head.setText(head)
        self._head.setVisible(bool(head))
        self._words.setText(words)
        for button in (self.restore, self.keep, self.undo):
            button.setVisible(button in buttons)
        warned = self.restore in buttons
        self.fill, self.line = ("warnsoft", "warnline") if warned else ("card", "edge")
        self.update()
        self.show()
        announce(self, self.words)


class DeedPanel(Panel):
    """A heading, what it is about, one button; then lines on what came of it, and perhaps a second button."""

    started = Signal()
    followed = Signal()
    """The second button was pressed."""

    def __init__(self) -> None:
        super().__init__(radius=RADIUS, padding=(24, 16, 24, 14))
        self._heading = label("heading", wrap=True)
        self._about = label("small", token="mut", wrap=True)
        self.start, self.follow = Button("ghost", "", height=36), Button("ghost", "", height=36)
        self.result = label("body", wrap=True)
        self._said: list[Label] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._heading)
        texts.addWidget(self._about)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(texts, 1)
        row.addWidget(self.start)
        self.content.addLayout(row)
        self.content.addWidget(self.result)
        self.content.addLayout(self._lines)
        self.content.addWidget(Flow(self.follow))
        self.start.clicked.connect(self._on_start)
        self.follow.clicked.connect(self.followed)
        self._busy = False
        self.reset()

    @property
    def lines(self) -> tuple[str, ...]:
        """What it says of the result."""
        return tuple(line.text() for line in self._said)

    def show_words(self, heading: str, about: str) -> None:
        """What it is, and what for."""
        self._heading.setText(heading)
        self._about.setText(about)
        self.start.setAccessibleDescription(heading)

    def reset(self) -> None:
        """As before it was started."""
        self.show_result("")

    def show_busy(self, words: str) -> None:
        """It is under way; the button keeps the focus and does nothing."""
        self.show_result(words)
        self._busy = True

    def _on_start(self) -> None:
        if not self._busy:
            self.started.emit()

    def show_result(self, words: str, lines: Sequence[str] = (), *, follow: bool = False) -> None:
        """What came of it. follow: the second button is offered."""
        self._busy = False
        self.result.setText(words)
        self.result.setContentsMargins(0, 8 if words else 0, 0, 0)
        self.result.setVisible(bool(words))
        for old in self._said:
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._said = [label("small", line, "text", wrap=True) for line in lines]
        for new in self._said:
            self._lines.addWidget(new)
        self.follow.setVisible(follow)
        announce(self, " ".join((words, *lines)))
