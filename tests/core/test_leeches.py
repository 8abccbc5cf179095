"""What makes a card a leech, and that it is said once."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from quizapp.core import leeches, schedule
from quizapp.core.reviews import Memory
from quizapp.core.settings import Settings
from tests.core.answered import AGAIN, TODAY, review
from tests.core.test_schedule import seen

RATINGS = st.lists(st.tuples(st.integers(1, 4), st.integers(0, 40)), max_size=40)


def test_the_lapse_that_reaches_the_number_makes_it_one() -> None:
    before = seen(lapses=7)
    after = schedule.apply(before, review(AGAIN, TODAY + 30))
    assert leeches.becomes(before, after, Settings())
    assert not leeches.becomes(before, after, Settings(leech_lapses=9))
    assert not leeches.becomes(None, after, Settings())


def test_a_leech_is_not_named_again_at_its_next_lapse() -> None:
    before = replace(seen(stability=5), lapses=8)
    after = schedule.apply(before, review(AGAIN, TODAY + 5))
    assert leeches.is_leech(before, Settings())
    assert leeches.is_leech(after, Settings())
    assert not leeches.becomes(before, after, Settings())


@given(RATINGS, st.integers(3, 6))
def test_a_card_becomes_one_only_by_a_lapse_and_never_twice_in_a_row(steps, least) -> None:
    settings = Settings(leech_lapses=least)
    memory: Memory | None = None
    day = TODAY
    for number, (rating, days) in enumerate(steps):
        day += days
        after = schedule.apply(memory, review(rating, day, number))
        if leeches.becomes(memory, after, settings):
            assert rating == AGAIN
            assert after.lapses >= least
            assert memory is not None
            assert not leeches.is_leech(memory, settings)
        elif leeches.is_leech(after, settings):
            assert memory is not None
            assert leeches.is_leech(memory, settings) or memory.lapses == after.lapses >= least
        memory = after
