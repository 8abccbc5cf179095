"""Statistics made up for charts: of nobody yet, of a beginner, of a year, of a lifetime, and of extremes."""

from random import Random

from quizapp.core.stats import (
    Bin,
    Day,
    Group,
    Groups,
    Hard,
    Hour,
    Load,
    Month,
    Recall,
    States,
    Statistics,
    Today,
)

TODAY = 20_781
"""24 November 2026, a Tuesday."""
_EDGES = (0.0, 1.0, 3.0, 7.0, 14.0, 30.0, 60.0, 120.0, 240.0, 365.0)


def bins(*cards: int) -> tuple[Bin, ...]:
    return tuple(
        Bin(low, high, number)
        for low, high, number in zip(_EDGES, (*_EDGES[1:], 0.0), (*cards, *[0] * 10), strict=False)
    )


def months(*counts: tuple[int, int], year: int = 2026, month: int = 11) -> tuple[Month, ...]:
    """(counted, recalled) of each, oldest first; the last is the month given."""
    last = year * 12 + month - 1
    starts = range(last - len(counts) + 1, last + 1)
    return tuple(Month(at // 12, at % 12 + 1, Recall(*one)) for at, one in zip(starts, counts, strict=True))


def group(name: str, reviews: int, counted: int = 0, recalled: int = 0) -> Group:
    return Group(
        name=name, cards=reviews // 6 + 3, reviews=reviews, recall=Recall(counted, recalled),
        visible_ms=reviews * 7_400,
    )  # fmt: skip


HARD = (
    Hard(card_key=1, front="Which listed group is a label rather than an organisation?",
         deck="Groups on the list", forgotten=8, reviews=15, stability=4.1, lapses=9),
    Hard(card_key=2, front="In which month were two Haitian groups listed?",
         deck="Groups on the list", forgotten=7, reviews=14, stability=3.6, lapses=8, leech=True),
    Hard(card_key=3, front="What does removing a leader tend to set off?",
         deck="How cartels are organised", forgotten=6, reviews=13, stability=5.2, lapses=7),
)  # fmt: skip

EMPTY = Statistics(
    query="",
    period="year",
    today=TODAY,
    day=Today(reviews=0, recall=Recall(), usual=Recall(), visible_ms=0, due=0, weeks=0),
    reviews=0,
    visible_ms=0,
    days=(),
    recall=Recall(),
    months=months(*[(0, 0)] * 12),
    desired=0.9,
    forecast=(0,) * 90,
    states=States(new=312),
    stability=bins(),
    groups=Groups(),
    hours=(),
    hard=(),
    leeches=(),
)

BEGINNER = Statistics(
    query="",
    period="year",
    today=TODAY,
    day=Today(reviews=6, recall=Recall(4, 3), usual=Recall(0, 0), visible_ms=180_000, due=14, weeks=1),
    reviews=23,
    visible_ms=280_000,
    days=(
        Day(TODAY - 8, 5, 60_000),
        Day(TODAY - 2, 4, 20_000),
        Day(TODAY - 1, 8, 20_000),
        Day(TODAY, 6, 180_000),
    ),
    recall=Recall(4, 3),
    months=months(*[(0, 0)] * 11, (4, 3)),
    desired=0.9,
    forecast=(14, 6, 3, 0, 2, 4, *[0] * 84),
    states=States(new=292, learning=14, young=6),
    stability=bins(3, 9, 8),
    groups=Groups(decks=(group("Groups on the list", 14, 3, 2), group("How cartels are organised", 9, 1, 1))),
    hours=(Hour(9, 11, Recall(2, 2)), Hour(21, 12, Recall(2, 1))),
    hard=(),
    leeches=(),
)


def year() -> Statistics:
    """The one of the design's pictures, about."""
    chance = Random(8)
    days = tuple(
        Day(day, reviews, reviews * chance.randint(5_000, 12_000))
        for day in range(TODAY - 364, TODAY)
        if (reviews := max(0, round(chance.gauss(8 + (day - TODAY + 364) / 12, 16))))
    )
    days = (*days, Day(TODAY, 46, 720_000))
    counts = (80, 88, 95, 101, 90, 60, 99, 110, 104, 128, 140, 151)
    shares = (0.84, 0.862, 0.855, 0.88, 0.886, 0.87, 0.894, 0.902, 0.889, 0.908, 0.914, 0.913)
    return Statistics(
        query="",
        period="year",
        today=TODAY,
        day=Today(
            reviews=46, recall=Recall(46, 42), usual=Recall(600, 541), visible_ms=720_000, due=34, weeks=9
        ),
        reviews=1284,
        visible_ms=sum(day.visible_ms for day in days),
        days=days,
        recall=Recall(1246, 1114),
        months=months(*((n, round(n * share)) for n, share in zip(counts, shares, strict=True))),
        desired=0.9,
        forecast=(34, *(max(0, round(chance.gauss(27 - ahead / 4, 5))) for ahead in range(1, 90))),
        states=States(new=58, learning=12, young=97, mature=141, suspended=4),
        stability=bins(12, 18, 31, 40, 44, 38, 30, 22, 12, 3),
        groups=Groups(
            decks=(
                group("Groups on the list", 611, 540, 492),
                group("How cartels are organised", 402, 350, 310),
                group("The law and its words", 271, 15, 9),
            ),
            tags=(group("law", 300, 240, 201), group("claim", 120, 100, 71), group("", 20, 4, 4)),
            kinds=(group("basic", 700, 600, 551), group("choice", 584, 510, 444)),
            statuses=(group("fact", 900, 800, 730), group("claim", 384, 300, 250)),
        ),
        hours=tuple(
            Hour(hour, reviews, Recall(reviews * 3 // 4, reviews * 2 // 3))
            for hour in range(24)
            if (reviews := max(0, 90 - 9 * abs(hour - 9), 130 - 25 * abs(hour - 21)))
        ),
        hard=HARD,
        leeches=HARD[1:2],
    )


def lifetime() -> Statistics:
    """Nine years, a hundred thousand cards."""
    chance = Random(9)
    days = tuple(
        Day(day, reviews, reviews * chance.randint(4_000, 9_000))
        for day in range(TODAY - 3_300, TODAY + 1)
        if (reviews := max(0, round(chance.gauss(310, 190))))
    )
    counts = [(n := chance.randint(4_000, 9_000), round(n * chance.uniform(0.86, 0.93))) for _ in range(108)]
    names = [f"{at}th" for at in range(4, 16)]
    return Statistics(
        query="deck:all",
        period="all",
        today=TODAY,
        day=Today(
            reviews=1_412, recall=Recall(1_300, 1_102), usual=Recall(20_000, 18_000), visible_ms=9_300_000,
            due=12_034, weeks=471,
        ),
        reviews=sum(day.reviews for day in days),
        visible_ms=sum(day.visible_ms for day in days),
        days=days,
        recall=Recall(sum(n for n, _ in counts), sum(hit for _, hit in counts)),
        months=months(*counts),
        desired=0.9,
        forecast=(12_034, *(max(0, round(chance.gauss(640, 90))) for _ in range(89))),
        states=States(new=21_812, learning=403, young=9_604, mature=68_011, suspended=170),
        stability=bins(900, 1_200, 3_100, 5_000, 8_000, 12_000, 16_000, 18_000, 9_000, 5_000),
        groups=Groups(
            decks=tuple(
                group(
                    f"{name} of a series of decks with a title that is longer than any room",
                    9_000 - 71 * at, 8_000 - 71 * at, 7_000 - 71 * at,
                )
                for at, name in enumerate(names * 4)
            )
        ),
        hours=tuple(Hour(hour, 30_000, Recall(20_000, 17_800)) for hour in range(24)),
        hard=tuple(
            Hard(card_key=at, front=f"What is the {name} of all the questions that nobody can ever remember,"
                 " although it was asked so very often and explained so very well?",
                 deck="A deck with a title that is longer than any room for it", forgotten=20 - at,
                 reviews=40, stability=2.5 * at + 0.3)
            for at, name in enumerate(names)
        ),
        leeches=(),
    )  # fmt: skip


EXTREME = Statistics(
    query="",
    period="month",
    today=TODAY,
    day=Today(reviews=1, recall=Recall(20, 0), usual=Recall(20, 20), visible_ms=100, due=1_000_000, weeks=1),
    reviews=1,
    visible_ms=100,
    days=(Day(TODAY, 1, 100),),
    recall=Recall(60, 40),
    months=months((20, 20), (0, 0), (20, 0), (0, 0), (20, 20)),
    desired=0.99,
    forecast=(1_000_000, 1, *[0] * 88),
    states=States(new=1, mature=999_999),
    stability=bins(0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
    groups=Groups(decks=(group("שאלות בעברית", 1),)),
    hours=(Hour(0, 19, Recall(0, 0)), Hour(23, 1, Recall(1, 1))),
    hard=(
        Hard(
            card_key=4, front="מהי בירת צרפת?", deck="שאלות", forgotten=10, reviews=10, stability=0.1
        ),
    ),
    leeches=(),
)  # fmt: skip

ALL = {"empty": EMPTY, "beginner": BEGINNER, "year": year(), "lifetime": lifetime(), "extreme": EXTREME}

LOADS = tuple(
    Load(percent / 100, 18 + 0.02 * (percent - 68) ** 2.2, 3 + 0.003 * (percent - 68) ** 2.2)
    for percent in range(70, 98)
)
