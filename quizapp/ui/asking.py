"""What is asked: a card of a sitting, found on its shelf and made into a question to show."""

from zlib import crc32

from quizapp.core.context import Contexts
from quizapp.core.desk import Asked
from quizapp.core.kinds import kind_of
from quizapp.core.kinds.base import Context
from quizapp.core.session import Item, Session
from quizapp.ui.services import Services


class Asking:
    """Makes questions of cards, and knows what they are graded by."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._contexts: dict[int, Contexts] = {}

    def ask(self, item: Item, session: Session) -> Asked | None:
        """The card as it is now; None if its note is gone from the deck."""
        found = self._services.place(item.card_key)
        if found is None:
            return None
        item, deck, note = found
        tries = session.tries_of(item.card_key)
        seed = crc32(f"{session.seed}\0{item.card_id}\0{tries}".encode())
        memory, flagged = self._services.state(item.card_key)
        question = note.question
        return Asked(
            item=item,
            note=note,
            question=question,
            prompt=kind_of(question).ask(question, item.part, seed),
            memory=memory,
            seed=seed,
            deck=deck,
            position=session.done + 1,
            total=session.total,
            seen=memory.reps if memory else 0,
            flagged=flagged,
        )

    def context(self, asked: Asked) -> Context:
        """What the answer is graded by."""
        deck_key = asked.item.deck_key
        if deck_key not in self._contexts:
            self._contexts[deck_key] = Contexts(self._services.deck(deck_key))
        return self._contexts[deck_key].of(asked.note, asked.item.part)

    def changed(self, asked: Asked) -> bool:
        """Does the card read otherwise now?"""
        found = self._services.place(asked.item.card_key)
        return found is None or found[2] != asked.note

    def forget(self) -> None:
        """Decks have changed: what is known of them is worked out anew."""
        self._contexts.clear()
