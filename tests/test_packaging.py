"""What is shipped: the wheel works by itself, the sdist is complete, the entry points lead somewhere."""

import configparser
import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from importlib.metadata import entry_points
from pathlib import Path
from xml.etree import ElementTree

import pytest
from packaging.requirements import Requirement

import quizapp
from quizapp.__main__ import main
from tests.appicon import SIZES

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def build(target: str, folder: Path) -> Path:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (made,) = folder.iterdir()
    return made


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's content, laid out as in site-packages."""
    folder = tmp_path_factory.mktemp("wheel")
    with zipfile.ZipFile(build("wheel", folder / "dist")) as wheel:
        wheel.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_brings_decks_and_assets(installed: Path) -> None:
    data = installed / "quizapp" / "_data"
    for folder in (ROOT / "decks", *(ROOT / "assets").iterdir()):
        if folder.name in ("screens", "desktop"):
            assert not (data / "assets" / folder.name).exists()
            continue
        there = data / folder.relative_to(ROOT)
        wanted = {file.relative_to(folder) for file in folder.rglob("*") if file.is_file()}
        assert wanted == {file.relative_to(there) for file in there.rglob("*") if file.is_file()}


def test_the_wheel_holds_no_tests_and_registers_the_app(installed: Path) -> None:
    assert not (installed / "tests").exists()
    shared = installed / f"quizapp-{quizapp.__version__}.data" / "data" / "share"
    for file in (
        "applications/quizapp.desktop",
        "mime/packages/quizapp.xml",
        "icons/hicolor/scalable/apps/quizapp.svg",
        *(f"icons/hicolor/{size}x{size}/apps/quizapp.png" for size in SIZES),
    ):
        assert (shared / file).is_file()


def test_an_installed_app_finds_its_own_decks(installed: Path, tmp_path: Path) -> None:
    show = "from quizapp import paths; p = paths.find(); print(p.bundled_decks); print(p.bundled_assets)"
    ended = subprocess.run(
        [sys.executable, "-c", show],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        check=True,
        capture_output=True,
        text=True,
    )
    data = installed / "quizapp" / "_data"
    assert ended.stdout.splitlines() == [str(data / "decks"), str(data / "assets")]


def test_the_sdist_holds_every_file_of_the_project(tmp_path: Path) -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    with tarfile.open(build("sdist", tmp_path)) as sdist:
        shipped = {name.partition("/")[2] for name in sdist.getnames()}
    tracked = {name for name in listed.stdout.split("\0") if name and (ROOT / name).exists()}
    assert tracked <= shipped
    assert "PKG-INFO" in shipped


def test_both_entry_points_lead_to_main() -> None:
    for group, name in (("console_scripts", "quizapp"), ("gui_scripts", "quizapp-gui")):
        (entry,) = entry_points(group=group, name=name)
        assert entry.load() is main


def test_the_wheel_has_the_version_that_the_changelog_describes(installed: Path) -> None:
    assert (installed / f"quizapp-{quizapp.__version__}.dist-info" / "METADATA").is_file()
    assert f"## {quizapp.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_qt_is_held_below_the_version_that_loses_references() -> None:
    wanted = [
        Requirement(line) for line in (*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["media"])
    ]
    qt = [requirement for requirement in wanted if requirement.name.lower().startswith("pyside6")]
    assert {requirement.name for requirement in qt} == {"PySide6-Essentials", "PySide6-Addons"}
    for requirement in qt:
        assert requirement.specifier.contains("6.8.3")
        assert requirement.specifier.contains("6.11.3")
        assert not requirement.specifier.contains("6.12.0")


def test_the_desktop_entry_starts_what_is_installed() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(ROOT / "assets/desktop/quizapp.desktop", encoding="utf-8")
    assert entry["Desktop Entry"]["Exec"] in PROJECT["gui-scripts"]
    assert (ROOT / "assets/icons" / (entry["Desktop Entry"]["Icon"] + ".svg")).is_file()


def test_decks_have_a_mime_type() -> None:
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    kinds = ElementTree.parse(ROOT / "assets/desktop/quizapp.xml").getroot()
    (kind,) = kinds.findall(f"{space}mime-type")
    assert kind.get("type") == "application/x-quizapp-deck"
    assert all(glob.get("pattern", "").endswith((".yaml", ".yml")) for glob in kind.findall(f"{space}glob"))
