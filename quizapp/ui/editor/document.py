"""The deck that is being written: one text, one caret and one history for the form and for YAML."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from quizapp.core.problems import Fix, Problem
from quizapp.formats.yaml_deck import Loaded
from quizapp.formats.yaml_edit import Item, Value
from quizapp.ui.editor.file_text import FileText
from quizapp.ui.editor.layout import Card, after_edit, data_of, items
from quizapp.ui.editor.rereading import Reread, Rereading
from quizapp.ui.work import Work

if TYPE_CHECKING:
    from quizapp.core.deck import Note

NO_CARD = -1
"""Where the caret stands in what the deck says of itself."""


Guard = Callable[[Callable[[], None]], bool]
"""Takes the undo of the text alone; True if it has seen to the step itself, which others share."""


class Edited(Protocol):
    """What formats.yaml_edit answers: the changes in the text that it was given."""

    @property
    def changes(self) -> Sequence[Fix]: ...


class DeckDocument(QObject):
    """One deck file in the editor. All offsets count in `text`, all lines from 1."""

    changed = Signal()
    """The text is another: by typing, by a form, by an undo."""
    card_changed = Signal(int)
    """The caret stands in another card now; -1 for none."""
    caret_moved = Signal()
    """`cursor` was set by somebody else than the one who types."""
    read = Signal()
    """`loaded` is what the present text says."""

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = FileText(self)
        self.path = ""
        self.read_only = False
        """True if the file may be looked at, but not written."""
        self.undo_guard: Guard | None = None
        self.redo_guard: Guard | None = None
        self._cursor = QTextCursor(self.file)
        self._card = NO_CARD
        self._merging = ("", -1)
        self._starts: list[int] | None = None  # in Qt's positions
        self._lines = 0
        self._changed_at = 0
        self._items: Sequence[Item] | None = None
        self._quiet = False
        self._state = Reread()
        self._rereading = Rereading(work, self)
        self._rereading.due.connect(self.read_now)
        self._rereading.done.connect(self._take_read)
        self.file.contentsChange.connect(self._note_change)

    def show_file(self, path: str, file_text: str, *, line: int = 0) -> None:
        """Begin with the text of a file as it was opened; the history begins here, the caret in a line."""
        self._quiet = True
        self.path = path
        self.file.show_file(file_text)
        self._quiet = False
        self._starts = self._items = None
        self._state = Reread()
        self._merging = ("", -1)
        self.changed.emit()
        self.read_now()
        self._card = NO_CARD - 1  # so that the first card is told, too
        self._set(self._at(self._line_start(line) if line else next(iter(self._line_starts()), 0)))

    # What it says

    @property
    def text(self) -> str:
        return self.file.text

    @property
    def loaded(self) -> Loaded:
        """What the text said when it was last read; nothing before that."""
        return self._state.loaded

    @property
    def items(self) -> Sequence[Item]:
        """Every card of the present text, also those that cannot be read.

        While one types in a line, they are those of the last reading, moved on.
        """
        if self._items is None:
            self._items, self._starts = items(self.text), None
        return self._items

    @property
    def is_read(self) -> bool:
        """True if `loaded` is of the present text."""
        return self._state.text == self.text

    def note(self, index: int) -> "Note | None":
        """A card as it was last read; None if it has an error."""
        return self._state.note(index)

    def last_note(self, index: int) -> "Note | None":
        """The same, or the last version of it that worked."""
        return self._state.note(index) or self._state.last(index)

    def problems_of(self, index: int) -> tuple[Problem, ...]:
        """What is wrong with a card; -1 asks for the deck's own problems."""
        return self._state.problems_of(index)

    def data(self, index: int) -> dict[str, Value] | None:
        """The keys of a card as plain texts, in the order of the file; None if it cannot be read."""
        return data_of(self.text, self.items, index) if 0 <= index < len(self.items) else None

    # The caret and the card

    @property
    def cursor(self) -> QTextCursor:
        """The one caret, with its selection; a copy."""
        return QTextCursor(self._cursor)

    def follow(self, cursor: QTextCursor) -> None:
        """Whoever shows the text has moved the caret."""
        self._cursor = QTextCursor(cursor)
        self._tell_card()

    @property
    def card(self) -> int:
        """The card that the caret stands in; -1 if it stands above all of them."""
        return bisect_right(self._line_starts(), self._cursor.position()) - 1

    def select(self, index: int) -> None:
        """Put the caret into a card, unless it stands there; -1: to the top of the file."""
        if index != self.card:
            starts = self._line_starts()
            self._set(self._at(starts[index] if 0 <= index < len(starts) else 0))

    def card_at(self, position: int) -> tuple[int, int]:
        """The card at one of Qt's positions, and where its line begins: (-1, 0) above all of them."""
        starts = self._line_starts()
        index = bisect_right(starts, position) - 1
        return index, starts[index] if index >= 0 else 0

    def go_to_line(self, line: int) -> None:
        """Put the caret into a line, counted from 1."""
        self._set(self._at(self._line_start(line)))

    def go_to(self, start: int, end: int | None = None) -> None:
        """Put the caret at an offset, or select up to another."""
        cursor = self._at(self.file.position(start))
        if end is not None:
            cursor.setPosition(self.file.position(end), QTextCursor.MoveMode.KeepAnchor)
        self._set(cursor)

    # Changing it

    def apply(self, edited: Edited, *, merge: str = "") -> None:
        """Take over what was edited in `text`: one step of undo.

        merge: what is being typed into; a change of the same joins the step of the one before it.
        """
        self.change(edited.changes, merge=merge)

    def change(self, changes: Sequence[Fix], *, merge: str = "") -> None:
        """The same for changes alone; offsets in `text`, ascending."""
        join = bool(merge) and self._merging == (merge, self.file.revision())
        self.file.replace(changes, join=join)
        self._merging = (merge, self.file.revision())
        self._tell_card()

    def set_keys(self, index: int, values: Mapping[str, Value | None], *, merge: str = "") -> None:
        """Give keys of a card a value, None to take one out; QuizError if that cannot be.

        Quick however long the deck is: only this card is read for it.
        """
        self.change(Card(self.text, self.items, index).set_keys(values), merge=merge)

    def replace_card(self, index: int, item: str, *, merge: str = "") -> None:
        """Put another card in the place of one; QuizError if that cannot be."""
        self.change(Card(self.text, self.items, index).replace(item), merge=merge)

    def undo(self) -> None:
        """Take the last change back; the caret goes where it was."""
        if self.undo_guard is None or not self.undo_guard(self._undo_once):
            self._undo_once()

    def redo(self) -> None:
        """Make the change again that was taken back."""
        if self.redo_guard is None or not self.redo_guard(self._redo_once):
            self._redo_once()

    def _undo_once(self) -> None:
        self._step(self.file.undo)

    def _redo_once(self) -> None:
        self._step(self.file.redo)

    def _step(self, step: Callable[[], None]) -> None:
        before = self.file.revision()
        step()
        self._merging = ("", -1)
        if self.file.revision() != before:
            self._set(self._at(self._changed_at))

    # Reading it

    def read_now(self) -> None:
        """Read the text without waiting for a pause in typing."""
        self._rereading.start(self.text, self.path)

    def _take_read(self, text: str, found: tuple[Loaded, tuple[Item, ...]]) -> None:
        if text != self.text:
            return  # it was edited meanwhile, and will be read again
        loaded, self._items = found
        self._starts = None
        self._state = self._state.followed_by(text, loaded, [item.line for item in self.items])
        self._tell_card()
        self.read.emit()

    # Within

    def _note_change(self, position: int, removed: int, added: int) -> None:
        if self._quiet or not (removed or added):
            return
        self._changed_at = min(position + added, self.file.characterCount() - 1)
        self._shift_starts(position, removed, added)
        self._rereading.wait()
        self.changed.emit()

    def _shift_starts(self, position: int, removed: int, added: int) -> None:
        """While one types in a line, the cards stay the same until the text is read again."""
        starts, lines, items = self._starts, self._lines, self._items
        self._lines = self.file.blockCount()
        self._starts = self._items = None
        if starts is None or lines != self._lines:
            return
        same = bisect_right(starts, position)
        if bisect_left(starts, position + removed) > same or not same:
            return
        by = added - removed
        starts[same:] = [start + by for start in starts[same:]]
        self._starts = starts
        if items is not None and len(starts) == len(items) and not self.file.has_pairs:
            item = items[same - 1]
            if item.start <= position and position + removed <= item.end:
                self._items = after_edit(items, same - 1, by)

    def _line_starts(self) -> list[int]:
        """Where the line of each card begins."""
        if self._starts is None:
            text = self.text
            lines = [text.rfind("\n", 0, item.start) + 1 for item in self.items]
            self._starts = self.file.positions(lines)
            self._lines = self.file.blockCount()
        return self._starts

    def _line_start(self, line: int) -> int:
        return self.file.findBlockByNumber(max(0, min(line, self.file.blockCount()) - 1)).position()

    def _at(self, position: int) -> QTextCursor:
        cursor = QTextCursor(self.file)
        cursor.setPosition(position)
        return cursor

    def _set(self, cursor: QTextCursor) -> None:
        self._cursor = cursor
        self.caret_moved.emit()
        self._tell_card()

    def _tell_card(self) -> None:
        card = self.card
        if card != self._card:
            self._card = card
            self.card_changed.emit(card)
