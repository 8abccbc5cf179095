"""An open database in a folder of its own."""

from collections.abc import Iterator

import pytest

from quizapp.store.database import Database
from tests.store.made import Clock, fresh


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def db(clock: Clock) -> Iterator[Database]:
    with fresh(clock) as database:
        yield database
