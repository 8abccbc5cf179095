"""A task in the preview's place: what is to be written is listed first, then written by one button."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.problems import QuizError
from quizapp.ui.browse.writing import NOTHING, Plan
from quizapp.ui.report import words_of
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.field import TextField
from quizapp.ui.widgets.label import Label, label
from quizapp.ui.widgets.paint import MARGIN, announce
from quizapp.ui.widgets.panel import Panel

Write = Callable[[Plan, str], None]
"""Saves a plan; the text says what was done."""
_PLAN_MS = 120
_FILES = 4
"""Files named one by one; of more the number."""


def small_field(name: str, placeholder: str = "") -> TextField:
    """A field of the height of a tool bar."""
    return TextField(name, role="row", height=36, placeholder=placeholder)


class Task(Panel):
    """Heading, controls, what happens, a button that does it. Esc or Cancel ends it."""

    done = Signal()
    cancelled = Signal()

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(radius=14, padding=(20, 14, 20, 14), parent=parent)
        self.setAccessibleName(heading)
        self.says = label("small", token="mut", wrap=True)
        self.fault = Label("small", token="bad", wrap=True)
        self.fault.hide()
        self.act = Button("primary", "", height=36)
        self.act.clicked.connect(self._do)
        self.cancel = Button("quiet", self.tr("Cancel"), key=self.tr("Esc"), height=36)
        self.cancel.clicked.connect(self.cancelled)
        self.controls = QVBoxLayout()
        self.controls.setSpacing(4)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.act)
        self.content.addWidget(label("heading", heading))
        self.content.addSpacing(6)
        self.content.addLayout(self.controls, 1)
        for words in (self.says, self.fault):
            words.setContentsMargins(MARGIN, 2, MARGIN, 2)
            self.content.addWidget(words)
        self.content.addLayout(foot)

    @property
    def first(self) -> QWidget:
        """Where it begins."""
        return self.act

    def height_wanted(self, width: int) -> int:
        """To show all of it in this width, px."""
        layout = self.content
        return max(layout.totalHeightForWidth(width), layout.totalSizeHint().height())

    def show_fault(self, error: QuizError | None) -> None:
        """Say why it cannot be done; None: it can."""
        self.fault.setVisible(error is not None)
        if error is not None:
            self.fault.setText(words_of(error))
            announce(self, self.fault.text())

    def _do(self) -> None:
        try:
            self.perform()
        except QuizError as error:
            self.show_fault(error)
        else:
            self.done.emit()

    def perform(self) -> None:
        """Do it. QuizError if that fails: then nothing was done."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Tab goes through the controls, then to the buttons."""
        super().showEvent(event)
        last = (self.cancel, self.act)
        stops = [one for one in self.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for first, second in pairwise([*(one for one in stops if one not in last), *last]):
            QWidget.setTabOrder(first, second)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # Esc is the screen's


class WritingTask(Task):
    """One that writes deck files: they are listed as soon as it is clear what it will do."""

    def __init__(self, heading: str, write: Write) -> None:
        """write: saves a plan; its second argument says in words what was done."""
        super().__init__(heading)
        self._write = write
        self.plan = NOTHING
        self._wait = QTimer(self, singleShot=True, interval=_PLAN_MS)
        self._wait.timeout.connect(self.plan_now)

    def plan_soon(self) -> None:
        """Something was changed in the controls."""
        self.act.setEnabled(False)
        self._wait.start()

    def plan_now(self) -> None:
        """Work out what would be written, and list it."""
        self._wait.stop()
        try:
            self.plan = self.make_plan()
        except QuizError as error:
            self.plan = NOTHING
            self.show_fault(error)
        else:
            self.show_fault(None)
        self.says.setText(self._list())
        self.act.setText(self.words(self.plan))
        self.act.setEnabled(bool(self.plan.changes))

    def make_plan(self) -> Plan:
        """What is to be written by the present state of the controls."""
        raise NotImplementedError

    def words(self, plan: Plan) -> str:
        """The words of the button."""
        raise NotImplementedError

    def done_words(self, plan: Plan) -> str:
        """What was done."""
        raise NotImplementedError

    def perform(self) -> None:
        """Write what was listed, and nothing else."""
        if self._wait.isActive():
            self.plan_now()
        if self.plan.changes:
            self._write(self.plan, self.done_words(self.plan))

    def _list(self) -> str:
        return plan_words.of(self.plan)


class PlanWords(QObject):
    """The files that a plan writes, in words; a class of its own, as plurals are not found for subclasses."""

    def of(self, plan: Plan) -> str:
        """One sentence."""
        files = plan.files
        if not files:
            return self.tr("Nothing would change.")
        named = [
            self.tr("{file} (%n cards)", "", file.cards).format(file=file.path.name)
            for file in files[:_FILES]
        ]
        if len(files) > _FILES:
            named.append(self.tr("%n more", "", len(files) - _FILES))
        return self.tr("Writes %n files: {list}", "", len(files)).format(list=", ".join(named))


plan_words = PlanWords()
