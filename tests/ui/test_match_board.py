"""Two columns that are joined: what is seen, and the marks after the check."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.kinds import grade
from quizapp.core.kinds.base import Context, DontKnow
from quizapp.core.kinds.categorise import Sorted
from quizapp.core.kinds.match import Match, Pairs
from quizapp.ui import theme
from quizapp.ui.i18n import Mirrored, Pseudo, Stretched
from quizapp.ui.widgets.paint import MARGIN
from tests.ui.desk import QUESTIONS, Desk
from tests.ui.joining import COINS, Table
from tests.ui.samples import clipped
from tests.ui.stage import pixel

RIVERS = Match(q="?", match=(("Nile", "Africa"), ("Amazon", "America"), ("Congo", "Africa")))
DOWN, ENTER, BACKSPACE = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Backspace


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    return Table(qtbot)


# What is heard


def test_a_right_row_says_whose_partner_is_chosen(table: Table) -> None:
    table.digits(2)
    focus = table.focus
    assert (focus.accessibleName(), focus.accessibleDescription()) == ("lev, no partner yet", "for Czechia")
    table.digits(1)
    assert [row.accessibleDescription() for row in table.board.rights] == [""] * 4


# What is seen


def test_a_curve_and_a_cap_join_what_belongs_together(table: Table) -> None:
    table.digits(1, 3)
    left, right = table.board.lefts[0].geometry(), table.board.rights[2].geometry()
    (thread,) = table.threads.threads
    assert thread.start.toPoint() == QPoint(left.right() + 1 - MARGIN, left.center().y() + 1)
    assert thread.end.toPoint() == QPoint(right.left() + MARGIN, right.center().y() + 1)
    assert right.left() - left.right() - 1 + 2 * MARGIN == 76
    assert [row.tag for row in table.board.rights] == ["", "", "1", ""]
    assert [row.height() for row in (*table.board.lefts, *table.board.rights)] == [68] * 7
    dot = thread.start.toPoint() + QPoint(2, 0)
    assert pixel(table.board, dot.x(), dot.y()) == theme.color("edge")


@pytest.mark.parametrize(
    ("width", "percent", "text", "stacked"),
    [(768, 100, "short", False), (768, 200, "short", True), (560, 100, "short", True),
     (768, 100, "a text that goes on and on " * 9, True), (660, 100, "short", False)],
)  # fmt: skip
def test_columns_stand_below_each_other_where_there_is_no_room(
    qtbot: QtBot, qapp: QApplication, width: int, percent: int, text: str, stacked: bool
) -> None:
    theme.install(qapp, theme.Theme(text_percent=percent))
    table = Table(qtbot, Match(q="?", match=(*COINS, (text, "last"))))
    table.window.resize(width, 900)
    QApplication.processEvents()
    left, right = table.board.lefts[-1], table.board.rights[0]
    assert (right.y() > left.y()) == stacked
    table.digits(1, 2)
    QApplication.processEvents()
    assert len(table.threads.threads) == (not stacked)
    assert table.board.lefts[0].tag == "2"
    rows = [*table.board.lefts, *table.board.rights]
    assert all(row.height() >= row.heightForWidth(row.width()) for row in rows)
    assert all(row.geometry().right() < table.board.width() for row in rows)
    assert table.board.height() == rows[-1].geometry().bottom() + 1


@pytest.mark.parametrize("language", [Stretched, Mirrored])
@pytest.mark.parametrize(("width", "percent"), [(768, 100), (560, 100), (768, 200)])
@pytest.mark.parametrize("kind", ["match", "categorise"])
def test_nothing_is_clipped(
    qtbot: QtBot,
    qapp: QApplication,
    spoken: Callable[[type[Pseudo]], None],
    language: type[Pseudo],
    kind: str,
    width: int,
    percent: int,
) -> None:
    spoken(language)
    theme.install(qapp, theme.Theme(text_percent=percent))
    desk = Desk(qtbot, QUESTIONS[kind])
    desk.window.resize(width, 1400)
    QApplication.processEvents()
    assert list(clipped(desk.widget)) == []
    desk.reveal({"match": Pairs((("Poland", "lev"),)), "categorise": Sorted((("bat", "Fish"),))}[kind])
    QApplication.processEvents()
    assert list(clipped(desk.widget)) == []


def test_a_theme_reaches_a_board_in_use(table: Table, qapp: QApplication) -> None:
    table.digits(1, 3)
    theme.install(qapp, theme.Theme(scheme="dark", text_percent=200))
    QApplication.processEvents()
    assert table.threads.threads == ()
    theme.install(qapp, theme.Theme(scheme="dark"))
    QApplication.processEvents()
    assert len(table.threads.threads) == 1
    row = table.board.rights[1]
    assert pixel(row, row.width() - 30, 20) == theme.color("card")


# After the check


def test_marks(table: Table) -> None:
    table.join("złoty", "forint", "lev")
    table.check()
    assert table.names(table.board.lefts) == [
        "Poland, with złoty, right", "Czechia, with forint, wrong", "Hungary, with lev, wrong"
    ]  # fmt: skip
    assert [row.accessibleDescription() for row in table.board.lefts] == [
        "",
        "right: koruna",
        "right: forint",
    ]
    states = {row.accessibleName(): row.state for row in table.board.rights}
    assert states == {
        "złoty, with Poland": "right", "forint, with Czechia": "wrong", "lev, with Hungary": "wrong",
        "koruna": "left_out",
    }  # fmt: skip
    looks = [(thread.ink, thread.dashed, thread.sign) for thread in table.threads.threads]
    assert looks == [("good", False, "check"), ("bad", True, "cross"), ("bad", True, "cross")]


def test_nothing_moves_after_the_check(table: Table) -> None:
    table.join("złoty", "forint", "lev")
    before = dict(table.board.at)
    table.check()
    assert table.digits(1, 2) == [False, False]
    table.board.lefts[0].setFocus()
    table.press(BACKSPACE, DOWN, ENTER)
    table.qtbot.keyClick(table.focus, "Z", Qt.KeyboardModifier.ControlModifier)
    table.click(table.board.lefts[0])
    table.drag(table.board.lefts[0], table.board.rights[0])
    assert table.board.at == before


def test_the_right_pairs_are_shown_and_hidden(table: Table) -> None:
    table.join("złoty", "forint", "lev")
    table.check()
    table.widget.toggle_solution()
    assert table.pairs == {"Poland": "złoty", "Czechia": "koruna", "Hungary": "forint"}
    assert [row.state for row in table.board.lefts] == ["right", "missed", "missed"]
    assert {thread.ink for thread in table.threads.threads} == {"good"}
    assert all(not row.accessibleDescription() for row in table.board.lefts)
    table.widget.toggle_solution()
    assert table.pairs == {"Poland": "złoty", "Czechia": "forint", "Hungary": "lev"}


def test_all_right_has_no_solution_to_show(table: Table) -> None:
    table.join("złoty", "*koruna*", "forint")
    table.check()
    assert table.widget.solution_hint == ""
    table.widget.toggle_solution()
    assert [row.state for row in table.board.lefts] == ["right"] * 3


def test_not_knowing_shows_the_right_pairs(table: Table) -> None:
    table.join("forint")
    table.reveal(DontKnow())
    assert table.pairs == {"Poland": "złoty", "Czechia": "koruna", "Hungary": "forint"}
    assert table.names(table.board.lefts)[0] == "Poland, with złoty, missed"
    assert table.widget.solution_hint == ""


def test_texts_that_read_the_same_are_given_out_in_turn(qtbot: QtBot) -> None:
    table = Table(qtbot, RIVERS)
    africa = [at for at, text in enumerate(table.prompt.rights, 1) if text == "Africa"]
    table.digits(1, africa[1], 2, africa[0], 3, table.place("America"))
    table.check()
    assert [row.state for row in table.board.lefts] == ["right", "wrong", "wrong"]
    table.widget.toggle_solution()
    assert table.board.at[0] == africa[1] - 1, "a right pair stays"
    assert table.pairs == {"Nile": "Africa", "Amazon": "America", "Congo": "Africa"}


def test_another_try_keeps_what_is_right(table: Table) -> None:
    table.join("złoty", "forint", "lev")
    verdict = grade(table.kind, table.question, table.prompt, Pairs(()), Context())
    assert [part.mark for part in verdict.parts] == ["missed"] * 3
    table.widget.submit()
    verdict = grade(table.kind, table.question, table.prompt, table.answers[-1], Context())
    assert table.widget.try_again(verdict)
    assert (table.pairs, table.at) == ({"Poland": "złoty"}, "Czechia")
    table.digits(2, table.place("forint"), 3, table.place("lev"))
    assert not table.widget.can_submit(), "that was just found wrong"
    table.digits(2, table.place("*koruna*"), 3, table.place("forint"))
    assert table.widget.can_submit()
    table.press(BACKSPACE)
    assert not table.widget.can_submit()
