"""The list of cards: its rows, what is heard of them, finding, and dragging."""

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from quizapp.ui.editor.card_list import CardList
from quizapp.ui.editor.cards_model import CardsModel
from quizapp.ui.editor.document import NO_CARD, DeckDocument
from quizapp.ui.work import Work
from tests.ui.stage import show
from tests.ui.written import RIVERS, Writer

MOVE = Qt.DropAction.MoveAction
HEARD = Qt.ItemDataRole.AccessibleTextRole


def listed(qtbot: QtBot, work: Work) -> tuple[Writer, CardList]:
    writer = Writer(qtbot, DeckDocument(work), RIVERS)
    cards = CardList(writer.document)
    writer.document.setParent(cards)
    show(qtbot, cards, width=240)
    return writer, cards


def heard(model: CardsModel) -> list[str]:
    return [str(model.index(row).data(HEARD)) for row in range(model.rowCount())]


def test_it_is_a_sound_model(qtmodeltester: ModelTester, qtbot: QtBot, work: Work) -> None:
    writer, cards = listed(qtbot, work)
    qtmodeltester.check(cards.model)
    writer.apply("- q: Which river?", "- q: New\n  a: card\n- q: Which river?")
    writer.wait_read()
    qtmodeltester.check(cards.model)
    assert cards.model.rowCount() == 5


def test_each_row_says_what_it_is_and_what_is_wrong(qtbot: QtBot, work: Work) -> None:
    _, cards = listed(qtbot, work)
    assert heard(cards.model) == [
        "About this deck",
        "Which river?, Recall",
        "What is this: a river?, Unknown kind, has an error",
        "The longest?, Recall",
    ]


def test_cards_that_cannot_be_read_are_found_too(qtbot: QtBot, work: Work) -> None:
    writer, cards = listed(qtbot, work)
    cards.field.setText("RIVER")
    assert [cards.model.card_of(cards.model.index(row)) for row in range(2)] == [0, 1]
    cards.field.setText("river longest")
    assert cards.model.rowCount() == 0
    cards.field.setText("")
    assert cards.model.rowCount() == 4
    assert writer.document.card == 0


def test_a_drop_says_before_which_card(qtbot: QtBot, work: Work) -> None:
    _, cards = listed(qtbot, work)
    dropped: list[int] = []
    cards.drop_wanted.connect(dropped.append)
    model = cards.model
    data = model.mimeData([model.index(1)])
    for row in (0, 1, 3, -1):
        model.dropMimeData(data, MOVE, row, 0, QModelIndex())
    assert dropped == [0, 0, 2, 3]
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert model.flags(model.index(2)) & Qt.ItemFlag.ItemIsDragEnabled


def test_the_row_of_the_caret_is_the_chosen_one(qtbot: QtBot, work: Work) -> None:
    writer, cards = listed(qtbot, work)
    writer.at_line(10)
    assert cards.model.card_of(cards.view.currentIndex()) == 2
    writer.document.select(NO_CARD)
    assert cards.view.currentIndex().row() == 0
    assert cards.chosen == ()
    cards.focus_list()
    qtbot.keyClick(cards.view, Qt.Key.Key_Down)
    assert writer.document.card == 0
