"""cloze: a text with holes, turned over or filled in writing."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.diff import diff
from quizapp.core.kinds.base import Filled, Mark, Outcome, PartMark, Verdict
from quizapp.core.kinds.cloze import Cloze, ClozePrompt
from quizapp.ui.kinds.base import AnswerWidget
from quizapp.ui.kinds.turning import TurnWidget
from quizapp.ui.richtext import Viewers
from quizapp.ui.widgets.diff import DiffView
from quizapp.ui.widgets.field import TextField

_OUTCOMES: Mapping[Mark, Outcome] = {"right": "correct", "almost": "almost", "missed": "unknown"}


class GapsWidget(AnswerWidget):
    """A field for each gap; a diff takes the place of each after the check."""

    takes_text = True

    def __init__(
        self, question: Cloze, prompt: ClozePrompt, *, viewers: Viewers, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.action = self.tr("Check")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        total = len(prompt.gaps)
        self._fields = [self._field(number, total, gap.hint) for number, gap in enumerate(prompt.gaps, 1)]
        self._shown: Sequence[QWidget] = self._fields
        self._tried: tuple[str, ...] = ()

    def _field(self, number: int, total: int, hint: str) -> TextField:
        name = self.tr("Gap {number} of {total}").format(number=number, total=total)
        shown = hint or (name if total > 1 else "")
        field = TextField(name if total > 1 else self.tr("The gap"), placeholder=shown)
        field.textChanged.connect(self.changed)
        field.submitted.connect(self._go_on)
        self._box.addWidget(field)
        return field

    def _go_on(self) -> None:
        """Enter: to the next gap, from the last one submit."""
        at = next((index for index, field in enumerate(self._fields) if field.hasFocus()), -1)
        if at + 1 < len(self._fields):
            self._fields[at + 1].setFocus()
        else:
            self.submit()

    def _texts(self) -> tuple[str, ...]:
        return tuple(field.text() for field in self._fields)

    def can_submit(self) -> bool:
        """What was just found wrong is not tried again."""
        return any(text.strip() for text in self._texts()) and self._texts() != self._tried

    def submit(self) -> None:
        if self.can_submit():
            self.submitted.emit(Filled(self._texts()))

    def focus_answer(self) -> None:
        self._fields[0].setFocus()

    def reveal(self, verdict: Verdict) -> None:
        views = [_diff_view(part) for part in verdict.parts]
        for old, view in zip(self._shown, views, strict=True):
            self._box.replaceWidget(old, view)
            old.hide()
        self._shown = views

    def reveal_again(self, verdict: Verdict) -> None:
        old = self._shown
        self.reveal(verdict)
        for view in old:
            view.deleteLater()

    def try_again(self, verdict: Verdict) -> bool:
        """The gaps that are right stay as they are; the first of the others has the focus."""
        self._tried = self._texts()
        marks = [part.mark for part in verdict.parts]
        # What was worth only a part is marked almost.
        fine = ("right",) if set(marks) <= {"right", "almost"} else ("right", "almost")
        wrong = [field for field, mark in zip(self._fields, marks, strict=True) if mark not in fine]
        for field in wrong:
            field.selectAll()
        wrong[0].setFocus()
        self.changed.emit()
        return True


def _diff_view(part: PartMark) -> DiffView:
    right = part.mark == "right"
    runs = diff(part.given, part.expected) if part.given and not right else ()
    expected = part.given if right else part.expected
    return DiffView(part.given, expected, runs, _OUTCOMES.get(part.mark, "wrong"))


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
