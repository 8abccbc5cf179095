"""A preset of a quiz written into a deck file."""

from typing import Any

import msgspec

from quizapp.core.plan import Plan
from quizapp.formats.yaml_edit import header_data, set_header
from quizapp.formats.yaml_emit import Value
from quizapp.formats.yaml_splice import Edited

_WORDS = {True: "true", False: "false"}


def with_exam(text: str, plan: Plan) -> Edited:
    """A deck with one more preset, or another in place of the one of its title; QuizError if it cannot be.

    The other presets say what they said.
    """
    found = header_data(text).get("exams", [])
    presets: list[Value] = list(found) if isinstance(found, list) else [found]
    ours = _value(msgspec.to_builtins(plan))
    titles = [one.get("title") if isinstance(one, dict) else one for one in presets]
    if plan.title in titles:
        presets[titles.index(plan.title)] = ours
    else:
        presets.append(ours)
    return set_header(text, "exams", presets)


def _value(value: Any) -> Value:
    """As the text that a deck file holds."""
    if isinstance(value, dict):
        return {str(key): _value(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_value(each) for each in value]
    return _WORDS[value] if isinstance(value, bool) else str(value)
