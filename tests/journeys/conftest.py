"""A learner with an empty profile."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.paths import AppPaths
from quizapp.ui import i18n
from tests.journeys.learner import Learner


@pytest.fixture
def learner(qapp: QApplication, qtbot: QtBot, paths: AppPaths) -> Iterator[Learner]:
    yield from learners(qapp, qtbot, paths)


def learners(qapp: QApplication, qtbot: QtBot, paths: AppPaths) -> Iterator[Learner]:
    """The one learner of a test, at an app that speaks English."""
    translators = i18n.install(qapp, paths.bundled_assets / "translations", QLocale("en"))
    learner = Learner(qtbot, paths)
    yield learner
    learner.close()
    for translator in translators:
        qapp.removeTranslator(translator)
