"""What all kinds share that offer options to pick."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.kinds.base import Mark, PartMark, Picked, Verdict
from quizapp.ui.kinds.base import AnswerWidget
from quizapp.ui.presses import Press, to_press
from quizapp.ui.richtext import Viewers
from quizapp.ui.widgets.choice_row import RowState
from quizapp.ui.widgets.choices import Choice, ChoiceList, RowMark

_STATES: Mapping[Mark, RowState] = {
    "right": "right",
    "almost": "almost",
    "wrong": "wrong",
    "missed": "missed",
    "left_out": "left_out",
    "extra": "wrong",
}
_CHOSEN: tuple[Mark, ...] = ("almost", "wrong", "extra")
"""Marks of options that were picked and earned less than all: the author's note on them is shown."""


class OptionsWidget(AnswerWidget):
    """Options on a ChoiceList. `options`: what an answer names -> what stands on its row, in order."""

    multi = False

    def __init__(
        self, options: Mapping[str, Choice], viewers: Viewers, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keys = tuple(options)
        self._list = ChoiceList(viewers, list(options.values()), multi=self.multi)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list)
        self._list.roving.came_to.connect(self._come)

    def _come(self, index: int) -> None:
        self.in_use.emit(self._list.rows[index])

    def press_digit(self, digit: int) -> bool:
        return self._list.press_digit(digit)

    def focus_answer(self) -> None:
        self._list.focus_first()

    def keys_for(self, parts: Sequence[PartMark]) -> Iterator[Press]:
        rows, wanted = self._list.rows, {part.key for part in parts if part.mark == "missed"}
        for index, key in enumerate(self._keys):
            if rows[index].isChecked() != (key in wanted):
                yield from to_press(rows, index)

    def words(self) -> Mapping[Mark, str]:
        """What stands on a row that fared so, where its sign could be misread."""
        return {}

    def reveal(self, verdict: Verdict) -> None:
        marks = {part.key: part for part in verdict.parts}
        self._list.reveal([self._row_mark(key, marks.get(key)) for key in self._keys])

    def reveal_again(self, verdict: Verdict) -> None:
        self.reveal(verdict)

    def _row_mark(self, key: str, part: PartMark | None) -> RowMark:
        if part is None or part.mark == "left_out":
            return RowMark("left_out", self.told.get(key, ""))
        note = part.feedback if part.mark in _CHOSEN else ""
        return RowMark(_STATES[part.mark], self.words().get(part.mark, ""), note)


class PickWidget(OptionsWidget):
    """One of several options: picking it submits."""

    def __init__(
        self, options: Mapping[str, Choice], viewers: Viewers, parent: QWidget | None = None
    ) -> None:
        super().__init__(options, viewers, parent)
        self.key_hint = self.tr("Press 1–{last} to answer").format(last=len(options))
        self._list.picked.connect(self._pick)

    def _pick(self, index: int) -> None:
        self.submitted.emit(Picked(self._keys[index]))

    def try_again(self, verdict: Verdict) -> bool:
        """The option that was picked is out; the others can be picked."""
        marks = {part.key: part.mark for part in verdict.parts}
        picked = next(at for at, key in enumerate(self._keys) if marks.get(key) in _CHOSEN)
        self._list.rule_out(picked, self.words()["wrong"])
        return True

    def words(self) -> Mapping[Mark, str]:
        yours, right = self.tr("your answer"), self.tr("right answer")
        return {
            "right": right if self.solved else yours,
            "almost": yours,
            "wrong": self.tr("chosen"),
            "missed": right,
        }
