"""The card on the desk: what is asked now, and what came of the answer. Values for the study screen."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from quizapp.core.deck import AnyQuestion, Deck, Note
from quizapp.core.fsrs6 import STANDARD, Weights
from quizapp.core.kinds import AnyKind, kind_of
from quizapp.core.kinds.base import Answer, Prompt, Reading, Verdict
from quizapp.core.ratings import Suggestion
from quizapp.core.reviews import Memory, Rating
from quizapp.core.schedule import Planned
from quizapp.core.session import Item


class Asked(Struct, frozen=True, kw_only=True):
    """A question as it is on screen."""

    item: Item
    note: Note
    question: AnyQuestion
    """As it is asked now: the note's, or the same card as another kind."""
    borrowed: Mapping[str, str] = {}
    """Options of other cards: Markdown -> plain, where the two differ."""
    prompt: Prompt
    deck: Deck
    """Without its notes."""
    memory: Memory | None
    weights: Weights = STANDARD
    """By which the memory was reckoned."""
    seed: int
    position: int
    total: int
    seen: int
    """Reviews so far."""
    flagged: bool = False

    @property
    def auto(self) -> bool:
        """True if its options are made from other cards."""
        return self.question != self.note.question and self.kind.picks(self.question, self.prompt.part)

    @property
    def kind(self) -> AnyKind:
        """The kind that it is asked as."""
        return kind_of(self.question)

    @property
    def scored(self) -> bool:
        """False if the learner turns the card and rates alone."""
        return self.kind.scored(self.question, self.prompt.part)


class Unclear(Struct, frozen=True, kw_only=True):
    """An answer that can be understood in several ways: the learner says which one they mean."""

    given: str
    """What has to be made clear, in the learner's words; "" if it is not one text."""
    place: int = 0
    """Which gap it is in, counted from 1; 0 where there is one."""
    readings: tuple[Reading, ...]


class TryAgain(Struct, frozen=True, kw_only=True):
    """An answer that was not right, with tries left: nothing of the right one is shown yet."""

    verdict: Verdict
    tries: int
    """So far."""
    of: int


Unsaved = Literal["rated", "saved", "done", "handed_in"]
"""What could not be written: an answer with its rating, one without, another change, the end of an exam."""
Word = Literal["", "right", "wrong"]
"""The learner's word against the grader's: "my answer is right", "that was no slip of the fingers"."""


class Judged(Struct, frozen=True, kw_only=True):
    """What an answer earned, which rating it suggests and what each rating would mean."""

    answer: Answer
    verdict: Verdict
    suggestion: Suggestion
    intervals: Mapping[Rating, Planned]
    """Empty outside the schedule (a second look at missed cards)."""
    now_ms: int
    """When the intervals were reckoned, UTC milliseconds."""
    guess: bool = False
    first: Verdict | None = None
    """On the first try, where there were several: the one that counts."""
    tries: int = 1
    word: Word = ""
    """By which the verdict was overruled."""
    words: frozenset[Word] = frozenset()
    """Those that the learner can say, or take back."""
    leech: int = 0
    """How often it was forgotten, if the suggested rating makes the card a leech; else 0."""
    retype: bool = False
    """True if the answer is to be typed once more."""
