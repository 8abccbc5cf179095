"""Look-alikes among the cards on the shelf, and the names for completion."""

from pathlib import Path

from quizapp.store.lookalikes import lookalikes
from quizapp.store.names import names
from tests.store.made import fresh
from tests.store.shelves import World, capital, card


def test_cards_that_are_alike_across_decks(tmp_path: Path) -> None:
    with fresh() as db:
        world = World(db, tmp_path)
        world.write("one.yaml", [capital("Norway"), capital("Sweden")])
        world.write("two.yaml", [capital("Denmark"), card("What is the capital of Norway?", "Oslo")])
        world.refresh()
        groups = lookalikes(db)
        assert len(groups) == 1
        fronts = {key: front for front, key in world.keys().items()}
        rows = dict(db.con.execute("SELECT card_key, deck_key FROM shelf"))
        assert len({rows[key] for key in groups[0]}) == 2
        assert {fronts.get(key, "What is the capital of Norway?") for key in groups[0]} == {
            "What is the capital of Norway?"
        }


def test_names_for_completion(tmp_path: Path) -> None:
    with fresh() as db:
        world = World(db, tmp_path)
        cards = [capital("Norway", tags="[a, b]"), capital("Sweden", tags="[b]")]
        world.write("one.yaml", cards, title="One")
        world.refresh()
        assert names(db, "tag") == ("b", "a"), "the most frequent first"
        assert names(db, "deck") == ("One",)
        assert names(db, "due") == ()
