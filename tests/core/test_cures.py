"""Headings and verbs: each code that a deck may be told has its own, and every cure a verb."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.core import cures
from quizapp.core.cures import ENTRIES, TITLES_BY_SIGN
from quizapp.core.fits import MESSAGES as OF_FITS
from quizapp.core.import_words import IMPORT_MESSAGES
from quizapp.core.kinds import KINDS
from quizapp.core.problems import MESSAGES, Fix, Problem
from quizapp.core.progress_words import PROGRESS_MESSAGES
from quizapp.core.reviews_in import MESSAGES as OF_REVIEWS_IN

SOURCES = sorted((Path(__file__).parents[2] / "quizapp").rglob("*.py"))


def _thrown() -> Iterator[str]:
    """Codes that only exceptions carry: they are about the learner's files and what was asked for."""
    for file in SOURCES:
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "QuizError":
                yield from (word.value for word in ast.walk(call.args[0]) if isinstance(word, ast.Constant))


def test_every_code_of_a_deck_has_a_heading() -> None:
    elsewhere = IMPORT_MESSAGES.keys() | PROGRESS_MESSAGES.keys() | OF_REVIEWS_IN.keys() | OF_FITS.keys()
    untitled = MESSAGES.keys() - ENTRIES.keys() - set(_thrown()) - elsewhere
    assert {code for code in untitled if not code.startswith("media_no_")} == set()
    assert ENTRIES.keys() <= MESSAGES.keys()


@pytest.mark.parametrize("code", ENTRIES)
def test_headings_are_short_and_take_the_arguments_of_their_sentence(code: str) -> None:
    entry = ENTRIES[code]
    given = set(re.findall(r"(?<!{){(\w+)}", MESSAGES[code][1]))
    assert set(re.findall(r"{(\w+)}", entry.title)) <= given
    assert len(entry.title) <= 40
    assert entry.title[0].isupper() or entry.title[0] == "“"
    for words in (entry.title, entry.cure, entry.removal):
        assert not words.endswith((".", " "))
        assert "'" not in words
    assert len(entry.cure) <= 24
    assert not entry.safe or entry.cure


def test_kinds_head_each_of_their_messages() -> None:
    for kind in KINDS:
        for words in kind.words:
            assert words.titles.keys() == words.messages.keys()
            assert words.rewrites.keys() <= words.messages.keys()
            assert all(f"{{{name}}}" in words.messages[code][1] for code, name in words.rewrites.items())


def _problem(code: str, fix: Fix | None = None, **args: str) -> Problem:
    return Problem(code=code, args=args, fix=fix)


def test_a_sign_of_yaml_is_named() -> None:
    for sign, title in TITLES_BY_SIGN.items():
        assert cures.title(_problem("quote_needed", character=sign)) == title
    assert cures.title(_problem("quote_needed", character="?")) == ENTRIES["quote_needed"].title
    assert cures.title(_problem("quote_broken", character=":")) == ENTRIES["quote_broken"].title


def test_a_cure_is_a_verb_where_there_is_a_fix() -> None:
    removal, change = Fix(0, 4, ""), Fix(0, 4, "text")
    assert cures.cure(_problem("option_empty")) == ""
    assert cures.cure(_problem("option_empty", removal)) == "Remove the key"
    assert cures.cure(_problem("option_empty", change)) == "Put in quotes"
    assert cures.cure(_problem("tab", Fix(0, 1, ""))) == "Use spaces"
    safe = {fix: cures.is_safe(_problem("duplicate_key", fix)) for fix in (removal, change, None)}
    assert safe == {removal: True, change: False, None: False}
    assert cures.is_safe(_problem("quote_needed", change))
    assert not cures.is_safe(_problem("quote_needed"))
