"""Decks of other people: each one's count is read, and what could not be taken is named with its place."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from quizapp.core.problems import QuizError
from quizapp.formats import sources
from quizapp.formats.composing import compose

FOLDER = Path(os.environ.get("QUIZAPP_REALDECKS", "/nowhere"))
EXPECTED: dict[str, dict[str, Any]] = (
    json.loads((FOLDER / "expect.json").read_text("utf-8")) if (FOLDER / "expect.json").exists() else {}
)
CARDS = [name for name, said in EXPECTED.items() if said.get("read")]
INVALID = [name for name, said in EXPECTED.items() if said.get("invalid")]

pytestmark = pytest.mark.skipif(not EXPECTED, reason="QUIZAPP_REALDECKS names no folder with public decks")


@pytest.mark.parametrize("name", CARDS)
def test_every_question_is_a_card_or_named(name: str) -> None:
    imported = sources.read(sources.open_source(FOLDER / name)).imported
    assert imported.read == EXPECTED[name]["read"]
    taken = {(deck.folders, deck.title, card.where.line) for deck in imported.decks for card in deck.cards}
    left = [problem for problem in imported.skipped]
    assert len({line for _, _, line in taken}) + len(left) == imported.read
    assert all(problem.where.line and problem.message for problem in left)
    for deck in imported.decks:
        composed = compose(deck)
        errors = [problem for problem in composed.problems if problem.severity == "error"]
        assert len(composed.cards) + len(errors) == len(deck.cards)


@pytest.mark.parametrize("name", INVALID)
def test_what_was_made_invalid_is_refused_at_its_line(name: str) -> None:
    with pytest.raises(QuizError, match="line 4"):
        sources.read(sources.open_source(FOLDER / name))


@pytest.mark.parametrize("name", [name for name, said in EXPECTED.items() if "media" in said])
def test_media_come_along(name: str) -> None:
    imported = sources.read(sources.open_source(FOLDER / name)).imported
    assert len(imported.media) == EXPECTED[name]["media"]
    assert all(one.read() for one in imported.media)
