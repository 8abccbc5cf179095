"""The reference page: current, complete and well formed."""

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from quizapp.commands import schema as command
from quizapp.core.deck import Language
from quizapp.core.kinds import KINDS
from quizapp.core.kinds.base import Accept
from quizapp.formats import fields as readers
from quizapp.formats import reference
from quizapp.formats.card_keys import CARD_KEYS, DECK_KEYS
from quizapp.formats.yaml_deck import read
from tests.course import DECKS, EXAMPLES

RENEW = "python -m quizapp schema --reference --out decks/REFERENCE.md"
FILE = DECKS / "REFERENCE.md"


@pytest.fixture(scope="module")
def page() -> str:
    return reference.reference({path.stem: path.read_text(encoding="utf-8") for path in EXAMPLES})


def test_the_page_is_current(page: str) -> None:
    assert FILE.read_text(encoding="utf-8") == page, f"renew it: {RENEW}"


def test_the_command_writes_it(page: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from quizapp.__main__ import main

    assert main(["schema", "--reference"]) == 0
    assert capsys.readouterr().out == page
    assert RENEW in page
    assert command.run.__doc__


def test_every_key_is_on_it(page: str) -> None:
    assert [key for key in CARD_KEYS | DECK_KEYS if f"`{key}`" not in page] == []
    assert [kind.name for kind in KINDS if f"\n### {kind.name}\n" not in page] == []


def test_its_tables_and_links_hold(page: str) -> None:
    rows = [re.sub(r"\\\|", "", line).count("|") for line in page.splitlines() if line.startswith("| ")]
    assert set(rows) == {4}
    anchors = {re.sub(r" ", "-", title.lower()) for title in re.findall(r"^#+ (.+)$", page, re.MULTILINE)}
    for link in re.findall(r"\]\(([^)]+)\)", page):
        assert link[1:] in anchors if link.startswith("#") else (DECKS / link).is_file()
    html = MarkdownIt().enable("table").render(page)
    assert html.count("<table>") == len(KINDS) + 4


def test_its_examples_are_sound(page: str) -> None:
    for text in re.findall(r"^```yaml\n(.*?)^```", page, re.MULTILINE | re.DOTALL):
        loaded = read(text.encode(), "example.yaml")
        assert loaded.deck is not None
        assert loaded.deck.notes
        assert {problem.code for problem in loaded.problems} <= {"source_unknown"}


def test_each_type_that_is_read_has_words() -> None:
    assert reference.SIMPLE.keys() == readers._SIMPLE.keys() - {Language}
    assert reference.GENERIC.keys() == readers._GENERIC.keys()


@pytest.mark.parametrize(
    ("annotation", "words"),
    [
        (tuple[tuple[str, str], ...], "list; each item `left: right`"),
        (tuple[tuple[str, ...], ...], "list; each item list of texts"),
        (dict[str, tuple[str, ...]], "map; behind each name list of texts"),
        (tuple[Accept, ...], "list; each item text, or `{text, credit}`"),
        (int | None, "whole number"),
    ],
)
def test_forms_in_words(annotation: object, words: str) -> None:
    assert reference.form(annotation) == words
