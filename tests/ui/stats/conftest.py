"""Somebody in front of the statistics."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.browsing import add_capitals
from tests.ui.learning import School
from tests.ui.stats.looking import Looker, forget_rome


@pytest.fixture
def looker(qtbot: QtBot, school: School) -> Iterator[Looker]:
    add_capitals(school)
    forget_rome(school)
    looker = Looker(qtbot, school)
    yield looker
    looker.reader.close()
