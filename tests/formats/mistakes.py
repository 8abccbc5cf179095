"""What goes wrong when people write cards: a mistake made in the text of one, and what was meant."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

Lines = list[str]


class Spoilt(NamedTuple):
    """A card in which one line is wrong."""

    lines: Lines
    meant: Lines
    """The same card as its author means it."""
    line: int
    """Which line is to be reported, from 0."""


Spoil = Callable[[Lines], "Spoilt | None"]
"""Makes a mistake; None where the card gives no opportunity."""

_TEXT = re.compile(
    r"(?P<head>[ -]*(?:q|a|statement|explain|hint): )(?P<text>[A-Z][^:#\[\]{}\"'|>]* [^:#\[\]{}\"'|>]+)"
)
_KEY = re.compile(r"  (?P<key>[a-z_]{4,}):(?= |$)")
_VALUE = re.compile(r"  [a-z_]+: [^|>]")
_FLOW = re.compile(r"  \w+: \[[^\"'#]*\]$")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _of_text(change: Callable[[str], str], meant: Callable[[str], str] | None = None, but: str = "") -> Spoil:
    """A plain text of one line becomes another; meant: what was meant, if not that; but: not of this key."""

    def spoil(lines: Lines) -> Spoilt | None:
        for number, line in enumerate(lines):
            match = _TEXT.fullmatch(line)
            if match and (not but or but not in match["head"]):
                text = match["text"]
                wrong = [*lines[:number], match["head"] + change(text), *lines[number + 1 :]]
                right = [
                    *lines[:number],
                    match["head"] + _quoted((meant or change)(text)),
                    *lines[number + 1 :],
                ]
                return Spoilt(wrong, right, number)
        return None

    return spoil


def _of_line(pattern: re.Pattern[str], change: Callable[[str], str]) -> Spoil:
    """The first line behind the first that matches becomes another; the card is meant as it was."""

    def spoil(lines: Lines) -> Spoilt | None:
        for number, line in enumerate(lines[1:], 1):
            if pattern.match(line):
                return Spoilt([*lines[:number], change(line), *lines[number + 1 :]], lines, number)
        return None

    return spoil


def _added(wrong: str, right: str = "") -> Spoil:
    """A further line at the end of the card."""
    key = wrong.partition(":")[0].strip() + ":"

    def spoil(lines: Lines) -> Spoilt | None:
        if any(line.lstrip("- ").startswith(key) for line in lines):
            return None
        return Spoilt([*lines, wrong], [*lines, right] if right else lines, len(lines))

    return spoil


def _twice(lines: Lines) -> Spoilt | None:
    """A key of one line is there once more."""
    for line in lines[1:]:
        if re.fullmatch(r"  [a-z_]+: [^|>]+", line):
            return Spoilt([*lines, line], lines, len(lines))
    return None


def _unblocked(lines: Lines) -> Spoilt | None:
    """A cloze that begins with a hole stands behind its key."""
    if lines[0] != "- cloze: |" or not lines[1].lstrip().startswith("{{") or lines[2:3] > ["   "]:
        return None
    wrong = f"- cloze: {lines[1].strip()}"
    return Spoilt([wrong, *lines[2:]], lines, 0)


def _no_dash(lines: Lines) -> Spoilt:
    return Spoilt([lines[0].replace("- ", "  ", 1), *lines[1:]], lines, 0)


def _no_space(lines: Lines) -> Spoilt | None:
    for number, line in enumerate(lines):
        if re.match(r"[- ] (?:q|a|statement|is|date|number): [A-Za-z0-9]", line):
            return Spoilt([*lines[:number], line.replace(": ", ":", 1), *lines[number + 1 :]], lines, number)
    return None


def _kind(wrong: Callable[[str], str]) -> Callable[[str], Spoil]:
    return lambda kind: _added(f"  kind: {wrong(kind)}", f"  kind: {kind}")


def _swapped(word: str) -> str:
    """Two letters have changed places."""
    middle = len(word) // 2
    return word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]


MISTAKES: Mapping[str, Spoil] = {
    "a colon in the text": _of_text(lambda text: text.replace(" ", ": ", 1)),
    "a tab as indentation": _of_line(_KEY, lambda line: "\t" + line.lstrip()),
    "the same key twice": _twice,
    "a misspelt key": _of_line(_KEY, lambda line: _KEY.sub(lambda key: f"  {_swapped(key['key'])}:", line)),
    "no dash": _no_dash,
    "indented too far": _of_line(_KEY, lambda line: " " + line),
    "not indented enough": _of_line(_KEY, lambda line: line[1:]),
    "an open quote": _of_text(lambda text: f'"{text}', lambda text: text),
    "a quote in quotes": _of_text(
        lambda text: f"'{text[0]}'{text[1:]}'", lambda text: f"{text[0]}'{text[1:]}"
    ),
    "an open bracket": _of_line(_FLOW, lambda line: line[:-1]),
    "braces at the start": _of_text(lambda text: f"{{{{{text}}}}} is it"),
    "a cloze beside its key": _unblocked,
    "a space that is none": _of_line(_VALUE, lambda line: line.replace(": ", ":\u00a0", 1)),
    "a star at the start": _of_text(lambda text: f"*{text}*"),
    "a percent sign at the start": _of_text(lambda text: f"%{text}"),
    "a backtick at the start": _of_text(lambda text: f"`{text}`"),
    "an exclamation mark at the start": _of_text(lambda text: f"!{text}"),
    "an ampersand at the start": _of_text(lambda text: f"&{text}"),
    "a bracket at the start": _of_text(lambda text: f"[sic] {text}"),
    "no space behind a key": _no_space,
    "a text cut by #": _of_text(lambda text: f"{text} #1"),
    "a list where a text belongs": _of_text(lambda text: f"[{text}]", but="hint"),
    "a wrong yes or no": _added("  suspended: flase", "  suspended: false"),
    "an empty key": _added("  note:"),
    "a date in words": _added("  as_of: 4 July 2025", "  as_of: 2025-07-04"),
}
OF_KINDS: Mapping[str, Callable[[str], Spoil]] = {"a misspelt kind": _kind(_swapped)}
"""Mistakes that need to know the kind of the card."""
