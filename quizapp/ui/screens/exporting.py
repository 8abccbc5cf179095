"""Decks are taken along: which, in which format, and what has no place in it, before anything is written."""

from pathlib import Path

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from quizapp.core.problems import QuizError
from quizapp.formats import writers
from quizapp.store.shelf import DeckFile
from quizapp.ui import theme
from quizapp.ui.bindings import Bound
from quizapp.ui.exporting.desk import Checked, ExportDesk, Freight, Gone
from quizapp.ui.exporting.panels import DecksPanel, FormatPanel, GonePanel, LostPanel
from quizapp.ui.i18n import marked
from quizapp.ui.importing.head import TaskHead
from quizapp.ui.kit import Kit
from quizapp.ui.navigation import Back, Export, Route
from quizapp.ui.report import words_of
from quizapp.ui.saving import asked_name
from quizapp.ui.screens.place import Place
from quizapp.ui.widgets.page import Page
from quizapp.ui.widgets.paint import MARGIN, announce

_WIDEST, _SIDE, _ROOMY = 1004, 400, 800
"""Of the page, of the column with the decks, and from which width the columns stand side by side; px."""


class ExportPlace(Place):
    """Ctrl+Enter asks where to, and writes."""

    narrow_rail = True

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.desk = ExportDesk(kit, self)
        self._checked: Checked | None = None
        self._only: dict[str, frozenset[int]] = {}
        self._fresh = True
        self.head = TaskHead("export")
        self.decks, self.formats = DecksPanel(), FormatPanel(writers())
        self.lost, self.gone = LostPanel(), GonePanel()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._page = page = Page(_WIDEST, top=16 - MARGIN, bottom=20)
        page.content.setSpacing(12 - 2 * MARGIN)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.decks)
        side.addStretch(1)
        rest = QVBoxLayout()
        rest.setSpacing(12 - 2 * MARGIN)
        rest.addWidget(self.formats)
        rest.addWidget(self.lost)
        rest.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(14 - 2 * MARGIN)
        self._columns.addWidget(self._side)
        self._columns.addLayout(rest, 1)
        page.content.addWidget(self.head)
        page.content.addWidget(self.gone)
        page.content.addLayout(self._columns)
        page.content.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def _connect(self) -> None:
        self.desk.checked.connect(self._show)
        self.desk.written.connect(self._on_written)
        self.desk.failed.connect(self._on_failed)
        self.desk.busy.connect(self.head.show_busy)
        self.desk.progressed.connect(self.head.show_progress)
        self.head.back_wanted.connect(self.back)
        self.head.start_wanted.connect(self.start)
        self.head.cancel_wanted.connect(self._on_cancelled)
        self.decks.changed.connect(self._check)
        self.formats.changed.connect(self._check)
        self.gone.more_wanted.connect(self._on_more)
        self._page.width_changed.connect(self._fit)
        Bound(self, "export")

    # Coming here

    def arrive(self, route: Route) -> None:
        assert isinstance(route, Export)
        self.head.show_title(self.tr("Export"))
        self.head.say("")
        self.gone.hide()
        self._fresh = True
        files = [file for file in self.kit.services.library.files if file.studied and not file.broken]
        keys, words = self._wanted(route, files)
        ordered = sorted(files, key=lambda file: (file.deck_key not in keys, file.path))
        self.decks.show_decks(ordered, keys, words)
        self._check()

    def leave(self) -> None:
        self.desk.stop()

    def _wanted(self, route: Export, files: list[DeckFile]) -> tuple[tuple[int, ...], str]:
        """Keys of the decks that go, and that only some of their cards do."""
        services = self.kit.services
        self._only = {}
        if not route.cards and not route.query:
            return route.deck_keys or tuple(file.deck_key for file in files), ""
        keys = route.cards or services.search(route.query).keys
        rows = [row for row in services.card_rows(keys) if row.deck_key]
        notes: dict[str, set[int]] = {}
        for row in rows:
            notes.setdefault(row.path, set()).add(row.note)
        self._only = {path: frozenset(found) for path, found in notes.items()}
        count = sum(map(len, self._only.values()))
        words = (
            self.tr("Only the %n cards that were selected", "", count)
            if route.cards
            else self.tr("Only the %n cards that “{query}” finds", "", count).format(query=route.query)
        )
        return tuple(dict.fromkeys(row.deck_key for row in rows)), words

    # What is shown

    @property
    def _freight(self) -> Freight:
        return Freight(
            paths=tuple(file.path for file in self.decks.chosen),
            only=self._only,
            format=self.formats.chosen.name,
            progress=self.formats.with_progress,
        )

    def _check(self) -> None:
        """The choice is another one."""
        self._checked = None
        freight = self._freight
        self.head.show_start(self.tr("Export"), able=False)
        if freight.paths:
            self.desk.check(freight)
        else:
            self.desk.stop()
            self.lost.hide()
            self.head.say(self.tr("No deck is chosen."))

    def _show(self, checked: Checked) -> None:
        self._checked = checked
        self.lost.show_checked(checked, marked(self.formats.chosen.label))
        self.lost.show()
        self.head.say("" if checked.cards else self.tr("None of these cards can go into this format."))
        self.head.show_title(self.tr("Export"), self.tr("%n decks", "", len(checked.freight.paths)))
        self.head.show_start(self.tr("Export %n cards", "", checked.cards), able=checked.cards > 0)
        announce(self, f"{self.head.start.words}. {self.lost.words}")
        if self._fresh:
            self._fresh = False
            (self.head.start if checked.cards else self.formats.rows[0]).setFocus()

    def _fit(self, width: int) -> None:
        roomy = width >= _ROOMY and theme.roomy()
        towards = QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(towards)
        self._side.setMaximumWidth(_SIDE if roomy else 16_777_215)
        self._side.setMinimumWidth(_SIDE if roomy else 0)

    # What the user does

    def start(self) -> None:
        """Ask where to, and write."""
        if self._checked is None or not self.head.start.isEnabled():
            return
        chosen, decks = self.formats.chosen, self.decks.chosen
        title = decks[0].title if len(decks) == 1 else self.tr("My decks")
        if name := asked_name(self, title, dict.fromkeys(chosen.suffixes[:1])):
            self.head.start.setEnabled(False)
            self.desk.write(self._checked.freight, Path(name))

    def back(self) -> None:
        """To where one came from."""
        self.go.emit(Back())

    def _on_cancelled(self) -> None:
        self.desk.stop()
        self.head.start.setEnabled(self._checked is not None)
        self.head.say(self.tr("Stopped; nothing was written."))

    def _on_written(self, gone: Gone) -> None:
        self.gone.show_gone(gone)
        self.gone.show()
        self.head.start.setEnabled(True)
        self._page.verticalScrollBar().setValue(0)
        announce(self, self.gone.words)
        self.gone.open.setFocus()

    def _on_more(self) -> None:
        self.gone.hide()
        self.head.start.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self.head.start.setEnabled(self._checked is not None)
        if self._checked is None:
            self.lost.hide()
        self.head.say(words_of(error) if isinstance(error, QuizError) else str(error), "bad")
