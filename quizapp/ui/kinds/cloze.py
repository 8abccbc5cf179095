"""cloze: a text with holes, turned over, or answered gap by gap."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.kinds.base import Filled, PartMark, Verdict
from quizapp.core.kinds.cloze import Cloze, ClozePrompt, asked_gaps
from quizapp.core.kinds.gaps import Gap
from quizapp.ui.kinds.base import AnswerWidget, Sign
from quizapp.ui.kinds.gap_boxes import BOXES, GapBox
from quizapp.ui.kinds.turning import TurnWidget
from quizapp.ui.presses import Press
from quizapp.ui.richtext import Viewers

_GAP = 10
"""px between gaps, where there are several."""
_RIGHT = ("right", "almost")


class GapsWidget(AnswerWidget):
    """A box for each gap, in the order of the text. Enter goes from each to the next, and checks at the last;
    Ctrl+Enter checks from any.

    A card with one gap to be picked is answered by picking.
    """

    def __init__(
        self, question: Cloze, prompt: ClozePrompt, *, viewers: Viewers, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._right = [task.hole.markdown for task in asked_gaps(question, prompt.part)]
        self.boxes = self._make_boxes(prompt.gaps, viewers)
        self._tried: tuple[str, ...] = ()
        self.takes_text = any(gap.way != "choice" for gap in prompt.gaps)
        self._at_once = not self.takes_text and len(prompt.gaps) == 1
        most = max(len(gap.options) for gap in prompt.gaps)
        if self._at_once:
            self.key_hint = self.tr("Press 1–{last} to answer").format(last=most)
        else:
            self.action = self.tr("Check")
            self._own_hints = self._hints(most, len(prompt.gaps))
            self._come(self.boxes[0])
            for key in ("Ctrl+Return", "Ctrl+Enter"):
                context = Qt.ShortcutContext.WidgetWithChildrenShortcut
                QShortcut(QKeySequence(key), self, context=context).activated.connect(self.check)
        self._show_progress()

    def _make_boxes(self, gaps: Sequence[Gap], viewers: Viewers) -> list[GapBox]:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        boxes = []
        for number, gap in enumerate(gaps, 1):
            place = self.tr("Gap {number} of {total}").format(number=number, total=len(gaps))
            box = BOXES[gap.way](gap, place if len(gaps) > 1 else "", viewers)
            box.changed.connect(self._change)
            box.entered.connect(self._go_on)
            box.came_to.connect(self.in_use)
            box.came_to.connect(self._come)
            column.addWidget(box)
            boxes.append(box)
        return boxes

    def _hints(self, most: int, gaps: int) -> tuple[tuple[str, str], ...]:
        pick = ((f"1–{most}", self.tr("pick")),) if most else ()
        return (*pick, ("↑ ↓", self.tr("another gap"))) if gaps > 1 else pick

    def _texts(self) -> tuple[str, ...]:
        return tuple(box.text() for box in self.boxes)

    def _at(self) -> int | None:
        """The gap that the learner is at."""
        focus = self.focusWidget() or self
        return next((at for at, box in enumerate(self.boxes) if box.isAncestorOf(focus)), None)

    # What the learner does

    def _come(self, box: GapBox) -> None:
        """At a gap: say what Enter does there."""
        if self._at_once:
            return
        more = box is not self.boxes[-1]
        hints = ((self.tr("Enter"), self.tr("next gap")), *self._own_hints) if more else self._own_hints
        if hints != self.key_hints:
            self.key_hints = hints
            self.action_key = self.tr("Ctrl Enter") if more else ""
            self.changed.emit()

    def _change(self) -> None:
        self._show_progress()
        self.changed.emit()
        if self._at_once:
            self.submit()

    def _show_progress(self) -> None:
        filled = sum(bool(text.strip()) for text in self._texts())
        if len(self.boxes) > 1:
            self.progress = self.tr("{count} of {total} filled").format(count=filled, total=len(self.boxes))

    def _go_on(self) -> None:
        """To the next gap; from the last one submit."""
        at = self._at()
        if at is None or at + 1 == len(self.boxes):
            self.check()
        else:
            self.boxes[at + 1].focus()

    def can_submit(self) -> bool:
        return any(text.strip() for text in self._texts()) and not self.unchanged()

    def unchanged(self) -> bool:
        return any(self._texts()) and self._texts() == self._tried

    def submit(self) -> None:
        if self.can_submit():
            self.submitted.emit(Filled(self._texts()))

    def press_digit(self, digit: int) -> bool:
        """Picks for the gap with the focus, else for the first, and goes to the next."""
        at = self._at() or 0
        if not self.boxes[at].press_digit(digit):
            return False
        if at + 1 < len(self.boxes):
            self.boxes[at + 1].focus()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down: to the gap before or behind."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        at = self._at()
        if not step or at is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif 0 <= at + step < len(self.boxes):
            self.boxes[at + step].focus()

    def focus_answer(self) -> None:
        self.boxes[0].focus()

    def keys_for(self, parts: Sequence[PartMark]) -> Iterator[Press]:
        for box, right, part in zip(self.boxes, self._right, parts, strict=False):
            yield from box.presses(part.expected, right)

    # Marks

    def reveal(self, verdict: Verdict) -> None:
        for box, part, right in zip(self.boxes, verdict.parts, self._right, strict=True):
            box.reveal(part, right)

    def reveal_again(self, verdict: Verdict) -> None:
        self.reveal(verdict)

    def try_again(self, verdict: Verdict) -> bool:
        """The gaps that are right stay as they are; the first of the others has the focus."""
        self._tried = self._texts()
        pairs = [*zip(self.boxes, verdict.parts, strict=True)]
        wrong = [pair for pair in pairs if pair[1].mark not in _RIGHT] or [
            pair for pair in pairs if pair[1].mark != "right"
        ]
        for box, part in wrong:
            box.try_again(part)
        wrong[0][0].focus()
        self.changed.emit()
        return True


class FilledWidget(TurnWidget):
    """The text with its holes filled in, when it is asked for."""

    def __init__(
        self, question: Cloze, prompt: ClozePrompt, *, viewers: Viewers, parent: QWidget | None = None
    ) -> None:
        super().__init__(prompt.shows, viewers, parent)


_WIDGETS: Mapping[bool, Callable[..., AnswerWidget]] = {True: GapsWidget, False: FilledWidget}


def WIDGET(
    question: Cloze, prompt: ClozePrompt, *, viewers: Viewers, parent: QWidget | None = None
) -> AnswerWidget:
    """Fields where the gaps are filled in writing, else the back of the card."""
    return _WIDGETS[prompt.answered](question, prompt, viewers=viewers, parent=parent)


SIGN = Sign("Cloze", "M 1.8 10 L 6.4 10 O 10 10 3.2 M 13.6 10 L 18.2 10", "Words are hidden in a text")
