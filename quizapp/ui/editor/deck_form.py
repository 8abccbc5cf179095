"""What a deck says of itself, as a form: the first row of the list of cards leads to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from quizapp.core.problems import QuizError
from quizapp.formats import yaml_edit
from quizapp.formats.deck_form import ALWAYS, canonical_head, deck_fields
from quizapp.formats.form_values import Value
from quizapp.ui.editor.document import NO_CARD, DeckDocument
from quizapp.ui.editor.fields.base import Setting
from quizapp.ui.editor.fields.many import FieldsEditor
from quizapp.ui.editor.fields.table import editor_of
from quizapp.ui.report import words_of
from quizapp.ui.widgets.label import label

_SIDE = 14


class DeckForm(QWidget):
    """Each change of a field is one in the text; what says nothing has no key there."""

    yaml_wanted = Signal()

    def __init__(self, document: DeckDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._written: dict[str, str] = {}
        self._revision = -1
        self.fields = FieldsEditor(editor_of)
        self.fields.show_fields("deck", deck_fields(), always=ALWAYS)
        self.fields.edited.connect(self._write)
        self.fields.yaml_wanted.connect(self.yaml_wanted)
        self._error = label("small", "", "bad", wrap=True)
        self._error.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page())
        document.card_changed.connect(self._refresh)
        document.read.connect(self._refresh)
        self._refresh()

    def _page(self) -> QScrollArea:
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(_SIDE, 10, _SIDE, 14)
        rows.addWidget(label("heading", self.tr("About this deck")))
        rows.addWidget(self.fields)
        rows.addWidget(self._error)
        rows.addStretch(1)
        page = QScrollArea()
        page.setWidget(inner)
        page.setWidgetResizable(True)
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        return page

    def focus_first(self) -> None:
        """Write into the first field."""
        self.fields.focus_first()

    def _refresh(self, card: int = NO_CARD) -> None:
        """Show the deck as the text says it, if that is another than the one shown."""
        document = self._document
        if document.card != NO_CARD or document.file.revision() == self._revision:
            return
        self._revision = document.file.revision()
        data, self._written = canonical_head(yaml_edit.header_data(document.text))
        self.fields.show_data(data, Setting(document.loaded.deck))

    def _write(self, key: str, value: Value | None) -> None:
        document, name = self._document, self._written.get(key, key)
        try:
            document.apply(yaml_edit.set_header(document.text, name, value), merge=f"deck {key}")
        except QuizError as refused:
            self._error.setText(words_of(refused))
            self._error.show()
            self._revision = -1
            self._refresh()
            return
        self._error.hide()
        block = self.fields.blocks.get(key)
        if block is not None:
            block.took(value)
        document.select(NO_CARD)
