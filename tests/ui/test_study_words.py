"""The sentences of the study screen: claims, intervals, sources, what Space does."""

from fractions import Fraction

import pytest
from msgspec.structs import replace

from quizapp.core.deck import Citation, Deck, Note, Source
from quizapp.core.desk import Asked, Judged
from quizapp.core.kinds.base import DontKnow, Option, Outcome, Prompt, Verdict
from quizapp.core.kinds.basic import Basic
from quizapp.core.kinds.choice import Choice
from quizapp.core.ratings import Suggestion
from quizapp.core.reviews import Rating
from quizapp.core.schedule import Planned
from quizapp.core.session import Item
from quizapp.ui.screens.study_words import words

NOW_MS = 1_763_990_000_000
RIGHT = Verdict(outcome="correct", fraction=Fraction(1), because="exact")
CLAIM = Note(question=Basic(q="Who holds that?", a="The author"), status="claim", by="Ada Byron")
DECK = Deck(
    path="rivers.yaml",
    sources={
        "un": Source(title="Statistics", author="UN", url="https://un.example"),
        "book": Source(author="A. Author", date="1999"),
        "page": Source(url="https://page.example"),
        "odd": Source(title="A file", url="file:///etc/passwd"),
    },
)


def asked(note: Note, part: str = "") -> Asked:
    return Asked(
        item=Item(1, "id", 1, 0, part),
        note=note,
        question=note.question,
        prompt=Prompt(),
        deck=DECK,
        memory=None,
        seed=0,
        position=3,
        total=34,
        seen=0,
    )


def judged(
    verdict: Verdict = RIGHT, rating: Rating = Rating.GOOD, because: str = "rate_right", **more
) -> Judged:
    return Judged(
        answer=DontKnow(),
        verdict=verdict,
        suggestion=Suggestion(rating, because),
        intervals=more.pop("intervals", {}),
        now_ms=NOW_MS,
        **more,
    )


# Intervals


@pytest.mark.parametrize(
    ("after_ms", "said"),
    [(600_000, "10 min"), (60_000, "1 min"), (20_000, "1 min"), (-5, "1 min"), (3_600_000, "60 min")],
)
def test_minutes(after_ms, said):
    assert words.interval(Planned(due_day=1, due_ms=NOW_MS + after_ms), NOW_MS) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (1, "1 day"),
        (3, "3 days"),
        (60, "60 days"),
        (61, "2 months"),
        (76, "2.5 months"),
        (304, "10 months"),
        (365, "12 months"),
        (366, "1 year"),
        (548, "1.5 years"),
        (731, "2 years"),
        (36_500, "99.9 years"),
    ],
)
def test_days_months_years(days, said):
    planned = Planned(due_day=1, interval_days=days)
    assert words.interval(planned, NOW_MS) == said


def test_no_interval_where_nothing_is_planned():
    assert words.interval(None, NOW_MS) == ""


def test_a_longer_interval_never_sounds_shorter():
    unit = {
        "min": 1 / 1440,
        "day": 1,
        "days": 1,
        "months": 30.44,
        "years": 365.25,
        "year": 365.25,
        "month": 30.44,
    }
    before = 0.0
    for days in range(1, 4_000):
        number, name = words.interval(Planned(due_day=1, interval_days=days), NOW_MS).split(" ")
        now = float(number) * unit[name]
        assert now >= before - 0.1  # a year is 12 months and some minutes
        assert abs(now - days) <= 0.05 * unit[name] + 1
        before = now


# History


@pytest.mark.parametrize(
    ("times", "said"),
    [(0, "New"), (1, "Seen once"), (2, "Seen twice"), (3, "Seen 3 times"), (40, "Seen 40 times")],
)
def test_how_often_a_card_was_seen(times, said):
    assert words.seen(times, flagged=False) == said
    assert words.seen(times, flagged=True) == f"Flagged · {said}"


# Claims


@pytest.mark.parametrize("status", ["", "fact", "background"])
def test_nobody_is_named_on_other_cards(status):
    assert words.claim_chip(replace(CLAIM, status=status), "") == ""
    assert [fact.label for fact in words.facts(asked(replace(CLAIM, status=status)), judged())] == []


def test_a_claim_and_a_forecast_name_who_holds_them():
    assert words.claim_chip(CLAIM, "") == "Claim by Ada Byron"
    assert words.claim_chip(replace(CLAIM, status="forecast"), "") == "Forecast by Ada Byron"


@pytest.mark.parametrize(
    "note",
    [
        replace(CLAIM, by=""),
        replace(CLAIM, by="A" * 41),
        replace(CLAIM, question=Basic(q="Who holds that?", a="It is ADA BYRON.")),
        replace(CLAIM, question=Choice(q="Who?", a="Ada Byron", wrong=(Option("Bob"),))),
    ],
)
def test_no_name_where_there_is_none_or_it_is_long_or_the_answer(note):
    assert words.claim_chip(note, "") == "A claim"


def test_the_name_is_out_on_the_side_that_asks_for_it_only():
    note = replace(CLAIM, question=Basic(q="Ada Byron", a="first programmer", reverse=True))
    assert words.claim_chip(note, "front") == "Claim by Ada Byron"
    back = next(part for part in note.parts if note.back(part) == "Ada Byron")
    assert words.claim_chip(note, back) == "A claim"


@pytest.mark.parametrize(
    ("status", "by", "claim", "after"),
    [
        ("claim", "Ada Byron", "Claim by Ada Byron", ""),
        ("claim", "", "A claim", ", the deck does not say whose"),
        ("forecast", "Ada Byron", "Forecast by Ada Byron", ""),
        ("forecast", "", "A forecast", ", the deck does not say whose"),
    ],
)
def test_the_status_row_names_who_holds_it_after_the_answer(status, by, claim, after):
    (fact,) = words.facts(asked(replace(CLAIM, status=status, by=by)), judged())
    assert (fact.label, fact.claim, fact.text) == ("Status", claim, after)


# Rule, score, sources


def test_rule_and_score_rows():
    verdict = Verdict(
        outcome="partial",
        fraction=Fraction(1, 2),
        because="picked_partial",
        args={"credit": "1/2", "hits": "1", "right": "2", "fraction": "1/2"},
        score="score_found",
    )
    note = Note(question=Basic(q="a", a="b"))
    facts = words.facts(asked(note), judged(verdict))
    assert [(fact.label, fact.text) for fact in facts] == [
        ("Rule", "This option earns 1/2 of a right answer."),
        ("Score", "1 of 2 found, no wrong option chosen: 1/2."),
    ]


@pytest.mark.parametrize(
    ("name", "at", "text", "target"),
    [
        ("un", "page 4", "Statistics, page 4", "https://un.example"),
        ("book", "", "A. Author, 1999", ""),
        ("page", "", "https://page.example", "https://page.example"),
        ("A book of mine", "p. 3", "A book of mine, p. 3", ""),
        ("https://x.example/a", "", "https://x.example/a", "https://x.example/a"),
        ("odd", "", "A file", ""),
        ("file:///etc/passwd", "", "file:///etc/passwd", ""),
        ("javascript:alert(1)", "", "javascript:alert(1)", ""),
    ],
)
def test_sources_say_their_name_and_place_and_link_to_the_web_only(name, at, text, target):
    note = Note(question=Basic(q="a", a="b"), source=(Citation(name=name, at=at),))
    (fact,) = words.facts(asked(note), judged())
    assert (fact.label, fact.text, fact.target, fact.after) == ("Source", text, target, "")


@pytest.mark.parametrize(
    ("status", "after"),
    [("fact", "· fact in the source"), ("background", "· background, not from the source"), ("", "")],
)
def test_a_source_says_what_it_vouches_for(status, after):
    note = Note(
        question=Basic(q="a", a="b"), status=status, source=(Citation(name="un"), Citation(name="book"))
    )
    assert [fact.after for fact in words.facts(asked(note), judged())] == [after, after]


# Heading, rating, speech


def test_a_claim_is_never_called_true():
    assert words.heading(asked(CLAIM), judged()) == "Right: that is what Ada Byron argues"
    assert words.heading(asked(replace(CLAIM, by="")), judged()) == "Right"


def test_numbers_in_a_heading_are_words():
    verdict = Verdict(
        outcome="partial",
        fraction=Fraction(2, 3),
        because="chose_partial",
        heading="found",
        args={"hits": "2", "right": "3", "extras": "0"},
    )
    assert words.heading(asked(CLAIM), judged(verdict)) == "Partly right: two of three found"


@pytest.mark.parametrize(
    ("rating", "because", "said"),
    [
        (Rating.GOOD, "rate_right", "Good"),
        (Rating.HARD, "rate_hint", "Hard, because you used a hint"),
        (Rating.AGAIN, "rate_guess", "Again, because you guessed"),
        (Rating.EASY, "rate_right", "Easy"),
        (Rating.GOOD, "no such reason", "Good"),
    ],
)
def test_what_space_does_and_why(rating, because, said):
    assert words.suggestion(judged(rating=rating, because=because)) == said


@pytest.mark.parametrize(
    ("outcome", "options", "guess", "may"),
    [
        ("correct", 3, False, True),
        ("correct", 0, False, False),
        ("wrong", 3, False, False),
        ("almost", 3, False, False),
        ("correct", 3, True, False),
    ],
)
def test_luck_is_asked_for_where_it_can_have_helped(outcome: Outcome, options: int, guess: bool, may: bool):
    verdict = Verdict(outcome=outcome, because="exact", options=options)
    assert words.may_be_guess(judged(verdict, guess=guess)) is may


def test_what_a_screen_reader_hears():
    assert words.spoken_question(asked(CLAIM), "Who holds that?").startswith("3 of 34. ")
    assert words.spoken_question(asked(CLAIM), "Who holds that?").endswith(". Who holds that?")
    planned = {Rating.GOOD: Planned(due_day=1, interval_days=3)}
    assert words.spoken_next(judged(intervals=planned)) == "Space: Good."
