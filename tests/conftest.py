"""What every test may use: an offscreen Qt, seeded properties, throwaway folders, golden files."""

import gc
import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from msgspec.structs import replace

from quizapp.paths import AppPaths

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.journeys.learner import Learner

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

GOLDEN = Path(__file__).parent / "golden"

# Chosen by --hypothesis-profile. `full` is for `-m "slow or hypothesis"`; both repeat exactly.
_COMMON = {
    "derandomize": True,
    "database": None,
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
}
settings.register_profile("default", max_examples=30, **_COMMON)
settings.register_profile("full", max_examples=200, **_COMMON)
settings.load_profile("default")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files that differ")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Widgets in a cycle are taken apart between tests, never within: see quizapp/ui/collecting.py."""
    if "qapp" not in getattr(item, "fixturenames", ()):
        return (yield)
    thresholds = gc.get_threshold()
    gc.set_threshold(0)
    try:
        return (yield)
    finally:
        gc.collect(1)
        gc.set_threshold(*thresholds)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the files of the person who runs it."""
    home = tmp_path_factory.getbasetemp() / "home"
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.delenv("QUIZAPP_DATA", raising=False)


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    """The app's places in a temporary folder; the bundled decks and pictures are the real ones."""
    return AppPaths.under(tmp_path / "quizapp")


@pytest.fixture
def own_deck(qapp: "QApplication", paths: AppPaths, tmp_path: Path) -> Iterator[AppPaths]:
    """The app's places with one deck of the learner's and an empty course; the window speaks English."""
    from PySide6.QtCore import QLocale

    from quizapp.ui import i18n
    from tests.ui.learning import RIVERS

    translators = i18n.install(qapp, paths.bundled_assets / "translations", QLocale("en"))
    course = tmp_path / "course"
    course.mkdir()
    paths.decks.mkdir(parents=True)
    (paths.decks / "rivers.yaml").write_text(RIVERS, encoding="utf-8")
    yield replace(paths, bundled_decks=course)
    for translator in translators:
        qapp.removeTranslator(translator)


@pytest.fixture
def owner(qtbot: "QtBot", own_deck: AppPaths) -> Iterator["Learner"]:
    """Somebody at the real app with that deck."""
    from tests.journeys.learner import Learner

    learner = Learner(qtbot, own_deck)
    yield learner
    learner.close()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with tests/golden/NAME; `--update-golden` writes it instead."""

    def check(name: str, text: str) -> None:
        file = GOLDEN / name
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        assert file.exists(), f"no golden file {name}: write it with --update-golden"
        assert text == file.read_bytes().decode()

    return check
