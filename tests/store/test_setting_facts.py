"""Numbers of a learner that say what a setting means for them."""

from pathlib import Path

from quizapp.store import settings
from quizapp.store.database import Database
from quizapp.store.setting_facts import SettingFacts, facts, gather
from tests.store.shelves import World, capital


def test_an_empty_collection_has_none(db: Database) -> None:
    assert facts(db) == SettingFacts()


def test_new_cards_leeches_and_pace_by_deck(db: Database, tmp_path: Path) -> None:
    world = World(db, tmp_path / "decks")
    world.write("a.yaml", [capital("Norway"), capital("Sweden"), capital("Latvia")])
    world.write("b.yaml", [capital("Poland")])
    world.refresh()
    a, b = world.deck_key("a.yaml"), world.deck_key("b.yaml")
    assert facts(db).new == {a: 3, b: 1}
    today = db.now().study_day
    db.con.execute(
        "INSERT INTO memory SELECT card_key, 1, 9, ?, ?, 0, 0, 9, 8, '', '' FROM shelf WHERE deck_key = ?",
        (today, today + 2, b),
    )
    for days_ago, mode, due in ((0, "study", 30), (3, "study", 10), (4, "exam", 90), (40, "study", 500)):
        db.con.execute(
            "INSERT INTO day_total (study_day, mode, reviews, cards, fresh, due, again, visible_ms, counted, "
            "recalled) VALUES (?, ?, 0, 0, 0, ?, 0, 0, 0, 0)",
            (today - days_ago, mode, due),
        )
    assert facts(db) == SettingFacts(new={a: 3}, pace=20.0, leeches={b: 1})
    settings.put(db, "leech_lapses", 9)
    assert gather(db).leeches == {}
