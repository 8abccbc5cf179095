"""The history of a card by keyboard: from where it is reached, what it tells, and the way back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.kinds.base import DontKnow, Picked
from quizapp.core.reviews import Regrade
from quizapp.ui.models.decks import VALUE
from quizapp.ui.navigation import Browse, CardHistory
from quizapp.ui.screens.browse import BrowsePlace
from quizapp.ui.screens.card_history import CardHistoryPlace
from quizapp.ui.screens.editor import EditorPlace
from quizapp.ui.screens.history_words import Told
from tests.ui.learning import School
from tests.ui.reader import Reader

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


class Guest(Reader):
    """Somebody at the history of the card of Rome."""

    @property
    def place(self) -> CardHistoryPlace:
        place = self.window.shown
        assert isinstance(place, CardHistoryPlace), place
        return place

    def arrive(self, note: str = "rome") -> None:
        self.window.go(CardHistory(card=self.school.key(note)))
        QApplication.processEvents()

    @property
    def lines(self) -> list[Told]:
        model = self.place.model
        return [model.index(row, 0).data(VALUE) for row in range(model.rowCount())]

    @property
    def whats(self) -> list[str]:
        return [told.what for told in self.lines]

    def card_id(self, note: str = "rome") -> str:
        found = self.school.services.place(self.school.key(note))
        assert found is not None
        return found[0].card_id


@pytest.fixture
def guest(qtbot: QtBot, school: School) -> Iterator[Guest]:
    guest = Guest(qtbot, school)
    yield guest
    guest.close()


def study(school: School, *answers: object) -> None:
    """Answer the card of Rome, some days apart."""
    for answer in answers:
        school.begin(cards=(school.key("rome"),)).give(answer)  # type: ignore[arg-type]
        school.clock.next_day(3)


# From where


def test_browse_leads_there_by_a_key_and_esc_back(guest: Guest):
    guest.window.go(Browse())
    QApplication.processEvents()
    guest.press("h")
    assert guest.place._front.text() == "Which river runs through Rome?"
    guest.press(ESCAPE)
    assert isinstance(guest.window.shown, BrowsePlace)


def test_study_leads_there_once_the_answer_is_known(guest: Guest):
    guest.sit_down()
    guest.press("i")
    card = guest.asked
    assert guest.judged is None
    assert guest.study.isVisible()
    guest.press("0")
    guest.press("i")
    assert guest.place.kit.services.place(card.item.card_key) is not None
    guest.press(ESCAPE)
    assert guest.asked is card
    assert guest.judged is not None, "the verdict is still there"


def test_the_editor_opens_at_the_card_and_leads_back(guest: Guest):
    guest.arrive()
    guest.press("e")
    assert isinstance(guest.window.shown, EditorPlace)
    guest.activate()
    guest.press(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert isinstance(guest.window.shown, CardHistoryPlace)


# What it tells


def test_each_answer_with_its_verdict_and_what_came_of_it(guest: Guest):
    study(guest.school, None, Picked("Po"), DontKnow())
    guest.arrive()
    assert guest.whats == ["I don’t know", "Wrong: Po", "Right: Tiber"]
    assert guest.lines[0].end == "Again · 10 min"
    assert guest.lines[2].end.startswith("Good · ")
    assert "study · 3 s" in guest.lines[2].about
    assert "recall was " in guest.lines[1].about
    assert "recall was " not in guest.lines[2].about, "nothing was known before"
    assert guest.place._count.text() == "3 answers"


def test_the_time_of_day_is_that_where_the_learner_was(guest: Guest):
    guest.school.clock.utc_offset_min = 330
    study(guest.school, None)
    guest.school.clock.utc_offset_min = -300
    study(guest.school, None)
    guest.arrive()
    later, first = (told.about.split(" · ")[0] for told in guest.lines)
    assert first == "24 Nov 2025, 18:43"
    assert later == "27 Nov 2025, 08:13"


def test_what_was_taken_back_is_struck_through_with_its_time(guest: Guest):
    study(guest.school, None)
    guest.school.services.take_back(guest.school.logged()[0], None)
    guest.arrive()
    (told,) = guest.lines
    assert told.struck
    assert "taken back 27 Nov 2025, " in told.about
    assert told.end == "Good", "no interval: it moves nothing"
    assert guest.place._count.text() == "1 answer, 1 taken back"


def test_a_regraded_answer_counts_as_the_learner_said(guest: Guest):
    study(guest.school, Picked("Po"))
    services = guest.school.services
    services.regrade(guest.school.logged()[0].review_id, Regrade(outcome="correct", rating=3), None)
    guest.arrive()
    assert guest.whats == ["An answer judged anew: Good", "Right: Po"]
    assert guest.lines[1].why.startswith("You say that your answer is right")


def test_what_else_happened_stands_in_between(guest: Guest):
    services, card = guest.school.services, guest.card_id()
    study(guest.school, None)
    flag = services.mark("flag", card, None)
    services.mark("set_due", card, None, {"day": services.now().study_day + 1})
    study(guest.school, None)
    services.unmark([flag], None)
    services.mark("suspend", card, None)
    services.mark("reset", card, None)
    guest.arrive()
    assert guest.whats == [
        "Started again as new",
        "Put aside",
        "Right: Tiber",
        "Set due on 28 Nov 2025",
        "Flagged",
        "Right: Tiber",
    ]
    assert [told.struck for told in guest.lines] == [False, False, False, False, True, False]
    assert guest.place.memory._new.isVisible(), "nothing is known after a reset"


def test_a_row_is_heard_as_one_sentence(guest: Guest):
    study(guest.school, Picked("Po"))
    guest.arrive()
    heard = guest.place.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("Wrong: Po. Again · 10 min. 24 Nov 2025, ")


def test_a_card_that_was_never_studied(guest: Guest):
    guest.arrive("paris")
    assert guest.whats == []
    assert guest.place._count.text() == "No answer yet."
    assert guest.place.curve.little.isVisible()
    assert guest.focus is guest.place.back


def test_a_card_that_is_in_no_deck_any_more(guest: Guest):
    study(guest.school, None)
    card = guest.school.key("rome")
    guest.school.write("title: Rivers\ncards:\n- {id: nile, q: Which river?, a: Nile}\n")
    guest.window.go(CardHistory(card=card))
    assert guest.whats == ["Right: Tiber"]
    assert guest.place._deck.text() == "In no deck any more"
    assert not guest.place.edit.isEnabled()
    guest.press("e")
    assert isinstance(guest.window.shown, CardHistoryPlace)


def test_it_follows_what_happens_while_it_is_shown(guest: Guest):
    guest.arrive()
    study(guest.school, None)
    assert guest.whats == ["Right: Tiber"]


def test_the_focus_follows_the_newest_line_first(guest: Guest):
    study(guest.school, None, Picked("Po"), None)
    guest.arrive()
    assert guest.focus is guest.place.table
    assert guest.place.table.currentIndex().row() == 0
    guest.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert guest.place.table.currentIndex().row() == 2


def test_a_long_history_is_shown_in_portions(guest: Guest, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("quizapp.ui.screens.card_history._SHOWN", 2)
    study(guest.school, None, None, None, None)
    guest.arrive()
    assert len(guest.lines) == 2
    assert guest.place.more.words == "Show 2 more"
    guest.place.more.setFocus()
    guest.press(ENTER)
    assert len(guest.lines) == 4
    assert not guest.place.more.isVisible()
    assert guest.place.table.currentIndex().row() == 2, "at the first of the new lines"


# The curve


def test_the_curve_has_a_point_for_each_answer_that_counts(guest: Guest):
    study(guest.school, None, Picked("Po"), None)
    guest.school.services.take_back(guest.school.logged()[2], None)
    guest.arrive()
    chart = guest.place.curve.chart
    assert chart.mark_count() == 2
    assert chart.accessibleName() == "Likely recalled"
    assert chart.accessibleDescription().startswith(
        "2 answers from Monday, 24 November 2025; likely recalled now: "
    )
    chart.setFocus()
    guest.press(Qt.Key.Key_Left)
    assert chart.accessibleDescription().startswith("Monday, 24 November 2025: Good, stability ")


def test_the_curve_turns_into_a_table(guest: Guest):
    study(guest.school, None, Picked("Po"))
    guest.arrive()
    guest.place.curve.chart.setFocus()
    guest.press("t")
    table = guest.place.curve.figures
    assert table.isVisible()
    assert [[figure.words for figure in row][:3] for row in table.table.rows] == [
        ["27 Nov", table.table.rows[0][1].words, "Again"],
        ["24 Nov", "–", "Good"],
    ]
