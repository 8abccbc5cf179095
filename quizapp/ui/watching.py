"""Watches the deck folders, so that a deck saved in any editor is on the shelf at once."""

import logging

from PySide6.QtCore import QElapsedTimer, QFileSystemWatcher, QObject, QTimer, Signal

from quizapp.store.folders import Stamp, Survey

PAUSE_MS = 200
"""Editors and git write in several steps: that long all must be quiet before anybody looks."""
_LONGEST_MS = 600
"""Then there is a look though it is not quiet yet."""
MOST = 4_000
"""Files and folders watched at most; some systems have no more than 8,192 for all programs together."""

_log = logging.getLogger(__name__)


class Watcher(QObject):
    """Tells that something changed in what the last survey found; another survey says what."""

    changed = Signal(object)
    """A frozenset of paths that were written to, whatever their stamps say."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._take)
        self._watcher.directoryChanged.connect(self._take)
        self._stamps: dict[str, Stamp | None] = {}
        """What is watched; files with the stamp they had when they came to be. A file that was replaced by
        another one of its name is silent until it is watched anew."""
        self._touched: set[str] = set()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self._since = QElapsedTimer()
        self._left_out = 0

    def watch(self, seen: Survey) -> None:
        """Watch these folders and files from now on, and nothing else."""
        wanted: dict[str, Stamp | None] = dict.fromkeys(seen.folders)
        wanted |= {found.path: found.stamp for found in seen.files}
        self._tell_left_out(len(wanted) - MOST)
        wanted = dict(list(wanted.items())[:MOST])
        live = {*self._watcher.directories(), *self._watcher.files()}
        stale = {path for path in live if path not in wanted or self._stamps.get(path) != wanted[path]}
        if stale:
            self._watcher.removePaths(list(stale))
        added = [path for path in wanted if path in stale or path not in live]
        anew = any(path not in self._stamps or self._stamps[path] != wanted[path] for path in added)
        self._stamps = wanted
        if added:
            self._watcher.addPaths(added)
        if anew:
            self._pause.start()  # they may have changed between the survey and now

    def stop(self) -> None:
        """Say nothing any more."""
        self._pause.stop()
        self._watcher.blockSignals(True)

    def _take(self, path: str) -> None:
        if not self._pause.isActive() or not self._touched:
            self._since.start()
        self._touched.add(path)
        self._pause.start(max(0, min(PAUSE_MS, _LONGEST_MS - self._since.elapsed())))

    def _tell(self) -> None:
        touched, self._touched = frozenset(self._touched), set()
        self._pause.setInterval(PAUSE_MS)
        self.changed.emit(touched)

    def _tell_left_out(self, count: int) -> None:
        count = max(0, count)
        if count and not self._left_out:
            _log.warning(
                "%d files and folders are too many to watch: changes there are found when the window is "
                "activated",
                count,
            )
        self._left_out = count
