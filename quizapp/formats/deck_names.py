"""What the file of a new deck is called."""

import re
import unicodedata
from collections.abc import Collection

_LONGEST = 60


def file_name(title: str, taken: Collection[str] = ()) -> str:
    """The deck's title in plain letters; numbered if that is taken, whatever the case of its letters."""
    plain = unicodedata.normalize("NFKD", title.casefold())
    words = re.findall(r"[^\W_]+", "".join(sign for sign in plain if not unicodedata.combining(sign)))
    stem = unicodedata.normalize("NFC", "-".join(words)[:_LONGEST].strip("-")) or "deck"
    names = (f"{stem}{f'-{number}' if number > 1 else ''}.yaml" for number in range(1, len(taken) + 2))
    lower = {name.casefold() for name in taken}
    return next(name for name in names if name not in lower)
