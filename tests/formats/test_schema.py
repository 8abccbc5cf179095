"""The schema for editors: it takes what the loader takes, and underlines what the loader reports."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import fields

from quizapp.core.deck import Deck, Language
from quizapp.core.kinds import KINDS
from quizapp.formats import field_schema, yaml_deck
from quizapp.formats import fields as readers
from quizapp.formats.card_keys import CARD_KEYS, DECK_KEYS
from quizapp.formats.schema import schema
from tests import strategies
from tests.course import COURSE, EXAMPLES
from tests.formats.editor import Schema, seen

SCHEMA = Schema(schema())
OF_THE_FORM = {
    "card_expected",
    "cards_no_list",
    "deck_expected",
    "duplicate_key",
    "key_idle",
    "key_missing",
    "keys_expected",
    "key_of_cards",
    "kind_unknown",
    "kinds_two",
    "list_without_wrong",
    "map_dashes",
    "map_expected",
    "number_expected",
    "pair_expected",
    "text_expected",
    "unknown_key",
    "unknown_key_like",
    "value_expected",
    "whole_number_expected",
    "number_range",
    "word_expected",
}
"""Problems with keys and types: what an editor can see."""


def reported(text: str) -> set[str]:
    """The codes of what the loader finds wrong with the form of a deck."""
    return {problem.code for problem in yaml_deck.read(text.encode(), "deck.yaml").problems} & OF_THE_FORM


@pytest.mark.parametrize("path", COURSE + EXAMPLES, ids=lambda path: path.stem)
def test_the_decks_of_the_app_are_underlined_nowhere(path: Path) -> None:
    assert SCHEMA.faults(seen(path.read_text(encoding="utf-8"))) == []


SOUND = {
    "a text that looks like something else": "- {q: 12:30, a: 1989}\n- {q: no, a: ~}\n- {q: 1e3, a: true}",
    "a bare list": "- q: x\n  a: y",
    "other names": "- {front: x, back: y}\n- {question: x, answer: y}\n- {term: x, definition: y}",
    "the deck's other name": "deck: x\ncards: [{q: x, a: y}]",
    "no cards yet": "title: x\ncards:\n",
    "words for yes and no": "- {q: x, a: y, reverse: YES}\n- {q: z, a: y, typed: On}",
    "numbers": "- {q: x, a: y, wrong: [z, v], draw: '1', pass: .5}",
    "one text for a list": "- {q: x, a: y, wrong: z, hint: h, tags: 'a, b', source: some book}",
    "notes on options": "- {q: x, a: y, wrong: [z: note, {text: v, feedback: f, credit: 0.5}]}",
    "options as a map": "- {q: x, a: y, wrong: {z: note, v: another}}",
    "no right option": "- {q: x, a: [], wrong: [y, z]}",
    "a kind by name": "- {kind: multi, q: x, a: [y, z]}",
    "a kind from the defaults": "defaults: {typed: true, case: exact}\ncards: [{q: x, a: y, typos: off}]",
    "languages": "language: {front: en, back: es}\ncards: [{q: x, a: y, language: fr}]",
    "sources": "sources: {a: In words, b: {title: T, date: 2020}}\ncards: [{q: x, a: y, source: b, at: 4}]",
    "several sources": "- {q: x, a: y, source: [{name: A book, at: 5}, Another book]}",
    "quizzes to come": "exams: [{title: Final, count: 20, shares: {x: 3}}, Midterm]\ncards: [{q: x, a: y}]",
}
MISTAKES = {
    "a misspelt key": "- {q: x, a: y, anser: z}",
    "a misspelt key of the deck": "titel: x\ncards: [{q: x, a: y}]",
    "a misspelt default": "defaults: {revers: true}\ncards: [{q: x, a: y}]",
    "a key of another kind": "- {cloze: 'x {{y}}', draw: 2}",
    "two kinds": "- {cloze: 'x {{y}}', statement: z, is: true}",
    "no answer": "- q: x",
    "no verdict": "- statement: x",
    "an unknown verdict": "- {statement: x, is: maybe}",
    "a list without wrong options": "- {q: x, a: [y, z]}",
    "a map for a text": "- {q: x, a: {y: z}}",
    "a list for a text": "- {q: [x], a: y}",
    "both names of a key": "- {q: x, question: x, a: y}",
    "an unknown kind": "- {kind: basics, q: x, a: y}",
    "a word that is none": "- {q: x, a: y, typed: true, case: exactly}",
    "yes or no": "- {q: x, a: y, reverse: perhaps}",
    "no number": "- {q: x, a: y, wrong: [z], draw: all}",
    "too many questions": "exams: [{title: x, count: 900}]\ncards: [{q: x, a: y}]",
    "a preset of nothing known": "exams: [{title: x, cout: 9}]\ncards: [{q: x, a: y}]",
    "no share": "- {q: x, a: y, wrong: [{text: z, credit: half}]}",
    "an option of nothing known": "- {q: x, a: y, wrong: [{text: z, feedbak: f}]}",
    "a default that settles nothing": "defaults: {typed: false}\ncards: [{q: x, a: y, draw: 2}]",
    "a card key at the top": "wrong: [x]\ncards: [{q: x, a: y}]",
    "cards that are no list": "cards: {q: x, a: y}",
    "a card that is a text": "- some words",
    "a source of nothing known": "sources: {a: {titel: x}}\ncards: [{q: x, a: y}]",
    "no deck": "some words",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_what_is_sound_is_not_underlined(text: str) -> None:
    assert reported(text) == set()
    assert SCHEMA.faults(seen(text)) == []


@pytest.mark.parametrize("text", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_underlined(text: str) -> None:
    assert reported(text) != set()
    assert SCHEMA.faults(seen(text)) != []


def written(value: Any, annotation: Any = None) -> Any:
    """A value as an author might write it: what is as it is by default is left out."""
    if isinstance(value, Struct):
        return {
            field.encode_name: written(found, readers.fields_of(type(value))[field.encode_name].type)
            for field in fields(value)
            if (found := getattr(value, field.name)) != field.default
        }
    if isinstance(value, tuple):
        pairs = annotation == tuple[tuple[str, str], ...]
        return [{item[0]: item[1]} if pairs else written(item) for item in value]
    if isinstance(value, dict):
        return {key: written(item) for key, item in value.items()}
    return str(value) if isinstance(value, Decimal) else value


@given(deck=strategies.decks, named=st.booleans())
def test_any_deck_that_loads_is_underlined_nowhere(deck: Deck, named: bool) -> None:
    kinds = [{"kind": note.kind.name} if named else {} for note in deck.notes]
    cards = [kind | written(note.question) for kind, note in zip(kinds, deck.notes, strict=True)]
    text = json.dumps({"language": deck.language.front or "en", "cards": cards})  # JSON in ASCII is YAML
    if not reported(text) and not yaml_deck.read(text.encode(), "deck.yaml").broken:
        assert SCHEMA.faults(seen(text)) == []


PLAIN = ("x", "yes", "true", "off", "exact", "fact", "1", "0.5", "~", "per_option", "en", "a b", "12:30")
INNER = ("text", "feedback", "credit", "name", "at", "z")


def flow(pairs: dict[str, str]) -> str:
    """A map in braces."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"


def nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    lists = st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
    return lists | st.dictionaries(st.sampled_from(INNER), inner, max_size=2).map(flow)


values = st.recursive(st.sampled_from(PLAIN), nested, max_leaves=4)
"""Values that fit some keys and not others."""
names = st.sampled_from([kind.name for kind in KINDS])


@st.composite
def cards(draw: st.DrawFn) -> str:
    """A card of any keys, most of them those of one kind."""
    own = readers.fields_of(draw(st.sampled_from(KINDS)).question)
    keys = [key for key, field in own.items() if field.required and draw(st.integers(0, 9))]
    keys += draw(st.lists(st.sampled_from([*own, *sorted(CARD_KEYS)]), max_size=3))
    return flow({key: draw(names if key == "kind" else values) for key in keys})


@given(card=cards())
def test_loader_and_editor_agree_on_any_card(card: str) -> None:
    text = f"- {card}\n"
    problems, faults = reported(text), SCHEMA.faults(seen(text))
    assert bool(problems) == bool(faults), (problems, faults)


def described(part: Any) -> Iterator[tuple[str, Any]]:
    """Every key in a schema with its own schema."""
    if isinstance(part, dict):
        if part.get("additionalProperties") is False:
            yield from part["properties"].items()
        for each in part.values():
            yield from described(each)
    if isinstance(part, list):
        for each in part:
            yield from described(each)


def test_each_key_is_explained() -> None:
    whole = schema()
    keys = list(described(whole))
    assert {key for key, _ in keys} >= CARD_KEYS | DECK_KEYS
    assert [key for key, part in keys if "$ref" not in part and not part.get("description")] == []


def test_each_type_that_is_read_has_a_schema() -> None:
    assert field_schema.SIMPLE.keys() == readers._SIMPLE.keys() - {Language}
    assert field_schema.GENERIC.keys() == readers._GENERIC.keys()


def test_each_kind_is_there() -> None:
    found = schema()["definitions"]
    assert {kind.name for kind in KINDS} == {name[5:] for name in found if name.startswith("kind_")}
    assert [kind.name for kind in KINDS if not found[f"kind_{kind.name}"]["description"]] == []
