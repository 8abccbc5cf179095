"""Panels of the screen of copies: deep check, damage, compacting, the log as a file."""

from pathlib import Path

from PySide6.QtCore import Signal

from quizapp.formats import log_files
from quizapp.store.compact import Preview
from quizapp.store.integrity import Report
from quizapp.store.restoring import Prepared
from quizapp.store.salvage import Salvaged
from quizapp.ui.overhaul import Told
from quizapp.ui.report import words_of
from quizapp.ui.safekeeping import Safekeeping
from quizapp.ui.saving import asked_name
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
        told = Told(self._on_repaired, self._on_given_up, self._fail)
        self.job = self._keeping.repair(told, self, self.tr("Repairing"))

    def _on_given_up(self) -> None:
        """What is as it should be by now stays so."""
        self.show_result(self.tr("Stopped. Not all was repaired."), follow=True)
        self.follow.setFocus()

    def _on_repaired(self, before: Path) -> None:
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


class CompactPanel(DeedPanel):
    """Says what was deleted for good and is still in the file, and lets go of it after a copy."""

    failed = Signal(object)
    """An exception."""
    compacted = Signal()

    def __init__(self, keeping: Safekeeping) -> None:
        super().__init__()
        about = self.tr("What you deleted for good leaves the file, after a copy. Nothing else changes.")
        self.show_words(self.tr("Compact"), about)
        self.start.setText(self.tr("Look"))
        self.follow.setText(self.tr("Compact"))
        self._keeping = keeping
        self.job: Job | None = None
        self.started.connect(self._look)
        self.followed.connect(self._compact)

    def _look(self) -> None:
        self.show_busy(self.tr("Looking …"))
        self.job = self._keeping.preview(self._on_seen, self._fail)

    def _on_seen(self, found: Preview) -> None:
        if not found:
            self.show_result(self.tr("There is nothing to let go of."))
            return
        parts = (
            self.tr("%n answers", "", found.reviews) if found.reviews else "",
            self.tr("%n exams", "", found.attempts) if found.attempts else "",
            self.tr("%n former texts of cards", "", found.texts) if found.texts else "",
        )
        words = self.tr("Would go for good: {what}.").format(what=", ".join(filter(None, parts)))
        self.show_result(words, follow=True)
        self.follow.setFocus()

    def _compact(self) -> None:
        told = Told(self._on_compacted, self._on_given_up, self._fail)
        self.job = self._keeping.compact(told, self, self.tr("Letting go of what was deleted"))

    def _on_given_up(self) -> None:
        self.show_result(self.tr("Stopped. Nothing has gone."), follow=True)
        self.follow.setFocus()

    def _on_compacted(self, before: Path) -> None:
        words = self.tr("Done. The copy {file} still has it.")
        self.show_result(words.format(file=breakable(before)))
        self.start.setFocus()
        self.compacted.emit()

    def _fail(self, error: Exception) -> None:
        self.reset()
        self.failed.emit(error)


class ExportPanel(DeedPanel):
    """Saves the whole log as a file."""

    failed = Signal(object)
    """An exception."""

    def __init__(self, keeping: Safekeeping) -> None:
        super().__init__()
        self.show_words(
            self.tr("The log as a file"),
            self.tr("Every answer in a line of JSON. “quizapp merge” takes it in on another machine."),
        )
        self.start.setText(self.tr("Save …"))
        self._keeping = keeping
        self.job: Job | None = None
        self.started.connect(self._save)

    def _save(self) -> None:
        name = asked_name(self, self.tr("quizapp log"), {log_files.SUFFIXES[0]: None})
        if name:
            self.show_busy(self.tr("Writing …"))
            self.job = self._keeping.export(Path(name), self._on_saved, self._fail)

    def _on_saved(self, count: int) -> None:
        self.show_result(self.tr("Saved: %n records.", "", count))

    def _fail(self, error: Exception) -> None:
        self.reset()
        self.failed.emit(error)
