"""The verdict panel: what an answer earned, in words, why, and where it is from."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.kinds.base import Outcome
from quizapp.ui import icons, theme
from quizapp.ui.richtext import Viewer, Viewers
from quizapp.ui.widgets.label import Label, label
from quizapp.ui.widgets.paint import RADIUS, Styled, announce, begin
from quizapp.ui.widgets.panel import Hairline, Panel
from quizapp.ui.widgets.phrase import TOP, Link, Phrase


class Tone(Struct, frozen=True):
    """Tokens and sign of an outcome."""

    fill: str
    line: str
    ink: str
    sign: str


_NEUTRAL = Tone("card", "line", "mut", "minus")
TONES: dict[Outcome, Tone] = {
    "correct": Tone("goodsoft", "goodline", "good", "check"),
    "almost": Tone("warnsoft", "warnline", "warn", "almost"),
    "partial": Tone("warnsoft", "warnline", "warn", "half"),
    "wrong": Tone("badsoft", "badline", "bad", "cross"),
    "unknown": _NEUTRAL,
    "blank": _NEUTRAL,
    "unscored": Tone("card", "line", "mut", "info"),
}


class Fact(Struct, frozen=True, kw_only=True):
    """A row of the panel: "Rule", "Score", "Status" or "Source" and what it says, plain."""

    label: str
    text: str
    target: str = ""
    """Makes the text a link; `link_clicked` says this word."""
    after: str = ""
    """Behind a link: "· fact in the source"."""
    claim: str = ""
    """Opens the text, in the colour of claims: "Author’s claim"."""


class Disk(Styled, QWidget):
    """The round sign of an outcome."""

    SIZE = 28

    def __init__(self, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.restyle()

    def restyle(self) -> None:
        size = theme.px(self.SIZE)
        self.setFixedSize(QSize(size, size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(self._tone.ink))
        rect = QRectF(self.rect())
        painter.drawEllipse(rect)
        inset = rect.width() * 0.23
        sign = rect.adjusted(inset, inset, -inset, -inset)
        icons.paint(painter, self._tone.sign, sign, theme.color(self._tone.fill), stroke=2.4)
        painter.end()


class VerdictPanel(Panel):
    """Shown once, after the answer. `link_clicked` hands a link's target to the owner, nothing is opened."""

    link_clicked = Signal(str)

    def __init__(
        self,
        viewers: Viewers,
        outcome: Outcome,
        heading: str,
        *,
        explanation: str = "",
        facts: Sequence[Fact] = (),
        aside: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """heading: the result in words; explanation: Markdown; aside: at the right ("by choice")."""
        super().__init__(radius=RADIUS, padding=(18, 14, 20, 14 - TOP if facts else 14), parent=parent)
        self.tone = TONES[outcome]
        self.fill, self.line = self.tone.fill, self.tone.line
        self.links: list[Link] = []
        self._heading, self._facts = heading, tuple(facts)
        self._group = QButtonGroup(self, exclusive=False)
        self._group.idClicked.connect(self._follow)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(Disk(self.tone), alignment=Qt.AlignmentFlag.AlignTop)
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        row.addLayout(self._body, 1)
        self.content.addLayout(row)
        self._add_heading(heading, aside)
        self.explanation: Viewer | None = None
        if explanation:
            self._body.addSpacing(7)
            self.explanation = viewers(explanation)
            self._body.addWidget(self.explanation)
            self._body.addSpacing(1)
        if facts:
            self._add_facts(facts)
        self.setAccessibleName(heading)

    def _follow(self, number: int) -> None:
        self.link_clicked.emit(self._facts[number].target)

    def announce(self, answer: str = "", then: str = "") -> None:
        """Have it read out: heading, the right answer, explanation, rows, and what can be done then."""
        explanation = self.explanation.plain_text() if self.explanation else ""
        rows = [stopped(f"{fact.label}: {fact.claim}{fact.text} {fact.after}") for fact in self._facts]
        parts = (stopped(self._heading), answer, explanation, *rows, then)
        announce(self, " ".join(filter(None, parts)))

    def _add_heading(self, heading: str, aside: str) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 1, 0, 0)
        row.setSpacing(12)
        ink = "text" if self.tone.ink == "mut" else self.tone.ink
        row.addWidget(label("heading", heading, ink, wrap=True), 1)
        if aside:
            row.addWidget(label("small", aside, "mut"), alignment=Qt.AlignmentFlag.AlignTop)
        self._body.addLayout(row)

    def _add_facts(self, facts: Sequence[Fact]) -> None:
        self._body.addSpacing(10)
        self._body.addWidget(Hairline(self.tone.line))
        self._body.addSpacing(7)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for number, fact in enumerate(facts):
            grid.addWidget(FactName(fact.label), number, 0, alignment=top)
            grid.addWidget(self._fact(fact), number, 1)
        self._body.addLayout(grid)

    def _fact(self, fact: Fact) -> QWidget:
        if fact.target:
            link = Link(fact.text, fact.after)
            self.links.append(link)
            self._group.addButton(link, self._facts.index(fact))
            return link
        return Phrase(fact.claim, f"{fact.text}  {fact.after}" if fact.after else fact.text, token="claim")


def stopped(words: str) -> str:
    """Words that end like a sentence: a screen reader pauses there."""
    words = words.rstrip()
    return words if words.endswith((".", "!", "?")) or not words else f"{words}."


class FactName(Label):
    """The label of a row."""

    WIDTH = 62

    def __init__(self, text: str) -> None:
        super().__init__("small", text, token="mut")
        self.setContentsMargins(0, TOP, 0, TOP)

    def restyle(self) -> None:
        super().restyle()
        self.setMinimumWidth(theme.px(self.WIDTH))
