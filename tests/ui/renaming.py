"""A learner whose cards were renamed, for the tests of the screens that ask about it."""

from PySide6.QtWidgets import QLabel

from quizapp.core.identity import normal
from quizapp.store import log, memory
from quizapp.ui.screens.missing import MissingPlace
from quizapp.ui.screens.missing_parts import OrphanPanel
from quizapp.ui.widgets.button import Button
from tests.store.made import DAY_MS, review
from tests.store.shelves import card
from tests.ui.learning import School
from tests.ui.reader import Reader

OLD = (
    ("Who declared war on the cartels in 2006?", "Felipe Calderón"),
    ("What does taking out a leader tend to set off?", "More violence among rivals"),
    ("In which month were two groups listed?", "May"),
    ("Which drug changed the debate?", "Fentanyl"),
)
NEW = (
    ("Which president declared war on them?", "Felipe Calderón"),
    ("What often follows when a leader is caught?", "More violence among rivals"),
    ("In which year and month were two groups listed?", "2025-05"),
    ("Which opioid brought the border back?", "Fentanyl"),
)
SCORES = (0.93, 0.86, 0.81, 0.67)
REVIEWS = (3, 2, 1, 4)


def write(school: School, *texts: tuple[str, str]) -> None:
    school.world.write("cartels.yaml", [card(*text) for text in texts], title="Cartels")
    school.world.refresh()


def card_id(school: School, front: str) -> str:
    sql = "SELECT card_id FROM card WHERE card_key = ?"
    (id_,) = school.db.con.execute(sql, (school.world.key(front),)).fetchone()
    return str(id_)


def rename(school: School) -> None:
    """Four cards that were studied have other texts now; the app is not sure of any of them."""
    write(school, *OLD)
    for (front, _), count in zip(OLD, REVIEWS, strict=True):
        for _ in range(count):
            school.clock.at_ms += DAY_MS
            log.append_review(school.db, review(school.db, card_id(school, front)))
    # Side by side first, so that the ladder links none of them.
    write(school, *OLD, *NEW)
    write(school, *NEW)
    keys = {front: key for key, front in school.db.con.execute("SELECT note_key, front FROM fingerprint")}
    for (old, _), (new, _), score in zip(OLD, NEW, SCORES, strict=True):
        row = (keys[normal(new)], keys[normal(old)], score)
        school.db.con.execute("INSERT INTO guess VALUES (?, ?, ?)", row)


# --- the screen of missing cards


def place(reader: Reader) -> MissingPlace:
    shown = reader.window.shown
    assert isinstance(shown, MissingPlace)
    return shown


def fronts(reader: Reader) -> list[str]:
    return [panel.orphan.wording.front for panel in place(reader).panels]


def current(reader: Reader) -> OrphanPanel:
    return next(panel for panel in place(reader).panels if panel.isAncestorOf(reader.focus))


def button(reader: Reader, words: str) -> Button:
    return next(one for one in place(reader).findChildren(Button) if one.words == words and one.isVisible())


def remembered(school: School, id_: str) -> int:
    (key,) = school.db.con.execute("SELECT card_key FROM card WHERE card_id = ?", (id_,)).fetchone()
    found = memory.get(school.db, key)
    return found.reps if found else 0


def told(panel: OrphanPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel)]
