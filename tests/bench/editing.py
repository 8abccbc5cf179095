"""A deck is saved in an editor while one of its cards is on screen: how long until the card reads anew?"""

import re
import shutil
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

EDITS = 5
LARGE = 10_000
"""Cards of a large deck."""
_WAIT_MS = 30_000
_BEAT_MS = 2


def edit_reload(folder: Path) -> dict[str, Any]:
    """One deck of up to 10,000 cards, then the many decks there are; without the pause that editors get."""
    return {
        **_measured(folder, "one_deck", _join),
        **_measured(folder, "many_decks", lambda decks: None),
    }


def _join(decks: Path) -> None:
    """Make one deck of all, up to LARGE cards."""
    files = sorted(decks.glob("*.yaml"))
    text = "".join(file.read_text(encoding="utf-8").partition("cards:\n")[2] for file in files)
    for file in files:
        file.unlink()
    starts = [match.start() for match in re.finditer("^- ", text, re.MULTILINE)]
    end = starts[LARGE] if len(starts) > LARGE else len(text)
    (decks / "deck-00.yaml").write_text(f"title: All\ncards:\n{text[:end]}", encoding="utf-8")


def _measured(folder: Path, name: str, prepare: Callable[[Path], None]) -> dict[str, list[float]]:
    from PySide6.QtWidgets import QApplication

    copy = folder.with_name(f"{folder.name}-{name}")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder / "decks", copy / "decks")
    prepare(copy / "decks")
    qt = QApplication.instance() or QApplication([])
    editor = _Editor(copy)
    measured = [editor.save(number) for number in range(EDITS)]
    editor.app.close()
    shutil.rmtree(copy)
    del qt
    return {
        f"{name}_ms": [taken for taken, _ in measured],
        f"{name}_still_ms": [still for _, still in measured],
    }


class _Editor:
    """Somebody who studies a deck and edits it meanwhile."""

    def __init__(self, folder: Path) -> None:
        from quizapp.app import App
        from quizapp.paths import AppPaths
        from quizapp.ui.navigation import Study

        self._path = folder / "decks" / "deck-00.yaml"
        self.app = App(AppPaths.under(folder))
        ready: list[bool] = []
        self.app.ready.connect(lambda: ready.append(True))
        self.app.show()
        self._wait(lambda: ready and self._is_at_rest())
        self.app._watcher.stop()  # the pause that editors get is not what is measured
        (key,) = (file.deck_key for file in self.app.library.files if file.path == str(self._path))
        self.app.window.go(Study(deck_keys=(key,)))

    def save(self, number: int) -> tuple[float, float]:
        """Edit the card on screen: ms until it is there anew, and the longest that the window stood still."""
        from quizapp.ui.screens.study import StudyScreen

        screen = self.app.window.shown
        assert isinstance(screen, StudyScreen)
        assert screen.asked is not None
        before, span = screen.asked, screen.asked.note.span
        text = self._path.read_text(encoding="utf-8")
        card = text[span.start : span.end].partition("\n  note: ")[0]
        edited = f"{text[: span.start]}{card}\n  note: {number}{text[span.end :]}"
        self._path.write_text(edited, encoding="utf-8")
        assert self.app.loading is not None
        started = time.perf_counter()
        self.app.loading.start(frozenset([str(self._path)]))
        still = self._wait(lambda: screen.asked is not before)
        taken = (time.perf_counter() - started) * 1000
        self._wait(self._is_at_rest)
        return taken, still

    def _is_at_rest(self) -> bool:
        loading = self.app.loading
        return loading is not None and not loading.busy and not loading._index.isActive()

    def _wait(self, condition: Callable[[], object]) -> float:
        """Let the window work until something is so; the longest time that it answered nobody, ms."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop, pulse = QEventLoop(), QTimer(interval=_BEAT_MS)
        beats = [time.perf_counter()]

        def beat() -> None:
            beats.append(time.perf_counter())
            if condition():
                loop.quit()

        pulse.timeout.connect(beat)
        QTimer.singleShot(_WAIT_MS, loop.quit)
        pulse.start()
        loop.exec()
        return max(later - earlier for earlier, later in pairwise(beats)) * 1000
