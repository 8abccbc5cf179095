"""How languages mark decimals and group digits, and English number words."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.numbers import read
from quizapp.core.numerals import convention_of, plain_numerals, plain_of, rounded, words_number, written

LANGUAGES = (
    "en", "en-US", "en-GB", "en-IN", "de", "de-AT", "de-CH", "es", "es-MX", "fr", "fr-CA", "it", "pt",
    "pt-BR", "sv", "pl", "ru", "hi", "ja", "tr", "nb",
)  # fmt: skip

decimals = st.decimals(-(10**15), 10**15, allow_nan=False, places=6).map(Fraction)
numbers = decimals | st.integers(-(10**18), 10**18).map(Fraction)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "1,234,567.5"),
        ("de", "1.234.567,5"),
        ("es", "1.234.567,5"),
        ("it", "1.234.567,5"),
        ("pt", "1.234.567,5"),
        ("fr", "1\u202f234\u202f567,5"),
        ("sv", "1\u202f234\u202f567,5"),
        ("pl", "1\u202f234\u202f567,5"),
        ("ru", "1\u202f234\u202f567,5"),
        ("hi", "12,34,567.5"),
        ("en-IN", "12,34,567.5"),
        ("de-CH", "1'234'567.5"),
        ("es-MX", "1,234,567.5"),
        ("", "1234567.5"),
        ("xx", "1234567.5"),
    ],
)
def test_each_language_writes_its_own_way(language: str, text: str) -> None:
    assert written(Fraction("1234567.5"), language) == text
    assert [number.value for number in read(text, language)] == [Fraction("1234567.5")]


@given(numbers, st.sampled_from(LANGUAGES), st.booleans())
def test_what_is_written_is_read_again(value: Fraction, language: str, grouped: bool) -> None:
    text = written(value, language, grouped=grouped)
    assert [number.value for number in read(text, language)] == [value], text


@given(numbers, st.sampled_from(["", "ar", "xx"]))
def test_without_a_convention_the_number_is_among_the_readings(value: Fraction, language: str) -> None:
    assert value in [number.value for number in read(written(value, language), language)]


@pytest.mark.parametrize(
    ("text", "language", "plain"),
    [
        ("1,234", "en", ["1234"]),
        ("1.234", "en", ["1.234"]),
        ("1,234", "de", ["1.234"]),
        ("1.234", "de", ["1234"]),
        ("1,234", "", ["1234", "1.234"]),
        ("1.234", "", ["1.234", "1234"]),
        ("1,23", "en", ["1.23"]),
        ("3.5", "de", ["3.5"]),
        ("0.500", "de", ["0.500"]),
        ("0,500", "", ["0.500"]),
        ("01.234", "de", ["01.234"]),
        ("1234.567", "de", ["1234.567"]),
        ("1.234", "fr", ["1.234", "1234"]),
        ("1 234", "", ["1234"]),
        ("1_000_0", "", ["10000"]),
        ("1 234,5", "en", ["1234.5"]),
        ("1,234.5", "", ["1234.5"]),
        ("1.234,5", "en", ["1234.5"]),
        ("1'234.5", "", ["1234.5"]),
        ("1,234,567", "", ["1234567"]),
        ("12,34,567", "hi", ["1234567"]),
        ("1,234,567", "hi", ["1234567"]),
        ("12,34,567", "en", []),
        (".5", "en", ["0.5"]),
        (",5", "en", ["0.5"]),
        ("12 34", "en", []),
        ("1,2,3", "en", []),
        ("1.2.3", "", []),
        ("1,,2", "en", []),
        (".", "en", []),
        ("", "en", []),
    ],
)
def test_marks_are_read_by_the_language(text: str, language: str, plain: list[str]) -> None:
    assert list(plain_numerals(text, language)) == plain


def test_a_region_may_write_otherwise() -> None:
    assert convention_of("es") != convention_of("es-MX") == convention_of("en")
    assert convention_of("ES-mx") == convention_of("es-MX")
    assert convention_of("es-AR") == convention_of("es")
    assert convention_of("") is convention_of("ar") is None


@given(numbers)
def test_plain_digits_are_exact(value: Fraction) -> None:
    assert Fraction(plain_of(value)) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [("1/3", "1/3"), ("-1/3", "-1/3"), ("1/8", "0.125"), ("-1/40", "-0.025"), ("0", "0"), ("7/7", "1")],
)
def test_a_number_whose_decimals_do_not_end_stays_a_fraction(value: str, text: str) -> None:
    assert plain_of(Fraction(value)) == text
    assert written(Fraction(value), "en") == text.replace("-", "−")


@given(numbers.filter(bool), st.integers(1, 8))
def test_rounding_keeps_the_whole_digits(value: Fraction, figures: int) -> None:
    near = rounded(value, figures)
    assert abs(near - value) <= abs(value) / 10 ** (figures - 1) / 2
    assert abs(near - value) <= Fraction(1, 2)


def test_rounding() -> None:
    assert rounded(Fraction("2.89682"), 3) == Fraction("2.9")
    assert rounded(Fraction("2864.63"), 3) == 2865
    assert rounded(Fraction("0.00012345"), 3) == Fraction("0.000123")
    assert rounded(Fraction(0), 3) == 0


ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
SMALL = [*ONES.split(), "seventeen", "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(number: int) -> str:
    """As a book writes it."""
    if number >= 100:
        head, rest = f"{SMALL[number // 100]} hundred", number % 100
        return f"{head} and {in_words(rest)}" if rest else head
    if number < 20:
        return SMALL[number]
    tens = TENS[number // 10 - 2]
    return f"{tens}-{SMALL[number % 10]}" if number % 10 else tens


@given(st.integers(0, 999), st.sampled_from(["{}", "{} ships", "minus {}", "{} thousand"]))
def test_numbers_in_words(number: int, frame: str) -> None:
    expected = -number if "minus" in frame else number
    spelled = frame.format(in_words(number))
    for text in (spelled, spelled.upper(), spelled.replace("-", " ").replace(" and ", " ")):
        (found,) = read(text, "en")
        assert found.value == expected
        assert [suffix.unit.lower() for suffix in found.suffixes] == ["ships" if "ships" in frame else ""]


@pytest.mark.parametrize(
    ("text", "number", "count"),
    [
        ("a hundred and five", 105, 4),
        ("an hundred", 100, 2),
        ("one hundred ships", 100, 2),
        ("a million", 1, 1),
        ("fourty two", 42, 2),
        ("twenty zero", 20, 1),
        ("twenty ten", 20, 1),
        ("ten five", 10, 1),
        ("twelve hundred", 1200, 2),
        ("nineteen hundred and five", 1905, 4),
        ("twenty one hundred ships", 2100, 3),
        ("twenty hundred", 20, 1),
    ],
)
def test_words_end_where_the_number_does(text: str, number: int, count: int) -> None:
    assert words_number(text.split()) == (number, count)


@pytest.mark.parametrize("text", ["", "dog", "and five", "hundred", "hundred five"])
def test_other_words_are_no_number(text: str) -> None:
    assert words_number(text.split()) is None


@pytest.mark.parametrize(
    ("language", "tens", "names"),
    [
        ("", 3, "k thousand thousands"),
        ("", 5, "lakh lakhs"),
        ("", 6, "M mn mln mio Mio mill million millions"),
        ("", 7, "crore crores"),
        ("", 9, "bn bln billion billions"),
        ("", 12, "tn trillion trillions"),
        ("de", 3, "Tausend k thousand"),
        ("de", 6, "Million Millionen Mio"),
        ("de", 9, "Milliarde Milliarden Mrd Mrd."),
        ("de", 12, "Billion Billionen"),
        ("de", 15, "Billiarde Billiarden"),
        ("de-CH", 18, "Trillion Trillionen"),
        ("es", 3, "mil"),
        ("es", 6, "millón millon millones"),
        ("es-MX", 9, "mil_millones"),
        ("es", 12, "billón billon billones"),
        ("es", 18, "trillón trillon trillones"),
        ("fr", 3, "mille thousand"),
        ("fr", 6, "million millions"),
        ("fr", 9, "milliard milliards"),
        ("fr", 12, "billion billions"),
        ("fr", 15, "billiard billiards"),
        ("fr", 18, "trillion trillions"),
    ],
)
def test_scales_have_names_in_each_language(language: str, tens: int, names: str) -> None:
    for name in names.replace("_", "\N{NO-BREAK SPACE}").split(" "):
        found = [
            number.value * way.scale for number in read(f"2 {name}", language) for way in number.suffixes
        ]
        assert found == [2 * 10**tens], name
