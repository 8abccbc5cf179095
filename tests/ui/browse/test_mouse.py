"""Browse by mouse: rows, check boxes, columns, completions, saved searches, the border of the preview."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QToolTip, QWidget

from quizapp.ui.browse.cells import CardCells
from quizapp.ui.models.browse import PLACES
from quizapp.ui.navigation import Edit
from tests.store.shelves import card
from tests.ui.browsing import CTRL, Browser

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


def in_row(browser: Browser, row: int) -> QPoint:
    table = browser.place.table
    return QPoint(120, table.rowViewportPosition(row) + table.rowHeight(row) // 2)


def ask_menu(widget: QWidget, spot: QPoint) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, widget.mapToGlobal(spot))
    QApplication.sendEvent(widget, event)


def test_a_click_goes_to_a_row_and_ctrl_takes_more(browser: Browser) -> None:
    table = browser.place.table
    QTest.mouseClick(table.viewport(), LEFT, pos=in_row(browser, 2))
    assert table.picked == {2}
    QTest.mouseClick(table.viewport(), LEFT, CTRL, in_row(browser, 4))
    assert table.picked == {2, 4}


def test_a_double_click_opens_the_card(browser: Browser) -> None:
    asked = []
    browser.place.go.disconnect()
    browser.place.go.connect(asked.append)
    QTest.mouseDClick(browser.place.table.viewport(), LEFT, pos=in_row(browser, 1))
    assert len(asked) == 1
    assert isinstance(asked[0], Edit)


def test_a_right_click_is_about_the_row_below_it(browser: Browser) -> None:
    table = browser.place.table
    QTest.mouseClick(table.viewport(), RIGHT, pos=in_row(browser, 3))
    ask_menu(table.viewport(), in_row(browser, 3))
    assert table.picked == {3}
    browser.choose("Flag")
    assert browser.school.services.search_counts(["is:flagged"]) == (1,)


def test_a_right_click_within_the_selection_keeps_it(browser: Browser) -> None:
    browser.pick(3)
    table = browser.place.table
    ask_menu(table.viewport(), in_row(browser, 1))
    assert table.picked == {0, 1, 2}
    browser.menu().close()


def test_the_box_over_all_rows_takes_all_and_none(browser: Browser) -> None:
    browser.pick(2)
    table = browser.place.table
    spot = table.check_rect(0, table.head.height()).center().toPoint()
    QTest.mouseClick(table.head.viewport(), LEFT, pos=spot)
    assert len(table.picked) == 13
    QTest.mouseClick(table.head.viewport(), LEFT, pos=spot)
    assert len(table.picked) == 1


def test_a_right_click_on_the_names_chooses_columns(browser: Browser) -> None:
    head = browser.place.table.head
    ask_menu(head.viewport(), QPoint(40, 10))
    browser.choose("Kind")
    assert "kind" not in browser.place.table.chosen
    ask_menu(head.viewport(), QPoint(40, 10))
    browser.choose("Widths as at first")
    assert browser.place.table.widths == {}


def tip_of(browser: Browser, row: int, key: str) -> str:
    """What the tool tip of a cell says; "" for none."""
    table = browser.place.table
    cells = table.itemDelegate()
    assert isinstance(cells, CardCells)
    index = browser.place.model.index(row, PLACES[key])
    words = cells._tip(table, index)
    if words:  # Qt lets a tip that has gone stand for a moment
        event = QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), table.mapToGlobal(QPoint(5, 5)))
        cells.helpEvent(event, table, QStyleOptionViewItem(), index)
        assert QToolTip.text() == words
    return words


def test_cut_words_have_a_tool_tip(browser: Browser) -> None:
    long = "What is the name of the very long question that no column has the room to show?"
    browser.school.world.write("long.yaml", [card(long, "This one", tags="[a, b]")])
    browser.school.world.refresh()
    browser.search("")
    browser.search("very long")
    assert tip_of(browser, 0, "question") == f"<qt>{long}</qt>"
    assert tip_of(browser, 0, "tags") == "<qt>a, b</qt>"
    assert tip_of(browser, 0, "kind") == ""
    browser.search("capital of Norway")
    assert tip_of(browser, 0, "question") == ""


def test_a_row_below_the_mouse_is_lifted(browser: Browser) -> None:
    table = browser.place.table
    table.go_to(0)
    spot = QPoint(table.width() - 40, table.rowViewportPosition(5) + 4)
    before = table.viewport().grab().toImage().pixelColor(spot)
    QTest.mouseMove(table.viewport(), spot)
    assert table.viewport().grab().toImage().pixelColor(spot) != before
    QApplication.sendEvent(table, QEvent(QEvent.Type.Leave))
    assert table.viewport().grab().toImage().pixelColor(spot) == before


def test_a_completion_is_clicked(browser: Browser) -> None:
    browser.press("F", modifier=CTRL)
    browser.press("s", "t")
    popup = browser.place.bar.popup
    second = popup._row(1).center()
    QTest.mouseMove(popup, second.toPoint())
    QTest.mouseClick(popup, LEFT, pos=second.toPoint())
    assert browser.place.bar.field.text() == "state:"
    assert popup._at_point(QPointF(-5, -5)) is None


def test_a_saved_search_is_clicked(browser: Browser) -> None:
    listed = browser.place.saved.list
    row = listed.visualRect(browser.place.saved.model.index(3))
    QTest.mouseMove(listed.viewport(), row.center())
    QTest.mouseClick(listed.viewport(), LEFT, pos=row.center())
    assert browser.place.bar.field.text() == "is:new"
    QApplication.sendEvent(listed, QEvent(QEvent.Type.Leave))
    assert listed.hovered == -1


def test_the_cross_clears_the_field(browser: Browser) -> None:
    browser.search("river")
    browser.place.bar.field.clearing.click()
    browser.qtbot.waitUntil(lambda: len(browser.questions()) == 13)
    assert not browser.place.bar.field.clearing.isVisible()


def test_a_change_is_ticked_by_a_click(browser: Browser) -> None:
    browser.search("capital")
    browser.press("H", modifier=CTRL)
    QTest.keyClicks(browser.focus, "capital")
    task = browser.place.under.task
    assert task is not None
    task.plan_now()
    listed = task.list
    place: QRect = listed.visualRect(task.model.index(0))
    QTest.mouseClick(listed.viewport(), LEFT, pos=place.center())
    assert len(task.model.wanted) == 9


def test_the_border_of_the_preview_is_remembered(browser: Browser) -> None:
    panes = browser.place.panes
    handle = panes.handle(1)
    handle.setFocus()
    browser.press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    table = panes.sizes()[0]
    browser.press("1", modifier=CTRL)
    assert browser.school.services.settings.browse.table_height == table
    browser.go()
    assert panes.sizes()[0] == table
    QTest.mouseDClick(handle, LEFT, pos=QPoint(30, 2))
    assert panes.sizes()[0] != table
