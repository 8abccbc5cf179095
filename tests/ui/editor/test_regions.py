"""Regions drawn on a picture by mouse and by keys, and what the card is told of it."""

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui import theme
from quizapp.ui.editor.region_paint import grip_boxes, grip_places, label_place
from quizapp.ui.editor.regions import RegionEditor, Texts
from tests.ui.stage import show

ROOF, DOOR, ODD = ("the roof", "30 20 30 25"), ("the door", "44 59 12 25"), ("odd", "somewhere")
Key, Mod, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton


class Bench:
    """A picture of 400 by 200 with regions, on screen."""

    def __init__(
        self, qtbot: QtBot, folder: Path, texts: Sequence[tuple[str, str]], width: int = 640
    ) -> None:
        image = QImage(400, 200, QImage.Format.Format_RGB32)
        image.fill(QColor("#204060"))
        assert image.save(str(folder / "house.png"))
        self.qtbot, self.editor = qtbot, RegionEditor()
        self.editor.show_picture(folder, "house.png")
        self.editor.show_regions(texts)
        self.window = show(qtbot, self.editor, width=width, height=900)
        self.said: list[Texts] = []
        self.editor.changed.connect(self.said.append)
        self.canvas = self.editor.canvas

    @property
    def focus(self) -> QWidget:
        focus = self.window.focusWidget()
        assert focus is not None
        return focus

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Mod.NoModifier) -> None:
        self.qtbot.keyClick(self.focus, key, modifiers)

    def at(self, x: float, y: float) -> QPoint:
        """A point in per cent of the picture."""
        picture = self.canvas.picture_rect()
        return QPointF(
            picture.left() + x * picture.width() / 100, picture.top() + y * picture.height() / 100
        ).toPoint()

    def drag(self, start: tuple[float, float], *ways: tuple[float, float], release: bool = True) -> None:
        self.qtbot.mousePress(self.canvas, Button.LeftButton, pos=self.at(*start))
        for way in ways:
            self.qtbot.mouseMove(self.canvas, self.at(*way))
        if release:
            self.qtbot.mouseRelease(self.canvas, Button.LeftButton, pos=self.at(*ways[-1]))


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Bench:
    bench = Bench(qtbot, tmp_path, (ROOF, ODD, DOOR))
    bench.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    return bench


# By keyboard


def test_it_says_which_region_is_chosen(bench: Bench) -> None:
    assert bench.canvas.accessibleName() == (
        "the roof, 30 % from left, 20 % from top, 30 % wide, 25 % high, region 1 of 2"
    )
    bench.key(Key.Key_Tab)
    assert bench.canvas.accessibleName().startswith("the door, 44 % from left")
    assert bench.focus is bench.canvas
    bench.key(Key.Key_Backtab)
    assert bench.canvas.accessibleName().startswith("the roof")


def test_tab_leaves_behind_the_last_and_before_the_first(bench: Bench) -> None:
    bench.key(Key.Key_Tab)
    bench.key(Key.Key_Tab)
    assert bench.focus is bench.editor.rows[0].answer
    bench.key(Key.Key_Backtab)
    assert bench.focus is bench.canvas
    assert bench.canvas.at == 1
    bench.key(Key.Key_Backtab)
    bench.key(Key.Key_Backtab)
    assert bench.focus is not bench.canvas


@pytest.mark.parametrize(
    ("key", "modifiers", "text"),
    [
        (Key.Key_Right, Mod.NoModifier, "31 20 30 25"),
        (Key.Key_Up, Mod.NoModifier, "30 19 30 25"),
        (Key.Key_Left, Mod.ControlModifier, "29.9 20 30 25"),
        (Key.Key_Down, Mod.ShiftModifier, "30 20 30 26"),
        (Key.Key_Left, Mod.ShiftModifier | Mod.ControlModifier, "30 20 29.9 25"),
    ],
)
def test_arrows_move_and_size(bench: Bench, key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str) -> None:
    bench.key(key, modifiers)
    assert bench.said == [(("the roof", text), ODD, DOOR)]
    assert bench.editor.texts == bench.said[-1]


def test_arrows_at_the_edge_say_nothing(bench: Bench) -> None:
    for _ in range(25):
        bench.key(Key.Key_Up)
    assert bench.said[-1][0] == ("the roof", "30 0 30 25")
    assert len(bench.said) == 20


def test_enter_edits_the_answer_and_comes_back(bench: Bench) -> None:
    bench.key(Key.Key_Return)
    assert bench.focus is bench.editor.rows[0].answer
    bench.qtbot.keyClicks(bench.focus, "gable")
    assert bench.said[-1][0] == ("gable", "30 20 30 25")
    bench.key(Key.Key_Return)
    assert bench.focus is bench.canvas
    assert bench.canvas.accessibleName().startswith("gable")


def test_n_makes_one_and_delete_takes_it_away(bench: Bench) -> None:
    bench.key(Key.Key_N)
    assert bench.said[-1] == (ROOF, ODD, DOOR, ("Part 4", "40 40 20 20"))
    assert bench.focus is bench.canvas
    bench.key(Key.Key_Right)
    assert bench.said[-1][3] == ("Part 4", "41 40 20 20")
    bench.key(Key.Key_Delete)
    assert bench.said[-1] == (ROOF, ODD, DOOR)
    assert bench.canvas.accessibleName().startswith("the door")
    for _ in range(3):
        bench.key(Key.Key_Delete)
    assert bench.said[-1] == (ODD,), "it is not on the picture"


def test_names_of_new_ones_are_free(qtbot: QtBot, tmp_path: Path) -> None:
    bench = Bench(qtbot, tmp_path, (("Part 2", "1 1 5 5"),))
    bench.canvas.setFocus()
    bench.key(Key.Key_N)
    assert [answer for answer, _ in bench.said[-1]] == ["Part 2", "Part 3"]


# By mouse


def test_a_drag_on_the_picture_draws_one_and_asks_for_its_name(bench: Bench) -> None:
    bench.drag((70.2, 50.1), (80, 60), (90.4, 80.3))
    assert bench.said == [(ROOF, ODD, DOOR, ("Part 4", "70 50 20 30"))]
    assert bench.focus is bench.editor.rows[3].answer
    bench.qtbot.keyClicks(bench.focus, "the tree")
    assert bench.said[-1][3] == ("the tree", "70 50 20 30")


def test_a_click_beside_all_chooses_none(bench: Bench) -> None:
    bench.drag((90, 90), (90.2, 90.2))
    assert bench.said == []
    assert bench.canvas.at == -1
    assert bench.canvas.accessibleName() == "Picture with 2 regions"


def test_a_region_is_moved_by_its_middle(bench: Bench) -> None:
    bench.drag((50, 70), (55, 70), (60.2, 65))
    assert bench.said == [(ROOF, ODD, ("the door", "54 54 12 25"))]
    assert bench.editor.rows[2].numbers["left"].text() == "54 %"


def test_numbers_follow_the_mouse_and_escape_takes_it_back(bench: Bench) -> None:
    bench.drag((40, 30), (45, 30), (50, 30), release=False)
    assert bench.editor.rows[0].numbers["left"].text() == "40 %"
    bench.key(Key.Key_Escape)
    bench.qtbot.mouseRelease(bench.canvas, Button.LeftButton, pos=bench.at(50, 30))
    assert bench.editor.rows[0].numbers["left"].text() == "30 %"
    assert bench.said == []


def test_a_grip_sizes(bench: Bench) -> None:
    bench.drag((60, 45), (65, 50), (70, 60))
    assert bench.said == [(("the roof", "30 20 40 40"), ODD, DOOR)]


def test_a_drag_never_leaves_the_picture(bench: Bench) -> None:
    bench.drag((50, 70), (90, 90), (140, 160))
    assert bench.said[-1][2] == ("the door", "88 75 12 25")


def test_a_double_click_edits_the_answer(bench: Bench) -> None:
    bench.qtbot.mouseDClick(bench.canvas, Button.LeftButton, pos=bench.at(50, 70))
    assert bench.focus is bench.editor.rows[2].answer


def test_the_mouse_tells_what_it_would_do(bench: Bench) -> None:
    shapes = []
    for at in ((60, 45), (45, 30), (50, 70), (90, 90), (45, 20)):
        bench.qtbot.mouseMove(bench.canvas, bench.at(*at))
        shapes.append(bench.canvas.cursor().shape())
    shape = Qt.CursorShape
    assert shapes == [
        shape.SizeFDiagCursor,
        shape.SizeAllCursor,
        shape.SizeAllCursor,
        shape.CrossCursor,
        shape.SizeVerCursor,
    ]


# In the table


def test_numbers_are_typed_and_stepped(bench: Bench) -> None:
    row = bench.editor.rows[0]
    left = row.numbers["left"]
    left.setFocus()
    bench.qtbot.keyClicks(left, "12,5")
    bench.key(Key.Key_Return)
    assert bench.said[-1][0] == ("the roof", "12.5 20 30 25")
    bench.key(Key.Key_Up)
    bench.key(Key.Key_Down, Mod.ControlModifier)
    assert bench.said[-1][0] == ("the roof", "13.4 20 30 25")
    bench.qtbot.keyClicks(left, "far")
    row.numbers["top"].setFocus()
    assert left.text() == "13.4 %"


def test_what_cannot_be_read_stays_until_a_number_is_written(bench: Bench) -> None:
    bench.key(Key.Key_Right)
    assert bench.said[-1][1] == ODD
    width = bench.editor.rows[1].numbers["width"]
    assert width.text() == ""
    width.setFocus()
    bench.qtbot.keyClicks(width, "30")
    bench.key(Key.Key_Return)
    assert bench.said[-1][1] == ("odd", "0 0 30 20")


def test_the_cross_removes_its_row(bench: Bench) -> None:
    bench.qtbot.mouseClick(bench.editor.rows[1].cross, Button.LeftButton)
    assert bench.said == [(ROOF, DOOR)]
    assert bench.editor.rows[1].cross.accessibleName() == "Remove the door"


def test_a_field_shows_on_the_picture_which_it_is_about(bench: Bench) -> None:
    bench.editor.rows[2].numbers["top"].setFocus()
    assert bench.canvas.at == 1
    bench.editor.rows[1].answer.setFocus()
    assert bench.canvas.at == -1, "it has no place on the picture"


# What it is told


def test_the_same_again_moves_nothing(bench: Bench) -> None:
    bench.key(Key.Key_Tab)
    bench.key(Key.Key_Return)
    bench.qtbot.keyClicks(bench.focus, "gate")
    caret = bench.editor.rows[2].answer.cursorPosition()
    bench.editor.show_regions(list(bench.said[-1]))
    assert (bench.focus, bench.editor.rows[2].answer.cursorPosition()) == (bench.editor.rows[2].answer, caret)
    assert bench.canvas.at == 1


def test_undo_is_for_the_document(bench: Bench) -> None:
    answer = bench.editor.rows[0].answer
    answer.setFocus()
    answer.end(False)
    bench.qtbot.keyClicks(answer, "x")
    bench.key(Key.Key_Z, Mod.ControlModifier)
    assert answer.text() == "the roofx"
    bench.editor.show_regions((ROOF, ODD, DOOR))
    assert answer.text() == "the roof"


def test_another_card_has_other_regions(bench: Bench, tmp_path: Path) -> None:
    bench.key(Key.Key_Tab)
    bench.editor.show_regions((("one", "1 2 3 4"),))
    assert len(bench.editor.rows) == 1
    bench.editor.show_regions(())
    assert bench.canvas.accessibleName() == "Picture with 0 regions"
    bench.editor.show_picture(tmp_path, "none.png")
    assert "none.png" in bench.canvas._missing.text()
    bench.editor.show_picture(None, "")


@pytest.mark.parametrize(("width", "stacked"), [(640, False), (360, True)])
def test_narrow_rows_stack(qtbot: QtBot, tmp_path: Path, width: int, stacked: bool) -> None:
    bench = Bench(qtbot, tmp_path, (ROOF,), width)
    row = bench.editor.rows[0]
    assert row.stacked is stacked
    below = row.numbers["left"].y() > row.answer.y()
    assert below is stacked
    assert row.numbers["height"].geometry().right() <= row.width()


def test_large_text_keeps_all_in_sight(qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> None:
    theme.install(qapp, theme.Theme(text_percent=200))
    bench = Bench(qtbot, tmp_path, (ROOF,), 640)
    assert bench.editor.rows[0].stacked


def test_a_name_covers_no_grip(bench: Bench) -> None:
    picture = bench.canvas.picture_rect()
    for index in range(2):
        rect = bench.canvas.place(index)
        places = grip_places(rect).values()
        tag = label_place(rect, "a name", picture, grip_boxes(rect), chosen=True)
        assert not any(tag.contains(place) for place in places)


def test_names_of_neighbours_stand_apart(bench: Bench) -> None:
    picture = bench.canvas.picture_rect()
    taken: list[QRectF] = []
    for shift in range(3):
        rect = bench.canvas.place(1).translated(20 * shift, 6 * shift)
        taken.append(label_place(rect, "the window", picture, taken))
    assert not any(one.intersects(other) for one, other in combinations(taken, 2))
