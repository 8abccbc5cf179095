"""A made-up past: reviews as a learner would have logged them, the same for the same seed and day."""

import random
from collections.abc import Iterator, Sequence

from quizapp.core import ids
from quizapp.core.reviews import Graded, Moment, Review

DAY_MS = 86_400_000
STEP_MS = 600_000
NEW_SHARE = 0.2
"""Of the cards; they have no review yet."""
LONGEST_WAIT = 60
"""Days: this learner looks at everything once in two months."""
OVERDUE = 4
"""Days that a card may be late today."""
OUTCOMES = ("wrong", "almost", "correct", "correct")
"""By rating, from Again to Easy."""


def reviews(card_ids: Sequence[str], count: int, now_ms: int, seed: int) -> Iterator[Review]:
    """`count` reviews of most of the cards, card by card. now_ms: the end of this past, UTC."""
    chance = random.Random(seed)
    studied = chance.sample(card_ids, max(1, round(len(card_ids) * (1 - NEW_SHARE))))
    for number, card_id in enumerate(studied):
        share = count * (number + 1) // len(studied) - count * number // len(studied)
        yield from _of_card(card_id, share, now_ms, chance)


def _of_card(card_id: str, count: int, now_ms: int, chance: random.Random) -> Iterator[Review]:
    """Begun so long ago that the card is due about now; a failed card is passed ten minutes later."""
    ratings: list[int] = []
    while len(ratings) < count:
        failed = len(ratings) + 1 < count and chance.random() < 0.1
        ratings += [1, 3] if failed else [chance.choices((2, 3, 4), (10, 80, 10))[0] if ratings else 3]
    waits = [
        0 if rating == 1 else chance.randint(2, min(LONGEST_WAIT, 4 + 3 * at))
        for at, rating in enumerate(ratings)
    ]
    at_ms = (
        now_ms
        - (sum(waits) - chance.randint(-OVERDUE, waits[-1])) * DAY_MS
        - chance.randrange(6 * STEP_MS, 36 * STEP_MS)
    )
    previous = ""
    for rating, wait in zip(ratings, waits, strict=True):
        review = _review(card_id, rating, at_ms, wait, previous, chance)
        yield review
        previous = review.review_id
        at_ms += wait * DAY_MS or STEP_MS


def _review(card_id: str, rating: int, at_ms: int, wait: int, previous: str, chance: random.Random) -> Review:
    moment = Moment(at_ms=at_ms)
    return Review(
        review_id=ids.ulid(at_ms, chance.randbytes(ids.RANDOM_BYTES)),
        card_id=card_id,
        session_id=f"bench-{moment.study_day}",
        device_id="bench",
        moment=moment,
        study_day=moment.study_day,
        mode="study",
        graded=Graded(
            kind="typed",
            outcome=OUTCOMES[rating - 1],
            fraction="0" if rating == 1 else "1",
            because="made_up",
            answer={"type": "typed", "text": "a typed answer"},
            suggested=rating,
            front="What does this made-up word mean in the language of the bench?",
        ),
        rating=rating,
        due_day=moment.study_day + wait,
        prev_review_id=previous,
        visible_ms=chance.randrange(2_000, 20_000),
        content_hash="made-up",
    )
