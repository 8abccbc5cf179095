"""How a sitting begins, is found again after a crash, and is summed up."""

from collections.abc import Sequence
from typing import Any

from quizapp.core import session as sessions
from quizapp.core.kinds.base import Context
from quizapp.core.overview import Missed, SessionSummary
from quizapp.core.reviews import Review
from quizapp.core.session import Answered, Item, Session
from quizapp.store import cards, due, memory
from quizapp.store import sittings as kept_sittings
from quizapp.store.sittings import Sitting as Kept
from quizapp.ui.answered import answered_of
from quizapp.ui.navigation import Study
from quizapp.ui.services import Services

_DAYS_AHEAD = 7


class Sittings:
    """Begins sittings and sums them up. Their titles come from the window, in its language."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def begin(self, route: Study, title: str) -> Session | None:
        """The sitting that a route asks for: the one left open today for the same decks, or a new one.

        None if there is nothing to study.
        """
        if not route.cards and not route.more_new and (left := self._left_open(route)):
            return left
        services = self._services
        seed = int.from_bytes(services.db.entropy(4), "big")
        keys: Sequence[int] = (
            route.cards
            or due.plan(
                services.db,
                services.now(),
                services.settings,
                seed=seed,
                decks=route.deck_keys or None,
                extra_new=route.more_new,
                most=route.most,
            ).queue
        )
        items = due.items(services.db, keys)
        if not items:
            return None
        scope = self._scope(route) | {"cards": [item.card_id for item in items]}
        if route.look:
            return sessions.start("", title, "cram", seed, items, services.now().at_ms)
        kept = kept_sittings.start_session(services.db, mode=route.mode, title=title, scope=scope, seed=seed)
        return sessions.start(kept.session_id, title, route.mode, seed, items, services.now().at_ms)

    def summary(self, session: Session) -> SessionSummary:
        """How it went, by first tries."""
        first = session.first_tries()
        missed = [self._missed(answered) for answered in first if not answered.passed]
        counts = {name: sum(answered.outcome == outcome for answered in first) for outcome, name in _COUNTS}
        services = self._services
        overview = services.overview()
        return SessionSummary(
            title=session.title,
            mode=session.mode,
            cards=len(first),
            seconds=round(sum(answered.visible_ms for answered in session.answers) / 1000),
            **counts,
            missed=tuple(card for card in missed if card is not None),
            gone=missed.count(None),
            leeches=self._leeches(session),
            coming=due.forecast(services.db, services.now(), _DAYS_AHEAD),
            weeks_studied=overview.weeks_studied,
            weeks=overview.weeks,
            new_left=overview.new,
            today=overview.today,
        )

    def _leeches(self, session: Session) -> int:
        """Those of a mere look were not logged."""
        from quizapp.store import log

        reviews = log.of_session(self._services.db, session.session_id) if session.logged else ()
        return sum(bool(review.graded.marks) for review in reviews)

    def _scope(self, route: Study) -> dict[str, Any]:
        paths = {file.deck_key: file.path for file in self._services.library.shelf.files()}
        return {
            "decks": sorted(paths[key] for key in route.deck_keys if key in paths),
            "day": self._services.now().study_day,
        } | ({"most": route.most} if route.most else {})

    def _left_open(self, route: Study) -> Session | None:
        services = self._services
        kept = kept_sittings.open_session(services.db, route.mode)
        if kept is None or any(kept.scope.get(key) != value for key, value in self._scope(route).items()):
            return None
        items = [
            item
            for card_id in kept.scope.get("cards", [])
            if (item := services.library.shelf.item_of(card_id)) is not None
        ]
        now_ms = services.now().at_ms
        fresh = sessions.start(kept.session_id, kept.title, kept.mode, kept.seed, items, now_ms)
        session = sessions.resume(fresh, self._answers(kept, items), now_ms)
        put_aside = cards.suspended(services.db, [item.card_key for item in items])
        session = sessions.drop(session, put_aside, now_ms)
        return None if session.finished else session

    def _answers(self, kept: Kept, items: Sequence[Item]) -> list[Answered]:
        keys = {item.card_id: item.card_key for item in items}
        known = [(keys[review.card_id], review) for review in kept.reviews if review.card_id in keys]
        last = {key: review.review_id for key, review in known}
        return [answered_of(review, key, self._again_ms(key, review, last[key])) for key, review in known]

    def _again_ms(self, card_key: int, review: Review, last_id: str) -> int:
        """When the card comes back in the sitting: an answer that another one followed was not the last."""
        if review.review_id != last_id:
            return review.moment.at_ms + review.step_min * 60_000
        known = memory.get(self._services.db, card_key)
        return known.due_ms if known and known.last_review_id == review.review_id else 0

    def _missed(self, answered: Answered) -> Missed | None:
        """As it is listed; None if it has left its deck."""
        found = self._services.place(answered.card_key)
        if found is None:
            return None
        item, _, note = found
        return Missed(
            card_key=item.card_key,
            front=note.front(item.part),
            back=note.kind.expected(note.question, item.part, Context(plain=note.plain)),
            outcome=answered.outcome,
            fraction=answered.fraction,
        )


_COUNTS = (
    ("correct", "right"),
    ("almost", "almost"),
    ("partial", "partly"),
    ("wrong", "wrong"),
    ("unknown", "unknown"),
    ("unscored", "unscored"),
)
"""(outcome, field of SessionSummary)."""
