"""New cards by keys alone: one of each kind from a blank deck, read without a problem."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.kinds import KINDS, AnyKind
from quizapp.formats import yaml_deck, yaml_edit
from quizapp.ui.editor.kind_picker import KEYS, ORDER, KindPicker
from quizapp.ui.editor.new_cards import NewCards
from quizapp.ui.work import Work
from tests.ui.editor.hand import Form
from tests.ui.stage import show

BLANK = "title: Blank\n"
TAB = Qt.Key.Key_Tab
ENTER = Qt.Key.Key_Return
# What a hand types into the fields of a new card, from the first one on.
FILLED: dict[str, tuple[str | Qt.Key, ...]] = {
    "basic": ("Capital of Norway?", TAB, "Oslo"),
    "typed": ("Capital of Norway?", TAB, "Oslo"),
    "choice": ("Capital of Norway?", TAB, "Oslo", TAB, "Bergen", ENTER, "Rome", ENTER),
    "multi": ("Which are primes?", TAB, "2", ENTER, "3", TAB, TAB, "4", ENTER, "6"),
    "cloze": ("The {{Danube}} flows into the {{Black Sea}}.",),
    "true_false": ("Oslo lies in Norway.",),
    "verdict": ("Oslo lies in Norway.",),
    "numeric": ("Days of a week?", TAB, "7"),
    "date": ("When did the Wall fall?", TAB, "1989-11-09"),
    "order": ("Smallest first", TAB, "one", ENTER, "two", ENTER, "three"),
    "list": ("Primes below 6", TAB, "2", ENTER, "3", ENTER, "5"),
    "match": ("Which currency?", TAB, "Poland", TAB, "złoty", ENTER, "Hungary", TAB, "forint"),
    "categorise": ("Sort them", TAB, "Even", ENTER, "2", ENTER, ENTER, "Odd", ENTER, "1"),
    "open": ("What does a plant need?", TAB, "light", ENTER, "water"),
    "image": ("Which part?", TAB, "media/x.svg"),
}


@pytest.fixture
def work(qapp: QApplication) -> Iterator[Work]:
    work = Work()
    yield work
    work.close()


class Bench:
    """A picker above a form, as the editor has them."""

    def __init__(self, qtbot: QtBot, work: Work, text: str) -> None:
        self.form = Form(qtbot, work, text)
        self.picker = KindPicker()
        self.new = NewCards(self.form.document, self.picker)
        self.new.added.connect(self._fill_in)
        self.form.pane.next_wanted.connect(self.new.add_another)
        self.window = show(qtbot, self.picker, self.form.pane, width=900, height=900)
        self.picker.hide()

    def _fill_in(self, card: int) -> None:
        self.form.pane.show_fresh(card)
        self.form.pane.focus_first()

    def press(self, *keys: str | Qt.Key) -> None:
        for key in keys:
            if isinstance(key, str):
                type_text(self.form, key)
            else:
                self.form.key(key)


def type_text(form: Form, text: str) -> None:
    for letter in text:
        if letter.isascii():
            form.type(letter)
        else:
            form.focus.insertPlainText(letter)  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_kind_is_made_by_keys_alone(qtbot: QtBot, work: Work, kind: AnyKind) -> None:
    bench = Bench(qtbot, work, BLANK)
    bench.new.ask()
    bench.press(KEYS[ORDER.index(kind)])
    assert not bench.picker.isVisible()
    assert bench.form.pane.kind is kind
    bench.press(*FILLED[kind.name])
    if kind.name == "image":
        bench.form.change("regions")
        bench.form.document.set_keys(0, {"regions": [{"a part": "20 20 20 20"}]})
    loaded = yaml_deck.read(bench.form.text.encode(), "x.yaml")
    assert [problem.message for problem in loaded.problems] == []
    assert loaded.deck is not None
    (note,) = loaded.deck.notes
    assert note.kind is kind
    assert note.id


def test_the_last_kind_comes_first_and_enter_takes_it(qtbot: QtBot, work: Work) -> None:
    bench = Bench(qtbot, work, BLANK)
    bench.new.ask()
    bench.press("3")
    assert bench.form.pane.kind is ORDER[2]
    bench.new.ask()
    bench.press(ENTER)
    assert len(bench.form.document.items) == 2
    assert bench.form.document.card == 1
    assert bench.form.pane.kind is ORDER[2]


def test_arrows_walk_and_esc_leaves(qtbot: QtBot, work: Work) -> None:
    bench = Bench(qtbot, work, BLANK)
    left = []
    bench.new.left.connect(lambda: left.append(1))
    bench.new.ask()
    bench.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert bench.picker.buttons[ORDER[1]].hasFocus()
    bench.press(Qt.Key.Key_Escape)
    assert left == [1]
    assert not bench.picker.isVisible()
    assert bench.form.text == BLANK


def test_adding_in_a_row_keeps_tags_and_source(qtbot: QtBot, work: Work) -> None:
    bench = Bench(qtbot, work, "cards:\n- q: One?\n  a: 1\n  tags: [x, y]\n  source: A book\n  at: page 3\n")
    bench.form.pane.focus_first()
    bench.form.key(ENTER, Qt.KeyboardModifier.ControlModifier)
    assert bench.form.document.card == 1
    bench.press("Two?", TAB, "2")
    bench.form.key(ENTER, Qt.KeyboardModifier.ControlModifier)
    bench.press("Three?", TAB, "3")
    cards = [yaml_edit.item_data(bench.form.text, card) for card in range(3)]
    assert [card["q"] for card in cards] == ["One?", "Two?", "Three?"]
    assert all(card["tags"] == ["x", "y"] and card["source"] == "A book" for card in cards)
    assert len({str(card.get("id")) for card in cards}) == 3
    assert "at" not in cards[1]


def test_what_is_empty_in_a_fresh_card_is_no_mistake_yet(qtbot: QtBot, work: Work) -> None:
    bench = Bench(qtbot, work, "cards:\n- q: One?\n  a: 1\n")
    bench.new.ask()
    bench.press(ENTER)
    bench.form.read()
    assert bench.form.document.problems_of(1)
    assert not any(block._problem.isVisible() for block in bench.form.pane.fields.blocks.values())
    bench.form.document.select(0)
    bench.form.document.select(1)
    bench.form.read()
    assert any(block._problem.isVisible() for block in bench.form.pane.fields.blocks.values())


def test_it_is_written_as_by_a_person(qtbot: QtBot, work: Work) -> None:
    bench = Bench(qtbot, work, BLANK)
    bench.new.ask()
    bench.press("1", "Capital of Norway?", TAB, "Oslo")
    (card,) = [yaml_edit.item_data(bench.form.text, 0)]
    assert bench.form.text.endswith(f"- id: {card['id']}\n  q: Capital of Norway?\n  a: Oslo\n")


def test_undo_takes_the_card_away(qtbot: QtBot, work: Work) -> None:
    bench = Bench(qtbot, work, BLANK)
    bench.new.ask()
    bench.press("1")
    bench.form.document.undo()
    assert bench.form.text == BLANK
