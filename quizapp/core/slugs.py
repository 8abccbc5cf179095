"""Words made into a name that every system, every program and every person can write."""

import re
import unicodedata

LONGEST = 40
_MORE = str.maketrans({"ß": "ss", "æ": "ae", "Æ": "Ae", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "œ": "oe"})


def slug(words: str) -> str:
    """ "Which river?" → "which-river"; empty where there is no letter of the Latin alphabet and no digit.

    At most 40 characters, cut between words where that can be.
    """
    plain = unicodedata.normalize("NFKD", words.translate(_MORE))
    bare = plain.encode("ascii", "ignore").decode().lower()
    found = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", bare)).strip("-")
    if len(found) > LONGEST:
        found = found[: LONGEST + 1].rpartition("-")[0] or found[:LONGEST]
    return found
