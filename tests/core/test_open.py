"""open: what the learner says of their own words, and which rating that suggests."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.kinds import grade
from quizapp.core.kinds.base import Answer, Context, DontKnow, Revealed, Verdict
from quizapp.core.kinds.open import OPEN, Open, Written
from quizapp.core.ratings import passes, suggest
from quizapp.core.reasons import HEADINGS, RATING_REASONS, heading, sentence
from quizapp.core.reviews import Rating
from tests.strategies import opens

PLANT = Open(q="What does it need?", check=("light", "**water**", "air", "salts"))
MODEL = Open(q="Why?", check=("a", "b"), a="*Because* of a and b.")


def verdict(question: Open, answer: Answer) -> Verdict:
    return grade(OPEN, question, OPEN.ask(question, "", 0), answer, Context(plain={"**water**": "water"}))


def test_nothing_is_graded() -> None:
    assert not OPEN.scored(PLANT, "")
    before = verdict(PLANT, Written("Light and water."))
    assert (before.outcome, before.fraction, before.marked, before.given) == (
        "unscored", None, None, "Light and water.",
    )  # fmt: skip
    assert [part.mark for part in before.parts] == ["left_out"] * 4
    assert verdict(PLANT, Revealed()).given == ""


@pytest.mark.parametrize(
    ("points", "marked", "said"),
    [
        (None, None, "Which of these points did you make?"),
        ((), Fraction(0), "You made none of the points"),
        (("air",), Fraction(1, 4), "You made one of four points"),
        (("air", "**water**", "light"), Fraction(3, 4), "You made three of four points"),
        (("air", "**water**", "light", "salts"), Fraction(1), "You made every point"),
        (("air", "air", "stones"), Fraction(1, 4), "You made one of four points"),
    ],
)
def test_the_share_of_points_is_said(
    points: tuple[str, ...] | None, marked: Fraction | None, said: str
) -> None:
    found = verdict(PLANT, Written("so", points))
    assert found.marked == marked
    assert sentence(HEADINGS, *heading(found)) == said


def test_what_a_good_answer_says() -> None:
    assert OPEN.back(PLANT, "") == "- light\n- **water**\n- air\n- salts"
    assert OPEN.ask(PLANT, "", 0).shows == OPEN.back(PLANT, "")
    assert OPEN.back(MODEL, "") == "*Because* of a and b."
    assert verdict(PLANT, Revealed()).expected == "light; water; air; salts"
    unknown = verdict(PLANT, DontKnow())
    assert (unknown.outcome, unknown.fraction) == ("unknown", None)
    assert [part.mark for part in unknown.parts] == ["missed"] * 4


def test_what_is_wrong_with_a_deck() -> None:
    assert list(OPEN.complaints(PLANT)) == []
    assert list(OPEN.complaints(Open(q="?", check=()))) == [("check_empty", "check", {})]
    assert list(OPEN.complaints(Open(q="?", check=("a", "b", "a")))) == [
        ("check_twice", "check", {"text": "a"})
    ]


# The rating that is suggested


@pytest.mark.parametrize(
    ("points", "how", "rating", "because"),
    [
        (None, {}, Rating.GOOD, "rate_unscored"),
        (None, {"hints": 1}, Rating.GOOD, "rate_unscored"),
        (0, {}, Rating.AGAIN, "rate_marked_low"),
        (0, {"passing": 0}, Rating.AGAIN, "rate_marked_low"),
        (3, {}, Rating.AGAIN, "rate_marked_low"),
        (3, {"passing": Fraction(3, 4)}, Rating.HARD, "rate_marked_passed"),
        (1, {"passing": 0}, Rating.HARD, "rate_marked_passed"),
        (4, {}, Rating.GOOD, "rate_right"),
        (4, {"passing": 2}, Rating.GOOD, "rate_right"),
        (4, {"hints": 1}, Rating.HARD, "rate_hint"),
    ],
)
def test_the_points_suggest_a_rating(
    points: int | None, how: dict[str, int], rating: Rating, because: str
) -> None:
    made = None if points is None else PLANT.check[:points]
    found = suggest(verdict(PLANT, Written("", made)), None, 20_000, **how)  # type: ignore[arg-type]
    assert (found.rating, found.because, found.lapse) == (rating, because, rating is Rating.AGAIN)
    assert because in RATING_REASONS


@given(opens, st.text(max_size=9), st.data())
def test_more_points_never_suggest_less(question: Open, text: str, data: st.DataObject) -> None:
    made = data.draw(st.lists(st.sampled_from(question.check), unique=True))
    more = data.draw(st.lists(st.sampled_from(question.check), unique=True))
    one, other = (verdict(question, Written(text, tuple(points))) for points in (made, [*made, *more]))
    assert one.marked is not None
    assert other.marked is not None
    assert 0 <= one.marked <= other.marked <= 1
    assert suggest(one, None, 20_000).rating <= suggest(other, None, 20_000).rating
    assert passes(one)
    assert (other.marked == 1) == (set(made) | set(more) == set(question.check))
