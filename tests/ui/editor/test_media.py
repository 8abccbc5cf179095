"""The field of a picture or a sound: a file is chosen, pasted or dropped, and copied beside the deck."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from quizapp.formats.media_types import Sort
from quizapp.ui import theme
from quizapp.ui.editor.media import MediaField
from quizapp.ui.editor.media_drop import as_png
from tests.ui.stage import show

SOUND = b"ID3\4\0\0" + bytes(20)


def image(color: str = "#204060") -> QImage:
    made = QImage(40, 20, QImage.Format.Format_RGB32)
    made.fill(QColor(color))
    return made


class Bench:
    """A field on screen, with a deck's folder."""

    def __init__(self, qtbot: QtBot, folder: Path, sort: Sort = "picture") -> None:
        self.qtbot, self.folder = qtbot, folder
        self.field = MediaField(sort, "Picture")
        self.field.show_folder(folder)
        self.field.show_question("Which house is this?")
        self.window = show(qtbot, self.field)
        self.edits: list[str] = []
        self.adopted: list[str] = []
        self.field.edited.connect(lambda: self.edits.append(self.field.value()))
        self.field.adopted.connect(self.adopted.append)
        self.field.field.setFocus()

    def paste(self, data: QMimeData) -> None:
        QGuiApplication.clipboard().setMimeData(data)
        self.qtbot.keyClick(self.field.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    @property
    def problem(self) -> str:
        return self.field.problem.text()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "decks"
    made.mkdir()
    return made


@pytest.fixture
def bench(qtbot: QtBot, folder: Path) -> Iterator[Bench]:
    yield Bench(qtbot, folder)
    QGuiApplication.clipboard().clear()  # Qt would free what Python holds when both end


def with_image(made: QImage) -> QMimeData:
    data = QMimeData()
    data.setImageData(made)
    return data


def with_files(*files: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def test_a_picture_is_pasted_and_named_by_the_question(bench: Bench) -> None:
    assert bench.field.hint.isVisible()
    bench.paste(with_image(image()))
    assert bench.edits == bench.adopted == ["media/which-house-is-this.png"]
    kept = QImage(str(bench.folder / "media/which-house-is-this.png"))
    assert kept.pixelColor(3, 3) == QColor("#204060")
    assert bench.field.thumbnail.is_there
    assert not bench.field.hint.isVisible()
    bench.paste(with_image(image()))
    assert bench.edits[-1] == "media/which-house-is-this.png"
    bench.paste(with_image(image("#ff0000")))
    assert bench.edits[-1] == "media/which-house-is-this-2.png"


def test_bytes_in_the_clipboard_are_taken_as_they_are(bench: Bench) -> None:
    data = with_image(image("#00ff00"))
    raw = as_png(image())
    data.setData("image/png", raw)
    bench.paste(data)
    assert (bench.folder / bench.field.value()).read_bytes() == raw


def test_a_file_is_pasted_under_its_own_name(bench: Bench, tmp_path: Path) -> None:
    file = tmp_path / "Old House.PNG"
    file.write_bytes(as_png(image()))
    bench.paste(with_files(tmp_path / "notes.txt", file))
    assert bench.edits == ["media/old-house.png"]


def test_a_text_is_pasted_as_a_text(bench: Bench) -> None:
    data = QMimeData()
    data.setText("media/map.png")
    bench.paste(data)
    assert bench.field.value() == "media/map.png"
    assert bench.edits == ["media/map.png"]
    assert bench.problem == "media/map.png is not there, or cannot be shown."


def drop(bench: Bench, data: QMimeData) -> tuple[bool, bool]:
    """Whether the field would take it, and whether it did."""
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, left, none)
    enter.ignore()
    bench.field.dragEnterEvent(enter)
    event = QDropEvent(QPointF(9, 9), copy, data, left, none)
    event.ignore()
    bench.field.dropEvent(event)
    return enter.isAccepted(), event.isAccepted()


def test_a_file_is_dropped(bench: Bench, tmp_path: Path) -> None:
    file = tmp_path / "map.png"
    file.write_bytes(as_png(image()))
    assert drop(bench, with_files(file)) == (True, True)
    assert bench.edits == ["media/map.png"]
    assert drop(bench, with_files(tmp_path / "notes.txt")) == (False, False)
    bench.field.dragLeaveEvent(QDragLeaveEvent())


def test_what_only_looks_like_a_picture_is_refused_with_a_sentence(bench: Bench, tmp_path: Path) -> None:
    file = tmp_path / "map.png"
    file.write_bytes(b"no picture")
    assert drop(bench, with_files(file)) == (True, False)
    assert bench.problem == "This is no picture that can be shown. It can be PNG, JPEG, GIF, WebP or SVG."
    assert bench.edits == []
    bench.field.restyle()
    assert bench.problem, "it stays until something is done"
    bench.qtbot.keyClicks(bench.field.field, "x")
    assert not bench.problem.startswith("This is no picture")


def test_a_sound_is_taken_by_its_own_field(qtbot: QtBot, folder: Path, tmp_path: Path) -> None:
    bench = Bench(qtbot, folder, "sound")
    file = tmp_path / "el café.mp3"
    file.write_bytes(SOUND)
    assert drop(bench, with_image(image())) == (False, False)
    assert drop(bench, with_files(file)) == (True, True)
    assert bench.edits == ["media/el-cafe.mp3"]
    assert bench.problem == ""
    bench.field.show_value("media/gone.mp3")
    assert "is not there" in bench.problem


def test_without_a_folder_nothing_is_taken(bench: Bench) -> None:
    bench.field.show_folder(None)
    bench.paste(with_image(image()))
    assert bench.edits == []
    assert bench.problem.startswith("Save the deck first")


def test_a_file_is_chosen(bench: Bench, tmp_path: Path) -> None:
    file = tmp_path / "map.png"
    file.write_bytes(as_png(image()))
    bench.qtbot.mouseClick(bench.field.choose_button, Qt.MouseButton.LeftButton)
    dialog = bench.field.findChild(QFileDialog)
    assert dialog is not None
    assert "*.webp" in dialog.nameFilters()[0]
    dialog.fileSelected.emit(str(file))
    dialog.close()
    assert bench.edits == ["media/map.png"]


def test_it_is_taken_out_again(bench: Bench) -> None:
    bench.field.show_value("media/map.png")
    assert bench.edits == [], "it was shown, not written"
    bench.qtbot.mouseClick(bench.field.clear_button, Qt.MouseButton.LeftButton)
    assert bench.edits == [""]
    assert not bench.field.clear_button.isVisible()
    assert bench.field.hint.isVisible()


def test_large_text_and_dark_keep_it_whole(bench: Bench, qapp: QApplication) -> None:
    bench.field.show_value("media/map.png")
    theme.install(qapp, theme.Theme(scheme="dark", text_percent=200))
    QApplication.processEvents()
    assert bench.field.choose_button.geometry().right() <= bench.field.width()
    assert not bench.window.grab().isNull()
