"""Whether the cache of decks can be trusted: read at each start, so it loads none of what made the cache."""

from importlib.resources import files
from pkgutil import get_data
from typing import TYPE_CHECKING
from zlib import crc32

from quizapp import __version__

if TYPE_CHECKING:
    from quizapp.store.database import Database

TOKEN = "library"
"""Key of meta and of cache.about: which fingerprints the shelf goes with."""
LAYOUT = "layout"
"""Key of cache.about: how the blobs are laid out."""
FORGOTTEN = "forgotten"
"""Key of cache.about: the cache starts anew beside fingerprints that are in decks it does not know yet."""

_SAY_HOW = ("core/deck.py", "core/plan.py", "core/problems.py", "store/packing.py")
_KINDS = "core/kinds"
"""The sources that decide what is in a blob, within the package."""


def trust_or_drop(db: "Database") -> None:
    """A cache of other fingerprints (a restored backup, a crash between two files), or of another layout,
    starts anew."""
    rows = dict(db.con.execute("SELECT key, value FROM cache.about"))
    now = layout()
    if rows.get(TOKEN) == db.meta(TOKEN) and rows.get(LAYOUT) == now:
        return
    db.reset_cache()
    db.con.execute("INSERT INTO cache.about VALUES (?, ?)", (LAYOUT, now))
    token = db.meta(TOKEN)
    if token is not None:
        db.con.execute("INSERT INTO cache.about VALUES (?, ?), (?, '')", (TOKEN, token, FORGOTTEN))


def is_forgotten(db: "Database") -> bool:
    """True if notes may be in decks that the cache does not know yet."""
    return db.con.execute("SELECT 1 FROM cache.about WHERE key = ?", (FORGOTTEN,)).fetchone() is not None


def renew(db: "Database") -> None:
    """Shelf and fingerprints changed together: from now on they are known by another token."""
    token = db.new_id()
    db.set_meta(TOKEN, token)
    db.con.execute("INSERT OR REPLACE INTO cache.about VALUES (?, ?)", (TOKEN, token))
    db.con.execute("DELETE FROM cache.about WHERE key = ?", (FORGOTTEN,))


def layout() -> str:
    """Changes when blobs that were made before may no longer be read, or read otherwise."""
    sources = [__version__.encode()]
    kinds = (entry.name for entry in files("quizapp").joinpath(_KINDS).iterdir())
    for name in (*_SAY_HOW, *(f"{_KINDS}/{name}" for name in sorted(kinds) if name.endswith(".py"))):
        sources.append(get_data("quizapp", name) or b"")
    return f"{crc32(b''.join(sources)):08x}"
