"""What stands in brackets or braces: items taken out and put in, each with its comma."""

from collections.abc import Iterable, Sequence

from quizapp.core.problems import Fix

Span = tuple[int, int]
"""Where an item stands, without its comma."""


def taken_out(text: str, spans: Sequence[Span], gone: Iterable[int]) -> list[Fix]:
    """The changes that take items out; comments between them stay. spans: of all items."""
    numbers = set(gone)
    last = max((number for number in range(len(spans)) if number not in numbers), default=-1)
    if numbers and last < 0:
        return [Fix(spans[0][0], spans[-1][1], "")]
    return [
        _with_comma_behind(text, spans[number], spans[number + 1])
        if number < last
        else _with_comma_before(text, spans[number - 1], spans[number])
        for number in sorted(numbers)
    ]


def put_in(spans: Sequence[Span], at: int, words: Sequence[str]) -> Fix:
    """The change that puts items in before the one of this number, or behind the last."""
    if at:
        end = spans[at - 1][1]
        return Fix(end, end, "".join(f", {word}" for word in words))
    start = spans[0][0]
    return Fix(start, start, "".join(f"{word}, " for word in words))


def _with_comma_behind(text: str, span: Span, following: Span) -> Fix:
    start, end = span
    between = text[end : following[0]]
    if "#" not in between:
        return Fix(start, following[0], "")
    return Fix(start, end + between.index(",") + 1, "")


def _with_comma_before(text: str, before: Span, span: Span) -> Fix:
    """In YAML a comma may stand behind the last item, so that before a comment stays."""
    start, end = span
    return Fix(start if "#" in text[before[1] : start] else before[1], end, "")
