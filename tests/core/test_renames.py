"""Which pairs may be linked at once, and what of their likeness is shown."""

import pytest

from quizapp.core.renames import Pair, Stake, Wording, sure

OLD = Wording(uid="~old", deck="", front="", back="")
NEW = Wording(uid="~new", deck="", front="", back="")


def pair(score: float, rival: float = 0.0) -> Pair:
    return Pair(old=OLD, new=NEW, score=score, rival=rival, stake=Stake(cards=1, reviews=1))


@pytest.mark.parametrize(
    ("score", "rival", "is_sure"),
    [(0.8, 0.0, True), (0.79, 0.0, False), (0.9, 0.8, True), (0.9, 0.85, False), (1.1, 1.05, False)],
)
def test_only_what_is_alike_and_beats_all_others_is_linked_at_once(
    score: float, rival: float, is_sure: bool
) -> None:
    assert bool(sure([pair(score, rival)])) is is_sure


@pytest.mark.parametrize(("score", "alike"), [(0.67, 0.67), (0.99, 0.99), (1.15, 0.99)])
def test_what_has_to_be_asked_is_never_shown_as_equal(score: float, alike: float) -> None:
    assert pair(score).alike == alike
