"""Cloze texts as Anki writes them: every hole numbered, hints behind "::", nothing that ends a hole early."""

import re
from collections.abc import Mapping
from html import escape
from typing import Final

from quizapp.core.kinds.holes import Hole, Place, fill, holes
from quizapp.formats.anki_sheet import Html

_MOST_HOLES: Final = 500
"""Anki makes no cards for higher numbers."""
_MARK: Final = "\U0010fffc"
"""A private character: stands round the number of a hole while the text becomes HTML."""
_MARKED: Final = re.compile(f"{_MARK}(\\d+){_MARK}")


def hole_numbers(text: str) -> dict[str, int]:
    """Part -> number for Anki: its own where it has one that Anki takes, else the next that is free."""
    parts = holes(text).parts
    own = {part: int(part[1:]) for part in parts if re.fullmatch(r"c\d{1,4}", part)}
    numbers = {part: number for part, number in own.items() if 0 < number <= _MOST_HOLES}
    free = (number for number in range(1, len(parts) + _MOST_HOLES) if number not in numbers.values())
    taken = {part: next(free) for part in parts if part not in numbers}
    return {part: (numbers | taken)[part] for part in parts}


def cloze_html(text: str, numbers: Mapping[str, int], html: Html) -> str:
    """A text with its holes as Anki writes them."""
    found: list[Hole] = []

    def mark(hole: Hole) -> str:
        found.append(hole)
        return f"{_MARK}{len(found) - 1}{_MARK}"

    shown = html(fill(text, mark))
    safe = re.sub(r"\{\{(?=c\d+::)", "&#123;{", shown)
    return _MARKED.sub(lambda match: _hole(found[int(match[1])], numbers, html), safe)


def _hole(hole: Hole, numbers: Mapping[str, int], html: Html) -> str:
    hidden = html(hole.hidden) if not hole.place else escape(hole.hidden, quote=False)
    hint = f"::{guarded(html(hole.hint), hole.place)}" if hole.hint else ""
    return f"{{{{c{numbers[hole.part]}::{guarded(hidden, hole.place)}{hint}}}}}"


def guarded(inner: str, place: Place = "") -> str:
    """A text in a hole, without signs that would end it or begin a hint: apart in formulas, else entities."""
    if place == "maths":
        apart = re.sub(r"\}(?=\})", "} ", inner).replace("::", ": :")
        return f"{apart} " if apart.endswith("}") else apart
    safe = inner.replace("::", "&#58;:").replace("{{", "&#123;{").replace("}}", "&#125;}")
    return f"{safe[:-1]}&#125;" if safe.endswith("}") else safe
