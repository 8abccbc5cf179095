"""A question on screen in tests, and what its widget says."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.core.kinds import grade, kind_of
from quizapp.core.kinds.base import (
    Answer,
    Context,
    Option,
    Question,
)
from quizapp.core.kinds.basic import Basic
from quizapp.core.kinds.categorise import Categorise
from quizapp.core.kinds.choice import Choice
from quizapp.core.kinds.cloze import Cloze
from quizapp.core.kinds.date import DateQuestion
from quizapp.core.kinds.image import Image
from quizapp.core.kinds.list import ListQuestion
from quizapp.core.kinds.match import Match
from quizapp.core.kinds.multi import Multi
from quizapp.core.kinds.numeric import Numeric
from quizapp.core.kinds.open import Open
from quizapp.core.kinds.order import Order
from quizapp.core.kinds.quantity import Tier
from quizapp.core.kinds.true_false import TrueFalse
from quizapp.core.kinds.typed import TypedQuestion
from quizapp.core.kinds.verdict import VerdictQuestion
from quizapp.ui.kinds import AnswerWidget, widget_for
from quizapp.ui.richtext import Viewers
from quizapp.ui.widgets.choice_row import ChoiceRow
from quizapp.ui.widgets.diff import DiffView
from tests.ui.stage import show

QUESTIONS: dict[str, Question] = {
    "basic": Basic(q="the apple", a="la **manzana**"),
    "cloze": Cloze(cloze="{{c1::The Danube}} flows into the {{c1::Black Sea :: which sea?}}.", typed=True),
    "choice": Choice(
        q="Which river?", a="Danube", wrong=(Option("Rhine", "It *is* in Germany."), Option("Elbe"))
    ),
    "date": DateQuestion(q="When did the Wall fall?", date="1989-11-09"),
    "image": Image(
        q="Which is covered?",
        image="no-such-picture.svg",
        regions=(("Kosovo", "46 44 6 6"), ("**Albania**", "41 55 8 14")),
    ),
    "list": ListQuestion(
        q="Name the Baltic states", items=(("Estonia",), ("Latvia",), ("**Lithuania**", "LT"))
    ),
    "multi": Multi(q="Which?", a=("Austria", "Slovakia"), wrong=(Option("Latvia", "It has a coast."),)),
    "open": Open(q="What does a plant need?", check=("light", "**water**"), a="Light and *water*."),
    "order": Order(
        q="Nearest first", order=(("Mercury",), ("Venus",), ("**Earth**",), ("Mars",), ("Jupiter",))
    ),
    "match": Match(
        q="Which currency?",
        match=(("Poland", "złoty"), ("Czechia", "*koruna*"), ("Hungary", "forint")),
        extra=("lev",),
    ),
    "categorise": Categorise(
        q="Which class?", categories={"Mammals": ("bat", "*whale*"), "Birds": ("emu",), "Fish": ()}
    ),
    "numeric": Numeric(q="How long is the Danube?", number="2850", tolerance=(Tier("2%"),), unit=("km",)),
    "true_false": TrueFalse(statement="The Rhine rises in Germany.", is_=False),
    "verdict": VerdictQuestion(statement="It is a cartel.", is_="fact", near=("claim",)),
    "typed": TypedQuestion(q="Which gang?", a="Tren de Aragua"),
}


class Desk:
    """A question on screen, and what its widget says."""

    def __init__(
        self, qtbot: QtBot, question: Question, *, part: str = "", folder: Path | None = None
    ) -> None:
        """part: "" takes the first one; folder: of the deck, for its pictures."""
        self.qtbot, self.question, self.kind = qtbot, question, kind_of(question)
        self.prompt: Any = self.kind.ask(question, part or self.kind.parts(question)[0], 3)
        self.widget: AnswerWidget = widget_for(self.kind.name)(question, self.prompt, viewers=Viewers(folder))
        self.answers: list[Answer] = []
        self.changes = 0
        self.widget.submitted.connect(self.answers.append)
        self.widget.changed.connect(self._count)
        self.window = show(qtbot, self.widget)
        self.widget.focus_answer()

    def _count(self) -> None:
        self.changes += 1

    @property
    def focus(self) -> QWidget:
        return self.window.focusWidget()

    def key(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.focus, key)

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.focus, text)

    def reveal(self, answer: Answer) -> None:
        self.widget.reveal(grade(self.kind, self.question, self.prompt, answer, Context(language="en")))

    @property
    def rows(self) -> list[ChoiceRow]:
        return self.widget.findChildren(ChoiceRow)

    def number_of(self, text: str) -> int:
        return next(at for at, row in enumerate(self.rows, 1) if row.accessibleName().startswith(text))

    def states(self) -> dict[str, str]:
        """Words of each row -> its state."""
        return {row.accessibleName(): row.state for row in self.rows}

    @property
    def diffs(self) -> list[str]:
        """What is heard of each diff."""
        return [view.accessibleName() for view in self.widget.findChildren(DiffView)]
