"""The names that the collection has for a key of the search language, for completion."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.store.database import Database

_SQL = {
    "deck": "SELECT DISTINCT title FROM cache.deck WHERE studied ORDER BY title COLLATE NOCASE",
    "tag": "SELECT name FROM cache.name WHERE what = 'tag' GROUP BY folded ORDER BY count(*) DESC, folded",
    "source": "SELECT name FROM cache.name WHERE what = 'source' GROUP BY folded ORDER BY count(*) DESC",
    "by": "SELECT name FROM cache.name WHERE what = 'by' GROUP BY folded ORDER BY count(*) DESC, folded",
}
MOST = 1000


def names(db: "Database", key: str) -> tuple[str, ...]:
    """Decks, tags, sources or people; () for a key whose values are no names."""
    if key not in _SQL:
        return ()
    return tuple(name for (name,) in db.con.execute(f"{_SQL[key]} LIMIT {MOST}"))
