"""Papers as PDF: questions, order and options are those of the screen, and can be selected."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from quizapp.core.printed import key_lines
from quizapp.ui import theme
from quizapp.ui.paper.press import Setup
from quizapp.ui.paper.setting import runs_left
from tests.core.papers import missing_from, of_question, paper, pieces, squeezed
from tests.course import COURSE, EXAMPLES
from tests.ui.paper.printing import key_pdf, papers, quiz_pdf, sizes, text

pytestmark = pytest.mark.usefixtures("plain")


@pytest.mark.parametrize("path", [*EXAMPLES, *COURSE], ids=lambda path: path.stem)
def test_a_quiz_on_paper_is_that_of_the_screen(tmp_path: Path, path: Path):
    """Each question with its number, and its options as its prompt has them, in this order."""
    (found,) = papers(paper(path))
    if not found.questions:  # nothing in it can be graded
        return
    read = squeezed(text(quiz_pdf(tmp_path, [found])))
    for one in found.questions:
        shown = getattr(one.prompt, "options", ()) or getattr(one.prompt, "items", ())
        offered = getattr(one.form, "options", ()) or getattr(one.form, "items", ())
        if offered and shown:
            assert [getattr(option, "text", option) for option in shown] == list(offered)
    wanted = [piece for one in found.questions for piece in of_question(one)]
    assert missing_from(read, wanted) == ""


@pytest.mark.parametrize("path", COURSE, ids=lambda path: path.stem)
def test_the_key_holds_number_letter_and_words_of_each_question(tmp_path: Path, path: Path):
    found = papers(paper(path), 2)
    lines = key_lines([one.questions for one in found])
    read = squeezed(text(key_pdf(tmp_path, found)))
    wanted = []
    for line in lines:
        wanted += [f"{line.numbers[0]}.", squeezed(line.keys[0]), *pieces(line.markdown or line.expected)]
        wanted += [squeezed(f"Version B: question {line.numbers[1]}, {line.keys[1]}")]
        wanted += [*pieces(line.explain), *(squeezed(f"Source: {source}") for source in line.source)]
    assert missing_from(read, [piece for piece in wanted if piece]) == ""


def test_versions_differ_in_order_and_share_the_key(tmp_path: Path):
    found = papers(paper(COURSE[0]), 4)
    read = squeezed(text(quiz_pdf(tmp_path, found)))
    wanted = [piece for one_paper in found for one in one_paper.questions for piece in of_question(one)]
    assert missing_from(read, wanted) == ""
    assert [squeezed(f"Version {letter}") in read for letter in "ABCD"] == [True] * 4
    assert len({tuple(one.posed.card_id for one in one_paper.questions) for one_paper in found}) == 4


def test_pages_are_numbered_and_named(tmp_path: Path):
    reader = quiz_pdf(tmp_path, papers(paper(COURSE[0])))
    count = len(reader.pages)
    assert count > 1
    for number, page in enumerate(reader.pages, 1):
        words = page.extract_text().replace("\t", " ")
        assert words.endswith(f"{number} / {count}")
        assert "Rivers · kite-8402" in words
    assert reader.metadata is not None
    assert reader.metadata.title == "Rivers"
    first = reader.pages[0].extract_text().replace("\t", " ")
    assert "Name" in first
    assert "Date" in first


@pytest.mark.parametrize(("setup", "width", "height"), [("A4", 595, 842), ("Letter", 612, 792)])
def test_paper_sizes(tmp_path: Path, setup: str, width: int, height: int):
    page = quiz_pdf(tmp_path, papers(paper(EXAMPLES[0])), Setup(size=setup)).pages[0]  # type: ignore[arg-type]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (width, height)


def test_large_print_is_18_points_whatever_the_screen_has(tmp_path: Path, qapp: QApplication):
    theme.install(qapp, theme.Theme(scheme="dark", text_percent=200))
    found = papers(paper(COURSE[0]))
    normal = quiz_pdf(tmp_path, found)
    assert 11.2 in sizes(normal)
    large = quiz_pdf(tmp_path, found, Setup(large=True))
    assert 18.0 in sizes(large)
    assert min(sizes(large)) > 15
    assert len(large.pages) > len(normal.pages)
    assert theme.current().scheme == "dark"


def test_a_long_question_goes_over_pages_without_loss(tmp_path: Path):
    posed = paper(EXAMPLES[-2])[0]
    words = [f"word{number}" for number in range(1500)]
    long = replace(posed, note=replace(posed.note, question=replace(posed.asked, q=" ".join(words))))
    reader = quiz_pdf(tmp_path, papers([long]))
    assert len(reader.pages) > 1
    assert missing_from(squeezed(text(reader)), words) == ""
    assert squeezed(text(reader)).count("word700") == 1


@pytest.mark.parametrize(
    ("words", "left"),
    [("Rome", False), ("", False), ("12 אבג", True), ("“عربي”", True), ("1 + 1 = 2", False)],
)
def test_which_way_a_question_runs(words: str, left: bool):
    assert runs_left(words) is left
