"""Which formulas cannot be drawn: asked of the process that draws them for the window too."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

CHILD = Path(__file__).with_name("maths_child.py")
"""The script that draws; see there."""
_START_S = 15
_FORMULA_S = 2
_LOST = 3
"""Formulas that may cost the process its life before it is given up."""


def undrawable(sources: Sequence[str]) -> list[str]:
    """Those of the formulas that fail, or take too long. Nothing is started where there are none."""
    failed: list[str] = []
    rest = list(sources)
    for _ in range(_LOST):
        if not rest:
            break
        replies = _ask(rest)
        failed += [source for source, reply in zip(rest, replies, strict=False) if "svg" not in reply]
        failed += rest[len(replies) : len(replies) + 1]  # what was asked when the process ended
        rest = rest[len(replies) + 1 :]
    return failed


def _ask(sources: Sequence[str]) -> list[dict[str, str]]:
    """The replies of one process, one a formula, as far as it came."""
    asked = "".join(json.dumps({"source": source, "display": False}) + "\n" for source in sources)
    limit_s = _START_S + _FORMULA_S * len(sources)
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
        return [{"svg": ""}] * len(sources)
    _, *lines = output.rpartition(b"\n")[0].split(b"\n")  # the first says that it is ready
    return [json.loads(line) for line in lines]
