"""Papers from the shelf: which cards may be asked, and the questions that a plan and a code make of them."""

import json
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from quizapp.core.attempt import Posed
from quizapp.core.choices import Neighbours
from quizapp.core.context import Contexts
from quizapp.core.exam import Candidate, Draw, Plan, draw, topic_of
from quizapp.core.kinds.open import OPEN
from quizapp.core.papers import pose
from quizapp.core.printed import split_version, version
from quizapp.store import exclusions

if TYPE_CHECKING:
    from quizapp.store.database import Database
    from quizapp.store.shelf import Shelf

_CANDIDATES = """
SELECT shelf.card_key, card_id, title, coalesce(tags, ''), coalesce(kind, ''), coalesce(valid_day < ?, 0),
    memory.card_key IS NOT NULL
FROM json_each(?) JOIN cache.shelf ON shelf.card_key = value JOIN card USING (card_key)
JOIN cache.deck USING (deck_key) LEFT JOIN cache.fact USING (note_key) LEFT JOIN memory USING (card_key)
ORDER BY deck.path, note, shelf.card_key
"""


def candidates(db: "Database", card_keys: Sequence[int]) -> tuple[Candidate, ...]:
    """The cards as a plan looks at them, in the order of their decks. card_keys: what its query finds."""
    # In the order of the tables: each page of the file is looked at once.
    args = (db.now().study_day, json.dumps(sorted(card_keys)))
    tags_of = cache(lambda text: tuple(filter(None, text.split("\n"))))
    return tuple(
        Candidate(
            card_key=key,
            card_id=card_id,
            deck=title,
            tags=tags_of(tags),
            kind=kind,
            scored=kind != OPEN.name,
            stale=bool(stale),
            met=bool(met),
        )
        for key, card_id, title, tags, kind, stale, met in db.con.execute(_CANDIDATES, args)
    )


def size(db: "Database") -> int:
    """Cards there are in all decks."""
    count: int = db.con.execute("SELECT count(*) FROM cache.shelf").fetchone()[0]
    return count


class Papers:
    """Makes papers from one state of the shelf."""

    def __init__(self, db: "Database", shelf: "Shelf") -> None:
        self._db, self._shelf = db, shelf
        self._neighbours: dict[int, Neighbours] = {}

    def make(self, plan: Plan, cards: Sequence[Candidate], code: str) -> tuple[Draw, tuple[Posed, ...]]:
        """The paper of a plan; its draw may hold fewer questions than wanted, if there are no more.

        A code that names a version draws the same questions as all its versions.
        """
        base, _ = split_version(code)
        posed: dict[str, Posed] = {}

        def usable(card: Candidate) -> bool:
            question = self._pose(plan, card, base)
            if question is not None:
                posed[card.card_id] = question
            return question is not None

        drawn = draw(plan, cards, base, usable)
        questions = [posed[card.card_id] for card in drawn.chosen]
        return drawn, version(questions, code, shuffle=plan.shuffle)

    def _pose(self, plan: Plan, card: Candidate, code: str) -> Posed | None:
        item = self._shelf.item(card.card_key)
        if item is None:
            return None
        return pose(
            card.card_id,
            self._shelf.note(item.deck_key, item.note),
            item.part,
            self._shelf.header(item.deck_key),
            ask=plan.ask,
            code=code,
            topic=topic_of(plan, card),
            neighbours=lambda: self._neighbours_of(item.deck_key),
            excluded=exclusions.excluded(self._db, card.card_key),
        )

    def _neighbours_of(self, deck_key: int) -> Neighbours:
        if deck_key not in self._neighbours:
            deck = self._shelf.deck(deck_key)
            self._neighbours[deck_key] = Neighbours(deck, Contexts(deck))
        return self._neighbours[deck_key]
