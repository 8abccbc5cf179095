"""What is said beside the question of an exam."""

from PySide6.QtWidgets import QWidget

from quizapp.core.attempt import Given
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import RADIUS
from quizapp.ui.widgets.panel import Panel


def before(widget: QWidget, given: Given) -> str:
    """What was answered before, in words."""
    if not given.tried:
        text = widget.tr("Your answer so far: I don’t know. Another one takes its place.")
    else:
        text = widget.tr("Your answer so far: {answer}. Another one takes its place.")
    text = text.format(answer=given.verdict.given)
    if given.confidence is not None:
        text += " " + widget.tr("You were {percent} % sure.").format(percent=round(100 * given.confidence))
    return text


def told(text: str) -> QWidget:
    """A line of it, on a panel."""
    panel = Panel(radius=RADIUS, padding=(20, 10, 20, 10))
    panel.content.addWidget(label("small", text, "mut", wrap=True))
    return panel
