"""What answers say about the cards of a deck, for its author: how hard they are, which wrong options work.

Counted are the answers that are the learner's own knowledge: the first of a card in a sitting, its first try.
Facility is the field's word for the share of the marks that answers earned, in [0, 1].
"""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from msgspec import Struct

from quizapp.core.deck import Note
from quizapp.core.leeches import is_leech
from quizapp.core.reviews import Graded, Memory
from quizapp.core.settings import Settings
from quizapp.core.validity import is_over

FEW = 5
"""Fewer answers say nothing about a card."""
HARD = Fraction(1, 2)
"""Below this facility a card is worth a look."""


class Option(Struct, frozen=True):
    """An option: how often it was shown to be picked, and picked."""

    text: str
    shown: int
    picked: int


class Findings(Struct, frozen=True, kw_only=True):
    """What there is to say about one note."""

    note: int
    """Index in its deck."""
    line: int
    front: str
    answers: int = 0
    """Graded ones; cards that the learner rates alone have none."""
    facility: Fraction | None = None
    """None without a graded answer."""
    lapses: int = 0
    leech: bool = False
    unpicked: tuple[str, ...] = ()
    """Wrong options, plain, that were shown FEW times and nobody ever took for right."""
    misleading: tuple[str, ...] = ()
    """Wrong options, plain, that were taken for right more often than a right one, in FEW answers or more."""
    valid_until: str = ""
    """As written, if that day is over."""

    @property
    def hard(self) -> bool:
        return self.answers >= FEW and self.facility is not None and self.facility < HARD


def findings(
    index: int,
    note: Note,
    given: Sequence[tuple[str, Graded]],
    memories: Sequence[Memory],
    today: int,
    settings: Settings,
) -> Findings:
    """given: (part, answer) in the order of time; memories: of its cards that were studied; settings: of its
    deck."""
    wrong, right = options(note, given)
    least = min((option.picked for option in right), default=0)
    earned = [graded.earned for _, graded in given if graded.earned is not None]
    return Findings(
        note=index,
        line=note.span.line,
        front=note.front(next(iter(note.parts), "")),
        answers=len(earned),
        facility=sum(earned, Fraction()) / len(earned) if earned else None,
        lapses=sum(memory.lapses for memory in memories),
        leech=any(is_leech(memory, settings) for memory in memories),
        unpicked=_plain(note, [one for one in wrong if one.shown >= FEW and not one.picked]),
        misleading=_plain(note, [one for one in wrong if one.shown >= FEW and one.picked > least]),
        valid_until=note.valid_until if is_over(note.valid_until, today) else "",
    )


def options(note: Note, given: Sequence[tuple[str, Graded]]) -> tuple[tuple[Option, ...], tuple[Option, ...]]:
    """The author's (wrong, right) options, in their order. What was shown follows from the logged seed."""
    wrong = [option.text for option in getattr(note.question, "wrong", ())]
    if not wrong:
        return (), ()
    shown, picked = Counter[str](), Counter[str]()
    for part, graded in given:
        if graded.kind == note.kind.name and graded.options:
            prompt = note.kind.ask(note.question, part, graded.seed)
            shown.update(option.text for option in prompt.options)
            picked.update(_picks(graded.answer))
    right = note.kind.answers(note.question, next(iter(note.parts), ""))
    return (
        tuple(Option(text, shown[text], picked[text]) for text in wrong),
        tuple(Option(text, shown[text], picked[text]) for text in right),
    )


def _plain(note: Note, found: Sequence[Option]) -> tuple[str, ...]:
    return tuple(note.plain_of(option.text) for option in found)


def _picks(answer: Any) -> tuple[str, ...]:
    """The options in a logged answer, one or several."""
    answer = answer if isinstance(answer, dict) else {}
    return (*answer.get("texts", ()), *([answer["text"]] if "text" in answer else ()))
