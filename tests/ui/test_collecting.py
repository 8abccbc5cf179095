"""Nothing is collected but when the window is idle: within a destructor of Qt that would never end."""

import gc
import subprocess
import sys
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from pytestqt.qtbot import QtBot

from quizapp.core.collection import no_collection
from quizapp.paths import AppPaths
from quizapp.ui.collecting import Collector
from tests.journeys.learner import Learner

DESTROYED = """
import gc
from PySide6.QtCore import QCoreApplication, QObject, Signal
from quizapp.ui.collecting import Collector

class Sender(QObject):
    told = Signal()

app = QCoreApplication([])
collector = Collector()
for _ in range(60):
    gc.disable()
    parent = QObject()
    sender, receiver = Sender(), QObject(parent)
    sender.told.connect(receiver.deleteLater)
    cycles = [QObject() for _ in range(300)]
    for one in cycles:
        one.itself = one
        one.objectNameChanged.connect(app.quit)
    parent.deleteLater()
    del cycles, one, receiver
    gc.enable()
    QCoreApplication.sendPostedEvents(parent, 52)  # DeferredDelete
print("done")
"""
"""Without the collector's pause this hangs: `~QObject` asks the sender, under a lock, for an override."""


class Node:
    """Part of a cycle."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    gc.collect()
    collector = Collector()
    yield collector
    collector.stop()


def make_garbage() -> "weakref.ref[Node]":
    kept = [weakref.ref(Node()) for _ in range(2_000)]
    return kept[0]


def idle() -> None:
    """Until there is nothing to do."""
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()
    QTimer.singleShot(1, loop.quit)
    loop.exec()


def test_garbage_stays_until_the_window_is_idle(collector: Collector) -> None:
    garbage = make_garbage()
    assert garbage() is not None
    idle()
    assert garbage() is None


def test_nothing_is_collected_while_that_is_paused(collector: Collector) -> None:
    with no_collection():
        garbage = make_garbage()
        idle()
        assert garbage() is not None
    idle()
    assert garbage() is None


def test_old_garbage_goes_as_well(collector: Collector) -> None:
    node = Node()
    gc.collect()
    seen = weakref.ref(node)
    del node
    for _ in range(400):
        make_garbage()
        collector.collect()
    assert seen() is None


def test_the_app_collects_nowhere_else(qtbot: QtBot, own_deck: AppPaths) -> None:
    gc.set_threshold(700)  # the tests' own pause is put back afterwards
    learner = Learner(qtbot, own_deck)
    try:
        assert gc.get_threshold()[0] == 0
        assert learner.app.findChildren(Collector)
    finally:
        learner.close()


def test_destructors_of_qt_do_not_wait_for_themselves() -> None:
    done = subprocess.run(
        [sys.executable, "-c", DESTROYED], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout == "done\n", done.stderr
