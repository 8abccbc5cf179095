"""Lines of a source that the person mended while it is looked at; the file itself stays as it is."""

from collections.abc import Iterable, Mapping

from quizapp.formats.base import Source
from quizapp.formats.tables import SEPARATORS
from quizapp.formats.text_source import CODECS, text_of


def with_lines(source: Source, edits: Mapping[int, str], codec: str = "") -> Source:
    """The source with other lines. edits: number, from 1 -> line; codec: it is read in, "" if guessed.

    What the codec cannot hold turns the whole into UTF-8.
    """
    if not edits:
        return source
    text, used = _decoded(source, codec)
    lines = text.split("\n")
    for number, line in edits.items():
        if 0 < number <= len(lines):
            lines[number - 1] = line
    mended = "\n".join(lines)
    try:
        data = mended.encode(used)
    except UnicodeEncodeError:
        data = mended.encode()
    return source._replace(data=data)


def lines_at(source: Source, numbers: Iterable[int], codec: str = "") -> dict[int, str]:
    """These lines of a text, whole; numbers that it does not have are left out."""
    lines = _decoded(source, codec)[0].split("\n")
    return {number: lines[number - 1] for number in numbers if 0 < number <= len(lines)}


def other_separator(line: str, present: str) -> str:
    """The sign that splits a line which `present` does not split; "" if none does."""
    found = (sign for sign in SEPARATORS if sign != present and sign in line)
    return next((sign for sign in found if all(part.strip() for part in line.split(sign))), "")


def resplit(line: str, sign: str, separator: str) -> str:
    """A line that is split by `sign`, written as rows that are split by `separator`."""
    cells = [part.strip() for part in line.split(sign)]
    quoted = (f'"{cell.replace(chr(34), chr(34) * 2)}"' if separator in cell else cell for cell in cells)
    return separator.join(quoted)


def _decoded(source: Source, codec: str) -> tuple[str, str]:
    """Its text with "\\n" alone, and the codec."""
    text = text_of(source, {"encoding": codec} if codec in CODECS else {}, "")
    return text.text, text.encoding.value
