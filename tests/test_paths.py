"""The user's files lie where the system or the user says; what comes with the app is found."""

import sys
from pathlib import Path

import pytest

from quizapp import paths
from quizapp.paths import AppPaths

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="XDG folders are Linux's")


def user_folders(places: AppPaths) -> tuple[Path, ...]:
    return places.data, places.cache, places.log, places.decks


def test_the_flag_puts_every_file_of_the_user_below_one_folder(tmp_path: Path) -> None:
    places = paths.find(str(tmp_path))
    assert places.data == tmp_path
    assert all(folder.is_relative_to(tmp_path) for folder in user_folders(places))
    assert len(set(user_folders(places))) == 4


def test_the_flag_wins_over_the_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZAPP_DATA", str(tmp_path / "variable"))
    assert paths.find().data == tmp_path / "variable"
    assert paths.find(str(tmp_path / "flag")).data == tmp_path / "flag"


def test_a_relative_folder_is_fixed_to_where_the_app_was_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    assert paths.find("there/../here").data == tmp_path / "here"
    assert paths.find("~/quiz").data == tmp_path / "me" / "quiz"


@LINUX
def test_the_systems_folders_are_used_without_a_choice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZAPP_DATA", "")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    places = paths.find()
    assert places.data == tmp_path / "data" / "quizapp"
    assert places.decks == places.data / "decks"
    assert places.cache == tmp_path / "cache" / "quizapp"
    assert places.log.is_relative_to(places.cache)


@LINUX
@pytest.mark.parametrize("useless", ["", "relative/folder", "~/data"])
def test_an_empty_or_relative_xdg_variable_counts_as_unset(
    useless: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", useless)
    monkeypatch.setenv("XDG_CACHE_HOME", useless)
    places = paths.find()
    assert places.data == tmp_path / ".local/share/quizapp"
    assert places.cache == tmp_path / ".cache/quizapp"


def test_finding_the_places_creates_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    paths.find()
    paths.find(str(tmp_path / "other"))
    assert list(tmp_path.iterdir()) == []


def test_the_checkouts_decks_and_assets_are_found(paths: AppPaths) -> None:
    root = Path(__file__).parents[1]
    assert paths.bundled_decks == root / "decks"
    assert paths.bundled_assets == root / "assets"
