"""The regions of a picture: drawn on it, named and measured in the table below it."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.core.kinds.regions import Region, read_region
from quizapp.core.region_edits import SIDES, fresh, written
from quizapp.ui import pictures, theme
from quizapp.ui.editor.entrance import Entrance
from quizapp.ui.editor.region_canvas import NONE, RegionCanvas
from quizapp.ui.editor.region_row import NUMBER, RegionRow, side_words
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.keycap import KeyCap
from quizapp.ui.widgets.label import Label, label
from quizapp.ui.widgets.paint import Styled, announce

Texts = tuple[tuple[str, str], ...]
"""(answer, rectangle as a deck has it) of each region, in the author's order."""
_NARROW = 380
"""Below so many px the numbers stand under the answer."""
_CROSS = 36


class RegionEditor(Styled, Entrance):
    """Shows the regions of a card, and says what they have become. What cannot be read stays as it was."""

    changed = Signal(object)
    """Texts, after each change that the user makes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._name = ""
        self._texts: Texts = ()
        self._at = NONE
        self.canvas = RegionCanvas(self._load, (), name="")
        self.rows: list[RegionRow] = []
        self._head = self._make_head()
        self._table = QVBoxLayout()
        self._table.setSpacing(0)
        self._new = Button("quiet", self.tr("Region"), key=self.tr("N"), icon="plus", height=30)
        self._new.clicked.connect(self._add_fresh)
        self._hints = self._make_hints()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(self.canvas)
        whole.addWidget(self._head)
        whole.addLayout(self._table)
        whole.addWidget(_beside(self._new, label("small", self.tr("or drag on the picture"), "mut")))
        whole.addWidget(self._hints)
        self.entrance = self.canvas
        self._listen()
        self.restyle()

    def _listen(self) -> None:
        canvas = self.canvas
        canvas.chosen.connect(self._choose_readable)
        canvas.previewed.connect(self._preview)
        canvas.edited.connect(self._take_region)
        canvas.drawn.connect(self._add_drawn)
        canvas.new_wanted.connect(self._add_fresh)
        canvas.removed.connect(self._remove_readable)
        canvas.naming_wanted.connect(self._edit_answer)

    def _make_head(self) -> QWidget:
        head = QWidget()
        head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 4, 0, 0)
        row.setSpacing(0)
        row.addWidget(Label("label", self.tr("Answer"), token="mut"), 1)
        self._captions = [Label("label", side_words(self)[side], token="mut") for side in SIDES]
        for caption in self._captions:
            caption.setAlignment(caption.alignment().AlignCenter)
            row.addWidget(caption)
        self._over_cross = QWidget()
        row.addWidget(self._over_cross)
        return head

    def _make_hints(self) -> Flow:
        words = (
            (self.tr("Tab"), self.tr("next")),
            (self.tr("Arrows"), self.tr("move 1 %")),
            (self.tr("Shift Arrows"), self.tr("size 1 %")),
            (self.tr("Ctrl"), self.tr("steps of 0.1 %")),
            (self.tr("Enter"), self.tr("answer")),
            (self.tr("Del"), self.tr("remove")),
        )
        return Flow(*(_beside(KeyCap(key), label("small", meaning, "mut")) for key, meaning in words), gap=10)

    def restyle(self) -> None:
        for caption in self._captions:
            caption.setFixedWidth(theme.px(NUMBER))
        self._over_cross.setFixedWidth(theme.px(_CROSS - 8) + 8)
        self._stack()

    # What is shown

    def show_picture(self, folder: Path | None, name: str, alt: str = "") -> None:
        """folder: of the deck, None while it has none; name: as the card gives it; alt: it in words."""
        if (folder, name) == (self._folder, self._name):
            return
        self._folder, self._name = folder, name
        self.canvas.show_picture(self._load, name=name, words=alt)

    def show_regions(self, texts: Sequence[tuple[str, str]]) -> None:
        """Show what the card says; what is worked on stays, where it is still there."""
        shown = tuple((answer, text) for answer, text in texts)
        if shown != self._texts:
            self._texts = shown
            self._show()

    @property
    def texts(self) -> Texts:
        """What the regions say now."""
        return self._texts

    def _load(self, fill: QSize) -> QImage | None:
        if self._folder is None or not self._name:
            return None
        scheme, backing = theme.current().scheme, theme.color("card")
        return pictures.load(self._folder, self._name, scheme=scheme, backing=backing, fill=fill)

    def _regions(self) -> list[tuple[int, Region]]:
        """Those that can be read, with their places."""
        found = ((at, read_region(answer, text)) for at, (answer, text) in enumerate(self._texts))
        return [(at, region) for at, region in found if region is not None]

    def _place(self, readable: int) -> int:
        """Where a region of the canvas stands among all."""
        return self._regions()[readable][0] if readable != NONE else NONE

    def _show(self) -> None:
        self._at = min(self._at, len(self._texts) - 1)
        while len(self.rows) > len(self._texts):
            row = self.rows.pop()
            self._table.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(self._texts):
            self._add_row()
        self._order_tabs()
        for row, (answer, text) in zip(self.rows, self._texts, strict=True):
            row.show_region(answer, read_region(answer, text))
        self._show_chosen()
        self._stack()

    def _order_tabs(self) -> None:
        """From the picture through the rows to the button below them."""
        stops: list[QWidget] = [self.canvas]
        for row in self.rows:
            stops += [row.answer, *row.numbers.values(), row.cross]
        for one, other in pairwise([*stops, self._new]):
            QWidget.setTabOrder(one, other)

    def _show_chosen(self) -> None:
        regions = self._regions()
        readable = next((number for number, (at, _) in enumerate(regions) if at == self._at), NONE)
        self.canvas.show_regions([region for _, region in regions], readable)
        for at, row in enumerate(self.rows):
            row.show_chosen(at == self._at)

    def _add_row(self) -> None:
        row = RegionRow()
        row.chosen.connect(self._choose_row)
        row.named.connect(self._take_name)
        row.measured.connect(self._take_measure)
        row.dropped.connect(self._drop_row)
        row.done.connect(self._back_to_picture)
        self.rows.append(row)
        self._table.addWidget(row)

    def _stack(self) -> None:
        stacked = self.width() < theme.px(_NARROW)
        self._head.setVisible(bool(self.rows) and not stacked)
        for row in self.rows:
            row.show_stacked(stacked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack()

    # What is worked on

    def _choose(self, at: int) -> None:
        if at != self._at:
            self._at = at
            self._show_chosen()

    def _choose_readable(self, readable: int) -> None:
        self._choose(self._place(readable))

    def _choose_row(self, row: RegionRow) -> None:
        self._choose(self.rows.index(row))

    def _edit_answer(self, readable: int) -> None:
        field = self.rows[self._place(readable)].answer
        field.setFocus()
        field.selectAll()

    def _back_to_picture(self) -> None:
        self.canvas.setFocus()

    def _preview(self, readable: int, region: Region) -> None:
        self.rows[self._place(readable)].show_region(region.label, region)

    # What it becomes

    def _say(self, texts: Texts) -> None:
        self._texts = texts
        self._show()
        self.changed.emit(texts)

    def _put(self, at: int, answer: str, text: str) -> None:
        self._say((*self._texts[:at], (answer, text), *self._texts[at + 1 :]))

    def _take_region(self, readable: int, region: Region) -> None:
        self._put(self._place(readable), region.label, written(region))

    def _take_measure(self, row: RegionRow, region: Region) -> None:
        at = self.rows.index(row)
        self._put(at, self._texts[at][0], written(region))

    def _take_name(self, row: RegionRow, answer: str) -> None:
        at = self.rows.index(row)
        self._put(at, answer, self._texts[at][1])

    def _drop_row(self, row: RegionRow) -> None:
        self._remove(self.rows.index(row))

    def _remove_readable(self, readable: int) -> None:
        self._remove(self._place(readable))

    def _remove(self, at: int) -> None:
        answer = self._texts[at][0]
        self.canvas.setFocus()
        self._texts = self._texts[:at] + self._texts[at + 1 :]
        there = [place for place, _ in self._regions()]
        self._at = min(there, key=lambda place: abs(place - at), default=NONE)
        self._say(self._texts)
        announce(self, self.tr("{label} removed").format(label=answer))

    def _add_fresh(self) -> None:
        """By key: in the middle; it is put in its place before it is named."""
        self._add(fresh("", [region for _, region in self._regions()]))
        self.canvas.setFocus()
        announce(self.canvas, self.canvas.words)

    def _add_drawn(self, region: Region) -> None:
        """By mouse it is in its place already: it wants its name."""
        self._add(region)
        answer = self.rows[-1].answer
        answer.setFocus()
        answer.selectAll()

    def _add(self, region: Region) -> None:
        named = replace(region, label=self._free_name())
        self._at = len(self._texts)
        self._say((*self._texts, (named.label, written(named))))

    def _free_name(self) -> str:
        taken = {answer for answer, _ in self._texts}
        number = len(self._texts) + 1
        while (name := self.tr("Part {number}").format(number=number)) in taken:
            number += 1
        return name


def _beside(*widgets: QWidget) -> QWidget:
    """Widgets in a line of their own."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch(1)
    return line
