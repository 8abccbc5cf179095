"""Due days moved on demand: a backlog spread over the coming days, or all days by the present settings.

What is meant to be done is a value first, to be looked at: which cards move, and how the days look after it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from quizapp.core import schedule
from quizapp.core.fsrs6 import DEFAULT, factor_of
from quizapp.core.settings import Settings

AHEAD_DAYS = 30
"""Study days that a look at the load goes ahead, today among them."""


class Standing(Struct, frozen=True, kw_only=True):
    """A card that was learned, and waits for its day."""

    card_id: str
    deck_key: int
    due_day: int
    last_day: int
    stability: float
    reps: int


class Move(Struct, frozen=True):
    """A card gets another due day."""

    card_id: str
    from_day: int
    to_day: int


class Shift(Struct, frozen=True, kw_only=True):
    """All moves, and the load of the next AHEAD_DAYS without and with them; what is late is today's."""

    today: int
    moves: tuple[Move, ...]
    before: tuple[int, ...]
    after: tuple[int, ...]

    @property
    def earlier(self) -> int:
        return sum(move.to_day < move.from_day for move in self.moves)

    @property
    def later(self) -> int:
        return len(self.moves) - self.earlier

    @property
    def last_day(self) -> int:
        """The latest of the new days; today if nothing moves."""
        return max((move.to_day for move in self.moves), default=self.today)


def spread(
    waiting: Sequence[Standing], load: Mapping[int, int], today: int, keep: int, days: int
) -> list[Move]:
    """All but the first `keep` of the cards that are due, over the `days` study days after today.

    waiting: in the order of their worth: the first ones come first. load: study day -> cards due on it. The
    days are filled from the least loaded up, so that they end as even as they can be.
    """
    rest = waiting[keep:]
    room = _filled([load.get(today + 1 + at, 0) for at in range(days)], len(rest))
    coming = iter(rest)
    return [
        Move(card.card_id, card.due_day, today + 1 + at)
        for at, count in enumerate(room)
        for card in _first(coming, count)
    ]


def _first(cards: "Iterable[Standing]", count: int) -> Iterable[Standing]:
    return (card for _, card in zip(range(count), cards, strict=False))


def _filled(load: Sequence[int], count: int) -> list[int]:
    """How many of `count` cards each day gets, so that the fullest is as low as it can be."""
    low, high = 0, max(load, default=0) + count
    while low < high:  # the least level at which all have room
        level = (low + high) // 2
        if sum(max(0, level - have) for have in load) >= count:
            high = level
        else:
            low = level + 1
    room = [max(0, low - have) for have in load]
    over = sum(room) - count
    for at in reversed(range(len(room))):  # at the last level not all days are needed
        if over > 0 and room[at] > 0:
            room[at] -= 1
            over -= 1
    return room


def interval(stability: float, retention: float, decay: float = DEFAULT[20]) -> int:
    """Days until recall falls to the desired retention, as the library reckons them."""
    days = stability / factor_of(decay) * (retention ** (-1 / decay) - 1)
    return int(min(max(round(days), 1), schedule.MAX_DAYS))


def rescheduled(
    cards: Iterable[Standing],
    settings_of: Callable[[int], Settings],
    load: Mapping[int, int],
    today: int,
    decay: float = DEFAULT[20],
) -> Iterable[Move | None]:
    """For each card its move by the present settings, None if its day is as good as any.

    settings_of: by deck_key. A card that waits stays, unless it should not wait yet; one that would have been
    due before today is due today.
    """
    busy = dict(load)
    for card in cards:
        settings = settings_of(card.deck_key)
        days = interval(card.stability, settings.desired_retention, decay)
        if _is_good(card, days, settings, today):
            yield None
            continue
        around = busy if settings.balance else {}
        found = schedule.fuzzed(days, card.last_day, card.card_id, card.reps, around, settings.easy_days)
        day = max(card.last_day + found, today)
        if day == card.due_day or not _is_better(day, card, days, settings):
            yield None
            continue
        busy[card.due_day] = busy.get(card.due_day, 0) - 1
        busy[day] = busy.get(day, 0) + 1
        yield Move(card.card_id, card.due_day, day)


def _is_good(card: Standing, days: int, settings: Settings, today: int) -> bool:
    """Whether its day lies in the range of fuzz and is no easy day."""
    good = schedule.fuzz_range(days)
    if card.due_day <= today:
        return today - card.last_day >= good.start
    return card.due_day - card.last_day in good and _burden(card.due_day, settings) == 1


def _is_better(day: int, card: Standing, days: int, settings: Settings) -> bool:
    """Within the range a card moves to an easier day alone."""
    if card.due_day - card.last_day not in schedule.fuzz_range(days):
        return True
    return _burden(day, settings) < _burden(card.due_day, settings)


def _burden(day: int, settings: Settings) -> int:
    return schedule.EASE[schedule.ease_of(day, settings.easy_days)]


def shift(moves: Sequence[Move], load: Mapping[int, int], today: int) -> Shift:
    """The moves with what they make of the days. load: study day -> cards due on it."""
    before = [0] * AHEAD_DAYS
    for day, count in load.items():
        if day < today + AHEAD_DAYS:
            before[max(0, day - today)] += count
    after = list(before)
    for move in moves:
        for day, sign in ((move.from_day, -1), (move.to_day, 1)):
            if day < today + AHEAD_DAYS:
                after[max(0, day - today)] += sign
    return Shift(today=today, moves=tuple(moves), before=tuple(before), after=tuple(after))
