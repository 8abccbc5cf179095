"""CrowdAnki's deck.json: decks within decks, note types, media beside it."""

import json
from typing import Any

import pytest

from quizapp.core.problems import QuizError
from quizapp.formats import load, recognised
from quizapp.formats.base import Imported, Source
from tests.formats.anki_made import BASIC, CLOZE, KINDS, cards, kind
from tests.formats.shipping import PNG

OPTIONAL = 7
SIDES = [
    ("{{A}}", "{{FrontSide}}<hr id=answer>{{B}}"),
    ("{{#Both}}{{B}}{{/Both}}", "{{FrontSide}}<hr id=answer>{{A}}"),
]


def model(key: int) -> dict[str, Any]:
    made = {**KINDS, OPTIONAL: kind("Optional", ["A", "B", "Both"], SIDES)}[key]
    return {"crowdanki_uuid": f"model-{key}", **made}


def note(guid: str, key: int, *fields: str, tags: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"guid": guid, "note_model_uuid": f"model-{key}", "fields": [*fields], "tags": [*tags]}


def deck(
    name: str, notes: list[Any], children: list[Any] | None = None, models: tuple[int, ...] = (), **more: Any
) -> dict[str, Any]:
    made = {"__type__": "Deck", "name": name, "notes": notes, "children": children or []}
    return made | {"note_models": [model(key) for key in models], **more}


def read(root: Any, files: dict[str, bytes] | None = None) -> Imported:
    source = Source("deck.json", json.dumps(root).encode(), (files or {}).get)
    assert recognised(source)[0].name == "crowdanki"
    found = load("crowdanki").read(source, {})
    assert found.read == len({card.where.line for card in cards(found)}) + len(found.skipped)
    return found


def test_decks_within_decks_with_their_media() -> None:
    low = deck("Low", [note("guid-2", CLOZE, "{{c1::a}} b", "why", tags=("x", "y"))], models=(CLOZE,))
    root = deck(
        "Top", [note("guid-1", BASIC, '<img src="a.png">', "A")], [low], (BASIC,), desc="<b>About</b>"
    )
    found = read(root, {"media/a.png": PNG})
    assert [(one.folders, one.title, one.header["description"]) for one in found.decks] == [
        ((), "Top", "**About**"),
        (("Top",), "Low", ""),
    ]
    first, second = cards(found)
    assert (first.key, dict(first.data)) == ("guid-1", {"q": "![](media/a.png)", "a": "A"})
    assert dict(second.data) == {"cloze": "{{c1::a}} b", "explain": "why", "tags": ["x", "y"]}
    assert [(one.name, one.read()) for one in found.media] == [("media/a.png", PNG)]
    assert found.problems == ()


def test_the_way_back_only_where_it_is_wanted() -> None:
    """Its file does not list cards: they follow from what the templates show."""
    notes = [note("guid-1", OPTIONAL, "dog", "perro", ""), note("guid-2", OPTIONAL, "cat", "gato", "y")]
    found = read(deck("D", notes, models=(OPTIONAL,)))
    assert [dict(card.data) for card in cards(found)] == [
        {"q": "dog", "a": "perro"},
        {"q": "cat", "a": "gato", "reverse": "true"},
    ]
    assert found.problems == ()


def test_notes_that_give_no_card_are_named() -> None:
    notes = [
        note("guid-1", 99, "Q", "A"),
        "no note",
        note("guid-2", BASIC, "Q", ""),
        {"note_model_uuid": "model-11"},
    ]
    found = read(deck("D", notes, models=(BASIC,)))
    assert [(one.code, one.where.line) for one in found.problems] == [
        ("import_no_type", 1),
        ("import_no_type", 2),
        ("import_no_answer", 3),
        ("import_no_question", 4),
    ]


@pytest.mark.parametrize(
    "text", ["[", "[]", "[" * 100_000, '{"a":' * 100_000, '{"notes": "x", "note_models": 3']
)
def test_what_is_no_such_file(text: str) -> None:
    with pytest.raises(QuizError):
        load("crowdanki").read(Source("deck.json", text.encode()), {})


def test_shapes_that_are_none() -> None:
    root = {"name": 3, "notes": {}, "note_models": [{"tmpls": 3, "flds": [4]}, 5], "children": {"x": 1}}
    assert load("crowdanki").read(Source("deck.json", json.dumps(root).encode()), {}).read == 0


def test_decks_nested_deeper_than_folders_keep_their_notes() -> None:
    root = deck("0", [note("g0", BASIC, "Q0", "A")], models=(BASIC,))
    inner = root
    for number in range(1, 60):
        inner["children"] = [deck(str(number), [note(f"g{number}", BASIC, f"Q{number}", "A")])]
        inner = inner["children"][0]
    found = read(root)
    assert [card.key for card in cards(found)] == [f"g{number}" for number in range(60)]
    assert max(len(one.folders) for one in found.decks) < 25
