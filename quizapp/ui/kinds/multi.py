"""multi: every right option among wrong ones."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from quizapp.core.kinds.base import Mark, Picks
from quizapp.core.kinds.multi import NONE_APPLY, Multi
from quizapp.core.kinds.picking import ChoicePrompt
from quizapp.ui.i18n import marked
from quizapp.ui.kinds.base import Sign
from quizapp.ui.kinds.picking import OptionsWidget
from quizapp.ui.richtext import Viewers
from quizapp.ui.widgets.choices import Choice


class MultiWidget(OptionsWidget):
    """Check boxes. While none is checked, the main button says what checking then means."""

    multi = True

    def __init__(
        self, question: Multi, prompt: ChoicePrompt, *, viewers: Viewers, parent: QWidget | None = None
    ) -> None:
        super().__init__({option.text: Choice(option.text) for option in prompt.options}, viewers, parent)
        self._list.changed.connect(self._change)
        self._change()

    def _change(self) -> None:
        self.action = self.tr("Check") if self._list.checked() else marked(NONE_APPLY)
        self.changed.emit()

    def can_submit(self) -> bool:
        return True

    def submit(self) -> None:
        self.submitted.emit(Picks(tuple(self._keys[index] for index in self._list.checked())))

    def words(self) -> Mapping[Mark, str]:
        return {"wrong": self.tr("chosen"), "missed": self.tr("missed")}


WIDGET = MultiWidget
SIGN = Sign(
    "Multi",
    "R 3 4 4 4 1 R 3 12 4 4 1 M 10.5 6 L 17 6 M 10.5 14 L 17 14",
    "Several right answers among others",
)
