"""Somebody who imports."""

from pathlib import Path

import pytest

from tests.journeys.learner import Learner
from tests.ui.importing.importer import Importer


@pytest.fixture
def importer(owner: Learner, tmp_path: Path) -> Importer:
    return Importer(owner, tmp_path / "brought")
