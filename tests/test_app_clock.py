"""The app and the clock of the machine: set back, it is told; a new day gets its copy without a new start."""

from PySide6.QtCore import Qt

from quizapp.store import backups, log, settings
from quizapp.ui.navigation import Home, Study
from quizapp.ui.screens.home_banners import Banner
from tests.journeys.learner import Learner

DAY_MS = 86_400_000


def come_back(owner: Learner) -> None:
    """The window was left and is active again."""
    owner.app._look_again(Qt.ApplicationState.ApplicationActive)
    owner.qtbot.waitUntil(lambda: not owner.window.kit.work.busy)


def told(owner: Learner) -> list[str]:
    """The first sentence of each banner on home."""
    return [banner.words[0] for banner in owner.window.home.findChildren(Banner)]


def studied(owner: Learner) -> None:
    owner.qtbot.waitUntil(lambda: not owner.window.kit.work.busy)
    owner.window.go(Study())
    owner.answer()
    owner.window.go(Home())


def test_a_clock_a_year_back_is_told_and_days_go_on(owner: Learner) -> None:
    studied(owner)
    owner.now_ms -= 365 * DAY_MS
    studied(owner)
    come_back(owner)
    (words,) = told(owner)
    assert words.startswith("This machine’s clock is 365 days behind your last answer.")
    first, second = log.reviews(owner.app.db)
    assert first.study_day == second.study_day
    owner.close()
    owner.open()
    assert told(owner) == [words]
    assert owner.app.services.now().study_day == first.study_day
    owner.now_ms += 366 * DAY_MS
    assert owner.app.services.now().study_day == first.study_day + 1


def test_each_study_day_gets_its_copy_while_the_app_runs_on(owner: Learner) -> None:
    studied(owner)
    folder = owner.app.db.folder
    assert len(backups.listing(folder)) == 1
    come_back(owner)
    assert len(backups.listing(folder)) == 1
    owner.now_ms += DAY_MS
    come_back(owner)
    assert len(backups.listing(folder)) == 2


def test_a_folder_of_copies_that_is_away_is_told_on_home(owner: Learner) -> None:
    owner.qtbot.waitUntil(lambda: not owner.window.kit.work.busy)
    settings.put(owner.app.db, "backup_folder", str(owner.paths.data / "usb"))
    owner.now_ms += DAY_MS
    come_back(owner)
    (words,) = told(owner)
    assert words.startswith("The folder for backups, ")
    assert words.endswith("could not be used: it is not there. The copy lies beside your progress.")
    assert len(backups.listing(owner.app.db.folder)) == 2
