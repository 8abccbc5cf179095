"""The learner’s copy of a deck of the app is studied in its place: same cards and progress, nothing twice."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from quizapp.core.setting_values import CopyChoice
from quizapp.paths import AppPaths
from tests.ui.author import Author
from tests.ui.learning import RIVERS

COURSE = RIVERS.replace("title: Rivers", "title: Course").replace("Which river", "Which course of a river")


@pytest.fixture
def author(qtbot: QtBot, own_deck: AppPaths) -> Iterator[Author]:
    (own_deck.bundled_decks / "course.yaml").write_text(COURSE)
    author = Author(qtbot, own_deck)
    yield author
    author.learner.close()


def studied(author: Author) -> dict[str, bool]:
    files = author.learner.app.library.files
    return {file.path: file.studied for file in files if file.path.endswith("course.yaml")}


def test_the_copy_is_studied_with_the_progress_of_the_other(author: Author) -> None:
    services = author.learner.app.services
    course = str(author.learner.paths.bundled_decks / "course.yaml")
    copy = str(author.file.parent / "course.yaml")
    author.qtbot.waitUntil(lambda: len(services.search("course").keys) == 3)
    keys = sorted(services.search("course").keys)
    key = keys[0]
    services.mark("flag", services.card_rows([key])[0].card_id, None)
    author.open(path=course)
    author.desk.notice.buttons[0].click()
    author.qtbot.waitUntil(lambda: studied(author) == {course: False, copy: True})
    assert services.settings.copies == (CopyChoice(path=copy, choice="prefer"),)
    assert sorted(services.search("course").keys) == keys, "the same cards, each once"
    assert services.state(key)[1]
    place = services.place(key)
    assert place is not None
    assert place[1].path == copy
    author.desk.notice.buttons[0].click()
    author.qtbot.waitUntil(lambda: studied(author) == {course: True, copy: False})
    assert services.settings.copies == ()
    assert sorted(services.search("course").keys) == keys


def test_undo_before_the_library_knows_the_copy_settles_nothing(author: Author) -> None:
    author.open(path=str(author.learner.paths.bundled_decks / "course.yaml"))
    author.desk.notice.buttons[0].click()
    author.desk.notice.buttons[0].click()
    author.qtbot.waitUntil(lambda: len(studied(author)) == 2)
    assert author.learner.app.services.settings.copies == ()
