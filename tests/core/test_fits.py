"""The rule by which fitted parameters come into force."""

import math

import msgspec
import pytest

from quizapp.core import fits
from quizapp.core.evaluate import LEAST, Score
from quizapp.core.fits import Fit, FitPayload
from quizapp.core.fsrs6 import DEFAULT, HIGHEST

BEFORE = Score(100, 0.5, 0.1)


@pytest.mark.parametrize(
    ("count", "loss", "parameters", "end"),
    [
        (LEAST, 0.4999, HIGHEST, "better"),
        (LEAST - 1, 0.1, HIGHEST, "too_few"),
        (LEAST, 0.5, HIGHEST, "not_better"),
        (LEAST, 0.6, HIGHEST, "not_better"),
        (LEAST, math.nan, HIGHEST, "not_better"),
        (LEAST, 0.1, (math.nan, *HIGHEST[1:]), "not_better"),
        (LEAST, 0.1, HIGHEST[1:], "not_better"),
    ],
)
def test_only_what_predicts_better_is_taken(count, loss, parameters, end) -> None:
    fitted = fits.judged(count, parameters, BEFORE, Score(100, loss, 0.05))
    assert (fitted.end, fitted.predictions) == (end, count)
    assert fitted.payload.accepted == (end == "better")


def test_what_is_logged_says_all() -> None:
    payload = fits.judged(500, HIGHEST, BEFORE, Score(100, 0.4, 0.05)).payload
    assert (payload.n, payload.loss_before, payload.loss_after) == (100, 0.5, 0.4)
    assert payload.parameters == HIGHEST
    packed = msgspec.json.encode(msgspec.to_builtins(payload))
    assert msgspec.json.decode(packed, type=FitPayload) == payload


def test_the_last_that_was_accepted_stands() -> None:
    def fit(name: str, accepted: bool) -> Fit:
        return Fit(name, 0, FitPayload(parameters=DEFAULT, accepted=accepted))

    assert fits.standing(()) is None
    assert fits.standing((fit("a", False),)) is None
    assert fits.standing((fit("a", True), fit("b", True), fit("c", False))).fit_id == "b"
    assert fits.back_to() == FitPayload(parameters=DEFAULT, accepted=True, chosen=True)
