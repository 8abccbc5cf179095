"""The text and its file: saved by itself, never over what others wrote, undone across a save."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from quizapp.ui.authoring import Authoring
from quizapp.ui.editor.document import DeckDocument
from quizapp.ui.editor.keeper import Keeper
from quizapp.ui.work import Work
from tests.ui.written import RIVERS, Writer

CRLF = RIVERS.replace("\n", "\r\n").encode()


class Author(Writer):
    """Somebody who writes a file."""

    def __init__(self, qtbot: QtBot, work: Work, folder: Path) -> None:
        super().__init__(qtbot, DeckDocument(work), RIVERS)
        self.work = work
        self.file = folder / "rivers.yaml"
        self.file.write_bytes(CRLF)
        self.authoring = Authoring(folder / "backups")
        self.keeper = Keeper(self.document, self.authoring)
        self.keeper.open(self.authoring.open(self.file))
        self.wait_read()

    def says(self) -> str:
        return self.file.read_bytes().decode()


@pytest.fixture
def author(qtbot: QtBot, work: Work, tmp_path: Path) -> Author:
    return Author(qtbot, work, tmp_path)


def test_what_was_typed_is_saved_after_a_pause(author: Author) -> None:
    assert author.keeper.state == "saved"
    author.apply("Danube", "Elbe")
    assert author.keeper.state == "unsaved"
    author.qtbot.waitUntil(lambda: author.keeper.state == "saved")
    assert author.says() == CRLF.decode().replace("Danube", "Elbe")


def test_an_undo_across_a_save_gives_the_bytes_back(author: Author) -> None:
    author.apply("Danube", "Elbe")
    assert author.keeper.save()
    author.document.undo()
    assert author.keeper.save()
    assert author.file.read_bytes() == CRLF


def test_a_text_with_errors_is_saved_too(author: Author) -> None:
    author.apply("a: Danube", "a: [")
    assert author.keeper.save()
    assert "a: [\r\n" in author.says()


def test_a_change_elsewhere_is_taken_over_where_nothing_is_unsaved(author: Author) -> None:
    author.apply("Danube", "Elbe")
    author.keeper.save()
    author.file.write_bytes(author.file.read_bytes().replace(b"Elbe", b"Oder!"))
    with author.qtbot.waitSignal(author.keeper.reloaded):
        author.keeper.look()
    assert "Oder!" in author.document.text
    assert author.keeper.state == "saved"
    author.document.undo()
    assert "Elbe" in author.document.text
    author.document.undo()
    assert author.document.text == RIVERS


def clash(author: Author) -> None:
    author.apply("Danube", "Elbe")
    author.file.write_bytes(CRLF.replace(b"Volga", b"Nile!"))


def test_what_others_wrote_is_not_written_over(author: Author) -> None:
    clash(author)
    theirs = author.file.read_bytes()
    assert not author.keeper.save()
    assert author.keeper.outside is not None
    author.apply("Elbe", "Oder")
    assert not author.keeper.save()
    assert author.file.read_bytes() == theirs


def test_reload_takes_theirs_and_undo_brings_mine_back(author: Author) -> None:
    clash(author)
    author.keeper.look()
    author.keeper.reload()
    assert "Nile!" in author.document.text
    assert "Danube" in author.document.text
    assert (author.keeper.outside, author.keeper.state) == (None, "saved")
    author.document.undo()
    assert "Elbe" in author.document.text
    assert "Volga" in author.document.text
    assert author.keeper.save()
    assert "Elbe" in author.says()


def test_keep_mine_saves_over_theirs_which_is_backed_up(author: Author, tmp_path: Path) -> None:
    clash(author)
    author.keeper.look()
    author.keeper.keep_mine()
    assert author.says() == CRLF.decode().replace("Danube", "Elbe")
    kept = [file.read_bytes() for file in (tmp_path / "backups").rglob("*") if file.is_file()]
    assert any(b"Nile!" in data for data in kept)


def test_other_line_ends_begin_a_new_history(author: Author) -> None:
    author.file.write_bytes(RIVERS.encode())
    author.keeper.look()
    assert author.keeper.state == "saved"
    author.apply("Danube", "Elbe")
    author.keeper.save()
    assert author.says() == RIVERS.replace("Danube", "Elbe")


def test_a_folder_that_cannot_be_written_is_told(author: Author) -> None:
    author.apply("Danube", "Elbe")
    author.file.parent.joinpath("backups").touch()  # no folder can be made there
    assert not author.keeper.save()
    assert author.keeper.state == "failed"
    assert author.keeper.error
    author.keeper.rest()
    assert author.keeper.state == "failed", "it can be left nevertheless"
    author.file.parent.joinpath("backups").unlink()
    assert author.keeper.save()
    assert author.keeper.state == "saved"


def test_a_file_that_has_gone_is_written_again_on_wish(author: Author) -> None:
    author.file.unlink()
    author.keeper.look()
    assert author.keeper.is_gone
    assert not author.file.exists()
    author.apply("Danube", "Elbe")
    assert not author.keeper.save()
    author.keeper.keep_mine()
    assert author.says() == CRLF.decode().replace("Danube", "Elbe")
    assert author.keeper.state == "saved"


def test_a_file_for_reading_is_never_written(author: Author) -> None:
    author.keeper.open(author.authoring.open(author.file), read_only=True)
    author.apply("Danube", "Elbe")
    assert author.keeper.save()
    assert author.keeper.state == "reading"
    assert author.file.read_bytes() == CRLF


def again(author: Author) -> Keeper:
    """The same file in the next run."""
    keeper = Keeper(DeckDocument(author.work), author.authoring)
    keeper.open(author.authoring.open(author.file))
    return keeper


def test_what_could_not_be_saved_is_there_when_the_deck_is_opened_again(author: Author) -> None:
    clash(author)
    theirs = author.file.read_bytes()
    author.keeper.rest()
    assert author.file.read_bytes() == theirs
    keeper = again(author)
    assert "Elbe" in keeper.document.text
    assert keeper.outside is not None
    keeper.keep_mine()
    assert author.says() == CRLF.decode().replace("Danube", "Elbe")
    assert again(author).outside is None


def test_what_could_not_be_saved_may_be_given_up(author: Author) -> None:
    clash(author)
    author.keeper.rest()
    keeper = again(author)
    keeper.reload()
    assert "Nile!" in keeper.document.text
    later = again(author)
    assert (later.outside, "Nile!" in later.document.text) == (None, True)


def test_a_file_that_comes_back_is_taken_as_it_is(author: Author) -> None:
    author.file.unlink()
    author.keeper.look()
    assert author.keeper.is_gone
    author.file.write_bytes(CRLF)
    author.keeper.look()
    assert (author.keeper.outside, author.keeper.state) == (None, "saved")


def test_of_what_others_write_the_last_counts(author: Author) -> None:
    clash(author)
    author.keeper.look()
    author.file.write_bytes(CRLF.replace(b"Volga", b"Indus!!"))
    author.keeper.look()
    author.keeper.reload()
    assert "Indus!!" in author.document.text
