"""What all sittings together say about each question, for its author.

Item-rest correlation is the field's measure of how well a question tells those who know from those who do
not: Pearson's r of what the question earned with what the rest of the paper did. One learner's own sittings
say it of days on which more was known and days on which less was.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from fractions import Fraction
from statistics import StatisticsError, correlation
from typing import NamedTuple

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
    places: dict[str, list[_Place]] = defaultdict(list)
    for attempt in attempts:
        earned = [attempt.answered(at).fraction for at in range(len(attempt.questions))]
        total = sum(earned, Fraction())
        for at, posed in enumerate(attempt.questions):
            places[posed.card_id].append(_Place(attempt, at, earned[at], total))
    counted = Counter(disputed)
    found = [_item(card_id, asked, counted[card_id]) for card_id, asked in places.items()]
    return tuple(sorted(found, key=lambda item: (item.deck, item.facility, item.front)))


class _Place(NamedTuple):
    """A question in one sitting."""

    attempt: Attempt
    at: int
    earned: Fraction
    total: Fraction
    """What the whole paper earned."""

    @property
    def posed(self) -> Posed:
        return self.attempt.questions[self.at]

    @property
    def outcome(self) -> str:
        last = self.attempt.last(self.at)
        return last.verdict.outcome if last else "blank"

    @property
    def rest(self) -> Fraction | None:
        """The mean of the other questions; None if there is no other."""
        others = len(self.attempt.questions) - 1
        return (self.total - self.earned) / others if others else None


def _item(card_id: str, asked: Sequence[_Place], disputed: int) -> Item:
    posed = asked[-1].posed
    earned = [place.earned for place in asked]
    rest = [place.rest for place in asked]
    outcomes = Counter(place.outcome for place in asked)
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


def _correlation(earned: Sequence[Fraction], rest: Sequence[Fraction | None]) -> float | None:
    pairs = [(float(one), float(other)) for one, other in zip(earned, rest, strict=True) if other is not None]
    if len(pairs) < SITTINGS:
        return None
    try:
        return correlation(*zip(*pairs, strict=True))
    except StatisticsError:  # one of them is always the same
        return None


def _options(posed: Posed, asked: Sequence[_Place]) -> tuple[Option, ...]:
    """The author's wrong options of the question as it was asked last."""
    wrong = [option.text for option in getattr(posed.note.question, "wrong", ())]
    shown, picked = Counter[str](), Counter[str]()
    for place in asked if wrong else ():
        one, last = place.posed, place.attempt.last(place.at)
        if one.question is None:
            shown.update(option.text for option in getattr(one.prompt(), "options", ()))
            answer = last.answer if last and isinstance(last.answer, dict) else {}
            picked.update((*answer.get("texts", ()), *([answer["text"]] if "text" in answer else ())))
    return tuple(Option(posed.note.plain_of(text), shown[text], picked[text]) for text in wrong)
