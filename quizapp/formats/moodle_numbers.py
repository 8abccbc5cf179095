"""Numbers of Moodle: credits in per cent, decimal commas, how far off counts."""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Final

from quizapp.formats.yaml_emit import Value

_NUMBER: Final = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?")
_FIGURES: Final = 4
"""Decimals of a credit: a third is 0.3333."""


def credit_of(percent: str) -> Decimal:
    """From 0 to 1; a negative one is 0."""
    return max(Decimal(0), min(share_of(percent), Decimal(1)))


def share_of(percent: str) -> Decimal:
    """Per cent as a share of 1; 0 for what is no number."""
    bare = point(percent)
    return Decimal(bare) / 100 if is_number(bare) else Decimal(0)


def is_number(text: str) -> bool:
    return _NUMBER.fullmatch(point(text)) is not None


def point(text: str) -> str:
    """A number as ours are written."""
    bare = text.strip().replace("\N{MINUS SIGN}", "-").replace(",", ".").lstrip("+")
    return bare.removesuffix(".")


def decimal_of(text: str) -> Decimal:
    """0 for what is no number."""
    try:
        return Decimal(point(text) or "0") if is_number(text) else Decimal(0)
    except InvalidOperation:
        return Decimal(0)


def plain(credit: Decimal) -> str:
    """As a deck has it."""
    return f"{round(credit, _FIGURES).normalize():f}"


def tiers_of(tiers: Sequence[tuple[str, Decimal]]) -> Value:
    """`tolerance` of answers with one number; "" if only it is right. tiers: (how far off, credit)."""
    if len(tiers) == 1:
        within = tiers[0][0]
        return within.lstrip("-") if decimal_of(within.removesuffix("%")) else ""
    ordered = sorted(tiers, key=lambda tier: -tier[1])
    return [{"within": within.lstrip("-") or "0", "credit": plain(credit)} for within, credit in ordered]
