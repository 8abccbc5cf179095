"""What all sittings together say about each question, for its author.

Item-rest correlation is the field's measure of how well a question tells those who know from those who do
not: Pearson's r of what the question earned with what the rest of the paper did. One learner's own sittings
say it of days on which more was known and days on which less was.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from fractions import Fraction
from statistics import StatisticsError, correlation

from msgspec import Struct

from quizapp.core.attempt import Attempt, Posed
from quizapp.core.facility import Option

SITTINGS = 10
"""With fewer a correlation says nothing."""


class Item(Struct, frozen=True, kw_only=True):
    """One question over all sittings."""

    card_id: str
    front: str
    deck: str
    kind: str
    count: int
    """Sittings it was in."""
    facility: Fraction
    """Mean share earned."""
    correlation: float | None
    """Item-rest, in [-1, 1]; None with few sittings, or where nothing varies."""
    blank: int
    unknown: int
    options: tuple[Option, ...]
    """Wrong options, plain, of a choice that was written as one: shown and picked."""
    disputed: int
    """How often the learner said that their answer, or another option, is right too."""


def items(attempts: Sequence[Attempt], disputed: Sequence[str] = ()) -> tuple[Item, ...]:
    """attempts: handed in; disputed: a card_id each time its key was disputed. By deck, hardest first."""
    places: dict[str, list[tuple[Attempt, int]]] = defaultdict(list)
    for attempt in attempts:
        for at, posed in enumerate(attempt.questions):
            places[posed.card_id].append((attempt, at))
    counted = Counter(disputed)
    found = [_item(card_id, asked, counted[card_id]) for card_id, asked in places.items()]
    return tuple(sorted(found, key=lambda item: (item.deck, item.facility, item.front)))


def _item(card_id: str, asked: Sequence[tuple[Attempt, int]], disputed: int) -> Item:
    attempt, at = asked[-1]
    posed = attempt.questions[at]
    earned = [one.answered(place).fraction for one, place in asked]
    rest = [_rest(one, place) for one, place in asked]
    outcomes = Counter(_outcome(one, place) for one, place in asked)
    return Item(
        card_id=card_id,
        front=posed.note.front(posed.part),
        deck=posed.deck,
        kind=posed.note.kind.name,
        count=len(asked),
        facility=sum(earned, Fraction()) / len(earned),
        correlation=_correlation(earned, rest),
        blank=outcomes["blank"],
        unknown=outcomes["unknown"],
        options=_options(posed, asked),
        disputed=disputed,
    )


def _outcome(attempt: Attempt, at: int) -> str:
    last = attempt.last(at)
    return last.verdict.outcome if last else "blank"


def _rest(attempt: Attempt, at: int) -> Fraction | None:
    """The mean of the other questions; None if there is no other."""
    others = [attempt.answered(other).fraction for other in range(len(attempt.questions)) if other != at]
    return sum(others, Fraction()) / len(others) if others else None


def _correlation(earned: Sequence[Fraction], rest: Sequence[Fraction | None]) -> float | None:
    pairs = [(float(one), float(other)) for one, other in zip(earned, rest, strict=True) if other is not None]
    if len(pairs) < SITTINGS:
        return None
    try:
        return correlation(*zip(*pairs, strict=True))
    except StatisticsError:  # one of them is always the same
        return None


def _options(posed: Posed, asked: Sequence[tuple[Attempt, int]]) -> tuple[Option, ...]:
    """The author's wrong options of the question as it was asked last."""
    wrong = [option.text for option in getattr(posed.note.question, "wrong", ())]
    shown, picked = Counter[str](), Counter[str]()
    for attempt, at in asked if wrong else ():
        one = attempt.questions[at]
        last = attempt.last(at)
        if one.question is None:
            shown.update(option.text for option in getattr(one.prompt(), "options", ()))
            answer = last.answer if last and isinstance(last.answer, dict) else {}
            picked.update((*answer.get("texts", ()), *([answer["text"]] if "text" in answer else ())))
    return tuple(Option(posed.note.plain_of(text), shown[text], picked[text]) for text in wrong)
