"""Packages of Anki written and read, with the answers of all cards; and Anki's own of as many notes.

`python -m tests.bench export_apkg import_apkg --anki PYTHON ../shared/bench/anki_peer.py` measures both in
the same minutes: PYTHON is an interpreter with Anki, the script exports and imports as many notes.
"""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quizapp.app import clock
from quizapp.formats import load, sources
from quizapp.formats.checking import deck_files
from quizapp.paths import AppPaths
from quizapp.store import import_files, shipping
from quizapp.store.database import Database
from quizapp.store.import_plan import Origin
from quizapp.store.import_progress import log_progress
from quizapp.store.importing import plan


def export_apkg(folder: Path) -> dict[str, Any]:
    """From deck files and the log to a package."""
    paths = AppPaths.under(folder)
    with Database.open(paths.data, now=clock, entropy=os.urandom) as db:
        started = time.perf_counter()
        shipped = shipping.with_progress(db, shipping.ship(list(deck_files([paths.decks]))))
        read_ms = _ms(started)
        written = load("apkg").write(shipped)
        shipping.write_files(written, folder / "out.apkg", shipped)
        return {
            "ms": _ms(started),
            "of_which_reading_decks_ms": read_ms,
            "notes": written.cards,
            "mb": (folder / "out.apkg").stat().st_size / 1e6,
        }


def import_apkg(folder: Path) -> dict[str, Any]:
    """From a package to deck files and the log of a new profile."""
    package = folder / "out.apkg"
    if not package.exists():
        export_apkg(folder)
    fresh = folder.with_name(folder.name + "-imported")
    shutil.rmtree(fresh, ignore_errors=True)
    paths = AppPaths.under(fresh)
    paths.data.mkdir(parents=True)
    with Database.open(paths.data, now=clock, entropy=os.urandom) as db:
        started = time.perf_counter()
        imported = sources.read(sources.open_source(package)).imported
        read_ms = _ms(started)
        planned = plan(imported, paths.decks, Origin("apkg", package.name, db.now().at_ms))
        import_files.write(planned, paths.data, "bench", backups=paths.data / "deck-backups")
        decks_ms = _ms(started)
        log_progress(db, planned, db.now())
        elapsed = _ms(started)
    shutil.rmtree(fresh)
    return {
        "ms": elapsed,
        "of_which_reading_ms": read_ms,
        "of_which_decks_ms": decks_ms - read_ms,
        "of_which_history_ms": elapsed - decks_ms,
        "notes": planned.added,
    }


def anki(peer: Sequence[str], cards: int, reviews: int, runs: int) -> dict[str, Any]:
    """Anki's export and import of as many notes and answers. peer: interpreter and script."""
    size = ["--notes", str(cards), "--revlog", str(reviews), "--runs", str(runs)]
    done = subprocess.run([*peer, "--only", "apkg", *size], check=True, stdout=subprocess.PIPE, text=True)
    told = json.loads(done.stdout)
    return {"tool": told["tool"], **told["results"][str(cards)]["apkg"]}


def _ms(started: float) -> float:
    return (time.perf_counter() - started) * 1000
