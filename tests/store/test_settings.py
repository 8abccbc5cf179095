"""Settings on disk."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.core.problems import QuizError
from quizapp.core.setting_values import SavedSearch
from quizapp.core.settings import SETTINGS, Settings
from quizapp.store import settings
from quizapp.store.database import Database
from quizapp.store.settings import Row
from tests.store.made import Clock, fresh, hasty


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


def test_a_limit_of_a_deck_only_lowers(db: Database) -> None:
    for key in ("new_per_day", "reviews_per_day"):
        settings.put(db, key, 30)
        settings.put(db, key, 50, "deck:law")
        settings.put(db, key, 10, "folder:/law")
        assert getattr(settings.load(db, ["deck:law"]), key) == 30
        assert getattr(settings.load(db, ["folder:/law", "deck:law"]), key) == 10
    settings.put(db, "new_per_day", 99, "deck:other")
    assert settings.load(db, ["deck:other"]).new_per_day == 30
    settings.put(db, "learning_step_min", 50, "deck:law")
    assert settings.load(db, ["deck:law"]).learning_step_min == 50


def test_without_a_value_for_all_decks_a_deck_lowers_the_default(db: Database) -> None:
    settings.put(db, "new_per_day", 50, "deck:law")
    assert settings.load(db, ["deck:law"]).new_per_day == Settings().new_per_day
    settings.put(db, "new_per_day", 80)
    assert settings.load(db, ["deck:law"]).new_per_day == 50


def test_what_is_taken_away_is_as_if_never_put(db: Database) -> None:
    settings.put(db, "new_per_day", 9)
    settings.put(db, "new_per_day", 3, "deck:law")
    assert settings.held(db, "new_per_day") == {"all": 9, "deck:law": 3}
    assert settings.narrower(db) == {"deck:law"}
    settings.put(db, "new_per_day", None, "deck:law")
    assert settings.load(db, ["deck:law"]).new_per_day == 9
    assert settings.held(db, "new_per_day") == {"all": 9}
    assert settings.narrower(db) == frozenset()
    settings.put(db, "new_per_day", None)
    assert settings.load(db) == Settings()


@pytest.mark.parametrize(
    ("key", "value", "scope"),
    [
        ("theme", "dark", "all"),
        ("theme", "dark", "deck:law"),
        ("day_start_hour", 3, "deck:law"),
        ("day_start_hour", 3, "device"),
        ("new_per_day", 3, "device"),
        ("new_per_day", 3, "somewhere"),
    ],
)
def test_a_setting_is_kept_only_where_it_counts(db: Database, key: str, value: object, scope: str) -> None:
    with pytest.raises(QuizError) as failed:
        settings.put(db, key, value, scope)
    assert failed.value.code == "setting_scope"
    db.con.execute("INSERT INTO setting VALUES (?, ?, ?, 0, 'x')", (scope, key, f'"{value}"'))
    assert settings.load(db, [scope]) == Settings()


def test_who_sets_something_sees_it_happen_whatever_the_clock_says(db: Database, clock: Clock) -> None:
    settings.put(db, "new_per_day", 9)
    (first,) = settings.travelling(db)
    clock.at_ms -= 400 * 86_400_000
    settings.put(db, "new_per_day", 3)
    assert settings.get(db, "new_per_day") == 3
    settings.take(db, [first])
    assert settings.get(db, "new_per_day") == 3


_rows = st.lists(
    st.builds(
        Row,
        scope=st.sampled_from(["all", "deck:law", "device"]),
        key=st.sampled_from(["new_per_day", "tries", "of a later version"]),
        value=st.sampled_from(["1", "2", "null"]),
        at_ms=st.integers(0, 3),
        device_id=st.sampled_from(["a", "b"]),
    ),
    max_size=12,
)


@given(rows=_rows, data=st.data())
@example(rows=[Row(scope="all", key="tries", value=one, at_ms=0, device_id="a") for one in "12"], data=None)
def test_machines_agree_whatever_the_order(rows: list[Row], data: st.DataObject | None) -> None:
    """Taken in any order, in any portions and any number of times, rows give the same table."""
    shuffled = data.draw(st.permutations(rows)) if data else rows[::-1]
    with fresh(Clock()) as here, fresh(Clock()) as there:
        settings.take(here, rows)
        for row in shuffled:
            settings.take(there, [row])
        settings.take(there, rows[:3])
        table = settings.travelling(here)
        assert table == settings.travelling(there)
        assert {(row.scope, row.key) for row in table} == {
            (row.scope, row.key) for row in rows if row.scope != "device"
        }
        for kept in table:
            assert kept.at_ms == max(
                row.at_ms for row in rows if (row.scope, row.key) == (kept.scope, kept.key)
            )


def test_what_this_machine_alone_has_never_travels(db: Database) -> None:
    settings.put(db, "theme", "dark")
    settings.put(db, "tries", 2)
    assert [row.key for row in settings.travelling(db)] == ["tries"]
    foreign = Row(scope="device", key="theme", value='"light"', at_ms=1 << 50, device_id="z")
    settings.take(db, [foreign])
    assert settings.get(db, "theme") == "dark"


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
