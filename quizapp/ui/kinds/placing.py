"""What all kinds share that put some things to others: who stands where, undo, and what is announced."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.kinds.base import Answer, Mark, PartMark, Verdict
from quizapp.core.kinds.pairing import EITHER
from quizapp.ui.kinds.base import AnswerWidget
from quizapp.ui.presses import Press
from quizapp.ui.widgets.board import Board
from quizapp.ui.widgets.choice_row import RowState
from quizapp.ui.widgets.paint import announce

STATES: Mapping[Mark, RowState] = {"right": "right", "wrong": "wrong", "missed": "missed"}


class Placing:
    """Which thing stands at which target, by index; each step can be taken back.

    exclusive: a target holds one thing, and one that comes later takes its place.
    """

    def __init__(self, things: int, *, exclusive: bool) -> None:
        self._things, self._exclusive = things, exclusive
        self._first: Mapping[int, int] = {}
        self._steps: list[tuple[int, Mapping[int, int]]] = []

    @property
    def at(self) -> Mapping[int, int]:
        """Thing -> its target."""
        return self._steps[-1][1] if self._steps else self._first

    @property
    def done(self) -> bool:
        """True if each thing has a target."""
        return len(self.at) == self._things

    def put(self, thing: int, target: int) -> None:
        """Put a thing to a target, wherever it was before."""
        kept = {
            other: its
            for other, its in self.at.items()
            if other != thing and not (self._exclusive and its == target)
        }
        self._step(thing, {**kept, thing: target})

    def take(self, thing: int) -> None:
        """Take a thing off its target."""
        self._step(thing, {other: its for other, its in self.at.items() if other != thing})

    def keep(self, things: Collection[int]) -> None:
        """Begin anew with these things where they are, and no step to take back."""
        self._first = {thing: target for thing, target in self.at.items() if thing in things}
        self._steps.clear()

    def undo(self) -> int | None:
        """Take the last step back; the thing it was about, None if there is no step."""
        return self._steps.pop()[0] if self._steps else None

    def next_open(self, after: int) -> int:
        """The next thing without a target, round past the end; the same one if there is none."""
        order = (*range(after + 1, self._things), *range(after))
        return next((thing for thing in order if thing not in self.at), after)

    def _step(self, thing: int, at: Mapping[int, int]) -> None:
        if at != self.at:
            self._steps.append((thing, at))


class PlacingWidget(AnswerWidget):
    """A board and the placing that it shows; Check when each thing has its target.

    Ctrl+Z takes the last step back while there is one, before it is the screen's. All that raises here is a
    subclass's: Qt's metaclass leaves no room for ABC.
    """

    exclusive = False

    def __init__(
        self, board: Board, things: Sequence[str], targets: Sequence[str], parent: QWidget | None = None
    ) -> None:
        """things, targets: their texts, as an answer names them."""
        super().__init__(parent)
        self.board = board
        self._things, self._targets = tuple(things), tuple(targets)
        self.placing = Placing(len(things), exclusive=self.exclusive)
        self._tried: Mapping[int, int] = {}
        self.action = self.tr("Check")
        board.put_wanted.connect(self._put)
        board.take_wanted.connect(self._take)
        board.in_use.connect(self.in_use)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(board)
        self._show()

    # What a kind says

    def answer(self, pairs: tuple[tuple[str, str], ...]) -> Answer:
        """The answer that is logged; pairs: (thing, target)."""
        raise NotImplementedError

    def progress_words(self, placed: int, total: int) -> str:
        """ "2 of 4 matched"."""
        raise NotImplementedError

    def put_words(self, thing: int, target: int) -> str:
        """ "Poland with złoty"."""
        raise NotImplementedError

    def taken_words(self, thing: int) -> str:
        """ "Poland has no partner now"."""
        raise NotImplementedError

    # Steps

    def _put(self, thing: int, target: int, next_turn: bool) -> None:
        self.placing.put(thing, target)
        self._show()
        self.board.go_to(self.placing.next_open(thing) if next_turn else thing)
        self._announce(thing)

    def _take(self, thing: int) -> None:
        """Off its target; where it has none, the last step back: after a step the next thing has its turn."""
        if thing in self.placing.at:
            self.placing.take(thing)
            self._after(thing)
        else:
            self._undo()

    def _undo(self) -> bool:
        thing = self.placing.undo()
        if thing is None:
            return False
        self._after(thing)
        return True

    def _after(self, thing: int) -> None:
        self._show()
        self.board.go_to(thing)
        self._announce(thing)

    def _show(self) -> None:
        placed, total = len(self.placing.at), len(self._things)
        self.progress = self.progress_words(placed, total)
        self.board.show_places(self.placing.at, done=self.placing.done)
        self.changed.emit()

    def _announce(self, thing: int) -> None:
        """What was done, and how much of all is done."""
        target = self.placing.at.get(thing)
        done = self.taken_words(thing) if target is None else self.put_words(thing, target)
        announce(self, f"{done}, {self.progress}")

    # The contract

    def can_submit(self) -> bool:
        return self.placing.done and not self.unchanged()

    def unchanged(self) -> bool:
        return self.placing.done and self.placing.at == self._tried

    def submit(self) -> None:
        if self.can_submit():
            at = sorted(self.placing.at.items())
            pairs = tuple((self._things[thing], self._targets[target]) for thing, target in at)
            self.submitted.emit(self.answer(pairs))

    def press_digit(self, digit: int) -> bool:
        return self.board.press_digit(digit)

    def focus_answer(self) -> None:
        self.board.focus_turn()

    def keys_for(self, parts: Sequence[PartMark]) -> Iterator[Press]:
        for thing, target in self._meant(parts).items():
            if self.placing.at.get(thing) != target:
                yield from self.board.keys_to_put(thing, target)

    def _meant(self, parts: Sequence[PartMark]) -> Mapping[int, int]:
        """Thing -> a target that reads as its part expects, else the last one; those that read the same are
        given out in turn."""
        free = dict(enumerate(self.board.target_words()))
        meant: dict[int, int] = {}
        for part in sorted(parts, key=lambda part: self._things.index(part.key)):
            names = {part.expected, *part.expected.split(EITHER)}
            target = next((target for target, words in free.items() if words in names), max(free))
            meant[self._things.index(part.key)] = target
            if self.exclusive:
                del free[target]
        return meant

    def parts(self, verdict: Verdict) -> list[PartMark]:
        """The mark of each thing, in the order of the board."""
        marks = {part.key: part for part in verdict.parts}
        return [marks[thing] for thing in self._things]

    def try_again(self, verdict: Verdict) -> bool:
        """What is right stays; the first of the others has its turn."""
        marks = [part.mark for part in self.parts(verdict)]
        self._tried = self.placing.at
        self.placing.keep([thing for thing, mark in enumerate(marks) if mark != "wrong"])
        self._show()
        self.board.go_to(next(thing for thing, mark in enumerate(marks) if mark != "right"))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        undo = event.matches(QKeySequence.StandardKey.Undo) and self.board.open
        if not (undo and self._undo()):
            super().keyPressEvent(event)
