"""The page on searching: current, complete, and every example in it is a query."""

import re
from pathlib import Path

import pytest

from quizapp.__main__ import main
from quizapp.core import query_help
from quizapp.core.query import KEYS, parse

FILE = Path(__file__).parents[2] / "decks" / "SEARCH.md"
RENEW = "python -m quizapp schema --search --out decks/SEARCH.md"


def test_the_page_is_current(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--search"]) == 0
    page = capsys.readouterr().out
    assert FILE.read_text(encoding="utf-8") == page, f"renew it: {RENEW}"
    assert RENEW in page


def test_every_key_name_and_word_is_on_it() -> None:
    page = query_help.reference()
    for key in KEYS:
        for name in (key.name, *key.aliases):
            assert f"`{name}:`" in page
        for choice in key.values.choices:
            assert f"`{key.name}:{choice.word}`" in page


def test_every_example_is_a_query() -> None:
    lines = [*query_help.SYNTAX, *(line for key in KEYS for line in query_help.words_of(key))]
    for line in lines:
        assert parse(line.example).mistakes == ()
    for row in query_help.reference().splitlines():
        if row.startswith("| `"):
            assert len(re.split(r"(?<!\\)\|", row)) == 4
