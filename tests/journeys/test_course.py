"""The included course from its first card to its last, by key presses alone."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

import pytest

from quizapp.core.kinds import KINDS
from quizapp.core.kinds.base import Outcome
from quizapp.store import log
from quizapp.ui.navigation import Study
from quizapp.ui.player import Knowing
from tests.course import COURSE, DECKS, deck
from tests.journeys.learner import HOUR_MS, MORNING_MS, Learner

OUTCOMES: Mapping[Knowing, set[Outcome]] = {"right": {"correct"}, "wrong": {"wrong", "partial"}}
"""What comes of the graded cards."""
ALL = 9999
EASY = "4"


class Met(NamedTuple):
    """A card on the day it was new, as it was on screen."""

    day: int
    card_id: str
    kind: str
    outcome: Outcome


def play(learner: Learner, knowing: Knowing, days: int) -> list[Met]:
    """Meet all cards, on as many days, and call each easy; none is reviewed."""
    learner.app.services.set("reviews_per_day", 0, None)
    met = [card for day in range(days) for card in study(learner, day, knowing)]
    assert learner.app.services.overview().new_waiting == 0
    return met


def study(learner: Learner, day: int, knowing: Knowing) -> list[Met]:
    """One sitting with all that may be new on a day."""
    learner.now_ms = MORNING_MS + day * 24 * HOUR_MS
    learner.window.go_home()
    learner.window.go(Study(more_new=ALL))
    met = []
    while (screen := learner.player.study) is not None and (asked := screen.asked) is not None:
        learner.player.answer(knowing)
        assert screen.judged is not None
        outcome = screen.judged.verdict.outcome
        allowed = OUTCOMES[knowing] if asked.scored else {"unscored"}
        assert outcome in allowed, (asked.item.card_id, screen.judged)
        met.append(Met(day, asked.item.card_id, asked.kind.name, outcome))
        learner.player.rate(EASY)
    return met


def siblings(learner: Learner) -> dict[str, int]:
    """Card -> the group of which only one card is met on a day, for the cards that are in one."""
    rows = "SELECT card_id, sibling FROM shelf JOIN card USING (card_key) WHERE sibling NOTNULL"
    return dict(learner.app.db.con.execute(rows))


@pytest.mark.slow
@pytest.mark.parametrize("knowing", ["right", "wrong"])
def test_every_card_is_met_once_and_judged_as_it_was_answered(learner: Learner, knowing: Knowing) -> None:
    group = siblings(learner)
    met = play(learner, knowing, days=max(Counter(group.values()).values()))
    cards = [card.card_id for card in met]
    assert len(cards) == len(set(cards)) == sum(len(list(deck(path).cards())) for path in COURSE)
    assert {card.kind for card in met} == {kind.name for kind in KINDS}
    logged = [
        (review.card_id, review.graded.kind, review.graded.outcome) for review in log.reviews(learner.app.db)
    ]
    assert logged == [(card.card_id, card.kind, card.outcome) for card in met]
    together = Counter((card.day, group[card.card_id]) for card in met if card.card_id in group)
    assert max(together.values()) == 1, "siblings on one day"


def test_the_pages_about_the_decks_are_no_decks(learner: Learner) -> None:
    assert {"README.md", "REFERENCE.md", "COVERAGE.md"} <= {file.name for file in DECKS.iterdir()}
    overview = learner.app.services.overview()
    assert [row.title for row in overview.rows] == [deck(path).title for path in COURSE]
    assert [row.problems for row in overview.rows] == [0] * len(COURSE)
