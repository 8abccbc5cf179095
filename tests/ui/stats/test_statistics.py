"""The screen of statistics by keyboard, with the numbers of a learner's own log."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.ui import theme
from quizapp.ui.navigation import CardHistory, Edit, Statistics
from quizapp.ui.screens.card_history import CardHistoryPlace
from quizapp.ui.widgets.panel import Panel
from tests.store.made import review
from tests.ui.reader import CTRL
from tests.ui.stats.looking import Looker, menu

ESC, ENTER, DOWN = Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Down


def test_ctrl_4_leads_to_the_numbers(looker: Looker):
    stats = looker.place.stats
    assert stats is not None
    assert (stats.query, stats.period, stats.states.new, stats.reviews) == ("", "year", 12, 13)
    assert looker.told == ""
    assert looker.board.isVisible()
    assert looker.board.hardest.table_view.cards.cards == stats.hard
    assert [card.front for card in stats.hard] == ["Which river runs through Rome?"]


def test_a_search_counts_only_what_it_finds(looker: Looker):
    looker.press("f", modifier=CTRL)
    assert looker.place.filters.field.hasFocus()
    looker.reader.type("-rome")
    looker.press(ENTER)
    looker.wait()
    stats = looker.place.stats
    assert stats is not None
    assert (stats.query, stats.reviews, stats.states.new) == ("-rome", 0, 12)
    looker.press(DOWN)
    assert looker.board.strip.chart.hasFocus()


def test_the_search_is_completed_as_in_browse(looker: Looker):
    looker.press("f", modifier=CTRL)
    looker.reader.type("dec")
    assert looker.place.filters.popup.isVisible()
    looker.press(Qt.Key.Key_Tab)
    assert looker.place.filters.field.text() == "deck:"
    looker.press(ESC)
    assert not looker.place.filters.popup.isVisible()
    assert looker.place.filters.field.text() == "deck:"


def test_what_is_not_understood_is_said_and_the_rest_counts(looker: Looker):
    looker.press("f", modifier=CTRL)
    looker.reader.type("stabilty:<3 rome")
    looker.press(ENTER)
    looker.wait()
    assert looker.place.filters._mistake.isVisible()
    assert "stabilty" in looker.place.filters._mistake.text()


def test_nothing_found_is_said_and_no_chart_is_shown(looker: Looker):
    looker.place.arrive(Statistics(query="nowhere"))
    looker.wait()
    assert looker.told == "No card is found by this search."
    assert not looker.board.isVisible()
    looker.place.arrive(Statistics(query="rome"))
    looker.wait()
    assert looker.told == ""
    assert looker.board.isVisible()


def test_a_deck_is_chosen_by_arrow_and_joined_with_the_search(looker: Looker):
    filters = looker.place.filters
    filters.decks.setFocus()
    looker.press(DOWN)
    looker.wait()
    title = looker.school.services.library.files[0].title
    assert looker.place.stats is not None
    assert looker.place.stats.query == f"deck:{title}"
    filters.field.setText("a or b")
    assert filters.query == f"deck:{title} (a or b)"


def test_the_period_is_kept(looker: Looker):
    assert looker.reader.focus.accessibleName() == "Year"
    looker.press(Qt.Key.Key_Right)
    looker.wait()
    assert looker.place.stats is not None
    assert looker.place.stats.period == "all"
    assert looker.school.services.settings.statistics.period == "all"
    looker.reader.window.go_home()
    looker.reader.press("4", modifier=CTRL)
    looker.wait()
    assert looker.place.filters.period == "all"


def test_tables_and_groups_are_kept(looker: Looker):
    looker.board.charts["due"].chart.setFocus()
    looker.press("t")
    assert looker.school.services.settings.statistics.tables == ("due",)
    looker.board.groups.ways.focus_choice()
    looker.press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert looker.board.groups.way == "kinds"
    assert looker.school.services.settings.statistics.way == "kinds"
    looker.reader.restart()
    looker.reader.press("4", modifier=CTRL)
    looker.wait()
    assert looker.board.charts["due"].figures.isVisible()
    assert looker.board.groups.way == "kinds"


def test_numbers_follow_an_answer_without_a_word(looker: Looker):
    board = looker.board
    panels = [id(panel) for panel in board.charts.values()]
    card = looker.school.services.library.shelf.item_of("paris")
    assert card is not None
    looker.school.services.record(review(looker.school.db, card.card_id), looker)
    assert looker.place.gatherer.busy
    assert looker.told == ""
    looker.wait()
    assert looker.place.stats is not None
    assert looker.place.stats.reviews == 14
    assert looker.place.board is board
    assert [id(panel) for panel in board.charts.values()] == panels


def test_a_hard_card_is_edited_looked_back_on_and_suspended(looker: Looker):
    went: list[object] = []
    table = looker.board.hardest.table_view
    key = table.cards.cards[0].card_key
    looker.place.go.disconnect()
    looker.place.go.connect(went.append)
    table.setFocus()
    looker.press(ENTER, "h")
    assert went == [Edit(card=key), CardHistory(card=key)]
    looker.press("s")
    assert looker.told == "1 card suspended"
    assert looker.school.services.card_rows((key,))[0].suspended
    looker.press("z", modifier=CTRL)
    assert looker.told == "Undone: 1 card suspended"
    assert not looker.school.services.card_rows((key,))[0].suspended


def test_h_leads_to_the_history_of_a_card_and_escape_back(looker: Looker):
    looker.board.hardest.table_view.setFocus()
    looker.press("h")
    assert isinstance(looker.reader.window.shown, CardHistoryPlace)
    looker.press(ESC)
    assert looker.place.isVisible()
    assert looker.board.hardest.table_view.hasFocus()


def test_tab_goes_to_the_buttons_below_the_numbers_last(looker: Looker):
    looker.board.strip.chart.setFocus()
    passed: list[QWidget] = [looker.board.strip.chart]
    while passed[-1] is not looker.place.print_button:
        looker.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        passed.append(focus)
    assert any(looker.board.groups.isAncestorOf(widget) for widget in passed)


def test_the_menu_of_a_hard_card(looker: Looker):
    table = looker.board.hardest.table_view
    place = table.viewport().rect().center()
    table.menu_wanted.emit(table.cards.cards[0], place)
    assert menu(looker) == ["Edit", "History", "Suspend", "Save table …"]


def test_one_column_where_there_is_no_room(looker: Looker, qapp: QApplication):
    charts = looker.board.charts
    first, second = charts["retention"], charts["due"]
    assert first.y() == second.y()
    looker.reader.window.resize(720, 760)
    looker.qtbot.waitUntil(lambda: first.y() < second.y())
    looker.reader.window.resize(1100, 760)
    looker.qtbot.waitUntil(lambda: first.y() == second.y())
    theme.install(qapp, theme.Theme(text_percent=150))
    looker.qtbot.waitUntil(lambda: first.y() < second.y())


def test_tab_goes_through_all_panels_in_order(looker: Looker):
    looker.board.strip.chart.setFocus()
    seen = []
    for _ in range(40):
        panel = next(
            (one for one in looker.board.findChildren(Panel) if one.isAncestorOf(looker.reader.focus)), None
        )
        if panel is None:
            break
        if panel not in seen:
            seen.append(panel)
        looker.press(Qt.Key.Key_Tab)
    expected = [panel for row in looker.board.rows for panel in row]
    assert seen == [panel for panel in expected if panel in seen]
    assert len(seen) > 7


def test_escape_goes_back(looker: Looker):
    looker.press(ESC)
    assert looker.reader.window.shown is looker.reader.window.home
