"""The file as text, written by keyboard: indentation, lists, faults, colours, one caret."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from quizapp.ui import theme
from quizapp.ui.editor.document import DeckDocument
from quizapp.ui.editor.yaml_pane import YamlPane
from quizapp.ui.work import Work
from tests.ui.stage import role_and_name, show
from tests.ui.written import RIVERS, Writer


class Typist(Writer):
    """Somebody at the pane."""

    def __init__(self, qtbot: QtBot, document: DeckDocument) -> None:
        super().__init__(qtbot, document, RIVERS)
        self.pane = YamlPane(document)
        document.setParent(self.pane)  # which shows it to its end
        show(qtbot, self.pane, height=700)
        self.pane.setMinimumHeight(600)
        self.pane.setFocus()

    def key(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        self.qtbot.keyClick(self.pane.text, key, held)

    def type(self, text: str) -> None:
        for number, line in enumerate(text.split("\n")):
            if number:
                self.key(Qt.Key.Key_Return)
            self.qtbot.keyClicks(self.pane.text, line)

    def end_of_line(self, line: int) -> None:
        self.at_line(line)
        self.key(Qt.Key.Key_End)

    def line(self, number: int) -> str:
        return self.document.text.split("\n")[number - 1]


@pytest.fixture
def typist(qtbot: QtBot, work: Work) -> Typist:
    return Typist(qtbot, DeckDocument(work))


def test_a_card_is_written_without_a_space_for_the_indentation(typist: Typist) -> None:
    typist.end_of_line(10)
    typist.key(Qt.Key.Key_Return)
    typist.key(Qt.Key.Key_Backtab)
    typist.type("- q: Which?\na: Elbe\nwrong:\nOder\nRhine: It is longer.\n\nexplain: |-\nSo it is.")
    assert typist.document.text.endswith(
        "- q: Which?\n  a: Elbe\n  wrong:\n  - Oder\n  - Rhine: It is longer.\n  explain: |-\n    So it is.\n"
    )
    typist.wait_read()
    note = typist.document.note(3)
    assert note is not None
    assert note.kind.name == "choice"


def test_tab_indents_by_spaces_and_back(typist: Typist) -> None:
    typist.at_line(4)
    typist.key(Qt.Key.Key_Tab)
    assert typist.line(4) == "    a: Danube"
    typist.key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert typist.line(4) == "  a: Danube"
    typist.key(Qt.Key.Key_Backtab)
    typist.key(Qt.Key.Key_Backtab)
    assert typist.line(4) == "a: Danube"


def test_chosen_lines_move_together_and_come_back_at_one_stroke(typist: Typist) -> None:
    typist.at_line(3)
    for _ in range(3):
        typist.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    typist.key(Qt.Key.Key_Tab)
    assert [typist.line(line) for line in (3, 4, 5)] == [
        "  - q: Which river?",
        "    a: Danube",
        "    hint: Budapest?",
    ]
    typist.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert typist.document.text == RIVERS


def test_no_tab_comes_in_by_pasting(typist: Typist) -> None:
    pasted = QMimeData()
    pasted.setText("\n\thint: a\tb\n \t- c")
    typist.end_of_line(10)
    typist.pane.text.insertFromMimeData(pasted)
    assert typist.document.text.endswith("Volga\n  hint: a\tb\n   - c\n")


def test_undo_and_redo_are_the_documents(typist: Typist) -> None:
    typist.apply("Danube", "Elbe")
    typist.at_line(10)
    typist.type("x")
    for _ in range(2):
        typist.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert typist.document.text == RIVERS
    assert typist.document.card == 0
    typist.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
    assert "Elbe" in typist.document.text


def test_the_caret_is_the_documents(typist: Typist) -> None:
    typist.document.select(2)
    assert typist.pane.text.textCursor().blockNumber() == 8
    for _ in range(2):
        typist.key(Qt.Key.Key_Up)
    assert typist.document.card == 1


def test_a_fault_is_boxed_and_underlined(typist: Typist) -> None:
    text = typist.pane.text
    block = text.document().findBlockByNumber(6)
    (fault,) = text.faults_of(block)
    line = block.text()
    assert line[fault.boxed] == ":"
    assert line[: fault.boxed] == "- q: What is this"
    assert line[fault.start : fault.end] == ": a"
    assert text.faults_of(block.next()) == []


def test_a_warning_is_underlined_without_a_box(typist: Typist) -> None:
    typist.apply("hint:", "himt:")
    typist.wait_read()
    block = typist.pane.text.document().findBlockByNumber(4)
    (fault,) = typist.pane.text.faults_of(block)
    assert (fault.severity, block.text()[fault.start : fault.end], fault.boxed) == ("warning", "himt", -1)


def test_the_line_of_an_error_is_tinted(typist: Typist) -> None:
    image = typist.pane.grab().toImage()
    place = typist.pane.text.blockBoundingGeometry(typist.document.file.findBlockByNumber(6))
    y = round(place.center().y()) + 12
    assert image.pixelColor(image.width() - 40, y) == theme.color("badsoft")
    assert image.pixelColor(image.width() - 40, y + 22) == theme.color("card")


def test_keys_have_their_colour_and_follow_the_theme(typist: Typist) -> None:
    def inks() -> list[QColor]:
        block = typist.document.file.findBlockByNumber(2)
        return [part.format.foreground().color() for part in block.layout().formats()]

    assert inks() == [theme.color(token) for token in ("mut", "accink", "mut")]
    theme.install(_app(), theme.Theme(scheme="dark"))
    assert inks() == [theme.color(token) for token in ("mut", "accink", "mut")]


def _app() -> object:
    from PySide6.QtWidgets import QApplication

    return QApplication.instance()


def test_nothing_is_written_into_a_file_for_reading(typist: Typist) -> None:
    typist.pane.show_read_only(True)
    typist.type("x\ny")
    typist.key(Qt.Key.Key_Tab)
    assert typist.document.text == RIVERS


def test_it_says_what_it_is(typist: Typist) -> None:
    assert role_and_name(typist.pane.text)[1] == "The file as YAML"


def test_keys_are_offered_and_taken_by_tab(typist: Typist) -> None:
    popup = typist.pane.text.completion.popup
    typist.end_of_line(10)
    typist.type("\nsta")
    assert [offer.head for offer in popup.offers] == ["statement:", "status:"]
    typist.key(Qt.Key.Key_Down)
    typist.key(Qt.Key.Key_Tab)
    assert typist.line(11) == "  status: "
    assert [offer.head for offer in popup.offers][:2] == ["fact", "claim"]
    typist.key(Qt.Key.Key_Escape)
    assert not popup.isVisible()
    typist.type("fa")
    typist.key(Qt.Key.Key_Tab)
    assert typist.line(11) == "  status: fact"
    assert not popup.isVisible()
    typist.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not popup.isVisible()


def test_within_a_text_nothing_is_offered(typist: Typist) -> None:
    typist.at_line(4)
    typist.key(Qt.Key.Key_Right)
    typist.key(Qt.Key.Key_Right)
    typist.type("b")
    assert not typist.pane.text.completion.popup.isVisible()
