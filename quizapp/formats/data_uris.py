"""Pictures that stand within a text, as `data:` addresses."""

import base64
import re
from collections.abc import Callable
from hashlib import blake2b
from typing import Final

from quizapp.core.problems import QuizError

_INLINE: Final = re.compile(
    r"data:image/(png|jpe?g|gif|webp|svg\+xml);base64,([A-Za-z0-9+/=\s]+)", re.IGNORECASE
)
_SUFFIXES: Final = {"svg+xml": "svg", "jpeg": "jpg"}
_NAME_BYTES: Final = 5


def has_inline(text: str) -> bool:
    """Whether it is worth looking for them."""
    return "data:image/" in text


def replaced(text: str, keep: Callable[[str, Callable[[], bytes]], None]) -> str:
    """The text with a file name in the place of each. keep: takes the name and what reads the picture."""

    def put(match: re.Match[str]) -> str:
        suffix = _SUFFIXES.get(match[1].lower(), match[1].lower())
        content = match[2]
        digest = blake2b(content.encode(), digest_size=_NAME_BYTES).hexdigest()
        name = f"picture-{digest}.{suffix}"
        keep(name, lambda: decoded(content, name))
        return name

    return _INLINE.sub(put, text)


def decoded(content: str, name: str) -> bytes:
    """Bytes that were written in base64. QuizError if they were not."""
    try:
        return base64.b64decode("".join(content.split()), validate=True)
    except ValueError as error:  # binascii.Error is one, and what is not ASCII
        raise QuizError("archive_broken", file=name, reason=str(error)) from error
