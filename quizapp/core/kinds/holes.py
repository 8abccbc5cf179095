r"""The holes of a cloze text: `{{hidden}}`, `{{hidden :: hint}}`, `{{c1::hidden}}`.

Braces are counted, so `{{c1::e^{x}}}` works; one behind a backslash does not count, but in code it does. The
last ` :: ` starts the hint; `\{{` is literal. Code and maths have no holes unless written `{{cN::`.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

import regex

_START = regex.compile(r"\{\{(?:c(\d{1,4})::)?")
_VERBATIM = regex.compile(
    r"""
      (?P<code>
        ^[ ]{0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n(?s:.*?)(?:^[ ]{0,3}(?P=fence)[`~]*[ ]*$|\Z)   # fenced code
      | (?<!`)(?P<ticks>`+)(?!`)(?s:.+?)(?<!`)(?P=ticks)(?!`)
      )
    | (?<!\\)\$\$(?!\s*\$)(?:(?!\n\s*\n)[^$\\]|\\.)+\$\$                                      # maths, as in
    | (?<!\\)\$(?=[^\s$])(?:(?!\n\s*\n)[^$\\]|\\.)*?(?:[^\s$\\]|\\.)\$(?!\d)                  # Pandoc
    """,
    regex.VERBOSE | regex.MULTILINE,
)
_TAKES_NEXT = regex.compile(r"(?:[\^_}\]]|\\(?!(?:left|right|[bB]igg?[lrm]?)\b)[A-Za-z]+|\\\\)\s*\Z")
r"""Ends maths that takes the next sign alone, or brackets, for its own: `x^` before 10, `\sqrt` before 16."""
_NO_WORD = regex.compile(r"[\\{}$&%#_^~<>]+")
"""What a hint in maths had better not say: it means something to TeX or to what draws it."""

Place = Literal["", "code", "maths"]
"""Where a hole stands; in code and maths, Markdown means nothing."""


class Hole(NamedTuple):
    """A hidden stretch of the text."""

    start: int
    end: int
    part: str
    """The card it belongs to: "c1", or the hidden text with its ordinal; stable under edits elsewhere."""
    hidden: str
    """As it stands in the text."""
    hint: str
    place: Place

    @property
    def markdown(self) -> str:
        """What is hidden, as a text of its own."""
        return _ALONE[self.place](self.hidden)

    @property
    def blank(self) -> str:
        """What stands in the text while it is asked."""
        return _BLANKS[self.place](self.hint)

    @property
    def filled(self) -> str:
        """What stands in the text when it is shown: bold where that can be."""
        plain = self.place or "*" in self.hidden or "\n" in self.hidden
        return self.hidden if plain else f"**{self.hidden}**"


class Flaw(NamedTuple):
    """A mistake in the text: a code of MESSAGES and the text concerned."""

    code: str
    text: str


class Parsed(NamedTuple):
    """A cloze text taken apart."""

    holes: tuple[Hole, ...]
    flaws: tuple[Flaw, ...]

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(hole.part for hole in self.holes))


class _Stretch(NamedTuple):
    """A pair of braces."""

    start: int
    end: int
    """-1 if it is never closed."""
    number: str
    inner: str
    place: Place
    whole: bool
    """False if it leaves the code or maths in which it begins."""


@lru_cache(maxsize=2048)
def holes(text: str) -> Parsed:
    """The holes of a text, in order, and what is wrong with it."""
    found: list[Hole] = []
    flaws: list[Flaw] = []
    ordinals: Counter[str] = Counter()
    for stretch in _stretches(text):
        inner = stretch.inner
        hidden, _, hint = inner.rpartition(" :: ") if " :: " in inner else (inner, "", "")
        hidden, hint = hidden.strip(), hint.strip()
        if stretch.end < 0:
            flaws.append(Flaw("cloze_unclosed", text[stretch.start : stretch.start + 40]))
            break
        flaws += (Flaw(code, text[stretch.start : stretch.end]) for code in _faults(stretch, hidden))
        part = f"c{int(stretch.number)}" if stretch.number else _part(hidden, ordinals)
        found.append(Hole(stretch.start, stretch.end, part, hidden, hint, stretch.place))
    if not found and not flaws:
        flaws.append(Flaw("cloze_no_hole", text[:40]))
    return Parsed(tuple(found), tuple(flaws))


def _faults(stretch: _Stretch, hidden: str) -> Iterator[str]:
    """The codes of what is wrong with a hole."""
    if not hidden:
        yield "cloze_empty"
    if "{{" in stretch.inner and not stretch.place:
        yield "cloze_nested"
    if not stretch.whole:
        yield "cloze_crossing"


def _stretches(text: str) -> Iterator[_Stretch]:
    """Holes, and code or maths, whichever comes first; each ends before the next begins."""
    at = 0
    while at < len(text):
        verbatim = _VERBATIM.search(text, at)
        match = _next_hole(text, at, verbatim.start() if verbatim else len(text), "")
        if match is not None:
            at = match.end()
            found = [_stretch(text, match, "", len(text))]
        elif verbatim is not None:
            begin, at = verbatim.span()
            found = [*_numbered(text, begin, at, "code" if verbatim["code"] else "maths")]
        else:
            return
        yield from found
        at = max([at, *(stretch.end for stretch in found)])


def _numbered(text: str, at: int, last: int, place: Place) -> Iterator[_Stretch]:
    """The numbered holes of a stretch of code or maths."""
    while (match := _next_hole(text, at, last, place)) is not None:
        stretch = _stretch(text, match, place, last)
        yield stretch
        at = stretch.end if stretch.end > 0 else last


def _next_hole(text: str, at: int, last: int, place: Place) -> "regex.Match[str] | None":
    """The next pair of braces that are not meant literally; in code and maths, only a numbered one."""
    while match := _START.search(text, at, last):
        escaped = _backslashes(text, match.start()) % 2 == 1
        if not escaped and (match[1] or not place):
            return match
        at = match.start() + 1 if place else match.end()
    return None


def _stretch(text: str, match: "regex.Match[str]", place: Place, last: int) -> _Stretch:
    start, inside = match.span()
    end = _close(text, inside, escapes=place != "code")
    return _Stretch(start, end, match[1] or "", text[inside : end - 2], place, end <= last)


def _backslashes(text: str, end: int) -> int:
    return end - len(text[:end].rstrip("\\"))


def _close(text: str, at: int, *, escapes: bool) -> int:
    """Where the braces opened before `at` are closed; -1 if never. escapes: a backslash hides a brace."""
    depth, index = 2, at
    while index < len(text):
        if escapes and text[index] == "\\" and text[index + 1 : index + 2] in ("{", "}", "\\"):
            index += 1
        else:
            depth += {"{": 1, "}": -1}.get(text[index], 0)
        index += 1
        if depth == 0:
            return index
    return -1


def _part(hidden: str, ordinals: Counter[str]) -> str:
    key = " ".join(hidden.casefold().split())[:40]
    ordinals[key] += 1
    return f"{key}#{ordinals[key]}"


def fill(text: str, show: Callable[[Hole], str]) -> str:
    """The text with each hole replaced by what `show` makes of it, kept together in maths."""
    shown = ""
    at = 0
    for hole in holes(text).holes:
        shown += text[at : hole.start]
        words = show(hole)
        together = hole.place == "maths" and len(words) > 1 and _TAKES_NEXT.search(shown)
        shown += f"{{{words}}}" if together else words
        at = hole.end
    return shown + text[at:]


def _code(hidden: str) -> str:
    """Text as code, between more ticks than it has in a row; several lines in lines of their own."""
    most = max(map(len, regex.findall("`+", hidden)), default=0)
    if "\n" in hidden:
        fence = "`" * max(3, most + 1)
        return f"{fence}\n{hidden}\n{fence}"
    pad = " " if hidden[:1] == "`" or hidden[-1:] == "`" else ""
    ticks = "`" * (most + 1)
    return f"{ticks}{pad}{hidden}{pad}{ticks}"


def _blank_in_maths(hint: str) -> str:
    words = " ".join(_NO_WORD.sub(" ", hint).split())
    return rf"[\text{{{words}}}]" if words else "[…]"


_ALONE: Mapping[Place, Callable[[str], str]] = {"": str, "code": _code, "maths": lambda hidden: f"${hidden}$"}
_BLANKS: Mapping[Place, Callable[[str], str]] = {
    "": lambda hint: f"\\[{hint or '…'}\\]",  # the backslashes keep `[…](` and `[…]:` from becoming links
    "code": lambda hint: f"[{hint or '…'}]",
    "maths": _blank_in_maths,
}
