"""order: items to put in order."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.kinds.base import PartMark, Verdict
from quizapp.core.kinds.order import Order, Ordered, OrderPrompt
from quizapp.ui.kinds.base import AnswerWidget, Sign
from quizapp.ui.presses import Press, arrows_to
from quizapp.ui.richtext import Viewers
from quizapp.ui.widgets.order_list import OrderList
from quizapp.ui.widgets.order_row import RowFate
from quizapp.ui.widgets.paint import announce


class OrderWidget(AnswerWidget):
    """The items as rows; after the check either the learner's order with its marks or the right one."""

    def __init__(
        self, question: Order, prompt: OrderPrompt, *, viewers: Viewers, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.action = self.tr("Check order")
        self.key_hints = (
            ("↑ ↓", self.tr("choose a line")),
            (self.tr("Alt ↑ ↓"), self.tr("move it")),
            (self.tr("3 then 1"), self.tr("send line 3 to place 1")),
        )
        self._parts: tuple[PartMark, ...] = ()
        self._solved = False
        self._list = OrderList(viewers, prompt.items)
        self._tried: tuple[str, ...] = ()
        self._list.in_use.connect(self.in_use)
        self._list.moved.connect(self.changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list)

    def can_submit(self) -> bool:
        return not self.unchanged()

    def unchanged(self) -> bool:
        return self._list.texts() == self._tried

    def submit(self) -> None:
        self.submitted.emit(Ordered(self._list.texts()))

    def press_digit(self, digit: int) -> bool:
        return self._list.press_digit(digit)

    def focus_answer(self) -> None:
        self._list.focus_first()

    def keys_for(self, parts: Sequence[PartMark]) -> Iterator[Press]:
        """From the last place on, each item is sent to the top."""
        for part in sorted(parts, key=lambda part: int(part.expected), reverse=True):
            yield from arrows_to(self._list.rows, self._list.texts().index(part.key))
            yield _TO_THE_TOP

    def try_again(self, verdict: Verdict) -> bool:
        """From the order as it is."""
        self._tried = self._list.texts()
        self._list.put_down()
        self._list.focus_first()
        self.changed.emit()
        return True

    def reveal(self, verdict: Verdict) -> None:
        self._parts = verdict.parts
        self._list.show_fates(self._own())
        if any(part.mark == "wrong" for part in verdict.parts):
            self.solution_hint = self.tr("show the right order")

    def toggle_solution(self) -> None:
        if not self.solution_hint:
            return
        self._solved = not self._solved
        self._list.show_fates(self._right() if self._solved else self._own())
        if self._solved:
            self.solution_hint = self.tr("show your order")
            names = ", ".join(row.words for row in self._list.rows)
            announce(self, self.tr("The right order: {items}").format(items=names))
        else:
            self.solution_hint = self.tr("show the right order")
            announce(self, self.tr("Your order"))

    def _own(self) -> Mapping[str, RowFate]:
        """The learner's order: what to keep, and where the rest belongs."""
        return {part.key: self._fate(part, place) for place, part in enumerate(self._parts, start=1)}

    def _fate(self, part: PartMark, place: int) -> RowFate:
        if part.mark != "wrong":
            return RowFate("kept" if part.mark == "right" else "shown")
        right = int(part.expected)
        if right == place:
            return RowFate("move", self.tr("stays at place {place}").format(place=right), "minus")
        arrow = "arrow-up" if right < place else "arrow-down"
        return RowFate("move", self.tr("move to place {place}").format(place=right), arrow)

    def _right(self) -> Mapping[str, RowFate]:
        """The right order: what the learner had elsewhere stands out."""
        places = {part.key: place for place, part in enumerate(self._parts, start=1)}
        fates = {"right": RowFate("kept")}
        return {
            part.key: fates.get(part.mark)
            or RowFate("move", self.tr("was at place {place}").format(place=places[part.key]))
            for part in sorted(self._parts, key=lambda part: int(part.expected))
        }


_TO_THE_TOP = Qt.KeyboardModifier.AltModifier | Qt.Key.Key_Home

WIDGET = OrderWidget
SIGN = Sign(
    "Order",
    "M 5 3.5 L 5 16.5 M 2 13.5 L 5 16.5 L 8 13.5 M 11 5 L 17.5 5 M 11 10 L 15.8 10 M 11 15 L 14 15",
    "Items to put in order",
)
