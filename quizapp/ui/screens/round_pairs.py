"""Match the pairs: a board of questions and answers; each try is judged at once."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.kinds.base import Outcome
from quizapp.core.problems import QuizError
from quizapp.core.rounds import Board
from quizapp.ui.bindings import Bound, action_of
from quizapp.ui.kit import Kit
from quizapp.ui.report import words_of
from quizapp.ui.richtext import Viewers
from quizapp.ui.rounds import Rounds
from quizapp.ui.screens.round_parts import PairsBar, RoundHead
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.choice_row import RowState
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.match_board import MatchBoard
from quizapp.ui.widgets.page import Page
from quizapp.ui.widgets.paint import RADIUS, announce
from quizapp.ui.widgets.panel import Column, Panel
from quizapp.ui.widgets.verdict import TONES, Disk

_WIDEST = 864
_DIGITS = range(Qt.Key.Key_1.value, Qt.Key.Key_9.value + 1)


class PairsDesk(QWidget):
    """One board after the other."""

    finished = Signal()
    """No board is left, or the learner ends it."""
    keys_wanted = Signal()

    def __init__(self, kit: Kit, rounds: Rounds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._rounds = kit, rounds
        self._value: Board | None = None
        self._next: Board | None = None
        self.board: MatchBoard | None = None
        self._at: dict[int, int] = {}
        self._missed: set[int] = set()
        self.said: QWidget | None = None
        self.head, self.bar = RoundHead(timed=False, widest=_WIDEST), PairsBar(widest=_WIDEST)
        self.head.title.setText(self.tr("Match the pairs"))
        self.deck = label("small", token="mut", wrap=True)
        self.deck.setContentsMargins(4, 0, 4, 8)
        self._page = Page(_WIDEST, top=12, bottom=16)
        self._page.content.addWidget(self.deck)
        self._page.content.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self._page, 1)
        self._told = Column(widest=_WIDEST)  # below the page: to be seen wherever that is scrolled to
        whole.addWidget(self._told)
        whole.addWidget(self.bar)
        Bound(self, "round", picked=lambda one: "")
        self.head.left.connect(self.leave)
        self.bar.chosen.connect(self.do)

    def show_board(self, value: Board) -> None:
        """Play a board."""
        self._value, self._at, self._missed = value, {}, set()
        deck = self._rounds.header(value)
        self.deck.setText(deck.title)
        viewers = Viewers(Path(deck.path).parent, self._kit.maths)
        old, board = self.board, MatchBoard(viewers, [pair.front for pair in value.pairs], value.rights)
        board.put_wanted.connect(self._put)
        board.in_use.connect(self._page.follow)
        self.board = board
        self._say(None)
        self._page.follow(None)
        self._page.content.insertWidget(1, board)
        board.show()
        board.show_places({}, done=False)
        board.go_to(0)
        if old is not None:
            self._page.content.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._page.verticalScrollBar().setValue(0)
        self._show_progress()
        announce(self, f"{deck.title}. {self._progress()}")

    # What is shown

    def _progress(self) -> str:
        assert self._value is not None
        placed = self.tr("{placed} of %n pairs found", "", len(self._value.pairs))
        return placed.format(placed=len(self._at))

    def _show_progress(self) -> None:
        assert self._value is not None
        self.bar.show_playing(self._progress(), len(self._value.rights))
        count = self.tr("{right} of %n right at the first try", "", self._rounds.asked)
        self.head.count.setText(count.format(right=self._rounds.right))

    def _say(self, words: str | None, outcome: Outcome = "wrong") -> None:
        """A line below the board in place of the one before."""
        old, self.said = self.said, None
        if words is not None:
            self.said = _Line(words, outcome)
            self._told.content.addWidget(self.said)
            self.said.show()
        if old is not None:
            old.hide()
            old.deleteLater()

    def _show_solved(self) -> None:
        """All pairs as they are; which were right at the first try."""
        assert self._value is not None
        assert self.board is not None
        lefts = range(len(self._value.pairs))
        states: list[RowState] = ["missed" if left in self._missed else "right" for left in lefts]
        solution = {left: self._value.right_of(left) for left in lefts}
        self.board.show_result(solution, states, [""] * len(states))
        for row in self.board.lefts:
            row.passes_enter = True
        self._next = self._rounds.next_board()
        self.bar.next.setText(self.tr("More pairs") if self._next else self.tr("See the result"))
        self._show_progress()
        self.bar.show_solved()
        self.bar.next.setFocus(Qt.FocusReason.OtherFocusReason)
        right = self.tr("{right} of %n right at the first try", "", len(states))
        words = right.format(right=states.count("right"))
        self._say(words, "correct" if not self._missed else "partial")
        announce(self, f"{words}. {self.bar.next.words}")

    # What the learner does

    def _put(self, left: int, right: int, _next_turn: bool) -> None:
        assert self._value is not None
        assert self.board is not None
        taken = set(self._at.values())
        fronts, backs = self.board.lefts[left].plain, self.board.rights[right].plain
        if left in self._at or right in taken:
            announce(self, self.tr("That pair is found already"))
            self.board.go_to(self._open_after(left - 1))
            return
        free = frozenset(range(len(self._value.rights))) - taken
        try:
            joined = self._rounds.join(self._value, left, right, free)
        except QuizError as error:
            self._tell_unsaved(error)
            return
        if joined:
            self._at[left] = right
            self.board.show_places(self._at, done=False)
            words = self.tr("Right: {left} – {right}").format(left=fronts, right=backs)
            self._after(words, "correct", left)
        else:
            self._missed.add(left)
            words = self.tr("No pair: {left} – {right}").format(left=fronts, right=backs)
            self._after(words, "wrong", left - 1)

    def _tell_unsaved(self, error: QuizError) -> None:
        """It could not be written: all is as it was."""
        assert self.board is not None
        words = self.tr("Not saved. {why} Do it again to try once more.").format(why=words_of(error))
        self._say(words, "unknown")
        self.board.show_places(self._at, done=False)
        self.board.go_to(self._open_after(-1))
        announce(self, words)

    def _after(self, words: str, outcome: Outcome, after: int) -> None:
        assert self._value is not None
        assert self.board is not None
        if len(self._at) == len(self._value.pairs):
            self._show_solved()
            return
        self._say(words, outcome)
        self._show_progress()
        self.board.show_places(self._at, done=False)
        self.board.go_to(self._open_after(after))
        announce(self, f"{words}. {self._progress()}")

    def _open_after(self, after: int) -> int:
        """The next question without an answer, round past the end."""
        assert self._value is not None
        count = len(self._value.pairs)
        order = [(after + step) % count for step in range(1, count + 1)]
        return next(left for left in order if left not in self._at)

    def do(self, action: str) -> None:
        """What one of the keys does."""
        getattr(self, action)()

    def go_on(self) -> None:
        """When all are found: more, or the result."""
        if self.board is None or self.board.open:
            return
        if self._next is None:
            self.finished.emit()
        else:
            self.show_board(self._next)

    def dont_know(self) -> None:
        """Show the pairs that are left; they count as not known."""
        if self._value is None or self.board is None or not self.board.open:
            return
        free = frozenset(range(len(self._value.rights))) - set(self._at.values())
        try:
            for left in range(len(self._value.pairs)):
                if left not in self._at:
                    self._rounds.give_up(self._value, left, free)
                    self._missed.add(left)
        except QuizError as error:
            self._tell_unsaved(error)
            return
        self._show_solved()

    def leave(self) -> None:
        """End the round; what was tried counts."""
        self.finished.emit()

    def show_keys(self) -> None:
        """Show every key."""
        self.keys_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.isAutoRepeat() or self.board is None:
            return
        if plain and key in _DIGITS:
            self.board.press_digit(key - Qt.Key.Key_0.value)
        elif key in (*ENTER, Qt.Key.Key_Space):
            self.go_on()
        elif action := action_of(event, "round"):
            self.do(action)
        else:
            super().keyPressEvent(event)


class _Line(Panel):
    """A sign and a few words, on the fill of what they tell."""

    def __init__(self, words: str, outcome: Outcome) -> None:
        super().__init__(radius=RADIUS, padding=(14, 8, 16, 8))
        tone = TONES[outcome]
        self.fill, self.line = tone.fill, tone.line
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Disk(tone), alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(label("strong", words, tone.ink, wrap=True), 1)
        self.content.addLayout(row)
