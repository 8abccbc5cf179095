"""What the notice line says of the file: changed by others, not saved, for reading only."""

from difflib import unified_diff

from PySide6.QtCore import QObject, Signal

from quizapp.ui.editor.comparison import Comparison
from quizapp.ui.editor.keeper import Keeper
from quizapp.ui.editor.notice import Choice, Notice, Tone


class FileNotices(QObject):
    """Joins a keeper to the line."""

    copy_wanted = Signal()

    def __init__(self, keeper: Keeper, notice: Notice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper, self._notice = keeper, notice
        self._told = ""
        keeper.changed.connect(self.refresh)
        keeper.reloaded.connect(self._tell_reloaded)

    def refresh(self) -> None:
        """Say what there is to say now."""
        keeper = self._keeper
        if keeper.is_gone:
            words = self.tr("{file} is no longer on the disk").format(file=keeper.path.name)
            self._tell("warn", words, Choice(self.tr("Write it again"), keeper.keep_mine))
        elif keeper.outside is not None:
            self._tell_outside()
        elif keeper.state == "failed":
            self._tell("bad", keeper.error, Choice(self.tr("Try again"), self._save))
        elif keeper.state == "reading":
            words = self.tr("This deck comes with the app and is for reading.")
            self._tell("plain", words, Choice(self.tr("Copy to My decks to edit"), self._copy))
        elif self._told:
            self._told = ""
            self._notice.clear()

    def _tell(self, tone: Tone, words: str, *choices: Choice) -> None:
        if words != self._told:
            self._told = words
            self._notice.show_notice(tone, words, *choices)

    def _tell_outside(self) -> None:
        words = self.tr("{file} changed on disk").format(file=self._keeper.path.name)
        self._tell(
            "warn",
            words,
            Choice(self.tr("Compare"), self._compare),
            Choice(self.tr("Reload"), self._keeper.reload),
            Choice(self.tr("Keep mine"), self._keeper.keep_mine),
        )

    def _tell_reloaded(self) -> None:
        words = self.tr("{file} changed on disk and was read again").format(file=self._keeper.path.name)
        self._tell("warn", words, Choice(self.tr("Undo"), self._undo))

    def _undo(self) -> None:
        self._keeper.document.undo()

    def _save(self) -> None:
        self._keeper.save()

    def _copy(self) -> None:
        self.copy_wanted.emit()

    def _compare(self) -> None:
        """Show the lines that differ below the line, or hide them again."""
        outside = self._keeper.outside
        if outside is None:
            return
        theirs = outside.text.splitlines()
        mine = self._keeper.document.text.splitlines()
        self._notice.show_below(Comparison(tuple(unified_diff(theirs, mine, n=1, lineterm=""))[2:]))
