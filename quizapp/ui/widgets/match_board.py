"""Two columns whose rows are joined: side by side with curves between them, or one below the other."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtWidgets import QButtonGroup, QWidget

from quizapp.ui import theme
from quizapp.ui.presses import Press, to_press
from quizapp.ui.richtext import Viewers
from quizapp.ui.widgets.board import Board, Place, turned
from quizapp.ui.widgets.choice_row import RowState
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.place_row import CapRow
from quizapp.ui.widgets.roving import Roving
from quizapp.ui.widgets.threads import Thread, Threads

_GAP = 76
_SIDE_BY_SIDE_FROM = 640
_LEAST_SHARE, _MOST_SHARE = 0.3, 0.45
_MOST_LINES = 3.5
"""A text of more lines than that stands better in a row of the whole width."""
_INK = {"right": ("good", False, "check"), "missed": ("good", False, ""), "wrong": ("bad", True, "cross")}
"""State of a pair after the check -> ink of its curve, dashed?, sign at its start."""


class MatchBoard(Board):
    """Lefts are joined to rights. A digit means the row of that number in the column where the focus is; once
    a left row is chosen the focus goes to the right column, and back when the pair is joined.
    """

    def __init__(
        self, viewers: Viewers, lefts: Sequence[str], rights: Sequence[str], parent: QWidget | None = None
    ) -> None:
        """lefts, rights: Markdown."""
        super().__init__(parent)
        self._viewers, self._right_texts = viewers, tuple(rights)
        self._choosing = False  # is the focus in the right column?
        self._stacked = False
        self._states: Sequence[RowState] = ()
        self._notes: Sequence[str] = ()
        self._noted: dict[CapRow, str] = {}  # what stands below their texts
        self.lefts = self._rows(lefts)
        self._between = label("small", self.tr("To choose from"), "mut")
        self._between.setParent(self)
        self.rights = self._rows(rights)
        self._threads = Threads(self)
        self._roving = Roving([*self.lefts, *self.rights], self)
        self._roving.came_to.connect(self._come_to)
        self._group = QButtonGroup(self, exclusive=False)
        for index, row in enumerate([*self.lefts, *self.rights]):
            self._group.addButton(row, index)
        self._group.idClicked.connect(self._press)
        self.watch_drags(self.lefts, self.rights)
        self.dress()

    def _rows(self, texts: Sequence[str]) -> list[CapRow]:
        return [
            CapRow(self._viewers.text(text, role="answer"), number, self)
            for number, text in enumerate(texts, start=1)
        ]

    # What is shown

    def show_places(self, at: Mapping[int, int], *, done: bool) -> None:
        for row in self.lefts:
            row.passes_enter = done
        super().show_places(at, done=done)

    def show_result(self, at: Mapping[int, int], states: Sequence[RowState], notes: Sequence[str]) -> None:
        """Pairs after the check; state of each left row and what is to be said of it, Markdown or ""."""
        if self.open:
            self.close_board()
        self.at, self._states, self._notes = at, states, notes
        self.dress()
        self.settle()

    def dress(self) -> None:
        partner = {right: left for left, right in self.at.items()}
        for index, row in enumerate(self.lefts):
            self._dress_left(index, row)
        for index, row in enumerate(self.rights):
            left = partner.get(index)
            row.tag = "" if left is None else str(left + 1)
            row.live = self._choosing
            said = self._said(self.lefts[left] if left is not None else None)
            if self.open:
                row.show_place(said, joined=left is not None)
            else:
                row.show_state("left_out" if left is None else self._states[left], said)
            row.setAccessibleDescription(self._wanted() if row.live else "")
        self._draw()

    def _wanted(self) -> str:
        """Whose partner is being chosen, for a screen reader."""
        return self.tr("for {text}").format(text=self.lefts[self.turn].plain) if self.open else ""

    def _dress_left(self, index: int, row: CapRow) -> None:
        right = self.at.get(index)
        row.set_bare(not self._stacked)
        row.tag = "" if right is None else str(right + 1)
        row.live = not self._choosing
        said = self._said(self.rights[right] if right is not None else None)
        note = self._right_texts[right] if right is not None and self._stacked else ""
        if self.open:
            row.show_place(said, active=index == self.turn, joined=right is not None)
            empty = self.tr("no partner yet") if self._stacked else ""
            self._annotate(row, note or empty)
            return
        words = {"right": self.tr("right"), "wrong": self.tr("wrong"), "missed": self.tr("missed")}
        state = self._states[index]
        row.show_state(state, ", ".join((said, words[state])))
        self._annotate(row, " · ".join(filter(None, (note, self._notes[index]))))

    def _said(self, partner: CapRow | None) -> str:
        if partner is None:
            return self.tr("no partner yet") if self.open else ""
        return self.tr("with {text}").format(text=partner.plain)

    def _annotate(self, row: CapRow, note: str) -> None:
        if self._noted.get(row, "") != note:
            row.set_note(self._viewers.text(note, role="small", token="mut") if note else None)
            self._noted[row] = note

    def _draw(self) -> None:
        """Curves between what is joined; none where the columns stand below each other."""
        threads = [self._thread(left, right) for left, right in sorted(self.at.items())]
        waiting = self.open and self.turn not in self.at
        start = self._ends()[0] + (-MARGIN if self.isRightToLeft() else MARGIN)
        middle = self.lefts[self.turn].geometry().center().y() + 0.5
        self._threads.show_threads(
            [] if self._stacked else threads,
            QPointF(start, middle) if waiting and not self._stacked else None,
        )

    def _thread(self, left: int, right: int) -> Thread:
        start, end = self._ends()
        tops = [row.y() + row.height() / 2 for row in (self.lefts[left], self.rights[right])]
        look = ("edge", False, "") if self.open else _INK[self._states[left]]
        return Thread(QPointF(start, tops[0]), QPointF(end, tops[1]), *look)

    def _ends(self) -> tuple[float, float]:
        """x of the inner borders of the two columns."""
        left, right = self.lefts[0].geometry(), self.rights[0].geometry()
        if self.isRightToLeft():
            return left.left() + MARGIN, right.right() + 1 - MARGIN
        return left.right() + 1 - MARGIN, right.left() + MARGIN

    def show_drag(self, thing: int, place: QPoint | None, target: int) -> None:
        for index, row in enumerate(self.rights):
            row.setDown(index == target)
        if place is None or self._stacked:
            self._threads.pull(None)
            return
        row = self.lefts[thing]
        self._threads.pull((QPointF(self._ends()[0], row.y() + row.height() / 2), QPointF(place)))
        self._choosing = False
        self.dress()

    # Where it stands

    def places(self, width: int) -> list[Place]:
        return self._below_each_other(width) if self._stacks(width) else self._side_by_side(width)

    def _stacks(self, width: int) -> bool:
        """Is there no room for two columns?"""
        visible = width - 2 * MARGIN
        if visible < theme.px(_SIDE_BY_SIDE_FROM):
            return True
        left, right = self._widths(width)
        line = theme.font("answer").pixelSize() * 1.25
        columns = ((self.lefts, left), (self.rights, right))
        return any(row.bare_height(across) > _MOST_LINES * line for rows, across in columns for row in rows)

    def _widths(self, width: int) -> tuple[int, int]:
        """Of the two columns, margins included: the left one takes what it needs, within bounds."""
        visible = width - 2 * MARGIN
        wanted = max(row.bare_width() for row in self.lefts) - 2 * MARGIN
        left = round(min(max(wanted, visible * _LEAST_SHARE), visible * _MOST_SHARE))
        return left + 2 * MARGIN, visible - left - _GAP + 2 * MARGIN

    def _side_by_side(self, width: int) -> list[Place]:
        left, right = self._widths(width)
        found: list[Place] = [(self._between, QRect(0, 0, 0, 0))]
        top = 0
        for index in range(max(len(self.lefts), len(self.rights))):
            line = [
                (rows[index], x, across)
                for rows, x, across in ((self.lefts, 0, left), (self.rights, width - right, right))
                if index < len(rows)
            ]
            height = max(row.heightForWidth(across) for row, _, across in line)
            found += [(row, self._turned(QRect(x, top, across, height), width)) for row, x, across in line]
            top += height
        return found

    def _below_each_other(self, width: int) -> list[Place]:
        found: list[Place] = []
        top = 0
        for row in [*self.lefts, self._between, *self.rights]:
            height = row.heightForWidth(width) if isinstance(row, CapRow) else theme.px(36)
            inset = 0 if isinstance(row, CapRow) else MARGIN
            found.append((row, QRect(inset, top, width - 2 * inset, height)))
            top += height
        return found

    def _turned(self, rect: QRect, width: int) -> QRect:
        return turned(rect, width) if self.isRightToLeft() else rect

    def placed(self) -> None:
        if self._stacks(self.width()) != self._stacked:
            self._stacked = not self._stacked
            self.dress()
            self.settle()
        self._between.setVisible(self._stacked)
        self._threads.setGeometry(self.rect())
        self._threads.raise_()
        self._draw()

    # What the learner does

    def focus_turn(self) -> None:
        self.lefts[self.turn].setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, thing: int) -> None:
        self.turn = thing
        self._choosing = False
        self.dress()
        self.lefts[thing].setFocus(Qt.FocusReason.OtherFocusReason)

    def press_digit(self, digit: int) -> bool:
        if not (self.open and 1 <= digit <= len(self.rows_in_reach())):
            return False
        self._press(digit - 1 + (len(self.lefts) if self._choosing else 0))
        return True

    def keys_to_put(self, thing: int, target: int) -> Iterator[Press]:
        yield from to_press(self.lefts, thing)
        yield from to_press(self.rights, target)

    def _press(self, index: int) -> None:
        """A row of both columns: choose a left one, join a right one."""
        if not self.open:
            return
        if index >= len(self.lefts):
            self.put_wanted.emit(self.turn, index - len(self.lefts), True)
            return
        self.turn = index
        taken = set(self.at.values())
        free = (right for right in range(len(self.rights)) if right not in taken)
        target = self.at.get(index, next(free, 0))
        self._choosing = True
        self.dress()
        self.rights[target].setFocus(Qt.FocusReason.OtherFocusReason)

    def _come_to(self, index: int) -> None:
        """The focus came to a row of both columns."""
        if self.open:
            self._choosing = index >= len(self.lefts)
            self.turn = self.turn if self._choosing else index
            self.dress()
            self.in_use.emit([*self.lefts, *self.rights][index])

    def thing_in_hand(self) -> int:
        """The left row, or the one that is joined to the right row that has the focus."""
        partner = {
            self.rights[right]: left for left, right in self.at.items() if self.rights[right].hasFocus()
        }
        return next(iter(partner.values()), self.turn)

    def rows_in_reach(self) -> Sequence[CapRow]:
        return self.rights if self._choosing else self.lefts

    def move_across(self, step: int) -> None:
        if step > 0 and not self._choosing:
            self._press(self.turn)
        elif step < 0 and self._choosing:
            self.lefts[self.turn].setFocus(Qt.FocusReason.TabFocusReason)
