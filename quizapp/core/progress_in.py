"""Answers that were given in another program, on their way into the log."""

from msgspec import Struct


class PastReview(Struct, frozen=True):
    """One answer to one card, as another program kept it."""

    at_ms: int
    """UTC, milliseconds since 1970."""
    rating: int
    """1-4."""
    visible_ms: int = 0
    """0: unknown."""
