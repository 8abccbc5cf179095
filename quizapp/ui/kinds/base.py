"""The contract of an answer widget: one module a kind, of the same name as in core/kinds."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from quizapp.core.kinds.base import PartMark, Verdict
from quizapp.ui.presses import Press
from quizapp.ui.widgets.paint import announce


class Sign(Struct, frozen=True):
    """How a kind is named where there is room for one word: SIGN of its module."""

    name: str
    """Marked for translation."""
    outline: str
    """Its icon, drawn as those of ui/icons.py are."""
    meaning: str
    """What it asks, for an author who chooses a kind; a few words, marked for translation."""


class AnswerWidget(QWidget):
    """Takes one answer from the learner, then shows how it fared.

    Built with (question, prompt, *, viewers, parent): `viewers` makes safe views of deck text. It speaks only
    through its signals; the study screen owns check button, keys and focus order.
    """

    submitted = Signal(object)
    """An Answer, once."""
    changed = Signal()
    """What `can_submit` says may have changed."""
    in_use = Signal(QWidget)
    """Where in it the learner works now; the screen keeps that in view."""
    amended = Signal(object)
    """After the reveal: an Answer in place of the one given (points of a check-list ticked)."""

    takes_text: bool = False
    """True while single-letter keys are text: then the screen offers Alt+0 and Alt+H."""
    action: str = ""
    """The main button's words ("Check", "Show the answer"), translated; "" where picking submits. They may be
    others after `changed`."""
    action_key: str = ""
    """How that button's key is written where it is not Enter, translated; may change likewise."""
    wants_focus_after_reveal: bool = False
    """True if there is something to mark in it then: it has the focus (`focus_answer`), not the suggested
    rating, which Enter takes; its `key_hints` hold."""
    solution_hint: str = ""
    """What key A does after the reveal ("show the right order"), translated; "" where it does nothing."""
    progress: str = ""
    """How far the answer has come ("2 of 4 matched"), translated; stands beside the button."""
    key_hints: tuple[tuple[str, str], ...] = ()
    """Keys of its own before the check, each with what it does ("Alt ↑ ↓", "move it"), translated."""
    key_hint: str = ""
    """What stands in the button's place if there is none ("Press 1–4 to answer"), translated."""

    solved: bool = False
    """The right answer is revealed to somebody who has not answered: nothing is said to be theirs."""
    told: Mapping[str, str] = {}
    """Then: an option -> what stands on it if it is not the right one, translated."""

    def can_submit(self) -> bool:
        """True if the answer is complete enough to check."""
        return False

    def submit(self) -> None:
        """Emit `submitted` with the present answer."""

    def unchanged(self) -> bool:
        """True if it is still the answer that was just found wrong: the same is not tried twice."""
        return False

    def why_not(self) -> str:
        """Why Enter does not check, where that is not plain to see; translated, "" else."""
        return self.tr("Change it first") if self.unchanged() else ""

    def check(self) -> None:
        """Enter: submit, or have it read out why not."""
        if self.can_submit():
            self.submit()
        elif why := self.why_not():
            announce(self, why)

    def press_digit(self, digit: int) -> bool:
        """A digit key 1-9; True if it meant something here."""
        return False

    def focus_answer(self) -> None:
        """Put the keyboard focus where answering starts."""
        self.setFocus()

    def show_room(self, height: int) -> None:
        """How high it may be, px, before the page has to scroll; a picture takes no more than it can use."""

    def keys_for(self, parts: Sequence[PartMark]) -> Iterator[Press]:
        """What a learner presses, from `focus_answer` on, who takes these marks for the solution.

        parts: as `Kind.solution` has them; each key is asked for after the one before has done its work, and
        Enter follows the last. Where text is taken, what each part expects is written into a field.
        """
        for part in parts if self.takes_text else ():
            yield part.expected
            yield Qt.Key.Key_Return

    def reveal(self, verdict: Verdict) -> None:
        """Show the marks; nothing can be changed afterwards. Keeps the widget's top in place."""

    def reveal_again(self, verdict: Verdict) -> None:
        """After the reveal: another verdict on the same answer, by the learner's word. The marks may stay."""

    def try_again(self, verdict: Verdict) -> bool:
        """The answer was not right, and nothing is revealed: make ready for another one, and take the focus.

        False if a fresh widget is to take the place of this one.
        """
        return False

    def toggle_solution(self) -> None:
        """Key A after the reveal: show the right answer in place of the learner's, or that again."""

    def heightForWidth(self, width: int) -> int:
        """For the screen's reckoning; layouts ask the widget's own layout instead."""
        layout = self.layout()
        if layout is None:
            return 0
        if layout.hasHeightForWidth():
            return layout.totalHeightForWidth(width)
        return layout.totalSizeHint().height()
