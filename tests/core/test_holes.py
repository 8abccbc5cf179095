"""The holes of a cloze text: where they stand, and what is shown in their place."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.kinds.cloze import CLOZE, Cloze
from quizapp.core.kinds.holes import fill, holes
from quizapp.formats.markup import maths, to_plain
from tests.formulas import maths_with_holes

RIVERS = "{{The Danube}} flows into the {{Black Sea :: which sea?}}."


def parsed(text: str) -> list[tuple[str, str, str]]:
    return [(hole.part, hole.hidden, hole.hint) for hole in holes(text).holes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RIVERS, [("the danube#1", "The Danube", ""), ("black sea#1", "Black Sea", "which sea?")]),
        ("{{c1::a}} {{c2::b}} {{c1::c}}", [("c1", "a", ""), ("c2", "b", ""), ("c1", "c", "")]),
        ("{{c1::e^{x}}}", [("c1", "e^{x}", "")]),
        ("{{a}}}}", [("a#1", "a", "")]),
        ("{{{x}}}", [("{x}#1", "{x}", "")]),
        ("{{x :: y :: hint}}", [("x :: y#1", "x :: y", "hint")]),
        ("{{std::vector}}", [("std::vector#1", "std::vector", "")]),
        ("{{c1::std::vector :: a type}}", [("c1", "std::vector", "a type")]),
        ("{{ a }}", [("a#1", "a", "")]),
        (
            "{{Oslo}} {{OSLO}} {{Bergen}}",
            [("oslo#1", "Oslo", ""), ("oslo#2", "OSLO", ""), ("bergen#1", "Bergen", "")],
        ),
        ("{{two\n  words}}", [("two words#1", "two\n  words", "")]),
        ("{{c01::a}}", [("c1", "a", "")]),
        (r"\{{literal}} {{a}}", [("a#1", "a", "")]),
        (r"\{{c1::x}} {{a}}", [("a#1", "a", "")]),
        (r"\{{{a}} {{b}}", [("b#1", "b", "")]),
        (
            r"{{c1::\{}} {{c2::x\\}} {{c3::a\}b}}",
            [("c1", r"\{", ""), ("c2", r"x\\", ""), ("c3", r"a\}b", "")],
        ),
        (r"`{{c1::C:\}}` {{a}}", [("c1", "C:\\", ""), ("a#1", "a", "")]),
        (r"\\{{a}}", [("a#1", "a", "")]),
        ("`{{code}}` {{a}}", [("a#1", "a", "")]),
        ("`{{c1::code}}`", [("c1", "code", "")]),
        ("``{{co`de}}`` {{a}}", [("a#1", "a", "")]),
        ("```\n{{code}}\n```\n{{a}}", [("a#1", "a", "")]),
        ("~~~ py\n{{code}}", []),
        ("```\n{{c1::x}}\n```", [("c1", "x", "")]),
        (r"$\frac{a}{{{c1::b}}}$", [("c1", "b", "")]),
        ("$x^{{2}}$ {{a}}", [("a#1", "a", "")]),
        ("$$\nx^{{2}}\n$$ {{a}}", [("a#1", "a", "")]),
        (r"$\{{{c1::x}}\}$", [("c1", "x", "")]),
        (r"$x = {{c1::\frac{1}{2}}}$", [("c1", r"\frac{1}{2}", "")]),
        (r"$f = {{c1::\left\{ x \right.}}$", [("c1", r"\left\{ x \right.", "")]),
        ("{{$5}} and {{7$}}", [("$5#1", "$5", ""), ("7$#1", "7$", "")]),
        ("{{`a`}} `{{c1::b}}` {{c`d}} e`", [("`a`#1", "`a`", ""), ("c1", "b", ""), ("c`d#1", "c`d", "")]),
        ("costs $5, {{a}} and $6", [("a#1", "a", "")]),
        (r"costs \$5, {{a}}, 6$", [("a#1", "a", "")]),
        ("costs $5\n\n{{a}} in US$", [("a#1", "a", "")]),
        ("$x$ {{a}} $y$", [("a#1", "a", "")]),
        (
            "{{the `ls` command}} {{$x$}}",
            [("the `ls` command#1", "the `ls` command", ""), ("$x$#1", "$x$", "")],
        ),
    ],
)
def test_holes(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert parsed(text) == expected


def test_long_hidden_texts_have_short_parts() -> None:
    long = "x" * 50
    assert [hole.part for hole in holes(f"{{{{{long}}}}} {{{{{long}y}}}}").holes] == [
        "x" * 40 + "#1",
        "x" * 40 + "#2",
    ]


def test_a_part_survives_edits_elsewhere() -> None:
    edited = "In {{Vienna}} we see {{The  DANUBE :: a river}}; it flows into the {{Black Sea}}."
    assert set(holes(RIVERS).parts) <= set(holes(edited).parts)


@pytest.mark.parametrize(
    ("text", "flaws"),
    [
        (RIVERS, []),
        ("no hole", [("cloze_no_hole", "no hole")]),
        ("`{{code}}`", [("cloze_no_hole", "`{{code}}`")]),
        ("{{a}} and {{b", [("cloze_unclosed", "{{b")]),
        ("{{a} and", [("cloze_unclosed", "{{a} and")]),
        ("{{" + "a" * 50, [("cloze_unclosed", "{{" + "a" * 38)]),
        ("b" * 50, [("cloze_no_hole", "b" * 40)]),
        ("{{}} {{a}}", [("cloze_empty", "{{}}")]),
        ("{{ :: hint}}", [("cloze_empty", "{{ :: hint}}")]),
        ("{{c1::}}", [("cloze_empty", "{{c1::}}")]),
        ("{{a {{b}} c}}", [("cloze_nested", "{{a {{b}} c}}")]),
        ("`{{c1::f({{}})}}`", []),
        ("$x {{c1::a$ b}} c", [("cloze_crossing", "{{c1::a$ b}}")]),
        ("`{{c1::a` b}}", [("cloze_crossing", "{{c1::a` b}}")]),
        ("`{{c1::a` b", [("cloze_unclosed", "{{c1::a` b")]),
        ("$x$ {{$y$}}", []),
    ],
)
def test_flaws(text: str, flaws: list[tuple[str, str]]) -> None:
    assert [tuple(flaw) for flaw in holes(text).flaws] == flaws
    assert [(code, args["text"]) for code, _, args in CLOZE.complaints(Cloze(cloze=text))] == flaws


@given(st.text("{}:c1` $\\\nax", max_size=30))
def test_any_text_is_taken_apart(text: str) -> None:
    found, flaws = holes(text)
    assert found or flaws
    assert fill(text, lambda hole: text[hole.start : hole.end]) == text
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert len({(hole.part, hole.start) for hole in found}) == len(found)
    unnumbered = [hole.part for hole in found if "#" in hole.part]
    assert len(set(unnumbered)) == len(unnumbered)


# What is shown


@pytest.mark.parametrize(
    ("text", "blank", "full"),
    [
        (
            "`ls {{c1::-l}}` and {{c1::*x*}} {{c1::b :: h}}",
            "`ls […]` and \\[…\\] \\[h\\]",
            "`ls -l` and *x* b",
        ),
        (r"$x = {{c1::\frac{1}{2}}}$", "$x = […]$", r"$x = \frac{1}{2}$"),
        (r"$x^{{c1::10}}$", r"$x^{[…]}$", "$x^{10}$"),
        (r"$x^{{c1::2}}$", r"$x^{[…]}$", "$x^2$"),
        (r"$\sqrt{{c1::16}}$", r"$\sqrt{[…]}$", r"$\sqrt{16}$"),
        (r"$\frac{{c1::ab}}{{c1::cd}}$", r"$\frac{[…]}{[…]}$", r"$\frac{ab}{cd}$"),
        (r"$\frac{a}{{{c1::bc}}}$", r"$\frac{a}{[…]}$", r"$\frac{a}{bc}$"),
        (r"$a {{c1::<=}} b$", r"$a […] b$", "$a <= b$"),
        (
            r"$\left{{c1::\lbrack}} x \right)$",
            r"$\left[…] x \right)$",
            r"$\left\lbrack x \right)$",
        ),
        (r"$x {{c1::> 5 :: 5 < & {x}}}$", r"$x [\text{5 x}]$", "$x > 5$"),
        (r"$\sqrt {{c1::xy}} \\ {{c1::cd}}$", r"$\sqrt {[…]} \\ {[…]}$", r"$\sqrt {xy} \\ {cd}$"),
        ("{{c1::$x^2$}}", r"\[…\]", "$x^2$"),
    ],
)
def test_a_hole_is_shown_blank_and_filled(text: str, blank: str, full: str) -> None:
    assert fill(text, lambda hole: hole.blank) == blank
    assert fill(text, lambda hole: hole.hidden) == full


@pytest.mark.parametrize(
    ("text", "alone", "plain"),
    [
        ("{{c1::**a**}}", "**a**", "a"),
        ("`f({{c1::*args}}, {{c2::**kw}})`", "`*args`", "*args"),
        (r"$x = {{c1::\frac{1}{2}}}$", r"$\frac{1}{2}$", r"\frac{1}{2}"),
        ("``{{c1::a`b}}``", "``a`b``", "a`b"),
        ("``` {{c1::``a`}} ```", "``` ``a` ```", "``a`"),
    ],
)
def test_what_is_hidden_stands_alone_too(text: str, alone: str, plain: str) -> None:
    assert holes(text).holes[0].markdown == alone
    assert to_plain(alone) == plain


_code = st.text("ab*_\\`{} \n", min_size=1, max_size=6).filter(lambda text: text.strip(" \n"))


@given(_code)
def test_code_alone_reads_as_it_stands(hidden: str) -> None:
    """Any hidden code comes out of Markdown as it went in, but for the white space round it."""
    hole = holes("{{c1::x}}").holes[0]._replace(hidden=hidden.strip(), place="code")
    assert " ".join(to_plain(hole.markdown).split()) == " ".join(hidden.split())


@given(maths_with_holes)
def test_holes_in_maths_leave_one_formula(text: str) -> None:
    """What stands round a hole is the same formula, whether it is asked or shown."""
    parsed = holes(text)
    assert parsed.flaws == () or "{{c1" not in text
    assert all(hole.place == "maths" for hole in parsed.holes)
    for shown in (fill(text, lambda hole: hole.blank), fill(text, lambda hole: hole.hidden)):
        assert "{{c1" not in shown
        assert len(maths(shown)) == 1
        assert (shown[:4], shown[-4:]) == ("a $z", "z$ b")
