"""Events of the log: what is appended, never changed."""

from enum import IntEnum
from fractions import Fraction
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

RULE_VERSION = 1
"""Version of the grading and rating rules; logged with each review, so that a changed rule is a replay."""

Mode = Literal["study", "repeat", "quiz", "exam", "cram"]
"""`study` moves the schedule, the others only where the learner asks (`Review.counts`); `repeat` is the
second look at missed cards."""


class Rating(IntEnum):
    """The four ratings of the schedule."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Moment(Struct, frozen=True):
    """A point in time as a review logs it."""

    at_ms: int
    """UTC, milliseconds since 1970."""
    utc_offset_min: int = 0
    rollover_h: int = 4
    """Local hour at which a study day starts."""

    @property
    def study_day(self) -> int:
        """Days since 1970-01-01 of the local study day."""
        local_min = self.at_ms // 60_000 + self.utc_offset_min
        return (local_min - self.rollover_h * 60) // 1440


class Graded(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The `outcome` JSON of a review: what was answered and how it was judged."""

    kind: str
    outcome: str
    fraction: str = ""
    """"2/3"; empty where the learner rated alone."""
    because: str = ""
    answer: Any = None
    """The Answer as JSON values; of the first try, as are outcome and fraction."""
    later: list[Any] = []
    """Answers of the further tries, as JSON values."""
    before: Any = None
    """Quiz and exam: the first answer to the question, where it was changed before handing in."""
    hints: int = 0
    tries: int = 1
    guess: bool = False
    confidence: float | None = None
    """The probability of being right that the learner gave before the check."""
    options: int = 0
    excluded: str = ""
    """Id of the `exclude` that came with it, "this option is right too": undo takes back both."""
    marks: tuple[str, ...] = ()
    """Ids of the events that came with it, since it made the card a leech: undo takes them back as well."""
    seed: int = 0
    suggested: int = 0
    """The rating that the app proposed; the review's own is the learner's."""
    front: str = ""
    """The question in words as it was seen, shortened, so that a history survives its deck."""

    @property
    def earned(self) -> Fraction | None:
        return Fraction(self.fraction) if self.fraction else None


class Review(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One answer to one card."""

    review_id: str
    """Time-ordered and unique on every machine (ULID)."""
    card_id: str
    session_id: str
    device_id: str
    moment: Moment
    study_day: int
    mode: Mode
    graded: Graded
    rating: int
    """1-4."""
    rule_version: int = RULE_VERSION
    due_day: int = 0
    """The study day chosen for the next review; the replay takes it while `prev_review_id` still precedes.
    0 in all modes but study, unless the answer counts there too."""
    prev_review_id: str = ""
    """The card's `Memory.last_review_id` when `due_day` was chosen."""
    retention: float = 0.9
    """Desired retention of that moment: a replay needs no settings."""
    step_min: int = 10
    """Learning step of that moment, minutes."""
    fit_id: str = ""
    visible_ms: int = 0
    """Time the question was in view and in focus, capped at 60,000."""
    content_hash: str = ""

    @property
    def counts(self) -> bool:
        """Whether it moves the schedule."""
        return self.mode == "study" or self.due_day > 0


EventType = Literal[
    "void", "suspend", "unsuspend", "bury", "unbury", "flag", "unflag",
    "reset", "set_due", "alias", "tombstone", "exclude", "regrade", "apart", "keep",
    "exam", "paper", "step", "fit",
]  # fmt: skip


class Event(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Anything else that happened to a card or a review."""

    event_id: str
    type: EventType
    target: str
    """A review_id (void, regrade), a session_id (exam, paper, step; tombstone of a sitting) or a card_id."""
    moment: Moment
    device_id: str
    payload: dict[str, Any] = {}


class Regrade(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The payload of a `regrade`: how an answer counts by the learner's word, whatever the grader said."""

    outcome: str
    fraction: Annotated[str, Meta(pattern=r"^(\d+(/[1-9]\d*)?)?$")] = ""
    because: str = "regraded"
    rating: Annotated[int, Meta(ge=1, le=4)]
    guess: bool = False

    def of(self, graded: Graded) -> Graded:
        """The same answer with this judgement."""
        return replace(
            graded,
            outcome=self.outcome,
            fraction=self.fraction,
            because=self.because,
            guess=self.guess,
            suggested=self.rating,
        )


class SetDue(Struct, frozen=True):
    """The payload of a `set_due`: when a card that was studied comes back, whatever the schedule says."""

    day: Annotated[int, Meta(ge=0, le=1_000_000)]
    """Study day."""


class Override(Struct, frozen=True):
    """The learner's word on a card's schedule, as a replay takes it."""

    at_ms: int
    event_id: str
    due_day: int | None
    """Of a `set_due`; None for a `reset`: the card is as if it had never been studied."""


class Memory(Struct, frozen=True, kw_only=True):
    """What the scheduler knows of one card: a fold of its reviews, droppable at any time."""

    stability: float
    """Days after which retrievability falls to 90 %."""
    difficulty: float
    """1 (easy) to 10 (hard)."""
    last_day: int
    due_day: int
    due_ms: int = 0
    """While learning (step > 0): when to show it again, UTC milliseconds; else 0."""
    step: int = 0
    """0: in review; 1: in the (re)learning step."""
    reps: int = 0
    lapses: int = 0
    last_review_id: str = ""
    fit_id: str = ""
