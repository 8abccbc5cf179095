"""A picture or a sound of a card: its path, taken over by choosing, pasting or dropping a file."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QClipboard,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.core.problems import QuizError
from quizapp.formats.media_types import Sort, types_of
from quizapp.store.media import adopt
from quizapp.ui import icons, pictures, theme
from quizapp.ui.editor.entrance import Entrance
from quizapp.ui.editor.media_drop import offered
from quizapp.ui.report import words_of
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.field import TextField
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.paint import MARGIN, RADIUS, Styled, announce, begin, box, inside
from quizapp.ui.widgets.stepper import IconButton

_HEIGHT = 36
_THUMB = QSize(72, 54)
_FINEST = QSize(288, 216)


class Thumbnail(Styled, QWidget):
    """A picture in small, or a sign where there is none to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._name = ""
        self._image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_file(self, folder: Path | None, name: str) -> None:
        """name: of the file below the folder."""
        self._folder, self._name = folder, name
        self.restyle()

    @property
    def is_there(self) -> bool:
        """True if there is a picture to show."""
        return self._image is not None

    def restyle(self) -> None:
        self._image = None
        if self._folder is not None and self._name:
            look, back = theme.current().scheme, theme.color("card")
            self._image = pictures.load(self._folder, self._name, scheme=look, backing=back, fill=_FINEST)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return _THUMB + QSize(2 * MARGIN, 2 * MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        frame = inside(self)
        box(painter, frame, 6, fill="key", line="line")
        if self._image is None:
            sign = QRectF(0, 0, 20, 20)
            sign.moveCenter(frame.center())
            icons.paint(painter, "warning", sign, theme.color("warn"))
        else:
            size = self._image.size().scaled(frame.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(frame.center())
            painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._image, QRectF(self._image.rect()))
        painter.end()


class PathField(TextField):
    """The path of a file as the card has it; pasting a file or a picture takes it over."""

    paste_wanted = Signal()
    """Ctrl+V: perhaps there is more than a text to paste."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        else:
            super().keyPressEvent(event)


class MediaField(Styled, Entrance):
    """Shows which file a card has, and takes over others into the deck's folder."""

    edited = Signal()
    """`value` is another."""
    adopted = Signal(str)
    """A file was taken over; its path. A picture wants its words now."""

    def __init__(self, sort: Sort, name: str, parent: QWidget | None = None) -> None:
        """name: what the field is for, translated."""
        super().__init__(parent)
        self._sort: Sort = sort
        self._folder: Path | None = None
        self._question = ""
        self._over = False
        self._refused = ""
        self._dialog: QFileDialog | None = None
        self.setAcceptDrops(True)
        self.thumbnail = Thumbnail()
        self.field = PathField(name, role="row", height=_HEIGHT)
        self.field.textEdited.connect(self._take_text)
        self.field.paste_wanted.connect(self.paste)
        self.choose_button = Button("ghost", self.tr("Choose…"), height=_HEIGHT)
        self.choose_button.clicked.connect(self.choose)
        self.clear_button = IconButton("cross", self.tr("Take it out"))
        self.clear_button.clicked.connect(self._clear)
        self.hint = Label("small", token="mut", wrap=True)
        self.problem = Label("small", token="bad", wrap=True)
        self._lay_out()
        self.entrance = self.field
        self._show_state()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.thumbnail)
        row.addWidget(self.field, 1)
        row.addWidget(self.clear_button)
        row.addWidget(self.choose_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(row)
        for words in (self.hint, self.problem):
            words.setContentsMargins(MARGIN, 0, MARGIN, 2)
            rows.addWidget(words)

    # What is shown

    def value(self) -> str:
        """The path, from the deck's folder."""
        return self.field.text().strip()

    def show_value(self, path: str) -> None:
        """Show what the card says."""
        if path != self.value():
            self._refused = ""
            self.field.setText(path)
            self._show_state()

    def show_folder(self, folder: Path | None) -> None:
        """folder: of the deck; None while it has none: then nothing can be taken over."""
        if folder != self._folder:
            self._folder = folder
            self._show_state()

    def show_question(self, question: str) -> None:
        """What the card asks: pictures without a name are named by it."""
        self._question = question

    def restyle(self) -> None:
        self._show_state()

    def _show_state(self) -> None:
        path, problem = self.value(), self._refused
        self.clear_button.setVisible(bool(path))
        is_picture = self._sort == "picture"
        self.thumbnail.setVisible(is_picture and bool(path))
        if is_picture:
            self.thumbnail.show_file(self._folder, path)
        is_lost = bool(path) and not problem and self._is_lost(path)
        lost = self.tr("{path} is not there, or cannot be shown.").format(path=path) if is_lost else ""
        self.problem.setText(problem or lost)
        self.problem.setVisible(bool(problem or lost))
        self.hint.setText(self._advice())
        self.hint.setVisible(not path and not problem)
        self.field.setAccessibleDescription(problem or lost or self.hint.text())

    def _is_lost(self, path: str) -> bool:
        if self._sort == "picture":
            return not self.thumbnail.is_there
        return self._folder is not None and pictures.find(self._folder, path) is None

    def _advice(self) -> str:
        if self._folder is None:
            return self.tr("Save the deck first: files are copied into its folder.")
        if self._sort == "picture":
            return self.tr("Paste a picture, or drop a file here. It is copied beside the deck.")
        return self.tr("Paste or drop a sound file here. It is copied beside the deck.")

    # What is taken over

    def take(self, source: Path | bytes) -> bool:
        """Take a file or bytes over; False, and a sentence below the field, if that cannot be."""
        if self._folder is None:
            self._fail(self._advice())
            return False
        words = self._question if isinstance(source, bytes) else ""
        try:
            path = adopt(source, self._folder, sort=self._sort, name=words)
        except QuizError as error:
            self._fail(words_of(error))
            return False
        self._refused = ""
        self.field.setText(path)
        self._show_state()
        announce(self, self.tr("{path} was taken over").format(path=path))
        self.edited.emit()
        self.adopted.emit(path)
        return True

    def _fail(self, words: str) -> None:
        self._refused = words
        self._show_state()
        announce(self, words)

    def paste(self) -> None:
        """Take over what the clipboard holds; a text goes into the field."""
        clipboard = QGuiApplication.clipboard()
        source = offered(clipboard.mimeData(QClipboard.Mode.Clipboard), self._sort)
        if source is not None:
            self.take(source)
        else:
            self.field.paste()

    def choose(self) -> None:
        """Ask for a file."""
        kinds = " ".join(f"*{suffix}" for kind in types_of(self._sort) for suffix in kind.suffixes)
        named = self.tr("Pictures") if self._sort == "picture" else self.tr("Sounds")
        folder = str(self._folder or "")
        self._dialog = dialog = QFileDialog(self, self.tr("Choose a file"), folder, f"{named} ({kinds})")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._take_file)
        dialog.open()

    def _take_file(self, path: str) -> None:
        self.take(Path(path))
        self.field.setFocus()

    def _take_text(self) -> None:
        self._refused = ""
        self._show_state()
        self.edited.emit()

    def _clear(self) -> None:
        self.field.clear()
        self.field.setFocus()
        self._take_text()

    # Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if offered(event.mimeData(), self._sort) is not None:
            self._show_over(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_over(False)
        source = offered(event.mimeData(), self._sort)
        if source is not None and self.take(source):
            event.acceptProposedAction()

    def _show_over(self, over: bool) -> None:
        self._over = over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._over:
            painter = begin(self)
            box(painter, QRectF(self.rect()), RADIUS, fill="accsoft", line="acc", width=2, dashed=True)
            painter.end()
