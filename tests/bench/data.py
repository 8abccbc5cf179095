"""A profile to measure: decks of made-up cards and a past of reviews, the same for the same numbers."""

import os
from pathlib import Path

from quizapp.app import COURSE, EXAMPLES, OWN, clock
from quizapp.paths import AppPaths
from quizapp.store import log
from quizapp.store.database import Database
from quizapp.store.folders import Root
from quizapp.store.library import Library
from tests.bench import decks, history

SEED = 20_250_704


def make(folder: Path, cards: int, reviews: int, *, mixed: bool = False) -> None:
    """Write decks, read them onto the shelf and log the past; nothing if that was done before."""
    done = folder / f"{cards}-{reviews}.done"
    if done.exists():
        return
    paths = AppPaths.under(folder)
    decks.write(paths.decks, cards, mixed=mixed)
    with Database.open(paths.data, now=clock, entropy=os.urandom) as db:
        library(db, paths).refresh()
        rows = db.con.execute("SELECT card_id FROM shelf JOIN card USING (card_key) ORDER BY card_key")
        ids = [card_id for (card_id,) in rows]
        log.append_all(db, history.reviews(ids, reviews, clock().at_ms, SEED))
    done.touch()


def library(db: Database, paths: AppPaths) -> Library:
    """As the app has it."""
    return Library(db, (Root(paths.bundled_decks, COURSE, frozenset({EXAMPLES})), Root(paths.decks, OWN)))
