"""Presets: plans under names, the learner's own and those that decks bring; and plans of earlier exams."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from quizapp.core.plan import Plan
from quizapp.formats.exam_write import with_exam
from quizapp.ui.authoring import Authoring
from quizapp.ui.services import Services


class Shipped(Struct, frozen=True):
    """A preset that a deck brings."""

    deck: str
    """Title."""
    plan: Plan


class Presets(QObject):
    """What was done last can be taken back."""

    done = Signal(str)
    """What was done, translated; `undo` takes it back."""

    def __init__(self, services: Services, authoring: Authoring, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._authoring = services, authoring
        self._undo: Callable[[], object] | None = None

    @property
    def own(self) -> tuple[Plan, ...]:
        return self._services.settings.exam_presets

    def named(self, title: str) -> Plan | None:
        """The learner's own preset of this name."""
        return next((plan for plan in self.own if plan.title == title), None)

    def shipped(self) -> tuple[Shipped, ...]:
        """Those of all decks."""
        library = self._services.library
        return tuple(
            Shipped(file.title, plan)
            for file in library.files
            if file.studied
            for plan in library.shelf.header(file.deck_key).exams
        )

    def decks(self) -> tuple[tuple[str, str], ...]:
        """(title, path) of the decks that a preset can be stored in."""
        return tuple((file.title, file.path) for file in self._services.library.files if not file.broken)

    # Changes

    def save(self, plan: Plan, title: str) -> Plan:
        """Keep a plan under a name; one of this name is replaced. The plan with its name."""
        named = replace(plan, title=title)
        others = [one for one in self.own if one.title != title]
        self._put((*others, named), self.tr("Preset “{name}” saved").format(name=title))
        return named

    def rename(self, title: str, name: str) -> None:
        """Call one of the learner's own otherwise."""
        plans = [one for one in self.own if one.title != name or name == title]
        renamed = [replace(one, title=name) if one.title == title else one for one in plans]
        self._put(tuple(renamed), self.tr("Preset renamed to “{name}”").format(name=name))

    def delete(self, title: str) -> None:
        """Forget one of the learner's own."""
        words = self.tr("Preset “{name}” deleted").format(name=title)
        self._put(tuple(one for one in self.own if one.title != title), words)

    def store(self, plan: Plan, path: str) -> None:
        """Write a preset into a deck file, in place of one of its name. QuizError if it cannot be."""
        opened = self._authoring.open(Path(path))
        text = with_exam(opened.text, plan).text
        name = Path(path).name
        words = self.tr("Preset “{name}” stored in {file}").format(name=plan.title, file=name)
        self._authoring.save_all([(opened, text)], words)
        self._keep(self._authoring.undo, words)

    def undo(self) -> bool:
        """Take the last change back; False if there is none."""
        undo, self._undo = self._undo, None
        if undo is not None:
            undo()
        return undo is not None

    def _put(self, plans: tuple[Plan, ...], words: str) -> None:
        before = self.own
        self._services.set("exam_presets", plans, self)
        self._keep(lambda: self._services.set("exam_presets", before, self), words)

    def _keep(self, undo: Callable[[], object], words: str) -> None:
        self._undo = undo
        self.done.emit(words)
