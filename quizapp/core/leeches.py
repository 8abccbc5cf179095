"""Leeches: cards that are forgotten again and again, and cost more than they are worth until rewritten."""

from collections.abc import Mapping

from quizapp.core.reviews import EventType, Memory
from quizapp.core.setting_values import LeechAction
from quizapp.core.settings import Settings

LEECH_DAYS = 21
"""From this interval on a card is known, however often it was forgotten before."""

MARKS: Mapping[LeechAction, tuple[EventType, ...]] = {"flag": ("flag",), "suspend": ("flag", "suspend")}
"""What is logged about a card that has become one."""


def is_leech(memory: Memory, settings: Settings) -> bool:
    """Forgotten as often as the settings of its deck say, and still not known."""
    return memory.lapses >= settings.leech_lapses and memory.due_day - memory.last_day < LEECH_DAYS


def lapses_if_failed(memory: Memory | None, settings: Settings) -> int:
    """The lapses that a card would have, if Again made it a leech now; else 0."""
    if memory is None or memory.step or is_leech(memory, settings):
        return 0
    return memory.lapses + 1 if memory.lapses + 1 >= settings.leech_lapses else 0


def becomes(before: Memory | None, after: Memory, settings: Settings) -> bool:
    """Whether the answer between these two made it one; a card that was one is not named again."""
    if before is None or after.lapses == before.lapses:
        return False
    return is_leech(after, settings) and not is_leech(before, settings)
