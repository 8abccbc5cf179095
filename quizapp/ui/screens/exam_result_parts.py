"""What the result of an exam is made of: score, certainty, what was surely wrong, topics."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.attempt import Attempt
from quizapp.core.calibration import FROM, Calibration
from quizapp.core.marking import profile
from quizapp.core.results import Result, Share
from quizapp.ui.i18n import marked
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import Label, label
from quizapp.ui.widgets.panel import Hairline, Panel
from quizapp.ui.widgets.reliability_plot import ReliabilityPlot
from quizapp.ui.widgets.share_bars import RangeBar, TopicBars, percent
from quizapp.ui.widgets.splitbar import Part, SplitBar

_PADDING = (23, 18, 23, 18)
_MOST_CONFIDENT = 5


class ScorePanel(Panel):
    """The score once, large; where the true share may lie; what the answers were."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=_PADDING, parent=parent)
        self._score = Label("score", tabular=True)
        self._of, self._right = label("strong"), label("small", token="mut")
        self._passed = label("strong", "", wrap=True)
        self._range_words, self._open = label("body", wrap=True), label("small", token="mut", wrap=True)
        self._range = RangeBar()
        self._bar = SplitBar()
        self._rule = label("small", token="mut", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._score)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._of)
        column.addWidget(self._right)
        column.addStretch(1)
        head.addWidget(words, 1)
        self.content.addLayout(head)
        for widget, gap in (
            (self._passed, 4), (self._range_words, 8), (self._range, 12), (self._open, 6),
            (Hairline(), 14), (self._bar, 14), (self._rule, 12),
        ):  # fmt: skip
            self.content.addSpacing(gap)
            self.content.addWidget(widget)
        self.content.addStretch(1)

    @property
    def words(self) -> str:
        """The result in a sentence."""
        return f"{self._score.text()}, {self._of.text()}. {self._passed.text()}. {self._range_words.text()}"

    def show_result(self, attempt: Attempt, result: Result) -> None:
        count = len(attempt.questions)
        marks = result.score
        self._score.setText(f"{percent(float(marks.share or 0))} %")
        earned, most = (QLocale().toString(float(one), "g", 4) for one in marks)
        self._of.setText(self.tr("{earned} of {most}").format(earned=earned, most=most))
        self._right.setText(self.tr("%n questions right", "", result.right))
        self._passed.setText(self.tr("Passed") if result.passed else self.tr("Not passed"))
        self._passed.set_token("good" if result.passed else "bad")
        bounds = result.whole.bounds
        words = self.tr(
            "With %n questions, your true share is likely between {low} and {high} % (95 % range).", "", count
        )
        self._range_words.setText(words.format(low=percent(bounds.low), high=percent(bounds.high)))
        share = float(result.whole.earned) / count if count else 0.0
        self._range.show_range(share, bounds, attempt.plan.pass_percent / 100)
        self._open.setText(self.tr("The range reaches over the pass mark: one exam does not settle it."))
        self._open.setVisible(result.open_pass)
        counts = (
            (result.right, self.tr("right"), "check", "good", False),
            (result.partly, self.tr("partly right"), "half", "warn", True),
            (result.wrong, self.tr("wrong"), "cross", "bad", False),
            (result.unknown, self.tr("I don’t know"), "minus", "edge", False),
            (result.blank, self.tr("left blank"), "minus", "line", False),
        )
        self._bar.show_parts(
            tuple(
                Part(count=number, word=word, icon=icon, token=token, hatched=hatched)
                for number, word, icon, token, hatched in counts
            )
        )
        self._rule.setText(marked(profile(attempt.plan.marking).rule))


class CertaintyPanel(Panel):
    """Did your certainty fit?"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=_PADDING, parent=parent)
        self._sentence = label("small", token="mut", wrap=True)
        self._numbers = label("small", token="mut", wrap=True)
        self._plot = ReliabilityPlot()
        self.content.addWidget(label("heading", self.tr("Did your certainty fit?"), wrap=True))
        self.content.addWidget(self._sentence)
        self.content.addSpacing(8)
        self.content.addWidget(self._plot)
        self.content.addWidget(self._numbers)
        self.content.addStretch(1)

    def show_result(self, result: Result) -> None:
        found = result.calibration
        self._plot.setVisible(found is not None)
        self._numbers.setVisible(found is not None)
        if found is None:
            words = self.tr("Shown from {least} answers of stated certainty. This has %n.", "", result.rated)
            self._sentence.setText(words.format(least=QLocale().toString(FROM)))
            return
        self._plot.show_calibration(found)
        self._sentence.setText(self._say(found))
        brier = self.tr("Brier score {score}; always stating one’s average would give {reference}.")
        axes = self.tr("Across: how sure. Up: how much was right. Bars: 95 % range.")
        figures = brier.format(score=_figure(found.brier), reference=_figure(found.reference))
        self._numbers.setText(f"{axes} {figures}")

    def _say(self, found: Calibration) -> str:
        stated, earned = percent(found.stated), percent(found.earned)
        sentences = {
            "even": self.tr("It did. You were {stated} % sure and {earned} % right."),
            "over": self.tr("You look too sure: {stated} % sure on average, {earned} % right."),
            "under": self.tr("You look too modest: {stated} % sure on average, {earned} % right."),
        }
        return sentences[found.leaning].format(stated=stated, earned=earned)


class ConfidentPanel(Panel):
    """Confident and wrong: what to study first."""

    study_wanted = Signal(object)
    """Indices of questions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=_PADDING, parent=parent)
        self._indices: tuple[int, ...] = ()
        self.study = Button("link", "", height=28)
        self.study.clicked.connect(self._on_study)
        head = QHBoxLayout()
        head.addWidget(label("heading", self.tr("Confident and wrong"), wrap=True), 1)
        head.addWidget(self.study)
        self.content.addLayout(head)
        self._rows = QWidget()
        self.content.addWidget(self._rows)
        self.content.addStretch(1)

    def show_result(self, attempt: Attempt, result: Result) -> None:
        self._indices = tuple(one.at for one in result.confident)
        self.study.setText(self.tr("Study these %n", "", len(self._indices)))
        fresh = QWidget()
        rows = QVBoxLayout(fresh)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for number, one in enumerate(result.confident[:_MOST_CONFIDENT]):
            if number:
                rows.addWidget(Hairline())
            posed, last = attempt.questions[one.at], attempt.last(one.at)
            front = label("body", posed.note.front(posed.part), wrap=True)
            sure = self.tr("{share} % sure").format(share=percent(one.stated))
            given = self.tr("Yours: {answer}").format(answer=last.verdict.given if last else "")
            right = self.tr("Right: {answer}").format(answer=last.verdict.expected if last else "")
            line = QHBoxLayout()
            line.addWidget(front, 1)
            line.addWidget(label("strong", sure))
            rows.addLayout(line)
            rows.addWidget(label("small", given, "bad", wrap=True))
            rows.addWidget(label("small", right, "good", wrap=True))
        self.content.replaceWidget(self._rows, fresh)
        self._rows.deleteLater()
        self._rows = fresh

    def _on_study(self) -> None:
        self.study_wanted.emit(self._indices)


class TopicsPanel(Panel):
    """Where it comes from: by deck, tag, kind, status, and by how the answers were given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=_PADDING, parent=parent)
        self._groups = tuple(
            (label("heading", words, wrap=True), TopicBars())
            for words in (
                self.tr("By deck"), self.tr("By tag"), self.tr("By kind"),
                self.tr("By status"), self.tr("Picked or recalled"),
            )
        )  # fmt: skip
        for heading, bars in self._groups:
            self.content.addWidget(heading)
            self.content.addWidget(bars)
        self.content.addStretch(1)

    def show_result(self, result: Result, kinds: Sequence[Share], statuses: Sequence[Share]) -> None:
        """kinds, statuses: those of the result, with their names in words."""
        both = (result.recognition, result.recall)
        names = (self.tr("picked among options"), self.tr("from memory"))
        ways = tuple(
            Share(name, one.count, one.earned, one.bounds)
            for name, one in zip(names, both, strict=True)
            if one.count
        )
        groups = (result.decks, result.tags, tuple(kinds), tuple(statuses), ways)
        for (heading, bars), shares in zip(self._groups, groups, strict=True):
            # One row says nothing that the whole does not.
            heading.setVisible(len(shares) > 1)
            bars.setVisible(len(shares) > 1)
            bars.show_shares(shares)


def _figure(value: float) -> str:
    return QLocale().toString(value, "f", 3)
