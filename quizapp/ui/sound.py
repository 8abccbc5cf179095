"""Sounds of decks, where the extra `media` is installed: found out only when a card has one.

QtMultimedia takes 60 ms and more to load and needs libraries of the system; nothing else of the app needs it.
"""

from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal

from quizapp.formats.media_types import type_of
from quizapp.ui import pictures

_MODULE = "PySide6.QtMultimedia"
_HEAD = 4096


@lru_cache(maxsize=1)
def obstacle() -> str | None:
    """Why no sound can be played here: "" for lack of the extra, else what the system lacks; None: it can."""
    if find_spec(_MODULE) is None:
        return ""
    try:
        import_module(_MODULE)
    except ImportError as error:
        return str(error).partition(":")[0]
    return None


def find(folder: Path, name: str) -> Path | None:
    """The file that a deck means by `name`, if it lies below its folder and is a sound."""
    path = pictures.find(folder, name)
    if path is None:
        return None
    try:
        with path.open("rb") as file:
            kind = type_of(file.read(_HEAD))
    except OSError:
        return None
    return path if kind is not None and kind.sort == "sound" else None


class Player(QObject):
    """Plays one file; only where there is no obstacle."""

    playing_changed = Signal(bool)
    failed = Signal(str)
    """What is wrong with the file, in Qt's own words, or with the machine's sound."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._player: Any = None
        self._playing: Any = None

    @property
    def is_playing(self) -> bool:
        """True while it can be heard."""
        return self._player is not None and self._player.playbackState() == self._playing

    def toggle(self) -> None:
        """Play from the beginning, or stop."""
        if self.is_playing:
            self._player.stop()
        elif import_module(_MODULE).QMediaDevices.defaultAudioOutput().isNull():
            self.failed.emit(self.tr("this machine has neither loudspeaker nor headphones."))
        else:
            self._ready().play()

    def _ready(self) -> Any:
        if self._player is None:
            qt = import_module(_MODULE)
            self._playing = qt.QMediaPlayer.PlaybackState.PlayingState
            self._player = qt.QMediaPlayer(self)
            self._player.setAudioOutput(qt.QAudioOutput(self))
            self._player.playbackStateChanged.connect(self._tell)
            self._player.errorOccurred.connect(self._fail)
            self._player.setSource(QUrl.fromLocalFile(str(self._path)))
        return self._player

    def _tell(self) -> None:
        self.playing_changed.emit(self.is_playing)

    def _fail(self, error: object, words: str) -> None:
        self.failed.emit(words)
