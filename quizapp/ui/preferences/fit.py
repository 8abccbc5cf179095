"""Fit the schedule to the learner: start, watch, cancel; what came of it in words; and the ways back."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.fits import Fit, Fitted, standing
from quizapp.core.fsrs6 import DEFAULT, Parameters
from quizapp.core.problems import QuizError
from quizapp.ui.fitting import Fitting
from quizapp.ui.kit import Kit
from quizapp.ui.preferences.extra import ExtraPanel
from quizapp.ui.preferences.fit_words import FitWords
from quizapp.ui.report import words_of
from quizapp.ui.services import Changes
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import Label, label
from quizapp.ui.widgets.paint import MARGIN, announce
from quizapp.ui.widgets.progress import ProgressLine

_PAST = 8
"""Lines of the history, the newest ones."""
_BUTTON, _GAP = 36, 6


class FitPanel(ExtraPanel):
    """Whoever comes back finds a fit as it is by then: it runs on while other groups are shown."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.fitting = Fitting(kit.services, kit.work, self)
        self._words = FitWords(self)
        self._undo_id = ""
        """Of the last change made here."""
        self.start = Button("ghost", self.tr("Fit to my answers"), height=_BUTTON)
        self.to_default = Button("ghost", self.tr("Go back to the default"), height=_BUTTON)
        self.to_last = Button("ghost", self.tr("Go back to the one before"), height=_BUTTON)
        self.undo = Button("quiet", self.tr("Undo"), icon="undo", height=_BUTTON)
        self.cancel = Button("ghost", self.tr("Cancel"), height=_BUTTON)
        self.bar = ProgressLine()
        self.bar.setAccessibleName(self.tr("Progress of the fit"))
        self.force = label("row", wrap=True)
        self.told = label("row", wrap=True)
        self.step = label("small", token="mut")
        self.missing = label("row", words_of(QuizError("fit_missing")), "warn", wrap=True)
        self._past_head = label("cap", self.tr("So far"), "mut")
        self.past: list[Label] = []
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        about = self.tr(
            "Works out from your answers how fast you forget. What it finds is kept only if it predicts the "
            "last fifth of your reviews, which it has not seen, better than what is in force. No due day "
            "moves by it. Errors of prediction are log losses: less is better."
        )
        self._title = label("heading", self.tr("Fit the schedule to me"), wrap=True)
        heads = (self._title, label("small", about, "mut", wrap=True))
        for words in (*heads, self.force, self.told, self.missing, self.step, self._past_head):
            words.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self._buttons = Flow(self.start, self.to_default, self.to_last, self.undo, self.cancel)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        content = self.content
        content.setSpacing(6)
        for widget in (
            *heads,
            self.force,
            self.told,
            self.missing,
            self._buttons,
            self.bar,
            self.step,
            self._past_head,
        ):
            content.addWidget(widget)
        content.addLayout(self._lines)

    def _connect(self) -> None:
        self.start.clicked.connect(self._on_start)
        self.cancel.clicked.connect(self._on_cancel)
        self.to_default.clicked.connect(self._on_default)
        self.to_last.clicked.connect(self._on_last)
        self.undo.clicked.connect(self.take_back)
        self.fitting.progressed.connect(self._on_progress)
        self.fitting.fitted.connect(self._on_fitted)
        self.fitting.changed.connect(self._on_changed)
        self.fitting.failed.connect(self._on_failed)

    # The contract of a panel

    def arrive(self) -> None:
        if not self.fitting.running:
            self.told.setText("")
        self._show()

    def take_changes(self, changes: Changes) -> None:
        if changes.progress and not self.fitting.running:
            self._show()

    def texts(self) -> tuple[str, ...]:
        buttons = (self.start.words, self.to_default.words, self.to_last.words)
        return (self._title.text(), *buttons, self.tr("FSRS parameters optimise optimize train"))

    # What is shown

    def _show(self) -> None:
        running = self.fitting.running
        history = self.fitting.history
        present = standing(history)
        self.force.setText(self._words.of_force(present))
        self.told.setVisible(bool(self.told.text()))
        before = _before(history)
        wanted = {
            self.start: self.fitting.available and not self.fitting.can_cancel,
            self.missing: not self.fitting.available,
            self.to_default: not running and self.fitting.in_force.parameters != DEFAULT,
            self.to_last: not running and before not in (None, DEFAULT),
            self.undo: not running and bool(self._undo_id),
            self.cancel: running and self.fitting.can_cancel,
            self.bar: running,
            self.step: running,
        }
        self._keep_focus(wanted)
        for widget, shown in wanted.items():
            widget.setVisible(shown)
        self._show_past(history)

    def _keep_focus(self, wanted: dict[QWidget, bool]) -> None:
        """Where the button with the focus goes, another gets it; if none is there, the button stays."""
        focus = self.focusWidget()
        if focus is None or not focus.hasFocus() or wanted.get(focus, True):
            return
        heir = next((one for one in (self.cancel, self.start, self.undo) if wanted[one]), None)
        if heir is None:
            wanted[focus] = True
            return
        heir.setVisible(True)
        heir.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_past(self, history: tuple[Fit, ...]) -> None:
        lines = [self._words.of_past(fit) for fit in reversed(history[-_PAST:])]
        while len(self.past) < len(lines):
            line = label("small", token="mut", wrap=True)
            line.setContentsMargins(MARGIN, 0, MARGIN, 0)
            self._lines.addWidget(line)
            self.past.append(line)
        for at, line in enumerate(self.past):
            line.setText(lines[at] if at < len(lines) else "")
            line.setVisible(at < len(lines))
        self._past_head.setVisible(bool(lines))

    def _tell(self, words: str, token: str = "text") -> None:
        self.told.set_token(token)
        self.told.setText(words)
        self._show()
        announce(self, words)

    # What the learner does

    def _on_start(self) -> None:
        self.told.setText("")
        self.fitting.start()
        self._on_progress(0, 1)
        self._show()

    def _on_cancel(self) -> None:
        self.fitting.cancel()
        self._tell(self.tr("Cancelled. Nothing was changed."))

    def _on_default(self) -> None:
        self._go_back(DEFAULT)

    def _on_last(self) -> None:
        parameters = _before(self.fitting.history)
        if parameters is not None:
            self._go_back(parameters)

    def _go_back(self, parameters: Parameters) -> None:
        self.told.setText("")
        self.fitting.go_back(parameters)
        self._on_progress(0, 1)
        self._show()

    def take_back(self) -> None:
        """Undo the last change made here."""
        if self._undo_id and not self.fitting.running:
            undo_id, self._undo_id = self._undo_id, ""
            self.told.setText("")
            self.fitting.take_back(undo_id)
            self._on_progress(0, 1)
            self._show()

    # What comes back

    def _on_progress(self, done: int, total: int) -> None:
        self.bar.set_progress(done, total)
        self.step.setText(self._words.step(done, fitting=self.fitting.can_cancel))

    def _on_fitted(self, fitted: Fitted) -> None:
        self._tell(self._words.of_fitted(fitted), "good" if fitted.end == "better" else "text")

    def _on_changed(self, event_id: str) -> None:
        self._undo_id = event_id
        if not self.told.text():
            self._tell(self.tr("Changed. No due day has moved.") if event_id else self.tr("Taken back."))
        self._show()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, QuizError):
            self._tell(words_of(error), "bad")
        else:
            self._tell(self.tr("The fit failed. Nothing was changed."), "bad")

    # Keys

    def event(self, event: QEvent) -> bool:
        """Undo is this panel's while something in it has the focus and there is something to take back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            mine = bool(self._undo_id) and event.matches(QKeySequence.StandardKey.Undo)
            event.setAccepted(mine)
            return mine
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo) and self._undo_id:
            self.take_back()
        else:
            super().keyPressEvent(event)


def _before(history: tuple[Fit, ...]) -> Parameters | None:
    """The parameters that were in force before those that are; None if there were none."""
    present = standing(history)
    if present is None:
        return None
    others = [
        fit.payload.parameters
        for fit in history
        if fit.payload.accepted and fit.payload.parameters != present.payload.parameters
    ]
    return others[-1] if others else DEFAULT
