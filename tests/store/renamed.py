"""Decks in which cards were renamed beyond recognition, for the tests of what is asked then."""

from quizapp.core.renames import Pair
from quizapp.store import log, renames
from quizapp.store.database import Database
from tests.store.made import answer, event
from tests.store.shelves import World, capital, card

NORWAY, ALBANIA = capital("Norway"), card("What is the capital of Albania?", "Tirana")
OTHERS = [capital("Sweden"), capital("Denmark"), capital("Finland")]


def card_id(world: World, front: str) -> str:
    sql = "SELECT card_id FROM card WHERE card_key = ?"
    (id_,) = world.db.con.execute(sql, (world.key(front),)).fetchone()
    return str(id_)


def renamed(world: World, reviews: int = 2) -> Pair:
    """Norway was studied, and became Albania; the pair to ask about."""
    world.write("a.yaml", [NORWAY, *OTHERS], title="Europe")
    world.refresh()
    for _ in range(reviews):
        answer(world.db, card_id(world, "norway"))
    world.write("a.yaml", [ALBANIA, *OTHERS], title="Europe")
    world.refresh()
    (pair,) = pairs(world)
    return pair


def pairs(world: World) -> tuple[Pair, ...]:
    found, count = renames.pairs(world.db, world.library.shelf)
    assert count == len(found) == renames.count(world.db)
    return found


def link(world: World, pair: Pair) -> tuple[str, ...]:
    return renames.link(world.db, pair.old.uid, pair.new.uid, pair.score)


def keep_apart(world: World, pair: Pair) -> str:
    said = event(world.db, "apart", pair.old.uid, **{"from": pair.new.uid, "alike": pair.score})
    log.append_event(world.db, said)
    return said.event_id


def void(db: Database, *event_ids: str) -> None:
    for event_id in event_ids:
        log.append_event(db, event(db, "void", event_id))
