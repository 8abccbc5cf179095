"""Regular expressions are sought within a time."""

from collections.abc import Iterator

import pytest

from quizapp.core.query_values import is_quick
from quizapp.store import expressions
from quizapp.store.browse import Browse
from tests.store.collected import Collection, collection


@pytest.fixture(scope="module")
def made() -> Iterator[Collection]:
    with collection() as found:
        yield found


@pytest.mark.parametrize("pattern", ["norw?ay", "(?:norw?ay)+?", r"norwa\)?y"])
def test_both_ways_find_the_same(made: Collection, pattern: str) -> None:
    assert expressions.find(made.db, pattern) == expressions.find(made.db, "norway") != []


def test_an_expression_that_takes_too_long_is_given_up(
    made: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(expressions, "SECONDS", -1.0)
    browse = Browse(made.db, made.world.library.shelf)
    for text in (r"oslo re:((.+)+)+\d{9}", "oslo re:.+"):
        rows = browse.search(text)
        assert [(one.code, one.start) for one in rows.mistakes] == [("re_slow", 5)]
        assert len(rows.keys) == 1
    monkeypatch.undo()
    made.clock.next_day()
    assert browse.search("oslo re:.+").mistakes == (), "tried again when something changed"
    assert len(browse.search("oslo -re:.+").keys) == 0


@pytest.mark.parametrize("pattern", ["x*[yz]", "(x|xx|xxx)+$"])
def test_no_card_however_long_holds_up_the_window(
    made: Collection, monkeypatch: pytest.MonkeyPatch, pattern: str
) -> None:
    monkeypatch.setattr(expressions, "SECONDS", 0.05)
    monkeypatch.setattr(expressions, "_TEXTS", f"SELECT 1, '{'x' * 100_000}Y'")
    with pytest.raises(expressions.TooSlowError):
        expressions.find(made.db, pattern)


@pytest.mark.parametrize("pattern", ["(ba|de)d[aeo]", r"a+\+\*", r"\d{4}", "^x$", "a.*b"])
def test_what_repeats_once_at_most_is_quick(pattern: str) -> None:
    assert is_quick(pattern)


@pytest.mark.parametrize(
    "pattern",
    ["(a+)+b", "a*a*b", "a?a?a", r"(a)\1+", "(?R)", "(?:a|b)", r"(x{2}){3}", "(a|aa)+", "(x|x)" * 9],
)
def test_what_may_take_long_is_timed(pattern: str) -> None:
    assert not is_quick(pattern)
