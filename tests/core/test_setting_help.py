"""The page on settings is made of their declarations, and up to date."""

from pathlib import Path

from quizapp.core.setting_help import reference
from quizapp.core.settings import SETTINGS

FILE = Path(__file__).parents[2] / "decks" / "SETTINGS.md"
RENEW = "python -m quizapp schema --settings --out decks/SETTINGS.md"


def test_the_page_is_up_to_date() -> None:
    assert FILE.read_text(encoding="utf-8") == reference(), RENEW


def test_each_setting_has_a_line_with_all_that_is_declared() -> None:
    lines = {line.split("`")[1]: line for line in reference().splitlines() if line.startswith("| **")}
    assert list(lines) == [
        setting.key for group in dict.fromkeys(one.about.group for one in SETTINGS) for setting in SETTINGS
        if setting.about.section and setting.about.group == group
    ]  # fmt: skip
    for setting in SETTINGS:
        if setting.about.section:
            line = lines[setting.key]
            assert f"**{setting.label}**: {setting.description} |" in line
            assert all(f"`{value}`" in line for value in setting.choices)
            assert all(name in line for name in setting.about.names)
            assert line.endswith("| deck |") == setting.about.per_deck
            assert line.endswith("| machine |") == (setting.scope == "device")


def test_what_a_line_says() -> None:
    page = reference()
    assert (
        "| **Desired retention**: Share of cards you want to recall when they come back. |"
        " `desired_retention` | 70 % to 97 % | 90 % | deck |" in page
    )
    assert "| 00:00 to 23:00 | 04:00 |  |" in page
    assert "| 1 min to 240 min | 10 min | deck |" in page
    assert "| yes, no | no |  |" in page
