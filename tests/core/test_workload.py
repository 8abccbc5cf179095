"""The cost of a desired retention: repeatable, in proportion, and in the direction that it must be."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from quizapp.core.workload import RETENTIONS, Known, Learner, workload

CARDS = st.lists(
    st.builds(Known, st.floats(0.1, 800), st.floats(1, 10), st.integers(0, 200)), min_size=1, max_size=12
).map(tuple)


@given(CARDS, st.sampled_from(RETENTIONS))
def test_the_same_learner_has_the_same_cost_and_every_number_is_one(sample, retention) -> None:
    learner = Learner(cards=len(sample), sample=sample)
    (load,) = workload(learner, (retention,))
    assert (load,) == workload(learner, (retention,))
    assert load.retention == retention
    assert 0 <= load.reviews <= 2 * len(sample)
    assert load.minutes * 60 >= load.reviews * learner.seconds * 0.999


@given(CARDS, st.integers(1, 50))
def test_more_cards_of_the_same_sort_cost_as_much_more(sample, times) -> None:
    one = workload(Learner(cards=len(sample), sample=sample), (0.9,))[0]
    many = workload(Learner(cards=len(sample) * times, sample=sample), (0.9,))[0]
    assert abs(many.reviews - one.reviews * times) < 1e-6
    slow = workload(Learner(cards=len(sample), sample=sample, seconds=20.0, seconds_failed=30.0), (0.9,))[0]
    assert abs(slow.minutes - 2 * one.minutes) < 1e-6


def test_to_remember_more_takes_more_reviews() -> None:
    """For a usual collection, from 80 % on; far below, what is forgotten costs more than it saves."""
    sample = tuple(Known(5.0 * 1.4 ** (at % 12), 3 + at % 6, at % 20) for at in range(120))
    loads = workload(Learner(cards=1200, sample=sample))
    assert [load.retention for load in loads] == list(RETENTIONS)
    upper = [load.reviews for load in loads if load.retention >= 0.8]
    assert all(later > earlier * 0.97 for earlier, later in pairwise(upper))
    assert upper[-1] > 2.5 * upper[0]


def test_who_rates_easy_has_less_to_do() -> None:
    sample = tuple(Known(10.0, 5.0, 3) for _ in range(60))
    good = Learner(cards=60, sample=sample, passed=(0.0, 1.0, 0.0))
    easy = replace(good, passed=(0.0, 0.0, 1.0))
    assert workload(easy, (0.9,))[0].reviews < workload(good, (0.9,))[0].reviews


def test_nothing_learned_costs_nothing_to_say() -> None:
    assert workload(Learner(cards=0, sample=())) == ()
