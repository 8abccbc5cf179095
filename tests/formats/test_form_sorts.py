"""What a form shows of a card's values: it changes nothing, and edits keep the author's manner."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.kinds import KINDS
from quizapp.core.kinds.base import Accept, Option
from quizapp.formats import field_schema, fields
from quizapp.formats.card_form import note_fields, question_fields
from quizapp.formats.form_rows import (
    GroupsSort,
    NestedSort,
    PairsSort,
    Row,
    Rows,
    RowsSort,
    TagsSort,
)
from quizapp.formats.form_sorts import GENERIC, SIMPLE, sort_of
from quizapp.formats.form_values import SidesSort, Sort, SwitchSort, TextSort, Value, WordSort

DECKS = Path(__file__).parents[2] / "decks"
OPTIONS, ACCEPTS = sort_of(tuple[Option, ...]), sort_of(tuple[Accept, ...])


def rows(*cells: str | tuple[str, ...], inner: str = "") -> Rows:
    """One row for each; those whose number is in `inner` belong to the one above."""
    return tuple(
        Row((one,) if isinstance(one, str) else one, int(str(at) in inner)) for at, one in enumerate(cells)
    )


def test_types_are_those_of_the_loader() -> None:
    assert SIMPLE.keys() == fields._SIMPLE.keys()
    assert GENERIC.keys() == fields._GENERIC.keys() == field_schema.GENERIC.keys()


def texts_of(node: yaml.Node) -> Value:
    """A node as its plain texts."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): texts_of(value) for key, value in node.value}
    return [texts_of(item) for item in node.value] if isinstance(node, yaml.SequenceNode) else node.value


def written() -> list[tuple[str, str, Sort, Value]]:
    """(file, key, sort, value) of every key of every card of ours."""
    found = []
    for file in sorted(DECKS.rglob("*.yaml")):
        tree: Any = texts_of(yaml.compose(file.read_text("utf-8"), Loader=yaml.CSafeLoader))
        for card in tree["cards"]:
            for kind in KINDS:
                known = {one.key: one.sort for one in (*question_fields(kind), *note_fields(kind))}
                if card.keys() <= known.keys():
                    found += [(file.name, key, known[key], value) for key, value in card.items()]
    return found


def test_all_our_cards_can_be_shown_and_stay_as_they_are() -> None:
    told = {key for _, key, sort, value in written() if sort.read(value) is not None}
    assert {"wrong", "gaps", "match", "categories", "list", "order", "regions", "tolerance"} <= told
    for name, key, sort, value in written():
        if isinstance(sort, SwitchSort) and sort.read(value) is None:
            continue  # the statement of another kind
        if (shown := sort.read(value)) is not None:
            assert sort.write(shown, value) == value, (name, key)


TEXT = st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=5).map(str.strip).filter(bool)
ITEM = st.one_of(
    TEXT,
    st.dictionaries(TEXT, TEXT, min_size=1, max_size=1),
    st.fixed_dictionaries({"text": TEXT, "feedback": TEXT}),
    st.fixed_dictionaries({"text": TEXT, "credit": st.sampled_from(["0.5", "1"])}),
)
VALUES: dict[Sort, st.SearchStrategy[Value]] = {
    RowsSort(): st.one_of(TEXT, st.lists(TEXT)),
    NestedSort(): st.lists(st.one_of(TEXT, st.lists(TEXT, min_size=1))),
    PairsSort(): st.one_of(
        st.lists(st.dictionaries(TEXT, TEXT, min_size=1, max_size=1)), st.dictionaries(TEXT, TEXT)
    ),
    OPTIONS: st.one_of(ITEM, st.lists(ITEM), st.dictionaries(TEXT, TEXT)),
    TagsSort(): st.one_of(TEXT, st.lists(TEXT), st.lists(TEXT).map(", ".join)),
    GroupsSort(): st.dictionaries(TEXT, st.one_of(TEXT, st.lists(TEXT))),
}


@pytest.mark.parametrize("sort", VALUES, ids=lambda sort: type(sort).__name__)
def test_what_is_shown_is_written_back_alike(sort: Sort) -> None:
    @given(VALUES[sort])
    def check(value: Value) -> None:
        shown = sort.read(value)
        if shown is None:
            return
        again = sort.write(shown, value)
        assert again == value or not shown
        fresh = sort.write(shown)
        assert fresh is None or sort.read(fresh) == shown

    check()


@pytest.mark.parametrize(
    ("sort", "old", "shown", "new"),
    [
        (RowsSort(), ["a", "b"], rows("a", "", "c"), ["a", "c"]),
        (RowsSort(), "a", rows("b"), "b"),
        (RowsSort(), "a", rows("a", "b"), ["a", "b"]),
        (RowsSort(), ["a"], rows("b"), ["b"]),
        (RowsSort(), ["a"], rows(""), None),
        (NestedSort(), ["a", ["b", "c"]], rows("a", "b", "d", inner="2"), ["a", ["b", "d"]]),
        (NestedSort(), ["a", "b"], rows("a", "b", inner="01"), [["a", "b"]]),
        (PairsSort(), {"a": "b"}, rows(("a", "c"), ("d", "e")), {"a": "c", "d": "e"}),
        (PairsSort(), {"a": "b"}, rows(("a", "b"), ("a", "c")), [{"a": "b"}, {"a": "c"}]),
        (PairsSort(), None, rows(("a", "")), [{"a": ""}]),
        (OPTIONS, ["a"], rows(("a", "why", "")), [{"a": "why"}]),
        (OPTIONS, ["a"], rows(("text", "why", "")), [{"text": "text", "feedback": "why"}]),
        (OPTIONS, ["a"], rows(("a", "", "0.5")), [{"text": "a", "credit": "0.5"}]),
        (OPTIONS, {"a": "x", "b": "y"}, rows(("a", "x", ""), ("b", "z", "")), {"a": "x", "b": "z"}),
        (OPTIONS, [{"text": "a", "feedback": "x"}], rows(("a", "y", "")), [{"a": "y"}]),
        (ACCEPTS, None, rows(("a", "0.5")), [{"text": "a", "credit": "0.5"}]),
        (TagsSort(), "a, b", rows("a", "c"), "a, c"),
        (TagsSort(), "a,b", rows("a", "b"), "a,b"),
        (TagsSort(), "a", rows("a, b"), ["a, b"]),
        (GroupsSort(), {"g": ["a"], "h": "b"}, rows("g", "a", "c", "h", "b", inner="124"), None),
        (GroupsSort(), None, rows("g", "a", "", inner="1"), {"g": ["a"]}),
        (SwitchSort(), "no", True, "yes"),
        (SwitchSort(), "On", False, "off"),
        (SwitchSort("exact"), None, True, "exact"),
        (SwitchSort("exact"), "exact", False, None),
        (SidesSort(("front", "back")), "en", ("en", "es"), {"front": "en", "back": "es"}),
        (SidesSort(("front", "back")), None, ("en", "en"), "en"),
        (SidesSort(("front", "back")), {"front": "en"}, ("", "es"), {"back": "es"}),
    ],
)
def test_edits_keep_the_manner(sort: Sort, old: Value | None, shown: Any, new: Value | None) -> None:
    if isinstance(sort, GroupsSort) and new is None:
        new = {"g": ["a", "c"], "h": "b"}
    assert sort.write(shown, old) == new


@pytest.mark.parametrize(
    ("sort", "value"),
    [
        (TextSort(), ["a"]),
        (TextSort(), "a\rb"),
        (TextSort(), "a\x07"),
        (RowsSort(), [["a"]]),
        (RowsSort(), {"a": "b"}),
        (NestedSort(), [[]]),
        (PairsSort(), ["a"]),
        (PairsSort(), [{"a": "b", "c": "d"}]),
        (OPTIONS, [{"text": "a", "hint": "b"}]),
        (ACCEPTS, [{"a": "b"}]),
        (GroupsSort(), ["a"]),
        (GroupsSort(), {"a": {"b": "c"}}),
        (SwitchSort(), "maybe"),
        (SwitchSort("exact"), "loose"),
        (SidesSort(("front", "back")), {"left": "en"}),
    ],
)
def test_odd_shapes_are_left_to_the_text(sort: Sort, value: Value) -> None:
    assert sort.read(value) is None


def test_a_word_is_known_in_any_case_and_others_are_shown() -> None:
    sort = WordSort(("fact", "claim"))
    assert sort.read("Fact") == "fact"
    assert sort.read("fcat") == "fcat"
    assert sort.write("") is None


def test_a_group_whose_name_is_taken_is_told() -> None:
    assert GroupsSort().twice(rows("g", "a", "g", inner="1")) == "g"
    assert GroupsSort().twice(rows("g", "g", inner="1")) == ""
