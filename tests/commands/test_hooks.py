"""The hooks that pre-commit runs: they fail on what is wrong, and are asked about decks alone."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.commands.test_check_fix import FINE, SICK

ROOT = Path(__file__).parents[2]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with decks."""
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks/sick.yaml").write_text(SICK)
    (tmp_path / "decks/fine.yaml").write_text(FINE)
    monkeypatch.setenv("QUIZAPP_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_hooks_do_what_pre_commit_expects(hook: dict[str, object], folder: Path) -> None:
    """Fails on what is wrong, is silent on what is well, and is asked about decks alone."""
    files = [path for path in ("decks/sick.yaml", "decks/fine.yaml", "src/x.yaml", ".github/ci.yml")]
    wanted = [path for path in files if re.search(str(hook["files"]), path)]
    assert wanted == ["decks/sick.yaml", "decks/fine.yaml"]
    assert (hook["language"], hook["require_serial"]) == ("python", True)
    program, *arguments = str(hook["entry"]).split()
    assert program == "quizapp"

    def ends(*paths: str) -> int:
        command = [sys.executable, "-m", program, *arguments, *paths]
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        return subprocess.run(command, env=environment, capture_output=True, check=False).returncode

    assert ends(*wanted) == 1
    assert ends("decks/fine.yaml") == 0
    assert ends(*wanted) == ("--fix" not in arguments)
