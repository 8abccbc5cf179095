"""Who runs a quick round: draws boards and questions, grades answers, logs them outside the schedule."""

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from zlib import crc32

from quizapp.core import rounds
from quizapp.core import turn as turns
from quizapp.core.content import content_of
from quizapp.core.deck import Deck
from quizapp.core.desk import Asked, Judged
from quizapp.core.kinds.base import Answer, Context, DontKnow, Picked
from quizapp.core.overview import Missed
from quizapp.core.ratings import passes
from quizapp.core.reviews import Review
from quizapp.core.rounds import Board, Card
from quizapp.core.turn import Turn
from quizapp.core.ways import Posed
from quizapp.store import leeches
from quizapp.store import rounds as stored
from quizapp.store.counting import Counting
from quizapp.ui.asking import Asking
from quizapp.ui.services import Changes, Services


class Rounds:
    """One round at a time; in the window's thread alone. Each answer is on the disk when it is judged."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._asking = Asking(services)
        self._session_id = ""
        self._seed = 0
        self._decks: dict[int, list[int]] = {}
        self._keys: list[int] = []
        self._total = 0
        self._judged: dict[int, tuple[Asked, Judged]] = {}

    def begin(self, query: str, card_keys: Sequence[int] = ()) -> None:
        """A new round with the cards that a query finds, or with these, in an order by chance."""
        services = self._services
        self._asking.forget()
        self._session_id = services.new_id()
        self._seed = int.from_bytes(services.db.entropy(4), "big")
        self._keys = rounds.shuffled(card_keys or services.search(query).keys, self._seed)
        self._decks = stored.by_deck(services.db, self._keys)
        may_be_asked = {key for keys in self._decks.values() for key in keys}
        self._keys = [key for key in self._keys if key in may_be_asked]
        self._total = len(self._keys)
        self._judged = {}

    @property
    def asked(self) -> int:
        """Cards that were answered."""
        return len(self._judged)

    @property
    def is_empty(self) -> bool:
        """True if no card is left that may be asked."""
        return not self._keys

    @property
    def right(self) -> int:
        """Those that were right at the first try."""
        return sum(_passed(*one) for one in self._judged.values())

    @property
    def missed(self) -> tuple[Missed, ...]:
        """The others, in the order they were asked."""
        return tuple(_missed(*one) for one in self._judged.values() if not _passed(*one))

    @property
    def leeches(self) -> leeches.Marked:
        """Cards that were forgotten once too often in it."""
        return leeches.marked(self._services.db, self._session_id)

    # Pairs

    def next_board(self) -> Board | None:
        """The next board; no card is asked twice. None if there are too few left."""
        for deck_key, keys in list(self._decks.items()):
            seed = crc32(f"{self._seed}\0{len(keys)}".encode())
            found = rounds.board(self._cards(keys), self._asking.neighbours_of(deck_key), seed)
            del self._decks[deck_key]
            if found is not None:
                used = {pair.card.item.card_key for pair in found.pairs}
                # Behind the others: each deck has its turn.
                self._decks[deck_key] = [key for key in keys if key not in used]
                return found
        return None

    def header(self, board: Board) -> Deck:
        """The deck of a board, without its notes."""
        return self._services.library.shelf.header(board.pairs[0].card.item.deck_key)

    def join(self, board: Board, left: int, right: int, free: Collection[int]) -> bool:
        """Does this answer go with that question? The first try is what counts, and is logged.

        free: the answers that were not joined yet.
        """
        self._judge_pair(board, left, Picked(board.rights[right]), free)
        return board.right_of(left) == right

    def give_up(self, board: Board, left: int, free: Collection[int]) -> None:
        """Somebody does not know the partner of a question."""
        self._judge_pair(board, left, DontKnow(), free)

    def _judge_pair(self, board: Board, left: int, answer: Answer, free: Collection[int]) -> None:
        card = board.pairs[left].card
        if card.item.card_key not in self._judged:
            self.judge(self._asked(card, board.posed(left, free), self._seed), answer, 0)

    # Cards against the clock

    def next_question(self) -> Asked | None:
        """The next card that one key can answer; None after the last."""
        while self._keys:
            for card in self._cards([self._keys.pop()]):
                seed = crc32(f"{self._seed}\0{card.item.card_id}".encode())
                posed = rounds.quick(card, partial(self._asking.neighbours_of, card.item.deck_key), seed)
                if posed is not None:
                    return self._asked(card, posed, seed)
        return None

    # Both

    def judge(self, asked: Asked, answer: Answer, visible_ms: int) -> Judged:
        """Grade an answer and log it."""
        services, moment = self._services, self._services.now()
        context = self._asking.context(asked)
        turn = turns.tried(Turn(), asked, answer, context)
        judged = turns.judge(turn, asked, context, moment, {})
        review = Review(
            review_id=services.new_id(),
            card_id=asked.item.card_id,
            session_id=self._session_id,
            device_id=services.device_id,
            moment=moment,
            study_day=moment.study_day,
            mode="cram",
            graded=turns.graded(turn, asked, judged),
            rating=int(judged.suggestion.rating),
            visible_ms=visible_ms,
            content_hash=content_of(asked.note, asked.item.part),
        )
        Counting(services.db).log(review, judged.verdict, asked.note.pass_)
        services.changed.emit(Changes(progress=True, by=self))
        self._judged[asked.item.card_key] = (asked, judged)
        return judged

    def _cards(self, card_keys: Collection[int]) -> Iterator[Card]:
        for card_key in card_keys:
            found = self._services.place(card_key)
            if found is not None:
                item, _, note = found
                yield Card(item, note, self._services.excluded(card_key))

    def _asked(self, card: Card, posed: Posed, seed: int) -> Asked:
        memory, flagged = self._services.state(card.item.card_key)
        return Asked(
            item=card.item,
            note=card.note,
            question=posed.question,
            borrowed=posed.borrowed,
            prompt=posed.ask(seed),
            deck=self._services.library.shelf.header(card.item.deck_key),
            memory=memory,
            seed=seed,
            position=self.asked + 1,
            total=self._total,
            seen=memory.reps if memory else 0,
            flagged=flagged,
        )


def _passed(asked: Asked, judged: Judged) -> bool:
    return passes(judged.verdict, asked.note.pass_)


def _missed(asked: Asked, judged: Judged) -> Missed:
    note, part, verdict = asked.note, asked.item.part, judged.verdict
    return Missed(
        card_key=asked.item.card_key,
        front=note.front(part),
        back=note.kind.expected(note.question, part, Context(plain=note.plain)),
        outcome=verdict.outcome,
        fraction=str(verdict.fraction or 0),
    )
