"""What a language decides in grading: its articles, and the letters whose marks are part of the letter.

Keys are primary subtags of BCP 47; all letters are lower case, NFC.
"""

from collections.abc import Mapping
from functools import lru_cache

ARTICLES: Mapping[str, frozenset[str]] = {
    language: frozenset(words.casefold().split())
    for language, words in {
        "af": "die",
        "ca": "el la els les l' un una uns unes",
        "cy": "y yr",
        "da": "en et den det de",
        "de": "der die das den dem des ein eine einen einem einer eines",
        "el": "ο η το οι τα τον την του της των τους τις ένας μια μία ένα έναν",
        "en": "the a an",
        "eo": "la",
        "es": "el la los las lo un una unos unas",
        "fr": "le la les l' un une des du",
        "ga": "an na",
        "gl": "o a os as un unha uns unhas",
        "hu": "a az egy",
        "it": "il lo la i gli le l' un uno una un'",
        "nb": "en ei et den det de",
        "nl": "de het een",
        "nn": "ein ei eit den det dei",
        "pt": "o a os as um uma uns umas",
        "ro": "un o niște",
        "sv": "en ett den det de",
    }.items()
}
"""The words that may be missing or added, case-folded. An elided form ends in its apostrophe."""

_OWN = {
    "az": "ç ə ğ ı ö ş ü",
    "bs": "č ć đ š ž",
    "cs": "á č ď é ě í ň ó ř š ť ú ů ý ž",
    "da": "æ ø å",
    "de": "ä=ae ö=oe ü=ue",
    "eo": "ĉ ĝ ĥ ĵ ŝ ŭ",
    "es": "ñ",
    "et": "ä õ ö ü š ž",
    "eu": "ñ",
    "fi": "å ä ö",
    "fo": "á ð í ó ú ý æ ø",
    "gl": "ñ",
    "hr": "č ć đ š ž",
    "hu": "á é í ó ö ő ú ü ű",
    "is": "á ð é í ó ú ý þ æ ö",
    "lt": "ą č ę ė į š ų ū ž",
    "lv": "ā č ē ģ ī ķ ļ ņ š ū ž",
    "mt": "ċ ġ ħ ż",
    "nb": "æ ø å",
    "nn": "æ ø å",
    "pl": "ą ć ę ł ń ó ś ź ż",
    "ro": "ă â î ș ț",
    "sk": "á ä č ď é í ĺ ľ ň ó ô ŕ š ť ú ý ž",
    "sl": "č š ž",
    "sq": "ç ë",
    "sr": "č ć đ š ž",
    "sv": "å ä ö",
    "tr": "ç ğ ı ö ş ü",
}

OWN_LETTERS: Mapping[str, Mapping[str, str]] = {
    language: {letter[0]: letter[2:] or letter for letter in letters.split()}
    for language, letters in _OWN.items()
}
"""Letters of the language's own alphabet -> what they may also be written as (de ä = ae), or themselves."""

TONAL = frozenset({"vi"})
"""Languages in which any mark makes another word: nothing folds."""

UNDECOMPOSED: Mapping[str, str] = {
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ħ": "h",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ð": "d",
    "ı": "i",
    "ŧ": "t",
    "ß": "ss",
}
"""Letters that fold although Unicode sees no mark on them."""

_SAME = {"no": "nb"}


@lru_cache(maxsize=256)
def primary(language: str) -> str:
    """The primary subtag of a BCP 47 tag ("pt-BR" -> "pt"); Norwegian without a form is Bokmål."""
    tag = language.replace("_", "-").split("-")[0].casefold()
    return _SAME.get(tag, tag)
