"""What to study today: which cards wait, how many of them, and in which order."""

from collections.abc import Iterable, Sequence
from itertools import islice

from msgspec import Struct

from quizapp.core import chance
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
    blocked: bool = False
    """True if the new cards of its deck stay together."""


class Candidates(Struct, frozen=True, kw_only=True):
    """All cards that wait. `due` and `new` are read only as far as they are needed."""

    learning: Sequence[Candidate]
    due: Iterable[Candidate]
    """In descending retrievability."""
    new: Iterable[Candidate]
    """In the order in which they are taken."""


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
    """More reviews wait than a day's limit; the easiest to lose come first, and no new cards."""


def plan(
    candidates: Candidates,
    settings: Settings,
    done: Done,
    *,
    now_ms: int,
    seed: int,
    extra_new: int = 0,
) -> Agenda:
    """Today's cards. extra_new: new cards asked for beyond the limit, even in a backlog."""
    seen: set[int | None] = set(done.groups)
    learning = sorted(candidates.learning, key=lambda card: (card.due_ms, card.card_key))
    seen.update(card.group for card in learning if card.group is not None)
    left = max(0, settings.reviews_per_day - done.reviews)
    due = list(islice(_one_of_a_group(candidates.due, seen), left + 1))
    backlog = len(due) > left
    if backlog:
        # The card beyond the limit only showed that there is one: its group is free.
        seen -= {due.pop().group}
    else:
        due.sort(key=lambda card: (card.due_day, chance.draw(seed, card.card_key)))
        due = _interleaved(due, seed)
    allowed = extra_new + (0 if backlog else max(0, settings.new_per_day - done.new))
    new = list(islice(_one_of_a_group(candidates.new, seen), allowed))
    ripe = [card.card_key for card in learning if card.due_ms <= now_ms]
    early = [card.card_key for card in learning if card.due_ms > now_ms]
    return Agenda(
        queue=(*ripe, *_mixed(due, _runs(new)), *early),
        learning=len(learning),
        due=len(due),
        new=len(new),
        backlog=backlog,
    )


def _one_of_a_group(cards: Iterable[Candidate], seen: set[int | None]) -> Iterable[Candidate]:
    for card in cards:
        if card.group is None:
            yield card
        elif card.group not in seen:
            seen.add(card.group)
            yield card


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


def _runs(new: Iterable[Candidate]) -> list[list[Candidate]]:
    """New cards one by one, those of a blocked deck together."""
    runs: dict[tuple[int, int], list[Candidate]] = {}
    for card in new:
        runs.setdefault((card.deck_key, 0 if card.blocked else card.card_key), []).append(card)
    return list(runs.values())


def _mixed(reviews: Sequence[Candidate], runs: Sequence[Sequence[Candidate]]) -> list[int]:
    """Reviews with the new cards spread evenly among them."""
    places = [((index + 0.5) / len(reviews), [card]) for index, card in enumerate(reviews)]
    places += [((index + 0.5) / len(runs), list(run)) for index, run in enumerate(runs)]
    places.sort(key=lambda place: place[0])
    return [card.card_key for _, cards in places for card in cards]
