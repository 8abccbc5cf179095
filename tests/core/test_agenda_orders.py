"""The orders of a day, where its new cards come, and what folders and decks allow."""

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.agenda import Candidate, Cap, Done
from tests.core.test_agenda import cards, planned

PATH_ORDER = (3, 1, 2)
CARD = st.tuples(st.integers(1, 3), st.integers(90, 100), st.floats(1, 10), st.floats(0.01, 1))


def made(rows: list[tuple[int, int, float, float]]) -> list[Candidate]:
    return [
        Candidate(card_key=100 + at, deck_key=deck, due_day=day, difficulty=difficulty, recall=recall)
        for at, (deck, day, difficulty, recall) in enumerate(rows)
    ]


KEYS = {
    "due": lambda card: card.due_day,
    "hardest": lambda card: -card.difficulty,
    "forgotten": lambda card: card.recall,
    "random": lambda card: 0,
    "deck": lambda card: (PATH_ORDER.index(card.deck_key), card.due_day),
}


@pytest.mark.parametrize("order", KEYS)
@given(rows=st.lists(CARD, max_size=30), seed=st.integers(0, 5))
def test_each_topic_keeps_the_order_that_was_asked_for(order, rows, seed) -> None:
    """Interleaving mixes the topics and leaves each in its order; nothing depends on how cards arrive."""
    due = made(rows)
    agenda = planned(due=due, seed=seed, decks=PATH_ORDER, order=order)
    by_key = {card.card_key: card for card in due}
    queue = [by_key[key] for key in agenda.queue]
    assert sorted(agenda.queue) == sorted(by_key)
    for deck in PATH_ORDER:
        places = [KEYS[order](card) for card in queue if card.deck_key == deck]
        assert places == sorted(places)
    assert planned(due=reversed(due), seed=seed, decks=PATH_ORDER, order=order).queue == agenda.queue


@given(rows=st.lists(CARD, max_size=30))
def test_deck_by_deck_mixes_nothing(rows) -> None:
    due = made(rows)
    queue = planned(due=due, decks=PATH_ORDER, order="deck").queue
    runs = [deck for deck, _ in groupby(due[key - 100].deck_key for key in queue)]
    assert runs == sorted(set(runs), key=PATH_ORDER.index)


def test_by_chance_is_another_order_for_another_seed() -> None:
    due = cards(range(100, 140))
    one, other = (planned(due=due, order="random", seed=seed).queue for seed in (1, 2))
    assert sorted(one) == sorted(other)
    assert one != other


@pytest.mark.parametrize(("place", "at"), [("first", 0), ("last", 40)])
def test_new_cards_come_before_or_after_the_reviews(place, at) -> None:
    learning = [*cards([1], due_ms=0), *cards([2], due_ms=2**60)]
    agenda = planned(
        learning=learning, due=cards(range(100, 140)), new=cards(range(200, 204)), new_place=place
    )
    assert agenda.queue[1 + at : 5 + at] == (200, 201, 202, 203)
    assert (agenda.queue[0], agenda.queue[-1]) == (1, 2)


def test_new_cards_come_in_a_backlog_if_they_are_wanted() -> None:
    agenda = planned(due=cards(range(100, 120)), new=cards(range(5)), limits=(3, 15), backlog_new=True)
    assert (agenda.due, agenda.new, agenda.backlog) == (15, 3, True)


# Caps


def test_a_deck_gets_no_more_than_it_allows_and_the_others_have_the_rest() -> None:
    due = [*cards(range(100, 120), deck=1), *cards(range(200, 220), deck=2)]
    caps = [Cap(decks=frozenset({1}), reviews=5)]
    queue = planned(due=due, limits=(20, 30), caps=caps).queue
    assert sum(key < 200 for key in queue) == 5
    assert sum(key >= 200 for key in queue) == 20


def test_a_deck_with_a_backlog_of_its_own_gets_no_new_cards() -> None:
    due = cards(range(100, 120), deck=1)
    new = [*cards(range(5), deck=1), *cards(range(50, 55), deck=2)]
    caps = [Cap(decks=frozenset({1}), reviews=5)]
    assert {key for key in planned(due=due, new=new, caps=caps).queue if key < 100} == set(range(50, 55))
    assert planned(due=due, new=new, caps=caps, backlog_new=True).new == 10
    assert planned(due=due[:5], new=new, caps=caps).new == 10
    assert planned(due=due, new=new, caps=caps, extra_new=2, limits=(0, 200)).new == 2


def test_more_new_cards_come_beyond_what_a_deck_allows() -> None:
    caps = [Cap(decks=frozenset({1}), new=0)]
    assert planned(new=cards(range(30)), caps=caps).new == 0
    assert planned(new=cards(range(30)), caps=caps, extra_new=10).new == 10


def test_a_card_that_has_to_wait_hides_no_sibling() -> None:
    due = [*cards([1], deck=1, group=7), *cards([2], deck=2, group=7)]
    assert planned(due=due, caps=[Cap(decks=frozenset({1}), reviews=0)]).queue == (2,)


LEFT = st.one_of(st.none(), st.integers(0, 6))
CAPS = st.lists(
    st.builds(Cap, decks=st.frozensets(st.integers(1, 4), min_size=1), new=LEFT, reviews=LEFT), max_size=4
)


@given(
    due=st.lists(st.integers(1, 4), max_size=30),
    new=st.lists(st.integers(1, 4), max_size=30),
    caps=CAPS,
    limits=st.tuples(st.integers(0, 20), st.integers(0, 20)),
    done=st.builds(Done, new=st.integers(0, 5), reviews=st.integers(0, 5)),
    wanted=st.booleans(),
)
def test_no_limit_is_ever_exceeded(due, new, caps, limits, done, wanted) -> None:
    waiting = [Candidate(card_key=100 + at, deck_key=deck) for at, deck in enumerate(due)]
    fresh = [Candidate(card_key=200 + at, deck_key=deck) for at, deck in enumerate(new)]
    agenda = planned(due=waiting, new=fresh, caps=caps, limits=limits, done=done, backlog_new=wanted)
    deck_of = {card.card_key: card.deck_key for card in (*waiting, *fresh)}
    for cap in caps:
        inside = [key for key in agenda.queue if deck_of[key] in cap.decks]
        reviews = sum(key < 200 for key in inside)
        assert cap.reviews is None or reviews <= cap.reviews
        assert cap.new is None or len(inside) - reviews <= cap.new
    assert agenda.due <= max(0, limits[1] - done.reviews)
    assert agenda.new <= max(0, limits[0] - done.new)
    free = [card for card in waiting if not any(card.deck_key in cap.decks for cap in caps)]
    assert agenda.due >= min(len(free), max(0, limits[1] - done.reviews))


@given(
    days=st.lists(st.integers(60, 100), min_size=1, max_size=40),
    limit=st.integers(1, 10),
    backlog=st.sampled_from(["kept", "oldest", "hardest"]),
)
def test_every_due_card_comes_in_the_end(days, limit, backlog) -> None:
    """Whatever the policy: day after day what was studied is gone, and nothing is left over."""
    left = [Candidate(card_key=at, deck_key=1, due_day=day) for at, day in enumerate(days)]
    for _ in range(-(-len(days) // limit)):
        came = set(planned(due=left, limits=(0, limit), backlog=backlog).queue)
        assert len(came) == min(limit, len(left))
        left = [card for card in left if card.card_key not in came]
    assert left == []
