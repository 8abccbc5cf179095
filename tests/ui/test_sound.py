"""The sound of a card: a button where it can be played, a line where it cannot."""

import importlib
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Signal
from pytestqt.qtbot import QtBot

from quizapp.ui import sound
from quizapp.ui.widgets.soundbar import SoundBar
from tests.ui.learning import RIVERS, School
from tests.ui.reader import Reader
from tests.ui.stage import show

PLAYING, STOPPED = "playing", "stopped"


class Output(QObject):
    """Where a sound comes out."""

    lacking = False
    """The machine has none."""


class MediaPlayer(QObject):
    """Stands in for the extra `media`, which a machine of tests need not have."""

    PlaybackState = SimpleNamespace(PlayingState=PLAYING)
    playbackStateChanged = Signal(object)
    errorOccurred = Signal(object, str)
    made: ClassVar[list["MediaPlayer"]] = []

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.state, self.source = STOPPED, QUrl()
        self.made.append(self)

    def setAudioOutput(self, output: QObject) -> None:
        assert isinstance(output, Output)

    def setSource(self, source: QUrl) -> None:
        self.source = source

    def playbackState(self) -> str:
        return self.state

    def _set(self, state: str) -> None:
        self.state = state
        self.playbackStateChanged.emit(state)

    def play(self) -> None:
        self._set(PLAYING)

    def stop(self) -> None:
        self._set(STOPPED)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "media").mkdir()
    (tmp_path / "media/crow.mp3").write_bytes(b"ID3\4\0\0" + bytes(20))
    (tmp_path / "media/crow.txt").write_text("no sound")
    return tmp_path


@pytest.fixture
def extra(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The extra is installed."""
    devices = SimpleNamespace(defaultAudioOutput=lambda: SimpleNamespace(isNull=lambda: Output.lacking))
    module = SimpleNamespace(QMediaPlayer=MediaPlayer, QAudioOutput=Output, QMediaDevices=devices)
    monkeypatch.setattr(Output, "lacking", False)
    real = importlib.import_module
    monkeypatch.setattr(sound, "import_module", lambda name: module if "Multi" in name else real(name))
    monkeypatch.setattr(sound, "find_spec", lambda name: object())
    MediaPlayer.made.clear()
    sound.obstacle.cache_clear()
    yield
    sound.obstacle.cache_clear()


def bar(qtbot: QtBot, folder: Path, name: str = "media/crow.mp3") -> SoundBar:
    made = SoundBar(folder, name, key="L")
    show(qtbot, made)
    return made


def test_it_plays_and_stops(qtbot: QtBot, folder: Path, extra: None) -> None:
    shown = bar(qtbot, folder)
    assert MediaPlayer.made == [], "nothing is loaded before it is wanted"
    assert (shown.button.isVisible(), shown.words.isVisible()) == (True, False)
    shown.button.setFocus()
    qtbot.keyClick(shown.button, Qt.Key.Key_Return)
    (player,) = MediaPlayer.made
    assert player.source.toLocalFile() == str(folder / "media/crow.mp3")
    assert (player.state, shown.button.accessibleName()) == (PLAYING, "Stop")
    shown.toggle()
    assert (player.state, shown.button.accessibleName()) == (STOPPED, "Play")
    shown.toggle()
    assert MediaPlayer.made == [player]


def test_what_goes_wrong_is_said(qtbot: QtBot, folder: Path, extra: None) -> None:
    shown = bar(qtbot, folder)
    shown.toggle()
    MediaPlayer.made[0].errorOccurred.emit(None, "no loudspeaker")
    assert shown.words.text() == "The sound cannot be played: no loudspeaker"
    assert shown.words.isVisible()


def test_a_machine_without_sound_says_so(
    qtbot: QtBot, folder: Path, extra: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Output, "lacking", True)
    shown = bar(qtbot, folder)
    shown.toggle()
    assert MediaPlayer.made == []
    assert shown.words.text().endswith("this machine has neither loudspeaker nor headphones.")


@pytest.mark.parametrize("name", ["media/gone.mp3", "media/crow.txt", "../crow.mp3"])
def test_what_is_no_sound_of_the_deck_has_no_button(
    qtbot: QtBot, folder: Path, extra: None, name: str
) -> None:
    shown = bar(qtbot, folder, name)
    assert not shown.button.isVisible()
    assert shown.words.text() == f"The sound {name} is not there, or cannot be played."
    shown.toggle()


def test_without_the_extra_a_line_says_how_to_get_it(
    qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sound, "find_spec", lambda name: None)
    sound.obstacle.cache_clear()
    shown = bar(qtbot, folder)
    sound.obstacle.cache_clear()
    assert not shown.button.isVisible()
    assert shown.words.text() == "This card has a sound. To hear it: pip install “quizapp[media]”"


def test_a_library_that_the_system_lacks_is_named(
    qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch, extra: None
) -> None:
    def fails(name: str) -> Any:
        raise ImportError("libpulse.so.0: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(sound, "import_module", fails)
    assert bar(qtbot, folder).words.text() == (
        "This card has a sound. To hear it: the system needs libpulse.so.0."
    )


def test_while_studying_a_key_plays_it(qtbot: QtBot, school: School, extra: None) -> None:
    (school.folder / "decks/crow.mp3").write_bytes(b"ID3\4\0\0" + bytes(20))
    school.write(RIVERS.replace("  hint: It is long.", "  media: crow.mp3"))
    reader = Reader(qtbot, school)
    reader.sit_down()
    reader.press("L")
    assert MediaPlayer.made == [], "this card has none"
    reader.go_to("budapest")
    reader.press("L", modifier=Qt.KeyboardModifier.AltModifier)
    assert MediaPlayer.made[0].state == PLAYING
    reader.press("l")
    assert MediaPlayer.made[0].state == PLAYING, "in a text field it is a letter"
    bar = reader.study.findChild(SoundBar)
    assert bar is not None
    card = reader.study.column.card
    assert card.geometry().bottom() < bar.y() < reader.study.column.answer.y()
    reader.close()


def test_a_card_is_heard_as_it_is_shown_if_that_is_set(qtbot: QtBot, school: School, extra: None) -> None:
    (school.folder / "decks/crow.mp3").write_bytes(b"ID3\4\0\0" + bytes(20))
    school.write(RIVERS.replace("  hint: It is long.", "  media: crow.mp3"))
    school.services.set("play_sound", True, None)
    reader = Reader(qtbot, school)
    reader.sit_down()
    assert MediaPlayer.made == [], "this card has none"
    reader.go_to("budapest")
    assert [player.state for player in MediaPlayer.made] == [PLAYING]
    reader.press("L", modifier=Qt.KeyboardModifier.AltModifier)
    assert MediaPlayer.made[0].state == STOPPED
    reader.close()
