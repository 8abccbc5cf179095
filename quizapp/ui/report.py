"""What went wrong, in the learner's words; and the one place that catches what nobody expected."""

import logging
import sys
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from quizapp.core.problems import MESSAGES, Problem, QuizError
from quizapp.store.connection import told_of
from quizapp.ui.i18n import marked

if TYPE_CHECKING:
    from quizapp.ui.reportdialog import ReportDialog

_log = logging.getLogger(__name__)


def words_of(what: Problem | QuizError) -> str:
    """The translated sentence of a problem or an error."""
    args = what.args if isinstance(what, Problem) else what.args_by_name
    return marked(MESSAGES[what.code][1], args)


class Reporter(QObject):
    """Takes the exceptions that reach the top: into the log, and into one dialog, never two at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dialog: ReportDialog | None = None
        self._showing = False

    def install(self) -> None:
        """Listen at the interpreter's hook, until `uninstall`. Workers' failures come here through `work`."""
        sys.excepthook = self.take

    def uninstall(self) -> None:
        """Give the hook back."""
        sys.excepthook = sys.__excepthook__

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log an exception and tell the learner. Ctrl+C at the terminal ends the program as usual."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            QApplication.quit()
            return
        _log.error("Not caught", exc_info=(kind, error, trace))
        told = error if isinstance(error, QuizError) else told_of(error)
        if told is not None:
            self._show(words_of(told), "")
        else:
            import traceback

            self._show("", "".join(traceback.format_exception(kind, error, trace)))

    def _show(self, message: str, details: str) -> None:
        if self._showing:
            return  # the dialog itself failed: the log has it
        self._showing = True
        try:
            self._open_or_add(message, details)
        finally:
            self._showing = False

    def _open_or_add(self, message: str, details: str) -> None:
        if self._dialog is not None:
            self._dialog.add(message, details)
            return
        from quizapp.ui.reportdialog import ReportDialog  # not needed by a start that goes well

        self._dialog = ReportDialog(message, details, QApplication.activeWindow())
        self._dialog.finished.connect(self._on_finished)
        self._dialog.open()

    def _on_finished(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
