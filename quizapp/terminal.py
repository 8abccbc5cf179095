"""What commands write, for people and for other programs."""

import codecs
import json
import sys
from typing import Any, TextIO


def write(text: str, stream: TextIO | None = None) -> None:
    """Print a line; what the terminal cannot show is escaped."""
    stream = stream or sys.stdout
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")


def write_json(value: Any, stream: TextIO | None = None, *, indent: int | None = 1) -> None:
    """Print a value as JSON; what the terminal cannot show is escaped as JSON does it."""
    stream = stream or sys.stdout
    plain = codecs.lookup(stream.encoding or "utf-8").name != "utf-8"
    write(json.dumps(value, ensure_ascii=plain, indent=indent), stream)
