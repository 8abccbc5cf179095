"""What the README says is true."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

from quizapp.display import EVERY_WINDOW, SCREENS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def test_the_first_deck_has_ten_lines_and_no_mistakes(tmp_path: Path) -> None:
    (text,) = blocks("yaml")
    assert text.count("\n") == 10
    deck = tmp_path / "europe.yaml"
    deck.write_text(text, encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-m", "quizapp", "check", str(deck)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == "1 file, 3 cards: no problems\n"


def test_ci_runs_the_test_command_and_installs_the_system_libraries() -> None:
    libraries, _, test_command = (block.strip() for block in blocks("sh"))
    assert test_command in CI
    assert set(libraries.split()) <= set(CI.split())


def test_the_system_libraries_are_the_ones_that_a_start_checks() -> None:
    packages = set(blocks("sh")[0].split()) - {"apt-get", "install", "git", "python3-venv"}
    assert packages <= set((EVERY_WINDOW | SCREENS["xcb"].libraries).values())


def test_every_picture_and_link_is_there() -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", README)
    assert len(targets) >= 2
    assert [target for target in targets if not (ROOT / target).is_file()] == []


def test_every_dependency_is_listed_with_its_licence() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {re.split(r"[<>=~!\[]", line)[0] for line in wanted}
    rows = dict(re.findall(r"^\| (\S+) \| [^|]+ \| ([^|]+) \|$", README, re.MULTILINE))
    assert names <= set(rows)
    assert all(licence.strip() for licence in rows.values())
