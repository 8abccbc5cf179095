"""Cards put aside until tomorrow, mere looks that leave nothing behind, and leeches as they are told."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from quizapp.core.kinds.base import DontKnow, Picked
from quizapp.store import cards
from quizapp.ui.navigation import CardHistory
from tests.store.made import tables
from tests.ui.learning import School
from tests.ui.reader import ALT, CTRL, Reader

pytestmark = pytest.mark.usefixtures("qapp", "english")

TWICE = """\
title: Both ways
cards:
- id: one
  q: uno
  a: one
  reverse: true
- id: two
  q: dos
  a: two
"""
TABLES = ("review", "event", "memory", "card_state", "day_total")


# Until tomorrow


def test_a_buried_card_is_back_tomorrow_and_undo_brings_it_back_now(at: Reader) -> None:
    at.press("b")
    assert (at.note, at.asked.total) == ("budapest", 2)
    at.press(Qt.Key.Key_B, modifier=ALT)
    assert at.note == "paris"
    assert at.school.events() == ["bury", "bury"]
    at.press("z", modifier=CTRL)
    assert (at.note, at.asked.total) == ("budapest", 2)
    at.press(Qt.Key.Key_Z, modifier=CTRL)
    assert (at.note, at.asked.total) == ("rome", 3)
    at.press("b")
    assert at.school.services.overview().new == 2
    at.school.clock.next_day()
    assert at.school.services.overview().new == 3


def test_siblings_are_buried_together(tmp_path: Path) -> None:
    school = School(tmp_path, TWICE)
    school.services.set("siblings", False, None)
    seat = school.begin()
    assert seat.place == (1, 3)
    seat.sitting.bury(siblings=True)
    assert (seat.note, seat.place) == ("two", (1, 1))
    seat.sitting.undo()
    assert (seat.note, seat.place) == ("one", (1, 3))
    seat.sitting.bury(siblings=False)
    assert seat.place == (1, 2)
    school.close()


def test_n_puts_the_siblings_aside_too(at: Reader, heard: list[str]) -> None:
    at.press("n")
    assert at.note == "budapest"
    assert at.school.events() == ["bury"]
    assert "Card and its siblings put aside until tomorrow. Ctrl Z takes it back" in heard


# A mere look


def test_a_look_at_cards_leaves_nothing_behind(school: School) -> None:
    before = tables(school.db, *TABLES)
    seat = school.begin(cards=tuple(school.key(note) for note in ("rome", "budapest", "paris")), look=True)
    seat.give(DontKnow())
    assert seat.judged is None
    seat.sitting.undo()
    assert (seat.note, seat.place) == ("rome", (1, 3))
    seat.to_the_end()
    assert tables(school.db, *TABLES) == before
    assert school.db.con.execute("SELECT count(*) FROM session").fetchone() == (0,)
    assert school.traced == []
    assert seat.sitting.session.answers


# Leeches


def make_hard(school: School, lapses: int = 7) -> None:
    """The card of Rome, passed once, was forgotten often."""
    school.begin().give()
    key = school.key("rome")
    school.db.con.execute("UPDATE memory SET lapses = ?, due_day = ? WHERE card_key = ?", (lapses, 0, key))


@pytest.fixture
def hard(qtbot, school: School):
    make_hard(school)
    reader = Reader(qtbot, school)
    reader.sit_down(cards=(school.key("rome"), school.key("budapest")))
    yield reader
    reader.close()


def test_the_verdict_says_so_before_and_the_head_after(hard: Reader, heard: list[str]) -> None:
    hard.press("0")
    panel = hard.study.column.panel
    assert hard.judged.leech == 8
    link = next(link for link in panel.links if link.words == "Its history")
    assert "Forgotten 8 times" in link.accessibleDescription()
    hard.press(Qt.Key.Key_1)
    assert hard.note == "budapest"
    assert "Often forgotten, now flagged: Which river runs through Rome?" in heard
    assert cards.is_flagged(hard.school.db, hard.school.key("rome"))
    hard.press("z", modifier=CTRL)
    assert not cards.is_flagged(hard.school.db, hard.school.key("rome"))
    assert hard.school.remembered("rome").lapses == 0, "folded anew from the log"


def test_its_link_leads_to_the_history(hard: Reader) -> None:
    hard.press("0")
    desk = hard.window._desk
    routes: list[object] = []
    desk.go.disconnect(hard.window.go)
    desk.go.connect(routes.append)
    link = next(link for link in hard.study.column.panel.links if link.words == "Its history")
    link.click()
    assert routes == [CardHistory(card=hard.school.key("rome"))]


def test_a_leech_that_is_put_aside_does_not_come_back_in_the_sitting(school: School) -> None:
    make_hard(school)
    school.services.set("leech_action", "suspend", None)
    told = []
    seat = school.begin(cards=(school.key("rome"), school.key("paris")))
    seat.sitting.leech_marked.connect(told.append)
    seat.give(Picked("Po"), rating=1)
    assert [asked.item.card_key for asked in told] == [school.key("rome")]
    assert (seat.note, seat.place) == ("paris", (1, 1))
    seat.sitting.undo()
    assert (seat.note, seat.place) == ("rome", (1, 2))
    assert cards.suspended(school.db, [school.key("rome")]) == frozenset()


def test_the_summary_counts_them(school: School) -> None:
    make_hard(school)
    seat = school.begin(cards=(school.key("rome"), school.key("paris")))
    seat.give(Picked("Po"), rating=1)
    seat.to_the_end()
    assert school.sittings.summary(seat.sitting.session).leeches == 1


def test_no_word_of_leeches_outside_the_schedule(school: School) -> None:
    make_hard(school)
    seat = school.begin(cards=(school.key("rome"),), mode="cram")
    assert seat.answer(Picked("Po")).leech == 0
    seat.sitting.rate(1)
    assert school.events() == []
