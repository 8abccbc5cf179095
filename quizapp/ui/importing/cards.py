"""The cards as they will look: the present one in full, its neighbours in a line."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core import trial
from quizapp.store.examining import Preview
from quizapp.ui.browse.summary import Tag
from quizapp.ui.editor.trial import Trial
from quizapp.ui.kit import Kit
from quizapp.ui.richtext import Viewers
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import CutLabel, label
from quizapp.ui.widgets.paint import CARD_RADIUS, MARGIN, announce
from quizapp.ui.widgets.panel import Hairline, Panel
from quizapp.ui.widgets.stepper import Stepper

_BEFORE, _AFTER = 1, 2
"""Neighbours in a line each."""
_TAGS = 3
"""Shown on a card; the others are counted."""


class CardsPane(QWidget):
    """Steps through the cards; Alt+Left and Alt+Right are the screen's."""

    link_clicked = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._previews: tuple[Preview, ...] = ()
        self._unit = ""
        self._at = 0
        self.stepper = Stepper(self.tr("Previous card"), self.tr("Next card"))
        self.stepper.stepped.connect(self.step)
        self._before = [_Neighbour() for _ in range(_BEFORE)]
        self._after = [_Neighbour() for _ in range(_AFTER)]
        self.face = CardFace(kit)
        self.face.link_clicked.connect(self.link_clicked)
        self._none = label("row", self.tr("No card comes of it as it is read now."), "mut", wrap=True)
        self._none.setContentsMargins(MARGIN, 4, MARGIN, 0)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 0, 0, 0)
        head.addWidget(CutLabel("heading", self.tr("Cards as they will look")), 1)
        head.addWidget(self.stepper)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addLayout(head)
        for widget in (self._none, *self._before, self.face, *self._after):
            rows.addWidget(widget)
        rows.addStretch(1)

    @property
    def at(self) -> int:
        """Which card is shown, from 0."""
        return self._at

    @property
    def present(self) -> Preview | None:
        return self._previews[self._at] if self._previews else None

    def show_previews(self, previews: tuple[Preview, ...], unit: str) -> None:
        """The same place of the source as before, if it still makes a card.

        unit: what places of the source count, translated.
        """
        line = self.present.line if self.present else 0
        self._previews, self._unit = previews, unit
        same = (at for at, one in enumerate(previews) if one.line == line and line)
        self._at = next(same, min(self._at, max(0, len(previews) - 1)))
        self._show()

    def step(self, by: int) -> None:
        """To the next card, or the one before."""
        if self._previews:
            self._at = (self._at + by) % len(self._previews)
            self._show()
            present = self._previews[self._at]
            words = self.tr("Card {number} of {total}: {front}")
            front = present.note.front(present.note.parts[0])
            announce(self, words.format(number=self._at + 1, total=len(self._previews), front=front))

    def _show(self) -> None:
        self.stepper.show_steps(self._at, len(self._previews))
        self._none.setVisible(not self._previews)
        for by, row in zip(range(-_BEFORE, 0), self._before, strict=True):
            row.show_preview(self._near(by))
        for by, row in enumerate(self._after, start=1):
            row.show_preview(self._near(by))
        present = self.present
        place = ""
        if present is not None and present.line:
            place = self.tr("from {unit} {number}").format(unit=self._unit, number=present.line)
        self.face.show_preview(present, place)

    def _near(self, by: int) -> Preview | None:
        at = self._at + by
        return self._previews[at] if 0 <= at < len(self._previews) else None


class CardFace(Panel):
    """One card as it is studied, with its answer."""

    link_clicked = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(radius=CARD_RADIUS, padding=(20, 14, 20, 12), parent=parent)
        self._kit = kit
        self._shown: Preview | None = None
        self._aside = QWidget()
        self._tags: QWidget = QWidget()
        self._place = label("small", token="mut")
        self.trial: Trial | None = None
        aside = QHBoxLayout(self._aside)
        aside.setContentsMargins(0, 0, MARGIN, 0)
        aside.setSpacing(8)
        aside.addWidget(self._tags)
        aside.addWidget(self._place)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(self._aside, 0, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignTrailing)
        self.content.addLayout(self._grid)

    def show_preview(self, preview: Preview | None, place: str) -> None:
        """place: where it comes from, translated."""
        self.setVisible(preview is not None)
        self._place.setText(place)
        if preview == self._shown:
            return
        self._shown = preview
        self.setUpdatesEnabled(False)
        if self.trial is not None:
            self._grid.removeWidget(self.trial)
            self.trial.hide()
            self.trial.deleteLater()
            self.trial = None
        if preview is not None:
            self._show_tags(preview.note.tags)
            asked = trial.asked(preview.note, preview.deck, preview.note.parts[0])
            self.trial = Trial(asked, self._kit.maths, solved=True)
            self.trial.link_clicked.connect(self.link_clicked)
            self._grid.addWidget(self.trial, 0, 0)
            self.trial.show()
            if not asked.kind.scored(asked.question, asked.item.part):
                self._show_plainly(self.trial, preview)
            self._aside.raise_()
        self.setUpdatesEnabled(True)

    def _show_plainly(self, shown: Trial, preview: Preview) -> None:
        """Of a card that one judges by oneself: nobody asks how well it was known."""
        if shown.column.panel is not None:
            shown.column.panel.hide()
        if preview.note.explain:
            viewers = Viewers(Path(preview.deck.path).parent, self._kit.maths)
            text = viewers(preview.note.explain, role="row", token="mut")
            text.anchorClicked.connect(self._on_link)
            rows = shown.column.layout()
            assert isinstance(rows, QVBoxLayout)
            rows.addSpacing(8)
            rows.addWidget(Hairline(inset=MARGIN))
            rows.addWidget(_inset(text))

    def _on_link(self, target: QUrl) -> None:
        self.link_clicked.emit(target.toString())

    def _show_tags(self, tags: tuple[str, ...]) -> None:
        words = list(tags[:_TAGS]) + ([f"+{len(tags) - _TAGS}"] if len(tags) > _TAGS else [])
        fresh = Flow(*(Tag(word, 0) for word in words), gap=4)
        layout = self._aside.layout()
        assert layout is not None
        layout.replaceWidget(self._tags, fresh)
        self._tags.hide()
        self._tags.deleteLater()
        self._tags = fresh
        fresh.show()


class _Neighbour(Panel):
    """A card in a line."""

    def __init__(self) -> None:
        super().__init__(radius=14, padding=(20, 8, 14, 8))
        self._front, self._back = CutLabel("button"), CutLabel("row", token="mut")
        self._tag = Tag("", 0)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self._front, 0)
        line.addWidget(self._back, 1)
        line.addWidget(self._tag)
        self.content.addLayout(line)

    def show_preview(self, preview: Preview | None) -> None:
        self.setVisible(preview is not None)
        if preview is not None:
            note, part = preview.note, preview.note.parts[0]
            self._front.setText(" ".join(note.front(part).split()))
            self._back.setText(" ".join(note.back(part).split()))
            self._tag.setText(note.tags[0] if note.tags else "")
            self._tag.setVisible(bool(note.tags))
            self._tag.updateGeometry()


def _inset(widget: QWidget) -> QWidget:
    """In line with the borders of what stands above."""
    holder = QWidget()
    rows = QVBoxLayout(holder)
    rows.setContentsMargins(MARGIN, 4, MARGIN, 0)
    rows.addWidget(widget)
    return holder
