"""What answers say about the cards of a deck: for its author, and never written into it."""

from collections.abc import Callable
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QLocale, QRect
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.facility import FEW, Findings
from quizapp.store import facility
from quizapp.store.database import Database
from quizapp.store.shelf import Shelf
from quizapp.ui.bindings import Bound, keyed
from quizapp.ui.kit import Kit
from quizapp.ui.models.cards import FindingModel
from quizapp.ui.navigation import Analysis, AuthorView, Back, Edit, Route
from quizapp.ui.screens.card_rows import CardDelegate
from quizapp.ui.screens.changed import ChangedPane
from quizapp.ui.screens.place import Place
from quizapp.ui.services import Changes
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.page import Page
from quizapp.ui.widgets.paint import MARGIN, announce
from quizapp.ui.widgets.panel import Panel
from quizapp.ui.widgets.rows import SIDE, RowTable
from quizapp.ui.work import Job

_WIDEST = 864


class Group(Struct, frozen=True):
    """Cards that deserve the same look."""

    heading: str
    about: str
    """Translated, both."""
    belongs: Callable[[Findings], bool]
    words: Callable[[Findings], str]
    """What stands at the row's end."""


def gather(db: Database, deck_key: int) -> tuple[Findings, ...]:
    """For a worker: on a connection of its own. () if the deck has gone."""
    with db.twin() as twin:
        shelf = Shelf(twin)
        known = {file.deck_key for file in shelf.files()}
        return facility.of_deck(twin, shelf, deck_key) if deck_key in known else ()


class AuthorPlace(Place):
    """One panel a group, those without a card left out; Enter opens a card in the editor."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._deck_key = 0
        self._path = ""
        self._job: Job | None = None
        self._title, self._fact = label("title", wrap=True), label("small", token="mut", wrap=True)
        self._none = label("body", token="mut", wrap=True)
        self.edit = keyed(Button("ghost", self.tr("Edit deck")), "author", "edit")
        self.analysis = Button("ghost", self.tr("Exams"))
        self.back = keyed(Button("ghost", self.tr("Back")), "author", "back")
        self.panels = tuple(_GroupPanel(group) for group in self._groups())
        self.changed = ChangedPane(kit.services)
        self._lay_out()
        self.edit.clicked.connect(self._on_edit)
        self.analysis.clicked.connect(self._on_analysis)
        self.back.clicked.connect(self._on_back)
        Bound(self, "author", {"edit": self._on_edit, "back": self._on_back})

    def _groups(self) -> tuple[Group, ...]:
        return (
            Group(
                self.tr("Hard"),
                self.tr("They earned less than half of their marks. Is the question clear, the key fair?"),
                lambda found: found.hard,
                self._facility,
            ),
            Group(
                self.tr("Forgotten again and again"),
                self.tr("Leeches: split them, or put them in another way."),
                lambda found: found.leech,
                lambda found: self.tr("forgotten %n times", "", found.lapses),
            ),
            Group(
                self.tr("Taken for right more often than the key"),
                self.tr("Is the key beyond doubt? If so, say in the explanation why these are wrong."),
                lambda found: bool(found.misleading),
                lambda found: ", ".join(found.misleading),
            ),
            Group(
                self.tr("Wrong options that nobody picks"),
                self.tr("Shown at least %n times and never taken for right.", "", FEW),
                lambda found: bool(found.unpicked),
                lambda found: ", ".join(found.unpicked),
            ),
            Group(
                self.tr("Out of date"),
                self.tr("The day until which they were valid is over. Change them, or take them out."),
                lambda found: bool(found.valid_until),
                lambda found: self.tr("valid until {date}").format(date=found.valid_until),
            ),
            Group(
                self.tr("All cards"),
                self.tr("What answers earned, least first. The first try of a card in a sitting counts."),
                lambda found: True,
                self._facility,
            ),
        )  # fmt: skip

    def _lay_out(self) -> None:
        page = Page(_WIDEST, top=20 - MARGIN, bottom=20)
        self._page = page
        page.content.setSpacing(4)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 0, 0, 0)
        head.setSpacing(4)
        head.addWidget(self._title, 1)
        head.addWidget(self.edit)
        head.addWidget(self.analysis)
        head.addWidget(self.back)
        page.content.addLayout(head)
        for words in (self._fact, self._none):
            words.setContentsMargins(MARGIN, 0, MARGIN, 8)
            page.content.addWidget(words)
        page.content.addWidget(self.changed)
        for panel in self.panels:
            page.content.addWidget(panel)
            panel.table.chosen.connect(self._on_chosen)
            panel.table.current_moved.connect(partial(self._follow, panel.table))
        page.content.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    # What is shown

    def arrive(self, route: Route) -> None:
        assert isinstance(route, AuthorView)
        self._deck_key = route.deck_key
        deck = self.kit.services.library.shelf.header(route.deck_key)
        self._path = deck.path
        self._title.setText(self.tr("What answers say about {deck}").format(deck=deck.title))
        self.edit.setFocus()
        self.changed.show_deck(route.deck_key)
        self._look()

    def take_changes(self, changes: Changes) -> None:
        self.changed.take_changes(changes)
        if changes.progress or changes.library:
            self._look()

    def leave(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _look(self) -> None:
        self.leave()
        services = self.kit.services
        self._job = self.kit.work.run(
            gather, services.db, self._deck_key, on_done=self.show_findings, on_failed=self._fail
        )

    def _fail(self, error: Exception) -> None:
        """It has been reported."""

    def show_findings(self, findings: tuple[Findings, ...]) -> None:
        """Show these; the page stays where it was."""
        answers = sum(found.answers for found in findings)
        asked = sum(found.answers > 0 for found in findings)
        cards = self.tr("%n answers", "", answers)
        self._fact.setText(
            self.tr(
                "{answers} to {asked} of {all} questions. Nothing of this is written into the deck."
            ).format(answers=cards, asked=QLocale().toString(asked), all=QLocale().toString(len(findings)))
        )
        self._none.setText(self.tr("No card of this deck was graded yet. Study it, then look again."))
        self._none.setVisible(not answers)
        ordered = sorted(findings, key=lambda found: (found.facility is None, found.facility or 0))
        for panel in self.panels:
            panel.show_findings(tuple(ordered))
        announce(self, self._fact.text())

    def _facility(self, found: Findings) -> str:
        if found.facility is None:
            return self.tr("not graded yet")
        share = QLocale().toString(round(100 * found.facility))
        return self.tr("{share} % of %n answers", "", found.answers).format(share=share)

    # What the author does

    def _follow(self, table: RowTable, rect: QRect) -> None:
        self._page.show_rect(rect, table)

    def _on_chosen(self, found: Findings) -> None:
        self.go.emit(Edit(path=self._path, line=found.line))

    def _on_edit(self) -> None:
        self.go.emit(Edit(path=self._path))

    def _on_analysis(self) -> None:
        """What exams say about these questions."""
        self.go.emit(Analysis(deck_key=self._deck_key))

    def _on_back(self) -> None:
        self.go.emit(Back())


class _GroupPanel(Panel):
    """A heading, what it means, and the cards."""

    def __init__(self, group: Group) -> None:
        super().__init__(padding=(0, 16, 0, 10))
        self._group = group
        self._model = FindingModel(group.words, self)
        self.table = RowTable(CardDelegate())
        self.table.setAccessibleName(group.heading)
        self.table.setModel(self._model)
        self._count = label("small", token="mut")
        head = QHBoxLayout()
        head.setContentsMargins(SIDE, 0, SIDE, 2)
        head.addWidget(label("heading", group.heading, wrap=True), 1)
        head.addWidget(self._count)
        about = label("small", group.about, "mut", wrap=True)
        about.setContentsMargins(SIDE, 0, SIDE, 6)
        self.content.addLayout(head)
        self.content.addWidget(about)
        self.content.addWidget(self.table)
        self.hide()

    def show_findings(self, findings: tuple[Findings, ...]) -> None:
        mine = tuple(found for found in findings if self._group.belongs(found))
        self._model.show_values(mine)
        self._count.setText(QLocale().toString(len(mine)))
        self.setVisible(bool(mine))
