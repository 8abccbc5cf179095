"""What to study today: which cards wait, how many of them, and in which order."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

from msgspec import Struct

from quizapp.core import chance
from quizapp.core.setting_values import NewPlace, Order
from quizapp.core.settings import Settings


class Candidate(Struct, frozen=True, kw_only=True):
    """A card that could be studied today."""

    card_key: int
    deck_key: int
    """Its topic: topics are interleaved."""
    group: int | None = None
    """Only one card of a group is shown on a day."""
    due_day: int = 0
    due_ms: int = 0
    """In the learning step: when to show it again, UTC milliseconds."""
    difficulty: float = 0.0
    recall: float = 1.0
    """How likely it is recalled today."""
    blocked: bool = False
    """True if the new cards of its deck stay together."""


class Candidates(Struct, frozen=True, kw_only=True):
    """All cards that wait. `due` and `new` are read only as far as they are needed."""

    learning: Sequence[Candidate]
    due: Iterable[Candidate]
    """In the order in which they are taken if not all can be."""
    new: Iterable[Candidate]
    """In the order in which they are taken."""
    decks: Sequence[int] = ()
    """All decks, in their order."""


class Cap(Struct, frozen=True, kw_only=True):
    """What a folder or a deck allows on this day, less what was studied of it."""

    decks: frozenset[int]
    new: int | None = None
    """None: as many as the collection allows; as for reviews."""
    reviews: int | None = None


class Done(Struct, frozen=True, kw_only=True):
    """What was studied on this day so far, in the whole collection."""

    new: int = 0
    reviews: int = 0
    """Cards that were not new; each once."""
    groups: frozenset[int] = frozenset()
    """Groups of which a card was seen."""


class Agenda(Struct, frozen=True, kw_only=True):
    """The cards of a sitting."""

    queue: tuple[int, ...]
    """By card_key, in order: learning cards that are ripe, reviews with the new ones among them, the rest."""
    learning: int = 0
    due: int = 0
    new: int = 0
    backlog: bool = False
    """More reviews wait than a day's limit: those that the learner wants first come, and no new cards if
    they do not want these too."""


def plan(
    candidates: Candidates,
    settings: Settings,
    done: Done,
    *,
    now_ms: int,
    seed: int,
    extra_new: int = 0,
    caps: Sequence[Cap] = (),
) -> Agenda:
    """Today's cards. extra_new: new cards asked for beyond the limit, even in a backlog."""
    seen: set[int | None] = set(done.groups)
    learning = sorted(candidates.learning, key=lambda card: (card.due_ms, card.card_key))
    seen.update(card.group for card in learning if card.group is not None)
    left = max(0, settings.reviews_per_day - done.reviews)
    room = _Room([(cap.decks, cap.reviews) for cap in caps])
    due = list(islice(room.taken(candidates.due, seen), left + 1))
    backlog = len(due) > left
    if backlog:
        # The card beyond the limit only showed that there is one: its group is free.
        seen -= {due.pop().group}
    else:
        due = _ORDERS[settings.order](due, seed, candidates.decks)
    allowed = max(0, settings.new_per_day - done.new)
    room = _Room(_for_new(caps, frozenset() if settings.backlog_new else room.full, extra_new))
    waits = backlog and not settings.backlog_new
    new = list(islice(room.taken(candidates.new, seen), extra_new + (0 if waits else allowed)))
    ripe = [card.card_key for card in learning if card.due_ms <= now_ms]
    early = [card.card_key for card in learning if card.due_ms > now_ms]
    among = [card.card_key for card in _PLACES[settings.new_place](due, _runs(new))]
    return Agenda(
        queue=(*ripe, *among, *early),
        learning=len(learning),
        due=len(due),
        new=len(new),
        backlog=backlog,
    )


Limit = tuple[frozenset[int], int | None]
"""Decks, and how many of their cards may still come; None: as many as there are."""


class _Room:
    """Takes cards while the caps of their decks allow it, one of a group."""

    def __init__(self, limits: Iterable[Limit]) -> None:
        self._limits = [(decks, limit) for decks, limit in limits if limit is not None]
        self._left = [limit for _, limit in self._limits]
        self._of_deck: dict[int, list[int]] = {}
        self.full: frozenset[int] = frozenset()
        """Decks of which a card had to wait."""

    def taken(self, cards: Iterable[Candidate], seen: set[int | None]) -> Iterator[Candidate]:
        """Those that may come. seen: groups of which a card has come."""
        for card in cards:
            if card.group is not None and card.group in seen:
                continue
            if self._limits and not self._take(card.deck_key):
                continue
            if card.group is not None:
                seen.add(card.group)
            yield card

    def _take(self, deck_key: int) -> bool:
        if deck_key not in self._of_deck:
            self._of_deck[deck_key] = [at for at, (decks, _) in enumerate(self._limits) if deck_key in decks]
        caps = self._of_deck[deck_key]
        if any(self._left[at] <= 0 for at in caps):
            self.full |= {deck_key}
            return False
        for at in caps:
            self._left[at] -= 1
        return True


def _for_new(caps: Iterable[Cap], full: frozenset[int], extra_new: int) -> Iterator[Limit]:
    """What the caps leave to new cards: none to a deck with a backlog of its own, but those asked for."""
    for cap in caps:
        yield cap.decks, None if cap.new is None else cap.new + extra_new
    for deck in sorted(full):
        yield frozenset({deck}), extra_new


Key = Callable[[Candidate], Any]


def _by(key: Key) -> "_Ordering":
    """Sorted by a key, then by chance, and the topics mixed."""

    def ordered(cards: Iterable[Candidate], seed: int, decks: Sequence[int]) -> list[Candidate]:
        return _interleaved(sorted(cards, key=lambda card: (key(card), _drawn(seed, card))), seed)

    return ordered


def _by_deck(cards: Iterable[Candidate], seed: int, decks: Sequence[int]) -> list[Candidate]:
    places = {deck: place for place, deck in enumerate(decks)}
    return sorted(cards, key=lambda card: (places[card.deck_key], card.due_day, _drawn(seed, card)))


def _drawn(seed: int, card: Candidate) -> float:
    return chance.draw(seed, card.card_key)


_Ordering = Callable[[Iterable[Candidate], int, Sequence[int]], list[Candidate]]

_ORDERS: Mapping[Order, _Ordering] = {
    "due": _by(lambda card: card.due_day),
    "hardest": _by(lambda card: -card.difficulty),
    "forgotten": _by(lambda card: card.recall),
    "random": _by(lambda card: 0),
    "deck": _by_deck,
}
"""How the reviews of a day without backlog are put in order: cards, seed, decks in their order."""


def _interleaved(cards: Sequence[Candidate], seed: int) -> list[Candidate]:
    """Spread each topic evenly over the whole, its own order kept."""
    topics: dict[int, list[Candidate]] = {}
    for card in cards:
        topics.setdefault(card.deck_key, []).append(card)
    places = [
        ((index + chance.draw(seed, "topic", topic)) / len(members), card)
        for topic, members in topics.items()
        for index, card in enumerate(members)
    ]
    return [card for _, card in sorted(places, key=lambda place: place[0])]


_Run = Sequence[Candidate]


def _runs(new: Iterable[Candidate]) -> list[list[Candidate]]:
    """New cards one by one, those of a blocked deck together."""
    runs: dict[tuple[int, int], list[Candidate]] = {}
    for card in new:
        runs.setdefault((card.deck_key, 0 if card.blocked else card.card_key), []).append(card)
    return list(runs.values())


def _among(reviews: _Run, runs: Sequence[_Run]) -> Iterable[Candidate]:
    """Reviews with the new cards spread evenly among them."""
    places: list[tuple[float, _Run]] = [
        ((index + 0.5) / len(reviews), [card]) for index, card in enumerate(reviews)
    ]
    places += [((index + 0.5) / len(runs), run) for index, run in enumerate(runs)]
    places.sort(key=lambda place: place[0])
    return chain.from_iterable(cards for _, cards in places)


_PLACES: Mapping[NewPlace, Callable[[_Run, Sequence[_Run]], Iterable[Candidate]]] = {
    "among": _among,
    "first": lambda reviews, runs: chain(*runs, reviews),
    "last": lambda reviews, runs: chain(reviews, *runs),
}
"""Where the new cards come."""
