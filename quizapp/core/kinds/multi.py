"""multi: every right option among wrong ones."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Annotated, Literal, NamedTuple

from msgspec import Meta

from quizapp.core.kinds.base import (
    Complaint,
    Context,
    Filling,
    Kind,
    Option,
    Outcome,
    PartMark,
    Picks,
    Question,
    Shape,
    Verdict,
)
from quizapp.core.kinds.forms import Boxes
from quizapp.core.kinds.picking import ChoicePrompt, Draw, Last, Wrong, boxes, marks, offer, option_complaints
from quizapp.core.kinds.words import Words

NONE_APPLY = "None of them"
"""What stands for an empty list of answers, marked for translation."""

_WORDS = Words(
    reasons={"chose_correct": "", "chose_partial": "", "chose_wrong": ""},
    scores={
        "score_found": "{hits} of {right} found, no wrong option chosen: {fraction}.",
        "score_minus": (
            "{hits} of {right} found, minus {extras} of {wrong} wrong options chosen: "
            "{hits}/{right} − {extras}/{wrong} = {fraction}."
        ),
        "score_floor": (
            "{hits} of {right} found, minus {extras} of {wrong} wrong options chosen: "
            "{hits}/{right} − {extras}/{wrong}, so 0 (never below 0)."
        ),
        "score_none_apply": "None of the options applies, and none was chosen: 1.",
        "score_none_missed": "None of the options applies, but the answer has {extras} of {wrong}: 0.",
        "score_exact": (
            "{hits} of {right} found, {extras} of {wrong} wrong options chosen. All or nothing: {fraction}."
        ),
        "score_per_option": "{judged} of {options} options judged rightly: {fraction}.",
    },
    headings={
        "partly_found": "Partly right: {hits} of {right} found",
        "partly_extra": "Partly right: {hits} of {right} found, {extras} too many",
        "partly_none": "Partly right: none of them applies",
        "wrong_found": "Not yet: {hits} of {right} found",
        "wrong_extra": "Not yet: {hits} of {right} found, {extras} too many",
        "wrong_none": "Not yet: none of them applies",
    },
)


class Multi(Question, frozen=True, kw_only=True, tag="multi"):
    """A question with several right answers, or none, and distractors. Answered by Picks(texts)."""

    q: Annotated[str, Meta(description="The question")]
    a: Annotated[tuple[str, ...], Meta(description="The right answers; [] if none of the options applies")]
    scoring: Annotated[
        Literal["", "exact", "per_option"],
        Meta(description="exact: all or nothing; per_option: each option counts alone"),
    ] = ""
    wrong: Wrong = ()
    draw: Draw = None
    last: Last = ""


class Tally(NamedTuple):
    """How the options shown were picked."""

    hits: int
    right: int
    extras: int
    wrong: int

    @property
    def exact(self) -> bool:
        return self.hits == self.right and not self.extras


def right_minus_wrong(tally: Tally) -> tuple[Fraction, str]:
    """The share of right options found minus that of wrong ones chosen: guessing at random earns little."""
    if not tally.right:
        return Fraction(tally.exact), "score_none_apply" if tally.exact else "score_none_missed"
    found = Fraction(tally.hits, tally.right)
    if not tally.extras:
        return found, "score_found"
    net = found - Fraction(tally.extras, tally.wrong)
    return max(Fraction(0), net), "score_floor" if net < 0 else "score_minus"


def all_or_nothing(tally: Tally) -> tuple[Fraction, str]:
    """1 if every right option and no wrong one was chosen."""
    return (Fraction(0), "score_exact") if not tally.exact else right_minus_wrong(tally)


def per_option(tally: Tally) -> tuple[Fraction, str]:
    """The share of options rightly chosen or rightly left out."""
    judged = tally.hits + tally.wrong - tally.extras
    return Fraction(judged, tally.right + tally.wrong), "score_per_option"


SCORINGS: Mapping[str, Callable[[Tally], tuple[Fraction, str]]] = {
    "": right_minus_wrong,
    "exact": all_or_nothing,
    "per_option": per_option,
}


class MultiKind(Kind[Multi, ChoicePrompt, Picks]):
    name = "multi"
    label = "Choose all that apply"
    about = (
        "The learner picks every option that is right. It earns the share of right options found "
        "minus the share of wrong options chosen, never less than 0; `scoring: exact` makes it "
        "all or nothing, `scoring: per_option` counts each option alone."
    )
    words = (_WORDS,)
    question = Multi
    prompt = ChoicePrompt
    answer = Picks

    def claims(self, keys: Mapping[str, Shape], flags: Mapping[str, str]) -> bool:
        return "wrong" in keys and keys.get("a") == "list"

    def complaints(self, question: Multi) -> Iterator[Complaint]:
        yield from option_complaints(question.a, question.wrong, question.draw, question.last)
        for option in question.wrong:
            if option.credit:
                yield "credit_unused", "wrong", {"text": option.text}

    def ask(self, question: Multi, part: str, seed: int) -> ChoicePrompt:
        wrong = [Option(option.text, option.feedback) for option in question.wrong]
        options = offer(question.a, wrong, question.draw, question.last, seed)
        return ChoicePrompt(part=part, text=question.q, options=options)

    def grade(self, question: Multi, prompt: ChoicePrompt, answer: Picks, context: Context) -> Verdict:
        shown = [option.text for option in prompt.options]
        right, picked = set(question.a), set(answer.texts)
        tally = Tally(
            hits=sum(text in right and text in picked for text in shown),
            right=sum(text in right for text in shown),
            extras=sum(text not in right and text in picked for text in shown),
            wrong=sum(text not in right for text in shown),
        )
        fraction, score = SCORINGS[question.scoring](tally)
        outcome: Outcome = "correct" if fraction == 1 else "partial" if fraction else "wrong"
        return Verdict(
            outcome=outcome,
            fraction=fraction,
            because=f"chose_{outcome}",
            score=score,
            heading=_heading(tally),
            args=_args(tally, fraction),
            parts=marks(prompt.options, right, picked),
            given=_words([text for text in shown if text in picked], context),
            expected=_words([text for text in shown if text in right], context),
            options=len(shown),
        )

    def solution(self, question: Multi, prompt: ChoicePrompt, context: Context) -> tuple[PartMark, ...]:
        return marks(prompt.options, set(question.a), set())

    def printed(self, question: Multi, prompt: ChoicePrompt) -> Boxes:
        return boxes(prompt.options, {*question.a}, many=True)

    def filled(self, question: Multi, prompt: ChoicePrompt, filling: Filling) -> Picks:
        return Picks(tuple(prompt.options[at].text for at in sorted(filling.at)))

    def front(self, question: Multi, part: str) -> str:
        return question.q

    def back(self, question: Multi, part: str) -> str:
        return ", ".join(question.a) or NONE_APPLY

    def answers(self, question: Multi, part: str) -> tuple[str, ...]:
        return question.a


def _heading(tally: Tally) -> str:
    if not tally.right:
        return "none"
    return "extra" if tally.extras else "found"


def _args(tally: Tally, fraction: Fraction) -> dict[str, str]:
    return {
        "hits": str(tally.hits),
        "right": str(tally.right),
        "extras": str(tally.extras),
        "wrong": str(tally.wrong),
        "judged": str(tally.hits + tally.wrong - tally.extras),
        "options": str(tally.right + tally.wrong),
        "fraction": str(fraction),
    }


def _words(texts: list[str], context: Context) -> str:
    return ", ".join(map(context.plain_of, texts)) or NONE_APPLY


MULTI = MultiKind()
