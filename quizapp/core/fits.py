"""Parameters of the schedule that were fitted to the learner, and what came of it: events of the log."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from quizapp.core.evaluate import LEAST, Score
from quizapp.core.fsrs6 import ALGORITHM, DEFAULT, Parameters, are_valid

_Loss = Annotated[float, Meta(ge=0)]


class FitPayload(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The payload of a `fit` event."""

    algorithm: str = ALGORITHM
    parameters: Parameters
    scope: Literal["all"] = "all"
    """Whose answers: fitted for the learner, not per deck."""
    n: Annotated[int, Meta(ge=0)] = 0
    """Held-out predictions that both losses are means of."""
    loss_before: _Loss = 0.0
    """Log loss under the parameters that were in force."""
    loss_after: _Loss = 0.0
    accepted: bool
    """Whether the parameters come into force."""
    chosen: bool = False
    """Not fitted: the learner went back to them, or to the default."""

    @property
    def usable(self) -> bool:
        """Whether this program can schedule by them."""
        return self.algorithm == ALGORITHM and are_valid(self.parameters)


FitEnd = Literal["better", "not_better", "too_few"]
"""Why the parameters come into force, or do not."""


class Fitted(Struct, frozen=True, kw_only=True):
    """What came of a fit."""

    end: FitEnd
    predictions: int
    """Reviews on a later day than the one before: what a fit learns from and is judged by."""
    parameters: Parameters = DEFAULT
    before: Score = Score(0, 0.0, 0.0)
    """Of the held-out ones, by the parameters that were in force."""
    after: Score = Score(0, 0.0, 0.0)

    @property
    def payload(self) -> FitPayload:
        """As it is logged."""
        return FitPayload(
            parameters=self.parameters,
            n=self.before.n,
            loss_before=self.before.log_loss,
            loss_after=self.after.log_loss,
            accepted=self.end == "better",
        )


def judged(count: int, parameters: Parameters, before: Score, after: Score) -> Fitted:
    """The rule: enough to go by, and a lower loss on what the fit never saw."""
    if count < LEAST:
        return Fitted(end="too_few", predictions=count)
    better = are_valid(parameters) and after.log_loss < before.log_loss
    return Fitted(
        end="better" if better else "not_better",
        predictions=count,
        parameters=parameters,
        before=before,
        after=after,
    )


class Fit(Struct, frozen=True):
    """A fit that counts, in the order of the log."""

    fit_id: str
    """Of its event: a void of it takes it back."""
    at_ms: int
    payload: FitPayload


MESSAGES: dict[str, tuple[Literal["error", "warning"], str]] = {
    "fit_missing": (
        "error",
        "Fitting needs a library that is not installed. Install it with: pip install quizapp[fit]",
    ),
    "fit_failed": ("error", "The fit ended without a result: {reason}. Nothing was changed."),
}
"""Part of `core.problems.MESSAGES`."""


def standing(fits: tuple[Fit, ...]) -> Fit | None:
    """The one in force among fits in the order of the log; None: the default is."""
    return next((fit for fit in reversed(fits) if fit.payload.accepted), None)


def back_to(parameters: Parameters = DEFAULT) -> FitPayload:
    """What is logged to go back to parameters that were fitted before, or to the default."""
    return FitPayload(parameters=parameters, accepted=True, chosen=True)
