"""Where the panes of the editor stand: side by side where there is room, else behind each other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from quizapp.ui import theme
from quizapp.ui.editor.card_list import CardList
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.paint import MARGIN, Styled
from quizapp.ui.widgets.panes import Panes

_CARDS, _PREVIEW, _PREVIEW_BY_YAML, _GAP = 232, 304, 276, 6
_NO_PREVIEW, _NO_LIST = 836, 576
"""Width of the editor at 100 % text size, px, below which the preview, or the list, gives way: of a window of
900 and of 640 without the rail."""
FORM, YAML, PREVIEW = range(3)
_LONGEST = 36
"""Letters of a card's question on the button that opens the list."""


class Arrangement(Styled, QWidget):
    """Cards, form or YAML, preview. Which views there are to choose from depends on the room."""

    room_changed = Signal()
    """`modes` is another, or whether the list stands beside the rest."""

    def __init__(
        self, cards: CardList, form: QWidget, yaml: QWidget, preview: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._cards, self._preview = cards, preview
        self._mode = FORM
        self._roomy = self._listed = True
        self._fitted: tuple[int, int] | None = None
        self.views = QStackedWidget()
        for view in (form, yaml):
            self.views.addWidget(view)
        self.which = Button("ghost", "", icon="browse", height=36)
        self.which.clicked.connect(self._toggle_list)
        self.which.hide()
        self.panes = Panes(Qt.Orientation.Horizontal)
        self.panes.setHandleWidth(_GAP)
        for pane in (cards, self.views, preview):
            self.panes.addWidget(pane)
        self.panes.setStretchFactor(1, 1)
        self.panes.reset.connect(self._share)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.which, alignment=Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self.panes, 1)

    @property
    def modes(self) -> int:
        """How many views there are to choose from: the preview is one where it has no place of its own."""
        return 2 if self._roomy else 3

    @property
    def roomy(self) -> bool:
        """True if the preview has a place of its own."""
        return self._roomy

    @property
    def mode(self) -> int:
        return self._mode

    def show_mode(self, mode: int) -> None:
        """Form, YAML, or the preview in their place."""
        self._mode = min(mode, self.modes - 1)
        if self._mode != PREVIEW:
            self.views.setCurrentIndex(self._mode)
        self._place()
        if self._roomy:
            self._share()

    def show_card(self, words: str) -> None:
        """Which card is shown, for the button that stands in the list's place."""
        self.which.setText(words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…")

    def close_list(self) -> None:
        """A card was chosen from the list that stood in the others' place."""
        if not self._listed and self._cards.isVisible():
            self._toggle_list()

    def open_list(self) -> None:
        """Have the list in view."""
        if not self._listed and self._cards.isHidden():
            self._toggle_list()

    def focus_cards(self) -> None:
        """To the list of cards, or to the button that opens it."""
        self._cards.focus_list() if self._cards.isVisible() else self.which.setFocus()

    def _toggle_list(self) -> None:
        shown = self._cards.isHidden()
        self._cards.setVisible(shown)
        self.views.setVisible(not shown and self._mode != PREVIEW)
        self._preview.setVisible(not shown and self._mode == PREVIEW)
        if shown:
            self._cards.focus_list()

    def _place(self) -> None:
        self._cards.setVisible(self._listed)
        self.which.setVisible(not self._listed)
        self.views.setVisible(self._mode != PREVIEW)
        self._preview.setVisible(self._roomy or self._mode == PREVIEW)

    def _share(self) -> None:
        """The sizes that they have at first."""
        cards = theme.px(_CARDS) + 2 * MARGIN
        preview = theme.px(_PREVIEW if self._mode == FORM else _PREVIEW_BY_YAML) + 2 * MARGIN
        self.panes.setSizes([cards, max(1, self.width() - cards - preview - 2 * _GAP), preview])

    def restyle(self) -> None:
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fitted = (self.width(), theme.current().text_percent)
        if fitted == self._fitted:
            return
        first, self._fitted = self._fitted is None, fitted
        roomy, listed = self.width() >= theme.px(_NO_PREVIEW), self.width() >= theme.px(_NO_LIST)
        if (roomy, listed) != (self._roomy, self._listed) or first:
            self._roomy, self._listed = roomy, listed
            self._mode = min(self._mode, self.modes - 1)
            self._place()
            self._share()
            self.room_changed.emit()
