"""What all kinds share that offer options to pick: their keys, what they show and how it is marked."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from random import Random
from typing import Annotated

from msgspec import Meta

from quizapp.core.kinds.base import Complaint, Mark, Option, Outcome, PartMark, Prompt, Verdict
from quizapp.core.kinds.forms import Boxes

# The keys of a card with options; a question declares them as `wrong`, `draw` and `last`.
Wrong = Annotated[tuple[Option, ...], Meta(description="Wrong options, each with feedback if you like")]
Draw = Annotated[int | None, Meta(description="How many of the wrong options are shown, others each time")]
Last = Annotated[str, Meta(description="The option that always stands last, right or wrong")]

_MANY = 5


class ChoicePrompt(Prompt, frozen=True, kw_only=True):
    """A question with options."""

    options: tuple[Option, ...] = ()
    """In the order shown. Texts are unique."""

    @property
    def dense(self) -> bool:
        return len(self.options) >= _MANY


def offer(
    right: Sequence[str], wrong: Sequence[Option], draw: int | None, last: str, seed: int
) -> tuple[Option, ...]:
    """The options in the order shown: shuffled, `draw` of the wrong ones, `last` at the end.

    An option that is to stand last is always among those drawn.
    """
    chance = Random(seed)
    closing = [option for option in wrong if option.text == last]
    drawable = [option for option in wrong if option.text != last]
    if draw is not None:
        drawable = chance.sample(drawable, min(max(draw - len(closing), 0), len(drawable)))
    options = [*map(Option, right), *drawable, *closing]
    chance.shuffle(options)
    return tuple(sorted(options, key=lambda option: option.text == last))


def boxes(options: Sequence[Option], right: AbstractSet[str], *, many: bool = False) -> Boxes:
    """The options on paper, in the order shown."""
    texts = tuple(option.text for option in options)
    return Boxes(options=texts, right=tuple(at for at, text in enumerate(texts) if text in right), many=many)


def marks(
    options: Sequence[Option], right: AbstractSet[str], picked: AbstractSet[str]
) -> tuple[PartMark, ...]:
    """One mark for each option, in the order shown."""
    return tuple(
        PartMark(key=option.text, mark=_mark(option, right, picked), feedback=option.feedback)
        for option in options
    )


def _mark(option: Option, right: AbstractSet[str], picked: AbstractSet[str]) -> Mark:
    if option.text in right:
        return "right" if option.text in picked else "missed"
    if option.text not in picked:
        return "left_out"
    return "almost" if option.credit else "wrong"


def pick(options: Sequence[Option], right: str, picked: str, names: Mapping[str, str]) -> Verdict:
    """What picking one option earns: 1, 0, or its own credit. names: option -> plain words."""
    chosen = next((option for option in options if option.text == picked), Option(picked))
    fraction = Fraction(1) if picked == right else Fraction(chosen.credit)
    outcome: Outcome = "correct" if fraction == 1 else "partial" if fraction else "wrong"
    return Verdict(
        outcome=outcome,
        fraction=fraction,
        because=f"picked_{outcome}",
        args={"credit": str(fraction)},
        parts=marks(options, {right}, {picked}),
        given=names.get(picked, picked),
        expected=names.get(right, right),
        feedback=chosen.feedback,
        options=len(options),
    )


def option_complaints(
    right: Sequence[str], wrong: Sequence[Option], draw: int | None, last: str
) -> Iterator[Complaint]:
    """Options that cannot be told apart, too few of them, and keys that name what is not there."""
    texts = [*right, *(option.text for option in wrong)]
    for text in dict.fromkeys(text for text in texts if texts.count(text) > 1):
        yield "option_twice", "wrong", {"text": text}
    if len(texts) < 2:
        yield "options_too_few", "wrong", {}
    if draw is not None and draw < 1:
        yield "draw_none", "draw", {"draw": str(draw)}
    elif draw is not None and draw > len(wrong):
        yield "draw_too_many", "draw", {"draw": str(draw), "wrong": str(len(wrong))}
    if last and last not in texts:
        yield "last_unknown", "last", {"text": last}
