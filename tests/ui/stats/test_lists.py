"""Groups, hardest cards and leeches: what their tables say, and what there is where there is nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.stats import cards
from quizapp.ui.stats.figure_table import FigureTable
from quizapp.ui.stats.groups import GroupsPanel
from quizapp.ui.stats.table import Column, Figure, Table, row_words, to_csv
from tests.ui.stage import show
from tests.ui.stats.made import EMPTY, HARD, lifetime, year

YEAR = year()


@pytest.fixture
def groups(qtbot: QtBot) -> GroupsPanel:
    panel = GroupsPanel()
    panel.show_statistics(YEAR)
    show(qtbot, panel, width=800)
    return panel


def test_groups_are_read_with_their_numbers(groups: GroupsPanel):
    table = groups.table()
    assert row_words(table, 0) == (
        "Groups on the list, Cards: 104, Reviews: 611, Recalled: 91.1 %, Time: 1 h 15 min"
    )
    assert row_words(table, 2).endswith("Reviews: 271, Recalled: –, Time: 33 min")


def test_kinds_and_statuses_have_names_of_the_app(groups: GroupsPanel):
    names = {}
    for way in ("tags", "kinds", "statuses"):
        groups.show_way(way)
        names[way] = [row[0].words for row in groups.table().rows]
    assert names["tags"] == ["law", "claim", "without"]
    assert names["statuses"] == ["fact", "claim"]
    assert len(set(names["kinds"])) == 2
    assert [row[0].raw for row in groups.table().rows] == ["fact", "claim"]


def test_the_way_is_chosen_by_arrow(groups: GroupsPanel):
    ways: list[str] = []
    groups.way_chosen.connect(ways.append)
    groups.ways.focus_choice()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
    assert ways == ["tags", "kinds", "tags"]
    assert groups.figures.accessibleName() == "Groups, Tags"


def test_a_long_list_scrolls_in_its_place(groups: GroupsPanel):
    groups.show_statistics(lifetime())
    assert len(groups.table().rows) == 48
    few = groups.figures.sizeHint().height()
    groups.show_statistics(YEAR)
    assert groups.figures.sizeHint().height() < few
    groups.show_statistics(EMPTY)
    assert not groups.figures.isVisible()


def test_hardest_cards_and_leeches_say_what_they_are_told_by():
    table = cards.TABLES.table(HARD)
    assert row_words(table, 0) == (
        "Which listed group is a label rather than an organisation?, Deck: Groups on the list, "
        "Forgotten: 8 of 15, Stability: 4.1 days"
    )
    assert cards.TABLES.table(HARD, by_lapses=True).columns[2].title == "Lapses"
    assert [row[2].words for row in cards.TABLES.table(HARD, by_lapses=True).rows] == ["9", "8", "7"]


def test_an_empty_list_says_what_it_would_list(qtbot: QtBot):
    owner = QWidget()
    qtbot.addWidget(owner)
    panel = cards.hardest(owner)
    show(qtbot, panel)
    panel.show_cards(())
    assert not panel.table_view.isVisible()
    assert panel._none.text() == "Nothing here yet: cards are listed from 10 reviews on."
    panel.show_cards(HARD)
    assert panel.table_view.isVisible()
    assert not panel._none.isVisible()


def test_columns_go_where_there_is_no_room_and_are_still_read(qtbot: QtBot):
    owner = QWidget()
    qtbot.addWidget(owner)
    panel = cards.hardest(owner)
    panel.show_cards(HARD)
    window = show(qtbot, panel, width=800)
    view = panel.table_view
    assert not view.isColumnHidden(1)
    window.resize(400, 600)
    qtbot.waitUntil(lambda: view.isColumnHidden(1))
    assert not view.isColumnHidden(2)
    spoken = view.cards.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Deck: Groups on the list" in spoken


def test_a_table_of_figures_drops_its_last_columns_first(qtbot: QtBot):
    view = FigureTable()
    columns = (Column("Month", figures=False), Column("Reviews"), Column("Recalled"), Column("Range"))
    rows = tuple((Figure(at, "November 2026"), *[Figure(at, "1,234,567")] * 3) for at in range(3))
    window = show(qtbot, view, width=600)
    view.show_table("Retention", Table(columns, rows))
    assert not any(view.isColumnHidden(at) for at in range(4))
    window.resize(260, 400)
    qtbot.waitUntil(lambda: view.isColumnHidden(3))
    assert not view.isColumnHidden(1)


def test_a_cell_that_a_spreadsheet_would_take_for_a_formula_stays_a_text():
    table = Table((Column("Deck"), Column("Cards")), ((Figure("=1+1", "=1+1"), Figure(-2, "−2")),))
    assert to_csv(table) == b"Deck,Cards\r\n'=1+1,-2\r\n"
