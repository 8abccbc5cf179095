"""An exam of this machine that was begun and not handed in: to be gone on with, or given up."""

from msgspec import Struct
from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.store import exams
from quizapp.ui.services import Services
from quizapp.ui.setup.questions import PADDING, RADIUS
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.icon import Icon
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN, announce
from quizapp.ui.widgets.panel import Panel


class Unfinished(Struct, frozen=True):
    """How far one has come."""

    session_id: str
    title: str
    answered: int
    count: int
    left_ms: int | None
    """None without a time limit."""


def last_unfinished(services: Services) -> Unfinished | None:
    """The one that was begun last."""
    for session_id in exams.unfinished(services.db):
        attempt = exams.load(services.db, session_id)
        if attempt is not None:
            count, limit = len(attempt.questions), attempt.limit_ms
            left = max(0, limit - exams.used_ms(services.db, session_id)) if limit else None
            return Unfinished(session_id, attempt.title, count - len(attempt.blank), count, left)
    return None


class UnfinishedPanel(Panel):
    """Offered before all else; giving it up is asked once more."""

    resumed = Signal(str)
    """session_id."""
    given_up = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=RADIUS, padding=PADDING, parent=parent)
        self.fill, self.line = "accsoft", ""
        self._shown: Unfinished | None = None
        self._sure = False
        self._title, self._about = label("button", wrap=True), label("small", token="mut", wrap=True)
        self.go_on = Button("ghost", self.tr("Go on"), height=36)
        self.give_up = Button("quiet", "", height=36)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        head.setSpacing(8)
        head.addWidget(Icon("clock", size=18), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        self._about.setContentsMargins(MARGIN, 2, MARGIN, 2)
        self.content.addLayout(head)
        self.content.addWidget(self._about)
        self.content.addWidget(Flow(self.go_on, self.give_up))
        self.go_on.clicked.connect(self._on_go_on)
        self.give_up.clicked.connect(self._on_give_up)
        self.hide()

    @property
    def words(self) -> str:
        return f"{self._title.text()}. {self._about.text()}"

    def show_unfinished(self, found: Unfinished | None) -> None:
        """None hides it."""
        self._shown, self._sure = found, False
        self.setVisible(found is not None)
        self.give_up.setText(self.tr("Give it up"))
        if found is None:
            return
        self._title.setText(self.tr("Go on with “{title}”").format(title=found.title))
        number = QLocale().toString(found.answered)
        answered = self.tr("{number} of %n questions answered", "", found.count).format(number=number)
        left = ""
        if found.left_ms is not None:
            left = ", " + self.tr("%n minutes left", "", round(found.left_ms / 60_000))
        self._about.setText(answered + left)
        self.go_on.setAccessibleDescription(self.words)

    def _on_go_on(self) -> None:
        if self._shown is not None:
            self.resumed.emit(self._shown.session_id)

    def _on_give_up(self) -> None:
        if self._shown is None:
            return
        if self._sure:
            self.given_up.emit(self._shown.session_id)
            return
        self._sure = True
        self.give_up.setText(self.tr("Delete its answers for good"))
        announce(self, self.give_up.words)
