"""What is known of our cards, in the terms of Anki's scheduler."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, Final

from msgspec import Struct

from quizapp.core.identity import card_id, mint, see, uid_of_id
from quizapp.core.reviews_in import PastReview
from quizapp.formats.anki_rows import DAY_S
from quizapp.formats.base import Shipped, Standing
from quizapp.formats.leaving import Leaving

NEW, _LEARNT = 0, 2
"""Types of cards."""
_SUSPENDED: Final = -1
_LEARNING, _REVIEW, _CRAM = 0, 1, 3
"""Kinds of answers."""
_FACTOR: Final = 2500
"""Anki's ease where FSRS does not say otherwise, in thousandths."""
_LONGEST_MS: Final = 60_000
_DAY_MS: Final = DAY_S * 1000
Answer = tuple[int, int, int, int, int, int, int]
"""Time in ms, button, days until the next, days since the last, ease, ms taken, kind."""


class CardState(Struct, frozen=True, kw_only=True):
    """Columns of a card."""

    type: int = NEW
    queue: int = NEW
    due: int = 0
    interval: int = 0
    factor: int = 0
    reps: int = 0
    lapses: int = 0
    data: Mapping[str, Any] = {}


class Progress:
    """Looks up what is known of each card of the decks that leave; nothing if that stays here."""

    def __init__(self, shipped: tuple[Shipped, ...], now: int) -> None:
        """now: seconds since 1970."""
        self._uids: dict[int, str] = {}
        """Note -> its uid, by the identity of the value."""
        for one in shipped:
            self._uids |= _uids(one)
        self._standing: dict[str, Standing] = {}
        for one in shipped:
            if one.memory:
                for note in one.deck.notes:
                    for part in note.parts:
                        own = card_id(self._uids[id(note)], part)
                        if found := one.memory(own):
                            self._standing[own] = found
        days = [day for known in self._standing.values() for day in (known.due_day, known.last_day)]
        self.first_day = min([*days, now // DAY_S]) - 1
        """From which due days count there, days since 1970."""

    def of(self, leaving: Leaving, part: str) -> tuple[CardState, tuple[Answer, ...]]:
        """How a card stands, and its answers, oldest first."""
        own = card_id(self._uids[id(leaving.note)], part)
        reviews = leaving.shipped.reviews
        past = reviews(own) if reviews else ()
        known = self._standing.get(own)
        if known is None:
            state = CardState(queue=_SUSPENDED if leaving.note.suspended else NEW)
        else:
            state = self._state(known, past, stopped=leaving.note.suspended or known.suspended)
        return state, tuple(_answers(past, state.interval or 1))

    def _state(self, known: Standing, past: tuple[PastReview, ...], *, stopped: bool) -> CardState:
        last_s = past[-1].at_ms // 1000 if past else known.last_day * DAY_S + DAY_S // 2
        return CardState(
            type=_LEARNT,
            queue=_SUSPENDED if stopped else _LEARNT,
            due=known.due_day - self.first_day,
            interval=max(1, known.due_day - known.last_day),
            factor=_FACTOR,
            reps=known.reps,
            lapses=known.lapses,
            data={"s": round(known.stability, 4), "d": round(known.difficulty, 3), "lrt": last_s},
        )


def _answers(past: tuple[PastReview, ...], interval: int) -> Iterator[Answer]:
    """Answers as rows. interval: days after the last."""
    gaps = (max(1, round((later.at_ms - one.at_ms) / _DAY_MS)) for one, later in pairwise(past))
    waits = [0, *gaps, interval]
    for at, one in enumerate(past):
        kind = _CRAM if one.kind == "cram" else _REVIEW if at else _LEARNING
        taken = min(one.duration_ms, _LONGEST_MS)
        yield one.at_ms, one.rating, waits[at + 1], waits[at], _FACTOR, taken, kind


def _uids(shipped: Shipped) -> dict[int, str]:
    """The uids of a deck's notes: those of their ids, else as they are minted at first sight."""
    seen = see(shipped.deck)
    unnamed = [one for one in seen if not one.id]
    minted = iter(mint(unnamed, lambda uid: False))
    return {id(note): uid_of_id(note.id) if note.id else next(minted) for note in shipped.deck.notes}
