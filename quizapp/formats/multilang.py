"""Texts of Moodle in several languages at once: one of them is read."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

_SPAN: Final = (
    r"<(?:span|lang)\b(?=[^<>]*\blang=[\"']?([\w-]+))[^<>]*>((?:(?!</?(?:span|lang)\b).)*)</(?:span|lang)>"
)
_SPANS: Final = re.compile(_SPAN, re.DOTALL | re.IGNORECASE)
_MLANG: Final = re.compile(r"\{mlang\s+([\w,-]+)\}((?:(?!\{mlang).)*)\{mlang\}", re.DOTALL | re.IGNORECASE)
_BETWEEN: Final = re.compile(r"(?:\s|&nbsp;)*\Z")
_REST: Final = "other"


def languages(texts: Iterable[str]) -> tuple[str, ...]:
    """The languages that texts are in by their marks, those of most texts first."""
    found: Counter[str] = Counter()
    for text in texts:
        if "multilang" in text:
            found.update(match[1].lower() for match in _SPANS.finditer(text) if _is_marked(match))
        if "{mlang" in text:
            found.update(one for match in _MLANG.finditer(text) for one in match[1].lower().split(","))
    del found[_REST]
    return tuple(language for language, _ in found.most_common())


def spoken(text: str, language: str) -> str:
    """A text in one language, where it has it; else in the first that it has."""
    if not language:
        return text
    for pattern in (_SPANS, _MLANG):
        text = _chosen(text, pattern, language)
    return text


def _is_marked(match: re.Match[str]) -> bool:
    opening = match[0][: match.start(2) - match.start()].lower()
    return "multilang" in opening or opening.startswith(("<lang", "{mlang"))


def _chosen(text: str, pattern: re.Pattern[str], language: str) -> str:
    """Of marked stretches that follow each other, the one that is in the language."""
    out: list[str] = []
    run: list[re.Match[str]] = []
    at = 0
    for match in filter(_is_marked, pattern.finditer(text)):
        between = text[at : match.start()]
        if not run or not _BETWEEN.match(between):
            out += [_of(run, language), between]
            run = []
        run.append(match)
        at = match.end()
    return "".join([*out, _of(run, language), text[at:]])


def _of(run: list[re.Match[str]], language: str) -> str:
    for wanted in (language, _REST):
        for match in run:
            if wanted in match[1].lower().split(","):
                return match[2]
    return run[0][2] if run else ""
