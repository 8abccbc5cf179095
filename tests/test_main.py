"""The command line: lists what exists, loads what is asked for, and nothing else."""

import importlib
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import quizapp
import quizapp.commands
from quizapp.__main__ import COMMANDS, main, module_of


def modules_loaded_by(*arguments: str) -> set[str]:
    ended = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "quizapp", *arguments],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return set(re.findall(r"^import time:.*\| +(\S+)$", ended.stderr, re.MULTILINE))


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"quizapp {quizapp.__version__}\n"


def test_the_version_costs_no_qt_and_no_command() -> None:
    loaded = modules_loaded_by("--version")
    assert "argparse" in loaded
    too_much = {"PySide6", "appdirs", "msgspec", "yaml", "sqlite3", "ctypes", "logging"}
    assert not {name for name in loaded if name.split(".")[0] in too_much}
    assert {name for name in loaded if name.startswith("quizapp.")} == set()


def test_the_commands_listed_are_the_commands_there_are() -> None:
    there = {module.name.rstrip("_") for module in pkgutil.iter_modules(quizapp.commands.__path__)}
    assert set(COMMANDS) == there


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    module = importlib.import_module(module_of(name))
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    assert f"usage: quizapp {name}" in capsys.readouterr().out
    assert callable(module.run)


def test_help_names_each_command_once(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    words = capsys.readouterr().out
    for name, purpose in COMMANDS.items():
        assert re.search(rf"^ +{name} +{re.escape(purpose[:20])}", words, re.MULTILINE)


@pytest.mark.parametrize("arguments", [["no-such-command"], ["--no-such-flag"], ["--vers"], ["check"]])
def test_what_is_not_understood_is_a_mistake_of_use(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: quizapp" in capsys.readouterr().err


def test_checking_a_deck_loads_no_qt_and_no_database(tmp_path: Path) -> None:
    deck = tmp_path / "deck.yaml"
    deck.write_text("cards:\n- q: What is the capital of Norway?\n  a: Oslo\n", encoding="utf-8")
    loaded = modules_loaded_by("check", str(deck))
    assert "yaml" in loaded
    assert not {name for name in loaded if name.split(".")[0] in ("PySide6", "sqlite3", "appdirs")}


def test_a_reader_that_has_seen_enough_is_no_crash(tmp_path: Path) -> None:
    deck = tmp_path / "deck.yaml"
    deck.write_text("cards:\n" + "- q: x\n  b: y\n" * 20_000, encoding="utf-8")
    command = f"{sys.executable} -m quizapp check {deck} | head -1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def opened_by(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[Path, list[str]]:
    """Where the data is, and which decks and synced folder the window is given."""
    from quizapp import app, display
    from quizapp.paths import AppPaths

    given: list[tuple[Path, list[str]]] = []

    def run(paths: AppPaths, argv: list[str], opened: list[Path], synced: Path | None) -> int:
        given.append((paths.data, [*map(str, opened), *([f"synced {synced}"] if synced else [])]))
        return 0

    monkeypatch.setattr(app, "run", run)
    monkeypatch.setattr(display, "obstacle", lambda: "")
    assert main([*arguments]) == 0
    return given[0]


def test_decks_and_folders_to_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import gc

    deck, data = tmp_path / "deck.yaml", tmp_path / "data"
    deck.write_text("cards: []", encoding="utf-8")
    assert opened_by(monkeypatch, "--data", str(data), str(deck), str(tmp_path)) == (
        data,
        [str(deck), str(tmp_path)],
    )
    assert opened_by(monkeypatch, str(deck), "--data", str(data)) == (data, [str(deck)])
    assert opened_by(monkeypatch, "--data", str(data)) == (data, [])
    given = opened_by(monkeypatch, "--sync", str(tmp_path), "--data", str(data), str(deck))
    assert given == (data, [str(deck), f"synced {tmp_path}"])
    gc.enable()


def test_a_deck_named_like_a_command_is_reached_by_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import gc

    (tmp_path / "check").mkdir()
    assert opened_by(monkeypatch, f"{tmp_path}/check", f"--data={tmp_path}")[1] == [f"{tmp_path}/check"]
    gc.enable()


def test_what_is_not_there_cannot_be_opened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([str(tmp_path / "none.yaml")])
    assert ended.value.code == 2
    assert "none.yaml is no command" in capsys.readouterr().err
