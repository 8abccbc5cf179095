"""A learner in tests: decks of their own, a progress file, a clock set by hand, and sittings."""

from collections.abc import Iterator
from pathlib import Path

from quizapp.core.desk import Asked, Judged
from quizapp.core.kinds.base import Answer, DontKnow, Picked, Revealed, Typed
from quizapp.core.reviews import Memory, Review
from quizapp.core.session import Item, Session
from quizapp.store import log, memory
from quizapp.ui.navigation import Study
from quizapp.ui.services import Changes, Services
from quizapp.ui.sitting import Sitting
from quizapp.ui.sittings import Sittings
from tests.store.made import Clock, hasty
from tests.store.shelves import World

RIVERS = """\
title: Rivers
language: en
cards:
- id: rome
  q: Which river runs through Rome?
  a: Tiber
  wrong: [Po, Arno]
  hint: [It is short., It begins with T.]
  source: https://example.org/rivers
- id: budapest
  q: Which river runs through Budapest?
  a: Danube
  typed: true
  hint: It is long.
- id: paris
  q: Which river runs through Paris?
  a: Seine
"""
RIGHT: dict[str, Answer] = {"rome": Picked("Tiber"), "budapest": Typed("Danube"), "paris": Revealed()}


class School:
    """The files of one learner, open."""

    def __init__(self, folder: Path, deck: str = RIVERS) -> None:
        self.folder, self.clock = folder, Clock()
        self.traced: list[str] = []
        self.changes: list[Changes] = []
        self._opened = 0
        self.open()
        self.write(deck)

    def open(self) -> None:
        """Open the files, as at the start of the app."""
        self._opened += 1
        self.db = hasty(self.folder / "data", self.clock, seed=self._opened)
        self.world = World(self.db, self.folder / "decks")
        self.services = Services(self.db, self.world.library, trace=self.traced.append)
        self.services.changed.connect(self.changes.append)
        self.sittings = Sittings(self.services)

    def close(self) -> None:
        self.db.close()

    def reopen(self) -> None:
        self.close()
        self.open()

    def write(self, deck: str, name: str = "rivers.yaml") -> int:
        """Save a deck and read it; its key."""
        self.world.save(name, deck)
        self.world.refresh()
        return self.world.deck_key(name)

    @property
    def deck_key(self) -> int:
        return self.world.deck_key("rivers.yaml")

    def key(self, note: str) -> int:
        """The card of a note of the deck of rivers."""
        notes = {item.card_id.split("#")[0]: item for item in self._items()}
        return notes[note].card_key

    def _items(self) -> Iterator[Item]:
        for (card_key,) in self.db.con.execute("SELECT card_key FROM shelf"):
            item = self.services.library.shelf.item(card_key)
            assert item is not None
            yield item

    def remembered(self, note: str) -> Memory | None:
        """What the scheduler knows of a note's card."""
        return memory.get(self.db, self.key(note))

    def logged(self) -> list[Review]:
        """All answers that count, in order."""
        voids = {event.target for event in log.events(self.db) if event.type == "void"}
        return [review for review in log.reviews(self.db) if review.review_id not in voids]

    def ids(self) -> list[str]:
        """The notes of all answers that count, in order."""
        return [review.card_id.split("#")[0] for review in self.logged()]

    def events(self) -> list[str]:
        return [event.type for event in log.events(self.db)]

    def begin(self, **route: object) -> "Seat":
        """Sit down for what a route asks for."""
        session = self.sittings.begin(Study(**route), "Rivers")  # type: ignore[arg-type]
        assert session is not None
        return Seat(self, session)


class Seat:
    """A sitting without a window: what it asked and judged."""

    def __init__(self, school: School, session: Session) -> None:
        self.school = school
        self.sitting = Sitting(school.services, session)
        self.asked: Asked | None = None
        self.judged: Judged | None = None
        self.flags: list[bool] = []
        self.finished = 0
        self.sitting.asked.connect(self._take_asked)
        self.sitting.judged.connect(self._take_judged)
        self.sitting.flagged.connect(self.flags.append)
        self.sitting.finished.connect(self._take_end)
        self.sitting.show()

    def _take_asked(self, asked: Asked) -> None:
        self.asked, self.judged = asked, None

    def _take_judged(self, judged: Judged) -> None:
        self.judged = judged

    def _take_end(self) -> None:
        self.finished += 1
        self.asked = self.judged = None

    @property
    def note(self) -> str:
        """The id of the note that is asked; "" after the last."""
        return self.asked.item.card_id.split("#")[0] if self.asked else ""

    @property
    def place(self) -> tuple[int, int]:
        assert self.asked is not None
        return self.asked.position, self.asked.total

    def answer(self, answer: Answer | None = None) -> Judged:
        """Answer the card, rightly if nothing is said; not rated yet."""
        self.sitting.answer(answer or RIGHT[self.note], 3_000)
        assert self.judged is not None
        return self.judged

    def give(self, answer: Answer | None = None, rating: int = 0) -> None:
        """Answer and take the suggested rating, or another."""
        judged = self.answer(answer)
        self.sitting.rate(rating or int(judged.suggestion.rating))

    def to_the_end(self) -> None:
        """Answer all that is left rightly."""
        for _ in range(30):
            if self.finished:
                return
            self.give()
        raise AssertionError("the sitting does not end")

    def miss(self) -> None:
        if self.note == "paris":
            self.give(rating=1)
        else:
            self.give(DontKnow())
