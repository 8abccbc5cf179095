"""image: a covered part of a picture to be named, or a part to be found on it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.kinds.base import Mark, Outcome, PartMark, Verdict
from quizapp.core.kinds.image import Image, ImagePrompt, Spot, Way
from quizapp.core.kinds.regions import by_place, read_regions
from quizapp.ui.kinds.base import AnswerWidget, Sign
from quizapp.ui.kinds.turning import TurnWidget
from quizapp.ui.kinds.writing import WritingWidget
from quizapp.ui.presses import Press
from quizapp.ui.richtext import Viewers
from quizapp.ui.widgets.paint import announce
from quizapp.ui.widgets.patch import Patch, PatchState
from quizapp.ui.widgets.picture_map import PictureMap
from quizapp.ui.widgets.point_map import PointMap

_GAP = 4
_MARKED: Mapping[Mark, PatchState] = {"right": "right", "missed": "missed", "wrong": "wrong"}
_LIFTED: Mapping[Outcome, PatchState] = {"correct": "right", "almost": "almost", "unscored": "lifted"}
"""How the region asked for is shown when its cover goes; where it was not named it is "missed"."""

M = TypeVar("M", bound=PictureMap)


class Plate(Generic[M]):
    """The picture of a question; its regions are known by their labels."""

    def __init__(self, make: Callable[..., M], question: Image, viewers: Viewers) -> None:
        """make: PictureMap or a subclass."""
        regions = by_place(read_regions(question.regions))
        self._labels = tuple(region.label for region in regions)
        self._names = tuple(viewers.text(label).plain for label in self._labels)
        load = partial(viewers.image, question.image)
        self.map = make(load, regions, name=question.image, words=question.alt)

    def index(self, label: str) -> int:
        """The place of a region in reading order, from 0."""
        return self._labels.index(label)

    def named(self, name: str) -> int | None:
        """The place of the region of a name, plain; None if there is none."""
        return self._names.index(name) if name in self._names else None

    def show(self, state: PatchState, *labels: str, named: bool = False) -> None:
        """Show regions in a state, with their names or without."""
        at = [self.index(label) for label in labels]
        self.map.show_patches({index: Patch(state, self._names[index] if named else "") for index in at})


class CoverWidget(AnswerWidget):
    """Comes before the widget that takes the answer: above that is the picture with its covers."""

    def cover(self, question: Image, prompt: ImagePrompt, viewers: Viewers, box: QVBoxLayout) -> None:
        """Put the picture on top of the widget's own box."""
        self._plate = Plate(PictureMap, question, viewers)
        self._part = prompt.part
        hidden = [label for label, _ in question.regions if question.hide == "all" and label != prompt.part]
        self._hidden, self._open = tuple(hidden), False
        self._plate.show("covered", *hidden)
        self._plate.show("asked", prompt.part)
        box.setSpacing(_GAP)
        box.insertWidget(0, self._plate.map)
        self._plate.map.lower()  # a screen reader comes to the picture first

    def show_room(self, height: int) -> None:
        width, picture = self.width(), self._plate.map
        picture.show_room(height - (self.heightForWidth(width) - picture.heightForWidth(width)))

    def reveal(self, verdict: Verdict) -> None:
        super().reveal(verdict)
        self._lift(verdict)

    def reveal_again(self, verdict: Verdict) -> None:
        super().reveal_again(verdict)
        self._lift(verdict)

    def _lift(self, verdict: Verdict) -> None:
        self._plate.show(_LIFTED.get(verdict.outcome, "missed"), self._part, named=True)
        if self._hidden:
            self.solution_hint = self.tr("lift the other covers")

    def toggle_solution(self) -> None:
        """The other covers: each is the answer of another card, so they stay until they are asked for."""
        if not self.solution_hint:
            return
        self._open = not self._open
        self._plate.show("lifted" if self._open else "covered", *self._hidden, named=self._open)
        if self._open:
            self.solution_hint = self.tr("cover the others again")
            announce(self, self.tr("All regions are uncovered"))
        else:
            self.solution_hint = self.tr("lift the other covers")
            announce(self, self.tr("The other regions are covered"))


class TurnCoverWidget(CoverWidget, TurnWidget):
    """The cover is lifted, and the learner rates."""

    def __init__(
        self, question: Image, prompt: ImagePrompt, *, viewers: Viewers, parent: QWidget | None = None
    ) -> None:
        TurnWidget.__init__(self, prompt.shows, viewers, parent)
        self.cover(question, prompt, viewers, self._box)


class WriteCoverWidget(CoverWidget, WritingWidget):
    """What is under the cover is written below."""

    def __init__(
        self, question: Image, prompt: ImagePrompt, *, viewers: Viewers, parent: QWidget | None = None
    ) -> None:
        WritingWidget.__init__(self, self.tr("Your answer"), parent=parent)
        self.cover(question, prompt, viewers, self._box)


class PointWidget(AnswerWidget):
    """The place is pointed at; that submits."""

    def __init__(
        self, question: Image, prompt: ImagePrompt, *, viewers: Viewers, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.key_hint = self.tr("Click, or use arrow keys")
        self._plate = Plate(PointMap, question, viewers)
        self._part = prompt.part
        self._plate.map.pointed.connect(self._point)
        self._plate.map.in_use.connect(self.in_use)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._plate.map)

    def _point(self, x: Decimal, y: Decimal) -> None:
        picture = self._plate.map
        self.submitted.emit(Spot(x, y, len(picture.regions) if picture.outlined else 0))

    def press_digit(self, digit: int) -> bool:
        return self._plate.map.press_digit(digit)

    def focus_answer(self) -> None:
        self._plate.map.setFocus()

    def keys_for(self, parts: Sequence[PartMark]) -> Iterator[Press]:
        """To the region of that name; where none is called so, to another one than is asked for."""
        marks = self._plate.map.marks
        for part in parts:
            asked, named = self._plate.index(part.key), self._plate.named(part.expected)
            index = (asked + 1) % len(marks) if named is None else named
            yield from (Qt.Key.Key_Tab,) * (index + 1)
            yield Qt.Key.Key_Return

    def show_room(self, height: int) -> None:
        self._plate.map.show_room(height)

    def reveal(self, verdict: Verdict) -> None:
        self._plate.map.close_map()
        self._mark(verdict)
        if verdict.outcome != "correct":
            picture = self._plate.map
            place = picture.place_words(picture.regions[self._plate.index(self._part)])
            announce(self, self.tr("{name} is {place}").format(name=verdict.expected, place=place))

    def reveal_again(self, verdict: Verdict) -> None:
        """The spot keeps its sign: it is where it was."""

    def try_again(self, verdict: Verdict) -> bool:
        """The spot that was tried is marked, and the region that is there."""
        wrong = [part for part in verdict.parts if part.mark == "wrong"]
        self._mark(verdict, "wrong")
        for part in wrong:
            self._plate.map.rule_out(self._plate.index(part.key))
        self._plate.map.setFocus()
        return True

    def _mark(self, verdict: Verdict, *only: Mark) -> None:
        """Show the marks of the verdict, or some of them, and where it was pointed at."""
        for part in verdict.parts:
            if not only or part.mark in only:
                self._plate.show(_MARKED[part.mark], part.key, named=True)
        if "x" in verdict.args:
            x, y = Decimal(verdict.args["x"]), Decimal(verdict.args["y"])
            self._plate.map.show_spot(x, y, right=verdict.outcome == "correct")


_WIDGETS: Mapping[Way, Callable[..., AnswerWidget]] = {
    "click": PointWidget,
    "typed": WriteCoverWidget,
    "revealed": TurnCoverWidget,
}


def WIDGET(
    question: Image, prompt: ImagePrompt, *, viewers: Viewers, parent: QWidget | None = None
) -> AnswerWidget:
    """The widget for the way in which the question is asked."""
    return _WIDGETS[question.way](question, prompt, viewers=viewers, parent=parent)


SIGN = Sign(
    "Picture",
    "R 2.8 3.8 14.4 12.4 2 O 7 8 1.3 M 3.4 14.8 L 8.5 10.6 L 11 12.8 L 13.6 10 L 17 13.4",
    "Parts of a picture to name or to find",
)
