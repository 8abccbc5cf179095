"""Statistics in words: what is too little to tell is said so, long lists and questions are cut."""

from msgspec.structs import replace

from quizapp.core.stats import (
    FORECAST_DAYS,
    Day,
    Group,
    Groups,
    Hard,
    Load,
    Month,
    Recall,
    States,
    Statistics,
    Today,
)
from quizapp.core.stats_words import as_json, report

EMPTY = Statistics(
    query="",
    period="all",
    today=20_000,
    day=Today(reviews=0, recall=Recall(), usual=Recall(), visible_ms=0, due=0, weeks=0),
    reviews=0,
    visible_ms=0,
    days=(),
    recall=Recall(),
    months=(Month(2024, 10, Recall()),),
    desired=0.9,
    forecast=(0,) * FORECAST_DAYS,
    states=States(),
    stability=(),
    groups=Groups(),
    hours=(),
    hard=(),
    leeches=(),
)


def test_without_an_answer_most_headings_are_left_out() -> None:
    told = report(EMPTY)
    assert "0 reviews in 0 s, 0 cards still due, 0 weeks in a row" in told
    for heading in ("Reviews", "Retention", "Decks", "Hours", "Hardest cards", "Leeches"):
        assert f"\n{heading}" not in told


def test_retention_is_told_from_twenty_answers_on() -> None:
    told = report(replace(EMPTY, months=(Month(2024, 9, Recall(19, 19)), Month(2024, 10, Recall(20, 18)))))
    assert "2024-09  not enough data" in told
    assert "19 of 19 recalled" in told
    assert "2024-10             90 %  70 % to 97 %  18 of 20 recalled" in told


def test_long_lists_are_cut_with_a_word() -> None:
    tags = tuple(
        Group(name=f"tag {number}", cards=1, reviews=1, recall=Recall(), visible_ms=0) for number in range(12)
    )
    told = report(replace(EMPTY, groups=Groups(tags=tags)))
    assert "tag 9" in told
    assert "tag 10" not in told
    assert "and 2 more" in told


def test_a_long_question_is_cut() -> None:
    hard = Hard(card_key=1, front="word " * 40, deck="Deck", forgotten=5, reviews=12, stability=None)
    told = report(replace(EMPTY, hard=(hard,)))
    assert "5 of 12 forgotten" in told
    assert "word… (Deck)" in told


def test_json_has_dates_shares_and_every_field() -> None:
    found = as_json(replace(EMPTY, reviews=4, visible_ms=6_000, days=(Day(19_999, 4, 6_000),)))
    assert set(Statistics.__struct_fields__) | {"ms_per_answer", "workload"} == set(found)
    assert found["days"] == [{"day": "2024-10-03", "reviews": 4, "visible_ms": 6_000}]
    assert found["ms_per_answer"] == 1_500
    assert found["recall"] == {"counted": 0, "recalled": 0, "share": None, "low": 0, "high": 1}
    assert found["forecast"][1] == {"date": "2024-10-05", "cards": 0}


def test_every_fifth_percent_and_the_desired_one_are_costed() -> None:
    loads = tuple(Load(percent / 100, percent / 8, percent / 2) for percent in range(70, 98))
    told = report(replace(EMPTY, desired=0.88), loads)
    section = told[told.index("What a desired retention costs") :].splitlines()[1:]
    assert [line.split()[0] for line in section] == ["70", "75", "80", "85", "88", "90", "95"]
    assert section[0] == "  70 %  8.8 reviews  35 min"
    assert section[-1] == "  95 %   12 reviews  48 min"
    assert "costs" not in report(EMPTY)
