"""The house rules that a machine can keep: style, types, and what may be imported or called where."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "quizapp").rglob("*.py"))
BIN = Path(sys.executable).parent

CORE_MAY_IMPORT = sys.stdlib_module_names | {"quizapp", "msgspec", "rapidfuzz", "regex", "fsrs"}

ONE_PLACE = {
    "appdirs": ("paths.py",),
    "fsrs": ("core/schedule.py",),
    "rapidfuzz": ("core/", "formats/"),
    "sqlite3": ("store/", "formats/foreign_sqlite.py"),
    "threading": ("ui/work.py",),
    "concurrent": ("ui/work.py",),
    "yaml": ("formats/",),
}
"""Module -> where alone it may be imported."""

IMPURE = {
    "time.time",
    "time.time_ns",
    "time.localtime",
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "uuid.uuid1",
    "uuid.uuid4",
    "os.urandom",
    "os.environ",
    "os.getenv",
    *(f"random.{name}" for name in ("random", "randrange", "randint", "choice", "shuffle", "sample", "seed")),
}
"""What core may not use: the clock, the machine, unseeded chance."""


@pytest.mark.parametrize(
    "command",
    [
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy",),
        ("lint-imports", "--no-cache"),
    ],
    ids=lambda command: "-".join(command[:2]),
)
def test_tool_is_silent(command: tuple[str, ...]) -> None:
    ended = subprocess.run(
        [str(BIN / command[0]), *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr


def relative(file: Path) -> str:
    return file.relative_to(ROOT / "quizapp").as_posix()


def trees(*rooms: str) -> Iterator[tuple[str, ast.Module]]:
    for file in SOURCES:
        if not rooms or relative(file).split("/")[0] in rooms:
            yield relative(file), ast.parse(file.read_bytes(), str(file))


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def test_core_imports_only_what_is_pure() -> None:
    found = {(file, name) for file, tree in trees("core") for name in imported(tree)}
    assert found
    assert {(file, name) for file, name in found if name not in CORE_MAY_IMPORT} == set()


def test_core_reads_no_file_no_clock_and_no_unseeded_chance() -> None:
    found = []
    for file, tree in trees("core"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and node.id in ("open", "print", "input"):
                found.append(f"{file}:{node.lineno}: {node.id}")
            if isinstance(node, ast.Attribute) and ast.unparse(node).removeprefix("datetime.") in IMPURE:
                found.append(f"{file}:{node.lineno}: {ast.unparse(node)}")
    assert found == []


@pytest.mark.parametrize("module", ONE_PLACE)
def test_a_module_with_one_place_is_imported_nowhere_else(module: str) -> None:
    places = ONE_PLACE[module]
    users = {file for file, tree in trees() if module in imported(tree)}
    assert {file for file in users if not file.startswith(places)} == set()


def test_threads_of_qt_live_in_work_alone() -> None:
    names = {"QThread", "QThreadPool", "QRunnable", "QMutex"}
    users = {
        file
        for file, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and names & {name.name for name in node.names}
    }
    assert users <= {"ui/work.py"}


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    long = {relative(file): len(file.read_bytes().splitlines()) for file in SOURCES}
    assert {file: lines for file, lines in long.items() if lines > 300} == {}
