"""A quiz as a web page: whole in itself, nothing runs, the answers folded away."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from quizapp.core.attempt import Posed
from quizapp.core.printed import key_lines, printed
from quizapp.formats import quiz_page
from quizapp.formats.quiz_page import Shown
from tests.core.papers import missing_from, of_question, paper, pieces, squeezed
from tests.course import COURSE, EXAMPLES

WORDS = quiz_page.Words(
    answer="Answer", source="Source: {source}", quoted="“{statement}”", fill_in="Answer to question"
)
DOT = Shown("image/png", b"dot")
VOID = {"meta", "img", "input", "br"}


class Checked(HTMLParser):
    """Reads a page and fails where a tag is not closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def picture(posed: Posed, name: str) -> Shown | None:
    return None if name.endswith("missing.png") else DOT


def page(path: Path) -> str:
    questions = printed(paper(path))
    sources = quiz_page.Sources(picture, lambda source, display: None, str)
    found = quiz_page.write("A & B", "kite-8402", questions, key_lines([questions]), WORDS, sources, "en")
    return found.decode()


@pytest.mark.parametrize("path", [*EXAMPLES, *COURSE], ids=lambda path: path.stem)
def test_each_question_its_options_in_order_and_its_answer(path: Path):
    questions = printed(paper(path))
    read = Checked(page(path))
    wanted = []
    for one, line in zip(questions, key_lines([questions]), strict=True):
        _, *shown = of_question(one)  # a list numbers itself
        wanted += [*shown, "Answer", *pieces(line.markdown or line.expected), *pieces(line.explain)]
    assert missing_from(squeezed("".join(read.words)), wanted) == ""
    assert len(read.all("details")) == len(questions)
    assert all("open" not in attributes for attributes in read.all("details"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_nothing_is_loaded_and_nothing_runs(path: Path):
    read = Checked(page(path))
    assert not read.all("script")
    assert not read.all("link")
    for tag, attributes in read.found:
        assert not [name for name in attributes if name.startswith("on")], tag
        assert (attributes.get("src") or "data:").startswith("data:")
        assert "href" not in attributes
    policy = [one["content"] for one in read.all("meta") if one.get("http-equiv")]
    assert policy == ["default-src 'none'; img-src data:; style-src 'unsafe-inline'"]


def test_titles_are_words_and_fields_have_names():
    text = page(EXAMPLES[0])
    assert "<title>A &amp; B</title>" in text
    read = Checked(page(next(path for path in EXAMPLES if path.stem == "order")))
    fields = [one for one in read.all("input") if one["type"] == "number"]
    assert fields
    assert all((one["aria-label"] or "").startswith("Answer to question ") for one in fields)


def test_a_formula_is_a_picture_on_its_line_or_else_its_source():
    questions = printed(paper(next(path for path in EXAMPLES if path.stem == "match")))
    drawn = quiz_page.Sources(
        picture, lambda source, display: Shown("image/svg+xml", b"<svg/>", 1.2, 0.3), str
    )
    text = quiz_page.write("M", "", questions, key_lines([questions]), WORDS, drawn).decode()
    assert 'style="height:1.200em;vertical-align:-0.300em"' in text
    assert "<code>x^2</code>" in page(next(path for path in EXAMPLES if path.stem == "match"))
