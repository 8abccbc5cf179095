"""After an import: the sum of it, what comes next, and the cards that both sides changed."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.ui.importing.conflicts import ConflictsPanel
from quizapp.ui.importing.desk import Made
from quizapp.ui.importing.done import DonePanel
from quizapp.ui.kit import Kit
from quizapp.ui.navigation import Browse, Study
from quizapp.ui.widgets.paint import MARGIN, announce


class Aftermath(QWidget):
    """Shows what was made; the decks can be studied as soon as the library has read them."""

    go = Signal(object)
    """A Route."""
    undo_wanted = Signal()
    more_wanted = Signal()
    failed = Signal(str)
    """Why something could not be written, translated."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._made: tuple[Made, ...] = ()
        self.done, self.conflicts = DonePanel(), ConflictsPanel(kit)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12 - 2 * MARGIN)
        rows.addWidget(self.done)
        rows.addWidget(self.conflicts)
        self.done.study_wanted.connect(self._study)
        self.done.look_wanted.connect(self._look)
        self.done.undo_wanted.connect(self.undo_wanted)
        self.done.more_wanted.connect(self.more_wanted)
        self.conflicts.failed.connect(self.failed)

    @property
    def can_undo(self) -> bool:
        return self.isVisible() and any(made.done and made.done.can_undo for made in self._made)

    def show_made(self, made: Sequence[Made]) -> None:
        """Show the sum of these; call it when it can be seen, for it takes the focus."""
        self._made = tuple(made)
        self.done.show_made(made)
        self.conflicts.show_decks([deck for one in made for deck in one.found.plan.decks if one.done])
        self.refresh()
        announce(self, self.done.words)
        buttons = (self.done.study, self.done.undo, self.done.more)
        next(one for one in buttons if one.isVisibleTo(self) and one.isEnabled()).setFocus()

    def refresh(self) -> None:
        """The library has read something."""
        self.done.show_read(read=bool(self._keys()))

    def _keys(self) -> tuple[int, ...]:
        """The decks that were written, as far as the app has read them."""
        paths = {Path(path) for made in self._made if made.done for path in made.done.decks}
        files = self._kit.services.library.files
        return tuple(file.deck_key for file in files if file.studied and Path(file.path) in paths)

    def _study(self) -> None:
        self.go.emit(Study(deck_keys=self._keys()))

    def _look(self) -> None:
        titles = {file.deck_key: file.title for file in self._kit.services.library.files}
        parts = [f'deck:"{titles[key]}"' for key in self._keys()]
        self.go.emit(Browse(query=" or ".join(parts)))
