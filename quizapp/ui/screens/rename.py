"""Did you rename these? Cards that left the decks beside similar new ones, to be linked or kept apart."""

from collections.abc import Iterable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.renames import Answer, Pair, sure
from quizapp.ui.bindings import Bound
from quizapp.ui.kit import Kit
from quizapp.ui.navigation import Back, Missing, Route
from quizapp.ui.screens.place import Place
from quizapp.ui.screens.progress_words import StakeWords
from quizapp.ui.screens.rename_frame import Empty, Foot, Head
from quizapp.ui.screens.rename_parts import AnsweredRow, PairPanel
from quizapp.ui.services import Changes
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.page import Page
from quizapp.ui.widgets.paint import Styled, announce
from quizapp.ui.widgets.panel import Column

_WIDEST = 820
_SHOWN = 40
"""Pairs on the page; the others move up as these are answered."""


class RenamesPlace(Styled, Place):
    """Pairs by likeness, answered ones folded in their places; one pair is current."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._words = StakeWords(self)
        self._pairs: tuple[Pair, ...] = ()
        self._left = 0
        """Pairs there are to ask about, those included that are not read yet."""
        self._answers: tuple[Answer, ...] = ()
        self._rows: dict[tuple[str, str], PairPanel | AnsweredRow] = {}
        self._current: tuple[str, str] = ("", "")
        self._head, self._empty, self._foot = Head(), Empty(), Foot()
        self._missing = Button("quiet", self.tr("Missing cards"), icon="file", height=36)
        self._lay_out()
        self._connect()

    # What is shown

    def arrive(self, route: Route) -> None:
        self._current = ("", "")
        self._refresh()
        self._focus_current()

    def take_changes(self, changes: Changes) -> None:
        if (changes.library or changes.progress) and changes.by is not self:
            self._refresh()

    @property
    def panels(self) -> tuple[PairPanel, ...]:
        """The pairs still to be answered, as they are shown."""
        return tuple(row for row in self._rows.values() if isinstance(row, PairPanel))

    @property
    def answered(self) -> tuple[AnsweredRow, ...]:
        """Those that are answered, as they are shown."""
        return tuple(row for row in self._rows.values() if isinstance(row, AnsweredRow))

    @property
    def current(self) -> PairPanel | None:
        """The pair that the keys act on."""
        row = self._rows.get(self._current)
        return row if isinstance(row, PairPanel) else None

    def _refresh(self) -> None:
        """Ask for the pairs anew; the current one stays, or the next one becomes it."""
        places = [*self._rows]
        self._pairs, self._left, self._answers = self.kit.services.identities.renamings()
        self._show_rows()
        if self.current is None:
            start = places.index(self._current) if self._current in places else 0
            after = [key for key in places[start:] if isinstance(self._rows.get(key), PairPanel)]
            self._set_current(next(iter([*after, *(panel.pair.key for panel in self.panels)]), ("", "")))
        else:
            self._set_current(self._current)
        self._head.show_count(len(self._answers), self._left, len(sure(self._pairs)))
        nothing = not self._rows
        self._empty.setVisible(nothing)
        self._head.show_nothing(nothing)
        self._foot.setVisible(bool(self._pairs))

    def _show_rows(self) -> None:
        answers = {answer.pair.key: answer for answer in self._answers}
        wanted: list[Pair | Answer] = [*self._pairs[:_SHOWN], *answers.values()]
        wanted.sort(key=lambda one: -_pair_of(one).score)
        was, self._rows = self._rows, {}
        for place, one in enumerate(wanted):
            key = _pair_of(one).key
            row = was.get(key)
            if row is None or _shown_by(row) != one:
                row = self._made(one)
            else:
                del was[key]
            self._rows[key] = row
            self._list.insertWidget(place, row)
        for row in was.values():
            row.hide()
            row.deleteLater()
        self._fit(self._page.text_width)

    def _made(self, one: Pair | Answer) -> PairPanel | AnsweredRow:
        if isinstance(one, Answer):
            row = AnsweredRow(one, self._words)
            row.undone.connect(self._on_undone)
            return row
        panel = PairPanel(one, self._words, self.kit.services.now().study_day)
        panel.same.connect(self._on_same)
        panel.different.connect(self._on_different)
        panel.entered.connect(self._on_entered)
        return panel

    def _set_current(self, key: tuple[str, str]) -> None:
        self._current = key
        for panel in self.panels:
            panel.set_current(panel.pair.key == key)

    def _focus_current(self) -> None:
        """Put the focus on the current pair, or on what there is to do besides."""
        panel = self.current
        target = panel.same_button if panel else self._empty.button if not self._rows else self._missing
        target.setFocus()
        # What was made just now has no place yet.
        QTimer.singleShot(0, self, self._show_current)

    def _show_current(self) -> None:
        if (panel := self.current) is not None:
            self._page.show_rect(panel.rect(), panel)

    # What the learner does

    def _on_entered(self, pair: Pair) -> None:
        self._set_current(pair.key)

    def _on_same(self, pair: Pair) -> None:
        self._link([pair])

    def _on_different(self, pair: Pair) -> None:
        payload = {"from": pair.new.uid, "alike": pair.score}
        self.kit.services.mark("apart", pair.old.uid, self, payload)
        self._go_on(self.tr("Different cards."))

    def _on_sure(self) -> None:
        self._link(sure(self._pairs))

    def _link(self, pairs: Iterable[Pair]) -> None:
        done = [
            self.kit.services.identities.link(pair.old.uid, pair.new.uid, self, pair.score) for pair in pairs
        ]
        self._go_on(self.tr("%n cards linked.", "", len(done)))

    def _on_undone(self, answer: Answer) -> None:
        self.kit.services.unmark(answer.events, self)
        self._current = answer.pair.key
        self._go_on(self.tr("Taken back."))

    def undo(self) -> None:
        """Take the last answer back; again, the one before it."""
        if self._answers:
            self._on_undone(self._answers[-1])

    def _go_on(self, said: str) -> None:
        """Show what has become of the pairs, and put the focus on the one that is current now."""
        self._refresh()
        self._focus_current()
        left = self.tr("%n left.", "", self._left)
        announce(self, f"{said} {left}")

    def say_same(self) -> None:
        """The current pair is one card."""
        if (panel := self.current) is not None:
            self._on_same(panel.pair)

    def say_different(self) -> None:
        """The current pair are two cards."""
        if (panel := self.current) is not None:
            self._on_different(panel.pair)

    def next(self) -> None:
        """Go to the next pair."""
        self._step(1)

    def previous(self) -> None:
        """Go to the pair before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        keys = [panel.pair.key for panel in self.panels]
        if self._current in keys:
            at = keys.index(self._current) + by
            self._set_current(keys[min(max(at, 0), len(keys) - 1)])
            self._focus_current()

    def back(self) -> None:
        """Where one came from."""
        self.go.emit(Back())

    def _show_missing(self) -> None:
        self.go.emit(Missing())

    # Build

    def _lay_out(self) -> None:
        self._page = Page(_WIDEST, top=20, bottom=12)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        content = self._page.content
        content.addWidget(self._head)
        content.addSpacing(4)
        content.addWidget(self._empty)
        content.addLayout(self._list)
        content.addSpacing(8)
        content.addWidget(Flow(self._missing))
        content.addStretch(1)
        foot = Column(widest=_WIDEST)
        foot.content.addWidget(self._foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._page, 1)
        whole.addWidget(foot)
        QWidget.setTabOrder(self._page, self._head.link_all)

    def _connect(self) -> None:
        self._page.width_changed.connect(self._fit)
        self._head.link_all.clicked.connect(self._on_sure)
        self._empty.button.clicked.connect(self.back)
        self._missing.clicked.connect(self._show_missing)
        Bound(self, "rename")

    def restyle(self) -> None:
        self._fit(self._page.text_width)

    def _fit(self, width: int) -> None:
        self._head.fit(width)
        self._foot.fit(width)
        for row in self._rows.values():
            row.fit(width)


def _pair_of(one: Pair | Answer) -> Pair:
    return one.pair if isinstance(one, Answer) else one


def _shown_by(row: PairPanel | AnsweredRow) -> Pair | Answer:
    return row.answer if isinstance(row, AnsweredRow) else row.pair
