"""The page on settings, made of their declarations."""

from collections.abc import Callable, Iterator
from typing import Any

from quizapp.core.setting_values import Folder, Hour, KeyChoice, Tongue, Week
from quizapp.core.settings import GROUPS, SETTINGS, Setting

_HEAD = """\
# Settings

<!-- Made by `python -m quizapp schema --settings --out decks/SETTINGS.md`. Do not edit it by hand. -->

They are set in the window (Ctrl+5), each change at once. A deck can have a value of its own for those marked
*deck*; its limits only lower the general ones. Those marked *machine* hold on this machine alone; all others
travel where several machines share their progress.
"""


def reference() -> str:
    """The page, in Markdown."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield _HEAD
    for group in GROUPS:
        rows = [one for one in SETTINGS if one.about.group == group and one.about.section]
        if rows:
            yield f"## {group}\n"
            yield "| Setting | Key | Values | At first | Own |"
            yield "|---|---|---|---|---|"
            for setting in rows:
                yield _row(setting)
            yield ""


def _row(setting: Setting) -> str:
    own = "deck" if setting.about.per_deck else "machine" if setting.scope == "device" else ""
    cells = (
        f"**{setting.label}**: {setting.description}",
        f"`{setting.key}`",
        _values(setting),
        _value(setting, setting.default),
        own,
    )
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _values(setting: Setting) -> str:
    """What it can be, in words."""
    if setting.choices:
        pairs = zip(setting.choices, setting.about.names, strict=True)
        return ", ".join(f"`{value}`" if name == value else f"`{value}` {name}" for value, name in pairs)
    if setting.low is not None:
        return f"{_value(setting, setting.low)} to {_value(setting, setting.high)}"
    return _SORTS[setting.plain]


def _value(setting: Setting, value: Any) -> str:
    """A value in words."""
    if setting.choices:
        return f"`{value}`"
    return _WRITTEN[setting.plain](value) + (f" {setting.about.unit}" if setting.about.unit else "")


def _or_none(value: Any) -> str:
    return ", ".join(value) if value else "none"


_SORTS: dict[Any, str] = {
    bool: "yes, no",
    Folder: "a folder",
    tuple[Folder, ...]: "folders and deck files",
    Tongue: "a language that there is a translation into",
    Week: "`normal`, `less` or `least` for each day, Monday first",
    tuple[KeyChoice, ...]: "keys of actions",
}
_WRITTEN: dict[Any, Callable[[Any], str]] = {
    bool: lambda value: "yes" if value else "no",
    int: lambda value: f"{value:g}",
    float: lambda value: f"{100 * value:g} %",
    Hour: lambda value: f"{int(value):02}:00",
    Folder: _or_none,
    tuple[Folder, ...]: _or_none,
    Tongue: lambda value: value or "as the system",
    Week: lambda value: f"`{value[0]}`" if len(set(value)) == 1 else ", ".join(value),
    tuple[KeyChoice, ...]: _or_none,
}
