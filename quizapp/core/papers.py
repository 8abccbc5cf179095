"""A card becomes a question of a paper: as its plan wants it asked, or in another way that can be graded."""

from collections.abc import Callable, Collection, Mapping
from zlib import crc32

from quizapp.core.attempt import Posed
from quizapp.core.choices import Neighbours
from quizapp.core.deck import Deck, Note
from quizapp.core.desk import Asked as OnDesk
from quizapp.core.plan import Asking
from quizapp.core.session import Item
from quizapp.core.ways import Posed as Asked
from quizapp.core.ways import as_choice, as_typed, asked_scored


def pose(
    card_id: str,
    note: Note,
    part: str,
    deck: Deck,
    *,
    ask: Asking,
    code: str,
    topic: str,
    neighbours: Callable[[], Neighbours],
    excluded: Collection[str] = (),
) -> Posed | None:
    """None if only the learner could rate it. neighbours: of the deck, made when first needed."""
    seed = seed_of(code, card_id)

    def scored() -> Asked | None:
        return asked_scored(note, part, neighbours=neighbours, seed=seed, excluded=excluded)

    wanted: Mapping[Asking, Callable[[], Asked | None]] = {
        "written": scored,
        "typed": lambda: as_typed(note, part),
        "choice": lambda: as_choice(note, part, neighbours, seed, excluded),
    }
    asked = wanted[ask]() or scored()
    if asked is None:
        return None
    return Posed(
        card_id=card_id,
        part=part,
        seed=seed,
        note=note,
        question=None if asked.question == note.question else asked.question,
        borrowed=dict(asked.borrowed),
        deck=deck.title,
        path=deck.path,
        language=deck.language,
        sources=deck.sources,
        topic=topic,
    )


def seed_of(code: str, card_id: str) -> int:
    """What is drawn and shuffled in a question of a paper comes from it."""
    return crc32(f"{code}\0{card_id}".encode())


def asked_of(posed: Posed, position: int, total: int) -> OnDesk:
    """The question as what shows cards takes it; it is the same whenever it is shown."""
    return OnDesk(
        item=Item(0, posed.card_id, 0, 0, posed.part),
        note=posed.note,
        question=posed.asked,
        borrowed=posed.borrowed,
        prompt=posed.prompt(),
        deck=posed.header(),
        memory=None,
        seed=posed.seed,
        position=position,
        total=total,
        seen=0,
    )
