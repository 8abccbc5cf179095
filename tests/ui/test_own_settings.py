"""What a deck has set for itself holds in a sitting, and for no other deck."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.core.kinds.base import Picked, Typed
from quizapp.core.reviews import Rating
from quizapp.store import scopes
from tests.ui.learning import RIVERS, School

pytestmark = pytest.mark.usefixtures("qapp")

LAKES = "title: Lakes\ncards:\n- {id: como, q: Where is Como?, a: Italy, wrong: [Spain, Malta]}\n"


@pytest.fixture
def school(tmp_path: Path) -> Iterator[School]:
    school = School(tmp_path, RIVERS)
    school.write(LAKES, "lakes.yaml")
    yield school
    school.close()


def own(school: School, name: str = "lakes.yaml") -> str:
    """The scope of a deck."""
    return scopes.of_deck(school.db, school.world.deck_key(name))[-1]


def test_retention_and_step_are_those_of_the_deck_and_logged_so(school: School) -> None:
    school.services.set("desired_retention", 0.75, None, scope=own(school))
    school.services.set("learning_step_min", 25, None, scope=own(school))
    seat = school.begin(cards=(school.key("como"), school.key("paris")))
    como = seat.answer(Picked("Italy")).intervals
    assert como[Rating.AGAIN].due_ms - seat.judged.now_ms == pytest.approx(25 * 60_000, abs=50)
    seat.sitting.rate(4)
    paris = seat.answer().intervals
    assert paris[Rating.AGAIN].due_ms - seat.judged.now_ms == pytest.approx(10 * 60_000, abs=50)
    seat.sitting.rate(4)
    first, second = school.logged()
    assert (first.retention, first.step_min) == (0.75, 25)
    assert (second.retention, second.step_min) == (0.9, 10)
    assert como[Rating.EASY].interval_days > paris[Rating.EASY].interval_days


def test_tries_and_the_way_of_asking_are_those_of_the_deck(school: School) -> None:
    school.services.set("tries", 2, None, scope=own(school))
    school.services.set("ask_as", "typed", None, scope=own(school))
    seat = school.begin(cards=(school.key("como"), school.key("rome")))
    assert seat.asked.kind.name == "typed"
    seat.sitting.answer(Typed("Spain"), 900)
    assert seat.judged is None, "another try"
    seat.give(Typed("Italy"))
    assert seat.asked.kind.name == "choice"
    seat.sitting.answer(Picked("Po"), 900)
    assert seat.judged is not None


def test_a_deck_that_goes_while_its_card_is_shown_leaves_the_general_settings(school: School) -> None:
    school.services.set("learning_step_min", 25, None, scope=own(school))
    seat = school.begin(cards=(school.key("como"),))
    (school.folder / "decks" / "lakes.yaml").unlink()
    school.world.refresh()
    school.services.library_changed(None)
    seat.answer(Picked("Spain"))
    seat.sitting.rate(1)
    assert school.logged()[-1].step_min == 10
