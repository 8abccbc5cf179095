"""Units of measurement: what each measures, and how many of the dimension's base unit it is.

A dimension is a word ("length"), its power ("length^2" is an area) or a quotient ("length/time" is a speed),
so that areas, volumes and speeds need no rows of their own. Each currency is a dimension: amounts of money
are never converted. All factors are exact.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

_TABLE: Mapping[str, str] = {
    "length": """
        pnμmcdhkMG- m ; metre meter = 1
        in ″ " ; inch inches = 0.0254
        ft ′ ' ; foot feet = 0.3048
        yd ; yard = 0.9144
        mi ; mile = 1609.344
        nmi NM ; nautical_mile = 1852
        Å ; angstrom ångström = 1e-10
        au AU ; astronomical_unit = 149597870700
        ly ; light-year light_year lightyear = 9460730472580800
        μ ; micron = 1e-6
    """,
    "length^2": """
        ha ; hectare = 10000
        a ; are = 100
        ac ; acre = 4046.8564224
    """,
    "length^3": """
        μmcdhkMG- l L ; litre liter = 0.001
        cc ccm = 1e-6
        gal ; gallon US_gallon = 0.003785411784
        imp_gal ; imperial_gallon = 0.00454609
        qt ; quart = 0.000946352946
        pt ; pint = 0.000473176473
        fl_oz ; fluid_ounce = 0.0000295735295625
        bbl ; barrel = 0.158987294928
    """,
    "mass": """
        pnμmcdhkMGT- g ; gram gramme = 0.001
        kMG- t ; tonne metric_ton = 1000
        lb lbs # ; pound = 0.45359237
        oz ; ounce = 0.028349523125
        st ; stone = 6.35029318
        ; ton short_ton = 907.18474
        ; long_ton = 1016.0469088
        ; kilo = 1
        ct ; carat = 0.0002
    """,
    "time": """
        pnμm- s ; second = 1
        sec ; sec = 1
        min ; minute min = 60
        h hr hrs ; hour = 3600
        d ; day = 86400
        wk ; week = 604800
        ; fortnight = 1209600
        mo mth ; month = 2629800
        y yr yrs ; year = 31557600
        ; decade = 315576000
        ; century centuries = 3155760000
        ; millennium millennia = 31557600000
    """,
    "temperature": """
        m- K ; kelvin = 1
        °C C ; celsius degree_celsius degrees_celsius degrees_C centigrade = 1 + 273.15
        °F F ; fahrenheit degree_fahrenheit degrees_fahrenheit degrees_F = 5/9 + 45967/180
    """,
    "length/time": """
        mph = 0.44704
        kph kmh kmph = 5/18
        kn kt kts ; knot = 463/900
        c ; speed_of_light = 299792458
    """,
    "energy": """
        mkMGTP- J ; joule = 1
        mkMGTP- Wh ; watt-hour watthour watt_hour = 3600
        k- cal ; calorie = 4.184
        Cal = 4184
        mkMGT- eV ; electronvolt = 1.602176634e-19
        BTU Btu = 1055.05585262
    """,
    "power": """
        nμmkMGTP- W ; watt = 1
        hp ; horsepower = 745.69987158227022
        PS ; metric_horsepower = 735.49875
    """,
    "force": "μmkMG- N ; newton = 1",
    "pressure": """
        mhkMG- Pa ; pascal = 1
        m- bar ; bar = 100000
        atm ; atmosphere = 101325
        mmHg torr = 20265/152
        psi = 8896443230521/1290320000
    """,
    "data": """
        kMGTPE- bit b ; bit = 1
        kMGTPE- B ; byte = 8
        KB = 8000
        KiB ; kibibyte = 8192
        MiB ; mebibyte = 8388608
        GiB ; gibibyte = 8589934592
        TiB ; tebibyte = 8796093022208
    """,
    "data/time": "kMGT- bps = 1",
    "angle": """
        ° deg ; degree = 1
        arcmin ; arcminute = 1/60
        arcsec ; arcsecond = 1/3600
        ; turn = 360
    """,
    "frequency": """
        mkMGT- Hz ; hertz = 1
        rpm = 1/60
    """,
    "current": "nμmk- A ; ampere amp = 1",
    "voltage": "nμmkM- V ; volt = 1",
    "resistance": "mkMG- Ω ; ohm = 1",
    "amount": "nμmk- mol ; mole = 1",
    "share": """
        % ; percent per_cent pct = 0.01
        ‰ ; permille per_mille = 0.001
        ppm = 1e-6
    """,
}
"""Dimension -> rows: [SI prefixes-] symbols ; names = factor [+ base units at its zero]. Names take an s."""

_MONEY: Mapping[str, str] = {
    "USD": "$ US$ ; dollar US_dollar = 1\n¢ ; cent = 0.01",
    "EUR": "€ ; euro = 1\n; cent eurocent = 0.01",
    "GBP": "£ ; pound pound_sterling sterling quid = 1\np ; penny pence = 0.01",
    "JPY": "¥ 円 ; yen = 1",
    "CNY": "元 RMB ¥ ; yuan renminbi = 1",
    "INR": "₹ Rs ; rupee Indian_rupee = 1",
    "RUB": "₽ ; rouble ruble = 1",
    "KRW": "₩ ; won = 1",
    "CHF": "SFr Fr ; Swiss_franc franc = 1",
    "MXN": "MX$ Mex$ $ ; peso Mexican_peso = 1",
    "COP": "COL$ $ ; peso Colombian_peso = 1",
    "ARS": "AR$ $ ; peso Argentine_peso = 1",
    "CAD": "C$ CA$ $ ; dollar Canadian_dollar = 1",
    "AUD": "A$ AU$ $ ; dollar Australian_dollar = 1",
    "BRL": "R$ ; real reais = 1",
    "VES": "Bs ; bolívar bolivar bolívares bolivares = 1",
    "PLN": "zł ; złoty zloty = 1",
    "CZK": "Kč ; koruna = 1",
    "SEK": "kr ; krona kronor = 1",
    "NOK": "kr ; krone kroner = 1",
    "DKK": "kr ; krone kroner = 1",
    "TRY": "₺ ; lira = 1",
    "UAH": "₴ ; hryvnia = 1",
    "ILS": "₪ ; shekel = 1",
    "VND": "₫ ; dong = 1",
    "THB": "฿ ; baht = 1",
    "PHP": "₱ ; Philippine_peso = 1",
    "NGN": "₦ ; naira = 1",
    "ZAR": "; rand = 1",
    "BTC": "₿ ; bitcoin = 1",
}

_PREFIXES: Mapping[str, tuple[str, int]] = {
    "p": ("pico", -12),
    "n": ("nano", -9),
    "μ": ("micro", -6),
    "m": ("milli", -3),
    "c": ("centi", -2),
    "d": ("deci", -1),
    "h": ("hecto", 2),
    "k": ("kilo", 3),
    "M": ("mega", 6),
    "G": ("giga", 9),
    "T": ("tera", 12),
    "P": ("peta", 15),
    "E": ("exa", 18),
}

MONEY = "money:"
"""What the dimension of a currency begins with."""
_ROW = re.compile(r"(?:(?P<prefixes>[pnμmcdhkMGTPE]+)- )?(?P<symbols>[^;]*?)(?: ?; (?P<names>.*))?")
_RAISED = re.compile(r"(?P<unit>.*[^\d^])\^?(?P<power>[23])")
_POWER_WORDS: Mapping[str, str] = {
    **dict.fromkeys(("sq", "sq.", "square"), "2"),
    **dict.fromkeys(("cu", "cu.", "cubic"), "3"),
}
_SUPERSCRIPTS = str.maketrans({"²": "^2", "³": "^3"})


class Unit(NamedTuple):
    """A unit of the table."""

    dimension: str
    factor: Fraction
    """Base units of the dimension in one of it."""
    zero: Fraction = Fraction(0)
    """Base units at its zero; only temperatures have one that is not 0."""

    def convert(self, value: Fraction, to: "Unit") -> Fraction:
        """A value in this unit, in another one of the same dimension."""
        return (value * self.factor + self.zero - to.zero) / to.factor


@lru_cache(maxsize=1024)
def find(text: str) -> tuple[Unit, ...]:
    """What a text may mean as a unit, the likeliest first: "pounds" are a mass or money. () if nothing."""
    text = tidy(text)
    return _undivided(text) or _quotient(text)


def _undivided(text: str) -> tuple[Unit, ...]:
    return _listed(text) or _raised(text)


def _listed(text: str) -> tuple[Unit, ...]:
    exact, folded = _index()
    return exact.get(text) or folded.get(text.casefold(), ())


def tidy(text: str) -> str:
    """A unit as the table has it: NFKC, single spaces, no full stop at the end."""
    plain = unicodedata.normalize("NFKC", text.translate(_SUPERSCRIPTS))
    return " ".join(plain.split()).removesuffix(".")


def _raised(text: str) -> tuple[Unit, ...]:
    """Areas and volumes: km^2, km2, sq km, square kilometres, kilometres squared."""
    first, _, rest = text.partition(" ")
    power = _POWER_WORDS.get(first.casefold(), "")
    if not power:
        match = _RAISED.fullmatch(text)
        rest, power = (match["unit"].strip(), match["power"]) if match else ("", "")
    bases = [unit for unit in _listed(tidy(rest)) if unit.dimension in ("length", "time")]
    return tuple(Unit(f"{unit.dimension}^{power}", unit.factor ** int(power)) for unit in bases)


def _quotient(text: str) -> tuple[Unit, ...]:
    """Speeds, densities, rates: km/h, metres per second."""
    above, _, below = map(tidy, text.replace(" per ", "/").partition("/"))
    return tuple(
        Unit(f"{one.dimension}/{other.dimension}", one.factor / other.factor)
        for one in _undivided(above)
        for other in _undivided(below)
        if not (one.zero or other.zero)
    )


_Index = Mapping[str, tuple[Unit, ...]]


@cache
def _index() -> tuple[_Index, _Index]:
    """Spelling -> units as written; and in any case, where that leaves no doubt."""
    found: defaultdict[str, list[Unit]] = defaultdict(list)
    prefixed: defaultdict[str, list[Unit]] = defaultdict(list)
    rows = [*_TABLE.items(), *((MONEY + code, f"{code} {row}") for code, row in _MONEY.items())]
    for dimension, table in rows:
        for row in filter(None, map(str.strip, table.splitlines())):
            for spelling, unit, own in _spellings(dimension, row):
                (found if own else prefixed)[tidy(spelling)].append(unit)
    exact = {**prefixed, **found}
    folded: defaultdict[str, list[Unit]] = defaultdict(list)
    for spelling, units in exact.items():
        folded[spelling.casefold()] += [unit for unit in units if unit not in folded[spelling.casefold()]]
    clear = {spelling: units for spelling, units in folded.items() if len(_dimensions(units)) == len(units)}
    return _frozen(exact), _frozen(clear)


def _dimensions(units: list[Unit]) -> set[str]:
    return {unit.dimension for unit in units}


def _frozen(index: Mapping[str, list[Unit]]) -> _Index:
    return {spelling: tuple(dict.fromkeys(units)) for spelling, units in index.items()}


def _spellings(dimension: str, row: str) -> Iterator[tuple[str, Unit, bool]]:
    """(spelling, unit, True if the row has it without an SI prefix)."""
    left, _, right = row.rpartition("=")
    factor, _, zero = right.partition("+")
    unit = Unit(dimension, Fraction(factor.strip()), Fraction(zero.strip() or 0))
    match = _ROW.fullmatch(left.strip())
    assert match, row
    symbols, names = (
        [word.replace("_", " ") for word in (group or "").split()]
        for group in (match["symbols"], match["names"])
    )
    names += [f"{name}s" for name in names]
    for spelling in (*symbols, *names):
        yield spelling, unit, True
    for letter in match["prefixes"] or "":
        word, power = _PREFIXES[letter]
        scaled = unit._replace(factor=unit.factor * Fraction(10) ** power)
        for spelling in (*(letter + symbol for symbol in symbols), *(word + name for name in names)):
            yield spelling, scaled, False
