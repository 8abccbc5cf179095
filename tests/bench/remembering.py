"""How soon the history of a card is told, beside a log of any size."""

import os
import shutil
import time
from pathlib import Path
from typing import Any

LONG = 1_000
"""Answers to the card with the longest history: as many as somebody gives to one card in a life."""
CARDS = 50
"""Cards of the profile, drawn evenly."""


def card_history(folder: Path) -> dict[str, Any]:
    """Read and replay the histories of some cards, and of one with LONG answers; show that on the screen."""
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

    from quizapp import paths
    from quizapp.app import clock
    from quizapp.paths import AppPaths
    from quizapp.store import card_history
    from quizapp.store.database import Database
    from quizapp.ui import i18n, theme
    from quizapp.ui.navigation import CardHistory, Home
    from quizapp.ui.services import Services
    from quizapp.ui.window import Window
    from tests.bench.data import library

    qt = QApplication([""])
    translators = i18n.install(qt, paths.find().bundled_assets / "translations", QLocale("en"))
    theme.install(qt, theme.Theme())
    places = AppPaths.under(folder)
    progress = places.data / "progress.sqlite3"
    before = progress.with_suffix(".before")
    shutil.copyfile(progress, before)
    with Database.open(places.data, now=clock, entropy=os.urandom) as db:
        keys = [key for (key,) in db.con.execute("SELECT card_key FROM memory ORDER BY card_key")]
        read = [
            _ms(lambda key=key: card_history.history(db, key)) for key in keys[:: max(1, len(keys) // CARDS)]
        ]
        long = _live_long(db)
        services = Services(db, library(db, places), trace=lambda event: None)
        read_long = _ms(lambda: card_history.history(db, long))
        window = Window(services, decks=places.decks, data=places.data)
        window.show()
        qt.processEvents()

        def open_it() -> None:
            window.go(CardHistory(card=long))
            qt.processEvents()

        first = _ms(open_it)
        window.go(Home())
        qt.processEvents()
        shown = _ms(open_it)
        window.close()
    before.replace(progress)  # the next process finds the same log
    del translators
    return {"read_ms": read, "read_long_ms": read_long, "first_shown_ms": first, "shown_ms": shown}


def _live_long(db: Any) -> int:
    """Give LONG answers to one card; its key. Other folds than its memory do not matter here."""
    from msgspec.structs import replace

    from quizapp.app import clock
    from quizapp.store import log, memory
    from tests.bench import history

    drawn = history.reviews([f"bench/{number}#" for number in range(10)], LONG, clock().at_ms, seed=1)
    key, card_id = db.con.execute(
        "SELECT card_key, card_id FROM memory JOIN card USING (card_key)"
    ).fetchone()
    with db.transaction():
        for review in drawn:
            log.insert_review(db, replace(review, card_id=card_id))
        memory.refold(db, key)
    return int(key)


def _ms(do: Any) -> float:
    started = time.perf_counter()
    do()
    return (time.perf_counter() - started) * 1000
