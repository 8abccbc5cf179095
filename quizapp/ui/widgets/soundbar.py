"""The sound of a card: a button that plays it, or how to come by that."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui import sound
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.paint import MARGIN, announce


class SoundBar(QWidget):
    """Where no sound can be played the button is not there, and a line says what is missing."""

    def __init__(self, folder: Path, name: str, key: str = "", parent: QWidget | None = None) -> None:
        """folder: of the deck; name: of the file, from there; key: of the button, as it is written."""
        super().__init__(parent)
        self._player: sound.Player | None = None
        self.button = Button("ghost", self.tr("Play"), icon="play", key=key, height=36)
        self.button.clicked.connect(self.toggle)
        self.words = Label("small", token="mut", wrap=True)
        self.words.setContentsMargins(MARGIN, 6, MARGIN, 6)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(row)
        rows.addWidget(self.words)
        self._look_for(folder, name)

    def _look_for(self, folder: Path, name: str) -> None:
        lacking = sound.obstacle()
        path = sound.find(folder, name)
        if path is None:
            self._say(self.tr("The sound {name} is not there, or cannot be played.").format(name=name))
        elif lacking is not None:
            self._say(
                self.tr("This card has a sound. To hear it: {cure}").format(
                    cure=self.tr("the system needs {library}.").format(library=lacking)
                    if lacking
                    else self.tr("pip install “quizapp[media]”")
                )
            )
        else:
            self.words.hide()
            self._player = sound.Player(path, self)
            self._player.playing_changed.connect(self._show_playing)
            self._player.failed.connect(self._fail)

    def _say(self, words: str) -> None:
        """Words in place of the button."""
        self.words.setText(words)
        self.words.show()
        self.button.setVisible(False)

    def height_at(self, width: int) -> int:
        """Height in px at a width: words may wrap."""
        return self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()

    def toggle(self) -> None:
        """Play, or stop."""
        if self._player is not None:
            self._player.toggle()

    def _show_playing(self, playing: bool) -> None:
        self.button.setText(self.tr("Stop") if playing else self.tr("Play"))

    def _fail(self, words: str) -> None:
        said = self.tr("The sound cannot be played: {reason}").format(reason=words)
        self.words.setText(said)
        self.words.show()
        announce(self, said)
