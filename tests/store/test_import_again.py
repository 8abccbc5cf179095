"""The same source a second time: nothing is written, and the first import is still the one to take back."""

from pathlib import Path

from quizapp.core.ids import ulid
from quizapp.core.problems import Where
from quizapp.formats.base import Imported, ImportedCard, ImportedDeck
from quizapp.store import import_files
from quizapp.store.import_files import Done, Logged
from quizapp.store.import_plan import Origin
from quizapp.store.importing import plan


def card(front: str, back: str) -> ImportedCard:
    return ImportedCard(data={"q": front, "a": back}, where=Where("tides.csv", 1))


def bring(folder: Path, *cards: ImportedCard, at_ms: int, session: str = "") -> Done:
    imported = Imported(decks=(ImportedDeck(title="Tides", cards=cards),), read=len(cards))
    planned = plan(imported, folder / "decks", Origin("csv-text", "tides.csv", at_ms))
    import_id = ulid(at_ms, bytes(10))
    return import_files.write(
        planned, folder / "data", import_id, backups=folder / "backups", session=lambda: Logged(session)
    )


def undo_last(folder: Path) -> import_files.Undone:
    return import_files.undo(folder / "data", import_files.listing(folder / "data")[0])


def files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_source_again_leaves_no_trace_and_the_first_import_is_taken_back(tmp_path: Path) -> None:
    first = bring(tmp_path, card("flood", "Flut"), at_ms=1)
    assert first.can_undo
    before = files(tmp_path)
    again = bring(tmp_path, card("flood", "Flut"), at_ms=2)
    assert not again.can_undo
    assert files(tmp_path) == before
    undone = undo_last(tmp_path)
    assert not undone.kept
    assert not (tmp_path / "decks" / "tides.yaml").exists()
    assert import_files.listing(tmp_path / "data") == ()


def test_answers_that_came_later_can_be_taken_back(tmp_path: Path) -> None:
    bring(tmp_path, card("flood", "Flut"), at_ms=1)
    assert bring(tmp_path, card("flood", "Flut"), at_ms=2, session="answers").can_undo
    assert import_files.listing(tmp_path / "data")[0].logged.session_id == "answers"


def test_what_the_source_says_anew_is_kept_though_mine_stays(tmp_path: Path) -> None:
    bring(tmp_path, card("flood", "Flut"), at_ms=1)
    deck = tmp_path / "decks" / "tides.yaml"
    deck.write_text(deck.read_text("utf-8").replace("Flut", "die Flut"), "utf-8")
    bring(tmp_path, card("flood", "Hochwasser"), at_ms=2)
    assert "die Flut" in deck.read_text("utf-8")
    assert len(import_files.listing(tmp_path / "data")) == 2
    undo_last(tmp_path)
    assert len(import_files.listing(tmp_path / "data")) == 1


def answers(folder: Path) -> list[str]:
    text = (folder / "decks" / "tides.yaml").read_text("utf-8")
    return [line.strip().removeprefix("a: ") for line in text.splitlines() if line.startswith("  a: ")]


def test_cards_with_the_same_question_are_told_apart(tmp_path: Path) -> None:
    two = (card("tide", "Tide"), card("tide", "Gezeit"), card("tide", "Tide"))
    bring(tmp_path, *two, at_ms=1)
    assert not bring(tmp_path, *two, at_ms=2).can_undo
    assert answers(tmp_path) == ["Tide", "Gezeit"]
    again = bring(tmp_path, card("tide", "Tiden"), two[1], card("tide", "Flut"), at_ms=3)
    assert (again.added, again.updated) == (1, 1)
    assert answers(tmp_path) == ["Tiden", "Gezeit", "Flut"]
