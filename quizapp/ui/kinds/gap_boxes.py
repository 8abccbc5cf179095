"""The gaps of a cloze on screen: each a box with its name, a field or options, and later its marks."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core import reasons
from quizapp.core.kinds.base import Mark, Outcome, PartMark
from quizapp.core.kinds.gaps import Gap, Way
from quizapp.ui.i18n import marked
from quizapp.ui.presses import Press
from quizapp.ui.richtext import Viewers
from quizapp.ui.widgets.choice_row import RowState
from quizapp.ui.widgets.choices import RowMark
from quizapp.ui.widgets.diff import DiffView
from quizapp.ui.widgets.field import TextField
from quizapp.ui.widgets.label import Label, label
from quizapp.ui.widgets.option_row import OptionRow
from quizapp.ui.widgets.paint import MARGIN

_OUTCOMES: Mapping[Mark, Outcome] = {"right": "correct", "almost": "almost", "missed": "unknown"}
_STATES: Mapping[Mark, RowState] = {"right": "right", "almost": "almost"}

_ABOVE, _BELOW = 2, 3


class GapBox(QWidget):
    """One gap. A subclass says how it is answered: all that raises here, as Qt's metaclass leaves no ABC."""

    changed = Signal()
    entered = Signal()
    """Enter: what comes next may have the focus."""
    came_to = Signal(QWidget)
    """The learner works here now."""

    def __init__(self, gap: Gap, place: str, viewers: Viewers, parent: QWidget | None = None) -> None:
        """place: "Gap 2 of 3"; empty if it is the only one."""
        super().__init__(parent)
        self.gap, self.place, self.viewers = gap, place, viewers
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(0)
        self._said: list[QWidget] = []
        """What stands below the gap after the check."""
        if place:
            self._add_line(" · ".join(filter(None, (place, self._order(), self.aside()))), "mut")

    @property
    def name(self) -> str:
        """What it is, for screen readers."""
        return ", ".join(filter(None, (self.place or self.tr("The gap"), self._order(), self.unit_words())))

    def _order(self) -> str:
        return self.tr("in any order") if self.gap.free else ""

    def unit_words(self) -> str:
        """That it is a number, and of what."""
        if self.gap.way != "number":
            return ""
        unit = self.gap.unit
        return self.tr("a number in {unit}").format(unit=unit) if unit else self.tr("a number")

    def aside(self) -> str:
        """What else stands beside its name."""
        return ""

    def _add_line(self, words: str, token: str) -> Label:
        line = label("small", words, token, wrap=True)
        line.setContentsMargins(MARGIN, _ABOVE, MARGIN, _BELOW)
        self.box.addWidget(line)
        return line

    def text(self) -> str:
        """What the learner puts into the gap: a text, or that of an option."""
        raise NotImplementedError

    def focus(self) -> None:
        """Put the keyboard focus here."""
        raise NotImplementedError

    def press_digit(self, digit: int) -> bool:
        """True if the digit picked something here."""
        return False

    def presses(self, expected: str, right: str) -> Iterator[Press]:
        """What a learner presses who takes a plain text for the answer; see `AnswerWidget.keys_for`."""
        raise NotImplementedError

    def try_again(self, part: PartMark) -> None:
        """It was wrong, and nothing is shown: make ready for another answer."""

    def reveal(self, part: PartMark, right: str) -> None:
        """Show how it fared, again where that has changed. right: what is hidden, Markdown."""
        self.show_mark(part, right)
        for widget in self._said:
            widget.hide()
            widget.deleteLater()
        words = " ".join(filter(None, (self.right_words(part), reason(part))))
        self._said = [self._add_line(words, "text")] if words else []
        if part.feedback:
            note = self.viewers(part.feedback, role="small")
            self.box.addWidget(note)
            self._said.append(note)
        for widget in self._said:
            widget.show()  # now: what follows may scroll to it

    def show_mark(self, part: PartMark, right: str) -> None:
        """Mark what was answered."""
        raise NotImplementedError

    def right_words(self, part: PartMark) -> str:
        """The right answer in a sentence, where the marks do not spell it out."""
        return ""


class FieldBox(GapBox):
    """A gap to write into; a diff takes the field's place."""

    def __init__(self, gap: Gap, place: str, viewers: Viewers, parent: QWidget | None = None) -> None:
        super().__init__(gap, place, viewers, parent)
        placeholder = gap.hint or (self.tr("In {unit}").format(unit=gap.unit) if gap.unit else "")
        self._field = TextField(self.name, placeholder=placeholder)
        self._field.setAccessibleDescription(gap.hint)
        self._field.textChanged.connect(self.changed)
        self._field.submitted.connect(self.entered)
        self._field.installEventFilter(self)
        self._shown: QWidget = self._field
        self.box.addWidget(self._field)

    def text(self) -> str:
        return self._field.text()

    def focus(self) -> None:
        self._field.setFocus()

    def presses(self, expected: str, right: str) -> Iterator[Press]:
        yield expected
        yield Qt.Key.Key_Return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.came_to.emit(self)
        return super().eventFilter(watched, event)

    def try_again(self, part: PartMark) -> None:
        self._field.selectAll()

    def show_mark(self, part: PartMark, right: str) -> None:
        shown = part.expected if part.diff or part.mark != "right" else part.given
        view = DiffView(part.given, shown, part.diff, _OUTCOMES.get(part.mark, "wrong"))
        view.setAccessibleDescription(reason(part))
        self.box.replaceWidget(self._shown, view)
        self._shown.hide()
        if self._shown is not self._field:
            self._shown.deleteLater()
        self._shown = view


class OptionsBox(GapBox):
    """A gap to pick for."""

    def __init__(self, gap: Gap, place: str, viewers: Viewers, parent: QWidget | None = None) -> None:
        super().__init__(gap, place, viewers, parent)
        self._picked: int | None = None
        self._options = OptionRow(viewers, [option.text for option in gap.options], self.name)
        self._options.picked.connect(self._pick)
        self._options.entered.connect(self.entered)
        self._options.roving.came_to.connect(self._come)
        self.box.addWidget(self._options)

    def aside(self) -> str:
        return self.gap.hint

    def _pick(self, index: int) -> None:
        self._picked = index
        self.changed.emit()

    def _come(self, index: int) -> None:
        self.came_to.emit(self)

    def text(self) -> str:
        return "" if self._picked is None else self.gap.options[self._picked].text

    def focus(self) -> None:
        self._options.focus_first()

    def press_digit(self, digit: int) -> bool:
        return self._options.press_digit(digit)

    def presses(self, expected: str, right: str) -> Iterator[Press]:
        """What is none of the options is another one than the right one."""
        named = [at for at, row in enumerate(self._options.rows) if row.plain == expected]
        wrong = [at for at, option in enumerate(self.gap.options) if option.text != right]
        at = (named or wrong)[0]
        yield from (Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right,) * at
        yield Qt.Key.Key_Return

    def try_again(self, part: PartMark) -> None:
        """What was picked is out."""
        if self._picked is not None:
            picked, self._picked = self._picked, None
            self._options.rule_out(picked, self.tr("chosen"))

    def show_mark(self, part: PartMark, right: str) -> None:
        self._options.reveal([self._mark(at, part, right) for at in range(len(self.gap.options))])

    def _mark(self, at: int, part: PartMark, right: str) -> RowMark:
        if at == self._picked and part.mark != "missed":
            word = self.tr("your answer") if part.mark in _STATES else self.tr("chosen")
            return RowMark(_STATES.get(part.mark, "wrong"), word)
        if self.gap.options[at].text == right:
            return RowMark("missed", self.tr("right answer"))
        return RowMark("left_out")

    def right_words(self, part: PartMark) -> str:
        if part.mark == "right":
            return ""
        return self.tr("Right answer: {answer}.").format(answer=part.expected)


def reason(part: PartMark) -> str:
    """Why a part fared so, and what it earned; empty where the marks say it all."""
    sentences = (reasons.REASONS.get(part.because), reasons.SCORES.get(part.score))
    return " ".join(marked(each, part.args) for each in sentences if each)


BOXES: Mapping[Way, Callable[..., GapBox]] = {"typed": FieldBox, "number": FieldBox, "choice": OptionsBox}
"""Way -> what makes the box, of (gap, place, viewers)."""
