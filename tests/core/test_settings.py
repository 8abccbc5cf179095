"""Settings are declared once, with everything a screen needs."""

import msgspec
import pytest

from quizapp.core.custom_study import CustomStudy
from quizapp.core.plan import Plan
from quizapp.core.query import parse
from quizapp.core.setting_values import DEFAULT_SEARCHES, BrowseView, StatisticsView
from quizapp.core.settings import BY_KEY, GROUPS, SETTINGS, Settings


def test_every_setting_suits_itself() -> None:
    defaults = Settings()
    for setting in SETTINGS:
        assert setting.default == getattr(defaults, setting.key)
        assert setting.check(setting.default) == setting.default
        assert setting.label
        assert setting.description
        assert setting.about.group in GROUPS
        assert (setting.low is None) == (setting.high is None)
        shapes = (
            setting.low is not None,
            bool(setting.choices),
            isinstance(setting.default, bool),
            isinstance(setting.default, tuple),
            isinstance(setting.default, msgspec.Struct),
            isinstance(setting.default, str) and not setting.choices,
        )
        assert sum(shapes) == 1, "a range, a list, yes and no, several values, how a screen was left, a text"


def test_the_saved_searches_are_queries_without_a_mistake() -> None:
    for one in DEFAULT_SEARCHES:
        assert parse(one.query).mistakes == ()
        assert str(parse(one.query)) == one.query


def test_defaults() -> None:
    assert msgspec.structs.asdict(Settings()) == {
        "desired_retention": 0.9,
        "new_per_day": 20,
        "reviews_per_day": 200,
        "day_start_hour": 4,
        "learning_step_min": 10,
        "tries": 1,
        "confidence": False,
        "retype": False,
        "ask_as": "written",
        "theme": "system",
        "text_size": 100,
        "motion": "system",
        "folders": (),
        "copies": (),
        "saved_searches": DEFAULT_SEARCHES,
        "browse": BrowseView(),
        "statistics": StatisticsView(),
        "custom_study": CustomStudy(),
        "exam_plan": Plan(),
        "exam_presets": (),
        "order": "due",
        "backlog": "kept",
        "backlog_new": False,
        "new_place": "among",
        "new_order": "deck",
        "siblings": True,
        "balance": True,
        "easy_days": ("normal",) * 7,
        "leech_lapses": 8,
        "leech_action": "flag",
        "language": "",
        "keys": (),
        "recent_actions": (),
        "play_sound": False,
        "exams_count": "never",
        "backup_folder": "",
        "backups_daily": 12,
        "backups_weekly": 10,
        "backups_monthly": 9,
        "sync_folder": "",
    }


def test_a_choice_has_a_name_for_each_value() -> None:
    for setting in SETTINGS:
        assert len(setting.about.names) == len(setting.choices)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("desired_retention", 1.0),
        ("desired_retention", 0.5),
        ("desired_retention", float("nan")),
        ("new_per_day", -1),
        ("new_per_day", "20"),
        ("day_start_hour", 24),
        ("theme", "pink"),
        ("text_size", 300),
        ("tries", 0),
        ("tries", 4),
        ("confidence", 1),
        ("saved_searches", [{"name": "All cards"}]),
        ("exam_plan", {"count": 0}),
        ("exam_presets", [{"title": 3}]),
    ],
)
def test_refuses_what_is_out_of_bounds(key: str, value: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        BY_KEY[key].check(value)


def test_what_looks_stays_on_the_device() -> None:
    scopes = {setting.key: setting.scope for setting in SETTINGS}
    assert scopes["theme"] == scopes["text_size"] == "device"
    assert scopes["new_per_day"] == "all"
    assert BY_KEY["theme"].choices == ("system", "light", "dark", "contrast")
    assert (BY_KEY["text_size"].low, BY_KEY["text_size"].high) == (80, 250)
