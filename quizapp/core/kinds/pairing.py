"""What all kinds share that put one text to another: their answers compared, marked and put in words."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from quizapp.core.kinds.base import Context, Mark, Outcome, PartMark, Verdict

MOST_WAYS = 1000
"""Beyond so many ways to fill in a card, luck is out of the question; keeps what is logged short."""

EITHER = " / "
"""Between texts that are all right."""

Wanted = Mapping[str, tuple[str, ...]]
"""A text -> those that are right for it, any of them. Markdown, in the order of the marks."""


def judge_pairs(
    wanted: Wanted,
    pairs: Sequence[tuple[str, str]],
    context: Context,
    *,
    words: str,
    exact: bool,
    ways: int,
    expected: str,
) -> Verdict:
    """What an answer earns: the share of texts that were put to a right one, or all or nothing.

    Texts count as equal if they read the same. words: the ending of the codes for reason, heading and score;
    ways: in how many ways the card could have been filled in; expected: the right answer in words.
    """
    given = dict(pairs)
    parts = tuple(_mark(text, given.get(text, ""), rights, context) for text, rights in wanted.items())
    right = sum(part.mark == "right" for part in parts)
    share = Fraction(right, len(parts))
    fraction = Fraction(share == 1) if exact else share
    outcome: Outcome = "correct" if fraction == 1 else "partial" if fraction else "wrong"
    return Verdict(
        outcome=outcome,
        fraction=fraction,
        because=words,
        heading=words,
        score=f"score_{words}_exact" if exact else f"score_{words}",
        args={"right": str(right), "all": str(len(parts)), "fraction": str(fraction)},
        parts=parts,
        given=in_words({text: (given[text],) for text in wanted if given.get(text)}, context),
        expected=expected,
        options=min(ways, MOST_WAYS),
    )


def missed(wanted: Wanted, context: Context) -> tuple[PartMark, ...]:
    """The marks to show where nothing was answered."""
    return tuple(_mark(text, "", rights, context) for text, rights in wanted.items())


def in_words(pairs: Wanted, context: Context) -> str:
    """Pairs in a line, plain: "Poland: złoty; Czechia: koruna"."""
    plain = context.plain_of
    return "; ".join(f"{plain(text)}: {_either(rights, context)}" for text, rights in pairs.items())


def _mark(text: str, given: str, rights: Sequence[str], context: Context) -> PartMark:
    plain = context.plain_of(given)
    fits = plain in map(context.plain_of, rights)
    mark: Mark = "missed" if not given else "right" if fits else "wrong"
    return PartMark(key=text, mark=mark, given=plain, expected=_either(rights, context))


def _either(texts: Sequence[str], context: Context) -> str:
    return EITHER.join(map(context.plain_of, texts))
