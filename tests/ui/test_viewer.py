"""The viewer of deck text among other widgets: its height, keys, wheel, and what is heard of it."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QImage,
    QPainter,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.ui import theme
from quizapp.ui.richtext import DeckText, Viewers
from quizapp.ui.safedocument import SafeDocument
from tests.ui.stage import role_and_name, show

PIXEL = QImage(1, 1, QImage.Format.Format_RGB32)


def test_it_is_as_high_as_its_width_asks(qtbot: QtBot) -> None:
    viewer = Viewers(None)("A text that goes on for more than one line. " * 6)
    window = show(qtbot, viewer, width=700)
    wide = viewer.height()
    assert wide == viewer.heightForWidth(700) == int(viewer.document().size().height() + 0.99)
    window.resize(300, 600)
    qtbot.waitUntil(lambda: viewer.width() == 300)
    assert viewer.height() == viewer.heightForWidth(300) > wide
    assert not viewer.verticalScrollBar().isVisible()
    assert viewer.verticalScrollBar().maximum() == 0


def test_it_follows_text_size_and_scheme(qtbot: QtBot, qapp: QApplication) -> None:
    viewer = Viewers(None)("Some **words**", token="mut")
    show(qtbot, viewer)
    small = viewer.heightForWidth(300)
    theme.install(qapp, theme.Theme(scheme="dark", text_percent=200))
    assert viewer.heightForWidth(300) > 1.8 * small
    assert viewer.palette().text().color() == theme.color("mut")
    assert viewer.document().defaultFont().pixelSize() == 30
    viewer.set_look(role="title", token="text")
    assert viewer.document().defaultFont().pixelSize() == 44


def test_it_reads_as_one_text(qtbot: QtBot) -> None:
    viewer = Viewers(None)("It was **not** so.")
    show(qtbot, viewer)
    interface = QAccessible.queryAccessibleInterface(viewer)
    assert role_and_name(viewer) == (QAccessible.Role.StaticText, "It was not so.")
    assert interface.text(QAccessible.Text.Description) == ""
    assert viewer.focusPolicy() == Qt.FocusPolicy.ClickFocus


def test_text_is_selected_and_copied_by_keyboard(qtbot: QtBot, qapp: QApplication) -> None:
    viewer = Viewers(None)("It was **not** so.")
    show(qtbot, viewer)
    viewer.setFocus()
    qtbot.keyClick(viewer, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(viewer, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == "It was not so."


def test_text_is_selected_by_mouse(qtbot: QtBot) -> None:
    viewer = Viewers(None)("It was so.")
    show(qtbot, viewer)
    QTest.mouseDClick(viewer.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 10))
    assert viewer.textCursor().selectedText() == "It"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_1])
def test_the_screen_s_keys_pass_through(qtbot: QtBot, key: Qt.Key) -> None:
    viewer = Viewers(None)("It was so.")
    window = show(qtbot, viewer)
    heard: list[int] = []
    window.keyPressEvent = lambda event: heard.append(event.key())  # type: ignore[method-assign]
    viewer.setFocus()
    qtbot.keyClick(viewer, key)
    assert heard == [key]


def test_the_wheel_belongs_to_the_page(qtbot: QtBot) -> None:
    viewer = Viewers(None)("It was so.")
    show(qtbot, viewer)
    size = viewer.document().defaultFont().pixelSize()
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewer.viewport(), event)
    assert viewer.document().defaultFont().pixelSize() == size
    assert viewer.font().pixelSize() == viewer.font().pixelSize()


def test_texts_can_be_painted(qtbot: QtBot) -> None:
    text = Viewers(None).text("It was **not** so, and so on", role="answer", token="bad")
    assert text.plain == "It was not so, and so on"
    assert text.height(60) > text.height(600)
    assert 150 < text.natural_width() < 260
    image = QImage(300, 60, QImage.Format.Format_RGB32)
    image.fill(theme.color("card"))
    painter = QPainter(image)
    text.paint(painter, QPointF(5, 5), 280)
    painter.end()
    inks = {image.pixelColor(x, y).name() for x in range(300) for y in range(60)}
    assert theme.color("bad").name() in inks
    text.set_look(token="good")
    assert text.token == "good"


def test_a_document_alone_shows_nothing_foreign() -> None:
    document = SafeDocument()
    assert (
        document.loadResource(QTextDocument.ResourceType.ImageResource.value, "x.png").size() == PIXEL.size()
    )


def test_an_empty_text_takes_one_line(qtbot: QtBot) -> None:
    assert DeckText(None).height(100) < 40
