"""Which text is which card: renamed, missing and reworded ones, and what is done about them."""

from collections.abc import Iterable

from quizapp.core.renames import Answer, Orphan, Pair, Reworded, Stake
from quizapp.store import changed, orphans, renames, stakes
from quizapp.ui.services import Changes, Services

ANSWERS_MS = 7 * 86_400_000
"""For so long what was said of renamed cards is listed, to be taken back."""


class Identities:
    """In the window's thread alone, as Services."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def renamings(self) -> tuple[tuple[Pair, ...], int, tuple[Answer, ...]]:
        """Cards that may have been renamed, the next ones to ask about; how many there are; and what the
        learner said of such pairs in the last week."""
        shelf, since_ms = self._services.library.shelf, self._services.now().at_ms - ANSWERS_MS
        return *renames.pairs(self._services.db, shelf), renames.answers(self._services.db, shelf, since_ms)

    def orphans(self) -> tuple[Orphan, ...]:
        """Cards with progress whose text is in no deck."""
        return orphans.listing(self._services.db)

    def likely(self, uid: str) -> tuple[Pair, ...]:
        """The new notes that a missing one may be, likest first."""
        return renames.likely(self._services.db, self._services.library.shelf, uid)

    def changed_since_learned(self, deck_key: int) -> tuple[Reworded, ...]:
        """Cards of a deck that say something else than when they were learned."""
        return changed.changed_since_learned(self._services.db, self._services.library.shelf, deck_key)

    def stake(self, path: str, note: int, explicit: str) -> Stake:
        """The progress of a note: by its id, else by its place among those of a deck file."""
        return stakes.total(
            stakes.of_id(self._services.db, explicit)
            if explicit
            else stakes.at(self._services.db, path, note)
        )

    def link(self, old_uid: str, new_uid: str, by: object, alike: float = 0.0) -> tuple[str, ...]:
        """A missing note is another one: its cards become that one's; the ids of the events, for `unmark`."""
        events = renames.link(self._services.db, old_uid, new_uid, alike)
        self._services.changed.emit(Changes(progress=True, by=by))
        return events

    def purge(self, card_keys: Iterable[int], by: object) -> None:
        """Forget the progress of some cards for good: only a backup, to be made before, brings it back."""
        self._services.mark_all("tombstone", orphans.ids_of(self._services.db, tuple(card_keys)), by)
