"""A panel of the screen of due days: what would move, how the days would look, one button to do it."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from quizapp.core.due_days import Shift
from quizapp.ui.i18n import date_of
from quizapp.ui.setup.rows import RowStack
from quizapp.ui.widgets.button import Button, ButtonKind
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.load_chart import LoadChart
from quizapp.ui.widgets.paint import MARGIN, announce
from quizapp.ui.widgets.panel import Panel

_PADDING = (20, 14, 20, 14)


class ShiftPanel(Panel):
    """Shows a Shift; `wanted` says that it is to be done, `stopped` that what is under way is not."""

    wanted = Signal()
    stopped = Signal()

    def __init__(
        self,
        heading: str,
        about: str,
        action: str,
        *rows: QWidget,
        kind: ButtonKind = "primary",
        parent: QWidget | None = None,
    ) -> None:
        """heading, about, action: translated; rows: what is chosen before; kind: of the button."""
        super().__init__(padding=_PADDING, parent=parent)
        self.shift: Shift | None = None
        self._told = label("body", wrap=True)
        key = self.tr("Bars: cards a day as it would be. Lines: as it is now, where that changes.")
        self._key = label("small", key, "mut", wrap=True)
        self.chart = LoadChart()
        self.do = Button(kind, action)
        self.stop = Button("ghost", self.tr("Stop"))
        lines = (label("heading", heading, wrap=True), label("small", about, "mut", wrap=True))
        for words in (*lines, self._told, self._key):
            words.setContentsMargins(MARGIN, 0, MARGIN, 4)
        for widget in (*lines, *([RowStack(*rows)] if rows else []), self._told, self.chart, self._key):
            self.content.addWidget(widget)
        self.content.addWidget(Flow(self.do, self.stop, gap=8))
        self.do.clicked.connect(self.wanted)
        self.stop.clicked.connect(self.stopped)
        self.show_busy("", can_stop=False)

    def show_shift(self, shift: Shift) -> None:
        """What would be done."""
        self.shift = shift
        self.chart.show_load(shift.today, shift.before, shift.after)
        self._show(self._words(shift), chart=bool(shift.moves), do=bool(shift.moves))
        announce(self, self._told.text())

    def show_busy(self, words: str, *, can_stop: bool = True) -> None:
        """Something is reckoned or done."""
        self.shift = None
        self._show(words, chart=False, do=False)
        self.stop.setVisible(can_stop)

    def _show(self, words: str, *, chart: bool, do: bool) -> None:
        self._told.setText(words)
        self._told.setVisible(bool(words))
        for widget in (self.chart, self._key):
            widget.setVisible(chart)
        self.do.setVisible(do)
        self.stop.hide()

    def _words(self, shift: Shift) -> str:
        if not shift.moves:
            return self.tr("Nothing has to move.")
        parts = []
        if shift.earlier:
            parts.append(self.tr("%n cards come earlier.", "", shift.earlier))
        if shift.later:
            parts.append(self.tr("%n cards come later.", "", shift.later))
        last = QLocale().toString(date_of(shift.last_day), QLocale.FormatType.LongFormat)
        parts.append(self.tr("The last new day is {day}.").format(day=last))
        return " ".join(parts)
