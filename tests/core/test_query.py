"""The search language: what is understood, what is a mistake, and that nothing ever fails."""

import operator
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.query import Both, Either, Leaf, Node, Not, parse
from quizapp.core.query_keys import BY_NAME, KEYS
from quizapp.core.query_nodes import MISTAKES, leaves
from quizapp.core.query_scan import quoted
from quizapp.core.query_tests import Between, Contains, Is, Matches, Pattern, Rated, Since

PIECES = (
    "norway", "or", "OR", "-", "--", "(", ")", '"', '"a b"', "\\", "é", "ß", "*", "12:30", "http://a.b/c",
    "tag:", "tag:a::b", "is:due", "is:deu", "stabilty:>3", "stability:>3", "due:<14d", "due:late", "re:(a|b)",
    're:"(', "re:(", "rated:7:1", "rated:x", "added:30", "prop:ivl>=3", "prop:", "deck:*", ":", "a:b", "f(x)",
    "due:1..", "recall:<90%", "id:x", "  ", "\n", "\u3000", "\0",
)  # fmt: skip
written = st.one_of(
    st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join), st.lists(st.sampled_from(PIECES)).map("".join)
)


COMPARED: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": lambda value, number: number - 0.5 <= value < number + 0.5,
    "": lambda value, number: number - 0.5 <= value < number + 0.5,
}


def shape(node: Node) -> object:
    """A tree without its places."""
    if isinstance(node, Leaf):
        return node.test
    if isinstance(node, Not):
        return ("not", shape(node.part))
    return (type(node).__name__, *map(shape, node.parts))


def meant_by(text: str) -> object:
    (leaf,) = leaves(parse(text).root)
    return leaf.test


@given(written)
def test_whatever_is_written_is_understood(text: str) -> None:
    query = parse(text)
    for mistake in query.mistakes:
        assert 0 <= mistake.start < mistake.end <= len(text)
        assert mistake.sentence
    assert all(one.start < one.end for one in query.tokens)
    ends = [0, *(one.end for one in query.tokens)]
    starts = [*(one.start for one in query.tokens), len(text)]
    assert all(text[end:start].strip() == "" for end, start in zip(ends, starts, strict=True))


@given(written)
def test_the_canonical_form_means_the_same(text: str) -> None:
    query = parse(text)
    again = parse(str(query))
    assert again.mistakes == ()
    assert shape(again.root) == shape(query.root)
    assert str(again) == str(query)


@given(written)
def test_a_cure_cures_its_mistake(text: str) -> None:
    mistakes = parse(text).mistakes
    for mistake in mistakes:
        if mistake.fix:
            # What else is wrong there, as the value behind a key, is told on its own.
            others = {one.code for one in mistakes if one is not mistake}
            assert mistake.code not in {one.code for one in parse(mistake.fix).mistakes} - others


@given(written)
def test_parts_can_be_cut_out(text: str) -> None:
    query = parse(text)
    for part in query.parts:
        if not query.mistakes:
            rest = [shape(one) for one in query.parts if one is not part]
            assert [shape(one) for one in parse(query.cut(part)).parts] == rest


@given(st.text())
def test_a_quoted_text_is_taken_literally(text: str) -> None:
    query = parse(quoted(text))
    assert query.mistakes == ()
    assert [one.test for one in leaves(query.root)] == ([Contains(text)] if text.strip() else [])


@pytest.mark.parametrize("depth", [39, 40, 41, 1000, 20_000])
def test_brackets_of_any_depth(depth: int) -> None:
    query = parse("-(" * depth + "x" + ")" * depth)
    assert [one.test for one in leaves(query.root)] == [Contains("x")]
    assert {one.code for one in query.mistakes} == ({"too_deep"} if depth > 40 else set())
    assert len(parse("-" * depth + "x").tokens) == depth + 1


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("", ""),
        ("  norway  oslo ", "norway oslo"),
        ('"the capital"', '"the capital"'),
        ('"norway"', "norway"),
        ('"or" "-x" "a:b" "("', '"or" "-x" "a:b" "("'),
        ("a b or c", "a b or c"),
        ("a (b or c)", "a (b or c)"),
        ("a (b c)", "a b c"),
        ("-(a b)", "-(a b)"),
        ("-(-x)", "-(-x)"),
        ("--x", "x"),
        ("TAG:x Is:DUE", "tag:x is:DUE"),
        ("prop:stability>30", "stability:>30"),
        ("prop:ivl>=21 lapses:2", "interval:>=21 forgotten:2"),
        ('deck:"Mexico since 2006"', 'deck:"Mexico since 2006"'),
        ("re:(ba|de)d[aeo]", "re:(ba|de)d[aeo]"),
        ("(re:(a|b))", "re:(a|b)"),
        ("12:30 http://x.org/?a=b:c", "12:30 http://x.org/?a=b:c"),
    ],
)
def test_reads(text: str, canonical: str) -> None:
    query = parse(text)
    assert str(query) == canonical
    assert query.mistakes == ()


def test_or_binds_less_than_standing_side_by_side() -> None:
    assert shape(parse("a b or -c d").root) == (
        "Either",
        ("Both", Contains("a"), Contains("b")),
        ("Both", ("not", Contains("c")), Contains("d")),
    )
    assert isinstance(parse("(a or b) c").root, Both)
    assert isinstance(parse("a or (b or c)").root, Either)


@pytest.mark.parametrize(
    ("text", "test"),
    [
        ("stability:>30", Between("stability", low=30, with_low=False)),
        ("s:<=2.5", Between("stability", high=2.5)),
        ("stability:>2w", Between("stability", low=14, with_low=False)),
        ("difficulty:5", Between("difficulty", 4.5, 5.5, with_high=False)),
        ("difficulty:5.00", Between("difficulty", 4.995, 5.005, with_high=False)),
        ("due:<14d", Between("due", high=14, with_high=False)),
        ("due:today", Between("due", 0, 0)),
        ("due:2..5d", Between("due", 2, 5)),
        ("due:1..2w", Between("due", 7, 14)),
        ("due:-3..-1", Between("due", -3, -1)),
        ("recall:<80%", Between("recall", high=80, with_high=False)),
        ("forgotten:>3", Between("forgotten", low=3, with_low=False)),
        ("is:due", Is("is", "due")),
        ("is:FLAG", Is("is", "flagged")),
        ("state:review", Is("state", "mature")),
        ("kind:tf", Is("kind", "true_false")),
        ("rated:7:1", Rated(7, 1)),
        ("rated:7:again", Rated(7, 1)),
        ("rated:1", Rated(1)),
        ("added:30", Since("added", 30)),
        ("introduced:7d", Since("begun", 7)),
        ("tag:a::b", Matches("tag", "a::b")),
        ("source:un*", Matches("source", "un*")),
        (r're:"\bx\"y"', Pattern(r'\bx"y')),
    ],
)
def test_means(text: str, test: object) -> None:
    assert meant_by(text) == test


def within(test: Between, value: float) -> bool:
    above = value >= test.low if test.with_low else value > test.low
    return above and (value <= test.high if test.with_high else value < test.high)


@given(st.sampled_from([*COMPARED]), st.integers(-999, 999), st.integers(-99_900, 99_900))
def test_a_sign_compares(sign: str, number: int, hundredths: int) -> None:
    test = meant_by(f"due:{sign}{number}")
    assert isinstance(test, Between)
    value = hundredths / 100
    assert within(test, value) == COMPARED[sign](value, number)
    weeks = meant_by(f"due:{sign}{number}w")
    assert isinstance(weeks, Between)
    if sign not in ("", "="):
        assert within(weeks, 7 * value) == COMPARED[sign](value, number)


@pytest.mark.parametrize(
    ("text", "code", "place", "fix"),
    [
        ("a stabilty:>3 b", "key_misspelt", (2, 13), "stability:>3"),
        ("zzzz:3", "key_unknown", (0, 6), '"zzzz:3"'),
        ("a tag: b", "value_missing", (2, 6), ""),
        ('tag:""', "value_missing", (0, 6), ""),
        ("is:deu", "value_misspelt", (0, 6), "is:due"),
        ("kind:zzz", "value_unknown", (0, 8), ""),
        ("due:soon", "value_unknown", (0, 8), ""),
        ("stability:>3%", "value_unknown", (0, 13), ""),
        ("due:1x..2", "value_unknown", (0, 9), ""),
        ("due:1..", "value_unknown", (0, 7), ""),
        ("rated:0", "value_unknown", (0, 7), ""),
        ("rated:7:5", "value_unknown", (0, 9), ""),
        ("added:99999999", "value_unknown", (0, 14), ""),
        ('re:"("', "value_unknown", (0, 6), ""),
        ('a "b c', "quote_open", (2, 6), '"b c"'),
        ("(a", "bracket_open", (0, 1), ""),
        ("a)", "bracket_closed", (1, 2), ""),
        ("or a", "or_alone", (0, 2), '"or"'),
        ("a or", "or_alone", (2, 4), '"or"'),
        ("or", "or_alone", (0, 2), '"or"'),
    ],
)
def test_a_mistake_has_a_place_and_a_cure(text: str, code: str, place: tuple[int, int], fix: str) -> None:
    (mistake,) = parse(text).mistakes
    assert (mistake.code, (mistake.start, mistake.end), mistake.fix) == (code, place, fix)


def test_the_rest_of_a_query_with_a_mistake_still_runs() -> None:
    assert str(parse("norway stabilty:>3 -is:deu (tag: or x)")) == "norway x"


def test_the_sentence_of_the_design() -> None:
    (mistake,) = parse("stabilty:>3").mistakes
    assert mistake.sentence == "“stabilty:” is unknown; did you mean “stability:”?"


def test_every_mistake_of_the_table_has_all_its_words() -> None:
    everything = {"key": "K", "near": "N", "value": "V", "expects": "E"}
    for template in MISTAKES.values():
        assert "{" not in template.format_map(everything)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_every_key_explains_itself(key) -> None:
    query = parse(key.example)
    assert query.mistakes == ()
    assert query.tokens[0].role == "key"
    assert str(query) == key.example
    assert key.meaning
    for choice in key.values.choices:
        assert parse(f"{key.name}:{choice.word}").mistakes == ()
        for alias in choice.aliases:
            assert meant_by(f"{key.name}:{alias}") == meant_by(f"{key.name}:{choice.word}")
    for alias in key.aliases:
        assert str(parse(key.example.replace(key.name, alias, 1))) == key.example


def test_no_name_means_two_keys() -> None:
    assert len(BY_NAME) == sum(1 + len(key.aliases) for key in KEYS)
