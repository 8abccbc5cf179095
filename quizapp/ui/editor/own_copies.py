"""A deck of the app that was copied to be written: the copy is studied in its place, with its progress."""

from msgspec import convert
from PySide6.QtCore import QObject, QTimer

from quizapp.core.setting_values import CopyChoice
from quizapp.ui.editor.notice import Choice, Notice
from quizapp.ui.services import Changes, Services


class OwnCopies(QObject):
    """Settles what home's banner would ask, as soon as the library knows the copy; can be undone."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._waiting = ""
        self._settled: tuple[str, tuple[CopyChoice, ...]] | None = None
        """The copy, and what had been decided before."""
        self._notice: Notice | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._settle)
        services.changed.connect(self._take_changes)

    def prefer(self, path: str, notice: Notice) -> None:
        """Let a copy that was just made be studied in place of the other; say so above its panes."""
        self._waiting, self._settled, self._notice = path, None, notice
        words = self.tr("This is your own copy. It is studied in place of the other, with your progress.")
        notice.show_notice("plain", words, Choice(self.tr("Undo"), self.undo))
        self._soon.start()

    def undo(self) -> None:
        """Leave it open which of the two is studied."""
        self._waiting = ""
        if self._settled is not None:
            self._services.set("copies", self._settled[1], self)
        if self._notice is not None:
            self._notice.clear()
        self._settled = self._notice = None

    def _take_changes(self, changes: Changes) -> None:
        if changes.library and self._waiting:
            self._soon.start()  # not while the library is still telling of it

    def _settle(self) -> None:
        file = next((one for one in self._services.library.files if one.path == self._waiting), None)
        if file is None:
            return
        path, self._waiting = self._waiting, ""
        if not file.studied:
            before = self._services.settings.copies
            others = tuple(one for one in before if one.path != path)
            chosen = convert({"path": path, "choice": "prefer"}, CopyChoice)
            self._settled = path, before
            self._services.set("copies", (*others, chosen), self)
