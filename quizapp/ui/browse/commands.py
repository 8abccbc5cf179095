"""What the actions of the table do, by their names."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from quizapp.core.problems import QuizError
from quizapp.core.reviews import Mode
from quizapp.store.browse_rows import Row
from quizapp.ui.browse.actions import ACTIONS
from quizapp.ui.browse.doing import Doings
from quizapp.ui.browse.lower import Lower
from quizapp.ui.browse.menus import RowMenu
from quizapp.ui.browse.replacing import ReplaceTask
from quizapp.ui.browse.task import Task
from quizapp.ui.browse.tasks import DueTask, KeyTask, MoveTask, PinTask, TagTask
from quizapp.ui.browse.writing import Plan, Planner, decks
from quizapp.ui.kit import Kit
from quizapp.ui.navigation import CardHistory, Edit, Export, Round, RoundKind, Study
from quizapp.ui.work import Job


class Commands(QObject):
    """Runs an action on some rows: at once, or with a task that asks for more."""

    go = Signal(object)
    """A Route."""
    found = Signal(object)
    """Groups of card_keys that are alike."""
    progressed = Signal(str)
    """What is under way, in words."""
    task_begun = Signal()
    ended = Signal()
    """A task is over."""

    def __init__(self, kit: Kit, doings: Doings, lower: Lower, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit, self._doings, self._lower = kit, doings, lower
        self._planner = Planner(kit)
        self._job: Job | None = None
        self._does: dict[str, Callable[[Sequence[Row]], None]] = {
            "edit": self._edit,
            "history": self._show_history,
            "study": self._study,
            "count": self._study_for_real,
            "look": self._look,
            "pairs": lambda rows: self._play(rows, "pairs"),
            "rapid": lambda rows: self._play(rows, "rapid"),
            "flag": lambda rows: doings.toggle("flag", rows),
            "suspend": lambda rows: doings.toggle("suspend", rows),
            "bury": lambda rows: doings.toggle("bury", rows),
            "reset": doings.reset,
            "set_due": self._ask_due,
            "tag": self._ask_tags,
            "move": self._ask_deck,
            "pin": self._ask_pin,
            "set_key": self._ask_key,
            "replace": self._ask_text,
            "export": self._export,
            "duplicates": self._find_duplicates,
        }

    @property
    def names(self) -> tuple[str, ...]:
        """Of the actions that can be done."""
        return tuple(action.name for action in ACTIONS if action.name in self._does)

    def do(self, name: str, rows: Sequence[Row]) -> None:
        """Do it, if there is anything to do it to."""
        if rows and name in self._does:
            self._does[name](rows)

    def open_menu(self, rows: Sequence[Row], at: QPoint, parent: QWidget) -> None:
        """The menu of some rows."""
        menu = RowMenu(self._does, Doings.states(rows), parent, several=len(rows) > 1)
        menu.wanted.connect(lambda name: self.do(name, rows))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def end(self) -> None:
        """Close the task."""
        self._lower.show_task(None)
        self.ended.emit()

    # Tasks

    def _begin(self, task: Task) -> None:
        task.done.connect(self.end)
        task.cancelled.connect(self.end)
        self._lower.show_task(task)
        self.task_begun.emit()
        task.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, plan: Plan, words: str) -> None:
        """Save what was planned; QuizError if that fails."""
        for carrier in plan.carriers:
            carrier.copy()
        self._kit.authoring.save_all(plan.changes, words)
        self._doings.keep(words, lambda: self._unwrite(words))

    def _unwrite(self, words: str) -> None:
        """Only if nothing else was saved since, in the editor: its steps are taken back there."""
        if self._kit.authoring.undo_words != words:
            raise QuizError("edit_refused", reason=self.tr("other changes were saved since"))
        self._kit.authoring.undo()

    def _ask_tags(self, rows: Sequence[Row]) -> None:
        self._begin(TagTask(rows, self._planner, self._write))

    def _ask_deck(self, rows: Sequence[Row]) -> None:
        self._begin(MoveTask(rows, decks(self._kit), self._planner, self._write))

    def _ask_pin(self, rows: Sequence[Row]) -> None:
        self._begin(PinTask(rows, self._planner, self._write))

    def _ask_key(self, rows: Sequence[Row]) -> None:
        self._begin(KeyTask(rows, self._planner, self._write))

    def _ask_text(self, rows: Sequence[Row]) -> None:
        self._begin(ReplaceTask(rows, self._planner, self._write))

    def _ask_due(self, rows: Sequence[Row]) -> None:
        today = self._kit.services.now().study_day
        self._begin(DueTask(rows, today, lambda day: self._doings.set_due(rows, day)))

    # Look-alikes

    def _find_duplicates(self, rows: Sequence[Row]) -> None:
        """Compare all cards, in the background."""
        from quizapp.store.lookalikes import lookalikes

        if self._job is not None:
            return
        db = self._kit.services.db
        self._job = self._kit.work.run(
            lambda progress: lookalikes(db, progress),
            on_done=self._take_groups,
            on_failed=self._give_up,
            on_progress=self._take_progress,
        )
        self.progressed.emit(self.tr("Comparing all cards …"))

    def _take_progress(self, done: int, total: int) -> None:
        percent = round(100 * done / max(1, total))
        self.progressed.emit(self.tr("Comparing all cards: {percent} %").format(percent=percent))

    def _take_groups(self, groups: tuple[tuple[int, ...], ...]) -> None:
        self._job = None
        self.found.emit(groups)

    def _give_up(self, error: Exception) -> None:
        """The hooks have told the user."""
        self._job = None

    def stop(self) -> None:
        """The screen is left."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    # Elsewhere

    def open_folder(self) -> None:
        self._kit.decks.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._kit.decks)))

    def _export(self, rows: Sequence[Row]) -> None:
        self.go.emit(Export(cards=tuple(row.card_key for row in rows)))

    def open_link(self, address: str) -> None:
        from quizapp.ui.linksheet import LinkSheet

        LinkSheet(address, self._lower.window()).open()

    def _edit(self, rows: Sequence[Row]) -> None:
        row = rows[0]
        if row.missing:
            return
        note = self._kit.services.library.shelf.note(row.deck_key, row.note)
        self.go.emit(Edit(path=row.path, line=note.span.line))

    def _show_history(self, rows: Sequence[Row]) -> None:
        """Of the first of them."""
        self.go.emit(CardHistory(card=rows[0].card_key))

    def _study(self, rows: Sequence[Row]) -> None:
        """A look at the cards that leaves their schedule as it is."""
        self._sit(rows, "repeat")

    def _look(self, rows: Sequence[Row]) -> None:
        """A look at the cards that leaves no trace at all: new ones stay new."""
        keys = tuple(row.card_key for row in rows if not row.missing)
        if keys:
            self.go.emit(Study(cards=keys, look=True, title=self.tr("Only a look")))

    def _study_for_real(self, rows: Sequence[Row]) -> None:
        self._sit(rows, "study")

    def _play(self, rows: Sequence[Row], kind: RoundKind) -> None:
        keys = tuple(row.card_key for row in rows if not row.missing)
        if keys:
            self.go.emit(Round(kind=kind, cards=keys))

    def _sit(self, rows: Sequence[Row], mode: Mode) -> None:
        keys = tuple(row.card_key for row in rows if not row.missing)
        if keys:
            self.go.emit(Study(cards=keys, mode=mode))
