"""Kill the app in the middle of an exam, again and again: nothing that was done in it may be lost.

    python tests/kill9_exam.py --rounds 50

A child takes one exam after the other through the store: it answers, changes answers, flags, extends the
time, hands in, and says each step once it is committed. What it does follows from its seed. It is killed at a
random moment; then the files are opened again, and each exam has to be what the steps make of it that were
said, in their order, or one step further; the time used is there up to the last few seconds.
"""

import argparse
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

import msgspec

from quizapp.core.attempt import Attempt, Given, Posed, Step
from quizapp.core.deck import Note
from quizapp.core.exam import Plan
from quizapp.core.kinds import grade
from quizapp.core.kinds.base import Answer, Context, DontKnow, Option, Picked, Typed
from quizapp.core.kinds.choice import Choice
from quizapp.core.kinds.typed import TypedQuestion
from quizapp.core.reviews import Moment
from quizapp.store import exams, log
from quizapp.store.database import Database

QUESTIONS, STEPS = 8, 25
"""Of an exam, until it is handed in."""
KEPT_EVERY_MS = 5_000
"""As ui/examiner.py keeps the time."""
LONGEST_STEP_MS = 3_000
LONGEST_LIFE = 0.5
"""Seconds from the moment the child opens the files to its end."""
PLAN = Plan(count=QUESTIONS, minutes=20, marking="certainty")
_START_MS = 1_763_990_000_000


class Now:
    """The clock of one child: many steps fall into one millisecond, and their ids have to tell the order."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.at_ms = _START_MS + seed * 3_600_000

    def __call__(self) -> Moment:
        self.at_ms += self.random.random() < 0.2
        return Moment(self.at_ms)

    def open(self, folder: Path) -> Database:
        return Database.open(folder, now=self, entropy=self.random.randbytes)


def questions() -> tuple[Posed, ...]:
    """Of an exam: half to be picked, half to be typed."""
    notes = [
        Note(question=Choice(q=f"Which is {at}?", a=f"a{at}", wrong=(Option("x"), Option("y"))))
        if at % 2
        else Note(question=TypedQuestion(q=f"Name {at}.", a=f"answer {at}"))
        for at in range(QUESTIONS)
    ]
    return tuple(
        Posed(card_id=f"deck/{at}#", seed=at, note=note, deck="Deck", path="deck.yaml")
        for at, note in enumerate(notes)
    )


def steps(seed: int, number: int) -> Iterator[tuple[Step, int]]:
    """What a child does in its exams, in this one: each step, and the time used until then, ms."""
    chance, posed, used_ms = random.Random(f"{seed} {number}"), questions(), 0
    for _ in range(STEPS):
        used_ms += chance.randrange(LONGEST_STEP_MS)
        at = chance.randrange(QUESTIONS)
        what = chance.random()
        if what < 0.7:
            yield Step(at=at, given=_given(posed[at], chance, used_ms)), used_ms
        elif what < 0.9:
            yield Step(at=at, flagged=chance.random() < 0.6), used_ms
        else:
            yield Step(more_minutes=5), used_ms
    yield Step(handed_in=True), used_ms


def _given(posed: Posed, chance: random.Random, at_ms: int) -> Given:
    answers: tuple[Answer, ...] = (DontKnow(), Typed("answer 2"), Typed(f"word {chance.random()}"))
    answer = chance.choice(answers) if posed.kind.answer is Typed else Picked(chance.choice("xy"))
    verdict = grade(posed.kind, posed.asked, posed.prompt(), answer, Context())
    confidence = chance.choice((None, 0.5, 0.97))
    return Given(
        answer=msgspec.to_builtins(answer),
        verdict=verdict,
        confidence=confidence,
        at_ms=at_ms,
        visible_ms=chance.randrange(9_000),
    )


def take_exams_forever(folder: Path, seed: int) -> None:
    """The child: says `exam <id>`, `step`, and `used <ms>` before it may be kept."""
    print("ready", flush=True)
    db = Now(seed).open(folder)
    number = 0
    while True:
        attempt = exams.start(db, PLAN, "kite-8402", f"{seed} {number}", questions())
        print(f"exam {attempt.session_id}", flush=True)
        kept_ms = 0
        for step, used_ms in steps(seed, number):
            print(f"used {used_ms}", flush=True)
            if used_ms - kept_ms >= KEPT_EVERY_MS:
                exams.use(db, attempt.session_id, used_ms)
                kept_ms = used_ms
            attempt = exams.take(db, attempt, step)
            print("step", flush=True)
        number += 1


@dataclass
class Said:
    """What a child said of an exam."""

    session_id: str
    steps: int = 0
    used_ms: int = 0
    before_ms: int = 0
    """The time used at the step before."""


@dataclass
class Tally:
    """What the rounds came to."""

    rounds: int = 0
    exams: int = 0
    steps: int = 0
    amid: int = 0
    """Children that were killed with an exam begun and not handed in."""
    failures: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"kill9_exam: {self.rounds} rounds, {self.exams} exams, {self.steps} steps acknowledged, "
            f"{self.amid} killed amid an exam, {len(self.failures)} failures"
        )


def run(folder: Path, rounds: int, seed: int = 1) -> Tally:
    """Kill one child after the other over the same files; check its exams after each."""
    tally = Tally()
    chance = random.Random(seed)
    for number in range(1, rounds + 1):
        said = _live_and_die(folder, number, chance.random() * LONGEST_LIFE)
        tally.rounds += 1
        tally.exams += len(said)
        tally.steps += sum(exam.steps for exam in said)
        tally.amid += bool(said) and said[-1].steps <= STEPS
        tally.failures += [f"round {number}: {failure}" for failure in check(folder, said, number)]
    return tally


def _live_and_die(folder: Path, seed: int, seconds: float) -> list[Said]:
    child = subprocess.Popen(
        [sys.executable, __file__, "--child", str(folder), "--seed", str(seed)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    try:
        child.wait(seconds)
    except subprocess.TimeoutExpired:
        child.kill()
    rest, _ = child.communicate()
    said: list[Said] = []
    # A line without its end was cut by the kill.
    for line in rest.split("\n")[:-1]:
        word, _, value = line.partition(" ")
        if word == "exam":
            said.append(Said(value))
        elif word == "used":
            said[-1].before_ms, said[-1].used_ms = said[-1].used_ms, int(value)
        elif word == "step":
            said[-1].steps += 1
    return said


def check(folder: Path, said: list[Said], seed: int) -> list[str]:
    """What is wrong with the exams of a child; [] if nothing is."""
    failures = []
    with Now(10_000 + seed).open(folder) as db:
        failures += [notice.message for notice in db.notices]
        if db.con.execute("PRAGMA main.quick_check").fetchone() != ("ok",):
            failures.append("damaged")
        for number, exam in enumerate(said):
            failures += [f"exam {number}: {failure}" for failure in _check_exam(db, exam, seed, number)]
    return failures


def _check_exam(db: Database, said: Said, seed: int, number: int) -> Iterator[str]:
    found = exams.load(db, said.session_id)
    if found is None:
        yield "it is gone"
        return
    begun = msgspec.structs.replace(found, given={}, flagged=frozenset(), more_minutes=0, handed_in=False)
    done = [step for step, _ in steps(seed, number)]
    if begun.questions != questions():
        yield "its questions are others"
    # The child may have been killed behind the commit of a step and before it said so.
    if found not in (_after(begun, done[: said.steps]), _after(begun, done[: said.steps + 1])):
        yield f"it is not what {said.steps} steps make of it"
    if (found.session_id in exams.unfinished(db)) == found.handed_in:
        yield "it is both handed in and open"
    rows = sum(review.session_id == said.session_id for review in log.reviews(db))
    if rows != (QUESTIONS if found.handed_in else 0):
        yield f"{rows} answers are in the log"
    used_ms = exams.used_ms(db, said.session_id)
    if not said.before_ms - KEPT_EVERY_MS < used_ms <= said.used_ms + LONGEST_STEP_MS:
        yield f"{used_ms} of {said.used_ms} ms"


def _after(begun: Attempt, done: list[Step]) -> Attempt:
    return reduce(Attempt.after, done, begun)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        take_exams_forever(args.child, args.seed)
    with tempfile.TemporaryDirectory() as folder:
        tally = run(Path(folder), args.rounds, args.seed)
    for failure in tally.failures:
        print(failure)
    print(tally)
    return 1 if tally.failures else 0


if __name__ == "__main__":
    sys.exit(main())
