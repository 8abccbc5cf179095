"""Whatever is logged while the log is folded: the folds are those of a fold in peace."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.store import catching_up, log, memory
from quizapp.store.database import Database
from tests.store.made import Clock, drop_folds, event, fresh, review, tables

CARDS = tuple(f"deck/{number}#" for number in range(4))
KINDS = ("review", "void", "tombstone", "suspend", "flag", "alias", "regrade", "reset", "set_due")
deeds = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 40), st.integers(0, 3)), max_size=14)


def do(db: Database, kind: str, which: int, other: int, *, bulk: bool) -> None:
    """One deed; bulk: as a merge does it, without its folds."""
    card, to = CARDS[which % 4], CARDS[other]
    answers = [one.review_id for one in log.reviews(db)]
    said = [one.event_id for one in log.events(db)]
    if kind == "review":
        one = review(db, card, 1 + which % 4)
        (log.insert_review if bulk else log.append_review)(db, one)
        return
    target = {
        "void": ([*answers, *said] or [card])[which % max(1, len(answers) + len(said))],
        "regrade": (answers or [card])[which % max(1, len(answers))],
    }.get(kind, card)
    payload = {
        "alias": {"to": to},
        "regrade": {"outcome": "correct", "rating": 1 + other},
        "set_due": {"day": 20_500 + which},
    }.get(kind, {})
    (log.insert_event if bulk else log.append_event)(db, event(db, kind, target, **payload))


@settings(max_examples=150)
@given(before=deeds, meanwhile=deeds, bulk=st.booleans(), step=st.integers(1, 3))
def test_the_folds_are_those_of_a_fold_in_peace(
    before: list[tuple[str, int, int]], meanwhile: list[tuple[str, int, int]], bulk: bool, step: int
) -> None:
    clock = Clock()
    with fresh(clock) as db, pytest.MonkeyPatch.context() as patched:
        patched.setattr(memory, "_STEP", 1)
        for card in CARDS:
            log.append_review(db, review(db, card))
        clock.next_day()
        for kind, which, other in before:
            do(db, kind, which, other, bulk=False)
            clock.next_day()
        left = list(meanwhile)

        def others(done: int, count: int) -> None:
            for _ in range(step):
                if left:
                    assert not db.con.in_transaction, "nobody waits"
                    do(db, *left.pop(), bulk=bulk)

        drop_folds(db)
        memory.rebuild(db, others)
        assert memory.is_current(db)
        found = tables(db)
        memory.rebuild(db)
        assert tables(db) == found


def test_too_much_is_folded_once_more(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catching_up, "FEW", 3)
    for card in CARDS:
        log.append_review(db, review(db, card))
    since = catching_up.end(db)
    for _ in range(3):
        log.append_review(db, review(db, CARDS[0]))
    key = db.con.execute("SELECT card_key FROM card WHERE card_id = ?", (CARDS[0],)).fetchone()[0]
    assert catching_up.touched(db, since) == {key}
    log.append_event(db, event(db, "flag", CARDS[1]))
    assert catching_up.touched(db, since) is None
