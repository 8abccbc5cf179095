"""Copies of the progress in words: what is in one, what a restore would change, what a check found."""

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QObject

from quizapp.store.integrity import Report
from quizapp.store.restoring import Comparison, Only
from quizapp.store.salvage import Salvaged
from quizapp.ui.safekeeping import Kept


def when(at_ms: int) -> str:
    """A moment as one reads it here: day and time."""
    time = QDateTime.fromMSecsSinceEpoch(at_ms).time()
    return f"{_day(at_ms)}, {QLocale().toString(time, QLocale.FormatType.ShortFormat)}"


def _day(at_ms: int) -> str:
    day = QDateTime.fromMSecsSinceEpoch(at_ms).date()
    return QLocale().toString(day, "d MMM yyyy")


def breakable(path: Path) -> str:
    """A path that may be broken at each folder."""
    return str(path).replace("/", "/\u200b")


class BackupWords(QObject):
    """Translated sentences."""

    def contents(self, kept: Kept) -> str:
        """What is in a copy, in a line."""
        found = kept.contents
        if not found.sound:
            return self.tr("damaged, or no progress of quizapp")
        if found.newer:
            return self.tr("of a newer quizapp")
        if not found.answers:
            return self.tr("no answers yet")
        parts = (
            self.tr("%n answers", "", found.answers),
            self.tr("%n study days", "", found.days),
            self.tr("%n cards", "", found.cards),
            self.tr("last {moment}").format(moment=_day(found.newest_ms)),
        )
        return " · ".join(parts)

    def more(self, kept: Kept) -> str:
        """What else may be said of it: its size and version, and that another machine made it."""
        size = QLocale().formattedDataSize(kept.backup.size)
        version = self.tr("schema {number}").format(number=kept.contents.version)
        other = self.tr("from another machine") if kept.backup.owner else ""
        return " · ".join(filter(None, (size, version, other)))

    def change(self, found: Comparison, *, synced: bool) -> str:
        """What a restore would change. synced: a folder is shared with other machines."""
        said = []
        if found.lost.answers:
            words = self.tr("{what} newer than this copy would be put aside.")
            said.append(words.format(what=self._count(found.lost)))
        elif found.lost.events:
            said.append(
                self.tr("%n newer changes of cards, as flags, would be put aside.", "", found.lost.events)
            )
        if synced and found.lost.answers:
            said.append(self.tr("The folder shared with your other machines brings them back."))
        if found.gained.answers:
            words = self.tr("{what} that are missing now would come back.")
            said.append(words.format(what=self._count(found.gained)))
        if not said:
            said.append(self.tr("It holds the same answers as now."))
        said.append(self.tr("What is there now is copied first."))
        return " ".join(said)

    def report(self, report: Report) -> str:
        """The heading of a deep check's findings."""
        if not report.findings:
            words = self.tr(
                "All is well: {answers} and {cards} were read, and all that follows from them holds."
            )
            return words.format(
                answers=self.tr("%n answers", "", report.answers), cards=self.tr("%n cards", "", report.cards)
            )
        return self.tr("Not as it should be: %n things.", "", len(report.findings))

    def saved(self, found: Salvaged) -> str:
        """What was read of a damaged file."""
        said = [self.tr("%n answers can be read.", "", found.answers)]
        if found.backup is not None:
            said.append(self.tr("%n of them are in no copy.", "", found.new_answers))
        if found.nameless:
            said.append(self.tr("Without the name of their card: %n answers.", "", found.nameless))
        if found.unreadable:
            said.append(self.tr("%n rows cannot be understood.", "", len(found.unreadable)))
        said.append(
            self.tr(
                "Joined with the newest good copy and with what you did since: %n answers.",
                "",
                found.all_answers,
            )
        )
        return " ".join(said)

    def _count(self, only: Only) -> str:
        days, answers = self.tr("%n days", "", only.days), self.tr("%n answers", "", only.answers)
        return self.tr("{days} and {answers}").format(days=days, answers=answers)
