"""Safe distractors for a card from the other cards of its deck: never a second right answer.

A text may stand beside the right answer only if nothing speaks for it: the grader would call it wrong, no
word list of a right answer holds the other, no date or amount meets another, the deck nowhere gives it to
the same question, and neither author nor learner has excluded it.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain, islice
from random import Random
from typing import NamedTuple

from quizapp.core.answers import AnswerCard, Said, Words, abbreviates, jaccard, within, words_of
from quizapp.core.context import Contexts
from quizapp.core.deck import Deck, Note
from quizapp.core.extents import Extent, meet
from quizapp.core.kinds.base import Option

NEAR = 0.8
"""Two prompts that share so much of their words (Jaccard) ask the same."""
ABOUT = 0.25
"""Two prompts that share so much of their longer words have one subject."""
TRIED = 400
"""Candidates looked at for one card, so that the largest deck costs little."""
HANDFUL = 32
"""Of so many candidates those that do not give themselves away are taken first."""
SAME = 24
"""Cards with the same question that are asked whether they would take a text; of more, only equality."""

_TINY = 1e-9


class Lent(NamedTuple):
    """An answer of another card that may stand as a wrong option."""

    text: str
    """Markdown."""
    plain: str


class Neighbours:
    """What the cards of a deck may lend each other as wrong options. Made once a deck."""

    def __init__(self, deck: Deck, contexts: Contexts) -> None:
        self._by_prompt: defaultdict[int, dict[Words, list[AnswerCard]]] = defaultdict(dict)
        self._by_answer: defaultdict[Words, list[AnswerCard]] = defaultdict(list)
        self._lenders: defaultdict[tuple[str, ...], dict[Words, AnswerCard]] = defaultdict(dict)
        """By what they have in common with those that may borrow, and by that and a tag."""
        self._contexts, self._common = contexts, deck.tags
        for _, note, part in deck.cards():
            self._add(self._card(note, part))

    def _card(self, note: Note, part: str) -> AnswerCard:
        return AnswerCard(note, part, self._contexts.of(note, part), self._common)

    def _add(self, card: AnswerCard) -> None:
        self._by_prompt[len(card.prompt)].setdefault(card.prompt, []).append(card)
        for said in card.said:
            self._by_answer[said.words].append(card)
        if card.key:
            words = card.said[0].words
            self._lenders[card.shelf].setdefault(words, card)
            for tag in card.tags:
                self._lenders[*card.shelf, tag].setdefault(words, card)

    def distractors(
        self, note: Note, part: str, *, seed: int, excluded: Collection[str] = (), count: int = 3
    ) -> tuple[Option, ...]:
        """Up to `count` wrong options for a card of the deck; fewer where fewer are safe."""
        return tuple(Option(lent.text) for lent in self.lent(note, part, seed, excluded, count))

    def lent(
        self, note: Note, part: str, seed: int, excluded: Collection[str] = (), count: int = 3
    ) -> tuple[Lent, ...]:
        """The same with their plain words. The same seed draws the same again.

        excluded: texts (Markdown or plain) that the learner called right as well.
        """
        asked = self._card(note, part)
        if not asked.key:
            return ()
        case = _Case(self._asking(asked), excluded)
        found: list[AnswerCard] = []
        for other in islice(self._drawn(asked, Random(seed)), TRIED):
            if len(found) == count:
                break
            holders = self._by_answer[other.said[0].words]
            if case.may_stand(other, holders) and all(_distinct(other, mate) for mate in found):
                found.append(other)
        return tuple(Lent(card.key, card.said[0].plain) for card in found)

    def apart(self, cards: Iterable[tuple[Note, str, Collection[str]]], count: int) -> tuple[int, ...]:
        """The first `count` of some cards of the deck that can be matched, by their places: beside the
        answers of all of them each question has one that is right. All answers are of one side and language.

        cards: each with the texts that its learner called right as well; those without an answer to pick are
        passed over. No more are taken of them than it needs.
        """
        found: dict[int, _Case] = {}
        for at, (note, part, excluded) in enumerate(cards):
            asked = self._card(note, part)
            if asked.key and all(asked.shelf[:2] == mate.asked.shelf[:2] for mate in found.values()):
                case = _Case(self._asking(asked), excluded)
                if all(self._are_apart(case, mate) for mate in found.values()):
                    found[at] = case
            if len(found) == count:
                break
        return tuple(found)

    def _are_apart(self, one: "_Case", other: "_Case") -> bool:
        """Can neither answer be right for the question of the other?"""
        return self._may_lend(one, other) and self._may_lend(other, one) and _distinct(one.asked, other.asked)

    def _may_lend(self, borrower: "_Case", lender: "_Case") -> bool:
        return borrower.may_stand(lender.asked, self._by_answer[lender.asked.said[0].words])

    def _drawn(self, asked: AnswerCard, chance: Random) -> Iterator[AnswerCard]:
        """Candidates, each answer once, by chance: first those with a tag of the card."""
        tagged: dict[Words, AnswerCard] = {}
        lenders: dict[Words, AnswerCard] = {}
        for shelf in asked.shelves:
            for tag in sorted(asked.tags):
                tagged |= self._lenders.get((*shelf, tag), {})
            lenders |= self._lenders.get(shelf, {})
        yield from _sampled(asked, list(tagged.values()), chance)
        yield from _sampled(asked, [card for words, card in lenders.items() if words not in tagged], chance)

    def _asking(self, asked: AnswerCard) -> list[AnswerCard]:
        """The cards of the deck that ask the same, itself first."""
        size, words = len(asked.prompt), asked.prompt
        near: list[list[AnswerCard]] = []
        for length in range(int(size * NEAR), int(size / NEAR) + 2):
            shared = NEAR / (1 + NEAR) * (size + length) - _TINY  # the same as jaccard(...) >= NEAR, faster
            prompts = self._by_prompt.get(length, {})
            near += [cards for prompt, cards in prompts.items() if len(prompt & words) >= shared]
        others = (card for card in chain.from_iterable(near) if card.note != asked.note)
        return [asked, *others]


def _sampled(asked: AnswerCard, pool: Sequence[AnswerCard], chance: Random) -> Iterator[AnswerCard]:
    """Some of a pool that have the card's type, by chance; of a handful at a time the likelier ones first."""
    some = chance.sample(pool, min(len(pool), TRIED))
    for start in range(0, len(some), HANDFUL):
        handful = [card for card in some[start : start + HANDFUL] if card.type == asked.type]
        yield from sorted(handful, key=lambda card: _oddity(asked, card))


class _Case:
    """A card that looks for wrong options."""

    def __init__(self, asking: Sequence[AnswerCard], excluded: Collection[str]) -> None:
        """asking: the card, and those of its deck that ask the same."""
        self.asked = asked = asking[0]
        self.asking = asking[:SAME]
        right = dict.fromkeys(chain.from_iterable(card.said for card in asking))
        self.right = tuple(islice(right, SAME * len(asked.said)))
        self.right_words = {said.words for said in right}
        self.excluded = frozenset(excluded)
        self.excluded_words = asked.shunned.union(words_of(text, asked.context.language) for text in excluded)

    def may_stand(self, other: AnswerCard, holders: Sequence[AnswerCard]) -> bool:
        """True if nothing speaks for the answer of `other`; holders: the cards that have this answer."""
        return not any(speaks(self, other, holders) for speaks in _OBJECTIONS)


def _is_sibling(case: _Case, other: AnswerCard, holders: Sequence[AnswerCard]) -> bool:
    """It is of the same note, whose text the question shows."""
    return other.note == case.asked.note


def _alike(case: _Case, other: AnswerCard, holders: Sequence[AnswerCard]) -> bool:
    """One answer is the other with words left out, or with initials for them."""
    if not case.right_words.isdisjoint(said.words for said in other.said):
        return True
    return any(_reads_like(a, b) for a in case.right for b in other.said)


def _meets(case: _Case, other: AnswerCard, holders: Sequence[AnswerCard]) -> bool:
    """It may be the same date or amount, or a part of it."""
    return any(meet(a.extents, b.extents) for a in case.right for b in other.said)


def _describes(case: _Case, other: AnswerCard, holders: Sequence[AnswerCard]) -> bool:
    """It is the deck's answer to what a right answer names, or it names what is asked: a word and its meaning
    are no alternatives."""
    told = any(holder.named <= said.words for holder in holders for said in case.right)
    return told or any(case.asked.named <= said.words for said in other.said)


def _is_excluded(case: _Case, other: AnswerCard, holders: Sequence[AnswerCard]) -> bool:
    """By the learner, or by the author of either card."""
    key = other.said[0]
    if other.key in case.excluded or key.words in case.excluded_words:
        return True
    return any(not holder.shunned.isdisjoint(case.right_words) for holder in holders)


def _mixes_claims(case: _Case, other: AnswerCard, holders: Sequence[AnswerCard]) -> bool:
    """What somebody claims of a subject is no wrong answer to what is so, nor the other way round."""
    asked = case.asked
    return any(holder.claims != asked.claims and _same_subject(asked, holder) for holder in holders)


def _graded_right(case: _Case, other: AnswerCard, holders: Sequence[AnswerCard]) -> bool:
    """The grader would take the answer of one card for the other, or for one that asks the same."""
    return any(_confused(card, other) for card in case.asking)


_OBJECTIONS: tuple[Callable[[_Case, AnswerCard, Sequence[AnswerCard]], bool], ...] = (
    _is_sibling,
    _alike,
    _meets,
    _describes,
    _is_excluded,
    _mixes_claims,
    _graded_right,
)
"""What may speak for an answer; the cheap ones first."""


def _distinct(one: AnswerCard, other: AnswerCard) -> bool:
    """Two options that cannot be taken for the same."""
    alike = any(_reads_like(a, b) or meet(a.extents, b.extents) for a in one.said for b in other.said)
    return not (alike or _confused(one, other))


def _reads_like(one: Said, other: Said) -> bool:
    return within(one.words, other.words) or abbreviates(one, other) or abbreviates(other, one)


def _confused(one: AnswerCard, other: AnswerCard) -> bool:
    return any(one.takes(said.plain) for said in other.said) or any(
        other.takes(said.plain) for said in one.said
    )


def _same_subject(one: AnswerCard, other: AnswerCard) -> bool:
    """Two cards are about one subject if they share a tag that is not the whole deck's, or a quarter of the
    longer words of their prompts."""
    return bool(one.tags & other.tags) or jaccard(one.subject, other.subject) >= ABOUT


def _oddity(asked: AnswerCard, other: AnswerCard) -> tuple[bool, bool, bool]:
    """How easily an option gives itself away: it stands in the question; else it is a year among days or a
    length among weights; else it is more than twice as long as the answer, or the answer as it."""
    key, text = asked.said[0], other.said[0]
    lengths = len(key.plain), len(text.plain)
    return (
        text.words <= asked.prompt,
        _measure(key.extents) != _measure(text.extents),
        max(lengths) > 2 * min(lengths),
    )


def _measure(read: tuple[Extent, ...]) -> object:
    """What a date or an amount is: a year, a month or a day; a length, a number of ships."""
    first = read[0] if read else None
    return first and (first.dimension or first.unit if first.scale == "number" else first.high - first.low)
