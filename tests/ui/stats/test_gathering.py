"""Numbers in the background: the last question counts, slow ones say so, changes are counted quietly."""

from collections.abc import Callable
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from quizapp.core.problems import QuizError
from quizapp.core.settings import Settings
from quizapp.ui.stats import gathering
from quizapp.ui.stats.gathering import Gatherer, Question
from quizapp.ui.work import Work
from tests.ui.learning import School
from tests.ui.stats.made import BEGINNER, EMPTY, LOADS


class Errand(QObject):
    """A job that ends when the test says so."""

    slow = Signal()

    def __init__(self, fn: Callable[..., Any], args: tuple[Any, ...], callbacks: dict[str, Any]) -> None:
        super().__init__()
        self.fn, self.args, self.callbacks = fn, args, callbacks
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True


class Errands:
    """Takes jobs, runs none."""

    def __init__(self) -> None:
        self.all: list[Errand] = []

    def run(self, fn: Callable[..., Any], *args: Any, **callbacks: Any) -> Errand:
        self.all.append(Errand(fn, args, callbacks))
        return self.all[-1]


class Desk:
    """A gatherer, what it sent out, and what it said."""

    def __init__(self, school: School) -> None:
        self.errands = Errands()
        self.gatherer = Gatherer(school.services, cast(Work, self.errands))
        self.said: list[object] = []
        self.gatherer.gathered.connect(self.said.append)
        self.gatherer.slow.connect(lambda done, total: self.said.append((done, total)))
        self.gatherer.failed.connect(self.said.append)
        self.gatherer.weighed.connect(self.said.append)

    def ask(self, query: str) -> Errand:
        self.gatherer.ask(Question(query, "year", Settings()))
        return self.errands.all[-1]


@pytest.fixture
def desk(qtbot: QtBot, school: School) -> Desk:
    return Desk(school)


def test_the_last_question_counts(desk: Desk):
    first = desk.ask("a")
    second = desk.ask("ab")
    assert first.cancelled
    assert not second.cancelled
    second.callbacks["on_done"](BEGINNER)
    assert desk.said == [BEGINNER]
    assert not desk.gatherer.busy


def test_progress_is_told_once_it_takes_long(desk: Desk):
    job = desk.ask("")
    job.callbacks["on_progress"](1, 10)
    assert desk.said == []
    job.slow.emit()
    job.callbacks["on_progress"](2, 10)
    assert desk.said == [(0, 0), (2, 10)]


def test_changes_are_counted_once_and_without_a_word(desk: Desk, qtbot: QtBot):
    desk.ask("").callbacks["on_done"](EMPTY)
    desk.gatherer.renew()
    desk.gatherer.renew()
    assert desk.gatherer.busy
    qtbot.waitUntil(lambda: len(desk.errands.all) == 2)
    again = desk.errands.all[-1]
    assert again.args == desk.errands.all[0].args
    again.slow.emit()
    again.callbacks["on_progress"](2, 10)
    assert desk.said == [EMPTY]


def test_nothing_is_counted_again_before_anything_was_asked(desk: Desk):
    desk.gatherer.renew()
    assert not desk.gatherer.busy


def test_what_fails_is_told(desk: Desk):
    desk.ask("").callbacks["on_failed"](QuizError("setting_unknown", key="x"))
    (words,) = desk.said
    assert isinstance(words, str)
    assert "x" in words


def test_the_cost_is_worked_out_once_at_a_time_and_dropped_on_leaving(desk: Desk):
    desk.gatherer.weigh()
    desk.gatherer.weigh()
    (job,) = desk.errands.all
    assert job.fn is gathering.workload.gather
    job.callbacks["on_done"](LOADS)
    assert desk.said == [LOADS]
    desk.gatherer.weigh()
    desk.gatherer.rest()
    assert desk.errands.all[-1].cancelled


def test_all_work_stops_before_another_progress_is_put_in_place(desk: Desk, school: School):
    desk.ask("")
    desk.gatherer.weigh()
    school.services.replacing.emit()
    assert all(job.cancelled for job in desk.errands.all)
    assert not desk.gatherer.busy


def test_all_of_it_is_counted_on_a_connection_of_its_own(school: School):
    found = gathering.gather(school.db, Question("", "all", Settings()), progress=lambda done, total: None)
    assert found.states.new == 3
    assert found.period == "all"
