"""Machines that log, travel, and merge parts of what the others have, in whatever order."""

from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from quizapp.core.fits import FitPayload
from quizapp.core.fsrs6 import DEFAULT, HIGHEST
from quizapp.core.reviews import Event, Moment, Review
from quizapp.store import compact, exporting, log, memory, merging, sittings
from quizapp.store import settings as stored
from quizapp.store.aliases import TWIN_MS, rank
from quizapp.store.database import Database
from tests.store.machines import all_tables, machine, pour
from tests.store.made import DAY_MS, START_MS, Clock, drop_folds, event, fresh, play, review, tables

CARDS = ("~a", "~b", "c")
OTHER = tuple(0.9 * one + 0.1 * high for one, high in zip(DEFAULT, HIGHEST, strict=True))
WHICH = st.integers(0, 2)
CARD = st.sampled_from(CARDS)
SESSION = st.sampled_from(("S", "T"))
TYPES = st.sampled_from(("suspend", "unsuspend", "bury", "unbury", "flag", "unflag", "reset"))
COUNTED = ("memory", "day_total")


def rebuilt(db: Database) -> dict:
    """All tables, folded anew; whatever was kept of them has to be the same."""
    if not memory.is_current(db):
        memory.rebuild(db)
    found = all_tables(db)
    drop_folds(db)
    memory.rebuild(db)
    assert all_tables(db) == found
    return found


class Machines(RuleBasedStateMachine):
    """Three of them, their clocks days apart."""

    @initialize()
    def start(self) -> None:
        shared = Path("/dev/shm")
        self.folder = folder = Path(mkdtemp(dir=shared if shared.is_dir() else None))
        self.all = [
            machine(folder, name, at_ms=START_MS + days * DAY_MS, offset=offset)
            for name, days, offset in (("one", 0, 60), ("two", -400, -480), ("three", 30, 840))
        ]
        self.answers: dict[str, Review] = {}
        self.purges: list[Event] = []
        self.said: list[str] = []
        """Ids of all events."""

    def say(self, which: int, type_: str, target: str, **payload: object) -> None:
        self.log(which, event(self.all[which], type_, target, **payload))

    def log(self, which: int, said: Event) -> None:
        log.append_event(self.all[which], said)
        if not memory.is_current(self.all[which]):  # other parameters are in force
            memory.rebuild(self.all[which])
        self.said.append(said.event_id)
        if said.type == "tombstone":
            self.purges.append(said)

    @rule(which=WHICH, card=CARD, session=SESSION, rating=st.integers(1, 4), quiz=st.booleans())
    def answer(self, which: int, card: str, session: str, rating: int, quiz: bool) -> None:
        db = self.all[which]
        known = memory.get(db, key) if (key := self.key(db, card)) else None
        moment = db.now()
        one = review(
            db,
            card,
            rating,
            moment=moment,
            session_id=session,
            mode="quiz" if quiz else "study",
            due_day=0 if quiz else moment.study_day + rating,
            prev_review_id=known.last_review_id if known else "",
        )
        log.append_review(db, one)
        self.answers[one.review_id] = one

    def key(self, db: Database, card: str) -> int:
        row = db.con.execute("SELECT card_key FROM card WHERE card_id = ?", (card,)).fetchone()
        return row[0] if row else 0

    @rule(which=WHICH, data=st.data())
    def void(self, which: int, data: st.DataObject) -> None:
        """Perhaps of something that this machine has not heard of yet."""
        if ids := [*self.answers, *self.said]:
            self.say(which, "void", data.draw(st.sampled_from(ids)))

    @rule(which=WHICH, data=st.data(), rating=st.integers(1, 4))
    def regrade(self, which: int, data: st.DataObject, rating: int) -> None:
        if self.answers:
            said = {"outcome": "correct", "rating": rating}
            self.say(which, "regrade", data.draw(st.sampled_from([*self.answers])), **said)

    @rule(which=WHICH, card=CARD, type_=TYPES)
    def mark(self, which: int, card: str, type_: str) -> None:
        self.say(which, type_, card)

    @rule(which=WHICH, card=CARD, other=CARD)
    def link(self, which: int, card: str, other: str) -> None:
        self.say(which, "alias", card, to=other)

    @rule(which=WHICH, card=CARD, other=CARD)
    def join(self, which: int, card: str, other: str) -> None:
        """As a merge does that finds two names of one note: the same event on every machine."""
        if rank(other) < rank(card):
            moment = Moment(TWIN_MS)
            said = Event(
                event_id=f"twin-{card}-{other}",
                type="alias",
                target=card,
                moment=moment,
                device_id="merge",
                payload={"to": other},
            )
            self.log(which, said)

    @rule(which=WHICH, parameters=st.sampled_from((DEFAULT, OTHER)), accepted=st.booleans())
    def fit(self, which: int, parameters: tuple[float, ...], accepted: bool) -> None:
        payload = FitPayload(parameters=parameters, n=500, accepted=accepted)
        self.say(which, "fit", "all", **msgspec.to_builtins(payload))

    @rule(which=WHICH, what=CARD | SESSION)
    def purge(self, which: int, what: str) -> None:
        self.say(which, "tombstone", what)

    @rule(which=WHICH, number=st.integers(0, 30))
    def set(self, which: int, number: int) -> None:
        stored.put(self.all[which], "new_per_day", number)
        stored.put(self.all[which], "text_size", 100 + number)

    @rule(which=WHICH)
    def sit(self, which: int) -> None:
        sittings.start_session(self.all[which], mode="study", title="t", scope={}, seed=1)

    @rule(which=WHICH, days=st.integers(-3, 3), offset=st.integers(-12, 14), rollover=st.integers(0, 23))
    def travel(self, which: int, days: int, offset: int, rollover: int) -> None:
        """The clock is set, a day begins at another hour."""
        clock = self.all[which].now
        clock.at_ms += days * DAY_MS
        clock.utc_offset_min, clock.rollover_h = offset * 60, rollover

    @rule(source=WHICH, into=WHICH, chance=st.randoms(use_true_random=False), share=st.floats(0, 1))
    def merge_some(self, source: int, into: int, chance, share: float) -> None:
        """Lines in any order, some of them missing."""
        lines = [line for line in exporting.export(self.all[source]) if chance.random() <= share]
        chance.shuffle(lines)
        merging.merge(self.all[into], lines)

    @rule(which=WHICH)
    def compact(self, which: int) -> None:
        compact.compact(self.all[which])

    @invariant()
    def folds_are_current(self) -> None:
        for db in getattr(self, "all", ()):
            assert memory.is_current(db)

    def teardown(self) -> None:
        if hasattr(self, "all"):
            try:
                self.meet()
            finally:
                for db in self.all:
                    db.close()
                rmtree(self.folder)

    def meet(self) -> None:
        """Everybody hears everything: then all agree, and nothing but what was purged is gone."""
        sizes = [stored.get(db, "text_size") for db in self.all]
        for _ in range(2):
            for source, target in ((0, 1), (1, 2), (2, 0)):
                pour(self.all[source], self.all[target])
        for db in self.all:
            compact.compact(db)
        found = [rebuilt(db) for db in self.all]
        assert found[0] == found[1] == found[2]
        assert [stored.get(db, "text_size") for db in self.all] == sizes, "settings of a machine travel"
        left = {
            id_
            for id_, one in self.answers.items()
            if not any(
                purge.target in (one.card_id, one.session_id) and purge.moment.at_ms >= one.moment.at_ms
                for purge in self.purges
            )
        }
        assert {one.review_id for one in log.reviews(self.all[0])} == left
        for one in log.reviews(self.all[0]):
            assert one == self.answers[one.review_id]


def test_machines_agree() -> None:
    run_state_machine_as_test(Machines, settings=settings(max_examples=12, stateful_step_count=20))


@pytest.mark.slow
def test_machines_agree_in_full() -> None:
    run_state_machine_as_test(Machines, settings=settings(max_examples=80, stateful_step_count=40))


answered = st.lists(
    st.tuples(
        CARD,
        st.integers(1, 4),
        st.integers(0, 40 * 24 * 60),
        st.integers(-12 * 60, 14 * 60),
        st.integers(0, 23),
    ),
    min_size=1,
    max_size=12,
)
"""(card, rating, minutes since the start, UTC offset, hour at which a day begins)"""


def logged(db: Database, steps: list) -> list[Review]:
    """These answers."""
    return [
        review(db, card, rating, moment=Moment(START_MS + minutes * 60_000, offset, rollover))
        for card, rating, minutes, offset, rollover in steps
    ]


@given(answered, st.data())
@settings(max_examples=40)
def test_undone_to_any_point_it_is_as_if_the_rest_had_never_been(steps: list, data: st.DataObject) -> None:
    with fresh() as one, fresh() as other, fresh() as merged:
        answers = logged(one, steps)
        kept = data.draw(st.integers(0, len(answers)))
        play(one, answers)
        for undone in reversed(answers[kept:]):
            log.append_event(one, event(one, "void", undone.review_id))
        play(other, answers[:kept])
        assert tables(one, *COUNTED) == tables(other, *COUNTED)
        pour(one, merged)
        assert tables(merged, *COUNTED) == tables(other, *COUNTED)


@given(answered, st.integers(-12, 14), st.integers(0, 23))
@settings(max_examples=40)
def test_another_zone_rollover_or_machine_rewrites_no_past_day(
    steps: list, hours: int, rollover: int
) -> None:
    with fresh() as here, fresh(Clock(utc_offset_min=hours * 60, rollover_h=rollover)) as there:
        answers = logged(here, steps)
        play(here, answers)
        days = [(one.review_id, one.study_day) for one in log.reviews(here)]
        before = tables(here, *COUNTED)
        here.now.utc_offset_min, here.now.rollover_h = hours * 60, rollover
        stored.put(here, "day_start_hour", rollover)
        drop_folds(here)
        memory.rebuild(here)
        pour(here, there)
        for db in (here, there):
            assert tables(db, *COUNTED) == before
            assert [(one.review_id, one.study_day) for one in log.reviews(db)] == days
