"""Changes of this deck and of others at once, undone and made again together."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from quizapp.core.problems import QuizError
from quizapp.store.deck_edits import Change, Opened
from quizapp.ui.authoring import Authoring
from quizapp.ui.editor.keeper import Keeper
from quizapp.ui.report import words_of


class _Step(Struct, frozen=True):
    """A change of several files, as the text of this deck was before it and after it."""

    words: str
    before: str
    after: str


class JointSteps(QObject):
    """Stands before the undo of a document: a shared step is undone in all files or in none."""

    refused = Signal(str)
    """Why one cannot be taken back, translated."""

    def __init__(self, keeper: Keeper, authoring: Authoring, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper, self._authoring = keeper, authoring
        self._steps: list[_Step] = []
        keeper.document.undo_guard = self._undo
        keeper.document.redo_guard = self._redo

    def make(self, other: Change, text: str, words: str, *, gains: bool = False) -> None:
        """Write another file, and this deck as `text`; QuizError if not all of it can be done.

        gains: this deck gets the cards; then it is written first.
        """
        keeper = self._keeper
        opened = keeper.opened
        assert opened is not None
        before = keeper.document.text
        here = (opened, text)
        after = self._authoring.save_all([here, other] if gains else [other, here], words)
        keeper.take_saved(after[0 if gains else 1])
        self._steps.append(_Step(words, before, keeper.document.text))

    def _undo(self, undo: Callable[[], None]) -> bool:
        """True if the undo was done here, or must not be done."""
        return self._go(undo, self._authoring.undo, self._authoring.undo_words, back=True)

    def _redo(self, redo: Callable[[], None]) -> bool:
        return self._go(redo, self._authoring.redo, self._authoring.redo_words, back=False)

    def _go(
        self, step: Callable[[], None], make: Callable[[], tuple[Opened, ...]], words: str, *, back: bool
    ) -> bool:
        text = self._keeper.document.text
        found = next((one for one in self._steps if (one.after if back else one.before) == text), None)
        if found is None:
            return False
        if not self._keeper.save():  # the files must be as they were when the step was made
            return True
        step()
        wanted = self._keeper.document.text == (found.before if back else found.after)
        if not wanted:
            return True  # it was another step that led to the same text
        try:
            self._files(make, words == found.words)
        except QuizError as error:
            (self._keeper.document.file.redo if back else self._keeper.document.file.undo)()
            self.refused.emit(words_of(error))
        return True

    def _files(self, make: Callable[[], tuple[Opened, ...]], is_last: bool) -> None:
        """Let the files follow."""
        if not is_last:
            raise QuizError("deck_changed_outside", file=str(self._keeper.path))
        for opened in make():
            if opened.path == self._keeper.path:
                self._keeper.take_saved(opened)
