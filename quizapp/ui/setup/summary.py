"""What the exam is going to be, in a few words, and the button that starts it."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from quizapp.core.exam import Outline, Why
from quizapp.core.marking import profile
from quizapp.core.plan import Plan
from quizapp.ui.setup.questions import PADDING, RADIUS
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.icon import Icon
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.panel import Panel

_SECONDS = 50
"""What a question takes on average, with looking back at it."""


class StartPanel(Panel):
    """The one primary button of the screen; without questions it is disabled, with the reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=RADIUS, padding=PADDING, parent=parent)
        self.start = Button("primary", self.tr("Start exam"), key=self.tr("Enter"))
        self.start.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.paper = Button("quiet", self.tr("Print or save as PDF …"))
        self._count = label("title", wrap=True)
        self._about = label("small", token="mut", wrap=True)
        self._saved = label("small", token="mut", wrap=True)
        self._saved.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        heading = label("heading", self.tr("This exam"))
        for words, gap in ((heading, 6), (self._count, 4), (self._about, 6)):
            words.setContentsMargins(MARGIN, 2, MARGIN, 0)
            self.content.addWidget(words)
            self.content.addSpacing(gap)
        self.content.addWidget(self.start)
        self.content.addSpacing(2)
        self.content.addWidget(self._saved)
        self.content.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignHCenter)

    @property
    def words(self) -> str:
        """All that is said of it."""
        return f"{self._count.text()}. {self._about.text()}"

    def show_plan(self, plan: Plan, outline: Outline, found: int) -> None:
        """found: cards that the query finds."""
        count = outline.count
        self._count.setText(self.tr("%n questions", "", count))
        self._about.setText(self._what(plan, count) if count else self._why_none(plan, outline, found))
        self._about.set_token("mut" if count else "bad")
        self._enable(count > 0)
        self.start.setAccessibleDescription(self.words)
        self._saved.setText(self.tr("Saved at each answer") if count else "")

    def show_busy(self) -> None:
        """The cards are being looked up."""
        self._enable(False)
        self._about.set_token("mut")
        self._about.setText(self.tr("Looking for the cards …"))

    def show_making(self) -> None:
        """The questions are being made."""
        self.start.setEnabled(False)
        self._about.set_token("mut")
        self._about.setText(self.tr("Making the paper …"))

    def show_impossible(self) -> None:
        """Looked at closely, no card can be asked so that it is graded."""
        self._enable(False)
        self._about.set_token("bad")
        self._about.setText(self.tr("None of these cards can be asked so that the answer is graded."))

    def _enable(self, ready: bool) -> None:
        self.start.setEnabled(ready)
        self.paper.setEnabled(ready)

    def _what(self, plan: Plan, count: int) -> str:
        marks = QLocale().toString(int(profile(plan.marking).most * count))
        minutes = plan.minutes or max(1, round(count * _SECONDS / 60))
        about = self.tr("At most %n minutes", "", minutes)
        if not plan.minutes:
            about = self.tr("About %n minutes", "", minutes)
        ends = {
            "end": self.tr("Feedback comes at the end; nothing changes your review dates."),
            "each": self.tr("Feedback comes at once; nothing changes your review dates."),
        }
        first = self.tr("{minutes}, {marks} marks at most.").format(minutes=about, marks=marks)
        return f"{first} {ends[plan.feedback]}"

    def _why_none(self, plan: Plan, outline: Outline, found: int) -> str:
        if not found:
            if plan.query:
                return self.tr("No card fits this search.")
            return self.tr("There are no cards yet. Add a deck first.")
        if not outline.topics:
            return self.tr("Every card that was found is left out.")
        return self.tr("Give at least one of them a question.")


class LeftOutPanel(Panel):
    """Which cards are not asked, and why. Hidden where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=RADIUS, padding=PADDING, parent=parent)
        self.fill, self.line = "warnsoft", "warnline"
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        head.setSpacing(8)
        self._heading = label("button", wrap=True)
        head.addWidget(Icon("info", size=16, token="warn"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._heading, 1)
        self._why = label("small", wrap=True)
        self._why.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self.content.addLayout(head)
        self.content.addSpacing(3)
        self.content.addWidget(self._why)

    @property
    def words(self) -> str:
        return f"{self._heading.text()}. {self._why.text()}"

    def show_outline(self, outline: Outline) -> None:
        """Cards of kinds that the user does not want are no news."""
        told: dict[Why, tuple[str, str]] = {}
        for why, count in outline.left_out.items():
            words = self._words(why, count)
            if words[0]:
                told[why] = words
        self.setVisible(bool(told))
        if len(told) == 1:
            ((heading, reason),) = told.values()
        else:
            left = sum(outline.left_out[why] for why in told)
            heading = self.tr("%n cards are left out", "", left)
            reason = "\n".join(f"{head}: {because}" for head, because in told.values())
        self._heading.setText(heading)
        self._why.setText(reason)

    def _words(self, why: Why, count: int) -> tuple[str, str]:
        table: dict[Why, tuple[str, str]] = {
            "rated": (
                self.tr("%n open questions are left out", "", count),
                self.tr("They are marked by yourself, so they never count in an exam."),
            ),
            "stale": (
                self.tr("%n cards out of date are left out", "", count),
                self.tr("The day until which they were valid is over."),
            ),
            "unmet": (
                self.tr("%n cards not met yet are left out", "", count),
                self.tr("You want only cards that you have studied."),
            ),
        }
        return table.get(why, ("", ""))
