"""Packages that the real Anki made, in all its versions, read by us; and ours after a trip through Anki."""

from pathlib import Path
from typing import Any

import pytest

from quizapp.formats import load
from quizapp.formats.base import Imported, ImportedCard, Source
from tests.formats.anki_peer import needs_anki, run
from tests.formats.shipping import packed, shipped

pytestmark = needs_anki

VERSIONS = ("old.apkg", "new.apkg", "old.colpkg", "new.colpkg")
BARE = ("old-bare.apkg", "new-bare.apkg")
"""Without what was learnt: Anki leaves cards there in the filtered deck that borrowed them."""
CARDS: dict[str, dict[str, Any]] = {
    "q1": {"q": "What?\\\nNow **bold** & 1 < 2", "a": "- a\n- b", "tags": ["t1", "t::u"]},
    "q2": {"q": "![](media/ä-b.png)Seen", "a": "Yes", "media": "media/say.mp3"},
    "rev": {"q": "dog", "a": "perro", "reverse": "true"},
    "opt0": {"q": "one", "a": "uno"},
    "opt1": {"q": "two", "a": "dos", "reverse": "true"},
    "type": {"q": "cat?", "a": "gato", "typed": "true"},
    "clo": {"cloze": "{{c1::A :: first}} and {{c3::B :: x}} and {{c1::C}}", "explain": "more"},
    "nest": {"cloze": "{{c1::outer inner end}}"},
    "math": {"cloze": "$\\frac{ {{c1::a^{2} }} }{b}$ \\{{x}} {{c2::a\\}b}}"},
    "io": {
        "q": "Parts",
        "image": "media/plain.png",
        "regions": [{"1": "10 20 30 40"}, {"3": "10 50 60 45"}],
        "hide": "all",
        "explain": "Back\n\nComment",
    },
    "three": {"q": "Word", "a": "Meaning", "hint": "a hint", "group": "guid-three"},
    "three/2": {"q": "Meaning", "a": "Word", "typed": "true", "group": "guid-three"},
    "three+": {"q": "Wort", "a": "Sinn\\\nBeispiel", "group": "guid-three+"},
    "three+/2": {"q": "Sinn", "a": "Wort", "typed": "true", "group": "guid-three+"},
    "three+/3": {"q": "What is missing: Beispiel", "a": "Wort", "group": "guid-three+"},
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with Anki's packages."""
    folder = tmp_path_factory.mktemp("made")
    run("make", folder)
    return folder


def opened(path: Path) -> Imported:
    return load("apkg").read(Source(path.name, path.read_bytes()), {})


def by_key(found: Imported) -> dict[str, ImportedCard]:
    return {card.key.removeprefix("guid-"): card for deck in found.decks for card in deck.cards}


@pytest.mark.parametrize("name", [*VERSIONS, *BARE])
def test_all_versions_give_the_same_cards(made: Path, name: str) -> None:
    found = opened(made / name)
    assert found.read == 13
    assert {key: dict(card.data) for key, card in by_key(found).items()} == CARDS
    told = [(one.code, one.where.line, one.severity) for one in found.problems]
    assert told == [
        ("import_no_answer", 3, "error"),
        ("import_changed", 9, "warning"),
        ("import_changed", 12, "warning"),
    ]
    names = {"media/ä-b.png", "media/say.mp3", "media/plain.png"}
    assert {one.name for one in found.media} == names
    assert all(one.read() for one in found.media)
    decks = {(*deck.folders, deck.title) for deck in found.decks}
    assert decks - {("Borrowed",)} == {("Top", "Süb", "Deep")}
    assert (("Borrowed",) in decks) == (name in BARE)


@pytest.mark.parametrize("name", VERSIONS)
def test_all_versions_give_the_same_history(made: Path, name: str) -> None:
    imported = opened(made / name)
    assert imported.decks[0].header == {"description": "About **it**"}
    found = by_key(imported)
    (first,) = found["q1"].progress
    assert [(one.rating, one.kind) for one in first.reviews] == [
        (3, "study"),
        (1, "study"),
        (2, "study"),
        (4, "cram"),
    ]
    assert [(part.part, part.suspended) for part in found["rev"].progress] == [
        ("forward", True),
        ("back", True),
    ]
    assert [part.part for part in found["clo"].progress] == ["c1", "c3"]
    assert [part.part for part in found["io"].progress] == ["1", "3"]
    assert found["q2"].progress[0].flagged


def test_our_notes_come_back_from_anki_as_they_were(tmp_path: Path) -> None:
    text = """
title: D
cards:
- {id: both-1, q: dog, a: perro, reverse: true}
- {id: choice, q: Which?, a: "Yes", wrong: ["No": not so, Maybe], hint: [a, b], explain: "**E**"}
- {id: verdict, statement: So., is: false, media: media/say.mp3}
- {id: holes-1, cloze: "The {{c1::cell :: unit}} of $a^{ {{c2::b^{x}}} }$", explain: E, hint: H}
- id: region
  q: Name it
  image: media/map.png
  alt: Map
  regions: ["**A** b": 10 20 30 40, B: 1 2 3 4]
  hide: one
"""
    deck = shipped(text)
    (tmp_path / "ours.apkg").write_bytes(packed(deck))
    run("again", tmp_path, tmp_path / "ours.apkg")
    ours = {card.key: dict(card.data) for card in opened(tmp_path / "ours.apkg").decks[0].cards}
    assert len(ours) == len(deck.deck.notes)
    for name in ("again-old.apkg", "again-new.apkg"):
        back = opened(tmp_path / name)
        assert {card.key: dict(card.data) for card in back.decks[0].cards} == ours
        assert len(back.media) == 2
