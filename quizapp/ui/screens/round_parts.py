"""What quick rounds share: the top line, the bar, and a clock that can be stopped."""

from PySide6.QtCore import QElapsedTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.ui.bindings import binding, cap_of, keyed, of, show_tip
from quizapp.ui.i18n import marked
from quizapp.ui.screens.study_head import BackButton
from quizapp.ui.widgets.actionbar import ActionBar, Hint
from quizapp.ui.widgets.button import Button, ButtonKind
from quizapp.ui.widgets.label import CutLabel, Label
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.panel import Column

MINUTE_MS = 60_000


class Countdown:
    """Time that runs only while somebody is at it."""

    def __init__(self) -> None:
        self._clock = QElapsedTimer()
        self._used_ms = self._limit_ms = 0

    def start(self, minutes: int) -> None:
        """Anew, and stopped."""
        self._clock.invalidate()
        self._used_ms, self._limit_ms = 0, minutes * MINUTE_MS

    def extend(self, minutes: int) -> None:
        """More time, from now on where it was over."""
        self._limit_ms = max(self._limit_ms, self._used) + minutes * MINUTE_MS

    def go_on(self) -> None:
        if not self._clock.isValid():
            self._clock.start()

    def pause(self) -> None:
        self._used_ms = self._used
        self._clock.invalidate()

    @property
    def _used(self) -> int:
        return self._used_ms + (self._clock.elapsed() if self._clock.isValid() else 0)

    @property
    def left_ms(self) -> int:
        """Never below 0."""
        return max(0, self._limit_ms - self._used)


class RoundHead(Column):
    """Back, what it is, how far, and the time left where it is `timed`."""

    left = Signal()

    def __init__(self, *, timed: bool, widest: int = 760, parent: QWidget | None = None) -> None:
        super().__init__(widest=widest, parent=parent)
        self.back = BackButton(self.tr("End the round"))
        show_tip(self.back, self.tr("End the round"), "round", "leave")
        self.back.clicked.connect(self.left)
        self.title = CutLabel("button")
        self.count = Label("small", token="mut", tabular=True)
        self.time = Label("small", token="mut", tabular=True)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.back)
        row.addWidget(self.title, 1)
        for words in (self.count, self.time) if timed else (self.count,):
            row.addSpacing(16)
            row.addWidget(words)
        row.addSpacing(MARGIN)
        self.content.setContentsMargins(0, 10, 0, 4)
        self.content.addLayout(row)


class RoundBar(ActionBar):
    """The buttons and keys of a round."""

    def button(self, kind: ButtonKind, words: str, action: str) -> Button:
        """One that says an action of a round."""
        button = keyed(Button(kind, words), _scope(action), action)
        button.clicked.connect(lambda _=False: self.chosen.emit(action))
        return button

    def hint(self, action: str) -> Hint:
        """The key of an action."""
        one = binding(_scope(action), action)
        return Hint(action, cap_of(one.key), marked(one.label))


def _scope(action: str) -> str:
    """The list that an action of a round is in."""
    return "round" if any(one.action == action for one in of("round")) else "rapid"


class RapidBar(RoundBar):
    """A question, its verdict, a break."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.aside = CutLabel("small", token="mut")
        self.dont_know = self.button("ghost", self.tr("I don’t know"), "dont_know")
        self.pause = self.button("ghost", self.tr("Pause"), "pause")
        self._asking = self.add_row(self.dont_know, self.pause, main=self.aside)
        self.more = self.button("ghost", self.tr("One more minute"), "extend")
        self.next = self.button("primary", self.tr("Next card"), "go_on")
        self._judged = self.add_row(self.more, main=self.next)
        self.resume = self.button("primary", self.tr("Go on"), "go_on")
        self._paused = self.add_row(main=self.resume)

    def show_asking(self, how: str, keys: tuple[tuple[str, str], ...]) -> None:
        """how: what to press, where there is no button for it; keys: those of the answer."""
        self.aside.setText(how)
        self.show_row(self._asking)
        hints = [Hint("", key, meaning) for key, meaning in keys]
        self.keys.show_hints([*hints, *map(self.hint, ("extend", "leave", "show_keys"))])

    def show_judged(self, *, over: bool) -> None:
        """over: so is the time."""
        self.next.setText(self.tr("See the result") if over else self.tr("Next card"))
        self.more.setVisible(over)
        self.show_row(self._judged)
        self.keys.show_hints([self.hint(action) for action in ("leave", "show_keys")])

    def show_paused(self) -> None:
        """A break."""
        self.show_row(self._paused)
        self.keys.show_hints([self.hint(action) for action in ("pause", "leave", "show_keys")])


class PairsBar(RoundBar):
    """While pairs are joined, and when all are."""

    def __init__(self, *, widest: int, parent: QWidget | None = None) -> None:
        super().__init__(widest=widest, parent=parent)
        self.aside = CutLabel("small", token="mut")
        self.dont_know = self.button("ghost", self.tr("Show the pairs"), "dont_know")
        self._playing = self.add_row(self.dont_know, main=self.aside)
        self.next = self.button("primary", self.tr("More pairs"), "go_on")
        self._solved = self.add_row(main=self.next)

    def show_playing(self, progress: str, count: int) -> None:
        """count: answers that have a digit."""
        self.aside.setText(progress)
        self.show_row(self._playing)
        digits = Hint("", f"1–{min(9, count)}", self.tr("question, then answer"))
        self.keys.show_hints([digits, *map(self.hint, ("leave", "show_keys"))])

    def show_solved(self) -> None:
        """All are joined."""
        self.show_row(self._solved)
        self.keys.show_hints([self.hint(action) for action in ("leave", "show_keys")])
