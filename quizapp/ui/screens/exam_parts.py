"""What stands round the question of an exam: the top line with the time, the numbers, the bar."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from quizapp.core.attempt import Attempt
from quizapp.ui import icons, theme
from quizapp.ui.bindings import binding, cap, keyed, show_tip
from quizapp.ui.i18n import marked
from quizapp.ui.kinds.base import AnswerWidget
from quizapp.ui.screens.study_asides import SureRow
from quizapp.ui.screens.study_head import BackButton
from quizapp.ui.widgets.actionbar import ActionBar, Hint
from quizapp.ui.widgets.button import ENTER, Button, ButtonKind
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import CutLabel, ElidedLabel, Label
from quizapp.ui.widgets.paint import MARGIN, RADIUS, Styled, begin, box, inside, ring
from quizapp.ui.widgets.panel import Column
from quizapp.ui.widgets.progress import ProgressLine
from quizapp.ui.widgets.roving import Roving

_CELL, _SIGN = 40, 12
_STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SOON_MS = 300_000
"""With less time left, the clock is in the colour of a warning."""


def clock_words(ms: int) -> str:
    """Minutes and seconds, or hours too."""
    seconds = max(0, ms) // 1000
    hours, rest = divmod(seconds, 3600)
    short = f"{rest // 60:02}:{rest % 60:02}"
    return f"{hours}:{short}" if hours else short


class ExamHead(Column):
    """Back, the title, how many are answered, and the time."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(widest=760, parent=parent)
        self.back = BackButton(self.tr("Leave, resume later"))
        show_tip(self.back, self.tr("Leave, resume later"), "exam", "leave")
        self.back.clicked.connect(self.left)
        self._title = CutLabel("button")
        self._count = Label("small", token="mut", tabular=True)
        self.time = Label("small", tabular=True)
        self._bar = ProgressLine()
        self._bar.setAccessibleName(self.tr("Answered"))
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.back)
        row.addWidget(self._title, 1)
        for words in (self._count, self.time):
            row.addSpacing(16)
            row.addWidget(words)
        row.addSpacing(MARGIN)
        self.content.setContentsMargins(0, 10, 0, 4)
        self.content.addLayout(row)
        self.content.addWidget(self._bar)

    def show_attempt(self, attempt: Attempt) -> None:
        """How far it is."""
        total = len(attempt.questions)
        done = total - len(attempt.blank)
        self._title.setText(attempt.title)
        count = QLocale().toString(done)
        self._count.setText(self.tr("{number} of %n answered", "", total).format(number=count))
        self._bar.set_progress(done, total)

    def show_time(self, used_ms: int, left_ms: int | None) -> None:
        """left_ms: None without a limit, then the time used is shown."""
        shown = clock_words(used_ms if left_ms is None else left_ms)
        words = self.tr("{time} used") if left_ms is None else self.tr("{time} left")
        self.time.setText(words.format(time=shown))
        self.time.set_token("warn" if left_ms is not None and left_ms < _SOON_MS else "mut")


class NumberButton(Styled, QAbstractButton):
    """One question by its number: blank, answered (a tick), flagged (a flag), and the one on screen."""

    stepped = Signal(int)
    """An arrow was pressed: 1 forward, -1 back."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(QLocale().toString(number))
        self._answered = self._flagged = False
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """Which one is shown is not for the button to say."""

    def show_state(self, *, answered: bool, flagged: bool, here: bool) -> None:
        self._answered, self._flagged = answered, flagged
        self.setChecked(here)
        state = self.tr("answered") if answered else self.tr("blank")
        flag = self.tr("flagged") if flagged else ""
        now = self.tr("on screen") if here else ""
        name = self.tr("Question {number}").format(number=self.text())
        self.setAccessibleName(", ".join(filter(None, (name, state, flag, now))))
        self.setToolTip(self.accessibleName())
        self.update()

    def restyle(self) -> None:
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
        elif event.key() in _STEPS:
            mirrored = self.isRightToLeft() and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            self.stepped.emit(-_STEPS[event.key()] if mirrored else _STEPS[event.key()])
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_CELL) + 2 * MARGIN, theme.px(_CELL) + 2 * MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = inside(self)
        here = self.isChecked()
        fill = "accsoft" if self._answered else "hover" if self.underMouse() else "card"
        box(
            painter, rect, RADIUS, fill=fill, line="acc" if here else "edge" if not self._answered else "line"
        )
        if here:
            box(painter, rect.adjusted(1, 1, -1, -1), RADIUS - 1, line="acc")
        if self.hasFocus():
            ring(painter, rect, RADIUS)
        painter.setFont(theme.font("strong" if here else "body", tabular=True))
        painter.setPen(theme.color("text"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.text())
        self._paint_signs(painter, rect)
        painter.end()

    def _paint_signs(self, painter: QPainter, rect: QRectF) -> None:
        size = theme.px(_SIGN)
        if self._answered:
            place = QRectF(rect.right() - size - 3, rect.bottom() - size - 3, size, size)
            icons.paint(painter, "check", place, theme.color("accink"), stroke=2.4)
        if self._flagged:
            place = QRectF(rect.right() - size - 3, rect.top() + 3, size, size)
            icons.paint(painter, "flag", place, theme.color("warn"), stroke=2.4)


class Numbers(QWidget):
    """All questions; one tab stop, arrows inside, Enter or Space goes there."""

    chosen = Signal(int)
    """Index of a question."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Questions"))
        self.buttons: tuple[NumberButton, ...] = ()
        self._roving: Roving | None = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._scroll)

    def show_attempt(self, attempt: Attempt, here: int) -> None:
        """The state of each question; here: the one on screen."""
        if len(self.buttons) != len(attempt.questions):
            self._build(len(attempt.questions))
        for at, button in enumerate(self.buttons):
            blank, flagged = attempt.is_blank(at), at in attempt.flagged
            button.show_state(answered=not blank, flagged=flagged, here=at == here)
        if self._roving is not None and not any(button.hasFocus() for button in self.buttons):
            self._roving.stop_at(here)
        self._scroll.ensureWidgetVisible(self.buttons[here])

    def _build(self, count: int) -> None:
        inner = QWidget()
        inner.setAutoFillBackground(False)
        self.buttons = tuple(NumberButton(number) for number in range(1, count + 1))
        flow = Flow(*self.buttons, gap=0)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(flow)
        column.addStretch(1)
        for at, button in enumerate(self.buttons):
            button.clicked.connect(lambda _=False, at=at: self.chosen.emit(at))
            button.stepped.connect(self._step)
        self._scroll.setWidget(inner)
        self._roving = Roving(self.buttons, self)

    def _step(self, step: int) -> None:
        here = next((at for at, button in enumerate(self.buttons) if button.hasFocus()), 0)
        to = max(0, min(here + step, len(self.buttons) - 1))
        self.buttons[to].setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(self.buttons[to])


class ExamBar(ActionBar):
    """Answering, how sure one is, after a verdict, and before handing in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.dont_know = self._button("ghost", self.tr("I don’t know"), "dont_know")
        self.flag = self._button("ghost", self.tr("Flag"), "flag")
        self.check = self._button("primary", self.tr("Save answer"), "go_on")
        self.aside = ElidedLabel("small", token="mut")
        main = QWidget()
        layout = QHBoxLayout(main)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.aside)
        layout.addWidget(self.check)
        self.hand_in = self._button("ghost", self.tr("Hand in"), "hand_in")
        self._asking = self.add_row(self.dont_know, self.flag, self.hand_in, main=main)
        self.keep_on = self._button("ghost", self.tr("Go on with it"), "leave")
        self.finish = self._button("primary", self.tr("Hand in now"), "go_on")
        self.warning = Label("body", wrap=True)
        self.more = self._button("ghost", self.tr("5 more minutes"), "extend")
        self._handing = self.add_row(self.warning, self.more, self.keep_on, main=self.finish)
        self.next = self._button("primary", self.tr("Next question"), "go_on")
        self._judged = self.add_row(self._button("ghost", self.tr("Flag"), "flag"), main=self.next)
        self._sure: SureRow | None = None

    def _button(self, kind: ButtonKind, words: str, action: str) -> Button:
        button = keyed(Button(kind, words), "exam", action)
        button.clicked.connect(lambda _=False: self.chosen.emit(action))
        return button

    def show_asking(self, answer: AnswerWidget, *, flagged: bool) -> None:
        """What can be done with the question."""
        in_text = answer.takes_text
        for button, action in ((self.dont_know, "dont_know"), (self.flag, "flag"), (self.hand_in, "hand_in")):
            button.set_key(_cap(action, in_text=in_text))
        self.flag.setText(self.tr("Unflag") if flagged else self.tr("Flag"))
        self.check.setVisible(bool(answer.action))
        self.check.setEnabled(answer.can_submit())
        enter = answer.action_key or _cap("go_on", in_text=in_text)
        self.check.set_key(enter)
        aside = answer.why_not() or (answer.progress if answer.action else answer.key_hint)
        self.aside.setVisible(bool(aside))
        self.aside.setText(aside)
        self.show_row(self._asking)
        hints = [Hint("", key, meaning) for key, meaning in answer.key_hints]
        wanted: Sequence[str] = ("next", "previous", "leave", "show_keys")
        self.keys.show_hints([*hints, *(self._hint(action, in_text) for action in wanted)])

    def show_sureness(self) -> SureRow:
        """How sure is the learner? The row that asks."""
        if self._sure is None:
            self._sure = SureRow()
            self.add_whole(self._sure)
        self.show_row(self._sure)
        last = len(self._sure.buttons) - 1
        question = Hint("", self.tr("1–{last}").format(last=last), self.tr("How sure are you?"))
        back = self._said("leave", self.tr("back to your answer"))
        self.keys.show_hints([question, self._said("go_on", self.tr("skip")), back])
        return self._sure

    def show_judged(self, *, last: bool) -> None:
        """After a verdict: on to the next question."""
        self.next.setText(self.tr("To the end") if last else self.tr("Next question"))
        self.show_row(self._judged)
        self.keys.show_hints([self._hint(action, False) for action in ("leave", "show_keys")])

    def show_handing_in(self, warning: str, *, timed: bool) -> None:
        """Is everything done? warning: what is not; timed: there is a limit that may be extended."""
        self.warning.setText(warning)
        self.more.setVisible(timed)
        self.show_row(self._handing)
        back = self._said("leave", self.tr("go on with it"))
        self.keys.show_hints([self._said("go_on", self.tr("hand in")), back])

    def _hint(self, action: str, in_text: bool) -> Hint:
        return Hint(action, _cap(action, in_text=in_text), marked(binding("exam", action).label))

    def _said(self, action: str, words: str) -> Hint:
        """A key that does something else now than it mostly does."""
        return Hint(action, cap("exam", action), words)


def _cap(action: str, *, in_text: bool) -> str:
    """How a key is written on screen."""
    return (cap("exam", action, in_text=True) if in_text else "") or cap("exam", action)
