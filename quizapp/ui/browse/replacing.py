"""Find and replace in the texts of the cards that are listed: each change is shown before it is made."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from quizapp.formats.deck_replace import Hit, Needle
from quizapp.store.browse_rows import Row
from quizapp.ui import theme
from quizapp.ui.browse.checks import paint_check
from quizapp.ui.browse.task import Write, WritingTask, small_field
from quizapp.ui.browse.writing import NOTHING, Found, Plan, Planner, replaced
from quizapp.ui.models.decks import VALUE, Index
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.cell import PaintedCell, line_height, lines_of, words_width
from quizapp.ui.widgets.paint import Styled, box
from quizapp.ui.widgets.segments import Segments

MOST = 500
"""Changes listed."""
_LIST_H = 54
"""Least height of the list at 100 % text size, px."""
_CHECK, _GAP, _PAD = 16, 10, 8
_SIGNS = (("−", "bad"), ("+", "good"))
"""Sign and fill of the text before, and of that after."""
_LEAD = 24
"""Letters before the first difference that are shown."""

Proposal = tuple[Found, Hit]


class ProposalModel(QAbstractListModel):
    """Changes with a check box each; all are wanted at first."""

    toggled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Proposal, ...] = ()
        self._left_out: set[int] = set()

    def show_rows(self, rows: Sequence[Proposal]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self._left_out.clear()
        self.endResetModel()

    @property
    def wanted(self) -> list[Proposal]:
        """Those that are ticked."""
        return [row for at, row in enumerate(self._rows) if at not in self._left_out]

    def toggle(self, at: int) -> None:
        self._left_out ^= {at}
        self.dataChanged.emit(self.index(at), self.index(at))
        self.toggled.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        checkable = Qt.ItemFlag.ItemIsUserCheckable
        return super().flags(index) | checkable if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        found, hit = self._rows[index.row()]
        if role == VALUE:
            return hit
        if role == Qt.ItemDataRole.DisplayRole:
            place = self.tr("{file}, line {line}").format(file=found.opened.path.name, line=hit.line)
            return f"{hit.before} → {hit.after} ({place})"
        if role == Qt.ItemDataRole.CheckStateRole:
            out = index.row() in self._left_out
            return Qt.CheckState.Unchecked if out else Qt.CheckState.Checked
        return None

    def place(self, at: int) -> str:
        """Where a change is."""
        found, hit = self._rows[at]
        return self.tr("{file}, line {line}").format(file=found.opened.path.name, line=hit.line)


def window(before: str, after: str) -> tuple[str, str]:
    """Both texts in one line, cut at the front so that the first difference is in sight."""
    one, other = " ".join(before.split()), " ".join(after.split())
    pairs = zip(one, other, strict=False)
    first = next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
    start = max(0, first - _LEAD)
    lead = "…" if start else ""
    return lead + one[start:], lead + other[start:]


class _Proposals(QStyledItemDelegate):
    """A check box, the text before and after, each on a line of its own; where it is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, round(2 * line_height("small")) + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, hit = option.widget, index.data(VALUE)
        assert isinstance(view, ProposalList)
        model = index.model()
        assert isinstance(model, ProposalModel)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if view.hasFocus() and index == view.currentIndex():
            box(painter, rect.adjusted(1, 1, -1, -1), 8, line="acc", width=2)
        cell = PaintedCell(painter, rect.adjusted(_PAD, 0, -_PAD, 0), mirrored=view.isRightToLeft())
        size, height = theme.px(_CHECK), line_height("small")
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        check = QRectF(0, (cell.rect.height() - size) / 2, size, size)
        paint_check(painter, cell.place(check), "on" if on else "off")
        where = model.place(index.row())
        aside = words_width(where, "small") + _GAP
        room = cell.rect.adjusted(size + _GAP, 0, -aside, 0)
        lines = zip(window(hit.before, hit.after), _SIGNS, strict=True)
        for number, (text, (sign, token)) in enumerate(lines):
            line = QRectF(room.left(), _PAD + number * height, room.width(), height)
            cell.box(line, 4, f"{token}soft")
            inner = line.adjusted(6, 0, -6, 0)
            cell.words(inner, lines_of(f"{sign} {text}", "small", inner.width(), 1), "small", "text")
        cell.words(cell.rect, (where,), "small", "mut", at_end=True)
        painter.restore()


class ProposalList(Styled, QListView):
    """Space or a click ticks a change, or leaves it out."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_Proposals(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Changes"))

    def restyle(self) -> None:
        self.scheduleDelayedItemsLayout()

    def _toggle(self, row: int) -> None:
        model = self.model()
        assert isinstance(model, ProposalModel)
        model.toggle(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*ENTER, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self._toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._toggle(index.row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))


class ReplaceTask(WritingTask):
    """Find, replace, plain or as a regular expression; below every change with a check box."""

    def __init__(self, rows: Sequence[Row], planner: Planner, write: Write) -> None:
        super().__init__(self.tr("Find and replace in %n cards", "", len(rows)), write)
        self._planner = planner
        self._opened: tuple[Found, ...] | None = None
        self._open: Callable[[], tuple[Found, ...]] = lambda: planner.open(rows)
        self.sought, self.replace = small_field(self.tr("Find")), small_field(self.tr("Replace by"))
        self.sought.setPlaceholderText(self.tr("Find"))
        self.replace.setPlaceholderText(self.tr("Replace by"))
        self.sort = Segments(self.tr("What to find"), (self.tr("Text"), self.tr("Expression")))
        self.model = ProposalModel(self)
        self.list = ProposalList()
        self.list.setModel(self.model)
        self.list.setMinimumHeight(theme.px(_LIST_H))
        self._retick = QTimer(self, singleShot=True, interval=0)
        self._retick.timeout.connect(self.plan_now)
        self._stale = True
        for field in (self.sought, self.replace):
            field.textChanged.connect(self._look_again)
            field.submitted.connect(self.list.setFocus)
        self.sort.chosen.connect(self._look_again)
        self.model.toggled.connect(self._retick.start)
        line = QHBoxLayout()
        line.setSpacing(4)
        for widget in (self.sought, self.replace, self.sort):
            line.addWidget(widget)
        self.controls.addLayout(line)
        self.controls.addWidget(self.list, 1)
        self.plan_now()

    @property
    def first(self) -> QWidget:
        return self.sought

    def _look_again(self) -> None:
        self._stale = True
        self.plan_soon()

    @property
    def needle(self) -> Needle:
        """What is looked for; capitals count as soon as one is written."""
        find = self.sought.text()
        return Needle(find, self.replace.text(), regular=self.sort.at == 1, case=find != find.lower())

    def make_plan(self) -> Plan:
        if self._stale:
            self._stale = False
            self.model.show_rows(self._proposals())
        wanted = self.model.wanted
        return replaced(wanted) if wanted else NOTHING

    def _proposals(self) -> list[Proposal]:
        if not self.sought.text():
            return []
        if self._opened is None:
            self._opened = self._open()
        found = []
        for proposal in self._planner.hits(self._opened, self.needle):
            found.append(proposal)
            if len(found) == MOST:
                break
        return found

    def _list(self) -> str:
        words = super()._list()
        if self.model.rowCount() < MOST:
            return words
        more = self.tr("Only the first {count} changes are listed: make them, then look again.")
        return f"{more.format(count=MOST)} {words}"

    def words(self, plan: Plan) -> str:
        cards = self.tr("Replace in %n cards", "", plan.cards)
        return self.tr("{cards} of %n files", "", len(plan.files)).format(cards=cards)

    def done_words(self, plan: Plan) -> str:
        return self.tr("Replaced in %n cards", "", plan.cards)
