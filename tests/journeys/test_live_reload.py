"""Decks are edited while somebody studies them: the real app, real files, the real watcher."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from quizapp.store import log, memory
from quizapp.ui.screens.home import HomeScreen
from tests.journeys.learner import Learner
from tests.ui.learning import RIVERS
from tests.ui.samples import titles, words
from tests.ui.test_watching import PATIENCE_MS, WAYS

BROKEN = RIVERS.replace("  a: Danube", '  a: "Danube')


class Author:
    """Somebody who edits the deck that the learner studies, and sees what becomes of it."""

    def __init__(self, owner: Learner) -> None:
        self.owner = owner
        self.path = owner.paths.decks / "rivers.yaml"

    def save(self, text: str, way: Callable[[Path, str], None] = WAYS[0]) -> None:
        way(self.path, text)

    def wait_for(self, condition: Callable[[], object]) -> None:
        self.owner.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MS)

    def taken_in(self) -> bool:
        """True once the shelf is as the file is."""
        (file,) = self.owner.app.library.files
        stat = self.path.stat()
        return (file.size, file.mtime_ns) == (stat.st_size, stat.st_mtime_ns)

    def wait(self) -> None:
        """Until what was saved has been taken in."""
        self.wait_for(self.taken_in)

    def question(self) -> str:
        asked = self.owner.study.asked
        assert asked is not None
        return asked.note.front(asked.item.part)

    def position(self) -> tuple[int, int]:
        asked = self.owner.study.asked
        assert asked is not None
        return asked.position, asked.total

    def reps(self) -> dict[str, int]:
        """Note -> how often it was answered."""
        db = self.owner.app.db
        rows = db.con.execute("SELECT card_id, card_key FROM card JOIN memory USING (card_key)").fetchall()
        found = {card_id.split("#")[0]: memory.get(db, key) for card_id, key in rows}
        return {note: known.reps for note, known in found.items() if known}


@pytest.fixture
def author(owner: Learner) -> Author:
    return Author(owner)


@pytest.fixture
def at_second(author: Author) -> Author:
    """The learner has answered the first card and is at the second, where one types."""
    author.owner.press(Qt.Key.Key_Return)
    author.owner.answer()
    assert author.question() == "Which river runs through Budapest?"
    return author


@pytest.mark.parametrize("way", WAYS)
def test_the_card_on_screen_follows_its_text(at_second: Author, way: Callable[[Path, str], None]):
    for number in range(3):
        at_second.save(RIVERS.replace("runs through Budapest", f"crosses Budapest ({number})"), way)
        at_second.wait_for(lambda number=number: at_second.question().endswith(f"({number})?"))
        assert at_second.position() == (2, 3)
        assert at_second.reps() == {"rome": 1}
    at_second.owner.answer()
    assert at_second.reps() == {"rome": 1, "budapest": 1}
    assert len(at_second.owner.logged()) == 2


@pytest.mark.parametrize("way", WAYS)
def test_what_is_being_typed_stays_when_other_cards_change(
    at_second: Author, way: Callable[[Path, str], None]
):
    """Though the card stands in another line now."""
    field = at_second.owner.focus
    assert isinstance(field, QLineEdit)
    at_second.owner.player.press("Dan")
    more = "- q: One more?\n  a: Yes\n"
    for number in range(1, 4):
        at_second.save(RIVERS.replace("- id: rome", more * number + "- id: rome"), way)
        at_second.wait()
        assert at_second.owner.focus is field
        assert field.text() == "Dan"
    at_second.owner.player.press("ube")
    at_second.owner.press(Qt.Key.Key_Return)
    judged = at_second.owner.study.judged
    assert judged is not None
    assert judged.verdict.outcome == "correct"


def test_after_the_verdict_the_answer_counts_as_it_was_given(at_second: Author):
    at_second.owner.player.answer()
    shown = at_second.owner.study.judged
    at_second.save(RIVERS.replace("Danube", "Rhine"))
    at_second.wait()
    assert at_second.owner.study.judged is shown
    at_second.owner.player.rate()
    assert at_second.reps() == {"rome": 1, "budapest": 1}
    assert at_second.question() == "Which river runs through Paris?"


def test_a_card_that_is_cut_makes_room_for_the_next(at_second: Author):
    start, end = RIVERS.index("- id: budapest"), RIVERS.index("- id: paris")
    at_second.save(RIVERS[:start] + RIVERS[end:])
    at_second.wait_for(lambda: at_second.question() == "Which river runs through Paris?")
    assert at_second.reps() == {"rome": 1}
    at_second.owner.answer()
    assert not hasattr(at_second.owner.window.shown, "asked")


def test_a_file_that_is_away_for_a_moment_ends_no_sitting(at_second: Author):
    loading = at_second.owner.app.loading
    assert loading is not None
    looks: list[object] = []
    loading.surveyed.connect(looks.append)
    at_second.path.unlink()
    at_second.wait_for(lambda: looks)  # just now it is not there
    at_second.save(RIVERS.replace("runs through Budapest", "crosses Budapest"))
    at_second.wait_for(lambda: at_second.question() == "Which river crosses Budapest?")
    assert at_second.position() == (2, 3)
    assert at_second.reps() == {"rome": 1}


def test_a_deck_that_is_deleted_after_the_verdict(at_second: Author):
    """The answer counts; what is left has gone with the deck, and all of it is back with the file."""
    at_second.owner.player.answer()
    at_second.path.unlink()
    at_second.wait_for(lambda: not at_second.owner.app.library.files)
    at_second.owner.player.rate()
    assert at_second.reps() == {"rome": 1, "budapest": 1}
    at_second.owner.window.go_home()
    assert titles(at_second.owner.window) == []
    at_second.save(RIVERS)
    at_second.wait_for(lambda: titles(at_second.owner.window) == [["Rivers"]])
    (row,) = at_second.owner.app.services.overview().rows
    assert row.new == 1


def test_a_deck_that_is_deleted_before_the_second_try(at_second: Author):
    """It is graded all the same, by what was asked."""
    at_second.owner.app.services.set("tries", 2, None)
    at_second.owner.player.press("Rhine")
    at_second.owner.press(Qt.Key.Key_Return)
    at_second.path.unlink()
    at_second.wait_for(lambda: not at_second.owner.app.library.files)
    at_second.owner.focus.clear()  # type: ignore[attr-defined]
    at_second.owner.player.press("Danube")
    at_second.owner.press(Qt.Key.Key_Return)
    judged = at_second.owner.study.judged
    assert judged is not None
    assert judged.verdict.outcome == "correct"


def test_a_broken_save_changes_nothing_on_screen(at_second: Author):
    field = at_second.owner.focus
    at_second.owner.player.press("Dan")
    at_second.save(BROKEN)
    at_second.wait()
    (file,) = at_second.owner.app.library.files
    assert file.broken
    at_second.wait_for(lambda: "The deck has a mistake in line 12." in " ".join(words(at_second.owner.study)))
    assert at_second.owner.focus is field
    at_second.save(RIVERS.replace("runs through Budapest", "crosses Budapest"))
    at_second.wait_for(lambda: at_second.question() == "Which river crosses Budapest?")
    assert not any("mistake" in one for one in words(at_second.owner.study))
    assert at_second.position() == (2, 3)
    assert at_second.reps() == {"rome": 1}


def test_the_file_and_its_folder_are_renamed(at_second: Author):
    decks = at_second.owner.paths.decks
    (decks / "water").mkdir()
    at_second.path.rename(decks / "water" / "streams.yaml")
    at_second.wait_for(lambda: at_second.owner.app.library.files[0].path.endswith("water/streams.yaml"))
    (decks / "water").rename(decks / "wet")
    at_second.wait_for(lambda: at_second.owner.app.library.files[0].path.endswith("wet/streams.yaml"))
    assert at_second.question() == "Which river runs through Budapest?"
    assert at_second.position() == (2, 3)
    at_second.owner.answer()
    assert at_second.reps() == {"rome": 1, "budapest": 1}


def test_home_shows_a_new_deck_at_once(author: Author):
    assert isinstance(author.owner.window.shown, HomeScreen)
    hills = "title: Hills\ncards:\n- {q: Which hill?, a: Palatine}\n"
    (author.owner.paths.decks / "hills.yaml").write_text(hills, encoding="utf-8")
    author.wait_for(lambda: titles(author.owner.window) == [["Hills", "Rivers"]])


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_another_branch_is_checked_out(at_second: Author):
    """Thirty decks change at once, and back; the progress is the same all the time."""
    decks = at_second.owner.paths.decks

    def git(*words: str) -> None:
        names = ("-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *names, *words], cwd=decks, check=True, capture_output=True)

    def others() -> set[str]:
        return {file.title for file in at_second.owner.app.library.files} - {"Rivers"}

    git("init", "--initial-branch=main")
    git("add", ".")
    git("commit", "-m", "Rivers")
    git("checkout", "-b", "more")
    at_second.save(RIVERS.replace("runs through", "crosses"))
    for number in range(30):
        text = f"title: Deck {number}\ncards:\n- {{q: What is {number}?, a: A number}}\n"
        (decks / f"{number}.yaml").write_text(text, encoding="utf-8")
    git("add", ".")
    git("commit", "-m", "More")
    at_second.wait_for(lambda: len(others()) == 30)
    for branch, verb, count in (("main", "runs through", 0), ("more", "crosses", 30)):
        git("checkout", branch)
        at_second.wait_for(lambda count=count: len(others()) == count)
        at_second.wait_for(lambda verb=verb: at_second.question() == f"Which river {verb} Budapest?")
        assert at_second.position() == (2, 3)
        assert at_second.reps() == {"rome": 1}
    assert [review.rating for review in log.reviews(at_second.owner.app.db)] == [3]
