"""How the texts of somebody's questions are written: plain, HTML or Markdown."""

import re
from collections.abc import Iterable
from html import unescape
from itertools import islice
from typing import Final

_ENTITY: Final = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9A-Fa-f]{1,5});")
_PAIRED: Final = re.compile(
    r"<(b|i|u|p|em|strong|sub|sup|span|div|ul|ol|li|code|pre|h\d|a|font|table)(?:\s[^<>]*)?>[^<>]*"
    r"(?:<[^<>]*>[^<>]*){0,20}</\1>",
    re.IGNORECASE,
)
_BREAK: Final = re.compile(r"\w[^<>]*<br ?/?>\s*[^<>]*\w|<img\s[^<>]*src\s*=", re.IGNORECASE)
_TAG_ALONE: Final = re.compile(r"\s*</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>(?:\s*</[A-Za-z][\w-]*>)?\s*")
_MARKDOWN: Final = re.compile(
    r"```|(?<!`)`[^`\n]+`(?!`)|\*\*\S[^*\n]*\*\*|\$[^$\n]*[\\^_=][^$\n]*\$|!\[[^\]\n]*\]\(", re.MULTILINE
)
_SEEN: Final = 5000
"""Texts that a guess looks at."""
_LONGEST: Final = 20_000


def markup_of(texts: Iterable[str]) -> str:
    """What the texts look like: one of text_source.MARKUPS.

    A quiz about HTML has tags that are the answers: where a text is nothing but a tag, tags are plain text.
    """
    seen = [text[:_LONGEST] for text in islice(texts, _SEEN)]
    tagged = [text for text in seen if "<" in text]
    entities = any("&" in text and _is_entity(text) for text in seen)
    alone = any(_TAG_ALONE.fullmatch(text) and "<img" not in text.lower() for text in tagged)
    if entities or (not alone and any(_PAIRED.search(text) or _BREAK.search(text) for text in tagged)):
        return "html"
    return "markdown" if any(_MARKDOWN.search(text) for text in seen) else "plain"


def _is_entity(text: str) -> bool:
    return any(unescape(match[0]) != match[0] for match in _ENTITY.finditer(text))
