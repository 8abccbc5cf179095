"""Cards that were changed here and in their source: mine stays, theirs can be taken card by card."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.problems import QuizError
from quizapp.core.three_way import Clash
from quizapp.formats.yaml_edit import Value, item_data, items, set_keys
from quizapp.store.import_plan import Conflict, DeckPlan
from quizapp.ui import theme
from quizapp.ui.editor.words import FormWords
from quizapp.ui.kit import Kit
from quizapp.ui.report import words_of
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import CutLabel, label
from quizapp.ui.widgets.paint import MARGIN, announce
from quizapp.ui.widgets.panel import Hairline, Panel

_ROOMY = 560
"""Width from which mine and theirs stand side by side, px at 100 % text size."""
_SHOWN = 20
"""Cards at first; more come when they are wanted."""


class Met(Struct, frozen=True):
    """A conflict and the file that it is in."""

    path: Path
    conflict: Conflict


class ConflictsPanel(Panel):
    """A card after the other; hidden where there is none."""

    failed = Signal(str)
    """Why something could not be written, translated."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(radius=14, padding=(18, 12, 14, 12), parent=parent)
        self._kit = kit
        self._met: tuple[Met, ...] = ()
        self.rows: list[ConflictRow] = []
        self._heading = label("heading", wrap=True)
        self._why = label(
            "small",
            self.tr("Changed by you here, and in the source as well. Yours stays."),
            "mut",
            wrap=True,
        )
        self.rest = Button("quiet", "", icon="chevron-down", height=36)
        self.rest.clicked.connect(self._on_rest)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.content.setSpacing(4)
        self.content.addWidget(self._heading)
        self.content.addWidget(self._why)
        self.content.addLayout(self._list)
        self.content.addWidget(self.rest)

    def show_decks(self, decks: Sequence[DeckPlan]) -> None:
        """Show the conflicts of these."""
        self._met = tuple(Met(deck.opened.path, one) for deck in decks for one in deck.conflicts)
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        self._heading.setText(self.tr("%n cards were changed on both sides", "", len(self._met)))
        self._add_rows(_SHOWN)
        self.setVisible(bool(self._met))

    def _add_rows(self, most: int) -> None:
        for met in self._met[len(self.rows) : most]:
            row = ConflictRow(met)
            row.turned.connect(self._turn)
            self._list.addWidget(Hairline(inset=MARGIN))
            self._list.addWidget(row)
            self.rows.append(row)
        left = len(self._met) - len(self.rows)
        self.rest.setText(self.tr("Show %n more", "", left))
        self.rest.setVisible(left > 0)

    def _on_rest(self) -> None:
        first = len(self.rows)
        self._add_rows(len(self._met))
        self.rows[first].take.setFocus()

    def _turn(self, row: "ConflictRow") -> None:
        """Write the other side into the deck."""
        clashes = row.met.conflict.clashes
        values = {one.key: one.mine if row.taken else one.theirs for one in clashes}
        try:
            self._write(row.met, values)
        except QuizError as error:
            self.failed.emit(words_of(error))
            return
        row.show_taken(not row.taken)
        words = self.tr("Theirs is in the deck now.") if row.taken else self.tr("Yours is in the deck again.")
        announce(self, words)

    def _write(self, met: Met, values: dict[str, Value | None]) -> None:
        opened = self._kit.authoring.open(met.path)
        at = _index(opened.text, met.conflict.id)
        if at is None:
            raise QuizError("import_card_gone", file=met.path.name)
        words = self.tr("Take over “{card}”").format(card=met.conflict.front)
        self._kit.authoring.save_all([(opened, set_keys(opened.text, {at: values}).text)], words)


class ConflictRow(QWidget):
    """One card: each key that clashes, as it is here and as its source has it."""

    turned = Signal(object)
    """Itself: the user wants the other side."""

    def __init__(self, met: Met, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.met, self.taken = met, False
        self._names = FormWords(self)
        self._sides: list[QBoxLayout] = []
        self.take = Button("ghost", "", height=30)
        self.take.clicked.connect(partial(self.turned.emit, self))
        self.take.setAccessibleDescription(met.conflict.front)
        self._marks: list[tuple[CutLabel, CutLabel]] = []
        head = QHBoxLayout()
        head.addWidget(CutLabel("strong", met.conflict.front), 1)
        head.addWidget(self.take)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(MARGIN, 2, 0, 4)
        rows.setSpacing(2)
        rows.addLayout(head)
        for clash in met.conflict.clashes:
            rows.addLayout(self._clash(clash))
        self.show_taken(False)

    def _clash(self, clash: Clash[Value]) -> QBoxLayout:
        sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        sides.setSpacing(16)
        marks = []
        for value in (clash.mine, clash.theirs):
            side = QVBoxLayout()
            side.setSpacing(0)
            mark = CutLabel("label", token="mut")
            mark.setObjectName(self._names.name_of(clash.key))
            marks.append(mark)
            side.addWidget(mark)
            side.addWidget(label("row", _shown(value) or "–", wrap=True))
            side.addStretch(1)
            sides.addLayout(side, 1)
        self._marks.append((marks[0], marks[1]))
        self._sides.append(sides)
        return sides

    def show_taken(self, taken: bool) -> None:
        """Which side is in the deck now."""
        self.taken = taken
        self.take.setText(self.tr("Keep yours after all") if taken else self.tr("Take theirs"))
        for mine, theirs in self._marks:
            key = mine.objectName()
            for mark, words, stays in (
                (mine, self.tr("{key}, yours"), not taken),
                (theirs, self.tr("{key}, theirs"), taken),
            ):
                mark.setText(words.format(key=key) + (f" ({self.tr('in the deck')})" if stays else ""))
                mark.set_token("good" if stays else "mut")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= theme.px(_ROOMY)
        towards = QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom
        for sides in self._sides:
            sides.setDirection(towards)


def _shown(value: Value | None) -> str:
    """A value of a deck file in a line or a few."""
    if isinstance(value, list):
        return "\n".join(_shown(one) for one in value)
    if isinstance(value, dict):
        return "\n".join(f"{key}: {_shown(one)}" for key, one in value.items())
    return "" if value is None else str(value)


def _index(text: str, own: str) -> int | None:
    """Where a card of this id stands among a deck's."""
    for at, item in enumerate(items(text)):
        if item.readable and item_data(text, at).get("id") == own:
            return at
    return None
