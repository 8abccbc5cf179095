"""How a source is read: what was guessed can be changed, the cards follow, and the focus stays."""

from PySide6.QtCore import Qt

from quizapp.ui.widgets.dropdown import DropDown
from tests.ui.importing.importer import Importer


def test_what_was_guessed_is_shown_and_nothing_is_written(importer: Importer) -> None:
    before = sorted(importer.owner.paths.decks.rglob("*"))
    place = importer.open(importer.file("words-a1.csv"))
    assert (importer.title, importer.fact) == ("Import words-a1.csv", "7 rows, 1 kB")
    assert importer.start == "Import 3 cards"
    assert importer.owner.focus is place.head.start
    names = [drop.accessibleName() for drop in place.findChildren(DropDown) if drop.isVisible()]
    assert set(names) >= {
        "Format: CSV or pasted text",
        "Into deck: New: words-a1",
        "Values split by: comma",
        "First line: names",
        "Spanish becomes: Question",
        "English becomes: Answer, back",
        "Example becomes: Explanation",
        "Level becomes: Tags",
        "audio becomes: Leave out",
    }
    assert "guessed from the names" in importer.seen()
    assert sorted(importer.owner.paths.decks.rglob("*")) == before


def test_the_card_is_shown_with_answer_and_explanation(importer: Importer) -> None:
    place = importer.open(importer.file("words-a1.csv"))
    face = place.body.cards.face
    assert face.trial is not None
    assert face.trial.column.question_text == "el gato"
    assert {"Answer", "A1", "from line 2"} <= set(importer.seen())
    assert face.trial.column.panel is not None
    assert not face.trial.column.panel.isVisible()


def test_alt_and_arrows_walk_through_the_cards(importer: Importer) -> None:
    place = importer.open(importer.file("words-a1.csv"))
    importer.press("Alt+Right")
    assert place.body.cards.at == 1
    assert {"el gato", "the cat", "el agua", "the water"} <= set(importer.seen())
    importer.press("Alt+Left", "Alt+Left")
    assert place.body.cards.at == 2
    assert importer.owner.focus is place.head.start


def test_a_change_is_answered_at_once_and_keeps_the_focus(importer: Importer) -> None:
    place = importer.open(importer.file("words-a1.csv"))
    drop = next(iter(place.body.columns.drops.values()))
    drop.setFocus()
    importer.press("Down")
    assert importer.owner.focus is drop
    assert drop.accessibleName() == "Spanish becomes: Answer, back"


def test_the_sides_are_swapped(importer: Importer) -> None:
    place = importer.open(importer.file("words-a1.csv"))
    place.body.columns.swap.setFocus()
    importer.press("Space")
    assert importer.fronts() == ["the cat", "the house", "the water"]
    assert importer.owner.focus is place.body.columns.swap


def test_the_place_in_the_source_stays_when_it_is_read_otherwise(importer: Importer) -> None:
    place = importer.open(importer.file("words-a1.csv"))
    importer.press("Alt+Right")
    place.body.columns.swap.setFocus()
    importer.press("Space")
    assert place.body.cards.present is not None
    assert place.body.cards.present.line == 3


def test_another_format_reads_it(importer: Importer) -> None:
    importer.open(importer.file("notes.txt", "What is it?\tThat\nWho?\tShe\n"))
    assert importer.start == "Import 2 cards"
    importer.choose("Format", "Markdown")
    assert importer.start == "(Import)"
    assert importer.told
    importer.choose("Format", "CSV or pasted text")
    assert importer.start == "Import 2 cards"


def test_any_other_sign_can_be_written(importer: Importer) -> None:
    place = importer.open(importer.file("odd.txt", "dog ## perro\ncat ## gato\n"))
    importer.choose("Values split by", "something else")
    field = place.body.file.drops.fields["separator"].text
    assert field is not None
    assert importer.owner.focus is field
    importer.hand.type(" ## ")
    importer.owner.qtbot.waitUntil(lambda: importer.start == "Import 2 cards")
    assert importer.owner.focus is field
    assert importer.fronts() == ["dog", "cat"]
    importer.press("Return")
    drop = place.body.file.drops.fields["separator"].drop
    assert drop.isVisible()
    assert drop.accessibleName() == "Values split by:  ## "


def test_cards_go_into_a_deck_that_is_there(importer: Importer) -> None:
    importer.open(importer.file("more.csv", "question,answer\nWhich?,That\n"))
    importer.choose("Into deck", "Rivers")
    importer.press("Ctrl+Return")
    assert importer.place.after.isVisible()
    text = (importer.owner.paths.decks / "rivers.yaml").read_text(encoding="utf-8")
    assert "q: Which?" in text


def test_without_cards_the_button_is_off_and_the_reason_beside_it(importer: Importer) -> None:
    place = importer.open(importer.file("empty.csv", "question,answer\na,\nb,\n"))
    assert importer.start == "(Import)"
    assert importer.told.startswith("There is nothing in it that could become a card")
    assert importer.owner.focus is place.body.file.drops.fields["format"].drop
    importer.press("Ctrl+Return")
    assert place.body.isVisible()


def test_what_cannot_be_read_is_told_in_place(importer: Importer) -> None:
    place = importer.open(importer.folder / "gone.csv")
    assert "gone.csv" in importer.told
    assert place.begin_panel.isVisible()
    assert importer.owner.focus is place.begin_panel.choose


def test_the_back_arrow_and_esc_lead_back(importer: Importer) -> None:
    importer.owner.window.go_browse()
    browse = importer.owner.window.shown
    place = importer.open()
    assert place.head.back.accessibleName() == "Back"
    importer.press("Alt+Left")
    assert importer.owner.window.shown is browse
    importer.open(importer.file("words-a1.csv"))
    importer.press("Esc")
    assert importer.owner.window.shown is browse


def test_a_right_to_left_window_is_mirrored(importer: Importer) -> None:
    window = importer.owner.window
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        place = importer.open(importer.file("words-a1.csv"))
        side = place.body.file.mapTo(place, place.body.file.rect().center())
        cards = place.body.cards.mapTo(place, place.body.cards.rect().center())
        assert side.x() > cards.x()
    finally:
        window.unsetLayoutDirection()
