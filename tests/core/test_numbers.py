"""Numbers as learners type them: every row of the design, and any text at all."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.numbers import LONGEST, Number, read
from quizapp.core.numerals import plain_of, written
from tests.amounts import number_texts
from tests.core.test_numerals import LANGUAGES

ANY_LANGUAGE = st.sampled_from(["", "xx", *LANGUAGES])


def values(text: str, language: str = "en") -> list[Fraction]:
    """All that a text may amount to."""
    return [number.value * way.scale for number in read(text, language) for way in number.suffixes]


def units(text: str, language: str = "en") -> list[str]:
    return [way.unit for number in read(text, language) for way in number.suffixes]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2850", "2850"),
        (" 2850 ", "2850"),
        ("+5", "5"),
        ("-5", "-5"),
        ("−5", "-5"),
        ("–5", "-5"),
        ("—5", "-5"),
        ("- 5", "-5"),
        ("－5", "-5"),
        ("2 850", "2850"),
        ("2\u00a0850", "2850"),
        ("2\u202f850", "2850"),
        ("2_850", "2850"),
        ("2'850", "2850"),
        ("2’850", "2850"),
        ("1,234", "1234"),
        ("007", "7"),
        (".5", "0.5"),
        ("5.", "5"),
        ("5!", "5"),
        ("5,", "5"),
        ("1/2", "1/2"),
        ("-1/2", "-1/2"),
        ("3 / 4", "3/4"),
        ("1⁄2", "1/2"),
        ("2 1/2", "5/2"),
        ("½", "1/2"),
        ("2½", "5/2"),
        ("2 ½", "5/2"),
        ("-2½", "-5/2"),
        ("3e5", "300000"),
        ("3E5", "300000"),
        ("3e+5", "300000"),
        ("3.5e-2", "0.035"),
        ("3×10^5", "300000"),
        ("3 x 10^5", "300000"),
        ("3 × 10⁵", "300000"),
        ("3·10^5", "300000"),
        ("3*10**5", "300000"),
        ("3×10⁻²", "0.03"),
        ("10^5", "100000"),
        ("10⁵", "100000"),
        ("1,5e3", "1500"),
        ("5k", "5000"),
        ("5 k", "5000"),
        ("5M", "5000000"),
        ("5 million", "5000000"),
        ("2.5 millions", "2500000"),
        ("1 1/2 million", "1500000"),
        ("forty-two", "42"),
        ("forty two", "42"),
        ("Forty-Two", "42"),
        ("a hundred and five", "105"),
        ("Six.", "6"),
        ("Twelve hundred and fifty.", "1250"),
        ("two and a half.", "2.5"),
        ("nine hundred and ninety-nine", "999"),
        ("minus five", "-5"),
        ("minus 273.15", "-273.15"),
        ("Negative .5", "-0.5"),
        ("half", "1/2"),
        ("one half", "1/2"),
        ("half a million", "500000"),
        ("half million", "500000"),
        ("a third", "1/3"),
        ("minus two thirds", "-2/3"),
        ("two and a half", "5/2"),
        ("2 and a half", "5/2"),
        ("2 and three quarters", "11/4"),
        ("One and a half million", "1500000"),
        ("2 and a quarter million", "2250000"),
        ("zero", "0"),
        ("two million", "2000000"),
        ("a million", "1000000"),
        ("three hundred thousand", "300000"),
        ("١٢٣", "123"),
        ("٢٥٫٥", "25.5"),
        ("١٬٢٣٤٫٥", "1234.5"),
        ("१२", "12"),
        ("１２", "12"),
        ("１，２３４", "1234"),
        ("1e400", str(10**400)),
        ("1e-400", f"1/{10**400}"),
        ("1e00005", "100000"),
        ("2\u202f1/2", "5/2"),
    ],
)
def test_a_number_is_read(text: str, value: str) -> None:
    assert values(text) == [Fraction(value)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("42%", "42", "%"),
        ("42 %", "42", "%"),
        ("42٪", "42", "%"),
        ("forty per cent", "40", "per cent"),
        ("$5", "5", "$"),
        ("5 $", "5", "$"),
        ("€ 5", "5", "€"),
        ("5€", "5", "€"),
        ("-$5", "-5", "$"),
        ("$-5", "-5", "$"),
        ("US$5", "5", "US$"),
        ("USD 5", "5", "USD"),
        ("5 USD", "5", "USD"),
        ("kr 5", "5", "kr"),
        ("$5 bn", "5000000000", "$"),
        ("$5m", "5000000", "$"),
        ("5k€", "5000", "€"),
        ("$5 million", "5000000", "$"),
        ("5 million dollars", "5000000", "dollars"),
        ("2 850 km", "2850", "km"),
        ("2850km", "2850", "km"),
        ("2.85 thousand km", "2850", "km"),
        ("5k people", "5000", "people"),
        ("5 km/h", "5", "km/h"),
        ("5 km²", "5", "km^2"),
        ("5 km2", "5", "km2"),
        ("5 sq. km.", "5", "sq. km"),
        ("5'", "5", "'"),
        ("3 eV", "3", "eV"),
        ("twelve ships", "12", "ships"),
        ("5 and a dog", "5", "and a dog"),
        ("two million people", "2000000", "people"),
    ],
)
def test_a_unit_stands_before_or_behind(text: str, value: str, unit: str) -> None:
    assert values(text) == [Fraction(value)]
    assert units(text) == [unit]


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("5 m", [("5", "m"), ("5000000", "")]),
        ("5m people", [("5", "m people"), ("5000000", "people")]),
        ("5 K", [("5", "K"), ("5000", "")]),
        ("5 B", [("5", "B"), ("5000000000", "")]),
        ("5 b", [("5", "b"), ("5000000000", "")]),
        ("5 t", [("5", "t")]),
    ],
)
def test_a_letter_may_be_a_unit_or_a_scale(text: str, ways: list[tuple[str, str]]) -> None:
    assert list(zip(map(plain_of, values(text)), units(text), strict=True)) == ways


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "km", "k", "-", "+", "$", "nan", "NaN", "inf", "-inf", "Infinity", "∞", "1e999999999",
        "1e-999999999", "1e401", "10^99999", "5 or 6", "5-6", "5–6", "5..6", "2024-07", "2024-07-01", "12:30",
        "5 km 300 m", "5x10", "1/0", "1/2/3", "2 5/3", "12 34", "--5", "+-5", "-$-5", "a dog", "a", "one two",
        "5 to six", "two thousand five", "zz 5", "abc5", "5 2", "0x1F", "e5", "½½", "5_", "5 & 6", "5?6",
        "5 km4",
    ],
)  # fmt: skip
def test_what_is_no_single_number_is_not_read(text: str) -> None:
    assert read(text, "en") == ()


def test_an_unknown_language_leaves_marks_open() -> None:
    assert values("1,234", "") == [1234, Fraction("1.234")]
    assert [number.words for number in read("1,234", "")] == ["1234", "1.234"]
    assert [number.words for number in read("-1,234 km", "")] == ["-1234 km", "-1.234 km"]
    assert [number.words for number in read("$1.234", "")] == ["$1.234", "$1234"]
    assert values("1.234", "fr") == [Fraction("1.234"), 1234]
    assert values("1.234", "de") == [1234]
    assert values("1.234e3", "") == [1234, 1234000]


@given(number_texts | st.text(), ANY_LANGUAGE)
def test_no_text_raises_and_each_reading_can_be_settled(text: str, language: str) -> None:
    found = read(text, language)
    assert len({number.value for number in found}) == len(found)
    for number in found:
        assert number.suffixes
        if len(found) > 1:
            assert settled(number, language).value == number.value


def settled(number: Number, language: str) -> Number:
    """The reading of its settled text, which has no other in any language."""
    for each in (*LANGUAGES, "", "xx"):
        assert len(read(number.settled, each)) == 1, each
    return read(number.settled, language)[0]


@given(
    st.integers(1, 999),
    st.integers(0, 999),
    st.sampled_from(",."),
    st.sampled_from(["", " km", "e3", " million"]),
)
def test_the_truth_is_among_the_readings(head: int, tail: int, mark: str, behind: str) -> None:
    text = f"{head}{mark}{tail:03}{behind}"
    scale = {"e3": 10**3, " million": 10**6}.get(behind, 1)
    grouped, pointed = (1000 * head + tail) * scale, Fraction(f"{head}.{tail:03}") * scale
    assert sorted(values(text, "")) == sorted({grouped, pointed})


@given(st.text("0123456789.,'_ e+-/^x×½²$%kmMbn", max_size=40), ANY_LANGUAGE)
def test_any_digits_and_marks_are_cheap(text: str, language: str) -> None:
    assert len(read(text, language)) <= 2


@pytest.mark.parametrize(
    "text",
    [
        "9" * 10_000,
        "1e" + "9" * 5000,
        "1,234," * 2000,
        "-" * 10_000,
        "x 10^" * 3000,
        " " * 10_000 + "5",
        "½" * 5000,
    ],
)
def test_hostile_texts_are_refused_by_their_length(text: str) -> None:
    assert read(text, "") == ()


def test_the_longest_number() -> None:
    assert values("9" * LONGEST) == [10**LONGEST - 1]
    assert read("9" * (LONGEST + 1), "en") == ()
    assert read("1_" * (LONGEST // 2), "en") == ()


@given(st.integers(-(10**9), 10**9), st.sampled_from("٠०０"))
def test_digits_of_other_scripts(number: int, zero: str) -> None:
    digits = "".join(chr(ord(zero) + int(char)) if char.isdigit() else char for char in str(number))
    assert values(digits) == [number]


@given(st.fractions(0, 1000, max_denominator=99), st.sampled_from(LANGUAGES))
def test_fractions(value: Fraction, language: str) -> None:
    assert values(str(value), language) == [value]
    whole, rest = divmod(value, 1)
    mixed = f"{whole} {rest.numerator}/{rest.denominator}"
    assert values(mixed if rest else str(whole), language) == [value]
    assert values(written(value, language), language) == [value]
