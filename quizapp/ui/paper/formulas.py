"""The formulas of what is printed: asked for before, since the page cannot wait for one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from quizapp.ui import theme
from quizapp.ui.maths import Formula, Key, Maths

_LIMIT_MS = 10_000


class Formulas(Maths):
    """Gives the formulas that the app's own renderer has drawn, and notes those that it is still drawing."""

    ready = Signal()
    """All that were asked for are there, or the time was over: those that are not stand as their source."""

    def __init__(self, maths: Maths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._maths = maths
        self._limit = QTimer(self, singleShot=True, interval=_LIMIT_MS)
        self._limit.timeout.connect(self._finish)
        self._kept: dict[Key, Formula | None] = {}
        self._missing: dict[Key, None] = {}

    def formula(self, source: str, *, display: bool, patience_ms: int = 0) -> Formula | None:
        """Never waits."""
        key = (source, display)
        if key not in self._kept:
            found = self._maths.formula(source, display=display)
            if found is None and self._maths.pending(source, display=display):
                self._missing[key] = None
                return None
            self._kept[key] = found
        return self._kept[key]

    def pending(self, source: str, *, display: bool) -> bool:
        """On paper nothing comes later."""
        return False

    def gather(self, make: Callable[[], object]) -> None:
        """Ask for all formulas that `make` sets, called as for paper; then comes `ready`, perhaps at once."""
        with theme.printing(100):
            make()
        if not self._missing:
            self.ready.emit()
        elif not self._limit.isActive():
            self._limit.start()
            self._maths.arrived.connect(self._look_again)

    def _look_again(self) -> None:
        asked, self._missing = self._missing, {}
        for source, display in asked:
            self.formula(source, display=display)
        if not self._missing:
            self._finish()

    def _finish(self) -> None:
        self._limit.stop()
        self._maths.arrived.disconnect(self._look_again)
        self._missing.clear()
        self.ready.emit()
