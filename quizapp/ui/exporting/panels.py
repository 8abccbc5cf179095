"""What the export screen is made of: which decks, which format, what has no place in it, where it went."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.problems import Problem
from quizapp.formats.base import Format
from quizapp.store.shelf import DeckFile
from quizapp.ui.exporting.desk import Checked, Gone
from quizapp.ui.i18n import marked
from quizapp.ui.importing.lines import Line
from quizapp.ui.importing.report_row import ReportRow
from quizapp.ui.report import words_of
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.icon import Icon
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.panel import Hairline, Panel
from quizapp.ui.widgets.radio_row import RadioRow
from quizapp.ui.widgets.tickrow import TickRow

_PADDING = (18, 12, 14, 12)
_FIRST, _MORE, _PLACES = 12, 50, 3
"""Rows of what is lost, at first and with each wish for more; places named in a row."""


class DecksPanel(Panel):
    """All decks, with a tick at those that go."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=14, padding=_PADDING, parent=parent)
        self.rows: dict[int, TickRow] = {}
        self._files: dict[int, DeckFile] = {}
        self.all = Button("bare", "", height=30)
        self.all.clicked.connect(self._on_all)
        self.narrowed = label("row", wrap=True)
        self.narrowed.setContentsMargins(MARGIN, 0, MARGIN, 0)
        head = QHBoxLayout()
        head.addWidget(label("heading", self.tr("Decks")), 1)
        head.addWidget(self.all)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.content.setSpacing(4)
        self.content.addLayout(head)
        self.content.addWidget(self.narrowed)
        self.content.addLayout(self._list)

    def show_decks(self, files: Sequence[DeckFile], ticked: Sequence[int], words: str) -> None:
        """ticked: keys of those that go; words: that only some cards of them do, "" where all do."""
        for row in self.rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._files = {file.deck_key: file for file in files}
        self.rows = {
            file.deck_key: TickRow(file.title, self.tr("%n cards", "", file.notes)) for file in files
        }
        for key, row in self.rows.items():
            row.show_on(key in ticked)
            row.toggled.connect(self._on_toggled)
            self._list.addWidget(row)
        self.narrowed.setText(words)
        self.narrowed.setVisible(bool(words))
        self._show_all()

    @property
    def chosen(self) -> tuple[DeckFile, ...]:
        return tuple(self._files[key] for key, row in self.rows.items() if row.on)

    def _show_all(self) -> None:
        some = any(row.on for row in self.rows.values())
        self.all.setText(self.tr("None") if some else self.tr("All"))

    def _on_all(self) -> None:
        on = not any(row.on for row in self.rows.values())
        for row in self.rows.values():
            row.show_on(on)
        self._on_toggled()

    def _on_toggled(self) -> None:
        self._show_all()
        self.changed.emit()


class FormatPanel(Panel):
    """Which program is to read it; with what is known of the cards, where the format carries that."""

    changed = Signal()

    def __init__(self, formats: Sequence[Format], parent: QWidget | None = None) -> None:
        super().__init__(radius=14, padding=(14, 12, 14, 12), parent=parent)
        self._formats = tuple(formats)
        heading = label("heading", self.tr("Format"))
        heading.setContentsMargins(MARGIN, 0, 0, 0)
        self.content.addWidget(heading)
        self.content.setSpacing(2)
        self.rows = [RadioRow(marked(one.label), marked(one.about)) for one in self._formats]
        self.rows[0].setChecked(True)
        for row in self.rows:
            row.toggled.connect(self._on_chosen)
            self.content.addWidget(row)
        self.progress = TickRow(self.tr("With your progress: answers and when cards are due"))
        self.progress.toggled.connect(self._on_progress)
        self.content.addWidget(self.progress)
        self._refresh()

    @property
    def chosen(self) -> Format:
        return next(one for one, row in zip(self._formats, self.rows, strict=True) if row.isChecked())

    @property
    def with_progress(self) -> bool:
        return self.chosen.carries_progress and self.progress.on

    def _refresh(self) -> None:
        self.progress.setVisible(self.chosen.carries_progress)

    def _on_chosen(self, on: bool) -> None:
        if on:
            self._refresh()
            self.changed.emit()

    def _on_progress(self, on: bool) -> None:
        self.changed.emit()


class LostPanel(Panel):
    """What the format has no place for, a row a thing, before anything is written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=14, padding=(14, 8, 10, 8), parent=parent)
        self._lines: tuple[Line, ...] = ()
        self.rows: list[ReportRow] = []
        self._words = label("button", wrap=True)
        self._good, self._warn = Icon("check", size=16, token="good"), Icon("warning", size=16, token="warn")
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 4, MARGIN, 4)
        head.setSpacing(8)
        head.addWidget(self._good)
        head.addWidget(self._warn)
        head.addWidget(self._words, 1)
        self.rest = Button("quiet", "", icon="chevron-down", height=36)
        self.rest.clicked.connect(self._on_rest)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.content.addLayout(head)
        self.content.addLayout(self._list)
        self.content.addWidget(self.rest)

    @property
    def words(self) -> str:
        return self._words.text()

    def show_checked(self, checked: Checked, label_: str) -> None:
        """label_: what the format is called, translated."""
        out = sum(one.severity == "error" for one in checked.lost)
        parts = len(checked.lost) - out
        self._good.setVisible(not checked.lost)
        self._warn.setVisible(bool(checked.lost))
        told = [
            self.tr("%n cards have no counterpart there", "", out) if out else "",
            self.tr("%n things have no place there", "", parts) if parts else "",
        ]
        nothing = self.tr("{format} holds all of it.").format(format=label_)
        self._words.set_token("warn" if checked.lost else "good")
        self._words.setText(", ".join(filter(None, told)) or nothing)
        self._lines = tuple(self._line(words, found) for words, found in _alike(checked.lost))
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        self._add_rows(_FIRST)

    def _line(self, words: str, found: Sequence[Problem]) -> Line:
        """A row: what is lost, of how many cards, and where the first are."""
        places = [
            f"{Path(one.where.file).name}:{one.where.line}" for one in found[:_PLACES] if one.where.line
        ]
        count = self.tr("%n cards", "", len(found))
        more = " …" if len(found) > _PLACES else ""
        weight: Literal["error", "warning"] = "error" if found[0].severity == "error" else "warning"
        return Line(weight=weight, words=f"{words.rstrip('.')}: {count}", raw=", ".join(places) + more)

    def _add_rows(self, most: int) -> None:
        for line in self._lines[len(self.rows) : most]:
            row = ReportRow(line)
            row.fit(roomy=False)
            self._list.addWidget(Hairline(inset=MARGIN))
            self._list.addWidget(row)
            self.rows.append(row)
        left = len(self._lines) - len(self.rows)
        self.rest.setText(self.tr("Show %n more", "", min(left, _MORE)))
        self.rest.setVisible(left > 0)

    def _on_rest(self) -> None:
        self._add_rows(len(self.rows) + _MORE)


class GonePanel(Panel):
    """Where it was written."""

    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=14, padding=(20, 16, 16, 14), parent=parent)
        self._out = Path()
        self._words, self._place = label("heading", wrap=True), label("row", token="mut", wrap=True)
        self._place.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self.open = Button("ghost", self.tr("Open the folder"), icon="file", height=36)
        self.more = Button("quiet", self.tr("Export something else"), height=36)
        self.open.clicked.connect(self._on_open)
        self.more.clicked.connect(self.more_wanted)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        head.setSpacing(8)
        head.addWidget(Icon("check", size=20, token="good"))
        head.addWidget(self._words, 1)
        self.content.setSpacing(8)
        self.content.addLayout(head)
        self.content.addWidget(self._place)
        self.content.addWidget(Flow(self.open, self.more, gap=4))

    @property
    def words(self) -> str:
        return f"{self._words.text()} {self._place.text()}"

    def show_gone(self, gone: Gone) -> None:
        self._out = gone.out
        self._words.setText(self.tr("%n cards were written.", "", gone.cards))
        files = self.tr("%n files in {place}", "", gone.files) if gone.files > 1 else "{place}"
        self._place.setText(files.format(place=str(gone.out).replace("/", "/\u200b")))

    def _on_open(self) -> None:
        folder = self._out if self._out.is_dir() else self._out.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _alike(lost: Sequence[Problem]) -> list[tuple[str, list[Problem]]]:
    """The same thing of several cards together: what keeps cards out first, then what most cards lose."""
    found: dict[str, list[Problem]] = {}
    for problem in lost:
        found.setdefault(words_of(problem), []).append(problem)
    return sorted(found.items(), key=lambda pair: (pair[1][0].severity != "error", -len(pair[1])))
