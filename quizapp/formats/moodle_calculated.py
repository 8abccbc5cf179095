"""Moodle's questions whose numbers vary: asked with the numbers of their first set."""

import math
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from quizapp.formats.left_out import changed
from quizapp.formats.moodle_asked import Answer, Asked
from quizapp.formats.moodle_formula import evaluate
from quizapp.formats.moodle_numbers import decimal_of, is_number, point

_FORMULA: Final = re.compile(r"\{=((?:[^{}]|\{[^{}]*\})*)\}")
_NAME: Final = re.compile(r"\{([^{}=]+)\}")
_RELATIVE: Final = frozenset({"1", "3", ""})
_SIGNIFICANT: Final = "2"
_MOST_FIGURES: Final = 15


class Values(NamedTuple):
    """The first set of numbers."""

    texts: Mapping[str, str]
    """Name -> number as it is written."""

    @property
    def numbers(self) -> Mapping[str, float]:
        return {name: float(text) for name, text in self.texts.items()}

    def fill(self, text: str) -> str:
        """A text with numbers in the place of names, and of formulas behind `=`."""
        filled = _FORMULA.sub(self._result, text)
        return _NAME.sub(lambda match: self.texts.get(match[1].strip(), match[0]), filled)

    def _result(self, match: re.Match[str]) -> str:
        found = evaluate(match[1], self.numbers)
        return match[0] if found is None else f"{found:.10g}"


def values_of(asked: Asked) -> Values:
    """The numbers of a question, and the warning that they vary no more."""
    texts = {}
    for one in asked.element.iterfind("dataset_definitions/dataset_definition"):
        items = one.findall("dataset_items/dataset_item")
        first = next((item for item in items if item.findtext("number", "").strip() == "1"), None)
        first = first if first is not None else next(iter(items), None)
        value = "" if first is None else point(first.findtext("value", ""))
        if is_number(value):
            texts[(one.findtext("name/text") or "").strip()] = value
    asked.told.append(changed("The numbers, which vary there,", "those of the first set"))
    return Values(texts)


def numbers(asked: Asked, values: Values) -> list[tuple[str, str, Answer]]:
    """(number, how far off counts, its answer) of each right answer whose formula can be worked out."""
    found = []
    for one in asked.answers(plain=True):
        result = evaluate(one.raw.strip().removeprefix("="), values.numbers)
        if one.credit > 0 and result is not None:
            said = one.element.findtext
            number = _shown(result, said("correctanswerformat", "1"), said("correctanswerlength", "2"))
            within = point(said("tolerance", "0"))
            if said("tolerancetype", "1").strip() in _RELATIVE and decimal_of(within):
                within = f"{(decimal_of(within) * 100).normalize():f}%"
            found.append((number, within, one))
    return found


def _shown(value: float, format_: str, length: str) -> str:
    """A result with as many decimals, or figures, as the question wants, without zeros at the end."""
    places = int(length) if length.strip().isdecimal() and len(length.strip()) < 3 else 2
    places = min(places, _MOST_FIGURES)
    if format_.strip() == _SIGNIFICANT and value:
        places = max(places, 1) - 1 - math.floor(math.log10(abs(value)))
    rounded = round(Decimal(repr(value)), places)
    return f"{rounded.normalize():f}" if rounded else "0"
