"""Help on the search language, made of the declarations that it is read by."""

from collections.abc import Iterator

from msgspec import Struct

from quizapp.core.query_keys import KEYS, Key


class Line(Struct, frozen=True):
    """Something that can be written, and what it finds."""

    example: str
    meaning: str
    """Marked for translation."""


SYNTAX: tuple[Line, ...] = (
    Line("norway oslo", "cards whose text holds both; accents and capitals do not matter"),
    Line('"the capital"', "these words side by side, or a sign that would mean something else"),
    Line("-norway", "all cards but these; also before a key or a bracket"),
    Line("norway or sweden", "cards that hold one or the other"),
    Line("(norway or sweden) is:due", "brackets keep together what belongs together"),
    Line('deck:"Mexico since 2006"', "a key with a value; in quotes if it has spaces"),
    Line("tag:north*", "* stands for any letters in a name"),
    Line("due:<14d", "less than a number; also >, <=, >=, a range 2..5, and d, w, m, y for times"),
)
"""What can be written beside the keys."""


def words_of(key: Key) -> tuple[Line, ...]:
    """The words that may stand behind a key, each written out; what it means where the word does not say."""
    return tuple(Line(f"{key.name}:{one.word}", one.meaning) for one in key.values.choices)


def reference() -> str:
    """The page on searching, in Markdown."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield _HEAD
    yield from _table("Written", [(f"`{line.example}`", line.meaning) for line in SYNTAX])
    yield "\n## Keys\n"
    rows = [(f"`{key.name}:`{_also(key)}", f"{key.meaning}: `{key.example}`") for key in KEYS]
    yield from _table("Key", rows)
    for key in KEYS:
        if key.values.choices:
            yield f"\n## Words behind `{key.name}:`\n"
            yield from _words(key)


def _words(key: Key) -> Iterator[str]:
    """A table, or a line where the words say it all."""
    lines = words_of(key)
    if any(line.meaning for line in lines):
        yield from _table("Word", [(f"`{line.example}`", line.meaning) for line in lines])
    else:
        yield ", ".join(f"`{line.example}`" for line in lines)


def _also(key: Key) -> str:
    return "".join(f", `{name}:`" for name in key.aliases)


def _table(head: str, rows: list[tuple[str, str]]) -> Iterator[str]:
    yield f"| {head} | Finds |"
    yield "|---|---|"
    for left, right in rows:
        yield f"| {_cell(left)} | {_cell(right)} |"


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


_HEAD = """\
# How to search

<!-- Made by `python -m quizapp schema --search --out decks/SEARCH.md`. Do not edit it by hand. -->

In Browse, all that is written side by side has to hold. What cannot be understood is underlined, with a
sentence that says why; the rest is searched for all the same.
"""
