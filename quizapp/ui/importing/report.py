"""What an import would do: how many cards, what is left out and why, what is otherwise."""

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.store.examining import Examined
from quizapp.ui import theme
from quizapp.ui.importing.lines import Line, Lines, report_of, text_of
from quizapp.ui.importing.report_row import ReportRow
from quizapp.ui.saving import save_as
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.icon import Icon
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN, announce
from quizapp.ui.widgets.panel import Hairline, Panel

_FIRST, _MORE = 12, 50
"""Rows shown at first, and with each wish for more."""
_ROOMY = 640
"""Width from which reason and text stand side by side, px at 100 % text size."""


class ReportPanel(Panel):
    """Counts in a line, then a row for each thing that is to be told."""

    split_wanted = Signal(object)
    """Lines that are to be split by their other sign."""
    edited = Signal(object, str)
    """As of ReportRow."""
    cured = Signal()
    """What had the focus here is cured, and nothing else is to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=14, padding=(14, 6, 10, 8), parent=parent)
        self._found: Examined | None = None
        self._lines: tuple[Line, ...] = ()
        self._sign = ""
        """What `all` splits lines at."""
        self.rows: list[ReportRow] = []
        self.ready, self.left = _Count("check", "good"), _Count("warning", "warn")
        self.more = label("row", token="mut")
        self.save = Button("bare", self.tr("Save report"), height=30)
        self.save.clicked.connect(self._on_save)
        self.all = Button("bare", "", height=30)
        self.all.clicked.connect(self._on_all)
        self.rest = Button("quiet", "", icon="chevron-down", height=36)
        self.rest.clicked.connect(self._on_rest)
        self._head = Flow(self.ready, self.left, self.more, gap=16)
        head = QHBoxLayout()
        head.addWidget(self._head, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.all, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.save, 0, Qt.AlignmentFlag.AlignVCenter)
        self.content.addLayout(head)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.content.addLayout(self._list)
        self.content.addWidget(self.rest)

    def show_examined(self, found: Examined) -> None:
        """What had the focus keeps it, or what took its place."""
        pressed = self.all.hasFocus()
        here = next((at for at, row in enumerate(self.rows) if _holds_focus(row)), -1)
        self._found = found
        self._show_counts(found)
        lines = Lines(self).of(found)
        if lines != self._lines:
            self._lines = lines
            self._show_rows(max(_FIRST, min(len(self.rows), len(lines))))
        self.save.setVisible(bool(lines))
        self._show_all()
        if here >= 0 or pressed:
            self._focus_from(max(here, 0))

    def _focus_from(self, at: int) -> None:
        """On the cure at this row, or the nearest that there is."""
        cures = [row.cure for row in (*self.rows[at:], *self.rows[:at]) if row.cure is not None]
        if cures:
            cures[0].setFocus()
        else:
            self.cured.emit()

    def _show_counts(self, found: Examined) -> None:
        count, left = found.count, len(found.plan.skipped)
        words = (
            self.tr("%n answers ready", "", count)
            if found.imported.reviews
            else self.tr("%n cards ready", "", count)
        )
        self.ready.show_words(words if count else "")
        out = self.tr("%n lines left out", "", left) if found.raw else self.tr("%n left out", "", left)
        self.left.show_words(out if left else "")
        self.more.setText(self._more(found))
        self.more.setVisible(bool(self.more.text()))
        self._head.updateGeometry()

    def _more(self, found: Examined) -> str:
        plan = found.plan
        tags = sorted({tag for one in found.previews for tag in one.note.tags})
        named = ", ".join(tags[:4]) + (" …" if len(tags) > 4 else "")
        conflicts = sum(len(deck.conflicts) for deck in plan.decks)
        parts = [
            self.tr("%n updated", "", plan.updated) if plan.updated else "",
            self.tr("%n as they were", "", plan.unchanged) if plan.unchanged else "",
            self.tr("%n changed on both sides", "", conflicts) if conflicts else "",
            self.tr("%n tags", "", len(tags)) + f": {named}" if tags else "",
            self.tr("%n pictures and sounds", "", len(plan.media)) if plan.media else "",
        ]
        return " · ".join(filter(None, parts))

    def _show_rows(self, most: int) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        self._add_rows(most)

    def _add_rows(self, most: int) -> None:
        """So many of the lines, those that are there already among them."""
        for line in self._lines[len(self.rows) : most]:
            row = ReportRow(line)
            row.split_wanted.connect(self._on_split)
            row.edited.connect(self.edited)
            row.fit(roomy=self._roomy)
            rule = Hairline(inset=MARGIN)
            self._list.addWidget(rule)
            self._list.addWidget(row)
            row.show()  # at once: it may be given the focus
            self.rows.append(row)
        left = len(self._lines) - len(self.rows)
        self.rest.setText(self.tr("Show %n more", "", min(left, _MORE)))
        self.rest.setVisible(left > 0)

    def _show_all(self) -> None:
        """Several lines that one sign would split are split by one press."""
        signs = Counter(line.split for line in self._lines if line.split)
        self._sign, count = signs.most_common(1)[0] if signs else ("", 0)
        words = self.tr("Split %n lines at {sign}", "", count)
        self.all.setText(words.format(sign=self._sign.strip() or self.tr("tab")))
        self.all.setVisible(count > 1)

    def _on_split(self, line: Line) -> None:
        self.split_wanted.emit([line])

    def _on_all(self) -> None:
        self.split_wanted.emit([line for line in self._lines if line.split == self._sign])

    def _on_rest(self) -> None:
        first = len(self.rows)
        self._add_rows(first + _MORE)
        self._focus_from(first)
        announce(self, self.tr("%n rows", "", len(self.rows)))

    @property
    def _roomy(self) -> bool:
        return self.width() >= theme.px(_ROOMY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for row in self.rows:
            row.fit(roomy=self._roomy)

    def _on_save(self) -> None:
        found = self._found
        if found is not None:
            makers = {".json": lambda: report_of(found), ".txt": lambda: text_of(self._lines)}
            announce(self, save_as(self, self.tr("import report"), makers))


class _Count(QWidget):
    """A sign and its words; hidden while there are none."""

    def __init__(self, icon: str, token: str) -> None:
        super().__init__()
        self._words = label("button", token=token)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Icon(icon, size=16, token=token))
        row.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    @property
    def words(self) -> str:
        return self._words.text()

    def show_words(self, words: str) -> None:
        self._words.setText(words)
        self.setVisible(bool(words))


def _holds_focus(row: QWidget) -> bool:
    focus = row.window().focusWidget()
    return focus is not None and row.isAncestorOf(focus)
