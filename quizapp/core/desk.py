"""The card on the desk: what is asked now, and what came of the answer. Values for the study screen."""

from collections.abc import Mapping

from msgspec import Struct

from quizapp.core.deck import AnyQuestion, Deck, Note
from quizapp.core.kinds import AnyKind, kind_of
from quizapp.core.kinds.base import Answer, Prompt, Verdict
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
    prompt: Prompt
    deck: Deck
    """Without its notes."""
    memory: Memory | None
    seed: int
    position: int
    total: int
    seen: int
    """Reviews so far."""
    flagged: bool = False

    @property
    def kind(self) -> AnyKind:
        """The kind that it is asked as."""
        return kind_of(self.question)


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
