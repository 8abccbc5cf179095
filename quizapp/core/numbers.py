"""Numbers as learners type them: 2 850 km, −3.5, 1,234, 2½, 3×10^5, $5 bn, forty-two per cent.

Every plausible reading is returned, never a guess: what the language does not settle is asked back.
"""

import unicodedata
from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

import regex

from quizapp.core import units
from quizapp.core.alphabets import primary
from quizapp.core.numerals import NUMBER_WORDS, plain_numerals, plain_of, words_fraction, words_part

LONGEST = 120
"""Letters of an answer that may be a number."""
_MOST_TENS = 400
"""The largest power of ten that is read: above it no one means the number."""


class Suffix(NamedTuple):
    """One way to take what stands behind the digits: "m" is metres, or in "5m people" millions."""

    scale: Fraction
    unit: str
    """As typed, without the scale; a currency before the number is its unit. "" if there is none."""


class Number(NamedTuple):
    """A number as it was read."""

    value: Fraction
    """Without scale."""
    suffixes: tuple[Suffix, ...]
    """At least one; which one holds is for the card to say, by the unit that it asks for."""
    words: str
    """The same in plain digits, with what stood round them: "1234 km"; for an ambiguous "1,234 km"."""
    settled: str
    """A text that has this reading alone, whatever the language."""


_TYPOGRAPHY = {
    **dict.fromkeys(map(ord, "‐‑‒–—−﹣－"), "-"),
    **dict.fromkeys(map(ord, "⁄∕"), "/"),
    **dict.fromkeys(map(ord, "’‘ʼ"), "'"),
    **dict.fromkeys(map(ord, "·⋅∙*✕⨯"), "×"),
    **dict.fromkeys(map(ord, "٬"), "'"),
    ord("٫"): ".",
    ord("٪"): "%",
    **dict.fromkeys([0xAD, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)]),
}
_MINUS = regex.compile(r"(?i)^(?:minus|negative|menos|moins) (?=[\d.,])")
_AND_A_PART = regex.compile(r"(?i)(?<=\d) and (\w+ \w+)")
_VULGAR = regex.compile(r"\p{No}(?<=[¼-¾⅐-⅞])")
_RAISED = regex.compile(r"[⁰¹²³⁴-⁹⁺⁻]+")
_DIGIT = regex.compile(r"[\p{Nd}--[0-9]]", regex.VERSION1)

_NUMERAL = r"(?P<numeral>(?:\d|[.,](?=\d))(?:[ ]?\d|[.,'_](?=\d))*)[.]?"
_RATIO = r"(?:(?P<whole>\d+)[ ])?(?P<over>\d+)[ ]?/[ ]?(?P<under>\d+)"
_TENS = r"(?:(?P<e>[eE](?P<tens>[+-]?\d+))|[ ]?[×xX][ ]?10\^(?P<tens>[+-]?\d+))?"
_BEFORE = r"(?P<before>\p{L}{0,3}\p{Sc}|\p{Lu}{3}(?=[ \d.,+-])|\p{L}{2,3}(?=[ ]))?"
_BEHIND = r"(?P<behind>[ ]*[\p{L}\p{Sc}%‰°′″'\"].*)?"
_DIGITS = regex.compile(
    rf"(?P<sign>[+-]?)[ ]?{_BEFORE}[ ]?(?P<sign>[+-]?)"
    rf"(?:{_RATIO}(?![\d.,/])|10\^(?P<power>[+-]?\d+)|{_NUMERAL}{_TENS}){_BEHIND}[.]?"
)
_WORD = regex.compile(r"[\p{L}\p{M}]+|\S")
_LOOSE_NUMBER = regex.compile(r"(?<![\p{L}^-])\d|(?<=\p{L})[^\P{Nd}23]|\d{2}")
"""Digits that are no power of a unit (km2, m^3, s^-1): a second number."""

Scales = Mapping[str, int]
_LETTERS: Scales = {"k": 3, "M": 6, "mn": 6, "mln": 6, "mio": 6, "Mio": 6, "bn": 9, "bln": 9, "tn": 12}
_ENGLISH: Scales = {
    "thousand": 3, "thousands": 3, "million": 6, "millions": 6, "mill": 6, "billion": 9,
    "billions": 9, "trillion": 12, "trillions": 12, "lakh": 5, "lakhs": 5, "crore": 7, "crores": 7,
}  # fmt: skip
_LONG: Mapping[str, Scales] = {
    "de": {
        "tausend": 3, "million": 6, "millionen": 6, "milliarde": 9, "milliarden": 9, "mrd": 9, "billion": 12,
        "billionen": 12, "billiarde": 15, "billiarden": 15, "trillion": 18, "trillionen": 18,
    },
    "es": {
        "mil": 3, "millón": 6, "millon": 6, "millones": 6, "mil millones": 9, "billón": 12, "billon": 12,
        "billones": 12, "trillón": 18, "trillon": 18, "trillones": 18,
    },
    "fr": {
        "mille": 3, "million": 6, "millions": 6, "milliard": 9, "milliards": 9, "billion": 12, "billions": 12,
        "billiard": 15, "billiards": 15, "trillion": 18, "trillions": 18,
    },
}  # fmt: skip
"""Languages in which a billion is a million millions: word -> power of ten."""
_OPEN: Scales = {"K": 3, "m": 6, "b": 9, "B": 9}
"""Letters that are a unit as well."""


def read(text: str, language: str = "") -> tuple[Number, ...]:
    """All plausible readings of a typed number; () if it is none. Never raises, and is cheap on any text."""
    if len(text) > LONGEST:
        return ()
    text = _plain(text)
    match = _DIGITS.fullmatch(text)
    if match is None:
        return _in_words(text, language)
    before = match["before"] or ""
    if before and not _is_money(before):
        return ()
    behind = (match["behind"] or "").strip().removesuffix(".")
    suffixes = _suffixes(before, behind, language)
    if not suffixes or set(match.captures("sign")) >= {"+", "-"} or match.captures("sign").count("-") > 1:
        return ()
    sign = "-" if "-" in match.captures("sign") else ""
    around = f"{before}{' ' if before.isalpha() else ''}", f"{' ' if behind else ''}{behind}"
    return tuple(
        Number(
            value=-value if sign else value,
            suffixes=suffixes,
            words=f"{sign}{around[0]}{plain}{around[1]}",
            settled=f"{sign}{around[0]}{_settled(plain)}{around[1]}",
        )
        for plain, value in _amounts(match, language)
    )


def _plain(text: str) -> str:
    """One spelling for minus, fractions, powers, spaces and the digits of all scripts."""
    text = _VULGAR.sub(lambda match: " " + match[0], text.translate(_TYPOGRAPHY))
    text = _RAISED.sub(lambda match: "^" + unicodedata.normalize("NFKC", match[0]), text)
    text = unicodedata.normalize("NFKC", text).translate(_TYPOGRAPHY)
    text = _DIGIT.sub(lambda match: str(unicodedata.digit(match[0], "?")), text)
    text = " ".join(text.replace("××", "^").split()).rstrip("!?;,").strip()
    return str(_AND_A_PART.sub(_part, _MINUS.sub("-", text)))


def _part(match: "regex.Match[str]") -> str:
    """2 and a half as 2 1/2; what is no fraction stays."""
    part = words_part(match[1].casefold().split())
    return f" {part[0]}" if part else match[0]


def _is_money(text: str) -> bool:
    return any(unit.dimension.startswith(units.MONEY) for unit in units.find(text))


def _amounts(match: "regex.Match[str]", language: str) -> list[tuple[str, Fraction]]:
    """(plain digits, value) of each reading of the digits."""
    if match["under"]:
        return _ratio(match["whole"], match["over"], match["under"])
    tens = match["power"] or match["tens"] or "0"
    if abs(int(tens)) > _MOST_TENS:
        return []
    scale = Fraction(10) ** int(tens)
    if match["power"]:
        return [(f"10^{int(tens)}", scale)]
    behind = f"e{int(tens)}" if match["tens"] else ""
    return [(plain + behind, Fraction(plain) * scale) for plain in plain_numerals(match["numeral"], language)]


def _ratio(whole: str | None, over: str, under: str) -> list[tuple[str, Fraction]]:
    """A fraction, or a mixed number, whose fraction is less than one."""
    if not int(under) or (whole and int(over) >= int(under)):
        return []
    value = int(whole or 0) + Fraction(int(over), int(under))
    return [(f"{whole} {over}/{under}" if whole else f"{over}/{under}", value)]


def _settled(plain: str) -> str:
    """1.234 as 1.2340, which no language takes for thousands."""
    mantissa, e, tens = plain.partition("e")
    whole, _, decimals = mantissa.partition(".")
    return f"{mantissa}{'0' * (len(decimals) == 3 and len(whole) <= 3)}{e}{tens}"


def _suffixes(before: str, behind: str, language: str) -> tuple[Suffix, ...]:
    """The ways to take what stands round the digits, the likeliest first."""
    if _LOOSE_NUMBER.search(behind) or NUMBER_WORDS & {word.casefold() for word in _WORD.findall(behind)}:
        return ()
    ways = _scaled(behind, language)
    if not before:
        return ways
    return tuple(way._replace(unit=before) for way in ways if way.unit in ("", before))


def _scaled(behind: str, language: str) -> tuple[Suffix, ...]:
    whole = Suffix(Fraction(1), behind)
    if units.find(behind) and behind not in _OPEN and behind not in _LETTERS:
        return (whole,)
    for scale in _heads(behind):
        rest = behind[len(scale) :].removeprefix(".").strip()
        if tens := _tens(scale, language):
            return (Suffix(Fraction(10) ** tens, rest),)
        if scale in _OPEN:
            return whole, Suffix(Fraction(10) ** _OPEN[scale], rest)
    return (whole,)


def _tens(scale: str, language: str) -> int:
    """The power of ten that a word or letter stands for beyond doubt; 0 if for none."""
    words = {**_ENGLISH, **_LONG.get(primary(language), {})}
    return _LETTERS.get(scale) or words.get(scale.casefold(), 0)


def _heads(behind: str) -> list[str]:
    """What may be a scale at the beginning: two words, one word, or letters before a currency sign."""
    match = regex.match(r"(?P<two>\p{L}+ \p{L}+)(?=\s|$|\p{Sc})|", behind)
    one = regex.match(r"\p{L}+(?=[\s.]|$|\p{Sc})|", behind)
    assert match is not None
    assert one is not None
    return [head for head in (match["two"], one[0]) if head]


def _in_words(text: str, language: str) -> tuple[Number, ...]:
    """A number in English words: forty-two, minus a hundred and five, two and a half million."""
    text = text.removesuffix(".")
    spelled = text.replace("-", " ").casefold().split()
    sign = -1 if spelled[:1] in (["minus"], ["negative"]) else 1
    spelled = spelled[sign < 0 :]
    found = words_fraction(spelled)
    if found is None:
        return ()
    value, count = sign * found[0], found[1]
    behind = " ".join(text.replace("-", " ").split()[count + (sign < 0) :])
    suffixes = _suffixes("", behind, language)
    if not suffixes or (spelled[:1] in (["a"], ["an"]) and count == 1 and suffixes[0].scale == 1):
        return ()
    words = f"{plain_of(value)} {behind}".strip()
    return (Number(value, suffixes, words, words),)
