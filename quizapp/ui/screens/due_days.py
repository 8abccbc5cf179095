"""Due days moved on demand: a backlog spread over the days to come, or all days by the present settings."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QDateTime, QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.due_days import Shift
from quizapp.core.problems import QuizError
from quizapp.store import due_days
from quizapp.store.due_days import Batch
from quizapp.ui import moving
from quizapp.ui.bindings import Bound, keyed
from quizapp.ui.kit import Kit
from quizapp.ui.navigation import Back, Route
from quizapp.ui.report import words_of
from quizapp.ui.screens.due_days_parts import ShiftPanel
from quizapp.ui.screens.place import Place
from quizapp.ui.services import Changes
from quizapp.ui.setup.rows import ControlRow
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.numberbox import NumberBox
from quizapp.ui.widgets.page import Page
from quizapp.ui.widgets.paint import MARGIN, announce
from quizapp.ui.work import Job

_WIDEST = 864
_MOST_DAYS, _MOST_KEPT, _DAYS = 60, 9999, 7


class DueDaysPlace(Place):
    """Two panels, each with a look at what would move; what was done last can be taken back."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._jobs: dict[str, Job] = {}
        self._batch: Batch | None = None
        self._waiting = 0
        stays, over = self.tr("Stay for today"), self.tr("Spread the others over")
        self.keep = NumberBox(stays, 0, _MOST_KEPT)
        self.days = NumberBox(over, 1, _MOST_DAYS, unit=self.tr("days"))
        self.days.show_number(_DAYS)
        self.spread = ShiftPanel(
            self.tr("More cards wait than a day has room for"),
            self.tr("Those most worth keeping stay. The others follow in the same order, day by day."),
            self.tr("Spread them"),
            ControlRow(stays, self.keep),
            ControlRow(over, self.days),
        )
        self.settings = ShiftPanel(
            self.tr("Due days by the present settings"),
            self.tr(
                "A changed retention, other easy days and a fit hold from a card’s next answer on. Here all "
                "cards get their new day at once; those whose day is as good stay."
            ),
            self.tr("Move them"),
            kind="ghost",
        )
        self.back = keyed(Button("ghost", self.tr("Back")), "back", "back")
        self.undo = Button("ghost", self.tr("Undo"))
        self._told = label("body", wrap=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        page = Page(_WIDEST, top=20 - MARGIN, bottom=20)
        page.content.setSpacing(10)
        title = label("title", self.tr("Due days"), wrap=True)
        for words in (title, self._told):
            words.setContentsMargins(MARGIN, 0, MARGIN, 0)
            page.content.addWidget(words)
        for widget in (Flow(self.undo, self.back, gap=8), self.spread, self.settings):
            page.content.addWidget(widget)
        page.content.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def _connect(self) -> None:
        self.back.clicked.connect(self._go_back)
        self.undo.clicked.connect(self._take_back)
        self.keep.chosen.connect(self._look_at_spread)
        self.days.chosen.connect(self._look_at_spread)
        self.spread.wanted.connect(self._do_spread)
        self.settings.wanted.connect(self._do_settings)
        self.spread.stopped.connect(self._look)
        self.settings.stopped.connect(self._look)
        Bound(self, "back", {"back": self._go_back})

    # What is shown

    def arrive(self, route: Route) -> None:
        services = self.kit.services
        self._show_batch(due_days.last(services.db), "")
        self.keep.show_number(self._room())
        self._look()
        target = self.keep if self.spread.isVisibleTo(self) else self.back
        target.setFocus()

    def leave(self) -> None:
        """What is only looked at need not be reckoned any more; what is being done goes on."""
        self._stop("spread", "settings")

    def take_changes(self, changes: Changes) -> None:
        if changes.by is not self and "do" not in self._jobs:
            self._look()

    def _room(self) -> int:
        """Reviews that the day has room for still."""
        services = self.kit.services
        return due_days.room(services.db, services.now().study_day, services.settings)

    def _look(self) -> None:
        """What would be done now."""
        self._stop("spread", "settings", "do")
        services = self.kit.services
        self._waiting = due_days.waiting(services.db, services.now().study_day)
        self.spread.setVisible(self._waiting > self._room())
        if self._waiting > self._room():
            self._look_at_spread()
        self.settings.show_busy(self.tr("Looking at all cards …"))
        self._run(
            "settings",
            moving.look_at_settings,
            services.settings,
            done=self.settings.show_shift,
            progress=self._show_looked,
        )

    def _look_at_spread(self) -> None:
        self._stop("spread")
        self._run(
            "spread",
            moving.look_at_spread,
            self.keep.value(),
            self.days.value(),
            done=self.spread.show_shift,
        )

    def _show_looked(self, done: int, total: int) -> None:
        percent = round(100 * done / max(1, total))
        self.settings.show_busy(self.tr("Looking at all cards: {percent} %").format(percent=percent))

    # What the learner does

    def _do_spread(self) -> None:
        self._do(self.spread, "spread")

    def _do_settings(self) -> None:
        self._do(self.settings, "settings")

    def _do(self, panel: ShiftPanel, what: str) -> None:
        shift: Shift | None = panel.shift
        if shift is None or "do" in self._jobs:
            return
        self._stop("spread", "settings")
        self._busy = panel
        panel.show_busy(self.tr("Moving the cards …"))
        self._run("do", moving.apply, shift.moves, what, done=self._on_moved, progress=self._show_moving)

    def _take_back(self) -> None:
        if self._batch is None or "do" in self._jobs:
            return
        self._stop("spread", "settings")
        self._busy = self.settings
        self._run(
            "do", moving.take_back, self._batch.batch_id, done=self._on_taken_back, progress=self._show_moving
        )

    def _show_moving(self, done: int, total: int) -> None:
        percent = round(100 * done / max(1, total))
        self._busy.show_busy(self.tr("Moving the cards: {percent} %").format(percent=percent))

    def _on_moved(self, found: moving.Done) -> None:
        count, batch = found
        self._finish(batch, self.tr("%n cards have another due day.", "", count))

    def _on_taken_back(self, found: moving.Done) -> None:
        count, batch = found
        self._finish(batch, self.tr("%n cards have their former due day again.", "", count))

    def _finish(self, batch: Batch | None, words: str) -> None:
        self.kit.services.changed.emit(Changes(progress=True, by=self))
        self._show_batch(batch, words)
        if self.isVisible():  # it goes on after the learner has left
            self._look()
            (self.undo if batch else self.back).setFocus()

    def _show_batch(self, batch: Batch | None, words: str) -> None:
        """What was done last, or is done now."""
        self._batch = batch
        if batch is not None and not words:
            day = QLocale().toString(QDateTime.fromMSecsSinceEpoch(batch.at_ms).date(), "d MMMM")
            words = self.tr("On {day}, %n cards got another due day.", "", batch.cards).format(day=day)
        self._told.setText(words)
        self._told.setVisible(bool(words))
        self.undo.setVisible(batch is not None)
        if words:
            announce(self, words)

    def _go_back(self) -> None:
        self.go.emit(Back())

    # In the background

    def _run(
        self,
        name: str,
        fn: Callable[..., Any],
        *args: object,
        done: Callable[[Any], None],
        progress: Callable[[int, int], None] | None = None,
    ) -> None:
        job = self.kit.work.run(
            fn, self.kit.services.db, *args, on_done=done, on_failed=self._on_failed, on_progress=progress
        )
        job.ended.connect(self._forget)
        self._jobs[name] = job

    def _forget(self) -> None:
        self._jobs = {name: job for name, job in self._jobs.items() if job.running}

    def _on_failed(self, error: Exception) -> None:
        """Nothing was done; it is looked at again when the learner comes back or changes something."""
        for panel in (self.spread, self.settings):
            panel.show_busy("", can_stop=False)
        self._show_batch(self._batch, words_of(error) if isinstance(error, QuizError) else str(error))

    def _stop(self, *names: str) -> None:
        for name in names:
            if (job := self._jobs.pop(name, None)) is not None:
                job.cancel()
