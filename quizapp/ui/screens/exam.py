"""Taking a quiz or an exam: any question in any order, each answer saved at once, handed in at the end."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.core.attempt import Attempt
from quizapp.ui import theme
from quizapp.ui.examiner import Examiner
from quizapp.ui.kit import Kit
from quizapp.ui.navigation import Back, ExamResult, Route, TakeExam
from quizapp.ui.screens.exam_desk import ExamDesk
from quizapp.ui.screens.exam_parts import Numbers, clock_words
from quizapp.ui.screens.place import Place
from quizapp.ui.widgets.paint import announce

_TICK_MS = 1_000
_NUMBERS_W, _NUMBERS_FROM = 212, 980
"""Width of the numbers, and of the screen from which they stand beside the question; px at 100 %."""


class ExamPlace(Place):
    """The numbers beside the question; without room for them the keys lead from one to the other."""

    narrow_rail = True

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.examiner = Examiner(kit.services, self)
        self.numbers = Numbers()
        self.desk = ExamDesk(kit, self.examiner)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._side = QWidget()
        side = QHBoxLayout(self._side)
        side.setContentsMargins(20, 20, 0, 20)
        side.addWidget(self.numbers)
        row.addWidget(self._side)
        row.addWidget(self.desk, 1)
        self.numbers.chosen.connect(self._choose)
        self.desk.moved.connect(self._follow)
        self.desk.left.connect(self._on_left)
        self.desk.handed_in.connect(self._on_handed_in)
        self.examiner.changed.connect(self._refresh)
        self.examiner.time_over.connect(self._on_time_over)

    def arrive(self, route: Route) -> None:
        assert isinstance(route, TakeExam)
        attempt = self.examiner.resume(route.session_id)
        if attempt is None:
            self.go.emit(Back())
        elif attempt.handed_in:
            self.go.emit(ExamResult(session_id=attempt.session_id))
        else:
            self._start(attempt)

    def _start(self, attempt: Attempt) -> None:
        self.examiner.go_on()
        self._tick.start()
        self.desk.show_question(next(iter(attempt.blank), 0))
        self._on_tick()

    def leave(self) -> None:
        self._tick.stop()
        if self.examiner.is_running:
            self.examiner.pause()

    def _choose(self, at: int) -> None:
        if self.examiner.attempt.plan.skip:
            self.desk.show_question(at)

    def _follow(self, at: int) -> None:
        self.numbers.show_attempt(self.examiner.attempt, at)

    def _refresh(self) -> None:
        self._follow(self.desk.here)
        self.desk.refresh()

    def _on_left(self) -> None:
        self.go.emit(Back())

    def _on_handed_in(self) -> None:
        with self.desk.telling("handed_in"):
            self.examiner.hand_in()
        attempt = self.examiner.attempt
        if attempt.handed_in:
            self._tick.stop()
            self.go.emit(ExamResult(session_id=attempt.session_id))
        else:
            self.examiner.go_on()

    def _on_tick(self) -> None:
        self.examiner.tick()
        self.desk.head.show_time(self.examiner.used_ms, self.examiner.left_ms)

    def _on_time_over(self) -> None:
        """The learner decides: handing in is one key, five more minutes another."""
        announce(self, self.tr("The time is over: {time}").format(time=clock_words(self.examiner.used_ms)))
        self.desk.hand_in()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(theme.px(_NUMBERS_W))
        self._side.setVisible(event.size().width() >= theme.px(_NUMBERS_FROM))
