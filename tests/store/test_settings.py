"""Settings on disk."""

from pathlib import Path

import pytest

from quizapp.core.problems import QuizError
from quizapp.core.setting_values import SavedSearch
from quizapp.core.settings import SETTINGS, Settings
from quizapp.store import settings
from quizapp.store.database import Database
from tests.store.made import Clock, hasty


def test_defaults_until_something_is_put(db: Database) -> None:
    assert settings.load(db) == Settings()
    for setting in SETTINGS:
        assert settings.get(db, setting.key) == setting.default


def test_what_was_put_is_there_after_a_restart(tmp_path: Path) -> None:
    with hasty(tmp_path) as db:
        settings.put(db, "new_per_day", 5)
        settings.put(db, "theme", "dark")
        settings.put(db, "desired_retention", 0.85)
    with hasty(tmp_path, seed=2) as db:
        assert settings.load(db) == Settings(new_per_day=5, theme="dark", desired_retention=0.85)
        assert settings.get(db, "theme") == "dark"
        rows = dict(db.con.execute("SELECT key, scope FROM setting"))
        assert rows == {"new_per_day": "all", "theme": "device", "desired_retention": "all"}


def test_saved_searches_keep_their_order(tmp_path: Path) -> None:
    searches = (SavedSearch("Weak, due soon", "due:<14d stability:<10"), SavedSearch("All cards", ""))
    with hasty(tmp_path) as db:
        settings.put(db, "saved_searches", searches)
    with hasty(tmp_path, seed=2) as db:
        assert settings.load(db).saved_searches == searches


def test_a_narrower_scope_wins(db: Database) -> None:
    settings.put(db, "new_per_day", 9)
    settings.put(db, "new_per_day", 3, "folder:law")
    settings.put(db, "new_per_day", 0, "deck:law/1")
    assert settings.load(db).new_per_day == 9
    assert settings.load(db, ["folder:law"]).new_per_day == 3
    assert settings.load(db, ["folder:law", "deck:law/1"]).new_per_day == 0
    assert settings.get(db, "new_per_day", "folder:law") == 3
    assert settings.get(db, "new_per_day", "folder:other") == 20


def test_the_last_writer_wins_by_the_clock(db: Database, clock: Clock) -> None:
    settings.put(db, "new_per_day", 9)
    clock.at_ms -= 60_000
    settings.put(db, "new_per_day", 3)
    assert settings.get(db, "new_per_day") == 9
    clock.at_ms += 120_000
    settings.put(db, "new_per_day", 4)
    assert settings.get(db, "new_per_day") == 4


@pytest.mark.parametrize(("key", "value"), [("new_per_day", -1), ("theme", "pink"), ("text_size", "large")])
def test_what_does_not_suit_is_refused(db: Database, key: str, value: object) -> None:
    with pytest.raises(QuizError, match=key) as failed:
        settings.put(db, key, value)
    assert failed.value.code == "setting_invalid"
    assert settings.load(db) == Settings()


def test_an_unknown_setting_is_refused(db: Database) -> None:
    for call in (lambda: settings.get(db, "colour"), lambda: settings.put(db, "colour", 1)):
        with pytest.raises(QuizError) as failed:
            call()
        assert failed.value.code == "setting_unknown"


def test_what_another_version_wrote_is_ignored(db: Database) -> None:
    rows = [("all", "new_per_day", '"many"'), ("all", "reviews_per_day", "{"), ("device", "old", "1")]
    db.con.executemany("INSERT INTO setting VALUES (?, ?, ?, 0, 'x')", rows)
    assert settings.load(db) == Settings()
    assert settings.get(db, "new_per_day") == 20
