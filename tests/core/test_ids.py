"""Ids sort by time, whatever the clock does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core import ids

times = st.integers(0, (1 << 48) - 1)
randoms = st.binary(min_size=10, max_size=10)


def test_as_the_specification_writes_it() -> None:
    assert ids.ulid(0, bytes(10)) == "0" * 26
    assert ids.ulid((1 << 48) - 1, b"\xff" * 10) == "7" + "Z" * 25
    assert ids.ulid(1_469_918_176_385, bytes(10)).startswith("01ARYZ6S41")


@given(times, randoms, times, randoms)
def test_sorts_by_time(ms: int, random: bytes, later_ms: int, later: bytes) -> None:
    one, other = ids.ulid(ms, random), ids.ulid(later_ms, later)
    assert len(one) == ids.LENGTH
    assert (one < other) == ((ms, random) < (later_ms, later))


@given(st.lists(st.tuples(st.integers(0, 1000), randoms), min_size=2, max_size=20))
def test_the_next_is_always_later(drawn: list[tuple[int, bytes]]) -> None:
    previous = ""
    for ms, random in drawn:
        fresh = ids.next_ulid(previous, ms, random)
        assert fresh > previous
        assert fresh >= ids.ulid(ms, random)
        previous = fresh


def test_within_a_millisecond_the_next_follows_directly() -> None:
    first = ids.ulid(5, b"\x00" * 9 + b"\x1f")
    assert ids.next_ulid(first, 5, bytes(10)) == first[:-2] + "10"


@pytest.mark.parametrize(("ms", "random"), [(-1, bytes(10)), (1 << 48, bytes(10)), (0, bytes(9))])
def test_refuses_what_does_not_fit(ms: int, random: bytes) -> None:
    with pytest.raises(ValueError, match=r"time out of range|random bytes"):
        ids.ulid(ms, random)
