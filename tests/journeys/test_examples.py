"""Every example deck from its first card to its last, by key presses alone."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.kinds import KINDS
from quizapp.core.kinds.base import Outcome
from quizapp.paths import AppPaths
from quizapp.store import log
from quizapp.ui.navigation import Study
from quizapp.ui.player import Knowing, Player
from tests.course import DECKS, deck
from tests.journeys.conftest import learners
from tests.journeys.learner import Learner

EXAMPLES = DECKS / "examples"
NAMES = [kind.name for kind in KINDS]
OUTCOMES: Mapping[Knowing, set[Outcome]] = {
    "right": {"correct"},
    "almost": {"correct", "almost", "partial", "wrong"},
    "wrong": {"wrong", "partial"},
}
"""What comes of the graded cards."""
EVERY_ASIDE = {"tries": 3, "confidence": True, "retype": True}


class Seen(NamedTuple):
    """A card that was answered, as it was on screen."""

    card_id: str
    kind: str
    outcome: Outcome
    fraction: str
    answer: Any


def study(learner: Learner, knowing: Knowing) -> list[Seen]:
    """Answer each card once and call it easy, also those that would wait for another day."""
    player = Player(learner.window)
    keys = tuple(key for (key,) in learner.app.db.con.execute("SELECT card_key FROM shelf"))
    learner.window.go(Study(cards=keys))
    seen = []
    while (screen := player.study) is not None and screen.asked is not None:
        asked = screen.asked
        player.answer(knowing)
        assert screen.judged is not None
        verdict = screen.judged.first or screen.judged.verdict
        assert (verdict.outcome == "unscored") is not asked.scored, verdict
        assert not asked.scored or verdict.outcome in OUTCOMES[knowing], verdict
        fraction = "" if verdict.fraction is None else str(verdict.fraction)
        answer = msgspec.json.decode(msgspec.json.encode(screen.judged.answer))
        seen.append(Seen(asked.item.card_id, asked.kind.name, verdict.outcome, fraction, answer))
        player.rate("4")
    return seen


@pytest.fixture
def learner(
    qapp: QApplication, qtbot: QtBot, paths: AppPaths, tmp_path: Path, request: pytest.FixtureRequest
):
    """Somebody whose only deck is the example of a kind, or the deck of that text."""
    (tmp_path / "course").mkdir()
    paths.decks.mkdir(parents=True)
    if request.param in NAMES:
        shutil.copy(EXAMPLES / f"{request.param}.yaml", paths.decks)
        shutil.copytree(EXAMPLES / "media", paths.decks / "media")
    else:
        (paths.decks / "own.yaml").write_text(request.param, encoding="utf-8")
    yield from learners(qapp, qtbot, replace(paths, bundled_decks=tmp_path / "course"))


@pytest.mark.parametrize("knowing", ["right", "wrong"])
@pytest.mark.parametrize("learner", NAMES, indirect=True)
def test_each_card_is_answered_by_key_and_logged_as_it_was_shown(
    learner: Learner, knowing: Knowing, request: pytest.FixtureRequest
) -> None:
    kind = request.node.callspec.params["learner"]
    seen = study(learner, knowing)
    assert sorted({card.card_id for card in seen}) == sorted(card.card_id for card in seen)
    assert len(seen) == len(list(deck(EXAMPLES / f"{kind}.yaml").cards()))
    assert {card.kind for card in seen} == {kind}
    logged = [
        Seen(review.card_id, graded.kind, graded.outcome, graded.fraction, graded.answer)
        for review in log.reviews(learner.app.db)
        for graded in [review.graded]
    ]
    assert logged == seen


@pytest.mark.parametrize("knowing", ["right", "almost", "wrong"])
@pytest.mark.parametrize("learner", NAMES, indirect=True)
def test_a_verdict_is_reached_whatever_is_asked_before_it(learner: Learner, knowing: Knowing) -> None:
    for key, value in EVERY_ASIDE.items():
        learner.app.services.set(key, value, None)
    assert study(learner, knowing)


_WORDS = [f"word {number}" for number in range(1, 13)]
"""More than there are digits."""
_LONG = f"""\
cards:
- {{q: Which?, a: {_WORDS[6:]}, wrong: {_WORDS[:6]}}}
- {{q: In which order?, order: {_WORDS}}}
- {{q: What goes together?, match: {{{", ".join(f"{word}: partner of {word}" for word in _WORDS)}}}}}
- {{q: What belongs where?, categories: {{{", ".join(f"group of {word}: [{word}]" for word in _WORDS)}}}}}
"""


@pytest.mark.parametrize("learner", [_LONG], ids=["long"], indirect=True)
def test_rows_beyond_the_digits_are_reached_by_key(learner: Learner) -> None:
    assert {card.kind for card in study(learner, "right")} == {"multi", "order", "match", "categorise"}


_LETTERS = ("Łódź", "złoty", "日本", "50 % – “é”")


@pytest.mark.parametrize(
    "learner",
    ["cards:\n" + "".join(f"- {{q: {word}?, a: {word}, typed: true}}\n" for word in _LETTERS)],
    ids=["letters"],
    indirect=True,
)
def test_any_letter_can_be_typed(learner: Learner) -> None:
    assert {card.answer["text"] for card in study(learner, "right")} == {*_LETTERS}
