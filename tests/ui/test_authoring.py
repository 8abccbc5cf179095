"""The door to deck files: open, save, take back over several files, and be told."""

from pathlib import Path

import pytest

from quizapp.core.problems import QuizError
from quizapp.ui.authoring import Authoring


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    (tmp_path / "one.yaml").write_text("- q: x\n  a: y\n")
    (tmp_path / "two.yaml").write_text("- q: z\n  a: y\n")
    return tmp_path


def test_a_deck_is_saved_and_told(decks: Path) -> None:
    authoring, told = Authoring(decks / "backups"), []
    authoring.saved.connect(told.append)
    opened = authoring.open(decks / "one.yaml")
    after = authoring.save(opened, "- q: X\n  a: y\n")
    assert (decks / "one.yaml").read_text() == after.text == "- q: X\n  a: y\n"
    assert told == [frozenset({str(decks / "one.yaml")})]
    assert not authoring.is_changed(after)


def test_what_others_wrote_is_kept(decks: Path) -> None:
    authoring = Authoring(decks / "backups")
    opened = authoring.open(decks / "one.yaml")
    (decks / "one.yaml").write_text("- q: theirs\n  a: y\n")
    assert authoring.is_changed(opened)
    with pytest.raises(QuizError) as error:
        authoring.save(opened, "mine")
    assert error.value.code == "deck_changed_outside"
    assert (decks / "one.yaml").read_text() == "- q: theirs\n  a: y\n"


def test_a_change_of_two_decks_is_taken_back_and_made_again(decks: Path) -> None:
    authoring, told = Authoring(decks / "backups"), []
    authoring.saved.connect(told.append)
    pair = [authoring.open(decks / name) for name in ("two.yaml", "one.yaml")]
    authoring.save_all([(pair[0], "- q: z\n- q: x\n"), (pair[1], None)], "Move 1 card")
    assert not (decks / "one.yaml").exists()
    assert (authoring.undo_words, authoring.redo_words) == ("Move 1 card", "")
    authoring.undo()
    assert (decks / "one.yaml").read_text() == "- q: x\n  a: y\n"
    assert (authoring.undo_words, authoring.redo_words) == ("", "Move 1 card")
    authoring.redo()
    assert (decks / "two.yaml").read_text() == "- q: z\n- q: x\n"
    assert told == [frozenset(map(str, (decks / "two.yaml", decks / "one.yaml")))] * 3


def test_a_deck_is_made_only_where_there_is_none(decks: Path) -> None:
    authoring = Authoring(decks / "backups")
    authoring.save(authoring.create(decks / "new.yaml"), "title: x\n")
    assert (decks / "new.yaml").read_text() == "title: x\n"
    with pytest.raises(QuizError) as error:
        authoring.create(decks / "new.yaml")
    assert error.value.code == "deck_exists"


def test_decks_that_come_with_the_app_are_never_written(decks: Path):
    own, course = decks / "own.yaml", decks / "course" / "a.yaml"
    course.parent.mkdir()
    for file in (own, course):
        file.write_text("cards:\n- {q: a, a: b}\n", encoding="utf-8")
    authoring = Authoring(decks / "backups", kept=lambda: [course.parent])
    both = [authoring.open(file) for file in (own, course)]
    for write in (
        lambda: authoring.save(both[1], "cards: []\n"),
        lambda: authoring.save_all([(one, "cards: []\n") for one in both], "Tag"),
    ):
        with pytest.raises(QuizError) as refused:
            write()
        assert refused.value.code == "deck_included"
    assert own.read_bytes() == course.read_bytes() == b"cards:\n- {q: a, a: b}\n"
