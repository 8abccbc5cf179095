"""Fields that name a file beside the deck: a picture, a sound, the regions of a picture."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.formats.card_form import FormField
from quizapp.formats.form_rows import Row, Rows
from quizapp.formats.media_types import Sort
from quizapp.ui.editor.fields.base import FieldEditor, Setting
from quizapp.ui.editor.media import MediaField
from quizapp.ui.editor.regions import RegionEditor
from quizapp.ui.editor.words import FieldWords

_FRONTS = ("q", "cloze", "statement")


class FileEditor(FieldEditor):
    """A picture or a sound: its path, and all ways to take one over."""

    def __init__(
        self, field: FormField, words: FieldWords, sort: Sort, parent: QWidget | None = None
    ) -> None:
        super().__init__(field, words, parent)
        self.media = MediaField(sort, words.name)
        self.media.edited.connect(self.edited)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.media)
        self.entrance = self.media

    def value(self) -> str:
        return self.media.value()

    def show_value(self, shown: str) -> None:
        self.media.show_value(shown)

    def show_setting(self, setting: Setting) -> None:
        self.media.show_folder(Path(setting.folder) if setting.folder else None)
        texts = [setting.data.get(key, "") for key in _FRONTS]
        self.media.show_question(next((text for text in texts if text and isinstance(text, str)), ""))


class PictureEditor(FileEditor):
    """A picture."""

    def __init__(self, field: FormField, words: FieldWords, parent: QWidget | None = None) -> None:
        super().__init__(field, words, "picture", parent)


class SoundEditor(FileEditor):
    """A sound."""

    def __init__(self, field: FormField, words: FieldWords, parent: QWidget | None = None) -> None:
        super().__init__(field, words, "sound", parent)


class RegionsEditor(FieldEditor):
    """The regions of the card's picture, drawn on it."""

    def __init__(self, field: FormField, words: FieldWords, parent: QWidget | None = None) -> None:
        super().__init__(field, words, parent)
        self.regions = RegionEditor()
        self.regions.changed.connect(self._tell)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.regions)
        self.entrance = self.regions

    def _tell(self, texts: object) -> None:
        self.edited.emit()

    def value(self) -> Rows:
        return tuple(Row(pair) for pair in self.regions.texts)

    def show_value(self, shown: Rows) -> None:
        self.regions.show_regions([(row.cells[0], row.cells[1]) for row in shown])

    def show_setting(self, setting: Setting) -> None:
        image, alt = (setting.data.get(key, "") for key in ("image", "alt"))
        image = image or setting.image
        folder = Path(setting.folder) if setting.folder else None
        self.regions.show_picture(folder, str(image), str(alt))
