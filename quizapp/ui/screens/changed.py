"""Cards that say something else than when they were learned: what changed, to be kept or learned anew."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.core.renames import Reworded
from quizapp.ui import theme
from quizapp.ui.screens.progress_words import StakeWords
from quizapp.ui.screens.wordings import Wordings
from quizapp.ui.services import Changes, Services
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import ElidedLabel, label
from quizapp.ui.widgets.paint import MARGIN, announce
from quizapp.ui.widgets.panel import Hairline, Panel

ROOMY = 560
"""Width of the pane at 100 % text size, px, from which texts and buttons stand side by side."""
_SHOWN = 20
"""Cards in the pane; the others move up."""


class ChangedPane(Panel):
    """Of one deck; hidden while there is nothing to tell. Put it into any page."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(padding=(24, 16, 20, 12), parent=parent)
        self._services, self._words = services, StakeWords(self)
        self._deck_key = 0
        self._found: tuple[Reworded, ...] = ()
        self._last: tuple[str, ...] = ()
        """Events of the last answer, to take it back."""
        self.rows: tuple[ChangedRow, ...] = ()
        """The cards as they are shown."""
        self._heading = label("heading", wrap=True)
        self.keep_all = Button("ghost", "", height=36)
        self._told = ElidedLabel("small", token="mut")
        self.undo = Button("quiet", self.tr("Undo"), icon="undo", height=30)
        self._done = QWidget()
        self._lay_out()
        self.keep_all.clicked.connect(self._on_keep_all)
        self.undo.clicked.connect(self._on_undo)

    def show_deck(self, deck_key: int) -> None:
        """Show the changed cards of a deck."""
        self._deck_key, self._last = deck_key, ()
        self._refresh()

    def take_changes(self, changes: Changes) -> None:
        """Something changed while the pane is shown."""
        if (changes.library or changes.progress) and changes.by is not self:
            self._refresh()

    def _refresh(self) -> None:
        try:
            self._found = self._services.identities.changed_since_learned(self._deck_key)
        except KeyError:  # the deck has gone
            self._found = ()
        was = {row.card: row for row in self.rows}
        self.rows = tuple(was.pop(card) if card in was else self._made(card) for card in self._found[:_SHOWN])
        for place, row in enumerate(self.rows):
            self._list.insertWidget(place, row)
        for row in was.values():
            row.hide()
            row.deleteLater()
        count = len(self._found)
        self._heading.setText(self.tr("%n cards changed since they were learned", "", count))
        self.keep_all.setText(self.tr("Keep all %n", "", count))
        self.keep_all.setVisible(count > 1)
        self._done.setVisible(bool(self._last))
        self.setVisible(bool(count or self._last))
        self.restyle()

    def _made(self, card: Reworded) -> "ChangedRow":
        row = ChangedRow(card, self._words.all_of(card.stake, self._services.now().study_day))
        row.kept.connect(self._on_kept)
        row.reset.connect(self._on_reset)
        return row

    # What the learner does

    def _on_kept(self, card: Reworded) -> None:
        self._keep([card])
        self._tell(self.tr("Kept: “{front}”").format(front=card.now.front))

    def _on_keep_all(self) -> None:
        cards = self._found
        self._keep(cards)
        self._tell(self.tr("%n cards kept", "", len(cards)))

    def _keep(self, cards: Sequence[Reworded]) -> None:
        mark = self._services.mark
        self._last = tuple(mark("keep", card.card_id, self, {"content": card.content}) for card in cards)

    def _on_reset(self, card: Reworded) -> None:
        self._last = (self._services.mark("reset", card.card_id, self),)
        self._tell(self.tr("To be learned anew: “{front}”").format(front=card.now.front))

    def _on_undo(self) -> None:
        self._services.unmark(self._last, self)
        self._last = ()
        self._tell(self.tr("Taken back."))

    def _tell(self, words: str) -> None:
        """Say what was done, and put the focus on the next card."""
        at = next((place for place, row in enumerate(self.rows) if row.isAncestorOf(self.focusWidget())), 0)
        self._told.setText(" ".join(words.split()))
        self._refresh()
        target = self.rows[min(at, len(self.rows) - 1)].keep_button if self.rows else self.undo
        target.setFocus()
        announce(self, words)

    # Build

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._heading, 1)
        head.addWidget(self.keep_all)
        about = label(
            "small",
            self.tr("Keep what you know by the new text as well; let the others begin anew."),
            "mut",
            wrap=True,
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        row = QHBoxLayout(self._done)
        row.setContentsMargins(0, 4, 0, 0)
        row.addWidget(self._told, 1)
        row.addWidget(self.undo)
        self.content.addLayout(head)
        self.content.addWidget(about)
        self.content.addLayout(self._list)
        self.content.addWidget(self._done)

    def restyle(self) -> None:
        for row in self.rows:
            row.fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()


class ChangedRow(QWidget):
    """One card: then and now, and what is to become of its progress."""

    kept, reset = Signal(object), Signal(object)
    """The Reworded: it is known all the same; it is to be learned anew."""

    def __init__(self, card: Reworded, stake: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = card
        told = stake if card.then else f"{stake}. {self.tr('How it read then is not known.')}"
        self.keep_button = Button("ghost", self.tr("Keep"), height=36)
        self.reset_button = Button("ghost", self.tr("Learn anew"), height=36)
        side = QVBoxLayout()
        side.setSpacing(1)
        for button in (self.keep_button, self.reset_button):
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            button.setAccessibleDescription(card.now.front)
            side.addWidget(button)
        side.addStretch(1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(16)
        self._both.addWidget(Wordings(card.then, card.now, told), 1)
        self._both.addLayout(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        column.addWidget(Hairline())
        column.addLayout(self._both)
        self.keep_button.clicked.connect(self._on_keep)
        self.reset_button.clicked.connect(self._on_reset)

    def fit(self, width: int) -> None:
        """Arrange for a pane of this width, px."""
        beside = width - 2 * MARGIN >= theme.px(ROOMY)
        down = QBoxLayout.Direction.TopToBottom
        self._both.setDirection(QBoxLayout.Direction.LeftToRight if beside else down)

    def _on_keep(self) -> None:
        self.kept.emit(self.card)

    def _on_reset(self) -> None:
        self.reset.emit(self.card)
