"""For which decks the settings are shown and set."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from quizapp.store.scopes import Folder
from quizapp.store.shelf import DeckFile
from quizapp.ui import theme
from quizapp.ui.preferences.book import ALL, Scope
from quizapp.ui.preferences.panels import RADIUS
from quizapp.ui.preferences.row import PAD
from quizapp.ui.widgets.dropdown import Choice, DropDown
from quizapp.ui.widgets.label import Label, label
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.panel import Panel

_SCOPE_W = 250
"""Of the drop-down at most, at 100 % text size, px."""


class ScopeBar(Panel):
    """All decks, those of a folder, or one of them."""

    chosen = Signal(object)
    """The Scope of the user's choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=RADIUS, padding=(PAD - MARGIN, 8, PAD - MARGIN, 8), parent=parent)
        self.scopes: tuple[Scope, ...] = (ALL,)
        """What the drop-down offers, in order."""
        self.scope = DropDown(self.tr("These apply to"), direct=False)
        self.scope.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.fact = Label("small", token="mut", wrap=True)
        self.fact.setContentsMargins(MARGIN, 0, MARGIN, 0)
        lead = label("button", self.tr("These apply to"))
        lead.setContentsMargins(MARGIN, 0, 4, 0)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(4)
        self._both.addWidget(lead)
        self._both.addWidget(self.scope)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rows.setSpacing(4)
        self._rows.addLayout(self._both)
        self._rows.addWidget(self.fact, 1)
        self.content.addLayout(self._rows)
        self.scope.chosen.connect(self._on_chosen)

    def show_scope(
        self, folders: Sequence[Folder], decks: Sequence[DeckFile], shown: Scope, own: int, deviating: int
    ) -> None:
        """own: values that the deck or folder has of its own; deviating: decks that have such."""
        titles = [file.title for file in decks]
        names = [
            self.tr("Deck: {deck}").format(
                deck=f"{file.title} ({file.course})" if titles.count(file.title) > 1 else file.title
            )
            for file in decks
        ]
        inside = [self.tr("Folder: {folder}").format(folder=folder.name) for folder in folders]
        self.scopes = (
            ALL,
            *(Scope(folder=folder.path) for folder in folders),
            *(Scope(deck_key=file.deck_key) for file in decks),
        )
        choices = [
            Choice(self.tr("All decks")),
            *(Choice(name, "browse") for name in inside),
            *(Choice(name, "study") for name in names),
        ]
        self.scope.show_choices(choices, self.scopes.index(shown))
        if not shown.is_all:
            said = self.tr("%n set here, the rest as for all decks", "", own)
            self.fact.setText(said if own else self.tr("Nothing is set here"))
        else:
            said = self.tr("%n decks have settings of their own", "", deviating)
            self.fact.setText(said if deviating else "")
        self.fact.setVisible(bool(self.fact.text()))

    def restyle(self) -> None:
        self.scope.setMaximumWidth(theme.px(_SCOPE_W) + 2 * MARGIN)
        way = QBoxLayout.Direction.LeftToRight if theme.roomy() else QBoxLayout.Direction.TopToBottom
        self._rows.setDirection(way)
        self._both.setDirection(way)

    def _on_chosen(self, at: int) -> None:
        self.chosen.emit(self.scopes[at])
