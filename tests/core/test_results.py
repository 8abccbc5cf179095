from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.attempt import Attempt, Given, Posed, Step
from quizapp.core.deck import Note
from quizapp.core.exam import Plan
from quizapp.core.kinds.base import Option, Verdict
from quizapp.core.kinds.choice import Choice
from quizapp.core.kinds.typed import TypedQuestion
from quizapp.core.results import result

CHOICE = Choice(q="Which?", a="A", wrong=(Option("B"), Option("C")))
TYPED = TypedQuestion(q="What?", a="A")

ANSWERS = st.lists(
    st.tuples(
        st.booleans(),  # picked
        st.sampled_from(["correct", "partial", "wrong", "unknown", "blank", ""]),
        st.sampled_from([None, 0.5, 0.85, 0.97]),
        st.sampled_from(["North", "South"]),
        st.sampled_from(["", "fact", "claim"]),
        st.sets(st.sampled_from(["x", "y"])),
    ),
    max_size=40,
)
EARNED = {"correct": Fraction(1), "partial": Fraction(1, 2)}


def attempt(rows: list[tuple], plan: Plan) -> Attempt:
    questions = tuple(
        Posed(
            card_id=f"c{at}",
            seed=at,
            note=Note(question=CHOICE if picked else TYPED, status=status, tags=tuple(sorted(tags))),
            deck=deck,
            path="deck.yaml",
        )
        for at, (picked, _, _, deck, status, tags) in enumerate(rows)
    )
    made = Attempt(session_id="s", title="", plan=plan, code="x", questions=questions, started_ms=0)
    for at, (picked, outcome, sure, *_) in enumerate(rows):
        if outcome:
            verdict = Verdict(
                outcome=outcome,
                fraction=EARNED.get(outcome, Fraction()),
                because="",
                options=3 if picked and outcome not in ("unknown", "blank") else 0,
            )
            given_ = Given(answer={}, verdict=verdict, confidence=sure, visible_ms=1_000)
            made = made.after(Step(at=at, given=given_))
    return made


@given(ANSWERS, st.sampled_from(["plain", "formula", "certainty"]))
def test_every_question_is_counted_once_and_the_parts_make_the_whole(rows: list[tuple], marking: str):
    found = result(attempt(rows, Plan(marking=marking)))  # type: ignore[arg-type]
    count = len(rows)
    assert found.right + found.partly + found.wrong + found.unknown + found.blank == count
    assert found.recognition.count + found.recall.count == found.whole.count == count
    assert found.recognition.earned + found.recall.earned == found.whole.earned
    for shares in (found.decks, found.kinds):
        assert sum(share.count for share in shares) == count
        assert sum((share.earned for share in shares), Fraction()) == found.whole.earned
    assert sum(share.count for share in found.statuses) == sum(bool(row[4]) for row in rows)
    assert {share.name: share.count for share in found.tags} == {
        tag: n for tag in "xy" if (n := sum(tag in row[5] for row in rows))
    }
    assert found.wrong == sum(row[1] == "wrong" for row in rows)
    assert found.blank == sum(row[1] in ("blank", "") for row in rows)
    assert len(found.missed) == count - found.right
    assert found.seconds == sum(bool(row[1]) for row in rows)


@given(ANSWERS)
def test_only_answers_that_somebody_was_sure_of_are_rated(rows: list[tuple]):
    found = result(attempt(rows, Plan()))
    rated = [row for row in rows if row[2] is not None and row[1] in ("correct", "partial", "wrong")]
    assert found.rated == len(rated)
    assert (found.calibration is None) == (len(rated) < 20)
    sure = [(at, row[2]) for at, row in enumerate(rows) if row[1] == "wrong" and (row[2] or 0) >= 0.85]
    assert [tuple(one) for one in found.confident] == sorted(sure, key=lambda one: (-one[1], one[0]))


def test_passing_is_by_the_marks_and_open_by_the_bounds():
    rows = [(False, "correct", None, "North", "", set())] * 19 + [
        (False, "wrong", None, "North", "", set())
    ] * 11
    found = result(attempt(rows, Plan(pass_percent=60)))
    assert (found.passed, found.open_pass) == (True, True)  # 63 %, truly 46 to 78 %
    assert (round(found.whole.bounds.low, 2), round(found.whole.bounds.high, 2)) == (0.46, 0.78)
    assert not result(attempt(rows, Plan(pass_percent=64))).passed
    assert not result(attempt(rows, Plan(pass_percent=40))).open_pass
