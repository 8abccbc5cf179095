"""What our loader refuses because it is there twice: one stays, the other is told."""

import pytest

from quizapp.formats.left_out import Data
from quizapp.formats.once import once


@pytest.mark.parametrize(
    ("data", "kept", "codes"),
    [
        ({"q": "Q", "a": "x", "wrong": ["y", "z"]}, {"q": "Q", "a": "x", "wrong": ["y", "z"]}, []),
        (
            {"a": "x", "wrong": ["x ", {"y": "why"}, {"text": "y"}]},
            {"a": "x", "wrong": [{"y": "why"}]},
            ["import_twice"] * 2,
        ),
        (
            {"a": ["x", "x", "y"], "wrong": ["y", "z"]},
            {"a": ["x", "y"], "wrong": ["z"]},
            ["import_twice"] * 2,
        ),
        ({"a": "x", "wrong": ["x"]}, {"a": "x"}, ["import_twice", "import_changed"]),
        ({"order": ["a", "b", "a  ", "c"]}, {"order": ["a", "b", "c"]}, ["import_twice"]),
        (
            {"match": [{"a": "1"}, {"a": "2"}, {"b": "3"}], "extra": ["1", "4", "4"], "tags": ["t"]},
            {"match": [{"a": "1"}, {"b": "3"}], "extra": ["4"], "tags": ["t"]},
            ["import_twice"],
        ),
        ({"match": [{"a": "1"}, {"b": "2"}], "extra": ["1"]}, {"match": [{"a": "1"}, {"b": "2"}]}, []),
        (
            {"cloze": "c", "gaps": {"1": {"wrong": ["a", "a"]}, "2": {"number": "1"}}},
            {"cloze": "c", "gaps": {"1": {"wrong": ["a"]}, "2": {"number": "1"}}},
            ["import_twice"],
        ),
    ],
)
def test_one_of_each_stays(data: Data, kept: Data, codes: list[str]) -> None:
    made, told = once(data)
    assert made == kept
    assert list(made) == list(kept)
    assert [one.code for one in told] == codes
