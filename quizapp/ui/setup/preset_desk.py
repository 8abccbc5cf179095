"""What can be done with presets on the screen of a new exam: named in place, told, and taken back."""

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from quizapp.core.plan import Plan
from quizapp.core.problems import QuizError
from quizapp.ui.report import words_of
from quizapp.ui.setup.head import NameBar, SetupHead, ToldBar
from quizapp.ui.setup.presets import Presets


class PresetDesk(QObject):
    """Owns the head, the bar that asks for a name, and the line that tells what was done."""

    renamed = Signal(object)
    """The present Plan, with the title that it has now."""
    left = Signal()
    """The bar has closed: the focus may go where it was wanted."""

    def __init__(self, presets: Presets, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presets, self._plan, self._suggested = presets, Plan(), ""
        self._renaming = False
        self.head, self.name, self.told = SetupHead(presets), NameBar(), ToldBar()
        self.head.name_wanted.connect(self._on_name_wanted)
        self.head.delete_wanted.connect(self._on_delete)
        self.head.store_wanted.connect(self._on_store)
        self.name.named.connect(self._on_named)
        self.name.left.connect(self.left)
        self.told.undo_wanted.connect(self.undo)
        presets.done.connect(self._on_done)

    def show_plan(self, plan: Plan, suggested: str) -> None:
        """suggested: a name for it, if it has none."""
        self._plan, self._suggested = plan, suggested
        self.head.show_plan(plan)

    def close(self) -> None:
        """Ask and tell nothing any more."""
        self.told.show_words("", undo=False)
        self.name.hide()

    def leave_name(self) -> bool:
        """Close the bar that asks for a name; False if it is not open."""
        was_open = self.name.isVisible()
        if was_open:
            self.name.close_bar()
        return was_open

    def undo(self) -> None:
        """Take back what was done last."""
        try:
            if self._presets.undo():
                self.told.show_words(self.tr("Taken back"), undo=False)
        except QuizError as error:
            self.told.show_words(words_of(error), undo=False)

    def _on_name_wanted(self, why: str) -> None:
        self._renaming = why == "rename"
        self.name.ask(self._plan.title or self._suggested)

    def _on_named(self, name: str) -> None:
        if self._renaming:
            self._presets.rename(self._plan.title, name)
            self.renamed.emit(replace(self._plan, title=name))
        else:
            self.renamed.emit(self._presets.save(self._plan, name))
        self.left.emit()

    def _on_delete(self) -> None:
        self._presets.delete(self._plan.title)
        self.renamed.emit(replace(self._plan, title=""))

    def _on_store(self, path: str) -> None:
        try:
            self._presets.store(self._plan, path)
        except QuizError as error:
            self.told.show_words(words_of(error), undo=False)

    def _on_done(self, words: str) -> None:
        self.told.show_words(words, undo=True)
