"""The page on formats, made of what each says of itself."""

from collections.abc import Iterator

from quizapp.formats import FORMATS, load
from quizapp.formats.base import Format

_HEAD = """\
# Formats

<!-- Made by `python -m quizapp schema --formats --out decks/FORMATS.md`. Do not edit it by hand. -->

Files of other programs are imported on the screen Import, by dropping them onto the window, or with
`quizapp import FILE`; the format is found out by what is in a file, `--format NAME` states it. Decks are
exported with `quizapp export DECK --format NAME -o FILE`. What a format cannot hold is told before anything
is written; what cannot be imported is named with its place.
"""
_GUESSED = """
## What is guessed

How a file is to be read can be changed before the import: on the screen, or with `--set KEY=VALUE`;
`quizapp import FILE --dry-run` tells the values.
"""


def reference() -> str:
    """The page, in Markdown."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    formats = tuple(map(load, FORMATS))
    yield _HEAD
    yield "| Format | Name | Files | Imported | Exported |"
    yield "|---|---|---|---|---|"
    yield from map(_row, formats)
    yield ""
    for one in formats:
        yield f"- **{one.label}**: {one.about}"
    yield _GUESSED
    yield "| Format | Key | What |"
    yield "|---|---|---|"
    for one in formats:
        for key, label in one.guesses.items():
            yield f"| {one.label} | `{key}` | {label} |"


def _row(one: Format) -> str:
    exported = "yes, with progress" if one.carries_progress else "yes" if one.writes else ""
    cells = (
        one.label,
        f"`{one.name}`",
        ", ".join(f"`{suffix}`" for suffix in one.suffixes),
        "yes" if one.reads else "",
        exported,
    )
    return f"| {' | '.join(cells)} |"
