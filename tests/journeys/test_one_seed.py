"""One seed, four outputs: screen, screen reader, export and paper have the same questions and options."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from quizapp.core.attempt import Posed
from quizapp.core.exam import new_code
from quizapp.core.kinds.base import Picked
from quizapp.core.plan import Plan
from quizapp.formats import exam_out
from quizapp.store import exams, papers
from quizapp.ui.examiner import Examiner
from quizapp.ui.navigation import TakeExam
from quizapp.ui.screens.exam import ExamPlace
from quizapp.ui.screens.exam_desk import ExamDesk
from quizapp.ui.screens.exam_result import ExamResultPlace
from quizapp.ui.widgets.choice_row import ChoiceRow
from quizapp.ui.widgets.order_row import OrderRow
from quizapp.ui.widgets.place_row import CapRow
from tests.core.papers import missing_from, squeezed
from tests.store.made import hasty
from tests.store.shelves import World
from tests.ui.learning import School
from tests.ui.paper.printing import papers as on_paper
from tests.ui.paper.printing import quiz_pdf, text
from tests.ui.reader import ALT, Reader

EXAMPLES = sorted((Path(__file__).parents[2] / "decks" / "examples").glob("*.yaml"))
PLAN = Plan(count=30, confidence=False)
CODE = new_code(2_024)
_HOLE = re.compile(r"\[[^\]]*\]|“|”")
_OPTIONS = (QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton)


class Page(Struct, frozen=True):
    """A question as one output has it."""

    question: str
    options: tuple[tuple[str, ...], ...]
    """Column by column."""


@pytest.fixture
def reader(qtbot: QtBot, tmp_path: Path) -> Iterator[Reader]:
    school = School(tmp_path)
    for file in EXAMPLES:
        school.world.save(file.name, file.read_text(encoding="utf-8"))
    school.world.refresh()
    reader = Reader(qtbot, school)
    yield reader
    reader.close()
    school.close()


def letters(words: str) -> str:
    """What can be compared: a PDF writes fi with one letter."""
    return squeezed(unicodedata.normalize("NFKC", words))


def words_of(page: Page) -> list[str]:
    """What a PDF has of a question, in order: its words between gaps."""
    return [letters(words) for words in _HOLE.split(page.question)]


def elsewhere(folder: Path) -> tuple[Posed, ...]:
    """The paper of the same plan, code and decks on another machine, which read them in another order."""
    with hasty(folder / "data", seed=99) as db:
        world = World(db, folder / "decks")
        for file in reversed(EXAMPLES):
            world.save(file.name, file.read_text(encoding="utf-8"))
            world.refresh()
        keys = [key for (key,) in db.con.execute("SELECT card_key FROM cache.shelf ORDER BY card_key DESC")]
        _, found = papers.Papers(db, world.library.shelf).make(PLAN, papers.candidates(db, keys), CODE)
    return found


def seen(desk: ExamDesk) -> Page:
    """Where the rows stand, and the words that are painted in them."""
    rows: list[ChoiceRow | OrderRow] = [
        row
        for kind in (ChoiceRow, OrderRow)
        for row in desk.column.answer.findChildren(kind)
        if row.isVisible()
    ]
    columns: dict[tuple[str, int], list[tuple[tuple[int, int], str]]] = {}
    for row in rows:
        at = row.mapTo(desk, row.rect().topLeft())
        column = (type(row).__name__, at.x() if isinstance(row, CapRow) else 0)
        words = row.words if isinstance(row, OrderRow) else row.plain
        columns.setdefault(column, []).append(((at.y(), at.x()), words))
    options = tuple(tuple(words for _, words in sorted(columns[key])) for key in sorted(columns))
    return Page(desk.column.question_text, options)


def heard(desk: ExamDesk) -> tuple[str, tuple[str, ...]]:
    """What a screen reader finds: the question, and the names of all options in its order."""
    column = QAccessible.queryAccessibleInterface(desk.column)
    answer = QAccessible.queryAccessibleInterface(desk.column.answer)
    names = " ".join(name for _, name in named(column))
    return names, tuple(name for role, name in named(answer) if role in _OPTIONS)


def named(interface: QAccessibleInterface | None) -> Iterator[tuple[QAccessible.Role, str]]:
    if interface is None:
        return
    words = interface.text(QAccessible.Text.Name) or interface.text(QAccessible.Text.Value)
    yield interface.role(), words
    for index in range(interface.childCount()):
        yield from named(interface.child(index))


def test_screen_screen_reader_export_and_paper_agree(reader: Reader, tmp_path: Path):
    examiner = Examiner(reader.school.services)
    candidates = examiner.candidates(Plan(query="deck:* -deck:Rivers"))
    attempt = examiner.begin(PLAN, "Rivers", candidates, CODE)
    assert attempt is not None
    reader.window.go(TakeExam(session_id=attempt.session_id))
    place = reader.window.shown
    assert isinstance(place, ExamPlace)
    desk, screen = place.desk, []
    for at, posed in enumerate(attempt.questions):
        assert desk.here == at
        page = seen(desk)
        screen.append(page)
        question, names = heard(desk)
        assert page.question in question
        options = [words for column in page.options for words in column]
        assert [name[: len(words)] for name, words in zip(names, options, strict=False)] == options
        if posed.kind.answer is Picked:
            reader.press("1")
        else:
            reader.press("0", modifier=ALT)
    reader.press(Qt.Key.Key_Return)
    assert isinstance(reader.window.shown, ExamResultPlace)
    assert len({posed.kind.name for posed in attempt.questions}) >= 9

    done = exams.load(reader.school.db, attempt.session_id)
    assert done is not None
    exported = list(csv.DictReader(io.StringIO(exam_out.to_csv([done]).decode(), newline="")))
    assert [int(row["number"]) for row in exported] == list(range(1, 31))
    for row, posed, page in zip(exported, attempt.questions, screen, strict=True):
        assert row["card"] == posed.card_id
        if posed.kind.answer is Picked:
            assert row["given"] == page.options[0][0]

    printed = elsewhere(tmp_path / "elsewhere")
    assert [posed.card_id for posed in printed] == [posed.card_id for posed in attempt.questions]
    assert [posed.prompt() for posed in printed] == [posed.prompt() for posed in attempt.questions]
    read = letters(text(quiz_pdf(tmp_path, on_paper(printed))))
    starts = [0]
    for number, page in enumerate(screen, 1):
        starts.append(read.index(f"{number}.{words_of(page)[0]}", starts[-1]))
    for page, start, end in zip(screen, starts[1:], [*starts[2:], len(read)], strict=True):
        part = read[start:end]
        assert missing_from(part, words_of(page)) == ""
        for column in page.options:
            assert missing_from(part, [letters(option) for option in column]) == "", (part, column)
