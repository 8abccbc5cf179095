"""Groups above, and below them the items that are sorted into them."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QButtonGroup, QWidget

from quizapp.ui import theme
from quizapp.ui.presses import Press, arrows_to
from quizapp.ui.richtext import Viewers
from quizapp.ui.widgets.board import Board, Place, turned
from quizapp.ui.widgets.choice_row import PAD, RowState
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.place_row import GroupRow, ItemRow, chip_width, chip_words
from quizapp.ui.widgets.roving import Roving

_MOST_COLUMNS = 4
_BETWEEN = 12
_CHIP_SHARE = 0.4
_LEAST_WORDS = 240
"""Room that an item keeps beside its chip, px at 100 % text size."""


class SortBoard(Board):
    """A digit puts the item that has the focus into the group of that number; the arrows to the sides put it
    into the next one.
    """

    def __init__(
        self, viewers: Viewers, groups: Sequence[str], items: Sequence[str], parent: QWidget | None = None
    ) -> None:
        """groups, items: Markdown."""
        super().__init__(parent)
        self._viewers = viewers
        self._states: Sequence[RowState] = ()
        self._notes: Sequence[str] = ()
        self._names = [viewers.text(group, role="label") for group in groups]
        self.groups = [
            GroupRow(viewers.text(group, role="answer"), number, self)
            for number, group in enumerate(groups, start=1)
        ]
        self.items = [ItemRow(viewers.text(item, role="answer"), len(groups), self) for item in items]
        for name in self._names:
            name.setParent(self)
            name.changed.connect(self.settle)
        for group in self.groups:
            group.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._roving = Roving(self.items, self)
        self._roving.came_to.connect(self._come_to)
        self._group = QButtonGroup(self, exclusive=False)
        for index, row in enumerate(self.groups):
            self._group.addButton(row, index)
        self._group.idClicked.connect(self._put)
        self.watch_drags(self.items, self.groups)
        for item in self.items:
            item.passes_enter = True
        self.dress()

    # What is shown

    def show_result(self, at: Mapping[int, int], states: Sequence[RowState], notes: Sequence[str]) -> None:
        """Groups after the check; state of each item and what is to be said of it, Markdown or ""."""
        self.close_board()
        self.at, self._states, self._notes = at, states, notes
        self.dress()
        self.settle()

    def dress(self) -> None:
        for index, group in enumerate(self.groups):
            group.count = sum(its == index for its in self.at.values())
            said = self.tr("%n items", "", group.count)
            if self.open:
                group.show_place(said)
            else:
                group.show_state("left_out", said)
        for index, item in enumerate(self.items):
            self._dress_item(index, item)

    def _dress_item(self, index: int, item: ItemRow) -> None:
        group = self.at.get(index)
        item.chip = None if group is None else (group + 1, self._names[group])
        said = self.tr("not sorted yet")
        if group is not None:
            said = self.tr("in {group}").format(group=self.groups[group].plain)
        if self.open:
            item.show_place(said, active=index == self.turn)
            return
        words = {"right": self.tr("right"), "wrong": self.tr("wrong"), "missed": self.tr("missed")}
        note = self._notes[index]
        text = self._viewers.text(note, role="small", token="text") if note else None
        item.set_note(text)
        item.show_state(self._states[index], ", ".join((said, words[self._states[index]])))

    def restyle(self) -> None:
        for name in self._names:
            name.restyle()
        super().restyle()

    def show_drag(self, thing: int, place: QPoint | None, target: int) -> None:
        for index, row in enumerate(self.groups):
            row.show_place(self.tr("%n items", "", row.count), active=index == target)
        cursor = Qt.CursorShape.PointingHandCursor if place is None else Qt.CursorShape.ClosedHandCursor
        self.items[thing].setCursor(cursor)
        self.dress_items()

    def dress_items(self) -> None:
        """Show whose turn it is."""
        for index, item in enumerate(self.items):
            self._dress_item(index, item)

    # Where it stands

    def places(self, width: int) -> list[Place]:
        columns = self._columns(width)
        across = (width - 2 * MARGIN - (columns - 1) * 2 * MARGIN) // columns + 2 * MARGIN
        found: list[Place] = []
        top = 0
        for first in range(0, len(self.groups), columns):
            line = self.groups[first : first + columns]
            height = max(row.heightForWidth(across) for row in line)
            for column, row in enumerate(line):
                found.append((row, QRect(column * across, top, across, height)))
            top += height
        top += _BETWEEN
        for item in self.items:
            height = item.heightForWidth(width)
            found.append((item, QRect(0, top, width, height)))
            top += height
        if self.isRightToLeft():
            found = [(row, turned(place, width)) for row, place in found]
        return found

    def _columns(self, width: int) -> int:
        """Groups side by side: as many as there are, if none of them wraps."""
        widest = max(row.natural_width() for row in self.groups)
        most = min(len(self.groups), _MOST_COLUMNS)
        return next((n for n in range(most, 1, -1) if widest * n <= width), 1)

    def _place(self) -> None:
        self._make_room(self.width())
        super()._place()

    def heightForWidth(self, width: int) -> int:
        self._make_room(width)
        return super().heightForWidth(width)

    def _make_room(self, width: int) -> None:
        """Give all chips one width, and the height of the highest."""
        visible = width - 2 * MARGIN
        wanted = chip_width(max(name.natural_width() for name in self._names), len(self.groups))
        below = visible - min(wanted, visible * _CHIP_SHARE) < theme.px(_LEAST_WORDS)
        room = min(wanted, visible - 2 * PAD if below else visible * _CHIP_SHARE)
        words = max(name.height(chip_words(room, len(self.groups))) for name in self._names)
        for item in self.items:
            item.set_room(room, words, below=below)

    # What the learner does

    def focus_turn(self) -> None:
        self.items[self.turn].setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, thing: int) -> None:
        self.turn = thing
        self.dress_items()
        self.focus_turn()

    def press_digit(self, digit: int) -> bool:
        if not (self.open and 1 <= digit <= len(self.groups)):
            return False
        self._put(digit - 1)
        return True

    def keys_to_put(self, thing: int, target: int) -> Iterator[Press]:
        """With the arrow to the side, as not every group need have a digit; it goes round past the last."""
        yield from arrows_to(self.items, thing)
        for _ in self.groups:
            if self.at.get(thing) != target:
                yield Qt.Key.Key_Right

    def _put(self, group: int) -> None:
        if self.open:
            self.put_wanted.emit(self.turn, group, True)

    def _come_to(self, index: int) -> None:
        if self.open:
            self.turn = index
            self.dress_items()
            self.in_use.emit(self.items[index])

    def rows_in_reach(self) -> Sequence[ItemRow]:
        return self.items

    def move_across(self, step: int) -> None:
        now = self.at.get(self.turn)
        start = -1 if step > 0 else len(self.groups)
        to = (start if now is None else now) + step
        self.put_wanted.emit(self.turn, to % len(self.groups), False)
