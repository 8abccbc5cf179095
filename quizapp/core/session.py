"""One sitting as a value: a fixed list of cards and the answers so far; everything else follows from them.

Undo is one answer less, resuming after a crash is the same answers read back from the log.
"""

from collections.abc import Iterable
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from quizapp.core.reviews import Mode


class Item(Struct, frozen=True):
    """A card of the sitting."""

    card_key: int
    card_id: str
    deck_key: int
    note: int
    """Index of its note in the deck."""
    part: str


class Answered(Struct, frozen=True, kw_only=True):
    """One answer in the sitting."""

    card_key: int
    review_id: str
    outcome: str
    passed: bool
    """False if the card is worth another look: wrong, unknown, or partly right below its `pass`."""
    again_ms: int
    """When the card comes back within the sitting, UTC milliseconds; 0 if it is done."""
    fraction: str
    visible_ms: int


class Session(Struct, frozen=True, kw_only=True):
    """A sitting. `current` stays the same, whatever the clock says, until it is answered or dropped."""

    session_id: str
    """"" for a mere look."""
    title: str
    mode: Mode
    seed: int
    items: tuple[Item, ...]
    answers: tuple[Answered, ...] = ()
    dropped: frozenset[int] = frozenset()
    """Cards suspended or gone since the start."""
    current: int | None = None
    """The card on screen, by card_key."""

    @property
    def item(self) -> Item | None:
        return next((item for item in self.items if item.card_key == self.current), None)

    @property
    def logged(self) -> bool:
        """False for a mere look: no answer of it is kept."""
        return bool(self.session_id)

    @property
    def total(self) -> int:
        return len(self.items) - len(self.dropped)

    @property
    def done(self) -> int:
        """Cards that will not come back."""
        waiting = self.waiting()
        return len({answer.card_key for answer in self.answers} - set(waiting) - self.dropped)

    @property
    def finished(self) -> bool:
        return self.current is None

    def waiting(self) -> dict[int, int]:
        """Cards that come back -> when, in the order of their last answers."""
        last: dict[int, int] = {}
        for answer in self.answers:
            last.pop(answer.card_key, None)
            last[answer.card_key] = answer.again_ms
        return {key: again for key, again in last.items() if again and key not in self.dropped}

    def first_tries(self) -> tuple[Answered, ...]:
        """The first answer to each card, in the order of answering: what the score counts."""
        first: dict[int, Answered] = {}
        for answer in self.answers:
            first.setdefault(answer.card_key, answer)
        return tuple(first.values())

    def missed(self) -> tuple[int, ...]:
        """Cards not passed at the first try."""
        return tuple(answer.card_key for answer in self.first_tries() if not answer.passed)

    def tries_of(self, card_key: int) -> int:
        return sum(answer.card_key == card_key for answer in self.answers)


def start(session_id: str, title: str, mode: Mode, seed: int, items: Iterable[Item], now_ms: int) -> Session:
    """A new sitting with its first card shown."""
    session = Session(session_id=session_id, title=title, mode=mode, seed=seed, items=tuple(items))
    return _advance(session, now_ms)


def answer(session: Session, answered: Answered, now_ms: int) -> Session:
    """The sitting after an answer: the next card is shown."""
    return _advance(replace(session, answers=(*session.answers, answered)), now_ms)


def back(session: Session) -> Session:
    """The sitting without its last answer, that card shown again."""
    if not session.answers:
        return session
    last = session.answers[-1]
    return replace(
        session,
        answers=session.answers[:-1],
        dropped=session.dropped - {last.card_key},
        current=last.card_key,
    )


def drop(session: Session, card_keys: Iterable[int], now_ms: int) -> Session:
    """The sitting without some cards (suspended, or gone from their deck)."""
    session = replace(session, dropped=session.dropped | set(card_keys))
    return session if session.current not in session.dropped else _advance(session, now_ms)


def resume(fresh: Session, answers: Iterable[Answered], now_ms: int) -> Session:
    """A sitting with the answers that the log holds for it."""
    return _advance(replace(fresh, answers=tuple(answers)), now_ms)


def _advance(session: Session, now_ms: int) -> Session:
    """Choose the next card: one whose ten minutes are over, else a fresh one, else the next to come back.

    A card never follows itself while another is left.
    """
    waiting = session.waiting()
    last = session.answers[-1].card_key if session.answers else None
    seen = {answered.card_key for answered in session.answers} | session.dropped
    ripe = (key for key, again in waiting.items() if again <= now_ms and key != last)
    fresh = (item.card_key for item in session.items if item.card_key not in seen)
    early = sorted(waiting, key=lambda key: (key == last, waiting[key]))
    return replace(session, current=next(chain(ripe, fresh, early), None))
