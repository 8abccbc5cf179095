"""What the summary is made of: the result, what was missed, what comes back."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.core.overview import Missed, SessionSummary
from quizapp.ui.models.cards import MissedModel
from quizapp.ui.screens.card_rows import MissedDelegate
from quizapp.ui.widgets.bars import Bars
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import Label, label
from quizapp.ui.widgets.panel import Hairline, Panel
from quizapp.ui.widgets.rows import SIDE, RowTable
from quizapp.ui.widgets.splitbar import Part, SplitBar

FEW = 5
"""Missed cards shown before "Show all"."""


class ResultPanel(Panel):
    """How it went: a sentence, one bar, and what the learner rated alone, apart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(shadow=True, padding=(32, 25, 32, 22), parent=parent)
        self._note = label("body", token="mut", wrap=True)
        self._bar = SplitBar()
        self._apart = label("small", token="mut", wrap=True)
        self._apart.setContentsMargins(0, 8, 0, 0)
        self.content.addWidget(label("display", self.tr("Session done"), wrap=True))
        self.content.addSpacing(6)
        self.content.addWidget(self._note)
        self.content.addSpacing(23)
        self.content.addWidget(self._bar)
        self.content.addWidget(self._apart)

    @property
    def words(self) -> str:
        """The result in a sentence."""
        return self._note.text()

    def show_summary(self, value: SessionSummary) -> None:
        counts = (
            (value.right, self.tr("right"), "check", "good", False),
            (value.almost, self.tr("almost"), "almost", "warn", False),
            (value.partly, self.tr("partly right"), "half", "warn", True),
            (value.wrong, self.tr("wrong"), "cross", "bad", False),
            (value.unknown, self.tr("I don’t know"), "minus", "edge", False),
        )
        parts = tuple(
            Part(count=count, word=word, icon=icon, token=token, hatched=hatched)
            for count, word, icon, token, hatched in counts
        )
        self._bar.show_parts(parts)
        self._bar.setVisible(any(part.count for part in parts))
        leeches = self.tr("%n cards were forgotten so often that they are flagged now.", "", value.leeches)
        self._note.setText(f"{self._sentence(value)} {leeches}" if value.leeches else self._sentence(value))
        self._apart.setVisible(bool(value.unscored))
        self._apart.setText(
            self.tr("%n cards you rated yourself; they are not in the bar.", "", value.unscored)
        )

    def _sentence(self, value: SessionSummary) -> str:
        minutes = round(value.seconds / 60)
        time = self.tr("%n minutes", "", minutes) if minutes else self.tr("less than a minute")
        done = self.tr("%n cards in {time}.", "", value.cards).format(time=time)
        scored = value.right + value.almost + value.partly + value.wrong + value.unknown
        if not scored:
            return done
        right = self.tr("%n were right at the first try", "", value.right)
        rest = (
            (value.almost, self.tr("%n almost", "", value.almost)),
            (len(value.missed), self.tr("%n missed", "", len(value.missed))),
        )
        others = ", ".join(words for count, words in rest if count)
        return f"{done} {right}; {others}." if others else f"{done} {right}."


class MissedPanel(Panel):
    """Cards worth another look; first a few, then all of them."""

    chosen = Signal(object)
    """A Missed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=(0, 18, 0, 12), parent=parent)
        self._missed: tuple[Missed, ...] = ()
        self._model = MissedModel(self)
        self.table = RowTable(MissedDelegate())
        self.table.setAccessibleName(self.tr("Worth another look"))
        self.table.setModel(self._model)
        self.table.chosen.connect(self.chosen)
        self._count = label("small", token="mut")
        self._none = label("body", "", "mut", wrap=True)
        self._none.setContentsMargins(SIDE, 8, SIDE, 8)
        self.more = Button("link", "", height=24)
        self.more.clicked.connect(self._show_all)
        head = QHBoxLayout()
        head.setContentsMargins(SIDE, 0, SIDE, 8)
        head.setSpacing(12)
        head.addWidget(label("heading", self.tr("Worth another look"), wrap=True), 1)
        head.addWidget(self._count)
        foot = QHBoxLayout()
        foot.setContentsMargins(SIDE - 4, 2, SIDE, 0)
        foot.addWidget(self.more)
        foot.addStretch(1)
        self.content.addLayout(head)
        self.content.addWidget(self._none)
        self.content.addWidget(self.table)
        self.content.addLayout(foot)
        self.content.addStretch(1)

    def show_missed(self, missed: tuple[Missed, ...], gone: int) -> None:
        """gone: missed cards that have left their decks."""
        self._missed = missed
        nothing = self.tr("Nothing missed. Every card was passed at the first try.")
        self._none.setText(
            self.tr("%n missed cards are no longer in their decks.", "", gone) if gone else nothing
        )
        self._show(missed[:FEW])
        self._none.setVisible(bool(gone) or not missed)

    def _show(self, shown: tuple[Missed, ...]) -> None:
        self._model.show_values(shown)
        total = len(self._missed)
        self.table.setVisible(bool(total))
        self.more.setVisible(len(shown) < total)
        self.more.setText(self.tr("Show all %n", "", total))
        of = self.tr("{shown} of %n", "", total)
        self._count.setText(of.format(shown=QLocale().toString(len(shown))) if total else "")

    def _show_all(self) -> None:
        self._show(self._missed)
        self.table.setCurrentIndex(self._model.index(FEW, 0))
        self.table.setFocus()


class ComingPanel(Panel):
    """Cards due on the next days, and the weeks studied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=(24, 18, 24, 18), parent=parent)
        self.bars = Bars()
        self._weeks: Label = label("small", token="mut", wrap=True)
        self.content.addWidget(label("heading", self.tr("Coming back"), wrap=True))
        self.content.addWidget(label("small", self.tr("Cards due on the next days"), "mut", wrap=True))
        self.content.addSpacing(16)
        self.content.addWidget(self.bars)
        self.content.addSpacing(12)
        self.content.addWidget(Hairline())
        self.content.addSpacing(12)
        self.content.addWidget(self._weeks)
        self.content.addStretch(1)

    def show_summary(self, value: SessionSummary) -> None:
        self.bars.show_days(value.coming)
        self._weeks.setText(
            self.tr("You have studied in {weeks} of the last %n weeks.", "", value.weeks).format(
                weeks=QLocale().toString(value.weeks_studied)
            )
        )
