"""Typed text made comparable: normalisation, articles and mark folding.

The steps stand in the order in which they are applied, on both sides of a comparison.
"""

import unicodedata
from functools import lru_cache
from typing import Literal, NamedTuple

import regex

from quizapp.core.alphabets import ARTICLES, OWN_LETTERS, TONAL, UNDECOMPOSED, primary

_TYPOGRAPHY = {
    **dict.fromkeys(map(ord, "‘’‚‛′´ʹʼ"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″«»"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
    **dict.fromkeys(map(ord, "⁄∕"), "/"),
    ord("…"): "...",
    **dict.fromkeys([0xAD, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)]),
}
_FRACTION = regex.compile(r"(?<=(\p{Nd})?)[¼-¾⅐-⅞↉]")
_SUPERSCRIPT = regex.compile(r"[⁰¹²³⁴-⁹⁺⁻⁼⁽⁾ⁿⁱ]+")
_INITIALISM = regex.compile(r"(?<![\p{L}\p{M}\p{N}])\p{L}\p{M}*+(?:\.\p{L}\p{M}*+)+(?![\p{L}\p{M}\p{N}])")
_JOINT = regex.compile(r"(?<=\p{L}\p{M}{0,3})[-/](?=\p{L})")
_SYMBOLS = r"\p{S}#/\\\^_@&*()\[\]{}"
_SYMBOL = regex.compile(f"[{_SYMBOLS}]")
_PUNCTUATION = regex.compile(
    r"""(?V1)
      (?<=[\p{L}\p{M}\p{N}])'(?=[\p{L}\p{N}])(*SKIP)(*FAIL)      # an apostrophe inside a word
    | (?<=\p{Nd})[.,٫](?=\p{Nd})(*SKIP)(*FAIL)                   # a decimal mark
    | (?<![\p{L}\p{M}\p{N}\p{Po}])\.(?=\p{Nd})(*SKIP)(*FAIL)     # and one without its zero
    | (?<![\p{L}\p{M}\p{N}])-(?=\.?\p{Nd})(*SKIP)(*FAIL)         # a leading minus
    | [\p{P}--[\#/\\\^_@&*()\[\]{}]]
    """,
    regex.VERBOSE,
)
_EDGES = regex.compile(
    rf"^[{_SYMBOLS}]+|(?<=[\p{{L}}\p{{M}}])[#+]++\K[{_SYMBOLS}]*+$|(?<![{_SYMBOLS}])[{_SYMBOLS}]++$"
)
_CLUSTER = regex.compile(r"\p{RI}{2}(?![\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}])|\X")
r"""\X alone looks back over all the flags before it."""
_EACH_A_CLUSTER = regex.compile(r"[\n\p{GCB=Other}\p{GCB=LV}\p{GCB=LVT}]*+")
"""Characters of which none joins another: no marks, joiners, flags or single jamo."""
_GAP = regex.compile(r"(?<!\p{Nd}) | (?!\p{Nd})")
_HAS_CONTENT = regex.compile(r"[\p{L}\p{N}]")
_FOLDS_ALL_MARKS = regex.compile(r"[\p{Latin}\p{Greek}]")
_DROPPED = regex.compile(
    r"(?<=\p{Cyrillic}\p{M}{0,3})[\u0300\u0301]|[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]"
    r"|[\u0610-\u061a\u064b-\u0652\u0670\u0640]"
)


class Manner(NamedTuple):
    """How texts are compared."""

    language: str = ""
    """BCP 47 tag of the answer."""
    case: bool = False
    """True: capitals count."""
    marks: bool = False
    """True: marks count; nothing folds."""
    articles: bool = False
    """True: articles count."""


class Form(NamedTuple):
    """A text made comparable."""

    words: tuple[str, ...]
    slots: tuple[tuple[str, ...], ...]
    """The articles that stand before each word."""

    @property
    def joined(self) -> str:
        """Without the spaces between words, but for those that keep two numbers apart."""
        return _join(self.words)

    @property
    def solid(self) -> str:
        """The same, articles included."""
        return _solid(self)

    @property
    def articles(self) -> tuple[str, ...]:
        return tuple(article for slot in self.slots for article in slot)


@lru_cache(maxsize=64)
def _solid(form: Form) -> str:
    pairs = zip(form.slots, form.words, strict=True)
    return _join(tuple(word for slot, last in pairs for word in (*slot, last)))


@lru_cache(maxsize=64)
def _join(words: tuple[str, ...]) -> str:
    return str(_GAP.sub("", " ".join(words)))


def tokens(text: str, manner: Manner, symbols: bool | None = None) -> tuple[str, ...]:
    """The words of a text: steps 2 to 7.

    symbols: True keeps symbols wherever they stand, False drops them at the edges of words; None decides
    by the text itself, as for a key: symbols that a key has are asked for.
    """
    plain = _plain(text, manner.case, primary(manner.language))
    if symbols is None:
        symbols = has_symbols(text, manner)
    words = plain.split()
    if symbols or plain.replace(" ", "").isalnum():
        return tuple(words)
    return tuple(filter(None, (_EDGES.sub("", word) for word in words)))


PLAIN = Manner()
"""No language known, nothing strict."""


def normalise(text: str, manner: Manner = PLAIN, symbols: bool | None = None) -> str:
    """The words of a text, one space between them; see `tokens`."""
    return " ".join(tokens(text, manner, symbols))


def has_symbols(text: str, manner: Manner) -> bool:
    """True if a key has signs beyond letters, digits and punctuation, which are then asked for."""
    return _SYMBOL.search(_plain(text, manner.case, primary(manner.language))) is not None


def has_content(text: str) -> bool:
    """True if there is a letter or a digit to compare."""
    return _HAS_CONTENT.search(text) is not None


@lru_cache(maxsize=8192)
def _plain(text: str, case: bool, language: str) -> str:
    """Steps 2 to 6, symbols still in place."""
    if not text.isascii():
        text = _FRACTION.sub(_fraction, text.translate(_TYPOGRAPHY))
        text = unicodedata.normalize("NFKC", _SUPERSCRIPT.sub(_power, text))
    if not case:
        text = _lower(text, language)
    if not text.isascii():
        text = text.translate(_TYPOGRAPHY)
    if not text.replace(" ", "").isalnum():
        text = _INITIALISM.sub(lambda match: match[0].replace(".", ""), text)
        text = _PUNCTUATION.sub(" ", _JOINT.sub(" ", text))
    return " ".join(text.split())


def _lower(text: str, language: str) -> str:
    if text.isascii() and language not in ("tr", "az"):
        return text.lower()
    if language in ("tr", "az"):
        text = text.replace("I", "ı").replace("İ", "i")
    return unicodedata.normalize("NFKC", text.casefold())


def _fraction(match: "regex.Match[str]") -> str:
    return f" {match[0]}" if match[1] else match[0]


def _power(match: "regex.Match[str]") -> str:
    return "^" + unicodedata.normalize("NFKC", match[0])


@lru_cache(maxsize=64)
def form(text: str, manner: Manner, symbols: bool | None = None) -> Form:
    """A text ready to compare: steps 2 to 8."""
    listed = ARTICLES.get(primary(manner.language), frozenset())
    words: list[str] = []
    slots: list[tuple[str, ...]] = []
    waiting: list[str] = []
    parts = tokens(text, manner, symbols)
    for index, word in enumerate(parts):
        head, apostrophe, rest = word.partition("'")
        if rest and (head + apostrophe).casefold() in listed:
            waiting.append((head + apostrophe).casefold())
            word = rest
        elif word.casefold() in listed and index < len(parts) - 1 and (index == 0 or len(word) > 1):
            waiting.append(word.casefold())
            continue
        words.append(word)
        slots.append(tuple(waiting))
        waiting.clear()
    return Form(tuple(words), tuple(slots))


def same(typed: Form, key: Form, manner: Manner) -> Literal["", "exact", "spacing"]:
    """Step 9: do two forms agree, as they stand or once the spaces are gone?"""
    if typed.words == key.words:
        pairs = zip(typed.slots, key.slots, strict=True)
        return "exact" if all(articles_agree(*pair, manner) for pair in pairs) else ""
    if typed.joined == key.joined and articles_agree(typed.articles, key.articles, manner):
        return "spacing"
    return "spacing" if typed.solid == key.solid else ""


def articles_agree(typed: tuple[str, ...], key: tuple[str, ...], manner: Manner) -> bool:
    """Articles may be missing or added, unless they count; they are never swapped for others."""
    return typed == key or (not manner.articles and not (typed and key))


@lru_cache(maxsize=64)
def folded(form: Form, language: str, *, respell: bool = True) -> Form:
    """Step 10: marks that may be left out are gone; see `fold`."""
    return Form(tuple(fold(word, language, respell=respell) for word in form.words), form.slots)


def fold(text: str, language: str = "", *, respell: bool = True) -> str:
    """A text without the marks that a learner may leave out, by script.

    Letters of the language's own alphabet stay (es ñ), or become what they may also be written as
    (de ä = ae, if `respell`). Latin and Greek lose all other marks, Cyrillic ё and stress, Hebrew points,
    Arabic harakat; kana and all other scripts nothing.
    """
    if text.isascii():
        return text
    language = primary(language)
    text = _DROPPED.sub("", unicodedata.normalize("NFC", text))
    return "".join(_fold_cluster(cluster, language, respell) for cluster in clusters(text))


def clusters(text: str) -> list[str]:
    """The letters as a reader counts them (grapheme clusters)."""
    return list(text) if _EACH_A_CLUSTER.fullmatch(text) else _CLUSTER.findall(text)


_MOST_MARKS = 2
"""On a letter of an alphabet."""


@lru_cache(maxsize=8192)
def _fold_cluster(cluster: str, language: str, respell: bool) -> str:
    if cluster in _CYRILLIC:
        return _CYRILLIC[cluster]
    if language in TONAL or not _FOLDS_ALL_MARKS.match(cluster):
        return cluster
    own = OWN_LETTERS.get(language, {})
    decomposed = unicodedata.normalize("NFD", cluster)
    for length in range(min(len(decomposed), _MOST_MARKS + 1), 0, -1):
        letter = unicodedata.normalize("NFC", decomposed[:length])
        if letter.lower() in own:
            return _cased(own[letter.lower()], letter) if respell else letter
    return _cased(UNDECOMPOSED.get(decomposed[0].lower(), decomposed[0]), decomposed[0])


_CYRILLIC = {"ё": "е", "Ё": "Е", "ѐ": "е", "Ѐ": "Е", "ѝ": "и", "Ѝ": "И"}


def _cased(replacement: str, letter: str) -> str:
    return replacement.upper() if letter.isupper() else replacement


def bare(text: str) -> str:
    """A text without capitals and marks of any script, whatever the rules: to tell why two texts differ."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text.casefold())
    letters = (UNDECOMPOSED.get(char, char) for char in decomposed if unicodedata.category(char) != "Mn")
    return unicodedata.normalize("NFC", "".join(letters))
