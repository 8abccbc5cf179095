"""How smoothly the table of all cards moves: milliseconds a frame, offscreen."""

import os
import random
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

FRAMES = 120
"""Of each way of moving."""
LETTERS = "who what river"


def browse_scroll(folder: Path) -> dict[str, Any]:
    """Open Browse on all cards; page, hold the arrow key, drag the scroll bar, type a query, sort."""
    from PySide6.QtCore import QLocale, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from quizapp import paths
    from quizapp.app import clock
    from quizapp.paths import AppPaths
    from quizapp.store.database import Database
    from quizapp.ui import i18n, theme
    from quizapp.ui.navigation import Browse
    from quizapp.ui.screens.browse import BrowsePlace
    from quizapp.ui.services import Services
    from quizapp.ui.window import Window
    from tests.bench.data import library

    qt = QApplication(sys.argv[:1])
    translators = i18n.install(qt, paths.find().bundled_assets / "translations", QLocale("en"))
    theme.install(qt, theme.Theme())
    places = AppPaths.under(folder)
    with Database.open(places.data, now=clock, entropy=os.urandom) as db:
        services = Services(db, library(db, places), trace=lambda event: None)
        window = Window(services, decks=places.decks, data=places.data)
        window.show()
        qt.processEvents()
        started = time.perf_counter()
        window.go(Browse())
        qt.processEvents()
        opened = (time.perf_counter() - started) * 1000
        place = window.shown
        assert isinstance(place, BrowsePlace)
        table, bar = place.table, place.table.verticalScrollBar()
        draw = random.Random(1)

        def drag() -> None:
            bar.setValue(draw.randrange(bar.maximum() + 1))

        moves: dict[str, Callable[[], object]] = {
            "page_ms": lambda: QTest.keyClick(table, Qt.Key.Key_PageDown),
            "arrow_ms": lambda: QTest.keyClick(table, Qt.Key.Key_Down),
            "wheel_ms": lambda: bar.setValue(bar.value() + bar.singleStep()),
            "drag_ms": drag,
        }
        frames = {name: [_frame(qt, move) for _ in range(FRAMES)] for name, move in moves.items()}
        keys = [_frame(qt, partial(_type, place, LETTERS[:count])) for count in range(1, len(LETTERS) + 1)]
        sorts = [_frame(qt, partial(place.listing.sort_by, key)) for key in ("question", "deck", "stability")]
        place.bar.show_query("")
        everything = _frame(qt, table.selectAll)
        window.close()
        del translators
        return {
            "cards": len(place.model.keys),
            "open_ms": opened,
            **frames,
            "letter_ms": keys,
            "sort_ms": sorts,
            "select_all_ms": everything,
        }


def _type(place: Any, text: str) -> None:
    place.bar.field.setText(text)
    place.bar.search_now()


def _frame(qt: Any, move: Callable[[], object]) -> float:
    """What the window's thread is busy with from a move until it is painted."""
    started = time.perf_counter()
    move()
    qt.processEvents()
    return (time.perf_counter() - started) * 1000
