"""What the list of missing cards is made of: a panel a card, and the bar that forgets the chosen ones."""

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from quizapp.core.renames import Orphan
from quizapp.ui import theme
from quizapp.ui.screens.card_picker import CardPicker
from quizapp.ui.screens.progress_words import StakeWords
from quizapp.ui.screens.rename_parts import RADIUS, ROOMY
from quizapp.ui.services import Services
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.checkbox import CheckBox
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import Label, label
from quizapp.ui.widgets.paint import MARGIN, announce
from quizapp.ui.widgets.panel import Panel
from quizapp.ui.widgets.worded import REACH, WordedText

_DATE = "d MMMM yyyy"


class OrphanPanel(Panel):
    """A missing card: to be chosen, or said to be another one."""

    toggled = Signal(object)
    """The Orphan that was chosen, or is no longer."""
    linked = Signal(object, object)
    """The Orphan, and the Candidate that it has become."""
    opened = Signal(object)
    """This panel, which has grown."""

    def __init__(
        self, orphan: Orphan, words: StakeWords, services: Services, parent: QWidget | None = None
    ) -> None:
        super().__init__(radius=RADIUS, padding=(10, 12, 14, 12), parent=parent)
        self.orphan, self._words, self._services = orphan, words, services
        self.check = CheckBox(self.tr("Choose “{front}”").format(front=orphan.wording.front))
        self.become = Button("ghost", self.tr("It is this card …"), height=36)
        self.become.setAccessibleDescription(orphan.wording.front)
        self._picker: CardPicker | None = None
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(12)
        self._both.addWidget(self._texts(), 1)
        self._both.addWidget(self.become, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.content.addLayout(self._both)
        self.check.toggled.connect(self._on_toggled)
        self.become.clicked.connect(self.open_picker)

    @property
    def picker(self) -> CardPicker | None:
        """Where the card is looked for that this one has become; None while nobody does."""
        return self._picker if self._picker is not None and not self._picker.isHidden() else None

    def open_picker(self) -> None:
        """Let the learner look for the card that this one has become."""
        if self._picker is None:
            self._picker = CardPicker(self._services)
            self._picker.setContentsMargins(theme.px(24), 8, 0, 0)
            self._picker.picked.connect(self._on_picked)
            self.content.addWidget(self._picker)
        self._picker.show()
        self._picker.show_likely(self._services.identities.likely(self.orphan.wording.uid))
        self.opened.emit(self)

    def close_picker(self) -> None:
        """Back to the button that opened it."""
        if self._picker is not None:
            self.become.setFocus()
            self._picker.hide()

    def fit(self, width: int) -> None:
        """Arrange for a column of this width, px."""
        beside = width >= theme.px(ROOMY)
        down = QBoxLayout.Direction.TopToBottom
        self._both.setDirection(QBoxLayout.Direction.LeftToRight if beside else down)

    def _texts(self) -> QWidget:
        """The box to choose it by, its question, its answer, and what is known of it."""
        texts = QWidget()
        grid = QGridLayout(texts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        front, back = WordedText("was", "body"), WordedText("was", "small")
        front.show_text(self.orphan.wording.front)
        back.show_text(self.orphan.wording.back)
        told = label("small", self._told(), "mut", wrap=True)
        told.setContentsMargins(REACH, 0, REACH, 0)
        grid.addWidget(self.check, 0, 0, 3, 1, Qt.AlignmentFlag.AlignTop)
        for row, widget in enumerate((front, back, told)):
            grid.addWidget(widget, row, 1)
        grid.setRowStretch(3, 1)
        return texts

    def _told(self) -> str:
        orphan = self.orphan
        told = [orphan.wording.deck, self._words.brief(orphan.stake)]
        if orphan.since_ms:
            day = QDateTime.fromMSecsSinceEpoch(orphan.since_ms).date()
            told.insert(1, self.tr("missing since {date}").format(date=QLocale().toString(day, _DATE)))
        if not orphan.whole:
            told.append(self.tr("its note is still there, without this card"))
        return " · ".join(filter(None, told))

    def _on_toggled(self, checked: bool) -> None:
        self.toggled.emit(self.orphan)

    def _on_picked(self, candidate: object) -> None:
        self.linked.emit(self.orphan, candidate)


class PurgeBar(Panel):
    """Forgets the chosen cards for good, after a second word and a backup; tells what came of it."""

    confirmed = Signal()
    """Make a backup, then forget them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=RADIUS, padding=(18, 8, 10, 8), parent=parent)
        self._cards = self._reviews = 0
        self._words: Label = label("row", wrap=True)
        self.forget = Button("ghost", self.tr("Forget for good …"), height=36)
        self.confirm = Button("ghost", "", height=36)
        self.keep = Button("primary", self.tr("Keep them"), key=self.tr("Esc"), height=36)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(8)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(Flow(self.forget, self.confirm, self.keep, gap=4))
        self.content.addLayout(self._row)
        self.forget.clicked.connect(self._ask)
        self.keep.clicked.connect(self.back)
        self.confirm.clicked.connect(self.confirmed)
        self.show_chosen(0, 0)

    @property
    def asking(self) -> bool:
        """True while it waits for the second word."""
        return self.confirm.isVisibleTo(self)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def show_chosen(self, cards: int, reviews: int) -> None:
        """Hidden where none is chosen."""
        self._cards, self._reviews = cards, reviews
        self._tell(self._chosen(), self.forget)
        self.setVisible(cards > 0)

    def back(self) -> None:
        """Nothing was forgotten."""
        self.show_chosen(self._cards, self._reviews)
        self.forget.setFocus()

    def show_busy(self) -> None:
        """The backup is being made."""
        self._tell(self.tr("Making a backup …"))

    def show_message(self, words: str) -> None:
        """What came of it."""
        self._tell(words)
        self.show()
        announce(self, words)

    def fit(self, width: int) -> None:
        """Arrange for a column of this width, px."""
        beside = width >= theme.px(700)
        down = QBoxLayout.Direction.TopToBottom
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else down)

    def _ask(self) -> None:
        reviews = self.tr("%n reviews", "", self._reviews)
        words = self.tr("{reviews} will be gone for good. Only a backup, made before, still has them.")
        self.confirm.setText(self.tr("Back up and forget %n cards", "", self._cards))
        self._tell(words.format(reviews=reviews), self.confirm, self.keep)
        self.keep.setFocus()
        announce(self, self._words.text())

    def _chosen(self) -> str:
        cards = self.tr("%n cards chosen", "", self._cards)
        return f"{cards}, {self.tr('%n reviews', '', self._reviews)}"

    def _tell(self, words: str, *buttons: Button) -> None:
        self._words.setText(words)
        self._words.setContentsMargins(0, MARGIN, 0, MARGIN)
        for button in (self.forget, self.confirm, self.keep):
            button.setVisible(button in buttons)
        warned = self.confirm in buttons
        self.fill, self.line = ("warnsoft", "warnline") if warned else ("card", "edge")
        self.update()
