"""Values and measures that several tests of the screens share."""

from collections.abc import Iterator

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from quizapp.core.overview import DayCount, DeckRow, Found, Missed, Overview, SessionSummary
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.chart import Chart
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.rows import RowTable
from quizapp.ui.widgets.splitbar import SplitBar

TODAY = 20_410  # Tuesday, 18 November 2025

LONG = "An extraordinarily long name that goes on about the history of everything, " * 2
ARABIC = "مجموعة البطاقات العربية"

ROWS = (
    DeckRow(deck_key=1, title="The orders of 2025", course="Force", recalled=0.41, new=8, learning=3, due=12),
    DeckRow(deck_key=2, title="Groups on the list", course="Force", recalled=0.78, learning=2, due=9),
    DeckRow(deck_key=3, title="Fentanyl and the border", course="Force", recalled=0.63, new=4, due=13),
    DeckRow(deck_key=6, title="What the author claims", course="Force", new=12),
)
TWO_COURSES = (
    ROWS[0],
    DeckRow(deck_key=7, title=LONG, course="Second & third", recalled=0.5, new=3, due=4, problems=3),
    ROWS[1],
    DeckRow(deck_key=8, title=ARABIC, course="", recalled=0.99, due=200, problems=1),
)
HEAT = tuple(DayCount(TODAY - ago, count) for ago, count in ((30, 5), (9, 19), (8, 20), (2, 61), (1, 1)))

OVERVIEW = Overview(
    today=TODAY,
    rows=ROWS,
    due=34,
    new=0,
    new_waiting=24,
    learning=5,
    seconds=540,
    heat=HEAT,
    weeks_studied=9,
)

QUIET = replace(OVERVIEW, due=0, learning=0)
COURSES = replace(OVERVIEW, rows=TWO_COURSES, due=200)

FOUND = (
    Found(card_key=31, front="When was the list made?", deck="Groups on the list", deck_key=2),
    Found(card_key=32, front="Who is on the list?", deck="Groups on the list", deck_key=2),
)

MISSED = (
    Missed(card_key=1, front="Since when have deaths climbed?", back="2013", outcome="wrong"),
    Missed(card_key=2, front="Put these in order", back="a, b, c", outcome="partial", fraction="7/15"),
    Missed(card_key=3, front="Whom did Mexico send?", back="National Guard", outcome="unknown"),
    Missed(card_key=4, front=LONG, back=LONG, outcome="wrong"),
    Missed(card_key=5, front=ARABIC, back=ARABIC, outcome="wrong"),
    Missed(card_key=6, front="Sixth", back="6", outcome="wrong"),
    Missed(card_key=7, front="Seventh", back="7", outcome="wrong"),
)
SUMMARY = SessionSummary(
    title="U.S. force and organised crime",
    mode="study",
    cards=34,
    seconds=660,
    right=24,
    almost=3,
    partly=1,
    wrong=5,
    unknown=1,
    missed=MISSED,
    coming=tuple(DayCount(TODAY + 1 + ahead, count) for ahead, count in enumerate((11, 6, 9, 3, 0, 7, 4))),
    weeks_studied=9,
    new_left=12,
    today=TODAY,
)


def heard(signal: object) -> list[object]:
    """What the signal says from now on."""
    values: list[object] = []
    signal.connect(lambda *said: values.append(said[0] if len(said) == 1 else said))
    return values


def press(
    widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key where the focus is."""
    target = QApplication.focusWidget() or widget
    QTest.keyClick(target, key, modifier)


def settle() -> None:
    """Let layouts and posted events happen."""
    for _ in range(3):
        QApplication.processEvents()


def words(screen: QWidget) -> list[str]:
    """All visible labels and buttons."""
    parts = [part for kind in (Label, Button, SplitBar) for part in screen.findChildren(kind)]
    return [part.text() for part in parts if part.isVisible() and part.text()]


def tables(screen: QWidget) -> list[RowTable]:
    """The visible tables."""
    return [table for table in screen.findChildren(RowTable) if table.isVisible()]


def titles(screen: QWidget) -> list[list[str]]:
    """The first cells of the visible rows, table by table."""
    models = [table.model() for table in tables(screen)]
    return [[model.index(row, 0).data() for row in range(model.rowCount())] for model in models]


def clipped(widget: QWidget) -> Iterator[str]:
    """The words of every visible label, button and chart that gets less room than it asks for."""
    kinds = (QLabel, QAbstractButton)
    for part in (child for kind in kinds for child in widget.findChildren(kind)):
        if not part.isVisible() or (
            isinstance(part, QLabel) and not part.text() and not isinstance(part, Chart)
        ):
            continue
        needed = part.sizeHint()
        if part.hasHeightForWidth():
            needed.setWidth(part.minimumSizeHint().width())
            needed.setHeight(part.heightForWidth(part.width()))
        outside = part.mapTo(widget, part.rect().topRight()).x() > widget.width()
        if needed.width() > part.width() or needed.height() > part.height() or outside:
            name = part.accessibleName() or getattr(part, "text", str)()
            yield f"{type(part).__name__} {name!r} needs {needed.toTuple()}, has {part.size().toTuple()}"
