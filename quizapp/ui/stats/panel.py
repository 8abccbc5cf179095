"""The panel of a chart: heading, fact, and the chart or its table in the same place."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QContextMenuEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.ui import theme
from quizapp.ui.stats.figure_table import FigureTable
from quizapp.ui.stats.figures import count
from quizapp.ui.stats.plot import Little, Plot
from quizapp.ui.stats.view import PlotView
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import CutLabel, label
from quizapp.ui.widgets.paint import MARGIN, Styled, begin, box, mirrored
from quizapp.ui.widgets.panel import Panel

RADIUS = 14
PADDING = (12, 8, 12, 8)
"""Controls stand flush: their margins make it 16 and 12."""
_BAR_H, _LINE_GAP, _HEAD_GAP, _FACT_GAP, _PAD = 8, 16, 4, 6, 4


class ChartPanel(Panel):
    """Shows a Plot, its table, or from when on it will speak."""

    table_chosen = Signal(str, bool)
    """Name of the chart; whether the learner wants its table."""
    menu_wanted = Signal(object, QPoint)
    """This panel, and where on the screen its menu opens."""

    def __init__(self, plot: Plot, parent: QWidget | None = None) -> None:
        super().__init__(radius=RADIUS, padding=PADDING, parent=parent)
        self.name = plot.name
        self._as_table = False
        self.heading, self.fact = CutLabel("heading"), FactLabel("small", token="mut")
        self.toggle = Button("quiet", "", height=30, pad=_PAD)
        self.chart, self.figures = PlotView(plot), FigureTable()
        self.little = LittleView()
        policy = self.toggle.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # headings stay in line
        self.toggle.setSizePolicy(policy)
        self._lay_out()
        self.toggle.clicked.connect(self._on_toggle)
        self.chart.toggled.connect(self._on_toggle)
        self.figures.toggled.connect(self._on_toggle)
        self.show_plot(plot)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 0, 0, 0)
        head.setSpacing(_HEAD_GAP)
        head.addWidget(self.heading)
        head.addWidget(self.fact, 1)
        head.addWidget(self.toggle)
        self.content.addLayout(head)
        self.content.addWidget(_Body(self.chart, self.figures, self.little), 1)

    @property
    def plot(self) -> Plot:
        return self.chart.plot

    def show_plot(self, plot: Plot) -> None:
        """Other numbers of the same chart."""
        self.chart.show_plot(plot)
        self.heading.setText(plot.heading())
        self.fact.setText(plot.fact())
        self._show()

    def show_as_table(self, as_table: bool) -> None:
        """Table or chart, as it was left."""
        self._as_table = as_table
        self._show()

    def _show(self) -> None:
        little = self.plot.little()
        focused = self.chart.hasFocus() or self.figures.hasFocus()
        if little is not None:
            self.little.show_little(self.plot.heading(), little)
        elif self._as_table:
            self.figures.show_table(self.plot.heading(), self.plot.table())
        self.toggle.setVisible(little is None)
        words = self.tr("Chart") if self._as_table else self.tr("Table")
        self.toggle.set_icon("statistics" if self._as_table else "table")
        self.toggle.setText(words)
        self.toggle.setAccessibleName(f"{words}: {self.plot.heading()}")
        self.little.setVisible(little is not None)
        self.figures.setVisible(little is None and self._as_table)
        self.chart.setVisible(little is None and not self._as_table)
        if focused:
            self.focus_values()

    def focus_values(self) -> None:
        """Put the focus on chart or table."""
        shown = (self.chart, self.figures)[self._as_table]
        shown.setFocus()

    def _on_toggle(self) -> None:
        self.show_as_table(not self._as_table)
        self.table_chosen.emit(self.name, self._as_table)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(self, event.globalPos())


class _Body(QWidget):
    """Chart, table or sentence in one and the same place, as high as the chart wants to be."""

    def __init__(self, chart: PlotView, figures: FigureTable, little: "LittleView") -> None:
        super().__init__()
        self._chart, self._little = chart, little
        self._all = (chart, figures, little)
        for widget in self._all:
            widget.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        sentence = 0 if self._little.isHidden() else self._little.heightForWidth(width)
        return max(self._chart.heightForWidth(width), sentence)

    def sizeHint(self) -> QSize:
        return self._chart.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._chart.minimumSizeHint()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for widget in self._all:
            widget.setGeometry(self.rect())


class FactLabel(CutLabel):
    """What stands beside a heading: whole, or not at all."""

    def __init__(self, role: str, *, token: str) -> None:
        super().__init__(role, token=token)
        self.setContentsMargins(_FACT_GAP, 0, _FACT_GAP, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._cut() == self.text():
            super().paintEvent(event)


class LittleView(Styled, QWidget):
    """Says from when a chart speaks, with a bar towards it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._little = Little("", 0, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(MARGIN, _LINE_GAP, MARGIN, _LINE_GAP)
        rows.setSpacing(0)
        self._sentence, self._below = label("small", wrap=True), label("small", token="mut")
        rows.addWidget(self._sentence)
        rows.addStretch(1)
        self._gap = QWidget()
        rows.addWidget(self._gap)
        rows.addWidget(self._below)
        rows.addStretch(1)
        self.restyle()

    def restyle(self) -> None:
        self._gap.setFixedHeight(theme.px(_BAR_H) + 8)

    def show_little(self, name: str, little: Little) -> None:
        """name: of the chart, for screen readers."""
        self._little = little
        self.setAccessibleName(name)
        self._sentence.setText(little.sentence)
        words = self.tr("{have} of {need}").format(have=count(little.have), need=count(little.need))
        self._below.setText(words)
        for widget in (self._gap, self._below):
            widget.setVisible(little.need > 1)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(180), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._gap.isHidden():
            return
        painter = begin(self)
        place, high = self._gap.geometry(), theme.px(_BAR_H)
        bar = QRectF(place.left(), place.top(), place.width(), high)
        box(painter, bar, high / 2, fill="line")
        if self._little.have:
            part = QRectF(bar)
            part.setWidth(max(high, bar.width() * self._little.have / self._little.need))
            # The bar lies within margins that are the same on both sides.
            box(painter, mirrored(self, part), high / 2, fill="acc")
        painter.end()
