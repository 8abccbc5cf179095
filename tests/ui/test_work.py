import gc
import sys
import threading

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from quizapp.core import collection, problems
from quizapp.core.problems import QuizError
from quizapp.ui.work import Job, Work


class Screen(QObject):
    """Records what it is told, and on which thread."""

    def __init__(self):
        super().__init__()
        self.done, self.failed, self.steps, self.threads = [], [], [], set()

    def on_done(self, result):
        self.done.append(result)
        self.threads.add(threading.get_ident())

    def on_failed(self, error):
        self.failed.append(error)
        self.threads.add(threading.get_ident())

    def on_progress(self, done, total):
        self.steps.append((done, total))
        self.threads.add(threading.get_ident())


@pytest.fixture
def work(qtbot):
    work = Work()
    yield work
    work.close()


@pytest.fixture
def screen():
    return Screen()


@pytest.fixture
def run(work, screen):
    def run(fn, *args, **kwargs):
        return work.run(fn, *args, on_done=screen.on_done, on_failed=screen.on_failed, **kwargs)

    return run


def test_works_elsewhere_and_delivers_here(run, screen, qtbot):
    job = run(lambda a, b: (a + b, threading.get_ident()), 2, 3)
    assert job.running
    qtbot.waitUntil(lambda: bool(screen.done))
    assert screen.done[0][0] == 5
    assert screen.done[0][1] != threading.get_ident()
    assert screen.threads == {threading.get_ident()}
    assert not job.running


def test_many_jobs_all_arrive_once(run, screen, qtbot):
    for number in range(200):
        run(lambda n=number: n)
    qtbot.waitUntil(lambda: len(screen.done) == 200)
    assert sorted(screen.done) == list(range(200))


def test_a_quiz_error_goes_to_the_screen_alone(run, screen, qtbot, monkeypatch):
    monkeypatch.setitem(problems.MESSAGES.own, "disk_full", ("error", "The disk is full."))
    hooked = []
    monkeypatch.setattr(sys, "excepthook", lambda *args: hooked.append(args))

    def fail():
        raise QuizError("disk_full")

    run(fail)
    qtbot.waitUntil(lambda: bool(screen.failed))
    assert screen.failed[0].code == "disk_full"
    assert not hooked


def test_a_bug_frees_the_screen_and_is_reported(run, screen, qtbot, monkeypatch):
    hooked = []
    monkeypatch.setattr(sys, "excepthook", lambda *args: hooked.append(args))
    run(lambda: 1 // 0)
    qtbot.waitUntil(lambda: bool(hooked))
    assert isinstance(screen.failed[0], ZeroDivisionError)
    assert hooked[0][0] is ZeroDivisionError
    assert "test_work" in hooked[0][2].tb_next.tb_frame.f_code.co_filename
    assert screen.threads == {threading.get_ident()}


def test_a_cancelled_job_says_nothing(run, screen, qtbot):
    begun, go_on = threading.Event(), threading.Event()

    def wait():
        begun.set()
        go_on.wait(5)
        return "late"

    job = run(wait)
    begun.wait(5)
    with qtbot.waitSignal(job.ended):
        job.cancel()
    assert not job.running
    go_on.set()
    run(lambda: "next")
    qtbot.waitUntil(lambda: bool(screen.done))
    qtbot.wait(10)
    assert screen.done == ["next"]
    job.cancel()


def test_progress_arrives_here_and_stops_a_cancelled_job(run, screen, qtbot):
    go_on, stopped = threading.Event(), threading.Event()

    def count(total, progress):
        progress(total, total)
        go_on.wait(5)
        try:
            progress(total, total)
        finally:
            stopped.set()
        return "not stopped"

    job = run(count, 7, on_progress=screen.on_progress)
    qtbot.waitUntil(lambda: bool(screen.steps))
    assert screen.steps == [(7, 7)]
    job.cancel()
    go_on.set()
    assert stopped.wait(5)
    qtbot.wait(10)
    assert screen.steps == [(7, 7)]
    assert not screen.done
    assert not screen.failed
    assert screen.threads == {threading.get_ident()}


def test_progress_is_thinned_but_ends_complete(run, screen, qtbot):
    def count(progress):
        for step in range(10_001):
            progress(step, 10_000)

    run(count, on_progress=screen.on_progress)
    qtbot.waitUntil(lambda: bool(screen.done))
    assert screen.steps[-1] == (10_000, 10_000)
    assert len(screen.steps) < 1000


def test_only_a_slow_job_says_so(run, screen, qtbot):
    go_on = threading.Event()
    quick = run(lambda: None)
    said = []
    quick.slow.connect(lambda: said.append("quick"))
    slow = run(go_on.wait, 5)
    with qtbot.waitSignal(slow.slow):
        pass
    with qtbot.waitSignal(slow.ended):
        go_on.set()
    assert said == []


def test_a_deleted_screen_is_left_alone(run, screen, qtbot):
    go_on = threading.Event()
    job = run(go_on.wait, 5)
    screen.deleteLater()
    QApplication.sendPostedEvents(screen, 0)
    with qtbot.waitSignal(job.ended):
        go_on.set()
    assert screen.done == []


def test_close_waits_for_workers_and_drops_what_is_queued(run, work, screen, qtbot):
    begun, finished = threading.Event(), threading.Event()

    def slow(progress):
        begun.set()
        while True:
            progress(0, 1)

    def queued():
        finished.set()

    for _ in range(work.thread_count):
        run(slow, on_progress=screen.on_progress)
    begun.wait(5)
    run(queued)
    work.close()
    qtbot.wait(10)
    assert not finished.is_set()
    assert not screen.done
    assert not screen.failed


class Litter:
    """Part of a ring that only the collector can free; says on which thread it went."""

    def __init__(self, freed):
        self.ring = self
        self.freed = freed

    def __del__(self):
        self.freed.append(threading.get_ident())


def crowd():
    return len([[number] for number in range(200_000)])


def test_the_collector_takes_nothing_apart_in_a_worker(run, screen, qtbot):
    freed = []
    gc.collect()
    Litter(freed)
    run(crowd)
    run(crowd)
    qtbot.waitUntil(lambda: len(screen.done) == 2)
    assert set(freed) <= {threading.get_ident()}
    qtbot.waitUntil(gc.isenabled)
    gc.collect()
    assert freed == [threading.get_ident()]


def test_the_collector_rests_until_a_cancelled_job_has_left(run, qtbot):
    go = threading.Event()
    job = run(go.wait)
    job.cancel()
    assert not gc.isenabled()
    go.set()
    qtbot.waitUntil(gc.isenabled)


def test_closing_lets_the_collector_work_again(work, run):
    for _ in range(work.thread_count + 3):
        run(crowd)
    work.close()
    assert gc.isenabled()


def test_a_pause_within_a_job_does_not_end_the_job_s_own(run, screen, qtbot):
    def pausing():
        with collection.no_collection():
            pass
        return gc.isenabled()

    run(pausing)
    qtbot.waitUntil(lambda: bool(screen.done))
    assert screen.done == [False]


def test_a_job_that_is_over_is_gone_when_work_closes(qtbot):
    """Qt would delete it later, and by then what it belongs to may be gone."""
    work = Work()
    results = []
    work.run(len, "abc", on_done=results.append, on_failed=results.append)
    while not results:
        QApplication.processEvents()
    work.close()
    assert work.findChildren(Job) == []
