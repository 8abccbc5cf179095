"""Answers to one card, made for the tests of schedule and replay."""

from quizapp.core.reviews import Graded, Moment, Rating, Review

DAY_MS = 86_400_000
START = Moment(1_763_990_000_000)
TODAY = START.study_day
AGAIN, HARD, GOOD, EASY = Rating


def review(
    rating: int = GOOD, day: int = TODAY, number: int = 1, *, mode: str = "study", guess: bool = False, **more
) -> Review:
    return Review(
        review_id=f"R{number:04}",
        card_id="deck/note#",
        session_id="S",
        device_id="D",
        moment=Moment(START.at_ms + (day - TODAY) * DAY_MS + number),
        study_day=day,
        mode=mode,
        graded=Graded(kind="basic", outcome="unscored", guess=guess),
        rating=rating,
        **more,
    )
