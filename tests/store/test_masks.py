"""Sets of cards as numbers behave as sets do."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.store import masks
from quizapp.store.database import Database

SIZE = 50
keys = st.sets(st.integers(0, SIZE - 1))


@given(keys, keys)
def test_they_are_sets(one: set[int], other: set[int]) -> None:
    ours, theirs = masks.of(one, SIZE), masks.of(other, SIZE)
    every = range(SIZE)
    for mask, wanted in (
        (ours & theirs, one & other),
        (ours | theirs, one | other),
        (ours ^ theirs, one ^ other),
        (ours & ~theirs, one - other),
    ):
        assert set(masks.kept(every, mask, SIZE)) == wanted
        assert masks.count(mask) == len(wanted)


@given(keys, st.permutations(range(SIZE)))
def test_the_order_is_that_of_the_sequence(some: set[int], order: list[int]) -> None:
    assert list(masks.kept(order, masks.of(some, SIZE), SIZE)) == [key for key in order if key in some]


def test_cards_that_came_since_are_left_out() -> None:
    assert masks.of([1, 7], 5) == masks.of([1], 5)


def test_keys_come_in_the_order_of_the_statement(db: Database) -> None:
    """SQLite may drop the order of an inner statement, unless what is made of it depends on it."""
    db.con.executemany(
        "INSERT INTO card (card_key, card_id, first_seen) VALUES (?, ?, ?)",
        [(key, f"c{key}", key * 37 % 101) for key in range(1, 101)],
    )
    found = masks.keys(db, "SELECT card_key FROM card ORDER BY first_seen DESC, card_key")
    assert found == sorted(range(1, 101), key=lambda key: -(key * 37 % 101))
    assert masks.keys(db, "SELECT card_key FROM card WHERE first_seen > :least", {"least": 1000}) == []
