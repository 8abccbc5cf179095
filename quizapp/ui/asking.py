"""What is asked: a card of a sitting, found on its shelf and made into a question to show."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING
from zlib import crc32

from msgspec.structs import replace

from quizapp.core.context import Contexts
from quizapp.core.deck import Deck, Note
from quizapp.core.desk import Asked
from quizapp.core.kinds import kind_of
from quizapp.core.kinds.base import Context, Question
from quizapp.core.session import Item, Session
from quizapp.core.setting_values import Way
from quizapp.store import fits
from quizapp.ui.services import Services

# What asks cards in other ways than they are written is imported when a learner wants that.
if TYPE_CHECKING:
    from quizapp.core.choices import Neighbours


class Asking:
    """Makes questions of cards, and knows what they are graded by."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._contexts: dict[int, Contexts] = {}
        self._neighbours: dict[int, Neighbours] = {}

    def ask(self, item: Item, session: Session) -> Asked | None:
        """The card as it is now; None if its note is gone from the deck."""
        found = self._services.place(item.card_key)
        if found is None:
            return None
        item, deck, note = found
        tries = session.tries_of(item.card_key)
        seed = crc32(f"{session.seed}\0{item.card_id}\0{tries}".encode())
        memory, flagged = self._services.state(item.card_key)
        question, part, borrowed = self._posed(item, deck, note, seed)
        return Asked(
            item=item,
            note=note,
            question=question,
            borrowed=borrowed,
            prompt=kind_of(question).ask(question, part, seed),
            memory=memory,
            weights=fits.in_force(self._services.db),
            seed=seed,
            deck=deck,
            position=session.done + 1,
            total=session.total,
            seen=memory.reps if memory else 0,
            flagged=flagged,
        )

    def _posed(
        self, item: Item, deck: Deck, note: Note, seed: int
    ) -> tuple[Question, str, Mapping[str, str]]:
        """The question, its part and the texts it borrows: as its deck, else the learner wants it asked."""
        way = deck.ask or self._services.settings_of(item.deck_key).ask_as
        if way == "written":
            return note.question, item.part, {}
        return self._posed_as(way, item, note, seed)

    def _posed_as(
        self, way: Way, item: Item, note: Note, seed: int
    ) -> tuple[Question, str, Mapping[str, str]]:
        from quizapp.core.ways import PROMOTED_AFTER, asked_as

        posed = asked_as(
            note,
            item.part,
            way,
            promoted=self._services.passed_as_choice(item.card_key) >= PROMOTED_AFTER,
            neighbours=partial(self.neighbours_of, item.deck_key),
            seed=seed,
            excluded=self._services.excluded(item.card_key),
        )
        return posed.question, posed.part, posed.borrowed

    def neighbours_of(self, deck_key: int) -> "Neighbours":
        """What the cards of a deck may lend each other."""
        from quizapp.core.choices import Neighbours

        if deck_key not in self._neighbours:
            deck = self._services.deck(deck_key)
            self._neighbours[deck_key] = Neighbours(deck, self._contexts_of(deck_key))
        return self._neighbours[deck_key]

    def _contexts_of(self, deck_key: int) -> Contexts:
        if deck_key not in self._contexts:
            self._contexts[deck_key] = Contexts(self._services.deck(deck_key))
        return self._contexts[deck_key]

    def context(self, asked: Asked) -> Context:
        """What the answer is graded by; by the card alone if its deck has gone meanwhile."""
        try:
            contexts = self._contexts_of(asked.item.deck_key)
        except KeyError:
            contexts = Contexts(replace(asked.deck, notes=(asked.note,)))
        context = contexts.of(asked.note, asked.item.part)
        return replace(context, plain={**asked.borrowed, **context.plain}) if asked.borrowed else context

    def changed(self, asked: Asked) -> bool:
        """Does the card read otherwise now? Where it stands in its file is all one."""
        found = self._services.place(asked.item.card_key)
        return found is None or found[2] != replace(asked.note, span=found[2].span)

    def forget(self) -> None:
        """Decks have changed: what is known of them is worked out anew."""
        self._contexts.clear()
        self._neighbours.clear()
