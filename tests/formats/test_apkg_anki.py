"""Our packages in the real Anki: the same cards, media and clozes; a second import updates."""

import time
from pathlib import Path
from typing import Any

import pytest

from quizapp.core.reviews_in import PastReview
from quizapp.formats.base import Standing
from tests.formats.anki_peer import imported, needs_anki
from tests.formats.shipping import FILES, packed, shipped

pytestmark = needs_anki

DAY_MS = 86_400_000
TEXT = r"""
title: All
description: What **it** is about
tags: [deck tag]
cards:
- id: basic
  q: What is *it*?
  a: That $a^{b}$
  hint: [one, two]
  explain: So.
  image: media/map.png
  alt: A map
- {id: sound, q: "Hear ![m](media/map.png)", a: Yes, media: media/say.mp3, tags: [b, a c]}
- {id: both, q: dog, a: perro, reverse: true}
- {id: typed, q: cat, a: gato, typed: true}
- {id: choice, q: Which?, a: "Yes", wrong: ["No": not so, Maybe]}
- {id: multi, q: Which?, a: [A, B], wrong: [C]}
- {id: none, q: Which?, a: [], wrong: [C, D]}
- {id: true, statement: The sky is blue., is: true}
- {id: cloze, cloze: "The {{cell :: unit}} of `{{c3::std::x}}` and $\\frac{{{c2::a_{1}}}}{b}$."}
- {id: gaps, cloze: "The {{cell}} has {{walls}}", typed: true}
- id: image
  q: Name it
  image: media/map.png
  regions: [Albania: 10 20 30 40, Greece: 50 60 10 20]
  explain: Two
  hide: all
- {id: number, q: How many?, number: "2850 ± 10", unit: km}
- {id: order, q: In which order?, order: [a, b, c]}
- {id: later, q: Not yet, a: Later, suspended: true}
"""


NOW = 1_790_000_000
TODAY = int(time.time()) // 86_400


def put(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What is in Anki after a package was imported, the same again, and one of the deck as it was edited."""
    folder = tmp_path_factory.mktemp("anki")
    deck = shipped(TEXT, folders=("Top",))
    changed = TEXT.replace("perro", "el perro").replace("The {{cell", "Each {{cell")
    changed += "- {id: added, q: New, a: Card}\n"
    edited = shipped(changed, folders=("Top",))
    col = folder / "col"
    return {
        "once": imported(col, put(folder, "1.apkg", packed(deck, now=NOW))),
        "again": imported(col, put(folder, "2.apkg", packed(deck, now=NOW))),
        "later": imported(col, put(folder, "3.apkg", packed(edited, now=NOW + 5))),
    }


def test_every_note_and_card_arrives_and_the_database_is_fine(told: dict[str, Any]) -> None:
    once = told["once"]
    deck = shipped(TEXT).deck
    assert once["logs"] == [dict.fromkeys(once["logs"][0], 0) | {"new": len(deck.notes)}]
    assert once["check"], once["said"]
    cards = {guid: len(note["cards"]) for guid, note in once["notes"].items()}
    assert cards == {note.id: len(note.parts) for note in deck.notes}
    assert once["empty"] == 0
    assert once["decks"]["Top::All"] == "What <strong>it</strong> is about"
    assert {card["deck"] for note in once["notes"].values() for card in note["cards"]} == {"Top::All"}


def test_media_arrive_and_none_is_missing(told: dict[str, Any]) -> None:
    once = told["once"]
    assert once["media"] == {"map.png": len(FILES["media/map.png"]), "say.mp3": len(FILES["media/say.mp3"])}
    assert once["missing"] == once["unused"] == []


def test_cards_show_what_ours_show(told: dict[str, Any]) -> None:
    notes = told["once"]["notes"]
    basic, sound = notes["basic"], notes["sound"]
    assert '<img src="map.png" alt="A map">' in basic["cards"][0]["question"]
    assert "What is <em>it</em>?" in basic["cards"][0]["question"]
    assert "That \\(a^{b}\\)" in basic["cards"][0]["answer"]
    assert "[anki:play:q:0]" in sound["cards"][0]["question"]
    assert sound["tags"] == ["a_c", "b", "deck_tag"]
    forward, back = notes["both"]["cards"]
    assert ("dog" in forward["question"], "perro" in back["question"]) == (True, True)
    assert "[[type:Answer]]" in notes["typed"]["cards"][0]["question"]
    choice = notes["choice"]["cards"][0]
    assert all(word in choice["question"] for word in ("Yes", "No", "Maybe"))
    assert "not so" in choice["answer"]
    assert "not so" not in choice["question"]
    assert "None of them" in notes["none"]["cards"][0]["answer"]
    assert "2850 ± 10 km" in notes["number"]["cards"][0]["answer"]
    assert notes["later"]["cards"][0]["queue"] == -1


def test_clozes_are_ankis_own(told: dict[str, Any]) -> None:
    cloze, gaps = told["once"]["notes"]["cloze"], told["once"]["notes"]["gaps"]
    assert (cloze["cloze"], cloze["stock"]) == (True, 5)
    first, second, third = cloze["cards"]
    assert '<span class="cloze" data-cloze="cell" data-ordinal="1">[unit]</span>' in first["question"]
    assert r"\(\frac{[...]}{b}\)" in second["question"]
    assert r"\(\frac{a_{1} }{b}\)" in second["answer"]
    assert "std" not in third["question"].replace("std&amp;", "")
    assert [card["ord"] for card in gaps["cards"]] == [0, 1]
    assert "[[type:cloze:Text to type]]" in gaps["cards"][0]["question"]


def test_covered_pictures_are_ankis_own(told: dict[str, Any]) -> None:
    image = told["once"]["notes"]["image"]
    assert (image["cloze"], image["stock"]) == (True, 6)
    first, second = image["cards"]
    shape = 'class="cloze" data-ordinal="2" data-shape="rect" data-left="0.5" data-top="0.6"'
    assert shape in second["question"]
    assert 'data-occludeInactive="1"' in first["question"]
    assert '<span class="cloze" data-ordinal="2">Greece</span>' in second["answer"]
    assert "Greece" not in second["question"]


def test_ankis_editor_of_covered_pictures_knows_them(told: dict[str, Any]) -> None:
    known = told["once"]["notes"]["image"]["occlusions"]
    assert (known["image"], known["header"], known["extra"]) == ("map.png", "Name it", "Two")
    assert known["all"]
    places = [(shape, dict(said)["left"]) for shape, said in known["shapes"]]
    assert sorted(places) == [("rect", "0.1"), ("rect", "0.5")]


def test_a_second_import_updates_and_never_doubles(told: dict[str, Any]) -> None:
    count = len(told["once"]["notes"])
    assert told["again"]["logs"][0]["new"] == 0
    assert told["again"]["notes"] == told["once"]["notes"]
    (log,) = told["later"]["logs"]
    assert (log["new"], log["conflicting"]) == (1, 0)
    assert len(told["later"]["notes"]) == count + 1
    assert told["later"]["check"]
    assert "el perro" in told["later"]["notes"]["both"]["cards"][0]["answer"]
    assert told["later"]["notes"]["cloze"]["fields"]["Text"].startswith("Each {{c1::cell::unit}}")
    assert told["later"]["media"] == told["once"]["media"]


def test_progress_comes_along(tmp_path: Path) -> None:
    """Due day, interval, memory and answers of the cards that have them, each on its own card."""
    start = (TODAY - 20) * DAY_MS
    past = tuple(PastReview("both#back", 3, start + at * DAY_MS, 4000) for at in (0, 4, 10))
    standing = Standing(
        stability=12.5,
        difficulty=5.25,
        due_day=TODAY + 3,
        last_day=TODAY - 10,
        reps=3,
        lapses=1,
        suspended=True,
    )
    deck = shipped(TEXT)._replace(
        reviews=lambda own: past if own == "both#back" else (),
        memory=lambda own: standing if own == "both#back" else None,
    )
    told = imported(tmp_path / "col", put(tmp_path, "1.apkg", packed(deck, now=int(time.time()))))
    assert told["check"], told["said"]
    forward, back = told["notes"]["both"]["cards"]
    assert (forward["type"], forward["memory"], forward["reviews"]) == (0, None, [])
    assert (back["type"], back["queue"], back["interval"], back["reps"], back["lapses"]) == (2, -1, 13, 3, 1)
    assert abs(back["due"] - 3) <= 1  # the day of Anki may have turned where ours has not
    assert back["memory"] == [12.5, 5.25]
    assert back["reviews"] == [
        [start, 3, 4, 0, 4000, 0],
        [start + 4 * DAY_MS, 3, 6, 4, 4000, 1],
        [start + 10 * DAY_MS, 3, 13, 6, 4000, 1],
    ]
