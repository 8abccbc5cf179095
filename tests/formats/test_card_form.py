"""Cards of one kind made into another: what fits stays, and what would be lost is named."""

import itertools

import pytest

from quizapp.core.kinds import KINDS, AnyKind
from quizapp.formats.card_form import (
    Data,
    canonical,
    kind_of_data,
    likely_kind,
    note_fields,
    part_fields,
    question_fields,
    recast,
    skeleton,
)
from quizapp.formats.card_keys import plan_of

BY_NAME = {kind.name: kind for kind in KINDS}
FULL: Data = {"q": "Q", "a": "A", "wrong": ["x", {"y": "why"}], "draw": "1", "hint": "h", "id": "7"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_least_of_each_kind_is_of_that_kind(kind: AnyKind) -> None:
    least = skeleton(kind)
    assert kind_of_data(least) is kind
    assert set(plan_of(kind).required) <= least.keys()
    assert "kind" not in least


@pytest.mark.parametrize(("old", "new"), [*itertools.permutations(KINDS, 2)], ids=lambda kind: kind.name)
def test_each_kind_becomes_each_other(old: AnyKind, new: AnyKind) -> None:
    card = skeleton(old) | {"hint": "h", "tags": ["t"], "foo": "not ours"}
    made = recast(card, old, new).data
    assert kind_of_data(made) is new
    assert made["hint"] == "h"
    assert made["foo"] == "not ours"


@pytest.mark.parametrize(
    ("new", "made", "lost"),
    [
        ("multi", {"q": "Q", "a": ["A"], "wrong": ["x", {"y": "why"}], "draw": "1"}, ()),
        ("basic", {"q": "Q", "a": "A"}, ("wrong", "draw")),
        ("typed", {"q": "Q", "a": "A", "typed": "true"}, ("wrong", "draw")),
        ("numeric", {"q": "Q", "number": "A"}, ("wrong", "draw")),
        ("list", {"q": "Q", "list": ["A"]}, ("wrong", "draw")),
        ("open", {"q": "Q", "check": [], "a": "A"}, ("wrong", "draw")),
        ("cloze", {"cloze": "Q"}, ("a", "wrong", "draw")),
        ("verdict", {"statement": "Q", "is": "fact"}, ("a", "wrong", "draw")),
        ("categorise", {"q": "Q", "categories": {}}, ("a", "wrong", "draw")),
    ],
)
def test_what_fits_is_kept(new: str, made: Data, lost: tuple[str, ...]) -> None:
    found = recast(FULL, BY_NAME["choice"], BY_NAME[new])
    assert found.data == {**made, "hint": "h", "id": "7"}
    assert found.lost == lost


def test_several_answers_are_none() -> None:
    found = recast({"q": "Q", "a": ["A", "B"], "wrong": []}, BY_NAME["multi"], BY_NAME["choice"])
    assert found.data == {"q": "Q", "a": "", "wrong": []}
    assert found.lost == ("a",)


def test_a_named_kind_is_named_no_longer() -> None:
    found = recast({"kind": "basic", "q": "Q", "a": "A"}, BY_NAME["basic"], BY_NAME["date"])
    assert found == ({"q": "Q", "date": "A"}, ())


def test_names_of_the_author_are_kept() -> None:
    data, names = canonical({"front": "Q", "back": "A", "tags": "t"})
    assert data == {"q": "Q", "a": "A", "tags": "t"}
    assert names == {"q": "front", "a": "back", "tags": "tags"}


def test_a_card_between_kinds_is_what_it_was_or_what_fits() -> None:
    open_ = {"q": "Q", "a": ["A"]}
    assert kind_of_data(open_) is None
    assert likely_kind(open_) is BY_NAME["multi"]
    assert likely_kind(open_, BY_NAME["basic"]) is BY_NAME["basic"]
    assert likely_kind({"q": "Q", "match": []}, BY_NAME["basic"]) is BY_NAME["match"]


def test_fields_are_the_keys_of_the_declarations() -> None:
    for kind in KINDS:
        keys = [field.key for field in (*question_fields(kind), *note_fields(kind))]
        assert len(keys) == len(set(keys))
        assert set(keys) == {*plan_of(kind).question, *plan_of(kind).note, "at"}
        assert all(field.about for field in (*question_fields(kind), *note_fields(kind)))
    assert [field.key for field in question_fields(BY_NAME["numeric"])][:2] == ["q", "number"]
    gap = next(field.sort for field in question_fields(BY_NAME["cloze"]) if field.key == "gaps")
    assert "wrong" in {field.key for field in part_fields(gap.struct)}  # type: ignore[attr-defined]
