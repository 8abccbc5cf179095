"""The one door for writes: each answer and each change goes through here, and `changed` tells of it once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from quizapp.core.overview import Found, Overview
from quizapp.core.problems import Problem
from quizapp.core.reviews import Event, EventType, Memory, Moment, Regrade, Review
from quizapp.core.session import Item
from quizapp.core.settings import Settings
from quizapp.store import due, scopes, settings
from quizapp.store.database import Database
from quizapp.store.library import Library

# The log and what reads decks are imported where they are used: a start needs neither.
if TYPE_CHECKING:
    from quizapp.core.deck import Deck, Note
    from quizapp.core.facility import Option
    from quizapp.store.browse import Browse, Row, Rows, Sort, Without
    from quizapp.ui.identities import Identities


_T = TypeVar("_T")


class Changes(Struct, frozen=True, kw_only=True):
    """What is different now, and who did it."""

    progress: bool = False
    library: bool = False
    settings: bool = False
    replaced: bool = False
    """Another progress is in place: whatever was read before is of no worth."""
    by: object = None


class Services(QObject):
    """Reads for the screens, writes for everybody; in the window's thread alone."""

    changed = Signal(object)
    """Changes."""
    replacing = Signal()
    """Another progress is about to be put in place: whoever works on this one stops."""

    def __init__(
        self, db: Database, library: Library, *, trace: Callable[[str], None], parent: QObject | None = None
    ) -> None:
        """trace: takes the name of an event, for the benchmarks."""
        super().__init__(parent)
        self.db = db
        self.library = library
        self.trace = trace
        self._settings = settings.load(db)
        self._own: dict[int, Settings] = {}
        """By deck_key, until settings or decks change."""

    # Reading

    @property
    def settings(self) -> Settings:
        """Those for all decks."""
        return self._settings

    def settings_of(self, deck_key: int) -> Settings:
        """Those of a deck, with what is set for its folders and for itself; KeyError if there is none."""
        if deck_key not in self._own:
            self._own[deck_key] = settings.load(self.db, scopes.of_deck(self.db, deck_key))
        return self._own[deck_key]

    @property
    def device_id(self) -> str:
        return self.db.device_id

    def now(self) -> Moment:
        return self.db.now()

    def new_id(self) -> str:
        return self.db.new_id()

    def overview(self) -> Overview:
        """Home's numbers."""
        return due.overview(self.db, self.now(), self._settings)

    def load(self) -> Mapping[int, int]:
        """Study day -> cards due on it."""
        return due.load(self.db, self.now())

    def found(self, words: str, limit: int = 30) -> tuple[Found, ...]:
        """Cards that hold the words."""
        from quizapp.store import search

        return tuple(search.find(self.db, words, limit))

    def search(self, query: str, sort: "Sort | None" = None) -> "Rows":
        """The cards that a query finds (core.query), sorted; by due day if not said otherwise."""
        return self._browse.search(query, sort) if sort else self._browse.search(query)

    def without(self, query: str) -> "tuple[Without, ...]":
        """What a query would find without one of its parts, most first."""
        return self._browse.without(query)

    def search_counts(self, queries: Iterable[str]) -> tuple[int, ...]:
        """How many cards each query finds."""
        return self._browse.counts(queries)

    def card_rows(self, card_keys: Sequence[int]) -> "tuple[Row, ...]":
        """What stands in the rows of these cards, in this order."""
        return self._browse.rows(card_keys)

    def search_names(self, key: str) -> Sequence[str]:
        """The names that the collection has for a key of the search language: decks, tags, sources."""
        from quizapp.store import names

        return names.names(self.db, key)

    @cached_property
    def _browse(self) -> "Browse":
        from quizapp.store.browse import Browse

        return Browse(self.db, self.library.shelf)

    def problems(self, deck_key: int) -> tuple[Problem, ...]:
        """What is to be mended in a deck file."""
        return self.library.shelf.problems(deck_key)

    def deck(self, deck_key: int) -> "Deck":
        """A whole deck."""
        return self.library.shelf.deck(deck_key)

    def place(self, card_key: int) -> "tuple[Item, Deck, Note] | None":
        """Where a card is now, the header of its deck, its note; None if it has left the shelf."""
        shelf = self.library.shelf
        item = shelf.item(card_key)
        return (item, shelf.header(item.deck_key), shelf.note(item.deck_key, item.note)) if item else None

    def state(self, card_key: int) -> tuple[Memory | None, bool]:
        """What is known of a card, and whether it is flagged."""
        from quizapp.store import cards, memory

        return memory.get(self.db, card_key), cards.is_flagged(self.db, card_key)

    def ratings(self, card_key: int) -> tuple[int, ...]:
        """How the answers to a card that count were rated, oldest first."""
        from quizapp.store import log

        return tuple(int(review.rating) for review in log.history(self.db, card_key))

    def options(self, card_key: int) -> "tuple[Option, ...]":
        """The wrong options that a card's author wrote: how often each was shown to be picked, and picked."""
        from quizapp.core import facility
        from quizapp.store import log

        place = self.place(card_key)
        if place is None:
            return ()
        item, _, note = place
        return facility.options(note, [(item.part, one.graded) for one in log.history(self.db, card_key)])[0]

    def excluded(self, card_key: int) -> frozenset[str]:
        """Texts that the learner called right as well, or never wants among the options of a card."""
        from quizapp.store import exclusions

        return exclusions.excluded(self.db, card_key)

    def passed_as_choice(self, card_key: int) -> int:
        """How often a card was passed by picking since it was last failed."""
        from quizapp.store import exclusions

        return exclusions.passed_as_choice(self.db, card_key)

    def last_answer(self, session_id: str) -> Review | None:
        """The answer of a sitting that an undo takes back."""
        from quizapp.store import log

        return log.last_voidable(self.db, session_id)

    @cached_property
    def identities(self) -> "Identities":
        """Which text is which card."""
        from quizapp.ui.identities import Identities

        return Identities(self)

    # Writing

    def record(self, review: Review, by: object) -> Review:
        """Log an answer; it is on the disk when this returns, with the ids of what came with it."""
        from quizapp.store import answers

        logged = answers.append(self.db, review)
        self.trace("answer_committed")
        self.changed.emit(Changes(progress=True, by=by))
        return logged

    def take_back(self, review: Review, by: object) -> None:
        """Void an answer, and what came with it."""
        graded = review.graded
        self.unmark(filter(None, (review.review_id, graded.excluded, *graded.marks)), by)

    def exclude(self, card_id: str, text: str, by: object, *, beside: str = "") -> str:
        """Never offer a text (Markdown) again among the options of a card; the id of the event, for a void.

        beside: the right answer that it was offered beside.
        """
        return self.mark("exclude", card_id, by, {"text": text, "with": beside})

    def regrade(self, review_id: str, judged: Regrade, by: object) -> str:
        """Let an answer in the log count by the learner's word; the id of the event, for a void."""
        return self.mark("regrade", review_id, by, msgspec.to_builtins(judged))

    def mark(
        self, type_: EventType, target: str, by: object, payload: Mapping[str, object] | None = None
    ) -> str:
        """Log an event about a card, by card_id, or about a review: suspend, flag, void ...; its id."""
        from quizapp.store import log

        event = self._event(type_, target, payload or {})
        log.append_event(self.db, event)
        self.changed.emit(Changes(progress=True, by=by))
        return event.event_id

    def mark_all(
        self,
        type_: EventType,
        targets: Iterable[str],
        by: object,
        payload: Mapping[str, object] | None = None,
    ) -> tuple[str, ...]:
        """Log the same about many cards, all or none of it; the ids of the events, for `unmark`."""
        from quizapp.store import log

        events = [self._event(type_, target, payload or {}) for target in targets]
        log.append_events(self.db, events)
        self.changed.emit(Changes(progress=True, by=by))
        return tuple(event.event_id for event in events)

    def unmark(self, event_ids: Iterable[str], by: object) -> tuple[str, ...]:
        """Take events back, all or none; the ids of the voids. A void is final: to redo, mark again."""
        return self.mark_all("void", event_ids, by)

    def _event(self, type_: EventType, target: str, payload: Mapping[str, object]) -> Event:
        return Event(
            event_id=self.new_id(),
            type=type_,
            target=target,
            moment=self.now(),
            device_id=self.device_id,
            payload=dict(payload),
        )

    def set(self, key: str, value: object, by: object, scope: str = "") -> None:
        """Change a setting, for all decks or one scope of store.scopes; None takes its value away.

        QuizError if the value does not suit it.
        """
        settings.put(self.db, key, value, scope)
        self.settings_changed(by)

    def settings_changed(self, by: object) -> None:
        """Other values are on the disk now."""
        self._settings = settings.load(self.db)
        self._own.clear()
        self.changed.emit(Changes(settings=True, by=by))

    def replace(self, put: Callable[[Database], _T], by: object) -> _T:
        """Let `put` put another progress in place; all is read anew."""
        self.replacing.emit()
        try:
            return put(self.db)
        finally:
            self.renew(by)

    def renew(self, by: object) -> None:
        """Another progress is in place: read all anew."""
        self.library.renew()
        self._own.clear()
        self._settings = settings.load(self.db)
        self.changed.emit(Changes(progress=True, library=True, settings=True, replaced=True, by=by))

    def library_changed(self, by: object) -> None:
        """Other decks are on the shelf now."""
        self._own.clear()
        self.changed.emit(Changes(library=True, by=by))
