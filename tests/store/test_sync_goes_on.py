"""Two machines and a late third go on for long, syncing now and then, and end alike."""

import random
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from quizapp.store import compact, log, memory, sittings, sync
from quizapp.store import settings as stored
from quizapp.store.database import Database
from tests.store.machines import machine
from tests.store.made import DAY_MS, START_MS, answer, event, tables
from tests.store.synced import CARDS, SESSIONS, agree, meet


def _undo(db: Database, chance: random.Random) -> None:
    last = log.last_voidable(db, chance.choice(SESSIONS))
    if last:
        log.append_event(db, event(db, "void", last.review_id))


def _regrade(db: Database, chance: random.Random) -> None:
    rows = db.con.execute("SELECT review_id FROM review").fetchall()
    if rows:
        said = {"outcome": "wrong", "rating": chance.randint(1, 4)}
        log.append_event(db, event(db, "regrade", chance.choice(rows)[0], **said))


def _purge(db: Database, chance: random.Random) -> None:
    if chance.random() < 0.3:
        log.append_event(db, event(db, "tombstone", chance.choice((*CARDS, *SESSIONS))))


def _sit(db: Database, chance: random.Random) -> None:
    seed = chance.randint(0, 9)
    begun = sittings.start_session(db, mode="study", title="t", scope={"deck": 1}, seed=seed)
    if chance.random() < 0.5:
        sittings.end_session(db, begun.session_id)


def _sleep(db: Database, chance: random.Random) -> None:
    db.now.at_ms += chance.choice((DAY_MS, DAY_MS, -3 * DAY_MS))


def _answer(db: Database, chance: random.Random) -> None:
    answer(db, chance.choice(CARDS), chance.randint(1, 4), session_id=chance.choice(SESSIONS))


def _say(db: Database, chance: random.Random) -> None:
    type_ = chance.choice(("suspend", "unsuspend", "flag", "unflag", "bury", "reset"))
    log.append_event(db, event(db, type_, chance.choice(CARDS)))


def _link(db: Database, chance: random.Random) -> None:
    log.append_event(db, event(db, "alias", chance.choice(CARDS), to=chance.choice(CARDS)))


def _set(db: Database, chance: random.Random) -> None:
    stored.put(db, "desired_retention", chance.choice((0.8, 0.85, 0.9)))


STEPS = (*[_answer] * 6, _undo, _regrade, _purge, _sit, _sleep, _say, _say, _link, _set)
"""What a learner does, the usual things more often."""


def go_on(seed: int, steps: int) -> None:
    """Two machines, a third that joins late; one of them compacts now and then."""
    chance = random.Random(seed)
    place = Path("/dev/shm") if Path("/dev/shm").is_dir() else None
    with TemporaryDirectory(dir=place) as name:
        home = Path(name)
        folder = home / "synced"
        folder.mkdir()
        with (
            machine(home, "one") as one,
            machine(home, "two", at_ms=START_MS - 300 * DAY_MS, offset=540) as two,
        ):
            machines = [one, two]
            for number in range(steps):
                db = chance.choice(machines)
                if chance.random() < 0.1:
                    sync.sync(db, folder)
                elif chance.random() < 0.02:
                    compact.compact(one)
                else:
                    chance.choice(STEPS)(db, chance)
                if number == steps * 2 // 3:
                    machines.append(machine(home, "three", offset=60))
            try:
                meet(folder, *machines)
                agree(*machines)
            finally:
                machines[2].close()


@pytest.mark.parametrize("seed", range(4))
def test_machines_go_on_and_end_alike(seed: int) -> None:
    go_on(seed, 60)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 112))
def test_machines_go_on_and_end_alike_in_full(seed: int) -> None:
    go_on(seed, 250)


_KILLED = """
import os, random, signal, sys
from pathlib import Path
from quizapp.store import sync
from tests.store.machines import machine
from tests.store.made import answer

home, name, seed = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
chance = random.Random(seed)
with machine(home, name, at_ms=1_700_000_000_000 + seed * 100_000) as db:
    left = chance.randint(1, 400)

    def count(statement):
        global left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

    db.con.set_trace_callback(count)
    while True:
        answer(db, f"~{chance.randint(0, 5):024x}", chance.randint(1, 4))
        print(flush=True)
        sync.sync(db, home / "synced")
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_killed_at_any_moment_nothing_answered_is_lost(tmp_path: Path) -> None:
    (tmp_path / "synced").mkdir()
    answers = 0
    for seed in range(12):
        command = [sys.executable, "-c", _KILLED, str(tmp_path), ("one", "two")[seed % 2], str(seed)]
        ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert ran.returncode == -signal.SIGKILL, ran.stderr
        answers += ran.stdout.count("\n")
    with machine(tmp_path, "one") as one, machine(tmp_path, "two") as two:
        for db in (one, two):
            if not memory.is_current(db):
                memory.rebuild(db)
        meet(tmp_path / "synced", one, two)
        agree(one, two)
        assert len(tables(one, "review")["review"]) >= answers > 12
        for db in (one, two):
            answer(db, CARDS[0])
        meet(tmp_path / "synced", one, two)
        assert not list((tmp_path / "synced").glob(".*")), "what was half written is tidied up"
