"""Anki's cloze texts as ours: numbered holes with their hints, and braces that mean themselves escaped."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from quizapp.core.kinds.holes import holes
from quizapp.formats.media_refs import MediaRefs

_HOLE: Final = re.compile(r"\{\{c(\d{1,3})::")
_SIGNS: Final = re.compile(r"\{\{c(\d{1,3})::|\{\{|\}\}")
_OPEN, _CLOSE = "\U0010fffa", "\U0010fffb"
"""Private characters that stand for braces that mean themselves, while the text becomes Markdown."""
_ENTITIES: Final = re.compile(r"&(?:#123|#x7b|lbrace|lcub);|&(?:#125|#x7d|rbrace|rcub);", re.IGNORECASE)
_OPENING: Final = ("&#123;", "&#x7b;", "&lbrace;", "&lcub;")
_ROUNDS: Final = 50
_NESTED: Final = (("import_changed", {"what": "A hole within a hole", "became": "a part of the outer one"}),)


class ClozeText(NamedTuple):
    """A text with holes."""

    markdown: str
    parts: Mapping[int, str]
    """ord of Anki's card -> part of ours; empty if there is no hole."""
    sounds: tuple[str, ...] = ()
    lost: tuple[tuple[str, Mapping[str, str]], ...] = ()


def cloze_text(html: str, refs: MediaRefs) -> ClozeText:
    """A text of Anki's with holes."""
    text, nested = _flat(_ENTITIES.sub(_braces, html))
    side = refs.html(text)
    markdown = _literal(side.markdown).replace(_OPEN, "\\{").replace(_CLOSE, "\\}")
    numbers = sorted({int(number) for number in _HOLE.findall(side.markdown)})
    parts = {number - 1: f"c{number}" for number in numbers}
    return ClozeText(markdown, parts, side.sounds, _NESTED if nested else ())


def _braces(match: re.Match[str]) -> str:
    return _OPEN if match[0].lower() in _OPENING else _CLOSE


def _flat(text: str) -> tuple[str, bool]:
    """A text with our holes: the hint behind " :: ", none within another; whether one was."""
    if "::" not in text:
        return text, False
    levels: list[list[str]] = [[]]
    """What stands outside of holes, in the open hole, in one within it ..."""
    at = 0
    nested = False
    for match in _SIGNS.finditer(text):
        levels[-1].append(text[at : match.start()])
        at = match.end()
        if match[1] is not None:
            nested = nested or len(levels) > 1
            levels.append([f"{{{{c{int(match[1]) or 1}::"] if len(levels) == 1 else [""])
        elif match[0] == "}}" and len(levels) > 1:
            start, *inner = levels.pop()
            hidden = _hinted("".join(inner))
            levels[-1].append(f"{start}{hidden}}}}}" if start else hidden.partition(" :: ")[0])
        else:
            levels[-1].append(match[0])
    levels[-1].append(text[at:])
    return "".join(part for level in levels for part in level), nested


def _hinted(inner: str) -> str:
    """What is hidden, with its hint behind our sign; single braces that do not match mean themselves."""
    answer, sign, hint = inner.partition("::")
    if answer.count("{") != answer.count("}"):
        answer = answer.replace("{", _OPEN).replace("}", _CLOSE)
    return f"{answer} :: {hint.strip()}" if sign and hint.strip() else answer


def _literal(markdown: str) -> str:
    """A text in which only numbered braces are holes."""
    for _ in range(_ROUNDS):
        plain = [start for start in _starts(markdown) if not _HOLE.match(markdown, start)]
        if not plain:
            break
        for start in reversed(plain):
            markdown = f"{markdown[:start]}\\{markdown[start:]}"
    return markdown


def _starts(markdown: str) -> list[int]:
    """Where holes begin, one that is never closed too: it would take those behind it with it."""
    parsed = holes(markdown)
    if any(flaw.code == "cloze_unclosed" for flaw in parsed.flaws):
        parsed = holes(f"{markdown} {'}' * markdown.count('{')}")
    return [hole.start for hole in parsed.holes]
