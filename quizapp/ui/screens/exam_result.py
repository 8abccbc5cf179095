"""The result of a quiz or an exam: what it says, how well one knew it, and every question as it was seen."""

from functools import partial

from PySide6.QtCore import QDateTime, QLocale, QRect
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from quizapp.core.attempt import Attempt
from quizapp.core.kinds import KINDS
from quizapp.core.results import Result, Share, result
from quizapp.formats import exam_out
from quizapp.store import exams, leeches
from quizapp.ui import theme
from quizapp.ui.bindings import Bound, keyed
from quizapp.ui.i18n import marked
from quizapp.ui.kit import Kit
from quizapp.ui.navigation import Back, ExamResult, Home, OnPaper, Route, Study
from quizapp.ui.saving import save_as
from quizapp.ui.screens.exam_parts import clock_words
from quizapp.ui.screens.exam_questions import QuestionsPanel
from quizapp.ui.screens.exam_result_parts import CertaintyPanel, ConfidentPanel, ScorePanel, TopicsPanel
from quizapp.ui.screens.leech_line import LeechLine
from quizapp.ui.screens.place import Place
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.page import Page
from quizapp.ui.widgets.paint import MARGIN, announce
from quizapp.ui.widgets.rows import RowTable

_WIDEST, _ROOMY = 864, 700
"""Of the column, and from which width two panels stand side by side; px at 100 %."""


class ExamResultPlace(Place):
    """Nothing here touches the schedule unless its button says so."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._attempt: Attempt | None = None
        self._result: Result | None = None
        self._over, self._title = label("small", token="mut", wrap=True), label("title", wrap=True)
        self.study = Button("primary", "", key=self.tr("Enter"))
        self.tomorrow = Button("ghost", self.tr("Put them at the front of tomorrow"))
        self.save = Button("ghost", self.tr("Save results …"))
        self.paper = Button("ghost", self.tr("Save as PDF …"))
        self.done = keyed(Button("ghost", self.tr("Done")), "back", "back")
        self.told = label("small", token="mut", wrap=True)
        self.leeches = LeechLine()
        self.score, self.certainty = ScorePanel(), CertaintyPanel()
        self.confident, self.topics = ConfidentPanel(), TopicsPanel()
        self.questions = QuestionsPanel(kit)
        self._lay_out()
        self.study.clicked.connect(self._on_study)
        self.tomorrow.clicked.connect(self._on_tomorrow)
        self.save.clicked.connect(self._on_save)
        self.paper.clicked.connect(self._on_paper)
        self.done.clicked.connect(self._on_done)
        self.confident.study_wanted.connect(self._study)
        Bound(self, "back", {"back": self._on_done})

    def _lay_out(self) -> None:
        self._page = page = Page(_WIDEST, top=20 - MARGIN, bottom=20)
        page.content.setSpacing(4)
        for words in (self._over, self._title):
            words.setContentsMargins(MARGIN, 0, MARGIN, 0)
            page.content.addWidget(words)
        page.content.addWidget(Flow(self.study, self.tomorrow, self.save, self.paper, self.done))
        self.told.setContentsMargins(MARGIN, 0, MARGIN, 4)
        page.content.addWidget(self.told)
        page.content.addWidget(self.leeches)
        self._pairs = []
        for first, second in ((self.score, self.certainty), (self.confident, self.topics)):
            pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            pair.setSpacing(4)
            pair.addWidget(first, 1)
            pair.addWidget(second, 1)
            page.content.addLayout(pair)
            self._pairs.append(pair)
        page.content.addWidget(self.questions)
        page.content.addStretch(1)
        page.width_changed.connect(self._arrange)
        self.questions.table.current_moved.connect(partial(self._follow, self.questions.table))
        self.questions.opened.connect(page.follow)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def _arrange(self, width: int) -> None:
        roomy = width >= theme.px(_ROOMY)
        way = QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom
        for pair in self._pairs:
            pair.setDirection(way)

    # What is shown

    def arrive(self, route: Route) -> None:
        assert isinstance(route, ExamResult)
        attempt = exams.load(self.kit.services.db, route.session_id)
        if attempt is None:
            self.go.emit(Back())
            return
        self.show_attempt(attempt)

    def show_attempt(self, attempt: Attempt) -> None:
        """Show how it went; the focus is on what is best done next."""
        self._tell("")
        self._attempt = attempt
        self._result = found = result(attempt)
        locale = QLocale()
        date = QDateTime.fromMSecsSinceEpoch(attempt.started_ms).date()
        day = locale.toString(date, QLocale.FormatType.LongFormat)
        over = self.tr("Exam result · {day} · {time} · {code}")
        self._over.setText(over.format(day=day, time=clock_words(found.seconds * 1000), code=attempt.code))
        self._title.setText(attempt.title)
        self.leeches.show_marked(leeches.marked(self.kit.services.db, attempt.session_id))
        missed = len(found.missed)
        self.study.setText(self.tr("Review the %n missed", "", missed))
        self.study.setVisible(missed > 0)
        self.tomorrow.setVisible(missed > 0)
        self.tomorrow.setEnabled(True)
        self.score.show_result(attempt, found)
        self.certainty.show_result(found)
        self.confident.show_result(attempt, found)
        self.confident.setVisible(bool(found.confident))
        self.topics.show_result(found, self._kinds(found), self._statuses(found))
        self.questions.show_attempt(attempt)
        (self.study if missed else self.done).setFocus()
        announce(self, f"{self.score.words} {self.leeches.text()}".strip())

    def _kinds(self, found: Result) -> list[Share]:
        labels = {kind.name: kind.label for kind in KINDS}
        return [_named(one, marked(labels[one.name])) for one in found.kinds]

    def _statuses(self, found: Result) -> list[Share]:
        words = {
            "fact": self.tr("facts"),
            "claim": self.tr("claims"),
            "forecast": self.tr("forecasts"),
            "background": self.tr("background"),
        }
        return [_named(one, words[one.name]) for one in found.statuses]

    def _follow(self, table: RowTable, rect: QRect) -> None:
        self._page.show_rect(rect, table)

    # What the learner does

    def _on_study(self) -> None:
        if self._result is not None:
            self._study(self._result.missed)

    def _study(self, indices: tuple[int, ...]) -> None:
        """Another look at some of the questions now; it stays out of the schedule."""
        keys = self._keys(indices)
        if keys:
            self.go.emit(Study(cards=keys, mode="repeat"))
        else:
            announce(self, self.tr("These cards are no longer in their decks"))

    def _keys(self, indices: tuple[int, ...]) -> tuple[int, ...]:
        assert self._attempt is not None
        shelf = self.kit.services.library.shelf
        items = (shelf.item_of(self._attempt.questions[at].card_id) for at in indices)
        return tuple(item.card_key for item in items if item is not None)

    def _on_tomorrow(self) -> None:
        """The one button that changes when cards come back."""
        assert self._attempt is not None
        assert self._result is not None
        services = self.kit.services
        tomorrow = services.now().study_day + 1
        keys = self._keys(self._result.missed)
        known = {key: services.state(key)[0] for key in keys}
        # New cards have no day yet, and what is due sooner is not put off.
        later = [key for key, memory in known.items() if memory is not None and memory.due_day > tomorrow]
        ids = [item.card_id for key in later if (item := services.library.shelf.item(key)) is not None]
        services.mark_all("set_due", ids, self, {"day": tomorrow})
        self.tomorrow.setEnabled(False)
        told = [self.tr("%n cards come back tomorrow.", "", len(ids))]
        new = sum(memory is None for memory in known.values())
        told += [self.tr("%n are new and come as new cards do.", "", new)] * bool(new)
        sooner = len(known) - len(ids) - new
        told += [self.tr("%n come sooner anyway.", "", sooner)] * bool(sooner)
        self._tell(" ".join(told))

    def _on_save(self) -> None:
        attempt = self._attempt
        assert attempt is not None
        makers = {".csv": lambda: exam_out.to_csv([attempt]), ".json": lambda: exam_out.to_json([attempt])}
        self._tell(save_as(self, attempt.title, makers))

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))
        announce(self, words)

    def _on_paper(self) -> None:
        """There the result, the quiz and its key can be saved and printed."""
        assert self._attempt is not None
        self.go.emit(OnPaper(session_id=self._attempt.session_id))

    def _on_done(self) -> None:
        self.go.emit(Home())


def _named(share: Share, name: str) -> Share:
    return Share(name, share.count, share.earned, share.bounds)
