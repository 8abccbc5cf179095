"""Below the table: the action bar while several are selected, then preview, summary or a task."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from quizapp.store.browse_rows import Row
from quizapp.ui.browse.bar import ActionBar
from quizapp.ui.browse.doing import Doings
from quizapp.ui.browse.preview import CardPreview
from quizapp.ui.browse.summary import SelectionPanel
from quizapp.ui.browse.task import Task
from quizapp.ui.kit import Kit


class Lower(QWidget):
    """Shows what belongs to the selection. `previewing`: the learner wants to see cards."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = ActionBar()
        self.preview = CardPreview(kit)
        self.summary = SelectionPanel()
        self.task: Task | None = None
        self._previewing = True
        self._several = self._crowded = False
        self._stack = QStackedWidget()
        self._stack.addWidget(self.preview)
        self._stack.addWidget(self.summary)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self.bar)
        rows.addWidget(self._stack, 1)
        self.bar.hide()

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What takes the focus in it, in order; some may be out of sight."""
        below = self.task.first if self.task is not None else self.preview.page
        return self.bar.study, below

    @property
    def previewing(self) -> bool:
        return self._previewing

    def set_previewing(self, on: bool) -> None:
        self._previewing = on
        self._arrange()

    def show_one(self, row: Row | None) -> None:
        """One row is current."""
        self._several = False
        if self._previewing:
            self.preview.show_row(row)
        self._arrange()

    def show_several(self, rows: Sequence[Row], count: int, today: int) -> None:
        """rows: the first of those that are selected; count: of all of them."""
        self.bar.show_count(count, Doings.states(rows))
        self._several = True
        self.summary.show_rows(rows, count, today)
        self._arrange()

    def set_crowded(self, on: bool) -> None:
        """There is room for nothing beside the task."""
        if on != self._crowded:
            self._crowded = on
            self._arrange()

    def height_wanted(self) -> int:
        """What the task needs, px; 0 without one."""
        return self.task.height_wanted(self.width()) if self.task is not None else 0

    def show_task(self, task: Task | None) -> None:
        """A task in the preview's place until it is done; None: it is over."""
        if self.task is not None:
            self._stack.removeWidget(self.task)
            self.task.hide()
            self.task.deleteLater()
        self.task = task
        if task is not None:
            self._stack.addWidget(task)
        self._arrange()

    def _arrange(self) -> None:
        several = self._several
        self.bar.setVisible(several and not self._crowded)
        self.bar.study.set_kind("ghost" if self.task is not None else "primary")
        shown = self.task or (self.summary if several else self.preview)
        self._stack.setCurrentWidget(shown)
        self._stack.setVisible(self.task is not None or self._previewing)
        self.setVisible(several or not self._stack.isHidden())
