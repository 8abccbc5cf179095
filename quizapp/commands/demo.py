"""quizapp demo: play included decks by key presses alone, and picture each screen."""

import argparse
import os
import random
import sys
import time
from collections.abc import Iterator
from itertools import count, takewhile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from msgspec.structs import replace

from quizapp import display
from quizapp.core.reviews import Moment
from quizapp.paths import APP, AppPaths

if TYPE_CHECKING:
    from quizapp.ui.services import Services

FIRST_DAY_MS = 1_756_717_200_000
"""1 September 2025, 09:00 UTC: the pictures do not depend on the day they are made."""
DAY_MS = 86_400_000
DAYS = (0, 1, 2, 4, 7, 8, 11)
"""The days of the course that are played, counted from the first."""
ALL_NEW = 9999
SEED = 7
SCHEMES = ("light", "dark", "contrast")
"""In the order in which the window's key goes through them."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("--out", metavar="DIR", type=Path, required=True, help="where the pictures go")
    parser.add_argument(
        "--size", metavar="WxH", type=_size, default=(1100, 760), help="of the window (1100x760)"
    )
    parser.add_argument(
        "--examples", action="store_true", help="play all cards of the examples, not some of the course"
    )
    parser.add_argument("--days", metavar="N", type=int, default=len(DAYS), help="how many are played (all)")
    parser.add_argument("--text", metavar="PERCENT", type=int, default=100, help="text size (100)")
    parser.add_argument(
        "--schemes", nargs="+", choices=SCHEMES, default=["light", "dark"], help="colours (light and dark)"
    )


def run(args: argparse.Namespace) -> int:
    """Exit code: 2 if no window can be opened here, else 0."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if words := display.obstacle():
        print(words, file=sys.stderr)
        return 2
    args.out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="quizapp-demo-") as profile:
        pictures = _play(_paths(Path(profile), examples=args.examples), args)
    print(f"{pictures} pictures in {args.out}")
    return 0


def _paths(profile: Path, *, examples: bool) -> AppPaths:
    """The places of a learner who studies the course, or the examples as decks of their own."""
    paths = AppPaths.under(profile)
    if not examples:
        return paths
    nothing = profile / "course"
    nothing.mkdir()
    return replace(paths, bundled_decks=nothing, decks=paths.bundled_decks / "examples")


def _play(paths: AppPaths, args: argparse.Namespace) -> int:
    """Play all days; returns the number of pictures."""
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

    from quizapp.app import App
    from quizapp.ui import i18n
    from quizapp.ui.tour import Tour
    from quizapp.ui.visits import Visits

    qt = QApplication([APP])
    translators = i18n.install(qt, paths.bundled_assets / "translations", QLocale(QLocale.Language.English))
    clock = _Clock()
    app = App(paths, now=clock.now, entropy=random.Random(SEED).randbytes)
    loaded: list[bool] = []
    app.ready.connect(lambda: loaded.append(True))
    if args.examples:
        app.services.set("new_per_day", ALL_NEW, None)
        app.services.set("reviews_per_day", 0, None)
    app.window.resize(*args.size)
    app.show()
    tour = Tour(app.window, args.out, args.schemes, each_card=args.examples)
    tour.player.wait_for(lambda: loaded)
    tour.enlarge(args.text)
    tour.picture("home-first")
    for clock.day in _days_with_new(app.services) if args.examples else DAYS[: args.days]:
        app.window.go_home()
        tour.study()
    clock.day += 1
    app.window.go_home()
    tour.picture("home")
    Visits(app.window, app.services, tour).go()
    app.close()
    del translators
    return tour.pictures


def _days_with_new(services: "Services") -> Iterator[int]:
    """One day after the other while a card waits: those of one note are not asked on the same day."""
    return takewhile(lambda _: services.overview().new_waiting, count())


class _Clock:
    """Runs like the machine's, on another day."""

    def __init__(self) -> None:
        self.day = 0
        self._started = time.monotonic()

    def now(self) -> Moment:
        passed_ms = int((time.monotonic() - self._started) * 1000)
        return Moment(FIRST_DAY_MS + self.day * DAY_MS + passed_ms)


def _size(text: str) -> tuple[int, int]:
    """Width and height from "1100x760"."""
    width, _, height = text.partition("x")
    return int(width), int(height)
