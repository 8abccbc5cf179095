"""What an import would do: values that the planner makes, a screen shows and the writer takes."""

from msgspec import Struct

from quizapp.core.problems import Problem
from quizapp.core.three_way import Clash
from quizapp.formats.base import ImportedCard
from quizapp.formats.imported_once import Record
from quizapp.formats.yaml_edit import Value
from quizapp.store.deck_edits import Opened
from quizapp.store.import_media import MediaPlan


class Conflict(Struct, frozen=True, kw_only=True):
    """A card that was changed here and in its source; mine stays."""

    id: str
    line: int
    """Of the deck file."""
    front: str
    clashes: tuple[Clash[Value], ...]


class DeckPlan(Struct, frozen=True, kw_only=True):
    """One deck file of an import."""

    opened: Opened
    text: str
    """What it is to say."""
    title: str
    record: Record
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    gone: int = 0
    """Cards that are here and no longer in the source; they stay."""
    removed: int = 0
    """Cards of the source that were taken out here; they stay out."""
    conflicts: tuple[Conflict, ...] = ()
    cards: tuple[ImportedCard, ...] = ()
    """All that the source has for this deck, each with the id it has here."""
    fresh: frozenset[str] = frozenset()
    """Ids of those that are new here."""
    before: Record | None = None
    """The last import into this deck."""

    @property
    def is_new(self) -> bool:
        return self.opened.data is None

    @property
    def is_same(self) -> bool:
        """The deck stays as it is, and its source has told nothing since the last import."""
        known = self.before.cards if self.before else None
        return not self.is_new and self.text == self.opened.text and known == self.record.cards


class Plan(Struct, frozen=True, kw_only=True):
    """A whole import."""

    read: int
    decks: tuple[DeckPlan, ...]
    media: tuple[MediaPlan, ...]
    problems: tuple[Problem, ...]

    @property
    def added(self) -> int:
        return sum(deck.added for deck in self.decks)

    @property
    def updated(self) -> int:
        return sum(deck.updated for deck in self.decks)

    @property
    def unchanged(self) -> int:
        return sum(deck.unchanged for deck in self.decks)

    @property
    def is_same(self) -> bool:
        """Nothing would be written."""
        return not self.media and all(deck.is_same for deck in self.decks)

    @property
    def skipped(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity == "warning")


class Origin(Struct, frozen=True):
    """Where an import comes from."""

    format: str
    source: str
    """Name of the file."""
    at_ms: int
