"""A day's plan: limits, siblings, learning cards, backlog, interleaving; the same for the same seed."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.agenda import Agenda, Candidate, Candidates, Cap, Done, plan
from quizapp.core.settings import Settings

NOW_MS = 1_763_990_000_000


def cards(keys: Iterable[int], *, deck: int = 1, **more) -> list[Candidate]:
    return [Candidate(card_key=key, deck_key=deck, **more) for key in keys]


def planned(
    *,
    learning: Iterable[Candidate] = (),
    due: Iterable[Candidate] = (),
    new: Iterable[Candidate] = (),
    done: Done | None = None,
    limits: tuple[int, int] = (20, 200),
    seed: int = 1,
    extra_new: int = 0,
    caps: Sequence[Cap] = (),
    decks: Sequence[int] = (),
    **settings,
) -> Agenda:
    return plan(
        Candidates(learning=list(learning), due=due, new=new, decks=decks),
        Settings(new_per_day=limits[0], reviews_per_day=limits[1], **settings),
        done or Done(),
        now_ms=NOW_MS,
        seed=seed,
        extra_new=extra_new,
        caps=caps,
    )


def test_limits_count_what_was_done_today() -> None:
    agenda = planned(due=cards(range(100, 150)), new=cards(range(40)), done=Done(new=15, reviews=150))
    assert (agenda.due, agenda.new, agenda.backlog) == (50, 5, False)
    assert len(agenda.queue) == 55


def test_nothing_is_left_when_the_limits_are_used_up() -> None:
    agenda = planned(new=cards(range(40)), done=Done(new=25, reviews=210))
    assert agenda == Agenda(queue=())


def test_ten_more_new_cards_come_beyond_the_limit() -> None:
    agenda = planned(new=cards(range(40)), done=Done(new=25), extra_new=10)
    assert agenda.queue == tuple(range(10))


def test_a_backlog_takes_the_best_remembered_first_and_no_new_cards() -> None:
    due = [*cards(range(100, 110), deck=1), *cards(range(110, 120), deck=2)]
    agenda = planned(due=due, new=cards(range(5)), limits=(20, 15))
    assert agenda.queue == tuple(range(100, 115))
    assert (agenda.due, agenda.new, agenda.backlog) == (15, 0, True)


def test_a_backlog_stays_one_until_it_is_under_the_limit() -> None:
    agenda = planned(
        due=cards(range(100, 120)), new=cards(range(5)), limits=(20, 200), done=Done(reviews=190)
    )
    assert (agenda.due, agenda.new, agenda.backlog) == (10, 0, True)
    agenda = planned(
        due=cards(range(100, 110)), new=cards(range(5)), limits=(20, 200), done=Done(reviews=190)
    )
    assert (agenda.due, agenda.new, agenda.backlog) == (10, 5, False)


def test_new_cards_asked_for_come_even_in_a_backlog() -> None:
    agenda = planned(due=cards(range(100, 120)), new=cards(range(50)), limits=(20, 5), extra_new=10)
    assert (agenda.due, agenda.new) == (5, 10)


def test_one_card_of_a_group_a_day() -> None:
    agenda = planned(
        learning=cards([1], group=7),
        due=[*cards([2], group=7), *cards([3, 4], group=8), *cards([5, 6])],
        new=[*cards([10, 11], group=8), *cards([12, 13], group=9), *cards([14], group=10)],
        done=Done(groups=frozenset({10})),
    )
    assert set(agenda.queue) == {1, 3, 5, 6, 12}


def test_a_learning_card_is_shown_though_its_group_was_seen() -> None:
    agenda = planned(learning=cards([1], group=7), done=Done(groups=frozenset({7})))
    assert agenda.queue == (1,)


def test_the_card_beyond_the_limit_does_not_hide_its_new_sibling() -> None:
    agenda = planned(
        due=[*cards([1]), *cards([2], group=7)], new=cards([3], group=7), limits=(0, 1), extra_new=1
    )
    assert set(agenda.queue) == {1, 3}


def test_ripe_learning_cards_come_first_the_others_last() -> None:
    learning = [
        *cards([1], due_ms=NOW_MS + 60_000),
        *cards([2], due_ms=NOW_MS),
        *cards([3], due_ms=NOW_MS - 5),
    ]
    agenda = planned(learning=learning, due=cards([10, 11]), new=cards([20]))
    assert agenda.queue[:2] == (3, 2)
    assert agenda.queue[-1] == 1
    assert len(agenda.queue) == 6
    assert (agenda.learning, agenda.due, agenda.new) == (3, 2, 1)


def test_reviews_are_in_the_order_of_their_days_then_by_chance() -> None:
    due = [card for day in (30, 10, 20) for card in cards(range(day, day + 10), due_day=day)]
    one, other = planned(due=due, seed=1).queue, planned(due=due, seed=2).queue
    assert [key // 10 for key in one] == [1] * 10 + [2] * 10 + [3] * 10
    assert one != other
    assert one == planned(due=reversed(due), seed=1).queue


def test_topics_are_interleaved() -> None:
    due = [*cards(range(60), deck=1), *cards(range(100, 130), deck=2)]
    queue = planned(due=due).queue
    longest = max(
        len(run)
        for run in "".join("a" if key < 100 else "b" for key in queue).replace("ab", "a b").split()
        if set(run) == {"a"}
    )
    assert longest <= 3
    assert 10 <= sum(key >= 100 for key in queue[:45]) <= 20


def test_new_cards_are_spread_among_the_reviews() -> None:
    queue = planned(due=cards(range(100, 140)), new=cards(range(4))).queue
    at = [queue.index(key) for key in range(4)]
    assert at == sorted(at)
    assert all(9 <= later - earlier <= 13 for earlier, later in pairwise(at))
    assert 3 <= at[0] <= 7


def test_new_cards_of_a_blocked_deck_stay_together_in_order() -> None:
    new = [
        card
        for index in range(5)
        for card in (*cards([index], deck=1, blocked=True), *cards([50 + index], deck=2))
    ]
    queue = planned(due=cards(range(100, 140)), new=new).queue
    start = queue.index(0)
    assert queue[start : start + 5] == (0, 1, 2, 3, 4)
    at = [queue.index(key) for key in range(50, 55)]
    assert max(at) - min(at) > 10


def test_only_as_many_new_cards_are_read_as_are_taken() -> None:
    read = []

    def endless() -> Iterator[Candidate]:
        key = 0
        while True:
            key += 1
            read.append(key)
            yield Candidate(card_key=key, deck_key=1)

    assert planned(new=endless()).new == 20
    assert planned(new=endless(), limits=(0, 0)).new == 0
    assert read == list(range(1, 21))


groups = st.one_of(st.none(), st.integers(1, 6))


@given(
    st.lists(st.tuples(st.integers(1, 4), groups, st.integers(90, 100)), max_size=40),
    st.lists(st.tuples(st.integers(1, 4), groups, st.booleans()), max_size=40),
    st.lists(groups, max_size=4),
    st.tuples(st.integers(0, 12), st.integers(0, 12)),
    st.builds(Done, new=st.integers(0, 5), reviews=st.integers(0, 5)),
    st.integers(0, 3),
)
def test_a_plan_keeps_every_promise(due, new, learning, limits, done, extra_new) -> None:
    waiting = [
        Candidate(card_key=100 + at, deck_key=deck, group=group, due_day=day)
        for at, (deck, group, day) in enumerate(due)
    ]
    fresh = [
        Candidate(card_key=200 + at, deck_key=deck, group=group, blocked=blocked)
        for at, (deck, group, blocked) in enumerate(new)
    ]
    steps = [Candidate(card_key=300 + at, deck_key=1, group=group) for at, group in enumerate(learning)]
    agenda = planned(
        learning=steps, due=waiting, new=fresh, done=done, limits=limits, extra_new=extra_new, seed=3
    )
    group_of = {card.card_key: card.group for card in (*waiting, *fresh, *steps)}
    assert len(set(agenda.queue)) == len(agenda.queue) == agenda.learning + agenda.due + agenda.new
    assert agenda.learning == len(steps)
    assert agenda.due <= max(0, limits[1] - done.reviews)
    assert agenda.new <= max(0, limits[0] - done.new) + extra_new
    shown = [group_of[key] for key in agenda.queue if key < 300 and group_of[key]]
    assert len(set(shown)) == len(shown)
    assert not {*shown} & {group for group in learning if group}
    if agenda.backlog:
        assert agenda.new <= extra_new
    again = planned(
        learning=steps, due=waiting, new=fresh, done=done, limits=limits, extra_new=extra_new, seed=3
    )
    assert again == agenda
