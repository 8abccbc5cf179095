"""The app as a whole: it starts, reads decks, is closed and opened again on the same folder."""

import subprocess
import sys

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from quizapp.app import App, clock
from quizapp.paths import AppPaths
from quizapp.store import log, memory
from quizapp.ui import theme
from quizapp.ui.navigation import Study
from quizapp.ui.screens.home import HomeScreen
from quizapp.ui.screens.study import StudyScreen
from tests.journeys.learner import HOUR_MS, Learner
from tests.ui.learning import RIVERS
from tests.ui.reader import CTRL, windows
from tests.ui.samples import titles


def note(owner: Learner) -> str:
    return owner.card_id().split("#")[0]


# A start


def test_home_is_there_at_once_and_decks_appear(qtbot: QtBot, own_deck: AppPaths):
    app = App(own_deck)
    try:
        app.show()
        assert isinstance(app.window.shown, HomeScreen)
        assert app.loading is None
        with qtbot.waitSignal(app.ready):
            pass
        assert titles(app.window) == [["Rivers"]]
        assert windows() == [app.window]
    finally:
        app.close()


def _loaded(start: str, late: set[str]) -> list[str]:
    """Which of the modules are there after an import, in a process of its own."""
    script = f"import sys, {start}; print(*sorted({late} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_a_start_loads_neither_the_log_nor_what_reads_decks():
    late = {"log", "exams", "parsing"}
    unread = {f"quizapp.store.{name}" for name in late} | {"quizapp.core.exam", "yaml", "fsrs"}
    assert _loaded("quizapp.app, quizapp.ui.kit", unread) == []


def test_home_is_painted_without_the_kinds_and_what_they_compare_texts_with():
    assert _loaded("quizapp.app, quizapp.ui.screens.home", {"quizapp.core.kinds", "regex", "rapidfuzz"}) == []


def test_only_what_changes_the_look_styles_the_widgets_anew(owner: Learner):
    services, before = owner.app.services, theme.changes()
    services.set("new_per_day", 3, None)
    services.set("recent_actions", ("home",), None)
    assert theme.changes() == before
    services.set("text_size", 120, None)
    assert (theme.changes(), theme.current().text_percent) == (before + 1, 120)


def test_two_key_presses_to_the_first_question(owner: Learner):
    owner.press(Qt.Key.Key_Return)
    assert isinstance(owner.window.shown, StudyScreen)
    assert owner.presses == 1


def test_the_next_start_knows_the_decks_before_it_reads_them(owner: Learner):
    owner.close()
    app = App(owner.paths)
    try:
        assert [row.title for row in app.services.overview().rows] == ["Rivers"]
    finally:
        app.close()
        owner.open()


def test_an_app_that_was_never_shown_closes(qtbot: QtBot, own_deck: AppPaths):
    app = App(own_deck)
    app.close()
    App(own_deck).close()


def test_closing_while_decks_are_read(qtbot: QtBot, own_deck: AppPaths):
    for number in range(40):
        (own_deck.decks / f"{number}.yaml").write_text(
            RIVERS.replace("Rivers", f"Rivers {number}"), encoding="utf-8"
        )
    app = App(own_deck)
    app.show()
    qtbot.waitUntil(lambda: app.loading is not None and app.loading.busy)
    app.close()
    qtbot.wait(30)


def test_the_folder_of_the_included_examples_is_left_out(qtbot: QtBot, own_deck: AppPaths):
    examples = own_deck.bundled_decks / "examples"
    examples.mkdir()
    (examples / "x.yaml").write_text(RIVERS.replace("Rivers", "Example"), encoding="utf-8")
    owner = Learner(qtbot, own_deck)
    assert titles(owner.window) == [["Rivers"]]
    owner.close()


def test_the_clock_tells_time_offset_and_hour():
    moment = clock(rollover_h=2)
    assert moment.at_ms > 1_700_000_000_000
    assert -14 * 60 <= moment.utc_offset_min <= 14 * 60
    assert moment.rollover_h == 2


def test_the_hour_a_day_starts_is_a_setting(owner: Learner):
    before = owner.app.services.now()
    owner.app.services.set("day_start_hour", 7, None)
    assert owner.app.services.now().rollover_h == 7
    assert before.rollover_h == 4


def test_the_log_is_folded_anew_in_the_background_if_its_rules_changed(owner: Learner):
    owner.press(Qt.Key.Key_Return)
    owner.answer()
    db = owner.app.db
    (key,) = db.con.execute("SELECT card_key FROM memory").fetchone()
    known = memory.get(db, key)
    db.con.execute("UPDATE memory SET stability = 99")
    db.set_meta("folded", "by other rules")
    owner.close()
    owner.open()
    owner.qtbot.waitUntil(lambda: memory.is_current(owner.app.db))
    owner.qtbot.waitUntil(lambda: memory.get(owner.app.db, key) == known)


def test_a_damaged_cache_is_made_again_and_progress_stays(owner: Learner):
    owner.press(Qt.Key.Key_Return)
    owner.answer()
    owner.close()
    caches = list(owner.paths.data.glob("cache*"))
    assert caches
    for file in caches:
        file.write_bytes(b"no database" * 100)
    owner.open()
    assert titles(owner.window) == [["Rivers"]]
    assert len(owner.logged()) == 1
    assert owner.app.services.overview().rows[0].new == 2


# The same folder again


def test_the_same_card_and_position_after_a_restart_on_the_same_day(owner: Learner):
    owner.press(Qt.Key.Key_Return)
    owner.answer()
    asked = owner.study.asked
    owner.close()
    owner.open()
    owner.press(Qt.Key.Key_Return)
    assert owner.study.asked == asked
    owner.close()
    owner.now_ms += 24 * HOUR_MS
    owner.open()
    owner.press(Qt.Key.Key_Return)
    assert owner.study.asked is not None
    assert owner.study.asked.position == 1


def test_closing_the_window_counts_a_verdict_on_screen(owner: Learner):
    owner.press(Qt.Key.Key_Return)
    owner.press(Qt.Key.Key_0)
    owner.window.close()
    assert [review.rating for review in log.reviews(owner.app.db)] == [1]


def test_undo_over_a_restart(owner: Learner):
    owner.press(Qt.Key.Key_Return)
    owner.answer()
    owner.answer()
    owner.close()
    owner.open()
    owner.press(Qt.Key.Key_Return)
    for left in (1, 0):
        owner.press(Qt.Key.Key_Z, CTRL)
        assert len(owner.logged()) == left
    assert note(owner) == "rome"


def test_the_whole_collection_is_a_sitting_too(owner: Learner):
    owner.window.go(Study())
    assert note(owner) == "rome"
