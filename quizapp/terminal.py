"""What commands write for people."""

import sys
from typing import TextIO


def write(text: str, stream: TextIO | None = None) -> None:
    """Print a line; what the terminal cannot show is escaped."""
    stream = stream or sys.stdout
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
