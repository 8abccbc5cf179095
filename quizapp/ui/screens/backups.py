"""Copies of the progress: what is in each, one more now, one restored in two clicks; the deep check."""

from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from quizapp.core.problems import QuizError
from quizapp.store.backups import Made
from quizapp.store.restoring import Comparison, Prepared
from quizapp.ui.bindings import Bound, keyed
from quizapp.ui.kit import Kit
from quizapp.ui.navigation import Back, Backups, Route
from quizapp.ui.report import words_of
from quizapp.ui.safekeeping import Kept, Safekeeping, Shelf
from quizapp.ui.screens.backups_deeds import CheckPanel, CompactPanel, ExportPanel, WreckPanel
from quizapp.ui.screens.backups_parts import BackupDelegate, BackupModel, RestoreBar
from quizapp.ui.screens.backups_words import BackupWords, breakable, when
from quizapp.ui.screens.place import Place
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.page import Page
from quizapp.ui.widgets.paint import MARGIN, announce
from quizapp.ui.widgets.panel import Column, Panel
from quizapp.ui.widgets.rows import SIDE, RowTable
from quizapp.ui.work import Job

_WIDEST = 864
_SHOWN = 10
"""Rows of the list at first."""


class BackupsPlace(Place):
    """Enter on a copy shows what its restore would change; another Enter does it. Esc goes back."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.keeping = Safekeeping(kit.services, kit.work, self)
        self._words = BackupWords(self)
        self._jobs: list[Job] = []
        self._shelf: Shelf | None = None
        self._wanted = ""
        self._whole = False
        """All rows are shown."""
        self._chosen: Kept | None = None
        self._before: Path | None = None
        """The copy of what was there before the last restore."""
        self._model = BackupModel(self._words, self)
        self.table = RowTable(BackupDelegate())
        self.table.setAccessibleName(self.tr("Copies"))
        self.table.setModel(self._model)
        self.more = Button("quiet", "", icon="chevron-down", height=36)
        self.bar = RestoreBar()
        self.save = Button("primary", self.tr("Back up now"), height=36)
        self.back = keyed(Button("ghost", self.tr("Back"), height=36), "back", "back")
        self.place_words, self.told = label("small", token="mut", wrap=True), label("body", wrap=True)
        self.none = label("body", token="mut", wrap=True)
        self.check = CheckPanel(self.keeping, self._words)
        self.wreck = WreckPanel(self.keeping, self._words)
        self.compact, self.export = CompactPanel(self.keeping), ExportPanel(self.keeping)
        self._lay_out()
        self._connect()

    # What is shown

    def arrive(self, route: Route) -> None:
        assert isinstance(route, Backups)
        self._wanted = route.copy
        self.bar.hide()
        for panel in (self.check, self.wreck, self.compact, self.export):
            panel.reset()
        self._whole = False
        self._say("")
        self._look()
        self.save.setFocus()

    def leave(self) -> None:
        panels = (self.check, self.wreck, self.compact, self.export)
        for job in (*self._jobs, *(panel.job for panel in panels)):
            if job is not None and isValid(job) and job.running:
                job.cancel()
        self._jobs.clear()

    def _look(self) -> None:
        self.none.setText(self.tr("Reading the copies …"))
        self.none.setVisible(not self._model.rowCount())
        self._jobs.append(self.keeping.look(self.show_shelf, self._fail, self._progress))

    def _progress(self, done: int, total: int) -> None:
        self.none.setText(self.tr("Reading the copies: {done} of {all} …").format(done=done, all=total))
        self.none.show()

    def show_shelf(self, shelf: Shelf) -> None:
        """Show these copies; the row one stands on stays."""
        here = self.table.currentIndex().row()
        self._shelf = shelf
        self._show_rows()
        self._list.setVisible(bool(shelf.copies))
        self.none.setText(
            self.tr("There is no copy yet. One is made on each day you study, and whenever you want one.")
        )
        self.none.setVisible(not shelf.copies)
        words = self.tr("Copies go to {folder}, one on each day you study.")
        self.place_words.setText(words.format(folder=breakable(shelf.place)))
        if shelf.told is not None:
            self._say(words_of(shelf.told), token="warn")
        if 0 <= here < self._model.rowCount():
            self.table.setCurrentIndex(self._model.index(here, 0))
        self.wreck.show_damaged(next(iter(shelf.damaged), None))

        self._ask_about_wanted()

    def _ask_about_wanted(self) -> None:
        """The copy that the route named."""
        wanted, self._wanted = self._wanted, ""
        copies = self._shelf.copies if self._shelf else ()
        found = next((kept for kept in copies if wanted and str(kept.backup.path) == wanted), None)
        if found is not None:
            self._on_chosen(found)

    def _show_rows(self) -> None:
        """The first of them, or all."""
        copies = self._shelf.copies if self._shelf else ()
        shown = copies if self._whole or len(copies) <= _SHOWN + 1 else copies[:_SHOWN]
        self._model.show_values(shown)
        self.more.setText(self.tr("Show %n more", "", len(copies) - len(shown)))
        self.more.setVisible(len(shown) < len(copies))

    def _on_more(self) -> None:
        first = self._model.rowCount()
        self._whole = True
        self._show_rows()
        self.table.setCurrentIndex(self._model.index(first, 0))
        self.table.setFocus()

    def _say(self, words: str, token: str = "text") -> None:
        self.told.set_token(token)
        self.told.setText(words)
        self.told.setVisible(bool(words))
        announce(self, words)

    def _fail(self, error: Exception) -> None:
        """In place where it is a sentence for the learner; a bug has gone to the reporter."""
        self.bar.hide()
        if isinstance(error, QuizError):
            self._say(words_of(error), token="bad")

    # What the learner does

    def _save(self) -> None:
        self._say(self.tr("Making a copy …"))
        self._jobs.append(self.keeping.save(self._on_saved, self._fail))

    def _on_saved(self, made: Made) -> None:
        words = self.tr("Copied: {file}").format(file=breakable(made.path))
        self._say(words if made.told is None else words_of(made.told))
        self._look()

    def _on_chosen(self, kept: Kept) -> None:
        """The first of two clicks: what would change."""
        if not kept.contents.usable:
            self.bar.show_done(when(kept.backup.at_ms), self.tr("This copy cannot be restored."))
            return
        self._chosen = kept
        self.bar.show_busy(self.tr("Comparing it with your progress …"))
        self._jobs.append(self.keeping.compare(kept.backup.path, self._on_compared, self._fail))

    def _on_compared(self, found: Comparison) -> None:
        assert self._chosen is not None
        kept, synced = self._chosen, bool(self.kit.services.settings.sync_folder)
        head = self.tr("The copy of {moment}").format(moment=when(kept.backup.at_ms))
        self.bar.ask(f"{head} · {self._words.more(kept)}", self._words.change(found, synced=synced))

    def _on_confirmed(self) -> None:
        """The second."""
        if self._chosen is not None:
            self._restore(self._chosen.backup.path)

    def _on_taken_back(self) -> None:
        if self._before is not None:
            self._restore(self._before)

    def _restore(self, path: Path) -> None:
        self.bar.show_busy(self.tr("Copying what is there now …"))
        self._jobs.append(self.keeping.prepare(path, self._on_prepared, self._fail))

    def _on_prepared(self, prepared: Prepared) -> None:
        try:
            made = self.keeping.put(prepared, self)
        except QuizError as error:
            self._fail(error)
            return
        self._before = made.path
        words = self.tr("What was there is a copy of its own now, the newest of the list.")
        self.bar.show_done(self.tr("Restored."), words, undo=True)
        self.check.reset()
        self.wreck.reset()
        self._look()

    def _go_back(self) -> None:
        """Out of the question, then back."""
        if self.bar.asking:
            self.bar.close_question()
            self.table.setFocus()
        else:
            self.go.emit(Back())

    def _follow(self, rect: QRect) -> None:
        self._page.show_rect(rect, self.table)

    # Build

    def _lay_out(self) -> None:
        self._page = page = Page(_WIDEST, top=20 - MARGIN, bottom=12)
        page.content.setSpacing(4)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 0, 0, 0)
        head.setSpacing(4)
        head.addWidget(label("title", self.tr("Backups"), wrap=True), 1)
        head.addWidget(self.save)
        head.addWidget(self.back)
        page.content.addLayout(head)
        for words in (self.place_words, self.told, self.none):
            words.setContentsMargins(MARGIN, 0, MARGIN, 6)
            page.content.addWidget(words)
        self._list = Panel(padding=(0, 14, 0, 8))
        heading = label("heading", self.tr("Copies, newest first"), wrap=True)
        heading.setContentsMargins(SIDE, 0, SIDE, 4)
        self._list.content.addWidget(heading)
        self._list.content.addWidget(self.table)
        self._list.content.addWidget(Flow(self.more))
        for panel in (self.wreck, self._list, self.check, self.compact, self.export):
            page.content.addWidget(panel)
        self.wreck.hide()
        self._list.hide()
        page.content.addStretch(1)
        foot = Column(widest=_WIDEST)
        foot.content.addWidget(self.bar)
        foot.content.setContentsMargins(0, 0, 0, 12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(page, 1)
        whole.addWidget(foot)

    def _connect(self) -> None:
        self.save.clicked.connect(self._save)
        self.more.clicked.connect(self._on_more)
        self.back.clicked.connect(self._go_back)
        self.table.chosen.connect(self._on_chosen)
        self.table.current_moved.connect(self._follow)
        self.bar.confirmed.connect(self._on_confirmed)
        self.bar.taken_back.connect(self._on_taken_back)
        for panel in (self.check, self.compact, self.export):
            panel.failed.connect(self._fail)
        self.compact.compacted.connect(self._look)
        self.check.repaired.connect(self._look)
        self.wreck.failed.connect(self._fail)
        self.wreck.prepared.connect(self._on_prepared)
        Bound(self, "backups", {"save": self._save, "back": self._go_back})
