"""One side of a reworded text: what is marked, how it is said, where it is painted."""

import pytest
from PySide6.QtGui import QAccessible, QColor
from pytestqt.qtbot import QtBot

from quizapp.core.diff import Run
from quizapp.core.wording import reworded
from quizapp.ui import theme
from quizapp.ui.widgets.worded import Side, WordedText
from tests.ui.stage import pixel, role_and_name, show

WAS, NOW = "In which month was Oslo founded?", "In which year was Oslo founded, and by whom?"


def made(side: Side, was: str = WAS, now: str = NOW) -> WordedText:
    text = WordedText(side, "body")
    text.show_runs(reworded(was, now))
    return text


def colours(text: WordedText) -> set[str]:
    image = text.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_each_side_has_its_words_and_marks() -> None:
    was, now = made("was"), made("now")
    assert (was.text(), now.text()) == (WAS, NOW)
    assert was.marked == ("month",)
    assert now.marked == ("year", ", and by whom")


@pytest.mark.parametrize(
    ("side", "spoken"),
    [
        ("was", f"Was: {WAS} (taken out: month)"),
        ("now", f"Now: {NOW} (put in: year, , and by whom)"),
    ],
)
def test_a_screen_reader_says_what_changed(qtbot: QtBot, side: Side, spoken: str) -> None:
    text = made(side)
    show(qtbot, text)
    assert role_and_name(text) == (QAccessible.Role.StaticText, spoken)


def test_another_text_altogether_is_said_once(qtbot: QtBot) -> None:
    text = made("was", "May", "2025-05")
    show(qtbot, text)
    assert role_and_name(text)[1] == "Was: May"
    assert text.marked == ("May",)


def test_marks_have_fill_and_stroke_and_equal_words_none(qtbot: QtBot) -> None:
    was, now, same = made("was"), made("now"), made("now", WAS, WAS)
    show(qtbot, was, now, same)
    for text, tone in ((was, "bad"), (now, "good")):
        assert theme.color(f"{tone}soft").name() in colours(text)
        assert any(_near(QColor(name), theme.color(tone)) for name in colours(text))
    assert not {theme.color(name).name() for name in ("badsoft", "goodsoft")} & colours(same)
    assert not any(_near(QColor(name), theme.color("good")) for name in colours(same))


def test_it_wraps_and_grows(qtbot: QtBot) -> None:
    text = made("now", WAS, NOW * 5)
    show(qtbot, text, width=300)
    wide, narrow = text.heightForWidth(600), text.heightForWidth(200)
    assert narrow > 2 * wide
    assert text.height() >= text.heightForWidth(text.width())


def test_a_text_from_right_to_left_begins_at_the_right(qtbot: QtBot) -> None:
    text = WordedText("was", "body")
    text.show_runs((Run("extra", "أوسلو", ""), Run("equal", " عاصمة", " عاصمة")))
    show(qtbot, text, width=500)
    soft = theme.color("badsoft")
    marked = [x for x in range(text.width()) if _is(pixel(text, x, 3), soft)]
    assert marked
    assert min(marked) > text.width() - 150


def _near(one: QColor, other: QColor) -> bool:
    """True for a stroke's colour, which smooth edges thin out."""
    return all(abs(getattr(one, part)() - getattr(other, part)()) < 40 for part in ("red", "green", "blue"))


def _is(one: QColor, other: QColor) -> bool:
    return one.name() == other.name()
