"""What a plan comes to: looked up at once where cards are few, in the background where they are many."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from quizapp.core.attempt import Posed
from quizapp.core.exam import Candidate, Outline, outline
from quizapp.core.plan import Plan
from quizapp.store import papers
from quizapp.store.browse import Browse
from quizapp.store.database import Database
from quizapp.store.shelf import Shelf
from quizapp.ui.services import Services
from quizapp.ui.work import Job, Work

MANY = 5_000
"""Cards from which a plan is reckoned in the background."""


class Reckoned(Struct, frozen=True):
    """A plan, the cards that its query finds, and what it comes to."""

    plan: Plan
    cards: Sequence[Candidate]
    outline: Outline


def reckon(db: Database, plan: Plan, cards: Sequence[Candidate] | None) -> Reckoned:
    """For a worker: on a connection of its own. cards: where they are known."""
    if cards is None:
        with db.twin() as twin:
            cards = papers.candidates(twin, Browse(twin, Shelf(twin)).search(plan.query).keys)
    return Reckoned(plan, cards, outline(plan, cards))


def make(db: Database, found: Reckoned, code: str) -> tuple[Posed, ...]:
    """The questions, for a worker: wrong options are looked for in whole decks."""
    with db.twin() as twin:
        _, questions = papers.Papers(twin, Shelf(twin)).make(found.plan, found.cards, code)
        return questions


class Reckoner(QObject):
    """The last plan that it was asked for counts."""

    reckoned = Signal(object)
    """Reckoned."""
    busy = Signal()
    """The answer comes later."""

    def __init__(self, services: Services, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._work = services, work
        self._query: str | None = None
        self._cards: Sequence[Candidate] = ()
        self._job: Job | None = None

    def forget(self) -> None:
        """Decks or progress have changed: cards are looked up anew."""
        self._query = None

    def ask(self, plan: Plan) -> None:
        """Reckon a plan; `reckoned` tells."""
        self.stop()
        known = self._cards if plan.query == self._query else None
        if not self.many:
            self._take(self._here(plan, known))
            return
        self.busy.emit()
        db = self._services.db
        self._job = self._work.run(reckon, db, plan, known, on_done=self._take, on_failed=self._fail)

    @property
    def many(self) -> bool:
        """True where looking at all cards takes a while."""
        return papers.size(self._services.db) >= MANY

    def stop(self) -> None:
        """Nobody waits for an answer any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _here(self, plan: Plan, cards: Sequence[Candidate] | None) -> Reckoned:
        if cards is None:
            cards = papers.candidates(self._services.db, self._services.search(plan.query).keys)
        return Reckoned(plan, cards, outline(plan, cards))

    def _take(self, found: Reckoned) -> None:
        self._job = None
        self._query, self._cards = found.plan.query, found.cards
        self.reckoned.emit(found)

    def _fail(self, error: Exception) -> None:
        """It has been reported."""
        self._job = None
