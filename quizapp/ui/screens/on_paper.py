"""A quiz on its way to paper: as PDF, to the printer, or as a web page; and back from there."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QLocale
from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.attempt import Attempt, Posed
from quizapp.core.plan import Plan
from quizapp.core.printed import VERSIONS, printed, split_version, version, version_code
from quizapp.store import exams, papers
from quizapp.store.browse import Browse
from quizapp.store.database import Database
from quizapp.store.shelf import Shelf
from quizapp.ui.bindings import Bound, keyed
from quizapp.ui.examiner import Examiner
from quizapp.ui.kit import Kit
from quizapp.ui.navigation import Back, OnPaper, PaperAnswers, Route
from quizapp.ui.paper.formulas import Formulas
from quizapp.ui.paper.press import Make, Setup, paint, write_pdf
from quizapp.ui.paper.sheets import Paper, Sheet, key_sheet, quiz_sheet, result_sheet
from quizapp.ui.paper.webpage import write_page
from quizapp.ui.saving import Write, asked_name, saved
from quizapp.ui.screens.place import Place
from quizapp.ui.setup import reckoner
from quizapp.ui.setup.rows import ControlRow, RowStack
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.numberbox import NumberBox
from quizapp.ui.widgets.page import Page
from quizapp.ui.widgets.paint import MARGIN, announce
from quizapp.ui.widgets.panel import Panel
from quizapp.ui.widgets.segments import Segments
from quizapp.ui.widgets.switch import Switch
from quizapp.ui.work import Job

_WIDEST = 640
_SIZES = ("A4", "Letter")


def made(db: Database, plan: Plan, code: str) -> tuple[Posed, ...]:
    """For a worker: the questions that all versions share, on a connection of its own."""
    base, _ = split_version(code)
    with db.twin() as twin:
        shelf = Shelf(twin)
        cards = papers.candidates(twin, Browse(twin, shelf).search(plan.query).keys)
        return papers.Papers(twin, shelf).make(plan, cards, base)[1]


class OnPaperPlace(Place):
    """The questions are made when it opens; each button saves or prints what it names."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._route = OnPaper()
        self._questions: tuple[Posed, ...] = ()
        self._attempt: Attempt | None = None
        self._title = self._code = ""
        self._formulas = Formulas(kit.maths, self)
        self._job: Callable[[], None] | None = None
        self._making: Job | None = None
        self.paper_size = Segments(self.tr("Paper size"), _SIZES)
        self.large = Switch(self.tr("Large print, 18 points"))
        self.versions = NumberBox(self.tr("Versions"), 1, len(VERSIONS))
        self._name, self._about = label("title", wrap=True), label("small", token="mut", wrap=True)
        self._told = label("small", token="mut", wrap=True)
        self.quiz = Button("primary", self.tr("Save quiz as PDF …"))
        self.key = Button("ghost", self.tr("Save key as PDF …"))
        self.result = Button("ghost", self.tr("Save result as PDF …"))
        self.print_quiz = Button("ghost", self.tr("Print quiz …"))
        self.print_key = Button("ghost", self.tr("Print key …"))
        self.web = Button("ghost", self.tr("Save as web page …"))
        self.back = keyed(Button("ghost", self.tr("Back")), "back", "back")
        self.type_in = tuple(Button("ghost", letter, height=30) for letter in VERSIONS)
        self._type_in = _TypeIn(self.type_in)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        page = Page(_WIDEST, top=20 - MARGIN, bottom=20)
        page.content.setSpacing(4)
        for words in (self._name, self._about):
            words.setContentsMargins(MARGIN, 0, MARGIN, 4)
            page.content.addWidget(words)
        self._rows = RowStack(
            ControlRow(self.tr("Paper size"), self.paper_size),
            ControlRow(self.large.accessibleName(), self.large),
            versions := ControlRow(
                self.tr("Versions, each in an order of its own, with one key"), self.versions
            ),
        )
        self._versions_row = versions
        panel = Panel(padding=(14, 10, 14, 10))
        panel.content.addWidget(self._rows)
        page.content.addWidget(panel)
        buttons = (self.quiz, self.key, self.result, self.print_quiz, self.print_key, self.web, self.back)
        page.content.addWidget(Flow(*buttons))
        self._told.setContentsMargins(MARGIN, 0, MARGIN, 0)
        page.content.addWidget(self._told)
        page.content.addWidget(self._type_in)
        page.content.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def _connect(self) -> None:
        self.quiz.clicked.connect(self._on_quiz)
        self.key.clicked.connect(self._on_key)
        self.result.clicked.connect(self._on_result)
        self.web.clicked.connect(self._on_web)
        self.print_quiz.clicked.connect(self._on_print_quiz)
        self.print_key.clicked.connect(self._on_print_key)
        self.back.clicked.connect(self._go_back)
        self.versions.chosen.connect(self._show_versions)
        self._formulas.ready.connect(self._on_ready)
        for letter, button in zip(VERSIONS, self.type_in, strict=True):
            button.clicked.connect(partial(self._on_type_in, letter))
        Bound(self, "back", {"back": self._go_back})

    # What is shown

    def arrive(self, route: Route) -> None:
        assert isinstance(route, OnPaper)
        self._route, self._job = route, None
        self._title, self._code = route.title, route.code
        self._attempt = exams.load(self.kit.services.db, route.session_id) if route.session_id else None
        if (attempt := self._attempt) is not None:
            self._title, self._code = attempt.title, attempt.code
        self._rows.show_row(self._versions_row, attempt is None)
        self.result.setVisible(attempt is not None and attempt.handed_in)
        imperial = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
        self.paper_size.show_choice(int(imperial))
        self.versions.show_number(1)
        self._name.setText(self._title)
        self._load()

    def leave(self) -> None:
        if self._making is not None:
            self._making.cancel()
            self._making = None

    def _load(self) -> None:
        """The questions, made in the background where there are many cards to choose from."""
        db, plan = self.kit.services.db, self._route.plan
        if self._attempt is not None:
            self._show(self._attempt.questions)
        elif plan is None:
            self._show(())
        elif papers.size(db) < reckoner.MANY:
            examiner = Examiner(self.kit.services, self)
            base, _ = split_version(self._code)
            self._show(examiner.paper(plan, examiner.candidates(plan), base))
        else:
            self._show(())
            self._tell(self.tr("Making the paper …"))
            self._making = self.kit.work.run(
                made, db, plan, self._code, on_done=self._on_made, on_failed=self._on_failed
            )

    def _on_made(self, questions: tuple[Posed, ...]) -> None:
        self._making = None
        self._show(questions)

    def _on_failed(self, error: Exception) -> None:
        self._making = None
        self._tell(str(error), "bad")

    def _show(self, questions: tuple[Posed, ...]) -> None:
        self._questions = questions
        count = self.tr("%n questions", "", len(questions))
        self._about.setText(f"{self._code} · {count}")
        self._type_in.setVisible(self._attempt is None and bool(questions))
        self._show_versions()
        self._tell("")
        for button in (self.quiz, self.key, self.print_quiz, self.print_key, self.web):
            button.setEnabled(bool(questions))
        (self.quiz if questions else self.back).setFocus()

    def _show_versions(self) -> None:
        for at, button in enumerate(self.type_in):
            button.setVisible(at < self.versions.value())

    def _tell(self, words: str, token: str = "mut") -> None:
        self._told.set_token(token)
        self._told.setText(words)
        self._told.setVisible(bool(words))
        announce(self, words)

    # What is printed

    @property
    def setup(self) -> Setup:
        return Setup("Letter" if self.paper_size.at else "A4", self.large.isChecked())

    @property
    def versions_made(self) -> tuple[Paper, ...]:
        """The versions; of a quiz that was begun, the one that it has."""
        if self._attempt is not None:
            return (Paper(self._title, self._code, printed(self._questions)),)
        assert self._route.plan is not None
        shuffle = self._route.plan.shuffle
        codes = [version_code(self._code, letter) for letter in VERSIONS[: self.versions.value()]]
        return tuple(
            Paper(self._title, code, printed(version(self._questions, code, shuffle=shuffle)))
            for code in codes
        )

    def quiz_sheets(self) -> Sequence[Sheet]:
        made = self.versions_made
        return [quiz_sheet(one, self._formulas, lettered=len(made) > 1) for one in made]

    def key_sheets(self) -> Sequence[Sheet]:
        return [key_sheet(self.versions_made, self._formulas)]

    def result_sheets(self) -> Sequence[Sheet]:
        assert self._attempt is not None
        return [result_sheet(self._attempt, self._formulas)]

    # What the user does

    def _on_quiz(self) -> None:
        self._save_pdf(self.quiz_sheets, self._title)

    def _on_key(self) -> None:
        self._save_pdf(self.key_sheets, self.tr("{title}, key").format(title=self._title))

    def _on_result(self) -> None:
        self._save_pdf(self.result_sheets, self.tr("{title}, result").format(title=self._title))

    def _on_print_quiz(self) -> None:
        self._print(self.quiz_sheets)

    def _on_print_key(self) -> None:
        self._print(self.key_sheets)

    def _on_web(self) -> None:
        if name := asked_name(self, self._title, {".html": None}):
            self._start(self.quiz_sheets, lambda: self._save(name, self._write_page))

    def _write_page(self, name: str) -> None:
        write_page(name, self.versions_made[0], self._formulas)

    def _save_pdf(self, make: Make, title: str) -> None:
        if name := asked_name(self, title, {".pdf": None}):
            self._start(make, lambda: self._save(name, lambda path: write_pdf(path, self.setup, make)))

    def _print(self, make: Make) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # late: few print, and it is a library more

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._title)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self._start(make, lambda: self._print_on(printer, make))

    def _print_on(self, printer: QPagedPaintDevice, make: Make) -> None:
        count = paint(printer, self.setup, make)
        self._tell(self.tr("%n pages sent to the printer", "", count))

    def _start(self, make: Make, job: Callable[[], None]) -> None:
        """Do the job once all formulas are there."""
        self._job = job
        self._tell(self.tr("Drawing the formulas …"))
        self._formulas.gather(make)

    def _on_ready(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job()

    def _save(self, name: str, write: Write) -> None:
        words, well = saved(name, write)
        self._tell(words, "mut" if well else "bad")

    def _on_type_in(self, letter: str) -> None:
        """Begin a sitting with the questions as that version has them."""
        assert self._route.plan is not None
        plan, code = self._route.plan, version_code(self._code, letter)
        questions = version(self._questions, code, shuffle=plan.shuffle)
        attempt = Examiner(self.kit.services, self).begin_with(plan, self._title, questions, code)
        if attempt is not None:
            self.go.emit(PaperAnswers(session_id=attempt.session_id))

    def _go_back(self) -> None:
        self.go.emit(Back())


class _TypeIn(Panel):
    """The way back from paper."""

    def __init__(self, buttons: Sequence[Button]) -> None:
        super().__init__(padding=(18, 14, 18, 14))
        self.content.addWidget(label("heading", self.tr("Answered on paper?"), wrap=True))
        about = self.tr("Type the answers in, and they are graded like those given here. Version:")
        self.content.addWidget(label("small", about, "mut", wrap=True))
        self.content.addSpacing(6)
        self.content.addWidget(Flow(*buttons))
