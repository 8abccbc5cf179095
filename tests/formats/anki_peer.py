"""The real `anki`, if there is one: QUIZAPP_ANKI names a Python that has it, or is "auto"."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

ASKED = os.environ.get("QUIZAPP_ANKI", "")
REASON = "QUIZAPP_ANKI names no Python that has the package anki (or auto)"
needs_anki = pytest.mark.skipif(not ASKED, reason=REASON)
_CHILD = Path(__file__).with_name("anki_child.py")


@cache
def interpreter() -> str:
    """The Python; "auto" makes a venv of its own, once a run."""
    if ASKED != "auto":
        return ASKED
    home = Path(mkdtemp(prefix="quizapp-anki-"))
    subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
    python = str(home / "bin" / "python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", "anki"], check=True, timeout=600)
    return python


def run(what: str, folder: Path, *packages: Path) -> str:
    """What anki_child.py prints."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [interpreter(), str(_CHILD), what, str(folder), *map(str, packages)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def imported(folder: Path, *packages: Path) -> dict[str, Any]:
    """What a collection of Anki holds after the packages were imported one by one."""
    told: dict[str, Any] = json.loads(run("import", folder, *packages))
    return told
