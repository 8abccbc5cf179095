"""How well parameters predict: on small logs by hand, and on a real one."""

import csv
import math
import os
from collections import defaultdict
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core import evaluate, schedule
from quizapp.core.evaluate import Answer, Prediction
from quizapp.core.fsrs6 import DEFAULT, Model
from quizapp.core.reviews import Moment
from tests.core.answered import review

HOUR_MS = 3_600_000
real = pytest.mark.skipif("QUIZAPP_REALDECKS" not in os.environ, reason="QUIZAPP_REALDECKS is not set")


def history(*answers: tuple[int, int]) -> list[Answer]:
    """(study day, rating)"""
    return [Answer(number, day, rating) for number, (day, rating) in enumerate(answers)]


@st.composite
def histories(draw) -> list[Answer]:
    day = 20_000
    answers = []
    for number in range(draw(st.integers(1, 10))):
        day += draw(st.sampled_from((0, 0, 1, 3, 20)))
        answers.append(Answer(number, day, draw(st.integers(1, 4))))
    return answers


@given(histories())
def test_a_prediction_is_what_the_schedule_expected(answers: list[Answer]) -> None:
    memory = None
    expected = []
    for number, day, rating in answers:
        if memory and day > memory.last_day:
            expected.append((number, schedule.retrievability(memory, day), rating > 1))
        memory = schedule.apply(memory, review(rating, day, number))
    found = [(one.at_ms, one.recall, one.passed) for one in evaluate.predictions([answers])]
    assert [(at, passed) for at, _, passed in found] == [(at, passed) for at, _, passed in expected]
    for (_, recall, _), (_, wanted, _) in zip(found, expected, strict=True):
        assert math.isclose(recall, wanted, rel_tol=1e-9)


def test_the_same_day_predicts_nothing_but_counts() -> None:
    assert evaluate.predictions([history((1, 3), (1, 3), (1, 1))]) == []
    once, again = (evaluate.predictions([history((1, 3), *same, (5, 3))])[0] for same in ((), ((1, 1),)))
    assert again.recall < once.recall
    assert (again.days, again.number, again.lapses) == (4, 1, 0)


def test_a_clock_that_went_back_predicts_nothing() -> None:
    found = evaluate.predictions([history((10, 3), (8, 3), (11, 1), (12, 3))])
    assert [(one.days, one.number, one.lapses) for one in found] == [(1, 1, 0), (1, 2, 1)]


def test_predictions_are_in_the_order_of_time() -> None:
    one = [Answer(0, 1, 3), Answer(50, 5, 3)]
    other = [Answer(10, 1, 3), Answer(40, 4, 3), Answer(60, 9, 1)]
    assert [found.at_ms for found in evaluate.predictions([one, other])] == [40, 50, 60]


def test_log_loss_and_rmse_by_hand() -> None:
    found = [Prediction(n, 0.8, n != 0, 3, 1, 0) for n in range(4)]
    found += [Prediction(9, 1.0, True, 300, 1, 0)]
    scored = evaluate.score(found)
    expected = -(math.log(0.2) + 3 * math.log(0.8) + math.log(1 - evaluate.SURE)) / 5
    assert (scored.n, scored.log_loss) == (5, pytest.approx(expected))
    assert scored.rmse == pytest.approx(math.sqrt(4 * 0.05**2 / 5))
    assert evaluate.score([Prediction(0, 1.0, False, 1, 1, 1)]).log_loss == pytest.approx(-math.log(1e-7))
    assert evaluate.score([]) == evaluate.Score(0, 0.0, 0.0)


def test_the_last_fifth_is_held_out() -> None:
    found = [Prediction(n, 0.9, True, 1, 1, 0) for n in range(11)]
    assert [one.at_ms for one in evaluate.held_out(found)] == [8, 9, 10]


def _log(rollover_h: int) -> list[list[Answer]]:
    """A learner who studies at night and again at two: passed then, forgotten every other night."""
    cards = []
    for card in range(20):
        answers = []
        for night in range(6):
            for hour, rating in ((23, 1 + 2 * (night % 2)), (26, 3)):
                moment = Moment((24 * (20_000 + night) + hour) * HOUR_MS + card, rollover_h=rollover_h)
                answers.append(Answer(moment.at_ms, moment.study_day, rating))
        cards.append(answers)
    return cards


def test_the_start_of_the_day_alone_changes_the_result() -> None:
    night, midnight = (evaluate.score(evaluate.predictions(_log(hour))) for hour in (4, 0))
    assert (night.n, midnight.n) == (20 * 5, 20 * 6)
    assert abs(night.log_loss - midnight.log_loss) > 0.1
    assert evaluate.score(evaluate.predictions(_log(3))) == night


def real_histories(utc_offset_min: int, rollover_h: int) -> list[list[Answer]]:
    """12,580 reviews of a learner at UTC-6, as py-fsrs publishes them."""
    file = Path(os.environ["QUIZAPP_REALDECKS"]) / "reviews" / "pyfsrs_review_logs_josh.csv"
    cards = defaultdict(list)
    with file.open(newline="") as lines:
        for row in csv.DictReader(lines):
            at_ms = round(datetime.fromisoformat(row["review_time"]).timestamp() * 1000)
            day = Moment(at_ms, utc_offset_min, rollover_h).study_day
            cards[row["card_id"]].append(Answer(at_ms, day, int(row["review_rating"])))
    return [sorted(answers) for answers in cards.values()]


@real
def test_a_real_learner_by_study_days() -> None:
    found = evaluate.predictions(real_histories(-360, 4))
    scored = evaluate.score(found)
    assert scored.n == 6_372
    assert scored.log_loss == pytest.approx(0.4652, abs=5e-5)
    last = evaluate.score(evaluate.held_out(found))
    assert last.n == 1_275
    assert last.log_loss == pytest.approx(0.45192, abs=5e-5)
    assert last.rmse < scored.rmse < 0.09


@real
def test_a_real_learner_by_days_of_greenwich() -> None:
    assert len(evaluate.predictions(real_histories(0, 0))) == 6_032


@real
def test_a_fit_predicts_a_real_learner_better() -> None:
    binding = pytest.importorskip("fsrs_rs_python", reason="the extra `fit` is not installed")
    known = real_histories(-360, 4)
    rows = []
    for answers in known:
        before: list = []
        last = answers[0].study_day
        for one in answers:
            days = max(0, one.study_day - last)
            before.append(binding.FSRSReview(one.rating, days))
            last += days
            if days:
                rows.append((one.at_ms, binding.FSRSItem(list(before))))
    rows.sort(key=lambda row: row[0])
    seen = [item for _, item in rows[: evaluate.split(len(rows))]]
    fitted = tuple(binding.FSRS(list(DEFAULT)).compute_parameters(seen))
    losses = [
        evaluate.score(evaluate.held_out(evaluate.predictions(known, parameters))).log_loss
        for parameters in (fitted, DEFAULT)
    ]
    assert losses[0] < losses[1]
    assert Model(fitted).decay != Model().decay
