"""What an import did, and what can be done next."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.ui.bindings import keyed
from quizapp.ui.importing.desk import Made
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.icon import Icon
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.panel import Panel


class DonePanel(Panel):
    """The sum of all sources that were given; decks can be studied as soon as they are read."""

    study_wanted = Signal()
    look_wanted = Signal()
    undo_wanted = Signal()
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=14, padding=(20, 16, 16, 14), parent=parent)
        self._words, self._facts = label("heading", wrap=True), label("row", token="mut", wrap=True)
        self.study = Button("primary", self.tr("Study them now"), icon="play", height=36)
        self.look = Button("ghost", self.tr("Look at the cards"), height=36)
        self.undo = keyed(Button("ghost", self.tr("Undo"), icon="undo", height=36), "import", "undo")
        self.more = Button("quiet", self.tr("Import something else"), icon="plus", height=36)
        self.study.clicked.connect(self.study_wanted)
        self.look.clicked.connect(self.look_wanted)
        self.undo.clicked.connect(self.undo_wanted)
        self.more.clicked.connect(self.more_wanted)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        head.setSpacing(8)
        head.addWidget(Icon("check", size=20, token="good"))
        head.addWidget(self._words, 1)
        self._facts.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self.content.setSpacing(8)
        self.content.addLayout(head)
        self.content.addWidget(self._facts)
        self._buttons = Flow(self.study, self.look, self.undo, self.more, gap=4)
        self.content.addWidget(self._buttons)

    @property
    def words(self) -> str:
        """What is said of the import."""
        return " ".join(filter(None, (self._words.text(), self._facts.text())))

    def show_made(self, made: Sequence[Made]) -> None:
        """made: of each source, in order."""
        done = [one.done for one in made if one.done is not None]
        answers = sum(one.answers.added for one in made if one.answers is not None)
        added, updated = sum(one.added for one in done), sum(one.updated for one in done)
        head = self._head(added, updated)
        if answers:
            head = f"{head} {self.tr('%n answers were taken over.', '', answers)}".strip()
        self._words.setText(head or self.tr("Nothing had to be changed."))
        left = sum(len(one.found.plan.skipped) for one in made)
        decks = sum(len(one.decks) for one in done)
        facts = [
            self.tr("%n updated", "", updated) if added and updated else "",
            self.tr("%n left out", "", left) if left else "",
            self.tr("from %n files", "", len(made)) if len(made) > 1 else "",
            self.tr("in %n decks", "", decks) if decks > 1 else self._deck(made),
            self.tr("with your answers") if any(one.logged.session_id for one in done) else "",
        ]
        self._facts.setText(" · ".join(filter(None, facts)))
        self._facts.setVisible(bool(self._facts.text()))
        for button in (self.study, self.look):
            button.setVisible(bool(done))
        self.undo.setVisible(any(one.can_undo for one in done))
        self._buttons.updateGeometry()

    def _head(self, added: int, updated: int) -> str:
        if added:
            return self.tr("%n cards were imported.", "", added)
        return self.tr("%n cards were updated.", "", updated) if updated else ""

    def _deck(self, made: Sequence[Made]) -> str:
        titles = [deck.title for one in made for deck in one.found.plan.decks if one.done is not None]
        return self.tr("in the deck “{title}”").format(title=titles[0]) if titles else ""

    def show_read(self, *, read: bool) -> None:
        """Whether the app has read the decks that were written."""
        self.study.setEnabled(read)
        self.look.setEnabled(read)
