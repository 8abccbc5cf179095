"""Form, YAML and list show one text, whatever is done in which of them; undone, it is what the file said."""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from quizapp.core.problems import QuizError
from quizapp.ui.editor.card_edits import CardEdits
from quizapp.ui.editor.card_list import CardList
from quizapp.ui.editor.document import DeckDocument
from quizapp.ui.editor.fields.cell import Cell
from quizapp.ui.editor.form_slot import FormSlot
from quizapp.ui.editor.yaml_pane import YamlPane
from quizapp.ui.kit import Kit
from quizapp.ui.work import Work
from tests.ui.stage import show

FILE = (
    "\ufefftitle: Mixed\r\nlanguage: en\r\ncards:\r\n"
    "- q: Which river? # the first\r\n  a: Danube\r\n  wrong: [Elbe, Oder]\r\n\r\n"
    "# about the next\r\n- q: 'What: this?'\n  a: no\r\n"
    "- q: broken: here\r\n  a: x\r\n- cloze: |\r\n    {{A}} and {{B}} 😀\r\n  tags: a, b"
)[1:]
"""Two sorts of line ends, comments, quotes, a broken card, no line end at the end."""


class Views(NamedTuple):
    """A document and its views."""

    document: DeckDocument
    form: FormSlot
    yaml: YamlPane
    cards: CardList

    def agree(self) -> None:
        """Hold that all views show the text."""
        document = self.document
        assert self.yaml.text.document().toRawText().replace("\u2029", "\n") == document.text
        assert self.yaml.text.textCursor().position() == document.cursor.position()
        card = document.card
        if card >= 0:
            assert self.form.card.data == document.data(card)


def opened(qtbot: QtBot, work: Work, file_text: str) -> Views:
    document = DeckDocument(work)
    kit = Kit(None, work, None, Path(), Path(), None)  # type: ignore[arg-type]
    views = Views(document, FormSlot(document, kit), YamlPane(document), CardList(document))
    show(qtbot, views.form, views.yaml, views.cards)
    document.setParent(views.yaml)  # which shows it to its end
    document.show_file("mixed.yaml", file_text)
    return views


WORDS = st.text(st.sampled_from("ab: #'\"-{é😀"), min_size=1, max_size=4)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("form"), st.integers(0, 9), WORDS),
        st.tuples(st.just("yaml"), st.integers(0, 200), WORDS),
        st.tuples(st.just("enter"), st.integers(0, 200), st.none()),
        st.tuples(st.just("delete"), st.integers(0, 9), st.none()),
        st.tuples(st.just("move"), st.integers(0, 9), st.none()),
        st.tuples(st.just("select"), st.integers(-1, 4), st.none()),
        st.tuples(st.just("undo"), st.integers(1, 3), st.none()),
        st.tuples(st.just("redo"), st.integers(1, 3), st.none()),
    ),
    max_size=8,
)


def _form(views: Views, number: int, words: str) -> None:
    """Type into a field of the form that is shown."""
    form = views.form.deck if views.document.card < 0 else views.form.card
    cells = [cell for cell in form.fields.findChildren(Cell) if not cell.isReadOnly()]
    if cells:
        cells[number % len(cells)].insertPlainText(words)


def _yaml(views: Views, place: int, words: str) -> None:
    """Type into the text."""
    views.document.go_to(place % (len(views.document.text) + 1))
    cursor = views.yaml.text.textCursor()
    cursor.insertText(words)


def _step(qtbot: QtBot, views: Views, what: str, number: int, words: str | None) -> None:
    document = views.document
    count = max(1, len(document.items))
    if what == "form":
        _form(views, number, words or "")
    elif what == "yaml":
        _yaml(views, number, words or "")
    elif what == "enter":
        document.go_to(number % (len(document.text) + 1))
        qtbot.keyClick(views.yaml.text, Qt.Key.Key_Return)
    elif what == "delete":
        CardEdits(document).delete((number % count,))
    elif what == "move":
        CardEdits(document).move((number % count,), 1)
    elif what == "select":
        document.select(number)
    else:
        for _ in range(number):
            (document.undo if what == "undo" else document.redo)()


@settings(max_examples=min(settings.default.max_examples, 60))  # each types into a whole editor
@given(STEPS)
def test_all_views_show_one_text_and_undo_gives_the_file_back(
    qtbot: QtBot, work: Work, steps: list[tuple[str, int, str | None]]
) -> None:
    views = opened(qtbot, work, FILE)
    views.agree()
    for step in steps:
        with suppress(QuizError):  # it would have changed another card: nothing was done
            _step(qtbot, views, *step)
        views.agree()
    while views.document.file.isUndoAvailable():
        views.document.undo()
        views.agree()
    assert views.document.file.file_text == FILE


@pytest.mark.parametrize("mark", ["", "\r\n"])
def test_a_form_changes_its_card_alone(qtbot: QtBot, work: Work, mark: str) -> None:
    views = opened(qtbot, work, FILE + mark)
    views.document.select(3)
    _form(views, 0, "x")
    text = views.document.file.file_text
    assert text != FILE + mark
    assert text[: FILE.index("- cloze")] == FILE[: FILE.index("- cloze")]
    assert text.endswith("tags: a, b" + mark)
