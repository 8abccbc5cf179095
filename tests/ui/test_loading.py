"""Decks are read in the background, appear portion by portion, and keep their last good state."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from quizapp.core.problems import QuizError
from quizapp.store.library import PORTION
from quizapp.ui.loading import Loading
from quizapp.ui.work import Work
from tests.store.shelves import card
from tests.ui.learning import RIVERS, School

HILLS = "title: Hills\ncards:\n- {q: Which hill?, a: Palatine}\n"


@pytest.fixture
def loading(qtbot: QtBot, school: School) -> Iterator[Loading]:
    work = Work()
    loading = Loading(school.services, work)
    yield loading
    loading.stop()
    work.close()


def load(qtbot: QtBot, loading: Loading) -> None:
    with qtbot.waitSignal(loading.ended):
        loading.start()
    assert not loading.busy


def titles(school: School) -> list[str]:
    return sorted(file.title for file in school.services.library.files)


def test_unchanged_decks_change_nothing(qtbot: QtBot, loading: Loading, school: School):
    school.changes.clear()
    before = school.world.changes_of()
    load(qtbot, loading)
    assert school.changes == []
    assert school.world.changes_of() == before


def test_a_new_deck_appears_and_is_told(qtbot: QtBot, loading: Loading, school: School):
    school.world.save("hills.yaml", HILLS)
    school.changes.clear()
    load(qtbot, loading)
    assert titles(school) == ["Hills", "Rivers"]
    assert [(change.library, change.by) for change in school.changes] == [(True, loading)]


def test_nothing_is_read_before_the_window_breathes(qtbot: QtBot, loading: Loading, school: School):
    school.world.save("hills.yaml", HILLS)
    with qtbot.waitSignal(loading.ended):
        loading.start()
        assert loading.busy
        assert titles(school) == ["Rivers"]


def test_a_second_start_meanwhile_does_nothing(qtbot: QtBot, loading: Loading, school: School):
    ends: list[int] = []
    loading.ended.connect(lambda: ends.append(1))
    with qtbot.waitSignal(loading.ended):
        loading.start()
        loading.start()
    qtbot.wait(20)
    assert ends == [1]


def test_a_deck_gone_disappears(qtbot: QtBot, loading: Loading, school: School):
    school.world.remove("rivers.yaml")
    load(qtbot, loading)
    assert titles(school) == []


def test_decks_appear_in_portions(qtbot: QtBot, loading: Loading, school: School):
    for number in range(3):
        cards = "\n".join(card(f"Question {number}-{index}") for index in range(PORTION // 2 + 1))
        school.world.save(f"big{number}.yaml", f"title: Big {number}\ncards:\n{cards}\n")
    seen: list[int] = []
    school.services.changed.connect(lambda _: seen.append(len(titles(school))))
    with qtbot.waitSignal(loading.ended, timeout=20_000):
        loading.start()
    assert seen == [3, 4], "two decks fill a portion, the third follows"


def test_progress_is_told(qtbot: QtBot, loading: Loading, school: School):
    school.world.save("hills.yaml", HILLS)
    steps: list[tuple[int, int]] = []
    loading.progressed.connect(lambda done, total: steps.append((done, total)))
    load(qtbot, loading)
    assert steps == [(0, 1)]


def test_a_broken_save_keeps_the_last_good_deck_and_shows_the_problem(
    qtbot: QtBot, loading: Loading, school: School
):
    school.world.save("rivers.yaml", RIVERS + "- q: [unclosed\n")
    load(qtbot, loading)
    (row,) = school.services.overview().rows
    assert (row.title, row.new, row.problems) == ("Rivers", 3, 1)
    (problem,) = school.services.problems(row.deck_key)
    assert problem.severity == "error"
    assert problem.where.file == str(school.world.folder / "rivers.yaml")
    assert problem.where.line
    school.world.save("rivers.yaml", RIVERS)
    load(qtbot, loading)
    (row,) = school.services.overview().rows
    assert (row.new, row.problems) == (3, 0)


@pytest.mark.parametrize("bytes_", [b"", b"\xff\xfe\x00\xd8", b"cards: 5\n", b"\x00" * 50])
def test_a_file_that_is_no_deck_is_told_and_harms_no_other(
    qtbot: QtBot, loading: Loading, school: School, bytes_: bytes
):
    school.world.save("odd.yaml", bytes_)
    load(qtbot, loading)
    rows = {row.title: row for row in school.services.overview().rows}
    assert rows["Rivers"].new == 3
    (odd,) = (row for title, row in rows.items() if title != "Rivers")
    assert odd.problems >= 1
    assert school.services.problems(odd.deck_key)


def test_progress_follows_a_deck_that_moves(qtbot: QtBot, loading: Loading, school: School):
    school.begin().give()
    school.world.move("rivers.yaml", "water/streams.yaml")
    load(qtbot, loading)
    assert school.remembered("rome") is not None
    (row,) = school.services.overview().rows
    assert row.new == 2


def test_search_catches_up_after_the_end(qtbot: QtBot, loading: Loading, school: School):
    school.world.save("hills.yaml", HILLS)
    load(qtbot, loading)
    qtbot.waitUntil(lambda: bool(school.services.found("hill")))
    qtbot.waitUntil(lambda: not loading._index.isActive())
    assert [found.front for found in school.services.found("hill")] == ["Which hill?"]


def test_stopping_leaves_nothing_under_way(qtbot: QtBot, loading: Loading, school: School):
    load(qtbot, loading)
    loading.stop()
    school.close()
    qtbot.wait(20)  # an index step on closed files would fail here
    school.open()


class Unreadable:
    """A file whose reading fails as no deck should."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def __call__(self, *_: object) -> object:
        raise self._error


@pytest.mark.parametrize("error", [QuizError("folder_unusable", folder="x", reason="y"), OSError("gone")])
@pytest.mark.parametrize("step", ["survey", "parse"])
def test_after_a_failure_the_next_start_tries_again(
    qtbot: QtBot,
    loading: Loading,
    school: School,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    step: str,
):
    told: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: told.append(error))
    school.world.save("hills.yaml", HILLS)
    with monkeypatch.context() as broken:
        broken.setattr(school.services.library, step, lambda *_: Unreadable(error))
        loading.start()
        qtbot.waitUntil(lambda: not loading.busy)
    assert told == ([] if isinstance(error, QuizError) else [error])
    assert titles(school) == ["Rivers"]
    load(qtbot, loading)
    assert titles(school) == ["Hills", "Rivers"]


def test_a_disk_that_takes_nothing_is_told_and_does_not_keep_the_window_busy(
    qtbot: QtBot, loading: Loading, school: School
):
    school.world.save("hills.yaml", HILLS)
    with qtbot.captureExceptions() as told:
        school.db.con.execute("PRAGMA query_only = ON")
        loading.start()
        qtbot.waitUntil(lambda: not loading.busy)
        qtbot.wait(20)
    assert [getattr(error, "code", "") for _, error, _ in told] == ["progress_unwritable"]
    assert titles(school) == ["Rivers"]
    school.db.con.execute("PRAGMA query_only = OFF")
    load(qtbot, loading)
    assert titles(school) == ["Hills", "Rivers"]


def test_a_search_index_that_cannot_be_written_is_not_tried_for_ever(
    qtbot: QtBot, loading: Loading, school: School
):
    school.world.save("hills.yaml", HILLS)
    with qtbot.captureExceptions() as told:
        load(qtbot, loading)
        school.db.con.execute("PRAGMA query_only = ON")
        qtbot.wait(50)
    school.db.con.execute("PRAGMA query_only = OFF")
    assert len(told) == 1


def test_many_small_decks(qtbot: QtBot, loading: Loading, school: School, tmp_path: Path):
    for number in range(30):
        school.world.save(f"many/{number:02}.yaml", HILLS.replace("Hills", f"Hills {number}"))
    load(qtbot, loading)
    assert len(titles(school)) == 31
