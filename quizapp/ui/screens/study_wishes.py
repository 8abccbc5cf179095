"""What the keys of a sitting ask of others, and which keys would do anything now."""

from PySide6.QtCore import Signal

from quizapp.core.desk import Asked, Judged
from quizapp.core.reviews import Rating
from quizapp.ui.bindings import cap
from quizapp.ui.screens.study_column import QuestionColumn
from quizapp.ui.screens.study_keys import StudyKeys
from quizapp.ui.screens.study_words import words
from quizapp.ui.widgets.paint import announce


class StudyWishes(StudyKeys):
    """Actions of STUDY_KEYS that the sitting does, not the screen."""

    flag_wanted = Signal()
    suspend_wanted = Signal()
    bury_wanted = Signal(bool)
    """Put aside until tomorrow; with its siblings?"""
    edit_wanted = Signal()
    """The text of the card is to be changed."""
    history_wanted = Signal()
    """Every answer to the card is to be seen."""

    def flag(self) -> None:
        """Mark the card to look at it later, or unmark it."""
        self.flag_wanted.emit()

    def suspend(self) -> None:
        """Put the card aside until it is taken back."""
        told = self.tr("Card put aside. {key} takes it back")
        announce(self, told.format(key=cap("study", "undo")))
        self.suspend_wanted.emit()

    def bury(self) -> None:
        """Put the card aside until tomorrow."""
        told = self.tr("Card put aside until tomorrow. {key} takes it back")
        announce(self, told.format(key=cap("study", "undo")))
        self.bury_wanted.emit(False)

    def bury_siblings(self) -> None:
        """Put the card and those that belong with it aside until tomorrow."""
        told = self.tr("Card and its siblings put aside until tomorrow. {key} takes it back")
        announce(self, told.format(key=cap("study", "undo")))
        self.bury_wanted.emit(True)

    def edit(self) -> None:
        """Change the text of the card, then come back to it."""
        self.edit_wanted.emit()

    def show_history(self) -> None:
        """See every answer to the card, then come back to it; before the answer it would tell that."""
        if self.can("show_history"):
            self.history_wanted.emit()

    def _rate(self, rating: int) -> None:
        raise NotImplementedError

    # Other keys for the first four digits, after the answer
    def rate_again(self) -> None:
        """Forgotten."""
        self._rate(Rating.AGAIN)

    def rate_hard(self) -> None:
        """Recalled with effort."""
        self._rate(Rating.HARD)

    def rate_good(self) -> None:
        """Recalled."""
        self._rate(Rating.GOOD)

    def rate_easy(self) -> None:
        """Recalled at once."""
        self._rate(Rating.EASY)


_BEFORE = ("dont_know", "take_hint")
_RATINGS = ("rate_again", "rate_hard", "rate_good", "rate_easy")
_AFTER = (*_RATINGS, "say_guess", "say_right", "say_slip", "show_solution", "go_to_source", "show_history")


def possible(action: str, asked: Asked, judged: Judged | None, column: QuestionColumn) -> bool:
    """Would an action do anything now?"""
    if action in _BEFORE:
        return judged is None and (action != "take_hint" or column.hints_left > 0)
    if action == "play_sound":
        return column.sound is not None
    return action not in _AFTER or (judged is not None and _after(action, asked, judged, column))


def _after(action: str, asked: Asked, judged: Judged, column: QuestionColumn) -> bool:
    return {
        "say_guess": words.may_be_guess(judged),
        "say_right": "right" in judged.words,
        "say_slip": "wrong" in judged.words,
        "show_solution": bool(column.answer.solution_hint),
        "go_to_source": bool(asked.note.source),
    }.get(action, True)
