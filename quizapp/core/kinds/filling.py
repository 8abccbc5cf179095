"""Gaps filled in: which answer counts for which gap, what each earns, and all of them together."""

from collections.abc import Sequence
from fractions import Fraction
from math import prod

from msgspec.structs import replace

from quizapp.core.assignment import best_assignment
from quizapp.core.kinds.base import Context, Mark, Outcome, PartMark, Verdict
from quizapp.core.kinds.gaps import Gap, Task
from quizapp.core.kinds.pairing import MOST_WAYS

_MARKS: dict[Outcome, Mark] = {"correct": "right", "almost": "almost", "partial": "almost"}
_OWN_MARKS: dict[str, Mark] = {"gap_empty": "missed", "gap_twice": "twice"}


def judge_gaps(
    tasks: Sequence[Task], gaps: Sequence[Gap], texts: Sequence[str], context: Context
) -> list[Verdict]:
    """What each text earns, in the order of the gaps; texts that are missing are empty.

    The texts of free gaps count for those gaps that are best for the learner, each for one.
    """
    return _Filling(tasks, gaps, [*texts, *[""] * len(tasks)][: len(tasks)], context).verdicts()


class _Filling:
    """The gaps of a card with what was put into them."""

    def __init__(
        self, tasks: Sequence[Task], gaps: Sequence[Gap], texts: Sequence[str], context: Context
    ) -> None:
        self._tasks, self._gaps, self._texts, self._context = tasks, gaps, texts, context
        self._free = [at for at, gap in enumerate(gaps) if gap.free]
        self._gains: dict[tuple[int, int], Fraction] = {}
        self._place = self._places()

    def _places(self) -> dict[int, int]:
        """Index of each text -> index of the gap that it counts for."""
        gains = [
            [Fraction(0) if self._repeats(at, to) else self._earned(at, to) for to in self._free]
            for at in self._free
        ]
        moved = {
            at: self._free[column] for at, column in zip(self._free, best_assignment(gains), strict=True)
        }
        return {at: moved.get(at, at) for at in range(len(self._texts))}

    def _judge(self, at: int, to: int) -> Verdict:
        return self._tasks[to].judge(self._gaps[to], self._texts[at], self._context)

    def _earned(self, at: int, to: int) -> Fraction:
        if (at, to) not in self._gains:
            self._gains[at, to] = self._tasks[to].earned(self._gaps[to], self._texts[at], self._context)
        return self._gains[at, to]

    def _repeats(self, at: int, to: int) -> bool:
        """Is the text one that stands in a free gap before, though the same is hidden nowhere else?"""
        key = self._tasks[to].expected(self._context)
        hidden = [self._tasks[other].expected(self._context) for other in self._free]
        before = [_same(self._texts[other]) for other in self._free if other < at]
        return hidden.count(key) == 1 and _same(self._texts[at]) in before

    def verdicts(self) -> list[Verdict]:
        """In the order of the gaps as they are on screen."""
        return [self._verdict(at) for at in range(len(self._texts))]

    def _verdict(self, at: int) -> Verdict:
        to, text = self._place[at], self._texts[at].strip()
        if not text:
            return self._refused(to, "gap_empty", text)
        verdict = self._judge(at, to)
        if at in self._free and self._repeats(at, to):
            return self._refused(to, "gap_twice", text)
        if verdict.fraction:
            return verdict
        others = (other for other in range(len(self._tasks)) if other not in (at, to))
        home = next((other for other in others if self._earned(at, other) == 1), None)
        if home is None:
            return verdict
        if {at, home} <= set(self._free):
            return self._refused(to, "gap_twice", text)
        args = {"typed": verdict.given, "gap": str(home + 1)}
        return replace(verdict, because="gap_other", args=args, diff=())

    def _refused(self, to: int, because: str, text: str) -> Verdict:
        return Verdict(
            outcome="wrong",
            fraction=Fraction(0),
            because=because,
            args={"typed": text} if text else {},
            given=text,
            expected=self._tasks[to].expected(self._context),
            options=len(self._gaps[to].options),
        )


def _same(text: str) -> str:
    """A text as it is compared with those in other gaps."""
    return " ".join(text.casefold().split())


def part_of(key: str, verdict: Verdict) -> PartMark:
    """The mark of a gap."""
    return PartMark(
        key=key,
        mark=_OWN_MARKS.get(verdict.because) or _MARKS.get(verdict.outcome, "wrong"),
        given=verdict.given,
        expected=verdict.expected,
        feedback=verdict.feedback,
        because=verdict.because,
        score=verdict.score,
        args=verdict.args,
        diff=verdict.diff,
    )


def sum_up(verdicts: Sequence[Verdict], gaps: Sequence[Gap], expected: str, *, exact: bool) -> Verdict:
    """Several gaps: the mean, or all or nothing."""
    earned = [verdict.fraction or Fraction(0) for verdict in verdicts]
    mean = sum(earned, Fraction(0)) / len(earned)
    fraction = Fraction(mean == 1) if exact else mean
    right = sum(part == 1 for part in earned)
    slips = any(verdict.outcome == "almost" for verdict in verdicts)
    whole: Outcome = "almost" if slips else "correct"
    in_part = not exact and mean != Fraction(right, len(earned))
    return Verdict(
        outcome=whole if fraction == 1 else "partial" if fraction else "wrong",
        fraction=fraction,
        because="gaps",
        heading="gaps" if right or not fraction else "",
        score="score_gaps_exact" if exact else "score_gaps_part" if in_part else "score_gaps",
        args={"right": str(right), "gaps": str(len(earned)), "fraction": str(fraction)},
        parts=tuple(part_of(str(number), verdict) for number, verdict in enumerate(verdicts, 1)),
        given=", ".join(verdict.given or "–" for verdict in verdicts),
        expected=expected,
        options=_ways(gaps),
    )


def _ways(gaps: Sequence[Gap]) -> int:
    """In how many ways all gaps can be filled by picking; 0 if one cannot."""
    return min(prod(len(gap.options) for gap in gaps), MOST_WAYS)
