"""match: two columns to be joined."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from quizapp.core.kinds.base import Verdict
from quizapp.core.kinds.match import Match, MatchPrompt, Pairs
from quizapp.ui.kinds.base import Sign
from quizapp.ui.kinds.placing import STATES, PlacingWidget
from quizapp.ui.richtext import Viewers
from quizapp.ui.widgets.choice_row import RowState
from quizapp.ui.widgets.match_board import MatchBoard
from quizapp.ui.widgets.paint import announce


class MatchWidget(PlacingWidget):
    """Each left row gets a right one; a right one that gets another partner leaves the first."""

    exclusive = True

    def __init__(
        self, question: Match, prompt: MatchPrompt, *, viewers: Viewers, parent: QWidget | None = None
    ) -> None:
        self.columns = MatchBoard(viewers, prompt.lefts, prompt.rights)
        self._partners = dict(question.match)
        super().__init__(self.columns, prompt.lefts, prompt.rights, parent)
        self.key_hints = (
            (f"1–{min(9, max(len(prompt.lefts), len(prompt.rights)))}", self.tr("left, then right")),
            (self.tr("Backspace"), self.tr("take a pair off")),
        )

    def answer(self, pairs: tuple[tuple[str, str], ...]) -> Pairs:
        return Pairs(pairs)

    def progress_words(self, placed: int, total: int) -> str:
        return self.tr("{placed} of {total} matched").format(placed=placed, total=total)

    def put_words(self, thing: int, target: int) -> str:
        left, right = self.columns.lefts[thing].plain, self.columns.rights[target].plain
        return self.tr("{left} with {right}").format(left=left, right=right)

    def taken_words(self, thing: int) -> str:
        return self.tr("{left} has no partner").format(left=self.columns.lefts[thing].plain)

    def reveal(self, verdict: Verdict) -> None:
        marks = [part.mark for part in self.parts(verdict)]
        self._expected = verdict.expected
        self._own = [STATES[mark] for mark in marks]
        kept = {left: right for left, right in self.placing.at.items() if marks[left] == "right"}
        self._solution = self._solved(kept)
        self._solved_shown = "wrong" not in marks
        if not self._solved_shown:
            self.solution_hint = self.tr("show the right pairs")
        self._show_result()

    def _solved(self, kept: Mapping[int, int]) -> Mapping[int, int]:
        """The right pairs; texts that read the same are given out in turn, those joined rightly stay."""
        plain = {text: row.plain for text, row in zip(self._targets, self.columns.rights, strict=True)}
        free = [right for right in range(len(self._targets)) if right not in kept.values()]
        solved = dict(kept)
        for left, text in enumerate(self._things):
            if left not in solved:
                wanted = plain[self._partners[text]]
                solved[left] = next(right for right in free if plain[self._targets[right]] == wanted)
                free.remove(solved[left])
        return solved

    def _show_result(self) -> None:
        if self._solved_shown:
            states: list[RowState] = ["right" if state == "right" else "missed" for state in self._own]
            self.columns.show_result(self._solution, states, [""] * len(states))
            return
        right = self.tr("right: {text}")
        notes = [
            "" if state == "right" else right.format(text=self._partners[text])
            for state, text in zip(self._own, self._things, strict=True)
        ]
        self.columns.show_result(self.placing.at, self._own, notes)

    def toggle_solution(self) -> None:
        if not self.solution_hint:
            return
        self._solved_shown = not self._solved_shown
        self._show_result()
        if self._solved_shown:
            self.solution_hint = self.tr("show your pairs")
            announce(self, self.tr("The right pairs: {pairs}").format(pairs=self._expected))
        else:
            self.solution_hint = self.tr("show the right pairs")
            announce(self, self.tr("Your pairs"))


WIDGET = MatchWidget
SIGN = Sign(
    "Match",
    "O 4 5.5 1.8 O 16 5.5 1.8 O 4 14.5 1.8 O 16 14.5 1.8 M 5.6 6.6 L 14.4 13.4 M 5.6 13.4 L 14.4 6.6",
    "Pairs to put together",
)
