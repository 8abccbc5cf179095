"""What another program knew of cards comes into the log, and goes again with the import."""

from pathlib import Path

from quizapp.core.problems import Where
from quizapp.core.reviews_in import PastReview
from quizapp.formats.base import Imported, ImportedCard, ImportedDeck, PartProgress
from quizapp.store import cards, import_files, log
from quizapp.store.database import Database
from quizapp.store.import_plan import Origin
from quizapp.store.import_progress import log_progress, take_back
from quizapp.store.importing import plan


def test_an_import_is_taken_back_with_answers_and_states(tmp_path: Path, db: Database) -> None:
    known = PartProgress(reviews=(PastReview("", 3, 1_700_000_000_000),), suspended=True, flagged=True)
    card = ImportedCard(
        data={"q": "flood", "a": "Flut"}, where=Where("x", 1), key="guid-of-it", progress=(known,)
    )
    imported = Imported(decks=(ImportedDeck(title="Water", cards=(card,)),), read=1)
    planned = plan(imported, tmp_path / "decks", Origin("apkg", "x.apkg", 0))
    done = import_files.write(
        planned,
        tmp_path / "data",
        "I1",
        backups=tmp_path / "backups",
        session=lambda: log_progress(db, planned, db.now()),
    )
    (key,) = (row[0] for row in db.con.execute("SELECT card_key FROM card WHERE card_id = 'guid-of-it'"))
    assert [int(one.rating) for one in log.history(db, key)] == [3]
    assert _state(db, key) == (1, 1)
    (found,) = import_files.listing(tmp_path / "data")
    assert found == done
    take_back(db, found.logged)
    assert log.history(db, key) == []
    assert _state(db, key) in (None, (None, 0))
    assert not cards.is_flagged(db, key)


def _state(db: Database, key: int) -> tuple[int | None, int] | None:
    row = db.con.execute("SELECT suspended, flagged FROM card_state WHERE card_key = ?", (key,)).fetchone()
    return tuple(row) if row else None
