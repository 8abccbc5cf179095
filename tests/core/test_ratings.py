"""From an answer to the suggested rating: every row of the table."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.kinds.base import Outcome, Verdict
from quizapp.core.ratings import Suggestion, known, suggest
from quizapp.core.reasons import RATING_REASONS
from quizapp.core.reviews import Memory, Rating

TODAY = 100
FRACTIONS: dict[Outcome, Fraction | None] = {
    "correct": Fraction(1), "almost": Fraction(1), "partial": Fraction(1, 2), "wrong": Fraction(0),
    "unknown": Fraction(0), "blank": Fraction(0), "unscored": None,
}  # fmt: skip


def verdict(outcome: Outcome, options: int = 0, fraction: Fraction | None = None) -> Verdict:
    earned = FRACTIONS[outcome] if fraction is None else fraction
    return Verdict(outcome=outcome, fraction=earned, because="", options=options)


def remembered(days_ago: int, stability: float) -> Memory:
    """A card under review: after `stability` days it is recalled with 90 %."""
    return Memory(stability=stability, difficulty=5, last_day=TODAY - days_ago, due_day=TODAY)


def rated(given: Verdict, memory: Memory | None = None, **how: object) -> tuple[Rating, str]:
    suggestion = suggest(given, memory, TODAY, **how)  # type: ignore[arg-type]
    return suggestion.rating, suggestion.because


@pytest.mark.parametrize(
    ("given", "how", "expected"),
    [
        (verdict("wrong"), {}, (Rating.AGAIN, "rate_wrong")),
        (verdict("unknown"), {}, (Rating.AGAIN, "rate_unknown")),
        (verdict("blank"), {}, (Rating.AGAIN, "rate_unknown")),
        (Verdict(outcome="unknown", because="unknown"), {}, (Rating.AGAIN, "rate_unknown")),
        (verdict("correct"), {"tries": 2}, (Rating.AGAIN, "rate_later_try")),
        (verdict("almost"), {"tries": 3, "hints": 1}, (Rating.AGAIN, "rate_later_try")),
        (verdict("partial", fraction=Fraction(4, 5)), {}, (Rating.HARD, "rate_partial_passed")),
        (verdict("partial", fraction=Fraction(79, 100)), {}, (Rating.AGAIN, "rate_partial_low")),
        (verdict("partial"), {"passing": Decimal("0.5")}, (Rating.HARD, "rate_partial_passed")),
        (verdict("partial"), {"passing": Decimal("0.51")}, (Rating.AGAIN, "rate_partial_low")),
        (verdict("partial"), {"passing": Decimal(0)}, (Rating.HARD, "rate_partial_passed")),
        (verdict("correct"), {"passing": Decimal(2)}, (Rating.GOOD, "rate_right")),
        (verdict("correct"), {"hints": 1}, (Rating.HARD, "rate_hint")),
        (verdict("almost"), {"hints": 2}, (Rating.HARD, "rate_hint")),
        (verdict("correct"), {}, (Rating.GOOD, "rate_right")),
        (verdict("almost"), {}, (Rating.GOOD, "rate_almost")),
        (verdict("unscored"), {}, (Rating.GOOD, "rate_unscored")),
        (verdict("unscored"), {"hints": 1, "tries": 2}, (Rating.GOOD, "rate_unscored")),
        (verdict("correct", options=4), {"guess": True}, (Rating.AGAIN, "rate_guess")),
        (verdict("correct"), {"guess": True}, (Rating.GOOD, "rate_right")),
        (verdict("correct", options=4), {}, (Rating.GOOD, "rate_right")),
        (verdict("correct", options=3), {}, (Rating.GOOD, "rate_right")),
        (verdict("correct", options=2), {}, (Rating.HARD, "rate_chance_new")),
        (verdict("correct", options=2), {"hints": 1}, (Rating.HARD, "rate_hint")),
        (verdict("wrong", options=4), {"guess": True}, (Rating.AGAIN, "rate_wrong")),
    ],
)
def test_a_new_card(given: Verdict, how: dict[str, object], expected: tuple[Rating, str]) -> None:
    assert rated(given, **how) == expected
    assert expected[1] in RATING_REASONS


@pytest.mark.parametrize(
    ("marked", "how", "expected"),
    [
        (None, {}, (Rating.GOOD, "rate_unscored")),
        (Fraction(0), {}, (Rating.AGAIN, "rate_marked_low")),
        (Fraction(0), {"passing": Decimal(0)}, (Rating.AGAIN, "rate_marked_low")),
        (Fraction(79, 100), {}, (Rating.AGAIN, "rate_marked_low")),
        (Fraction(4, 5), {}, (Rating.HARD, "rate_marked_passed")),
        (Fraction(4, 5), {"hints": 1}, (Rating.HARD, "rate_marked_passed")),
        (Fraction(1, 2), {"passing": Decimal("0.5")}, (Rating.HARD, "rate_marked_passed")),
        (Fraction(1), {}, (Rating.GOOD, "rate_right")),
        (Fraction(1), {"passing": Decimal(2)}, (Rating.GOOD, "rate_right")),
        (Fraction(1), {"hints": 1}, (Rating.HARD, "rate_hint")),
    ],
)
def test_a_card_marked_by_the_learner(
    marked: Fraction | None, how: dict[str, object], expected: tuple[Rating, str]
) -> None:
    given = Verdict(outcome="unscored", because="", marked=marked)
    assert rated(given, **how) == expected
    assert suggest(given, None, TODAY, **how).lapse == (expected[0] is Rating.AGAIN)  # type: ignore[arg-type]
    assert expected[1] in RATING_REASONS


@pytest.mark.parametrize(
    ("days_ago", "stability", "options", "expected"),
    [
        (10, 10, 4, Rating.GOOD),
        (10, 10, 2, Rating.GOOD),
        (300, 1, 4, Rating.HARD),
        (300, 1, 2, Rating.HARD),
        (0, 1, 2, Rating.GOOD),
        (300, 1, 0, Rating.GOOD),
    ],
)
def test_a_due_card(days_ago: int, stability: float, options: int, expected: Rating) -> None:
    rating, because = rated(verdict("correct", options=options), remembered(days_ago, stability))
    assert rating == expected
    assert "guess" in RATING_REASONS["rate_chance_due"]
    assert because == ("rate_chance_due" if expected is Rating.HARD else "rate_right")


def test_the_probability_that_it_was_known() -> None:
    assert known(0.9, 4) == pytest.approx(0.9 / 0.925)
    assert known(0.5, 4) == pytest.approx(0.8)
    assert known(0.4, 4) < 0.8 < known(0.6, 4)
    assert known(1.0, 2) == 1


def test_a_lucky_guess_is_repeated_but_no_lapse() -> None:
    guess = suggest(verdict("correct", options=4), None, TODAY, guess=True)
    assert guess == Suggestion(Rating.AGAIN, "rate_guess", lapse=False)
    assert suggest(verdict("wrong", options=4), None, TODAY, guess=True).lapse
    assert not suggest(verdict("correct"), None, TODAY).lapse


@given(
    st.sampled_from(list(FRACTIONS)),
    st.fractions(0, 1),
    st.integers(0, 6),
    st.integers(0, 2),
    st.integers(1, 3),
    st.booleans(),
    st.none() | st.decimals(0, 1),
    st.none() | st.builds(remembered, st.integers(0, 400), st.floats(0.1, 100)),
)
def test_easy_is_never_suggested_and_each_reason_has_words(
    outcome: Outcome,
    fraction: Fraction,
    options: int,
    hints: int,
    tries: int,
    guess: bool,
    passing: Decimal | None,
    memory: Memory | None,
) -> None:
    part = fraction if outcome == "partial" else None
    given = verdict(outcome, options, part)
    suggestion = suggest(given, memory, TODAY, hints=hints, tries=tries, guess=guess, passing=passing)
    assert suggestion.rating < Rating.EASY
    assert suggestion.because in RATING_REASONS
    assert suggestion.lapse <= (suggestion.rating is Rating.AGAIN)
    if outcome in ("wrong", "unknown", "blank"):
        assert suggestion.rating is Rating.AGAIN
    more = suggest(given, memory, TODAY, hints=hints + 1, tries=tries, guess=guess, passing=passing)
    assert more.rating <= suggestion.rating
