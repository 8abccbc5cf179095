from fractions import Fraction
from math import isclose, sqrt

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.analysis import SITTINGS, items
from quizapp.core.attempt import Attempt, Given, Posed, Step
from quizapp.core.deck import Note
from quizapp.core.exam import Plan
from quizapp.core.kinds.base import Option, Verdict
from quizapp.core.kinds.choice import Choice

FRONTS = ("one", "two", "three")
SCORES = st.sampled_from([Fraction(0), Fraction(1, 2), Fraction(1)])


def sitting(number: int, earned: tuple[Fraction, ...], picks: tuple[str, ...] = ("B", "A", "C")) -> Attempt:
    questions = tuple(
        Posed(
            card_id=front,
            seed=number,
            note=Note(question=Choice(q=front, a="A", wrong=(Option("B"), Option("C")))),
            deck="Deck",
            path="deck.yaml",
        )
        for front in FRONTS
    )
    made = Attempt(
        session_id=f"s{number}", title="", plan=Plan(), code="x", questions=questions, started_ms=number
    )
    for at, (fraction, pick) in enumerate(zip(earned, picks, strict=True)):
        outcome = "correct" if fraction == 1 else "wrong" if not fraction else "partial"
        verdict = Verdict(outcome=outcome, fraction=fraction, because="", options=3)
        answer = {"type": "picked", "text": pick}
        made = made.after(Step(at=at, given=Given(answer=answer, verdict=verdict)))
    return made


def pearson(xs: list[float], ys: list[float]) -> float | None:
    """By sums of products: another way to the same number."""
    n, sx, sy = len(xs), sum(xs), sum(ys)
    top = n * sum(x * y for x, y in zip(xs, ys, strict=True)) - sx * sy
    low = (n * sum(x * x for x in xs) - sx**2) * (n * sum(y * y for y in ys) - sy**2)
    return top / sqrt(low) if low > 1e-9 else None


@given(st.lists(st.tuples(SCORES, SCORES, SCORES), min_size=1, max_size=25))
def test_each_question_over_all_sittings(rows: list[tuple[Fraction, Fraction, Fraction]]):
    found = {item.front: item for item in items([sitting(at, row) for at, row in enumerate(rows)])}
    for at, front in enumerate(FRONTS):
        item, scores = found[front], [row[at] for row in rows]
        assert item.count == len(rows)
        assert item.facility == sum(scores, Fraction()) / len(rows)
        rest = [float(sum(row) - row[at]) / 2 for row in rows]
        wanted = pearson([float(score) for score in scores], rest) if len(rows) >= SITTINGS else None
        if wanted is None:
            assert item.correlation is None
        else:
            assert item.correlation is not None
            assert isclose(item.correlation, wanted, abs_tol=1e-6)
    assert [item.facility for item in items([sitting(0, rows[0])])] == sorted(rows[0])


def test_picks_blanks_and_disputes():
    half = Attempt(
        session_id="h",
        title="",
        plan=Plan(),
        code="x",
        questions=sitting(0, (Fraction(),) * 3).questions,
        started_ms=0,
    )
    sittings = [sitting(1, (Fraction(0), Fraction(1), Fraction(0))), half]
    found = {item.front: item for item in items(sittings, ["one", "one", "elsewhere"])}
    assert [(one.text, one.shown, one.picked) for one in found["one"].options] == [("B", 2, 1), ("C", 2, 0)]
    assert (found["one"].disputed, found["two"].disputed) == (2, 0)
    assert (found["one"].blank, found["one"].unknown) == (1, 0)
