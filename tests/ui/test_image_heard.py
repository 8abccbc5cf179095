"""What a screen reader finds of a picture: each region with its place, and its name once that is known."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from quizapp.core.kinds.image import Spot
from quizapp.ui.widgets.point_map import PointMap
from tests.ui.stage import role_and_name
from tests.ui.wall import Wall

DOWN, RIGHT = Qt.Key.Key_Down, Qt.Key.Key_Right
ROLE = QAccessible.Role


def test_covers_are_told_without_their_names(qtbot: QtBot) -> None:
    wall = Wall(qtbot, hide="all")
    assert role_and_name(wall.map)[1] == "A house"
    assert {role_and_name(mark)[0] for mark in wall.map.marks} == {ROLE.StaticText}
    assert wall.names == [
        "Region 1 of 4, in the middle, 32 by 25 per cent: covered",
        "Region 2 of 4, in the middle, 12 by 18 per cent: covered",
        "Region 3 of 4, at the bottom, 12 by 25 per cent: covered, this one is asked for",
        "Region 4 of 4, at the right, 20 by 49 per cent: covered",
    ]


def test_what_can_be_picked_is_a_button_with_a_place_and_no_name(qtbot: QtBot) -> None:
    wall = Wall(qtbot, click=True)
    interface = QAccessible.queryAccessibleInterface(wall.map)
    assert (
        interface.text(QAccessible.Text.Description) == "Arrow keys go through its regions, Enter picks one."
    )
    assert [role_and_name(mark) for mark in wall.map.marks] == [
        (ROLE.Button, "Region 1 of 4, in the middle, 32 by 25 per cent"),
        (ROLE.Button, "Region 2 of 4, in the middle, 12 by 18 per cent"),
        (ROLE.Button, "Region 3 of 4, at the bottom, 12 by 25 per cent"),
        (ROLE.Button, "Region 4 of 4, at the right, 20 by 49 per cent"),
    ]
    for index, mark in enumerate(wall.map.marks):
        spoken = QAccessible.queryAccessibleInterface(mark).rect()
        corner = wall.map.mapFromGlobal(spoken.topLeft())
        assert abs(corner.x() - wall.map.place(index).left()) <= 1
        assert abs(spoken.width() - wall.map.place(index).width()) <= 2


def test_a_screen_reader_can_press_a_region(qtbot: QtBot) -> None:
    wall = Wall(qtbot, click=True)
    assert isinstance(wall.map, PointMap)
    actions = QAccessible.queryAccessibleInterface(wall.map.marks[2]).actionInterface()
    actions.doAction("Press")
    qtbot.waitUntil(lambda: wall.answers == [Spot(Decimal(50), Decimal("71.5"))])


def test_after_the_check_the_places_that_matter_are_named(qtbot: QtBot) -> None:
    wall = Wall(qtbot, click=True)
    wall.judge(Spot(Decimal(85), Decimal(50)))
    assert wall.names == [
        "Region 1 of 4, in the middle, 32 by 25 per cent",
        "Region 2 of 4, in the middle, 12 by 18 per cent",
        "Region 3 of 4, at the bottom, 12 by 25 per cent: the door, right answer",
        "Region 4 of 4, at the right, 20 by 49 per cent: the tree, wrong",
    ]


def test_the_region_that_is_gone_to_is_kept_in_view(qtbot: QtBot) -> None:
    wall = Wall(qtbot, click=True)
    used: list[object] = []
    wall.widget.in_use.connect(used.append)
    wall.press(RIGHT, DOWN)
    assert used == wall.map.marks[:2]
