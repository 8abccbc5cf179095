from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt

from quizapp.core.overview import DayCount, DeckRow, Overview, courses, narrowed
from quizapp.ui.models.cards import ASIDE, FoundModel, MissedModel
from quizapp.ui.models.decks import VALUE, Column, DeckModel, listed, share
from tests.ui.samples import FOUND, MISSED, OVERVIEW, ROWS, TWO_COURSES, heard

ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole


def words(model, role=Qt.ItemDataRole.DisplayRole):
    return [
        [model.index(row, column).data(role) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_decks_keep_the_rules_of_models(qtmodeltester):
    model = DeckModel()
    qtmodeltester.check(model, force_py=True)
    for rows in (TWO_COURSES, ROWS, tuple(reversed(ROWS)), ROWS[:1], ()):
        model.show_rows(rows)
        model.show_rows(rows)


def test_cards_keep_the_rules_of_models(qtmodeltester):
    for model, values in ((FoundModel(), FOUND), (MissedModel(), MISSED)):
        qtmodeltester.check(model, force_py=True)
        model.show_values(values)
        model.show_values(values[:1])


def test_a_deck_in_a_row():
    model = DeckModel()
    model.show_rows(ROWS)
    assert words(model)[0] == ["The orders of 2025", "41 %", "8", "3", "12"]
    assert words(model)[3] == ["What the author claims", "not started", "12", "–", "–"]
    assert model.index(2, Column.DUE).data(VALUE) == ROWS[2]
    assert model.index(0, Column.NAME).data(Qt.ItemDataRole.EditRole) is None
    assert QModelIndex().data() is None
    assert model.data(QModelIndex()) is None


def test_names_of_the_columns():
    model = DeckModel()
    across = Qt.Orientation.Horizontal
    names = [model.headerData(column, across) for column in range(model.columnCount())]
    assert names == ["Deck", "Likely recalled", "New", "Learning", "Due"]
    right = Qt.AlignmentFlag.AlignRight
    at_right = [bool(model.headerData(column, across, ALIGNMENT) & right) for column in range(5)]
    assert at_right == [False, False, True, True, True]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(9, across) is None
    assert model.headerData(0, across, Qt.ItemDataRole.DecorationRole) is None


def test_numbers_stand_at_the_right():
    model = DeckModel()
    model.show_rows(ROWS)
    assert bool(model.index(0, Column.DUE).data(ALIGNMENT) & Qt.AlignmentFlag.AlignRight)
    assert bool(model.index(0, Column.NAME).data(ALIGNMENT) & Qt.AlignmentFlag.AlignLeft)


def test_a_screen_reader_gets_a_sentence():
    model = DeckModel()
    one = DeckRow(deck_key=9, title="One", course="", recalled=0.5, new=1, due=1, learning=1, problems=1)
    model.show_rows((ROWS[1], ROWS[3], one))
    assert [row[0] for row in words(model, ACCESSIBLE)] == [
        "Groups on the list, 9 due, 2 learning, 78 % likely recalled",
        "What the author claims, none due, 12 new, not started",
        "One, 1 due, 1 learning, 1 new, 1 problem, 50 % likely recalled",
    ]
    assert words(model, ACCESSIBLE)[0][1:] == ["78 %", "–", "2", "9"]


def test_numbers_change_without_a_reset():
    model = DeckModel()
    model.show_rows(ROWS)
    resets, changes = heard(model.modelReset), heard(model.dataChanged)
    model.show_rows((DeckRow(deck_key=1, title="Other words", course="Force", due=99), *ROWS[1:]))
    assert not resets
    assert len(changes) == 1
    assert model.index(0, Column.DUE).data() == "99"
    model.show_rows(ROWS[1:])
    assert len(resets) == 1
    assert model.row_of(3) == 1
    assert model.row_of(1) is None
    model.show_rows(())
    model.show_rows(())
    assert model.rowCount() == 0


def test_decks_of_a_course_stand_together():
    assert [row.deck_key for row in listed(TWO_COURSES, [])] == [1, 2, 7, 8]


def test_decks_are_found_by_all_words_in_any_case():
    assert [row.deck_key for row in listed(ROWS, ["THE"])] == [1, 2, 3, 6]
    assert [row.deck_key for row in listed(ROWS, ["list", "groups"])] == [2]
    assert listed(ROWS, ["list", "fentanyl"]) == ()


def test_decks_are_found_without_their_marks():
    mexico = DeckRow(deck_key=4, title="México", course="")
    assert listed((mexico,), ["mexico"]) == listed((mexico,), ["méx"]) == (mexico,)


def test_share():
    assert share(0.0) == "0 %"
    assert share(0.784) == "78 %"
    assert share(1.0) == "100 %"


def test_found_and_missed_cards():
    found, missed = FoundModel(), MissedModel()
    found.show_values(FOUND)
    missed.show_values(MISSED)
    assert words(found)[0] == ["When was the list made?"]
    assert words(found, ASIDE)[0] == ["Groups on the list"]
    assert words(found, ACCESSIBLE)[0] == ["When was the list made?, Groups on the list"]
    assert [row[0] for row in words(missed, ASIDE)[:3]] == ["2013", "7/15", "National Guard"]
    assert [row[0] for row in words(missed, ACCESSIBLE)[:3]] == [
        "Since when have deaths climbed?, wrong, right answer: 2013",
        "Put these in order, partly right 7/15, right answer: a, b, c",
        "Whom did Mexico send?, not known, right answer: National Guard",
    ]
    assert missed.index(0, 0).data(VALUE) == MISSED[0]
    assert missed.index(0, 0).data(Qt.ItemDataRole.EditRole) is None
    assert missed.data(QModelIndex()) is None


rows = st.builds(
    DeckRow,
    deck_key=st.integers(0, 99),
    title=st.text(max_size=9),
    course=st.sampled_from(["", "a", "b"]),
    new=st.integers(0, 50),
    learning=st.integers(0, 9),
    due=st.integers(0, 50),
)
counts = st.integers(0, 200)


@given(
    st.builds(
        Overview,
        today=st.just(5),
        rows=st.lists(rows, max_size=6).map(tuple),
        due=counts,
        new=counts,
        new_waiting=counts,
        learning=counts,
        seconds=counts,
        next_due=st.just(DayCount(6, 1)),
    )
)
def test_a_course_is_a_part_of_the_whole(overview):
    parts = [narrowed(overview, course) for course in courses(overview)]
    assert sorted(row.deck_key for part in parts for row in part.rows) == sorted(
        row.deck_key for row in overview.rows
    )
    for part in parts:
        assert part.due == min(overview.due, sum(row.due + row.learning for row in part.rows))
        assert part.new <= min(overview.new, part.new_waiting)
        assert 0 <= part.learning <= overview.learning
        assert part.seconds >= 0
        assert part.next_due is None
        if overview.due:
            assert part.seconds <= max(overview.seconds, overview.seconds * overview.new / overview.due)


def test_the_time_of_a_course_is_its_share():
    whole = Overview(today=1, rows=(ROWS[0], ROWS[1]), due=26, new=0, new_waiting=8, seconds=210)
    other = DeckRow(deck_key=5, title="", course="Other", due=7)
    assert narrowed(whole, "Force").seconds == 210
    both = Overview(today=1, rows=(ROWS[0], other), due=22, new=0, new_waiting=8, seconds=220)
    assert narrowed(both, "Other").seconds == 70
    assert narrowed(OVERVIEW, "none").seconds == 0
