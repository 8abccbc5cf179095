"""A new deck: its title, what it begins with, and where its file will be."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.deck import Language
from quizapp.core.problems import QuizError
from quizapp.formats.deck_names import file_name
from quizapp.formats.deck_templates import BLANK
from quizapp.store.media import adopt
from quizapp.ui.bindings import Bound, show_tip
from quizapp.ui.editor.task_fields import LineField
from quizapp.ui.editor.template_rows import TemplateRows
from quizapp.ui.editor.title_row import IconButton
from quizapp.ui.kit import Kit
from quizapp.ui.report import words_of
from quizapp.ui.widgets.button import ENTER, Button
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.panel import Panel

_WIDEST = 560


class NewDeck(QWidget):
    """Enter makes the deck."""

    created = Signal(str)
    """The path of its file."""
    left = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.field = LineField(self.tr("Title of the deck"))
        self.field.changed.connect(self._tell)
        self.field.submitted.connect(self._create)
        self.templates = TemplateRows()
        self.templates.chosen.connect(self._show_languages)
        self.languages = [
            LineField(self.tr("Language of the question")),
            LineField(self.tr("Language of the answer")),
        ]
        self._spoken = self._make_languages()
        self._file = label("small", token="mut", wrap=True)
        self._error = label("row", token="bad", wrap=True)
        self.button = Button("primary", self.tr("Create"), key=self.tr("Enter"), height=36)
        self.button.clicked.connect(self._create)
        back = IconButton("back", self.tr("Back"))
        show_tip(back, self.tr("Back"), "back", "back")
        back.clicked.connect(self.left)
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        Bound(self, "back", {"back": self.left.emit}, context=here)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(back)
        head.addWidget(label("title", self.tr("New deck")), 1)
        panel = Panel(radius=14, padding=(18, 14, 18, 16))
        panel.setMaximumWidth(_WIDEST)
        panel.content.setSpacing(5)
        panel.content.addWidget(label("label", self.tr("Title"), "mut"))
        panel.content.addWidget(self.field)
        panel.content.addWidget(self._file)
        panel.content.addSpacing(6)
        panel.content.addWidget(label("label", self.tr("Begin with"), "mut"))
        for widget in (self.templates, self._spoken, self._error):
            panel.content.addWidget(widget)
        panel.content.addSpacing(8)
        panel.content.addWidget(self.button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20 - MARGIN, 16 - MARGIN, 20 - MARGIN, 20)
        rows.setSpacing(8)
        rows.addLayout(head)
        rows.addWidget(panel)
        rows.addStretch(1)

    def _make_languages(self) -> QWidget:
        spoken = QWidget()
        row = QHBoxLayout(spoken)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        heads = (self.tr("Question in"), self.tr("Answer in"))
        for field, head, tag in zip(self.languages, heads, ("en", "es"), strict=True):
            column = QVBoxLayout()
            column.setSpacing(1)
            column.addWidget(label("label", head, "mut"))
            column.addWidget(field)
            row.addLayout(column, 1)
            field.show_value(tag)
            field.submitted.connect(self._create)
        return spoken

    def _show_languages(self) -> None:
        self._spoken.setVisible(self.templates.template.speaks)

    def begin(self, error: str = "") -> None:
        """Ask anew; error: why a deck could not be opened."""
        self.field.show_value("")
        self.templates.choose(BLANK)
        self._show_languages()
        self._error.setText(error)
        self._error.setVisible(bool(error))
        self._tell()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes the deck, wherever the focus is."""
        if event.key() in ENTER and not event.isAutoRepeat():
            self._create()
        else:
            super().keyPressEvent(event)

    def _path(self) -> Path:
        folder = self._kit.decks
        taken = [one.name for one in folder.iterdir()] if folder.is_dir() else []
        return folder / file_name(self.field.value, taken)

    def _tell(self) -> None:
        path = self._path()
        words = self.tr("Its file will be {name} in {folder}").format(name=path.name, folder=path.parent)
        self._file.setText(words if self.field.value else self.tr("Every deck is a file of its own."))
        self.button.setEnabled(bool(self.field.value))

    def _create(self) -> None:
        if not self.field.value:
            return
        path = self._path()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._kit.authoring.save(self._kit.authoring.create(path), self._text(path.parent))
        except QuizError as error:
            self._error.setText(words_of(error))
            self._error.show()
            return
        self.created.emit(str(path))

    def _text(self, folder: Path) -> str:
        """What the file begins with; pictures of the template are put beside it."""
        template = self.templates.template
        front, back = (field.value for field in self.languages)
        text = template.text(self.field.value, Language(front, back))
        for name, content in template.media.items():
            text = text.replace(name, adopt(content.encode(), folder, sort="picture", name=Path(name).stem))
        return text
