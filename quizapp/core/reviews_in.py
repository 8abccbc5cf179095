"""Answers that were given in another program: what every reader of such histories hands on."""

from typing import Literal

from msgspec import Struct

PastKind = Literal["study", "cram"]
"""`cram` did not move the other program's schedule, and moves none here."""


class PastReview(Struct, frozen=True, gc=False):
    """One answer, as its file has it."""

    card: str
    """What the file calls the card: its id, the id of its note, or its question."""
    rating: int
    """1-4."""
    at_ms: int
    """UTC, milliseconds since 1970."""
    duration_ms: int = 0
    kind: PastKind = "study"
    line: int = 0
    """Where it stands, if the file is a text; else 0."""


MESSAGES: dict[str, tuple[Literal["error", "warning"], str]] = {
    "reviews_no_column": (
        "error",
        "There is no column for the {column}. The first line names the columns: card, rating, time.",
    ),
    "reviews_two_columns": ("error", "There are two columns {name}. Keep one."),
    "reviews_no_card": ("error", "The card is missing. The line was left out."),
    "reviews_rating": (
        "error",
        "The rating “{text}” is none of 1 to 4, again, hard, good, easy. The line was left out.",
    ),
    "reviews_time": (
        "error",
        "“{text}” is no time such as 2025-07-04T18:30:00Z or 1751653800. The line was left out.",
    ),
    "reviews_duration": (
        "warning",
        "“{text}” is no duration in milliseconds. The answer was taken without it.",
    ),
    "reviews_short": ("error", "The line has too few columns. It was left out."),
    "reviews_broken": ("error", "The table cannot be read from here on: {reason}."),
    "reviews_future": ("error", "This answer lies in the future. The line was left out."),
}
"""What can be wrong with such a file: part of `core.problems.MESSAGES`."""
