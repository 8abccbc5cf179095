"""JSON and YAML of other people as trees: all that JSON says, with lines; what is none costs a message."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.problems import QuizError
from quizapp.formats import foreign_json
from quizapp.formats.foreign_documents import documents
from quizapp.formats.foreign_tree import Branch, Leaf, Table, Tree, text_of, texts_of, whole

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


def plain(tree: Tree) -> Any:
    """What a tree of JSON says."""
    if isinstance(tree, Leaf):
        return json.loads(tree.text) if tree.plain else tree.text
    if isinstance(tree, Branch):
        return [plain(each) for each in tree.items]
    return {key: plain(value) for key, value in tree.pairs.items()}


@given(VALUES, st.sampled_from([None, 0, 2]), st.booleans())
def test_json_is_what_json_says(value: Any, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    found = foreign_json.values(text)
    assert [plain(tree) for tree in found.trees] == [value]
    assert not found.broken


@given(st.lists(VALUES, min_size=1, max_size=5), st.sampled_from(["\n", "\n\n", " \r\n"]))
def test_values_in_a_row_are_all_read(values: list[Any], between: str) -> None:
    found = foreign_json.values(between.join(map(json.dumps, values)))
    assert [plain(tree) for tree in found.trees] == values


@given(st.text(st.sampled_from('{}[],:"\\/* \nab01truenl-.'), max_size=40))
def test_any_text_is_json_or_refused(text: str) -> None:
    with suppress(foreign_json.NoJsonError):
        found = foreign_json.values(text)
        assert len(found.trees) + len(found.broken) <= len(text)
    with suppress(ValueError):
        assert [plain(tree) for tree in foreign_json.values(text).trees] == [json.loads(text)]


def test_a_broken_line_costs_that_line() -> None:
    text = '{"a": 1}\n{"a": }\n{"a": 2}\nnothing\n{"a": 3}'
    found = foreign_json.values(text)
    assert [plain(tree) for tree in found.trees] == [{"a": 1}, {"a": 2}, {"a": 3}]
    assert [one.line for one in found.broken] == [2, 4]
    assert [one.line for one in foreign_json.values('{"a": }\n{"a": 2}').broken] == [1]


def test_comments_and_a_comma_too_many_do_no_harm() -> None:
    text = '// one\n{"a": [1, 2,], /* two\n */ "b": "x // y",\n}\n'
    assert [plain(tree) for tree in foreign_json.values(text).trees] == [{"a": [1, 2], "b": "x // y"}]


def test_a_character_in_two_halves_is_one_and_half_a_character_is_none() -> None:
    assert plain(foreign_json.values('"\\ud83d\\ude00 \\/"').trees[0]) == "😀 /"
    assert whole("\ud83d\ude00") == "😀"
    assert "\ud83d" not in whole("a\ud83d")


def test_each_value_knows_its_line_and_what_stands_twice() -> None:
    (root,) = foreign_json.values('{\n "a": 1,\n "b": [\n  2],\n "a": 3}').trees
    assert isinstance(root, Table)
    assert [(key, value.line) for key, value in root.pairs.items()] == [("a", 5), ("b", 3)]
    assert [(key, text_of(value)) for key, value in root.twice] == [("a", "1")]


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.yaml", "a: 1", Table),
        ("a.yaml", "{a: 1, 'b': [x]}", Table),
        ("a.json", "{'a': 'single quotes'}", Table),
        ("a.json", "- yaml\n- in json", Branch),
        ("", '{"a": 1}', Table),
        ("", "- a", Branch),
    ],
)
def test_json_and_yaml_are_told_apart_by_what_they_are(name: str, text: str, kind: type) -> None:
    assert [type(tree) for tree in documents(text, name, "x").roots] == [kind]


@pytest.mark.parametrize("sign", ["[", '{"a":', "- "])
def test_depth_is_bounded(sign: str) -> None:
    with pytest.raises(QuizError):
        documents(sign * 100_000, "a.json", "x")


def test_aliases_that_multiply_are_refused_however_long_their_texts() -> None:
    levels = "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9))
    for first in ("x", "x" * 100_000):
        with pytest.raises(QuizError, match="too much"):
            documents(f"a0: &a0 {first}\n{levels}", "a.yaml", "x")


def test_texts_of_trees() -> None:
    (root,) = documents("a: [x, ~, ' y ']\nb: null\nc: 'null'\nd: {e: f}\n", "a.yaml", "x").roots
    assert isinstance(root, Table)
    assert [texts_of(value) for value in root.pairs.values()] == [("x", "y"), (), ("null",), ("e: f",)]
