"""Home's top card: what now, in one sentence and one button; beside it the last weeks."""

from msgspec import Struct
from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from quizapp.core.overview import DayCount, Overview
from quizapp.ui import theme
from quizapp.ui.i18n import date_of
from quizapp.ui.navigation import Route, Study
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.heatmap import HeatMap
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.panel import Hairline, Panel

MORE = 10
"""New cards that "more" asks for."""
_WEEKS, _WEEKS_BELOW = 15, 28
"""Of the heat map: beside the sentence, and below it."""
_WORDS_W = 372
"""The least width that the sentence gets beside the heat map, at 100 % text size, px."""
_SIDE, _SIDE_BELOW, _TOP, _BOTTOM = 32, 28, 25, 22
"""Of the card; the second where the weeks stand below."""


class Now(Struct, frozen=True):
    """What the card says and offers."""

    title: str
    note: str = ""
    action: str = ""
    """Words of the primary button; none without."""
    study: Study = Study()


class NowCard(Panel):
    """Says what now; speaks by `go`."""

    go = Signal(object)

    def __init__(self, quiz: Route | None = None, parent: QWidget | None = None) -> None:
        """quiz: where "Take a quiz" leads; without it there is no such button."""
        super().__init__(shadow=True, padding=(_SIDE, _TOP, _SIDE, _BOTTOM), parent=parent)
        self._quiz, self._study = quiz, Study()
        self._title = label("display", wrap=True)
        self._note = label("body", token="mut", wrap=True)
        self._weeks = label("small", token="mut", wrap=True)
        self._map = HeatMap(_WEEKS)
        self.primary = Button("primary", "", key=self.tr("Enter"), height=48)
        self.primary.clicked.connect(self._on_primary)
        self.ghost = Button("ghost", self.tr("Take a quiz"), height=48)
        self.ghost.setVisible(quiz is not None)
        self.ghost.clicked.connect(self._on_quiz)
        self._line = Hairline()
        self._lay_out()

    @property
    def map(self) -> HeatMap:
        return self._map

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addSpacing(6)
        words.addWidget(self._note)
        words.addSpacing(20)
        words.addWidget(Flow(self.primary, self.ghost))
        words.addStretch(1)
        past = QVBoxLayout()
        past.setSpacing(8)
        past.addWidget(self._weeks)
        past.addWidget(self._map)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.addLayout(words, 1)
        self._both.addWidget(self._line)
        self._both.addLayout(past)
        self.content.addLayout(self._both)

    def show_overview(self, overview: Overview, deck_keys: tuple[int, ...]) -> None:
        """deck_keys: what the buttons shall study; () = everything."""
        now = self._now(overview, deck_keys)
        self._study = now.study
        self._title.setText(now.title)
        self._note.setText(now.note)
        self._note.setVisible(bool(now.note))
        self.primary.setText(now.action)
        self.primary.setVisible(bool(now.action))
        self._weeks.setText(
            self.tr("You have studied in {weeks} of the last %n weeks.", "", overview.weeks).format(
                weeks=QLocale().toString(overview.weeks_studied)
            )
        )
        self._map.show_days(overview.heat, overview.today)

    def _now(self, overview: Overview, deck_keys: tuple[int, ...]) -> Now:
        study = Study(deck_keys=deck_keys)
        if overview.due:
            return Now(
                self.tr("%n cards are due", "", overview.due),
                _sentences(self._time(overview.seconds), self._new_note(overview)),
                self.tr("Study %n due", "", overview.due),
                study,
            )
        soon = self._next_note(overview)
        if overview.new:
            start = self.tr("%n new cards to start with", "", overview.new)
            title = self.tr("Nothing is due") if overview.heat else start
            action = self.tr("Study %n new", "", overview.new)
            return Now(title, _sentences(soon, self._time(overview.seconds)), action, study)
        if overview.new_waiting:
            return self._more(overview, deck_keys, soon)
        return Now(self.tr("All done for today"), soon)

    def _more(self, overview: Overview, deck_keys: tuple[int, ...], soon: str) -> Now:
        more = min(MORE, overview.new_waiting)
        action = self.tr("Ten more new cards") if more == MORE else self.tr("%n more new cards", "", more)
        return Now(self.tr("All done for today"), soon, action, Study(deck_keys=deck_keys, more_new=more))

    def _time(self, seconds: int) -> str:
        minutes = round(seconds / 60)
        if not seconds:
            return ""
        return self.tr("About %n minutes.", "", minutes) if minutes else self.tr("Less than a minute.")

    def _new_note(self, overview: Overview) -> str:
        if overview.new:
            return self.tr("%n new cards are mixed in.", "", overview.new)
        if overview.new_waiting:
            return self.tr("%n new cards wait for another day.", "", overview.new_waiting)
        return ""

    def _next_note(self, overview: Overview) -> str:
        if overview.next_due is None:
            return ""
        when = self._when(overview.next_due, overview.today)
        return self.tr("The next %n cards come {when}.", "", overview.next_due.count).format(when=when)

    def _when(self, next_due: DayCount, today: int) -> str:
        ahead = next_due.day - today
        if ahead <= 1:
            return self.tr("tomorrow") if ahead else self.tr("later today")
        date = date_of(next_due.day)
        if ahead < 7:
            return self.tr("on {weekday}").format(weekday=QLocale().dayName(date.dayOfWeek()))
        return self.tr("on {date}").format(date=QLocale().toString(date, "d MMMM"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def restyle(self) -> None:
        self._arrange()

    def _arrange(self) -> None:
        """Set the weeks beside the sentence where both fit, else below it."""
        self._map.set_weeks(_WEEKS)
        beside = self.width() >= theme.px(_WORDS_W) + self._map.sizeHint().width() + 2 * (_SIDE + MARGIN)
        side = (_SIDE if beside else _SIDE_BELOW) + MARGIN
        self.content.setContentsMargins(side, _TOP + MARGIN, side - MARGIN, _BOTTOM + MARGIN)
        self._line.setVisible(not beside)
        if beside:
            self._both.setDirection(QBoxLayout.Direction.LeftToRight)
            self._both.setSpacing(24)
        else:
            self._map.set_weeks(max(1, min(_WEEKS_BELOW, HeatMap.weeks_in(self.width() - 2 * side + MARGIN))))
            self._both.setDirection(QBoxLayout.Direction.TopToBottom)
            self._both.setSpacing(20)

    def _on_primary(self) -> None:
        self.go.emit(self._study)

    def _on_quiz(self) -> None:
        self.go.emit(self._quiz)


def _sentences(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


class EmptyPanel(Panel):
    """What home says while there is no deck."""

    def __init__(self) -> None:
        super().__init__(shadow=True, padding=(32, 25, 28, 22))
        self.button = Button("primary", self.tr("Open the decks folder"), key=self.tr("Enter"), height=48)
        words = self.tr("Put a deck file into your decks folder, and it appears here.")
        self.content.addWidget(label("display", self.tr("No decks yet"), wrap=True))
        self.content.addSpacing(6)
        self.content.addWidget(label("body", words, "mut", wrap=True))
        self.content.addSpacing(20)
        self.content.addWidget(self.button)
