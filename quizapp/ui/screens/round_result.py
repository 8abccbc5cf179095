"""Before and after a quick round: how long it is to be; what was right, and what to study."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.overview import Missed
from quizapp.core.rounds import MINUTES
from quizapp.store.leeches import Marked
from quizapp.ui.screens.leech_line import LeechLine
from quizapp.ui.screens.summary_parts import MissedPanel
from quizapp.ui.widgets.button import ENTER, Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.page import Page
from quizapp.ui.widgets.paint import MARGIN, announce
from quizapp.ui.widgets.segments import Segments

_WIDEST = 864
_FIRST = 1
"""Index of the minutes that are offered first."""


class _RoundPage(QWidget):
    """A title, a sentence, and buttons; Enter presses the first of them that is shown."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.about = label("title", wrap=True), label("body", token="mut", wrap=True)
        self.page = Page(_WIDEST, top=28, bottom=20)
        self.page.content.setSpacing(4)
        for words, below in ((self.title, 0), (self.about, 12)):
            words.setContentsMargins(MARGIN, 0, MARGIN, below)
            self.page.content.addWidget(words)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)

    def main(self) -> Button:
        """What Enter does."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in ENTER and not event.isAutoRepeat():
            self.main().click()
        else:
            super().keyPressEvent(event)


class RoundStart(_RoundPage):
    """How long? Or why there is nothing to play with."""

    wanted = Signal(int)
    """Minutes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = [self.tr("%n minutes", "", minutes) for minutes in MINUTES]
        self.minutes = Segments(self.tr("How long"), words)
        self.minutes.show_choice(_FIRST)
        self.begin = Button("primary", self.tr("Begin"), key=self.tr("Enter"))
        self.back = Button("ghost", self.tr("Back"), key=self.tr("Esc"))
        self.page.content.addWidget(self.minutes)
        self.page.content.addSpacing(8)
        self.page.content.addWidget(Flow(self.begin, self.back))
        self.page.content.addStretch(1)
        self.begin.clicked.connect(self._on_begin)
        self.back.clicked.connect(self.left)

    def ask(self) -> None:
        """Ask how long."""
        self.title.setText(self.tr("Rapid round"))
        self.about.setText(
            self.tr(
                "As many cards as you can in the time you choose, each answered by one key. The clock rests "
                "while you read a verdict. Only what is right counts, not how fast, and the schedule stays."
            )
        )
        for widget in (self.minutes, self.begin):
            widget.show()
        self.begin.setFocus()
        announce(self, f"{self.title.text()}. {self.about.text()}")

    def show_none(self, title: str, why: str) -> None:
        """There is nothing to play with."""
        self.title.setText(title)
        self.about.setText(why)
        for widget in (self.minutes, self.begin):
            widget.hide()
        self.back.setFocus()
        announce(self, why)

    def main(self) -> Button:
        return self.back if self.begin.isHidden() else self.begin

    def _on_begin(self) -> None:
        self.wanted.emit(MINUTES[self.minutes.at])


class RoundResult(_RoundPage):
    """How many of how many, and which were missed."""

    study_wanted = Signal(object)
    """card_keys."""
    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.study = Button("primary", self.tr("Study these"), key=self.tr("Enter"))
        self.again = Button("ghost", self.tr("Another round"))
        self.done = Button("ghost", self.tr("Done"), key=self.tr("Esc"))
        self.leeches = LeechLine()
        self.missed = MissedPanel()
        self.page.content.addWidget(self.leeches)
        self.page.content.addWidget(Flow(self.study, self.again, self.done))
        self.page.content.addSpacing(8)
        self.page.content.addWidget(self.missed)
        self.page.content.addStretch(1)
        self._missed: tuple[Missed, ...] = ()
        self.study.clicked.connect(self._on_study)
        self.again.clicked.connect(self.again_wanted)
        self.done.clicked.connect(self.left)
        self.missed.chosen.connect(self._on_chosen)

    def show_result(
        self, right: int, asked: int, missed: tuple[Missed, ...], leeches: Marked | None = None
    ) -> None:
        """asked: cards that were answered; leeches: those that became such."""
        self._missed = missed
        words = self.tr("{right} of %n right at the first try", "", asked)
        self.title.setText(words.format(right=right))
        self.about.setText(self.tr("The time plays no part in this, and the schedule stays as it is."))
        self.study.setVisible(bool(missed))
        self.study.setText(self.tr("Study these %n", "", len(missed)))
        self.done.set_kind("ghost" if missed else "primary")
        self.leeches.show_marked(leeches or Marked())
        self.missed.show_missed(missed, 0)
        self.main().setFocus()
        announce(self, f"{self.title.text()} {self.leeches.text()}".strip())

    def main(self) -> Button:
        return self.study if self._missed else self.done

    def _on_study(self) -> None:
        self.study_wanted.emit(tuple(missed.card_key for missed in self._missed))

    def _on_chosen(self, missed: Missed) -> None:
        self.study_wanted.emit((missed.card_key,))
