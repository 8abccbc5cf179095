"""Other programs' decks are brought in: how the source is read, the cards as they will look, the report."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.problems import QuizError
from quizapp.formats import readers
from quizapp.formats.base import Source
from quizapp.formats.sources import open_source
from quizapp.store.examining import Examined
from quizapp.store.import_files import Done, Undone
from quizapp.store.past_reviews import ReviewsReport
from quizapp.ui import theme
from quizapp.ui.bindings import Bound, keyed
from quizapp.ui.i18n import marked
from quizapp.ui.importing.cards import CardsPane
from quizapp.ui.importing.choices import ColumnsPanel, FilePanel
from quizapp.ui.importing.desk import ImportDesk
from quizapp.ui.importing.report import ReportPanel, size_words
from quizapp.ui.kit import Kit
from quizapp.ui.navigation import Back, Browse, Import, Route
from quizapp.ui.report import words_of
from quizapp.ui.screens.place import Place
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.checkbox import CheckBox
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import CutLabel, label
from quizapp.ui.widgets.page import Page
from quizapp.ui.widgets.paint import MARGIN, announce
from quizapp.ui.widgets.progress import ProgressLine

_WIDEST, _SIDE, _ROOMY = 1004, 460, 860
"""Of the page, of the column with the choices, and from which width the columns stand side by side; px."""


class ImportPlace(Place):
    """Ctrl+Enter imports; nothing is written before. Everything that was guessed can be changed."""

    narrow_rail = True

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.desk = ImportDesk(kit, self)
        self._found: Examined | None = None
        self._title, self._fact = CutLabel("title", self.tr("Import")), label("small", token="mut")
        self.cancel = keyed(Button("ghost", self.tr("Cancel"), height=36), "import", "back")
        self.start = keyed(Button("primary", self.tr("Import"), height=36), "import", "start")
        self.choose = Button("ghost", self.tr("Choose a file …"), height=36)
        self.paste = Button("ghost", self.tr("Paste text"), height=36)
        self.undo = Button("ghost", self.tr("Undo the import"), height=36)
        self.look = Button("ghost", self.tr("Look at the cards"), height=36)
        self.progress = CheckBox(self.tr("Take over the answers as well"))
        self.told = label("row", wrap=True)
        self.line = ProgressLine()
        self.file, self.columns = FilePanel(), ColumnsPanel()
        self.cards, self.report = CardsPane(kit), ReportPanel()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._page = page = Page(_WIDEST, top=16 - MARGIN, bottom=20)
        page.content.setSpacing(6)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 0, 0, 0)
        for widget, stretch in ((self._title, 0), (self._fact, 1), (self.cancel, 0), (self.start, 0)):
            head.addWidget(widget, stretch)
        page.content.addLayout(head)
        self.told.setContentsMargins(MARGIN, 0, MARGIN, 0)
        page.content.addWidget(self.told)
        page.content.addWidget(Flow(self.choose, self.paste, self.look, self.undo, self.progress))
        page.content.addWidget(self.line)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(4)
        side.addWidget(self.file)
        side.addWidget(self.columns)
        side.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(14 - 2 * MARGIN)
        self._columns.addWidget(self._side)
        self._columns.addWidget(self.cards, 1)
        page.content.addLayout(self._columns)
        page.content.addWidget(self.report)
        page.content.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def _connect(self) -> None:
        self.desk.examined.connect(self._show)
        self.desk.failed.connect(self._on_failed)
        self.desk.busy.connect(self.line.setVisible)
        self.desk.progressed.connect(self.line.set_progress)
        self.desk.written.connect(self._on_written)
        self.desk.undone.connect(self._on_undone)
        self.file.chosen.connect(self._on_choice)
        self.file.format_chosen.connect(self._on_format)
        self.file.target_chosen.connect(self._on_target)
        self.columns.chosen.connect(self._on_choice)
        self.columns.swapped.connect(self._on_choices)
        self.progress.toggled.connect(self._on_progress)
        self.choose.clicked.connect(self.choose_file)
        self.paste.clicked.connect(self.paste_text)
        self.start.clicked.connect(self.begin)
        self.cancel.clicked.connect(self._go_back)
        self.look.clicked.connect(self._go_to_cards)
        self.undo.clicked.connect(self.desk.undo)
        self._page.width_changed.connect(self._fit)
        keys = {"start": self.begin, "back": self._go_back, "next": self._next, "previous": self._previous}
        Bound(self, "import", keys)

    # Coming here

    def arrive(self, route: Route) -> None:
        assert isinstance(route, Import)
        self._empty(self.tr("A file of another program, a table, or text that you copied."))
        if route.path:
            self.open(Path(route.path))
        elif route.text:
            self._open(Source("", route.text.encode()))
        else:
            self.choose.setFocus()

    def leave(self) -> None:
        self.desk.stop()

    def open(self, path: Path) -> None:
        """Read a file or a folder; what is wrong with it is told here."""
        try:
            self._open(open_source(path))
        except QuizError as error:
            self._on_failed(error)

    def choose_file(self) -> None:
        """Let the user choose a file."""
        kinds = [(marked(one.label), one.suffixes) for one in readers()]
        every = sorted({suffix for _, suffixes in kinds for suffix in suffixes})
        words = [self.tr("All that can be imported") + f" ({' '.join('*' + suffix for suffix in every)})"]
        words += [f"{label} ({' '.join('*' + suffix for suffix in suffixes)})" for label, suffixes in kinds]
        words.append(self.tr("All files") + " (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import a file"), "", ";;".join(words))
        if name:
            self.open(Path(name))

    def paste_text(self) -> None:
        """Read what is in the clipboard."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self._open(Source("", text.encode("utf-8", "replace")))
        else:
            self._say(self.tr("There is no text in the clipboard."))

    def _open(self, source: Source) -> None:
        self._say("")
        self._title.setText(self.tr("Import {name}").format(name=source.name or self.tr("pasted text")))
        self.desk.open(source)

    # What is shown

    def _empty(self, words: str) -> None:
        self._found = None
        self._title.setText(self.tr("Import"))
        self._fact.setText("")
        for widget in (self._side, self.cards, self.report, self.undo, self.look, self.progress, self.line):
            widget.hide()
        self.choose.show()
        self.paste.show()
        self.start.setEnabled(False)
        self._say(words)

    def _show(self, found: Examined) -> None:
        self._found = found
        size = len(found.source.data)
        fact = self.tr("%n read", "", found.imported.read)
        self._fact.setText(f"{fact}, {size_words(size)}")
        self.file.show_examined(found, self.desk.wanted, self._own_decks())
        self.columns.show_columns(tuple(one for one in found.imported.choices if one.column))
        self.cards.show_previews(found.previews)
        self.report.show_examined(found)
        self._side.show()
        self.report.show()
        self.cards.setVisible(bool(found.previews))
        self.progress.setVisible(found.reviews > 0 and not found.imported.reviews)
        for later in (self.undo, self.look):
            later.hide()
        self._offer(found)

    def _offer(self, found: Examined) -> None:
        """The button carries the number; without any it says why it is off."""
        count = len(found.imported.reviews) or found.plan.added + found.plan.updated
        words = (
            self.tr("Import %n answers", "", count)
            if found.imported.reviews
            else self.tr("Import %n cards", "", count)
        )
        self.start.setText(words)
        self.start.setEnabled(count > 0)
        if count:
            self._say("")
            if not self.isAncestorOf(self.window().focusWidget() or self) or self.choose.hasFocus():
                self.start.setFocus()
        elif found.plan.unchanged:
            self._say(self.tr("All of it is here already, as it is."))
        else:
            self._say(self.tr("There is nothing in it that could become a card; below is why."))

    def _own_decks(self) -> list[tuple[str, Path]]:
        files = self.kit.services.library.files
        kept = self.kit.services.library.included()
        own = [
            one for one in files if one.studied and not any(Path(one.path).is_relative_to(r) for r in kept)
        ]
        return [(one.title, Path(one.path)) for one in own]

    def _say(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))
        if words:
            announce(self, words)

    def _fit(self, width: int) -> None:
        roomy = width >= theme.px(_ROOMY)
        towards = QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(towards)
        self._side.setMaximumWidth(theme.px(_SIDE) if roomy else 16_777_215)
        self._side.setMinimumWidth(theme.px(_SIDE) if roomy else 0)

    # What the user does

    def begin(self) -> None:
        """Import."""
        if self.start.isEnabled() and self._found is not None:
            self.start.setEnabled(False)
            self.desk.write()

    def _on_choice(self, key: str, value: str) -> None:
        self._on_choices({key: value})

    def _on_choices(self, chosen: dict[str, str]) -> None:
        wanted = self.desk.wanted
        self.desk.want(replace(wanted, choices={**wanted.choices, **chosen}))

    def _on_format(self, name: str) -> None:
        self.desk.want(replace(self.desk.wanted, format=name, choices={}))

    def _on_target(self, path: Path | None) -> None:
        self.desk.want(replace(self.desk.wanted, into=path))

    def _on_progress(self, wanted: bool) -> None:
        self.desk.wanted = replace(self.desk.wanted, progress=wanted)

    def _next(self) -> None:
        self.cards.step(1)

    def _previous(self) -> None:
        self.cards.step(-1)

    def _on_written(self, done: Done | ReviewsReport) -> None:
        for widget in (self._side, self.cards, self.report, self.progress):
            widget.hide()
        self.undo.setVisible(isinstance(done, Done))
        self.look.setVisible(isinstance(done, Done))
        if isinstance(done, Done):
            words = self.tr("%n cards were imported.", "", done.added)
            more = self.tr("%n were updated.", "", done.updated) if done.updated else ""
            self._say(f"{words} {more}".strip())
            self.look.setFocus()
        else:
            self._say(self.tr("%n answers were taken over.", "", done.added))
            self.choose.setFocus()

    def _on_undone(self, undone: Undone) -> None:
        kept = len(undone.kept)
        words = self.tr("The import was taken back.")
        if kept:
            words += " " + self.tr("%n files were changed since and stay.", "", kept)
        self._empty(words)
        self.choose.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self._found = None
        for widget in (self._side, self.cards, self.report):
            widget.hide()
        self.start.setEnabled(False)
        self._say(words_of(error) if isinstance(error, QuizError) else str(error))
        self.choose.setFocus()

    def _go_to_cards(self) -> None:
        done = self.desk.done
        title = self._found.plan.decks[0].title if self._found and self._found.plan.decks else ""
        self.go.emit(Browse(query=f'deck:"{title}"' if title and done else ""))

    def _go_back(self) -> None:
        self.go.emit(Back())
