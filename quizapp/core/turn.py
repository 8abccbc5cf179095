"""A card's turn: what the learner did from its question to its rating, and what follows from that. Values.

The first try counts: for the score, the suggested rating and the log. What comes later is learning.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from quizapp.core import ratings
from quizapp.core.desk import Asked, Judged, Word
from quizapp.core.kinds import grade, strictly
from quizapp.core.kinds.base import Answer, Blank, Context, DontKnow, PartMark, Picked, Revealed, Verdict
from quizapp.core.reviews import Graded, Moment, Rating
from quizapp.core.schedule import Planned

SURE = (0.25, 0.5, 0.7, 0.85, 0.97)
"""How sure one can be that an answer is right. The first is a guess: among k options it is 1/k instead."""
GUESS = 1
"""The number of the guess: what the learner says is counted from 1."""
TRY_COST = Fraction(1, 3)
"""What each further try costs of the score that is shown for it."""

_FRONT_KEPT = 200
"""Letters of a question that the log keeps."""
_NO_ANSWER = (DontKnow, Blank, Revealed)


class Try(Struct, frozen=True):
    """An answer and what the grader made of it."""

    answer: Answer
    verdict: Verdict


class Turn(Struct, frozen=True, kw_only=True):
    """All that happened to the card on the desk so far."""

    tries: tuple[Try, ...] = ()
    hints: int = 0
    sure: int = 0
    """Which of SURE, counted from 1; 0 if nothing was said."""
    guess: bool = False
    """The learner says so after the check."""
    word: Word = ""
    """The learner's word on the last answer, against the grader."""


def is_answer(answer: Answer) -> bool:
    """False where the learner gave up, left it out, or only turned the card."""
    return not isinstance(answer, _NO_ANSWER)


def tried(turn: Turn, asked: Asked, answer: Answer, context: Context) -> Turn:
    """The turn with one more answer."""
    verdict = grade(asked.kind, asked.question, asked.prompt, answer, context)
    return replace(turn, tries=(*turn.tries, Try(answer, verdict)), word="")


def amended(turn: Turn, asked: Asked, answer: Answer, context: Context) -> Turn:
    """The turn with another answer in place of the last."""
    return tried(replace(turn, tries=turn.tries[:-1]), asked, answer, context)


def count(turn: Turn) -> int:
    """The tries so far; giving up is none, but the first counts however it went."""
    return max(1, sum(is_answer(one.answer) for one in turn.tries))


def may_try_again(turn: Turn, asked: Asked, tries: int) -> bool:
    """May the learner try once more before the answer is shown? tries: how many there are in all."""
    answer, verdict = turn.tries[-1].answer, turn.tries[-1].verdict
    if len(turn.tries) >= tries or ratings.passes(verdict, asked.note.pass_):
        return False
    return may_improve(answer, verdict, len(turn.tries))


def may_improve(answer: Answer, verdict: Verdict, tried: int) -> bool:
    """Is there anything left to try after so many tries, the last of which earned this?"""
    if not is_answer(answer) or verdict.fraction is None or verdict.fraction == 1:
        return False
    # With one option left there is nothing to try.
    left = verdict.options - tried
    return left > 1 or not isinstance(answer, Picked)


def said(turn: Turn, word: Word) -> Turn:
    """The turn with the learner's word; the same word again takes it back."""
    return replace(turn, word="" if turn.word == word else word)


def judge(
    turn: Turn, asked: Asked, context: Context, moment: Moment, intervals: Mapping[Rating, Planned]
) -> Judged:
    """What the screen shows once the tries are over."""
    first, last = _verdict(turn, 0, asked, context), _verdict(turn, -1, asked, context)
    guess = (turn.guess or turn.sure == GUESS) and lucky(first)
    passed = ratings.passes(first, asked.note.pass_)
    suggestion = ratings.suggest(
        first if passed else last,
        asked.memory,
        moment.study_day,
        hints=turn.hints,
        tries=1 if passed else len(turn.tries),
        guess=guess,
        passing=asked.note.pass_,
        weights=asked.weights,
    )
    return Judged(
        answer=turn.tries[-1].answer,
        verdict=last,
        first=first if len(turn.tries) > 1 else None,
        suggestion=suggestion,
        intervals=intervals,
        now_ms=moment.at_ms,
        guess=guess,
        tries=count(turn),
        word=turn.word,
        words=_open_words(turn, asked),
    )


def lucky(verdict: Verdict) -> bool:
    """True where luck could have picked the right option."""
    return bool(verdict.options) and verdict.outcome == "correct"


def graded(turn: Turn, asked: Asked, judged: Judged) -> Graded:
    """What the log keeps of the turn."""
    first = judged.first or judged.verdict
    answers = [msgspec.to_builtins(one.answer) for one in turn.tries]
    return Graded(
        kind=asked.kind.name,
        outcome=first.outcome,
        fraction="" if first.fraction is None else str(first.fraction),
        because=first.because,
        answer=answers[0],
        later=answers[1:],
        hints=turn.hints,
        tries=count(turn),
        guess=judged.guess,
        confidence=confidence(turn.sure, first),
        options=first.options,
        seed=asked.seed,
        suggested=int(judged.suggestion.rating),
        front=asked.note.front(asked.item.part)[:_FRONT_KEPT],
    )


def confidence(sure: int, verdict: Verdict) -> float | None:
    """The probability that the learner gave their answer; None if they said nothing."""
    if not sure:
        return None
    return 1 / verdict.options if sure == GUESS and verdict.options else SURE[sure - 1]


def try_score(verdict: Verdict, tries: int) -> Fraction:
    """What a try earns in the eyes of the learner; it is not logged."""
    return max(Fraction(0), (verdict.fraction or Fraction(0)) - (tries - 1) * TRY_COST)


def _verdict(turn: Turn, at: int, asked: Asked, context: Context) -> Verdict:
    """The verdict on a try; the learner's word on the last answer is one on the same answer before."""
    one = turn.tries[at]
    if not turn.word or one.answer != turn.tries[-1].answer:
        return one.verdict
    return _BY_WORD[turn.word](one, asked, context)


def _right(one: Try, asked: Asked, context: Context) -> Verdict:
    because = "regraded_option" if asked.auto else "regraded"
    verdict = replace(one.verdict, heading="", score="", feedback="", parts=_picked_right(one.verdict))
    return replace(verdict, outcome="correct", fraction=Fraction(1), because=because)


def _picked_right(verdict: Verdict) -> tuple[PartMark, ...]:
    """The marks where the option that was picked is right; fields to fill in keep theirs."""
    if not verdict.options:
        return verdict.parts
    return tuple(replace(part, mark="right") if part.mark == "wrong" else part for part in verdict.parts)


def _no_slip(one: Try, asked: Asked, context: Context) -> Verdict:
    question = strictly(asked.question) or asked.question
    verdict = grade(asked.kind, question, asked.prompt, one.answer, context)
    return replace(verdict, because="no_slip")


_BY_WORD: Mapping[Word, Callable[[Try, Asked, Context], Verdict]] = {"right": _right, "wrong": _no_slip}


def _open_words(turn: Turn, asked: Asked) -> frozenset[Word]:
    """What the learner can say against the grader."""
    answer, verdict = turn.tries[-1].answer, turn.tries[-1].verdict
    disputed = verdict.outcome in ("wrong", "partial") and (answer.own_words or asked.auto)
    slip = verdict.outcome == "almost" and strictly(asked.question) is not None
    words: dict[Word, bool] = {"right": disputed, "wrong": slip}
    return frozenset(word for word, is_open in words.items() if is_open)
