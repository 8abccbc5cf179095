"""Two panels of the screen of copies: the deep check, and what is saved of a damaged file."""

from pathlib import Path

from PySide6.QtCore import Signal

from quizapp.core.problems import QuizError
from quizapp.store.integrity import Report
from quizapp.store.restoring import Prepared
from quizapp.store.salvage import Salvaged
from quizapp.ui.report import words_of
from quizapp.ui.safekeeping import Safekeeping
from quizapp.ui.screens.backups_parts import DeedPanel
from quizapp.ui.screens.backups_words import BackupWords, breakable
from quizapp.ui.work import Job


class CheckPanel(DeedPanel):
    """Reads everything, tells what it finds, and repairs what follows from the log."""

    failed = Signal(object)
    """An exception."""
    repaired = Signal()

    def __init__(self, keeping: Safekeeping, words: BackupWords) -> None:
        super().__init__()
        self.show_words(
            self.tr("Deep check"),
            self.tr(
                "Reads everything, compares what follows from your answers with them, and says what it finds."
            ),
        )
        self.start.setText(self.tr("Check"))
        self.follow.setText(self.tr("Repair from your answers"))
        self._keeping, self._words = keeping, words
        self.job: Job | None = None
        self.started.connect(self._check)
        self.followed.connect(self._repair)

    def _check(self) -> None:
        self.show_busy(self.tr("Reading everything …"))
        self.job = self._keeping.check(self._on_checked, self._fail, self._on_reading)

    def _on_reading(self, done: int, total: int) -> None:
        self.show_busy(self.tr("Reading everything: {done} of {all} …").format(done=done, all=total))

    def _on_checked(self, report: Report) -> None:
        lines = [f"• {words_of(one.problem)}" for one in report.findings]
        curable = any(one.curable for one in report.findings)
        self.show_result(self._words.report(report), lines, follow=curable)

    def _repair(self) -> None:
        try:
            before = self._keeping.repair(self)
        except QuizError as error:
            self._fail(error)
            return
        words = self.tr("Repaired. What was there before is {file}.")
        self.show_result(words.format(file=breakable(before)))
        self.start.setFocus()
        self.repaired.emit()

    def _fail(self, error: Exception) -> None:
        self.reset()
        self.failed.emit(error)


class WreckPanel(DeedPanel):
    """Reads a damaged file that was set aside, says what it holds, and offers to put that in place."""

    failed = Signal(object)
    """An exception."""
    prepared = Signal(object)
    """A Prepared, to be put in place."""

    def __init__(self, keeping: Safekeeping, words: BackupWords) -> None:
        super().__init__()
        self.start.setText(self.tr("Read what can be read"))
        self.follow.setText(self.tr("Put it in place"))
        self._keeping, self._words = keeping, words
        self._damaged: Path | None = None
        self._prepared: Prepared | None = None
        self.job: Job | None = None
        self.started.connect(self._read)
        self.followed.connect(self._put)

    def show_damaged(self, damaged: Path | None) -> None:
        """Show this file; None: there is none."""
        self._damaged = damaged
        self.setVisible(damaged is not None)
        if damaged is not None:
            about = self.tr(
                "{file} was set aside. What can be read of it is joined with the newest good copy."
            )
            self.show_words(self.tr("A damaged file is kept"), about.format(file=breakable(damaged)))

    def _read(self) -> None:
        if self._damaged is not None:
            self.show_busy(self.tr("Reading what can be read …"))
            self.job = self._keeping.salvage(self._damaged, self._on_salvaged, self._fail)

    def _on_salvaged(self, found: Salvaged) -> None:
        self._prepared = found.prepared
        self.show_result(self._words.saved(found), follow=True)
        self.follow.setFocus()

    def _put(self) -> None:
        if self._prepared is not None:
            prepared, self._prepared = self._prepared, None
            self.prepared.emit(prepared)

    def _fail(self, error: Exception) -> None:
        self.reset()
        self.failed.emit(error)
