"""Sittings over cards chosen from a list: in its order, and but for study without a trace in the schedule."""

from pathlib import Path

import pytest

from quizapp.core import session as sessions
from quizapp.core.kinds.base import DontKnow, Revealed
from quizapp.core.session import Answered
from quizapp.store.browse import Sort
from tests.store.made import tables
from tests.store.shelves import card
from tests.ui.learning import School

pytestmark = pytest.mark.usefixtures("qapp")

MANY = 1_500


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory, qapp) -> School:
    """A deck of many cards."""
    deck = "title: Many\ncards:\n" + "\n".join(
        card(f"Question {number:04}", f"a{number}") for number in range(MANY)
    )
    return School(tmp_path_factory.mktemp("many"), deck + "\n")


def test_many_cards_are_asked_in_the_order_of_the_list(full: School) -> None:
    keys = full.services.search("question", Sort("question", descending=True)).keys
    seat = full.begin(cards=tuple(keys), mode="quiz")
    session = seat.sitting.session
    assert [item.card_key for item in session.items] == list(keys)
    assert len(keys) == MANY
    assert session.current == keys[0]


@pytest.mark.parametrize("mode", ["quiz", "cram", "repeat", "exam"])
def test_asking_leaves_the_schedule_as_it_was(full: School, mode: str) -> None:
    study = full.begin(cards=tuple(full.services.search("question").keys[:2]), mode="study")
    for _ in range(2):
        study.answer(Revealed())
        study.sitting.rate(3)
    before = tables(full.db, "memory", "card_state")
    due = full.services.overview().due
    asked = full.begin(cards=tuple(full.services.search("question").keys), mode=mode)
    for _ in range(4):
        asked.answer(DontKnow())
        asked.sitting.rate(1)
    assert tables(full.db, "memory", "card_state") == before
    assert full.services.overview().due == due
    assert [review.mode for review in full.logged()[-4:]] == [mode] * 4


def test_a_sitting_goes_through_all_of_them(full: School) -> None:
    """Each card once, the failed ones once more."""
    keys = full.services.search("question").keys
    session = full.begin(cards=tuple(keys), mode="quiz").sitting.session
    failed = set(keys[::100])
    tries: list[int] = []
    while session.current is not None:
        key, again = session.current, session.current in failed and session.current not in tries
        tries.append(key)
        answered = Answered(
            card_key=key,
            review_id=f"R{len(tries)}",
            outcome="wrong" if again else "correct",
            passed=not again,
            again_ms=1 if again else 0,
            fraction="0",
            visible_ms=1,
        )
        session = sessions.answer(session, answered, now_ms=len(tries))
    assert sorted(tries) == sorted([*keys, *failed])
    assert session.done == session.total == MANY


def test_cards_that_are_put_aside_are_asked_when_chosen(full: School, tmp_path: Path) -> None:
    keys = full.services.search("question").keys[:3]
    ids = [row.card_id for row in full.services.card_rows(keys)]
    events = full.services.mark_all("suspend", ids, full)
    assert len(full.begin(cards=tuple(keys), mode="quiz").sitting.session.items) == 3
    full.services.unmark(events, full)
