"""Readers that follow from annotations, for structs that no kind has yet."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal

import pytest
from msgspec import Meta, Struct, field
from yaml.nodes import MappingNode

from quizapp.core.deck import Language
from quizapp.formats.deck_text import DeckText
from quizapp.formats.fields import fields_of, read_fields, reader_of
from quizapp.formats.reading import Reading
from quizapp.formats.scalars import BAD
from quizapp.formats.yaml_nodes import compose


class Tier(Struct, frozen=True):
    within: str
    credit: Decimal = Decimal(1)


class Region(Struct, frozen=True):
    label: str
    box: str


class Sample(Struct, frozen=True, kw_only=True):
    is_: bool = field(name="is")
    need: Annotated[int | None, Meta(description="how many")] = None
    tags: tuple[str, ...] = ()


def value_of(annotation: Any, text: str) -> tuple[Any, list[str]]:
    """(what is read, codes of the problems) of a value."""
    file = DeckText("d", text)
    node = compose(text)
    assert node is not None
    value = reader_of(annotation)(node, "key", Reading(file, 0))
    return value, [problem.code for problem in file.problems]


@pytest.mark.parametrize(
    ("annotation", "text", "value"),
    [
        (str, "no", "no"),
        (str, "' a '", " a "),
        (str, "|\n a\n b\n", "a\nb"),
        (str, "|+\n a\n\n\n", "a"),
        (str, '"a\\tb"', "a\tb"),
        (bool, "Yes", True),
        (bool, "'OFF'", False),
        (int, "-12", -12),
        (int, "007", 7),
        (Decimal, "2.50", Decimal("2.50")),
        (Decimal | None, "1e3", Decimal(1000)),
        (Literal["", "exact", "per_option"], "Exact", "exact"),
        (tuple[str, ...], "a", ("a",)),
        (tuple[str, ...], "[a, b]", ("a", "b")),
        (tuple[str, ...], "[]", ()),
        (tuple[tuple[str, ...], ...], "[a, [b, c]]", (("a",), ("b", "c"))),
        (tuple[tuple[str, str], ...], "[{a: b}, c: d]", (("a", "b"), ("c", "d"))),
        (tuple[tuple[str, str], ...], "{a: b, c: d}", (("a", "b"), ("c", "d"))),
        (dict[str, tuple[str, ...]], "{a: b, c: [d, e]}", {"a": ("b",), "c": ("d", "e")}),
        (Mapping[int, str], "{1: a}", {1: "a"}),
        (tuple[Tier, ...], "2%", (Tier("2%"),)),
        (tuple[Tier, ...], "[{within: 2, credit: 0.5}]", (Tier("2", Decimal("0.5")),)),
        (tuple[Tier, ...], "{within: 2}", (Tier("2"),)),
        (tuple[Region, ...], "[{Albania: 41 55 8 14}]", (Region("Albania", "41 55 8 14"),)),
        (tuple[Region, ...], "{A: 1, B: 2}", (Region("A", "1"), Region("B", "2"))),
        (tuple[Region, ...], "[{label: A, box: b}]", (Region("A", "b"),)),
        (
            dict[int, Sample],
            "{3: {is: on, need: 2, tags: 'u, v'}}",
            {3: Sample(is_=True, need=2, tags=("u", "v"))},
        ),
        (Language, "en", Language("en", "en")),
        (Language, "{back: es}", Language("", "es")),
    ],
)
def test_values(annotation: Any, text: str, value: object) -> None:
    assert value_of(annotation, text) == (value, [])


@pytest.mark.parametrize(
    ("annotation", "text", "codes"),
    [
        (str, "[a]", ["text_expected"]),
        (str, "{a: b}", ["text_expected"]),
        (bool, "1", ["word_expected"]),
        (bool, "[yes]", ["text_expected"]),
        (int, "1_000", ["whole_number_expected"]),
        (int, "1.0", ["whole_number_expected"]),
        (int, "9" * 19, ["whole_number_expected"]),
        (int, "[1]", ["value_expected"]),
        (str, "[1, 2]", ["value_expected"]),
        (tuple[Tier, ...], "{2%: 0.5}", ["keys_expected"]),
        (Decimal, "inf", ["number_expected"]),
        (Decimal, "1,5", ["number_expected"]),
        (Decimal, "0x10", ["number_expected"]),
        (Decimal, "1e9999", ["number_expected"]),
        (Literal["", "exact"], "strict", ["word_expected"]),
        (Literal["", "exact"], "''", ["word_expected"]),
        (tuple[str, ...], "[a, {b: c}, [d]]", ["text_expected", "text_expected"]),
        (tuple[str, ...], "[a, '']", ["item_empty"]),
        (tuple[tuple[str, str], ...], "[a]", ["pair_expected"]),
        (tuple[tuple[str, str], ...], "[{a: b, c: d}]", ["pair_expected"]),
        (tuple[tuple[str, str], ...], "{a: [b]}", ["text_expected"]),
        (tuple[tuple[str, str], ...], "{a: }", ["item_empty"]),
        (dict[str, str], "[a]", ["map_expected"]),
        (dict[str, str], "[]", ["map_expected"]),
        (dict[str, str], "[{a: b}, {c: d}]", ["map_dashes"]),
        (dict[str, str], "{a: b, a: c}", ["duplicate_key"]),
        (dict[str, str], "{a: }", ["item_empty"]),
        (dict[int, str], "{a: b}", ["whole_number_expected"]),
        (tuple[Tier, ...], "[{What: this}]", ["text_expected"]),
        (tuple[Tier, ...], "[{within: 2, credits: 1}]", ["unknown_key_like"]),
        (tuple[Tier, ...], "[{credit: 1}]", ["key_missing"]),
        (tuple[Tier, ...], "[{within: }]", ["value_missing"]),
        (tuple[Tier, ...], "[{within: 2, credit: high}]", ["number_expected"]),
        (tuple[Tier, ...], "[[a]]", ["text_expected"]),
        (Sample, "{is: perhaps}", ["word_expected"]),
        (tuple[Region, ...], "[{a: [b]}]", ["text_expected"]),
    ],
)
def test_problems(annotation: Any, text: str, codes: list[str]) -> None:
    value, found = value_of(annotation, text)
    assert found == codes
    if not {"unknown_key_like", "number_expected", "duplicate_key"} & set(codes):
        assert value is BAD


def test_control_characters_are_taken_out_of_a_quoted_text() -> None:
    assert value_of(str, '"a\\x07b"') == ("ab", ["control_character"])


def test_fields_go_by_their_keys() -> None:
    fields = fields_of(Sample, "need")
    assert [(key, field.name, field.required) for key, field in fields.items()] == [
        ("is", "is_", True),
        ("tags", "tags", False),
    ]


def test_empty_values() -> None:
    text = "{is: , tags: '', need: ~}"
    file = DeckText("d", text)
    node = compose(text)
    assert isinstance(node, MappingNode)
    at = Reading(file, 0)
    assert read_fields(fields_of(Sample), at.entries(node.value), at) == {}
    assert at.failed
    assert [problem.code for problem in file.problems] == [
        "value_missing",
        "option_empty",
        "whole_number_expected",
    ]
