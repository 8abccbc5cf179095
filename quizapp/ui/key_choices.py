"""The setting of keys, changed action by action: values in, values out."""

from collections.abc import Sequence

from msgspec import Struct

from quizapp.core.setting_values import KeyChoice
from quizapp.ui.bindings import in_force
from quizapp.ui.key_lists import BY_SCOPE, LISTS
from quizapp.ui.keys import KeyBinding

Choices = tuple[KeyChoice, ...]


class Slot(Struct, frozen=True):
    """A place for a key: that of an action, or that which it has while a text field has the focus."""

    scope: str
    action: str
    typing: bool = False


def slots() -> tuple[Slot, ...]:
    """All of them, list by list."""
    return tuple(
        Slot(one.scope, binding.action, typing)
        for one in LISTS
        for binding in one.bindings
        for typing in ((False, True) if binding.in_text else (False,))
    )


def declared(slot: Slot) -> str:
    """The key that an action has at first."""
    return _key(_binding(slot, ()), slot)


def key_of(slot: Slot, choices: Sequence[KeyChoice]) -> str:
    """The key in force."""
    return _key(_binding(slot, choices), slot)


def with_key(choices: Sequence[KeyChoice], slot: Slot, key: str) -> Choices:
    """Another key in a slot; "" takes it away. What is as declared is no choice."""
    others = tuple(one for one in choices if (one.scope, one.action) != (slot.scope, slot.action))
    was, now = _binding(slot, ()), _binding(slot, choices)
    pair = (now.key, key) if slot.typing else (key, now.in_text)
    return others if pair == (was.key, was.in_text) else (*others, KeyChoice(slot.scope, slot.action, *pair))


def _binding(slot: Slot, choices: Sequence[KeyChoice]) -> KeyBinding:
    found = (one for one in BY_SCOPE[slot.scope].bindings if one.action == slot.action)
    return in_force(tuple(found), slot.scope, choices)[0]


def _key(binding: KeyBinding, slot: Slot) -> str:
    return binding.in_text if slot.typing else binding.key
