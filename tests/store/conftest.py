"""An open database in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.store.database import Database
from tests.store.made import Clock, hasty


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def db(tmp_path: Path, clock: Clock) -> Iterator[Database]:
    with hasty(tmp_path / "data", clock) as database:
        yield database
