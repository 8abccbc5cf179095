"""A table of notes imported, and imported again; and Anki's own import of the same table.

`python -m tests.bench import_csv --anki PYTHON ../shared/bench/anki_peer.py` measures both in the same run:
PYTHON is an interpreter with Anki, the script makes and imports as many notes with the same three columns.
"""

import json
import random
import shutil
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quizapp.app import clock
from quizapp.formats import sources
from quizapp.store import import_files
from quizapp.store.import_plan import Origin
from quizapp.store.importing import plan

_HEADER = "#separator:tab\n#html:false\n#notetype:Basic\n#deck:Imported\n#tags column:3\n"
_WORDS = 3_000
_TAGS = 20
_SEED = 20_261_127


def import_csv(folder: Path) -> dict[str, Any]:
    """From a table to a deck file with its record, then the same once more. folder: its name begins with the
    number of notes."""
    notes = int(folder.name.split("-")[0])
    place = folder.with_name(folder.name + "-table")
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    table = place / "notes.txt"
    table.write_text(_HEADER + "".join(_rows(notes)), "utf-8")
    first = _import(table, place)
    again = _import(table, place)
    shutil.rmtree(place)
    return {
        "ms": first["ms"],
        "of_which_reading_ms": first["reading_ms"],
        "again_ms": again["ms"],
        "notes": first["added"],
        "notes_again": again["added"],
    }


def _import(table: Path, place: Path) -> dict[str, Any]:
    started = time.perf_counter()
    reading = sources.read(sources.open_source(table))
    read_ms = _ms(started)
    origin = Origin(reading.format.name, table.name, clock().at_ms)
    planned = plan(reading.imported, place / "decks", origin)
    import_files.write(planned, place, f"bench-{started}", backups=place / "deck-backups")
    return {"ms": _ms(started), "reading_ms": read_ms, "added": planned.added}


def _rows(notes: int) -> Sequence[str]:
    """Two sentences and a tag each, as the script for Anki has them."""
    rng = random.Random(_SEED)
    words = ["".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=rng.randint(2, 10))) for _ in range(_WORDS)]

    def sentence(count: int) -> str:
        return " ".join(rng.choices(words, k=count)).capitalize()

    return [f"{sentence(8)}?\t{sentence(12)}.\ttag{number % _TAGS:02d}\n" for number in range(notes)]


def anki(peer: Sequence[str], cards: int, reviews: int, runs: int) -> dict[str, Any]:
    """Anki's import of as many notes. peer: interpreter and script."""
    size = ["--notes", str(cards), "--revlog", str(reviews), "--runs", str(runs)]
    done = subprocess.run([*peer, "--only", "csv", *size], check=True, stdout=subprocess.PIPE, text=True)
    told = json.loads(done.stdout)
    return {"tool": told["tool"], **told["results"][str(cards)]["csv"]}


def _ms(started: float) -> float:
    return (time.perf_counter() - started) * 1000
