"""How an attempt went, as numbers: the score by its profile, how sure that is, and where it comes from."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import NamedTuple

from msgspec import Struct

from quizapp.core.attempt import Attempt, Posed
from quizapp.core.calibration import Calibration, Rated, calibration, is_confident_and_wrong
from quizapp.core.kinds.forms import Boxes, Pairing
from quizapp.core.marking import Bounds, Score, wilson


class Share(Struct, frozen=True):
    """Some questions: how much of them was earned, in whole questions, and where the true share may lie."""

    name: str
    count: int
    earned: Fraction
    """Sum of the fractions, whatever the profile."""
    bounds: Bounds


class Confident(NamedTuple):
    """A question whose answer was wrong though its giver was sure."""

    at: int
    """Index of the question."""
    stated: float


class Result(Struct, frozen=True, kw_only=True):
    """An attempt that was handed in."""

    score: Score
    """In marks of the profile."""
    whole: Share
    right: int
    partly: int
    wrong: int
    unknown: int
    """"I don't know", told apart from wrong."""
    blank: int
    passed: bool
    open_pass: bool
    """The bounds reach over the pass mark: one attempt does not settle it."""
    decks: tuple[Share, ...]
    tags: tuple[Share, ...]
    """A question counts for each of its tags."""
    kinds: tuple[Share, ...]
    statuses: tuple[Share, ...]
    """fact, claim, forecast, background; those without one are left out."""
    recognition: Share
    """Answers picked among options."""
    recall: Share
    """Answers from memory."""
    calibration: Calibration | None
    """None below 20 answers with a stated confidence."""
    rated: int
    """Answers with a stated confidence."""
    confident: tuple[Confident, ...]
    """Confident and wrong, the surest first."""
    missed: tuple[int, ...]
    """Questions that did not earn all, in the order of the paper."""
    seconds: int


def result(attempt: Attempt) -> Result:
    """The numbers of an attempt."""
    every = range(len(attempt.questions))
    answered = {at: attempt.answered(at) for at in every}
    outcome = {at: (last.verdict.outcome if (last := attempt.last(at)) else "blank") for at in every}
    whole = _share(attempt, "", every)
    score = attempt.score()
    need = Fraction(attempt.plan.pass_percent, 100)
    rated = [
        (at, Rated(one.confidence, one.fraction))
        for at, one in answered.items()
        if one.confidence is not None and one.tried
    ]
    confident = [Confident(at, one.stated) for at, one in rated if is_confident_and_wrong(one)]
    picked = [at for at in every if _is_picked(attempt.questions[at]) or answered[at].options]
    return Result(
        score=score,
        whole=whole,
        right=sum(one.fraction == 1 for one in answered.values()),
        partly=sum(0 < one.fraction < 1 for one in answered.values()),
        wrong=sum(one.is_wrong for one in answered.values()),
        unknown=sum(name == "unknown" for name in outcome.values()),
        blank=sum(name == "blank" for name in outcome.values()),
        passed=(score.share or Fraction(0)) >= need,
        open_pass=whole.bounds.low < need <= whole.bounds.high,
        decks=_shares(attempt, lambda posed: [posed.deck]),
        tags=_shares(attempt, lambda posed: posed.note.tags),
        kinds=_shares(attempt, lambda posed: [posed.kind.name]),
        statuses=_shares(attempt, lambda posed: [posed.note.status] if posed.note.status else []),
        recognition=_share(attempt, "", picked),
        recall=_share(attempt, "", [at for at in every if at not in picked]),
        calibration=calibration([one for _, one in rated]),
        rated=len(rated),
        confident=tuple(sorted(confident, key=lambda one: (-one.stated, one.at))),
        missed=tuple(at for at in every if answered[at].fraction != 1),
        seconds=round(sum(last.visible_ms for at in every if (last := attempt.last(at))) / 1000),
    )


def _is_picked(posed: Posed) -> bool:
    """Is it answered by picking from what is shown? Left blank, a choice is still one."""
    return isinstance(posed.kind.printed(posed.asked, posed.prompt()), Boxes | Pairing)


def _shares(attempt: Attempt, names: Callable[[Posed], Iterable[str]]) -> tuple[Share, ...]:
    groups: dict[str, list[int]] = defaultdict(list)
    for at, posed in enumerate(attempt.questions):
        for name in dict.fromkeys(names(posed)):
            groups[name].append(at)
    return tuple(_share(attempt, name, indices) for name, indices in groups.items())


def _share(attempt: Attempt, name: str, indices: Iterable[int]) -> Share:
    fractions = [attempt.answered(at).fraction for at in indices]
    earned = sum(fractions, Fraction())
    share = float(earned / len(fractions)) if fractions else 0.0
    return Share(name, len(fractions), earned, wilson(share, len(fractions)))
