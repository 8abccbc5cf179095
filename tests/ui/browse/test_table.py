"""The table of cards: keys, selection, columns, and what is heard of it."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quizapp.store.browse_rows import Row
from quizapp.ui.models.browse import BATCH, COLUMNS, DEFAULT, PLACES, BrowseModel
from tests.ui.browsing import ALT, CTRL, SHIFT, Browser


def row(card_key: int, **more: object) -> Row:
    values = {
        "card_key": card_key, "card_id": f"n{card_key}#", "deck_key": 1, "note": card_key, "part": "",
        "question": f"Question {card_key}", "kind": "basic", "status": "", "deck": "Deck", "path": "d.yaml",
        "tags": (), "state": "new", "due_day": None, "stability": None, "difficulty": None, "interval": None,
        "reviews": 0, "lapses": 0, "added_ms": 0, "suspended": False, "buried": False, "flagged": False,
        "leech": False, "missing": False,
    }  # fmt: skip
    return Row(**(values | more))  # type: ignore[arg-type]


class Rows:
    """Gives rows and remembers which were asked for."""

    def __init__(self, **more: object) -> None:
        self.more = more
        self.asked: list[Sequence[int]] = []

    def __call__(self, keys: Sequence[int]) -> list[Row]:
        self.asked.append(keys)
        return [row(key, **self.more) for key in keys]


def test_the_model_keeps_the_rules_of_models(qtmodeltester) -> None:
    model = BrowseModel(Rows())
    qtmodeltester.check(model, force_py=True)
    for keys in (range(1, 301), range(5), ()):
        model.show_keys(keys, 100)
        model.refresh(101)
        model.show_sort("question", descending=True)


def test_only_rows_that_are_looked_at_are_fetched() -> None:
    rows = Rows()
    model = BrowseModel(rows)
    model.show_keys(range(100_000), 0)
    assert rows.asked == []
    assert model.index(70_000, 0).data() == "Question 70000"
    assert model.index(70_001, 0).data() == "Question 70001"
    assert [len(keys) for keys in rows.asked] == [BATCH]
    for place in range(0, 100_000, BATCH):
        model.row(place)
    assert model.index(70_000, 0).data() == "Question 70000", "what was let go is fetched anew"


def test_a_card_that_has_gone_meanwhile_leaves_its_row_empty() -> None:
    model = BrowseModel(lambda keys: [row(key) for key in keys if key != 2])
    model.show_keys((1, 2, 3), 0)
    assert [model.index(at, 0).data() for at in range(3)] == ["Question 1", None, "Question 3"]


@pytest.mark.parametrize(
    ("due", "says"),
    [
        ({"due_day": 97}, "3 days late"),
        ({"due_day": 99}, "1 day late"),
        ({"due_day": 100}, "today"),
        ({"due_day": 101}, "tomorrow"),
        ({"due_day": 104}, "in 4 days"),
        ({}, "new"),
        ({"due_day": 97, "suspended": True}, "suspended"),
        ({"missing": True}, "missing"),
    ],
)
def test_due_in_words(due: dict[str, object], says: str) -> None:
    model = BrowseModel(Rows(**due))
    model.show_keys((1,), 100)
    assert model.index(0, PLACES["due"]).data() == says


def test_a_row_in_words() -> None:
    model = BrowseModel(
        Rows(
            due_day=97,
            stability=4.6,
            difficulty=5.0,
            interval=5,
            reviews=7,
            tags=("a", "b"),
            flagged=True,
            status="claim",
        )
    )
    model.show_keys((1,), 100)
    first = QLocale().toString(QDate(1970, 1, 1), QLocale.FormatType.ShortFormat)
    assert [model.index(0, place).data() for place in range(len(COLUMNS))] == [
        "Question 1", "Recall", "Deck", "a, b", "3 days late",
        "5 d", "5.0", "5 d", "7", "0", first, "claim",
    ]  # fmt: skip
    heard = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Question 1, Recall, Deck, due 3 days late, flagged"


def test_arrows_select_one_and_shift_several(browser: Browser) -> None:
    table = browser.place.table
    browser.to_table()
    browser.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert table.picked == {2}
    assert not table.several
    browser.press(Qt.Key.Key_Down, modifier=SHIFT)
    assert table.picked == {2, 3}
    assert browser.place.under.bar.isVisible()
    assert browser.place.under.bar.count.text() == "2 selected"
    browser.press(Qt.Key.Key_Escape)
    assert table.picked == {3}
    assert not browser.place.under.bar.isVisible()


def test_ctrl_moves_and_ctrl_space_selects(browser: Browser) -> None:
    browser.to_table()
    browser.press(Qt.Key.Key_Down, Qt.Key.Key_Down, modifier=CTRL)
    browser.press(Qt.Key.Key_Space, modifier=CTRL)
    assert browser.place.table.picked == {0, 2}


def test_all_are_selected_and_summed_up(browser: Browser) -> None:
    browser.to_table()
    browser.press("A", modifier=CTRL)
    assert len(browser.place.table.picked) == 13
    summary = browser.place.under.summary
    assert summary.isVisible()
    assert summary.facts.text() == "2 decks, 0 due"


def test_home_and_end(browser: Browser) -> None:
    browser.to_table()
    browser.press(Qt.Key.Key_End)
    assert browser.place.table.currentIndex().row() == 12
    browser.press(Qt.Key.Key_Home)
    assert browser.place.table.currentIndex().row() == 0


def test_a_check_box_takes_a_row_out(browser: Browser) -> None:
    browser.pick(3)
    table = browser.place.table
    box = table.check_rect(table.rowViewportPosition(1), table.rowHeight(1))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert table.picked == {0, 2}


def test_the_header_sorts_by_key(browser: Browser) -> None:
    browser.to_table()
    browser.press(Qt.Key.Key_Home)
    browser.press(Qt.Key.Key_Up)
    head = browser.place.table.head
    assert browser.focus is head
    browser.press(Qt.Key.Key_Return)
    assert browser.questions() == sorted(browser.questions())
    browser.press(Qt.Key.Key_Return)
    assert browser.questions() == sorted(browser.questions(), reverse=True)
    browser.press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert browser.cells(PLACES["deck"]) == sorted(browser.cells(PLACES["deck"]))
    browser.press(Qt.Key.Key_Down)
    assert browser.focus is browser.place.table


def test_the_header_sorts_by_a_click(browser: Browser) -> None:
    table = browser.place.table
    kind = table.inner_rect(PLACES["deck"], 0, table.head.height()).center().toPoint()
    QTest.mouseClick(table.head.viewport(), Qt.MouseButton.LeftButton, pos=kind)
    assert browser.place.model.sorted_by == "deck"


def test_columns_are_chosen_in_a_menu_and_remembered(browser: Browser) -> None:
    table = browser.place.table
    browser.to_table()
    browser.press(Qt.Key.Key_Home, Qt.Key.Key_Up)
    browser.press(Qt.Key.Key_F10, modifier=SHIFT)
    browser.choose("Tags")
    browser.press(Qt.Key.Key_F10, modifier=SHIFT)
    browser.choose("Reviews")
    assert table.chosen == ("kind", "deck", "due", "stability", "reviews")
    browser.press("1", modifier=CTRL)
    assert browser.school.services.settings.browse.columns == table.chosen
    browser.reader.restart()
    browser.go()
    assert browser.place.table.chosen == ("kind", "deck", "due", "stability", "reviews")


def test_widths_are_changed_by_key_and_remembered(browser: Browser) -> None:
    table = browser.place.table
    browser.to_table()
    browser.press(Qt.Key.Key_Home, Qt.Key.Key_Up, Qt.Key.Key_Right)
    before = table.columnWidth(PLACES["kind"])
    browser.press(Qt.Key.Key_Right, modifier=ALT)
    assert table.columnWidth(PLACES["kind"]) == before + 16
    browser.press("1", modifier=CTRL)
    assert dict(browser.school.services.settings.browse.widths) == {"kind": before + 16}


def shown(browser: Browser) -> list[str]:
    return [COLUMNS[place].key for place in sorted(browser.place.table.columns_at())]


def test_columns_go_in_their_order_where_room_is_short(browser: Browser) -> None:
    window = browser.reader.window
    seen = []
    for width in (1100, 980, 900, 720, 560, 480):
        window.resize(width, 760)
        QApplication.processEvents()
        seen.append(shown(browser))
    assert seen[0] == ["question", *DEFAULT]
    assert seen[3] == ["question", "kind", "due"]
    for wide, narrow in pairwise(seen):
        gone = [key for key in ("stability", "tags", "deck", "kind") if key not in narrow]
        assert gone == ["stability", "tags", "deck", "kind"][: len(gone)]
        assert set(narrow) <= set(wide)
    assert all({"question", "due"} <= set(keys) for keys in seen)


def test_the_question_stays_when_columns_are_scrolled(browser: Browser) -> None:
    table = browser.place.table
    table.show_columns([column.key for column in COLUMNS], {})
    QApplication.processEvents()
    bar = table.horizontalScrollBar()
    assert bar.maximum() > 0
    before = table.inner_rect(0, 0, 30)
    bar.setValue(bar.maximum())
    assert table.inner_rect(0, 0, 30) == before
    assert table.inner_rect(1, 0, 30).right() < before.right()
    browser.reader.window.grab()


def test_the_menu_of_a_row(browser: Browser) -> None:
    browser.to_table()
    browser.press(Qt.Key.Key_F10, modifier=SHIFT)
    entries = [one.text().split("\t")[0] for one in browser.menu().actions() if one.text()]
    assert entries[:4] == ["Edit", "History", "Study, schedule untouched", "Study, and let it count"]
    browser.menu().close()


def test_a_screen_reader_finds_a_table(browser: Browser) -> None:
    table = browser.place.table
    interface = QAccessible.queryAccessibleInterface(table)
    assert interface.role() == QAccessible.Role.Table
    assert interface.text(QAccessible.Text.Name) == "Cards"
    width = len(COLUMNS) + 1  # Qt counts the heads of rows, which are hidden
    titles = [interface.child(at).text(QAccessible.Text.Name) for at in range(1, width)]
    assert titles[:2] == ["Question", "Kind"]
    assert "Due, sorted upwards" in titles
    first = interface.child(width + 1)
    heard = browser.place.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert first.text(QAccessible.Text.Name) == heard


def test_typing_in_the_table_does_not_search(browser: Browser) -> None:
    browser.to_table()
    browser.press("w", "n")
    assert browser.place.table.currentIndex().row() == 0
