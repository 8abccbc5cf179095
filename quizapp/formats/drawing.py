"""Formulas drawn, and which cannot be: asked of the process that draws them for the window too."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

CHILD = Path(__file__).with_name("maths_child.py")
"""The script that draws; see there."""
_START_S = 15
_FORMULA_S = 2
_LOST = 3
"""Formulas that may cost the process its life before it is given up."""


Formula: TypeAlias = tuple[str, bool]
"""Source, and whether it stands alone."""


def undrawable(sources: Sequence[str]) -> list[str]:
    """Those of the formulas that fail, or take too long. Nothing is started where there are none."""
    return [source for (source, _), svg in _drawn([(source, False) for source in sources]) if svg is None]


def drawn(formulas: Sequence[Formula]) -> dict[Formula, str]:
    """Formula -> SVG of a font of FACE_PX, of those that can be drawn."""
    return {formula: svg for formula, svg in _drawn(formulas) if svg}


def _drawn(formulas: Sequence[Formula]) -> list[tuple[Formula, str | None]]:
    """Each formula that was asked for with its SVG; None if it fails."""
    found: list[tuple[Formula, str | None]] = []
    rest = list(formulas)
    for _ in range(_LOST):
        if not rest:
            break
        replies = _ask(rest)
        found += [(one, reply.get("svg")) for one, reply in zip(rest, replies, strict=False)]
        found += [(one, None) for one in rest[len(replies) : len(replies) + 1]]  # at which the process ended
        rest = rest[len(replies) + 1 :]
    return found


def _ask(formulas: Sequence[Formula]) -> list[dict[str, str]]:
    """The replies of one process, one a formula, as far as it came."""
    asked = "".join(json.dumps({"source": source, "display": display}) + "\n" for source, display in formulas)
    limit_s = _START_S + _FORMULA_S * len(formulas)
    # -P: neither the working folder nor this one may stand in for a library.
    command = [sys.executable, "-P", str(CHILD)]
    try:
        done = subprocess.run(
            command, input=asked.encode(), capture_output=True, timeout=limit_s, check=False
        )
        output = done.stdout
    except subprocess.TimeoutExpired as error:
        output = error.stdout or b""
    except OSError:
        output = b""
    if not output:  # the process does not start here: nothing is known
        return [{"svg": ""}] * len(formulas)
    _, *lines = output.rpartition(b"\n")[0].split(b"\n")  # the first says that it is ready
    return [json.loads(line) for line in lines]
