"""Other programs' decks are brought in: how the source is read, the cards as they will look, the report."""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.problems import QuizError
from quizapp.formats.base import Source
from quizapp.formats.line_edits import resplit
from quizapp.store.examining import Examined
from quizapp.store.import_files import Done, Undone
from quizapp.ui.bindings import Bound
from quizapp.ui.importing.aftermath import Aftermath
from quizapp.ui.importing.asking import asked_files, asked_folder, copied
from quizapp.ui.importing.body import ImportBody
from quizapp.ui.importing.desk import ImportDesk, Made
from quizapp.ui.importing.head import TaskHead
from quizapp.ui.importing.lines import Line, separator_of
from quizapp.ui.importing.past import PastPanel, StartPanel
from quizapp.ui.importing.words import ImportWords
from quizapp.ui.kit import Kit
from quizapp.ui.linksheet import LinkSheet
from quizapp.ui.navigation import Back, Import, Route
from quizapp.ui.report import words_of
from quizapp.ui.screens.place import Place
from quizapp.ui.services import Changes
from quizapp.ui.widgets.page import Page
from quizapp.ui.widgets.paint import MARGIN, announce

_WIDEST = 1004
"""Of the page, px."""


class ImportPlace(Place):
    """Ctrl+Enter imports; nothing is written before. Everything that was guessed can be changed."""

    narrow_rail = True

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.desk = ImportDesk(kit, self)
        self._found: Examined | None = None
        self._fresh = True
        """Nobody has touched the source yet: the first reading takes the focus to the button."""
        self.head = TaskHead("import")
        self.begin_panel, self.past = StartPanel(), PastPanel()
        self.body = ImportBody(kit)
        self.after = Aftermath(kit)
        self._words = ImportWords(self)
        self._parts = (self.begin_panel, self.past, self.body, self.after)
        self._page = page = Page(_WIDEST, top=16 - MARGIN, bottom=20)
        page.content.setSpacing(4)
        for widget in (self.head, *self._parts):
            page.content.addWidget(widget)
        page.content.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self._connect()

    def _connect(self) -> None:
        desk, head, body = self.desk, self.head, self.body
        desk.examined.connect(self._show)
        desk.failed.connect(self._on_failed)
        desk.busy.connect(head.show_busy)
        desk.progressed.connect(head.show_progress)
        desk.written.connect(self._on_written)
        desk.undone.connect(self._on_undone)
        desk.listed.connect(self._on_listed)
        head.back_wanted.connect(self.back)
        head.start_wanted.connect(self.start)
        head.skip_wanted.connect(self._on_skipped)
        head.cancel_wanted.connect(self._on_cancelled)
        body.wanted.connect(self._want)
        body.progress.toggled.connect(self._on_progress)
        body.report.split_wanted.connect(self._on_split)
        body.report.edited.connect(self._on_edited)
        body.report.cured.connect(head.start.setFocus)
        self.begin_panel.file_wanted.connect(self.choose_files)
        self.begin_panel.folder_wanted.connect(self.choose_folder)
        self.begin_panel.paste_wanted.connect(self.paste)
        self.past.undo_wanted.connect(self._on_past_undone)
        self.after.go.connect(self.go)
        self.after.undo_wanted.connect(self.undo)
        self.after.more_wanted.connect(self._empty)
        self.after.failed.connect(self._on_unwritten)
        body.cards.link_clicked.connect(self._ask_to_open)
        self._page.width_changed.connect(body.fit)
        Bound(self, "import", can=self._can)

    # Coming here

    def arrive(self, route: Route) -> None:
        assert isinstance(route, Import)
        self._empty()
        if route.path:
            self.open([Path(route.path), *map(Path, route.more)])
        elif route.pasted:
            self.paste()

    def leave(self) -> None:
        if not self.desk.writes:  # what is being written comes to its end
            self.desk.stop()

    def take_changes(self, changes: Changes) -> None:
        if changes.library:
            self.after.refresh()

    def open(self, sources: Sequence[Path | Source]) -> None:
        """Read files, folders or texts, one after the other; what is wrong with one is told here."""
        self._fresh = True
        self._begin()
        self._show_parts()
        self.desk.open(sources)

    def _begin(self) -> None:
        """The next source is read."""
        self._found = None
        self.head.back.setFocus()
        self.head.say("")
        self.head.show_title(self.tr("Import"), self.tr("Reading …"))
        self.head.show_start(self.tr("Import"), able=False)

    def choose_files(self) -> None:
        """Let the user choose files."""
        if paths := asked_files(self):
            self.open(paths)

    def choose_folder(self) -> None:
        """Let the user choose a folder that another program wrote."""
        if path := asked_folder(self):
            self.open([path])

    def paste(self) -> None:
        """Read what is in the clipboard: files, or text."""
        if sources := copied():
            self.open(sources)
        else:
            self.head.say(self.tr("There is no text in the clipboard."))

    # What is shown

    def _show_parts(self, *shown: QWidget) -> None:
        for part in self._parts:
            part.setVisible(part in shown)

    def _empty(self) -> None:
        """Nothing is being imported."""
        self._found = None
        self.head.show_title(self.tr("Import"))
        self.head.say("")
        self.head.skip.hide()
        self.head.show_start("", able=False)
        self._show_parts(self.begin_panel)
        self.desk.look()
        self.begin_panel.choose.setFocus()

    def _on_listed(self, past: tuple[Done, ...]) -> None:
        self.past.show_past(past)
        self.past.setVisible(bool(past) and self.begin_panel.isVisibleTo(self))

    def _show(self, found: Examined) -> None:
        self._found = found
        facts = self._words.facts(found, self.desk.at, self.desk.count)
        self.head.show_title(self._words.title(found), facts)
        self.body.show_examined(found, self.desk.wanted)
        self._show_parts(self.body)
        self.head.skip.setVisible(self.desk.count > 1)
        self._offer(found)

    def _offer(self, found: Examined) -> None:
        """The button carries the number; without any it says why it is off."""
        able = found.count > 0
        self.head.show_start(self._words.start(found), able=able)
        told = (self.desk.refusal, "bad") if able else (self._words.why_none(found), "text")
        self.head.say(*told)
        if able:
            announce(self, self.head.start.words)
        if self._fresh:
            (self.head.start if able else self.body.file.drops.fields["format"].drop).setFocus()
        self._fresh = False

    def show_report(self) -> None:
        """Scroll to what is told below the cards."""
        report = self.body.report
        self._page.show_rect(report.rect(), report)

    # What the user does

    def start(self) -> None:
        """Import."""
        if self.head.start.isEnabled() and self._found is not None:
            self.head.start.setEnabled(False)
            self.desk.write()

    def next(self) -> None:
        """The next card."""
        self.body.cards.step(1)

    def previous(self) -> None:
        """The card before; back where no cards are shown."""
        if self.body.isVisible() and self.body.cards.present is not None:
            self.body.cards.step(-1)
        else:
            self.back()

    def undo(self) -> None:
        """Take back what was just imported."""
        if self.after.can_undo:
            self.desk.undo()

    def back(self) -> None:
        """To where one came from."""
        self.go.emit(Back())

    def _can(self, action: str) -> bool:
        if action == "undo":
            return self.after.can_undo
        return action != "next" or self.body.isVisible()

    def _want(self, changes: dict[str, object]) -> None:
        """Read it otherwise: fields of Wanted -> their values; choices are added to those made."""
        wanted = self.desk.wanted
        choices = changes.pop("choices", None)
        if isinstance(choices, dict):
            changes["choices"] = {**wanted.choices, **choices} if choices else {}
        self.desk.want(replace(wanted, **changes))

    def _on_progress(self, wanted: bool) -> None:
        self.desk.wanted = replace(self.desk.wanted, progress=wanted)

    def _on_split(self, lines: Sequence[Line]) -> None:
        if self._found is not None:
            separator = separator_of(self._found)
            self._edit({line.number: resplit(line.raw, line.split, separator) for line in lines})

    def _on_edited(self, line: Line, text: str) -> None:
        self._edit({line.number: text})

    def _edit(self, edits: dict[int, str]) -> None:
        """Lines that are to be read otherwise than they stand in the file."""
        self.desk.want(replace(self.desk.wanted, edits={**self.desk.wanted.edits, **edits}))

    def _on_skipped(self) -> None:
        self._fresh = True
        self._begin()
        if not self.desk.skip():
            self._finish()

    def _on_cancelled(self) -> None:
        wrote = self.desk.writes
        self.desk.stop()
        if self._found is None or wrote:
            self._empty()
        else:
            self._show(self._found)
        late = self.tr("Stopped. If it was too late for that, the import is in the list and can be undone.")
        self.head.say(late if wrote else self.tr("Stopped; nothing was changed."))

    # What became of it

    def _on_written(self, made: Made) -> None:
        self._on_skipped()

    def _finish(self) -> None:
        """All sources are done: the sum."""
        made = self.desk.made
        if not made:
            self._empty()
            return
        self.head.show_title(self.tr("Import"))
        self.head.skip.hide()
        self.head.show_start("", able=False)
        self._show_parts(self.after)
        self.after.show_made(made)
        self.head.say(self.desk.refusal, "bad")

    def _ask_to_open(self, address: str) -> None:
        LinkSheet(address, self.window()).open()

    def _on_past_undone(self, done: Done) -> None:
        self.desk.take_back((done,))

    def _on_undone(self, undone: Undone) -> None:
        self._empty()
        self.head.say(self._words.undone(undone))

    def _on_unwritten(self, words: str) -> None:
        self.head.say(words, "bad")

    def _on_failed(self, error: Exception) -> None:
        words = words_of(error) if isinstance(error, QuizError) else str(error)
        if self._found is None:
            self.desk.refused.append(words)
            self._on_skipped()
        else:
            self._show(self._found)
        self.head.say(self.desk.refusal or words, "bad")
