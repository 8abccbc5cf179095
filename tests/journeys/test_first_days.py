"""The main job from an empty profile to the next study day, by keyboard alone."""

from PySide6.QtCore import Qt

from quizapp.core import schedule
from quizapp.core.reviews import Memory, Moment, Review
from quizapp.store import due, log, memory
from quizapp.ui.screens.home import HomeScreen
from quizapp.ui.screens.study import StudyScreen
from quizapp.ui.screens.summary import SummaryScreen
from tests.journeys.learner import HOUR_MS, MORNING_MS, Learner


def replayed(learner: Learner) -> dict[str, Memory]:
    """What the log alone says of each card."""
    voids = {event.target for event in log.events(learner.app.db) if event.type == "void"}
    reviews: dict[str, list[Review]] = {}
    for review in log.reviews(learner.app.db):
        reviews.setdefault(review.card_id, []).append(review)
    found = {card: schedule.replay(of_card, voids) for card, of_card in reviews.items()}
    return {card: memory for card, memory in found.items() if memory is not None}


def test_from_an_empty_profile_to_the_next_day(learner: Learner):
    # Home, and the first question within two key presses.
    assert isinstance(learner.window.shown, HomeScreen)
    learner.press(Qt.Key.Key_Return)
    assert learner.presses <= 2
    assert isinstance(learner.window.shown, StudyScreen)

    # Ten answers of mixed kinds, one of them missed.
    first = learner.card_id()
    kinds = {learner.answer(right=number != 3) for number in range(10)}
    assert len(kinds) >= 3
    ten = learner.logged()
    assert ten[0] == first
    assert len(ten) == 10

    # One undo: the last answer is taken back and its card asked again.
    learner.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert learner.logged() == ten[:9]
    assert learner.card_id() == ten[9]
    learner.answer()

    # Leave, close, open again, resume: the same card at the same place.
    asked = learner.study.asked
    assert asked is not None
    learner.press(Qt.Key.Key_Escape)
    assert isinstance(learner.window.shown, HomeScreen)
    learner.close()
    learner.open()
    learner.press(Qt.Key.Key_Return)
    resumed = learner.study.asked
    assert resumed is not None
    assert (resumed.item.card_id, resumed.position, resumed.total, resumed.prompt) == (
        asked.item.card_id, asked.position, asked.total, asked.prompt,
    )  # fmt: skip

    # An undo still works, over the restart.
    learner.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert learner.logged() == ten[:9]
    learner.answer()

    # To the end, and the summary says how it went.
    for _ in range(60):
        if isinstance(learner.window.shown, SummaryScreen):
            break
        learner.answer()
    assert isinstance(learner.window.shown, SummaryScreen)
    assert len(set(learner.logged())) == asked.total
    learner.press(Qt.Key.Key_Escape)
    assert isinstance(learner.window.shown, HomeScreen)

    # What is remembered is what the log says.
    expected = replayed(learner)
    keys = {card: learner.app.library.shelf.item_of(card) for card in expected}
    assert {
        card: memory.get(learner.app.db, item.card_key) for card, item in keys.items() if item
    } == expected

    # The next study days: the due list is what the log says.
    learner.close()
    for day in range(1, 5):
        learner.now_ms = MORNING_MS + day * 24 * HOUR_MS
        learner.open()
        today = Moment(learner.now_ms, 0, 4).study_day
        plan = due.plan(learner.app.db, learner.app.services.now(), learner.app.services.settings, seed=1)
        planned = {item.card_id for item in due.items(learner.app.db, plan.queue)}
        should = {card for card, known in expected.items() if known.due_day <= today}
        assert planned & expected.keys() == should
        learner.close()
    learner.open()
    assert should, "nothing came due within four days"
    assert learner.app.services.overview().due == len(should)
    learner.press(Qt.Key.Key_Return)
    assert learner.study.asked is not None
