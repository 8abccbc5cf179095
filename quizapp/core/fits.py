"""Parameters of the schedule that were fitted to the learner, and what came of it: events of the log."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

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


class Fit(Struct, frozen=True):
    """A fit that counts, in the order of the log."""

    fit_id: str
    """Of its event: a void of it takes it back."""
    at_ms: int
    payload: FitPayload


def standing(fits: tuple[Fit, ...]) -> Fit | None:
    """The one in force among fits in the order of the log; None: the default is."""
    return next((fit for fit in reversed(fits) if fit.payload.accepted), None)


def back_to(parameters: Parameters = DEFAULT) -> FitPayload:
    """What is logged to go back to parameters that were fitted before, or to the default."""
    return FitPayload(parameters=parameters, accepted=True, chosen=True)
