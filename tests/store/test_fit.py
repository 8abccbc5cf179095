"""Fitting in a child process: what it reads, what it may change, and how it ends."""

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core import evaluate
from quizapp.core import fits as values
from quizapp.core.evaluate import Answer
from quizapp.core.fsrs6 import DEFAULT, HIGHEST, are_valid
from quizapp.core.problems import QuizError
from quizapp.store import fit, fit_child, fits, log, memory, past_reviews
from quizapp.store.database import Database
from tests.store.made import Clock, answer, event, fresh, review, tables, undo
from tests.store.test_fits import OTHER

needs_library = pytest.mark.skipif(not fit.is_available(), reason="the extra `fit` is not installed")
real = pytest.mark.skipif("QUIZAPP_REALDECKS" not in os.environ, reason="QUIZAPP_REALDECKS is not set")


def nothing(done: int, total: int) -> None:
    pass


def studied(db: Database, clock: Clock, cards: int, days: int) -> None:
    """Each card on each other day: so many minus one predictions a card."""
    lines = []
    for day in range(days):
        for card in range(cards):
            lines.append(review(db, f"c{card}#", 1 if (card + day) % 5 == 0 else 3))
        clock.next_day(1 + day)
    log.append_all(db, lines)


@given(st.lists(st.sampled_from(("a", "b", "void", "reset", "day", "exam")), max_size=15))
def test_histories_are_what_moves_the_schedule(steps: list[str]) -> None:
    clock = Clock()
    with fresh(clock) as db:
        kept: dict[str, list[list[int]]] = {"a#": [[]], "b#": [[]]}
        last: list[str] = []
        for step in steps:
            if step == "day":
                clock.next_day()
            elif step == "reset":
                log.append_event(db, event(db, "reset", "a#"))
                kept["a#"].append([])
                last.clear()
            elif step == "void" and last:
                undo(db)
                kept[last.pop()][-1].pop()
            elif step == "exam":
                answer(db, "a#", mode="exam", session_id="E")
            elif step in ("a", "b"):
                answer(db, f"{step}#", 3)
                kept[f"{step}#"][-1].append(clock().study_day)
                last.append(f"{step}#")
        found = sorted([one.study_day for one in history] for history in fit.histories(db))
        assert found == sorted(days for histories in kept.values() for days in histories if days)
        assert fit.count(fit.histories(db)) == len(evaluate.predictions(fit.histories(db)))


def test_rows_end_in_an_answer_on_a_later_day_and_come_by_time() -> None:
    one = [Answer(1, 10, 3), Answer(2, 10, 1), Answer(50, 12, 3), Answer(51, 12, 4)]
    other = [Answer(3, 10, 3), Answer(20, 9, 3), Answer(40, 11, 1)]
    assert fit_child.rows([one, other]) == [
        (40, [(3, 0), (3, 0), (1, 1)]),
        (50, [(3, 0), (1, 0), (3, 2)]),
    ]


def test_a_bound_missed_by_a_hair_is_met() -> None:
    odd = (*(high + 1e-8 for high in HIGHEST[:-1]), 0.0999999)
    assert are_valid(fit_child.within_bounds(odd))


def test_below_the_least_there_is_no_fit(db: Database, clock: Clock, monkeypatch) -> None:
    monkeypatch.setattr(fit, "is_available", lambda: True)
    studied(db, clock, 57, 8)
    fitted = fit.fit(db, nothing)
    assert (fitted.end, fitted.predictions) == ("too_few", 399)


def test_without_the_library_it_says_so(db: Database, monkeypatch) -> None:
    monkeypatch.setattr(fit, "LIBRARY", "no_such_library")
    with pytest.raises(QuizError) as failed:
        fit.fit(db, nothing)
    assert failed.value.code == "fit_missing"
    assert "quizapp[fit]" in str(failed.value)


@needs_library
def test_a_fit_is_judged_by_what_it_never_saw(db: Database, clock: Clock) -> None:
    studied(db, clock, 60, 9)
    before = tables(db)
    steps = []
    fitted = fit.fit(db, lambda done, total: steps.append((done, total)))
    assert fitted.predictions == 480
    assert fitted.before.n == fitted.after.n == 96
    known = evaluate.held_out(evaluate.predictions(fit.histories(db)))
    assert fitted.before == evaluate.score(known)
    assert fitted.after == evaluate.score(
        evaluate.held_out(evaluate.predictions(fit.histories(db), fitted.parameters))
    )
    assert fitted.end == ("better" if fitted.after.log_loss < fitted.before.log_loss else "not_better")
    assert {total for _, total in steps} == {fit_child.STEPS + 1}
    assert tables(db) == before


@needs_library
def test_a_cancelled_fit_leaves_no_process_and_no_trace(db: Database, clock: Clock, monkeypatch) -> None:
    studied(db, clock, 60, 9)
    before = tables(db)
    children = []

    class Popen(subprocess.Popen):
        def __init__(self, *args, **kwargs) -> None:
            super().__init__(*args, **kwargs)
            children.append(self)

    def cancel(done: int, total: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(fit.subprocess, "Popen", Popen)
    with pytest.raises(KeyboardInterrupt):
        fit.fit(db, cancel)
    assert [child.returncode is not None for child in children] == [True]
    assert tables(db) == before


def test_what_goes_wrong_in_the_child_is_told(monkeypatch) -> None:
    task = fit_child.FitTask([[Answer(0, 1, 3), Answer(1, 2, 3)]], (0.5,))
    with pytest.raises(QuizError) as failed:
        fit._in_child(task, nothing)
    assert failed.value.code == "fit_failed"
    assert failed.value.args_by_name["reason"] == "IndexError: tuple index out of range"


def _due(db: Database) -> list[tuple[int, int]]:
    return db.con.execute("SELECT card_key, due_day FROM memory ORDER BY card_key").fetchall()


def test_no_due_day_moves_not_even_those_that_are_in_no_log(db: Database, clock: Clock) -> None:
    studied(db, clock, 20, 6)
    answer(db, "logged#", 3, due_day=clock().study_day + 4)
    before, was = _due(db), tables(db, "memory")
    recorded = fit.record(db, values.back_to(OTHER))
    assert memory.is_current(db)
    assert fits.in_force(db).parameters == OTHER
    assert _due(db) == before
    pins = [one for one in log.events(db) if one.type == "set_due"]
    assert 0 < len(pins) <= 20
    # A clock that is set back goes on from the last line of the log: none of these may be later than it.
    assert {pin.moment for pin in pins} == {recorded.moment}
    fit.record(db, values.back_to())
    assert fits.in_force(db).parameters == DEFAULT
    assert _due(db) == before
    fit.take_back(db, fits.in_force(db).fit_id)
    assert fits.in_force(db).fit_id == recorded.event_id
    fit.take_back(db, recorded.event_id)
    assert memory.is_current(db)
    assert tables(db, "memory") == was


def test_a_fit_that_was_refused_is_logged_and_changes_nothing(db: Database, clock: Clock) -> None:
    studied(db, clock, 3, 3)
    before = tables(db, "memory")
    refused = values.FitPayload(parameters=OTHER, n=80, loss_before=0.4, loss_after=0.5, accepted=False)
    fit.record(db, refused)
    assert memory.is_current(db)
    assert tables(db, "memory") == before
    assert [one.payload for one in fits.history(db)] == [refused]


@needs_library
@real
def test_a_real_learner(db: Database) -> None:
    file = Path(os.environ["QUIZAPP_REALDECKS"]) / "reviews" / "pyfsrs_review_logs_josh.csv"
    past_reviews.import_reviews(db, file.read_bytes(), utc_offset_min=-360, rollover_h=4)
    fitted = fit.fit(db, nothing)
    assert (fitted.end, fitted.predictions, fitted.before.n) == ("better", 6_372, 1_275)
    assert fitted.before.log_loss == pytest.approx(0.45192, abs=5e-5)
    assert fitted.after.log_loss < 0.4516
    before = _due(db)
    fit.record(db, fitted.payload)
    assert _due(db) == before
    assert fits.in_force(db).parameters == fitted.parameters
