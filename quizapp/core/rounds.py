"""Quick rounds, for those who like them: pairs to be matched, cards against the clock. Values.

They stay out of the schedule, and time plays no part in what they say: a round counts what was right.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from random import Random

from msgspec import Struct

from quizapp.core.choices import TRIED, Neighbours
from quizapp.core.deck import Note
from quizapp.core.kinds.base import Option, Picked
from quizapp.core.kinds.choice import Choice
from quizapp.core.session import Item
from quizapp.core.ways import Posed, as_choice, as_written

MINUTES = (1, 3, 5)
"""How long a rapid round may be."""
PAIRS, FEWEST = 6, 3
"""On a board."""
_FRONT, _BACK = 90, 48
"""Letters of a question and an answer that are short enough to stand in a row."""


class Card(Struct, frozen=True):
    """A card that may be asked."""

    item: Item
    note: Note
    excluded: Collection[str] = ()
    """Texts that the learner called right for it as well."""


class Pair(Struct, frozen=True):
    """A question and its answer on a board."""

    card: Card
    front: str
    back: str
    """Markdown, both."""


class Board(Struct, frozen=True):
    """Pairs of one deck to be matched."""

    pairs: tuple[Pair, ...]
    rights: tuple[str, ...]
    """Their answers, shuffled, and one that fits nothing, so that the last pair too has to be known."""
    plain: Mapping[str, str]
    """Answers in plain words, where these differ."""

    def right_of(self, left: int) -> int:
        """Index of the answer of a pair."""
        return self.rights.index(self.pairs[left].back)

    def posed(self, left: int, rights: Collection[int]) -> Posed:
        """A pair as the choice that it is: its question, and these answers, its own among them."""
        pair = self.pairs[left]
        texts = [self.rights[right] for right in sorted(rights)]
        wrong = tuple(Option(text) for text in texts if text != pair.back)
        return Posed(question=Choice(q=pair.front, a=pair.back, wrong=wrong), borrowed=self.plain)


def is_short(note: Note, part: str) -> bool:
    """Can a card be one of the pairs of a board? Basic, typed and choice cards can, and holes of a text."""
    spelled = note.kind.spelled(note.question, part)
    if spelled is None or note.image or note.media:
        return False
    front, back = note.plain_of(spelled.q), note.plain_of(spelled.a)
    return 0 < len(front) <= _FRONT and 0 < len(back) <= _BACK and "![" not in spelled.q


def board(cards: Iterable[Card], neighbours: Neighbours, seed: int) -> Board | None:
    """A board of some of these cards, as they come; None if too few of them can stand beside each other.

    neighbours: of their deck.
    """
    short: list[Card] = []

    def looked_at() -> Iterator[tuple[Note, str, Collection[str]]]:
        for card in islice(cards, TRIED):
            if is_short(card.note, card.item.part):
                short.append(card)
                yield card.note, card.item.part, card.excluded

    found = [_pair(short[at]) for at in neighbours.apart(looked_at(), PAIRS + 1)]
    if len(found) <= FEWEST:
        return None
    rights = [pair.back for pair in found]
    Random(seed).shuffle(rights)
    plain = {pair.back: pair.card.note.plain_of(pair.back) for pair in found}
    differing = {text: words for text, words in plain.items() if text != words}
    return Board(tuple(found[:-1]), tuple(rights), differing)


def _pair(card: Card) -> Pair:
    spelled = card.note.kind.spelled(card.note.question, card.item.part)
    assert spelled is not None
    return Pair(card, spelled.q, spelled.a)


def quick(card: Card, neighbours: Callable[[], Neighbours], seed: int) -> Posed | None:
    """A card as one key answers it; None if that cannot be."""
    written = as_written(card.note, card.item.part)
    if written.kind.answer is Picked:
        return written
    return as_choice(card.note, card.item.part, neighbours, seed, card.excluded)


def shuffled(keys: Sequence[int], seed: int) -> list[int]:
    """In an order by chance."""
    return Random(seed).sample(keys, len(keys))
