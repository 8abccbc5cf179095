"""Setting up a quiz or an exam: ready as it opens, by keyboard, and every number follows what is chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from quizapp.core.plan import Plan
from quizapp.store import exams
from quizapp.ui.navigation import Quiz
from quizapp.ui.screens.exam import ExamPlace
from quizapp.ui.screens.exam_setup import QuizPlace
from quizapp.ui.setup import reckoner
from quizapp.ui.widgets.label import Label
from tests.ui.reader import CTRL, Reader

ENTER = Qt.Key.Key_Return


def deck(title: str, count: int, more: str = "") -> str:
    one = "- id: {id}{at}\n  q: Which is number {at} of {title}?\n  a: {title} {at}\n"
    cards = "".join(one.format(id=title.lower(), at=at, title=title) for at in range(count))
    return f"title: {title}\nlanguage: en\ncards:\n{cards}{more}"


@pytest.fixture
def place(reader: Reader) -> QuizPlace:
    """The set-up over three decks: 3, 20 and 10 cards."""
    reader.school.write(deck("Peaks", 20), "peaks.yaml")
    reader.school.write(deck("Lakes", 10), "lakes.yaml")
    return opened(reader)


def opened(reader: Reader, route: Quiz = Quiz()) -> QuizPlace:  # noqa: B008 - a frozen value
    reader.window.go(route)
    QApplication.processEvents()
    place = reader.window.shown
    assert isinstance(place, QuizPlace)
    return place


def numbers(place: QuizPlace) -> dict[str, int]:
    """What is heard of the rows that are shown -> their numbers."""
    rows = [row for row in place.questions.rows if row.isVisible()]
    return {row.number.accessibleName().removeprefix("Questions of "): row.number.value() for row in rows}


def begun(reader: Reader) -> Plan:
    """The plan of the exam that is being taken."""
    taking = reader.window.shown
    assert isinstance(taking, ExamPlace)
    return taking.examiner.attempt.plan


def test_two_keys_lead_into_an_exam(reader: Reader, place: QuizPlace):
    reader.window.go_home()
    reader.press("3", modifier=CTRL)
    assert place.summary.start.hasFocus()
    assert place.summary.words == (
        "30 questions. About 25 minutes, 30 marks at most. "
        "Feedback comes at the end; nothing changes your review dates."
    )
    reader.press(ENTER)
    assert begun(reader) == Plan()
    (session_id,) = exams.unfinished(reader.school.db)
    attempt = exams.load(reader.school.db, session_id)
    assert attempt is not None
    assert (attempt.title, len(attempt.questions)) == ("All cards", 30)


def test_home_offers_a_quiz(reader: Reader):
    reader.press(Qt.Key.Key_Tab)
    reader.press(ENTER)
    assert isinstance(reader.window.shown, QuizPlace)


def test_counts_of_the_decks_sum_to_the_total(reader: Reader, place: QuizPlace):
    assert numbers(place) == {"Lakes": 9, "Peaks": 18, "Rivers": 3}
    place.questions.count.setFocus()
    place.questions.count.selectAll()
    reader.type("11")
    assert sum(numbers(place).values()) == 11
    assert numbers(place) == {"Lakes": 3, "Peaks": 7, "Rivers": 1}


def test_changing_a_count_goes_over_to_by_hand_and_the_total_follows(reader: Reader, place: QuizPlace):
    assert place.questions.way.at == 0
    place.questions.rows[0].number.setFocus()
    reader.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert place.questions.way.at == 1
    assert numbers(place) == {"Lakes": 7, "Peaks": 18, "Rivers": 3}
    assert place.questions.count.value() == 28
    place.questions.count.setFocus()
    place.questions.count.selectAll()
    reader.type("14")
    assert numbers(place) == {"Lakes": 4, "Peaks": 9, "Rivers": 1}
    place.questions.way.focus_choice()
    reader.press(Qt.Key.Key_Left)
    assert place.questions.way.at == 0
    assert sum(numbers(place).values()) == 14


def test_what_was_chosen_is_what_is_taken(reader: Reader, place: QuizPlace):
    place.marking.rows["plain"].setFocus()
    reader.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert place.conditions.sure.isChecked()
    assert not place.conditions.sure.isEnabled()
    assert "90 marks at most" in place.summary.words
    for switch in (place.conditions.limit, *place.conditions.switches.values()):
        switch.setFocus()
        reader.press(Qt.Key.Key_Space)
    assert place.summary.words.startswith("0 questions. Every card that was found is left out.")
    assert place.left_out.words == (
        "33 cards not met yet are left out. You want only cards that you have studied."
    )
    place.conditions.switches["met_only"].setFocus()
    reader.press(Qt.Key.Key_Space)
    place.conditions.minutes.setFocus()
    place.conditions.minutes.selectAll()
    reader.type("12")
    place.conditions.feedback.focus_choice()
    reader.press(Qt.Key.Key_Right)
    place.conditions.tries.setFocus()
    reader.press(Qt.Key.Key_Up)
    reader.press(ENTER, modifier=CTRL)
    assert begun(reader) == Plan(
        marking="certainty", minutes=12, shuffle=False, skip=False, feedback="each", tries=2
    )


def test_a_search_by_name_or_as_it_is_typed(reader: Reader, place: QuizPlace, qtbot: object):
    place.cards.source.setFocus()
    reader.press(Qt.Key.Key_Down)
    assert place.summary.words == "0 questions. No card fits this search."
    assert not place.summary.start.isEnabled()
    place.cards.source.choose(len(place.cards._sources))
    assert place.cards.query.hasFocus()
    place.cards.query.selectAll()
    reader.type("deck:Lakes colour:red")
    reader.press(ENTER)
    assert numbers(place) == {"Lakes": 10}
    words = [one.text() for one in place.cards.findChildren(Label) if one.isVisible()]
    assert any("colour" in each for each in words)
    place.cards.query.selectAll()
    reader.type("deck:Lakes")
    reader.press(ENTER)
    assert numbers(place) == {"Lakes": 10}
    reader.press(ENTER, modifier=CTRL)
    assert begun(reader).query == "deck:Lakes"


def test_the_same_code_gives_the_same_paper(reader: Reader, place: QuizPlace):
    def paper() -> tuple[str, ...]:
        reader.press(ENTER, modifier=CTRL)
        taking = reader.window.shown
        assert isinstance(taking, ExamPlace)
        return tuple(posed.card_id for posed in taking.examiner.attempt.questions)

    place.conditions.draw.field.setFocus()
    place.conditions.draw.field.selectAll()
    reader.type(" Kite-8402 ")
    first = paper()
    place = opened(reader)
    assert place.conditions.draw.field.text() == "kite-8402"
    assert paper() == first
    place = opened(reader)
    place.conditions.draw.copy.click()
    assert QApplication.clipboard().text() == "kite-8402"
    place.conditions.draw.redraw.click()
    assert place.conditions.draw.field.text() != "kite-8402"
    assert paper() != first


def test_what_is_left_out_is_said_with_its_reason(reader: Reader):
    more = (
        "- q: What would you do?\n  check: [Ask, Look]\n"
        "- q: Who rules?\n  a: Nobody\n  valid_until: 2020-01-01\n"
    )
    reader.school.write(deck("Peaks", 2, more), "peaks.yaml")
    place = opened(reader)
    assert place.left_out.isVisible()
    assert place.left_out.words == (
        "2 cards are left out. 1 open question is left out: They are marked by yourself, so they never count "
        "in an exam.\n1 card out of date is left out: The day until which they were valid is over."
    )


def test_without_a_deck_there_is_nothing_to_start(reader: Reader):
    reader.school.world.remove("rivers.yaml")
    reader.school.world.refresh()
    place = opened(reader)
    assert place.summary.words == "0 questions. There are no cards yet. Add a deck first."
    assert not place.summary.start.isEnabled()
    reader.press(ENTER, modifier=CTRL)
    assert reader.window.shown is place


def test_many_cards_are_looked_up_in_the_background(
    reader: Reader, place: QuizPlace, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(reckoner, "MANY", 10)
    place.questions.count.setFocus()
    reader.press(Qt.Key.Key_Down)
    assert not place.summary.start.isEnabled()
    reader.qtbot.waitUntil(place.summary.start.isEnabled)
    assert sum(numbers(place).values()) == 29
    reader.press(ENTER, modifier=CTRL)
    assert "Making the paper" in place.summary.words
    reader.qtbot.waitUntil(lambda: reader.window.shown is not place)
    assert begun(reader) == Plan(count=29)


def test_kinds_and_tags(reader: Reader):
    reader.school.write(
        "title: Peaks\nlanguage: en\ncards:\n"
        "- q: Highest?\n  a: Everest\n  tags: [asia]\n"
        "- q: Second?\n  a: K2\n  tags: [asia]\n"
        "- q: In the Alps?\n  a: Mont Blanc\n  tags: [europe]\n",
        "peaks.yaml",
    )
    place = opened(reader)
    place.cards.by.focus_choice()
    reader.press(Qt.Key.Key_Right)
    assert numbers(place) == {"asia": 2, "europe": 1, "Without a tag": 3}
    place.cards.kinds.choose(1)
    for name, chip in place.cards.chips.items():
        if name != "basic":
            chip.setFocus()
            reader.press(Qt.Key.Key_Space)
    assert numbers(place) == {"asia": 2, "europe": 1, "Without a tag": 1}


def menu(reader: Reader) -> QMenu:
    """The menu that is open."""
    (found,) = [one for one in reader.window.findChildren(QMenu) if one.isVisible() and one.actions()]
    return found


def act(reader: Reader, words: str) -> None:
    """Take an entry of the open menu, or of one that hangs on it."""
    shown = menu(reader)
    actions = [*shown.actions(), *(one for sub in shown.findChildren(QMenu) for one in sub.actions())]
    next(one for one in actions if one.text().startswith(words)).trigger()
    shown.close()
    QApplication.processEvents()
    reader.activate()


def test_the_last_plan_is_remembered_without_its_draw(reader: Reader, place: QuizPlace):
    place.questions.count.setFocus()
    place.questions.count.selectAll()
    reader.type("12")
    reader.press(ENTER, modifier=CTRL)
    reader.restart()
    assert opened(reader).questions.count.value() == 12
    assert reader.school.services.settings.exam_plan == Plan(count=12)


def test_what_is_unfinished_is_offered_first(reader: Reader, place: QuizPlace):
    reader.press(ENTER)
    reader.press(Qt.Key.Key_Escape)
    place = opened(reader)
    assert place.unfinished.words == "Go on with “All cards”. 0 of 30 questions answered"
    assert place.unfinished.go_on.hasFocus()
    reader.press(ENTER)
    assert isinstance(reader.window.shown, ExamPlace)
    reader.press(Qt.Key.Key_Escape)
    place = opened(reader)
    place.unfinished.give_up.setFocus()
    reader.press(ENTER)
    assert place.unfinished.isVisible()
    reader.press(ENTER)
    assert not place.unfinished.isVisible()
    assert place.summary.start.hasFocus()
    assert exams.unfinished(reader.school.db) == ()


def test_presets_are_saved_renamed_deleted_and_come_back(reader: Reader, place: QuizPlace):
    place.marking.rows["formula"].setFocus()
    reader.press(Qt.Key.Key_Space)
    place.head.presets.click()
    act(reader, "Save as")
    reader.type("Midterm")
    reader.press(ENTER)
    midterm = Plan(title="Midterm", marking="formula")
    assert reader.school.services.settings.exam_presets == (midterm,)
    assert place.presets.told.words == "Preset “Midterm” saved"
    place.head.presets.click()
    act(reader, "As at first")
    assert place.marking.rows["plain"].isChecked()
    place.head.presets.click()
    act(reader, "Midterm")
    assert place.marking.rows["formula"].isChecked()
    place.head.presets.click()
    act(reader, "Rename")
    reader.type("Final")
    reader.press(ENTER)
    assert [one.title for one in reader.school.services.settings.exam_presets] == ["Final"]
    place.head.presets.click()
    act(reader, "Delete")
    assert reader.school.services.settings.exam_presets == ()
    reader.press("z", modifier=CTRL)
    assert [one.title for one in reader.school.services.settings.exam_presets] == ["Final"]


def test_a_preset_is_stored_in_a_deck_and_read_from_it(reader: Reader, place: QuizPlace):
    place.head.presets.click()
    act(reader, "Save as")
    reader.type("Midterm")
    reader.press(ENTER)
    place.head.presets.click()
    act(reader, "Peaks")
    path = reader.school.world.folder / "peaks.yaml"
    assert "exams:\n- title: Midterm\n" in path.read_text(encoding="utf-8")
    reader.school.world.touch(path)
    reader.school.world.refresh()
    place.head.presets.click()
    act(reader, "Midterm (from “Peaks”)")
    assert place.summary.start.hasFocus()
    reader.press(ENTER)
    assert begun(reader) == Plan(title="Midterm")
    place.undo()
    assert "exams" not in path.read_text(encoding="utf-8")


def test_an_earlier_exam_is_taken_again(reader: Reader, place: QuizPlace):
    place.head.earlier.click()
    assert [one.isEnabled() for one in menu(reader).actions() if one.text()] == [False, True]
    menu(reader).close()
    code = place.conditions.draw.field.text()
    reader.press(ENTER)
    taking = reader.window.shown
    assert isinstance(taking, ExamPlace)
    taking.examiner.hand_in()
    place = opened(reader)
    assert place.conditions.draw.field.text() != code
    place.head.earlier.click()
    act(reader, "The same questions")
    assert place.conditions.draw.field.text() == code
    place.head.earlier.click()
    act(reader, "All earlier")
    assert reader.window.shown is not place


def test_all_that_takes_the_focus_has_a_name_and_can_be_reached(reader: Reader, place: QuizPlace):
    place.cards.source.choose(len(place.cards._sources))
    place.cards.kinds.choose(1)
    place.conditions.limit.click()
    stops = [
        one
        for one in place.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert [one for one in stops if not one.accessibleName() and not isinstance(one, QLineEdit)] == []
    place.summary.start.setFocus()
    met = set()
    for _ in range(2 * len(stops)):
        met.add(reader.focus)
        reader.press(Qt.Key.Key_Tab)
    wanted = {place.questions.count, place.cards.query, place.conditions.minutes, place.conditions.draw.field}
    assert wanted <= met
    assert set(place.cards.chips.values()) <= met
