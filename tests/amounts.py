"""Hypothesis strategies for cards that ask for a number or a date, and what is typed there."""

from decimal import Decimal

from hypothesis import strategies as st

from quizapp.core.kinds.date import DateQuestion
from quizapp.core.kinds.numeric import Numeric
from quizapp.core.kinds.quantity import Key, Tier, parse_key

_fronts = st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=20)
_credits = st.sampled_from([Decimal(text) for text in ("0", "0.25", "0.5", "1")])

dates = st.dates().map(lambda day: day.isoformat())
_SPANS = {4: "year", 7: "month", 10: "day"}
"""Length of a date -> the unit of a span that suits it."""
date_questions = st.tuples(dates, st.sampled_from(sorted(_SPANS)), st.none() | st.integers(1, 500)).flatmap(
    lambda made: st.builds(
        DateQuestion,
        q=_fronts,
        date=st.just(made[0][: made[1]]),
        within=st.just(f"{made[2]} {_SPANS[made[1]]}s" if made[2] else ""),
    )
)
date_texts = st.one_of(
    dates,
    st.sampled_from(["03/09/2025", "4 July 1776", "July 1776", "4.7.1776", "30 February 2025", "4/7/25"]),
    st.text(st.characters(categories=("Nd", "P", "Zs", "Ll")), max_size=20),
)
"""Answers that are dates, or nearly."""

decimals = st.decimals(-(10**12), 10**12, places=3).map(lambda value: f"{value:f}")
plain_numbers = st.one_of(
    st.integers(-3000, 3000).map(str), decimals, st.sampled_from(["1/3", "3e8", "2 1/2"])
)
"""As decks write them."""
unit_names = st.sampled_from(["km", "kg", "%", "°C", "$", "ships", "m²", "km/h"])
tiers = st.builds(Tier, st.sampled_from(["0", "0.5", "1000", "2%", "100 %"]), _credits)
number_texts = st.one_of(
    plain_numbers,
    st.tuples(plain_numbers, unit_names).map(" ".join),
    st.sampled_from(["1,234", "1.234 km", "forty-two", "5 m", "2½", "$5bn", "-0", "1e999999999"]),
    st.text(st.characters(categories=("N", "P", "Zs", "Sc", "Ll")), max_size=20),
)
"""Answers that are numbers, or nearly."""


def key(number: str) -> Key:
    """A number of a deck, which has to be one."""
    parsed = parse_key(number)
    assert isinstance(parsed, Key), parsed
    return parsed


@st.composite
def numerics(draw: st.DrawFn) -> Numeric:
    low, high = sorted([draw(plain_numbers), draw(plain_numbers)], key=lambda text: key(text).low)
    margin = draw(st.sampled_from(["", " ± 0.5", " +/- 10%"]))
    unit = tuple(draw(st.lists(unit_names, max_size=2, unique=True)))
    return Numeric(
        q=draw(_fronts),
        number=draw(st.sampled_from([low + margin, f"{low}..{high}"])),
        tolerance=tuple(draw(st.lists(tiers, max_size=3))),
        unit=unit,
        unit_needed=bool(unit) and draw(st.booleans()),
    )
