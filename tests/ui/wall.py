"""The picture of a house on screen, with parts to name or to find."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.kinds import grade
from quizapp.core.kinds.base import Answer, Context
from quizapp.core.kinds.image import Image
from quizapp.ui.widgets.picture_map import PictureMap
from tests.course import DECKS
from tests.ui.desk import Desk
from tests.ui.stage import role_and_name

HOUSE = (
    ("the **roof**", "30 22 32 25"),
    ("the door", "44 59 12 25"),
    ("the window", "31 55 12 18"),
    ("the tree", "78 36 20 49"),
)
PLAIN = Context(language="en", plain={"the **roof**": "the roof"})


class Wall(Desk):
    """The picture of a house on screen."""

    def __init__(self, qtbot: QtBot, part: str = "the door", **keys: object) -> None:
        question = Image(q="Which?", image="media/house.svg", alt="A house", regions=HOUSE, **keys)  # type: ignore[arg-type]
        super().__init__(qtbot, question, part=part, folder=DECKS / "examples")
        (self.map,) = self.widget.findChildren(PictureMap)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget(), key)

    def click(self, x: float, y: float, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        """Click at a place of the picture, per cent."""
        picture = self.map.picture_rect()
        at = picture.topLeft().toPoint() + QPoint(
            round(x * picture.width() / 100), round(y * picture.height() / 100)
        )
        QTest.mouseClick(self.map, button, Qt.KeyboardModifier.NoModifier, at)

    def judge(self, answer: Answer) -> None:
        self.widget.reveal(grade(self.kind, self.question, self.prompt, answer, PLAIN))

    @property
    def shown(self) -> list[tuple[str, str]]:
        """State and name of each region in reading order."""
        patches = (self.map.patch(index) for index in range(len(HOUSE)))
        return [(patch.state, patch.words) for patch in patches]

    @property
    def at(self) -> int:
        """Number of the region with the focus; 0 for none."""
        focus = QApplication.focusWidget()
        return next((number for number, mark in enumerate(self.map.marks, 1) if mark is focus), 0)

    @property
    def names(self) -> list[str]:
        return [role_and_name(mark)[1] for mark in self.map.marks]
