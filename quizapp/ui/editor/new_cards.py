"""New cards: the kind by one key, then its form; the next one of the same kind by Ctrl+Enter."""

from PySide6.QtCore import QObject, Signal

from quizapp.core.kinds import KINDS, AnyKind
from quizapp.core.problems import QuizError
from quizapp.formats import yaml_edit
from quizapp.formats.card_form import skeleton
from quizapp.formats.card_keys import ORDER
from quizapp.formats.form_values import Value
from quizapp.ui.editor.document import DeckDocument
from quizapp.ui.editor.kind_picker import KindPicker

_KEPT = ("tags", "source")
"""What a card has from the one before it."""


class NewCards(QObject):
    """Adds cards behind the present one of a document."""

    added = Signal(int)
    """The number of the new card, which is the present one now; it wants to be filled in."""
    refused = Signal(object)
    """A QuizError: the deck's text does not allow it."""
    left = Signal()
    """No kind was chosen."""

    def __init__(self, document: DeckDocument, picker: KindPicker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._picker = document, picker
        self._last: AnyKind | None = None
        picker.picked.connect(self._take)
        picker.left.connect(self._leave)

    def ask(self) -> None:
        """Ask for the kind: the last one comes first, at the beginning the one of the present card."""
        self._picker.ask(self._last or self._present or KINDS[-1])

    def add_another(self) -> None:
        """One more of the kind of the present card."""
        kind = self._present or self._last
        if kind is None:
            self.ask()
        else:
            self.add(kind)

    def add(self, kind: AnyKind) -> None:
        """A card of a kind behind the present one, with the tags and the source of that."""
        document = self._document
        at = document.card + 1 if document.card >= 0 else len(document.items)
        before = document.data(document.card) if document.card >= 0 else None
        ids = {note.id for note in document.loaded.deck.notes} if document.loaded.deck else set()
        kept = {key: value for key, value in (before or {}).items() if key in _KEPT}
        card: dict[str, Value] = {"id": yaml_edit.new_id(ids), **skeleton(kind), **kept}
        card = {key: card[key] for key in sorted(card, key=lambda key: ORDER.get(key, len(ORDER)))}
        try:
            document.apply(yaml_edit.insert_item(document.text, at, yaml_edit.emit_item(card)))
        except QuizError as error:
            self.refused.emit(error)
            return
        self._last = kind
        document.select(at)
        document.read_now()
        self.added.emit(at)

    @property
    def _present(self) -> AnyKind | None:
        note = self._document.last_note(self._document.card) if self._document.card >= 0 else None
        return note.kind if note else None

    def _take(self, kind: AnyKind) -> None:
        self._picker.hide()
        self.add(kind)

    def _leave(self) -> None:
        self._picker.hide()
        self.left.emit()
