"""The page on formats is made of their declarations, and up to date; what a format guesses is declared."""

import re
from pathlib import Path

import pytest

from quizapp.formats import FORMATS, load, readers
from quizapp.formats.format_help import reference
from tests.formats.seeding import seeds

FILE = Path(__file__).parents[2] / "decks" / "FORMATS.md"
RENEW = "python -m quizapp schema --formats --out decks/FORMATS.md"


def test_the_page_is_up_to_date() -> None:
    assert FILE.read_text(encoding="utf-8") == reference(), RENEW


def test_each_format_has_its_line_and_its_words() -> None:
    page = reference()
    for name in FORMATS:
        one = load(name)
        (line,) = [line for line in page.splitlines() if f"| `{name}` |" in line]
        assert line.startswith(f"| {one.label} |")
        assert all(f"`{suffix}`" in line for suffix in one.suffixes)
        assert [cell.strip() != "" for cell in line.split("|")[4:6]] == [one.reads, one.writes]
        assert ("with progress" in line) == one.carries_progress
        assert f"**{one.label}**: {one.about}" in page
        assert all(f"| `{key}` | {label} |" in page for key, label in one.guesses.items())


@pytest.mark.parametrize("name", [one.name for one in readers()])
def test_what_a_format_guesses_is_declared(name: str) -> None:
    one = load(name)
    for seed in seeds(name):
        for choice in one.read(seed.source(), {}).choices:
            key = re.sub(r":.*", ":N", choice.key)
            assert key in one.guesses
            assert choice.column or one.guesses[key] == choice.label
