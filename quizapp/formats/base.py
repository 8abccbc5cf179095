"""The contract of a format: what it reads from other programs' files, what it writes, what it says of itself.

A format is one module of this room with a `FORMAT`; it is listed in `quizapp.formats.FORMATS` and nowhere
else. It reads bytes and gives cards as the keys of our own deck format (see decks/REFERENCE.md); those are
written as YAML, and read back by the strict loader, in `composing`: nothing else makes decks of them.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import ClassVar, Literal, NamedTuple, TypeAlias

from msgspec import Struct

from quizapp.core.deck import Deck
from quizapp.core.problems import Problem, Where
from quizapp.core.reviews_in import PastReview
from quizapp.formats.yaml_emit import Value

Tick: TypeAlias = Callable[[int, int], None]
"""Takes (done, total) every now and then; raises if nobody waits any more. Long loops call it."""
Sibling: TypeAlias = Callable[[str], bytes | None]
"""Gives a file that lies beside the source, by its relative path; None if none does."""


def no_tick(done: int, total: int) -> None:
    """Nobody watches."""


def no_sibling(name: str) -> bytes | None:
    """Nothing lies beside it."""
    return None


class Source(NamedTuple):
    """What is to be imported."""

    name: str
    """The file's own name, without folders; "" for a pasted text."""
    data: bytes
    sibling: Sibling = no_sibling

    @property
    def title(self) -> str:
        """What a deck is called if nothing else names it: the name without its ending, as words."""
        stem = Path(self.name).stem
        return " ".join(stem.replace("_", " ").split()) or stem

    @property
    def suffix(self) -> str:
        """In lower case, with its dot."""
        return Path(self.name).suffix.lower()


class Option(Struct, frozen=True):
    """One of the readings to choose from."""

    value: str
    label: str
    """Marked for translation, unless it is text of the file."""


class Choice(Struct, frozen=True, kw_only=True):
    """Something that was guessed about a file and can be changed; the cards follow at once."""

    key: str
    """For `choices` of the next reading and for `--set key=value`; letters, digits, "-" and ":"."""
    label: str
    """Marked for translation, unless it is text of the file (of a column)."""
    value: str
    """As it was guessed or chosen."""
    options: tuple[Option, ...]
    free: bool = False
    """Any other text may be given as well; what cannot be typed is written \\t and \\n."""
    column: bool = False
    """It says what becomes of a column; listed apart, with a sample."""
    sample: str = ""
    """The first value of the column."""


class PartProgress(Struct, frozen=True, kw_only=True):
    """What another program knows of one card of a note."""

    part: str = ""
    """As our kind names it (see Kind.parts)."""
    reviews: tuple[PastReview, ...] = ()
    """Oldest first; `card` is filled in when the note has found its place."""
    suspended: bool = False
    flagged: bool = False


class ImportedCard(Struct, frozen=True, kw_only=True):
    """One item of a deck's `cards`."""

    data: Mapping[str, Value]
    """By our keys, in the order in which they are to be written; texts in our Markdown."""
    where: Where
    """Its place in the source: line, or number of the note or question, from 1."""
    key: str = ""
    """How the source itself names it (a guid, an id), in each of its versions; "": it does not."""
    name: str = ""
    """What tells it from all others of its deck, in each version; filled in by `composing.told_apart`."""
    progress: tuple[PartProgress, ...] = ()


class ImportedDeck(Struct, frozen=True, kw_only=True):
    """What becomes one deck file."""

    title: str
    cards: tuple[ImportedCard, ...]
    header: Mapping[str, Value] = {}
    """Deck keys beside title and cards."""
    folders: tuple[str, ...] = ()
    """Titles of the decks that it is a sub-deck of, outermost first."""
    media: "tuple[Media, ...]" = ()
    """Files that this deck alone names so, by whatever path from its folder; beside those of the import."""


class Media(NamedTuple):
    """A picture or sound that cards name."""

    name: str
    """As cards name it: a path from the deck's folder, made by `media_name`."""
    read: Callable[[], bytes]
    """Its bytes; QuizError if they cannot be had or are too many."""


class Imported(Struct, frozen=True, kw_only=True):
    """All that was found in a source. Nothing is dropped in silence: read = cards or reviews + errors."""

    decks: tuple[ImportedDeck, ...]
    read: int
    """Questions, notes or rows that were found."""
    problems: tuple[Problem, ...] = ()
    """An error for each one that could not be taken, with its place and the raw text as `card`; warnings for
    what is otherwise than in the source. Codes of core.import_words."""
    reviews: tuple[PastReview, ...] = ()
    """Answers by themselves, of a source that holds no cards."""
    media: tuple[Media, ...] = ()
    choices: tuple[Choice, ...] = ()

    @property
    def cards(self) -> int:
        return sum(len(deck.cards) for deck in self.decks)

    @property
    def skipped(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity == "warning")


class Shipped(NamedTuple):
    """A deck that is to be exported."""

    deck: Deck
    text: str
    """Of its file."""
    folder: Sibling
    """Gives the files below the deck's folder that it names."""
    reviews: Callable[[str], tuple[PastReview, ...]] | None = None
    """card_id -> its reviews, oldest first; None: progress stays here."""
    memory: Callable[[str], "Standing | None"] | None = None
    """card_id -> how it stands now; None as above."""
    folders: tuple[str, ...] = ()
    """The folders it lies in, below its root, outermost first."""


class Standing(Struct, frozen=True, kw_only=True):
    """What the schedule knows of a card, for formats that carry it."""

    stability: float
    difficulty: float
    due_day: int
    """Days since 1970-01-01, as last_day."""
    last_day: int
    reps: int
    lapses: int
    suspended: bool = False


class Written(NamedTuple):
    """An export."""

    files: Mapping[str, bytes]
    """File name (for several: path from the target folder) -> content."""
    cards: int
    """Notes that are in it."""


class Format(ABC):
    """One format. Instances hold no state; modules import heavy libraries where they use them."""

    name: ClassVar[str]
    """As in `--format`, and the module's name with "_" for "-"."""
    label: ClassVar[str]
    """Two or three words, marked for translation ("Anki package")."""
    about: ClassVar[str]
    """What it reads and writes, and what is lost; two or three sentences, marked for translation."""
    unit: ClassVar[Literal["line", "question", "note", "item"]] = "line"
    """What `Where.line` counts."""
    suffixes: ClassVar[tuple[str, ...]]
    """In lower case with the dot; the first is given to new files."""
    reads: ClassVar[bool] = True
    writes: ClassVar[bool] = False
    carries_progress: ClassVar[bool] = False
    """It can hold the reviews of cards."""
    guesses: ClassVar[Mapping[str, str]] = {}
    """Key of a choice that its reading may give -> label; "column:N" for those of columns."""
    whole_cards: ClassVar[bool] = False
    """What it writes reads back as the same deck, key for key."""

    @abstractmethod
    def sniff(self, source: Source) -> int:
        """How much it looks like this format: 0 not at all, 100 beyond doubt. Quick, and never raises."""

    def read(self, source: Source, choices: Mapping[str, str], tick: Tick = no_tick) -> Imported:
        """Everything in it. choices: Choice.key -> value, where the person chose another reading.

        QuizError where the source as a whole cannot be read; never any other exception, whatever the bytes.
        """
        raise NotImplementedError(self.name)

    def lost(self, shipped: tuple[Shipped, ...]) -> tuple[Problem, ...]:
        """What the format cannot hold, before anything is written: warnings for parts of a card, an error
        for each card that cannot go at all."""
        raise NotImplementedError(self.name)

    def write(self, shipped: tuple[Shipped, ...], tick: Tick = no_tick) -> Written:
        """The decks in this format, without what `lost` lists."""
        raise NotImplementedError(self.name)
