"""All quizzes and exams that were handed in: open one, take it again, compare two, delete one for good."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.attempt import Attempt
from quizapp.formats import exam_out
from quizapp.store import exams
from quizapp.store.database import Database
from quizapp.store.exams import Past
from quizapp.ui.bindings import Bound, keyed
from quizapp.ui.examiner import Examiner
from quizapp.ui.kit import Kit
from quizapp.ui.models.cards import PastModel
from quizapp.ui.navigation import Analysis, Back, ExamResult, Route, TakeExam
from quizapp.ui.saving import asked_name, save, saved
from quizapp.ui.screens.card_rows import CardDelegate
from quizapp.ui.screens.exam_history_parts import ComparisonPanel, TrendPanel
from quizapp.ui.screens.place import Place
from quizapp.ui.services import Changes
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.page import Page
from quizapp.ui.widgets.paint import MARGIN, announce
from quizapp.ui.widgets.panel import Panel
from quizapp.ui.widgets.rows import RowTable

_WIDEST = 864


_WRITERS: Mapping[str, Callable[[Iterable[Attempt]], bytes]] = {
    ".csv": exam_out.to_csv,
    ".json": exam_out.to_json,
}
"""Suffix -> how all exams are written."""


def gathered(db: Database, name: str) -> tuple[str, bytes]:
    """For a worker: the name of a file, and what stands in it."""
    with db.twin() as twin:
        return name, _WRITERS[Path(name).suffix.lower()](exams.all_attempts(twin))


class ExamHistoryPlace(Place):
    """The row with the keyboard's focus is the present one; its buttons stand above the list."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._past: tuple[Past, ...] = ()
        self._first = ""
        """The session that the next one is compared with."""
        self._asked = ""
        """The session whose deletion was asked for once."""
        self._model = PastModel(self)
        self.table = RowTable(CardDelegate())
        self.table.setAccessibleName(self.tr("Earlier exams"))
        self.table.setModel(self._model)
        self.none = label("body", self.tr("No quiz was handed in yet."), "mut", wrap=True)
        self.again = Button("ghost", self.tr("Take it again"))
        self.fresh = Button("ghost", self.tr("Again, other questions"))
        self.compare = Button("ghost", self.tr("Compare"))
        self.delete = Button("ghost", self.tr("Delete"))
        self.save = Button("ghost", self.tr("Save results …"))
        self.analysis = Button("ghost", self.tr("Question analysis"))
        self.back = Button("ghost", self.tr("Back"))
        self.told = label("small", token="mut", wrap=True)
        self.trend, self.comparison = TrendPanel(), ComparisonPanel()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._page = page = Page(_WIDEST, top=20 - MARGIN, bottom=20)
        page.content.setSpacing(4)
        title = label("title", self.tr("Earlier exams"), wrap=True)
        for words in (title, self.none):
            words.setContentsMargins(MARGIN, 0, MARGIN, 4)
            page.content.addWidget(words)
        self.buttons = Flow(
            self.again, self.fresh, self.compare, self.delete, self.save, self.analysis, self.back
        )
        page.content.addWidget(self.buttons)
        self.told.setContentsMargins(MARGIN, 0, MARGIN, 4)
        page.content.addWidget(self.told)
        self._list = Panel(padding=(0, 8, 0, 8))
        self._list.content.addWidget(self.table)
        for panel in (self.trend, self.comparison, self._list):
            page.content.addWidget(panel)
        page.content.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def _connect(self) -> None:
        self.table.chosen.connect(self._open)
        self.table.current_moved.connect(partial(self._follow, self.table))
        self.save.clicked.connect(self._save)
        self.analysis.clicked.connect(self._analyse)
        actions = (
            (self.again, "again", partial(self._take, True)),
            (self.fresh, "fresh", partial(self._take, False)),
            (self.compare, "compare", self._compare),
            (self.delete, "delete", self._delete),
            (self.back, "back", self._go_back),
        )
        for button, name, action in actions:
            button.clicked.connect(lambda _=False, action=action: action())
            keyed(button, "history", name)
        Bound(self, "history", {name: action for _, name, action in actions})

    # What is shown

    def arrive(self, route: Route) -> None:
        self._first = self._asked = ""
        self.comparison.hide()
        self._tell("")
        self._look()
        if self._past:
            self.table.setCurrentIndex(self._model.index(0, 0))
            self.table.setFocus()
        else:
            self.back.setFocus()

    def take_changes(self, changes: Changes) -> None:
        if changes.progress:
            self._look()

    def _look(self) -> None:
        self._past = exams.history(self.kit.services.db)
        self._model.show_values(self._past)
        has = bool(self._past)
        self.none.setVisible(not has)
        self._list.setVisible(has)
        for button in (self.again, self.fresh, self.compare, self.delete, self.save, self.analysis):
            button.setVisible(has)
        self.trend.show_past(self._past, self._here)
        self._say()

    @property
    def _here(self) -> Past | None:
        row = self.table.currentIndex().row()
        return self._past[row] if 0 <= row < len(self._past) else (self._past[0] if self._past else None)

    def _say(self) -> None:
        here = self._here
        sure = here is not None and here.session_id == self._asked
        self.delete.setText(self.tr("Delete it for good?") if sure else self.tr("Delete"))
        self.compare.setText(self.tr("Compare with this one") if self._first else self.tr("Compare"))

    def _follow(self, table: RowTable, rect: QRect) -> None:
        self._page.show_rect(rect, table)
        self._asked = ""
        self.trend.show_past(self._past, self._here)
        self._say()

    # What the learner does

    def _open(self, past: Past) -> None:
        self.go.emit(ExamResult(session_id=past.session_id))

    def _take(self, same: bool) -> None:
        """The same plan again; same: with the same code, and so the same questions."""
        here = self._here
        if here is None:
            return
        examiner = Examiner(self.kit.services, self)
        code = here.code if same else examiner.new_code()
        attempt = examiner.begin(here.plan, here.title, examiner.candidates(here.plan), code)
        if attempt is None:
            announce(self, self.tr("None of its cards is there any more"))
        else:
            self.go.emit(TakeExam(session_id=attempt.session_id))

    def _save(self) -> None:
        """All of them, in one file; read in the background, as there may be many."""
        name = asked_name(self, self.tr("exams"), _WRITERS)
        if name:
            self._tell(self.tr("Reading the exams …"))
            self.kit.work.run(
                gathered, self.kit.services.db, name, on_done=self._on_gathered, on_failed=self._on_failed
            )

    def _on_gathered(self, found: tuple[str, bytes]) -> None:
        name, data = found
        self._tell(saved(name, lambda path: save(path, data))[0])

    def _on_failed(self, error: Exception) -> None:
        self._tell(str(error))

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))
        announce(self, words)

    def _analyse(self) -> None:
        self.go.emit(Analysis())

    def _compare(self) -> None:
        """Once for the first, again on another row for the second."""
        here = self._here
        if here is None:
            return
        if not self._first or self._first == here.session_id:
            self._first = "" if self._first else here.session_id
            announce(self, self.tr("Now the other one") if self._first else self.tr("No longer compared"))
        else:
            loaded = [exams.load(self.kit.services.db, one) for one in (self._first, here.session_id)]
            first, second = loaded
            if first is not None and second is not None:
                self.comparison.show_both(first, second)
            self._first = ""
        self._say()

    def _delete(self) -> None:
        """Asked once more in the button itself."""
        here = self._here
        if here is None:
            return
        if self._asked != here.session_id:
            self._asked = here.session_id
            announce(self, self.tr("Delete it for good? Press Del again. Its answers go from all numbers."))
            self._say()
            return
        self._asked = ""
        exams.delete(self.kit.services.db, here.session_id)
        self.kit.services.changed.emit(Changes(progress=True, by=self))
        announce(self, self.tr("Deleted"))

    def _go_back(self) -> None:
        self.go.emit(Back())
