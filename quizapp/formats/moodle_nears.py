"""What is right of a number, as Moodle has it: each tolerance with what it earns."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from quizapp.core.kinds.quantity import Key, Quantity, parse_key, parse_tolerance
from quizapp.formats.moodle_sheet import Near

_WHOLE: Final = Decimal(1)


def nears(quantity: Quantity, number: str) -> tuple[Near, ...]:
    """What is right, the whole first, then what earns less."""
    key = parse_key(number)
    assert isinstance(key, Key), number
    low, high = _decimal(key.low), _decimal(key.high)
    tiers = [(tier.within, tier.credit) for tier in quantity.tolerance]
    tiers += [(key.margin, _WHOLE)] if key.margin else []
    found = []
    for within, credit in tiers:
        size, relative = parse_tolerance(within) or (Fraction(0), False)
        off = size * max(abs(key.low), abs(key.high)) if relative else size
        found.append(Near(low, high, _decimal(off), credit))
    if not any(one.credit == 1 for one in found):
        found.insert(0, Near(low, high, Decimal(0), _WHOLE))
    return tuple(sorted(found, key=lambda one: -one.credit))


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)
