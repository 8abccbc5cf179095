"""The cards as they will look: the present one in full, its neighbours in a line."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.store.examining import Preview
from quizapp.ui.editor.preview import PreviewPane
from quizapp.ui.kit import Kit
from quizapp.ui.widgets.label import CutLabel, label
from quizapp.ui.widgets.paint import MARGIN, announce
from quizapp.ui.widgets.panel import Panel
from quizapp.ui.widgets.stepper import Stepper


class CardsPane(QWidget):
    """Steps through the cards; Alt+Left and Alt+Right are the screen's."""

    link_clicked = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._previews: tuple[Preview, ...] = ()
        self._at = 0
        self.stepper = Stepper(self.tr("Previous card"), self.tr("Next card"))
        self.stepper.stepped.connect(self.step)
        self._place = label("small", token="mut")
        self._before, self._after = _Neighbour(), _Neighbour()
        self.pane = PreviewPane(None, kit)
        self.pane.link_clicked.connect(self.link_clicked)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 0, 0, 4)
        head.addWidget(CutLabel("heading", self.tr("Cards as they will look")), 1)
        head.addWidget(self._place)
        head.addWidget(self.stepper)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self._before)
        rows.addWidget(self.pane, 1)
        rows.addWidget(self._after)

    @property
    def present(self) -> Preview | None:
        return self._previews[self._at] if self._previews else None

    def show_previews(self, previews: tuple[Preview, ...]) -> None:
        """The same place as before, if there are as many."""
        self._previews = previews
        self._at = min(self._at, max(0, len(previews) - 1))
        self._show()

    def step(self, by: int) -> None:
        """To the next card, or the one before."""
        if self._previews:
            self._at = (self._at + by) % len(self._previews)
            self._show()
            words = self.tr("Card {number} of {total}: {front}")
            front = self._previews[self._at].note.front(self._previews[self._at].note.parts[0])
            announce(self, words.format(number=self._at + 1, total=len(self._previews), front=front))

    def _show(self) -> None:
        present = self.present
        self.stepper.show_steps(self._at, len(self._previews))
        self._before.show_preview(self._previews[self._at - 1] if self._at else None)
        more = self._at + 1 < len(self._previews)
        self._after.show_preview(self._previews[self._at + 1] if more else None)
        self.pane.setVisible(present is not None)
        self._place.setVisible(present is not None)
        if present is None:
            self.pane.clear()
            return
        self._place.setText(self.tr("from {place}").format(place=present.line) if present.line else "")
        self.pane.forget_part()
        self.pane.show_note(present.note, present.deck)


class _Neighbour(Panel):
    """A card in a line."""

    def __init__(self) -> None:
        super().__init__(radius=14, padding=(18, 8, 18, 8))
        self._front, self._back = CutLabel("strong"), CutLabel("row", token="mut")
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self._front)
        line.addWidget(self._back, 1)
        self.content.addLayout(line)

    def show_preview(self, preview: Preview | None) -> None:
        self.setVisible(preview is not None)
        if preview is not None:
            part = preview.note.parts[0]
            self._front.setText(" ".join(preview.note.front(part).split()))
            self._back.setText(" ".join(preview.note.back(part).split()))
