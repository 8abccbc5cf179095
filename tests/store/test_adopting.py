"""A deck from elsewhere is copied with what it names, and nothing that is there is overwritten."""

import os
from pathlib import Path

import pytest

from quizapp.core.problems import QuizError
from quizapp.store.adopting import adopt, is_deck, is_ours

PICTURED = (
    "cards:\n- q: Which? ![a map](media/map.png)\n  a: This\n- q: Who?\n  a: She\n  image: media/she.svg\n"
)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    folder = tmp_path / "elsewhere"
    (folder / "media").mkdir(parents=True)
    for name in ("map.png", "she.svg", "other.png"):
        (folder / "media" / name).write_bytes(name.encode())
    (folder / "plain.yaml").write_text("cards:\n- q: Which?\n  a: This\n", encoding="utf-8")
    (folder / "pictured.yaml").write_text(PICTURED, encoding="utf-8")
    (folder / ".git").mkdir()
    return folder


def below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_plain_deck_lies_among_the_others(elsewhere: Path, tmp_path: Path) -> None:
    decks = tmp_path / "decks"
    for name in ("plain.yaml", "plain 2.yaml", "plain 3.yaml"):
        copy = adopt(elsewhere / "plain.yaml", decks)
        assert copy == decks / name
        assert copy.read_bytes() == (elsewhere / "plain.yaml").read_bytes()


def test_a_deck_with_pictures_has_a_folder_of_its_own(elsewhere: Path, tmp_path: Path) -> None:
    decks = tmp_path / "decks"
    adopt(elsewhere / "pictured.yaml", decks)
    adopt(elsewhere / "pictured.yaml", decks)
    names = {"pictured.yaml", "media/map.png", "media/she.svg"}
    assert below(decks / "pictured") == below(decks / "pictured 2") == names


def test_a_folder_comes_whole_but_for_what_is_hidden(elsewhere: Path, tmp_path: Path) -> None:
    copy = adopt(elsewhere, tmp_path / "decks")
    assert below(copy) == below(elsewhere)
    assert not (copy / ".git").exists()


def test_a_folder_that_holds_the_own_decks_is_refused(elsewhere: Path) -> None:
    before = below(elsewhere)
    for decks in (elsewhere / "decks", elsewhere):
        with pytest.raises(QuizError) as told:
            adopt(elsewhere, decks)
        assert told.value.code == "deck_not_copied"
        assert below(elsewhere) == before


def test_a_folder_that_links_to_itself_comes_once(elsewhere: Path, tmp_path: Path) -> None:
    before = below(elsewhere)
    (elsewhere / "media" / "round").symlink_to(elsewhere)
    (elsewhere / "gone.yaml").symlink_to(elsewhere / "nothing")
    assert below(adopt(elsewhere, tmp_path / "decks")) == before


def test_of_a_folder_that_cannot_be_copied_nothing_stays(elsewhere: Path, tmp_path: Path) -> None:
    os.mkfifo(elsewhere / "pipe")
    with pytest.raises(QuizError) as told:
        adopt(elsewhere, tmp_path / "decks")
    assert "pipe" in told.value.args_by_name["reason"]
    assert list((tmp_path / "decks").iterdir()) == []


def test_what_lies_outside_its_folder_stays_there(elsewhere: Path, tmp_path: Path) -> None:
    deck = elsewhere / "pictured.yaml"
    (tmp_path / "secret.png").write_bytes(b"secret")
    deck.write_text(PICTURED.replace("media/map.png", "../secret.png"), encoding="utf-8")
    adopt(deck, tmp_path / "decks")
    assert below(tmp_path / "decks") == {"pictured/pictured.yaml", "pictured/media/she.svg"}


def test_a_copy_can_be_written(elsewhere: Path, tmp_path: Path) -> None:
    (elsewhere / "plain.yaml").chmod(0o444)
    for copy in (adopt(elsewhere / "plain.yaml", tmp_path / "decks"), adopt(elsewhere, tmp_path / "more")):
        deck = copy / "plain.yaml" if copy.is_dir() else copy
        assert deck.stat().st_mode & 0o200


def test_a_deck_that_cannot_be_read_is_copied_as_it_is(elsewhere: Path, tmp_path: Path) -> None:
    deck = elsewhere / "odd.yml"
    deck.write_bytes(b"\x00\x01" * 50)
    assert adopt(deck, tmp_path / "decks").read_bytes() == b"\x00\x01" * 50


def test_what_cannot_be_written_is_told(elsewhere: Path, tmp_path: Path) -> None:
    (tmp_path / "decks").write_text("no folder", encoding="utf-8")
    with pytest.raises(QuizError) as told:
        adopt(elsewhere / "plain.yaml", tmp_path / "decks")
    assert told.value.code == "deck_not_copied"


def test_what_can_be_opened(elsewhere: Path) -> None:
    assert is_deck(elsewhere)
    assert is_deck(elsewhere / "plain.yaml")
    assert not is_deck(elsewhere / "media" / "map.png")
    assert not is_deck(elsewhere / "none.yaml")


@pytest.mark.parametrize(
    ("name", "text", "ours"),
    [
        ("a.yaml", "cards:\n- q: a\n  a: b\n", True),
        ("broken.yaml", "cards:\n- q: 'a\n", True),
        ("quiz.yaml", "questions:\n- question: What?\n  answer: That\n", False),
        ("words.csv", "a,b\n", False),
        ("gone.yaml", "", False),
    ],
)
def test_what_is_another_programs_has_to_be_imported(
    name: str, text: str, ours: bool, tmp_path: Path
) -> None:
    path = tmp_path / name
    if text:
        path.write_text(text, encoding="utf-8")
    assert is_ours(path) is ours


def test_a_folder_of_another_program_has_to_be_imported(tmp_path: Path) -> None:
    assert is_ours(tmp_path)
    (tmp_path / "deck.json").write_text("{}", encoding="utf-8")
    assert not is_ours(tmp_path)
    (tmp_path / "mine.yaml").write_text("cards:\n- q: a\n  a: b\n", encoding="utf-8")
    assert is_ours(tmp_path)
