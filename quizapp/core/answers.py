"""Cards as their neighbours see them: what they ask, and their right answers made comparable."""

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

import regex

from quizapp.core.deck import AnswerType, Note
from quizapp.core.extents import Extent, extents, may_have_extents
from quizapp.core.kinds.base import Context
from quizapp.core.kinds.spelling import accepted, earned, is_code_or_maths
from quizapp.core.kinds.typed import TypedQuestion
from quizapp.core.text import PLAIN, Manner, folded, form, normalise, tokens

LONGEST = 120
"""Letters of an option; a longer answer is a text to read, not to pick."""
_SMALL_WORD = 3
"""Letters of words that initials may leave out: of, the, and, de."""
TELLING = 4
"""Letters from which a word says what a prompt is about."""

_PICTURE = regex.compile(r"!\[|<img\b")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]\p{M}*")

Words = frozenset[str]


class Said(NamedTuple):
    """A right answer, ready to compare."""

    plain: str
    words: Words
    """Without articles, capitals and marks; never empty."""
    language: str

    @property
    def initials(self) -> tuple[str, ...]:
        """The first letters of its words, with and without the small ones: usoa, usa."""
        return _initials(self.plain, self.language)

    @property
    def extents(self) -> tuple[Extent, ...]:
        """The same as a date or a number; () if it is neither.

        Not every author writes numbers as the deck's language does, so it is read as others do, too.
        """
        return tuple(dict.fromkeys((*extents(self.plain, self.language), *extents(self.plain))))


class AnswerCard:
    """A card of the deck as others see it. Cards that cannot be asked in writing lend no answer."""

    def __init__(self, note: Note, part: str, context: Context, common: Collection[str]) -> None:
        self.note, self.part, self.context = note, part, context
        front = note.front(part)
        self.prompt = _set(tokens(front, PLAIN), front)
        self.tags = frozenset(note.tags).difference(common)
        self.spelled: TypedQuestion | None = note.kind.spelled(note.question, part)

    @cached_property
    def key(self) -> str:
        """The answer as it may be lent, Markdown; empty if it is none to pick."""
        key = self.spelled.a if self.spelled else ""
        plain = self.note.plain_of(key).strip()
        fit = plain and len(plain) <= LONGEST and not _PICTURE.search(key)
        return key if fit and not is_code_or_maths(key) else ""

    @cached_property
    def named(self) -> Words:
        """Its prompt as if it were an answer: what its answer says something of."""
        return words_of(self.note.front(self.part), self.context.language)

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Its right answers, the one that it lends first."""
        if self.spelled is None:
            texts: Iterable[str] = self.note.kind.answers(self.note.question, self.part)
        else:
            texts = (self.spelled.a, *accepted(self.spelled.accept))
        plain = dict.fromkeys(self.note.plain_of(text).strip() for text in texts)
        language = self.context.language
        return tuple(Said(text, words_of(text, language), language) for text in plain)

    @cached_property
    def type(self) -> AnswerType:
        """Of its answer: as the author says, else as it looks."""
        return self.note.answer_type or answer_type(self.said[0].extents)

    @property
    def shelf(self) -> tuple[str, str, str]:
        """Side and language of its answer, and what is known of its type without reading it."""
        kind = self.note.answer_type or ("amount" if may_have_extents(self.said[0].plain) else "text")
        return self.note.kind.side(self.part), self.context.language, kind

    @property
    def shelves(self) -> Iterator[tuple[str, str, str]]:
        """Where the answers of its type are."""
        side, language = self.note.kind.side(self.part), self.context.language
        yield side, language, self.type
        if self.type in ("date", "number", "text"):
            yield side, language, "amount"

    @cached_property
    def shunned(self) -> frozenset[Words]:
        """What its author never wants beside its answer."""
        return frozenset(
            words_of(self.note.plain_of(text), self.context.language) for text in self.note.not_with
        )

    @property
    def claims(self) -> bool:
        """True if it is somebody's word, not a fact."""
        return self.note.status in ("claim", "forecast")

    @cached_property
    def subject(self) -> Words:
        """The words that say what it is about."""
        return frozenset(word for word in self.prompt if len(word) >= TELLING)

    def takes(self, plain: str) -> bool:
        """Would its grader not call this text wrong?

        Asked without the deck's other answers: they would make a mere slip of the fingers another answer.
        """
        if self.spelled is None:
            return False
        lone = Context(language=self.context.language, plain=self.note.plain)
        return earned(self.spelled, self.spelled.a, self.spelled.accept, plain, lone) > 0


def answer_type(read: tuple[Extent, ...]) -> AnswerType:
    """The type of an answer that its author does not tell: a date, a number, else a text."""
    if not read:
        return "text"
    return "number" if read[0].scale == "number" else "date"


def words_of(text: str, language: str) -> Words:
    """A text as a set of words to compare; a text without any is one word."""
    return _set(folded(form(text, Manner(language)), language).words, text)


def _set(words: tuple[str, ...], text: str) -> Words:
    """Words as a set, letter by letter where a script has no spaces between them."""
    if not text.isascii():
        words = tuple(_UNSPACED.sub(r" \g<0> ", " ".join(words)).split())
    return frozenset(words) or frozenset([text.strip()])


def within(one: Words, other: Words) -> bool:
    """True if one answer is the other with words left out."""
    return one <= other or other <= one


@lru_cache(maxsize=8192)
def _initials(plain: str, language: str) -> tuple[str, ...]:
    words = normalise(plain, Manner(language)).split()
    telling = [word for word in words if len(word) > _SMALL_WORD]
    return tuple(dict.fromkeys("".join(word[0] for word in some) for some in (words, telling)))


def abbreviates(one: Said, other: Said) -> bool:
    """True if one answer is the other with initials in it: USA, US Navy."""
    return any(
        len(word) > 1
        and one.words - {word} <= other.words
        and any(_stands_for(word, run) for run in other.initials)
        for word in one.words
    )


def _stands_for(word: str, run: str) -> bool:
    """Is a word some of these first letters in a row, or all and one more (USA, the United States)?"""
    return word in run or (len(run) > 1 and word[:-1] == run)


def jaccard(one: Words, other: Words) -> float:
    """The share of the words of either that both have, in [0, 1]."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0
