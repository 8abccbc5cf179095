"""Loads what the first question needs while the learner looks at home, in steps too short to be felt."""

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

_PAUSE_MS = 15
"""Between two steps: the window comes first."""
_MODULES = (
    "quizapp.core.deck",
    "quizapp.core.context",
    "quizapp.core.ratings",
    "quizapp.ui.richtext",
    "quizapp.ui.widgets.choices",
    "quizapp.ui.screens.study",
    "quizapp.ui.screens.summary",
    "quizapp.ui.desk",
)


class WarmUp(QObject):
    """Started when the decks are read: beside that thread each import would wait at every file it looks for.

    What is needed before its turn is simply loaded then; another start changes nothing.
    """

    def __init__(self, *more: Callable[[], object], parent: QObject | None = None) -> None:
        """more: what is to be called at the end."""
        super().__init__(parent)
        self._steps = _steps(more)
        self._done = False
        self._timer = QTimer(self, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._next)

    def start(self) -> None:
        if not self._done:
            self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _next(self) -> None:
        step = next(self._steps, None)
        if step is None:
            self._done = True
            self._timer.stop()
        else:
            step()


def _steps(more: tuple[Callable[[], object], ...]) -> Iterator[Callable[[], object]]:
    from quizapp.core import schedule

    for name in _MODULES:
        yield partial(import_module, name)
    yield schedule.warm_up
    from quizapp.core.kinds import KINDS
    from quizapp.ui.kinds import widget_for

    for kind in KINDS:
        yield partial(widget_for, kind.name)
    yield from more
