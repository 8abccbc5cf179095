"""categorise: items to be sorted into groups."""

from PySide6.QtWidgets import QWidget

from quizapp.core.kinds.base import PartMark, Verdict
from quizapp.core.kinds.categorise import Categorise, CategorisePrompt, Sorted
from quizapp.ui.kinds.base import Sign
from quizapp.ui.kinds.placing import STATES, PlacingWidget
from quizapp.ui.richtext import Viewers
from quizapp.ui.widgets.sort_board import SortBoard


class CategoriseWidget(PlacingWidget):
    """Each item gets a group; a group takes any number."""

    def __init__(
        self,
        question: Categorise,
        prompt: CategorisePrompt,
        *,
        viewers: Viewers,
        parent: QWidget | None = None,
    ) -> None:
        self.sorting = SortBoard(viewers, prompt.groups, prompt.items)
        self._groups: dict[str, list[str]] = {item: [] for item in prompt.items}
        for group, items in question.categories.items():
            for item in items:
                self._groups[item].append(group)
        super().__init__(self.sorting, prompt.items, prompt.groups, parent)
        self.key_hints = (
            (f"1–{min(9, len(prompt.groups))}", self.tr("put into a group")),
            ("↑ ↓", self.tr("another item")),
            (self.tr("Backspace"), self.tr("take it out")),
        )

    def answer(self, pairs: tuple[tuple[str, str], ...]) -> Sorted:
        return Sorted(pairs)

    def progress_words(self, placed: int, total: int) -> str:
        return self.tr("{placed} of {total} sorted").format(placed=placed, total=total)

    def put_words(self, thing: int, target: int) -> str:
        item, group = self.sorting.items[thing].plain, self.sorting.groups[target].plain
        return self.tr("{item} in {group}").format(item=item, group=group)

    def taken_words(self, thing: int) -> str:
        return self.tr("{item} is in no group").format(item=self.sorting.items[thing].plain)

    def reveal(self, verdict: Verdict) -> None:
        ordered = self.parts(verdict)
        at = {**self.placing.at, **self._first_groups(ordered)}
        states = [STATES[part.mark] for part in ordered]
        self.sorting.show_result(at, states, [self._note(part) for part in ordered])

    def _first_groups(self, parts: list[PartMark]) -> dict[int, int]:
        """Where nothing was answered: the group that is right."""
        return {
            index: self._targets.index(self._groups[part.key][0])
            for index, part in enumerate(parts)
            if part.mark == "missed"
        }

    def _note(self, part: PartMark) -> str:
        if part.mark != "wrong":
            return ""
        return self.tr("belongs to: {groups}").format(groups=" / ".join(self._groups[part.key]))


WIDGET = CategoriseWidget
SIGN = Sign(
    "Groups", "R 3 3 6 6 1.5 R 11 3 6 6 1.5 R 3 11 6 6 1.5 R 11 11 6 6 1.5", "Items to sort into groups"
)
