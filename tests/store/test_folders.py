"""Which files are decks, and which of them changed."""

import os
from pathlib import Path

import pytest

from quizapp.store import folders
from quizapp.store.folders import Root, Survey, survey


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "decks"


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("cards: []")


def names(seen: Survey, folder: Path) -> list[str]:
    return [os.path.relpath(found.path, folder) for found in seen.files]


def codes(seen: Survey) -> list[str]:
    return [problem.code for problem in seen.problems]


def test_decks_are_yaml_files_that_are_not_hidden(folder: Path) -> None:
    make(folder, "b.yaml", "a.YML", ".c.yaml", "d.txt", "yaml", "z/e.yaml", "m/n/f.yml", ".git/g.yaml")
    seen = survey([Root(folder, "Course")], {})
    assert names(seen, folder) == ["a.YML", "b.yaml", "m/n/f.yml", "z/e.yaml"]
    assert [found.course for found in seen.files] == ["Course", "Course", "Course / m / n", "Course / z"]
    assert seen.changed == seen.files
    assert seen.problems == ()


def test_folders_to_skip_are_named_from_the_root(folder: Path) -> None:
    make(folder, "examples/a.yaml", "b/examples/c.yaml", "b/d/e.yaml")
    skip = frozenset({"examples", "b/d"})
    assert names(survey([Root(folder, "", skip)], {}), folder) == ["b/examples/c.yaml"]


def test_only_new_and_touched_files_have_changed(folder: Path) -> None:
    make(folder, "a.yaml", "b.yaml", "c.yaml")
    known = {found.path: found.stamp for found in survey([Root(folder, "")], {}).files}
    assert survey([Root(folder, "")], known).changed == ()
    os.utime(folder / "a.yaml", ns=(1, 1))
    (folder / "b.yaml").write_text("longer text")
    make(folder, "d.yaml")
    changed = survey([Root(folder, "")], known).changed
    assert [Path(found.path).name for found in changed] == ["a.yaml", "b.yaml", "d.yaml"]


def test_links_are_followed_once(folder: Path) -> None:
    make(folder, "a.yaml", "inside/b.yaml")
    (folder / "inside/loop").symlink_to(folder)
    (folder / "self.yaml").symlink_to(folder / "self.yaml")
    (folder / "nowhere.yaml").symlink_to(folder / "missing")
    (folder / "twin.yaml").symlink_to(folder / "a.yaml")
    os.link(folder / "inside/b.yaml", folder / "inside/c.yaml")
    make(folder.with_name("outside"), "d.yaml")
    (folder / "linked").symlink_to(folder.with_name("outside"))
    seen = survey([Root(folder, ""), Root(folder / "inside", "Again")], {})
    assert names(seen, folder) == ["a.yaml", "inside/b.yaml", "linked/d.yaml"]
    assert seen.problems == ()


def test_a_missing_root_is_told_and_its_decks_are_gone(folder: Path) -> None:
    seen = survey([Root(folder, "")], {})
    assert codes(seen) == ["folder_missing"]
    assert seen.files == ()
    assert seen.covers(str(folder / "a.yaml"))


def test_a_folder_that_cannot_be_looked_into_keeps_what_is_known(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(folder, "a.yaml", "shut/b.yaml")
    listed = os.scandir

    def scandir(path: str) -> object:
        if path.endswith("shut"):
            raise PermissionError(13, "Permission denied")
        return listed(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", scandir)
        seen = survey([Root(folder, "")], {})
    assert names(seen, folder) == ["a.yaml"]
    assert codes(seen) == ["folder_unreadable"]
    assert not seen.covers(str(folder / "shut/b.yaml"))
    assert seen.covers(str(folder / "shutters.yaml"))


def test_a_name_that_is_no_unicode_is_told(folder: Path) -> None:
    folder.mkdir()
    try:
        (folder / os.fsdecode(b"\xff.yaml")).write_text("")
    except OSError:
        pytest.skip("this file system refuses such names")
    seen = survey([Root(folder, "")], {})
    assert seen.files == ()
    assert codes(seen) == ["file_name_odd"]
    assert "\ufffd" in seen.problems[0].args["file"]


def test_where_files_have_no_numbers_each_counts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(folder, "a.yaml", "b.yaml")
    real = os.stat

    def unnumbered(path: str, **how: bool) -> os.stat_result:
        mode, _, *rest = real(path, **how)
        return os.stat_result((mode, 0, *rest))

    with monkeypatch.context() as patch:
        patch.setattr(os, "stat", unnumbered)
        seen = survey([Root(folder, "")], {})
    assert names(seen, folder) == ["a.yaml", "b.yaml"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_no_deck(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert survey([Root(tmp_path, "Mine")], {}).files == ()


def test_a_single_deck_file_is_a_root(tmp_path: Path) -> None:
    deck = tmp_path / "a.yaml"
    deck.write_text("cards: []", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("cards: []", encoding="utf-8")
    seen = survey([Root(deck, "Alone")], {})
    assert [(found.path, found.course) for found in seen.files] == [(str(deck), "Alone")]
    assert seen.folders == (str(tmp_path),)
    deck.unlink()
    seen = survey([Root(deck, "Alone")], {})
    assert codes(seen) == ["deck_missing"]
    assert seen.folders == (str(tmp_path),)


def test_a_folder_beyond_all_bounds_is_left_where_it_begins_to_be_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "abc":
        (tmp_path / name).mkdir()
        for number in range(3):
            (tmp_path / name / f"{number}.yaml").write_text("cards: []", encoding="utf-8")
    root = Root(tmp_path, "Large")
    assert len(survey([root], {}).files) == 9
    monkeypatch.setattr(folders, "MOST", 10)
    seen = survey([root], {})
    assert [Path(found.path).parent.name for found in seen.files] == ["a"] * 3
    assert [(one.code, one.args["limit"]) for one in seen.problems] == [("folder_full", "10")]
    assert not seen.covers(str(tmp_path / "c" / "0.yaml")), "what was known there is kept"
    assert seen.covers(str(tmp_path / "a" / "9.yaml"))
