"""The whole way of an author by keys alone: what the files and the log say in the end."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage

from quizapp.__main__ import main
from quizapp.store import log
from quizapp.ui.screens.home import HomeScreen
from tests.journeys.hand import Hand
from tests.journeys.learner import Learner
from tests.ui.learning import RIVERS

LAKES = (
    "title: Lakes\r\n# mine\r\ncards:\r\n- q: The deepest?\r\n  a: Baikal\r\n"
    "- q: Which river runs through Rome?\r\n  a: Tiber\r\n"
)
FIRST, ROME = "hills.yaml", "Which river runs through Rome?"


@pytest.fixture
def hand(owner: Learner) -> Hand:
    return Hand(owner)


@pytest.fixture
def two(hand: Hand) -> Hand:
    """With a second deck, of another sort of line ends."""
    path = hand.decks / "lakes.yaml"
    path.write_bytes(LAKES.encode())
    hand.wait(lambda: hand.taken_in(path))
    return hand


def lakes(hand: Hand) -> bytes:
    return (hand.decks / "lakes.yaml").read_bytes()


def write_five(hand: Hand) -> None:
    """Cards of five kinds, from the first field of each on."""
    hand.press("4")
    for text in ("Which is the highest?", "Everest", "K2"):
        hand.type(text)
        hand.press("Tab")
    hand.press("Ctrl+N", "F")
    hand.type("The {{Matterhorn}} is in the Alps.")
    hand.press("Ctrl+N", "E")
    hand.type("How high is Everest?")
    hand.press("Tab")
    hand.type("8.849 km")
    hand.press("Ctrl+N", "8")
    hand.type("Where are they?")
    hand.press("Tab")
    for left, right in (("K2", "Karakoram"), ("Rigi", "Alps")):
        hand.type(left)
        hand.press("Tab")
        hand.type(right)
        hand.press("Return")
    hand.press("Ctrl+N", "6")
    hand.type("What is this?")
    picture = QImage(80, 60, QImage.Format.Format_RGB32)
    picture.fill(QColor("seagreen"))
    QGuiApplication.clipboard().setImage(picture)
    hand.press("Tab", "Ctrl+V")
    hand.to("The picture in words")
    hand.type("A hill")
    hand.press("Tab", "N", "Return")
    hand.type("Summit")
    hand.press("Return")


def cure(hand: Hand) -> None:
    """The unit stands with the number: go there, and put it where it belongs."""
    hand.wait(lambda: "error in card 3" in hand.owner.window.shown.desk.title.status.words)  # type: ignore[attr-defined]
    hand.press("F8", "Ctrl+Tab")
    hand.to("Right number")
    hand.press("End", "Backspace", "Backspace", "Backspace")
    hand.to("Unit")
    hand.type("km")
    hand.press("Ctrl+S")


def test_from_a_blank_page_to_a_deck_that_is_studied_and_mended(
    hand: Hand, capsys: pytest.CaptureFixture[str]
) -> None:
    (hand.decks / "rivers.yaml").unlink()
    hand.wait(lambda: not hand.owner.app.library.files)
    hand.to("Write a deck" if "Write" in hand.name else "Add a deck")
    hand.press("Return")
    hand.type("Hills")
    hand.press("Tab", "Return")
    write_five(hand)
    cure(hand)
    assert hand.questions(FIRST)[2:] == ["How high is Everest?", "Where are they?", "What is this?"]
    assert "8.849 km" not in hand.text(FIRST)
    assert "km" in hand.text(FIRST)
    assert (hand.decks / "media" / "what-is-this.png").is_file()
    assert main(["check", str(hand.decks)]) == 0
    assert "no problems" in capsys.readouterr().out

    hand.wait(lambda: hand.taken_in(hand.decks / FIRST))
    hand.press("Ctrl+1")
    hand.to("Decks")
    hand.press("Return")
    hand.owner.answer()
    asked = hand.owner.study.asked
    assert asked is not None
    hand.press("Alt+E")
    hand.press("End")
    hand.type(" Really.")
    hand.press("Alt+Left")
    hand.wait(lambda: hand.taken_in(hand.decks / FIRST))
    again = hand.owner.study.asked
    assert again is not None
    assert (again.item.card_id, again.position) == (asked.item.card_id, asked.position)
    assert hand.text(FIRST).count("Really.") == 1
    hand.wait(lambda: hand.owner.study.asked and "Really." in str(hand.owner.study.asked.note))
    hand.owner.answer()
    assert hand.owner.logged()[1] == asked.item.card_id
    assert sorted(hand.reps("deck:Hills"))[-2:] == [1, 1]


def test_cards_of_all_decks_are_found_and_changed_and_all_is_undone(two: Hand) -> None:
    hand, before = two, lakes(two)
    hand.press("Ctrl+2", "Ctrl+F")
    hand.type("rome")
    hand.press("Return", "Ctrl+S")
    hand.type("About Rome")
    hand.press("Return")
    assert ("About Rome", "rome") in [
        (one.name, one.query) for one in hand.owner.app.services.settings.saved_searches
    ]
    hand.to("Cards")
    hand.press("Ctrl+A", "T")
    hand.type("italy")
    hand.wait(lambda: b"italy" in lakes(hand) or hand.press("Return"))
    assert b"tags: [italy]" in lakes(hand)
    assert "tags: [italy]" in hand.text("rivers.yaml")
    assert lakes(hand).replace(b"  tags: [italy]\r\n", b"") == before
    hand.press("Ctrl+Z")
    assert (lakes(hand), hand.text("rivers.yaml")) == (before, RIVERS)

    hand.wait(lambda: all(hand.taken_in(hand.decks / name) for name in ("lakes.yaml", "rivers.yaml")))
    hand.to("Cards")
    hand.press("Ctrl+A", "S")
    assert hand.events() == ["suspend", "suspend"]
    hand.press("Ctrl+Z")
    assert hand.events() == []
    hand.press("Ctrl+H")
    hand.type("Rome")
    hand.press("Tab")
    hand.type("Roma")
    hand.wait(lambda: hand.press("Tab") or hand.name.startswith("Replace in 2"))
    hand.press("Return")
    assert "Roma" in hand.text("rivers.yaml")
    assert lakes(hand) == before.replace(b"Rome", b"Roma")
    hand.press("Ctrl+Z")
    assert (lakes(hand), hand.text("rivers.yaml")) == (before, RIVERS)


def test_look_alikes_are_found_and_moved_with_their_progress(two: Hand) -> None:
    hand = two
    hand.press("Return")
    hand.owner.answer()
    hand.press("Esc", "Ctrl+2")
    hand.to("Cards")
    hand.press("Ctrl+A")
    hand.choose("Find look-alikes")
    hand.wait(lambda: len(hand.owner.window.shown.model.keys) == 2)  # type: ignore[attr-defined]
    assert hand.name == "Cards"


def test_a_deck_is_split_and_merged_and_ids_are_pinned(two: Hand) -> None:
    hand, before = two, lakes(two)
    hand.press("Ctrl+2", "Ctrl+F")
    hand.type("deepest")
    hand.press("Return")
    hand.to("Cards")
    hand.press("E", "Shift+F6")
    hand.choose("Split into a new deck")
    hand.type("Deep lakes")
    hand.press("Return")
    assert hand.questions("deep-lakes.yaml") == ["The deepest?"]
    assert hand.questions("lakes.yaml") == [ROME]
    hand.press("Ctrl+Z")
    assert lakes(hand) == before
    assert not (hand.decks / "deep-lakes.yaml").exists()
    hand.to("Deck")
    hand.press("Return")
    hand.take("Pin ids of all cards")
    hand.press("Ctrl+S")
    assert lakes(hand).count(b"- id: ") == 2
    assert lakes(hand).count(b"\n") == lakes(hand).count(b"\r\n")
    hand.to("Deck")
    hand.press("Return")
    hand.take("Merge another deck")
    hand.press("Return")
    assert not (hand.decks / "rivers.yaml").exists()
    assert len(hand.questions("lakes.yaml")) == 5
    hand.press("Ctrl+Z")
    assert hand.text("rivers.yaml") == RIVERS


@pytest.mark.parametrize(("button", "kept"), [("Reload", "theirs"), ("Keep mine", "mine")])
def test_a_change_elsewhere_is_compared_then_one_is_kept(two: Hand, button: str, kept: str) -> None:
    hand, path = two, two.decks / "lakes.yaml"
    hand.press("Ctrl+2", "Ctrl+F")
    hand.type("deepest")
    hand.press("Return")
    hand.to("Cards")
    hand.press("E", "End")
    hand.type(" mine")
    path.write_bytes(LAKES.replace("Baikal", "theirs").encode())
    hand.wait(lambda: hand.taken_in(path))
    hand.to("Compare", "Shift+Tab")
    hand.press("Return")
    hand.to(button)
    hand.press("Return", "Ctrl+S")
    assert (b"theirs" in lakes(hand)) == (kept == "theirs")
    assert (b"? mine" in lakes(hand)) == (kept == "mine")
    assert hand.owner.focus.isVisible()


def test_a_missing_card_is_forgotten_after_a_backup(hand: Hand) -> None:
    hand.press("Return")
    hand.owner.answer()
    gone = hand.owner.logged()
    hand.press("Esc")
    assert isinstance(hand.owner.window.shown, HomeScreen)
    path = hand.decks / "rivers.yaml"
    text = RIVERS[: RIVERS.index("- id: rome")] + RIVERS[RIVERS.index("- id: budapest") :]
    path.write_text(text)
    hand.wait(lambda: hand.taken_in(path))
    hand.press("Ctrl+2", "Ctrl+F")
    hand.type("is:missing")
    hand.press("Return")
    hand.to("Cards")
    assert hand.reps("is:missing") == [1]
    copies = {*_backups(hand)}
    _forget(hand)
    hand.wait(lambda: not hand.reps("is:missing"))
    assert {*_backups(hand)} - copies
    assert [event.target for event in log.events(hand.owner.app.db) if event.type == "tombstone"] == gone
    assert path.read_text() == text


def _forget(hand: Hand) -> None:
    """By the page of missing cards, which home leads to by the page of renames."""
    from quizapp.ui.navigation import Missing

    hand.owner.window.go(Missing())
    hand.wait(lambda: hand.owner.window.focusWidget() and hand.owner.window.focusWidget().isVisible())
    hand.to("Choose “")
    hand.press("Space")
    hand.to("Forget for good")
    hand.press("Return")
    hand.to("Back up and forget")
    hand.press("Return")


def _backups(hand: Hand) -> list[Path]:
    return [path for path in hand.owner.paths.data.rglob("*") if "backup" in str(path) and path.is_file()]
