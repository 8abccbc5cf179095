"""Sources that are text: decoded, with the encoding as a choice."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from quizapp.core.problems import Problem, QuizError, Where
from quizapp.formats.base import Choice, Option, Source
from quizapp.formats.codec_guess import guess_codec
from quizapp.formats.deck_text import shorten
from quizapp.formats.encoding import decode
from quizapp.formats.escaping import escape
from quizapp.formats.from_html import from_html
from quizapp.formats.limits import MB, TEXT_MB

CODECS: Final[Mapping[str, str]] = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "cp1252": "Windows, Western Europe",
    "cp1250": "Windows, Central Europe",
    "cp1251": "Windows, Cyrillic",
    "shift_jis": "Shift JIS",
    "gb18030": "GB 18030",
    "euc_kr": "EUC-KR",
}
"""Codec -> how it is called."""
_FOUND: Final = frozenset({"utf-8", "utf-16", "cp1252"})
"""Codecs in which `encoding.decode` reads what looks like them."""
MARKUPS: Final[Mapping[str, str]] = {"plain": "plain text", "html": "HTML", "markdown": "Markdown"}
_HTML: Final = re.compile(
    r"<(?:/?(?:b|i|u|div|span|p|ul|ol|li|em|strong|sub|sup|font|img|table|code|pre|a)\b[^<>]*|br ?/?)>"
    r"|&(?:nbsp|lt|gt|amp|quot|#\d+);",
    re.IGNORECASE,
)
_SEEN: Final = 200_000
"""Characters that a guess looks at."""


class Text(NamedTuple):
    """A source as text."""

    text: str
    """Line ends are "\\n" alone."""
    encoding: Choice
    problems: tuple[Problem, ...]


def text_of(source: Source, choices: Mapping[str, str], format_label: str) -> Text:
    """Decode a source. QuizError if it is too big or no text."""
    if len(source.data) > TEXT_MB * MB:
        args = {"file": source.name, "size": str(len(source.data) // MB), "limit": str(TEXT_MB)}
        raise QuizError("import_too_big", format=format_label, **args)
    decoded = decode(source.data)
    if decoded.looks == "binary" and "encoding" not in choices:
        raise QuizError("import_not", file=source.name, format=format_label, reason="it is no text")
    guessed = "utf-8" if not decoded.looks else "utf-16" if decoded.looks.startswith("UTF-") else ""
    guessed = guessed or guess_codec(source.data[:_SEEN])
    codec = choices.get("encoding", guessed)
    codec = codec if codec in CODECS else guessed
    text = (
        decoded.meant
        if codec == guessed in ("utf-8", "utf-16", "cp1252")
        else source.data.decode(codec, "replace")
    )
    problems: tuple[Problem, ...] = ()
    if codec != "utf-8" and "encoding" not in choices:
        problem = Problem(code="import_encoding", where=Where(source.name), args={"encoding": CODECS[codec]})
        problems = (problem,)
    options = tuple(Option(name, label) for name, label in CODECS.items())
    choice = Choice(key="encoding", label="Encoding", value=codec, options=options)
    return Text(plain_lines(text.removeprefix("\ufeff")), choice, problems)


def plain_lines(text: str) -> str:
    """With "\\n" for every line end, and without characters that are none."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def looks_like_html(text: str) -> bool:
    """Whether a text holds tags or entities that people write."""
    return _HTML.search(text, 0, _SEEN) is not None


def markup_choice(guess: str, choices: Mapping[str, str]) -> Choice:
    """How texts are written."""
    chosen = choices.get("text", guess)
    options = tuple(Option(name, label) for name, label in MARKUPS.items())
    return Choice(
        key="text", label="Texts are", value=chosen if chosen in MARKUPS else guess, options=options
    )


def markdown_of(text: str, markup: str) -> str:
    """A text of a source as our Markdown. markup: one of MARKUPS."""
    if markup == "html":
        return from_html(text).markdown
    if markup == "markdown":
        return text.strip()
    return "\\\n".join(escape(" ".join(line.split())) for line in text.strip().split("\n"))


def problem_at(source: str, line: int, code: str, raw: str = "", **args: str) -> Problem:
    """A problem at a line, question or note of a source."""
    return Problem(code=code, where=Where(source, line), args=args, card=shorten(raw))
