"""The message of a start that found the progress file damaged: what happened, and the newest good copy."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from quizapp.core.problems import Problem
from quizapp.store import contents
from quizapp.ui.navigation import Backups
from quizapp.ui.report import words_of
from quizapp.ui.sheet import Sheet
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import label


class DamageSheet(Sheet):
    """Leads to the copies; from there the newest good one is restored with one more press."""

    go = Signal(object)
    """A Route."""

    def __init__(self, notices: Sequence[Problem], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("The progress file could not be used"), parent)
        self._backup = next((one.args["backup"] for one in notices if "backup" in one.args), "")
        for notice in notices:
            line = label("body", words_of(notice).replace("/", "/\u200b"), wrap=True)
            flags = Qt.TextInteractionFlag
            line.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
            self.rows.addWidget(line)
        self.rows.addWidget(label("body", self._offer(), wrap=True))
        self.rows.addStretch(1)
        self.copies = Button("ghost", self.tr("All copies"))
        self.restore = Button("primary", self.tr("Restore the newest copy"))
        self.copies.clicked.connect(self._to_copies)
        self.restore.clicked.connect(self._to_newest)
        self.restore.setVisible(bool(self._backup))
        self.foot.insertWidget(0, self.restore)
        self.foot.insertWidget(1, self.copies)
        self.close_button.set_kind("ghost")
        (self.restore if self._backup else self.copies).setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self) -> str:
        """What the newest copy holds."""
        if not self._backup:
            return self.tr("What can be read of the damaged file can be saved: see all copies.")
        words = self.tr("That copy holds %n answers.", "", contents.count_answers(Path(self._backup)))
        more = self.tr("What came after it may be saved from the damaged file as well: see all copies.")
        return f"{words} {more}"

    def _to_newest(self) -> None:
        self.accept()
        self.go.emit(Backups(copy=self._backup))

    def _to_copies(self) -> None:
        self.accept()
        self.go.emit(Backups())
